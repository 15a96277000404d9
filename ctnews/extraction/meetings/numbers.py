"""Tells which number a meeting has in its series: "the ninth round", "Round four", "will meet for the first time"."""

from __future__ import annotations

from collections.abc import Sequence

from ctnews.extraction.meetings.cues import Cue
from ctnews.extraction.meetings.scene import Sentence

LINKED = 6  # tokens before a name that can tie a number to it
AFTER = 5  # tokens behind the word for a meeting in which its ordinal may follow
TIMES = 8  # tokens behind a verb in which "for the first time" may follow
APPOSITION = 16  # tokens behind a name in which ", the fourth since 2018" may follow
SINCE = 8  # tokens behind "first" in which "since" makes it a mere first in a while


def number_of(sentence: Sentence, first: int, after: int, cues: Sequence[Cue], limit: int) -> int | None:
    """Give the number that is told of the event between two positions, or none.

    A "first" that is only one since or in something ("the first meeting since 2019") is no number.
    """
    found = _in_name(sentence, first, after, cues, limit) or _right_behind(sentence, first, after, cues)
    position, number = found or _counted_times(sentence, after, limit) or _as_adverb(sentence, after, cues) or (0, None)
    return None if number == 1 and _in_a_while(sentence, position, after) else number


def _in_name(sentence: Sentence, first: int, after: int, cues: Sequence[Cue], limit: int) -> tuple[int, int] | None:
    last, leading = cues[-1].after, _over_links(sentence, first)
    for position, (number, side) in sorted(sentence.ordinals.items()):
        if side == "before" and (leading <= position < last or _in_apposition(sentence, after, position, limit)):
            return position, number
        behind = cues[0].after <= position < min(max(after + 3, last + AFTER), limit)
        if side == "after" and behind and not _counts(sentence, position):
            return position, number
    return None


def _right_behind(sentence: Sentence, first: int, after: int, cues: Sequence[Cue]) -> tuple[int, int] | None:
    """Give a plain number that stands right behind one of the words for the meeting: "round four of the talks"."""
    if cues[0].use not in {"name", "generic"}:
        return None
    places = {cue.after for cue in cues} | {after}
    return next(
        (
            (i, n)
            for i, n in sorted(sentence.counts.items())
            if i in places and i > first and not sentence.word(i - 1, "definite")
        ),
        None,
    )


def _counted_times(sentence: Sentence, after: int, limit: int) -> tuple[int, int] | None:
    """Give the number of times that a verb tells: "met in Doha for the third time"."""
    reach = range(after, min(after + TIMES, limit))
    for position, (number, side) in sorted(sentence.ordinals.items()):
        following = position + 1 < len(sentence.tokens) and sentence.word(position + 1, "time")
        if position in reach and side == "before" and following:
            return position, number
    return None


def _as_adverb(sentence: Sentence, after: int, cues: Sequence[Cue]) -> tuple[int, int] | None:
    """Give the number one where a body is said to have met first: "the working group first sat in"."""
    body = any(cue.use == "name" and cue.kind.endswith("working_group") for cue in cues)
    first = sentence.ordinals.get(after, (0, ""))[0] == 1
    return (after, 1) if body and first and after + 1 in sentence.at("convene") else None


def _in_a_while(sentence: Sentence, position: int, after: int) -> bool:
    """Tell whether a "first" counts only what came after something: since a year, in years, this year."""
    end = min(max(position, after) + SINCE, len(sentence.tokens))
    reach = list(range(position, end))
    stop = next((i for i in reach if i >= after and sentence.tokens[i].text in {",", ";", ":"}), end)
    return bool(sentence.at("in_a_while") & {i for i in reach if i < stop})


def _in_apposition(sentence: Sentence, after: int, position: int, limit: int) -> bool:
    """Tell whether a number follows behind a comma or "is": "the consultations, the fourth of their kind"."""
    last = len(sentence.tokens) - 1
    if not after < position - 1 < position < min(last, limit) or not sentence.word(position - 1, "definite"):
        return False
    set_off = sentence.tokens[position - 2].text == "," and position - after <= APPOSITION
    if not set_off and not set(range(after, position - 1)) <= sentence.at("copula"):
        return False
    return any(sentence.word(position + 1, kind) for kind in ("link", "year_preposition", "after_count"))


def _over_links(sentence: Sentence, first: int) -> int:
    """Give where the words before a name begin that tie a number to it: "the ninth in the series of drills"."""
    position = first
    while position > max(0, first - LINKED) and _ties(sentence, position - 1):
        position -= 1
    return max(position - 1, 0)


def _ties(sentence: Sentence, position: int) -> bool:
    return sentence.word(position, "link") or sentence.word(position, "serial")


def _counts(sentence: Sentence, position: int) -> bool:
    """Tell whether "kedua" means "both": before a noun such as "negara"."""
    following = position + 1
    return following < len(sentence.tokens) and sentence.word(following, "both")
