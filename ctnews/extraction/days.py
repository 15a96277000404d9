"""Resolves "the same day": the day that the text told of last."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from ctnews.extraction.text import vocabulary

if TYPE_CHECKING:
    from ctnews.dates import DateMention


def with_same_days(text: str, dates: Sequence[DateMention], *, lang: str) -> list[DateMention]:
    """Give the dates with every "the same day" resolved to the last day told before it, where there is one."""
    spans = [(m.start, m.end) for m in vocabulary.index_of("meeting_cues", "same_day", lang).find(text)]
    resolved: list[DateMention] = []
    last: DateMention | None = None
    for told in dates:
        same = any(start < told.end and told.start < end for start, end in spans)
        known = same and told.first is None and last is not None
        resolved.append(_same_day(told, last) if known and last else told)
        if told.first is not None and told.granularity == "day" and told.first == told.last:
            last = told
    return resolved


def _same_day(told: DateMention, last: DateMention) -> DateMention:
    return replace(told, first=last.first, last=last.last, granularity="day", iso=last.iso, rule="same_day")
