"""The article's text out of a page: trafilatura on a tree that was pruned and narrowed first.

Measured on 181 + 80 news pages and 793 of all kinds (`tests/bench/bench_html.py`): the strict setting on a narrowed tree
finds more and costs half of what trafilatura costs on the whole page. Where what it gives is little beside the page's
paragraphs, the page is read again: with boxes of one name taken together, then as trafilatura does by default, then
from the body that the page's own JSON-LD holds.
"""

from __future__ import annotations

from typing import Any

from ctnews.reading.html.fragments import text_of, tidy
from ctnews.reading.html.tree import Element, merge_boxes, narrow, parse, prune

DOUBT_SHARE = 0.5  # of the paragraphs' text: what gives less is read again
DOUBT_LENGTH = 400
MERGED_GAIN = 1.2  # how much longer another reading has to be to be taken
WHOLE_GAIN = 5.0
SHORT_GAIN = 2.0
STATED_GAIN = 1.5


def find_text(tree: Element, page: str, stated: str | None = None) -> str:
    """Give the article's text, a line a paragraph; `stated` is the body that the page's metadata hold.

    The tree is used up. Empty where there is no article.
    """
    prune(tree)
    whole = narrow(tree)
    text = _extracted(tree, favor_precision=True)
    if len(text) < max(DOUBT_LENGTH, DOUBT_SHARE * whole):
        text = _read_again(page, text)
    told = text_of(stated) if stated else ""
    return told if len(told) > max(DOUBT_LENGTH, STATED_GAIN * len(text)) else text


def _read_again(page: str, text: str) -> str:
    tree = parse(page)
    prune(tree)
    narrow(tree)
    merge_boxes(tree)
    merged = _extracted(tree, favor_precision=True)
    if len(merged) > MERGED_GAIN * len(text):
        text = merged
    default = _extracted(parse(page))
    gain = SHORT_GAIN if len(text) < DOUBT_LENGTH else WHOLE_GAIN
    return default if len(default) > gain * len(text) else text


def _extracted(tree: Element, **settings: Any) -> str:
    from trafilatura import bare_extraction

    try:
        document = bare_extraction(tree, include_comments=False, **settings)
    except (ValueError, TypeError, AttributeError, LookupError, RecursionError):  # a page that trafilatura stumbles over
        return ""
    return _lines(document.text) if document is not None and document.text else ""


def _lines(text: str) -> str:
    """Give trafilatura's text without the marks of lists and tables."""
    return tidy("\n".join(_unmarked(line.strip()) for line in text.split("\n")))


def _unmarked(line: str) -> str:
    if line.startswith("|"):
        return "" if not line.strip("|- ") else line.strip("| ")
    return line.removeprefix("- ")
