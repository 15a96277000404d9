"""Where dates may stand in a text: the rules' matches, leftmost first, the longest first at each place."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ctnews.dates.found import Found
from ctnews.dates.guards import allows
from ctnews.dates.openings import first_words, rules_from
from ctnews.dates.patterns import Rule
from ctnews.dates.words import words

_TOKEN = re.compile(r"(?<!\w)(?:['’]?\d+|[^\W\d_]+)")


def starts(text: str, lang: str) -> Iterator[int]:
    """Give the offsets at which a date of the language can start, in order.

    An opener ("the", "last", "two") starts one only before another word of dates or a number.
    """
    openers, names, inner = (first_words(lang, kind) for kind in ("openers", "names", "inner"))
    position, waits = 0, False
    for token in _TOKEN.finditer(text):
        word = token[0].lower()
        is_number = word[-1].isdecimal()
        if waits and (is_number or word in inner):
            yield position
        position, waits = token.start(), word in openers and word not in names
        if is_number or word in names:
            yield position


def matches_at(text: str, start: int, lang: str, *, anchored: bool) -> Iterator[tuple[Rule, Found]]:
    """Give the rules that match at an offset and that the words around allow, the longest match first."""
    word = _TOKEN.match(text, start)
    tried = rules_from(word[0], lang) if word else ()
    matched = [(rule, match) for rule in tried if (match := rule.pattern.match(text, start))]
    for rule, match in sorted(matched, key=lambda pair: -pair[1].end()):
        found = Found(text, match, words(lang), anchored=anchored)
        if allows(rule.name, found):
            yield rule, found
