"""Places: countries, demonyms, cities and regions in English, Indonesian and Malay text."""

from __future__ import annotations

from collections import Counter, defaultdict
from itertools import pairwise

import pytest

from ctnews import lexicon
from ctnews.extraction.places import country_code, find_places, locate
from ctnews.extraction.places.gazetteer import key

TABLES = [
    *(f"{lang}/{name}" for lang in ("en", "id", "ms") for name in ("countries", "cities", "place_words")),
    *(f"world/{name}" for name in ("cities", "regions", "not_places")),
]


def named(text: str, lang: str = "en") -> list[tuple[str, str]]:
    return [(place.name, place.country) for place in find_places(text, lang=lang)]


@pytest.mark.parametrize(
    ("name", "lang", "code"),
    [
        ("Indonesian", "en", "ID"),
        ("Rusia", "id", "RU"),
        ("Tiongkok", "id", "CN"),
        ("AS", "id", "US"),
        ("Belanda", "id", "NL"),
        ("Jepang", "id", "JP"),
        ("Uni Emirat Arab", "id", "AE"),
        ("Arab Saudi", "id", "SA"),
        ("Inggris", "id", "GB"),
        ("Vietnam", "id", "VN"),
    ],
)
def test_hard_country_names(name: str, lang: str, code: str) -> None:
    assert country_code(name, lang=lang) == code


@pytest.mark.parametrize(
    ("name", "lang", "code"),
    [
        ("the Philippines", "en", "PH"),
        ("Filipino", "en", "PH"),
        ("Philipina", "id", "PH"),
        ("Selandia Baru", "id", "NZ"),
        ("Korsel", "id", "KR"),
        ("United Kingdom", "id", "GB"),
        ("Kemboja", "ms", "KH"),
        ("Amerika Syarikat", "ms", "US"),
        ("Belanda", "ms", "NL"),
        ("Turkey", "en", "TR"),
        ("türkiye", "en", "TR"),
        ("Holy See", "en", "VA"),
        ("Germany", "xx", "DE"),
        ("us", "en", None),
        ("as", "id", None),
        ("Atlantis", "en", None),
        ("Jakarta", "en", None),
        ("", "en", None),
    ],
)
def test_country_code_resolves_one_name(name: str, lang: str, code: str | None) -> None:
    assert country_code(name, lang=lang) == code


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Vietnam-Indonesia dialogue", ["VN", "ID"]),
        ("a US-India working group", ["US", "IN"]),
        ("the Pak-Russia group", ["PK", "RU"]),
        ("Philippines–Indonesia talks", ["PH", "ID"]),
        ("UK-Nigeria security dialogue", ["GB", "NG"]),
        ("an ASEAN-U.S. dialogue", ["US"]),
        ("the U.S.-Philippines alliance", ["US", "PH"]),
        ("Indo-US and Sino-Russian groups", ["IN", "US", "CN", "RU"]),
        ("Indo-Pacific partners", []),
        ("PH-US drills", ["PH", "US"]),
        ("India, Pak to resume talks", ["IN", "PK"]),
        ("Guinea-Bissau and Timor-Leste", ["GW", "TL"]),
    ],
)
def test_hyphenated_pairs_give_both(text: str, codes: list[str]) -> None:
    assert [place.country for place in find_places(text, lang="en")] == codes


def test_hyphenated_pairs_in_indonesian() -> None:
    assert named("JWG RI-Filipina dan Indonesia-AS", "id") == [
        ("Indonesia", "ID"),
        ("Philippines", "PH"),
        ("Indonesia", "ID"),
        ("United States", "US"),
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Indonesia's agency and Qatar’s ministry", ["Indonesia", "Qatar"]),
        ("The U.S. Embassy thanked the U.K. government", ["U.S.", "U.K."]),
        ("talks in Washington, D.C. and Washington D.C.", ["Washington, D.C.", "Washington D.C."]),
        ("a delegation left Kabul.Pakistan was informed", ["Kabul", "Pakistan"]),
        ("COX'S BAZAR and Sana'a", ["COX'S BAZAR", "Sana'a"]),
        ("South Korea and South Sudan, not the South", ["South Korea", "South Sudan"]),
    ],
)
def test_spans_are_the_names_as_printed(text: str, found: list[str]) -> None:
    assert [place.text for place in find_places(text, lang="en")] == found


@pytest.mark.parametrize("name", ["Washington, D.C.", "Washington D.C.", "Washington DC", "Washington"])
def test_washington_has_one_name(name: str) -> None:
    assert named(f"They met in {name} on Monday.") == [("Washington", "US")]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("in Hyderabad, Pakistan", ("Hyderabad", "PK")),
        ("in Hyderabad, India", ("Hyderabad", "IN")),
        ("in Hyderabad on Friday", ("Hyderabad", "IN")),
        ("in Tripoli, Lebanon", ("Tripoli", "LB")),
        ("in Tripoli", ("Tripoli", "LY")),
    ],
)
def test_a_city_lies_in_the_country_that_follows(text: str, place: tuple[str, str]) -> None:
    assert named(text)[0] == place


@pytest.mark.parametrize(
    "text",
    [
        "Michael Jordan opened a restaurant.",
        "Jordan Peterson spoke.",
        "Chad Smith plays the drums.",
        "piracy in the Indian Ocean and the South China Sea",
        "a lecturer at American University",
        "students of Leiden University",
        "Latin American envoys",
        "AS Roma menang",
        "please tell us more",
        "The Jakarta Post and the Washington Post reported",
        "the Bali Work Plan and the Manila Declaration",
        "ties with Islamic State in Iraq and Syria",
        "a US$5 million programme",
        "Male suspects were held. Reading the charges, March was mentioned.",
        "Badrodin Haiti, kepala polisi",
        "ABOUT US | CONTACT US",
    ],
)
def test_what_only_looks_like_a_place(text: str) -> None:
    assert find_places(text, lang="en") == []


@pytest.mark.parametrize(
    "text",
    [
        "Lima orang ditangkap",
        "Surat Keputusan itu",
        "Itu kata Pak Budi",
        "kapal di Laut China Selatan",
        "Deklarasi Jakarta dan Konvensi Jenewa",
        "Bank Indonesia dan CNN Indonesia",
        "dalam bahasa Inggris",
    ],
)
def test_what_only_looks_like_a_place_in_indonesian(text: str) -> None:
    assert find_places(text, lang="id") == []


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Jordan Foreign Minister Ayman Safadi", ["JO"]),
        ("the King of Jordan", ["JO"]),
        ("Iraq, Jordan and Chad", ["IQ", "JO", "TD"]),
        ("in New Mexico and Mexico", ["US", "MX"]),
        ("Georgia and Armenia", ["GE", "AM"]),
        ("a Chinese delegation to the Philippine capital", ["CN", "PH"]),
        ("JAKARTA, INDONESIA", ["ID", "ID"]),
    ],
)
def test_names_that_are_also_personal_or_longer(text: str, codes: list[str]) -> None:
    assert [place.country for place in find_places(text, lang="en")] == codes


@pytest.mark.parametrize(
    ("text", "lang", "place"),
    [
        ("to be held in Lubuan Bajo in August", "en", ("Labuan Bajo", "ID")),
        ("a meeting in Manilla", "en", ("Manila", "PH")),
        ("pertemuan di Yokyakarta", "id", ("Yogyakarta", "ID")),
        ("antara Indoneisa dan mitranya", "id", ("Indonesia", "ID")),
    ],
)
def test_misspelt_names_after_a_place_word(text: str, lang: str, place: tuple[str, str]) -> None:
    assert named(text, lang) == [place]


@pytest.mark.parametrize("text", ["Mr Lubuan Bajo spoke", "in Christian circles", "in Krasnoborsk"])
def test_other_words_are_not_taken_for_misspelt_names(text: str) -> None:
    assert find_places(text, lang="en") == []


def test_a_small_town_needs_a_place_word_once() -> None:
    assert named("POSO, Kompas - Warga Poso berkumpul.", "id") == [("Poso", "ID"), ("Poso", "ID")]
    assert named("The Poso case was closed.") == []
    assert named("The Poso case began in Poso.") == [("Poso", "ID"), ("Poso", "ID")]


@pytest.mark.parametrize(
    ("text", "lang", "kind", "name"),
    [
        ("di Sulawesi Utara", "id", "region", "North Sulawesi"),
        ("di Jawa Timur", "id", "region", "East Java"),
        ("di Den Haag", "id", "city", "The Hague"),
        ("ke Moskow", "id", "city", "Moscow"),
        ("ke Wina", "id", "city", "Vienna"),
        ("di Kairo", "id", "city", "Cairo"),
        ("di Kaherah", "ms", "city", "Cairo"),
        ("di Pulau Pinang", "ms", "region", "Penang"),
        ("di Sharm El Sheikh", "id", "city", "Sharm el-Sheikh"),
        ("in Saigon", "en", "city", "Ho Chi Minh City"),
        ("in São Paulo", "en", "city", "São Paulo"),
        ("in Malé", "en", "city", "Malé"),
        ("in Nusa Dua", "en", "city", "Nusa Dua"),
        ("in Kerala", "en", "region", "Kerala"),
        ("in Singapore", "en", "country", "Singapore"),
        ("in Marawi City", "en", "city", "Marawi"),
    ],
)
def test_places_have_their_english_names(text: str, lang: str, kind: str, name: str) -> None:
    assert [(place.kind, place.name) for place in find_places(text, lang=lang)] == [(kind, name)]


@pytest.mark.parametrize(
    ("name", "lang", "place"),
    [
        ("Singapore", "en", ("Singapore", "SG")),
        ("Jenewa", "id", ("Geneva", "CH")),
        ("Davos", "ms", ("Davos", "CH")),
        ("the Hague", "en", ("The Hague", "NL")),
        ("Indonesia", "en", None),
    ],
)
def test_locate_gives_a_city_and_its_country(name: str, lang: str, place: tuple[str, str] | None) -> None:
    assert locate(name, lang=lang) == place


def test_offsets_hold_beside_emoji_and_combining_characters() -> None:
    text = "🇮🇩🤝 Nguye\u0302\u0303n Va\u0306n of Viê\u0323t met 🙂 in Hanoi, 印尼 and Türkiye’s envoy 👩‍👩‍👧 US"
    places = find_places(text, lang="en")
    assert [place.text for place in places] == ["Hanoi", "Türkiye", "US"]
    assert all(text[place.start : place.end] == place.text for place in places)


def test_places_come_in_order_and_do_not_overlap() -> None:
    text = "In Lubuan Bajo, Indonesia and in Manilla, the U.S. and Bali Province talked of North Sulawesi."
    spans = [(place.start, place.end) for place in find_places(text, lang="en")]
    assert spans == sorted(spans)
    assert all(end <= start for (_, end), (start, _) in pairwise(spans))


@pytest.mark.parametrize("text", ["", " ", "\n", "…", "'s", "$"])
def test_texts_without_places(text: str) -> None:
    assert find_places(text, lang="en") == []


@pytest.mark.parametrize("name", TABLES)
def test_tables_say_where_they_come_from(name: str) -> None:
    assert set(lexicon.header(name)) >= set(lexicon.HEADER_KEYS)


@pytest.mark.parametrize("lang", ["en", "id", "ms"])
def test_each_country_stands_once_and_no_spelling_names_two(lang: str) -> None:
    rows = lexicon.table(f"{lang}/countries")
    assert len({row["code"] for row in rows}) == len(rows) == 250
    owners = defaultdict(set)
    for row in rows:
        for spelling in [row["name"], *lexicon.values(row["aliases"]), *lexicon.values(row["adjectives"])]:
            owners[key(spelling.rstrip("-"))].add(row["code"])
    assert {spelling: codes for spelling, codes in owners.items() if len(codes) > 1} == {}


def test_cities_stand_once_in_a_country_and_have_numbers() -> None:
    rows = lexicon.table("world/cities")
    counts = Counter((row["name"], row["country"]) for row in rows)
    assert [place for place, count in counts.items() if count > 1] == []
    assert all(row["population"].isdigit() and row["capital"] in ("", "yes") for row in rows)


@pytest.mark.parametrize("lang", ["en", "id", "ms"])
def test_other_names_lead_to_known_places(lang: str) -> None:
    known = {(row["name"], row["country"]) for name in ("cities", "regions") for row in lexicon.table(f"world/{name}")}
    assert [row["name"] for row in lexicon.table(f"{lang}/cities") if (row["name"], row["country"]) not in known] == []


def test_places_lie_in_known_countries() -> None:
    codes = {row["code"] for row in lexicon.table("en/countries")}
    rows = (*lexicon.table("world/cities"), *lexicon.table("world/regions"))
    assert {row["country"] for row in rows} <= codes
