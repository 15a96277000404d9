"""Agencies: the table, what is found in texts, of which country it is, and what roles imply."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

import pytest

from ctnews import lexicon
from ctnews.extraction.agencies import affiliation, find_agencies, register
from ctnews.extraction.facts import Agency
from ctnews.extraction.places import find_places

LANGUAGES = ("en", "id", "ms")
TABLES = (
    "world/agencies",
    *(f"{lang}/{name}" for lang in LANGUAGES for name in ("agency_generics", "agency_patterns", "agency_topics")),
    *(f"{lang}/{name}" for lang in LANGUAGES for name in ("agency_forces", "agency_missions", "role_agencies")),
    "en/agency_plurals",
    "en/agency_spellings",
    "id/agency_spellings",
)


def found(text: str, lang: str = "en") -> list[Agency]:
    return find_agencies(text, lang=lang, places=find_places(text, lang=lang))


def ids(text: str, lang: str = "en") -> list[str]:
    return list(dict.fromkeys(agency.agency_id for agency in found(text, lang)))


@pytest.mark.parametrize("name", TABLES)
def test_table_says_where_it_is_from(name: str) -> None:
    assert set(lexicon.header(name)) >= set(lexicon.HEADER_KEYS)


def test_agency_ids_are_unique_and_many() -> None:
    counts = Counter(row["agency_id"] for row in lexicon.table("world/agencies"))
    assert len(counts) > 300
    assert max(counts.values()) == 1


def test_own_name_means_one_agency() -> None:
    owners: dict[str, set[str]] = {}
    for row in lexicon.table("world/agencies"):
        shared = set(lexicon.values(row["generic"]))
        for name in (row["name"], row["acronym"], *lexicon.values(row["aliases"])):
            if name and name not in shared:
                owners.setdefault(name.casefold(), set()).add(row["agency_id"])
    assert {name: who for name, who in owners.items() if len(who) > 1} == {}


def test_own_name_is_no_shared_name() -> None:
    shared = {name for row in lexicon.table("world/agencies") for name in lexicon.values(row["generic"])}
    own = {
        name
        for row in lexicon.table("world/agencies")
        for name in (row["name"], row["acronym"], *lexicon.values(row["aliases"]))
        if name not in lexicon.values(row["generic"])
    }
    assert own & shared == set()


def test_shared_name_means_one_agency_of_a_country() -> None:
    counts = Counter(
        (name, row["country"]) for row in lexicon.table("world/agencies") for name in lexicon.values(row["generic"])
    )
    assert [key for key, count in counts.items() if count > 1] == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_variants_stand_for_names_that_somebody_holds_or_english_knows(lang: str) -> None:
    known = {row["name"] for row in lexicon.table("en/agency_generics")}
    names = {row["name"] for row in lexicon.table(f"{lang}/agency_generics")}
    assert {name for name in names if not register.holders(name) and name not in known} == set()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The National Counterterrorism Agency (BNPT) met UNOCT.", ["id-bnpt", "un-unoct"]),
        ("The U.S. Department of State and Foggy Bottom said so.", ["us-state"]),
        ("Members of the Organisation for Security and Cooperation in Europe met.", ["osce"]),
        ("Officials from the State Department's Bureau of Counterterrorism came.", ["us-ct-bureau"]),
        ("The Shanghai Cooperation Organisation and its RATS met.", ["sco", "sco-rats"]),
    ],
)
def test_listed_names_in_any_spelling(text: str, expected: list[str]) -> None:
    assert ids(text) == expected


@pytest.mark.parametrize(
    ("text", "lang", "expected"),
    [
        ("Egypt's Ministry of Foreign Affairs spoke to India.", "en", ["eg-foreign"]),
        ("The Ministry of Interior of Iraq spoke to Iran.", "en", ["iq-interior"]),
        (
            "The Russian interior ministry and Jordan's foreign ministry agreed.",
            "en",
            ["ru-interior", "jo-foreign"],
        ),
        ("The Malaysian coast guard met Iraqi navy officials.", "en", ["my-coast-guard", "iq-navy"]),
        ("Iraq and the US met; the Ministry of Interior was there.", "en", ["iq-interior"]),
        ("China's defence ministry spoke with the Pakistan Army.", "en", ["cn-defence", "pk-army"]),
        ("Kementerian Keamanan Publik Vietnam menerima delegasi.", "id", ["vn-mps"]),
        ("Kemlu Rusia dan Kemlu sepakat, kata BNPT.", "id", ["ru-foreign", "id-foreign", "id-bnpt"]),
        ("Kementerian Luar Negeri AS menyambut BNPT.", "id", ["us-state", "id-bnpt"]),
        ("Polis Nasional Filipina dan PDRM bertemu.", "ms", ["ph-police", "my-police"]),
        ("Kementerian Dalam Negeri Kemboja menghantar wakil.", "ms", ["kh-interior"]),
        (
            "The Security Council met; the Security Council of Kazakhstan agreed.",
            "en",
            ["un-unsc", "kz-security-council"],
        ),
    ],
)
def test_shared_names_go_to_the_country_of_the_text(text: str, lang: str, expected: list[str]) -> None:
    assert ids(text, lang) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Philippines sent the BI and the NBI.", ["ph-bi", "ph-nbi"]),
        ("He pressed the BI button.", []),
        ("India's National Security Adviser (NSA) met the US. The NSA left.", []),
        ("Pakistan's National Counter Terrorism Authority (NACTA) and NCTC met.", ["pk-nacta", "pk-nctc"]),
    ],
)
def test_ambiguous_acronyms_need_their_country_or_full_name(text: str, expected: list[str]) -> None:
    assert ids(text) == expected


def test_acronym_defined_in_the_text_is_the_same_agency_everywhere() -> None:
    agencies = found("Nepal's Border Watch Directorate (BWD) met India. The BWD agreed.")
    assert [(a.text, a.agency_id) for a in agencies] == [
        ("Border Watch Directorate", "np-border-watch-directorate"),
        ("BWD", "np-border-watch-directorate"),
        ("BWD", "np-border-watch-directorate"),
    ]
    assert agencies[0].acronym == "BWD"


def test_acronym_before_its_full_name() -> None:
    assert ids("Kerja sama dengan Dinsos (Dinas Sosial) di Indonesia; Dinsos siap.", "id") == ["id-dinas-sosial"]


def test_acronym_tells_which_agency_a_misspelt_name_is() -> None:
    assert ids("Badan Nasional Penanggulangan Teorisme (BNPT) di Jakarta", "id") == ["id-bnpt"]


@pytest.mark.parametrize(
    ("text", "lang", "names"),
    [
        ("Kenya's Office for Border Security met.", "en", ["Office for Border Security"]),
        (
            "Peru's National Drug and Terrorism Finance Committee met.",
            "en",
            ["National Drug and Terrorism Finance Committee"],
        ),
        (
            "Nepal's Ministry of Women and Social Welfare Secretary Rai",
            "en",
            ["Ministry of Women and Social Welfare"],
        ),
        (
            "Nepal's Bureau of Labour and State Security Service met",
            "en",
            ["Bureau of Labour", "State Security Service"],
        ),
        (
            "INTERPOL's Capacity Building and Training Directorate met.",
            "en",
            ["INTERPOL", "Capacity Building and Training Directorate"],
        ),
        ("Kepala Badan Intelijen Kepolisian Budi", "id", ["Badan Intelijen"]),
        (
            "Kementerian Keamanan, Hukum, dan Imigrasi Laos",
            "id",
            ["Kementerian Keamanan, Hukum, dan Imigrasi Laos"],
        ),
        ("Badan Xilem dan Yakut Zamrud (BXYZ) Indonesia", "id", ["Badan Xilem dan Yakut Zamrud", "BXYZ"]),
        ("Jabatan Siasatan Jenayah Komersial Malaysia", "ms", ["Jabatan Siasatan Jenayah"]),
    ],
)
def test_unlisted_names_end_where_they_should(text: str, lang: str, names: list[str]) -> None:
    spans = [agency.text for agency in found(text, lang)]
    assert spans == names


def test_list_under_one_head() -> None:
    text = "Officials of the Departments of State, Homeland Security, Justice and Treasury met Qatar in the US."
    assert ids(text) == ["us-state", "us-dhs", "us-doj", "us-treasury"]
    assert ids("The Foreign and Interior Ministries of Morocco agreed.") == ["ma-foreign", "ma-interior"]


def test_unknown_acronym_in_a_list_of_agencies() -> None:
    assert ids("Hadir BNPT, PPATK, XQZ, dan BSSN.", "id") == ["id-bnpt", "id-ppatk", "id-xqz", "id-bssn"]


@pytest.mark.parametrize(
    ("text", "lang", "expected"),
    [
        ("The US Embassy in Dhaka spoke. The US Embassy agreed.", "en", ["us-embassy-dhaka"]),
        ("Perwakilan KBRI Manila hadir.", "id", ["id-embassy-manila"]),
        ("Karachi police arrested two men.", "en", ["pk-karachi-police"]),
        ("Two Pakistani police officers died.", "en", []),
    ],
)
def test_missions_and_forces_need_a_place(text: str, lang: str, expected: list[str]) -> None:
    assert ids(text, lang) == expected


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("Deputy Minister of Public Security of Vietnam Pham The Tung", "en"),
        ("US Secretary of State Smith met Foreign Minister Khan of Pakistan.", "en"),
        ("The India-Russia Joint Working Group and the Joint Committee met.", "en"),
        ("The Antara news agency and Xinhua News Agency reported.", "en"),
        ("The Baloch Liberation Army and the Islamic State claimed it.", "en"),
        ("The Steering Committee meeting and the Coordinating Committee Meeting ended.", "en"),
        ("Wakil Menteri Luar Negeri Rusia dan Deputi Bidang Kerja Sama Internasional", "id"),
        ("Brigjen TNI Yuniar dan Komjen Pol Boy Rafli", "id"),
        ("Menteri Keselamatan Awam Vietnam dan Timbalan Perdana Menteri", "ms"),
    ],
)
def test_roles_meetings_media_and_armed_groups_are_no_agencies(text: str, lang: str) -> None:
    assert ids(text, lang) == []


@pytest.mark.parametrize(
    ("role", "country", "lang", "expected"),
    [
        ("Deputy Foreign Minister", "QA", "en", "qa-foreign"),
        ("Deputy Minister of Public Security", "VN", "en", "vn-mps"),
        ("Secretary of State", "US", "en", "us-state"),
        ("Minister of Foreign Affairs", "FM", "en", "fm-ministry-of-foreign-affairs"),
        ("Coordinator for Counterterrorism", "US", "en", "us-ct-bureau"),
        ("Coordinator for Counterterrorism", "IN", "en", None),
        ("Attorney General", "ID", "en", "id-kejagung"),
        ("Kepala BNPT", None, "id", "id-bnpt"),
        ("Wakil Menteri Luar Negeri", "RU", "id", "ru-foreign"),
        ("Kapolri", "ID", "id", "id-police"),
        ("Menteri Dalam Negeri", "MY", "ms", "my-interior"),
        ("Foreign Minister", None, "en", None),
        ("President", "US", "en", None),
    ],
)
def test_role_implies_an_agency(role: str, country: str | None, lang: str, expected: str | None) -> None:
    agency = affiliation(role, country=country, lang=lang)
    assert (agency.agency_id if agency else None) == expected


def test_mentions_have_right_offsets_in_order_without_overlap() -> None:
    text = "“Türkiye’s” Ministry of Interior, the State Department’s bureau and Densus 88 met ASEAN’s UNODC—yes."
    agencies = found(text)
    assert all(text[a.start : a.end] == a.text for a in agencies)
    assert all(one.end <= other.start for one, other in pairwise(agencies))
    assert len(agencies) == 5


def test_international_body_has_no_country() -> None:
    assert [(a.country, a.kind) for a in found("ASEAN and INTERPOL met in Vietnam.")] == [(None, "body")] * 2


def test_other_language_still_finds_listed_names() -> None:
    assert [agency.agency_id for agency in find_agencies("Europol et BNPT", lang="fr", places=[])] == [
        "eu-europol",
        "id-bnpt",
    ]
