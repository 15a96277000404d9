"""Files of many articles: each record is given to a judge, and those it keeps are written as they were found."""

from __future__ import annotations

import lzma
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, BinaryIO, cast

from ctnews.reading.formats import format_of
from ctnews.reading.rejected import NotTaken

Judge = Callable[[bytes], bool]

CHUNK = 1 << 20
BATCH = 1024
MAX_RECORD = 20_000_000
"""The most bytes that one record may hold; a longer one is kept unread, since nothing may be lost."""

_UNREADABLE = (b"\xff\xfe", b"\xfe\xff")
_PACKED_HTTP = b"content-encoding:"


class Counts:
    """What was gone through: records, those kept, bytes."""

    def __init__(self) -> None:
        self.records = self.kept = self.size = 0

    def add(self, size: int, *, kept: bool) -> None:
        """Count a record."""
        self.records += 1
        self.kept += kept
        self.size += size


def sift(source: Path, out: Path, judge: Judge, counts: Counts) -> None:
    """Write the records of a file that the judge keeps to `out`, in the same format and packing.

    Raises `NotTaken` where the format is none of WARC, JSON Lines and Parquet, and whatever reading a broken file
    raises; what was kept before the break is written.
    """
    name = format_of(source.name)
    if name not in SIFTERS:
        cure = "build from other files as they are"
        raise NotTaken("unsupported", f"Only WARC, JSON Lines and Parquet are sifted; {cure}.")
    SIFTERS[name](source, out, judge, counts)


def _sift_lines(source: Path, out: Path, judge: Judge, counts: Counts) -> None:
    with _opened(source, "rb") as pile, _opened(out, "wb") as kept:
        for line in _lines(pile):
            keep = len(line) > MAX_RECORD or judge(line)
            counts.add(len(line), kept=keep)
            if keep:
                kept.write(line + b"\n")


def _lines(pile: BinaryIO) -> Iterator[bytes]:
    rest = pile.read(CHUNK)
    if rest.startswith(_UNREADABLE):
        raise NotTaken("encoding", "Its text is UTF-16; save it as UTF-8.")
    while chunk := pile.read(CHUNK):
        *whole, rest = (rest + chunk).split(b"\n")
        yield from filter(None, whole)
    yield from filter(None, rest.split(b"\n"))


def _sift_archive(source: Path, out: Path, judge: Judge, counts: Counts) -> None:
    with _opened(out, "wb") as kept:
        for record in _archive(str(source), parse_http=False, fsspec_args=False):
            record.freeze()
            content: bytes = record.reader.read()
            record.reader.seek(0)
            if str(record.record_type).rpartition(".")[2] in {"response", "resource", "conversion"}:
                keep = len(content) > MAX_RECORD or judge(_unpacked(record, content))
                counts.add(len(content), kept=keep)
                if keep:
                    record.write(kept)


def _unpacked(record: Any, content: bytes) -> bytes:
    """Give a record's content; that of an answer that was sent packed, unpacked."""
    head, _, _ = content.partition(b"\r\n\r\n")
    if _PACKED_HTTP not in head.lower():
        return content
    import io

    copy = io.BytesIO()
    record.write(copy)
    record.reader.seek(0)
    copy.seek(0)
    again = next(iter(_archive(copy, auto_decode="all")))
    return cast(bytes, again.reader.read())


def _archive(pile: Any, **options: Any) -> Any:
    try:
        from fastwarc.warc import ArchiveIterator
    except ImportError as error:
        raise NotTaken("unsupported", "Web archives need another library: pip install 'ctnews[warc]'.") from error
    return ArchiveIterator(pile, **options)


def _sift_table(source: Path, out: Path, judge: Judge, counts: Counts) -> None:
    import pyarrow as pa
    import pyarrow.parquet as pq

    with pq.ParquetFile(source) as table, pq.ParquetWriter(out, table.schema_arrow) as kept:
        for batch in table.iter_batches(batch_size=BATCH, use_threads=False):
            texts = [text.encode("utf-8", "surrogatepass") for text in _texts(batch)]
            keep = [judge(text) for text in texts]
            for text, own in zip(texts, keep, strict=True):
                counts.add(len(text), kept=own)
            kept.write_batch(batch.filter(pa.array(keep, pa.bool_())))


def _texts(batch: Any) -> list[str]:
    """Give all that the rows hold as text, a string a row."""
    import pyarrow as pa

    names = [field.name for field in batch.schema if pa.types.is_string(field.type) or _is_large(field.type)]
    columns = [batch.column(name).to_pylist() for name in names]
    rows = zip(*columns, strict=True) if columns else iter([()] * batch.num_rows)
    return ["\n".join(filter(None, row)) for row in rows]


def _is_large(kind: Any) -> bool:
    import pyarrow as pa

    return bool(pa.types.is_large_string(kind))


@contextmanager
def _opened(path: Path, mode: str) -> Iterator[BinaryIO]:
    """Open a file, packed or not, by its extension."""
    import pyarrow as pa

    stream: Any
    if path.suffix in {".xz", ".lzma"}:
        stream = lzma.open(path, mode)  # noqa: SIM115 - closed below
    elif mode == "rb":
        stream = pa.input_stream(str(path), buffer_size=CHUNK)
    else:
        stream = pa.output_stream(str(path), buffer_size=CHUNK)
    with stream:
        yield stream


SIFTERS: dict[str | None, Callable[[Path, Path, Judge, Counts], None]] = {
    "JSON Lines": _sift_lines,
    "WARC": _sift_archive,
    "Parquet": _sift_table,
}
