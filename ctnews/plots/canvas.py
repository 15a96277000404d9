"""What every figure shares: the style, the room for its words, its description, and what it says if empty."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from ctnews.errors import InputError
from ctnews.tables import words

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

STYLE = Path(__file__).with_name("ctnews.mplstyle")
BLUE, VERMILION, GREEN, GREY = "#0072B2", "#D55E00", "#009E73", "#8a8a8a"
INK, QUIET = "#222222", "#595959"

WIDTH = 9.2
HEAD, FOOT, ROW = 0.84, 0.34, 0.38
LABEL_WIDTH = 40
LABEL_LINES = 2


@contextmanager
def styled() -> Iterator[None]:
    """Draw in the package's style, whatever the user's own settings are."""
    import matplotlib.pyplot as plt

    with plt.style.context(STYLE), plt.rc_context({"font.family": list(_families())}):
        yield


def new_axes(ax: Axes | None, *, rows: int, left: float = 0.55, right: float = 0.3, foot: float = FOOT) -> Axes:
    """Give the axes to draw on: the user's, or those of a new figure; margins are in inches."""
    import matplotlib.pyplot as plt

    if ax is not None:
        return ax
    height = HEAD + foot + ROW * max(rows, 3)
    figure = plt.figure(figsize=(WIDTH, height))
    box = (left / WIDTH, foot / height, (WIDTH - left - right) / WIDTH, (height - HEAD - foot) / height)
    made: Axes = figure.add_axes(box)
    made.set_gid("own")
    return made


def headline(ax: Axes, finding: str, measure: str, *, detail: str = "") -> Axes:
    """Write the finding and, smaller, what was measured; keep all as its description."""
    import textwrap

    ax.set_label(" ".join(filter(None, [f"{finding}.", f"{measure}.", detail])))
    if ax.get_gid() != "own":
        ax.set_title(f"{finding}\n{measure}", fontsize=10)
        return ax
    height = figure_of(ax).get_size_inches()[1]
    title = textwrap.shorten(printable(finding), 86, placeholder="…")
    ax.figure.text(0, 1 - 0.08 / height, title, fontsize=13.5, weight="bold", va="top")
    ax.figure.text(0, 1 - 0.38 / height, printable(measure), fontsize=10, color=QUIET, va="top")
    return ax


def figure_of(ax: Axes) -> Figure:
    """Give the whole figure that axes stand in."""
    from matplotlib.figure import Figure

    figure = ax.get_figure(root=True)
    if not isinstance(figure, Figure):
        raise InputError("These axes stand in no figure; make them with `plt.subplots()`.")
    return figure


def nothing(ax: Axes | None, text: str) -> Axes:
    """Give axes that say that there is nothing to show."""
    with styled():
        ax = new_axes(ax, rows=2)
        ax.set_axis_off()
        ax.text(0.5, 0.6, text, ha="center", va="center", color=QUIET, fontsize=12, transform=ax.transAxes)
        ax.set_label(f"{text}.")
    return ax


def row_labels(ax: Axes, labels: Sequence[str]) -> None:
    """Name the rows, first row on top; a long name takes two lines."""
    ax.set_yticks(range(len(labels)), [wrapped(printable(label)) for label in labels], linespacing=1.0)
    ax.set_ylim(len(labels) - 0.4, -0.6)


def wrapped(text: str, width: int = LABEL_WIDTH) -> str:
    """Give a text on two lines at most."""
    import textwrap

    return "\n".join(textwrap.wrap(text, width, max_lines=LABEL_LINES, placeholder="…"))


def time_axis(ax: Axes) -> None:
    """Show a year at least, and label days so that the labels do not overlap."""
    from matplotlib.dates import AutoDateLocator, ConciseDateFormatter

    low, high = ax.get_xlim()
    lacking = max(0.0, words.DAYS_A_YEAR - (high - low)) / 2
    ax.set_xlim(low - lacking, high + lacking)
    locator = AutoDateLocator(minticks=3, maxticks=9)  # type: ignore[no-untyped-call]
    ax.xaxis.set_major_locator(locator)
    ax.xaxis.set_major_formatter(ConciseDateFormatter(locator, show_offset=False))  # type: ignore[no-untyped-call]


def describe(ax: Axes) -> str:
    """Give a figure in words, for those who cannot see it."""
    return str(ax.get_label() or ax.get_title())


def printable(text: str) -> str:
    """Leave out what no font at hand can draw; matplotlib would draw boxes and warn."""
    known = _glyphs()
    return "".join(letter for letter in text if ord(letter) in known or letter == "\n").strip() or "?"


@cache
def _families() -> tuple[str, ...]:
    """Give the style's fonts that this machine has; the last one comes with matplotlib."""
    from matplotlib import font_manager, rc_params_from_file

    installed = set(font_manager.get_font_names())
    wanted = rc_params_from_file(STYLE, use_default_template=False)["font.sans-serif"]
    return tuple(name for name in wanted if name in installed)


@cache
def _glyphs() -> frozenset[int]:
    from matplotlib import font_manager

    paths = (font_manager.findfont(name) for name in _families())
    return frozenset(code for path in paths for code in font_manager.get_font(path).get_charmap())
