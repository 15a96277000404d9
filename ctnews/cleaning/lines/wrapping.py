"""Wrapping: paragraphs that were broken at a fixed width, as in mails and text made from PDF, put together again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from ctnews.cleaning.lines.split import Line

WIDTHS = range(50, 121)
"""Characters at which text is broken, as a rule; longer lines are paragraphs."""

FEWEST_BREAKS = 5
FULL = 0.8  # share of the width that a line has at least which was broken
MOSTLY = 0.8  # share of the full lines that have to end where the next word did not fit


def unwrapped(raw: str, lines: Sequence[Line]) -> list[Line]:
    """Give the lines of a page, each paragraph of a wrapped text as one; other pages as they are."""
    width = wrap_width(raw, lines)
    return list(_joined(raw, lines, width)) if width else list(lines)


def wrap_width(raw: str, lines: Sequence[Line]) -> int | None:
    """Give the width at which a text is broken; None where it is not."""
    width = max((len(line.text) for line in lines if " " in line.text), default=0)
    full = [
        (one, other) for one, other in pairwise(lines) if len(one.text) >= FULL * width and _next_to(raw, one, other)
    ]
    broken = [pair for pair in full if _goes_on(raw, *pair, width)]
    return width if len(broken) >= max(FEWEST_BREAKS, MOSTLY * len(full)) else None


def _joined(raw: str, lines: Sequence[Line], width: int) -> Iterator[Line]:
    start = 0
    for number, (one, other) in enumerate(pairwise(lines), start=1):
        if not _goes_on(raw, one, other, width):
            yield _one_line(raw, lines[start:number])
            start = number
    yield _one_line(raw, lines[start:])


def _one_line(raw: str, lines: Sequence[Line]) -> Line:
    """Put lines together; every break becomes a blank, so that offsets stay."""
    first, last = lines[0], lines[-1]
    text = "".join(" " if character.isspace() else character for character in raw[first.start : last.end])
    return Line(first.start, last.end, text, text[len(first.text) - len(first.plain) :])


def _goes_on(raw: str, one: Line, other: Line, width: int) -> bool:
    """Tell whether a line goes on in the next: they are next to each other, and its first word did not fit any more."""
    if other.marked or not _next_to(raw, one, other):
        return False
    return len(one.text) + 1 + len(other.text.split(maxsplit=1)[0]) > width


def _next_to(raw: str, one: Line, other: Line) -> bool:
    return raw.count("\n", one.end, other.start) == 1
