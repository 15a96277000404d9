"""The title is the article's own: no section, breadcrumb, caption, standfirst, slogan or other story."""

from __future__ import annotations

import pytest
from cleaning_fixture import labels, page
from page_layouts import EN, ID, LAYOUTS, MS, Layout

from ctnews.cleaning.metadata.titles import clean_title

T_EN = "Neighbours agree to swap names of terror suspects"
T_ID = "Dua Negara Sepakat Tukar Nama Tersangka Terorisme"
T_MS = "Dua negara setuju tukar nama suspek pengganas"


@pytest.mark.parametrize(
    "above",
    [
        ["#"],
        ["#", "#"],
        ["#", "", "#", "18 June 2025"],
        ["World", "#"],
        ["Home / World / Security", "#"],
        ["Home » News » #", "#"],
        ["You are here: Home » News » #", "#", "Text size A A A"],
        ["Home World Asia #", "#", "By Asma Khan"],
        ["# - The Harbour Post", "#", "18 June 2025"],
        ["# | The Harbour Post", "Home", "#", "18 June 2025"],
        ["The Harbour Post", "News you can trust every day", "#", "18 June 2025"],
        ["Rain is on its way to the northern coast", "#", "18 June 2025"],
        ["Read next: Rain is on its way to the coast", "#", "18 June 2025"],
        ["Bus fares to rise by a tenth next month", "Rain is on its way to the coast", "#", "By Asma Khan"],
        ["#", "Minister Khan walks the guests to the hall. Picture by Zaki"],
        ["#", "The hall before the talks. © Archive"],
        ["#", "Officials of the two countries at the talks (Photo: Harbour Post)"],
        ["#", "18 June 2025", "Officials of the two countries shake hands after the meeting / File photo"],
        ["#", "  • Names of suspects to go out within a day", "  • Talks had been put off twice", "18 June 2025"],
        ["#", "Officials to exchange the names of suspects within a day, a diplomat says.", "18 June 2025"],
        ["#", "The foreign minister greets his guest (AFP)", "18 June 2025"],
        ["#", "Names of suspects are to be swapped by officials soon — Reuters", "18 June 2025"],
        ["#", "Release No: 88/2018", "18 June 2025"],
        ["#", "Font: A- A A+", "18 June 2025"],
        ["#", "By Asma Khan", "18 June 2025"],
        ["#", "2 min read", "18 June 2025"],
        ["Wednesday Jun 18, 2025", "#", "Police outside the ministry — AFP/File"],
        ["Friday, June 20, 2025", "Home", "Login", "#", "18 June 2025"],
        ["#HomeNewsCountiesOpinionEpaper", "18 June 2025"],
        ["Opening Session Hall 1", "#", "Opening Session Hall 2"],
        ["# [Updated]", "18 June 2025"],
    ],
)
def test_the_title_among_the_lines_above_the_body(above: list[str]) -> None:
    found = page(*(line.replace("#", T_EN) for line in above), "", "\n\n".join(EN))
    assert found.title in (T_EN, f"{T_EN} [Updated]")


@pytest.mark.parametrize(
    ("title", "body", "above"),
    [
        (T_ID, ID, ["Beranda", "Nasional", "#", "Rabu, 18 Juni 2025 14:32 WIB"]),
        (T_ID, ID, ["Terkini | Nasional | Dunia | Olahraga", "#", "Kabar Kota - Rabu, 18 Juni 2025 | 14:32 WIB"]),
        (T_ID, ID, ["Hujan Lebat Landa Pesisir Utara Pulau", "#", "Penulis: Rina Sari"]),
        (T_ID, ID, ["#", "Foto: Dok. Humas", "Petugas dari kedua negara seusai pertemuan (Foto: Ist)"]),
        (T_ID, ID, ["#", "Font: A- A A+", "Rabu, 18 Juni 2025"]),
        (T_ID, ID, ["Geser ke bawah untuk membaca", "#", "9 Februari 2022 | 06.30 WIB"]),
        (T_ID, ID, ["# - Kabar Kota", "#", "Rabu, 18 Juni 2025"]),
        (T_MS, MS, ["Laman Utama", "Berita", "#", "Diterbitkan: Rabu, 18 Jun 2025 8:30 PM"]),
        (T_MS, MS, ["Hujan lebat di utara sehingga esok", "#", "Oleh Ahmad Zaki"]),
        (T_MS, MS, ["#", "Pegawai kedua-dua negara selepas mesyuarat. – Gambar Bernama", "18 Jun 2025"]),
        (T_MS, MS, ["Ahmad Zaki", "", "#"]),
    ],
)
def test_the_title_of_indonesian_and_malay_pages(title: str, body: tuple[str, ...], above: list[str]) -> None:
    found = page(*(line.replace("#", title) for line in above), "", "\n\n".join(body))
    assert found.title == title


@pytest.mark.parametrize(
    "above",
    [
        [],
        ["Home", "World", "Sign in"],
        ["18 June 2025"],
        ["By Asma Khan"],
        ["Police outside the ministry. — AFP/File"],
        [
            "date 2025-06-18",
            "Notably, the two sides, whose last round took place in the spring of the year before last, met for a whole day in the old hall",
        ],
    ],
)
def test_a_page_without_a_title_has_none(above: list[str]) -> None:
    assert page(*above, "", "\n\n".join(EN)).title is None


@pytest.mark.parametrize(
    ("title", "lines", "cleaned"),
    [
        ("Ministers sign a pact | The Harbour Post", [], "Ministers sign a pact"),
        ("Ministers sign a pact | World | The Harbour Post", [], "Ministers sign a pact"),
        ("Ministers sign a pact » The Harbour Post", [], "Ministers sign a pact"),
        ("Ministers sign a pact - ANTARA News", [], "Ministers sign a pact"),
        ("Menteri teken nota - Kompas.com", [], "Menteri teken nota"),
        ("Menteri teken nota - kabarkota.id", [], "Menteri teken nota"),
        ("Ministers sign a pact – The Harbour Post", ["The Harbour Post"], "Ministers sign a pact"),
        ("Ministers sign a pact – Analysis", [], "Ministers sign a pact – Analysis"),
        ("Indonesia - Vietnam Sign a Pact", [], "Indonesia - Vietnam Sign a Pact"),
        ("Ministers sign a pact - what is in it", [], "Ministers sign a pact - what is in it"),
        ("Ministers sign a pactHomeNewsWorldOpinion", [], "Ministers sign a pact"),
        ("Ministers sign MoU on YouTube", [], "Ministers sign MoU on YouTube"),
        ("Talks end", [], "Talks end"),
    ],
)
def test_the_outlets_name_is_taken_from_a_title(title: str, lines: list[str], cleaned: str) -> None:
    assert clean_title(title, lines) == cleaned


def test_only_one_line_is_labelled_as_the_title() -> None:
    found = labels("The Harbour Post", T_EN, "18 June 2025", "", *EN)
    assert [line for line, label in found.items() if label == "title"] == [T_EN]


@pytest.mark.parametrize("layout", LAYOUTS, ids=[layout.name for layout in LAYOUTS])
def test_the_title_of_a_whole_page_in_an_outlets_layout(layout: Layout) -> None:
    if layout.name.startswith("posted date with a colon"):
        pytest.skip("two lines tell the same there, and nothing on the page tells which is the title")
    assert page(layout.text).title == layout.title
