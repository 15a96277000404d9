"""Finds the persons of an article: every mention of a name, the role as printed, agency and country."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from ctnews.extraction.facts import Agency, Person, Place
from ctnews.extraction.people import allegiance
from ctnews.extraction.people.claims import Claim, Ground, claims
from ctnews.extraction.people.company import Told
from ctnews.extraction.people.delegations import delegations, respective, spoken_of
from ctnews.extraction.people.identity import Mention, group
from ctnews.extraction.people.line import Line
from ctnews.extraction.people.name_parts import Name, is_initial
from ctnews.extraction.people.naming import find_names
from ctnews.extraction.people.roles import Role, role_after, role_before, role_of_leader
from ctnews.extraction.text.tokens import Span

Affiliation = Callable[[str, str | None, str], Agency | None]


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
    found: list[Mention] = []
    speaking: str | None = None
    for sentence in sentences:
        line = Line(text, sentence, lang, agencies, places)
        found += _mentions(line, [name for name in names if sentence[0] <= name[0] < sentence[1]], speaking)
        speaking = spoken_of(line) or speaking
    told = Told(text, lang, sentences, places, home)
    people = group(found)
    countries, home = told.countries(people), told.at_home(agencies)
    return [_person(own, lang, country, home, affiliation) for own, country in zip(people, countries, strict=True)]


def _mentions(line: Line, spans: Sequence[Span], speaking: str | None) -> list[Mention]:
    found = find_names(line, spans)
    inside = {i for name in found for i in range(name.first, name.after)}
    own = [(name.first, name.after) for name in found]
    pairs, sides = respective(line, own), delegations(line, own, speaking)
    told = {first: claims((Ground.PAIRED, pairs.get(first)), (Ground.SIDE, sides.get(first))) for first, _ in own}
    return [_mention(line, name, inside, told[name.first]) for name in found]


def _mention(line: Line, name: Name, inside: set[int], sides: Sequence[Claim]) -> Mention:
    others = inside - set(range(name.first, name.after))
    before = role_before(line, name.first, name.after, others)
    after = role_after(line, _after_suffixes(line, name.after), others)
    role = _better(before, after) or role_of_leader(line, name.after, others)
    tokens = line.tokens[name.first : name.after]
    start, end = tokens[0].start, tokens[-1].end
    own = role and not role.weak
    told = allegiance.country_in(role, line) if role else None
    if before and before.weak:
        told = allegiance.country_in(before, line) or told
    agency = allegiance.agency_of(role, line) if role else None
    near, of = allegiance.beside(line, name.first, name.after)
    agency = agency or of
    return Mention(
        start=start,
        end=end,
        text=line.text[start:end],
        role=role.text if own and role else None,
        claims=tuple(sides)
        + claims(
            (Ground.ROLE, told),
            (Ground.AGENCY, allegiance.settled(agency)),
            (Ground.BESIDE, near),
            (Ground.CONTEXT, agency.country if agency else None),
            (Ground.RESIDENCE, allegiance.residence(line, role, name.after)),
        ),
        agency=agency,
        role_span=(role.start, role.end) if role else None,
        titled=is_initial(tokens[0].text) or (name.first > 0 and name.first - 1 in (line.titles | line.heads)),
        sentence=line.span,
    )


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


def _person(
    mentions: list[Mention], lang: str, told: str | None, home: str | None, affiliation: Affiliation | None
) -> Person:
    name = max((mention.text for mention in mentions), key=lambda spelt: (len(spelt.split()), len(spelt)))
    roles = [mention.role for mention in mentions if mention.role]
    role = max(roles, key=lambda printed: min(len(printed), 60), default=None)
    agency = next((mention.agency for mention in mentions if mention.agency), None)
    if agency is None and role and affiliation:
        agency = affiliation(role, told, lang)
    country = told or (agency.country if agency else None)
    if country is None and role and (agency is None or agency.country):
        country = home
    aliases = tuple(sorted({mention.text for mention in mentions} - {name}))
    spans = tuple((mention.start, mention.end) for mention in mentions)
    role_spans = tuple(mention.role_span for mention in mentions if mention.role_span)
    return Person(name, spans, role, country, agency.agency_id if agency else None, aliases, role_spans)
