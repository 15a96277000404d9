"""Names of persons: which spellings are one name, and what else has to agree."""

import pytest

from ctnews.frames import ARTICLES, PEOPLE, conform
from ctnews.linking.actors import group_people, name_actors
from ctnews.linking.names import NameMatch, compare_names, name_words
from ctnews.linking.variants import offices

SAME = NameMatch.SAME
SPELT = NameMatch.SPELT
LOOSE = NameMatch.LOOSE
SUBSET = NameMatch.SUBSET
SINGLE = NameMatch.SINGLE
NONE = NameMatch.NONE


@pytest.mark.parametrize(
    ("one", "other", "match"),
    [
        ("Andhika Chrisnayudhanto", "Andika Chrisnayudanto", SPELT),
        ("Sergei Lavrov", "Sergey Lavrov", SPELT),
        ("Pham The Tung", "Pham The Thung", LOOSE),
        ("Tran Dai Quang", "Trang Dai Quang", LOOSE),
        ("Ilya Rogachev", "Ilya Rogachyov", LOOSE),
        ("Sergey Vershinin", "Sergei Vershinin", SPELT),
        ("Volodymyr Zelensky", "Volodymyr Zelenskiy", SPELT),
        ("Anatoly Safonov", "Anatoliy Safonov", SPELT),
        ("Anatoly E Safonov", "Anatoly Safonov", SPELT),
        ("Michael P. Ong", "Michael Ong", SPELT),
        ("K.C. Singh", "KC Singh", SAME),
        ("K. C. Singh", "KC Singh", SAME),
        ("KD Dewal", "Krishan Dev Dewal", LOOSE),
        ("M. Natsir Kongah", "Muhammad Natsir Kongah", LOOSE),
        ("Lu Kang", "LU Kang", SAME),
        ("Lavrov Sergei", "Sergei Lavrov", SAME),
        ("Abdulaziz al-Ansari", "Abdul Aziz Al Ansari", SAME),
        ("Eduardo M. Año", "Eduardo Ano", SPELT),
        ("Hermogenes C. Esperon, Jr.", "Hermogenes Esperon Jr", SPELT),
        ("Mohammed bin Salman", "Muhammad bin Salman", SPELT),
        ("Mohamed Nasheed", "Mohammed Nasheed", SPELT),
        ("Mahathir Mohamad", "Mahathir Mohamed", SPELT),
        ("Muhyiddin Yassin", "Muhyidin Yasin", SPELT),
        ("Soekarno Hatta Wijaya", "Sukarno Hatta Wijaya", SPELT),
        ("Tjipto Prabowo", "Cipto Prabowo", SPELT),
        ("Budi Setiawan", "Budi Setyawan", SPELT),
        ("Hassan Rouhani", "Hasan Rouhani", SPELT),
        ("Boy Rafli", "Boy Rafli Amar", SUBSET),
        ("Abdul Rahman", "Abdul Rahman Kadir", SUBSET),
        ("Nelson Tabajara", "Nelson Antonio Tabajara de Oliveira", SUBSET),
        ("Musharraf", "Pervez Musharraf", SINGLE),
        ("Ansyaad", "Ansyaad Mbai", SINGLE),
        ("Wang Yi", "Wang Li", NONE),
        ("Li Wei", "Li Wen", NONE),
        ("Kim Jong Un", "Kim Jong Il", NONE),
        ("Nguyen Van Anh", "Nguyen Van An", NONE),
        ("Chen Wei", "Chan Wei", NONE),
        ("Budi Hartono", "Budi Hartanto", NONE),
        ("Suhardi Alius", "Sunardi Alius", NONE),
        ("Agus Suharto", "Agus Suhartono", NONE),
        ("Agus Setiadi", "Agus Setiawan", NONE),
        ("Rudy Hidayat", "Budy Hidayat", NONE),
        ("Sergey Lavrov", "Sergey Vershinin", NONE),
        ("Ahmad Farooq", "Ahmad Ramadhan", NONE),
        ("Vladimir Putin", "Vladimir Voronkov", NONE),
        ("Xi Jinping", "Li Jinping", NONE),
        ("Saud Usman Nasution", "Saud Usman Siregar", NONE),
        ("Retno Marsudi", "Rini Soemarno", NONE),
        ("Bush", "Bushra Khan", NONE),
        ("Yi", "Wang Yi", NONE),
    ],
)
def test_two_names(one: str, other: str, match: NameMatch) -> None:
    assert compare_names(name_words(one), name_words(other)) is match
    assert compare_names(name_words(other), name_words(one)) is match


@pytest.mark.parametrize(
    ("role", "found"),
    [
        ("Wakil Menteri Keamanan Publik", {"deputy", "minister"}),
        ("Deputy Minister of Public Security", {"deputy", "minister"}),
        ("Timbalan Menteri Dalam Negeri", {"deputy", "minister"}),
        ("Kepala BNPT", {"head"}),
        ("ambassador to Indonesia", {"ambassador"}),
        ("Duta Besar Rusia untuk Indonesia", {"ambassador"}),
        (None, set()),
    ],
)
def test_offices_are_told_in_every_language(role: str | None, found: set[str]) -> None:
    assert offices(role) == found


Person = tuple[str, str | None, str | None, str | None]  # name, country, role, agency

MINISTER = "Foreign Minister"


def groups(*people: Person) -> set[frozenset[str]]:
    rows = [
        {"article_id": f"a{i}", "person_id": f"a{i}-0", "name": n, "country": c, "role": r, "agency_id": a}
        for i, (n, c, r, a) in enumerate(people)
    ]
    return {frozenset(person["name"] for person in group) for group in group_people(conform(rows, PEOPLE))}


@pytest.mark.parametrize(
    "people",
    [
        [("Sergei Lavrov", "RU", MINISTER, None), ("Sergey Lavrov", "RU", "Menteri Luar Negeri", None)],
        [("Sergei Lavrov", "RU", None, None), ("Sergey Lavrov", "RU", MINISTER, None)],
        [("Sergei Lavrov", None, MINISTER, None), ("Sergey Lavrov", "RU", MINISTER, None)],
        [("Pham The Tung", "VN", "Deputy Minister", None), ("Pham The Thung", "VN", "Wakil Menteri", None)],
        [("Pham The Tung", "VN", None, "vn-mps"), ("Pham The Thung", "VN", None, "vn-mps")],
        [("Boy Rafli", "ID", "Head", "bnpt"), ("Boy Rafli Amar", "ID", "Kepala BNPT", "bnpt")],
        [("Musharraf", "PK", "President", None), ("Pervez Musharraf", "PK", "Presiden", None)],
        [("Ansyaad Mbai", "ID", "Kepala Desk Antiteror", "desk"), ("ANSYAAD MBAI", "ID", "Pengamat", None)],
    ],
)
def test_variants_with_the_same_country_and_office_are_one_person(people: list[Person]) -> None:
    assert groups(*people) == {frozenset(person[0] for person in people)}


@pytest.mark.parametrize(
    "people",
    [
        [("Wang Yi", "CN", MINISTER, "mfa"), ("Wang Li", "CN", MINISTER, "mfa")],
        [("Ahmad Farouk", "PK", MINISTER, None), ("Ahmad Faruk", "MY", MINISTER, None)],
        [("Sergei Lavrov", "RU", MINISTER, "mfa"), ("Sergey Lavrov", "RU", "spokesman", "police")],
        [("Pham The Tung", "VN", None, None), ("Pham The Thung", "VN", "Deputy Minister", None)],
        [("Pham The Tung", "VN", "spokesman", None), ("Pham The Thung", "VN", "Deputy Minister", None)],
        [("Abdul Rahman", "ID", "spokesman", None), ("Abdul Rahman Kadir", "ID", "Deputi BNPT", "bnpt")],
        [("Musharraf", "PK", "President", None), ("Pervez Musharraf", "TR", "President", None)],
        [("Musharraf", "PK", None, None), ("Pervez Musharraf", "PK", "President", None)],
        [("Sergei Lavrov", None, None, None), ("Sergey Lavrov", "RU", MINISTER, None)],
        [
            ("Amir", "PK", "Minister", None),
            ("Amir Khan", "PK", MINISTER, None),
            ("Amir Ali", "PK", MINISTER, None),
        ],
    ],
)
def test_likely_names_alone_do_not_make_one_person(people: list[Person]) -> None:
    assert groups(*people) == {frozenset([person[0]]) for person in people}


def test_one_name_in_two_countries_is_two_persons() -> None:
    rows = [
        {"article_id": f"a{i}", "person_id": f"a{i}-0", "name": "Ahmad Farooq", "country": country}
        for i, country in enumerate(["PK", "MY"])
    ]
    assert len(group_people(conform(rows, PEOPLE))) == 2


def test_a_short_name_never_bridges_two_full_ones() -> None:
    found = groups(
        ("Ahmad Zahid", "MY", "Minister", None),
        ("Ahmad Zahid Hamidi", "MY", "Minister", None),
        ("Ahmad Zahid Karim", "MY", "Minister", None),
    )
    assert len(found) == 3


def test_id_is_that_of_the_earliest_article() -> None:
    early, late = (
        {"article_id": "b", "person_id": "b-0", "name": "Sergei Lavrov", "country": "RU", "role": MINISTER},
        {"article_id": "a", "person_id": "a-0", "name": "Sergey Lavrov", "country": "RU", "role": MINISTER},
    )
    days = [{"article_id": "a", "published": "2020-01-02"}, {"article_id": "b", "published": "2019-01-02"}]
    articles = conform(days, ARTICLES)
    alone = name_actors(group_people(conform([early], PEOPLE)), articles)
    assert name_actors(group_people(conform([late, early], PEOPLE)), articles) == alone
