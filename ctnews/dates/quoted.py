"""Quoted tweets: what they say of days is said on the day that their signature names."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from ctnews.dates.find import matches_at
from ctnews.dates.found import Found
from ctnews.dates.mention import Anchor, DateMention
from ctnews.dates.resolve import mention

_SIGNATURE = re.compile(r"[—–-]\s?[^()\n—–]{1,60}\(@\w{1,20}\)[\s,·]{1,3}")
_PLATFORM_LANGUAGE = "en"  # what signatures are written in where the page's own language is not


class Quotation(NamedTuple):
    """Where a quoted tweet stands in a text, without its signature, and the date that it is signed with."""

    start: int
    end: int
    signed: tuple[DateMention, Found]
    anchor: Anchor


def quotations(text: str, lang: str) -> list[Quotation]:
    """Give the quoted tweets of a text: each the paragraph, or what is left of it, that its signature ends.

    >>> [tweet.anchor.day for tweet in quotations("Met my colleague today. — A B (@ab) May 18, 2023", "en")]
    [datetime.date(2023, 5, 18)]
    """
    if "(@" not in text:
        return []
    found: list[Quotation] = []
    for signature in _SIGNATURE.finditer(text):
        signed = _signed(text, signature.end(), lang)
        if signed is not None and (day := signed[0].first):
            since = found[-1].end if found else 0
            start = since + max(0, text[since : signature.start()].rstrip().rfind("\n\n"))
            found.append(Quotation(start, signature.start(), signed, Anchor.of(day)))
    return found


def anchor_at(start: int, quoted: Sequence[Quotation], anchor: Anchor | None) -> Anchor | None:
    """Give the anchor of a place in a text: the tweet's own, elsewhere the article's."""
    index = bisect_right(quoted, start, key=lambda tweet: tweet.end)
    return quoted[index].anchor if index < len(quoted) and quoted[index].start <= start else anchor


def _signed(text: str, start: int, lang: str) -> tuple[DateMention, Found] | None:
    for code in (lang, _PLATFORM_LANGUAGE):
        for rule, found in matches_at(text, start, code, anchored=False):
            told = None if rule.is_silent else mention(rule, found, None)
            if told is not None and told.first is not None and told.granularity == "day":
                return told, found
    return None
