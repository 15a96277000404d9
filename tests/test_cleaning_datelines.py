"""Datelines are found in their many forms and told from sentences that merely look like them."""

from __future__ import annotations

import pytest
from cleaning_fixture import FIRST, SECOND, TITLE, page

from ctnews.cleaning.metadata.datelines import find_dateline

SAID = "The two agencies met."


@pytest.mark.parametrize(
    ("dateline", "place", "wire"),
    [
        ("ALGIERS, Feb.11 (Xinhua) -- ", "Algiers", "Xinhua"),
        ("JAKARTA, May 5 (Antara) - ", "Jakarta", "ANTARA"),
        ("Jakarta (ANTARA) - ", "Jakarta", "ANTARA"),
        ("HANOI (VNA) – ", "Hanoi", "Vietnam News Agency"),
        ("HANOI, May 5 (VNA) ", "Hanoi", "Vietnam News Agency"),
        ("HO CHI MINH CITY (VNA) – ", "Ho Chi Minh City", "Vietnam News Agency"),
        ("WASHINGTON (AP) — ", "Washington", "Associated Press"),
        ("ISLAMABAD, March 4 (Reuters) - ", "Islamabad", "Reuters"),
        ("KUALA LUMPUR, 12 Mei (Bernama) -- ", "Kuala Lumpur", "Bernama"),
        ("Jakarta, 2 August 2022 (TDI): ", "Jakarta", "TDI"),
        ("Beijing/Jakarta (ANTARA) - ", "Beijing", "ANTARA"),
        ("PORT-AU-PRINCE (AFP) - ", "Port-au-prince", "Agence France-Presse"),
        ("(Antara) - ", None, "ANTARA"),
        ("NEW DELHI: ", "New Delhi", None),
        ("New Delhi, August 3: ", "New Delhi", None),
        ("Lyon, 3 June: ", "Lyon", None),
        ("MANILA, Philippines — ", "Manila", None),
        ("WASHINGTON, D.C., March 5, 2024 — ", "Washington", None),
        ("PUTRAJAYA, 14 Ogos — ", "Putrajaya", None),
        ("5 May 2024, Jakarta – ", "Jakarta", None),
        ("JAKARTA – 5 May 2024 – ", "Jakarta", None),
        ("5 May 2024 – ", None, None),
        ("JAKARTA (5/5/2024) - ", "Jakarta", None),
        ("Jakarta, 5/5 - ", "Jakarta", None),
        ("Sentul, Bogor - ", "Sentul", None),
        ("JAKARTA | ", "Jakarta", None),
        ("JAKARTA, KOMPAS.com - ", "Jakarta", None),
        ("MALANG, iNews.id- ", "Malang", None),
        ("Jakarta, CNN Indonesia -- ", "Jakarta", None),
        ("TEMPO.CO, Jakarta - ", "Jakarta", None),
        ("Liputan6.com, Jakarta - ", "Jakarta", None),
        ("Suara.com - ", None, None),
        ("Kabarkota.com—", None, None),
        ("KABARKOTA.ID – ", None, None),
        ("VIVA – ", None, None),
        ("kabarkota.com - JAKARTA - ", "Jakarta", None),
        ("REPUBLIKA.CO.ID, JAKARTA -- ", "Jakarta", None),
        ("TEMPO Interaktif, Jakarta - ", None, None),
        ("KUANTAN, KHAMIS, 09 Mei, 2013: ", "Kuantan", None),
        ("BANDAR SERI BEGAWAN, 7 OGOS – ", "Bandar Seri Begawan", None),
        ("Metro Manila (Quay News, June 9) — ", "Metro Manila", "Quay News"),
        ("Jakarta, 11 Rajab 1440/18 March 2019 (WQN) – ", "Jakarta", "WQN"),
        ("MOSCOW, March 21. /TASS/. ", "Moscow", "TASS"),
        ("New Delhi [India], March 21 (ANI): ", "New Delhi", "Asian News International"),
        ("Hanoi (VNS/VNA) - ", "Hanoi", "Vietnam News Agency"),
        ("BAKU, Azerbaijan, March 21. ", "Baku", None),
        ("ISLAMABAD, Mar 12 (APP): ", "Islamabad", "Associated Press of Pakistan"),
    ],
)
def test_a_dateline_gives_its_place_and_wire(dateline: str, place: str | None, wire: str | None) -> None:
    found = find_dateline(dateline + SAID)
    assert found is not None
    assert (found.text, found.length, found.place, found.wire) == (dateline, len(dateline), place, wire)


@pytest.mark.parametrize(
    "text",
    [
        "Officials met on Monday: they talked.",
        "Wang Yi: We agreed to meet again.",
        "Prime Minister Anwar Ibrahim: We met.",
        "Boko Haram – a group of the north – struck again.",
        "Indonesia - which has the chair - invited all.",
        "The Ministry (MHA) - The talks are over.",
        "The agencies (two of them) met.",
        "Photo: The two agencies met.",
        "Foto: Kedua lembaga bertemu.",
        "Baca juga: Kedua lembaga bertemu.",
        "Counter-terrorism: The two sides agreed on more.",
        "(Perhaps) - The two sides met.",
        "Jakarta and Hanoi - They met.",
        "On Monday, in Jakarta - The two sides met.",
        "Menurut Budi: Kami bertemu.",
        "JAKARTA - ",
        "",
        "-",
    ],
)
def test_what_looks_like_a_dateline_is_none(text: str) -> None:
    assert find_dateline(text) is None


def test_the_dateline_is_cut_from_the_body() -> None:
    found = page(TITLE, "", f"ANKARA, May 5 (AA) - {FIRST}", SECOND)
    assert (found.body, found.place, found.wire) == (f"{FIRST}\n\n{SECOND}", "Ankara", "Anadolu Agency")


def test_a_standfirst_may_stand_before_the_paragraph_with_the_dateline() -> None:
    found = page(TITLE, "", SECOND, f"ANKARA (AA) - {FIRST}")
    assert (found.body, found.place) == (f"{SECOND}\n\n{FIRST}", "Ankara")
