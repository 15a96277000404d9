"""Names a series by what is printed of its meetings: "20th meeting of the X Group" is one of the X Group."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from ctnews import lexicon
from ctnews.linking.kinds import Kind
from ctnews.linking.words import country_names, fold, party_phrases

FEW_PARTIES = 4
LONGEST_NAME = 14  # words; what is longer holds more than a name
_SIGNS = " \t\n\"“”'‘’.,;:-–—"
_QUOTE = re.compile(r"[\"“‘](?=\w)")
_BROKEN = re.compile(r"\s*\([^()]*$|^[^()]*\)\s*")


class Printed(NamedTuple):
    """A name as one article prints it."""

    name: str
    language: str | None
    article_id: str
    city: str | None = None


class _Cleaned(NamedTuple):
    text: str
    words: tuple[str, ...]  # folded, without those of the parties
    telling: bool


def series_names(printed: Iterable[Printed], parties: Sequence[str], kind: Kind, topics: Iterable[str]) -> list[str]:
    """Give the names of a series, the one to call it by first: telling, English, most frequent, longest.

    Where only single words are printed, it is the parties and the kind of meeting, with `topics` in brackets.

    >>> from ctnews.linking.kinds import kind_of
    >>> told = [Printed("20th meeting of the US-India Counter Terrorism Joint Working Group", "en", "a")]
    >>> series_names(told, ["IN", "US"], kind_of("joint_working_group"), [])
    ['US-India Counter Terrorism Joint Working Group']
    """
    articles: dict[tuple[bool, tuple[str, ...]], set[str]] = defaultdict(set)
    english: dict[tuple[bool, tuple[str, ...]], bool] = defaultdict(bool)
    longest: dict[tuple[bool, tuple[str, ...]], str] = {}
    for name in sorted(printed, key=lambda told: (told.article_id, told.name)):
        cleaned = _clean(name.name, name.city, tuple(parties))
        if cleaned is None or not (cleaned.telling or name.language == "en"):
            continue
        key = (cleaned.telling, cleaned.words)
        articles[key].add(name.article_id)
        english[key] |= name.language == "en"
        longest[key] = max(longest.get(key, ""), cleaned.text, key=lambda text: (len(text), text))
    order = sorted(longest, key=lambda k: (not k[0], not english[k], -len(articles[k]), -len(longest[k]), longest[k]))
    return [_with_parties(longest[key], parties) for key in order] or [made_name(parties, kind, topics)]


def made_name(parties: Sequence[str], kind: Kind, topics: Iterable[str]) -> str:
    """Give a name such as "Indonesia-Vietnam joint working group", with the topics in brackets."""
    told = ", ".join(sorted(topic.replace("_", " ") for topic in topics))
    return f"{_who(parties)} {kind.label}{f' ({told})' if told else ''}".strip()


def _who(parties: Sequence[str]) -> str:
    names = sorted(country_names().get(party, party) for party in parties)
    return ", ".join([*names[:2], f"{len(names) - 2} others"]) if len(names) > FEW_PARTIES else "-".join(names)


def _with_parties(name: str, parties: Sequence[str]) -> str:
    """Put the parties before a name that does not hold them all."""
    folded = f" {fold(name)} "
    if all(any(re.search(rf" {re.escape(told)}s? ", folded) for told in party_phrases(party)) for party in parties):
        return name[:1].upper() + name[1:]
    return f"{_who(parties)} {name}"


@lru_cache(maxsize=4096)
def _clean(name: str, city: str | None, parties: tuple[str, ...]) -> _Cleaned | None:
    """Give a printed name without number, "meeting of the" and loose ends, or None where no name is left."""
    quoted = _QUOTE.split(name)[-1]
    before, after = _around_number(quoted.split())
    for words in (after, before):
        kept = _without_counter(_trimmed(_without_city(words, city)))
        if len(kept) > 1 and len(kept) <= LONGEST_NAME and _has_head(kept):
            return _cleaned(kept, parties)
    return None


def _cleaned(words: Sequence[str], parties: Sequence[str]) -> _Cleaned:
    text = " ".join(words).strip(_SIGNS)
    plain = fold(text)
    for phrase in sorted((p for party in parties for p in party_phrases(party)), key=len, reverse=True):
        plain = re.sub(rf"\b{re.escape(phrase)}\b", " ", plain)
    rest = tuple(word for word in plain.split() if word not in _words("small"))
    known = {part for kind in ("counter", "noun", "noun_first") for word in _words(kind) for part in word.split()}
    return _Cleaned(text, rest, any(word not in known and word not in _words("dangling") for word in rest))


def _around_number(words: Sequence[str]) -> tuple[Sequence[str], Sequence[str]]:
    """Give the words before the first number of a meeting, and those after the last one."""
    numbered = [place for place, word in enumerate(words) if _is_number(word, words[place - 1] if place else "")]
    return (words[: numbered[0]], words[numbered[-1] + 1 :]) if numbered else ([], words)


def _is_number(word: str, before: str) -> bool:
    bare = fold(word)
    return (
        bare in _ordinals()
        or bool(re.fullmatch(r"(?:ke)?\d+(?:st|nd|rd|th)?|ke \d+", bare))
        or (bare.isdigit() and fold(before) == "ke")
    )


def _without_city(words: Sequence[str], city: str | None) -> Sequence[str]:
    """Cut the place where it met from the end of a name."""
    place = fold(city or "").split()
    return words[: -len(place)] if place and fold(" ".join(words[-len(place) :])).split() == place else words


def _trimmed(words: Sequence[str]) -> list[str]:
    """Cut loose words and brackets at both ends."""
    kept = _BROKEN.sub("", " ".join(words)).split()
    while kept and fold(kept[0]) in _words("small") | {""}:
        kept = kept[1:]
    while kept and fold(kept[-1]) in _words("small") | _words("dangling") | {""}:
        kept = kept[:-1]
    return kept


def _without_counter(words: list[str]) -> list[str]:
    """Leave out "meeting of the" before the name of what meets."""
    if words and fold(words[0]) in _words("counter"):
        rest = _trimmed(words[1:])
        if len(rest) > 1 and _has_head(rest):
            return _without_counter(rest)
    return words


def _has_head(words: Sequence[str]) -> bool:
    """Tell whether a word says what meets: "group", at the end or before "on", or "kelompok kerja"."""
    plain = [fold(word) for word in words]
    text = f" {' '.join(plain)} "
    if any(f" {phrase} " in text for phrase in _words("noun_first") if " " in phrase or len(plain) > 1):
        return True
    ends = [place for place, word in enumerate(plain) if word.split() and word.split()[-1] in _words("noun")]
    ends = [place for place in ends if place or plain[place] not in _words("counter")]  # not "meeting of ministers"
    return any(
        place + 1 == len(plain) or plain[place + 1] in _words("small") or words[place + 1].startswith("(")
        for place in ends
    )


@cache
def _words(kind: str) -> frozenset[str]:
    return frozenset(fold(word) for row in _rows() if row["kind"] == kind for word in lexicon.values(row["words"]))


def _rows() -> Iterable[Mapping[str, str]]:
    for language in lexicon.languages():
        yield from lexicon.optional_table(f"{language}/series_name_words")


@cache
def _ordinals() -> frozenset[str]:
    tables = [lexicon.optional_table(f"{language}/ordinals") for language in lexicon.languages()]
    return frozenset(fold(word) for rows in tables for row in rows for word in lexicon.values(row["phrase"]))
