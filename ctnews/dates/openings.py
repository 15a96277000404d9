"""What a date can start with: the words of a language that do, and the rules that are worth trying at each."""

from __future__ import annotations

import re
from functools import cache
from unicodedata import normalize

from ctnews.dates.patterns import Rule, rules
from ctnews.dates.words import words

_NAMES = (
    *("day_offset", "day_number", "ordinal", "season", "narrative", "numbered", "law", "code", "decade_name"),
    "silent",
)
_OPENERS = (
    *(
        "before",
        "number",
        "vague",
        "part",
        "whole",
        "year_word",
        "weekday_word",
        "date_word",
        "toward",
        "duration_cue",
        "lasting",
    ),
    *("ago_before", "ahead_before", "decade_word", "week_of", "demonstrative", "named_after"),
)
_INNER = (*_NAMES, *_OPENERS, "day_part", "of", "shift", "beside")

# What the matches of a rule can start with, where that is not anything: a number, a month, a weekday, another word.
_STARTS = {
    "number": ("clock", "number_with_year", "iso_date", "iso_week", "listed_day", "bracket_numeric"),
    "month": ("range_of_months",),
    "weekday": ("range_of_weekdays", "weekday_numeric"),
    "word": (
        *("numbered", "law_of_year", "vague_number", "lasting", "named_after", "narrative"),
        *("week_of_day", "day_word", "relative_unit", "part_of_unit", "weekend"),
    ),
    "number weekday": ("range_numeric",),
    "number word": (
        *("range_of_years", "decade", "year", "part_of_year", "week_of_month", "season", "units_away"),
        *("units_from", "day_of_range"),
    ),
    "month word": ("month", "month_year"),
    "weekday word": ("weekday", "weekday_from"),
    "number month weekday": ("range_in_month", "range_of_days", "full_date", "numeric_date", "day_of_month"),
}
_CLASSES = {name: frozenset(classes.split()) for classes, names in _STARTS.items() for name in names}


@cache
def first_words(lang: str, kind: str) -> frozenset[str]:
    """Give the words, in lower case, that a date starts with; any number can start one too.

    Of the kind "names" they can stand alone, "openers" stand before others, "inner" are all that follow those.
    """
    known = words(lang)
    kinds = {"names": _NAMES, "openers": _OPENERS, "inner": _INNER}[kind]
    forms = [form for part in kinds for form in known.forms(part)]
    if kind != "openers":
        forms += [*known.months, *known.weekdays, *known.units, *known.singles]
    found = _words_of(forms)
    return frozenset(word for told in found for word in (told if kind == "inner" else told[:1]))


def rules_from(word: str, lang: str) -> tuple[Rule, ...]:
    """Give the rules whose matches can start with a word or a number as it stands in a text."""
    if word[-1].isdecimal():
        return _rules_of(frozenset({"number"}), lang)
    lower = word.lower()
    return _rules_of(frozenset(kind for kind, known in _starters(lang).items() if lower in known), lang)


@cache
def _rules_of(classes: frozenset[str], lang: str) -> tuple[Rule, ...]:
    return tuple(rule for rule in rules(lang) if rule.name not in _CLASSES or _CLASSES[rule.name] & classes)


@cache
def _starters(lang: str) -> dict[str, frozenset[str]]:
    known = words(lang)
    other = {form for kind in (*_NAMES, *_OPENERS) for form in known.forms(kind)} | {*known.units, *known.singles}
    forms = {
        "number": known.forms("day_number"),
        "month": known.months,
        "weekday": {**known.weekdays, **known.forms("weekday_word")},
        "word": dict.fromkeys(other),
    }
    return {kind: frozenset(told[0] for told in _words_of([*lookup])) for kind, lookup in forms.items()}


def _words_of(forms: list[str]) -> list[list[str]]:
    written = [normalize(code, form) for form in forms for code in ("NFC", "NFD")]
    return [found for form in written if (found := re.findall(r"[^\W\d_]+", form))]
