"""Reading takes every format, names what it does not take, and never breaks on bad input."""

from __future__ import annotations

import gzip
import json
from datetime import date
from pathlib import Path

import pandas as pd
import pytest

from ctnews.errors import InputError
from ctnews.frames import RAW, REJECTS
from ctnews.reading import Loaded, read_articles
from ctnews.reading.days import parse_day
from ctnews.reading.encoding import decode
from ctnews.reading.files import Source
from ctnews.reading.formats import read_source

STORY = "Officials of both agencies met in Ankara and agreed to share what they know."
RECORD = {"title": "Agencies meet", "body": STORY, "date": "2024-05-16", "link": "https://example.org/1"}
PAGE = f"""<!doctype html><html><head><title>Agencies meet</title>
<meta property="article:published_time" content="2024-05-16T08:00:00+03:00"></head>
<body><nav><a href="/">Home</a></nav><article><h1>Agencies meet</h1>{f"<p>{STORY} {STORY}</p>" * 3}</article></body></html>"""

Files = dict[str, bytes | str]


def load(folder: Path, files: Files) -> Loaded:
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode("utf-8") if isinstance(content, str) else content)
    return read_articles(folder)


def reasons(loaded: Loaded) -> dict[str, str]:
    return dict(zip(loaded.rejects["source"], loaded.rejects["reason"], strict=True))


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.txt", STORY),
        ("a.text", STORY),
        ("a.md", STORY),
        ("A.TXT", STORY),
        ("a.html", PAGE),
        ("a.htm", PAGE),
        ("page.txt", PAGE),
        ("a.json", json.dumps(RECORD)),
        ("a.jsonl", json.dumps(RECORD)),
        ("a.ndjson", json.dumps(RECORD) + "\n"),
        ("a.csv", f'title,body\nAgencies meet,"{STORY}"\n'),
        ("a.txt.gz", gzip.compress(STORY.encode(), mtime=0)),
        ("a.html.gz", gzip.compress(PAGE.encode(), mtime=0)),
        ("a.jsonl.gz", gzip.compress(json.dumps(RECORD).encode(), mtime=0)),
        ("a.csv.gz", gzip.compress(f'body\n"{STORY}"\n'.encode(), mtime=0)),
    ],
)
def test_every_format_gives_its_article(tmp_path: Path, name: str, content: bytes | str) -> None:
    loaded = load(tmp_path, {name: content})
    assert loaded.rejects.empty
    assert STORY in loaded.articles["text"].item()
    assert list(loaded.articles.columns) == RAW.names
    assert list(loaded.rejects.columns) == REJECTS.names


ACCENTED = "Le secrétaire général a reçu la délégation à Genève — c’est noté."


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le-bom", "utf-16-be-bom", "utf-32", "cp1252"]
)
def test_every_encoding_gives_the_same_text(encoding: str) -> None:
    if encoding.endswith("-bom"):
        content = ("\ufeff" + ACCENTED).encode(encoding.removesuffix("-bom"))
    else:
        content = ACCENTED.encode(encoding)
    assert decode(content) == ACCENTED


def test_damaged_utf_8_loses_the_damaged_bytes_alone() -> None:
    content = ACCENTED.encode().replace("ç".encode(), b"\xc3", 1)
    assert decode(content) == ACCENTED.replace("ç", "\N{REPLACEMENT CHARACTER}")


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("empty.txt", b"", "empty"),
        ("blank.txt", b" \n\t\n", "empty"),
        ("bom.txt", b"\xef\xbb\xbf  ", "empty"),
        ("picture.txt", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "binary"),
        ("half.txt", b"\xff\xfea\0b", "unreadable"),
        ("broken.txt.gz", b"no gzip at all", "unreadable"),
        ("cut.txt.gz", gzip.compress(STORY.encode() * 50, mtime=0)[:-12], "unreadable"),
        ("hollow.txt.gz", gzip.compress(b"", mtime=0), "empty"),
        ("report.pdf", b"%PDF-1.7", "unsupported"),
        ("README", b"Notes", "unsupported"),
        ("nothing.html", b"<html><head></head><body></body></html>", "no_text"),
        ("open.json", b'{"title": "x", ', "malformed"),
        ("number.json", b"7", "malformed"),
        ("text.json", b'"just words"', "malformed"),
        ("none.json", b"[]", "empty"),
        ("columns.json", b'[{"title": "x", "length": 3}]', "no_text"),
        ("deep.json", b"[" * 100_000, "malformed"),
        ("head.csv", b"title,body\n", "empty"),
        ("columns.csv", b"title,length\nx,3\n", "no_text"),
    ],
)
def test_what_is_not_taken_is_a_reject_with_its_reason(tmp_path: Path, name: str, content: bytes, reason: str) -> None:
    loaded = load(tmp_path, {name: content})
    assert loaded.articles.empty
    assert reasons(loaded) == {name: reason}
    assert loaded.rejects["detail"].item().endswith(".")


def test_a_bad_line_costs_no_other_line(tmp_path: Path) -> None:
    lines = [
        json.dumps(RECORD),
        '{"body": "cut o',
        "",
        "[1, 2]",
        json.dumps(RECORD | {"body": STORY * 2}),
        '{"body": ""}',
    ]
    loaded = load(tmp_path, {"a.jsonl": "\n".join(lines)})
    assert list(loaded.articles["source"]) == ["a.jsonl#0", "a.jsonl#3"]
    assert reasons(loaded) == {"a.jsonl#1": "malformed", "a.jsonl#2": "malformed", "a.jsonl#4": "empty"}


@pytest.mark.parametrize(
    ("content", "sources"),
    [
        (RECORD, ["a.json"]),
        ([RECORD, RECORD | {"title": "Again"}], ["a.json#0", "a.json#1"]),
        ({"status": "ok", "articles": [RECORD, RECORD | {"title": "Again"}]}, ["a.json#0", "a.json#1"]),
    ],
    ids=["one record", "a list", "a list in a wrapper"],
)
def test_json_holds_one_record_a_list_or_a_list_in_a_wrapper(
    tmp_path: Path, content: object, sources: list[str]
) -> None:
    assert list(load(tmp_path, {"a.json": json.dumps(content)}).articles["source"]) == sources


@pytest.mark.parametrize(
    ("record", "column", "value"),
    [
        ({"Headline": "Talks end"}, "title", "Talks end"),
        ({"title": None, "headline": "Talks end"}, "title", "Talks end"),
        ({"source_url": "https://example.org/2"}, "url", "https://example.org/2"),
        ({"publisher": {"name": "The Daily", "id": 4}}, "outlet", "The Daily"),
        ({"authors": ["A. Smith", "B. Jones"]}, "author", "A. Smith, B. Jones"),
        ({"author": [{"name": "A. Smith"}]}, "author", "A. Smith"),
        ({"date_publish": "2024-05-16 08:00:00"}, "published", pd.Timestamp("2024-05-16")),
        ({"Published At": 1715817600}, "published", pd.Timestamp("2024-05-16")),
        ({"date": "16/05/24"}, "published", pd.NaT),
        ({"title": float("nan")}, "title", None),
    ],
)
def test_columns_are_known_by_their_usual_names(
    tmp_path: Path, record: dict[str, object], column: str, value: object
) -> None:
    article = load(tmp_path, {"a.json": json.dumps({"content": STORY} | record)}).articles.iloc[0]
    assert article["text"] == STORY
    assert article[column] == value or (pd.isna(article[column]) and pd.isna(value))


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_csv_is_read_whatever_parts_its_cells(tmp_path: Path, delimiter: str) -> None:
    text = 'He said: ""We agree""; so did they, twice | over.'
    rows = [["url", "headline", "full_text"], ["https://example.org/3", "Talks", f'"{text}\nSecond paragraph."']]
    article = load(tmp_path, {"a.csv": "\n".join(delimiter.join(row) for row in rows)}).articles.iloc[0]
    assert article["text"] == text.replace('""', '"') + "\nSecond paragraph."
    assert (article["title"], article["url"]) == ("Talks", "https://example.org/3")


def test_a_long_cell_is_no_error(tmp_path: Path) -> None:
    loaded = load(tmp_path, {"a.csv": "body\n" + "word " * 50_000})
    assert len(loaded.articles["text"].item()) > 200_000


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("<p>First part.</p><p>Second part.</p>", "First part.\nSecond part."),
        ("First part.<br>Second part.", "First part.\nSecond part."),
        ("<p>Kept.</p><script>var x = 1;</script>", "Kept."),
        ("Fewer than 5 < 6 people came.", "Fewer than 5 < 6 people came."),
    ],
)
def test_markup_in_a_record_gives_its_text(tmp_path: Path, body: str, text: str) -> None:
    assert load(tmp_path, {"a.json": json.dumps({"body": body})}).articles["text"].item().strip() == text


def test_metadata_of_a_page_are_read(tmp_path: Path) -> None:
    article = load(tmp_path, {"a.html": PAGE}).articles.iloc[0]
    assert (article["title"], article["published"]) == ("Agencies meet", pd.Timestamp("2024-05-16"))


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ("2024-05-16", date(2024, 5, 16)),
        ("2024/05/16", date(2024, 5, 16)),
        ("20240516", date(2024, 5, 16)),
        ("2024-05-16T23:30:00-05:00", date(2024, 5, 16)),
        ("Thu, 16 May 2024 09:00:00 GMT", date(2024, 5, 16)),
        ("Thursday, May 16, 2024", date(2024, 5, 16)),
        ("Sept. 3, 2024 10:15", date(2024, 9, 3)),
        ("16-May-2024", date(2024, 5, 16)),
        ("Kamis, 16 Mei 2024 07:35 WIB", date(2024, 5, 16)),
        ("16 Ogos 2024", date(2024, 8, 16)),
        ("1715817600000", date(2024, 5, 16)),
        (1715817600, date(2024, 5, 16)),
        (date(2024, 5, 16), date(2024, 5, 16)),
        ("4/5/2024", None),
        ("21/08/2024", date(2024, 8, 21)),
        ("08/21/2024 10:15", date(2024, 8, 21)),
        ("5-5-2024", date(2024, 5, 5)),
        ("31/02/2024", None),
        ("13/13/2024", None),
        ("2024-02-31", None),
        ("31 February 2024", None),
        ("16 Smarch 2024", None),
        ("yesterday", None),
        ("999999999999", date(2001, 9, 9)),
        ("", None),
        (None, None),
    ],
)
def test_a_day_in_metadata_is_read_where_it_is_plain(value: object, day: date | None) -> None:
    assert parse_day(value) == day


def test_folders_are_walked_in_order_without_what_is_hidden(tmp_path: Path) -> None:
    files: Files = {f"{name}.txt": f"{name} {STORY}" for name in ("b", "a/z", "a/b/c", ".hidden", ".git/x", "a/.x/y")}
    loaded = load(tmp_path, files)
    assert list(loaded.articles["source"]) == ["a/b/c.txt", "a/z.txt", "b.txt"]
    assert loaded.rejects.empty


def test_a_file_that_vanished_is_a_reject(tmp_path: Path) -> None:
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nowhere.txt")
    assert reasons(read_articles(tmp_path)) == {"gone.txt": "vanished"}
    assert [item.reason for item in read_source(Source(tmp_path / "never.txt", "never.txt"))] == ["vanished"]  # type: ignore[union-attr]


def test_a_path_that_does_not_exist_is_an_error_that_names_it(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="nowhere"):
        read_articles(tmp_path / "nowhere")


def test_what_is_read_and_what_is_rejected_make_up_what_was_given(tmp_path: Path) -> None:
    records = [RECORD, 3, {"body": ""}, RECORD | {"body": "Other words."}]
    files: Files = {
        "a.txt": STORY,
        "b.txt": "",
        "c.pdf": "x",
        "d.json": json.dumps(records),
        "e.jsonl": "{\n" + json.dumps(RECORD | {"title": "Third"}),
        "f.csv": "body\nOne.\nTwo.\n",
    }
    loaded = load(tmp_path, files)
    assert len(loaded.articles) + len(loaded.rejects) == 3 + len(records) + 2 + 2


def test_the_same_content_is_taken_once_and_the_second_file_named(tmp_path: Path) -> None:
    loaded = load(tmp_path, {"a.txt": STORY, "b.txt": STORY, "c.txt": STORY + " More."})
    assert list(loaded.articles["source"]) == ["a.txt", "c.txt"]
    assert reasons(loaded) == {"b.txt": "same_content"}
    assert "a.txt" in loaded.rejects["detail"].item()


def test_an_article_keeps_its_id_wherever_it_lies(tmp_path: Path) -> None:
    here = load(tmp_path / "one", {"a.txt": STORY, "b.json": json.dumps(RECORD)}).articles
    there = load(tmp_path / "two", {"x/z.txt": STORY, "y.jsonl": "\n" + json.dumps(dict(reversed(RECORD.items())))})
    assert set(here["article_id"]) == set(there.articles["article_id"])
    assert here["article_id"].str.fullmatch(r"[0-9a-f]{16}").all()


@pytest.mark.parametrize("name", ["x.txt", "x.html", "x.json", "x.jsonl", "x.csv", "x.txt.gz"])
@pytest.mark.parametrize(
    "content",
    [
        b"\0" * 9,
        b"\xff\xfe",
        b"\xef\xbb\xbf",
        b"<html",
        b"{}",
        b"[[]]",
        b'"',
        b",,,\n,",
        b"\x1f\x8b\x08",
        b"null",
        b"a\rb",
    ],
)
def test_nothing_breaks_reading(tmp_path: Path, name: str, content: bytes) -> None:
    loaded = load(tmp_path, {name: content})
    assert len(loaded.articles) + len(loaded.rejects) >= 1
