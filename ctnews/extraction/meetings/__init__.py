"""Meetings: words that tell of one, what their sentences add, and who sat there; put together to accounts."""

from ctnews.extraction.meetings.find import Meeting, find_meetings

__all__ = ["Meeting", "find_meetings"]
