"""Finds the persons of an article: every mention of a name, the role as printed, agency and country."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from ctnews import lexicon
from ctnews.extraction.facts import Agency, Person, Place
from ctnews.extraction.people import allegiance
from ctnews.extraction.people.identity import Mention, group
from ctnews.extraction.people.roles import Line, Role, role_after, role_before, role_of_leader
from ctnews.extraction.text import vocabulary
from ctnews.extraction.text.phrases import PhraseIndex
from ctnews.extraction.text.tokens import Span, covered

Affiliation = Callable[[str, str | None, str], Agency | None]

LONGEST = 7  # tokens of a name
SETTLED = frozenset({"table", "acronym", "definition"})  # rules by which an agency's name tells its country


@dataclass(frozen=True, slots=True)
class _Name:
    """A name in a sentence: the positions of its first token and after its last one."""

    first: int
    after: int


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
    found = _titled(line)
    for span in spans:
        found += _trimmed(line, span, found)
    found = _complete(line, sorted(found, key=lambda name: name.first))
    inside = {i for name in found for i in range(name.first, name.after)}
    delegations = allegiance.delegations(line, [(name.first, name.after) for name in found])
    return [_mention(line, name, inside, delegations.get(name.first)) for name in found]


def _mention(line: Line, name: _Name, inside: set[int], delegation: str | None) -> Mention:
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


def _titled(line: Line) -> list[_Name]:
    """Names led by a rank or an honorific, whatever the tagger says."""
    found = []
    for position in sorted(line.titles):
        first = position + 1
        known = position in line.in_places or position in line.in_agencies or _is_office(line, position)
        if known or first in line.titles or first >= len(line.tokens) or not _can_begin(line, first):
            continue
        after = _run(line, first)
        if after > first:
            found.append(_Name(first, after))
    return found


def _is_office(line: Line, position: int) -> bool:
    """Tell whether a rank is part of an office: "Directorate General", "Secretary General"."""
    if position == 0 or not line.tokens[position - 1].capitalised:
        return False
    before = line.tokens[position - 1].folded
    return position - 1 in line.heads or before in vocabulary.words("roles", "word", line.lang)


def _run(line: Line, first: int) -> int:
    after = first
    while after < len(line.tokens) and after - first < LONGEST and _is_name(line, after):
        after += 1
    while after > first and _particle(line, after - 1):
        after -= 1
    return after


def _can_begin(line: Line, position: int) -> bool:
    opener = line.tokens[position].folded in vocabulary.words("name_words", "opener", line.lang)
    return _is_name(line, position) and not _particle(line, position) and not opener


def _is_name(line: Line, position: int) -> bool:
    token = line.tokens[position]
    if position in line.titles and not (position > 0 and _particle(line, position - 1)):
        return False
    if position in line.suffixes or position in line.in_agencies:
        return False
    if position in line.heads and token.capitalised:
        return False
    if _particle(line, position):
        return True
    if not (token.capitalised or _joined_particle(token.text, line.lang)):
        return False
    return not token.text.isdigit() and token.folded not in vocabulary.words("name_words", "never", line.lang)


def _particle(line: Line, position: int) -> bool:
    return line.tokens[position].folded in vocabulary.words("name_words", "particle", line.lang) and (
        not line.tokens[position].capitalised
    )


def _joined_particle(word: str, lang: str) -> bool:
    """Tell whether a word is a particle and a name in one: "al-Ansari"."""
    particle, hyphen, name = word.partition("-")
    return bool(hyphen) and name[:1].isupper() and particle in vocabulary.words("name_words", "particle", lang)


def _trimmed(line: Line, span: Span, known: Iterable[_Name]) -> list[_Name]:
    """Cut titles, roles and suffixes off a tagger's span; give nothing if no name is left or it is known."""
    positions = sorted(covered(line.tokens, [span]))
    taken = {i for name in known for i in range(name.first, name.after)}
    while positions and not _can_begin(line, positions[0]):
        positions.pop(0)
    if not positions or positions[0] in taken:
        return []
    after = positions[0]
    while after in positions and after not in taken and _is_name(line, after):
        after += 1
    while after > positions[0] and _particle(line, after - 1):
        after -= 1
    name = _Name(positions[0], after)
    return [name] if after > name.first and not _only_places(line, name) and not _armed_group(line, name) else []


def _armed_group(line: Line, name: _Name) -> bool:
    start, end = line.tokens[name.first].start, line.tokens[name.after - 1].end
    return bool(_groups().find(line.text[start:end]))


@cache
def _groups() -> PhraseIndex[str]:
    rows = lexicon.table("world/armed_groups")
    return PhraseIndex((phrase, row["kind"]) for row in rows for phrase in lexicon.values(row["phrase"]))


def _only_places(line: Line, name: _Name) -> bool:
    words = vocabulary.words("roles", "word", line.lang)
    return all(i in line.in_places or line.tokens[i].folded in words for i in range(name.first, name.after))


def _complete(line: Line, names: list[_Name]) -> list[_Name]:
    """Add to each name the capitalised tokens that the tagger left off on either side."""
    completed: list[_Name] = []
    for name in names:
        first, after = name.first, name.after
        floor = completed[-1].after if completed else 1
        while first > floor and after - first < LONGEST and _leads_in(line, first - 1):
            first -= 1
        while after < len(line.tokens) and after - first < LONGEST and _belongs(line, after):
            after += 1
        completed.append(_Name(first, after))
    return completed


def _leads_in(line: Line, position: int) -> bool:
    """Tell whether a token before a name is a first name that the tagger left off."""
    return _belongs(line, position) and _can_begin(line, position)


def _belongs(line: Line, position: int) -> bool:
    if _particle(line, position):
        return position + 1 < len(line.tokens) and _belongs(line, position + 1)
    if position in line.titles and (_closes(line, position) or _particle(line, position - 1)):
        return True
    known = position in line.in_places or position in line.heads or position in line.modifiers
    known = known or line.tokens[position].folded in vocabulary.words("roles", "word", line.lang)
    return _is_name(line, position) and line.tokens[position].text.isalpha() and not known


def _closes(line: Line, position: int) -> bool:
    """Tell whether a word that can be a title ends a name: no name follows ("Kyaw Kyaw Tun")."""
    following = position + 1
    return following >= len(line.tokens) or not line.tokens[following].capitalised


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
