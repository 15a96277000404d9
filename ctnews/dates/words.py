"""The words of one language that dates are written with, from its lexicon tables."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from unicodedata import normalize

from ctnews.lexicon import Row, optional_table, values

_ABBREVIATED = 5
_TEN = 10
_PLAIN = str.maketrans("’`İıſ", "''iis")  # what patterns that ignore case take for "i" and "s" too


@dataclass(frozen=True, eq=False)
class Words:
    """The tables of one language as lookups from a form, in lower case, to its value."""

    lang: str
    months: Mapping[str, str]
    month_names: frozenset[str]
    weekdays: Mapping[str, str]
    weekday_names: frozenset[str]
    units: Mapping[str, str]
    unit_names: Mapping[str, str]
    singles: Mapping[str, str]
    kinds: Mapping[str, Mapping[str, str]]

    def forms(self, kind: str) -> Mapping[str, str]:
        """Give the forms of one kind of date word with their values."""
        return self.kinds.get(kind, {})

    def value(self, kind: str, text: str) -> str:
        """Give the value of a form as it stands in a text."""
        return self.forms(kind)[normal(text)]

    def number(self, text: str) -> int:
        """Give a number that is written in digits or in words."""
        return int(text) if text.isdecimal() else int(self.value("number", text))

    def is_ambiguous(self, form: str) -> bool:
        """Tell whether a month's name needs a cue beside it: it is a common word too, or an abbreviation."""
        key = normal(form)
        return key in self.forms("ambiguous") or key not in self.month_names

    @cached_property
    def relative(self) -> Mapping[str, Mapping[str, int]]:
        """For each unit the phrases that name one by its distance from this one: "last year", "pekan depan"."""
        return {unit: self._relative(unit) for unit in set(self.units.values())}

    def _relative(self, unit: str) -> Mapping[str, int]:
        names = [name for name, value in self.unit_names.items() if value == unit]
        before = {f"{b} {name}": int(value) for b, value in self.forms("before").items() for name in names}
        after = {f"{name} {a}": int(value) for a, value in self.forms("after").items() for name in names}
        return before | after


@cache
def words(lang: str) -> Words:
    """Give the words of a language; one without tables has none, so that only dates in digits are found."""
    months, weekdays = optional_table(f"{lang}/months"), optional_table(f"{lang}/weekdays")
    units = optional_table(f"{lang}/date_units")
    kinds: dict[str, dict[str, str]] = {}
    for row in optional_table(f"{lang}/date_words"):
        forms = map(normal, values(row["forms"]))
        kinds.setdefault(row["kind"], {}).update(dict.fromkeys(forms, row["value"]))
    if "number" in kinds:
        kinds["number"] = _compounds(kinds["number"]) | kinds["number"]
    return Words(
        lang=lang,
        months=_lookup(months, "number", "name", "aliases"),
        month_names=frozenset(_lookup(months, "number", "name")) | _spelt_out(months),
        weekdays=_lookup(weekdays, "number", "name", "aliases", "short"),
        weekday_names=frozenset(_lookup(weekdays, "number", "name", "aliases")),
        units=_lookup(units, "unit", "names", "plurals"),
        unit_names=_lookup(units, "unit", "names"),
        singles=_lookup(units, "unit", "single"),
        kinds=kinds,
    )


def normal(text: str) -> str:
    """Give a form as the lookups have it: lower case, single spaces, straight apostrophes, accents as one character."""
    return " ".join(normalize("NFC", text.translate(_PLAIN).lower()).split())


def _lookup(rows: Iterable[Row], value: str, *columns: str) -> dict[str, str]:
    return {normal(form): row[value] for row in rows for column in columns for form in values(row.get(column, ""))}


def _compounds(numbers: Mapping[str, str]) -> dict[str, str]:
    """Give the numbers that are written as tens and ones: "twenty-five", "dua puluh lima"."""
    tens = {form: int(value) for form, value in numbers.items() if int(value) in range(20, 100, 10)}
    ones = {form: int(value) for form, value in numbers.items() if int(value) < _TEN}
    return {f"{a}{mark}{b}": str(tens[a] + ones[b]) for a in tens for b in ones for mark in " -"}


def _spelt_out(months: Iterable[Row]) -> frozenset[str]:
    """Give the aliases that are other spellings, "Nopember", not abbreviations."""
    return frozenset(form for form in _lookup(months, "number", "aliases") if len(form) > _ABBREVIATED)
