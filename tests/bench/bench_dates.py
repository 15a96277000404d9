"""Value F1 of the date package, of dateparser's `search_dates` and of HeidelTime on texts with TIMEX3 annotations.

Run as `python tests/bench/bench_dates.py DATES.jsonl [--errors] [--heideltime COMMAND]`. A line of the file is one
text: `text`, `anchor` (the day it was published) and `timex`, a list of `start`, `end`, `type`, `value`. Scored are
the DATE values of the calendar (no PAST_REF, no XXXX), then all DATE values; right is a date that overlaps the gold's
and has its value at its granularity. The two ends of a range count as two dates, as in the gold.

Times are of the CPU. HeidelTime (Java, GPL) is no dependency: where it is at hand, COMMAND runs it on a file and
prints TimeML, with `{day}` and `{file}` for the anchor and the text's path; what it takes for an empty text, the
start of the machine, is left out.
"""

from __future__ import annotations

import argparse
import html
import json
import re
import resource
import shlex
import subprocess
import tempfile
import time
import warnings
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from ctnews.dates import Anchor, scan

_CALENDAR = re.compile(r"\d{3,4}(?!\d)(?:-\S+)?$")


@dataclass(frozen=True)
class Value:
    """A stretch of text with the value of its date."""

    start: int
    end: int
    value: str
    text: str


Finder = Callable[[str, date], list[Value]]


def with_ctnews(text: str, anchor: date) -> list[Value]:
    """Find dates with the package."""
    mentions = scan(text, lang="en", anchor=Anchor.of(anchor))
    return [Value(m.start, m.end, iso, m.text) for m in mentions if m.iso for iso in m.iso.split("/")]


def with_search_dates(text: str, anchor: date) -> list[Value]:
    """Find dates with dateparser alone."""
    from dateparser.search import search_dates

    settings: Any = {"RELATIVE_BASE": datetime(anchor.year, anchor.month, anchor.day)}
    values, position = [], 0
    for words, read in search_dates(text, languages=["en"], settings=settings) or []:
        start = text.find(words, position)
        position = start + len(words)
        values.append(Value(start, position, read.date().isoformat(), words))
    return values


def heideltime(command: str) -> Finder:
    """Give a finder that runs HeidelTime."""

    def find(text: str, anchor: date) -> list[Value]:
        with tempfile.NamedTemporaryFile("w", suffix=".txt", encoding="utf-8") as file:
            file.write(text)
            file.flush()
            words = [word.format(day=anchor.isoformat(), file=file.name) for word in shlex.split(command)]
            run = subprocess.run(words, capture_output=True, text=True, check=True)
        return list(tagged(run.stdout, text))

    return find


def tagged(timeml: str, text: str) -> Iterator[Value]:
    """Give the DATE values of a text as TimeML marks them, at their places in the text."""
    position = 0
    for tag in re.finditer(r'<TIMEX3 [^>]*type="DATE" value="([^"]+)"[^>]*>(.*?)</TIMEX3>', timeml, re.DOTALL):
        words = html.unescape(re.sub(r"<[^>]+>", "", tag[2]))
        start = text.find(words, position)
        if start >= 0:
            position = start + len(words)
            yield Value(start, position, tag[1], words)


def cpu() -> float:
    """Give the CPU seconds of this process and of those it has waited for."""
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + children.ru_utime + children.ru_stime


def is_right(found: str, gold: str) -> bool:
    """Tell whether the value found is the gold's; a day counts as the week and so on that it lies in."""
    if found == gold or not re.fullmatch(r"\d{4}-\d\d-\d\d", found):
        return found == gold
    day = date.fromisoformat(found)
    year, week, _ = day.isocalendar()
    quarter = (day.month + 2) // 3
    return gold in (found[:3], found[:4], found[:7], f"{year}-W{week:02d}", f"{day.year}-Q{quarter}")


def judged(line: dict[str, Any], finder: Finder, *, every: bool = False) -> Iterator[tuple[str, str, str]]:
    """Give what is right, missed and false in one text, each with its words and its value."""
    gold = [Value(t["start"], t["end"], t["value"], t["text"]) for t in line["timex"] if t["type"] == "DATE"]
    left = [value for value in gold if every or _CALENDAR.match(value.value)]
    times = [t for t in line["timex"] if t["type"] == "TIME"]
    for found in finder(line["text"], date.fromisoformat(line["anchor"])):
        near = [value for value in left if value.start < found.end and found.start < value.end]
        right = next((value for value in near if is_right(found.value, value.value)), None)
        if right is not None:
            left.remove(right)
            yield "right", found.text, found.value
        elif not any(t["start"] < found.end and found.start < t["end"] for t in times):
            yield "false", found.text, found.value
    yield from (("missed", value.text, value.value) for value in left)


def score(lines: list[dict[str, Any]], finder: Finder, *, show_errors: bool) -> str:
    """Give precision, recall, F1 and milliseconds a text."""
    finder("On 2 May 2019.", date(2019, 5, 3))  # imports and compiles
    began = cpu()
    finder("", date(2019, 5, 3))
    empty, began = cpu() - began, cpu()
    results = [(line, list(judged(line, finder))) for line in lines]
    elapsed = ((cpu() - began) / len(lines) - empty) * 1000
    for line, judgements in results if show_errors else []:
        for kind, words, value in judgements:
            if kind != "right":
                print(f"  {line['anchor']} {kind:6} {value:12} {words!r}")
    figures = measures([judgement for _, judgements in results for judgement in judgements])
    strict = ""
    if finder is with_ctnews:
        every = [judgement for line in lines for judgement in judged(line, finder, every=True)]
        strict = f"; all DATE values: {measures(every)}"
    return f"{figures}  {elapsed:.2f} ms a text{strict}"


def measures(judgements: list[tuple[str, str, str]]) -> str:
    """Give precision, recall and F1 of what was judged."""
    kinds = [kind for kind, _, _ in judgements]
    right, false, missed = (kinds.count(kind) for kind in ("right", "false", "missed"))
    precision, recall = right / max(1, right + false), right / max(1, right + missed)
    return f"P {precision:.3f} R {recall:.3f} F1 {2 * right / max(1, 2 * right + false + missed):.3f}"


def milliseconds(words: int = 300) -> float:
    """Give the milliseconds a text of that many words with a dozen dates takes."""
    sentence = "Officials of both countries met on Wednesday and agreed to meet again in June next year. "
    text = (sentence * (words // 16 + 1))[: words * 6]
    scan(text, lang="en", anchor=Anchor.of(date(2023, 5, 18)))
    began = cpu()
    for _ in range(50):
        scan(text, lang="en", anchor=Anchor.of(date(2023, 5, 18)))
    return (cpu() - began) / 50 * 1000


def main() -> None:
    """Print the scores."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("path", type=Path)
    parser.add_argument("--errors", action="store_true")
    parser.add_argument("--heideltime", metavar="COMMAND")
    given = parser.parse_args()
    lines = [json.loads(line) for line in given.path.read_text("utf-8").splitlines()]
    print("ctnews       ", score(lines, with_ctnews, show_errors=given.errors))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        print("search_dates ", score(lines, with_search_dates, show_errors=False))
    if given.heideltime:
        print("HeidelTime   ", score(lines, heideltime(given.heideltime), show_errors=False))
    words = sum(len(line["text"].split()) for line in lines) / len(lines)
    print(f"mean text: {words:.0f} words; a text of 300 words with 40 dates: {milliseconds():.2f} ms")


if __name__ == "__main__":
    main()
