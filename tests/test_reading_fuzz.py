"""Whatever bytes a file holds, reading gives rows and raises nothing; valid records are all accounted for."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from reading_fixture import (
    FIVE,
    PACKINGS,
    PAGE,
    RECORDS,
    STORY,
    csv_of,
    json_lines,
    parquet,
    rows_of,
    workbook,
    zipped,
)

from ctnews.errors import CtnewsError
from ctnews.reading import Loaded, read_articles

FILES: dict[str, bytes] = {
    **FIVE,
    "page.html": PAGE.encode(),
    "story.txt": STORY.encode(),
    "all.zip": zipped(FIVE),
    **{f"five.jsonl{packing}": pack(json_lines(RECORDS)) for packing, pack in PACKINGS.items()},
}
PIECES = [
    b"\0",
    b'"',
    b"\xff\xff\xff\xff",
    b"\n",
    b"\r",
    b"<",
    b"</p>",
    b"{",
    b"[",
    b"9" * 20,
    b"\xed\xa0\x80",
    b",",
    b"PK\3\4",
]


def read(name: str, content: bytes) -> Loaded:
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / name).write_bytes(content)
        return read_articles(folder)


@st.composite
def mutated(draw: st.DrawFn) -> tuple[str, bytes]:
    """Draw a file of some format, of which a few bytes are changed, lost, put in, or taken from another file."""
    name = draw(st.sampled_from(sorted(FILES)))
    content = bytearray(FILES[name])
    for _ in range(draw(st.integers(1, 5))):
        at = draw(st.integers(0, len(content)))
        change = draw(st.sampled_from(["cut", "lose", "flip", "put", "splice"]))
        if change == "cut":
            del content[at:]
        elif change == "lose":
            del content[at : at + draw(st.integers(1, 60))]
        elif change == "flip":
            content[at : at + 1] = draw(st.binary(min_size=1, max_size=1))
        elif change == "put":
            content[at:at] = draw(st.sampled_from(PIECES) | st.binary(max_size=40))
        else:
            other = FILES[draw(st.sampled_from(sorted(FILES)))]
            start = draw(st.integers(0, len(other)))
            content[at:at] = other[start : start + draw(st.integers(1, 400))]
    return name, bytes(content)


def check(name: str, content: bytes) -> None:
    try:
        loaded = read(name, content)
    except CtnewsError:
        return
    assert len(loaded.articles) + len(loaded.rejects) >= 1
    assert loaded.rejects["detail"].str.endswith(".").all()
    assert loaded.articles["article_id"].is_unique
    assert loaded.articles["text"].str.strip().ne("").all()
    assert all(source.startswith(name) for source in [*loaded.articles["source"], *loaded.rejects["source"]])
    for text in loaded.articles["text"]:
        text.encode()


QUICK = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True)


@settings(QUICK, max_examples=60)
@given(mutated())
def test_a_damaged_file_gives_rows_and_no_error(file: tuple[str, bytes]) -> None:
    check(*file)


@pytest.mark.slow
@settings(QUICK, max_examples=1500)
@given(mutated())
def test_thousands_of_damaged_files_give_rows_and_no_error(file: tuple[str, bytes]) -> None:
    check(*file)


@settings(QUICK, max_examples=60)
@given(
    st.sampled_from(sorted(FILES)),
    st.binary(max_size=300) | st.text(max_size=200).map(lambda text: text.encode("utf-8", "surrogatepass")),
)
def test_any_bytes_under_any_name_give_rows_and_no_error(name: str, content: bytes) -> None:
    check(name, content)


VALUES = st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.lists(st.text(), max_size=3)
NAMES = st.sampled_from(
    ["text", "Body", "title", "url", "date", "author", "source", "n", "content.rendered"]
) | st.text(min_size=1, max_size=8)
JSON_RECORDS = st.lists(
    st.dictionaries(NAMES, VALUES | st.dictionaries(NAMES, VALUES, max_size=3), max_size=6) | VALUES,
    min_size=1,
    max_size=8,
)


def accounted(loaded: Loaded, name: str, count: int) -> None:
    """Check that every record has one row, or that the file has one for all because none has text."""
    sources = [*loaded.articles["source"], *loaded.rejects["source"]]
    numbered = [source for source in sources if source != name]
    if len(numbered) == len(sources):
        assert sorted(numbered) == sorted(f"{name}#{number}" for number in range(count))
    else:
        assert sources.count(name) == 1
        assert loaded.articles.empty
        assert set(loaded.rejects["reason"]) <= {"no_text", "malformed"}


@settings(QUICK, max_examples=60)
@given(JSON_RECORDS)
def test_every_record_of_json_has_one_row(records: list[Any]) -> None:
    for name, content in (("a.json", json.dumps(records).encode()), ("b.jsonl", json_lines(records))):
        accounted(read(name, content), name, len(records))


# What a cell can hold: a workbook holds no control characters, a CSV cell no lone carriage return that survives.
CELLS = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"], exclude_characters="\ufffe\uffff"), max_size=30
)


@settings(QUICK, max_examples=25)
@given(st.lists(st.tuples(CELLS, CELLS.map(lambda cell: cell + "!")), min_size=1, max_size=6))
def test_every_row_of_a_table_has_one_row(cells: list[tuple[str, str]]) -> None:
    records = [{"text": text, "title": f"{number} {title}"} for number, (text, title) in enumerate(cells)]
    files = {
        "a.csv": csv_of(records),
        "b.tsv": csv_of(records, "\t"),
        "c.parquet": parquet(records),
        "d.xlsx": workbook({"S": rows_of(records)}),
    }
    for name, content in files.items():
        accounted(read(name, content), name, len(records))
