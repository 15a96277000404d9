"""The agencies and international bodies we list, and the phrases that name them.

A phrase either names one agency ("BNPT", "Foggy Bottom") or is shared by the agencies of several countries
("Ministry of Foreign Affairs", "NCTC"); the tables `agency_generics` of each language say which names mean
the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import islice, product
from types import MappingProxyType

from ctnews import lexicon
from ctnews.extraction.facts import Agency
from ctnews.extraction.text import vocabulary
from ctnews.extraction.text.phrases import Match, PhraseIndex, fold

MOST_SPELLINGS = 16
LONGEST_ACRONYM = 8

_POSSESSIVE = re.compile(r"['’]s\b")


@dataclass(frozen=True, slots=True)
class Listed:
    """A row of the table `world/agencies`; `country` is None for international bodies."""

    agency_id: str
    name: str
    acronym: str | None
    country: str | None
    kind: str
    qid: str | None

    def mention(self, text: str, start: int, end: int) -> Agency:
        """Give the mention of this agency at a span of a text."""
        written = text[start:end]
        return Agency(start, end, written, self.agency_id, self.name, self.acronym, self.country, self.kind, self.qid)


def unlisted(text: str, start: int, end: int, name: str, kind: str, country: str | None) -> Agency:
    """Give the mention of an agency that the table lacks; its id is made of country and name.

    >>> unlisted("State Security Bureau", 0, 21, "State Security Bureau", "interior", "QA").agency_id
    'qa-state-security-bureau'
    """
    slug = re.sub(r"[\W_]+", "-", fold(name)).strip("-")
    agency_id = f"{(country or 'xx').lower()}-{slug}"
    return Agency(start, end, text[start:end], agency_id, name, None, country, kind, rule="pattern")


@dataclass(frozen=True, slots=True)
class Known:
    """What a phrase means: one agency, or (`shared`) a name that needs a country."""

    agency: Listed | None
    shared: str
    kind: str
    acronym: bool


@cache
def agencies() -> MappingProxyType[str, Listed]:
    """Give the listed agencies by id."""
    rows = (
        Listed(
            row["agency_id"],
            row["name"],
            row["acronym"] or None,
            row["country"] or None,
            row["kind"],
            row["qid"] or None,
        )
        for row in lexicon.table("world/agencies")
    )
    return MappingProxyType({listed.agency_id: listed for listed in rows})


def find_known(text: str, lang: str) -> list[Match[Known]]:
    """Give the phrases in a text that name an agency we list, or one name that agencies share.

    The "'s" of a possessive is no part of a word here, neither in the text nor in the table.
    """
    return _phrases(lang).find(_POSSESSIVE.sub("  ", text))


def known_as(name: str, lang: str) -> Known | None:
    """Tell what a name means that stands alone, whatever its case: "1267 sanctions committee"."""
    return _by_key(lang).get(_key(name))


@cache
def _by_key(lang: str) -> dict[str, Known]:
    found: dict[str, Known] = {}
    for phrase, known in (*_own_phrases(lang), *_shared_phrases(lang)):
        found.setdefault(_key(phrase), known)
    return found


@cache
def _phrases(lang: str) -> PhraseIndex[Known]:
    pairs = (*_own_phrases(lang), *_shared_phrases(lang))
    return PhraseIndex([(_POSSESSIVE.sub("", phrase), known) for phrase, known in pairs])


@cache
def holders(shared: str) -> MappingProxyType[str, Listed]:
    """Give the agencies that share a name, by country (international bodies under "").

    >>> holders("Ministry of Public Security")["VN"].agency_id
    'vn-mps'
    """
    return _holders().get(_key(_canonical(shared)), MappingProxyType({}))


@cache
def shared_name(name: str, lang: str) -> tuple[str, str] | None:
    """Give the English shared name and the kind that a name in some language stands for.

    >>> shared_name("Kementerian Luar Negeri", "id")
    ('Ministry of Foreign Affairs', 'foreign')
    """
    return _variants(lang).get(_key(name))


def holder(shared: str, country: str) -> Listed | None:
    """Give the agency that a shared name means in a country.

    Where the country has one agency of that kind under whatever name, it is that one.

    >>> holder("Ministry of Foreign Affairs", "US").agency_id
    'us-state'
    """
    held = holders(shared).get(country)
    if held or not _is_sole(shared):
        return held
    kind = _variants("en")[_key(shared)][1]
    return next((a for a in agencies().values() if a.kind == kind and a.country == country), None)


@cache
def _is_sole(shared: str) -> bool:
    return any(row["name"] == shared and row["sole"] for row in lexicon.table("en/agency_generics"))


def _own_phrases(lang: str) -> Iterator[tuple[str, Known]]:
    for row in lexicon.table("world/agencies"):
        listed = agencies()[row["agency_id"]]
        shared = set(lexicon.values(row["generic"]))
        for phrase in (row["name"], row["acronym"], *lexicon.values(row["aliases"])):
            if phrase and phrase not in shared:
                for spelling in _spellings(phrase, lang):
                    yield spelling, Known(listed, "", listed.kind, _is_acronym(spelling))


def _shared_phrases(lang: str) -> Iterator[tuple[str, Known]]:
    for key, (name, kind) in _variants(lang).items():
        printed = _printed(lang)[key]
        yield printed, Known(None, name, kind, _is_acronym(printed))
    codes = vocabulary.chain(lang)
    forces = {row["name"] for code in codes for row in lexicon.optional_table(f"{code}/agency_forces")}
    for row in lexicon.table("world/agencies"):
        for name in lexicon.values(row["generic"]):
            if name not in forces:
                found = Known(None, _canonical(name), row["kind"], _is_acronym(name))
                yield from ((p, found) for p in _spellings(name, lang))


@cache
def _holders() -> dict[str, MappingProxyType[str, Listed]]:
    found: dict[str, dict[str, Listed]] = {}
    for row in lexicon.table("world/agencies"):
        for name in lexicon.values(row["generic"]):
            rows = found.setdefault(_key(_canonical(name)), {})
            rows.setdefault(row["country"], agencies()[row["agency_id"]])
    return {key: MappingProxyType(rows) for key, rows in found.items()}


def _canonical(name: str) -> str:
    found = _variants("en").get(_key(name))
    return found[0] if found else name


@cache
def _variants(lang: str) -> dict[str, tuple[str, str]]:
    found: dict[str, tuple[str, str]] = {}
    for row, phrase in _generic_rows(lang):
        for spelling in _spellings(phrase, lang):
            found.setdefault(_key(spelling), (row["name"], row["kind"]))
    return found


@cache
def _printed(lang: str) -> dict[str, str]:
    rows = list(_generic_rows(lang))
    return {_key(spelling): spelling for _, phrase in reversed(rows) for spelling in _spellings(phrase, lang)}


def _generic_rows(lang: str) -> Iterator[tuple[lexicon.Row, str]]:
    for code in vocabulary.chain(lang):
        for row in lexicon.optional_table(f"{code}/agency_generics"):
            names = [row["name"]] if code == "en" else []
            for phrase in (*names, *lexicon.values(row["variants"])):
                yield row, phrase


@cache
def _spellings(phrase: str, lang: str) -> tuple[str, ...]:
    """Give a phrase in all its spellings: "Counter-Terrorism Centre", "Counterterrorism Center"."""
    choices = [_choices(piece, lang) for piece in _spelling_pattern(lang).split(phrase)]
    return tuple(dict.fromkeys("".join(parts) for parts in islice(product(*choices), MOST_SPELLINGS)))


def _choices(piece: str, lang: str) -> list[str]:
    for row in _spelling_rows(lang):
        if piece in row:
            return [piece, *(other for other in row if other != piece)]
    return [piece]


@cache
def _spelling_rows(lang: str) -> tuple[tuple[str, ...], ...]:
    codes = vocabulary.chain(lang)
    rows = (row for code in codes for row in lexicon.optional_table(f"{code}/agency_spellings"))
    return tuple(tuple(lexicon.values(row["words"])) for row in rows)


@cache
def _spelling_pattern(lang: str) -> re.Pattern[str]:
    words = sorted((word for row in _spelling_rows(lang) for word in row), key=len, reverse=True)
    return re.compile(rf"\b({'|'.join(map(re.escape, words))})\b")


def _key(name: str) -> str:
    return fold(re.sub(r"[\W_]+", " ", name)).strip()


def _is_acronym(phrase: str) -> bool:
    return " " not in phrase and len(phrase) <= LONGEST_ACRONYM and sum(c.isupper() for c in phrase) > 1
