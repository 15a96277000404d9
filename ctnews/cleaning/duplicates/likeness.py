"""Judges a pair of bodies: is one a copy of the other, and how like are they."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache, lru_cache
from types import MappingProxyType

import numpy as np

from ctnews import lexicon
from ctnews.cleaning.duplicates.body import NO_DAY, RUN, Body, Numbers, Tale, plain, runs_without

Pair = tuple[int, int]
Likenesses = Mapping[Pair, float]

DIFFERENT, QUOTED = -1.0, -0.5  # likeness of bodies that must not come together, and of those that should not

FEWEST = 20  # runs a body needs before a likeness means anything
PART = 0.5  # share of the shorter body's runs that stand in the longer one
MOST = 0.9  # from here on what the shorter has of its own is not asked about
KNOWN = 0.5  # share of the names in what the shorter has of its own that the longer one knows, too
UNKNOWN = 3  # names that a copy may add
CORRECTED = 1  # names and numbers that may be corrected in a copy
OTHER = 0.2  # share of the names and numbers between the same words that differ in siblings of one template
STORIES = 4  # a sentence that stands in so many stories is background
OPENING = 25  # runs
BRIEF = 0.85  # a body of less than this share of another may be quoted in it
SAME_LENGTH = 0.93  # from this share of the other's length on a body has lost no sentence
TALES = 512  # kept at hand


class Judge:
    """Judges pairs of bodies; knows which sentences are background once it was told of the stories."""

    def __init__(self, bodies: Sequence[Body], texts: Sequence[str]) -> None:
        self._bodies, self._texts = bodies, texts
        self._own = [body.runs for body in bodies]
        self._tale = lru_cache(TALES)(lambda number: Tale(texts[bodies[number].row]))

    def set_aside_background(self, groups: Sequence[Sequence[int]]) -> None:
        """Count no longer the sentences that stand in several stories; `groups` are the copies found so far."""
        story = np.arange(len(self._bodies), dtype=np.uint64)
        for original, *rest in groups:
            story[rest] = original
        background = _in_many([body.sentences for body in self._bodies], story)
        for number, body in enumerate(self._bodies):
            here = body.sentences[_within(body.sentences, background)]
            if len(here):
                self._own[number] = runs_without(here, self._texts[body.row])

    def judged(self, candidates: Iterable[Pair], known: Likenesses = MappingProxyType({})) -> dict[Pair, float]:
        """Give the likeness of the known pairs and of these."""
        return dict(known) | {pair: self.likeness(*pair) for pair in candidates if pair not in known}

    def judged_again(self, known: Likenesses) -> dict[Pair, float]:
        """Give the likeness anew but for those found different, which they stay."""
        return {pair: alike if alike == DIFFERENT else self.likeness(*pair) for pair, alike in known.items()}

    def likeness(self, one: int, other: int) -> float:
        """Give how like two copies are, up to 2; 0 for no copies, less than 0 for what must not come together."""
        short, long = sorted((one, other), key=lambda number: (len(self._own[number]), -number))
        own, theirs = self._own[short], self._bodies[long].runs
        fewest = PART
        if len(own) < FEWEST:  # of background alone: copies only if they are the same
            own, fewest = self._bodies[short].runs, MOST
        shared = int(_within(own, theirs).sum())
        if len(own) < FEWEST or shared < fewest * len(own):
            return 0.0
        if shared < max(len(own), len(theirs)):
            if self._differ(short, long):
                return DIFFERENT
            if self._quoted(short, long):
                return QUOTED
        if shared < MOST * len(own) and self._news(short, long):
            return 0.0
        return shared / len(own) + min(shared / max(len(self._own[long]), 1), 1.0)

    def _differ(self, short: int, long: int) -> bool:
        """Tell whether other names and numbers stand between the same words, as in siblings of one template."""
        ours, theirs = self._tale(short), self._tale(long)
        both = ours.slots.keys() & theirs.slots.keys()
        other = [slot for slot in both if not (ours.slots[slot] & theirs.slots[slot])]
        as_long = len(self._bodies[short].runs) >= SAME_LENGTH * len(self._bodies[long].runs)
        if as_long and any(_of_other_countries(ours.slots[slot], theirs.slots[slot]) for slot in other):
            return True
        if len(other) <= max(CORRECTED, OTHER * len(both)):
            return False
        return not ours.framing_slots.issuperset(other)  # or two outlets speak of themselves in the same way

    def _quoted(self, short: int, long: int) -> bool:
        """Tell whether a later, longer body that opens otherwise quotes the shorter one."""
        ours, theirs = self._bodies[short], self._bodies[long]
        if len(ours.runs) >= BRIEF * len(theirs.runs) or not ours.published < theirs.published < NO_DAY:
            return False
        return bool(_within(self._tale(long).runs[:OPENING], ours.runs).mean() < KNOWN)

    def _news(self, short: int, long: int) -> bool:
        """Tell whether what the shorter has of its own names much that the longer one does not know."""
        ours = self._tale(short)
        told = ours.framing.copy()
        common = _within(ours.runs, self._bodies[long].runs) | ~_within(ours.runs, self._own[short])
        for shift in range(RUN):
            told[shift : shift + len(common)] |= common
        named = [ours.words[place] for start, end in ours.names for place in range(start, end) if not told[place]]
        unknown = sum(word not in self._tale(long).vocabulary for word in named)
        return unknown > max(UNKNOWN, (1 - KNOWN) * len(named))


def _of_other_countries(ours: Iterable[str], theirs: Iterable[str]) -> bool:
    """Tell whether both name countries, and other ones: a copy corrects a name, but not the country it is about.

    >>> _of_other_countries({"kuwait"}, {"yemeni"}), _of_other_countries({"uk"}, {"british"})
    (True, False)
    """
    own, other = ({_countries()[name] for name in names if name in _countries()} for names in (ours, theirs))
    return bool(own and other) and own.isdisjoint(other)


@cache
def _countries() -> dict[str, str]:
    """Give the code of every country by its names and adjectives in all languages, without case and accents."""
    rows = [row for language in lexicon.languages() for row in lexicon.optional_table(f"{language}/countries")]
    forms = ((form, row["code"]) for row in rows for form in _forms(row))
    return {plain(form).casefold(): code for form, code in forms}


def _forms(row: lexicon.Row) -> tuple[str, ...]:
    return (row["name"], *lexicon.values(row["aliases"]), *lexicon.values(row.get("adjectives", "")))


def _within(runs: Numbers, others: Numbers) -> Numbers:
    """Tell for each run whether it is among the others, which are sorted.

    >>> _within(np.array([3, 9, 4]), np.array([1, 3, 4])).tolist()
    [True, False, True]
    """
    if not len(others):
        return np.zeros(len(runs), dtype=bool)
    places = np.searchsorted(others, runs)
    places[places == len(others)] = 0
    found: Numbers = others[places] == runs
    return found


def _in_many(held: Sequence[Numbers], story: Numbers) -> Numbers:
    """Give the hashes that stand in several stories, sorted."""
    holders = np.repeat(story, [len(own) for own in held])
    hashes = np.concatenate([np.empty(0, dtype=np.uint32), *held]).astype(np.uint64)
    once = np.unique(hashes << np.uint64(32) | holders) >> np.uint64(32)
    distinct, stories = np.unique(once, return_counts=True)
    common: Numbers = distinct[stories >= STORIES].astype(np.uint32)
    return common
