"""JSON and JSON Lines: records, one after the other, however large the file.

A large file is read by the standard parser over a window that moves along the text: ids stay those of the whole
file, and what crawlers write (NaN, several records in a row, other encodings than UTF-8) is read, all of which
ijson refuses.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any

from ctnews.reading.columns import Columns
from ctnews.reading.encoding import Lines, decode, encoding_of, texts
from ctnews.reading.records import Outcome, articles
from ctnews.reading.rejected import NotTaken, Skipped, told
from ctnews.reading.streams import MAX_TEXT_BYTES, Entry, head_of, read_some

_DECODER = json.JSONDecoder(parse_constant=lambda _: None)  # figures that are none (NaN) become null
_MAX_WRAPPERS = 4
_BEGINNING = 1_000
_LIST = re.compile(r"\ufeff?\s*\[\s*\{")
_SPACE = " \t\r\n\ufeff"


def read_json(entry: Entry) -> Iterator[Outcome]:
    """Give the articles of a JSON file: one record, a list of records, or a record that holds such a list."""
    head = head_of(entry.stream, MAX_TEXT_BYTES + 1)
    if not head.strip():
        raise NotTaken("empty", "The file holds nothing.")
    if len(head) > MAX_TEXT_BYTES:
        yield from _streamed(entry, head)
        return
    text = decode(head)
    try:
        content = _loads(text)
    except (ValueError, RecursionError):
        yield from _streamed(entry, head)
        return
    found = _records(content, entry.columns)
    if found is None:
        raise NotTaken("malformed", "The file holds neither a record nor a list of records.")
    yield from articles(found, entry, numbered=not any(record is content for record in found[:1]))
    read_some(entry.stream)  # raises where the file is broken after all


def read_json_lines(entry: Entry) -> Iterator[Outcome]:
    """Give the articles of a file with one JSON record a line; one that is a list of records is read as JSON."""
    head: bytes = entry.stream.peek()[:_BEGINNING]  # type: ignore[attr-defined]
    if _LIST.match(head.decode(encoding_of(head), errors="replace")):
        yield from read_json(entry)
    else:
        yield from articles(_parsed(Lines(entry.stream)), entry)


def _streamed(entry: Entry, head: bytes) -> Iterator[Outcome]:
    """Read a file that is large or broken, as far as it can be read."""
    if _is_lines(head):
        records = _parsed(Lines(entry.stream, head))
    else:
        records = Window(texts(entry.stream, head), entry.columns).records()
    yield from articles(records, entry)


def _is_lines(head: bytes) -> bool:
    line, broken, rest = head.partition(b"\n")
    try:
        return bool(broken and rest.strip() and isinstance(_loads(line.decode("utf-8", "replace")), dict))
    except (ValueError, RecursionError):
        return False


def _parsed(lines: Lines) -> Iterator[Any]:
    while True:
        try:
            line = next(lines)
        except StopIteration:
            return
        except Skipped as why:
            yield why
            continue
        if line.strip(_SPACE):
            yield _line(line)


def _line(line: str) -> Any:
    try:
        return _loads(line)
    except (ValueError, RecursionError) as error:
        return NotTaken("malformed", f"The line is no JSON: {told(error)}.")


def _loads(text: str) -> Any:
    return _DECODER.decode(text.lstrip("\ufeff"))


def _records(content: Any, columns: Columns) -> Any:
    """Give the list of records that content is or holds, or a single record as a list; None where it is neither."""
    if isinstance(content, list):
        return content
    if not isinstance(content, dict):
        return None
    if columns.has_text(content, leads=False):
        return [content]
    held = max(_lists(content, columns), key=lambda each: _has_text(each, columns), default=None)
    if held is None or (columns.has_text(content) and not _has_text(held, columns)):
        return [content]
    return held


def _lists(content: dict[str, Any], columns: Columns, depth: int = 0) -> Iterator[list[Any]]:
    """Give the lists of records that a record holds, itself or some way down."""
    for value in content.values():
        if isinstance(value, list) and any(map(_is_record, value)):
            yield value
    for value in content.values():
        if isinstance(value, dict) and depth < _MAX_WRAPPERS:
            yield from _lists(value, columns, depth + 1)


def _has_text(records: list[Any], columns: Columns) -> bool:
    return any(columns.has_text(record) for record in records if _is_record(record))


def _is_record(value: Any) -> bool:
    return isinstance(value, dict)


class Window:
    """JSON text that comes in pieces, of which a part is held that grows until the next value is whole."""

    def __init__(self, pieces: Iterable[str], columns: Columns) -> None:
        self._pieces, self._columns = iter(pieces), columns
        self._text, self._at = "", 0

    def records(self) -> Iterator[Any]:
        """Give the records of the list that the text is or holds, or those that stand in a row."""
        opening = self._peek()
        if opening == "[":
            yield from self._items()
        elif opening == "{":
            yield from self._row_or_list()
        if self._peek():
            raise self._malformed("there is more than one value")

    def _row_or_list(self) -> Iterator[Any]:
        try:
            first = self._value()
        except NotTaken:  # too long for a record, or cut off: it may hold a list of them
            yield from self._inside(0)
            return
        if not self._peek():
            yield from _records(first, self._columns)
            return
        yield first
        while self._peek() == "{":
            yield self._value()

    def _inside(self, depth: int) -> Iterator[Any]:
        """Give the records of the first list of records in an object."""
        self._take("{")
        while self._peek() == '"':
            self._value()
            self._take(":")
            opening = self._peek()
            if opening == "[":
                yield from filter(_is_record, self._items())
            elif opening == "{" and depth < _MAX_WRAPPERS:
                yield from self._inside(depth + 1)
            else:
                self._value()
            if self._peek() != ",":
                break
            self._take(",")
        self._take("}")

    def _items(self) -> Iterator[Any]:
        self._take("[")
        while self._peek() not in ("]", ""):
            yield self._value()
            if self._peek() != ",":
                break
            self._take(",")
        self._take("]")

    def _peek(self) -> str:
        while True:
            while self._at < len(self._text) and self._text[self._at] in _SPACE:
                self._at += 1
            if self._at < len(self._text):
                return self._text[self._at]
            if not self._grow():
                return ""

    def _take(self, character: str) -> None:
        if self._peek() != character:
            raise self._malformed(f"{character!r} is missing")
        self._at += 1

    def _value(self) -> Any:
        while True:
            try:
                value, end = _DECODER.raw_decode(self._text, self._at)
            except (ValueError, RecursionError) as error:
                if len(self._text) - self._at > MAX_TEXT_BYTES or not self._grow():
                    raise self._malformed(told(error)) from error
                continue
            if end < len(self._text) or not self._grow():  # a number at the edge may go on
                self._at = end
                return value

    def _grow(self) -> bool:
        """Take in as much again as is held, so that a long value is not parsed over and over."""
        pieces, wanted = [self._text[self._at :]], max(len(self._text) - self._at, 1)
        for piece in self._pieces:
            pieces.append(piece)
            wanted -= len(piece)
            if wanted <= 0:
                break
        grown = any(pieces[1:])
        self._text, self._at = "".join(pieces), 0
        return grown

    def _malformed(self, why: str) -> NotTaken:
        return NotTaken("malformed", f"The file is no JSON from here on: {why}. What stands before it was read.")
