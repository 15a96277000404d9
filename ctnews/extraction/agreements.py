"""Finds agreements (what was signed, when, by whom) and commitments (what the sides agreed to do next)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from ctnews.extraction.meetings.parties import article_parties
from ctnews.extraction.meetings.scene import Scene, Sentence
from ctnews.extraction.text import vocabulary
from ctnews.extraction.text.tokens import Span

if TYPE_CHECKING:
    from ctnews.dates import DateMention

CLAUSE = 40  # tokens that the clause of a commitment may be long


@dataclass(frozen=True, slots=True)
class Agreement:
    """An agreement as one article tells of it."""

    kind: str
    name: str
    parties: tuple[str, ...]
    signed: date | None
    granularity: str
    start: int
    end: int
    sentence: Span


@dataclass(frozen=True, slots=True)
class Commitment:
    """A clause that says what the sides agreed to do."""

    kind: str
    start: int
    end: int


def find_agreements(scene: Scene) -> list[Agreement]:
    """Give the agreements of an article, one a kind and signing date, the fullest naming first."""
    parties = tuple(sorted(article_parties(scene)))
    found: dict[tuple[str, date | None], Agreement] = {}
    for sentence in scene.lines:
        for agreement in _in_sentence(sentence, parties):
            key = (agreement.kind, agreement.signed)
            if key not in found or len(agreement.name) > len(found[key].name):
                found[key] = agreement
    dated = {agreement.kind for agreement in found.values() if agreement.signed}
    kept = [a for a in found.values() if a.signed or a.kind not in dated]
    return sorted(kept, key=lambda agreement: agreement.start)


def find_commitments(scene: Scene) -> list[Commitment]:
    """Give the clauses by which the sides bind themselves."""
    found = []
    for sentence in scene.lines:
        start, end = sentence.span
        verbs = vocabulary.index_of("commitments", "verb", scene.lang).find(scene.text[start:end])
        for verb in verbs[:1]:
            span = _clause(sentence, start + verb.end)
            if span:
                found.append(Commitment(_type(scene.text[slice(*span)], scene.lang), *span))
    return found


def _in_sentence(sentence: Sentence, parties: Sequence[str]) -> list[Agreement]:
    start, end = sentence.span
    matches = vocabulary.index("agreements", sentence.lang).find(sentence.text[start:end])
    signed = _signed(sentence)
    found = []
    for match in matches:
        first, after = _name(sentence, start + match.start, start + match.end)
        name = sentence.text[first:after]
        if signed or any(character.isupper() for character in name):
            when = signed.first if signed else None
            granularity = signed.granularity if signed else "unknown"
            found.append(Agreement(match.payload, name, tuple(parties), when, granularity, first, after, sentence.span))
    return found


def _name(sentence: Sentence, start: int, end: int) -> Span:
    """Stretch a word for an agreement over capitals before it and a topic behind it."""
    first, after = sentence.position(start), sentence.position(end)
    while first > 1 and sentence.tokens[first - 1].capitalised and first - 1 not in sentence.in_names:
        first -= 1
    while after < len(sentence.tokens) and _continues(sentence, after):
        after += 1
    while after > sentence.position(end) and sentence.word(after - 1, "topic"):
        after -= 1
    return sentence.tokens[first].start, sentence.tokens[max(after, first + 1) - 1].end


def _continues(sentence: Sentence, position: int) -> bool:
    token = sentence.tokens[position]
    if position in sentence.in_dates or position in sentence.in_names:
        return False
    field = token.folded in vocabulary.words("roles", "word", sentence.lang)
    return token.text in "()" or token.capitalised or field or sentence.word(position, "topic")


def _signed(sentence: Sentence) -> DateMention | None:
    """Give the date nearest to a verb of signing."""
    verbs = [start for start, _ in _signings(sentence)]
    dates = [day for day in sentence.dates if day.first]
    if not verbs or not dates:
        return None
    return min(dates, key=lambda day: min(abs(day.start - verb) for verb in verbs))


def _signings(sentence: Sentence) -> list[Span]:
    from ctnews.extraction.meetings.events import find_events

    return [(event.start, event.end) for event in find_events(sentence) if event.kind == "signing"]


def _clause(sentence: Sentence, start: int) -> Span | None:
    first = sentence.position(start)
    after = first
    while after < min(len(sentence.tokens), first + CLAUSE) and sentence.tokens[after].text not in {";", ".", "”", '"'}:
        after += 1
    if after - first < 3:
        return None
    return sentence.tokens[first].start, sentence.tokens[after - 1].end


def _type(clause: str, lang: str) -> str:
    kinds = [match.payload for match in vocabulary.index("commitments", lang).find(clause)]
    return next((kind for kind in kinds if kind != "verb"), "other")
