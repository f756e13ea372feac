"""Corrected entities: where analysts say that two are one, or that a name belongs to somebody else."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from stages.corrections import Correction, Corrections
from stages.naming.forms import Cluster, Form, name_of
from stages.naming.persons import Doubt
from stages.naming.spelling import folded
from stages.stage import id_of

Row = dict[str, object]
NOTED = 1.0  # the score of what an analyst says


@dataclass
class Corrected:
    """Clusters as corrected: what was said of each, what each one that went was made part of, and the outcomes."""

    clusters: list[Cluster]
    said: dict[int, list[str]] = field(default_factory=dict)
    became: dict[int, Cluster] = field(default_factory=dict)
    outcomes: list[Row] = field(default_factory=list)

    def doubts(self, doubts: Iterable[Doubt]) -> Iterator[Doubt]:
        """The doubts that are left: none about a pair that an analyst has made one."""
        for doubt in doubts:
            one, other = (self._now(cluster) for cluster in (doubt.one, doubt.other))
            if one is not other:
                yield doubt._replace(one=one, other=other)

    def _now(self, cluster: Cluster) -> Cluster:
        while id(cluster) in self.became:
            cluster = self.became[id(cluster)]
        return cluster

    def noted(self, cluster: Cluster) -> list[str] | None:
        """What analysts changed in it; null when nothing."""
        return self.said.get(id(cluster))


def corrected_entities(clusters: Sequence[Cluster], entity_corrections: Corrections) -> Corrected:
    """The clusters with the merges and splits that are noted, in the order of the file.

    An entity is known by its id, or by that of any of its forms, so that a correction survives a new first mention.
    """
    corrected = Corrected(list(clusters))
    if not entity_corrections.rows:
        return corrected
    for correction in entity_corrections:
        by_id = _by_id(corrected.clusters)
        target = by_id.get(correction.target_id)
        if target is not None:
            apply = _merged if correction.action == "merge" else _parted
            corrected.outcomes.append(apply(corrected, target, correction, by_id))
    return corrected


def _by_id(clusters: Iterable[Cluster]) -> Mapping[str, Cluster]:
    known = {id_of("entity", form.first_mention_id): cluster for cluster in clusters for form in cluster.forms}
    return known | {cluster.entity_id: cluster for cluster in clusters}


def _merged(corrected: Corrected, target: Cluster, correction: Correction, by_id: Mapping[str, Cluster]) -> Row:
    name, other = name_of(target.forms), by_id.get(str(correction.value))
    if name != correction.expected:
        return correction.outcome("guard_failed", name)
    if other is None:
        return correction.outcome("unknown_value", name)
    if other.head.label != target.head.label or target.head.label == "place":
        return correction.outcome("contradicts", name)
    if other is not target:
        _say(corrected, target, f"made one with {name_of(other.forms)}, {correction.whose}")
        for form in other.forms:
            target.add(form, f"made one with {name}, {correction.whose}", NOTED)
        corrected.clusters = [each for each in corrected.clusters if each is not other]
        corrected.became[id(other)] = target
    return correction.outcome("applied", name)


def _parted(corrected: Corrected, target: Cluster, correction: Correction, _: Mapping[str, Cluster]) -> Row:
    name = name_of(target.forms)
    if name != correction.expected:
        return correction.outcome("guard_failed", name)
    parted = [form for form in target.forms if _is_form(form, str(correction.value))]
    if not parted or len(parted) == len(target.forms):
        return correction.outcome("unknown_value", name)
    if target.head.label == "place":
        return correction.outcome("contradicts", name)
    left = [pair for pair in zip(target.forms, target.rules, strict=True) if pair[0] not in parted]
    target.forms[:], target.rules[:] = (list(kept) for kept in zip(*left, strict=True))
    rule = f"parted from {name}, {correction.whose}"
    lone = Cluster(parted, [(rule, NOTED)] * len(parted))
    corrected.clusters.append(lone)
    _say(corrected, target, f"{parted[0].text} parted from it, {correction.whose}")
    _say(corrected, lone, rule)
    return correction.outcome("applied", name)


def _say(corrected: Corrected, cluster: Cluster, words: str) -> None:
    corrected.said.setdefault(id(cluster), []).append(words)


def _is_form(form: Form, text: str) -> bool:
    return folded(form.text) == folded(text)
