"""The rules by which dates are found: compiled patterns, generated for a language from its tables.

The order matters only between matches of the same length. Every pattern is linear: no quantifier repeats
another. A rule whose class is `silent` takes what looks like a date and is none, so that no other rule can.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from ctnews.dates.alternatives import SPACE as S
from ctnews.dates.atoms import DASH, YEAR, Atoms
from ctnews.dates.words import words

_Named = tuple[str, str, str]
_NUMBER = r"\d{1,2}"


@dataclass(frozen=True)
class Rule:
    """A named pattern and the granularity of what it finds."""

    name: str
    granularity: str
    pattern: re.Pattern[str]

    @property
    def is_silent(self) -> bool:
        """Tell whether what it matches is no date."""
        return self.granularity == "silent"


@cache
def rules(lang: str) -> tuple[Rule, ...]:
    """Give the rules of a language in their order."""
    atoms = Atoms(words(lang))
    parts = (_silent, _ranges, _numeric_ranges, _full_dates, _days, _months_and_years, _parts, _relative, _narrative)
    return tuple(Rule(name, kind, re.compile(text)) for part in parts for name, kind, text in part(atoms))


def _silent(a: Atoms) -> Iterator[_Named]:
    numbered = rf"{a.form('numbered')}{S}?\d{{1,5}}(?!\d)(?:/\d{{4}})?"
    of_year = rf"(?:{S}?\(\d{{4}}\)|{S}(?:{a.form('year_word')}{S}|{a.leading('of')})\d{{4}})?"
    title = rf"(?:{S}(?!{a.month})(?:\(?[A-Z][\w’'-]*[,)]?|{a.form('in_title')})){{0,14}}"
    yield "law_of_year", "silent", f"{a.form('law')}{title}{S}{YEAR}"
    yield "fixed_name", "silent", f"{a.form('silent')}(?!,?{S}{YEAR})"
    yield "numbered", "silent", f"{numbered}{of_year}"
    yield "number_with_year", "silent", r"\d{3,4}\s?\(\d{4}\)"
    yield "named_after", "silent", f"{a.form('named_after')}{S}{a.day}(?:{S}|-){a.month}(?:{S}{YEAR})?"
    yield "vague_number", "silent", f"{a.form('vague')}{S}{a.unit}(?:{S}{a.form('ago')})?"
    terms = f"(?:{a.form('lasting')}|{a.form('duration_cue')})"
    yield "lasting", "silent", f"{terms}{S}{a.units}{S}{a.form('ahead')}"
    yield "lasting", "silent", f"{a.form('lasting')}{S}{a.units}{S}{a.form('ago')}"
    yield "clock", "silent", r"\d{1,2}[:.]\d\d(?::\d\d)?(?![\d.])"


def _ranges(a: Atoms) -> Iterator[_Named]:
    ending = f"{a.year_tail}{a.close}"
    yield "range_in_month", "day", f"{a.lead_of_range}{a.day}{a.to}{a.lead2}{a.day2}{S}{a.of}{a.month}{ending}"
    yield "range_in_month", "day", f"{a.lead_of_range}{a.month}{S}?{a.day}{a.to}{a.day2}{ending}"
    listed, last = f"(?P<listed>(?:,{S}?{a.day_bare}){{1,6}})", f"(?:,?{S}{a.form('and')}{S}|,{S}?)"
    yield "range_in_month", "day", f"{a.lead}{a.day}{listed}{last}{a.day2}{S}{a.of}{a.month}{ending}"
    first, second = f"{a.day}{S}{a.of}{a.month}", f"{a.day2}{S}{a.of}{a.month2}"
    yield "range_of_days", "day", f"{a.lead_of_range}{first}(?:{S}{a.year1})?{a.to}{a.lead2}{second}{ending}"
    first, second = f"{a.month}{S}?{a.day}", f"{a.month2}{S}?{a.day2}"
    yield "range_of_days", "day", f"{a.lead_of_range}{first}(?:,{S}{a.year1})?,?{a.to}{a.lead2}{second}{ending}"
    yield "range_of_weekdays", "day", f"{a.weekday_name}{a.to}{a.weekday2}(?:{S}(?:{a.after}|{a.relative_week}))?"
    second = rf"{a.month2}(?!{S}\d\d?\b){a.year_tail}"
    yield "range_of_months", "month", f"{a.month}(?:{S}{a.year1})?(?:/|{a.to}){second}"
    yield "range_of_years", "year", f"{a.year_word}{a.year1}{a.to}{a.year_word}(?P<year>{YEAR})"
    yield "range_of_years", "year", r"(?P<year1>(?:19|20)\d\d)[-–/](?P<short_end>\d\d)(?![\d/-])"
    yield "range_of_years", "year", rf"{a.year_word}{a.year1}\s?/\s?(?P<year>{YEAR})"


def _numeric_ranges(a: Atoms) -> Iterator[_Named]:
    day, day2, month, month2 = (f"(?P<{name}>{_NUMBER})" for name in ("from", "to", "in", "until"))
    year = rf"(?:/(?:(?P<year>{YEAR})|(?P<short>\d\d)(?!\d)))?"
    weekdays = f"{a.weekday}{a.run},?{S}?"
    for lead, close in ((rf"{weekdays}\(", r"\)"), (r"(?<=\()", r"(?=\))")):
        yield "range_numeric", "day", f"{lead}{day}{a.to}{day2}/{month}{year}{close}"
        yield "range_numeric", "day", f"{lead}{day}/{month}{a.to}{day2}/{month2}{year}{close}"
    if not a.has_order("MDY"):
        stated = rf"(?:{weekdays})?(?<![\d./-])"
        yield "range_numeric", "day", rf"{stated}{day}{a.to}{day2}/{month}/(?P<year>{YEAR})(?!/)"


def _full_dates(a: Atoms) -> Iterator[_Named]:
    day_first = f"{a.day}(?:{S}|[-/.])?{a.of}{a.month_any_case}(?:,?{S}|[,/-]){a.of}{a.year}"
    month_first = f"{a.month_any_case}{S}?{a.the}{a.day}(?:,{S}?|{S}){a.year}"
    yield "full_date", "day", f"{a.lead}(?P<core>{day_first}){a.close}{a.trail}"
    yield "full_date", "day", f"{a.lead}(?P<core>{month_first}){a.close}{a.trail}"
    number, number2 = (rf"(?P<{name}>{_NUMBER})(?!\d)" for name in ("number", "number2"))
    yield "iso_date", "day", rf"(?P<year>(?:1[89]|20)\d\d)(?P<mark>[-/]){number}(?P=mark){number2}"
    year = rf"(?:(?P<year>{YEAR})|(?<=/)(?P<short>\d\d)(?![\d/]))"
    numbers = rf"(?<![\d./-]){number}(?P<mark>[/.-]){number2}(?P=mark){year}"
    yield "numeric_date", "day", f"{a.lead}{numbers}{a.close}{a.trail}"


def _days(a: Atoms) -> Iterator[_Named]:
    yield "day_month", "day", f"{a.lead}{a.day}{S}{a.of}{a.month}{a.tail}{a.close}{a.trail}"
    yield "day_month", "day", f"{a.before}{S}{a.day}{S}{a.of}{a.month}(?:,?{S}?{a.year})?"
    days = f"{a.day_bare}(?:[-–]{a.day_bare})?"
    rest = f"(?:,{S}?{days}){{0,5}},?{S}(?:{a.form('and')}{S})?{days}(?={S}{a.of}{a.month}{a.year_tail})"
    yield "listed_day", "day", f"{a.day}(?={rest})"
    yield "listed_range", "day", f"{a.day}[-–]{a.day2}(?={rest})"
    yield "day_of_month", "day", f"{a.lead}{a.day}{S}{a.relative_month}{a.close}"
    if a.has_order("MDY"):
        yield "day_month", "day", rf"{a.lead}{a.month}{S}?{a.the}{a.day}(?![:/]\d){a.tail}{a.close}{a.trail}"
        yield "day_month", "day", rf"{a.before}{S}{a.month}{S}{a.day}(?![:/]\d)"
    number, number2 = (rf"(?P<{name}>{_NUMBER})(?!\d)" for name in ("number", "number2"))
    opening = f"(?:{S}?{a.opening}|,{S})" if a.has_order("MDY") else f"(?:{S}?{a.opening}|,?{S})"
    yield "weekday_numeric", "day", rf"{a.weekday}{a.several},?{opening}{number}[/-]{number2}(?![/-]){a.close}"
    if not a.has_order("MDY"):
        yield "bracket_numeric", "day", rf"(?<=\(){number}/{number2}(?=\))"


def _months_and_years(a: Atoms) -> Iterator[_Named]:
    yield "month_year", "month", f"{a.part}{a.month}(?:,?{S}|[-/]){a.of}{a.year}"
    months = f"(?:,{S}?{a.months}){{0,5}},?{S}(?:{a.form('and')}{S})?{a.months}{S}(?:{a.of}{a.year}|{a.relative_year})"
    yield "listed_month", "month", f"{a.part}{a.month}(?={months})"
    yield "month", "month", f"{a.part}{a.month}{a.tail}"
    yield "month", "month", rf"{a.before}{S}{a.of}{a.month}(?!\.?{S}\d)"
    suffix, decade_word = rf"\s?{a.form('decade_suffix')}", f"(?P<decade_word>{a.form('decade_word')})"
    yield "decade", "decade", rf"{a.part}(?:{decade_word}{S})?{a.year_word}(?P<decade>(?:1[89]|20)\d0){suffix}"
    yield "decade", "decade", rf"{a.part}{a.year_word}['’]?(?P<short_decade>[2-9]0){suffix}"
    yield "decade", "decade", rf"{a.part}{decade_word}{S}(?P<decade>(?:1[89]|20)\d0)(?!{S}?\d)"
    yield "decade", "decade", rf"{a.part}{decade_word}{S}(?P<short_decade>[2-9]0)(?!{S}?\d)"
    yield "decade", "decade", f"{a.part}(?P<decade_name>{a.form('decade_name')})"
    yield "year", "year", f"{a.part}{a.year_word}(?P<year>{YEAR})"
    yield "year", "year", r"['’](?P<short>\d\d)(?![\w’'-])"


def _parts(a: Atoms) -> Iterator[_Named]:
    quarter, week = a.of_unit("quarter", "half"), a.of_unit("week")
    own = f"(?P<own_year>{a.names_of('year')})"
    in_year = f"(?:(?:,?{S}|[-/]){a.of}{a.the}(?:{a.year}|{a.relative_year}|{own}))?"
    owner = rf"(?:(?P<year>{YEAR})|{a.relative_year})(?:['’]s?)?{S}"
    code = f"(?P<code>{a.form('code')})"
    yield "part_of_year", "quarter", f"{a.the}{a.ordinal}(?:{S}|-){quarter}{in_year}"
    yield "part_of_year", "quarter", f"{owner}{a.ordinal}(?:{S}|-){quarter}"
    yield "part_of_year", "quarter", f"{quarter}{S}{a.ordinal_after}{in_year}"
    yield "part_of_year", "quarter", rf"{code}(?:{S}|[-/]){a.of}{a.year}(?!\w)"
    yield "part_of_year", "quarter", rf"(?P<year>{YEAR})(?:{S}|-){code}(?!\w)"
    yield "iso_week", "week", rf"(?P<year>{YEAR})-W(?P<week>\d\d)(?!\d)"
    in_month = f"{S}{a.of}{a.month}{a.year_tail}"
    yield "week_of_month", "week", f"{a.the}{a.ordinal}{S}{week}{in_month}"
    yield "week_of_month", "week", f"{week}{S}{a.ordinal_after}{in_month}"
    week_of = f"{a.form('week_of')}{S}{a.the}"
    yield "week_of_day", "week", f"{week_of}{a.day}{S}{a.of}{a.month}{a.year_tail}"
    yield "week_of_day", "week", rf"{week_of}{a.month}{S}{a.day}(?![:/]\d){a.year_tail}"
    yield "season", "season", f"{a.part}{a.season}(?:,?{S}{a.of}{a.year}|{S}{a.relative_year}|{S}{a.after})?"
    yield "season", "season", f"(?:{a.before}|(?P<year>{YEAR})){S}{a.season}"


def _relative(a: Atoms) -> Iterator[_Named]:
    yield "day_word", "day", f"(?P<day_word>{a.form('day_offset')}){a.day_part}"
    yield "units_away", "unit", f"{a.units}{S}(?:{a.form('ago')}|(?P<ahead>{a.form('ahead')}))"
    yield "units_away", "unit", f"{a.leading('ago_before')}{a.units}"
    yield "units_away", "unit", f"(?P<soon>{a.leading('ahead_before')}){a.units}"
    yield "relative_unit", "unit", f"{a.part}{a.before}{S}{a.one_unit}"
    yield "relative_unit", "unit", f"{a.part}{a.one_unit}{S}{a.after}"
    yield "relative_unit", "unit", f"{a.the}{a.one_unit}{S}{a.far}"
    weekend = a.of_unit("weekend")
    the_weekend = f"{a.form('whole')}{S}{weekend}(?:{S}{a.after})?"
    yield "weekend", "week", the_weekend if a.words.forms("whole") else weekend
    yield "part_of_unit", "unit", f"{a.part_needed}{a.of_unit('week', 'month', 'year', 'decade')}"
    end = f"(?P<part_after>{a.form('part_after')})"
    yield "part_of_unit", "unit", f"{a.the}{a.of_unit('month', 'year')}(?:['’]s)?(?:{S}|-){end}"
    weekday_tail = f"(?:{S}(?:{a.after}|{a.relative_week}))?"
    yield "weekday", "day", f"(?:{a.leading('demonstrative')}|{a.before}{S})?{a.weekday_name}{a.day_part}{weekday_tail}"


def _narrative(a: Atoms) -> Iterator[_Named]:
    goes_on = rf"(?:{a.form('to')}|{a.form('and')}|{a.months}|{a.of_unit('month')}|\()"
    yield "day_of_told", "day", rf"{a.form('date_word')}{S}{a.day}(?!{DASH}|[/.]\d|,?{S}?\d|{S}{goes_on})"
    yield "narrative", "unit", f"{a.the}(?P<narrative>{a.form('narrative')})"
    day = a.of_unit("day")
    yield "day_of_range", "day", f"{a.the}{a.ordinal}{S}{day}"
    yield "day_of_range", "day", f"{day}{S}{a.ordinal_after}"
    yield "units_from", "unit", f"{a.units_or_the_one}{S}(?P<shift>{a.form('shift')})"
    yield "units_from", "unit", f"{a.units_or_the_one}{S}(?P<beside>{a.form('beside')})"
    yield "weekday_from", "day", f"{a.the}(?P<toward>{a.form('toward')}){S}{a.weekday_name}{a.day_part}"
    yield "weekday_from", "day", f"{a.weekday_name}{a.day_part}{S}(?P<toward_after>{a.form('toward_after')})"
