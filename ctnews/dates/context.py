"""What the words beside a match tell: cues right before it and right after it."""

from __future__ import annotations

import re
from functools import cache

from ctnews.dates.alternatives import any_of
from ctnews.dates.words import words

_NEAR = 40


def before(text: str, start: int) -> str:
    """Give the few words that stand before an offset."""
    return text[max(0, start - _NEAR) : start]


def after(text: str, end: int) -> str:
    """Give the few words that stand after an offset."""
    return text[end : end + _NEAR]


def ends_with(words_before: str, lang: str, kind: str, value: str | None = None) -> bool:
    """Tell whether the words end with one of that kind (and that value), an article after it allowed."""
    return _cue_before(lang, kind, value).search(words_before) is not None


def ends_with_set(words_before: str, lang: str) -> bool:
    """Tell whether the words end with weekdays that come round and a word that joins another to them."""
    return _set_before(lang).search(words_before) is not None


def begins_with(words_after: str, lang: str, kind: str) -> bool:
    """Tell whether the words begin with one of that kind, a space or a hyphen before it allowed."""
    return _cue_after(lang, kind).match(words_after) is not None


@cache
def _cue_before(lang: str, kind: str, value: str | None) -> re.Pattern[str]:
    known = words(lang)
    article = any_of(known.forms("whole"))
    forms = [form for form, told in known.forms(kind).items() if value in (None, told)]
    return re.compile(rf"(?<!\w){any_of(forms)}\s?(?:{article}\s)?$")


@cache
def _set_before(lang: str) -> re.Pattern[str]:
    known = words(lang)
    weekday, joint = any_of(known.weekday_names), any_of(known.forms("and"))
    return re.compile(rf"(?<!\w){any_of(known.forms('set_cue'))}\s{weekday}(?:,\s{weekday}){{0,5}},?\s(?:{joint}\s)?$")


@cache
def _cue_after(lang: str, kind: str) -> re.Pattern[str]:
    return re.compile(rf"[\s-]?{any_of(words(lang).forms(kind))}")
