"""The dates of a text as tests tell them: their words with their values, or the values alone."""

from __future__ import annotations

from datetime import date

from ctnews.dates import Anchor, DateMention, scan

ANCHORS = {"en": date(2023, 6, 20), "id": date(2025, 6, 20), "ms": date(2015, 9, 30)}  # Tue, Fri, Wed


def dates(text: str, lang: str, anchor: date | None = None) -> list[DateMention]:
    """Give the dates of a text, read against an anchor, by default the language's own."""
    return scan(text, lang=lang, anchor=Anchor.of(anchor or ANCHORS[lang]))


def values(text: str, lang: str, anchor: date | None = None) -> list[tuple[str, str | None]]:
    """Give the words of each date and its value."""
    return [(mention.text, mention.iso) for mention in dates(text, lang, anchor)]


def isos(text: str, lang: str, anchor: date | None = None) -> str:
    """Give the values alone with "; " between, "?" for what stays unresolved."""
    return "; ".join(mention.iso or "?" for mention in dates(text, lang, anchor))
