#!/usr/bin/env python3
"""Measure the reading of HTML pages against the naive call of trafilatura, on pages whose text is known.

    bench_html.py DATA_DIR [--limit N]

DATA_DIR holds one or more of these public sets, each as it is checked out:
`article-extraction-benchmark` (scrapinghub, MIT: html/*.html.gz, ground-truth.json), `fundus-evaluation` (dobbersc, MIT:
dataset/html, dataset/ground_truth.json) and `web-content-extraction-benchmark` (Murrough-Foley, CC BY 4.0: dev/html,
dev/ground-truth; its articles alone). Folders are known by what they hold, whatever they are called.

Printed for each set: F1, precision and recall over bags of shingles of four tokens (precision and recall averaged over
pages, as in the article extraction benchmark), CPU milliseconds a page, metadata and decoding included; and where the
set knows them, how many publication dates, titles and authors are right, wrong and missing.
"""

from __future__ import annotations

import argparse
import gzip
import json
import logging
import re
import statistics
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from ctnews.reading.html import read_html
from ctnews.reading.rejected import NotTaken

TOKEN = re.compile(r"\w+")
Page = tuple[str, str, dict[str, Any]]  # HTML, its text, what else is known
Read = Callable[[str], dict[str, Any]]


def scrapinghub(folder: Path) -> Iterator[Page]:
    for name, known in json.loads((folder / "ground-truth.json").read_text("utf-8")).items():
        yield unpacked(folder / "html" / f"{name}.html.gz"), known["articleBody"], {}


def fundus(folder: Path) -> Iterator[Page]:
    for name, known in json.loads((folder / "dataset/ground_truth.json").read_text("utf-8")).items():
        yield unpacked(folder / "dataset/html" / name), flat(known["body"]), {}


def web_content(folder: Path) -> Iterator[Page]:
    for path in sorted((folder / "dev/ground-truth").glob("*.json")):
        known = json.loads(path.read_text("utf-8"))
        if known["_internal"]["page_type"]["primary"] == "article":
            truth = known["ground_truth"]
            yield unpacked(folder / "dev/html" / f"{path.stem}.html.gz"), truth.get("main_content") or "", truth


SETS = {"ground-truth.json": scrapinghub, "dataset/ground_truth.json": fundus, "dev/ground-truth": web_content}
KNOWN = {"published": "publish_date", "title": "title", "author": "author"}


def unpacked(path: Path) -> str:
    return gzip.decompress(path.read_bytes()).decode("utf-8", "replace")


def flat(value: Any) -> str:
    return " ".join(flat(item) for item in value) if isinstance(value, list) else str(value)


def ours(page: str) -> dict[str, Any]:
    try:
        return read_html(page)
    except NotTaken:
        return {"text": ""}


def naive(page: str) -> dict[str, Any]:
    from trafilatura import bare_extraction

    document: Any = bare_extraction(page, with_metadata=True)
    if document is None:
        return {"text": ""}
    return {"text": document.text, "published": document.date, "title": document.title, "author": document.author}


def shingles(text: str, size: int = 4) -> Counter[tuple[str, ...]]:
    tokens = TOKEN.findall(text or "")
    if len(tokens) < size:
        return Counter([tuple(tokens)] if tokens else [])
    return Counter(zip(*(tokens[start:] for start in range(size)), strict=False))


def squeezed(value: Any) -> str:
    return "".join(character for character in str(value).casefold() if character.isalnum())


def right(field: str, given: Any, known: str) -> bool:
    return str(given)[:10] == known[:10] if field == "published" else squeezed(given) == squeezed(known)


def measure(read: Read, pages: list[Page]) -> tuple[float, str]:
    """Read the pages; give the CPU milliseconds a page and the figures as a line."""
    precision, recall, spent = [], [], 0.0
    tally: dict[str, Counter[str]] = {field: Counter() for field in KNOWN}
    read(pages[0][0])  # imports do not count
    for page, text, known in pages:
        start = time.process_time()
        found = read(page)
        spent += time.process_time() - start
        got, gold = shingles(found["text"]), shingles(text)
        both = (got & gold).total()
        precision += [both / got.total()] if got else []
        recall += [both / gold.total()] if gold else []
        for field in (field for field, name in KNOWN.items() if known.get(name)):
            given = found.get(field)
            tally[field][
                "missing" if not given else "right" if right(field, given, known[KNOWN[field]]) else "wrong"
            ] += 1
    p, r = statistics.mean(precision), statistics.mean(recall)
    milliseconds = 1000 * spent / len(pages)
    told = "".join(f"\n      {field}: {dict(count)}" for field, count in tally.items() if count)
    return milliseconds, f"F1 {2 * p * r / (p + r):.4f}  P {p:.4f}  R {r:.4f}  {milliseconds:.1f} ms{told}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("--limit", type=int, default=None, help="pages of each set")
    arguments = parser.parse_args()
    logging.disable(logging.CRITICAL)
    found = [
        (read, folder)
        for folder in sorted(arguments.data.iterdir())
        for mark, read in SETS.items()
        if (folder / mark).exists()
    ]
    if not found:
        parser.error(f"{arguments.data} holds none of the sets")
    for load, folder in found:
        pages = list(load(folder))[: arguments.limit]
        print(f"{folder.name}, {len(pages)} pages")
        times = {}
        for name, read in {"naive": naive, "ours": ours}.items():
            times[name], line = measure(read, pages)
            print(f"  {name:6}{line}")
        print(f"  naive / ours: {times['naive'] / times['ours']:.2f}")


if __name__ == "__main__":
    main()
