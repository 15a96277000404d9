"""HTML pages: text and metadata by trafilatura."""

from __future__ import annotations

import re
from typing import Any

from ctnews.reading.days import parse_day
from ctnews.reading.rejected import NotTaken

_DOCUMENT = re.compile(r"\s*(?:<\?xml[^>]*>\s*)?(?:<!doctype html|<html)\b", re.IGNORECASE)
_MARKUP = re.compile(r"</(?:p|div|a|b|i|em|strong|span|h[1-6]|ul|li|br|article)>|<br\s*/?>|<p>", re.IGNORECASE)


def looks_like_html(text: str) -> bool:
    """Tell whether a text begins as an HTML document does."""
    return bool(_DOCUMENT.match(text))


def has_markup(text: str) -> bool:
    """Tell whether a text holds HTML elements."""
    return bool(_MARKUP.search(text))


def read_html(page: str) -> dict[str, Any]:
    """Give an article's text, title, author, date, outlet and address as far as the page tells them.

    Raises `NotTaken` where the page holds no article.
    """
    from trafilatura import bare_extraction

    document: Any = bare_extraction(page, include_comments=False, with_metadata=True)
    if document is None or not document.text:
        raise NotTaken("no_text", "The page holds no text that looks like an article.")
    return {
        "text": document.text,
        "title": document.title,
        "author": document.author,
        "published": parse_day(document.date),
        "outlet": document.sitename or document.hostname,
        "url": document.url,
    }


def text_of(fragment: str) -> str:
    """Give the text of a fragment of HTML, as it stands in a record's body."""
    from lxml.html import fragment_fromstring  # type: ignore[import-untyped]

    broken = re.sub(r"(?i)<br\s*/?>|</(?:p|div|li|h[1-6]|tr|blockquote)>", "\n", fragment)
    broken = re.sub(r"(?is)<(script|style)\b.*?</\1>", "", broken)
    return str(fragment_fromstring(broken, create_parent="div").text_content())
