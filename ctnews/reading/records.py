"""Records: what files of many articles hold, made into articles one by one."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from textwrap import shorten
from typing import Any

from ctnews.reading.columns import FIELDS, Columns, filled, named
from ctnews.reading.days import parse_day
from ctnews.reading.html import has_markup, looks_like_html, text_of
from ctnews.reading.pages import read_page
from ctnews.reading.rejected import NotTaken, Rejected, foreign, storable, told
from ctnews.reading.streams import MAX_TEXT_BYTES, Entry

Outcome = dict[str, Any] | Rejected

_MAX_WAITING = 10_000
_COLUMNS_KEPT = 100
_COLUMNS_NAMED = 300
_NAMES = ("author", "outlet")
_NAME_IT = "Name the column that holds it: columns={'text': NAME} or --column text=NAME."


def articles(records: Iterable[Any], entry: Entry, *, numbered: bool = True) -> Iterator[Outcome]:
    """Give the article of every record, or its reject; one reject for the file where no record has a text column.

    A record that could not be got is a `NotTaken` among the records. Raises `NotTaken` where there is no record.
    """
    number, waiting = -1, _Waiting(entry)
    try:
        for number, record in enumerate(records):
            if isinstance(record, dict) and not waiting.over and not waiting.ends_with(record):
                waiting.add(number, record)
                continue
            yield from waiting.rejects() if waiting.over else ()
            yield _outcome(record, f"{entry.name}#{number}" if numbered else entry.name, entry.columns)
    except NotTaken:
        yield from waiting.rejects()
        raise
    if number < 0:
        raise NotTaken("empty", "The file holds no record.")
    waiting.check()


class _Waiting:
    """The first records of a file, without text, until one with text comes: one reject a record, or one for all."""

    def __init__(self, entry: Entry) -> None:
        self._entry, self.over = entry, False
        self._numbers: list[int] = []
        self._more = 0
        self._columns: dict[str, None] = {}

    def ends_with(self, record: Mapping[str, Any]) -> bool:
        """Tell whether this is the first record with a place for text."""
        self.over = self._entry.columns.has_text(record)
        return self.over

    def add(self, number: int, record: Mapping[str, Any]) -> None:
        """Keep a record's number, and the names of its columns."""
        if len(self._numbers) < _MAX_WAITING:
            self._numbers.append(number)
            self._columns.update(dict.fromkeys(map(str, record)) if len(self._columns) < _COLUMNS_KEPT else {})
        else:
            self._more += 1

    def rejects(self) -> Iterator[Rejected]:
        """Give the rejects of those that wait, once."""
        for number in self._numbers:
            yield Rejected(f"{self._entry.name}#{number}", "no_text", f"No column of the record holds text. {_NAME_IT}")
        if self._more:
            yield Rejected(self._entry.name, "no_text", f"{self._more:,} more records hold no text. {_NAME_IT}")
        self._numbers, self._more = [], 0

    def check(self) -> None:
        """Raise `NotTaken` for the file where no record has a place for text."""
        if self._numbers:
            found = shorten(", ".join(self._columns), _COLUMNS_NAMED, placeholder=", ...") or "none"
            raise NotTaken("no_text", f"No column holds article text; columns found: {found}. {_NAME_IT}")


def completed(article: Mapping[str, Any]) -> dict[str, Any]:
    """Give an article as a row of `frames.RAW`: texts that can be stored, an address, a day."""
    row = {name: storable(value) if isinstance(value, str) else value for name, value in article.items()}
    return {**row, "published": parse_day(row.get("published"))}


def _outcome(record: Any, name: str, columns: Columns) -> Outcome:
    try:
        return _article(record, name, columns)
    except NotTaken as why:
        return why.of(name)


def _article(record: Any, name: str, columns: Columns) -> dict[str, Any]:
    if isinstance(record, NotTaken):
        raise record
    if not isinstance(record, dict):
        raise NotTaken("malformed", "The record is no mapping of columns to values.")
    if not columns.has_text(record):
        raise NotTaken("no_text", f"No column of the record holds text. {_NAME_IT}")
    inner = columns.unwrapped(record)
    fields = {field: _text(columns.value(inner, field), field) for field in FIELDS}
    extracted = _body(fields.pop("text") or "")
    stated = {field: value for field, value in fields.items() if value}
    return completed({**extracted, "article_id": _digest(record), "source": name, **stated})


def _digest(record: Any) -> str:
    try:
        canonical = json.dumps(record, sort_keys=True, ensure_ascii=False, separators=(",", ":"), default=str)
    except (TypeError, ValueError, RecursionError) as error:
        raise NotTaken("malformed", f"The record cannot be read: {told(error)}.") from error
    return hashlib.sha256(canonical.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _body(text: str) -> dict[str, Any]:
    if len(text) > MAX_TEXT_BYTES:
        raise NotTaken("too_large", f"The record's text has more than {MAX_TEXT_BYTES:,} characters.")
    text = storable(text)
    if looks_like_html(text):
        return read_page(text)
    with foreign("The record's text"):
        marked = has_markup(text)
        plain = text_of(text) if marked else text
    if not plain.strip():
        raise NotTaken("empty", "The record's text is empty.")
    return {"text": plain, "form": "body" if marked else None}


def _text(value: Any, field: str) -> str | None:
    """Give a value as text; a number is no name, and the parts of a text stand one below the other."""
    if isinstance(value, list | tuple):
        parts = [part for item in value if (part := _text(item, field))]
        return ("\n\n" if field == "text" else ", ").join(parts) or None
    value = named(value, field)
    if isinstance(value, bytes):
        value = value.decode("utf-8", errors="replace")
    if not filled(value) or (field in _NAMES and not isinstance(value, str)):
        return None
    return str(value).strip("\ufeff")
