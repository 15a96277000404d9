"""Who meets: groups of states, regional bodies, lists, hosts and guests, as the lead and in passing."""

from __future__ import annotations

import pytest
from extracting import extract

from ctnews.extraction.agencies.bodies import find_bodies

# Published on Thursday 16 May 2024.
LEAD = (
    "Kenya and Tanzania held the fourth meeting of their Joint Commission on Counter-Terrorism in Arusha on 14 May 2024. "
    "The Kenyan side was led by Principal Secretary Grace Mutua and the Tanzanian side by Permanent Secretary Juma Kessy. "
)

ALONE: list[tuple[str, str, tuple[str, ...]]] = [
    ("Ministers of the interior of the Visegrad Group met in Budapest on Tuesday.", "ministerial", ("V4",)),
    (
        "The foreign ministers of the Baltic states discussed terrorism at a meeting in Riga on 13 May.",
        "ministerial",
        ("EE", "LT", "LV"),
    ),
    ("Nordic justice ministers gathered in Bergen on Wednesday.", "ministerial", ("DK", "FI", "IS", "NO", "SE")),
    ("The Benelux police chiefs gathered in Maastricht on 3 May.", "senior_officials", ("BE", "LU", "NL")),
    ("Gulf interior ministers met in Doha on 2 May.", "ministerial", ("GCC",)),
    (
        "The Southern African Regional Police Chiefs Cooperation Organisation (SARPCCO) opened its 28th annual general "
        "meeting in Windhoek on Monday.",
        "senior_officials",
        ("SARPCCO",),
    ),
    (
        "The Council of Ministers of the Regional Security System (RSS) met in Castries on 10 May 2024.",
        "ministerial",
        ("RSS",),
    ),
    (
        "Defence ministers of the Lake Chad Basin Commission wrapped up a two-day meeting in N'Djamena on Wednesday.",
        "ministerial",
        ("LCBC",),
    ),
    (
        "Senior security officials from the five Central Asian states and the United States met in Astana on May 14.",
        "senior_officials",
        ("KG", "KZ", "TJ", "TM", "US", "UZ"),
    ),
    (
        "The presidents of Kenya, Uganda, Rwanda and South Sudan, meeting in Nairobi on 30 April, agreed on a force.",
        "summit",
        ("KE", "RW", "SS", "UG"),
    ),
    (
        "At their meeting in Skopje on 9 May, the prosecutors general of Albania, Kosovo and Montenegro set up a team.",
        "senior_officials",
        ("AL", "ME", "XK"),
    ),
    (
        "The Economic Community of Central African States will convene its police chiefs in Libreville on 3 June.",
        "senior_officials",
        ("ECCAS",),
    ),
    (
        "Police chiefs of the West Pacific Policing Forum (WPPF) held their ninth meeting in Koror on 10 May.",
        "senior_officials",
        ("WPPF",),
    ),
    ("Ministers of ASEAN met in Vientiane: Laos, Vietnam and Thailand sent theirs.", "ministerial", ("ASEAN",)),
]

BESIDE: list[tuple[str, tuple[str, ...]]] = [
    ("The interior ministers of Georgia and Azerbaijan signed a similar plan in Baku on 6 May.", ("AZ", "GE")),
    ("The Finnish-Swedish-Norwegian working group met in Kiruna on 2 May.", ("FI", "NO", "SE")),
    ("The FBI and Ghana's Bureau of National Investigations ran a course in Kumasi in April.", ("GH", "US")),
    ("France and the G5 Sahel held a conference in Bamako in 2018.", ("FR", "G5 Sahel")),
    (
        "In April, Peru hosted police from Bolivia, Chile and Ecuador for a workshop in Arequipa.",
        ("BO", "CL", "EC", "PE"),
    ),
    ("From 6 to 10 May, investigators from Chad attended a course at the Cameroonian police academy.", ("CM", "TD")),
    ("NATO trained thirty Mauritanian officers in Nouakchott last week.", ("MR", "NATO")),
    ("The Kenyan official received his Ugandan counterpart in April.", ("KE", "UG")),
    ("The fourth trilateral meeting with Uganda is due in Entebbe in September.", ("KE", "TZ", "UG")),
    ("Ministers of Kenya, Tanzania and Uganda last met in Kisumu in December.", ("KE", "TZ", "UG")),
    ("Japan's ambassador in Nairobi, Kenji Mori, called on Mutua last Monday.", ("JP", "KE")),
    (
        "The Ambassador of Japan to Rwanda, Kenji Mori, was received by Rwanda's Minister, Alfred Gasana, on Monday.",
        ("JP", "RW"),
    ),
    ("Ministers of the Gulf Cooperation Council and Jordan met in Riyadh on 1 May.", ("GCC", "JO")),
    (
        "The Troika of the Southern African Development Community (SADC) convened an emergency meeting in Gaborone on 10 May.",
        ("SADC",),
    ),
    (
        "A workshop of the Andean Police Network opened in Quito on 6 May.",
        ("Andean Police Network",),
    ),
]

BODIES = [
    ("The Eastern Caribbean Security Alliance (ECSA) met.", ["Eastern Caribbean Security Alliance"]),
    (
        "Ministers of the Association of Small Island States on Security met.",
        ["Association of Small Island States on Security"],
    ),
    ("The Andean Forum on Police Matters (AFPM) met.", ["Andean Forum on Police Matters"]),
    ("The Pacific Regional Conference on Terrorism opened.", []),
    ("The European Affairs Committee of the House met.", []),
    ("The Students' Union met.", []),
]


@pytest.mark.parametrize(("text", "kind", "parties"), ALONE, ids=[text for text, _, _ in ALONE])
def test_a_group_or_a_body_meets_as_what_it_is(text: str, kind: str, parties: tuple[str, ...]) -> None:
    assert [(meeting.kind, meeting.parties) for meeting in extract(text).meetings] == [(kind, parties)]


@pytest.mark.parametrize(("text", "parties"), BESIDE, ids=[text for text, _ in BESIDE])
def test_other_sides_than_the_articles_own_are_told_by_the_sentence(text: str, parties: tuple[str, ...]) -> None:
    found = [meeting for meeting in extract(LEAD + text).meetings if meeting.sentence[0] >= len(LEAD)]
    assert [meeting.parties for meeting in found] == [parties]


@pytest.mark.parametrize(("text", "names"), BODIES)
def test_a_body_no_table_lists_is_known_by_its_name(text: str, names: list[str]) -> None:
    assert [body.name for body in find_bodies(text, lang="en", places=[])] == names
