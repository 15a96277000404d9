"""Formats: which reader takes what, by the extension of its name."""

from __future__ import annotations

import bz2
import gzip
import hashlib
import lzma
from collections.abc import Callable, Iterator
from pathlib import PurePosixPath
from typing import Any

from ctnews.reading.archives import tar_members, zip_members
from ctnews.reading.columns import Columns
from ctnews.reading.csv_records import read_csv
from ctnews.reading.encoding import decode
from ctnews.reading.feeds import read_feed
from ctnews.reading.files import Source, opened
from ctnews.reading.html import looks_like_html
from ctnews.reading.json_records import read_json, read_json_lines
from ctnews.reading.pages import read_page
from ctnews.reading.parquet import read_parquet
from ctnews.reading.records import completed
from ctnews.reading.rejected import NotTaken, Rejected, foreign
from ctnews.reading.sheets import read_workbook
from ctnews.reading.streams import MAX_TEXT_BYTES, Allowance, Entry
from ctnews.reading.warc import read_warc

Article = dict[str, Any]

MAX_DEPTH = 4
"""How many times over things may be packed."""

_FORMATS = {
    "text": (".txt", ".text", ".md"),
    "HTML": (".html", ".htm", ".xhtml", ".shtml"),
    "JSON": (".json",),
    "JSON Lines": (".jsonl", ".ndjson", ".jl"),
    "CSV": (".csv", ".tsv", ".tab"),
    "workbook": (".xlsx", ".xlsm"),
    "Parquet": (".parquet", ".pq"),
    "feed": (".rss", ".atom", ".rdf", ".xml"),
    "WARC": (".warc", ".wet"),
    "zip": (".zip",),
    "tar": (".tar",),
}
_FORMAT_OF = {extension: name for name, extensions in _FORMATS.items() for extension in extensions}
_SHORT = {".tgz": ".tar.gz", ".tbz": ".tar.bz2", ".tbz2": ".tar.bz2", ".txz": ".tar.xz", ".tzst": ".tar.zst"}
_CURES = {
    ".xls": "save it as .xlsx or .csv",
    ".ods": "save it as .xlsx or .csv",
    ".pdf": "save its text as .txt",
    ".doc": "save its text as .txt",
    ".docx": "save its text as .txt",
    ".rtf": "save its text as .txt",
    ".odt": "save its text as .txt",
    ".mht": "save the page as .html",
    ".mhtml": "save the page as .html",
    ".rar": "unpack it and give the folder",
    ".7z": "unpack it and give the folder",
}


def read_source(
    source: Source, columns: Columns | None = None, seen: Callable[[int], None] = lambda _: None
) -> Iterator[Article | Rejected]:
    """Give the articles of a file as rows of `frames.RAW`, and a reject for whatever is not taken."""
    try:
        with opened(source, seen) as stream:
            yield from read_entry(Entry(source.name, source.name, stream, columns or Columns(), Allowance(source.size)))
    except NotTaken as why:
        yield why.of(source.name)


def read_entry(entry: Entry) -> Iterator[Article | Rejected]:
    """Give the articles of a file, or of what is packed in one, and a reject for whatever is not taken."""
    try:
        yield from _read(entry)
    except NotTaken as why:
        yield why.of(entry.name)


def format_of(name: str) -> str | None:
    """Give the name of the format that a file's name tells, whatever it is packed with.

    >>> format_of("a/b.jsonl.gz"), format_of("pages.tgz"), format_of("picture.png")
    ('JSON Lines', 'tar', None)
    """
    return _FORMAT_OF.get(_extension(_bare(name)))


def _extension(name: str) -> str:
    return PurePosixPath(name).suffix.lower()


def _bare(name: str) -> str:
    """Give a name without the extensions of what it is packed with."""
    while _extension(name := _long(name)) in _PACKINGS:
        name = name[: -len(_extension(name))]
    return name


def _long(name: str) -> str:
    extension = _extension(name)
    return name[: -len(extension)] + _SHORT[extension] if extension in _SHORT else name


def _read(entry: Entry) -> Iterator[Article | Rejected]:
    if entry.depth > MAX_DEPTH:
        raise NotTaken("nested", f"It is packed more than {MAX_DEPTH} times over; unpack it and give the folder.")
    file = _long(entry.file)
    extension = _extension(file)
    name = _FORMAT_OF.get(extension)
    if extension in _PACKINGS:
        with foreign("The file"):
            inner = _PACKINGS[extension](entry.stream)
        yield from _read(entry.unpacked(file[: -len(extension)], inner))
    elif name in _ARCHIVES:
        for member in _ARCHIVES[name](entry):
            if isinstance(member, Rejected):
                yield member
            else:
                yield from read_entry(member)
    elif name in _READERS:
        yield from _READERS[name](entry)
    else:
        yield _single(entry)


def _single(entry: Entry) -> Article:
    """Give the one article of a file; one of an unknown extension is taken if it begins as a page does."""
    extension = _extension(entry.file)
    known = _FORMAT_OF.get(extension)
    if known is None:
        _refuse_unless_page(entry, extension)
    content = entry.content(MAX_TEXT_BYTES)
    text = decode(content)
    page = known == "HTML" or looks_like_html(text)
    article = read_page(text) if page else {"text": text}
    if not str(article["text"]).strip():
        raise NotTaken("empty", "The file holds nothing but white space.")
    digest = hashlib.sha256(content).hexdigest()[:16]
    return completed({"article_id": digest, "source": entry.name, **article})


def _refuse_unless_page(entry: Entry, extension: str) -> None:
    head: bytes = entry.stream.peek(1024)[:1024]  # type: ignore[attr-defined]
    if not looks_like_html(head.decode("utf-8", errors="replace").lstrip("\ufeff")):
        cure = _CURES.get(extension, "if it holds text, give it the extension .txt")
        kind = f"of type {extension!r}" if extension else "without extension"
        raise NotTaken("unsupported", f"Files {kind} are not read; {cure}.")


def _read_xml(entry: Entry) -> Iterator[Article | Rejected]:
    head: bytes = entry.stream.peek(1024)[:1024]  # type: ignore[attr-defined]
    page = looks_like_html(head.decode("utf-8", errors="replace").lstrip("\ufeff"))
    yield from [_single(entry)] if page else read_feed(entry)


def _unzstd(stream: Any) -> Any:
    import pyarrow as pa

    return pa.CompressedInputStream(pa.PythonFile(stream, mode="r"), "zstd")


_PACKINGS: dict[str, Callable[[Any], Any]] = {
    ".gz": lambda stream: gzip.GzipFile(fileobj=stream, mode="rb"),
    ".bz2": bz2.BZ2File,
    ".xz": lzma.LZMAFile,
    ".lzma": lzma.LZMAFile,
    ".zst": _unzstd,
}
_ARCHIVES: dict[str | None, Callable[[Entry], Iterator[Entry | Rejected]]] = {"zip": zip_members, "tar": tar_members}
_READERS: dict[str | None, Callable[[Entry], Iterator[Article | Rejected]]] = {
    "JSON": read_json,
    "JSON Lines": read_json_lines,
    "CSV": read_csv,
    "workbook": read_workbook,
    "Parquet": read_parquet,
    "feed": _read_xml,
    "WARC": read_warc,
}
