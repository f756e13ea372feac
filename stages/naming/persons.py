"""Persons: which written forms name one person, which may, and which surname stands for whom."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from rapidfuzz.distance import JaroWinkler

from stages.naming.forms import Cluster, Form
from stages.naming.names import bones_of, is_first_of, is_part_of, names_agree, parts_agree

SAME, SPELT, MIDDLE, BESIDE, FIRST, POST = 0.95, 0.9, 0.85, 0.9, 0.8, 0.7
ELSEWHERE = 0.5  # a last name that one person of the corpus bears, whom its own document does not name in full
LIKE = 0.85  # Jaro-Winkler of first names that may be one: Nizar, Nazar; Kamel, Kamal
WINDOW = 10  # neighbours a name is compared with in a block of one last name


class Doubt(NamedTuple):
    """Two clusters that may be one, how alike they are, and what speaks for and against."""

    one: Cluster
    other: Cluster
    score: float
    reason: str


def full_names(forms: Iterable[Form]) -> tuple[list[Cluster], list[Doubt]]:
    """Clusters of full names, blocked by the consonants of first and last part; a form that fits two joins neither."""
    blocks: dict[tuple[str, str], list[Form]] = defaultdict(list)
    for form in forms:
        blocks[bones_of(form.parts[0]), bones_of(form.parts[-1])].append(form)
    clusters: list[Cluster] = []
    doubts: list[Doubt] = []
    for key in sorted(blocks):
        made: list[Cluster] = []
        for form in sorted(blocks[key], key=lambda each: each.weight):
            fits = [each for each in made if all(names_agree(form.parts, known.parts) for known in each.forms)]
            if len(fits) == 1:
                fits[0].add(form, *_rule(form, fits[0].head))
                continue
            lone = Cluster.of(form)
            doubts += [Doubt(lone, each, round(1 / len(fits), 2), "fits more than one name") for each in fits]
            made.append(lone)
        clusters += made
    return clusters, doubts + list(_alike(clusters))


def _rule(form: Form, head: Form) -> tuple[str, float]:
    if form.parts == head.parts:
        return f"the same name as {head.text}", SAME
    if len(form.parts) == len(head.parts):
        return f"a spelling of {head.text}", SPELT
    return f"first and last name of {head.text}", MIDDLE


def _alike(clusters: Sequence[Cluster]) -> Iterator[Doubt]:
    """Persons of one last name whose first names are nearly alike, and the reverse.

    In large blocks only neighbours are compared, so that work grows with the block and not with its square.
    """
    for same, differs, words in (
        (-1, 0, "last names agree, first names differ"),
        (0, -1, "first names agree, last names differ"),
    ):
        blocks: dict[str, list[Cluster]] = defaultdict(list)
        for cluster in clusters:
            blocks[bones_of(cluster.head.parts[same])].append(cluster)
        for key in sorted(blocks):
            ordered = sorted(blocks[key], key=lambda each: (each.head.parts[differs], each.head.form_id))
            for at, one in enumerate(ordered):
                for other in ordered[at + 1 : at + 1 + WINDOW]:
                    mine, others = one.head.parts, other.head.parts
                    likeness = JaroWinkler.similarity(mine[differs], others[differs])
                    if likeness >= LIKE and parts_agree(mine[same], others[same]) and not names_agree(mine, others):
                        yield Doubt(
                            one, other, round(0.7 * likeness, 2), f"{words}: {mine[differs]}, {others[differs]}"
                        )


class Posts(NamedTuple):
    """The words for posts and ranks that tell persons apart, and the codes of the ranks in which officers rise."""

    known: frozenset[str]
    graded: frozenset[str]


def short_names(
    forms: Iterable[Form], beside: Mapping[str, Sequence[str]], clusters: Sequence[Cluster], posts: Posts
) -> tuple[list[Cluster], list[Doubt]]:
    """Give each one-word form to the person it stands for; the clusters left over, and the doubts.

    `beside` has the full forms of the same document by short form. Without a full form, a post held by one person of
    that last name in the whole corpus decides ("President Assad"); else the form stays a person of its document, which
    is listed for review with the one person of that last name, if there is but one.
    """
    of_form = {form.form_id: cluster for cluster in clusters for form in cluster.forms}
    of_post, of_name = _by_post(clusters, posts), _by_name(clusters)
    left: dict[tuple[str | None, str], list[Cluster]] = defaultdict(list)
    doubts: list[Doubt] = []
    for form in sorted(forms, key=lambda each: each.form_id):
        near = [full_id for full_id in beside.get(form.form_id, ()) if full_id in of_form]
        near = [full_id for full_id in near if not _is_other_post(form, of_form[full_id], posts)]
        fits = _fitting(form, near, of_form, is_part_of)
        first = [] if fits else _fitting(form, near, of_form, is_first_of)
        if len(fits) == 1:
            fits[0].add(form, f"last name of {fits[0].head.text}, who is named in the same document", BESIDE)
            continue
        if len(first) == 1:
            first[0].add(form, f"first part of the name of {first[0].head.text}, of the same document", FIRST)
            continue
        if not fits:
            post = _distinct(each for role in _posts(form, posts) for each in of_post.get((role, _surname(form)), ()))
            post = [each for each in post if is_part_of(form.text, each.head.parts)]
            if len(post) == 1:
                post[0].add(form, f"of that last name and the same post or rank: {post[0].head.text}", POST)
                continue
        lone = _left_with(form, left)
        doubts += [
            Doubt(lone, each, round(1 / len(fits), 2), "last name of several persons of the document") for each in fits
        ]
        named = [] if fits else _distinct(of_name.get(_surname(form), ()))
        named = [each for each in named if is_part_of(form.text, each.head.parts)]
        if len(named) == 1 and not _is_other_post(form, named[0], posts):
            doubts.append(Doubt(lone, named[0], ELSEWHERE, f"last name of {named[0].head.text}, whom others name"))
    return [cluster for namesakes in left.values() for cluster in namesakes], doubts


def _fitting(
    form: Form,
    near: Iterable[str],
    of_form: Mapping[str, Cluster],
    fits: Callable[[str, tuple[str, ...]], bool],
) -> list[Cluster]:
    return _distinct(of_form[full_id] for full_id in near if fits(form.text, _full_parts(of_form[full_id], full_id)))


def _left_with(form: Form, left: Mapping[tuple[str | None, str], list[Cluster]]) -> Cluster:
    """The person of its document that the form is left with."""
    namesakes = left[form.document_id, _surname(form)]
    for known in namesakes:
        if known.head.parts and form.parts and parts_agree(known.head.parts[-1], form.parts[-1]):
            known.add(form, f"a spelling of {known.head.text} in the same document", SPELT)
            return known
    namesakes.append(Cluster.of(form, "one word, of one document"))
    return namesakes[-1]


def _full_parts(cluster: Cluster, form_id: str) -> tuple[str, ...]:
    return next(form.parts for form in cluster.forms if form.form_id == form_id)


def _distinct(clusters: Iterable[Cluster]) -> list[Cluster]:
    return list({id(cluster): cluster for cluster in clusters}.values())


def _by_post(clusters: Iterable[Cluster], posts: Posts) -> dict[tuple[str, str], list[Cluster]]:
    held: dict[tuple[str, str], list[Cluster]] = defaultdict(list)
    for cluster in clusters:
        for form in cluster.forms:
            for post in sorted(_posts(form, posts)):
                held[post, _surname(form)].append(cluster)
    return held


def _by_name(clusters: Iterable[Cluster]) -> dict[str, list[Cluster]]:
    borne: dict[str, list[Cluster]] = defaultdict(list)
    for cluster in clusters:
        borne[_surname(cluster.head)].append(cluster)
    return borne


def _posts(form: Form, posts: Posts) -> frozenset[str]:
    """Posts and ranks written beside a form (president, colonel); "Mr" and "a native of Homs" are none."""
    roles = {role.rsplit(maxsplit=1)[-1] for role in form.roles}
    return frozenset((*form.rank_codes, *(roles & posts.known)))


def _is_other_post(form: Form, cluster: Cluster, posts: Posts) -> bool:
    """Whether the form has a post or rank and the person only others: President Assad, Colonel Asaad.

    Two ranks of the ladder do not contradict: officers rise.
    """
    mine = _posts(form, posts)
    theirs = frozenset().union(*(_posts(known, posts) for known in cluster.forms if not known.is_short))
    return bool(mine and theirs) and not mine & theirs and not (mine & posts.graded and theirs & posts.graded)


def _surname(form: Form) -> str:
    return bones_of(form.parts[-1]) if form.parts else form.text
