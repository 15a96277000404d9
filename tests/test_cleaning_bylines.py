"""Who wrote an article, who published it and which agency's story it is, where the page says so."""

from __future__ import annotations

import pandas as pd
import pytest
from cleaning_fixture import clean, page
from page_layouts import EN, ID, MS

TITLE = "Neighbours agree to swap names of terror suspects"
BODIES = {"en": EN, "id": ID, "ms": MS}


def of(above: list[str], below: list[str], lang: str = "en", dateline: str = "") -> tuple[str | None, ...]:
    """Give author, outlet and wire of a page."""
    found = page(TITLE, *above, "", dateline + "\n\n".join(BODIES[lang]), "", *below)
    return found.author, found.outlet, found.wire


@pytest.mark.parametrize(
    ("above", "below", "author"),
    [
        (["By Asma Khan"], [], "Asma Khan"),
        (["By: Asma Khan"], [], "Asma Khan"),
        (["BY ASMA KHAN"], [], "Asma Khan"),
        (["By Asma Khan and Tariq Aziz"], [], "Asma Khan, Tariq Aziz"),
        (["By Asma Khan, Tariq Aziz"], [], "Asma Khan, Tariq Aziz"),
        (["By Asma Khan | June 18, 2025"], [], "Asma Khan"),
        (["By Asma Khan - June 18, 2025"], [], "Asma Khan"),
        (["By Asma Khan  June 18, 2025, 5:15 pm"], [], "Asma Khan"),
        (["By Asma Khan, June 18, 2025"], [], "Asma Khan"),
        (["By Chidi Eze, Abuja"], [], "Chidi Eze"),
        (["By Chidi Eze in Abuja"], [], "Chidi Eze"),
        (["Written by Asma Khan"], [], "Asma Khan"),
        (["Author: Asma Khan"], [], "Asma Khan"),
        (["Posted by Asma Khan | Jun 18, 2025 | News"], [], "Asma Khan"),
        (["By Asma KhanStaff Writer"], [], "Asma Khan"),
        (["By", "Asma Khan", "18 June 2025"], [], "Asma Khan"),
        (["18 June 2025"], ["Reporter: Rina Sari, Budi Hartono", "Editor: Joko Susilo"], "Rina Sari, Budi Hartono"),
        (["Oleh Ahmad Zaki"], [], "Ahmad Zaki"),
        (["oleh Siti Nurhaliza binti Ahmad"], [], "Siti Nurhaliza binti Ahmad"),
        (["Oleh: Rina Sari"], [], "Rina Sari"),
        (["Penulis: Rina Sari | Editor: Joko Susilo"], [], "Rina Sari"),
        (["Penulis: Rina Sari - Rabu, 18 Juni 2025"], [], "Rina Sari"),
        (["Editor: Joko Susilo | Penulis: Rina Sari"], [], "Rina Sari"),
        (["Reporter", "Rina Sari", "Editor", "Joko Susilo"], [], "Rina Sari"),
        (["18 Juni 2025"], ["Pewarta: Rina Sari", "Editor: Joko Susilo"], "Rina Sari"),
        (["18 Juni 2025"], ["Pewarta : Rina Sari/Budi Hartono"], "Rina Sari, Budi Hartono"),
        (["Laporan Wartawan Rina Sari"], [], "Rina Sari"),
        (["Editor: Joko Susilo"], [], None),
        (["Redaktur: Joko Susilo"], [], None),
        (["Photo by Asma Khan"], [], None),
        (["Foto: Rina Sari"], [], None),
        (["By Our Correspondent"], [], None),
        (["By Staff Reporter"], [], None),
        (["By Web Desk"], [], None),
        (["Posted by admin"], [], None),
        (["By Reuters"], [], None),
        (["By The Associated Press"], [], None),
        (["Oleh: Redaksi"], [], None),
        (["Oleh BERNAMA"], [], None),
        (["By : Asma Khan | on 6:30 PM June 18, 2025", "Category : News, Security"], [], "Asma Khan"),
        (["18 June 2025"], [], None),
    ],
)
def test_the_author_is_a_person_who_wrote_it(above: list[str], below: list[str], author: str | None) -> None:
    assert of(above, below)[0] == author


@pytest.mark.parametrize(
    ("below", "outlet"),
    [
        (["© 2025 The Harbour Post. All rights reserved."], "The Harbour Post"),
        (["Copyright © 2025 The Harbour Post"], "The Harbour Post"),
        (["Copyright © 2019-2025 Harbour Media Pte Ltd"], "Harbour Media"),
        (["COPYRIGHT © ANTARA 2025"], "ANTARA News"),
        (["Hak Cipta © 2025 Kabar Kota"], "Kabar Kota"),
        (["Hak Cipta Terpelihara © 2025 Harian Pantai"], "Harian Pantai"),
        (["© 2025 kabarkota.id"], "kabarkota.id"),
        (["© 2025. All rights reserved."], None),
        (["© Getty Images and all of the agencies whose pictures we have shown on this page"], None),
        (["Privacy Policy", "Terms of use"], None),
    ],
)
def test_the_copyright_line_names_the_outlet(below: list[str], outlet: str | None) -> None:
    assert of(["18 June 2025"], below)[1] == outlet


@pytest.mark.parametrize(
    ("above", "dateline", "outlet", "wire"),
    [
        ([], "JAKARTA, KOMPAS.com - ", "Kompas.com", None),
        ([], "TEMPO.CO, Jakarta - ", "Tempo", None),
        ([], "JAKARTA, kabarkota.id - ", "kabarkota.id", None),
        ([], "Jakarta (ANTARA) - ", None, "ANTARA"),
        ([], "HANOI, June 18 (VNA) – ", None, "Vietnam News Agency"),
        ([], "WASHINGTON (AP) — ", None, "Associated Press"),
        (["Web Desk | Reuters Published June 18, 2025"], "", None, "Reuters"),
        (["Source: Xinhua | 2025-06-18 10:30:12 | Editor: huaxia"], "", None, "Xinhua"),
        (["By AFP"], "", None, "Agence France-Presse"),
        (["Bernama", "June 21, 2017 15:11 MYT"], "", None, "Bernama"),
        (["Trends in the region", "June 21, 2017 15:11 MYT"], "", None, None),
        (["18 June 2025"], "", None, None),
    ],
)
def test_dateline_and_byline_name_outlet_and_wire(
    above: list[str], dateline: str, outlet: str | None, wire: str | None
) -> None:
    assert of(above, [], dateline=dateline)[1:] == (outlet, wire)


@pytest.mark.parametrize(
    ("below", "wire"),
    [
        (["Source: Antara News Agency"], "ANTARA"),
        (["Sumber : Antara"], "ANTARA"),
        (["Source: The foreign ministry"], None),
        (["(PNA)"], "Philippine News Agency"),
        (["- BERNAMA"], "Bernama"),
    ],
)
def test_a_source_or_signature_below_the_body_names_the_wire(below: list[str], wire: str | None) -> None:
    assert of(["18 June 2025"], below)[2] == wire


def test_a_known_outlet_in_the_masthead_is_the_outlet() -> None:
    assert page("ANTARA News", TITLE, "18 June 2025", "", "\n\n".join(EN)).outlet == "ANTARA News"


def test_metadata_go_before_the_page_and_all_three_are_columns() -> None:
    text = "\n".join((TITLE, "By Asma Khan", "", "WASHINGTON (AP) — " + "\n\n".join(EN), "", "© 2025 The Harbour Post"))
    article = clean([text]).articles.iloc[0]
    assert (article["author"], article["outlet"], article["wire"]) == (
        "Asma Khan",
        "The Harbour Post",
        "Associated Press",
    )
    told = clean([text], outlet="The Quay", author="T. Aziz").articles.iloc[0]
    assert (told["author"], told["outlet"]) == ("T. Aziz", "The Quay")


def test_an_agency_given_as_the_author_is_the_wire() -> None:
    article = clean(["\n\n".join(EN)], author="Reuters").articles.iloc[0]
    assert article["wire"] == "Reuters"
    assert pd.isna(article["author"])
