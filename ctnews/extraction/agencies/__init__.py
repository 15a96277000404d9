"""Agencies and international bodies: those of the table, those a text defines, those told by their make."""

from ctnews.extraction.agencies.find import affiliation, find_agencies

__all__ = ["affiliation", "find_agencies"]
