"""Tells by who meets what kind of meeting it is: a meeting of ministers, of chiefs of police, of a task force."""

from __future__ import annotations

from ctnews.extraction.meetings.cues import Cue, weight
from ctnews.extraction.meetings.scene import Sentence

BEHIND = 12  # tokens behind "meeting of" in which its members stand
BESIDE = 6  # tokens before a verb of meeting in which the body stands that meets
OPENING = 2  # tokens before "their meeting" that opens a sentence
SUBJECT = 26  # tokens before a verb of meeting in which those who meet stand

BODIES = frozenset({"working_group"})


def with_members(
    sentence: Sentence, cues: list[Cue], first: int, after: int, limit: int, *, indefinite: bool
) -> str | None:
    """Give the kind that the members of a meeting tell, where the words for it tell none.

    Those who hold, open or end "a meeting" are its members, as are those who do something at it.
    """
    members = [(i, kind) for i, kind in sorted(sentence.members.items())]
    if (
        cues[0].use == "verb"
        or _participle(sentence, cues[0])
        or (first > 0 and (sentence.word(first - 1, "its") or sentence.word(first, "its")))
    ):
        reach = set(range(_clause_start(sentence, max(0, first - SUBJECT), first), first))
        reach |= _brought(sentence, cues, after) | _set_behind(sentence, first, after)
    else:
        reach = set(_of(sentence, after, limit)) | set(range(first, after + 1)) | _possessor(sentence, first)
    told = [(i, kind) for i, kind in members if i in reach]
    if not told and indefinite and cues[0].use != "verb":
        told = [(i, kind) for i, kind in members if i in _subject(sentence, first)]
        told = ([one for one in told if one[1] not in BODIES] or told)[-1:]
    kinds = [kind for i, kind in told if cues[0].use != "verb" or kind not in BODIES or first - i <= BESIDE]
    people = [kind for kind in kinds if kind not in BODIES]  # "ministers of the group" are ministers
    return max(people or kinds, key=weight, default=None)


def _of(sentence: Sentence, after: int, limit: int) -> range:
    """Give the positions of what stands behind "meeting of" or "session between", up to a comma or a verb."""
    start = next((i for i in (after - 1, after) if i < limit and sentence.word(i, "of_whom")), None)
    if start is None:
        inside = [i for i in range(max(after - 6, 0), after) if sentence.word(i, "of_whom")]
        start = inside[0] if inside else None
    if start is None:
        return range(0)
    end = min(start + BEHIND, limit, len(sentence.tokens))
    stops = sentence.at("clause") | {i for i in range(start, end) if sentence.tokens[i].text in ",;:("}
    return range(start, next((i for i in range(start, end) if i in stops), end))


def _possessor(sentence: Sentence, first: int) -> set[int]:
    """Give the positions right before a name that can be its possessor: "the police chiefs' meeting"."""
    marks = {"'", "’", "'s", "’s"}
    position = first - 1
    if position >= 0 and sentence.tokens[position].text in marks:
        position -= 1
    return {position, position - 1} if position >= 0 else set()


def _participle(sentence: Sentence, cue: Cue) -> bool:
    """Tell whether those before a comma are "meeting in Rome": the word is no noun then."""
    following = cue.after < len(sentence.tokens) and sentence.word(cue.after, "place")
    return cue.use == "generic" and cue.first > 0 and sentence.tokens[cue.first - 1].text == "," and following


def _brought(sentence: Sentence, cues: list[Cue], after: int) -> set[int]:
    """Give the positions of those whom a verb brings together: "will convene its police chiefs"."""
    brings = cues[0].use == "verb" and sentence.at("brings") & set(range(cues[0].first, cues[0].after))
    return set(range(after, after + BESIDE)) if brings else set()


def _set_behind(sentence: Sentence, first: int, after: int) -> set[int]:
    """Give the positions behind "At their meeting in Rome," in which stands whose it was."""
    reach = range(after, min(after + SUBJECT, len(sentence.tokens)))
    comma = next((i for i in reach if sentence.tokens[i].text == ","), None)
    return set(range(comma, comma + BESIDE)) if comma and first <= OPENING else set()


def _subject(sentence: Sentence, first: int) -> range:
    """Give the positions before "a meeting" in which its members can stand: no other speaker's clause between."""
    start = max(0, first - SUBJECT)
    stops = [i for i in range(start, first) if sentence.tokens[i].text in ';:"“”' or i in sentence.at("report")]
    return range(stops[-1] + 1 if stops else start, first)


def _clause_start(sentence: Sentence, start: int, first: int) -> int:
    marks = [i for i in range(start, first) if sentence.tokens[i].text in {";", ":"}]
    return marks[-1] + 1 if marks else start
