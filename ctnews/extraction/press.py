"""Tells from an article's address, outlet and masthead in which country it was published."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from ctnews import lexicon
from ctnews.extraction.facts import Place
from ctnews.extraction.places import country_code, locate
from ctnews.extraction.places.capitals import is_capital
from ctnews.extraction.text import vocabulary

LONGEST_LINE = 70  # characters of a line that can name its publisher

LONGEST_NAME = 5  # words
SHORTEST_NAME = 4  # letters

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_HOST = re.compile(r"^(?:\w+://)?(?P<host>[\w.-]+)")


def press_country(url: str | None, outlet: str | None, masthead: Iterable[str] = (), *, lang: str = "en") -> str | None:
    """Give the country of the publisher, or None: the address's ending, the outlet's, the first the masthead names.

    >>> press_country("https://news.example.gov.fj/1", None), press_country(None, "The Nairobi Courier")
    ('FJ', 'KE')
    """
    of_outlet = _outlets().get(outlet.lower()) if outlet else None
    lines = [line for line in (outlet, *masthead) if line and len(line) <= LONGEST_LINE and not _abroad(line, lang)]
    named = (country for line in lines for country in _named(line, lang))
    return _of_address(url) or of_outlet or next(named, None)


def _of_address(url: str | None) -> str | None:
    found = _HOST.match(url or "")
    ending = found["host"].rpartition(".")[2].lower() if found else ""
    rows = {row["ending"]: row["country"] for row in lexicon.table("world/domains")}
    code = rows.get(ending, ending.upper())
    return code if code in _codes() else None


def _abroad(line: str, lang: str) -> bool:
    """Tell whether a publisher writes from abroad: an embassy, a foreign ministry."""
    return bool(vocabulary.index_of("person_cues", "abroad", lang).find(line))


def _named(line: str, lang: str) -> Iterator[str]:
    """Give the countries that a line names, by name, adjective or capital, whatever its letters' case."""
    words = _WORD.findall(line)
    for first in range(len(words)):
        for length in range(min(LONGEST_NAME, len(words) - first), 0, -1):
            name = " ".join(words[first : first + length])
            if len(name) < SHORTEST_NAME or not name[0].isupper():
                continue
            name = name.title().replace(" And ", " and ").replace(" Of ", " of ") if name.isupper() else name
            code = country_code(name, lang=lang)
            city = locate(name, lang=lang)
            if code or (city and is_capital(Place(0, 0, name, "city", *city))):
                yield code or (city or ("", ""))[1]
                break


@cache
def _codes() -> frozenset[str]:
    return frozenset(row["code"] for row in lexicon.table("en/countries"))


@cache
def _outlets() -> dict[str, str]:
    rows = list(lexicon.table("world/outlets"))
    return {
        name.lower(): row["country"]
        for row in rows
        for name in (row["name"], *lexicon.values(row["aliases"]))
        if row["country"]
    }
