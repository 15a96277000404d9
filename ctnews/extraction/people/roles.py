"""Finds the role that stands beside a name: "Deputy Minister of Public Security of Vietnam", "Kepala BNPT".

A role is a chain of words around at least one head ("minister", "kepala"): modifiers, connectors, words of the field,
capitalised words, agencies and places. It stands before the name, or after it behind a comma or in brackets.
"""

from __future__ import annotations

from dataclasses import dataclass

from ctnews.extraction.people.line import Line
from ctnews.extraction.text import vocabulary

REACH = 26  # tokens that a role may be long
FIELD = 4  # letters of an unlisted word in an office's field
OPENING = 7  # tokens after the comma within which a role's head has to come


@dataclass(frozen=True, slots=True)
class Role:
    """A role as printed; `weak` if it only says whose counterpart someone is, `bare` if it is a title alone."""

    start: int
    end: int
    text: str
    weak: bool
    bare: bool = False


def role_before(line: Line, first: int, after: int, names: set[int]) -> Role | None:
    """Give the role that ends right before the name from token `first` to `after`; `names` are other names."""
    last = _skip_titles(line, first)
    article = last - 1 if last > 1 and line.tokens[last - 1].folded in _filler(line) else last
    if article and line.tokens[article - 1].text == ",":
        last = article
    if last and line.tokens[last - 1].text == "," and _ends_apposition(line, after):
        last = _skip_titles(line, last - 1)
    found = _chain_start(line, last, names)
    if found is None:
        found, last = _chain_start(line, first, names), first
    return None if found is None else _role(line, found, last)


def role_after(line: Line, after: int, names: set[int]) -> Role | None:
    """Give the role that follows a name whose last token is at `after - 1`: in brackets or behind a comma."""
    tokens = line.tokens
    if after < len(tokens) and tokens[after].text == "(":
        closing = _closing(line, after)
        inside = range(after + 1, closing)
        if any(i in line.heads for i in inside):
            return _role(line, after + 1, closing)
        after = closing + 1
    if after >= len(tokens) or not _introduces_role(line, after):
        return None
    first = after + 1
    while first < len(tokens) and tokens[first].folded in _filler(line):
        first += 1
    head = next((i for i in range(first, min(first + OPENING, len(tokens))) if i in line.heads), None)
    if head is None or not all(_joins(line, i, names) for i in range(first, head)):
        return None
    end = _chain_end(line, head, names)
    if vocabulary.role_first(line.lang) and _next_name(line, end, names):
        return None
    return _role(line, first, end)


def _filler(line: Line) -> frozenset[str]:
    return vocabulary.words("person_cues", "filler", line.lang)


def _next_name(line: Line, end: int, names: set[int]) -> bool:
    """Tell whether a name follows a role, titles and a comma between: then the role is that name's."""
    while end < len(line.tokens) and (end in line.titles or line.tokens[end].text in {",", "(", ")"}):
        end += 1
    return end in names


def role_of_leader(line: Line, after: int, names: set[int]) -> Role | None:
    """Give the role told by a clause: "NAME, who heads the Russian Foreign Ministry's Department"."""
    first = after + 1 if after < len(line.tokens) and line.tokens[after].text == "," else after
    for cue in vocabulary.words("person_cues", "who_heads", line.lang):
        words = cue.split()
        if [token.folded for token in line.tokens[first : first + len(words)]] == words:
            start = line.tokens[first + len(words) - 1]
            last = _chain_end(line, first + len(words) - 1, names)
            end = line.tokens[last - 1].end
            return Role(start.start, end, line.text[start.start : end], weak=False)
    return None


def _introduces_role(line: Line, position: int) -> bool:
    token = line.tokens[position]
    return token.text == "," or token.folded in vocabulary.words("person_cues", "as", line.lang)


def _skip_titles(line: Line, first: int) -> int:
    if first > 1 and first - 2 in line.titles and line.tokens[first - 1].text in "‘’ʻ":
        first -= 1
    while first and (first - 1 in line.titles or line.tokens[first - 1].text in "()") and first > 0:
        if line.tokens[first - 1].text in "()" and first - 2 not in line.titles:
            break
        first -= 1
    return first


def _ends_apposition(line: Line, after: int) -> bool:
    """Tell whether a name ends at a mark, a verb or the sentence's end, as it does in "the coordinator, NAME, said"."""
    return after >= len(line.tokens) or not line.tokens[after].capitalised


def _chain_start(line: Line, last: int, names: set[int]) -> int | None:
    """Walk back over what can be part of a role; give where the leftmost head's phrase begins."""
    head = None
    position = last - 1
    joining = vocabulary.words("roles", "joining", line.lang)
    while position >= max(0, last - REACH) and (
        _joins(line, position, names)
        or (head is None and (_listing(line, position, last) or _field(line, position, names)))
    ):
        if head is None and line.tokens[position].folded in joining and _separates(line, position, last):
            break
        if position in line.heads:
            head = position
        position -= 1
    if head is None:
        return None
    while head > position + 1 and _qualifies(line, head - 1):
        head -= 1
    return head


def _listing(line: Line, position: int, last: int) -> bool:
    """Tell whether a comma stands in a list inside a role whose head comes first: "Deputi Bidang A, B, dan C"."""
    if line.tokens[position].text != "," or not vocabulary.role_first(line.lang) or not 0 < position < last - 1:
        return False
    return line.tokens[position - 1].capitalised and position - 1 not in line.in_places


def _field(line: Line, position: int, names: set[int]) -> bool:
    """Tell whether a word that no table has names an office's field: "vice minister of CITIZEN security"."""
    token = line.tokens[position]
    if position in names or not token.text.isalpha() or not token.text.islower() or len(token.text) < FIELD:
        return False
    opening = position - 1
    while opening > position - 3 and opening > 0 and _is_field_word(line, opening):
        opening -= 1
    before = line.tokens[max(opening - 1, 0)]
    return (
        line.tokens[opening].folded in _opens_field(line)
        and opening - 1 in line.heads | line.modifiers
        and before.text != ","
    )


def _opens_field(line: Line) -> frozenset[str]:
    return vocabulary.words("person_cues", "field", line.lang)


def _is_field_word(line: Line, position: int) -> bool:
    token = line.tokens[position]
    return token.text.isalpha() and token.text.islower() and token.folded not in _opens_field(line)


def _separates(line: Line, position: int, last: int) -> bool:
    """Tell whether an "and" begins another person's description: "the commander and Chinese Major General X"."""
    right = range(position + 1, last)
    return not right or any(i in line.in_places for i in right)


def _chain_end(line: Line, head: int, names: set[int]) -> int:
    """Walk on over what can be part of a role, over a comma only into an agency or a further field."""
    position = head + 1
    while position < len(line.tokens) and position - head < REACH:
        if position in line.titles and position not in line.heads:
            break
        if line.tokens[position].text == "," and _continues(line, position + 1, names):
            position += 1
        elif not _joins(line, position, names):
            break
        position += 1
    return position


def _continues(line: Line, position: int, names: set[int]) -> bool:
    """Tell whether a comma inside a role leads into more of it ("Director General, Counter Terrorism, ...")."""
    stop = position
    while stop < len(line.tokens) and stop not in names and _joins(line, stop, names):
        stop += 1
    inside = range(position, stop)
    joining = vocabulary.words("roles", "joining", line.lang)
    if inside and line.tokens[position].folded in joining and any(i in line.heads for i in inside):
        return False  # ", and the Burkinabe prosecutor" is another person
    whole = stop > position and stop < len(line.tokens) and line.tokens[stop].text == ","
    agency = bool(inside) and any(i in line.in_agencies for i in list(inside)[:2])
    agency = agency or (0 < len(inside) < 3 and all(i in line.in_places for i in inside))
    return agency or (
        whole and all(line.tokens[i].capitalised or line.links(i) for i in inside) and stop - position < 6
    )


def _joins(line: Line, position: int, names: set[int]) -> bool:
    return position not in names and (line.links(position) or line.tokens[position].text in {"'s", "’s", "-"})


def _qualifies(line: Line, position: int) -> bool:
    """Tell whether the token can stand before a head: "Russian", "Indonesia's", "Additional"."""
    token = line.tokens[position]
    field = token.folded in vocabulary.words("roles", "word", line.lang) and token.capitalised
    return (
        position in line.modifiers
        or position in line.in_places
        or position in line.in_agencies
        or token.text in {"'s", "’s"}
        or field
    )


def _closing(line: Line, opening: int) -> int:
    for position in range(opening + 1, min(opening + 12, len(line.tokens))):
        if line.tokens[position].text == ")":
            return position
    return opening


def _role(line: Line, first: int, after: int) -> Role | None:
    connectors = vocabulary.words("roles", "connector", line.lang) | vocabulary.words("roles", "joining", line.lang)
    while after > first and (line.tokens[after - 1].folded in connectors or line.tokens[after - 1].text in {",", "("}):
        after -= 1
    while first < after and (line.tokens[first].folded in connectors or line.tokens[first].text in {",", ")"}):
        first += 1
    heads = [i for i in range(first, after) if i in line.heads]
    if not heads:
        return None
    start, end = line.tokens[first].start, line.tokens[after - 1].end
    weak = all(i in line.weak for i in heads)
    return Role(start, end, line.text[start:end], weak, all(i in line.titles for i in range(first, after)))
