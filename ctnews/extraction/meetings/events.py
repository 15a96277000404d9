"""Finds where a sentence speaks of a meeting: a noun phrase around a word for meetings, or a verb of meeting."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from ctnews.extraction.meetings.cues import Cue, Use, find_cues, weight
from ctnews.extraction.meetings.headless import bare_cues
from ctnews.extraction.meetings.members import with_members
from ctnews.extraction.meetings.numbers import number_of
from ctnews.extraction.meetings.scene import Sentence
from ctnews.extraction.text import vocabulary

Order = Literal["next", "previous"]

WITHOUT_KIND = frozenset({"generic", "aspect", "bare", "count"})  # uses of words that tell no kind

REACH = 12  # tokens that a meeting's name may go on to either side of the word for it
OBJECT = 8  # tokens between "opened" and the meeting that was opened
CONVENED = 12  # tokens around the name of a body in which the word stands that it met
PREDICATE = 3  # tokens between a meeting's name and its verb


BODIES = frozenset({"joint_working_group", "working_group"})


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
    indefinite: bool = False
    owned: bool = False  # "its" says that a body named before holds it
    derived: bool = False  # its kind is that of its members
    idle: bool = False  # a body is named, but nothing says that it met

    @property
    def weight(self) -> int:
        """How specific its kind is."""
        return 0 if self.use in WITHOUT_KIND else weight(self.kind)


def find_events(sentence: Sentence) -> list[Event]:
    """Give the places in a sentence that speak of a meeting, in order."""
    groups: list[list[Cue]] = []
    for cue in _all_cues(sentence):
        if groups and _one_phrase(sentence, groups[-1][-1], cue):
            groups[-1].append(cue)
        else:
            groups.append([cue])
    starts = [one.first for one in _limiting(groups)]
    limits = [min((s for s in starts if s > group[-1].first), default=len(sentence.tokens)) for group in groups]
    events = [_event(sentence, cues, limit) for cues, limit in zip(groups, limits, strict=True)]
    named = [event for event in events if event.use in {"name", "generic", "bare"}]
    return [event for event in events if not _predicate(sentence, event, events, named)]


def _limiting(groups: list[list[Cue]]) -> list[Cue]:
    """Give the words at which a name before them ends: no verbs that only say of it that it was or is to be."""
    first = [group[0] for group in groups]
    told = {cue for before, cue in pairwise(first) if cue.use == "verb" and cue.first - before.after <= PREDICATE}
    return [cue for cue in first if cue.use != "aspect" and cue not in told]


def _all_cues(sentence: Sentence) -> list[Cue]:
    """Give the words for meetings and the numbers that stand for one, in order."""
    cues = list(find_cues(sentence))
    ranges = [
        (_left(sentence, cue.first) - 1, _right(sentence, cue.after) + 3) for cue in cues if not _beside_bare(cue)
    ]
    taken = {i for first, after in ranges for i in range(first, after)}
    return sorted([*cues, *bare_cues(sentence, taken)], key=lambda cue: cue.first)


def _beside_bare(cue: Cue) -> bool:
    """Tell whether a bare number may stand right beside a word: "the next one will be in Rome"."""
    return cue.use == "aspect" or (cue.use == "verb" and cue.kind == "visit")


def _predicate(sentence: Sentence, event: Event, events: list[Event], named: list[Event]) -> bool:
    """Tell whether a verb only says of a meeting named beside it that it was: "the group met", "opened the talks"."""
    subjects = [other for other in named if other.first < event.first]
    objects = [other for other in named if 0 <= other.first - event.after <= OBJECT]
    if event.use == "aspect":
        verbs = (other for other in events if other.use in {"verb", "sign"})
        return bool(subjects or objects) or any(0 <= v.first - event.after < PREDICATE for v in verbs)
    if event.use != "verb" or not subjects:
        return False
    if sentence.at("brings") & set(range(event.first, event.after)):
        return True
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
    best = max(reversed(cues), key=lambda cue: 0 if cue.use in WITHOUT_KIND else weight(cue.kind))
    first, after = cues[0].first, cues[-1].after
    if best.use in {"name", "generic"}:
        first, after = _left(sentence, first), _right(sentence, after)
    ordinal = number_of(sentence, first, after, cues, limit) if best.use != "aspect" else None
    party = next((cue.party for cue in cues if cue.party), None)
    series = next((cue.series for cue in cues if cue.series), None)
    vague = _indefinite(sentence, first)
    told = with_members(sentence, cues, first, after, limit, indefinite=vague) if best.kind == "talks" else None
    return Event(
        sentence=sentence.number,
        first=first,
        after=after,
        start=sentence.tokens[first].start,
        end=sentence.tokens[after - 1].end,
        kind=told or best.kind,
        use="name" if told and best.use == "generic" else best.use,
        ordinal=ordinal,
        order=_order(sentence, first, after),
        definite=_definite(sentence, first, after),
        named=best.use == "name" and _is_named(sentence, cues),
        party=party,
        series=series,
        indefinite=vague,
        derived=told is not None,
        owned=any(sentence.word(i, "its") for i in (first - 1, first) if i >= 0),
        idle=_idle(sentence, cues, ordinal),
    )


def _idle(sentence: Sentence, cues: list[Cue], ordinal: int | None) -> bool:
    """Tell whether only a body is named, with no word beside it that it met or is to meet."""
    if ordinal is not None or any(cue.kind not in BODIES or cue.use != "name" for cue in cues):
        return False
    around = range(cues[0].first - CONVENED, cues[-1].after + CONVENED)
    return not sentence.at("convene") & set(around)


def _indefinite(sentence: Sentence, first: int) -> bool:
    """Tell whether "a" stands before an event, at most some adjectives between."""
    for position in range(first, max(-1, first - 4), -1):
        if sentence.word(position, "indefinite"):
            return True
        if position < first and not sentence.tokens[position].text[0].islower():
            return False
        if sentence.word(position, "clause") or sentence.word(position, "link") or sentence.word(position, "definite"):
            return False
    return False


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
    if sentence.word(position, "and") and position > 1:
        return all(sentence.tokens[i].capitalised for i in (position - 1, position + 1)) and not (
            {position - 1, position + 1} & (sentence.in_names | sentence.in_places | sentence.in_agencies)
        )
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
    before = [*range(max(0, first - 1), after), *_owning_date(sentence, first)]
    behind = range(first + 1, min(len(sentence.tokens), after + 2))
    for order in ("next", "previous"):
        if any(sentence.word(i, order) for i in before) or any(sentence.word(i, f"{order}_after") for i in behind):
            return order
    return None


def _owning_date(sentence: Sentence, first: int) -> list[int]:
    """Give the positions of a date that owns an event: "last year's meeting"."""
    position, owned = first - 1, {"'s", "’s", "'", "’"}
    if position < 1 or sentence.tokens[position].text not in owned:
        return []
    years = [date for date in sentence.dates if date.granularity == "year"]
    own = next((date for date in years if sentence.position(date.end) == position), None)
    return list(range(sentence.position(own.start), position)) if own else []


def _definite(sentence: Sentence, first: int, after: int) -> bool:
    beside = [i for i in (first - 1, first, after) if 0 <= i < len(sentence.tokens)]
    return any(sentence.word(i, "definite") for i in beside)
