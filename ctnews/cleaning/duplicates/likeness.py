"""Judges a pair of bodies: is one a copy of the other, and how like are they."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

import numpy as np

from ctnews.cleaning.duplicates.body import NO_DAY, RUN, Body, Numbers, Tale, runs_without

FEWEST = 20  # runs a body needs before a likeness means anything
PART = 0.5  # share of the shorter body's runs that stand in the longer one
MOST = 0.9  # from here on what the shorter has of its own is not asked about
KNOWN = 0.5  # share of the names in what the shorter has of its own that the longer one knows, too
UNKNOWN = 3  # names that a line about the outlet may add
FEW = 2  # names and numbers may be corrected in a copy
OTHER = 0.2  # share of the names and numbers in the same surroundings that differ in siblings of one template
STORIES = 4  # a run that stands in so many stories is background
OPENING = 25  # runs
BRIEF = 0.85  # a body of less than this share of another may be quoted in it

CLASH = -1.0
Tales = 512


class Judge:
    """Judges pairs of bodies; knows which runs are background once it was told of the stories."""

    def __init__(self, bodies: Sequence[Body], texts: Sequence[str]) -> None:
        self._bodies, self._texts = bodies, texts
        self._own = [body.runs for body in bodies]
        self.tale = lru_cache(Tales)(lambda number: Tale(texts[bodies[number].row]))

    def set_aside_background(self, groups: Sequence[Sequence[int]]) -> None:
        """Count no longer what stands in several stories; `groups` are the copies found so far."""
        story = np.arange(len(self._bodies))
        for original, *rest in groups:
            story[rest] = original
        common = _in_many([body.sentences for body in self._bodies], story)
        for number, body in enumerate(self._bodies):
            here = body.sentences[_within(body.sentences, common)]
            if len(here):
                self._own[number] = runs_without(here, self._texts[body.row])


    def likeness(self, one: int, other: int) -> float:
        """Give how alike two copies are, up to 2; 0 for no copies, less than 0 for what must not come together."""
        short, long = sorted((one, other), key=lambda number: (len(self._own[number]), -number))
        own, theirs = self._own[short], self._bodies[long].runs
        if len(own) < FEWEST:  # of background alone: copies if they are the same
            own, theirs, fewest = self._bodies[short].runs, self._bodies[long].runs, MOST
        else:
            fewest = PART
        shared = int(_within(own, theirs).sum())
        if len(own) < FEWEST or shared < fewest * len(own):
            return 0.0
        if shared < len(own) or len(own) < len(theirs):
            if self._differ(short, long) or self._quoted(short, long):
                return CLASH
            if shared < MOST * len(own) and self._news(short, long):
                return 0.0
        return shared / len(own) + min(shared / max(len(self._own[long]), 1), 1.0)

    def _differ(self, short: int, long: int) -> bool:
        """Tell whether other names and numbers stand between the same words."""
        ours, theirs = self.tale(short).slots, self.tale(long).slots
        both = ours.keys() & theirs.keys()
        other = sum(not (ours[slot] & theirs[slot]) for slot in both)
        return other >= FEW and other > OTHER * len(both)

    def _news(self, short: int, long: int) -> bool:
        """Tell whether what the shorter has of its own names what the longer one does not know."""
        ours, theirs = self.tale(short), self.tale(long)
        common = _within(ours.runs, self._bodies[long].runs) | ~_within(ours.runs, self._own[short])
        told = np.zeros(len(ours.words), dtype=bool)
        for shift in range(RUN):
            told[shift : shift + len(common)] |= common
        named = [ours.words[n] for start, end in ours.names for n in range(start, end) if not told[n]]
        known = sum(word in theirs.vocabulary for word in named)
        return len(named) - known > max(UNKNOWN, KNOWN * len(named))

    def _quoted(self, short: int, long: int) -> bool:
        """Tell whether a later, longer body that opens otherwise quotes the shorter one."""
        ours, theirs = self._bodies[short], self._bodies[long]
        if len(ours.runs) >= BRIEF * len(theirs.runs) or not ours.published < theirs.published < NO_DAY:
            return False
        return bool(_within(self.tale(long).runs[:OPENING], ours.runs).mean() < KNOWN)


def _within(runs: Numbers, others: Numbers) -> Numbers:
    """Tell for each run whether it is among the others, which are sorted."""
    if not len(others):
        return np.zeros(len(runs), dtype=bool)
    places = np.searchsorted(others, runs)
    places[places == len(others)] = 0
    found: Numbers = others[places] == runs
    return found


def _in_many(held: Sequence[Numbers], story: Numbers) -> Numbers:
    """Give the hashes that stand in several stories, sorted."""
    holders = np.repeat(story.astype(np.uint64), [len(one) for one in held])
    both = np.unique(np.concatenate([np.empty(0, dtype=np.uint32), *held]).astype(np.uint64) << np.uint64(32) | holders)
    hashes, counts = np.unique(both >> np.uint64(32), return_counts=True)
    return hashes[counts >= STORIES].astype(np.uint32)
