"""The article's text out of a page: trafilatura on a tree that was pruned and narrowed first.

Measured on 181 + 80 news pages and 793 articles of all kinds (`tests/bench/bench_html.py`): trafilatura's strict
setting on a narrowed tree keeps less of what is not the article than its default on the whole page, loses no more of
the article, and costs half as much. Where what it gives is little beside the page's paragraphs, the page is read again:
with boxes of one name taken together, then by trafilatura's default; then the body in the page's JSON-LD is asked.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from ctnews.reading.html.fragments import text_of, tidy
from ctnews.reading.html.tree import Element, join_lines, merge_boxes, narrow, parse, prune, prune_consent

DOUBT_SHARE = 0.5  # of the paragraphs' text: what gives less is read again
DOUBT_LENGTH = 400
MERGED_GAIN = 1.2  # how much longer another reading has to be to be taken
WHOLE_GAIN = 5.0
SHORT_GAIN = 2.0
STATED_GAIN = 1.5


def find_text(tree: Element, page: str, stated: str | None = None) -> str:
    """Give the article's text, a line a paragraph; `stated` is the body that the page's metadata hold.

    The tree is pruned and narrowed. Empty where there is no article.
    """
    prune(tree)
    whole = narrow(tree)
    text = _extracted(tree, favor_precision=True)
    if len(text) < max(DOUBT_LENGTH, DOUBT_SHARE * whole):
        text = _longer(_with_boxes_merged(page), text, MERGED_GAIN)
    told = text_of(stated) if stated else ""
    if len(told) > max(DOUBT_LENGTH, STATED_GAIN * len(text)):
        return told
    if len(text) < max(DOUBT_LENGTH, DOUBT_SHARE * whole):
        text = _longer(_by_default(page), text, SHORT_GAIN if len(text) < DOUBT_LENGTH else WHOLE_GAIN)
    return text


def share_of_links(tree: Element, text: str) -> float:
    """Give how much of the text stands in lines that are links alone, as in lists of articles."""
    links = {" ".join("".join(link.itertext()).split()) for link in tree.iter("a")}
    return sum(len(line) for line in text.split("\n") if line in links) / max(len(text), 1)


def _longer(other: str, text: str, gain: float) -> str:
    return other if len(other) > gain * len(text) else text


def _with_boxes_merged(page: str) -> str:
    tree = parse(page)
    prune(tree)
    narrow(tree)
    merge_boxes(tree)
    return _extracted(tree, favor_precision=True)


def _by_default(page: str) -> str:
    tree = parse(page)
    prune_consent(tree)
    return _extracted(tree)


def _extracted(tree: Element, **settings: Any) -> str:
    from trafilatura import bare_extraction

    join_lines(tree)
    try:
        with _quiet():
            document: Any = bare_extraction(tree, include_comments=False, **settings)
    except (ValueError, TypeError, AttributeError, LookupError, RecursionError):  # trafilatura stumbled over the page
        return ""
    return _lines(document.text) if document is not None and document.text else ""


@contextmanager
def _quiet() -> Iterator[None]:
    """Keep trafilatura from logging what becomes a reject here."""
    logger = logging.getLogger("trafilatura")
    level = logger.level
    logger.setLevel(logging.CRITICAL + 1)
    try:
        yield
    finally:
        logger.setLevel(level)


def _lines(text: str) -> str:
    """Give trafilatura's text without the marks of lists and tables."""
    return tidy("\n".join(_unmarked(line.strip()) for line in text.split("\n")))


def _unmarked(line: str) -> str:
    if line.startswith("|"):
        return "" if not line.strip("|- ") else line.strip("| ")
    return line.removeprefix("- ")
