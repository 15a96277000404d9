"""The building blocks of date patterns in one language: regular expressions made from its words."""

from __future__ import annotations

from collections.abc import Iterable

from ctnews.dates.alternatives import NEVER, SPACE, any_name_of, any_of, before_word, longest_first
from ctnews.dates.words import Words

DAY = r"(?:3[01]|[12]\d|0?[1-9])"
YEAR = r"(?:1[89]|20)\d\d(?!\d)"
DASH = rf"{SPACE}?[-–—‒―−ー]{SPACE}?"


class Atoms:
    """The named parts that patterns are put together from; the groups' names are what resolving reads."""

    def __init__(self, words: Words) -> None:
        self.words = words
        self._name_words()
        self._name_relations()
        self._name_counts()
        self._name_frames()

    def has_order(self, order: str) -> bool:
        """Tell whether the language writes day, month and year in that order."""
        return order.lower() in self.words.forms("order")

    def names(self, kind: str, forms: Iterable[str]) -> str:
        """Match names of months or weekdays, capitalised but in languages that write them small."""
        return any_of(forms) if kind in self.words.forms("lower_case") else any_name_of(forms)

    def form(self, kind: str) -> str:
        """Match any form of a kind of date word."""
        return any_of(self.words.forms(kind))

    def of_unit(self, *units: str) -> str:
        """Match the names of the given units."""
        return f"(?P<unit>{self.names_of(*units)})"

    def names_of(self, *units: str) -> str:
        """Match the names of the given units, not as a group."""
        return any_of(name for name, unit in self.words.unit_names.items() if unit in units)

    def _name_words(self) -> None:
        months, weekdays = self.names("months", self.words.months), self.names("weekdays", self.words.weekdays)
        whole_names = self.names("weekdays", self.words.weekday_names)
        weekday_word, suffix = self._optional("weekday_word"), rf"(?:[^\S\n]?{self.form('day_suffix')})?"
        self.day_part = f"(?:{SPACE}(?P<day_part>{self.form('day_part')}))?"
        self.months, self.month, self.month2 = months, f"(?P<month>{months})", f"(?P<month2>{months})"
        self.month_any_case = f"(?P<month>{any_of(self.words.months)})"
        self.weekday = f"{weekday_word}(?P<weekday>{weekdays}){self.day_part}"
        self.weekday2 = f"{weekday_word}(?P<weekday2>{weekdays})"
        self.weekday_name = f"{weekday_word}(?P<weekday>{whole_names})"
        self.several, self.run = f"(?:{DASH}{weekdays})?", f"(?:{self._until()}{weekdays})?"
        self.trail = (
            rf"(?:{SPACE}?\((?P<weekday_after>{weekdays})\)|,{SPACE}?(?P<weekday_last>{whole_names})(?=[,.;)]))?"
        )
        number = f"{DAY}|{self.form('day_number')}"
        self.day, self.day2 = (rf"(?P<{name}>{number}){suffix}(?!\d)" for name in ("day", "day2"))
        self.day_bare = rf"{DAY}{suffix}(?!\d)"
        self.of, self.the, self.year_word = (self._optional(kind) for kind in ("of", "whole", "year_word"))
        self.year = rf"(?:{self.year_word}(?P<year>{YEAR})|['’](?P<short>\d\d)(?!\w))"
        self.year1 = rf"(?P<year1>{YEAR})"
        self.unit = f"(?P<unit>{any_of(self.words.units)})"
        self.one_unit = f"(?P<unit>{any_of(self.words.unit_names)})"
        self.season = f"(?P<season>{self.form('season')})"

    def _name_relations(self) -> None:
        self.before, self.after = (f"(?P<{kind}>{self.form(kind)})" for kind in ("before", "after"))
        far = [form for form, value in self.words.forms("after").items() if abs(int(value)) > 1]
        self.far = f"(?P<after>{any_of(far)})"  # "the week before last", not "the week before" something
        self.ordinal = f"(?P<ordinal>{self.form('ordinal')})"
        self.ordinal_after = f"(?P<ordinal_after>{self.form('ordinal_after')})"
        self.to = f"(?:{DASH}|{SPACE}(?:{self.form('to')}|(?P<joint>{self.form('and')})){SPACE})"
        self.part_needed = f"{self.the}(?P<part>{self.form('part')})(?:{SPACE}|-){self.of}{self.the}"
        self.part = f"(?:{self.part_needed})??"
        years, weeks, months = (any_of(self.words.relative.get(unit, ())) for unit in ("year", "week", "month"))
        self.relative_year = f"{self.of}(?P<relative_year>{years})"
        self.relative_week = f"{self.of}(?P<relative_week>{weeks})"
        self.relative_month = f"{self.of}(?P<relative_month>{months})"

    def _name_counts(self) -> None:
        count = rf"(?P<count>\d{{1,3}}(?!\d)|{self.form('number')})"
        single = f"(?P<single>{any_of(self.words.singles)})"
        self.units = f"(?:{count}{SPACE}{self.unit}|{single})"
        one = f"{self.form('whole')}{SPACE}(?P<one_unit>{any_of(self.words.unit_names)})"
        self.units_or_the_one = f"(?:{count}{SPACE}{self.unit}|{single}|{one})"

    def _name_frames(self) -> None:
        self.opening = r"(?P<open>\()[^\S\n]?"
        article = f"(?:(?![A-Z][a-z]){self.leading('whole')})?"  # a capital would begin a sentence
        opening = f"(?:{SPACE}?{self.opening}|{SPACE}|(?<=,)){article}{self._optional('date_word')}"
        self.lead = f"(?:{self.weekday}{self.several},?{opening})?"
        self.lead_of_range = f"(?:{self.weekday}{self.run},?{opening})?"
        self.lead2 = f"(?:{self.weekday2},?{SPACE}{article})?"
        self.close = r"(?(open)(?:\s?\))?)"
        self.tail = f"(?:,?{SPACE}(?:{self.relative_year}|{self.after}))?"
        self.year_tail = f"(?:,?{SPACE}?{self.year}|,?{SPACE}(?:{self.relative_year}|{self.after}))?"

    def leading(self, kind: str) -> str:
        """Match any form of a kind with what parts it from the next word: a space, after an elision nothing."""
        return "(?:" + ("|".join(before_word(form) for form in longest_first(self.words.forms(kind))) or NEVER) + ")"

    def _until(self) -> str:
        return f"(?:{DASH}|{SPACE}(?:{self.form('to')}|{self.form('and')}){SPACE})"

    def _optional(self, kind: str) -> str:
        return f"{self.leading(kind)}?"
