"""Measures triage: recall on gold cases, share kept of other pages, and megabytes a second of each format.

    python tests/bench/bench_triage.py CASES... [--pages FILE.jsonl] [--megabytes 200]

CASES are folders of articles and gold facts; counted is every body that the gold calls relevant. PAGES holds texts of
pages about anything, in their longest field. The piles are made of these texts, a kept one in ten, in a temporary
folder, and gone through on one core.
"""

from __future__ import annotations

import argparse
import gzip
import io
import itertools
import json
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from ctnews.scoring.cases import read_cases
from ctnews.triage import triage_records
from ctnews.triage.stems import Stems

HTTP = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n"


def main() -> None:
    """Print recall, share kept and speed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("cases", type=Path, nargs="+")
    parser.add_argument("--pages", type=Path)
    parser.add_argument("--megabytes", type=int, default=200)
    given = parser.parse_args()
    stems = Stems.load()
    relevant = [text for folder in given.cases for text in bodies(folder)]
    print(f"recall: {share(stems, relevant):.3f} of {len(relevant)} relevant articles")
    pages = list(others(given.pages)) if given.pages else []
    if pages:
        print(f"kept:   {share(stems, pages):.3f} of {len(pages)} other pages")
    for name in ("pile.jsonl", "pile.jsonl.gz", "pile.parquet", "pile.warc", "pile.warc.gz"):
        print(f"{name:14} {speed(name, relevant, pages or relevant, given.megabytes):6.0f} MB a second of CPU")


def bodies(folder: Path) -> Iterator[str]:
    """Give the bodies of a folder's relevant articles."""
    for case in read_cases(folder):
        start, end = case.raw.find(case.gold["body_first"]), case.raw.find(case.gold["body_last"])
        if case.gold["relevant"] and 0 <= start < end:
            yield case.raw[start : end + len(case.gold["body_last"])]


def others(path: Path) -> Iterator[str]:
    """Give the longest text of each line of a JSON Lines file."""
    with gzip.open(path, "rt") if path.suffix == ".gz" else path.open() as lines:
        for line in lines:
            yield max((text for text in json.loads(line).values() if isinstance(text, str)), key=len)


def share(stems: Stems, texts: list[str]) -> float:
    """Give the share of texts that are kept."""
    return sum(stems.matter(text.encode()) for text in texts) / len(texts)


def speed(name: str, relevant: list[str], pages: list[str], megabytes: int) -> float:
    """Give the megabytes of records gone through in a second of CPU time."""
    with tempfile.TemporaryDirectory() as folder:
        pile = Path(folder) / "in" / name
        pile.parent.mkdir()
        write(pile, mixed(relevant, pages, megabytes * 1_000_000))
        start = time.process_time()
        found = triage_records(pile, Path(folder) / "out")
        return float(found["megabytes"].sum() / (time.process_time() - start))


def mixed(relevant: list[str], pages: list[str], size: int) -> Iterator[str]:
    """Give texts up to a size, one in ten of them relevant."""
    for number, (one, other) in enumerate(zip(itertools.cycle(relevant), itertools.cycle(pages), strict=False)):
        text = one if number % 10 == 0 else other
        size -= len(text.encode())
        if size < 0:
            return
        yield text


def write(pile: Path, texts: Iterator[str]) -> None:
    """Write texts as a pile of records."""
    if pile.suffix == ".parquet":
        pq.write_table(pa.table({"text": list(texts)}), pile, row_group_size=10_000)
        return
    with gzip.open(pile, "wb", compresslevel=6) if pile.suffix == ".gz" else pile.open("wb") as out:
        for text in texts:
            out.write(warc(text) if ".warc" in pile.name else json.dumps({"text": text}).encode() + b"\n")


def warc(text: str) -> bytes:
    """Give a web archive's record of a page."""
    body = HTTP + f"<html><body><p>{text}</p></body></html>".encode()
    head = io.StringIO()
    head.write("WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://example.org/\r\n")
    head.write(f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(body)}\r\n\r\n")
    return head.getvalue().encode() + body + b"\r\n\r\n"


if __name__ == "__main__":
    main()
