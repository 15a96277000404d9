"""Checks on what a pattern matched: whether the words around it let it be a date."""

from __future__ import annotations

import re
from collections.abc import Callable

from ctnews.dates.found import Found

_Guard = Callable[[Found], bool]

_IN_A_NUMBER = re.compile(r"(?:[#+/=_&]\s?|\d[ .,:/-]?|[A-Z\d]\w*-|\b\w{1,2}-)$")
_GOES_ON = re.compile(r"\s?%|[-/.,:]?\d|[^\W\d_]|-[^\W\d_]")
_NAME_BEFORE = re.compile(r"(?<!\w)[A-Z](?:[\w'’-]*|\.)\s$")
_NAME_AFTER = re.compile(r"\s[A-Z][a-z]")
_IN_DECADES = re.compile(r"\d0\W?\w{1,2}\W{1,2}(?:\w{1,4}\s)?$")  # "the 70s and 80s"
_JOINED_DAY = re.compile(r"\d\w{0,2}-$")  # "le 11-Septembre": a name
_COUNT_BEFORE = re.compile(r"\d\s?$")
_SURE_YEARS = range(1900, 2060)


def allows(rule: str, found: Found) -> bool:
    """Tell whether the words around the match let it be what the rule takes it for."""
    guard = _GUARDS.get(rule)
    return guard is None or guard(found)


def _year(found: Found) -> bool:
    if _GOES_ON.match(found.after) or found.precedes("counted"):
        return False
    if found.get("part") or _IN_A_NUMBER.search(found.before) or found.follows("currency"):
        return bool(found.get("part"))
    if not found.match[0].isdecimal() and not found.get("short"):
        return True  # "tahun 2018"
    sure = found.get("year") is not None and found.year() in _SURE_YEARS
    return sure or found.follows("month_cue") or found.follows("year_word")


def _month(found: Found) -> bool:
    ambiguous = found.words.is_ambiguous(found.match["month"])
    if found.has("before", "after", "relative_year", "part") or found.follows("month_cue"):
        return not (ambiguous and _NAME_AFTER.match(found.after))
    if ambiguous or _JOINED_DAY.search(found.before):
        return ambiguous and found.precedes("dated_noun")  # "the May summit"
    return not (_NAME_BEFORE.search(found.before) or _NAME_AFTER.match(found.after))


def _weekday(found: Found) -> bool:
    return not (found.follows("set_cue") or found.follows_in_set())


def _relative_unit(found: Found) -> bool:
    if found.unit() in ("day", "half"):
        return False
    lasting = found.unit() != "quarter" and found.direction() != 0 and not found.get("part")
    return not (lasting and found.follows("duration_cue"))


def _part_of_unit(found: Found) -> bool:
    return not (found.precedes("that") or found.follows("set_cue"))


def _weekend(found: Found) -> bool:
    return not (found.follows("set_cue") or found.precedes("that"))


def _units_away(found: Found) -> bool:
    if found.before.endswith("-"):  # "four-five years ago"
        return False
    soon = found.get("soon")
    return soon is None or found.words.value("ahead_before", soon.strip()) == "1" or found.tense() > 0


def _narrative(found: Found) -> bool:
    first = found.match[0].split()[0].lower()
    counted = _COUNT_BEFORE.search(found.before) and first not in found.words.forms("whole")
    return not counted  # "23 tahun itu"; but "up from 8 the previous year"


def _units_from(found: Found) -> bool:
    lasting = found.follows("duration_cue") or found.unit() in ("half", "quarter", "decade")
    return not (found.before.endswith("-") or lasting or found.precedes("than"))  # "a day later than planned"


def _day_of_range(found: Found) -> bool:
    return found.ordinal() != -1 and not found.precedes("counted")


def _listed_day(found: Found) -> bool:
    return not (_IN_A_NUMBER.search(found.before) or found.follows("numbered"))


def _season(found: Found) -> bool:
    told = ("before", "after", "relative_year", "year", "short", "part")
    return found.has(*told) or found.follows("season_cue")


def _decade(found: Found) -> bool:
    if found.follows("age_cue"):
        return False
    told = found.has("decade", "decade_word", "decade_name") or found.follows("decade_cue")
    return told or bool(_IN_DECADES.search(found.before))


def _part_of_year(found: Found) -> bool:
    if found.has("year", "short", "relative_year", "own_year"):
        return not (found.has("own_year") and found.precedes("that"))
    return found.unit() == "quarter" and found.ordinal() != -1 and not _GOES_ON.match(found.after)


def _range_in_month(found: Found) -> bool:
    if listed := found.get("listed"):
        days = [int(day) for day in re.findall(r"\d+", listed)]
        return days == list(range(found.number("day") + 1, found.number("day2")))
    next_day = found.number("day2") == found.number("day") + 1
    return next_day or _is_range(found)


def _is_range(found: Found) -> bool:
    """Tell whether "and" stands between the ends of a range, not between two dates."""
    return not found.has("joint") or found.follows("between")


def _range_numeric(found: Found) -> bool:
    return not found.has("joint") or found.number("to") == found.number("from") + 1


def _range_of_years(found: Found) -> bool:
    if _IN_A_NUMBER.search(found.before):
        return False
    first, short = found.number("year1"), found.get("short_end")
    span = int(short) - first % 100 if short else found.number("year") - first
    if "/" in found.match[0]:  # "2022/23"; but "2023/05" and "12/2022/2023" are none
        return span == 1 and not _GOES_ON.match(found.after)
    return span > 0 and not _GOES_ON.match(found.after) if short else _is_range(found)


def _range_of_months(found: Found) -> bool:
    if found.follows("between") or found.follows("from"):
        return True
    dated = found.has("year", "short", "relative_year")
    return not found.has("joint") and (dated or not found.words.is_ambiguous(found.match["month"]))


def _range_of_weekdays(found: Found) -> bool:
    first, second = found.weekday(), found.weekday("weekday2")
    consecutive = first is not None and second == (first + 1) % 7
    if found.follows("set_cue"):
        return False
    told = found.has("after", "relative_week") and not found.has("joint")
    return consecutive or told or found.follows("from") or found.follows("between")


_GUARDS: dict[str, _Guard] = {
    "year": _year,
    "month": _month,
    "weekday": _weekday,
    "relative_unit": _relative_unit,
    "part_of_unit": _part_of_unit,
    "weekend": _weekend,
    "units_away": _units_away,
    "narrative": _narrative,
    "units_from": _units_from,
    "day_of_range": _day_of_range,
    "listed_day": _listed_day,
    "listed_range": _listed_day,
    "season": _season,
    "decade": _decade,
    "part_of_year": _part_of_year,
    "range_in_month": _range_in_month,
    "range_of_days": _is_range,
    "range_numeric": _range_numeric,
    "range_of_years": _range_of_years,
    "range_of_months": _range_of_months,
    "range_of_weekdays": _range_of_weekdays,
}
