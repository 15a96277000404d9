"""Every line of a page gets its label, nothing is lost, and the body is the article's prose alone."""

from __future__ import annotations

import pytest
from cleaning_fixture import BODY, FIRST, SECOND, THIRD, TITLE, clean, labels, nothing, page
from hypothesis import given, settings
from hypothesis import strategies as st

from ctnews.cleaning.lines.features import is_finished
from ctnews.cleaning.page import read_page

ABOVE = [
    ("menu", "Skip to main content"),
    ("menu", "Search"),
    ("menu", "Beranda"),
    ("menu", "Laman Utama"),
    ("breadcrumb", "World » Asia » Security"),
    ("header", "date 2024-05-16"),
    ("byline", "By A Staff Reporter"),
    ("byline", "Oleh: Tim Redaksi"),
    ("dateline", "Thursday, 16 May 2024 | 10:15 WIB"),
    ("clock", "Last updated: 16 May 2024"),
    ("clock", "3 hours ago"),
    ("share", "Share on Facebook"),
    ("share", "Bagikan"),
]


@pytest.mark.parametrize(("label", "line"), ABOVE)
def test_a_line_above_the_body_is_labelled(label: str, line: str) -> None:
    found = labels(line, TITLE, "", BODY)
    assert (found[line], found[TITLE], found[FIRST]) == (label, "title", "body")


BELOW = [
    ("related", ["Related Articles", "Minister opens a new port", "Harvest is late this year"]),
    ("related", ["Berita Terkait", "Menteri buka pelabuhan baru"]),
    ("related", ["Berita Berkaitan", "Menteri rasmi pelabuhan baharu"]),
    ("related", ["Panen Raya TerlambatBerita Selanjutnya"]),
    ("popular", ["MOST READ", "1. Minister opens a new port", "2. Harvest is late"]),
    ("popular", ["Terpopuler", "01 Menteri Buka Pelabuhan"]),
    ("comment_form", ["12 Comments", "Reader One", "A fine thing indeed, and about time too if you ask me."]),
    ("comment_form", ["Tinggalkan Komentar"]),
    ("comment_form", ["Leave a Reply", "Name"]),
    ("tags", ["Tags: agencies, lists"]),
    ("tags", ["#agencies #watchlists"]),
    ("tags", ["Topik: lembaga"]),
    ("copyright", ["Copyright 2024 The Daily. All rights reserved."]),
    ("copyright", ["© 2024 The Daily"]),
    ("copyright", ["Hak cipta dilindungi undang-undang."]),
    ("footer", ["Privacy Policy", "Kebijakan Privasi"]),
    ("sign_off", ["Editor: A. Smith"]),
    ("sign_off", ["***"]),
    ("share", ["Share this article"]),
    ("popular", ["154 views"]),
]


@pytest.mark.parametrize(("label", "lines"), BELOW)
def test_lines_below_the_body_are_labelled(label: str, lines: list[str]) -> None:
    found = labels(TITLE, "", BODY, *lines)
    assert {found[line] for line in lines} == {label}
    assert found[THIRD] == "body"


@pytest.mark.parametrize(
    ("label", "lines"),
    [
        ("read_also", ["Also read: Minister opens a new port"]),
        ("read_also", ["Also Read:", "Minister opens a new port"]),
        ("read_also", ["Baca juga:", "Menteri Buka Pelabuhan Baru"]),
        ("read_also", ["Baca Juga: Menteri Buka Pelabuhan Baru"]),
        ("advert", ["Advertisement"]),
        ("advert", ["SCROLL TO CONTINUE WITH CONTENT"]),
        ("caption", ["Officials of the two agencies at the talks (Photo: The Daily)"]),
        ("caption", ["Pertemuan kedua lembaga. (Foto: Istimewa)"]),
        ("caption", ["Photo: The Daily"]),
        ("share", ["Follow us on Facebook for more"]),
    ],
)
def test_what_interrupts_the_body_is_taken_out(label: str, lines: list[str]) -> None:
    found = labels(TITLE, "", FIRST, *lines, SECOND, THIRD)
    assert {found[line] for line in lines} == {label}
    assert page(TITLE, "", FIRST, *lines, SECOND, THIRD).body == BODY


@pytest.mark.parametrize(
    "line",
    [
        "A team of four",
        "“We will keep at it,” he said.",
        "What the lists hold",
        "1. The two sides agreed to meet every quarter.",
        "• training of investigators",
        "2024",
        "No one was hurt.",
        "Read together, the two lists name some four hundred men, most of them known to both agencies.",
        "The photo was taken in March, the agency said, and shows the man at a border post.",
        "He said the comments of the public would be heard before the rules are written.",
        "Perjanjian itu, yang dibahas sejak tahun lalu, akan ditandatangani bulan depan.",
    ],
)
def test_short_lines_and_ordinary_words_stay_in_the_body(line: str) -> None:
    assert labels(TITLE, "", FIRST, line, SECOND, THIRD)[line] == "body"


@pytest.mark.parametrize(
    ("text", "finished"),
    [
        ("They met again.", True),
        ("They met again.”", True),
        ("“They met again.” (abc/de)", True),
        ("Mereka bertemu lagi. (*)", True),
        ('Mereka bertemu lagi," katanya. [wid]', True),
        ("双方再次会面。", True),
        ("Two agencies agree", False),
        ("They met and ...", False),
        ("They met at the harbour. (AFP)", False),
        ("As follows:", False),
    ],
)
def test_a_finished_line_is_told_from_a_title_or_a_cut_one(text: str, finished: bool) -> None:
    assert is_finished(text) is finished


def test_a_repeated_title_is_a_title_once() -> None:
    lines = ["Home", f"• {TITLE}", "World", TITLE, BODY]
    assert page(*lines).title == TITLE
    assert sorted(p.label for p in page(*lines).passages if TITLE in "\n".join(lines)[p.start : p.end]) == [
        "repeated",
        "title",
    ]


def test_a_repeated_body_counts_once() -> None:
    assert page(TITLE, "", BODY, "Related Articles", BODY).body == BODY
    assert page(TITLE, "", BODY, BODY).body == BODY


def test_a_standfirst_that_tells_the_lead_again_is_no_body() -> None:
    standfirst = "Senior officials of the two agencies met and agreed to share watch lists."
    found = page(f" date 2024-05-16 {standfirst}", "", BODY)
    assert found.body == BODY
    assert [passage.label for passage in found.passages[:3]] == ["header", "standfirst", "body"]


def test_a_tweet_is_no_body() -> None:
    tweet = "Good talks with our friends today. More to come."
    signed = f"{tweet} pic.example.org/x— Press Office (@agency_press) May 16, 2024"
    found = page(TITLE, "", FIRST, f"{signed} {SECOND}", THIRD)
    assert found.body == BODY
    assert "tweet" in {passage.label for passage in found.passages}


def test_a_line_in_another_script_is_no_body() -> None:
    assert labels(TITLE, "", FIRST, "今天下午双方会面", SECOND, THIRD)["今天下午双方会面"] == "foreign"


def test_the_title_of_the_metadata_comes_first() -> None:
    assert clean([f"{TITLE}\n\n{BODY}"], title="Told apart").articles["title"].item() == "Told apart"


def test_passages_stand_in_the_frame_with_their_text() -> None:
    text = f"Menu\n{TITLE}\n\nANKARA, May 5 (Anadolu) -- {BODY}\nRelated Articles\nHarvest is late"
    cleaned = clean([text])
    assert list(cleaned.passages["passage"]) == list(range(len(cleaned.passages)))
    assert all(text[row.start : row.end] == row.text for row in cleaned.passages.itertuples())
    assert {"menu", "title", "dateline", "body", "related"} == set(cleaned.passages["label"])


LINES = st.sampled_from(
    [line for _, line in ABOVE]
    + [line for _, lines in BELOW for line in lines]
    + [FIRST, SECOND, TITLE, f"ANKARA (AA) - {THIRD}", "  \t", "", "— Press (@press) May 1, 2024 Then more.", "今天"]
)
PAGES = st.lists(LINES, max_size=12).flatmap(
    lambda lines: st.sampled_from(["\n", "\r\n", "\n\n"]).map(lambda s: s.join(lines))
)


@settings(max_examples=40, deadline=None)
@given(PAGES | st.text(max_size=60))
def test_every_character_stands_in_one_passage_and_passages_in_order(text: str) -> None:
    passages = read_page(text, infer=nothing).passages
    covered = [offset for passage in passages for offset in range(passage.start, passage.end)]
    assert covered == sorted(set(covered))
    assert all(text[offset].isspace() for offset in set(range(len(text))) - set(covered))
    assert all(passage.start < passage.end and passage.label for passage in passages)


@pytest.mark.parametrize("text", ["", " \n ", "Home\nMenu\nSearch", "Share\n\n12 Comments", "?"])
def test_a_page_without_prose_is_a_reject(text: str) -> None:
    cleaned = clean([text])
    assert cleaned.articles.empty
    assert cleaned.passages.empty
    assert list(cleaned.rejects["reason"]) == ["no_body"]
    assert list(cleaned.rejects["source"]) == ["0.txt"]
