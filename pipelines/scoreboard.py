"""Scores for people: tables on a terminal, plain lines elsewhere."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from rich import box
from rich.console import Console
from rich.table import Table

from stages.scoring.annotations import Statement
from stages.scoring.articles import ArticleScores
from stages.scoring.claims import ClaimScores
from stages.scoring.figures import Figure, SlotFigure
from stages.scoring.names import wrong_names
from stages.scoring.scores import Scores
from stages.scoring.slots import differences, whole_of

PLAIN_WIDTH = 120  # columns, where there is no terminal to ask
SHOWN_CHARS = 160  # of a sentence


def console_of() -> Console:
    """The terminal, or plain text of a fixed width where there is none."""
    console = Console(highlight=False)
    return console if console.is_terminal else Console(highlight=False, width=PLAIN_WIDTH)


def show_scores(scores: Scores) -> None:
    """Print every figure."""
    console = console_of()
    claims = scores.claims
    console.print(
        f"{scores.documents} documents, {scores.negatives} of them negative; {len(claims.wanted)} gold claims "
        f"({sum(claim.is_optional for claim in claims.wanted)} optional), {len(claims.found)} found"
    )
    console.print(_figures("claims", claim_figures(claims)))
    console.print(_figures("claims by type", claims.of_type))
    console.print(_slots(f"slots of {len(claims.detection.pairs)} matched claims", claims.slots))
    console.print(_slots("slots of matched defections", claims.defection_slots))
    console.print(f"found claims paired with optional ones, neither right nor wrong: {len(claims.detection.doubtful)}")
    if claims.false_in:
        console.print(_negatives(claims.false_in))
    if scores.articles is not None:
        console.print(f"claims outside the article: {claims.outside_body} of {len(claims.found)}")
        _show_articles(console, scores.articles)
    if scores.names is not None:
        console.print(_figures("names", scores.names))


def claim_figures(claims: ClaimScores) -> dict[str, Figure]:
    """The figures of claims as a whole, by what is measured."""
    return {
        "type or family": claims.detection.figure,
        "strict type": claims.strict.figure,
        "defections": claims.defections,
        "who did what to whom": claims.roles,
        "whole record": claims.record,
    }


def show_errors(scores: Scores, raw_text: Mapping[str, str], most: int) -> None:
    """Print so many of the false and missed claims, wrong slots and false and missed names, each with its words."""
    console = console_of()
    claims = scores.claims
    for title, statements in (("false claims", claims.false_claims), ("missed claims", claims.missed_claims)):
        console.print(f"\n{title}: {min(most, len(statements))} of {len(statements)}")
        for statement in statements[:most]:
            console.print(_line_of(statement, raw_text), markup=False, soft_wrap=True)

    for slot, lines in _wrong_slots(claims, raw_text).items():
        console.print(f"\nwrong {slot}: {min(most, len(lines))} of {len(lines)}")
        for line in lines[:most]:
            console.print(line, markup=False, soft_wrap=True)
    if scores.names is not None:
        wrong = wrong_names(scores.found.names, scores.gold.names, scores.gold.articles)
        for title, names in zip(("false names", "missed names"), wrong, strict=True):
            console.print(f"\n{title}: {min(most, len(names))} of {len(names)}")
            for name in names[:most]:
                quoted = shown(raw_text[name.document][name.start_char : name.end_char])
                console.print(f"  {name.document} {name.label} “{quoted}”", markup=False, soft_wrap=True)


def _wrong_slots(claims: ClaimScores, raw_text: Mapping[str, str]) -> dict[str, list[str]]:
    """The slots of matched claims that are wrong: what was found, what gold has, and the sentence."""
    lines: dict[str, list[str]] = defaultdict(list)
    for pair in claims.detection.pairs:
        gold = claims.wanted[pair.wanted]
        for slot, (mine, wanted) in differences(claims.found[pair.found], gold).items():
            said = shown(f"{mine or '-'} | {wanted or '-'}")
            lines[slot].append(f"  {said}  in {_line_of(gold, raw_text).strip()}")
    return lines


def _line_of(statement: Statement, raw_text: Mapping[str, str]) -> str:
    sentence = shown(raw_text[statement.document][statement.start_char : statement.end_char])
    cut = sentence if len(sentence) <= SHOWN_CHARS else f"{sentence[:SHOWN_CHARS]}…"
    return f"  {statement.document} {statement.type_code} “{statement.trigger or ''}” {cut}"


def shown(text: str) -> str:
    """A text on one line, without characters that would steer a terminal."""
    return "".join(char if char.isprintable() else "�" for char in " ".join(text.split()))


def table_of(title: str, *columns: str) -> Table:
    """An empty table whose first column is text and whose others are figures."""
    table = Table(title=title or None, title_justify="left", box=box.SIMPLE, pad_edge=False)
    table.add_column(columns[0])
    for column in columns[1:]:
        table.add_column(column, justify="right")
    return table


def _figures(title: str, figures: Mapping[str, Figure]) -> Table:
    table = table_of(title, "measure", "precision", "recall", "F1", "right", "found", "gold")
    for name, figure in figures.items():
        ratios = (f"{ratio:.3f}" for ratio in (figure.precision, figure.recall, figure.f1))
        table.add_row(name, *ratios, str(figure.right), str(figure.predicted), str(figure.wanted))
    return table


def _slots(title: str, figures: dict[str, SlotFigure]) -> Table:
    table = table_of(title, "slot", "right", "of", "accuracy", "filled though empty in gold", "of", "false fill")
    for name, figure in {**figures, "all": whole_of(figures)}.items():
        false_fill = ("", "", "") if figure.empty is None else (
            str(figure.filled), str(figure.empty), f"{figure.false_fill:.3f}"
        )  # fmt: skip
        table.add_row(name, f"{figure.right:g}", str(figure.wanted), f"{figure.accuracy:.3f}", *false_fill)
    return table


def _negatives(false_in: Mapping[str, int]) -> str:
    total = sum(false_in.values())
    documents: Iterable[str] = (f"{name}: {count}" for name, count in false_in.items() if count)
    return (
        f"negative documents: {total} claims in {len(false_in)}, {total / len(false_in):.2f} each"
        f"{', '.join(['', *documents])}"
    )


def _show_articles(console: Console, articles: ArticleScores) -> None:
    console.print(_figures("article", {"characters of the body": articles.body}))
    console.print(
        f"bodies: mean F1 {articles.mean_f1:.3f}, worst {articles.worst_f1:.3f}; "
        f"titles right: {articles.titles_right} of {articles.titles_wanted}"
    )
