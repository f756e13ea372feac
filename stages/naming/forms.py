"""Written forms of names, and the clusters of forms that name one thing."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

import pyarrow as pa

from stages.naming.names import parts_of
from stages.stage import id_of


@dataclass(frozen=True, slots=True)
class Form:
    """One row of the input `mention_forms`."""

    form_id: str
    label: str
    document_id: str | None
    is_short: bool
    text: str
    kind: str | None
    country_code: str | None
    gazetteer_id: str | None
    rank_codes: tuple[str, ...]
    roles: tuple[str, ...]
    mention_count: int
    first_mention_id: str

    @property
    def parts(self) -> tuple[str, ...]:
        """The parts of a person's name."""
        return parts_of(self.text)

    @property
    def weight(self) -> tuple[int, int, str]:
        """For sorting: the fullest first, then the commonest."""
        return -len(self.parts), -self.mention_count, self.form_id


@dataclass(slots=True)
class Cluster:
    """Forms that name one thing, each with the rule and the score (0 to 1) by which it came in."""

    forms: list[Form]
    rules: list[tuple[str, float]] = field(default_factory=list)

    @classmethod
    def of(cls, form: Form, rule: str = "a form of its own") -> "Cluster":
        """A cluster of one form."""
        return cls([form], [(rule, 1.0)])

    def add(self, form: Form, rule: str, score: float) -> None:
        """Put a form to the others."""
        self.forms.append(form)
        self.rules.append((rule, score))

    @property
    def head(self) -> Form:
        """The form it began with: the fullest."""
        return self.forms[0]

    @property
    def entity_id(self) -> str:
        """Hash of the gazetteer's place, or of the first mention in order of its id."""
        if self.head.gazetteer_id is not None:
            return id_of("place", self.head.gazetteer_id)
        return id_of("entity", min(form.first_mention_id for form in self.forms))


def forms_in(mention_forms: pa.Table) -> list[Form]:
    """The rows of `mention_forms`, in order of their id whatever theirs is."""
    rows = mention_forms.select(list(Form.__slots__)).to_pylist()
    for row in rows:
        row["rank_codes"], row["roles"] = tuple(row["rank_codes"] or ()), tuple(row["roles"] or ())
    return sorted((Form(**row) for row in rows), key=lambda form: form.form_id)


def name_of(forms: Iterable[Form]) -> str:
    """The fullest of the commonest forms: of those at least a third as common as the commonest.

    Forms in capitals and names of one part stand back where there are others: not UN, not Assad.
    """
    known = list(forms)
    known = [form for form in known if not form.text.isupper()] or known
    known = [form for form in known if not form.is_short] or known
    least = max(form.mention_count for form in known) / 3
    common = [form for form in known if form.mention_count >= least]
    return min(common, key=lambda form: (-len(form.parts), -form.mention_count, form.form_id)).text


def other_names_of(forms: Sequence[Form], name: str) -> list[str]:
    """Every other form, the commonest first."""
    ordered = sorted(forms, key=lambda form: (-form.mention_count, form.form_id))
    return list(dict.fromkeys(form.text for form in ordered if form.text != name))
