"""Meetings told in passing, in English: which there are, and what an article's own meeting lends them."""

from __future__ import annotations

from typing import Any

import pytest
from extracting import extract

from ctnews.extraction.meetings import Meeting
from ctnews.extraction.text.ordinals import find_ordinals

# Published on Thursday 16 May 2024.
LEAD = (
    "Kenya and Tanzania held the fourth meeting of their Joint Commission on Counter-Terrorism in Arusha on 14 May 2024. "
    "The Kenyan side was led by Principal Secretary Grace Mutua and the Tanzanian side by Permanent Secretary Juma Kessy. "
)
JWG, BOTH = "joint_working_group", ("KE", "TZ")

SERIES: list[tuple[str, dict[str, Any]]] = [
    ("The third took place in Mombasa in 2022.", {"ordinal": 3, "start": "2022-01-01", "city": "Mombasa"}),
    ("Nairobi will host the fifth in 2025.", {"ordinal": 5, "start": "2025-01-01", "city": "Nairobi"}),
    ("Round five is to be held in Nairobi in 2025.", {"ordinal": 5, "city": "Nairobi", "status": "scheduled"}),
    ("Round number six is foreseen for 2026 in Dodoma.", {"ordinal": 6, "start": "2026-01-01"}),
    ("Session VII will be held in Nairobi in 2027.", {"ordinal": 7, "start": "2027-01-01"}),
    ("The XII session will take place in Nairobi in 2030.", {"ordinal": 12, "start": "2030-01-01"}),
    ("Its previous session was held in Mombasa in 2022.", {"ordinal": None, "city": "Mombasa", "status": "held"}),
    ("The next one will be in Nairobi in 2025.", {"ordinal": None, "city": "Nairobi", "status": "scheduled"}),
    ("They had met in Mombasa in the spring of 2022.", {"start": "2022-03-01", "city": "Mombasa"}),
    ("The Commission last met in Mombasa in June 2022.", {"start": "2022-06-01", "city": "Mombasa"}),
    ("A fifth round, planned for Nairobi in March, fell through.", {"ordinal": 5, "status": "cancelled"}),
    ("The next meeting is planned in March in Nairobi.", {"start": "2025-03-01", "status": "scheduled"}),
    (
        "A fifth round, due in May, has been postponed to 3 July.",
        {"ordinal": 5, "start": "2024-07-03", "status": "scheduled"},
    ),
    ("The next session, the fifth of its kind, opens in Nairobi in 2026.", {"ordinal": 5, "start": "2026-01-01"}),
    (
        "The Commission last convened in Nairobi in 2021, when Uganda attended.",
        {"start": "2021-01-01", "city": "Nairobi"},
    ),
    ("The second meeting was to be held in Nairobi in 2021.", {"ordinal": 2, "status": "cancelled"}),
    ("The fifth session, which Kenya was to host in April, was dropped.", {"ordinal": 5, "status": "cancelled"}),
]

OTHERS: list[tuple[str, dict[str, Any]]] = [
    (
        "Kessy is to travel to Kampala on 22 May for talks with Uganda's Minister of Security, Peter Okello.",
        {"kind": "talks", "start": "2024-05-22", "city": "Kampala", "parties": ("TZ", "UG"), "status": "scheduled"},
    ),
    (
        "A joint exercise will be held in Tanga from 10 to 14 June.",
        {"kind": "exercise", "start": "2024-06-10", "end": "2024-06-14", "city": "Tanga", "parties": BOTH},
    ),
    (
        "On Monday, Mutua called on Vice President Salma Nassoro.",
        {"kind": "courtesy_call", "start": "2024-05-13", "parties": BOTH},
    ),
    (
        "She was received by President Daniel Mushi on Wednesday.",
        {"kind": "talks", "start": "2024-05-15", "parties": BOTH},
    ),
    (
        "On the sidelines, Kessy had talks with Uganda's Minister of Security, Peter Okello.",
        {"kind": "talks", "parties": ("TZ", "UG"), "ordinal": None},
    ),
    (
        "A workshop on forensics is planned in February.",
        {"kind": "workshop", "start": "2025-02-01", "status": "scheduled", "parties": BOTH},
    ),
    (
        "A joint drill planned for last week in Moshi was cancelled because of floods.",
        {"kind": "exercise", "city": "Moshi", "status": "cancelled", "parties": BOTH},
    ),
    (
        "The units of the two countries trained together in Tanga two years ago.",
        {"kind": "exercise", "start": "2022-01-01", "city": "Tanga", "parties": BOTH},
    ),
    (
        "Earlier in the day, Kessy met Kenya's Interior Minister, Amina Wanjiku.",
        {"kind": "talks", "start": "2024-05-14", "country": "TZ", "status": "held", "parties": BOTH},
    ),
    (
        "Mutua is to be received by President Daniel Mushi in the afternoon.",
        {"kind": "talks", "status": "scheduled", "parties": BOTH},
    ),
    (
        "Tanzanian officers will visit Mombasa to take part in a course.",
        {"kind": "training", "city": "Mombasa", "status": "scheduled", "parties": BOTH},
    ),
    (
        "France hosted the first such conference in Paris in 2018.",
        {"kind": "conference", "ordinal": 1, "city": "Paris"},
    ),
    (
        "A workshop, opened by an envoy of Japan, Norway and Italy, was held on Zanzibar from 2 to 3 May.",
        {"kind": "workshop", "start": "2024-05-02", "end": "2024-05-03"},
    ),
    (
        "Last week ministers of the East African Community (EAC) gathered in Bujumbura.",
        {"kind": "ministerial", "parties": ("EAC",), "city": "Bujumbura"},
    ),
    (
        "The police chiefs of Burundi, Rwanda and Uganda met in Kigali on 2 May.",
        {"kind": "senior_officials", "parties": ("BI", "RW", "UG"), "city": "Kigali"},
    ),
    (
        "A two-day workshop for prosecutors ended in Moshi on 3 May.",
        {"kind": "workshop", "start": "2024-05-02", "end": "2024-05-03", "city": "Moshi"},
    ),
    (
        "A course for investigators began in Moshi on 6 May and ends on 17 May.",
        {"kind": "training", "start": "2024-05-06", "end": "2024-05-17"},
    ),
    (
        "Tanzania will receive a Rwandan delegation in July.",
        {"kind": "talks", "parties": ("RW", "TZ"), "status": "scheduled"},
    ),
    (
        "The two presidents spoke by telephone on Sunday.",
        {"kind": "call", "start": "2024-05-12", "parties": BOTH},
    ),
]

NONE = [
    "The two sides should meet in Nairobi in August, the paper said.",
    "The Commission approved the second edition of its strategy on 13 May.",
    "The two sides have not met since 2018.",
    "The first to sign was Kessy, in Dodoma in 2019.",
    "The Joint Border Committee has an office in Namanga since 2020.",
    "Fighters had gathered in the hills near Moshi on 3 May.",
    "The second attack, in Lamu in 2023, killed eleven.",
    "A workshop for border police ought to be held in Moshi.",
    "There is talk that Kessy also met the Ugandans in Kampala.",
    "The first three meetings were held in Nairobi.",
    "The French ambassador to Tanzania, Luc Martel, attended the closing ceremony.",
]

ORDINALS = [
    ("the thirty-first meeting", 31),
    ("the XIV Regular Session", 14),
    ("Round II in Rome", 2),
    ("round number five", 5),
    ("the inaugural dialogue", 1),
]


def beside(text: str) -> list[Meeting]:
    """Give the meetings that a text tells after the lead."""
    return [meeting for meeting in extract(LEAD + text).meetings if meeting.sentence[0] >= len(LEAD)]


def facts(meeting: Meeting, names: dict[str, Any]) -> dict[str, Any]:
    values = {name: getattr(meeting, name) for name in names}
    return {name: value.isoformat() if name in {"start", "end"} and value else value for name, value in values.items()}


@pytest.mark.parametrize(("text", "expected"), SERIES, ids=[text for text, _ in SERIES])
def test_a_meeting_that_is_only_numbered_is_of_the_articles_series(text: str, expected: dict[str, Any]) -> None:
    expected = {"kind": JWG, "parties": BOTH, **expected}
    assert [facts(meeting, expected) for meeting in beside(text)] == [expected]


@pytest.mark.parametrize(("text", "expected"), OTHERS, ids=[text for text, _ in OTHERS])
def test_a_meeting_of_another_sort_has_kind_and_parties_of_its_own(text: str, expected: dict[str, Any]) -> None:
    assert [facts(meeting, expected) for meeting in beside(text)] == [expected]


@pytest.mark.parametrize("text", NONE)
def test_what_is_wished_for_or_only_sounds_like_one_is_no_meeting(text: str) -> None:
    assert beside(text) == []


@pytest.mark.parametrize("text", [text for text, _ in (*SERIES, *OTHERS)])
def test_what_is_told_in_passing_leaves_the_articles_own_meeting_alone(text: str) -> None:
    main = next(meeting for meeting in extract(LEAD + text).meetings if meeting.ordinal == 4)
    assert (main.kind, main.start and main.start.isoformat(), main.city, main.status, main.parties) == (
        JWG,
        "2024-05-14",
        "Arusha",
        "held",
        BOTH,
    )


@pytest.mark.parametrize(("text", "number"), ORDINALS)
def test_numbers_are_read_in_words_and_in_figures_of_either_kind(text: str, number: int) -> None:
    assert [found[1] for found in find_ordinals(text, lang="en")] == [number]


def test_a_pronoun_or_a_role_makes_its_bearer_a_participant() -> None:
    found = extract(LEAD + "The Permanent Secretary paid a courtesy call on President Daniel Mushi on Wednesday.")
    call = next(meeting for meeting in found.meetings if meeting.kind == "courtesy_call")
    assert {found.people[i].name for i in call.participants} == {"Juma Kessy", "Daniel Mushi"}
