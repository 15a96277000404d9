"""Judges a pair of bodies: is one a copy of the other, and how like are they."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

import numpy as np

from ctnews.cleaning.duplicates.body import RUN, Body, Numbers, Tale

FEWEST = 20  # runs a body needs before a likeness means anything
PART = 0.45  # share of the shorter body's runs that stand in the longer one
MOST = 0.9  # from here on what the shorter has of its own is not asked about
KNOWN = 0.5  # share of the names in what the shorter has of its own that the longer one knows, too
UNKNOWN = 3  # names that a line about the outlet may add
OTHER = 0.2  # share of the names and numbers in the same surroundings that differ in siblings of one template
STORIES = 4  # a run that stands in so many stories is background
LONGEST_NAME = 60  # characters
OPENING = 25  # runs
BRIEF = 0.75  # a body of less than this share of another may be quoted in it

Tales = 512


class Judge:
    """Judges pairs of bodies; knows which runs are background once it was told of the stories."""

    def __init__(self, bodies: Sequence[Body]) -> None:
        self._bodies = bodies
        self._own = [body.runs for body in bodies]
        self.tale = lru_cache(Tales)(lambda number: Tale(bodies[number].text))

    def set_aside_background(self, groups: Sequence[Sequence[int]]) -> None:
        """Count no longer what stands in several stories; `groups` are the copies found so far."""
        story = np.arange(len(self._bodies))
        for original, *rest in groups:
            story[rest] = original
        common = _in_many([body.sentences for body in self._bodies], story)
        for number, body in enumerate(self._bodies):
            here = body.sentences[_within(body.sentences, common)]
            if len(here):
                self._own[number] = body.runs_without(set(here.tolist()))


    def likeness(self, one: int, other: int) -> float:
        """Give how much of the shorter stands in the longer one, 0 for a pair that are no copies."""
        short, long = sorted((one, other), key=lambda number: (len(self._own[number]), -number))
        if len(self._own[short]) < FEWEST:
            return self._alike_as_a_whole(short, long)
        shared = int(_within(self._own[short], self._own[long]).sum())
        part = shared / len(self._own[short])
        if part < PART or shared < FEWEST / 2:
            return 0.0
        if shared < len(self._own[long]) and (
            self._differ(short, long)
            or (part < MOST and self._news(short, long))
            or self._quoted(short, long)
        ):
            return 0.0
        return part + 1e-3 * shared / len(self._own[long])

    def _alike_as_a_whole(self, one: int, other: int) -> float:
        """Bodies of background alone are copies if they are the same."""
        ours, theirs = self._bodies[one].runs, self._bodies[other].runs
        fewer = min(len(ours), len(theirs))
        shared = int(_within(ours, theirs).sum())
        same = fewer >= FEWEST and shared >= MOST * max(len(ours), len(theirs)) and not self._differ(one, other)
        return shared / fewer if same else 0.0

    def _differ(self, short: int, long: int) -> bool:
        """Tell whether different names and numbers stand in the same surroundings."""
        ours, theirs = self.tale(short), self.tale(long)
        if not ours.names:
            ours, theirs = theirs, ours
        compared, other = _slots(ours, theirs)
        return other >= 2 and other > OTHER * compared

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
        """Tell whether a later, much longer body that opens otherwise quotes the shorter one."""
        if len(self._own[short]) >= BRIEF * len(self._own[long]):
            return False
        if self._bodies[short].published >= self._bodies[long].published:
            return False
        opening = self.tale(long).runs[:OPENING]
        return bool(_within(opening, self._bodies[short].runs).mean() < KNOWN)


def _slots(ours: Tale, theirs: Tale) -> tuple[int, int]:
    """Give how many names stand in the same surroundings in both, and how many of these differ."""
    compared, other = 0, 0
    padded = ["^", "^", *ours.words, "$", "$"]
    for start, end in ours.names:
        before, after = " ".join(padded[start : start + 2]), " ".join(padded[end + 2 : end + 4])
        fillers = set(_between(theirs.line, before, after))
        if fillers:
            compared += 1
            other += " ".join(ours.words[start:end]) not in fillers
    return compared, other


def _between(line: str, before: str, after: str) -> Iterator[str]:
    """Give what stands between these words, where it is no longer than a name."""
    at = line.find(before + " ")
    while at >= 0:
        start = at + len(before) + 1
        end = line.find(f" {after}", start, start + LONGEST_NAME)
        if end > start:
            yield line[start:end]
        at = line.find(before + " ", start)


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
