"""Finds where a sentence speaks of a meeting: a noun phrase around a word for meetings, or a verb of meeting."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from ctnews.extraction.meetings.cues import Cue, Use, find_cues, weight
from ctnews.extraction.meetings.scene import Sentence
from ctnews.extraction.text import vocabulary

Order = Literal["next", "previous"]

REACH = 12  # tokens that a meeting's name may go on to either side of the word for it
OBJECT = 8  # tokens between "opened" and the meeting that was opened
PREDICATE = 3  # tokens between a meeting's name and its verb
LINKED = 6  # tokens before a name that can tie a number to it
AFTER = 5  # tokens behind the word for a meeting in which its ordinal may follow


@dataclass(frozen=True, slots=True)
class Event:
    """A place in a sentence that speaks of a meeting."""

    sentence: int
    first: int
    after: int
    start: int
    end: int
    kind: str
    use: Use
    ordinal: int | None
    order: Order | None
    definite: bool
    named: bool
    party: str | None
    series: str | None

    @property
    def weight(self) -> int:
        """How specific its kind is."""
        return 0 if self.use in {"generic", "aspect"} else weight(self.kind)


def find_events(sentence: Sentence) -> list[Event]:
    """Give the places in a sentence that speak of a meeting, in order."""
    groups: list[list[Cue]] = []
    for cue in find_cues(sentence):
        if groups and _one_phrase(sentence, groups[-1][-1], cue):
            groups[-1].append(cue)
        else:
            groups.append([cue])
    starts = [group[0].first for group in groups if group[0].use != "aspect"]
    limits = [min((s for s in starts if s > group[-1].first), default=len(sentence.tokens)) for group in groups]
    events = [_event(sentence, cues, limit) for cues, limit in zip(groups, limits, strict=True)]
    named = [event for event in events if event.use in {"name", "generic"}]
    return [event for event in events if not _predicate(sentence, event, named)]


def _predicate(sentence: Sentence, event: Event, named: list[Event]) -> bool:
    """Tell whether a verb only says of a meeting named beside it that it was: "the group met", "opened the talks"."""
    subjects = [other for other in named if other.first < event.first]
    objects = [other for other in named if 0 <= other.first - event.after <= OBJECT]
    if event.use == "aspect":
        return bool(subjects or objects)
    if event.use != "verb" or not subjects:
        return False
    between = range(subjects[-1].after, event.first)
    return len(between) <= PREDICATE and not any(i in sentence.in_names for i in between)


def _one_phrase(sentence: Sentence, one: Cue, other: Cue) -> bool:
    """Tell whether two words for meetings name one: "the seventh meeting of the X Joint Working Group"."""
    if not {one.use, other.use} <= {"name", "generic"}:
        return False
    gap = range(_right(sentence, one.after), _left(sentence, other.first))
    joining = sentence.at("link") | sentence.at("definite")
    return all(i in joining or sentence.tokens[i].text in "\"“”'‘’()," for i in gap if i < other.first) and (
        len(gap) <= 4 and not any(sentence.tokens[i].text == "," for i in gap)
    )


def _event(sentence: Sentence, cues: list[Cue], limit: int) -> Event:
    best = max(reversed(cues), key=lambda cue: 0 if cue.use in {"generic", "aspect"} else weight(cue.kind))
    first, after = cues[0].first, cues[-1].after
    if best.use in {"name", "generic"}:
        first, after = _left(sentence, first), _right(sentence, after)
    ordinal = _ordinal(sentence, first, after, cues, limit) if best.use != "aspect" else None
    party = next((cue.party for cue in cues if cue.party), None)
    series = next((cue.series for cue in cues if cue.series), None)
    return Event(
        sentence=sentence.number,
        first=first,
        after=after,
        start=sentence.tokens[first].start,
        end=sentence.tokens[after - 1].end,
        kind=best.kind,
        use=best.use,
        ordinal=ordinal,
        order=_order(sentence, first, after),
        definite=_definite(sentence, first, after),
        named=best.use == "name" and _is_named(sentence, cues),
        party=party,
        series=series,
    )


def _left(sentence: Sentence, first: int) -> int:
    """Walk left from a word for meetings over what belongs to its name."""
    position = first
    while position > max(0, first - REACH) and _in_name(sentence, position - 1):
        position -= 1
    return position


def _right(sentence: Sentence, after: int) -> int:
    """Walk right over an acronym in brackets and a topic: "(JWG) on Counter-Terrorism"."""
    position, limit = after, min(len(sentence.tokens), after + REACH)
    while position < limit:
        token = sentence.tokens[position]
        topic = sentence.word(position, "topic") and position + 1 < limit and _in_topic(sentence, position + 1)
        known = position in sentence.in_places or (token.text == "-" and position - 1 in sentence.in_places)
        if not (token.text in "()" or topic or known or (position > after and _in_topic(sentence, position))):
            break
        position += 1
    return position


def _in_name(sentence: Sentence, position: int) -> bool:
    token = sentence.tokens[position]
    if position in sentence.in_names or position in sentence.in_dates:
        return False
    if token.text in {"-", "–", "’s", "'s", "(", ")"} or position in sentence.in_places:
        return True
    if sentence.ordinals.get(position) or sentence.word(position, "modifier"):
        return True
    return token.capitalised and position > 0 and not sentence.word(position, "definite")


def _in_topic(sentence: Sentence, position: int) -> bool:
    token = sentence.tokens[position]
    if position in sentence.in_names or position in sentence.in_dates:
        return False
    field = token.folded in vocabulary.words("roles", "word", sentence.lang)
    return token.capitalised or field or token.text in "()-" or sentence.word(position, "link")


def _is_named(sentence: Sentence, cues: list[Cue]) -> bool:
    """Tell whether the phrase is a proper name: capitals in the word for the meeting itself."""
    if any(cue.series for cue in cues):
        return True
    return any(sentence.tokens[i].capitalised and i > 0 for cue in cues for i in range(cue.first, cue.after))


def _order(sentence: Sentence, first: int, after: int) -> Order | None:
    before = range(max(0, first - 1), after)
    behind = range(first + 1, min(len(sentence.tokens), after + 2))
    for order in ("next", "previous"):
        if any(sentence.word(i, order) for i in before) or any(sentence.word(i, f"{order}_after") for i in behind):
            return order
    return None


def _definite(sentence: Sentence, first: int, after: int) -> bool:
    beside = [i for i in (first - 1, first, after) if 0 <= i < len(sentence.tokens)]
    return any(sentence.word(i, "definite") for i in beside)


def _ordinal(sentence: Sentence, first: int, after: int, cues: list[Cue], limit: int) -> int | None:
    last, leading = cues[-1].after, _over_links(sentence, first)
    for position, (number, side) in sorted(sentence.ordinals.items()):
        if side == "before" and (leading <= position < last or _in_apposition(sentence, after, position)):
            return number
        behind = cues[0].after <= position < min(max(after + 3, last + AFTER), limit)
        if side == "after" and behind and not _counts(sentence, position):
            return number
    return None


def _in_apposition(sentence: Sentence, after: int, position: int) -> bool:
    """Tell whether a number follows behind a comma: "the consultations, the fourth of their kind"."""
    if position != after + 2 or sentence.tokens[after].text != "," or position + 1 >= len(sentence.tokens):
        return False
    return sentence.word(after + 1, "definite") and sentence.word(position + 1, "link")


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
