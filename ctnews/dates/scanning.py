"""From a text to its dates: found from left to right, each resolved against the anchor of where it stands."""

from __future__ import annotations

from ctnews.dates.find import matches_at, starts
from ctnews.dates.found import Found
from ctnews.dates.mention import Anchor, DateMention
from ctnews.dates.narrative import settled
from ctnews.dates.quoted import anchor_at, quotations
from ctnews.dates.resolve import mention


def scan(text: str, *, lang: str, anchor: Anchor | None = None) -> list[DateMention]:
    """Find the dates of a text and resolve them against the day it was published.

    Gives `DateMention`s in the order of the text, none over another. What needs an anchor and has none stays
    unresolved, flagged `no_anchor`; an anchor that is an interval gives `partial_anchor` where it matters. A quoted
    tweet has its own date as anchor. In a language without tables only dates in digits are found.

    >>> [told.iso for told in scan("They met on 2 May 2019.", lang="en")]
    ['2019-05-02']
    """
    return [told for told, _ in dates_found(text, lang, anchor)]


def dates_found(text: str, lang: str, anchor: Anchor | None) -> list[tuple[DateMention, Found]]:
    """Give what `scan` gives, each with the match that it came from."""
    quoted = quotations(text, lang)
    dates: list[tuple[DateMention, Found]] = []
    signed = {tweet.signed[0].start: tweet.signed for tweet in quoted}
    position = 0
    for start in sorted({*starts(text, lang), *signed}):
        if start < position:
            continue
        if start in signed:
            dates.append(signed[start])
            position = signed[start][0].end
            continue
        own = anchor_at(start, quoted, anchor)
        for rule, found in matches_at(text, start, lang, anchored=own is not None):
            told = None if rule.is_silent else mention(rule, found, own)
            if told is not None:
                dates.append((told, found))
            if rule.is_silent or told is not None:
                position = found.match.end()
                break
    return settled(text, dates)
