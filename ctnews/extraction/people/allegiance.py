"""Tells for which country and agency a person speaks: from the role and the words that stand beside the name."""

from __future__ import annotations

from itertools import islice, takewhile

from ctnews.extraction.facts import Agency, Place
from ctnews.extraction.people.line import Line
from ctnews.extraction.people.roles import Role
from ctnews.extraction.text import vocabulary
from ctnews.extraction.text.phrases import fold

SETTLED = frozenset({"table", "acronym", "definition"})  # rules by which an agency's name tells its country
NATIONAL = frozenset({"country", "demonym"})
APPOSITION = 5  # tokens between a name's "of" or "from" and the country or agency that it leads to
PHRASE = 5  # tokens between a country and the name that its noun leads: "Albania's chief of border police NAME"
LONGEST = 40  # characters of a country's name
CLAUSE = 16  # tokens of a clause behind a name that tell what it heads
AGE = 3  # digits and commas of an age behind a name


def country_in(role: Role, line: Line) -> str | None:
    """Give the country that a role names: the first one that does not stand behind "to" or "in"."""
    places = [place for place in line.places if role.start <= place.start < role.end]
    told = [place for place in places if not _is_destination(line, place)]
    return next((place.country for place in told if place.kind in NATIONAL), told[0].country if told else None)


def agency_of(role: Role, line: Line) -> Agency | None:
    """Give the first agency that stands within a role, or right before it: "the UN Office (UNOCT) director"."""
    inside = (agency for agency in line.agencies if role.start <= agency.start < role.end)
    before = (agency for agency in line.agencies if not line.text[agency.end : role.start].strip(" ()'’s"))
    return next(inside, None) or next((agency for agency in before if agency.end <= role.start), None)


def settled(agency: Agency | None) -> str | None:
    """Give an agency's country where its own name settles it."""
    return agency.country if agency and agency.rule in SETTLED else None


def residence(line: Line, role: Role | None, after: int) -> str | None:
    """Give the country of the town in "a lawyer in Lusaka" and "NAME, who teaches in Riga"; envoys live abroad."""
    start, end = (role.start, role.end) if role else (0, 0)
    if role and vocabulary.index_of("person_cues", "envoy", line.lang).find(role.text):
        return None
    if not role and after + 1 < len(line.tokens) and line.tokens[after + 1].folded in _words(line, "relative"):
        start = line.tokens[after + 1].end
        end = _phrase_end(line, after + 1, line.span[1])
    towns = (place for place in line.places if start <= place.start < end and place.kind == "city")
    return next((place.country for place in towns if _is_destination(line, place)), None)


def beside(line: Line, first: int, after: int) -> tuple[str | None, Agency | None]:
    """Give the country and the agency told right behind a name ("X of Tonga Police"), or else the country before it."""
    place, agency = _behind(line, after)
    if place or agency:
        return place.country if place else settled(agency), agency
    return _before(line, first), None


def _behind(line: Line, after: int) -> tuple[Place | None, Agency | None]:
    """Give the first country and agency in "NAME of the Tunisian Ministry of Interior", "NAME, 51, from Ghana"."""
    bracketed = _bracketed(line, after)
    if bracketed:
        return bracketed, None
    if (
        after + 1 < len(line.tokens)
        and line.tokens[after].text == ","
        and line.tokens[after + 1].folded in _words(line, "relative")
    ):
        return _in_clause(line, after + 1), None
    position = after
    while position < min(after + AGE, len(line.tokens)) and (
        line.tokens[position].text in ",()" or _number(line, position)
    ):
        position += 1
    if position >= len(line.tokens) or line.tokens[position].folded not in _words(line, "belonging"):
        return None, None
    comma = position > after and line.tokens[position - 1].text == "," and not _number(line, position - 2)
    if comma and line.tokens[position].folded in _words(line, "representing"):
        return None, None  # "for Brazil, NAME, for China, NAME": it leads to the next one
    reach = line.tokens[min(position + APPOSITION, len(line.tokens) - 1)].end
    start = line.tokens[position].end
    stop = _phrase_end(line, position, reach)
    place = next(iter(line.national_in(start, stop)), None)
    agency = next((a for a in line.agencies if start <= a.start < stop), None)
    if place and agency and place.start > agency.end and not _linked(line, agency.end, place.start):
        place = None
    return place, agency


def _linked(line: Line, start: int, end: int) -> bool:
    link = fold(line.text[start:end].strip())
    return link in vocabulary.words("agency_patterns", "link", line.lang)


def _bracketed(line: Line, after: int) -> Place | None:
    """Give the country in "NAME (Kenya)"."""
    if after + 2 >= len(line.tokens) or line.tokens[after].text != "(":
        return None
    start = line.tokens[after + 1].start
    return next((p for p in line.national_in(start, start + 1) if line.text[p.end : p.end + 1] == ")"), None)


def _in_clause(line: Line, position: int) -> Place | None:
    """Give the first country in "NAME, who leads the Malian force" if the clause tells what NAME heads."""
    stop = _phrase_end(line, position, line.span[1])
    behind = range(position + 1, min(position + 1 + CLAUSE, len(line.tokens)))
    reach = [i for i in behind if line.tokens[i].start < stop]
    leads = [i for i in reach if i in line.heads or line.tokens[i].folded in _words(line, "heading")]
    if not leads:
        return None
    first, last = line.tokens[leads[0]].start, line.tokens[reach[-1]].end
    inside = line.national_in(first, last)
    return next((place for place in inside if not _is_destination(line, place)), None)


def _phrase_end(line: Line, position: int, reach: int) -> int:
    """Give where the phrase ends that begins behind a token: at a mark, or at `reach`."""
    inside = takewhile(lambda token: token.start < reach, islice(line.tokens, position + 1, None))
    return next((token.start for token in inside if token.text in ",;.:"), reach)


def _number(line: Line, position: int) -> bool:
    return line.tokens[position].text.isdigit()


def _before(line: Line, first: int) -> str | None:
    """Give the country that leads the noun before a name: "his Kosovar opposite number NAME"."""
    position = first - 1
    while position >= 0 and position in line.titles:
        position -= 1
    if position > 1 and line.tokens[position].text == "," and line.tokens[position - 1].text.islower():
        position -= 1
        leads = {token.folded for token in line.tokens[max(0, position - PHRASE) : position]}
        if not leads & (_words(line, "whose") | {"s", "'s", "’s"}):
            return None
    for here in range(position, max(-1, position - PHRASE), -1):
        token = line.tokens[here]
        place = next((p for p in line.national_in(token.start - LONGEST, token.end) if token.start < p.end), None)
        if place:
            return place.country if _owns(line, place, here) else None
        if not (token.text in {"'s", "’s"} or (token.text.isalpha() and token.text.islower())) or _is_joint(line, here):
            return None
    return None


def _is_joint(line: Line, position: int) -> bool:
    word = line.tokens[position].folded
    kinds = vocabulary.words("roles", "connector", line.lang) | vocabulary.words("roles", "joining", line.lang)
    return word in kinds - {"s", "'s"} or word in _words(line, "by")


def _owns(line: Line, place: Place, position: int) -> bool:
    """Tell whether a country's name can lead a noun: an adjective, a possessive, or behind "his"."""
    behind = position + 1 < len(line.tokens) and line.tokens[position + 1].text in {"'s", "’s"}
    led = position > 0 and line.tokens[position - 1].folded in _words(line, "filler")
    return place.kind == "demonym" or behind or led


def _words(line: Line, kind: str) -> frozenset[str]:
    return vocabulary.words("person_cues", kind, line.lang)


def _is_destination(line: Line, place: Place) -> bool:
    before = line.text[max(line.span[0], place.start - 12) : place.start].split()
    toward = vocabulary.words("person_cues", "toward", line.lang)
    return bool(before) and before[-1].lower() in toward
