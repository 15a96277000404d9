"""Finds how often a series is said to meet: "the annual dialogue", "they meet every two years"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from ctnews import lexicon

NEAR_WORDS = 7  # at most so many words lie between what says how often and the verb


class Stated(NamedTuple):
    """How often meetings are said to be held: the words, the days this means, the kinds of meeting it may be of."""

    words: str
    days: float | None
    kinds: frozenset[str]  # families are told by kinds; empty where any may be meant


class _Words(NamedTuple):
    days: dict[str, float | None]
    often: re.Pattern[str]
    before: re.Pattern[str]
    after: re.Pattern[str]
    adverb: re.Pattern[str]
    verb: re.Pattern[str]
    noun: re.Pattern[str]
    guard: re.Pattern[str]
    no: re.Pattern[str]
    kinds: dict[str, str]  # words for meetings; generic ones have no kind


def stated_in(sentence: str, language: str | None) -> Stated | None:
    """Give how often the meetings that a sentence speaks of are said to be held, or None.

    What is hoped for, proposed or denied is not said.

    >>> stated_in("The two sides meet twice a year.", "en")
    Stated(words='twice a year', days=183.0, kinds=frozenset())
    >>> stated_in("It publishes an annual report.", "en") is None
    True
    """
    if language is None or not lexicon.has_table(f"{language}/cadence"):
        return None
    known = _words(language)
    if not known.often.search(sentence):
        return None
    for found, nouns, near in _candidates(sentence, known):
        if known.guard.search(sentence[: found.start()]) or known.no.search(near):
            continue
        words = found.group("often")
        return Stated(words, known.days[_plain(words)], _kinds(nouns, known))
    return None


def _candidates(sentence: str, known: _Words) -> Iterator[tuple[re.Match[str], list[str], str]]:
    """Give the words that say how often, with the words for meetings they belong to, and those just before."""
    for pattern in (known.before, known.after):
        for found in pattern.finditer(sentence):
            yield found, [found.group("noun")], " ".join(sentence[: found.start()].split()[-2:])
    for found in known.adverb.finditer(sentence):
        before = _clause(sentence[: found.start()], last=True)
        after = _clause(sentence[found.end() :], last=False)
        near = " ".join(before.split()[-NEAR_WORDS:])
        if known.verb.search(near) or known.verb.search(" ".join(after.split()[:NEAR_WORDS])):
            yield found, known.noun.findall(f"{before} {after}"), near


def _clause(text: str, *, last: bool) -> str:
    parts = re.split(r"[;:]|, (?:but|and|so|while|tetapi|sedangkan|adapun)\b", text)
    return parts[-1] if last else parts[0]


def _kinds(nouns: Iterable[str], known: _Words) -> frozenset[str]:
    """Give the kinds of meeting named; none where a word is general."""
    kinds = {known.kinds[_plain(noun)] for noun in nouns}
    return frozenset() if "" in kinds else frozenset(kinds)


@cache
def _words(language: str) -> _Words:
    rows = lexicon.table(f"{language}/cadence")
    told: dict[str, list[str]] = {}
    days: dict[str, float | None] = {}
    for row in rows:
        told.setdefault(row["kind"], []).extend(lexicon.values(row["words"]))
        days |= {_plain(word): float(row["days"]) if row["days"] else None for word in lexicon.values(row["words"])}
    kinds = _meeting_words(language) | {_plain(word): "" for word in told["noun"]}
    noun, gap = _any(kinds), r"(?:[\s-]+[\w'’./-]+){0,5}?[\s-]+"
    return _Words(
        days,
        _pattern(_any(word for kind in ("before", "after", "adverb") for word in told.get(kind, []))),
        _pattern(rf"(?P<often>{_any(told.get('before', []))}){gap}(?P<noun>{noun})"),
        _pattern(rf"(?P<noun>{noun})(?:\s+[\w'’-]+){{0,4}}?\s+(?P<often>{_any(told.get('after', []))})"),
        _pattern(rf"(?P<often>{_any(told['adverb'])})"),
        _pattern(_any(told["verb"])),
        _pattern(noun),
        _pattern(_any(told["guard"])),
        _pattern(_any(told["no"])),
        kinds,
    )


def _meeting_words(language: str) -> dict[str, str]:
    """Give the words for meetings of a language, each with its kind, or none where it is said of any."""
    rows = [row for row in lexicon.table(f"{language}/meetings") if row["use"] in ("name", "generic")]
    return {
        _plain(phrase): "" if row["use"] == "generic" else row["kind"]
        for row in rows
        for phrase in lexicon.values(row["phrase"])
    }


def _any(words: Iterable[str]) -> str:
    """Give the expression for one of the words, the longest that stands there; for none, what nothing matches."""
    ordered = sorted(words, key=lambda word: (-len(word), word))
    return "|".join(re.escape(word) for word in ordered) or r"(?!)"


def _pattern(expression: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{expression})(?![\w-])", re.IGNORECASE)


def _plain(words: str) -> str:
    return " ".join(words.lower().split())
