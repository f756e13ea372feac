"""Charts as SVG: drawn here rather than by a script, so that they print, follow the theme, and link to their rows."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from math import ceil, floor, log10

from markupsafe import Markup, escape

from warehouse.site.words import cut, label_of, range_of, visible

WIDTH, HEIGHT = 720, 240
LEFT, RIGHT, TOP, BOTTOM = 52, 8, 12, 28
SERIES = 7  # colours that stay apart for colour-blind readers; further series share the grey "other"


@dataclass(frozen=True)
class Bar:
    """One column of a chart: where it stands, and a (series, value, address) for each part."""

    label: str
    parts: tuple[tuple[str, int, str], ...]

    @property
    def height(self) -> int:
        """The sum of its parts."""
        return sum(value for _, value, _ in self.parts)


@dataclass(frozen=True)
class Point:
    """One day of a curve, with what is known at least and at most."""

    day: date
    low: float
    high: float


@dataclass(frozen=True)
class Extent:
    """One line of a range chart: whose number it is, how low and high it may be (null is open), where it leads."""

    label: str
    low: int | None
    high: int | None
    address: str


def ticks_up_to(top: float) -> list[float]:
    """Three to six round values from 0 to at least `top`."""
    top = max(1.0, top)
    step = 10.0 ** floor(log10(top))
    step = next(part for part in (step / 5, step / 2, step, step * 2) if top / part <= 5)
    step = max(1, step)
    return [step * number for number in range(ceil(top / step) + 1)]


def _number(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")


def _short(tick: float) -> str:
    return f"{tick:,.0f}" if tick < 1000 else f"{tick / 1000:,g}k"


def _axis(ticks: Sequence[float]) -> list[str]:
    marks = []
    for tick in ticks:
        y = _y(tick, ticks[-1])
        marks.append(f'<line class="rule" x1="{LEFT}" x2="{WIDTH - RIGHT}" y1="{y}" y2="{y}"/>')
        marks.append(f'<text class="tick" x="{LEFT - 6}" y="{y}" dy="4" text-anchor="end">{_short(tick)}</text>')
    return marks


def _y(value: float, top: float) -> str:
    return _number(TOP + (HEIGHT - TOP - BOTTOM) * (1 - value / top))


def _svg(title: str, parts: list[str], width: int = WIDTH, height: int = HEIGHT, css: str = "chart") -> Markup:
    name = escape(title)
    role = "group" if any("<a " in part for part in parts) else "img"  # an image hides the links in it from a reader
    opened = f'<svg class="{css}" viewBox="0 0 {width} {height}" role="{role}" aria-label="{name}">'
    return Markup(opened + f"<title>{name}</title>" + "".join(parts) + "</svg>")  # noqa: S704 - each part is escaped where it is made


def series_class(names: Sequence[str], name: str) -> str:
    """The style class of a series: its place among the names, or the grey of the rest."""
    return f"series-{names.index(name)}" if name in names[:SERIES] else "series-other"


def bars(title: str, columns: Sequence[Bar], names: Sequence[str]) -> Markup:
    """Stacked columns; each part carries its value and leads to its rows."""
    if not columns:
        return Markup("")
    ticks = ticks_up_to(max(column.height for column in columns))
    step = (WIDTH - LEFT - RIGHT) / len(columns)
    drawn = _axis(ticks)
    width = min(48.0, max(1.0, step * 0.84))
    every = ceil(len(columns) / 9)
    for number, column in enumerate(columns):
        left, below = LEFT + number * step, 0
        for name, value, address in column.parts:
            y, foot = float(_y(below + value, ticks[-1])), float(_y(below, ticks[-1]))
            below += value
            words = escape(f"{column.label}: {value:,} {label_of(name)}")
            drawn.append(
                f'<a href="{escape(address)}" aria-label="{words}"><rect class="{series_class(names, name)}" '
                f'x="{_number(left + step * 0.08)}" width="{_number(width)}" y="{_number(y)}" '
                f'height="{_number(max(0.5, foot - y))}"><title>{words}</title></rect></a>'
            )
        if number % every == 0 and left < WIDTH - 60:
            css = "tick less" if number // every % 2 or left > WIDTH - 110 else "tick"  # a phone has room for half
            drawn.append(f'<text class="{css}" x="{_number(left)}" y="{HEIGHT - 8}">{escape(column.label)}</text>')
    return _svg(title, drawn)


def sparkline(title: str, values: Sequence[float | None], bad: Sequence[bool]) -> Markup:
    """A small curve of one figure over runs; failed runs are dotted in the colour of alarm."""
    known = [value for value in values if value is not None]
    if not known:
        return Markup("")
    low, span = min(known), (max(known) - min(known)) or 1
    step = 90 / max(1, len(values) - 1)
    places = [
        (5 + step * number, 19 - 14 * (value - low) / span, is_bad)
        for number, (value, is_bad) in enumerate(zip(values, bad, strict=True))
        if value is not None
    ]
    path = " ".join(f"{_number(x)},{_number(y)}" for x, y, _ in places)
    dots = [
        f'<circle class="{css}" cx="{_number(x)}" cy="{_number(y)}" r="{radius}"/>'
        for x, y, is_bad in places
        for css, radius in [("bad", 3.0) if is_bad else ("good", 1.8)]
    ]
    return _svg(title, [f'<polyline points="{path}"/>', *dots], 100, 24, "spark")


def rung(value: int, top: int) -> Markup:
    """One bar of a ladder, for the eye only: the number stands beside it."""
    width = _number(100 * value / max(1, top))
    bar = f'<svg class="rung" viewBox="0 0 100 8" aria-hidden="true" preserveAspectRatio="none"><rect width="{width}" '
    return Markup(bar + 'height="8"/></svg>')  # noqa: S704 - a number


def band(title: str, points: Sequence[Point]) -> Markup:
    """A cumulative curve as the band between what is certain and what is possible."""
    if not points:
        return Markup("")
    ticks = ticks_up_to(max(point.high for point in points))
    first, last = points[0].day.toordinal(), points[-1].day.toordinal()
    scale = (WIDTH - LEFT - RIGHT) / max(1, last - first)
    at = [LEFT + (point.day.toordinal() - first) * scale for point in points]
    lows = _steps(at, [_y(point.low, ticks[-1]) for point in points])
    highs = _steps(at, [_y(point.high, ticks[-1]) for point in points])
    drawn = _axis(ticks)
    drawn.append(f'<polygon class="band" points="{" ".join(highs + lows[::-1])}"/>')
    drawn += [f'<polyline class="edge" points="{" ".join(line)}"/>' for line in (lows, highs)]
    for x, point in zip(at, points, strict=True):
        words = f"{point.day}: {point.low:,.0f} to {point.high:,.0f}"
        at_y = _y(point.high, ticks[-1])
        drawn.append(f'<circle class="dot" cx="{_number(x)}" cy="{at_y}" r="3"><title>{words}</title></circle>')
    for x, anchor, point in ((at[0], "start", points[0]), (at[-1], "end", points[-1])):
        drawn.append(f'<text class="tick" x="{_number(x)}" y="{HEIGHT - 8}" text-anchor="{anchor}">{point.day}</text>')
    return _svg(title, drawn)


def _steps(at: Sequence[float], heights: Sequence[str]) -> list[str]:
    """Corners of a curve that stays until it jumps: nothing is known to have happened between two days."""
    corners = []
    for number, (x, y) in enumerate(zip(at, heights, strict=True)):
        if number:
            corners.append(f"{_number(x)},{heights[number - 1]}")
        corners.append(f"{_number(x)},{y}")
    return corners


def extents(title: str, lines: Sequence[Extent]) -> Markup:
    """One line an answer, from its least to its most; an open end runs to the edge and fades."""
    top = ticks_up_to(max(value for line in lines for value in (line.low, line.high) if value is not None))
    left, height = 20, 44 * len(lines) + 36
    scale = (WIDTH - left - 44) / top[-1]
    drawn = []
    for number, tick in enumerate(top):
        x = _number(left + tick * scale)
        css = "tick less" if number % 2 else "tick"
        drawn.append(f'<line class="rule" x1="{x}" x2="{x}" y1="6" y2="{height - 24}"/>')
        drawn.append(f'<text class="{css}" x="{x}" y="{height - 7}" text-anchor="middle">{tick:,.0f}</text>')
    for number, line in enumerate(lines):
        y = 34 + 44 * number
        start = left + (line.low or 0) * scale
        end = WIDTH - 12.0 if line.high is None else left + line.high * scale
        words = escape(f"{visible(line.label)}: {range_of(line.low, line.high)}")
        css = "extent open" if line.low is None or line.high is None else "extent"
        drawn.append(
            f'<a href="{escape(line.address)}" aria-label="{words}"><text class="tick" x="{left}" y="{y - 13}">'
            f"{escape(cut(visible(line.label), 40))}: {escape(range_of(line.low, line.high))}</text>"
            f'<line class="{css}" x1="{_number(start)}" x2="{_number(max(start + 0.1, end))}" y1="{y}" y2="{y}"/>'
            f"<title>{words}</title></a>"
        )
    return _svg(title, drawn, height=height)
