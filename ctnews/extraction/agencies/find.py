"""Finds the agencies and international bodies that a text names.

They come from the table `world/agencies`, from definitions in the text ("Full Name (ACRONYM)") and from the
make of names; a name that several countries share goes to the agency of the country that the text tells.
"""

from __future__ import annotations

import re
from bisect import bisect_left, insort
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from ctnews.extraction.agencies import register
from ctnews.extraction.agencies.bodies import find_bodies
from ctnews.extraction.agencies.countries import Beside, Surroundings
from ctnews.extraction.agencies.definitions import with_definitions
from ctnews.extraction.agencies.forces import Force, Mission, find_forces, find_missions
from ctnews.extraction.agencies.lists import find_items, find_unlisted
from ctnews.extraction.agencies.names import Shape, find_shapes
from ctnews.extraction.agencies.register import Known, Listed
from ctnews.extraction.agencies.roles import affiliation
from ctnews.extraction.facts import Agency, Place
from ctnews.extraction.text import vocabulary
from ctnews.extraction.text.phrases import Match, fold

__all__ = ["affiliation", "find_agencies"]

_GAP = re.compile(r"(?: ?\([^()]{2,20}\)|\))?(?:['’]s)?(?P<comma>,?) (?:(?P<words>[a-z ]+) )?")
_LAST_WORD = re.compile(r"(\w+)\.?\s*$")


def find_agencies(text: str, *, lang: str, places: Sequence[Place]) -> list[Agency]:
    """Give the agencies and bodies named in a text, in its order; mentions do not overlap.

    `places` are the places of the same text: they tell of which country a shared name is.

    >>> [agency.agency_id for agency in find_agencies("BNPT met UNOCT.", lang="en", places=[])]
    ['id-bnpt', 'un-unoct']
    """
    return _Finder(text, lang, places).find()


class _Finder:
    """One text, and the agencies found in it so far, in its order."""

    def __init__(self, text: str, lang: str, places: Sequence[Place]) -> None:
        self.text = text
        self.lang = lang
        self.known = [match for match in register.find_known(text, lang) if not self._is_of_rank(match)]
        own = (match.payload.agency for match in self.known)
        self.surroundings = Surroundings(text, lang, places, [a.country for a in own if a and a.country])
        self.found: list[Agency] = []

    def find(self) -> list[Agency]:
        """Look by one means after the other, the surest first."""
        self._add_missions(find_missions(self.text, self.surroundings, lang=self.lang))
        self._add_items()
        self._add_known()
        self._add(self._force(force) for force in find_forces(self.text, self.surroundings, lang=self.lang))
        self._add(find_bodies(self.text, lang=self.lang, places=self.surroundings.places))
        self._add_shapes()
        for start, end, beside in list(find_unlisted(self.text, self.found)):
            name = self.text[start:end]
            self._add([register.unlisted(self.text, start, end, name, "government", beside.country)])
        return with_definitions(self.text, self.found, lang=self.lang)

    def _add(self, agencies: Iterable[Agency | None]) -> None:
        """Take what does not overlap with what was found before."""
        for agency in agencies:
            if agency is None:
                continue
            position = bisect_left(self.found, agency.start, key=lambda other: other.end - 1)
            if position == len(self.found) or self.found[position].start >= agency.end:
                insort(self.found, agency, key=lambda other: other.start)

    def _add_known(self) -> None:
        """Take own names first, then shared names, then shared acronyms, which may need the names."""
        self._add(m.payload.agency.mention(self.text, m.start, m.end) for m in self.known if m.payload.agency)
        shared = [match for match in self.known if not match.payload.agency]
        self._add(self._shared(m.start, m.end, m.payload) for m in shared if not m.payload.acronym)
        self._add(self._acronym(m.start, m.end, m.payload.shared) for m in shared if m.payload.acronym)

    def _is_of_rank(self, match: Match[Known]) -> bool:
        """Tell whether an acronym belongs to an officer's rank: "Brigjen TNI"."""
        before = _LAST_WORD.search(self.text[max(0, match.start - 20) : match.start])
        ranks = vocabulary.words("titles", "rank", self.lang)
        return match.payload.acronym and before is not None and fold(before[1]) in ranks

    def _shared(self, start: int, end: int, known: Known, beside: Beside | None = None) -> Agency:
        """Give the agency that a shared name ("Ministry of Interior") means here."""
        beside = beside or self.surroundings.beside(start, end)
        if beside:
            listed = register.holder(known.shared, beside.country)
            return self._agency(listed, beside.start, beside.end, known.shared, known.kind, beside.country)
        holders = register.holders(known.shared)
        country = self._unsaid_country(start, known.kind, holders)
        agency = self._agency(holders.get(country or ""), start, end, known.shared, known.kind, country)
        return agency if len(holders) == 1 and country in self.surroundings.counts else replace(agency, rule="context")

    def _unsaid_country(self, start: int, kind: str, holders: Mapping[str, Listed]) -> str | None:
        """Give the country of a shared name that has none beside it; None where a body holds the name."""
        neighbour = self._neighbour(start)
        if neighbour and neighbour.kind != kind and neighbour.country in holders:
            return neighbour.country
        if "" in holders:
            return None
        country = self.surroundings.likeliest(start, holders) or self.surroundings.likeliest(start)
        return country or (next(iter(holders)) if len(holders) == 1 else None)

    def _neighbour(self, start: int) -> Agency | None:
        """Give the agency that stands before a name in one list with it."""
        position = bisect_left(self.found, start, key=lambda other: other.start)
        before = self.found[position - 1] if position else None
        return before if before and self._linked(before.end, start, "listing") else None

    def _acronym(self, start: int, end: int, acronym: str) -> Agency | None:
        """Give the agency of a shared acronym, if the text speaks of its country or names it in full."""
        holders = register.holders(acronym)
        beside = self.surroundings.beside(start, end)
        named = {agency.agency_id for agency in self.found}
        listed = holders.get(beside.country) if beside else None
        listed = listed or next((h for h in holders.values() if h.agency_id in named), None)
        listed = listed or holders.get(self.surroundings.likeliest(start, holders) or "-")
        return listed.mention(self.text, start, end) if listed else None

    def _force(self, force: Force) -> Agency:
        known = Known(None, force.shared, force.kind, False)
        if force.country is None:
            return self._shared(force.start, force.end, known)
        if not force.local:
            beside = Beside(force.country, force.start, force.end)
            return self._shared(force.start, force.end, known, beside)
        name = self.text[force.start : force.end]
        return self._agency(None, force.start, force.end, name, force.kind, force.country)

    def _add_missions(self, missions: Sequence[Mission]) -> None:
        """Take embassies; where the text says once in which city one is, it is that one everywhere."""
        for mission in missions:
            cities = {m.city for m in missions if m.city and m.country == mission.country}
            name = f"Embassy {mission.city or (cities.pop() if len(cities) == 1 else '')}"
            agency = self._agency(None, mission.start, mission.end, name, "embassy", mission.country)
            self._add([replace(agency, name=agency.text)])

    def _add_items(self) -> None:
        for item in find_items(self.text, lang=self.lang):
            known = register.known_as(item.name, self.lang) or Known(None, item.name, "government", False)
            named = known.agency.mention(self.text, item.start, item.end) if known.agency else None
            beside = self.surroundings.beside(item.opens, item.closes)
            beside = Beside(beside.country, item.start, item.end) if beside else None
            self._add([named or self._shared(item.start, item.end, known, beside)])

    def _add_shapes(self) -> None:
        taken = [(agency.start, agency.end) for agency in self.found]
        spans = [(place.start, place.end) for place in self.surroundings.places]
        shapes = find_shapes(self.text, lang=self.lang, taken=taken, places=spans)
        self._add([self._shaped(shape) for shape in shapes])

    def _shaped(self, shape: Shape) -> Agency:
        """Give the agency of a name found by its make; what stands beside it tells its country."""
        name = self.text[shape.start : shape.end]
        known = register.known_as(name, self.lang)
        if known and known.agency:
            return known.agency.mention(self.text, shape.start, shape.end)
        beside = self.surroundings.beside(shape.start, shape.end)
        if beside:
            return self._agency(None, beside.start, beside.end, name, shape.kind, beside.country)
        parent = self._parent(shape)
        country = parent.country if parent else self.surroundings.likeliest(shape.start)
        return self._agency(None, shape.start, shape.end, name, shape.kind, country)

    def _parent(self, shape: Shape) -> Agency | None:
        """Give the agency right before or behind a name, whose part it then is: "UN ... Committee"."""
        for agency in self.found:
            first, last = (shape, agency) if shape.start < agency.start else (agency, shape)
            if first.end <= last.start and self._linked(first.end, last.start, "part_of"):
                return agency
        return None

    def _linked(self, start: int, end: int, kind: str) -> bool:
        """Tell whether words of a kind, or a comma, join two names; a part may follow its whole directly."""
        gap = _GAP.fullmatch(self.text, start, end)
        if gap is None or gap["words"] is None:
            return gap is not None and (kind == "part_of" or gap["comma"] != "")
        return gap["words"] in vocabulary.words("agency_patterns", kind, self.lang)

    def _agency(self, listed: Listed | None, start: int, end: int, name: str, kind: str, country: str | None) -> Agency:
        if listed:
            return listed.mention(self.text, start, end)
        return register.unlisted(self.text, start, end, name, kind, country)
