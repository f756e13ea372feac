"""Entities: the persons, organisations and places behind written forms; what is uncertain is kept apart and listed."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

import pyarrow as pa

from schemas.corrections import ENTITY_OUTCOMES
from schemas.entities import ENTITIES, ENTITY_FORMS, KINDS, REVIEW_PAIRS
from schemas.table import UnknownCode
from stages.corrections import Corrections
from stages.naming.corrected_entities import corrected_entities
from stages.naming.forms import Cluster, Form, forms_in, name_of, other_names_of
from stages.naming.gazetteer import Gazetteer, Place
from stages.naming.organisations import organisations
from stages.naming.persons import Doubt, Posts, full_names, short_names
from stages.naming.ranks import RankLadder
from stages.stage import Made

Row = dict[str, object]


def link_mentions(
    mention_forms: pa.Table,
    short_forms: pa.Table,
    *,
    gazetteer: Gazetteer,
    ranks: RankLadder,
    entity_corrections: Corrections,
) -> Made:
    """`entities`, with `entity_forms`, `review_pairs` and `entity_outcomes`, whatever the order of the rows.

    `short_forms` pairs a short form (form_id) with the full forms of the same document (full_form_id).
    """
    forms = forms_in(mention_forms)
    beside = _beside(short_forms)
    full, doubts = full_names(form for form in forms if form.label == "person" and len(form.parts) > 1)
    one_word = [form for form in forms if form.label == "person" and len(form.parts) <= 1]
    left, short_doubts = short_names(one_word, beside, full, _posts_of(ranks))
    named = (form for form in forms if form.label == "organisation")
    groups, group_doubts = organisations(named, beside, lambda word: bool(gazetteer.peoples(word)))
    places = [Cluster.of(form, _place_rule(form)) for form in forms if form.label == "place"]
    corrected = corrected_entities([*full, *left, *groups, *places], entity_corrections)
    rows = [
        _entity(cluster, gazetteer, ranks) | {"corrected": corrected.noted(cluster)} for cluster in corrected.clusters
    ]
    return Made(
        ENTITIES.of(sorted(rows, key=lambda row: str(row["entity_id"]))),
        also={
            "entity_forms": ENTITY_FORMS.of(
                sorted(_form_rows(corrected.clusters), key=lambda row: str(row["form_id"]))
            ),
            "review_pairs": REVIEW_PAIRS.of(_pair_rows(corrected.doubts([*doubts, *short_doubts, *group_doubts]))),
            "entity_outcomes": ENTITY_OUTCOMES.of(corrected.outcomes),
        },
    )


def _posts_of(ranks: RankLadder) -> Posts:
    words = (step.label.rsplit(maxsplit=1)[-1] for step in ranks.steps.values())
    return Posts(
        frozenset((*ranks.steps, *words)),
        frozenset(code for code, step in ranks.steps.items() if step.grade is not None),
    )


def _beside(short_forms: pa.Table) -> Mapping[str, list[str]]:
    beside: dict[str, list[str]] = defaultdict(list)
    for row in short_forms.select(["form_id", "full_form_id"]).to_pylist():
        beside[row["form_id"]].append(row["full_form_id"])
    return {form_id: sorted(full_ids) for form_id, full_ids in beside.items()}


def _place_rule(form: Form) -> str:
    return "the gazetteer's place" if form.gazetteer_id else "the name as written; the gazetteer has none that fits"


def _entity(cluster: Cluster, gazetteer: Gazetteer, ranks: RankLadder) -> Row:
    place = gazetteer.place(cluster.head.gazetteer_id) if cluster.head.gazetteer_id else None
    name = place.name if place else name_of(cluster.forms)
    codes = {code for form in cluster.forms for code in form.rank_codes}
    return {
        "entity_id": cluster.entity_id,
        "kind": _kind(cluster),
        "name": name,
        "other_names": other_names_of(cluster.forms, name),
        "rank_codes": sorted(codes, key=lambda code: _height(code, ranks)),
        "country_code": _country(cluster, place),
        "latitude": place.latitude if place else None,
        "longitude": place.longitude if place else None,
        "gazetteer_id": cluster.head.gazetteer_id,
    }


def _height(code: str, ranks: RankLadder) -> tuple[int, str]:
    """For sorting, the highest first; raises UnknownCode."""
    if code not in ranks.steps:
        raise UnknownCode("mentions", "rank_code", code)
    return -(ranks.steps[code].grade or 0), code


def _kind(cluster: Cluster) -> str:
    if cluster.head.label in ("person", "place"):
        return cluster.head.label
    votes: dict[str, int] = defaultdict(int)
    for form in cluster.forms:
        if form.kind in KINDS:
            votes[form.kind] += form.mention_count
    return min(votes, key=lambda kind: (-votes[kind], kind)) if votes else "organisation"


def _country(cluster: Cluster, place: Place | None) -> str | None:
    if place is not None:
        return place.country_code
    known = {form.country_code for form in cluster.forms if form.country_code}
    return known.pop() if len(known) == 1 else None


def _form_rows(clusters: Iterable[Cluster]) -> list[Row]:
    return [
        {"form_id": form.form_id, "entity_id": cluster.entity_id, "rule": rule, "score": score}
        for cluster in clusters
        for form, (rule, score) in zip(cluster.forms, cluster.rules, strict=True)
    ]


def _pair_rows(doubts: Iterable[Doubt]) -> list[Row]:
    best: dict[tuple[str, str], Row] = {}
    for doubt in doubts:
        one, other = sorted((doubt.one.entity_id, doubt.other.entity_id))
        known = best.get((one, other))
        if one != other and (known is None or doubt.score > float(str(known["score"]))):
            best[one, other] = {
                "entity_id": one, "other_entity_id": other, "score": doubt.score, "reason": doubt.reason,
            }  # fmt: skip
    return [best[key] for key in sorted(best)]
