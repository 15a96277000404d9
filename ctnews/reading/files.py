"""Files: walking folders, reading bytes within limits, decoding."""

from __future__ import annotations

import codecs
import gzip
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from ctnews.errors import InputError
from ctnews.reading.rejected import NotTaken

MAX_TEXT_BYTES = 20_000_000
"""The most a file that holds one article may hold, unpacked."""

MAX_TABLE_BYTES = 2_000_000_000
"""The most a file of records may hold, unpacked."""

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CHARSET_SAMPLE = 100_000
_BINARY_SAMPLE = 4_096
_DAMAGED = "\N{REPLACEMENT CHARACTER}"


@dataclass(frozen=True, slots=True)
class Source:
    """A file to read and its name relative to the input."""

    path: Path
    name: str

    @property
    def extension(self) -> str:
        """The extension that tells the format, without `.gz`."""
        suffixes = [suffix.lower() for suffix in self.path.suffixes]
        if suffixes[-1:] == [".gz"]:
            suffixes.pop()
        return suffixes[-1] if suffixes else ""

    @property
    def packed(self) -> bool:
        """Whether the file is gzipped."""
        return self.path.suffix.lower() == ".gz"


def walk(paths: Iterable[Path]) -> Iterator[Source]:
    """Give the files under the paths in sorted order; hidden files and folders are skipped.

    Raises `InputError` where a path does not exist.
    """
    for path in paths:
        if path.is_dir():
            files = sorted(inner for inner in path.rglob("*") if inner.is_file() or inner.is_symlink())
            names = ((inner, inner.relative_to(path)) for inner in files)
            visible = ((inner, name) for inner, name in names if not any(part[0] == "." for part in name.parts))
            yield from (Source(inner, name.as_posix()) for inner, name in visible if not inner.is_dir())
        elif path.exists():
            yield Source(path, path.name)
        else:
            raise InputError(f"There is no file or folder {str(path)!r}; give one that exists.")


def read_bytes(source: Source, limit: int) -> bytes:
    """Give the file's bytes, unpacked; raises `NotTaken`."""
    try:
        return _read_bytes(source, limit)
    except FileNotFoundError as error:
        raise NotTaken("vanished", "The file was there when the folder was listed and is gone now.") from error
    except (OSError, EOFError, zlib.error) as error:
        raise NotTaken("unreadable", f"The file cannot be read: {error}.") from error


def _read_bytes(source: Source, limit: int) -> bytes:
    with gzip.open(source.path, "rb") if source.packed else source.path.open("rb") as file:
        content = file.read(limit + 1)
    if len(content) > limit:
        raise NotTaken("too_large", f"The file holds more than {limit:,} bytes.")
    if not content.strip():
        raise NotTaken("empty", "The file holds nothing.")
    return content


def decode(content: bytes) -> str:
    """Give the text of the bytes: by byte-order mark, as UTF-8 even if damaged here and there, else as detected.

    Raises `NotTaken` where the bytes are no text.

    >>> decode("Agência".encode("utf-16"))
    'Agência'
    """
    for bom, encoding in _BOMS:
        if content.startswith(bom):
            return _strict(content, encoding)
    if b"\0" in content[:_BINARY_SAMPLE]:
        raise NotTaken("binary", "The file holds binary data, not text.")
    text = content.decode("utf-8", errors="replace")
    damaged = text.count(_DAMAGED)
    if damaged <= sum(character > "\x7f" for character in text) - damaged:
        return text
    return content.decode(_detected(content), errors="replace")


def _strict(content: bytes, encoding: str) -> str:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as error:
        raise NotTaken("unreadable", f"The file begins as {encoding} but is not: {error.reason}.") from error


def _detected(content: bytes) -> str:
    from charset_normalizer import from_bytes

    best = from_bytes(content[:_CHARSET_SAMPLE]).best()
    return best.encoding if best else "cp1252"
