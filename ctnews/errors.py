"""The errors of ctnews: one base class, few children; each text says what, where and the cure."""

from __future__ import annotations


class CtnewsError(Exception):
    """Anything that ctnews itself reports as wrong."""


class InputError(CtnewsError, ValueError):
    """What the user gave cannot be used: a path, a parameter, a column."""


class FrameError(CtnewsError, ValueError):
    """A frame does not keep its contract (see `ctnews.frames`)."""


class LexiconError(CtnewsError, LookupError):
    """A lexicon table is missing or malformed."""


class StudyError(CtnewsError, RuntimeError):
    """A study on disk is missing, incomplete or of another version."""


class ReportError(CtnewsError, RuntimeError):
    """A report could not be run or published."""


class RunError(CtnewsError, RuntimeError):
    """Work that was split over several processes could not be done."""
