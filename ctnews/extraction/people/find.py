"""Finds the persons of an article: every mention of a name, the role as printed, agency and country."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from ctnews.extraction.facts import Agency, Person, Place
from ctnews.extraction.people import allegiance
from ctnews.extraction.people.identity import Mention, group
from ctnews.extraction.people.line import Line
from ctnews.extraction.people.naming import Name, find_names
from ctnews.extraction.people.roles import Role, role_after, role_before, role_of_leader
from ctnews.extraction.text.tokens import Span

Affiliation = Callable[[str, str | None, str], Agency | None]

SETTLED = frozenset({"table", "acronym", "definition"})  # rules by which an agency's name tells its country


def find_people(
    text: str,
    *,
    lang: str,
    sentences: Sequence[Span],
    names: Sequence[Span],
    agencies: Sequence[Agency],
    places: Sequence[Place],
    home: str | None = None,
    affiliation: Affiliation | None = None,
) -> list[Person]:
    """Give the persons of a text in the order of their first mention.

    `names` are the spans that a tagger takes for persons; `home` is the country whose officials are named without
    their country; `affiliation` tells which agency a role implies.
    """
    mentions: list[Mention] = []
    for sentence in sentences:
        line = Line(text, sentence, lang, agencies, places)
        mentions += _mentions(line, [name for name in names if sentence[0] <= name[0] < sentence[1]])
    return [_person(own, lang, home, affiliation) for own in group(mentions)]


def _mentions(line: Line, spans: Sequence[Span]) -> list[Mention]:
    found = find_names(line, spans)
    inside = {i for name in found for i in range(name.first, name.after)}
    delegations = allegiance.delegations(line, [(name.first, name.after) for name in found])
    return [_mention(line, name, inside, delegations.get(name.first)) for name in found]


def _mention(line: Line, name: Name, inside: set[int], delegation: str | None) -> Mention:
    others = inside - set(range(name.first, name.after))
    before = role_before(line, name.first, name.after, others)
    after = role_after(line, _after_suffixes(line, name.after), others)
    role = _better(before, after) or role_of_leader(line, name.after, others)
    tokens = line.tokens[name.first : name.after]
    start, end = tokens[0].start, tokens[-1].end
    own = role and not role.weak
    told = allegiance.country_in(role, line) if role else None
    agency = allegiance.agency_of(role, line) if role else None
    return Mention(
        start=start,
        end=end,
        text=line.text[start:end],
        role=role.text if own and role else None,
        country=told or _country(agency, listed=True) or delegation or _country(agency),
        agency=agency,
        role_span=(role.start, role.end) if role else None,
        titled=name.first > 0 and name.first - 1 in (line.titles | line.heads),
        sentence=line.span,
    )


def _country(agency: Agency | None, *, listed: bool = False) -> str | None:
    """Give an agency's country; with `listed` only where the agency's own name settles it."""
    if agency is None or (listed and agency.rule not in SETTLED):
        return None
    return agency.country


def _better(before: Role | None, after: Role | None) -> Role | None:
    """Of the roles on either side take the one that says more than a title or a counterpart."""
    for role in (before, after):
        if role and not role.weak and not role.bare:
            return role
    return next((role for role in (before, after) if role and not role.weak), before or after)


def _after_suffixes(line: Line, after: int) -> int:
    """Skip ", M.H.," and ", Jr." behind a name."""
    position = after
    while position in line.suffixes:
        position += 1
    while position + 1 < len(line.tokens) and line.tokens[position].text in {",", "."}:
        if position + 1 not in line.suffixes:
            break
        position += 2
    return position


def _person(mentions: list[Mention], lang: str, home: str | None, affiliation: Affiliation | None) -> Person:
    name = max((mention.text for mention in mentions), key=lambda spelt: (len(spelt.split()), len(spelt)))
    told = [mention for mention in mentions if mention.role]
    role = max(told, key=lambda mention: min(len(mention.role or ""), 60)).role if told else None
    country = next((mention.country for mention in mentions if mention.country), None)
    agency = next((mention.agency for mention in mentions if mention.agency), None)
    if agency is None and role and affiliation:
        agency = affiliation(role, country, lang)
    if country is None and agency:
        country = agency.country
    if country is None and role and (agency is None or agency.country):
        country = home
    aliases = tuple(sorted({mention.text for mention in mentions} - {name}))
    spans = tuple((mention.start, mention.end) for mention in mentions)
    roles = tuple(mention.role_span for mention in mentions if mention.role_span)
    return Person(name, spans, role, country, agency.agency_id if agency else None, aliases, roles)
