"""Trees: pages parsed once, rid of what is never text, and narrowed to the element that holds the paragraphs."""

from __future__ import annotations

import re
from collections import Counter
from typing import Any

from lxml.etree import LxmlError, strip_tags  # type: ignore[import-untyped]
from lxml.html import HTMLParser, document_fromstring  # type: ignore[import-untyped]

Element = Any  # lxml brings no types

MAX_TAGS = 100_000
"""More tags than this, and a page is read without a tree: a tree takes about 1 kB an element."""

MAX_DEPTH = 250
"""The parser leaves out what is nested deeper than 256 elements."""

NARROW_SHARE = 0.8  # of the paragraphs' text that an element has to hold to stand for the page

NEVER_TEXT = (
    *("script", "style", "template", "link", "meta", "svg", "math", "canvas", "map", "picture", "video", "audio"),
    *("iframe", "object", "embed", "applet", "input", "button", "select", "textarea", "datalist", "dialog", "menu"),
    *("nav", "aside", "footer", "figcaption", "amp-sidebar", "amp-consent", "amp-user-notification", "amp-ad"),
)
LONG_TAG = 20_000
"""Tags of more characters lose their attributes: pictures packed into them, or attributes by the thousand."""

FORMATTING = ("b", "strong", "i", "em", "u", "small", "font", "big", "mark", "cite", "ins", "wbr", "abbr", "bdi", "tt")
_LONGEST_NOTICE = 2_000  # characters
_LAID_OUT = ("p", "h1", "h2", "table")
_PARTS_OF_PAGE = 3
_INLINE = frozenset(
    {"a", "abbr", "b", "br", "cite", "code", "em", "font", "i", "mark", "q", "small", "span", "strong", "u"}
)

_CONTROLS = bytes(b for b in range(32) if b not in b"\t\n\r") + b"\x7f"
_BLANKED = bytes.maketrans(_CONTROLS, b" " * len(_CONTROLS))
_LONG_TAG = re.compile(rf"<([a-zA-Z][\w:-]*)[^<>]{{{LONG_TAG},}}>")
_CONSENT = re.compile(
    r"cookie-?(?:banner|bar|consent|law|notice|policy|popup|wall)|cookieyes|onetrust|didomi|usercentrics|qc-cmp"
    r"|sp_message|cmp-|gdpr|consent-?(?:banner|manager|wall|modal|popup)",
    re.IGNORECASE,
)


def parse(page: str) -> Element:
    """Parse a page; None where it holds nothing to parse.

    As bytes, because lxml refuses text that declares an encoding; entities are never looked up outside the page.
    Characters that a tree cannot hold become blanks.
    """
    content = _without_long_tags(page).encode("utf-8", "replace").translate(_BLANKED)
    parser = HTMLParser(
        encoding="utf-8", remove_comments=True, remove_pis=True, collect_ids=False, huge_tree=True, no_network=True
    )
    try:
        return document_fromstring(content, parser=parser) if content.strip() else None
    except (LxmlError, ValueError, AssertionError):
        return None


def _without_long_tags(page: str) -> str:
    if all(len(part) < LONG_TAG or -1 < part.find(">") < LONG_TAG for part in page.split("<")):
        return page
    return _LONG_TAG.sub(r"<\1>", page)


def is_vast(page: str) -> bool:
    """Tell whether a page has too many tags for a tree."""
    return page.count("<") > MAX_TAGS


def depth_of(tree: Element) -> int:
    """Give how deeply the last element stands, and with it whether the page was cut off."""
    element, depth = tree, 0
    while len(element):
        element, depth = element[-1], depth + 1
    return depth


def prune(tree: Element) -> None:
    """Take away what is never text; what stands within the sentences stays (trafilatura would drop `time`)."""
    for element in list(tree.iter("aside", "nav", "footer", "dialog")):
        if any(element.find(f".//{tag}") is not None for tag in ("article", "main", "h1")):
            element.tag = "div"  # never closed: it holds the page
            element.attrib.clear()
    for element in list(tree.iter(*NEVER_TEXT)):
        _drop(element)
    for element in list(tree.iter("figure")):
        if element.find(".//table") is None:
            _drop(element)
    for element in list(tree.iter("time", "data", "label", "output")):
        if element.getparent() is not None and _stands_in_text(element):
            element.drop_tag()
    for element in list(tree.iter("noscript")):
        if element.find(".//p") is not None:
            element.tag = "div"
    strip_tags(tree, *FORMATTING)
    prune_consent(tree)
    _unfold_tables(tree)
    _name_paragraphs(tree)


def prune_consent(tree: Element) -> None:
    """Take away what asks for consent to cookies, unless it holds the page."""
    for element in list(tree.iter("div", "section", "form")):
        if not _CONSENT.search(f"{element.get('id') or ''} {element.get('class') or ''}"):
            continue
        holds_page = element.find(".//article") is not None or element.find(".//main") is not None
        if not holds_page and length_of_paragraphs(element) < _LONGEST_NOTICE:
            _drop(element)


def _unfold_tables(tree: Element) -> None:
    """Turn tables that lay out the page, and hold headings or paragraphs, into boxes."""
    for table in list(tree.iter("table")):
        cells = list(table.iter("td"))
        if any(sum(1 for _ in cell.iter(*_LAID_OUT)) >= _PARTS_OF_PAGE for cell in cells):
            for element in [table, *table.iter("tbody", "thead", "tr"), *cells]:
                element.tag = "div"
                element.attrib.pop("role", None)


def _name_paragraphs(tree: Element) -> None:
    """Call nameless boxes that hold text and no other box paragraphs."""
    for element in list(tree.iter("div")):
        if not element.attrib and (element.text or "").strip() and all(child.tag in _INLINE for child in element):
            element.tag = "p"


def narrow(tree: Element, share: float = NARROW_SHARE) -> int:
    """Leave in the body the innermost `article` or `main` with most of its paragraphs; give the length of them all."""
    body = tree.find("body")
    if body is None:
        return 0
    whole = length_of_paragraphs(body)
    holder = None
    for element in body.iter("article", "main"):
        if whole and length_of_paragraphs(element) >= share * whole:
            holder = element
    if holder is not None:
        holder.tail = None
        body[:] = [holder]
        body.text = None
    return whole


def join_lines(tree: Element) -> None:
    """Make a blank of every line break in the source of the page, as browsers do: it parts no paragraphs."""
    kept = {part for element in tree.iter("pre", "textarea") for part in element.iter()}
    for element in tree.iter():
        if element in kept:
            continue
        if element.text and "\n" in element.text and not element.text.isspace():
            element.text = element.text.replace("\n", " ")
        if element.tail and "\n" in element.tail and not element.tail.isspace():
            element.tail = element.tail.replace("\n", " ")


def length_of_paragraphs(element: Element) -> int:
    """Give how many characters the paragraphs of an element hold."""
    return sum(len("".join(paragraph.itertext()).strip()) for paragraph in element.iter("p"))


def merge_boxes(tree: Element) -> None:
    """Take the names off boxes of paragraphs that stand several times, as where a page cuts its body into boxes.

    The extractor takes the first box of a name that promises a body, and would leave the others.
    """
    boxes = [e for e in tree.iter("div", "section", "span") if e.find(".//p") is not None]
    names = [(e.tag, e.get("class") or e.get("id")) for e in boxes]
    times = Counter(names)
    for element, name in zip(boxes, names, strict=True):
        if times[name] > 1:
            for attribute in ("class", "id", "itemprop", "role"):
                element.attrib.pop(attribute, None)


def _drop(element: Element) -> None:
    if element.getparent() is not None:
        element.drop_tree()


def _stands_in_text(element: Element) -> bool:
    parent = element.getparent()
    before = element.getprevious()
    around = (parent.text if before is None else before.tail) or ""
    return parent.tag in {"p", "li", "td", "blockquote", "em", "strong", "b", "i", "a"} and bool(
        (around + (element.tail or "")).strip()
    )
