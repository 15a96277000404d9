"""Every format gives its articles under the same names, whatever it is packed with and in."""

from __future__ import annotations

import hashlib
import json
import sys
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from reading_fixture import (
    FIVE,
    PACKINGS,
    PAGE,
    RECORD,
    RECORDS,
    STORY,
    atom,
    csv_of,
    json_lines,
    pages,
    parquet,
    rows_of,
    rss,
    tarred,
    warc,
    warc_record,
    workbook,
    zipped,
)

from ctnews.errors import InputError
from ctnews.reading import Loaded, Rejected, iter_articles, read_articles


def load(folder: Path, files: dict[str, bytes], **options: Any) -> Loaded:
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return read_articles(folder, **options)


def reasons(loaded: Loaded) -> dict[str, str]:
    return dict(zip(loaded.rejects["source"], loaded.rejects["reason"], strict=True))


@pytest.mark.parametrize("name", FIVE)
def test_five_articles_are_five_articles_in_every_format(tmp_path: Path, name: str) -> None:
    loaded = load(tmp_path, {name: FIVE[name]})
    assert loaded.rejects.empty
    assert len(loaded.articles) == 5
    assert all(f"the {number}th time" in text for number, text in enumerate(loaded.articles["text"], 4))
    assert loaded.articles["source"].str.startswith(name).all()
    assert loaded.articles["source"].is_unique


@pytest.mark.parametrize("packing", PACKINGS)
@pytest.mark.parametrize("name", ["five.json", "five.jsonl", "five.csv", "five.xlsx", "five.parquet", "five.rss", "five.warc", "five.zip", "five.tar"])  # fmt: skip
def test_every_format_is_read_in_every_packing(tmp_path: Path, name: str, packing: str) -> None:
    plain = load(tmp_path / "plain", {name: FIVE[name]}).articles
    loaded = load(tmp_path / "packed", {name + packing: PACKINGS[packing](FIVE[name])})
    assert loaded.rejects.empty
    assert list(loaded.articles["article_id"]) == list(plain["article_id"])


# The SHA-256 of the records as canonical JSON; studies are updated by these, so that they may never change.
IDS = [
    hashlib.sha256(json.dumps(record, sort_keys=True, separators=(",", ":")).encode()).hexdigest()[:16] for record in RECORDS
]  # fmt: skip


@pytest.mark.parametrize("name", [name for name in FIVE if name.endswith((".json", ".jsonl", ".csv", ".tsv", ".xlsx", ".parquet"))])  # fmt: skip
def test_a_record_has_one_id_in_all_formats(tmp_path: Path, name: str) -> None:
    ids = load(tmp_path, {name: FIVE[name]}).articles["article_id"]
    assert list(ids) == IDS
    assert IDS[-1] == "1b35bf529851a573"


def test_members_of_archives_are_called_after_both(tmp_path: Path) -> None:
    inner = tarred({"c.jsonl": json_lines(RECORDS)}, "w:gz")
    files = {"a.zip": zipped({"one/b.txt": STORY.encode(), "two/c.tgz": inner, "d.html": PAGE.encode()})}
    sources = list(load(tmp_path, files).articles["source"])
    assert sources == ["a.zip/one/b.txt", *(f"a.zip/two/c.tgz/c.jsonl#{number}" for number in range(5)), "a.zip/d.html"]


def test_sheets_are_named_where_several_are_filled(tmp_path: Path) -> None:
    sheets = {"May": rows_of(RECORDS[:2]), "Empty": [], "June": rows_of(RECORDS[2:]), "Notes": [["x", "y"], [1, 2]]}
    loaded = load(tmp_path, {"a.xlsx": workbook(sheets)})
    assert list(loaded.articles["source"]) == ["a.xlsx/May#0", "a.xlsx/May#1", *(f"a.xlsx/June#{n}" for n in range(3))]
    assert reasons(loaded) == {"a.xlsx/Notes": "no_text"}


def test_a_sheet_is_read_from_the_row_that_names_the_columns_with_its_days_and_formulas(tmp_path: Path) -> None:
    rows = [
        ["Export of 3 June"],
        [],
        ["Title", "Text", "Date", None, "Words"],
        ["=UPPER(A3)", STORY, datetime(2024, 5, 16, 8), "x", 3],
    ]
    article = load(tmp_path, {"a.xlsx": workbook({"S": rows})}).articles.iloc[0]
    assert (article["text"], article["published"]) == (STORY, pd.Timestamp("2024-05-16"))
    assert pd.isna(article["title"])  # a formula that was never computed has no value


def test_parquet_gives_days_lists_and_bytes(tmp_path: Path) -> None:
    record = {
        "text": STORY.encode(),
        "authors": ["A. Smith", "B. Jones"],
        "published": date(2024, 5, 16),
        "n": float("nan"),
    }
    article = load(tmp_path, {"a.parquet": parquet([record])}).articles.iloc[0]
    assert (article["text"], article["author"]) == (STORY, "A. Smith, B. Jones")
    assert article["published"] == pd.Timestamp("2024-05-16")


def test_feeds_give_the_whole_text_where_they_carry_it_and_else_the_summary(tmp_path: Path) -> None:
    loaded = load(tmp_path, {"a.rss": rss([RECORD]), "b.atom": atom([RECORD]), "c.xml": rss(RECORDS[:1])})
    assert list(loaded.articles["text"].str.strip()) == [STORY, STORY, RECORDS[0]["body"]]
    assert set(loaded.articles["outlet"]) == {"The Daily"}
    assert set(loaded.articles["published"]) == {pd.Timestamp("2024-05-16")}


def test_of_a_web_archive_only_good_pages_are_articles_and_the_rest_is_counted(tmp_path: Path) -> None:
    content = b"".join([
        warc_record(b"GET / HTTP/1.1\r\n\r\n", kind="request", mime="application/http"),
        warc_record(pages(1)[0], url="https://example.org/7"),
        warc_record(b"gone", status="404 Not Found"),
        warc_record(b"\x89PNG", mime="image/png"),
        warc_record(b"\x89PNG2", mime="image/png"),
        warc_record(STORY.encode(), mime="text/plain; charset=utf-8"),
        warc_record(f"{STORY} Café.".encode("cp1252"), mime="text/plain; charset=windows-1252"),
        warc_record(STORY.encode() + b" Converted.", kind="conversion", mime="text/plain"),
        warc_record(b"", kind="revisit"),
    ])  # fmt: skip
    loaded = load(tmp_path, {"a.warc": content})
    assert list(loaded.articles["source"]) == ["a.warc#1", "a.warc#5", "a.warc#6", "a.warc#7"]
    assert loaded.articles["url"].iloc[0] == "https://example.org/7"
    assert loaded.articles["text"].iloc[2].endswith("Café.")
    assert reasons(loaded) == {"a.warc": "no_page"}
    assert "3 answers in the web archive are no pages: 2 image/png, 1 status 404." in set(loaded.rejects["detail"])


def test_without_the_library_for_web_archives_the_reject_tells_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "fastwarc.warc", None)
    loaded = load(tmp_path, {"a.warc": warc(pages(1)), "b.txt": STORY.encode()})
    assert len(loaded.articles) == 1
    assert "pip install 'ctnews[warc]'." in loaded.rejects["detail"].item()


@pytest.mark.parametrize("name", ["index", "story.php", "view.aspx", "page.html?id=3"])
def test_a_page_is_known_by_its_beginning_whatever_its_name(tmp_path: Path, name: str) -> None:
    assert STORY in load(tmp_path, {name: PAGE.encode()}).articles["text"].item()


TEXT, DAY = "text", pd.Timestamp("2024-05-16")
SCHEMAS: dict[str, tuple[dict[str, Any], dict[str, Any]]] = {
    "news-please": (
        {"maintext": STORY, "title": "T", "date_publish": "2024-05-16 08:00:00", "source_domain": "a.org", "url": "u", "authors": ["A"], "description": "D"},
        {"title": "T", "outlet": "a.org", "url": "u", "author": "A", "published": DAY},
    ),
    "newspaper4k": (
        {"url": "u", "title": "T", "text": STORY, "authors": ["A", "B"], "publish_date": "2024-05-16T08:00:00", "summary": "S", "html": "<p>x</p>"},
        {"author": "A, B", "published": DAY},
    ),
    "trafilatura": (
        {"title": "T", "author": "A; B", "hostname": "a.org", "date": "2024-05-16", "text": STORY, "raw_text": "raw", "source": "https://a.org/x", "source-hostname": "Site", "excerpt": "E"},
        {"author": "A; B", "published": DAY},
    ),
    "NewsAPI": (
        {"source": {"id": None, "name": "The Daily"}, "author": "A", "title": "T", "description": "D", "url": "u", "publishedAt": "2024-05-16T08:00:00Z", "content": STORY},
        {"outlet": "The Daily", "url": "u", "published": DAY},
    ),
    "GNews": (
        {"title": "T", "description": "D", "content": STORY, "url": "u", "publishedAt": "2024-05-16T08:00:00Z", "source": {"name": "The Daily", "url": "w"}},
        {"outlet": "The Daily"},
    ),
    "MediaStack": (
        {"author": None, "title": "T", "description": STORY, "url": "u", "source": "daily", "published_at": "2024-05-16T08:00:00+00:00"},
        {"outlet": "daily", "published": DAY},
    ),
    "NewsCatcher": (
        {"title": "T", "author": "A", "published_date": "2024-05-16 08:00:00", "link": "u", "clean_url": "a.org", "excerpt": "E", "summary": "S", "content": STORY},
        {"url": "u", "published": DAY},
    ),
    "EventRegistry": (
        {"uri": "123", "lang": "eng", "url": "u", "title": "T", "body": STORY, "date": "2024-05-16", "dateTime": "2024-05-16T08:00:00Z", "source": {"uri": "a.org", "title": "The Daily"}, "authors": [{"uri": "x", "name": "A"}]},
        {"url": "u", "outlet": "The Daily", "author": "A", "published": DAY},
    ),
    "The Guardian": (
        {"id": "world/1", "webTitle": "T", "webUrl": "u", "webPublicationDate": "2024-05-16T08:00:00Z", "fields": {"bodyText": STORY, "byline": "A", "trailText": "D"}},
        {"title": "T", "url": "u", "published": DAY, "author": "A"},
    ),
    "New York Times": (
        {"abstract": "D", "web_url": "u", "uri": "nyt://1", "lead_paragraph": STORY, "headline": {"main": "T", "kicker": None}, "pub_date": "2024-05-16T08:00:00+0000", "byline": {"original": "By A"}, "source": "The New York Times"},
        {"title": "T", "url": "u", "published": DAY, "author": "By A", "outlet": "The New York Times"},
    ),
    "WordPress": (
        {"id": 3, "date": "2024-05-16T08:00:00", "date_gmt": "2024-05-16T01:00:00", "link": "u", "title": {"rendered": "T"}, "content": {"rendered": f"<p>{STORY}</p>", "protected": False}, "excerpt": {"rendered": "<p>D</p>"}, "author": 7},
        {"title": "T", "url": "u", "published": DAY, "author": None},
    ),
    "schema.org": (
        {"@context": "https://schema.org", "@type": "NewsArticle", "headline": "T", "articleBody": STORY, "datePublished": "2024-05-16T08:00:00+07:00", "author": [{"@type": "Person", "name": "A"}], "publisher": {"@type": "Organization", "name": "The Daily"}, "mainEntityOfPage": {"@type": "WebPage", "@id": "u"}},
        {"title": "T", "url": "u", "published": DAY, "author": "A", "outlet": "The Daily"},
    ),
    "Elasticsearch": (
        {"_index": "news", "_id": "1", "_score": 1.0, "_source": {"title": "T", "text": STORY, "url": "u"}},
        {"title": "T", "url": "u"},
    ),
    "MongoDB": ({"_id": {"$oid": "1"}, "text": STORY, "date": {"$date": "2024-05-16T08:00:00Z"}}, {"published": DAY}),
    "Factiva": (
        {"HD": "T", "BY": "A", "PD": "16 May 2024", "SN": "The Daily", "LP": "Officials of both agencies met in Ankara", "TD": "and agreed."},
        {"title": "T", "outlet": "The Daily", "author": "A", "published": DAY, "text": "Officials of both agencies met in Ankara\n\nand agreed."},
    ),
    "ProQuest": (
        {"Title": "T", "FullText": STORY, "Authors": "A", "pubdate": "May 16, 2024", "pubtitle": "The Daily", "DocumentURL": "u", "Abstract": "D"},
        {"outlet": "The Daily", "url": "u", "published": DAY},
    ),
    "LexisNexis": (
        {"Headline": "T", "Publication": "The Daily", "Published date": "May 16, 2024 Thursday", "Byline": "A", "Hlead": "D", "Body": STORY},
        {"title": "T", "outlet": "The Daily", "author": "A", "published": DAY},
    ),
    "Indonesian spreadsheet": (
        {"Judul": "T", "Tanggal Terbit": "Kamis, 16 Mei 2024", "Isi Berita": STORY, "Sumber": "Harian", "Tautan": "u", "Penulis": "A"},
        {"title": "T", "outlet": "Harian", "url": "u", "author": "A", "published": DAY},
    ),
    "JSON Feed": ({"id": "1", "url": "u", "title": "T", "content_html": f"<p>{STORY}</p>", "date_published": "2024-05-16T08:00:00Z"}, {"published": DAY}),
}  # fmt: skip


@pytest.mark.parametrize("name", SCHEMAS)
def test_the_schemas_of_crawlers_and_news_services_are_known(tmp_path: Path, name: str) -> None:
    record, expected = SCHEMAS[name]
    article = load(tmp_path, {"a.json": json.dumps(record).encode()}).articles.iloc[0]
    for column, value in ({"text": STORY} | expected).items():
        found = article[column].strip() if column == "text" else article[column]
        assert found == value or (value is None and pd.isna(found)), column


@pytest.mark.parametrize(
    "wrapper",
    [
        lambda records: {"status": "ok", "totalResults": 5, "articles": records},
        lambda records: {"response": {"status": "ok", "pages": 1, "results": records}},
        lambda records: {"articles": {"results": records, "totalResults": 5}},
        lambda records: {"hits": {"total": 5, "hits": [{"_id": 1, "_source": record} for record in records]}},
        lambda records: {"@graph": [{"@type": "WebSite", "name": "x"}, *records]},
        lambda records: {
            "title": "A feed",
            "description": "What it is about.",
            "authors": [{"name": "A"}],
            "items": records,
        },
    ],
    ids=["articles", "response", "two lists deep", "hits", "graph", "a wrapper with a description"],
)
def test_records_are_found_in_what_wraps_them(tmp_path: Path, wrapper: Any) -> None:
    loaded = load(tmp_path, {"a.json": json.dumps(wrapper(RECORDS)).encode()})
    assert len(loaded.articles) == 5


def test_a_record_with_a_lead_and_a_list_of_people_is_one_record(tmp_path: Path) -> None:
    record = {"title": "T", "description": STORY, "authors": [{"name": "A"}, {"name": "B"}]}
    assert list(load(tmp_path, {"a.json": json.dumps(record).encode()}).articles["source"]) == ["a.json"]


def test_links_without_text_say_how_to_name_the_column(tmp_path: Path) -> None:
    gdelt = {"url": "u", "title": "T", "seendate": "20240516T080000Z", "domain": "a.org", "language": "English"}
    loaded = load(tmp_path, {"a.json": json.dumps({"articles": [gdelt, gdelt | {"url": "v"}]}).encode()})
    assert reasons(loaded) == {"a.json": "no_text"}
    assert "--column text=NAME." in loaded.rejects["detail"].item()


ODD = [{"Naskah lengkap": STORY, "Kop": "T", "Hari": "2024-05-16", "text": "short"}]


@pytest.mark.parametrize(("name", "content"), [("a.csv", csv_of(ODD)), ("a.xlsx", workbook({"S": rows_of(ODD)})), ("a.jsonl", json_lines(ODD))])  # fmt: skip
def test_columns_named_by_the_user_come_first(tmp_path: Path, name: str, content: bytes) -> None:
    columns = {"text": "Naskah lengkap", "title": ["Judul utama", "kop"], "published": "Hari"}
    article = load(tmp_path, {name: content}, columns=columns).articles.iloc[0]
    assert (article["text"], article["title"], article["published"]) == (STORY, "T", DAY)


def test_a_nested_column_is_named_by_a_path(tmp_path: Path) -> None:
    files = {"a.json": json.dumps({"doc": {"inner": {"Isi": STORY}}}).encode()}
    assert load(tmp_path, files, columns={"text": "doc.inner.isi"}).articles["text"].item() == STORY


def test_a_field_that_is_none_is_an_error_that_names_the_fields() -> None:
    with pytest.raises(InputError, match="text, title, url"):
        read_articles([], columns={"body": "x"})


@pytest.mark.parametrize("name", ["a.json", "a.jsonl"])
@pytest.mark.parametrize(
    "content",
    [
        json_lines(RECORDS),
        json.dumps(RECORDS).encode(),
        json.dumps(RECORDS, indent=1).encode(),
        json.dumps(RECORDS).encode("utf-16"),
        b"\xef\xbb\xbf" + json.dumps(RECORDS).encode(),
    ],
    ids=["lines", "a list", "an indented list", "UTF-16", "a byte-order mark"],
)
def test_json_and_json_lines_may_bear_each_others_names(tmp_path: Path, name: str, content: bytes) -> None:
    assert len(load(tmp_path, {name: content}).articles) == 5


def test_indented_records_in_a_row_are_read(tmp_path: Path) -> None:
    content = "\n".join(json.dumps(record, indent=1) for record in RECORDS).encode()
    assert len(load(tmp_path, {"a.json": content}).articles) == 5


def test_a_large_list_is_read_in_a_window_and_gives_the_same_ids(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    records = [RECORD | {"n": number, "x": 1.5, "y": float("nan"), "z": "ü\ud83d\ude00"} for number in range(3000)]
    files = {"list.json": json.dumps(records).encode(), "held.json": json.dumps({"a": [1, "x"], "b": {"c": 2}, "d": {"docs": records}}).encode()}  # fmt: skip
    whole = load(tmp_path, {"list.json": files["list.json"]}).articles["article_id"]
    monkeypatch.setattr("ctnews.reading.json_records.MAX_TEXT_BYTES", 5_000)
    for name in files:
        loaded = load(tmp_path / "large" / name[:4], {name: files[name]})
        assert loaded.rejects.empty
        assert list(loaded.articles["article_id"]) == list(whole)


def test_articles_come_one_by_one(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_bytes(json_lines([*RECORDS, 7]))
    items = iter_articles(tmp_path)
    assert next(items)["source"] == "a.jsonl#0"  # type: ignore[index]
    assert isinstance(list(items)[-1], Rejected)


def test_progress_is_shown_by_bytes(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    load(tmp_path, dict(FIVE), progress=True)
    shown = capsys.readouterr().err
    assert "reading: 100%" in shown
    assert "B/s" in shown
