"""Persons: names, what belongs to one person, roles, countries and agencies."""

from ctnews.extraction.people.find import find_people
from ctnews.extraction.people.tagger import NameTagger

__all__ = ["NameTagger", "find_people"]
