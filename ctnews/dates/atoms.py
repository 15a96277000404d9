"""The building blocks of date patterns in one language: regular expressions made from its words."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ctnews.dates.words import Words

SPACE = r"(?:[^\S\n]{1,3}|[^\S\n]?\n[^\S\n]?)"
DAY = r"(?:3[01]|[12]\d|0?[1-9])"
YEAR = r"(?:1[89]|20)\d\d(?!\d)"
DASH = rf"{SPACE}?[-–—]{SPACE}?"
NEVER = r"(?!)"


def any_of(forms: Iterable[str]) -> str:
    """Match any of the forms, in any case, as whole words, the longest first; with no forms, nothing."""
    found = "|".join(_spaced(form) for form in _longest_first(forms))
    return f"(?i:{found})" if found else NEVER


def any_name_of(forms: Iterable[str]) -> str:
    """Match any of the forms as a name is written: capitalised, or all in capitals."""
    found = "|".join(_spaced(case) for form in _longest_first(forms) for case in _capitalised(form))
    return f"(?:{found})" if found else NEVER


def _longest_first(forms: Iterable[str]) -> list[str]:
    return sorted(forms, key=len, reverse=True)


def _capitalised(form: str) -> tuple[str, str]:
    return form[:1].upper() + form[1:], form.upper()


def _spaced(form: str) -> str:
    words = SPACE.join(re.escape(word) for word in form.split())
    return words + (r"(?!\w)" if form[-1:].isalnum() else "")


class Atoms:
    """The named parts that patterns are put together from; the groups' names are what resolving reads."""

    def __init__(self, words: Words) -> None:
        self.words = words
        self._name_words()
        self._name_relations()
        self._name_frames()

    def has_order(self, order: str) -> bool:
        """Tell whether the language writes day, month and year in that order."""
        return order.lower() in self.words.forms("order")

    def form(self, kind: str) -> str:
        """Match any form of a kind of date word."""
        return any_of(self.words.forms(kind))

    def of_unit(self, *units: str) -> str:
        """Match the names of the given units."""
        return f"(?P<unit>{any_of(name for name, unit in self.words.units.items() if unit in units)})"

    def _name_words(self) -> None:
        months, weekdays = any_name_of(self.words.months), any_name_of(self.words.weekdays)
        weekday_word, suffix = self._optional("weekday_word"), f"(?:{self.form('day_suffix')})?"
        self.month, self.month2 = f"(?P<month>{months})", f"(?P<month2>{months})"
        self.month_any_case = f"(?P<month>{any_of(self.words.months)})"
        self.weekday = f"{weekday_word}(?P<weekday>{weekdays})"
        self.weekday2 = f"{weekday_word}(?P<weekday2>{weekdays})"
        self.weekday_name = f"{weekday_word}(?P<weekday>{any_name_of(self.words.weekday_names)})"
        self.day, self.day2 = (rf"(?P<{name}>{DAY}){suffix}(?!\d)" for name in ("day", "day2"))
        self.of, self.the, self.year_word = (self._optional(kind) for kind in ("of", "whole", "year_word"))
        self.year = rf"(?:{self.year_word}(?P<year>{YEAR})|['’](?P<short>\d\d)(?!\w))"
        self.year1 = rf"(?P<year1>{YEAR})"
        self.unit = f"(?P<unit>{any_of(self.words.units)})"
        self.season = f"(?P<season>{self.form('season')})"

    def _name_relations(self) -> None:
        self.before, self.after = (f"(?P<{kind}>{self.form(kind)})" for kind in ("before", "after"))
        self.ordinal = f"(?P<ordinal>{self.form('ordinal')})"
        self.ordinal_after = f"(?P<ordinal_after>{self.form('ordinal_after')})"
        self.to = f"(?:{DASH}|{SPACE}(?:{self.form('to')}|(?P<joint>{self.form('and')})){SPACE})"
        self.part_needed = f"{self.the}(?P<part>{self.form('part')})(?:{SPACE}|-){self.of}"
        self.part = f"(?:{self.part_needed})??"
        self.relative_year = f"{self.of}(?P<relative_year>{any_of(self.words.years)})"
        self.relative_week = f"{self.of}(?P<relative_week>{any_of(self.words.weeks)})"

    def _name_frames(self) -> None:
        several = f"(?:{DASH}{any_name_of(self.words.weekdays)})?"
        opening = rf"(?:{SPACE}?(?P<open>\()|{SPACE})"
        self.lead = f"(?:{self.weekday}{several},?{opening}{self.the})?"
        self.lead2 = f"(?:{self.weekday2},?{SPACE}{self.the})?"
        self.close = r"(?(open)(?:\s?\))?)"
        self.tail = f"(?:,?{SPACE}(?:{self.relative_year}|{self.after}))?"
        self.year_tail = f"(?:,?{SPACE}?{self.year}|,?{SPACE}(?:{self.relative_year}|{self.after}))?"

    def _optional(self, kind: str) -> str:
        return f"(?:{self.form(kind)}{SPACE})?"
