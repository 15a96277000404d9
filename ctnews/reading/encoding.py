"""Encodings: which one bytes are in, and their text, at once or line by line."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from itertools import chain
from typing import BinaryIO

from ctnews.reading.rejected import NotTaken, Skipped
from ctnews.reading.streams import MAX_TEXT_BYTES, chunks_of, head_of, joined

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_BINARIES = (b"%PDF-", b"PK\3\4", b"\x1f\x8b", b"\x89PNG", b"\xff\xd8\xff", b"\xd0\xcf\x11\xe0", b"\xfd7zXZ", b"PAR1")
_CHARSET_SAMPLE = 100_000
_BINARY_SAMPLE = 4_096
_HEAD = 1_000_000
_DAMAGED = "\N{REPLACEMENT CHARACTER}"
_CONTROL = bytes({*range(32), 127} - {*b"\t\n\v\f\r\x1b"})
_MOST_CONTROLS = 0.05
_ASCII = bytes(range(128))
_COMMONEST = "cp1252"
_FEW_LETTERS = 30
_DECLARED = re.compile(rb"(?:charset|encoding)\s*=", re.IGNORECASE)
_MANY, _FEW = 0.3, 0.05


def decode(content: bytes, declared: str | None = None) -> str:
    """Give the text of the bytes: by byte-order mark, as UTF-8 even if damaged here and there, as declared or detected.

    Raises `NotTaken` where the bytes are no text.

    >>> decode("Agência".encode("utf-16"))
    'Agência'
    """
    encoding = encoding_of(content, declared)
    if encoding.startswith(("utf-16", "utf-32", "utf-8-sig")):
        return _strict(content, encoding)
    return content.decode(encoding, errors="replace")


def encoding_of(content: bytes, declared: str | None = None) -> str:
    """Give the name of the encoding that bytes are in; raises `NotTaken` where they are no text."""
    for bom, encoding in _BOMS:
        if content.startswith(bom):
            return encoding
    sample = content[:_BINARY_SAMPLE]
    wide = _wide(sample) if b"\0" in sample else None
    if wide:
        return wide
    if content.startswith(_BINARIES) or _controls(sample):
        raise NotTaken("binary", "The file holds binary data, not text; give it the extension of its format.")
    if _is_utf_8(content):
        return "utf-8"
    return declared if declared and _is_in(content, declared) else _detected(content)


def _is_in(content: bytes, encoding: str) -> bool:
    try:
        content.decode(encoding)
    except (LookupError, ValueError):
        return False
    return True


def _is_utf_8(content: bytes) -> bool:
    """Tell whether bytes are UTF-8, of whose letters beyond ASCII at most half are damaged."""
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        text = content.decode("utf-8", errors="replace")
        return 2 * text.count(_DAMAGED) <= len(text) - len(text.encode("ascii", errors="ignore"))
    return True


def _wide(sample: bytes) -> str | None:
    """Give the UTF-16 that a sample with NULs is in: Latin letters have theirs on one side."""
    even, odd = sample[::2], sample[1::2]
    for encoding, nulls, letters in (("utf-16-le", odd, even), ("utf-16-be", even, odd)):
        if nulls.count(0) > _MANY * len(nulls) and letters.count(0) < _FEW * len(letters) and not _controls(letters):
            return encoding
    return None


def _controls(sample: bytes) -> bool:
    """Tell whether a sample has more control characters than text has."""
    return len(sample) - len(sample.translate(None, _CONTROL)) > _MOST_CONTROLS * len(sample)


def _strict(content: bytes, encoding: str) -> str:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as error:
        if encoding == "utf-8-sig":
            return content.decode(encoding, errors="replace")
        raise NotTaken("unreadable", f"The file begins as {encoding} but is not: {error.reason}.") from error


def _detected(content: bytes) -> str:
    """Give the encoding that the beginning and the lines beyond ASCII are most likely in.

    A few letters beyond ASCII are too little for statistics to tell the Latin encodings apart: the commonest is taken.
    """
    from charset_normalizer import from_bytes

    sample = content[:_CHARSET_SAMPLE]
    if sample.isascii():
        telling = (line for line in content.split(b"\n") if not line.isascii())
        sample = sample[:_BINARY_SAMPLE] + b"\n".join(telling)[:_CHARSET_SAMPLE]
    beyond = len(sample.translate(None, _ASCII))
    if beyond < _FEW_LETTERS and not _DECLARED.search(sample) and _is_in(sample, _COMMONEST):
        return _COMMONEST
    best = from_bytes(sample).best()
    return best.encoding if best else _COMMONEST


class Lines:
    """The lines of a stream as text; one that is too long raises `NotTaken`, and the next can be had all the same."""

    def __init__(self, stream: BinaryIO, head: bytes = b"") -> None:
        head = head or head_of(stream, _HEAD)
        self._encoding = encoding_of(head)
        self._settled = not head.isascii()
        chunks = chunks_of(stream, head)
        if self._encoding.startswith(("utf-16", "utf-32", "utf-8-sig")):
            chunks = (text.encode() for text in _decoded(chunks, self._encoding))
            self._encoding = "utf-8"
        self._stream = joined(chunks)

    def __iter__(self) -> Lines:
        return self

    def __next__(self) -> str:
        line = self._stream.readline(MAX_TEXT_BYTES + 1)
        if not line:
            raise StopIteration
        if len(line) > MAX_TEXT_BYTES:
            while line and not line.endswith(b"\n"):
                line = self._stream.readline(MAX_TEXT_BYTES)
            raise Skipped("too_large", f"The line holds more than {MAX_TEXT_BYTES:,} bytes; split it.")
        if not self._settled and not line.isascii():
            self._encoding, self._settled = encoding_of(line), True
        return line.decode(self._encoding, errors="replace")


def texts(stream: BinaryIO, head: bytes) -> Iterator[str]:
    """Give the text of a stream of which the head was read already, in pieces."""
    return _decoded(chunks_of(stream, head), encoding_of(head))


def _decoded(chunks: Iterator[bytes], encoding: str) -> Iterator[str]:
    decoder = codecs.getincrementaldecoder(encoding)(errors="replace")
    for chunk in chain(chunks, [b""]):
        yield decoder.decode(chunk, final=not chunk)
