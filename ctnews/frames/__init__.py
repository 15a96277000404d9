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
    GROUNDS,
    MEETING_MENTIONS,
    MEETINGS,
    MENTIONS,
    PASSAGES,
    PEOPLE,
    STUDY_FRAMES,
)

__all__ = [
    "ACTORS",
    "AGENCIES",
    "AGENCY_MENTIONS",
    "AGREEMENTS",
    "ARTICLES",
    "COMMITMENTS",
    "DATES",
    "GROUNDS",
    "MEETINGS",
    "MEETING_MENTIONS",
    "MENTIONS",
    "PASSAGES",
    "PEOPLE",
    "RAW",
    "REJECTS",
    "SERIES",
    "STUDY_FRAMES",
    "TRIAGE",
    "Column",
    "Contract",
    "conform",
    "empty",
    "put_together",
]
