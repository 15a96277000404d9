"""Finds the names in a sentence: those that words beside them tell, and a tagger's spans, trimmed and completed."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from functools import cache

from ctnews import lexicon
from ctnews.extraction.people.line import Line
from ctnews.extraction.people.name_parts import LONGEST, Name, bears, can_begin, is_name, particle
from ctnews.extraction.people.name_signs import initialled, officed, titled
from ctnews.extraction.text import vocabulary
from ctnews.extraction.text.phrases import PhraseIndex
from ctnews.extraction.text.tokens import Span, covered


def find_names(line: Line, spans: Sequence[Span]) -> list[Name]:
    """Give the names of a line in order; `spans` are what a tagger takes for persons."""
    found = titled(line)
    found += officed(line, found)
    found += initialled(line, found)
    for span in spans:
        found += _trimmed(line, span, found)
    return _complete(line, sorted(found, key=lambda name: name.first))


def _trimmed(line: Line, span: Span, known: Iterable[Name]) -> list[Name]:
    """Cut titles, roles and suffixes off a tagger's span; give nothing if no name is left or it is known."""
    positions = sorted(covered(line.tokens, [_whole(line, span)]))
    taken = {i for name in known for i in range(name.first, name.after)}
    while positions and not can_begin(line, positions[0]):
        positions.pop(0)
    if not positions or positions[0] in taken:
        return []
    after = positions[0]
    while after in positions and after not in taken and is_name(line, after):
        after += 1
    while after > positions[0] and particle(line, after - 1):
        after -= 1
    name = Name(positions[0], after)
    if _placed(line, positions[0], after):
        return []
    refuted = (
        after == name.first
        or bears(line, after)
        or _only_places(line, name)
        or _armed_group(line, name)
        or _event(line, name)
    )
    return [] if refuted else [name]


def _whole(line: Line, span: Span) -> Span:
    """Widen a span that begins or ends within a word: "Anne Brun|-Lafleur"."""
    first = bisect_right(line.tokens, span[0], key=lambda token: token.start) - 1
    last = bisect_right(line.tokens, span[1] - 1, key=lambda token: token.start) - 1
    start = line.tokens[first].start if first >= 0 and span[0] < line.tokens[first].end else span[0]
    end = max(span[1], line.tokens[last].end) if last >= 0 else span[1]
    return start, end


def _placed(line: Line, first: int, after: int) -> bool:
    """Tell whether a preposition of place stands right before, and no deed right behind: "in NAME, a town"."""
    before = first > 0 and line.tokens[first - 1].folded in vocabulary.words("name_words", "place", line.lang)
    return before and (after >= len(line.tokens) or line.tokens[after].text in ",.;)")


def _event(line: Line, name: Name) -> bool:
    """Tell whether an exercise or operation has the name: "the exercise NAME", "NAME drill"."""
    words = vocabulary.words("name_words", "event", line.lang)
    around = [i for i in (name.first - 1, name.after) if 0 <= i < len(line.tokens)]
    beyond = name.first - 2 if name.first > 1 and line.tokens[name.first - 1].text in "\"'“‘,«" else name.first - 1
    return any(line.tokens[i].folded in words for i in {*around, max(beyond, 0)})


def _armed_group(line: Line, name: Name) -> bool:
    start, end = line.tokens[name.first].start, line.tokens[name.after - 1].end
    return bool(_groups().find(line.text[start:end]))


@cache
def _groups() -> PhraseIndex[str]:
    rows = lexicon.table("world/armed_groups")
    return PhraseIndex((phrase, row["kind"]) for row in rows for phrase in lexicon.values(row["phrase"]))


def _only_places(line: Line, name: Name) -> bool:
    words = vocabulary.words("roles", "word", line.lang)
    return all(i in line.in_places or line.tokens[i].folded in words for i in range(name.first, name.after))


def _complete(line: Line, names: list[Name]) -> list[Name]:
    """Add to each name the capitalised tokens that the tagger left off on either side."""
    completed: list[Name] = []
    for name in names:
        first, after = name.first, name.after
        floor = completed[-1].after if completed else 1
        while first > floor and after - first < LONGEST and _leads_in(line, first - 1):
            first -= 1
        while after < len(line.tokens) and after - first < LONGEST and _belongs(line, after):
            after += 1
        completed.append(Name(first, after))
    return completed


def _leads_in(line: Line, position: int) -> bool:
    """Tell whether a token before a name is a first name that the tagger left off."""
    return _belongs(line, position) and can_begin(line, position)


def _belongs(line: Line, position: int) -> bool:
    if particle(line, position):
        return position + 1 < len(line.tokens) and _belongs(line, position + 1)
    if position in line.titles and (_closes(line, position) or particle(line, position - 1)):
        return True
    known = position in line.in_places or position in line.heads or position in line.modifiers
    known = known or line.tokens[position].folded in vocabulary.words("roles", "word", line.lang)
    return is_name(line, position) and line.tokens[position].text.isalpha() and not known


def _closes(line: Line, position: int) -> bool:
    """Tell whether a word that can be a title ends a name: no name follows ("Kyaw Kyaw Tun")."""
    following = position + 1
    return following >= len(line.tokens) or not line.tokens[following].capitalised
