"""Reads what stands beside the body: the title, captions and tweets can tell what the body leaves out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ctnews.extraction.facts import Place
from ctnews.extraction.meetings.events import find_events
from ctnews.extraction.meetings.scene import Aside, Scene
from ctnews.extraction.meetings.slots import fill

if TYPE_CHECKING:
    from ctnews.dates import DateMention


@dataclass(frozen=True, slots=True)
class Hint:
    """What an aside tells of the article's meeting."""

    ordinal: int | None = None
    date: DateMention | None = None
    place: Place | None = None


def hint(scene: Scene) -> Hint:
    """Give what title, captions and tweets tell: a number, a date, a place; the first that tells each counts.

    A tweet about a meeting is dated by itself; captions tell where and when the picture was taken.
    """
    asides = [Aside("title", scene.title), *scene.asides] if scene.title else list(scene.asides)
    hints = [_read(scene, aside) for aside in asides]
    return Hint(
        ordinal=next((h.ordinal for h in hints if h.ordinal is not None), None),
        date=next((h.date for h in hints if h.date), None),
        place=next((h.place for h in hints if h.place), None),
    )


def _read(scene: Scene, aside: Aside) -> Hint:
    from ctnews.dates import scan
    from ctnews.extraction.places import find_places

    text = aside.text
    dates = scan(text, lang=scene.lang, anchor=scene.anchor)
    places = find_places(text, lang=scene.lang)
    small = Scene(text, scene.lang, [(0, len(text))], dates, places, [], [], scene.anchor)
    sentence = small.lines[0]
    events = find_events(sentence)
    if aside.label == "tweet":
        return Hint(date=_own_date(dates) if events or sentence.cues("today") else None)
    slots = fill(small, sentence, events).values()
    place = next((s.place for s in slots if s.place and s.place.kind != "country"), None)
    return Hint(
        ordinal=next((event.ordinal for event in events if event.ordinal is not None), None),
        date=next((s.date for s in slots if s.date and aside.label == "caption"), None),
        place=place,
    )


def _own_date(dates: Sequence[DateMention]) -> DateMention | None:
    """Give the date that closes a tweet: the last full one."""
    full = [date for date in dates if date.granularity == "day" and date.anchor is None and date.first]
    return full[-1] if full else None
