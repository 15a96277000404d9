"""Pages: HTML within limits, with whatever breaks its reader turned into `NotTaken`."""

from __future__ import annotations

from typing import Any

from ctnews.reading.html import read_html
from ctnews.reading.rejected import NotTaken, foreign, storable

MAX_TAGS = 150_000
"""The most tags a page may have: what it takes to find the article grows faster than their number."""


def read_page(page: str) -> dict[str, Any]:
    """Give what a page tells of its article; raises `NotTaken` where it holds none, or is too large to look for it."""
    if page.count("<") > MAX_TAGS:
        raise NotTaken("too_large", f"The page has more than {MAX_TAGS:,} tags; save the article's text as .txt.")
    with foreign("The page"):
        return read_html(storable(page))
