"""The words of a language with those of the languages it falls back on, ready for look-up.

Indonesian papers print English titles and names of meetings, Malay ones Indonesian words: `world/languages.tsv` says
where each language looks next.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from ctnews import lexicon
from ctnews.extraction.text.phrases import PhraseIndex, fold


@cache
def chain(lang: str) -> tuple[str, ...]:
    """Give the language and the languages it falls back on, nearest first.

    >>> chain("ms")
    ('ms', 'id', 'en')
    """
    for row in lexicon.table("world/languages"):
        if row["code"] == lang:
            return (lang, *lexicon.values(row["fallbacks"]))
    return (lang,)


@cache
def homes(lang: str) -> tuple[str, ...]:
    """Give the countries whose press writes in a language, the main one first; none for a world language.

    >>> homes("ms")
    ('MY', 'BN', 'SG')
    """
    rows = (row for row in lexicon.table("world/languages") if row["code"] == lang)
    return tuple(code for row in rows for code in lexicon.values(row["homes"]))


@cache
def role_first(lang: str) -> bool:
    """Tell whether a role stands before the name as a rule, its head foremost ("Kepala BNPT X")."""
    return any(row["role_first"] == "yes" for row in lexicon.table("world/languages") if row["code"] == lang)


def entries(name: str, lang: str) -> Iterator[tuple[str, str]]:
    """Give (phrase, kind) for every phrase in the tables `name` of a language and its fallbacks."""
    for code in chain(lang):
        for row in lexicon.optional_table(f"{code}/{name}"):
            for phrase in lexicon.values(row["phrase"]):
                yield phrase, row["kind"]


@cache
def words(name: str, kind: str, lang: str) -> frozenset[str]:
    """Give the folded phrases of one kind."""
    return frozenset(fold(phrase) for phrase, row_kind in entries(name, lang) if row_kind == kind)


@cache
def index(name: str, lang: str, *, proper: bool = False) -> PhraseIndex[str]:
    """Give an index of all phrases of a table; the payload is the phrase's kind."""
    return PhraseIndex(entries(name, lang), proper=proper)


@cache
def index_of(name: str, kind: str, lang: str, *, proper: bool = False) -> PhraseIndex[str]:
    """Give an index of the phrases of one kind of a table."""
    return PhraseIndex([entry for entry in entries(name, lang) if entry[1] == kind], proper=proper)
