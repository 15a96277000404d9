"""Series: how they are called, how often they are said to meet, and what they were called before."""

from __future__ import annotations

from typing import Any

import pandas as pd
import pytest

from ctnews.frames import AGENCY_MENTIONS, ARTICLES, MEETING_MENTIONS, PEOPLE, conform
from ctnews.linking import Linked, link
from ctnews.linking.kinds import kind_of
from ctnews.linking.sentences import sentences
from ctnews.linking.series_names import Printed, series_names
from ctnews.linking.stated import stated_in

Row = dict[str, Any]

# names

CLEANED = [
    ("20th meeting of the Kenya-Malawi Counter Terrorism Joint Working Group", "Kenya-Malawi Counter Terrorism Joint Working Group"),
    ("4th Joint Working Group (JWG) on Combating Terrorism", "Kenya-Malawi Joint Working Group (JWG) on Combating Terrorism"),
    ("second round of the Joint Committee on Border Security", "Kenya-Malawi Joint Committee on Border Security"),
    ("fourth round of their consultations on countering terrorism", "Kenya-Malawi consultations on countering terrorism"),
    ("Security Dialogue between Kenya and Malawi", "Security Dialogue between Kenya and Malawi"),
    ("eleventh session in Kenya-Malawi’s Security Working Group", "Kenya-Malawi’s Security Working Group"),
    ("third Dialogue on Counter-Terrorism in Mombasa", "Kenya-Malawi Dialogue on Counter-Terrorism"),
    ('pertemuan yang diberi tajuk "1st Meeting of the Border Working Group', "Kenya-Malawi Border Working Group"),
    ("Ministerial Workshop on Preventing", "Kenya-Malawi Ministerial Workshop"),
    ("Border Security Forum ke-3", "Kenya-Malawi Border Security Forum"),
    ("Kenya–Malawi Security Dialogue (second", "Kenya–Malawi Security Dialogue"),
    ("sixth meeting", "Kenya-Malawi consultation (security)"),
    ("40th meeting of the interior", "Kenya-Malawi consultation (security)"),
    ("meeting of ministers", "Kenya-Malawi consultation (security)"),
    ("ninth plenary of the", "Kenya-Malawi consultation (security)"),
    ("JWG", "Kenya-Malawi consultation (security)"),
]  # fmt: skip


@pytest.mark.parametrize(("printed", "name"), CLEANED)
def test_a_printed_name_without_number_and_loose_ends(printed: str, name: str) -> None:
    told = [Printed(printed, "en", "a", "Mombasa")]
    assert series_names(told, ["KE", "MW"], kind_of("consultation"), ["security"])[0] == name


BODY = ["GCTF"]
CHOSEN: list[tuple[list[tuple[str, str]], str]] = [
    ([("Working Group", "en"), ("Working Group on Border Control", "en")], "GCTF Working Group on Border Control"),
    ([("Kelompok Kerja Pengawasan Perbatasan", "id"), ("Border Working Group", "en")], "GCTF Border Working Group"),
    ([("Kelompok Kerja Pengawasan Perbatasan", "id")], "GCTF Kelompok Kerja Pengawasan Perbatasan"),
    ([("Kelompok Kerja Bersama", "id")], "GCTF working group"),
    ([("A Working Group on Ports and Docks", "en"), ("Working Group on Ports", "en"), ("Working Group on Ports", "en")], "GCTF Working Group on Ports"),
    ([("third Global Counterterrorism Forum Working Group on Ports", "en")], "Global Counterterrorism Forum Working Group on Ports"),
    ([], "GCTF working group"),
]  # fmt: skip


@pytest.mark.parametrize(("names", "chosen"), CHOSEN)
def test_the_name_chosen_is_telling_english_and_common(names: list[tuple[str, str]], chosen: str) -> None:
    told = [Printed(name, language, f"a{number}") for number, (name, language) in enumerate(names)]
    assert series_names(told, BODY, kind_of("working_group"), [])[0] == chosen
    assert series_names(reversed(told), BODY, kind_of("working_group"), [])[0] == chosen


# how often

STATED = [
    ("en", "The two sides meet twice a year.", ("twice a year", 183)),
    ("en", "The Council meets every two years, in turns.", ("every two years", 730)),
    ("en", "It was the group's annual session.", ("annual", 365)),
    ("en", "They opened their annual counter-terrorism exercise on Monday.", ("annual", 365)),
    ("en", "The biannual consultations opened in Lusaka.", ("biannual", None)),
    ("en", "The biennial conference drew 40 delegations.", ("biennial", 730)),
    ("en", "The forum, it was agreed, will be held once every two years.", ("once every two years", 730)),
    ("en", "Each year the ministers hold a dialogue on borders.", ("Each year", 365)),
    ("en", "They hope to meet every year.", None),
    ("en", "She proposed that the group meet twice a year.", None),
    ("en", "The forum no longer meets every year.", None),
    ("en", "The ministry publishes an annual report.", None),
    ("en", "The delegations will exchange a yearly note.", None),
    ("en", "Every year thousands cross the border.", None),
    ("id", "Pertemuan tahunan itu dihadiri lima delegasi.", ("tahunan", 365)),
    ("id", "Dialog ini digelar setiap tahun secara bergantian.", ("setiap tahun", 365)),
    ("id", "Forum dua tahunan tersebut dibuka menteri.", ("dua tahunan", 730)),
    ("id", "Kelompok kerja itu bersidang dua kali setahun.", ("dua kali setahun", 183)),
    ("id", "Ia berharap forum ini digelar enam bulan sekali.", None),
    ("id", "Forum ini tidak digelar setiap tahun.", None),
    ("id", "Tugas memimpin kelompok kerja dibebankan kepada mereka setiap tahun.", None),
    ("id", "Laporan tahunan itu terbit pada Maret.", None),
    ("ms", "Mesyuarat itu diadakan dua tahun sekali.", ("dua tahun sekali", 730)),
    ("ms", "Dialog dwitahunan itu berlangsung di Melaka.", ("dwitahunan", 730)),
    ("ms", "Dicadangkan supaya mesyuarat diadakan setiap tahun.", None),
    ("sw", "The two sides meet twice a year.", None),
    (None, "The two sides meet twice a year.", None),
]  # fmt: skip


@pytest.mark.parametrize(("language", "sentence", "found"), STATED)
def test_how_often_meetings_are_said_to_be_held(
    language: str | None, sentence: str, found: tuple[str, int] | None
) -> None:
    told = stated_in(sentence, language)
    assert (told and (told.words, told.days)) == found


JWG: Row = {
    "kind": "joint_working_group",
    "parties": ["KE", "MW"],
    "name": "Joint Working Group on Border Crime",
    "main": True,
}


def linked(*told: tuple[str, list[Row]], copies: bool = False) -> Linked:
    """Link articles of a text each, with accounts whose sentence is given by its first words."""
    articles, mentions = [], []
    for number, (text, accounts) in enumerate(told):
        key = f"a{number}"
        original = "a0" if copies and number else None
        articles.append(
            {"article_id": key, "text": text, "lang": "en", "published": "2024-05-05", "duplicate_of": original}
        )
        for place, account in enumerate(accounts):
            row = {"article_id": key, "mention_id": f"{key}-{place}", "status": "held", **account}
            start = text.index(account["opens"])
            span = {"start_char": start, "end_char": text.index(".", start) + 1}
            mentions.append({**row, **span, "sentence": text[start : span["end_char"]]})
    frames = [conform(rows, contract) for rows, contract in ((articles, ARTICLES), (mentions, MEETING_MENTIONS))]
    return link(frames[0], conform([], PEOPLE), conform([], AGENCY_MENTIONS), frames[1])


HELD = "Kenya and Malawi held the 3rd Joint Working Group on Border Crime in Zomba."
DAY = {"start": "2024-05-03", "end": "2024-05-03", "granularity": "day"}


def series_of(found: Linked) -> Row:
    (row,) = found.series.to_dict("records")
    return {str(key): value for key, value in row.items()}


def test_what_is_said_of_the_meeting_an_article_is_about_is_said_of_its_series() -> None:
    row = series_of(
        linked((f"{HELD} The two sides meet every two years.", [{**JWG, **DAY, "ordinal": 3, "opens": "Kenya"}]))
    )
    assert (row["stated_cadence"], row["stated_days"]) == ("every two years", 730)
    assert row["stated_sentence"] == "The two sides meet every two years."
    assert row["stated_article_id"] == "a0"


OTHERS = {
    "another kind of meeting": f"{HELD} The annual exercise takes place in June.",
    "no statement": HELD,
    "a hope": f"{HELD} Officials hope that the group will meet every year.",
}


@pytest.mark.parametrize("text", OTHERS.values(), ids=OTHERS)
def test_what_is_said_of_something_else_is_not(text: str) -> None:
    assert pd.isna(series_of(linked((text, [{**JWG, **DAY, "ordinal": 3, "opens": "Kenya"}])))["stated_cadence"])


def test_a_sentence_on_a_meeting_outside_series_says_nothing_of_the_series() -> None:
    text = f"{HELD} Talks with Chad are held every year."
    talks = {"kind": "talks", "parties": ["KE", "TD"], "opens": "Talks"}
    assert pd.isna(series_of(linked((text, [{**JWG, **DAY, "ordinal": 3, "opens": "Kenya"}, talks])))["stated_cadence"])


def test_most_sources_count_and_a_copy_is_none() -> None:
    yearly, other = f"{HELD} The group meets every year.", f"{HELD} The group meets twice a year."
    account = [{**JWG, **DAY, "ordinal": 3, "opens": "Kenya"}]
    assert series_of(linked((yearly, account), (other, account), (other, account)))["stated_days"] == 183
    copied = linked((yearly, account), (yearly + " ", account), (yearly + "  ", account), copies=True)
    assert series_of(copied)["stated_article_id"] == "a0"


# renamed

FORUM: Row = {"kind": "consultation", "parties": ["KE", "MW"], "name": "Border Crime Forum", "main": True}
OLD = "Kenya and Malawi held the 5th Border Crime Forum in Nairobi."


def renamed(sentence: str) -> Linked:
    old = (
        OLD,
        [{**FORUM, "ordinal": 5, "start": "2021-05-03", "end": "2021-05-03", "granularity": "day", "opens": "Kenya"}],
    )
    return linked(old, (f"{HELD} {sentence}", [{**JWG, **DAY, "ordinal": 3, "opens": "Kenya"}]))


@pytest.mark.parametrize(
    "sentence",
    [
        "The Joint Working Group on Border Crime, formerly known as the Border Crime Forum, has met since 2015.",
        "In 2022 the Border Crime Forum was renamed the Joint Working Group on Border Crime.",
        "The Border Crime Forum has been upgraded to a Joint Working Group on Border Crime.",
    ],
)
def test_a_renamed_series_is_joined_on_the_sentence_that_says_so(sentence: str) -> None:
    found = renamed(sentence)
    row = series_of(found)
    assert row["renamed_sentence"] == sentence
    assert row["renamed_article_id"] == "a1"
    assert row["kind"] == "joint_working_group"
    assert set(found.meetings["series_id"]) == {row["series_id"]}


@pytest.mark.parametrize(
    "sentence",
    [
        "Both sides recalled the Border Crime Forum.",
        "The Border Crime Forum was renamed the Council of Ports.",
        "The street was renamed.",
    ],
)
def test_without_such_a_sentence_two_series_stay_two(sentence: str) -> None:
    found = renamed(sentence)
    assert len(found.series) == 2
    assert found.series["renamed_sentence"].isna().all()


# series by words


def test_the_name_of_the_body_and_of_the_place_tell_no_series_apart() -> None:
    rats: Row = {"kind": "senior_officials", "parties": ["SCO"], "main": True}
    names = [
        "Council of the Regional Anti-Terrorist Structure (RATS) of the Shanghai Cooperation Organisation",
        "RATS",
        None,
    ]
    told = [
        (
            f"The body met in 202{n}.",
            [{**rats, "name": name, "opens": "The", "start": f"202{n}-03-01", "granularity": "day"}],
        )
        for n, name in enumerate(names)
    ]
    assert len(linked(*told).series) == 1
    dialogue = {**FORUM, "name": "Dialogue on Ports", "city": "Zomba"}
    there = {**dialogue, "name": "third Dialogue on Ports in Zomba", "ordinal": 3}
    assert (
        len(
            linked(
                ("They met.", [{**dialogue, "ordinal": 2, "opens": "They"}]),
                ("They met.", [{**there, "opens": "They"}]),
            ).series
        )
        == 1
    )


def test_two_series_never_share_a_name() -> None:
    other = {**FORUM, "name": "Dialogue"}
    third = {**FORUM, "kind": "ministerial", "name": "Dialogue"}
    found = linked(
        ("They met.", [{**other, "ordinal": 2, "opens": "They"}]),
        ("They met.", [{**third, "ordinal": 1, "opens": "They"}]),
    )
    assert found.series["name"].is_unique


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("One. Two! Three?", 3),
        ("The U.S. side and Mr. Banda met. They left.", 2),
        ("A headline without end\nA sentence.", 2),
        ("He said: “We meet every year.” They do.", 2),
        ("", 0),
        ("It cost 3.5 million.", 1),
    ],
)
def test_sentences(text: str, count: int) -> None:
    told = sentences(text)
    assert len(told) == count
    assert all(text[one.start : one.end] == one.text for one in told)
