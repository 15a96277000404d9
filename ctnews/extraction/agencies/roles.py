"""Tells which agency a role implies: a foreign minister the foreign ministry, "Kepala BNPT" BNPT."""

from __future__ import annotations

from functools import cache

from ctnews import lexicon
from ctnews.extraction.agencies import register
from ctnews.extraction.agencies.register import Known, Listed
from ctnews.extraction.facts import Agency
from ctnews.extraction.text import vocabulary
from ctnews.extraction.text.phrases import Match, PhraseIndex


def affiliation(role_text: str, *, country: str | None, lang: str) -> Agency | None:
    """Give the agency that a role names or implies, or None; `country` is the person's.

    >>> affiliation("Deputy Foreign Minister", country="QA", lang="en").agency_id
    'qa-foreign'
    """
    named = (_named(match, role_text, country) for match in register.find_known(role_text, lang))
    implied = (_implied(match, role_text, country) for match in _roles(lang).find(role_text))
    return next((agency for agency in (*named, *implied) if agency), None)


def _named(match: Match[Known], text: str, country: str | None) -> Agency | None:
    known = match.payload
    if known.agency:
        return known.agency.mention(text, match.start, match.end)
    if country is None:
        return None
    listed = register.holder(known.shared, country)
    if listed:
        return listed.mention(text, match.start, match.end)
    if known.acronym:
        return None
    return register.unlisted(text, match.start, match.end, known.shared, known.kind, country)


def _implied(match: Match[lexicon.Row], text: str, country: str | None) -> Agency | None:
    row = match.payload
    listed = _listed(row, country)
    if listed:
        return listed.mention(text, match.start, match.end)
    if country and row["everywhere"]:
        return register.unlisted(text, match.start, match.end, row["name"], row["kind"], country)
    return None


def _listed(row: lexicon.Row, country: str | None) -> Listed | None:
    known = register.known_as(row["name"], "en")
    if known and known.agency:
        return known.agency if country in (None, known.agency.country) else None
    return register.holder(row["name"], country) if country else None


@cache
def _roles(lang: str) -> PhraseIndex[lexicon.Row]:
    codes = vocabulary.chain(lang)
    rows = [row for code in codes for row in lexicon.optional_table(f"{code}/role_agencies")]
    return PhraseIndex([(p, row) for row in rows for p in lexicon.values(row["phrase"])], proper=False)
