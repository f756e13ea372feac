"""Organisations, groups and units: which written forms name one."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence

from rapidfuzz.distance import JaroWinkler

from stages.naming.forms import Cluster, Form
from stages.naming.names import parts_agree
from stages.naming.persons import Doubt
from stages.naming.spelling import ARTICLES, folded, skeleton

SAME, SPELT, INITIALS, NATIONAL = 0.95, 0.85, 0.9, 0.85
LIKE = 0.93  # Jaro-Winkler of whole names that differ in spelling only: Jabhat al-Nusra, Jabhat an-Nusrah
# One word for what is written in two ways.
WRITTEN = {
    "1st": "first", "2nd": "second", "3rd": "third", "4th": "fourth", "5th": "fifth", "6th": "sixth",
    "7th": "seventh", "8th": "eighth", "9th": "ninth", "10th": "tenth", "11th": "eleventh", "12th": "twelfth",
    "armored": "armoured", "defense": "defence", "center": "centre", "organization": "organisation",
    "labor": "labour", "program": "programme", "mechanized": "mechanised", "colour": "color",
}  # fmt: skip


def key_of(text: str) -> str:
    """The name folded, without articles, ordinals in words, in British spelling."""
    return " ".join(WRITTEN.get(word, word) for word in folded(text).split() if word not in ARTICLES)


def organisations(
    forms: Iterable[Form], beside: Mapping[str, Sequence[str]], is_people: Callable[[str], bool]
) -> tuple[list[Cluster], list[Doubt]]:
    """Clusters of forms with one key or one spelling.

    Initials, and a name less its nationality (`is_people`: Syrian), join the one name they stand beside.
    """
    ordered = sorted(forms, key=lambda form: form.weight)
    by_key: dict[str, Cluster] = {}
    for form in ordered:
        key = key_of(form.text)
        if key in by_key:
            by_key[key].add(form, f"the same name as {by_key[key].head.text}", SAME)
        else:
            by_key[key] = Cluster.of(form)
    clusters = _spelt(list(by_key.values()))
    return _with_short(clusters, beside, is_people)


def _spelt(clusters: Sequence[Cluster]) -> list[Cluster]:
    blocks: dict[str, list[Cluster]] = defaultdict(list)
    for cluster in clusters:
        blocks[skeleton(cluster.head.text)].append(cluster)
    kept: list[Cluster] = []
    for bones in sorted(blocks):
        made: list[Cluster] = []
        for cluster in blocks[bones]:
            fits = [each for each in made if bones and _spells(cluster.head.text, each.head.text)]
            if len(fits) == 1:
                for form in cluster.forms:
                    fits[0].add(form, f"a spelling of {fits[0].head.text}", SPELT)
            else:
                made.append(cluster)
        kept += made
    return kept


def _spells(one: str, other: str) -> bool:
    mine, others = key_of(one).split(), key_of(other).split()
    return (
        len(mine) == len(others)
        and JaroWinkler.similarity(" ".join(mine), " ".join(others)) >= LIKE
        and all(parts_agree(left, right) for left, right in zip(mine, others, strict=True))
    )


def _with_short(
    clusters: Sequence[Cluster], beside: Mapping[str, Sequence[str]], is_people: Callable[[str], bool]
) -> tuple[list[Cluster], list[Doubt]]:
    of_form = {form.form_id: cluster for cluster in clusters for form in cluster.forms}
    doubts: list[Doubt] = []
    joined: set[int] = set()
    for cluster in clusters:
        full_ids = [
            full_id
            for form in cluster.forms
            for full_id in beside.get(form.form_id, ())
            if full_id in of_form and _is_short_for(form.text, full_id, of_form[full_id], is_people)
        ]
        fits = list({id(of_form[full_id]): of_form[full_id] for full_id in full_ids}.values())
        fits = [each for each in fits if each is not cluster and id(each) not in joined]
        is_initials = cluster.head.text.isupper()
        if len(fits) == 1:
            words = "initials of" if is_initials else "without its nationality,"
            for form in cluster.forms:
                rule = f"{words} {fits[0].head.text}, which is named in the same document"
                fits[0].add(form, rule, INITIALS if is_initials else NATIONAL)
            joined.add(id(cluster))
        else:
            words = "initials of several names" if is_initials else "the name of several, without their nationality"
            doubts += [Doubt(cluster, each, round(1 / len(fits), 2), words) for each in fits]
    return [cluster for cluster in clusters if id(cluster) not in joined], doubts


def _is_short_for(short: str, full_id: str, cluster: Cluster, is_people: Callable[[str], bool]) -> bool:
    """Whether the short form is in capitals, and so initials, or the full one has but a nationality before it."""
    full = next(form.text for form in cluster.forms if form.form_id == full_id)
    first, _, rest = folded(full).partition(" ")
    return short.isupper() or (rest == folded(short) and is_people(first))
