"""Streams: bytes as they come, within limits, with whatever is broken turned into `NotTaken`."""

from __future__ import annotations

import io
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, BinaryIO, cast

from ctnews.reading.rejected import NotTaken, told

if TYPE_CHECKING:
    from ctnews.reading.columns import Columns

MAX_TEXT_BYTES = 20_000_000
"""The most that one article may hold, unpacked: a file, a line, a record."""

MAX_WHOLE_BYTES = 200_000_000
"""The most that a file may hold, unpacked, which can only be read as a whole: a workbook, a feed."""

MAX_RATIO = 100
"""How many times its size a file may unpack to, over all its layers, beyond `FREE_BYTES`."""

FREE_BYTES = 100_000_000
"""What any file may unpack to."""

CHUNK = 1 << 16
_IN_MEMORY = MAX_TEXT_BYTES


class Allowance:
    """How much may still be unpacked from a file, whatever is packed in what: no bomb goes off."""

    def __init__(self, packed: int) -> None:
        self.left = max(FREE_BYTES, packed * MAX_RATIO)

    @property
    def spent(self) -> bool:
        """Whether nothing is left."""
        return self.left < 0

    def spend(self, count: int) -> None:
        """Count bytes that were unpacked; raises `NotTaken` where it is more than a file may hold."""
        self.left -= count
        if self.spent:
            raise NotTaken("too_large", "It unpacks to far more than its size; unpack it and give the folder.")


class _Watched(io.RawIOBase):
    def __init__(self, inner: Any, seen: Callable[[int], None], seekable: bool) -> None:
        self._inner, self._seen, self._seekable, self._at = inner, seen, seekable, 0
        self._read = getattr(inner, "read1", inner.read)  # gives what there is before it says what is broken
        self._broken: NotTaken | None = None

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return self._seekable

    def tell(self) -> int:
        return int(self._inner.tell()) if self._seekable else self._at

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        if not self._seekable:
            raise io.UnsupportedOperation("seek")
        return int(self._inner.seek(offset, whence))

    def readinto(self, buffer: Any) -> int:
        if self._broken is not None:
            raise self._broken
        try:
            content = self._read(len(buffer)) or b""
        except NotTaken as why:
            self._broken = why
            raise
        except Exception as error:  # libraries that unpack raise what they like
            self._broken = NotTaken("unreadable", f"The file cannot be read to its end: {told(error)}. Get it again.")
            raise self._broken from error
        self._seen(len(content))
        self._at += len(content)
        buffer[: len(content)] = content
        return len(content)


def watched(inner: Any, seen: Callable[[int], None], *, seekable: bool = False) -> BinaryIO:
    """Give a stream over another that tells `seen` how many bytes are read; what is broken raises `NotTaken`."""
    return cast(BinaryIO, io.BufferedReader(_Watched(inner, seen, seekable), CHUNK))


class _Chunks(io.RawIOBase):
    def __init__(self, chunks: Iterator[bytes]) -> None:
        self._chunks, self._rest = chunks, memoryview(b"")

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        while not self._rest:
            chunk = next(self._chunks, None)
            if chunk is None:
                return 0
            self._rest = memoryview(chunk)
        count = min(len(buffer), len(self._rest))
        buffer[:count] = self._rest[:count]
        self._rest = self._rest[count:]
        return count


def joined(chunks: Iterator[bytes]) -> BinaryIO:
    """Give a stream over chunks of bytes."""
    return cast(BinaryIO, io.BufferedReader(_Chunks(chunks), CHUNK))


def chunks_of(stream: BinaryIO, head: bytes = b"") -> Iterator[bytes]:
    """Give what was read of a stream already, and then the rest of it, in chunks."""
    if head:
        yield head
    while chunk := read_some(stream):
        yield chunk


def read_some(stream: BinaryIO) -> bytes:
    """Read what there is, at most a chunk: before a break in the file nothing is lost."""
    chunk: bytes = stream.read1(CHUNK)  # type: ignore[attr-defined]
    return chunk


def head_of(stream: BinaryIO, count: int) -> bytes:
    """Read so many bytes, fewer where the stream ends or breaks; a break is raised when it is read on."""
    chunks, size = [b""], 0
    while size < count:
        try:
            chunk = read_some(stream)
        except NotTaken:
            if size:
                break
            raise
        if not chunk:
            break
        chunks.append(chunk)
        size += len(chunk)
    return b"".join(chunks)


@dataclass(frozen=True, slots=True)
class Entry:
    """What a reader gets: a stream, its name in `source`, the name that tells its format, and what holds for it."""

    name: str
    file: str
    stream: BinaryIO
    columns: Columns
    allowance: Allowance
    depth: int = 0

    def inner(self, name: str, stream: Any) -> Entry:
        """Give the entry of something packed in this one."""
        unpacked = watched(stream, self.allowance.spend)
        return replace(self, name=f"{self.name}/{name}", file=name, stream=unpacked, depth=self.depth + 1)

    def part(self, name: str) -> Entry:
        """Give the entry under the name of a part of it that has no stream of its own."""
        return replace(self, name=f"{self.name}/{name}")

    def unpacked(self, file: str, stream: Any) -> Entry:
        """Give the entry of what this one is the packed form of."""
        return replace(self, file=file, stream=watched(stream, self.allowance.spend), depth=self.depth + 1)

    def content(self, limit: int) -> bytes:
        """Give all bytes; raises `NotTaken` where they are more than `limit` or none but white space."""
        content = self.stream.read(limit + 1)
        if len(content) > limit:
            raise NotTaken("too_large", f"It holds more than {limit:,} bytes; split it.")
        if not content.strip():
            raise NotTaken("empty", "The file holds nothing.")
        return content

    @contextmanager
    def seekable(self) -> Iterator[BinaryIO]:
        """Give the stream, or a nameless copy of it, in which a reader may go back and forth."""
        if self.stream.seekable():
            yield self.stream
            return
        with tempfile.SpooledTemporaryFile(_IN_MEMORY) as copy:
            for chunk in chunks_of(self.stream):
                copy.write(chunk)
            copy.seek(0)
            yield cast(BinaryIO, copy)
