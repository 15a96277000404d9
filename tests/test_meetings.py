"""Meetings: kind, number, date, place, parties, status, in English, Indonesian and Malay."""

from __future__ import annotations

from typing import Any

import pytest
from extracting import extract

from ctnews.extraction.meetings import Meeting
from ctnews.extraction.meetings.scene import Aside

# Published on Thursday 16 May 2024.
ENGLISH: list[tuple[str, dict[str, Any]]] = [
    (
        "Kenya and Ethiopia held the third meeting of their Joint Working Group on Counter-Terrorism in Nairobi on Tuesday.",
        {
            "kind": "joint_working_group",
            "ordinal": 3,
            "start": "2024-05-14",
            "city": "Nairobi",
            "parties": ("ET", "KE"),
        },
    ),
    (
        "The fourth Germany-Kazakhstan Security Dialogue will take place in Berlin in October.",
        {
            "kind": "consultation",
            "ordinal": 4,
            "start": "2024-10-01",
            "end": "2024-10-31",
            "granularity": "month",
            "city": "Berlin",
            "parties": ("DE", "KZ"),
            "status": "scheduled",
        },
    ),
    (
        "Spanish Interior Minister Luis Ortega met his Moroccan counterpart Karim Alaoui in Rabat on May 13.",
        {"kind": "talks", "start": "2024-05-13", "city": "Rabat", "parties": ("ES", "MA"), "status": "held"},
    ),
    (
        "In Tashkent, the 12th meeting of the SCO Council of the Regional Anti-Terrorist Structure took place on 10 May 2024.",
        {"ordinal": 12, "start": "2024-05-10", "city": "Tashkent", "parties": ("SCO",)},
    ),
    (
        "A workshop on border security for officials of Niger and Chad was held in Niamey from 6 to 8 May 2024.",
        {"kind": "workshop", "start": "2024-05-06", "end": "2024-05-08", "city": "Niamey", "parties": ("NE", "TD")},
    ),
    (
        "The second round of Japan-Jordan counter-terrorism consultations, planned for 20 May in Amman, has been postponed.",
        {"kind": "consultation", "ordinal": 2, "status": "postponed", "parties": ("JO", "JP")},
    ),
    (
        "The second round of Japan-Jordan counter-terrorism consultations, planned for 20 May in Amman, was cancelled.",
        {"kind": "consultation", "ordinal": 2, "status": "cancelled", "parties": ("JO", "JP")},
    ),
    (
        "The second round of Japan-Jordan counter-terrorism consultations has been postponed to 20 June in Amman.",
        {"kind": "consultation", "ordinal": 2, "status": "scheduled", "start": "2024-06-20", "parties": ("JO", "JP")},
    ),
    (
        "The ninth meeting of heads of security of Ghana and Togo, which should have opened in Tamale tomorrow for"
        " three days, has been postponed.",
        {"ordinal": 9, "status": "postponed", "city": "Tamale", "parties": ("GH", "TG")},
    ),
    (
        "The Chad-Niger Joint Working Group on Counter-Terrorism first sat in Niamey in November 2021.",
        {"kind": "joint_working_group", "ordinal": 1, "start": "2021-11-01", "city": "Niamey"},
    ),
    (
        "Turkey and Uzbekistan signed a memorandum of understanding on police cooperation in Ankara on Wednesday.",
        {"kind": "signing", "start": "2024-05-15", "city": "Ankara", "parties": ("TR", "UZ")},
    ),
]

INDONESIAN: list[tuple[str, dict[str, Any]]] = [
    (
        "Indonesia dan Uzbekistan menggelar pertemuan ke-3 Joint Working Group on Counter Terrorism di Tashkent, Rabu (15/5).",
        {
            "kind": "joint_working_group",
            "ordinal": 3,
            "start": "2024-05-15",
            "city": "Tashkent",
            "parties": ("ID", "UZ"),
        },
    ),
    (
        "Dialog kedua Indonesia-Turki soal penanggulangan terorisme akan digelar di Ankara pada Juli mendatang.",
        {
            "kind": "consultation",
            "ordinal": 2,
            "start": "2024-07-01",
            "granularity": "month",
            "city": "Ankara",
            "parties": ("ID", "TR"),
            "status": "scheduled",
        },
    ),
]

MALAY: list[tuple[str, dict[str, Any]]] = [
    (
        "Mesyuarat ke-5 Kumpulan Kerja Bersama Malaysia-Thailand berlangsung di Kuala Lumpur pada 14 Mei 2024.",
        {
            "kind": "joint_working_group",
            "ordinal": 5,
            "start": "2024-05-14",
            "city": "Kuala Lumpur",
            "parties": ("MY", "TH"),
        },
    ),
]


def facts(meeting: Meeting, names: dict[str, Any]) -> dict[str, Any]:
    values = {name: getattr(meeting, name) for name in names}
    return {name: value.isoformat() if name in {"start", "end"} and value else value for name, value in values.items()}


@pytest.mark.parametrize(("text", "expected"), ENGLISH)
def test_an_english_sentence_tells_its_meeting(text: str, expected: dict[str, Any]) -> None:
    assert [facts(meeting, expected) for meeting in extract(text).meetings] == [expected]


@pytest.mark.parametrize(("text", "expected"), INDONESIAN)
def test_an_indonesian_sentence_tells_its_meeting(text: str, expected: dict[str, Any]) -> None:
    assert [facts(meeting, expected) for meeting in extract(text, "id").meetings] == [expected]


@pytest.mark.parametrize(("text", "expected"), MALAY)
def test_a_malay_sentence_tells_its_meeting(text: str, expected: dict[str, Any]) -> None:
    assert [facts(meeting, expected) for meeting in extract(text, "ms").meetings] == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "Police arrested four suspects after the attack in Lagos on Monday.",
        "The minister called for a meeting with neighbouring Chad.",
        "Prosecutors met the deadline on Friday, and the trial begins in June.",
    ],
)
def test_no_meeting_is_invented(text: str) -> None:
    assert [meeting for meeting in extract(text).meetings if meeting.main] == []


TWO_MEETINGS = (
    "Canada and Bangladesh held the second meeting of their Joint Working Group on Counter-Terrorism in Dhaka on May 14. "
    "Officials reviewed progress since the first meeting in Ottawa in March 2022. "
    "The meeting was co-chaired by Margaret Ellis, Director General at Global Affairs Canada, and Additional Secretary "
    "Nadia Rahman of Bangladesh. The next meeting will be held in Ottawa in 2026."
)


def test_earlier_and_next_meetings_are_apart_and_of_the_series() -> None:
    names = {"kind": 0, "ordinal": 0, "start": 0, "city": 0, "status": 0, "parties": 0}
    jwg, both = "joint_working_group", ("BD", "CA")
    assert [tuple(facts(meeting, names).values()) for meeting in extract(TWO_MEETINGS).meetings] == [
        (jwg, 2, "2024-05-14", "Dhaka", "held", both),
        (jwg, 1, "2022-03-01", "Ottawa", "held", both),
        (jwg, None, "2026-01-01", "Ottawa", "scheduled", both),
    ]


def test_those_who_chair_are_participants_of_the_meeting_the_article_is_about() -> None:
    found = extract(TWO_MEETINGS)
    main = next(meeting for meeting in found.meetings if meeting.main)
    assert [found.people[i].name for i in main.chairs] == ["Margaret Ellis", "Nadia Rahman"]
    assert all(not meeting.participants for meeting in found.meetings if not meeting.main)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Rabat and Madrid signed a memorandum on police cooperation in Seville on Monday.",
            {"kind": "signing", "city": "Seville"},
        ),
        (
            "Kazakhstan and Germany held the second round of counter-terrorism consultations in the Kazakh capital.",
            {"kind": "consultation", "city": "Astana"},
        ),
        (
            "Turkish Interior Minister Emre Aydin and his Jordanian counterpart Faisal Haddad met in Amman on Monday; "
            "they told a press conference that they would share information on terrorism.",
            {"kind": "talks", "city": "Amman"},
        ),
        (
            "The ninth edition of the Kenya-Uganda counter-terrorism exercise started in Nanyuki, Kenya, on Monday and "
            "will run until 31 May.",
            {"kind": "exercise", "ordinal": 9, "end": "2024-05-31"},
        ),
        (
            "Kenya and Uganda have put off the third round of their counter-terrorism dialogue, due in Kampala on 20 May. "
            "It will now be held on 3 June.",
            {"kind": "consultation", "status": "scheduled", "start": "2024-06-03"},
        ),
    ],
)
def test_the_words_around_a_meeting_are_read_as_they_are_meant(text: str, expected: dict[str, Any]) -> None:
    assert facts(extract(text).meetings[0], expected) == expected


def test_talks_on_the_sidelines_are_a_meeting_of_their_own() -> None:
    text = (
        "The fourth ASEAN Ministerial Meeting on Transnational Crime was held in Hanoi on 14 May. In the margins of the "
        "meeting Thai Interior Minister Somchai Phakdi held bilateral talks with Lao Minister Bounmy Sisavath."
    )
    meetings = extract(text).meetings
    assert [(meeting.kind, meeting.parties) for meeting in meetings] == [
        ("ministerial", ("ASEAN",)),
        ("talks", ("LA", "TH")),
    ]


def test_a_training_at_home_is_no_meeting_between_countries() -> None:
    text = "Twenty former terrorism convicts took part in a training on beekeeping in Lamongan on Monday."
    assert [meeting for meeting in extract(text).meetings if meeting.main] == []


def test_the_date_of_a_statement_is_not_the_date_of_the_meeting() -> None:
    text = (
        "The fifth Egypt-Tunisia Joint Working Group on Counter-Terrorism met in Cairo on May 12. "
        "The ministry said in a statement on Wednesday that both sides were satisfied."
    )
    meeting = extract(text).meetings[0]
    assert meeting.start is not None
    assert meeting.start.isoformat() == "2024-05-12"


def test_a_caption_tells_where_and_a_tweet_when() -> None:
    text = "Brunei and Saudi Arabia discussed closer cooperation against terrorism."
    tweet = Aside("tweet", "Called on the Minister this morning. — Faisal Haddad (@fhaddad) May 9, 2024")
    caption = Aside("caption", "The ministers before their meeting in Riyadh. (Photo: agency)")
    meeting = extract(text, asides=(caption, tweet)).meetings[0]
    assert (meeting.city, str(meeting.start)) == ("Riyadh", "2024-05-09")


def test_the_same_text_gives_the_same_meetings() -> None:
    assert extract(TWO_MEETINGS).meetings == extract(TWO_MEETINGS).meetings
