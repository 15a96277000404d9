"""Formats: which reader takes a file, by its extension."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import Any

from ctnews.reading.files import MAX_TABLE_BYTES, MAX_TEXT_BYTES, Source, decode, read_bytes
from ctnews.reading.html import looks_like_html, read_html
from ctnews.reading.records import read_csv, read_json, read_json_lines
from ctnews.reading.rejected import NotTaken, Rejected

Article = dict[str, Any]

_TEXT = {".txt", ".text", ".md"}
_HTML = {".html", ".htm"}
_RECORDS = {".json": read_json, ".jsonl": read_json_lines, ".ndjson": read_json_lines, ".csv": read_csv}


def read_source(source: Source) -> Iterator[Article | Rejected]:
    """Give the articles of a file as rows of `frames.RAW`, and a reject for whatever is not taken."""
    try:
        if source.extension in _TEXT | _HTML:
            yield _single(source)
        elif source.extension in _RECORDS:
            text = decode(read_bytes(source, MAX_TABLE_BYTES))
            yield from _RECORDS[source.extension](text, source.name)
        else:
            raise NotTaken("unsupported", f"Files of type {source.extension or 'without extension'!r} are not read.")
    except NotTaken as why:
        yield why.of(source.name)


def _single(source: Source) -> Article:
    content = read_bytes(source, MAX_TEXT_BYTES)
    text = decode(content)
    article = read_html(text) if source.extension in _HTML or looks_like_html(text) else {"text": text}
    if not str(article["text"]).strip():
        raise NotTaken("empty", "The file holds nothing but white space.")
    return {"article_id": hashlib.sha256(content).hexdigest()[:16], "source": source.name, **article}
