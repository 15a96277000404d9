"""Measures reading: peak memory on large files, and time an article against plain parsing of the same bytes.

    python tests/bench/bench_reading.py FOLDER [MEGABYTES]

writes its files into FOLDER and prints a table. Memory is the growth of the process over what its imports take.
"""

from __future__ import annotations

import csv
import gzip
import json
import random
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

WORDS = "Officials of both agencies met in Ankara and agreed to share what they know about travel and money. "
PAGE = "<!doctype html><html><head><title>Agencies meet</title></head><body><article><h1>Agencies meet</h1>{}</article></body></html>"
NOISE = random.Random(0).randbytes(50_000).hex()  # what does not pack like a bomb
SMALL = 2_000
CHILD = """
import resource, sys, tempfile, pathlib
from ctnews.reading import iter_articles, read_articles, Rejected
warm = pathlib.Path(tempfile.mkdtemp()) / sys.argv[2]
warm.write_bytes(pathlib.Path(sys.argv[3]).read_bytes())
list(iter_articles(warm))
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
count = sum(not isinstance(item, Rejected) for item in iter_articles(sys.argv[1]))
print(count, (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) // 1024)
"""


def record(number: int, size: int = 1) -> dict[str, object]:
    return {
        "title": f"Story {number}",
        "date": "2024-05-16",
        "text": f"{number}: {WORDS * 20}",
        "raw": NOISE[: len(WORDS) * size],
    }


def warc_record(number: int) -> bytes:
    page = PAGE.format(f"<p>{number}: {WORDS * 10}</p>" * 2).encode()
    body = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + page
    head = f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://example.org/{number}\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: {len(body)}\r\n\r\n"
    return head.encode() + body + b"\r\n\r\n"


def image(size: int) -> bytes:
    body = b"HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\n" + NOISE.encode() * (size // len(NOISE))
    head = f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://example.org/x\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: {len(body)}\r\n\r\n"
    return head.encode() + body + b"\r\n\r\n"


def lines(megabytes: int, size: int = 1000) -> Iterator[bytes]:
    for number in range(megabytes * 10):
        yield json.dumps(record(number, size)).encode() + b"\n"


def array(megabytes: int) -> Iterator[bytes]:
    yield b'{"status": "ok", "articles": ['
    for number, line in enumerate(lines(megabytes)):
        yield (b"," if number else b"") + line
    yield b"]}"


def table(megabytes: int) -> Iterator[bytes]:
    yield b"title,text,raw\n"
    for number in range(megabytes * 10):
        yield f'Story {number},"{number}: {WORDS}","{NOISE}"\n'.encode()


def web(megabytes: int) -> Iterator[bytes]:
    for number in range(megabytes):
        yield image(1_000_000)
        yield warc_record(number) if number % 10 == 0 else b""


def parquet(path: Path, megabytes: int) -> None:
    import os

    import pyarrow as pa
    import pyarrow.parquet as pq

    schema = pa.schema([("title", pa.string()), ("text", pa.string()), ("raw", pa.string())])
    with pq.ParquetWriter(path, schema, compression="none", use_dictionary=False) as writer:
        for number in range(megabytes // 5):
            rows = [
                {"title": f"{number}.{n}", "text": f"{number}.{n} {WORDS}", "raw": os.urandom(50_000).hex()}
                for n in range(50)
            ]
            writer.write_table(pa.Table.from_pylist(rows, schema))


def memory(folder: Path, megabytes: int) -> None:
    makers: dict[str, Callable[[int], Iterator[bytes]]] = {
        "big.jsonl": lines, "big.json": array, "big.csv": table, "big.warc": web, "big.jsonl.gz": lines, "big.warc.gz": web,
    }  # fmt: skip
    for name in (*makers, "big.parquet"):
        path, small = folder / name, folder / f"small-{name}"
        for target, amount in ((path, megabytes), (small, 10)):
            if name == "big.parquet":
                parquet(target, amount)
            else:
                with gzip.open(target, "wb", 1) if name.endswith(".gz") else target.open("wb") as file:
                    for chunk in makers[name](amount):
                        file.write(chunk)
        begun = time.perf_counter()
        printed = subprocess.run(
            [sys.executable, "-c", CHILD, path, name, small], capture_output=True, text=True, check=True
        )
        count, grown = printed.stdout.split()
        size = path.stat().st_size / 1e6
        print(
            f"{name:14} {size:6.0f} MB  {count:>6} articles  {grown:>5} MB more  {time.perf_counter() - begun:5.1f} s"
        )
        path.unlink()


def best(work: Callable[[], object]) -> float:
    times = []
    for _ in range(3):
        begun = time.perf_counter()
        work()
        times.append(time.perf_counter() - begun)
    return min(times)


def speed(folder: Path) -> None:
    sys.path.insert(0, str(Path(__file__).parents[1]))
    import reading_fixture as made

    from ctnews.reading import Rejected, iter_articles

    records = [record(number) for number in range(SMALL)]
    files: dict[str, tuple[bytes, Callable[[bytes], object]]] = {
        "a.json": (json.dumps(records).encode(), json.loads),
        "a.jsonl": (made.json_lines(records), lambda content: [json.loads(line) for line in content.splitlines()]),
        "a.csv": (made.csv_of(records), lambda content: list(csv.DictReader(content.decode().splitlines(True)))),
        "a.jsonl.gz": (gzip.compress(made.json_lines(records)), lambda content: [json.loads(line) for line in gzip.decompress(content).splitlines()]),
        "a.parquet": (made.parquet(records), _plain_parquet),
        "a.xlsx": (made.workbook({"S": made.rows_of(records)}), _plain_workbook),
        "a.rss": (made.rss([{**each, "link": each["title"], "body": each["text"]} for each in records]), _plain_feed),
        "a.zip": (made.zipped({f"{number}.txt": str(each["text"]).encode() for number, each in enumerate(records)}), _plain_zip),
        "a.warc": (b"".join(map(warc_record, range(200))), _plain_warc),
    }  # fmt: skip
    for name, (content, plain) in files.items():
        path = folder / name
        path.write_bytes(content)
        items = list(iter_articles(path))
        count = sum(not isinstance(item, Rejected) for item in items)
        ours, theirs = (
            best(lambda path=path: list(iter_articles(path))),
            best(lambda plain=plain, content=content: plain(content)),
        )  # type: ignore[misc]
        print(
            f"{name:12} {count:5} articles  {ours / count * 1e6:7.0f} us each  {ours / theirs:5.1f} times plain parsing"
        )


def _plain_parquet(content: bytes) -> object:
    import io

    import pyarrow.parquet as pq

    return pq.read_table(io.BytesIO(content)).to_pylist()


def _plain_workbook(content: bytes) -> object:
    import io

    from openpyxl import load_workbook

    return list(load_workbook(io.BytesIO(content), read_only=True).worksheets[0].iter_rows(values_only=True))


def _plain_feed(content: bytes) -> object:
    import io

    import feedparser

    return feedparser.parse(io.BytesIO(content), sanitize_html=False, resolve_relative_uris=False)


def _plain_zip(content: bytes) -> object:
    import io
    import zipfile

    archive = zipfile.ZipFile(io.BytesIO(content))
    return [archive.read(name).decode() for name in archive.namelist()]


def _plain_warc(content: bytes) -> object:
    import io

    from fastwarc.warc import ArchiveIterator
    from trafilatura import bare_extraction

    return [
        bare_extraction(each.reader.read().decode(), with_metadata=True)
        for each in ArchiveIterator(io.BytesIO(content))
    ]


if __name__ == "__main__":
    place = Path(sys.argv[1])
    place.mkdir(parents=True, exist_ok=True)
    speed(place)
    memory(place, int(sys.argv[2]) if len(sys.argv) > 2 else 300)
    print(f"this process itself: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MB")
