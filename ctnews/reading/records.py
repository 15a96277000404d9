"""Records: JSON, JSON lines and CSV whose columns are guessed by their names."""

from __future__ import annotations

import csv
import hashlib
import io
import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from ctnews.reading.days import parse_day
from ctnews.reading.files import MAX_TEXT_BYTES
from ctnews.reading.html import has_markup, looks_like_html, read_html, text_of
from ctnews.reading.rejected import NotTaken, Rejected

Record = Mapping[str, Any]
Outcome = dict[str, Any] | Rejected

COLUMNS: dict[str, tuple[str, ...]] = {
    "text": (
        "text",
        "body",
        "content",
        "articlebody",
        "maintext",
        "fulltext",
        "bodytext",
        "articletext",
        "rawtext",
        "plaintext",
        "contenttext",
        "html",
        "contenthtml",
        "rawhtml",
    ),
    "title": ("title", "headline", "name"),
    "url": ("url", "link", "sourceurl", "uri", "canonicalurl", "permalink", "externalurl"),
    "published": (
        "published",
        "date",
        "pubdate",
        "datepublish",
        "datepublished",
        "publishdate",
        "publisheddate",
        "publishedat",
        "publicationdate",
        "pubtime",
        "firstpublished",
        "datetime",
        "timestamp",
    ),
    "outlet": ("outlet", "source", "sitename", "sourcename", "publisher", "publication", "domain", "sourcedomain"),
    "author": ("author", "authors", "byline", "creator"),
}
"""Names of columns, without case, blanks and underscores, that hold each column of `frames.RAW`; the first counts."""

_DELIMITERS = ",;\t|"


def read_json(text: str, source: str) -> Iterator[Outcome]:
    """Give the articles of a JSON file: one record, a list of records, or a record that holds such a list."""
    try:
        content = _loads(text)
    except (ValueError, RecursionError) as error:
        raise NotTaken("malformed", f"The file is no JSON: {error}.") from error
    if isinstance(content, dict) and not _column(content, "text"):
        content = next((value for value in content.values() if _is_records(value)), content)
    if isinstance(content, dict):
        yield from _articles([content], source, numbered=False)
    elif isinstance(content, list):
        yield from _articles(content, source)
    else:
        raise NotTaken("malformed", "The file holds neither a record nor a list of records.")


def read_json_lines(text: str, source: str) -> Iterator[Outcome]:
    """Give the articles of a file with one JSON record a line."""
    yield from _articles((_parsed(line) for line in text.split("\n") if line.strip()), source)


def read_csv(text: str, source: str) -> Iterator[Outcome]:
    """Give the articles of a CSV file whose first line names the columns."""
    delimiter = max(_DELIMITERS, key=text.split("\n", 1)[0].count)
    limit = csv.field_size_limit(MAX_TEXT_BYTES)
    try:
        rows = list(csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter))
    except csv.Error as error:
        raise NotTaken("malformed", f"The file is no CSV: {error}.") from error
    finally:
        csv.field_size_limit(limit)
    if not rows:
        raise NotTaken("empty", "The file holds a line of column names at most.")
    yield from _articles([{key: value for key, value in row.items() if key} for row in rows], source)


def _parsed(line: str) -> Any:
    try:
        return _loads(line)
    except (ValueError, RecursionError) as error:
        return NotTaken("malformed", f"The line is no JSON: {error}.")


def _loads(text: str) -> Any:
    """Parse JSON; figures that are none (NaN) become null."""
    return json.loads(text, parse_constant=lambda _: None)


def _articles(records: Iterable[Any], source: str, *, numbered: bool = True) -> Iterator[Outcome]:
    given = list(records)
    columns = {str(key): None for record in given if isinstance(record, dict) for key in record}
    if columns and not _column(columns, "text"):
        detail = f"No column holds article text; columns found: {', '.join(columns)}."
        raise NotTaken("no_text", detail)
    if not given:
        raise NotTaken("empty", "The file holds no record.")
    for number, record in enumerate(given):
        name = f"{source}#{number}" if numbered else source
        try:
            yield _article(record, name)
        except NotTaken as why:
            yield why.of(name)


def _article(record: Any, name: str) -> dict[str, Any]:
    if isinstance(record, NotTaken):
        raise record
    if not isinstance(record, dict):
        raise NotTaken("malformed", "The record is no mapping of columns to values.")
    canonical = json.dumps(record, sort_keys=True, ensure_ascii=False, separators=(",", ":"), default=str)
    article = {"article_id": hashlib.sha256(canonical.encode("utf-8", "surrogatepass")).hexdigest()[:16]}
    fields = {field: _text(record, field) for field in COLUMNS}
    extracted = _body(fields.pop("text") or "")
    told = {field: value for field, value in fields.items() if value}
    merged = {**extracted, **article, "source": name, **told}
    return {**merged, "published": parse_day(merged.get("published"))}


def _body(text: str) -> dict[str, Any]:
    if looks_like_html(text):
        return read_html(text)
    plain = text_of(text) if has_markup(text) else text
    if not plain.strip():
        raise NotTaken("empty", "The record's text is empty.")
    return {"text": plain}


def _text(record: Record, field: str) -> str | None:
    column = _column(record, field)
    value = _named(record[column]) if column else None
    if isinstance(value, list):
        value = ", ".join(str(_named(item)) for item in value)
    return str(value).strip("\ufeff") if value not in (None, "") else None


def _named(value: Any) -> Any:
    """Give what a nested record is called, as in `{"author": {"name": ...}}`."""
    return value.get("name") or value.get("title") if isinstance(value, dict) else value


def _column(record: Record, field: str) -> str | None:
    """Give the record's column for a field; of several the first named in `COLUMNS` that is filled."""
    names = {str(key).lower().replace("_", "").replace("-", "").replace(" ", "").strip("\ufeff"): key for key in record}
    present = [names[name] for name in COLUMNS[field] if name in names]
    filled = [column for column in present if record[column] not in (None, "")]
    return next(iter(filled or present), None)


def _is_records(value: Any) -> bool:
    return isinstance(value, list) and any(isinstance(item, dict) for item in value)
