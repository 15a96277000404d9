"""Finds the new date of a meeting that was put off: "has been postponed to 6 March", "moved from May to July"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ctnews.extraction.meetings.events import Event
from ctnews.extraction.meetings.scene import Sentence
from ctnews.extraction.meetings.status import called_off

if TYPE_CHECKING:
    from ctnews.dates import DateMention

BEHIND = 8  # tokens behind a word of putting off in which the new date stands


def moved_to(sentence: Sentence, events: Sequence[Event]) -> dict[Event, DateMention]:
    """Give the events that a sentence puts off, with the date that it puts them off to."""
    when = _new_date(sentence)
    if when is None:
        return {}
    own = [event for event in events if event.use != "aspect"]
    moved = [event for event in own if called_off(sentence, own, event)]
    return dict.fromkeys(moved or own[:1], when)


def _new_date(sentence: Sentence) -> DateMention | None:
    """Give the date behind "postponed to": its preposition stands right before it."""
    for date in sentence.dates:
        first = sentence.position(date.start)
        reach = set(range(first - BEHIND, first))
        if date.first and first > 1 and sentence.word(first - 1, "new_date") and sentence.at("moved") & reach:
            return date
    return None
