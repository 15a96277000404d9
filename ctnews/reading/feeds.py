"""Feeds (RSS, Atom): entries, with their whole text where the feed carries it, else with their summary."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

from ctnews.reading.records import Outcome, articles
from ctnews.reading.rejected import NotTaken, foreign, told
from ctnews.reading.streams import MAX_TEXT_BYTES, Entry


def read_feed(entry: Entry) -> Iterator[Outcome]:
    """Give the articles of a feed; where it breaks off, a reject tells so after the entries that were read."""
    import feedparser

    content = entry.content(MAX_TEXT_BYTES)
    with foreign("The feed"):
        feed = feedparser.parse(io.BytesIO(content), sanitize_html=False, resolve_relative_uris=False)
        records = [_record(each, feed.feed.get("title")) for each in feed.entries]
    if not records:
        why = f": {told(feed.bozo_exception)}" if feed.bozo and feed.version else ""
        raise NotTaken("unsupported", f"The file is no feed (RSS, Atom) with entries{why}.")
    yield from articles(records, entry)
    if feed.bozo and not isinstance(feed.bozo_exception, _harmless()):
        detail = f"The feed is broken: {told(feed.bozo_exception)}; entries after the break are not read."
        raise NotTaken("malformed", detail)


def _harmless() -> tuple[type[Exception], ...]:
    from feedparser import exceptions

    return (exceptions.CharacterEncodingOverride, exceptions.NonXMLContentType)


def _record(entry: Any, outlet: str | None) -> dict[str, Any]:
    bodies = [body.get("value") or "" for body in entry.get("content", ())]
    source = entry.get("source") or {}
    authors = [author.get("name") for author in entry.get("authors", ()) if author.get("name")]
    record = {
        "text": max([*bodies, entry.get("summary") or ""], key=len),
        "title": entry.get("title"),
        "url": entry.get("link"),
        "published": dict.get(entry, "published") or dict.get(entry, "updated"),  # its own get warns of the one
        "outlet": source.get("title") or outlet,
        "author": authors or entry.get("author"),
    }
    return {name: value for name, value in record.items() if value or name == "text"}
