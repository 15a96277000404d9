"""Bylines: who wrote an article, as lines such as "By ...", "Oleh ...", "Penulis: ... | Editor: ..." tell it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import zip_longest

from ctnews import lexicon
from ctnews.cleaning.metadata.datelines import is_place
from ctnews.cleaning.metadata.stamps import Labelled, before_cue

LINES_BELOW = 10  # lines below the body in which a page names its writers
LONGEST = 120  # characters of a byline
MOST_WORDS = 5  # words of a name

_NAME = re.compile(r"[^\W\d_a-z](?:[\w.'’-]*)(?:\s(?:[^\W\d_a-z][\w.'’-]*|bin|binti|al|de|van|der|da|di|el|ul|von))*")
_JOINT = re.compile(r"\s*(?:,|/|&|;|\+|\band\b|\bdan\b)\s*")
_END = re.compile(r"\s*(?:\||•|·|\s[-–—]\s|\(|\[|\d|@|:|\bin\b|\bat\b|\bon\b|\bdi\b|\bpada\b).*$")
_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])")
_BODY_LABELS = frozenset(
    {"body", "related", "popular", "comment_form", "tweet", "caption", "footer", "archive", "tags"}
)


@dataclass(frozen=True, slots=True)
class _Field:
    kind: str
    text: str


def find_author(labelled: Labelled, known: frozenset[str] = frozenset()) -> str | None:
    """Give the names of an article's writers, joined by commas; `known` are names of outlets, which write nothing.

    Editors, photographers, translators and desks are no writers.
    """
    for text, below in _lines(labelled):
        for field in _fields(text, below):
            names = _names(field.text, known) if field.kind == "author" else []
            if names:
                return ", ".join(names)
    return None


def _lines(labelled: Labelled) -> Iterator[tuple[str, str]]:
    """Give the lines beside the body that may be bylines, the nearest above it first, each with the line below."""
    body = [number for number, (_, label) in enumerate(labelled) if label == "body"]
    if not body:
        return
    upto = body[2] if len(body) > 2 else body[-1]
    numbers = [*range(upto - 1, -1, -1), *range(body[-1] + 1, min(body[-1] + 1 + LINES_BELOW, len(labelled)))]
    for number in numbers:
        feature, label = labelled[number]
        if label in _BODY_LABELS or len(feature.line.plain) > LONGEST:
            continue
        below = labelled[number + 1] if number + 1 < len(labelled) else None
        yield feature.line.plain, below[0].line.plain if below and below[1] != "body" else ""


def _fields(text: str, below: str) -> Iterator[_Field]:
    """Cut a line at the words that say whose names follow."""
    matches = [match for match in _words_before().finditer(text) if _opens(text, match)]
    for match, after in zip_longest(matches, matches[1:]):
        named = text[match.end() : after.start() if after else len(text)].strip(" :|-–—")
        alone = not named and match.start() == 0
        yield _Field(_kinds()[match[1].casefold()], below if alone else named)


def _opens(text: str, match: re.Match[str]) -> bool:
    """Tell whether a word opens a field: at the line's start, or behind a mark, or with a colon."""
    before, after = text[: match.start()].rstrip(), text[match.end() :]
    return not before or before[-1] in "|•·-–—)]/" or after.lstrip()[:1] == ":"


def _names(text: str, known: frozenset[str]) -> list[str]:
    names: list[str] = []
    for part in _JOINT.split(before_cue(_dates().split(_END.sub("", text))[0])):
        match = _NAME.fullmatch(_unglued(part.strip(" .,:;-")))
        if match is None or not _is_person(match[0], known) or (names and is_place(match[0])):
            break
        names.append(_cased(match[0]))
    return names


def _unglued(name: str) -> str:
    """Take a desk's name from a person's that it is glued to: "Meg JamesStaff Writer"."""
    humps = [match.start() for match in _HUMP.finditer(name)]
    return next((name[:at] for at in humps if name[at:].casefold() in _desks()), name)


def _is_person(name: str, known: frozenset[str]) -> bool:
    folded = name.casefold().removeprefix("the ")
    if len(name.split()) > MOST_WORDS or folded in known or len(folded) < 3:
        return False
    words = folded.split()
    return not any(" ".join(words[start:]) in _desks() for start in range(len(words))) and words[0] not in _desks()


def _cased(name: str) -> str:
    return " ".join(word.capitalize() if word.isupper() and len(word) > 3 else word for word in name.split())


@cache
def _dates() -> re.Pattern[str]:
    """Give what ends a name in a byline: two blanks, the name of a month or of a weekday."""
    tables = [
        lexicon.optional_table(f"{lang}/{name}") for lang in lexicon.languages() for name in ("months", "weekdays")
    ]
    names = {form for rows in tables for row in rows for form in (row["name"], *lexicon.values(row["aliases"]))}
    name = "|".join(map(re.escape, sorted(names)))
    return re.compile(rf"\s{{2,}}|\s(?:{name})$|,\s*(?:{name})\b")


@cache
def _rows() -> tuple[tuple[str, str], ...]:
    rows = [row for lang in lexicon.languages() for row in lexicon.optional_table(f"{lang}/byline_words")]
    return tuple((row["kind"], text) for row in rows for text in lexicon.values(row["text"]))


@cache
def _kinds() -> dict[str, str]:
    return {text: kind for kind, text in reversed(_rows()) if kind != "desk"}


@cache
def _desks() -> frozenset[str]:
    return frozenset(text for kind, text in _rows() if kind == "desk")


@cache
def _words_before() -> re.Pattern[str]:
    words = "|".join(re.escape(word) for word in sorted(_kinds(), key=len, reverse=True))
    return re.compile(rf"(?<!\w)({words})(?!\w)\s*:?", re.IGNORECASE)
