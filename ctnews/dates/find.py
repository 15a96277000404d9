"""Where dates may stand in a text: the rules' matches, leftmost first, the longest first at each place."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ctnews.dates.found import Found
from ctnews.dates.guards import allows
from ctnews.dates.patterns import Rule, first_words, rules
from ctnews.dates.words import words

_TOKEN = re.compile(r"(?<!\w)(?:['’]?\d+|[^\W\d_]+)")


def starts(text: str, lang: str) -> Iterator[int]:
    """Give the offsets at which a date of the language can start, in order."""
    known = first_words(lang)
    for token in _TOKEN.finditer(text):
        if token[0][-1].isdecimal() or token[0].lower() in known:
            yield token.start()


def matches_at(text: str, start: int, lang: str, *, anchored: bool) -> Iterator[tuple[Rule, Found]]:
    """Give the rules that match at an offset and that the words around allow, the longest match first."""
    matched = [(rule, match) for rule in rules(lang) if (match := rule.pattern.match(text, start))]
    for rule, match in sorted(matched, key=lambda pair: -pair[1].end()):
        found = Found(text, match, words(lang), anchored=anchored)
        if allows(rule.name, found):
            yield rule, found
