"""Pages as a whole: is it an article, and what of its text is said elsewhere."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from ctnews.reading.rejected import NotTaken

SHORTEST = 60  # characters: below it no text of a page is an article
SHORT_NOTICE = 1_500
LONG_LINE = 100  # characters, as in a paragraph
MANY_LINES = 8
LEAST_PROSE = 0.1  # share of the text in long lines
MOST_LINKS = 0.5
"""Of 261 news articles none and of 793 of all kinds one is held for a list by these, of 216 lists a fifth is."""

_HEAD = re.compile(r"<body\b|</head\s*>", re.IGNORECASE)
_MOST_HEAD = 300_000
_ERROR = re.compile(r"^\W*(?:error\W*)?(?:40[0134]|410|429|50[0234])\b", re.IGNORECASE)
_FRAMES = re.compile(r"<frameset\b", re.IGNORECASE)


def head_of(page: str) -> str:
    """Give the page's beginning up to its body."""
    match = _HEAD.search(page, 0, _MOST_HEAD)
    return page[: match.start() if match else _MOST_HEAD]


def without_title(text: str, title: str | None) -> str:
    """Give the text without the title that it opens with."""
    first, _, rest = text.partition("\n")
    while title and rest and _squeezed(first) == _squeezed(title):
        text = rest
        first, _, rest = text.partition("\n")
    return text


def check_is_article(text: str, metadata: Mapping[str, Any], page: str, links: float = 0.0) -> None:
    """Raise `NotTaken` where a page's text is none, an error page or a list of links (`links`: their share of it)."""
    if len(text) < SHORTEST:
        raise NotTaken("no_text", _why_empty(page))
    if metadata["published"] is not None:
        return
    title = metadata["title"] or ""
    if len(text) < SHORT_NOTICE and _ERROR.match(title):
        raise NotTaken("no_text", f"The page is an error page, titled {title[:60]!r}.")
    lines = text.split("\n")
    prose = sum(len(line) for line in lines if len(line) >= LONG_LINE) / len(text)
    if links > MOST_LINKS or (len(lines) >= MANY_LINES and prose < LEAST_PROSE):
        raise NotTaken("no_text", "The page is a list of short lines or links, not an article.")


def _why_empty(page: str) -> str:
    if _FRAMES.search(page):
        return "The page holds frames alone; save the pages shown in them."
    return "The page holds no text that looks like an article."


def _squeezed(text: str) -> str:
    return "".join(character for character in text.casefold() if character.isalnum())
