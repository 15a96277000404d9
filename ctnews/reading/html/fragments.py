"""Markup turned into plain text: fragments in the bodies of records, and pages that no tree can hold."""

from __future__ import annotations

import re
from html import unescape

from ctnews.reading.html.tree import MAX_DEPTH, Element, depth_of, is_vast, parse

_ANY_CASE = re.IGNORECASE | re.DOTALL
_DOCUMENT = re.compile(r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*(?:<!doctype html|<html)\b", _ANY_CASE)
_NAMES = (
    "p|div|a|b|i|u|em|strong|span|font|small|sup|sub|h[1-6]|ul|ol|li|dl|dt|dd|table|thead|tbody|tr|td|th|br|hr|img|"
    "blockquote|article|section|figure|figcaption|iframe|script|style|pre|center|aside|header|footer|time"
)
_MARKUP = re.compile(
    rf"</(?:{_NAMES})\s*>|<(?:br|hr|p|img)\b[^<>]*>|<(?:{_NAMES})(?:\s+[\w:-]+=[^<>]*)>", re.IGNORECASE
)
_ESCAPED = re.compile(rf"&lt;/?(?:{_NAMES})\b.{{0,400}}?&gt;", _ANY_CASE)
_ENTITY = re.compile(r"&(?:#\d{2,6}|#x[0-9a-f]{2,5}|nbsp|amp|quot|apos|[lr][sd]quo|[nm]dash|hellip);", re.IGNORECASE)
_PARAGRAPHS = re.compile(r"\n\s*\n")

_BLOCKS = {
    *("address", "article", "aside", "blockquote", "body", "center", "dd", "details", "div", "dl", "dt", "fieldset"),
    *("figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "html", "li"),
    *("main", "nav", "ol", "p", "pre", "section", "summary", "table", "tbody", "tfoot", "thead", "tr", "ul"),
}
_DROPPED = frozenset(
    ("script", "style", "template", "head", "svg", "math", "iframe", "object", "embed", "select", "textarea", "title")
)
_CELLS = frozenset({"td", "th"})
_CELL = " | "

_STRIP = re.compile(r"<!--.*?(?:-->|\Z)|<(script|style|template|svg|head)\b.*?(?:</\1\s*>|\Z)", _ANY_CASE)
_BREAK_TAG = re.compile(rf"</?(?:{'|'.join(sorted(_BLOCKS | {'br'}))})\b[^<>]*>", re.IGNORECASE)
_CELL_END = re.compile(r"</t[dh]\s*>", re.IGNORECASE)
_TAG = re.compile(r"</?[a-zA-Z][^<>]*>|<![^<>]*>|<\?[^<>]*>")


def looks_like_html(text: str) -> bool:
    """Tell whether a text begins as an HTML document does.

    >>> looks_like_html('<?xml version="1.0"?><!DOCTYPE html>'), looks_like_html("The <html> tag")
    (True, False)
    """
    return bool(_DOCUMENT.match(text, 0, 10_000))


def has_markup(text: str) -> bool:
    """Tell whether a text holds elements or entities of HTML, as they are or escaped.

    >>> has_markup("Both<br/>sides"), has_markup("Both&nbsp;sides"), has_markup("5 < 6 and b > a")
    (True, True, False)
    """
    return any(pattern.search(text) for pattern in (_MARKUP, _ESCAPED, _ENTITY))


def text_of(fragment: str) -> str:
    """Give the text of a fragment of HTML, as it stands in a record's body: a line a paragraph, item or row.

    >>> text_of("<p>Both&nbsp;sides<br>met.</p><ul><li>One</li><li>Two</li></ul><script>x()</script>")
    'Both sides\\nmet.\\nOne\\nTwo'
    """
    if _ESCAPED.search(fragment) and not _MARKUP.search(fragment):
        fragment = unescape(fragment)
    page = fragment.replace("\r\n", "\n")
    if not _BREAK_TAG.search(page):
        page = page.replace("\n", "<br>")  # where no tag does, line breaks part the paragraphs
    if is_vast(page):
        return stripped(page)
    tree = parse(f"<div>{page}</div>")
    if tree is None or depth_of(tree) >= MAX_DEPTH:
        return stripped(page)
    return text_of_tree(tree)


def text_of_tree(tree: Element) -> str:
    """Give the text of a tree: a line a block, table cells parted by `|`."""
    parts: list[str] = []
    _collect(tree, parts)
    return tidy("".join(parts))


def stripped(page: str) -> str:
    """Give the text of a page without building a tree: tags are cut out, blocks begin lines."""
    parted = _CELL_END.sub(_CELL, _BREAK_TAG.sub("\n", _STRIP.sub(" ", page)))
    bare = _TAG.sub("", parted)
    return tidy(unescape(bare))


def tidy(text: str) -> str:
    """Give a text without blank lines and with single blanks between words."""
    lines = (" ".join(line.replace("\u00ad", "").split()) for line in text.split("\n"))
    return "\n".join(line.removesuffix(_CELL.rstrip()).rstrip() for line in lines if line)


def _collect(tree: Element, parts: list[str]) -> None:
    """Walk a tree without recursion."""
    stack: list[tuple[Element, bool]] = [(tree, False)]
    while stack:
        element, leaving = stack.pop()
        tag = element.tag if isinstance(element.tag, str) else ""
        dropped = not tag or tag in _DROPPED
        if not leaving and not dropped:
            parts.append(_edge(tag, leaving=False) + _inner(element.text, tag))
            stack.append((element, True))
            stack.extend((child, False) for child in reversed(element))
            continue
        parts.append("" if dropped else _edge(tag, leaving=True))
        if element is not tree:
            parent = element.getparent().tag
            parts.append(_inner(element.tail, parent))


def _edge(tag: str, *, leaving: bool) -> str:
    if tag in _CELLS:
        return _CELL if leaving else ""
    return "\n" if tag in _BLOCKS or (tag == "br" and not leaving) else ""


def _inner(text: str | None, tag: str) -> str:
    """Give the text in a tag; single line breaks within it count in `pre` alone."""
    if not text or tag == "pre" or "\n" not in text:
        return text or ""
    return "\n".join(part.replace("\n", " ") for part in _PARAGRAPHS.split(text))
