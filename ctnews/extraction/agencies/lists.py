"""Reads agencies out of lists: "Departments of State, Justice and Treasury", "NICA, AMLC dan XYZ"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from ctnews import lexicon
from ctnews.extraction.facts import Agency
from ctnews.extraction.text import vocabulary

LEAST_KNOWN = 2  # agencies that a list of acronyms has to name for the rest to be agencies too

_ACRONYM_LIST = re.compile(r"\b[A-Z]\w{1,9}(?:,? [a-z]{2,5} [A-Z]\w{1,9}|, ?[A-Z]\w{1,9})+\b")
_ACRONYM = re.compile(r"\b[A-Z]{3,8}\b")


@dataclass(frozen=True, slots=True)
class Item:
    """One item of "Departments of State and Justice", its full name and the span of the whole list."""

    start: int
    end: int
    name: str
    opens: int
    closes: int


def find_items(text: str, *, lang: str) -> Iterator[Item]:
    """Give the agencies of lists that share one head in the plural."""
    codes = vocabulary.chain(lang)
    for row in (row for code in codes for row in lexicon.optional_table(f"{code}/agency_plurals")):
        if row["plural"].lower() not in text.lower():
            continue
        opened, closed = _list_patterns(row["plural"], row["opening"], row["article"], row["joining"])
        for found in opened.finditer(text):
            for number, (start, end) in enumerate(_pieces(found, row["joining"])):
                name = f"{row['singular']} {row['opening']} {text[start:end]}"
                yield Item(start if number else found.start(), end, name, *found.span())
        for found in closed.finditer(text):
            for start, end in _pieces(found, row["joining"]):
                yield Item(start, end, f"{text[start:end]} {row['singular']}", *found.span())


def _pieces(found: re.Match[str], joining: str) -> Iterator[tuple[int, int]]:
    """Give the spans of the items in the list that is the match's first group."""
    offset, listed, position = found.start(1), found[1], 0
    for mark in (*re.finditer(rf"\s*,\s*(?:{joining}\s+)?|\s+{joining}\s+", listed), None):
        end = mark.start() if mark else len(listed)
        yield offset + position, offset + end
        position = mark.end() if mark else end


@cache
def _list_patterns(plural: str, opening: str, article: str, joining: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    word = r"[A-Z][\w-]+"
    name = rf"{word}(?: {word})*"
    listed = rf"{name}(?:, {name})*(?:,? {joining} {name})+"
    return (
        re.compile(rf"\b{plural} {opening} (?:{article} )?({listed})"),
        re.compile(rf"\b({word}(?:, {word})* {joining} {word}) (?:{plural}|{plural.lower()})\b"),
    )


def find_unlisted(text: str, agencies: Sequence[Agency]) -> Iterator[tuple[int, int, Agency]]:
    """Give the unknown acronyms in lists that mostly name agencies, each with the agency before it."""
    known = {agency.start: agency for agency in agencies}
    for listed in _ACRONYM_LIST.finditer(text):
        inside = [agency for start, agency in known.items() if listed.start() <= start < listed.end()]
        words = len(re.findall(r"[A-Z]\w+", listed.group()))
        if len(inside) < LEAST_KNOWN or 2 * len(inside) <= words:
            continue
        for found in _ACRONYM.finditer(text, listed.start(), listed.end()):
            before = [agency for agency in inside if agency.end <= found.start()]
            if before and found.start() not in known:
                yield found.start(), found.end(), before[-1]
