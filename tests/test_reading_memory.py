"""Files larger than memory should be are gone through in little of it."""

from __future__ import annotations

import gzip
import json
import random
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from reading_fixture import STORY, pages, warc_record

pytestmark = pytest.mark.slow

MEGABYTES = 300
MOST_MORE = 100
NOISE = random.Random(0).randbytes(500_000).hex()  # a megabyte that does not pack like a bomb
CHILD = """
import resource, sys
from ctnews.reading import Rejected, iter_articles
list(iter_articles(sys.argv[1]))
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
count = sum(not isinstance(item, Rejected) for item in iter_articles(sys.argv[2]))
print(count, (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) // 1024)
"""


def lines(megabytes: int) -> Iterator[bytes]:
    for number in range(megabytes):
        yield json.dumps({"text": f"{STORY} {number}", "raw": NOISE}).encode() + b"\n"


def array(megabytes: int) -> Iterator[bytes]:
    yield b"["
    for number, line in enumerate(lines(megabytes)):
        yield (b"," if number else b"") + line
    yield b"]"


def table(megabytes: int) -> Iterator[bytes]:
    yield b"text,raw\n"
    for number in range(megabytes):
        yield f"{STORY} {number},{NOISE}\n".encode()


def web(megabytes: int) -> Iterator[bytes]:
    page = pages(1)[0]
    for number in range(megabytes):
        yield warc_record(NOISE.encode(), mime="image/png")
        yield warc_record(page.replace(b"Home", str(number).encode()))


@pytest.mark.parametrize("name", ["a.jsonl", "a.json", "a.csv", "a.warc", "a.jsonl.gz", "a.warc.gz"])
def test_a_large_file_is_read_in_little_memory(tmp_path: Path, name: str) -> None:
    makers: dict[str, Callable[[int], Iterator[bytes]]] = {".jsonl": lines, ".json": array, ".csv": table, ".warc": web}
    for folder, megabytes in (("small", 30), ("large", MEGABYTES)):
        path = tmp_path / folder / name
        path.parent.mkdir()
        with gzip.open(path, "wb", 1) if name.endswith(".gz") else path.open("wb") as file:
            for chunk in makers[path.suffixes[0]](megabytes):
                file.write(chunk)
    command = [sys.executable, "-c", CHILD, tmp_path / "small" / name, tmp_path / "large" / name]
    count, more = subprocess.run(command, capture_output=True, text=True, check=True).stdout.split()
    assert int(count) == MEGABYTES
    assert int(more) < MOST_MORE
