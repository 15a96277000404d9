"""Words for meetings in a sentence: what kind each tells, and whether it names, tells or only goes on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal, cast

from ctnews import lexicon
from ctnews.extraction.meetings.scene import Sentence
from ctnews.extraction.text import vocabulary
from ctnews.extraction.text.phrases import PhraseIndex

JOINT_NAME = 5  # tokens between "joint" and the "committee" that it makes a joint one

Use = Literal["name", "generic", "aspect", "verb", "accord", "sign", "silent", "bare", "count"]


@dataclass(frozen=True, slots=True)
class Cue:
    """A word for meetings, by the positions of its tokens."""

    first: int
    after: int
    kind: str
    use: Use
    party: str | None = None
    series: str | None = None


@cache
def kinds() -> dict[str, lexicon.Row]:
    """Give the table of kinds by kind."""
    return {row["kind"]: row for row in lexicon.table("world/meeting_kinds")}


def weight(kind: str) -> int:
    """Tell how specific a kind is."""
    return int(kinds()[kind]["weight"])


def family(kind: str) -> str:
    """Tell the family of kinds that accounts of one meeting may mix."""
    return kinds()[kind]["family"]


def find_cues(sentence: Sentence) -> Iterator[Cue]:
    """Give the words for meetings in the order of the sentence."""
    start, end = sentence.span
    text = sentence.text[start:end]
    found: dict[int, Cue] = {}
    for series in _series_index().find(text):
        first, after = sentence.position(start + series.start), sentence.position(start + series.end)
        row = series.payload
        found[first] = Cue(first, after, row["kind"], "name", row["party"] or None, row["acronym"])
    for first, after in _joint_bodies(sentence):
        if first not in found and not _of_table(sentence, first):
            found[first] = Cue(first, after, "joint_working_group", "name")
    taken = {i for cue in found.values() for i in range(cue.first, cue.after)}
    for match in _word_index(sentence.lang).find(text):
        first, after = sentence.position(start + match.start), sentence.position(start + match.end)
        kind, use = match.payload
        if first not in taken and not _hidden(sentence, first, after, use):
            found[first] = Cue(first, after, kind, use)
    yield from (found[first] for first in sorted(found) if found[first].use != "silent")


def _hidden(sentence: Sentence, first: int, after: int, use: Use) -> bool:
    """A word for meetings inside an agency's or a person's name speaks of no meeting."""
    inside = set(range(first, after))
    if inside & sentence.in_names:
        return True
    if not inside & sentence.in_agencies:
        return False
    start = sentence.tokens[first].start
    own = next(agency for agency in sentence.agencies if agency.start <= start < agency.end)
    return use != "name" or own.kind != "body" or own.rule != "table" or not _meets(own.name)


def _joint_bodies(sentence: Sentence) -> Iterator[tuple[int, int]]:
    """Give where "joint", "committee" and what stands between them name a joint body of two sides."""
    heads = sentence.at("joint_head")
    for first in sorted(sentence.at("joint")):
        reach = range(first + 1, min(first + 2 + JOINT_NAME, len(sentence.tokens)))
        for position in reach:
            if position in heads:
                yield first, position + 1
                break
            if not (sentence.tokens[position].capitalised or sentence.word(position, "modifier")):
                break


def _of_table(sentence: Sentence, position: int) -> bool:
    """Tell whether a token stands in the name of an agency that the register knows."""
    start = sentence.tokens[position].start
    return any(agency.start <= start < agency.end and agency.rule == "table" for agency in sentence.agencies)


@cache
def _meets(name: str) -> bool:
    """Tell whether a body's name is that of a meeting."""
    return bool(_series_index().find(name))


@cache
def _word_index(lang: str) -> PhraseIndex[tuple[str, Use]]:
    rows = [
        (phrase, (row["kind"], cast(Use, row["use"])))
        for code in vocabulary.chain(lang)
        for row in lexicon.optional_table(f"{code}/meetings")
        for phrase in lexicon.values(row["phrase"])
    ]
    return PhraseIndex(rows, proper=False)


@cache
def _series_index() -> PhraseIndex[lexicon.Row]:
    rows = lexicon.table("world/meeting_series")
    names = [(name, row) for row in rows for name in (*lexicon.values(row["names"]), *lexicon.values(row["acronym"]))]
    return PhraseIndex(names)
