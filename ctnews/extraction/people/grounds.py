"""What a person was read from: the words, and the rules that took them for it."""

from __future__ import annotations

from ctnews.extraction.facts import Ground, Person


def of_person(person: Person) -> tuple[Ground, ...]:
    """Give what a person was read from: the name and the role."""
    found = [Ground("name", person.name, *person.spans[0], "name tagger and names before it")]
    if person.role and person.role_spans:
        found.append(Ground("role", person.role, *person.role_spans[0], "role beside the name"))
    return tuple(found)
