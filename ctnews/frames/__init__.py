"""The frames of a study: every column's name, dtype and meaning, and how a frame is made to keep them."""

from ctnews.frames.contract import Column, Contract, conform, empty, put_together
from ctnews.frames.series import SERIES
from ctnews.frames.sources import RAW, REJECTS, TRIAGE
from ctnews.frames.tables import (
    ACTORS,
    AGENCIES,
    AGENCY_MENTIONS,
    AGREEMENTS,
    ARTICLES,
    COMMITMENTS,
    DATES,
    MEETING_MENTIONS,
    MEETINGS,
    MENTIONS,
    PASSAGES,
    PEOPLE,
    STUDY_FRAMES,
)
from ctnews.frames.traces import CORRECTIONS, FOLLOW_UPS, GROUNDS, LIFE, LINKS, ROLES

__all__ = [
    "ACTORS",
    "AGENCIES",
    "AGENCY_MENTIONS",
    "AGREEMENTS",
    "ARTICLES",
    "COMMITMENTS",
    "CORRECTIONS",
    "DATES",
    "FOLLOW_UPS",
    "GROUNDS",
    "LIFE",
    "LINKS",
    "MEETINGS",
    "MEETING_MENTIONS",
    "MENTIONS",
    "PASSAGES",
    "PEOPLE",
    "RAW",
    "REJECTS",
    "ROLES",
    "SERIES",
    "STUDY_FRAMES",
    "TRIAGE",
    "Column",
    "Contract",
    "conform",
    "empty",
    "put_together",
]
