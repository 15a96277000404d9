"""Finds meetings told without a word for them: "Honiara will host the third", "the next one", "the one in Apia"."""

from __future__ import annotations

from collections.abc import Iterator

from ctnews.extraction.meetings.cues import Cue
from ctnews.extraction.meetings.scene import Sentence


def bare_cues(sentence: Sentence, taken: set[int]) -> Iterator[Cue]:
    """Give the numbers and the "ones" that stand for a meeting, as cues; `taken` positions are told of already."""
    if sentence.at("not_venue"):
        return
    for position in range(1, len(sentence.tokens)):
        if position in taken or position in sentence.in_dates or position in sentence.in_agencies:
            continue
        if _predicated(sentence, position):
            yield Cue(position, position + 1, "talks", "count")
        elif _bare_number(sentence, position) or _one(sentence, position):
            yield Cue(position, position + 1, "talks", "bare")


def _bare_number(sentence: Sentence, position: int) -> bool:
    """Tell whether an ordinal stands alone behind "the" or "its": "the third, in Rabat"."""
    _, side = sentence.ordinals.get(position, (0, ""))
    if side != "before" or not _determined(sentence, position):
        return False
    serial = any(sentence.word(i, "serial") for i in range(position + 1, min(position + 4, len(sentence.tokens))))
    return _ends_phrase(sentence, position + 1) and not serial


def _predicated(sentence: Sentence, position: int) -> bool:
    """Tell whether a number only counts what the sentence before told: "It will be the sixth since 2017"."""
    _, side = sentence.ordinals.get(position, (0, ""))
    if side != "before" or position < 3 or not sentence.word(position - 1, "definite"):
        return False
    subject = position - 2
    while subject > 0 and subject in sentence.at("copula"):
        subject -= 1
    told = sentence.word(subject, "those_who_meet") or sentence.word(subject, "definite")
    return told and subject < position - 2 and not _ends_phrase(sentence, position + 1)


def _one(sentence: Sentence, position: int) -> bool:
    """Tell whether "one" stands for a meeting told before: "the next one", "the one in Apia"."""
    if not sentence.word(position, "one"):
        return False
    before = position - 1
    ordered = sentence.word(before, "next") or sentence.word(before, "previous") or before in sentence.ordinals
    return (ordered or sentence.word(before, "definite")) and _ends_phrase(sentence, position + 1)


def _determined(sentence: Sentence, position: int) -> bool:
    return sentence.word(position - 1, "definite") or sentence.word(position - 1, "article")


def _ends_phrase(sentence: Sentence, position: int) -> bool:
    """Tell whether a noun phrase ends before a position: a mark, a verb, a date or a preposition follows."""
    if position >= len(sentence.tokens):
        return True
    token = sentence.tokens[position]
    if sentence.word(position, "infinitive"):
        return position + 1 < len(sentence.tokens) and sentence.word(position + 1, "infinitive_of_meeting")
    if token.text in ",.;:)–—" or position in sentence.in_dates:
        return True
    return (
        sentence.word(position, "clause") or sentence.word(position, "place") or sentence.word(position, "behind_bare")
    )
