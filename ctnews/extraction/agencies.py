"""Finds the agencies and international bodies that a text names.

They come from the table `world/agencies`, from definitions in the text ("Full Name (ACRONYM)") and from the make of
names; a name that several countries share goes to the agency of the country that the text tells.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ctnews.extraction import agency_register as register
from ctnews.extraction.agency_countries import Surroundings
from ctnews.extraction.agency_definitions import with_definitions
from ctnews.extraction.agency_forces import Force, Mission, find_forces, find_items, find_missions
from ctnews.extraction.agency_names import Shape, find_shapes
from ctnews.extraction.agency_register import Listed
from ctnews.extraction.facts import Agency, Place
from ctnews.extraction.phrases import fold

_LINK = re.compile(r"(?:['’]s)?(?:,| of| of the| at the| in the)? ")


def find_agencies(text: str, *, lang: str, places: Sequence[Place]) -> list[Agency]:
    """Give the agencies and bodies named in a text, in its order; mentions do not overlap.

    `places` are the places of the same text: they tell of which country a shared name is.

    >>> [agency.agency_id for agency in find_agencies("BNPT met UNOCT.", lang="en", places=[])]
    ['id-bnpt', 'un-unoct']
    """
    return _Finder(text, lang, places).find()


class _Finder:
    """One text, and the agencies found in it so far."""

    def __init__(self, text: str, lang: str, places: Sequence[Place]) -> None:
        self.text = text
        self.lang = lang
        self.surroundings = Surroundings(text, lang, places)
        self.found: list[Agency] = []

    def find(self) -> list[Agency]:
        self._add([self._mission(m) for m in find_missions(self.text, self.surroundings, lang=self.lang)])
        self._add_items()
        self._add_phrases()
        self._add([self._force(f) for f in find_forces(self.text, self.surroundings, lang=self.lang)])
        self._add_shapes()
        return with_definitions(self.text, self.found, lang=self.lang)

    def _add(self, agencies: Sequence[Agency]) -> None:
        """Take what does not overlap with what was found before."""
        for agency in agencies:
            if all(agency.end <= other.start or agency.start >= other.end for other in self.found):
                self.found.append(agency)
        self.found.sort(key=lambda agency: agency.start)

    def _add_phrases(self) -> None:
        matches = register.find_known(self.text, self.lang)
        own = [m for m in matches if m.payload.agency]
        self._add([listed_agency(m.payload.agency, self.text, m.start, m.end) for m in own if m.payload.agency])
        shared = [m for m in matches if not m.payload.agency]
        for match in sorted(shared, key=lambda m: m.payload.acronym):
            known = match.payload
            found = (
                self._acronym(match.start, match.end, known.shared)
                if known.acronym
                else self._shared(match.start, match.end, known.shared, known.kind)
            )
            self._add([found] if found else [])

    def _shared(self, start: int, end: int, name: str, kind: str) -> Agency:
        """Give the agency that a shared name ("Ministry of Interior") means here."""
        holders = register.holders(name)
        beside = self.surroundings.beside(start, end)
        if beside:
            listed = holders.get(beside.country) or register.of_kind(kind, beside.country)
            return self._agency(listed, beside.start, beside.end, name, kind, beside.country)
        country = self.surroundings.likeliest(start, holders) if holders else None
        if country is None and len(holders) == 1:
            country = next(iter(holders))
        country = country or self.surroundings.likeliest(start)
        return self._agency(holders.get(country or ""), start, end, name, kind, country)

    def _acronym(self, start: int, end: int, acronym: str) -> Agency | None:
        """Give the agency of a shared acronym, if the text speaks of its country or names it in full."""
        holders = register.holders(acronym)
        beside = self.surroundings.beside(start, end)
        if beside and beside.country in holders:
            return listed_agency(holders[beside.country], self.text, start, end)
        named = {agency.agency_id for agency in self.found}
        for listed in holders.values():
            if listed.agency_id in named:
                return listed_agency(listed, self.text, start, end)
        country = self.surroundings.likeliest(start, holders)
        return listed_agency(holders[country], self.text, start, end) if country else None

    def _force(self, force: Force) -> Agency:
        country = force.place.country
        if force.place.kind in ("country", "demonym"):
            listed = register.holders(force.shared).get(country)
            return self._agency(listed, force.start, force.end, force.shared, force.kind, country)
        return self._agency(None, force.start, force.end, self.text[force.start : force.end], force.kind, country)

    def _mission(self, mission: Mission) -> Agency:
        name = f"Embassy {mission.city}" if mission.city else "Embassy"
        agency = self._agency(None, mission.start, mission.end, name, "embassy", mission.country)
        return replace(agency, name=agency.text)

    def _add_items(self) -> None:
        for item in find_items(self.text, lang=self.lang):
            known = [m.payload for m in register.find_known(item.name, self.lang)]
            if known and known[0].agency:
                self._add([listed_agency(known[0].agency, self.text, item.start, item.end)])
            else:
                name, kind = (known[0].shared, known[0].kind) if known else (item.name, "government")
                self._add([self._shared(item.start, item.end, name, kind)])

    def _add_shapes(self) -> None:
        taken = [(agency.start, agency.end) for agency in self.found]
        spans = [(place.start, place.end) for place in self.surroundings.places]
        for shape in find_shapes(self.text, lang=self.lang, taken=taken, places=spans):
            self._add([self._shaped(shape)])

    def _shaped(self, shape: Shape) -> Agency:
        name = self.text[shape.start : shape.end]
        beside = self.surroundings.beside(shape.start, shape.end)
        if beside:
            return self._agency(None, beside.start, beside.end, name, shape.kind, beside.country)
        parent = self._parent(shape)
        country = parent.country if parent else self.surroundings.likeliest(shape.start)
        return self._agency(None, shape.start, shape.end, name, shape.kind, country)

    def _parent(self, shape: Shape) -> Agency | None:
        """Give the agency right before or behind a name, whose part it then is: "UN ... Committee"."""
        for agency in self.found:
            first, last = sorted((shape, agency), key=lambda one: one.start)
            if first.end <= last.start and _LINK.fullmatch(self.text[first.end : last.start]):
                return agency
        return None

    def _agency(
        self, listed: Listed | None, start: int, end: int, name: str, kind: str, country: str | None
    ) -> Agency:
        if listed:
            return listed_agency(listed, self.text, start, end)
        agency_id = f"{(country or 'xx').lower()}-{slug(name)}"
        return Agency(start, end, self.text[start:end], agency_id, name, None, country, kind, rule="pattern")


def listed_agency(listed: Listed, text: str, start: int, end: int) -> Agency:
    """Give the mention of a listed agency at a span of a text."""
    return Agency(
        start, end, text[start:end], listed.agency_id, listed.name, listed.acronym, listed.country, listed.kind, listed.qid
    )


def slug(name: str) -> str:
    """Give a name as part of an id: "State Security Bureau" -> "state-security-bureau"."""
    return re.sub(r"[\W_]+", "-", fold(name)).strip("-")
