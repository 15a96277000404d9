"""Bad input is a row in the rejects with a cure; everything else is loaded, and nothing waits or grows without end."""

from __future__ import annotations

import bz2
import gzip
import io
import json
import os
import stat
import tarfile
import threading
import zipfile
from datetime import date, datetime
from pathlib import Path

import pandas as pd
import pytest
from reading_fixture import (
    FIVE,
    PACKINGS,
    RECORD,
    RECORDS,
    STORY,
    json_lines,
    pages,
    parquet,
    rss,
    tarred,
    warc_record,
    workbook,
    zipped,
)

from ctnews.errors import InputError
from ctnews.reading import Loaded, read_articles
from ctnews.reading.days import parse_day
from ctnews.reading.encoding import decode
from ctnews.reading.files import Source
from ctnews.reading.formats import read_source


def load(folder: Path, files: dict[str, bytes]) -> Loaded:
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    loaded = read_articles(folder)
    assert loaded.rejects["detail"].str.endswith(".").all()
    return loaded


def reasons(loaded: Loaded) -> dict[str, str]:
    return dict(zip(loaded.rejects["source"], loaded.rejects["reason"], strict=True))


def cut(content: bytes) -> bytes:
    return content[: len(content) * 4 // 5]


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("a.zip", b"", "unreadable"),
        ("a.zip", b"PK\3\4 no more", "unreadable"),
        ("a.zip", cut(FIVE["five.zip"]), "unreadable"),
        ("a.zip", zipped({}), "empty"),
        ("a.zip", zipped({".hidden": b"x", "__MACOSX/a.txt": b"x", "folder/": b""}), "empty"),
        ("a.tar", b"no archive", "unreadable"),
        ("a.tar", tarred({}), "empty"),
        ("a.xlsx", b"no workbook", "unreadable"),
        ("a.xlsx", cut(FIVE["five.xlsx"]), "unreadable"),
        ("a.xlsx", zipped({"x.xml": b"<x/>"}), "unreadable"),
        ("a.xlsx", workbook({"S": []}), "empty"),
        ("a.xlsx", workbook({"S": [["title", "text"]]}), "empty"),
        ("a.xls", b"\xd0\xcf\x11\xe0", "unsupported"),
        ("a.parquet", b"PAR1", "unreadable"),
        ("a.parquet", cut(FIVE["five.parquet"]), "unreadable"),
        ("a.parquet", parquet([{"title": "x"}]), "no_text"),
        ("a.rss", b"no feed", "unsupported"),
        ("a.xml", b"<?xml version='1.0'?><data><row/></data>", "unsupported"),
        ("a.rss", rss([]), "unsupported"),
        ("a.warc", b"no archive", "unreadable"),
        ("a.warc", warc_record(b"", kind="revisit"), "empty"),
        ("a.warc.gz", b"no archive", "unreadable"),
        ("a.jsonl.zst", b"no archive", "unreadable"),
        ("a.jsonl.xz", b"no archive", "unreadable"),
        ("a.jsonl.bz2", b"no archive", "unreadable"),
        ("a.gz.gz.gz.gz.gz.gz.gz", gzip.compress(b"", mtime=0), "nested"),
        ("paper.txt", b"%PDF-1.7\n1 0 obj\n" + b"words " * 999, "binary"),
        ("noise.txt", bytes(range(256)) * 20, "binary"),
        ("a.json", b"[" * 200_000, "malformed"),
        ("a.json", b'{"a":' * 200_000, "malformed"),
        ("a.jsonl", b"[" * 200_000, "malformed"),
        ("a.csv", b"\n\n\n", "empty"),
        ("a.csv", b'text\n"' + b"never closed ", "malformed"),
        ("a.csv", b"," * 20_000, "malformed"),
        ("a.docx", b"PK", "unsupported"),
    ],
)
def test_what_is_not_taken_is_a_reject_with_its_reason(tmp_path: Path, name: str, content: bytes, reason: str) -> None:
    loaded = load(tmp_path, {name: content, "good.txt": STORY.encode()})
    assert set(reasons(loaded).values()) == {reason}
    assert {source.partition("#")[0] for source in loaded.rejects["source"]} == {name}
    assert list(loaded.articles["source"]) == ["good.txt"]


@pytest.mark.parametrize("packing", PACKINGS)
@pytest.mark.parametrize("name", ["five.jsonl", "five.json", "five.csv", "five.tar"])
def test_what_stands_before_the_break_of_a_packed_file_is_read(tmp_path: Path, name: str, packing: str) -> None:
    # Words without repetition, so that the packed file can be cut in the middle of its content.
    records = [RECORD | {"body": os.urandom(2000).hex()} for _ in range(200)]
    plain = {
        "five.jsonl": json_lines(records),
        "five.json": json.dumps(records).encode(),
        "five.csv": b"body\n" + b"".join(record["body"].encode() + b"\n" for record in records),
        "five.tar": tarred({f"{number}.txt": record["body"].encode() for number, record in enumerate(records)}),
    }[name]
    packed = bz2.compress(plain, 1) if packing == ".bz2" else PACKINGS[packing](plain)
    loaded = load(tmp_path, {name + packing: packed[: len(packed) * 9 // 10]})
    assert len(loaded.articles) >= 100
    assert reasons(loaded)[name + packing] == "unreadable"


@pytest.mark.parametrize("name", ["five.json", "wrapped.json", "five.jsonl", "five.rss", "five.tar", "five.warc"])
def test_what_stands_before_the_break_of_a_file_is_read(tmp_path: Path, name: str) -> None:
    broken = FIVE[name][: len(FIVE[name]) - (7000 if name.endswith(".tar") else 1300 if name.endswith("warc") else 300)]
    loaded = load(tmp_path, {name: broken})
    assert len(loaded.articles) >= 2
    assert set(loaded.rejects["reason"]) <= {"malformed", "unreadable", "empty"}
    assert not loaded.rejects.empty


@pytest.mark.parametrize(
    ("lines", "read", "rejected"),
    [
        (["a,b"], ["a"], {}),
        (["a"], ["a"], {}),
        (["a,b,c"], [], {"a.csv#0": "malformed"}),
        (["a,b,,"], ["a"], {}),
        (["a,b,c", "d,e"], ["d"], {"a.csv#0": "malformed"}),
        (['a,"b', "c,d", "e,f"], ["c", "e"], {"a.csv#0": "malformed"}),
        (['"two', 'lines",b'], ["two\nlines"], {}),
        (["a,b", "", "c,d"], ["a", "c"], {}),
        ([f"nul\0l {STORY},b"], [f"nul\N{REPLACEMENT CHARACTER}l {STORY}"], {}),
    ],
    ids=["whole", "short", "long", "empty cells too many", "long, then whole", "a quote left open", "a quoted line break", "blank line", "NUL"],
)  # fmt: skip
def test_a_broken_row_costs_no_other(
    tmp_path: Path, lines: list[str], read: list[str], rejected: dict[str, str]
) -> None:
    loaded = load(tmp_path, {"a.csv": "\n".join(["text,title", *lines]).encode()})
    assert list(loaded.articles["text"]) == read
    assert reasons(loaded) == rejected


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_csv_is_read_whatever_ends_its_lines(tmp_path: Path, ending: str) -> None:
    content = ending.join(["title;text;share", "A;One, two;3,5", "B;Three;4,5", ""])
    assert list(load(tmp_path, {"a.csv": content.encode()}).articles["text"]) == ["One, two", "Three"]


def test_of_two_columns_of_one_name_the_first_counts(tmp_path: Path) -> None:
    loaded = load(tmp_path, {"a.csv": b"text,text,title,title\nFirst,,A,B\n"})
    assert (loaded.articles["text"].item(), loaded.articles["title"].item()) == ("First", "A")


def test_a_line_without_end_is_one_reject_and_the_next_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ctnews.reading.encoding.MAX_TEXT_BYTES", 10_000)
    monkeypatch.setattr("ctnews.reading.csv_records.MAX_TEXT_BYTES", 10_000)
    long = b"x" * 100_000
    files = {"a.jsonl": json_lines([RECORD]) + b'{"body": "' + long + b'"}\n' + json_lines([RECORDS[1]]), "b.csv": b"text\nOne.\n" + long + b"\nTwo.\n"}  # fmt: skip
    loaded = load(tmp_path, files)
    assert list(loaded.articles["source"]) == ["a.jsonl#0", "a.jsonl#2", "b.csv#0", "b.csv#2"]
    assert reasons(loaded) == {"a.jsonl#1": "too_large", "b.csv#1": "too_large"}


def test_a_member_that_is_no_file_or_locked_is_a_reject(tmp_path: Path) -> None:
    link, device, pipe = (tarfile.TarInfo(name) for name in ("link.txt", "device.txt", "pipe.txt"))
    link.type, link.linkname = tarfile.SYMTYPE, "/etc/passwd"
    device.type, pipe.type = tarfile.CHRTYPE, tarfile.FIFOTYPE
    symlink = zipfile.ZipInfo("link.txt")
    symlink.create_system, symlink.external_attr = 3, (stat.S_IFLNK | 0o777) << 16
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr(symlink, "/etc/passwd")
        archive.writestr("locked.txt", "secret")
    locked = bytearray(packed.getvalue())
    for mark, offset in ((b"PK\1\2", 8), (b"PK\3\4", 6)):
        locked[locked.rindex(mark) + offset] |= 1
    loaded = load(
        tmp_path, {"a.tar": tarred({"good.txt": STORY.encode()}, more=(link, device, pipe)), "b.zip": bytes(locked)}
    )
    assert list(loaded.articles["source"]) == ["a.tar/good.txt"]
    assert reasons(loaded) == {
        "a.tar/link.txt": "no_file",
        "a.tar/device.txt": "no_file",
        "a.tar/pipe.txt": "no_file",
        "b.zip/link.txt": "no_file",
        "b.zip/locked.txt": "encrypted",
    }


@pytest.mark.parametrize(
    ("name", "label"),
    [
        ("../../up.txt", "up.txt"),
        ("/etc/x.txt", "etc/x.txt"),
        ("C:\\x\\y.txt", "C:/x/y.txt"),
        ("a\nb.txt", "a_b.txt"),
        ("a/../b.txt", "a/b.txt"),
    ],
)
@pytest.mark.parametrize("pack", [zipped, tarred])
def test_names_of_members_are_only_labels(tmp_path: Path, pack: object, name: str, label: str) -> None:
    before = {path for path in tmp_path.parent.rglob("*") if "up.txt" in path.name}
    files = {"a.zip" if pack is zipped else "a.tar": pack({name: STORY.encode()})}  # type: ignore[operator]
    assert list(load(tmp_path / "in", files).articles["source"]) == [f"{next(iter(files))}/{label}"]
    assert before == {path for path in tmp_path.parent.rglob("*") if "up.txt" in path.name}


EMPTY = b'{"n": "' + b"n" * 1000 + b'"}\n'


def bomb(levels: int) -> bytes:
    content = zipped({f"{number}.txt": bytes(1_000_000) for number in range(4)})
    for _ in range(levels):
        content = zipped({f"{number}.zip": content for number in range(4)})
    return content


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("flat.zip", zipped({f"{number}.jsonl": EMPTY * 15_000 for number in range(3)})),
        ("deep.zip", bomb(2)),
        ("one.jsonl.gz", gzip.compress(EMPTY * 9_000)),
        ("one.tar.gz", tarred({"a.jsonl": b" " * 30_000_000, "b.txt": STORY.encode()}, "w:gz")),
    ],
)
def test_a_bomb_is_stopped_before_it_goes_off(
    tmp_path: Path, name: str, content: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ctnews.reading.streams.FREE_BYTES", 5_000_000)
    monkeypatch.setattr("ctnews.reading.streams.MAX_RATIO", 10)
    loaded = load(tmp_path, {name: content})
    assert reasons(loaded)[name] == "too_large"


def test_more_rejects_than_anybody_reads_are_counted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ctnews.reading.MAX_REJECTS", 10)
    loaded = load(tmp_path, {"a.jsonl": json_lines([*RECORDS, *range(30), {"body": ""}])})
    assert len(loaded.articles) == 5
    assert len(loaded.rejects) == 11
    assert loaded.rejects["detail"].iloc[-1].endswith("in all: 30 malformed, 1 empty.")


def test_archives_in_archives_end_somewhere(tmp_path: Path) -> None:
    content = zipped({"a.txt": STORY.encode()})
    for _ in range(6):
        content = zipped({"a.zip": content})
    assert list(reasons(load(tmp_path, {"a.zip": content})).values()) == ["nested"]


def test_a_tar_header_that_claims_gigabytes_is_not_believed(tmp_path: Path) -> None:
    header = tarfile.TarInfo("x")
    header.type, header.size = tarfile.XHDTYPE, 8_000_000_000
    content = tarred({"a.txt": STORY.encode()})[:1024] + header.tobuf() + bytes(10_240)
    loaded = load(tmp_path, {"a.tar": content})
    assert list(loaded.articles["source"]) == ["a.tar/a.txt"]
    assert reasons(loaded) == {"a.tar": "unreadable"}


def test_a_sheet_with_one_far_cell_is_read_in_its_rows(tmp_path: Path) -> None:
    book = io.BytesIO(workbook({"S": [["text"], [STORY]]}))
    grown = io.BytesIO()
    with zipfile.ZipFile(book) as old, zipfile.ZipFile(grown, "w", zipfile.ZIP_DEFLATED) as new:
        for member in old.namelist():
            content = old.read(member)
            far = b'<row r="1048576"><c r="XFD1048576" t="inlineStr"><is><t>far</t></is></c></row></sheetData>'
            new.writestr(member, content.replace(b"</sheetData>", far))
    loaded = load(tmp_path, {"a.xlsx": grown.getvalue()})
    assert list(loaded.articles["text"]) == [STORY]


def test_pipes_and_devices_are_rejects_and_never_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "null.txt").symlink_to("/dev/zero")
    loaded: list[Loaded] = []
    thread = threading.Thread(target=lambda: loaded.append(load(tmp_path, {"a.txt": STORY.encode()})), daemon=True)
    thread.start()
    thread.join(20)
    assert reasons(loaded[0]) == {"pipe.txt": "no_file", "null.txt": "no_file"}
    assert reasons(read_articles(tmp_path / "pipe.txt")) == {"pipe.txt": "no_file"}
    items = list(read_source(Source(tmp_path / "pipe.txt", "pipe.txt")))
    assert [item.reason for item in items] == ["no_file"]  # type: ignore[union-attr]


def test_links_to_folders_are_followed_once_and_loops_end(tmp_path: Path) -> None:
    (tmp_path / "in" / "b").mkdir(parents=True)
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "far.txt").write_text(STORY + " Far.", "utf-8")
    (tmp_path / "in" / "b" / "up").symlink_to(tmp_path / "in")
    (tmp_path / "in" / "c").symlink_to(tmp_path / "out")
    (tmp_path / "in" / "d").symlink_to(tmp_path / "out")
    (tmp_path / "in" / "self.txt").symlink_to(tmp_path / "in" / "self.txt")
    loaded = load(tmp_path / "in", {"a.txt": STORY.encode()})
    assert list(loaded.articles["source"]) == ["a.txt", "c/far.txt"]
    assert reasons(loaded) == {"b/up": "same_folder", "d": "same_folder", "self.txt": "unreadable"}


def test_what_may_not_be_read_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: str, _: int) -> int:
        raise PermissionError(13, "Permission denied", path)

    monkeypatch.setattr("ctnews.reading.files._open", refuse)
    loaded = load(tmp_path, {"a.txt": STORY.encode()})
    assert reasons(loaded) == {"a.txt": "unreadable"}
    assert "permissions" in loaded.rejects["detail"].item()


def test_a_folder_that_may_not_be_listed_is_a_reject(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "shut").mkdir()
    scandir = os.scandir

    def refuse(path: Path) -> object:
        if Path(path).name == "shut":
            raise PermissionError(13, "Permission denied", str(path))
        return scandir(path)

    monkeypatch.setattr("ctnews.reading.files.os.scandir", refuse)
    assert reasons(load(tmp_path, {"a.txt": STORY.encode()})) == {"shut": "unreadable"}


def test_a_study_among_the_articles_is_not_read_as_articles(tmp_path: Path) -> None:
    files = {"study/manifest.json": b"{}", "study/articles.parquet": FIVE["five.parquet"], "a.txt": STORY.encode()}
    loaded = load(tmp_path, files)
    assert list(loaded.articles["source"]) == ["a.txt"]
    assert reasons(loaded) == {"study": "study"}


@pytest.mark.parametrize("path", ["no\0thing", "x" * 5000])
def test_a_path_that_cannot_be_is_an_input_error(path: str) -> None:
    with pytest.raises(InputError):
        read_articles(path)


@pytest.mark.parametrize(
    "value",
    ["0000-01-01", "0000-00-00", "0001-01-01", "9999-12-31", "10000-01-01", date(9999, 12, 31), datetime(1, 1, 1), pd.NaT, float("nan"), float("inf"), -1, "99999999999999999999", "1e400", "-9223372036854775808", [], {}, True],
)  # fmt: skip
def test_days_that_no_article_can_have_are_none(value: object) -> None:
    assert parse_day(value) is None


@pytest.mark.parametrize(("value", "day"), [("20240516083000", date(2024, 5, 16)), ("2024-5-6 10:00", date(2024, 5, 6)), ("20240516T083000Z", date(2024, 5, 16))])  # fmt: skip
def test_days_as_machines_write_them_are_read(value: str, day: date) -> None:
    assert parse_day(value) == day


def test_odd_values_in_records_cost_nothing(tmp_path: Path) -> None:
    lines = [
        '{"body": "half \\ud800 a pair", "title": "\\udfff"}',
        '{"body": "nul \\u0000 inside", "url": NaN, "date": Infinity}',
        '{"body": "huge", "n": 1e999, "date": "9999-12-31"}',
        '{"body": ["one", "two"], "author": [], "source": 3, "title": 1984}',
        '{"body": "x", "n": ' + "9" * 5000 + "}",
    ]
    loaded = load(tmp_path, {"a.jsonl": "\n".join(lines).encode()})
    texts = ["half \N{REPLACEMENT CHARACTER} a pair", "nul \N{REPLACEMENT CHARACTER} inside", "huge", "one\n\ntwo"]
    assert list(loaded.articles["text"]) == texts
    assert loaded.articles["title"].iloc[3] == "1984"
    assert loaded.articles["published"].isna().all()
    assert reasons(loaded) == {"a.jsonl#4": "malformed"}
    loaded.articles.to_parquet(tmp_path / "kept.parquet")


def test_a_file_name_that_is_no_text_can_still_be_shown(tmp_path: Path) -> None:
    (tmp_path / os.fsdecode(b"a\xff.txt")).write_text(STORY, "utf-8")
    (tmp_path / os.fsdecode(b"b\xff.pdf")).write_text(STORY, "utf-8")
    loaded = read_articles(tmp_path)
    assert loaded.articles["source"].item() == "a\N{REPLACEMENT CHARACTER}.txt"
    loaded.rejects.to_parquet(tmp_path / "kept.parquet")


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_without_a_mark_is_known_by_its_zeros(encoding: str) -> None:
    assert decode(STORY.encode(encoding)) == STORY


@pytest.mark.parametrize("name", ["a.txt", "a.csv"])
def test_letters_beyond_ascii_that_come_late_are_read(tmp_path: Path, name: str) -> None:
    text = "text\n" + "Plain words only.\n" * 60_000 + "Le secrétaire général a reçu la délégation à Genève.\n"
    last = load(tmp_path, {name: text.encode("cp1252")}).articles["text"].iloc[-1]
    assert last.strip().endswith("Le secrétaire général a reçu la délégation à Genève.")


@pytest.mark.parametrize("depth", [500, 50_000])
def test_elements_within_elements_within_elements_are_no_end(tmp_path: Path, depth: int) -> None:
    page = "<!doctype html><html><body>" + "<div>" * depth + f"<p>{STORY}</p>" * 5
    record = {"body": "<p>" + "<b>" * depth + STORY}
    loaded = load(tmp_path, {"a.html": page.encode(), "b.json": json.dumps(record).encode(), "c.txt": b"Good."})
    assert len(loaded.articles) + len(loaded.rejects) == 3
    assert "c.txt" in set(loaded.articles["source"])


def test_a_page_of_more_tags_than_any_article_has_is_not_looked_through(tmp_path: Path) -> None:
    page = "<!doctype html><html><body>" + "<p>Word.</p>" * 100_000
    assert reasons(load(tmp_path, {"a.html": page.encode()})) == {"a.html": "too_large"}


def test_a_quote_left_open_in_a_large_file_costs_one_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ctnews.reading.csv_records.MAX_TEXT_BYTES", 1_000)
    lines = ["text", '"open', *(f"Article number {number}." for number in range(200)), '"closed"']
    loaded = load(tmp_path, {"a.csv": "\n".join(lines).encode()})
    assert len(loaded.articles) == 201
    assert reasons(loaded) == {"a.csv#0": "malformed"}


def test_files_that_grow_while_they_are_read_are_read_as_far_as_they_go(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(json_lines(RECORDS[:2]))
    items = read_source(Source(path, "a.jsonl"))
    first = next(items)
    with path.open("ab") as file:
        file.write(json_lines(RECORDS[2:]))
    assert len([first, *items]) >= 2


def test_records_of_which_some_have_no_text_are_rejected_one_by_one(tmp_path: Path) -> None:
    records = [{"id": 1}, {"id": 2}, RECORD, {"id": 3}]
    loaded = load(tmp_path, {"a.jsonl": json_lines(records)})
    assert list(loaded.articles["source"]) == ["a.jsonl#2"]
    assert reasons(loaded) == {"a.jsonl#0": "no_text", "a.jsonl#1": "no_text", "a.jsonl#3": "no_text"}


def test_read_and_rejected_make_up_what_was_given(tmp_path: Path) -> None:
    rows = [["text"], *([f"Article {number}."] for number in range(50)), [None, "x"]]
    files = {
        "a.jsonl": json_lines([*RECORDS, 7, {"body": ""}, {"x": 1}]),
        "b.xlsx": workbook({"S": rows}),
        "c.warc": b"".join(map(warc_record, [*pages(3), b"<html></html>"])),
        "d.zip": zipped({"a.txt": b"A.", "b.txt": b"", "c.pdf": b"x", "d.jsonl": json_lines([RECORD, 3])}),
    }
    loaded = load(tmp_path, files)
    assert len(loaded.articles) + len(loaded.rejects) == 8 + 51 + 4 + 5


@pytest.mark.parametrize("name", ["half.zip", "half.xlsx"])
def test_what_is_damaged_is_told_with_a_cure(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(b"PK\3\4 no more")
    assert read_articles(tmp_path).rejects["detail"].str.contains("get it again").all()


def test_a_file_without_extension_is_told_as_such(tmp_path: Path) -> None:
    (tmp_path / "thing").write_bytes(b"\1\2\3")
    assert read_articles(tmp_path).rejects["detail"].str.startswith("Files without extension are not read").all()
