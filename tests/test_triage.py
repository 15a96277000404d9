"""Triage keeps what can matter, as it was, and takes up a run that broke off."""

from __future__ import annotations

import gzip
import json
import lzma
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from click.testing import CliRunner

import ctnews as ct
from ctnews import lexicon
from ctnews.cli import main
from ctnews.errors import InputError
from ctnews.triage import ledger
from ctnews.triage.stems import Stems

TALKS = "Officials of Kenya and Ghana held a meeting on terrorism and signed an agreement."
MATCH = "The home team won its third match in a row after a late goal."
WARC_HEAD = "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://example.org/{number}\r\n"


def jsonl(*texts: str) -> bytes:
    return b"".join(json.dumps({"text": text}).encode() + b"\n" for text in texts)


def warc(*texts: str, packed: bool = False) -> bytes:
    records = []
    for number, text in enumerate(texts):
        page = f"<html><body><article><p>{text}</p></article></body></html>".encode()
        head = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"
        body = head + (b"Content-Encoding: gzip\r\n\r\n" + gzip.compress(page) if packed else b"\r\n" + page)
        about = f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(body)}\r\n\r\n"
        records.append((WARC_HEAD.format(number=number) + about).encode() + body + b"\r\n\r\n")
    return b"".join(records)


def parquet(path: Path, *texts: str) -> None:
    pq.write_table(pa.table({"id": list(range(len(texts))), "text": list(texts)}), path)


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        (TALKS, True),
        ("Kedua negara sepakat bekerja sama dalam pertemuan tentang terorisme.", True),
        ("Mesyuarat itu membincangkan kerjasama memerangi keganasan.", True),
        (
            "Border guards of both countries signed a protocol on smuggling; the interior ministers met for talks,"
            " and a joint commission on security will hold a meeting and a workshop.",
            True,
        ),
        ("A bomb went off in the market.", False),
        (MATCH, False),
        ("", False),
    ],
)
def test_a_threat_and_cooperation_or_much_of_security_and_cooperation_is_kept(text: str, kept: bool) -> None:
    assert Stems.load().matter(text.encode()) is kept


def test_stems_are_small_ascii_letters_of_known_kinds() -> None:
    for lang in lexicon.languages():
        for row in lexicon.table(f"{lang}/triage"):
            assert row["kind"] in {"threat", "security", "cooperation"}
            assert all(stem.isascii() and stem == stem.lower() for stem in lexicon.values(row["phrase"]))


def test_no_relevant_article_of_the_sample_is_lost() -> None:
    stems, folder = Stems.load(), ct.sample_path()
    gold = map(json.loads, (folder / "gold.jsonl").read_text("utf-8").splitlines())
    docs = [case["doc"] for case in gold if case["relevant"]]
    lost = [doc for doc in docs if not stems.matter((folder / f"{doc}.txt").read_bytes())]
    assert lost == []


@pytest.mark.parametrize(
    "name", ["a.jsonl", "a.jsonl.gz", "a.ndjson.bz2", "a.jsonl.zst", "a.jl.xz", "a.warc", "a.warc.gz"]
)
def test_what_is_kept_is_read_from_a_file_of_the_same_name_and_kind(tmp_path: Path, name: str) -> None:
    if ".warc" in name:
        pytest.importorskip("fastwarc")
    content = (warc if ".warc" in name else jsonl)(TALKS, MATCH, TALKS + " It was late.")
    pile = tmp_path / "in" / "deep" / name
    pile.parent.mkdir(parents=True)
    pack(pile, content)
    found = ct.triage_records(tmp_path / "in", tmp_path / "out")
    assert found[["source", "records", "kept"]].to_numpy().tolist() == [[f"deep/{name}", 3, 2]]
    assert found["problem"].isna().all()
    read = ct.read_articles(tmp_path / "out")
    assert sorted(text.strip() for text in read.articles["text"]) == sorted([TALKS, TALKS + " It was late."])
    assert read.rejects.empty


def pack(path: Path, content: bytes) -> None:
    if path.suffix == ".xz":
        path.write_bytes(lzma.compress(content))
    else:
        with pa.output_stream(str(path), compression="detect") as stream:
            stream.write(content)


def test_the_rows_of_a_table_keep_their_other_columns(tmp_path: Path) -> None:
    parquet(tmp_path / "p.parquet", MATCH, TALKS, MATCH)
    ct.triage_records(tmp_path / "p.parquet", tmp_path / "out")
    assert pq.read_table(tmp_path / "out" / "p.parquet").to_pylist() == [{"id": 1, "text": TALKS}]


def test_a_page_that_was_sent_packed_is_searched_unpacked(tmp_path: Path) -> None:
    pytest.importorskip("fastwarc")
    (tmp_path / "w.warc").write_bytes(warc(TALKS, MATCH, packed=True))
    found = ct.triage_records(tmp_path / "w.warc", tmp_path / "out")
    assert found["kept"].tolist() == [1]
    assert TALKS in ct.read_articles(tmp_path / "out").articles["text"][0]


def test_files_that_are_done_and_unchanged_are_not_gone_through_again(tmp_path: Path) -> None:
    crawl, out = tmp_path / "crawl", tmp_path / "out"
    crawl.mkdir()
    (crawl / "a.jsonl").write_bytes(jsonl(TALKS))
    (crawl / "b.jsonl").write_bytes(jsonl(MATCH))
    first = ct.triage_records(crawl, out)
    kept = out / "a.jsonl"
    kept.write_bytes(b"untouched")
    (crawl / "b.jsonl").write_bytes(jsonl(TALKS, MATCH, MATCH))
    second = ct.triage_records(crawl, out)
    assert first["kept"].tolist() == [1, 0]
    assert second["kept"].tolist() == [1, 1]
    assert kept.read_bytes() == b"untouched"
    assert len(ledger.read(out)) == 2


def test_a_ledger_that_was_cut_off_is_gone_on_with(tmp_path: Path) -> None:
    crawl, out = tmp_path / "crawl", tmp_path / "out"
    crawl.mkdir()
    for name in "abc":
        (crawl / f"{name}.jsonl").write_bytes(jsonl(TALKS))
    ct.triage_records(crawl, out)
    path = out / ledger.NAME
    path.write_bytes(path.read_bytes()[:-20])
    assert ct.triage_records(crawl, out)["kept"].tolist() == [1, 1, 1]
    assert sorted(ledger.read(out)) == ["a.jsonl", "b.jsonl", "c.jsonl"]


def test_a_broken_file_gives_what_comes_before_the_break_and_says_so(tmp_path: Path) -> None:
    crawl = tmp_path / "crawl"
    crawl.mkdir()
    whole = gzip.compress(jsonl(*[f"{TALKS} {n} {n * 7919}" for n in range(40_000)]))
    (crawl / "cut.jsonl.gz").write_bytes(whole[: len(whole) // 2])
    (crawl / "no.parquet").write_bytes(b"PAR1 no table")
    (crawl / "utf16.jsonl").write_bytes(TALKS.encode("utf-16"))
    (crawl / "good.jsonl").write_bytes(jsonl(TALKS))
    (crawl / "note.txt").write_text(TALKS)
    found = ct.triage_records(crawl, tmp_path / "out").set_index("source")
    assert found["problem"].notna().to_dict() == {
        "cut.jsonl.gz": True,
        "good.jsonl": False,
        "no.parquet": True,
        "note.txt": True,
        "utf16.jsonl": True,
    }
    assert found.loc["good.jsonl", "kept"] == 1
    assert found.loc["cut.jsonl.gz", "kept"] > 0
    assert sorted(path.name for path in (tmp_path / "out").iterdir() if not path.name.startswith(".")) == [
        "cut.jsonl.gz",
        "good.jsonl",
    ]


def test_several_files_at_once_give_the_same_as_one_after_the_other(tmp_path: Path) -> None:
    crawl = tmp_path / "crawl"
    crawl.mkdir()
    for number in range(5):
        (crawl / f"{number}.jsonl").write_bytes(jsonl(*[TALKS, MATCH] * number, TALKS))
    one = ct.triage_records(crawl, tmp_path / "one").drop(columns="seconds")
    two = ct.triage_records(crawl, tmp_path / "two", jobs=2).drop(columns="seconds")
    assert one.equals(two)
    assert all(
        (tmp_path / "one" / f"{n}.jsonl").read_bytes() == (tmp_path / "two" / f"{n}.jsonl").read_bytes()
        for n in range(5)
    )


def test_a_folder_inside_what_is_gone_through_and_two_files_of_one_name_are_refused(tmp_path: Path) -> None:
    for folder in ("x", "y"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "a.jsonl").write_bytes(jsonl(TALKS))
    with pytest.raises(InputError, match="name another"):
        ct.triage_records(tmp_path, tmp_path / "out")
    with pytest.raises(InputError, match=r"called a\.jsonl"):
        ct.triage_records([tmp_path / "x" / "a.jsonl", tmp_path / "y" / "a.jsonl"], tmp_path / "out")


def test_the_command_tells_what_was_kept_and_what_could_not_be_read(tmp_path: Path) -> None:
    crawl = tmp_path / "crawl"
    crawl.mkdir()
    (crawl / "a.jsonl").write_bytes(jsonl(TALKS, MATCH))
    result = CliRunner().invoke(main, ["triage", str(crawl), "--out", str(tmp_path / "out")])
    assert result.exit_code == 0
    assert "1 of 2 records kept" in result.output
    (crawl / "b.parquet").write_bytes(b"broken")
    result = CliRunner().invoke(main, ["triage", str(crawl), "--out", str(tmp_path / "out")])
    assert result.exit_code == 1
    assert "b.parquet" in result.output
