"""Web archives (WARC): the pages among the responses, record by record."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator
from typing import Any

from ctnews.reading.encoding import decode
from ctnews.reading.html import looks_like_html
from ctnews.reading.pages import read_page
from ctnews.reading.records import Outcome, completed
from ctnews.reading.rejected import NotTaken, Rejected, each_foreign, foreign
from ctnews.reading.streams import MAX_TEXT_BYTES, Entry

_PAGES = ("text/html", "application/xhtml+xml")
_TEXTS = ("text/plain",)
_PACKED = ("Content-Encoding", "Transfer-Encoding")
_NO_ANSWERS = ("warcinfo", "request", "metadata", "revisit", "continuation")
_GOOD = 200
_KINDS_NAMED = 5


def read_warc(entry: Entry) -> Iterator[Outcome]:
    """Give the articles of a web archive: the HTML and text of responses with status 200, resources and conversions.

    Records are numbered as they stand in the file, from 0. What else answered a request (other types, other
    statuses) is counted in one reject for the file; requests, metadata and revisits are no pages and passed over.
    """
    passed: Counter[str] = Counter()
    empty = True
    try:
        for number, record in enumerate(each_foreign(_records(entry), "The web archive")):
            outcome = _outcome(record, f"{entry.name}#{number}", passed)
            if outcome is not None:
                empty = False
                yield outcome
    except NotTaken:
        yield from _others(entry, passed)
        raise
    yield from _others(entry, passed)
    if empty and not passed:
        raise NotTaken("empty", "The web archive holds no page.")


def _outcome(record: Any, name: str, passed: Counter[str]) -> Outcome | None:
    """Give what becomes of a record; None where it is no page, which is counted if it answers a request."""
    try:
        kind = _kind(record)
        if kind in (*_PAGES, *_TEXTS):
            return _article(record, kind, name)
    except NotTaken as why:
        return why.of(name)
    passed.update([kind] if kind else [])
    return None


def _records(entry: Entry) -> Any:
    try:
        from fastwarc.warc import ArchiveIterator
    except ImportError as error:
        raise NotTaken("unsupported", "Web archives need another library: pip install 'ctnews[warc]'.") from error
    return ArchiveIterator(entry.stream, auto_decode="all")


def _kind(record: Any) -> str | None:
    """Give the type of what a record holds, `status 404` for what is none, None for what answers no request."""
    with foreign("The record"):
        kind = str(record.record_type).rpartition(".")[2]
        if kind == "response" and record.http_headers is not None:
            status = record.http_headers.status_code
            return str(record.http_content_type or _PAGES[0]) if status == _GOOD else f"status {status}"
        if kind in ("resource", "conversion"):
            return str(record.headers.get("Content-Type") or "").partition(";")[0].strip().lower() or _PAGES[0]
        if kind not in _NO_ANSWERS:
            raise NotTaken("unreadable", "The record is broken: it does not tell what it holds.")
        return None


def _article(record: Any, kind: str, name: str) -> dict[str, Any]:
    content = _content(record)
    text = decode(content, record.http_charset)
    article = read_page(text) if kind in _PAGES or looks_like_html(text) else {"text": text}
    if not article["text"].strip():
        raise NotTaken("empty", "The page holds nothing but white space.")
    address = article.get("url") or record.headers.get("WARC-Target-URI")
    digest = hashlib.sha256(content).hexdigest()[:16]
    return completed({"article_id": digest, "source": name, **article, "url": address})


def _content(record: Any) -> bytes:
    with foreign("The record"):
        length = record.content_length
        content: bytes = record.reader.read(MAX_TEXT_BYTES + 1)
        packed = record.http_headers is not None and any(map(record.http_headers.get, _PACKED))
    if len(content) > MAX_TEXT_BYTES:
        raise NotTaken("too_large", f"The page holds more than {MAX_TEXT_BYTES:,} bytes.")
    if not packed and len(content) < length:
        raise NotTaken("unreadable", "The web archive breaks off in this record.")
    if not content.strip():
        raise NotTaken("empty", "The page holds nothing.")
    return content


def _others(entry: Entry, passed: Counter[str]) -> Iterator[Rejected]:
    kinds = ", ".join(f"{count:,} {kind}" for kind, count in passed.most_common(_KINDS_NAMED))
    more = "" if len(passed) <= _KINDS_NAMED else f" and {len(passed) - _KINDS_NAMED} other kinds"
    if passed:
        detail = f"{passed.total():,} answers in the web archive are no pages: {kinds}{more}."
        yield Rejected(entry.name, "no_page", detail)
