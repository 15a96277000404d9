"""Persons' countries: from sides, the words beside a name, other persons and the publisher; names hard to see."""

from __future__ import annotations

import pytest
from extracting import extract

from ctnews.extraction.press import press_country

COUNTRIES = [
    (
        "Ghana was represented by Deputy Interior Minister Kojo Mensah-Badu, Togo by Colonel Yawo Amegan.",
        {"Kojo Mensah-Badu": "GH", "Yawo Amegan": "TG"},
    ),
    (
        "The Peruvian side was headed by Ramiro Quispe Tello, the Chilean one by Prefect Jaime Ansaldo.",
        {"Ramiro Quispe Tello": "PE", "Jaime Ansaldo": "CL"},
    ),
    ("For Latvia, the talks were conducted by Ilze Kalnina-Ozola.", {"Ilze Kalnina-Ozola": "LV"}),
    (
        "The draft was initialled by Nurlan Asanov for the Kyrgyz side and by Jalol Sharipov for the Tajik side.",
        {"Nurlan Asanov": "KG", "Jalol Sharipov": "TJ"},
    ),
    ("Bhutan sent Colonel Karma Dorji; Nepal Ms. Sita Gurung.", {"Karma Dorji": "BT", "Sita Gurung": "NP"}),
    (
        "Present were Mr. Paul Okoro (Nigeria) and Ms. Adama Keita (Mali).",
        {"Paul Okoro": "NG", "Adama Keita": "ML"},
    ),
    ("Superintendent Mele Fonua of Tonga Police spoke first.", {"Mele Fonua": "TO"}),
    (
        "The Prosecutor General of Moldova, Veronica Lupu, and her Ukrainian colleague Andriy Kostenko spoke.",
        {"Veronica Lupu": "MD", "Andriy Kostenko": "UA"},
    ),
    (
        "The Algerian and Tunisian interior ministers, Brahim Mansouri and Kamel Jaziri, met at the border.",
        {"Brahim Mansouri": "DZ", "Kamel Jaziri": "TN"},
    ),
    ("France condemned the raid. Its ambassador, Claire Moulin, called the families.", {"Claire Moulin": "FR"}),
    (
        "The Maltese Police Commissioner, Karl Borg, came with his deputy, Rita Vella. Rome was pleased.",
        {"Karl Borg": "MT", "Rita Vella": "MT"},
    ),
    (
        "The delegation of Benin arrived on Monday. The team was led by General Bertin Houessou.",
        {"Bertin Houessou": "BJ"},
    ),
    (
        "The Jordanian delegation was led by Ahmad Rawashdeh. Laith Tarawneh, a special envoy, was part of it.",
        {"Ahmad Rawashdeh": "JO", "Laith Tarawneh": "JO"},
    ),
]

NAMES = [
    ("The talks were led by Md. Rezaul Haque Talukdar of Bangladesh.", ["Md. Rezaul Haque Talukdar"]),
    ("Secretary General Tiina Kask-Õunapuu received them.", ["Tiina Kask-Õunapuu"]),
    ("Russia was represented by deputy head of the FSB Oleg Starikov.", ["Oleg Starikov"]),
    ("Superintendent ‘Ofa Tu’ipulotu of Tonga Police agreed.", ["Ofa Tu’ipulotu"]),
    ("It was signed by deputy head of the Service Giorgi Lomidze.", ["Giorgi Lomidze"]),
    ("DIG K. R. Perera of Sri Lanka took the floor.", ["K. R. Perera"]),
    ("The minister received B. Enkhtuya on Friday.", ["B. Enkhtuya"]),
    ("The exercise Silent Harbour opened beside the Nelson Mandela Bridge.", []),
    ("The Minister of Justice and Public Order was absent.", []),
]


@pytest.mark.parametrize(("text", "countries"), COUNTRIES)
def test_a_person_has_the_country_that_the_sentence_or_the_company_tells(text: str, countries: dict[str, str]) -> None:
    found = {person.name: person.country for person in extract(text).people}
    assert {name: found.get(name) for name in countries} == countries


@pytest.mark.parametrize(("text", "names"), NAMES)
def test_names_are_whole_and_nothing_but_names(text: str, names: list[str]) -> None:
    assert [person.name for person in extract(text).people] == names


def test_an_unmarked_official_is_the_publishers_countrys() -> None:
    text = "The deputy minister, Elena Duarte, told parliament so. Uruguay will invite Chile and Brazil to Santiago."
    assert [person.country for person in extract(text, press="UY").people] == ["UY"]


@pytest.mark.parametrize(
    ("url", "outlet", "masthead", "country"),
    [
        ("https://www.police.gov.zm/news/7", None, [], "ZM"),
        ("https://example.co.uk/a", None, [], "GB"),
        ("https://example.io/a", None, [], None),
        (None, None, ["THE SAMOAN GOVERNMENT GAZETTE", "HOME  NEWS"], "WS"),
        (None, None, ["COMMONWEALTH OF DOMINICA"], "DM"),
        (None, "The Kampala Weekly", [], "UG"),
        (None, None, ["Embassy of Norway in Hanoi"], None),
    ],
)
def test_address_outlet_and_masthead_tell_where_an_article_was_published(
    url: str | None, outlet: str | None, masthead: list[str], country: str | None
) -> None:
    assert press_country(url, outlet, masthead) == country
