"""Regular expressions that match any of many forms: in any case or as names, whatever the apostrophe or accent."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import groupby
from unicodedata import normalize

SPACE = r"(?:[^\S\n]{1,3}|[^\S\n]?\n[^\S\n]?)"
NEVER = r"(?!)"
_APOSTROPHE = "['’`]"
_ATOM = re.compile(r"\\.|\[[^\]]+\]|.", re.DOTALL)


def any_of(forms: Iterable[str]) -> str:
    """Match any of the forms, in any case, as whole words, the longest first; with no forms, nothing."""
    return _branches({form.lower() for form in _composed_or_not(forms)}, "(?i:{})")


def any_name_of(forms: Iterable[str]) -> str:
    """Match any of the forms as a name is written: capitalised, or all in capitals."""
    return _branches({case for form in _composed_or_not(forms) for case in _capitalised(form)}, "(?:{})")


def before_word(form: str) -> str:
    """Match a form that stands before another word: with a space between, without one after an elision, "d'août"."""
    return any_of([form]) + ("" if form.endswith("'") else SPACE)


def longest_first(forms: Iterable[str]) -> list[str]:
    """Sort forms so that an alternation of them takes the longest."""
    return sorted(forms, key=lambda form: (-len(form), form))


def _branches(forms: Iterable[str], inside: str) -> str:
    """Join the forms, put together by what they begin with: the engine passes over a branch at its first character."""
    written = [_spaced(form) for form in longest_first(forms)]
    split = [(begin[0], form[begin.end() :]) for form in written if (begin := _ATOM.match(form))]
    together = groupby(sorted(split, key=lambda pair: pair[0]), key=lambda pair: pair[0])  # the sort is stable
    caseless = inside.startswith("(?i")
    branches = [
        (_either_case(begin) if caseless else begin) + inside.format("|".join(rest for _, rest in pairs))
        for begin, pairs in together
    ]
    return f"(?:{'|'.join(branches)})" if branches else NEVER


def _either_case(begin: str) -> str:
    upper = begin.upper()
    return f"[{begin}{upper}]" if begin.isalpha() and len(upper) == 1 and upper != begin else begin


def _spaced(form: str) -> str:
    words = SPACE.join(re.escape(word) for word in form.split()).replace("'", _APOSTROPHE)
    return words + (r"(?!\w)" if form[-1:].isalnum() else "")


def _composed_or_not(forms: Iterable[str]) -> set[str]:
    """Give each form with its accents as one character and as two: texts have both."""
    return {normalize(kind, form) for form in forms for kind in ("NFC", "NFD")}


def _capitalised(form: str) -> tuple[str, str]:
    return form[:1].upper() + form[1:], form.upper()
