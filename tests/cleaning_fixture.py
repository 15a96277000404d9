"""What the tests of cleaning share: a body of our own, pages around it, and the labels that cleaning gives."""

from __future__ import annotations

from collections.abc import Iterable

from ctnews.cleaning import Cleaned, clean_articles
from ctnews.cleaning.page import Page, label_page, read_page
from ctnews.dates import Anchor
from ctnews.frames import RAW, conform

TITLE = "Two agencies agree to share watch lists"
FIRST = "Senior officials of the two agencies met for three hours and agreed to share the watch lists they keep."
SECOND = (
    "They also set up a small team that will meet every quarter and report on what the lists have brought to light."
)
THIRD = "The next round of talks is to be held in the northern capital, where the second agency has its seat."
BODY = "\n\n".join((FIRST, SECOND, THIRD))


def labels(*lines: str) -> dict[str, str]:
    """Give the label of every line of a page."""
    return {feature.line.text: label for feature, label in label_page("\n".join(lines))}


def page(*lines: str) -> Page:
    """Clean a page of these lines; nothing is inferred from its body."""
    return read_page("\n".join(lines), infer=nothing)


def clean(texts: Iterable[str], **columns: object) -> Cleaned:
    """Clean raw texts whose ids are a, b, c ..."""
    rows = [{"article_id": chr(97 + n), "source": f"{n}.txt", "text": text} | columns for n, text in enumerate(texts)]
    return clean_articles(conform(rows, RAW))


def nothing(_body: str, _lang: str) -> Anchor | None:
    """Infer no day of publication."""
    return None
