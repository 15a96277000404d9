"""HTML pages: the article's text, and what the page says of it.

A page is parsed once: its metadata are read off the tree (`metadata`), then the tree is pruned, narrowed and handed to
trafilatura (`body`). Trafilatura's own metadata and dates are not asked: they cost as much as the text and guess dates
out of it. What no tree can hold is read with its tags cut out (`fragments`).
"""

from __future__ import annotations

from typing import Any

from ctnews.reading.html.body import find_text, share_of_links
from ctnews.reading.html.encoding import declared_encoding
from ctnews.reading.html.fragments import has_markup, looks_like_html, stripped, text_of
from ctnews.reading.html.metadata import read_metadata
from ctnews.reading.html.pages import check_is_article, head_of, without_title
from ctnews.reading.html.tree import MAX_DEPTH, depth_of, is_vast, parse
from ctnews.reading.rejected import NotTaken

__all__ = ["declared_encoding", "has_markup", "looks_like_html", "read_html", "text_of"]


def read_html(page: str) -> dict[str, Any]:
    """Give an article's text, title, author, date, outlet and address as far as the page tells them.

    `form` says whether the text is the body or, of pages too large or deep to take apart, everything.

    Raises `NotTaken` where the page holds no article.
    """
    vast = is_vast(page)
    tree = parse(head_of(page) if vast else page)
    if tree is None:
        raise NotTaken("no_text", "The page holds no text.")
    found = read_metadata(tree)
    stated = found.pop("stated")
    whole = vast or depth_of(tree) >= MAX_DEPTH
    if whole:
        text, links = stripped(page), 0.0
    else:
        text = find_text(tree, page, stated.body)
        links = 0.0 if stated.is_article else share_of_links(tree, text)
    text = without_title(text, found["title"])
    check_is_article(text, found, page, links)
    return {"text": text, "form": None if whole else "body", **found}
