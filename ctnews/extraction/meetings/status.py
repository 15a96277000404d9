"""Tells whether a meeting was held, is to come, was called off, or is only wished for."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal

from ctnews.extraction.meetings.events import Event
from ctnews.extraction.meetings.scene import Sentence

if TYPE_CHECKING:
    from ctnews.dates import Anchor, DateMention

Status = Literal["held", "scheduled", "cancelled", "postponed"]

TENSE_BEFORE, TENSE_AFTER = 7, 6  # tokens around an event in which its tense stands
CANCELLED = 30  # tokens around an event in which a word of cancelling stands, commas or not
WISHED = 8  # tokens behind an event in which "ought to be held" stands
LEADING = 10  # tokens between a word of cancelling and the event that it cancels
BEFORE = 5  # what it costs that the word of cancelling stands before the event


def status_of(
    anchor: Anchor | None,
    sentence: Sentence,
    events: Sequence[Event],
    event: Event,
    date: DateMention | None,
    *,
    moved: bool = False,
) -> Status:
    """Give the status of an event: a word of cancelling decides, then the date, then the tense.

    An event `moved` to the date is not called off.
    """
    if not moved and called_off(sentence, events, event):
        return "cancelled"
    if anchor and date and date.first and date.last:
        if date.first > anchor.last:
            return "scheduled"
        if date.last < anchor.first:
            unfulfilled = _near(sentence, event, "unfulfilled", before=TENSE_BEFORE, after=TENSE_AFTER)
            return "cancelled" if unfulfilled else "held"
    return "scheduled" if to_come(sentence, event) else "held"


def to_come(sentence: Sentence, event: Event) -> bool:
    """Tell whether a future stands around an event, or it is a next one."""
    lost = _near(sentence, event, "unfulfilled", before=TENSE_BEFORE, after=TENSE_AFTER)
    future = _near(sentence, event, "future", before=TENSE_BEFORE, after=TENSE_AFTER)
    return event.order == "next" or (future and not lost)


def called_off(sentence: Sentence, events: Sequence[Event], event: Event) -> bool:
    """Tell whether a word of cancelling stands by an event, and no other event stands nearer to it."""
    around = range(event.first - CANCELLED, event.after + CANCELLED)
    for position in sentence.at("cancelled") & set(around):
        if position < event.first and not _leads(sentence, position, event):
            continue
        nearest = min(events, key=lambda other: _steps(other, position))
        if _steps(nearest, position) == _steps(event, position):
            return True
    return False


def put_off(sentence: Sentence, event: Event) -> bool:
    """Tell whether the words that call an event off only put it off: "postponed", with none such as "cancelled"."""
    around = set(range(event.first - CANCELLED, event.after + CANCELLED))
    later = sentence.at("postponed") & around
    return bool(later) and not (sentence.at("cancelled") & around) - later


def _leads(sentence: Sentence, position: int, event: Event) -> bool:
    """Tell whether a word of cancelling before an event is about it: "called off the talks", no comma between."""
    between = range(position, event.first)
    return len(between) <= LEADING and not any(sentence.tokens[i].text in ",;:" for i in between)


def _steps(event: Event, position: int) -> int:
    """Give how far an event stands from a word of cancelling, which mostly follows it."""
    if position >= event.after:
        return position - event.after
    return max(event.first - position, 0) + BEFORE


def doubtful(sentence: Sentence, event: Event) -> bool:
    """Tell whether an event is only wished for, asked for or possible; "should have" tells of one that failed."""
    lost = _near(sentence, event, "unfulfilled", before=TENSE_BEFORE, after=0)
    wished = _near(sentence, event, "wished", before=0, after=WISHED)
    return not lost and (wished or _near(sentence, event, "irrealis", before=6, after=0))


def _near(sentence: Sentence, event: Event, kind: str, *, before: int, after: int) -> bool:
    """Tell whether a cue stands around an event, no comma between."""
    positions = sentence.at(kind) - sentence.in_dates  # the month of May is no doubt
    left = _until_comma(sentence, range(event.first - 1, max(-1, event.first - 1 - before), -1))
    right = _until_comma(sentence, range(event.after, min(len(sentence.tokens), event.after + after)))
    inside = range(event.first, event.after)
    return bool(positions & {*left, *right, *inside})


def _until_comma(sentence: Sentence, positions: range) -> list[int]:
    reached = []
    for position in positions:
        if sentence.tokens[position].text in {",", ";", ":"}:
            break
        reached.append(position)
    return reached
