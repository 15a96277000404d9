"""Persons: names, roles, countries, agencies, in English, Indonesian and Malay."""

from __future__ import annotations

import pytest
from extracting import extract

ROLES = [
    (
        "Kenyan Interior Minister Grace Achieng Otieno opened the talks.",
        "Grace Achieng Otieno",
        "Interior Minister",
        "KE",
    ),
    (
        "Tomas Varga, Deputy Minister of the Interior of Hungary, led the delegation.",
        "Tomas Varga",
        "Deputy Minister",
        "HU",
    ),
    (
        "The talks were opened by the Permanent Secretary, Dr. Amina Yusuf Bello.",
        "Amina Yusuf Bello",
        "Permanent Secretary",
        None,
    ),
    (
        "Ambassador Luis Ortega Ruiz, Director General for Strategic Affairs of Spain, spoke.",
        "Luis Ortega Ruiz",
        "Director General",
        "ES",
    ),
    ("The ambassador of Japan to Jordan, Kenji Morita, met the minister.", "Kenji Morita", "ambassador of Japan", "JP"),
    ("Major General Rashid al-Kuwari headed the Qatari delegation.", "Rashid al-Kuwari", None, "QA"),
]

ROLES_ID = [
    ("Kepala BNPT Komjen Pol Surya Wijaya Kusuma membuka pertemuan itu.", "Surya Wijaya Kusuma", "Kepala BNPT", "ID"),
    (
        "Wakil Menteri Dalam Negeri Turki Mehmet Yilmaz memimpin delegasi.",
        "Mehmet Yilmaz",
        "Wakil Menteri Dalam Negeri",
        "TR",
    ),
    ("Duta Besar Prancis untuk Indonesia, Claire Dubois, menyambut baik hal itu.", "Claire Dubois", "Duta Besar", "FR"),
]


@pytest.mark.parametrize(("text", "name", "role", "country"), ROLES)
def test_a_person_has_the_role_and_country_told_beside_the_name(
    text: str, name: str, role: str | None, country: str | None
) -> None:
    people = extract(text).people
    assert [person.name for person in people] == [name]
    if role:
        assert role in (people[0].role or "")
    if country:
        assert people[0].country == country


@pytest.mark.parametrize(("text", "name", "role", "country"), ROLES_ID)
def test_an_indonesian_role_stands_before_the_name(text: str, name: str, role: str, country: str) -> None:
    people = extract(text, "id").people
    assert [person.name for person in people] == [name]
    assert role in (people[0].role or "")
    assert people[0].country == country


def test_mentions_of_one_person_are_one_person() -> None:
    text = (
        "Uzbek Foreign Minister Jasur Karimov arrived on Monday. Karimov said the visit was useful. "
        "Jasur Karimow thanked his hosts."
    )
    people = extract(text).people
    assert [person.name for person in people] == ["Jasur Karimov"]
    assert len(people[0].spans) == 3


@pytest.mark.parametrize(
    "text",
    [
        "Fighters of Lashkar-e-Taiba and Jemaah Islamiyah were named by both sides.",
        "The Joint Working Group on Counter-Terrorism met in Tashkent on Monday.",
        "Reporters of The Daily Courier were not let in.",
    ],
)
def test_groups_meetings_and_outlets_are_no_persons(text: str) -> None:
    assert extract(text).people == []


def test_a_counterpart_has_the_country_but_not_the_word_as_role() -> None:
    people = extract("Turkish Foreign Minister Emre Aydin met his Jordanian counterpart Faisal Haddad.").people
    assert {person.name: person.country for person in people} == {"Emre Aydin": "TR", "Faisal Haddad": "JO"}
    assert "counterpart" not in (people[1].role or "")


def test_delegations_give_their_leaders_the_country() -> None:
    text = "Nadia Rahman headed the Bangladeshi delegation and Pierre Lemaire the French one."
    assert {person.name: person.country for person in extract(text).people} == {
        "Nadia Rahman": "BD",
        "Pierre Lemaire": "FR",
    }


def test_spans_are_exact_beside_emoji_and_combining_characters() -> None:
    text = "👮🏽 Café talks: Foreign Minister Zoë Müller-Çelik met reporters."
    person = extract(text).people[0]
    assert text[slice(*person.spans[0])] == person.name
