"""Reads the acronyms that a text defines, "Full Name (ACRONYM)" or "ACRONYM (Full Name)"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from ctnews.extraction.agencies import register
from ctnews.extraction.agencies.register import Listed
from ctnews.extraction.facts import Agency
from ctnews.extraction.text.phrases import fold

WORDS_BEFORE = 10

_BEHIND = re.compile(r"\s?\(\s*([A-Z][\w&/-]{1,14}(?: \d+)?)\s*[);,]")
_BEFORE = re.compile(r"\b([A-Z][\w&/-]{1,14}(?: \d+)?) ?\($")
_BRACKETED = re.compile(r"\(([A-Z]{2,8})\)")
_CAPITAL = re.compile(r"\b[A-Z](?=\w|\b)")


def with_definitions(text: str, agencies: Sequence[Agency], *, lang: str) -> list[Agency]:
    """Give the agencies with those that the text's own acronyms name, in the order of the text.

    An acronym that the text defines as something else ("National Action Plan (NAP)") is no agency's.
    """
    meanings = _meanings(text, agencies, lang)
    renamed = {old.agency_id: new for old, new in meanings.values()}
    others = _other_acronyms(text, agencies, lang)
    kept = [agency for agency in agencies if agency.text not in others or agency.text in meanings]
    found = [_mention(agency, _meant(agency, meanings, renamed)) for agency in kept]
    found += _acronyms(text, found, meanings)
    return sorted(found, key=lambda agency: agency.start)


def _meant(
    agency: Agency,
    meanings: Mapping[str, tuple[Agency, Agency]],
    renamed: Mapping[str, Agency],
) -> Agency:
    """Give the agency that a mention is of, once the acronyms of the text are known."""
    return meanings[agency.text][1] if agency.text in meanings else renamed.get(agency.agency_id, agency)


def _meanings(text: str, agencies: Sequence[Agency], lang: str) -> dict[str, tuple[Agency, Agency]]:
    """Give for each acronym that is defined the agency as found and as the acronym makes it known."""
    meanings: dict[str, tuple[Agency, Agency]] = {}
    for agency in agencies:
        behind = _BEHIND.match(text, agency.end)
        before = _BEFORE.search(text[max(0, agency.start - 20) : agency.start])
        if before and (" " not in agency.text or not text.startswith(")", agency.end)):
            before = None
        for acronym in (found[1] for found in (behind, before) if found):
            if acronym not in meanings and _abbreviates(acronym, agency):
                meanings[acronym] = agency, _identified(agency, acronym, lang)
    return meanings


def _abbreviates(acronym: str, agency: Agency) -> bool:
    """Tell whether the letters of an acronym stand in the name in that order."""
    for name in (agency.text, agency.name):
        letters = iter(fold(name))
        if all(letter in letters for letter in fold(acronym) if letter.isalpha()):
            return True
    return acronym == agency.acronym


def _identified(agency: Agency, acronym: str, lang: str) -> Agency:
    """Give the listed agency that has this acronym, if the name itself was not known."""
    known = register.known_as(acronym, lang)
    if agency.rule not in ("pattern", "context") or known is None:
        return agency if agency.acronym else replace(agency, acronym=acronym)
    listed = known.agency or register.holders(acronym).get(agency.country or "")
    if listed is None or (agency.rule == "pattern" and _contradicts(agency, listed)):
        return replace(agency, acronym=acronym)
    return _as_listed(agency, listed)


def _contradicts(agency: Agency, listed: Listed) -> bool:
    return bool(agency.country and listed.country and agency.country != listed.country)


def _as_listed(agency: Agency, listed: Listed) -> Agency:
    return replace(
        agency,
        agency_id=listed.agency_id,
        name=listed.name,
        acronym=listed.acronym,
        country=listed.country,
        kind=listed.kind,
        qid=listed.qid,
        rule="table",
    )


def _mention(at: Agency, of: Agency) -> Agency:
    return replace(of, start=at.start, end=at.end, text=at.text)


def _acronyms(text: str, agencies: Sequence[Agency], meanings: Mapping[str, tuple[Agency, Agency]]) -> Iterator[Agency]:
    for acronym, (_, agency) in meanings.items():
        for match in re.finditer(rf"(?<!\w){re.escape(acronym)}(?!\w)", text):
            if all(match.end() <= other.start or match.start() >= other.end for other in agencies):
                yield replace(agency, start=match.start(), end=match.end(), text=acronym, rule="definition")


def _other_acronyms(text: str, agencies: Sequence[Agency], lang: str) -> set[str]:
    """Give the shared acronyms that the text itself defines as something that is no agency."""
    ends = {agency.end for agency in agencies}
    found = set()
    for match in _BRACKETED.finditer(text):
        before = text[: match.start()].rstrip()
        initials = "".join(_CAPITAL.findall(" ".join(before[-120:].split()[-WORDS_BEFORE:])))
        known = register.known_as(match[1], lang)
        if initials.endswith(match[1]) and len(before) not in ends and known and known.agency is None:
            found.add(match[1])
    return found
