"""Titles: which line above the body is the article's title, and what of it is the outlet's."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from functools import cache

from ctnews import lexicon
from ctnews.cleaning.features import Feature

TITLE_WORDS = range(3, 36)
USUAL_WORDS = range(5, 19)
KEY_LETTERS = 4  # letters that a word needs for its return in the body to count
OUTLET_WORDS = 5  # words that an outlet's name behind a title can have
LONG_WORDS = 20  # a longer line right behind the dump's header is a standfirst
LEAST = 0.5  # points that make a line a title where several lines compete
BYLINES = frozenset({"byline", "dateline"})

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_TAIL = re.compile(r"^(?P<title>.+\S)\s+(?P<mark>[|•·–—-]|::|»|«|<)\s+(?P<tail>[^|•»«]+)$")
_MENU = re.compile(r"(?<=[a-z?!.])(?:[A-Z][a-z]+(?:-[A-Z]?[a-z]+)?){3,}$")
_FIELD = re.compile(r"^\S+(?:\s\S+)?\s?:\s*(?:\S+\s?){0,4}$")
_DOMAIN = re.compile(r"^(?:www\.)?[\w-]+\.[a-z]{2,6}(?:\.[a-z]{2})?$", re.IGNORECASE)
_CRUMBS = re.compile(r"\s*[»›>/]\s*")


def pick_title(features: Sequence[Feature], labels: Sequence[str], start: int) -> list[str]:
    """Label the line above `start`, where the body begins, that reads most like the article's title.

    Points speak for a line: it is told again, its words return in the body, a date or author follows it, it has a
    title's length; and against it: a bullet, a field's name, the words of a caption or a section.
    """
    labelled = list(labels)
    candidates = [n for n in range(start) if labels[n] == "other" and _like_title(features[n])]
    if not candidates:
        return labelled
    again = _told_again(features, labels)
    words = {word for f, label in zip(features, labels, strict=True) if label == "body" for word in _keys(f.line.text)}
    points = {n: _points(features, labels, n, again, words) for n in candidates}
    best = max(candidates, key=lambda n: (points[n], -n))
    if points[best] >= LEAST or (len(candidates) == 1 and points[best] > -1):
        labelled[best] = "title"
    return labelled


def clean_title(title: str, lines: Collection[str] = ()) -> str:
    """Take from a title the outlet's name and a menu glued to it; `lines` are the page's other lines.

    >>> clean_title("Ministers sign pact | The Harbour Post")
    'Ministers sign pact'
    >>> clean_title("Ministers sign pact - Analysis")
    'Ministers sign pact - Analysis'
    """
    title = _MENU.sub("", title.strip()).strip()
    while (match := _TAIL.match(title)) and _is_outlet(match, lines):
        title = match["title"].strip()
    return title


def _is_outlet(match: re.Match[str], lines: Collection[str]) -> bool:
    """Tell whether what stands behind a title's last mark is the outlet's name."""
    tail, title = match["tail"].strip(), match["title"]
    if len(tail.split()) > OUTLET_WORDS or len(title.split()) < TITLE_WORDS.start:
        return False
    told = {line.casefold() for line in lines}
    return (
        match["mark"] in "|»«::"
        or bool(_DOMAIN.match(tail))
        or tail.casefold() in _outlets() | told
        or title.casefold() in told
    )


def _points(
    features: Sequence[Feature], labels: Sequence[str], number: int, again: Collection[str], body: Collection[str]
) -> float:
    feature = features[number]
    text = feature.line.plain
    keys = _keys(text)
    shared = sum(key in body for key in keys) / len(keys) if keys else 0.0
    following = [label for label in labels[number + 1 : number + 4] if label != "repeated"]
    return (
        3.0 * (_normal(text) in again)
        + 3.0 * shared
        + 1.0 * (feature.words in USUAL_WORDS)
        + 1.0 * (not BYLINES.isdisjoint(following[:1]))
        + 0.5 * (not BYLINES.isdisjoint(following[1:2]))
        - 3.0 * feature.line.marked
        - 3.0 * (feature.words > LONG_WORDS and features[number - 1].header)
        - 1.0 * text[-1:].isdecimal()
        - 1.0 * text[:1].islower()
        - 3.0 * bool(_FIELD.match(text))
        - 3.0 * any(stop in f" {text.casefold()} " for stop in _stops())
    )


def _told_again(features: Sequence[Feature], labels: Sequence[str]) -> set[str]:
    """Give the lines that the page repeats: word for word, at the end of a breadcrumb, or with the outlet's name."""
    seen: set[str] = set()
    again: set[str] = set()
    for feature, label in zip(features, labels, strict=True):
        if label in {"body", "related", "popular"}:
            continue
        text = feature.line.plain
        forms = {_normal(text), _normal(_CRUMBS.split(text)[-1])}
        if match := _TAIL.match(text):
            forms.add(_normal(match["title"]))
        again |= forms & seen
        seen |= forms
    return again


def _normal(text: str) -> str:
    return " ".join(_MENU.sub("", text).casefold().split())


def _keys(text: str) -> list[str]:
    return [word for word in _WORD.findall(text.casefold()) if len(word) >= KEY_LETTERS]


def _like_title(feature: Feature) -> bool:
    return feature.words in TITLE_WORDS and not feature.line.text.endswith((".", ":", ",", ";"))


@cache
def _stops() -> tuple[str, ...]:
    rows = [row for lang in lexicon.languages() for row in lexicon.optional_table(f"{lang}/title_stops")]
    return tuple(text for row in rows for text in lexicon.values(row["text"]))


@cache
def _outlets() -> frozenset[str]:
    rows = [*lexicon.table("world/outlets"), *lexicon.table("world/wire_agencies")]
    return frozenset(name.casefold() for row in rows for name in (row["name"], *lexicon.values(row["aliases"])))
