"""Titles: which line above the body is the article's title, and what of it is the outlet's."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cache
from math import log1p

from ctnews import lexicon
from ctnews.cleaning.lines.features import Feature
from ctnews.cleaning.metadata.outlets import wire_name

TITLE_WORDS = range(3, 36)
USUAL_WORDS = range(5, 19)
KEY_LETTERS = 4  # letters that a word needs for its return in the body to count
OUTLET_WORDS = 5  # words that an outlet's name behind a title can have
LONG_WORDS = 20  # a longer line right behind the dump's header is a standfirst
EARLY_LINES = 3  # paragraphs of a body that tell what its title tells
LEAST = 0.5  # points that make a line a title where several lines compete
BYLINES = frozenset({"byline", "dateline"})

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_TAIL = re.compile(r"^(?P<title>.+\S)\s+(?P<mark>[|•·–—-]|::|»|«|<)\s+(?P<tail>[^|•»«]+)$")
_MENU = re.compile(r"(?<=[a-z?!.])(?:[A-Z][a-z]+(?:-[A-Z]?[a-z]+)?){3,}$")
_FIELD = re.compile(r"^\S+(?:\s\S+)?\s?:\s*(?:\S+\s?){0,4}$")
_DOMAIN = re.compile(r"^(?:www\.)?[\w-]+\.[a-z]{2,6}(?:\.[a-z]{2})?$", re.IGNORECASE)
_CREDIT = re.compile(r"[(—/-]\s*([^()—/]{2,30}?)\)?$")
_CRUMBS = re.compile(r"\s*[»›>/]\s*")


@dataclass(frozen=True, slots=True)
class _Around:
    """What stands around a page's lines: where the body begins, its words, those of its beginning, what is repeated."""

    start: int
    words: Counter[str]
    early: frozenset[str]
    again: frozenset[str]


def pick_title(features: Sequence[Feature], labels: Sequence[str]) -> list[str]:
    """Label the line above the body that reads most like the article's title.

    Points speak for a line: it is told again, its words return in the body and above all in its beginning, a date or
    author follows it, it has a title's length, it is near the body; and against it: a bullet, a field's name, the
    words of a caption or a section.
    """
    labelled = list(labels)
    start = labelled.index("body") if "body" in labelled else len(labelled)
    candidates = [n for n in range(start) if labels[n] == "other" and _like_title(features[n])]
    if not candidates:
        return labelled
    around = _around(features, labels, start)
    points = {n: _for_itself(features, n) + _beside(features[n], labels, n, around) for n in candidates}
    best = max(candidates, key=lambda n: (points[n], -n))
    if points[best] >= LEAST:
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


def _around(features: Sequence[Feature], labels: Sequence[str], start: int) -> _Around:
    body = [_keys(f.line.text) for f, label in zip(features, labels, strict=True) if label == "body"]
    words = Counter(word for keys in body for word in keys)
    early = frozenset(word for keys in body[:EARLY_LINES] for word in keys)
    return _Around(start, words, early, frozenset(_told_again(features, labels)))


def _for_itself(features: Sequence[Feature], number: int) -> float:
    """Give the points that a line's own look speaks for or against it."""
    feature, text = features[number], features[number].line.plain
    return (
        1.5 * (feature.words in USUAL_WORDS)
        - 5.0 * feature.line.marked
        - 9.0 * (feature.words > LONG_WORDS and number > 0 and features[number - 1].header)
        - 3.0 * bool(_FIELD.match(text))
        - 3.0 * any(stop in f" {text.casefold()} " for stop in _stops())
        - 3.0 * bool((credit := _CREDIT.search(text)) and wire_name(credit[1]))
        - 1.0 * text[-1:].isdecimal()
        - 1.0 * text[:1].islower()
    )


def _beside(feature: Feature, labels: Sequence[str], number: int, around: _Around) -> float:
    """Give the points that the rest of the page speaks for a line."""
    keys = set(_keys(feature.line.plain))
    shared = [key for key in keys if key in around.words]
    following = [label in BYLINES for label in labels[number + 1 : number + 4] if label != "repeated"]
    return (
        1.5 * (_normal(feature.line.plain) in around.again)
        + 1.5 * len(shared) / max(len(keys), 1)
        + 0.3 * min(len(shared), 5)
        + 0.2 * min(sum(min(around.words[key], 5) for key in shared), 12)
        + 0.5 * min(len(keys & around.early), 4)
        + 1.0 * any(following[:1])
        + 0.5 * any(following[1:2])
        - 0.6 * log1p(around.start - number - 1)
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
