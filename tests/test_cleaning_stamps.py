"""The day of publication in the layouts of many outlets; clocks, updates and other articles' days are none."""

from __future__ import annotations

from datetime import date

import pytest
from cleaning_fixture import page
from page_layouts import EN, ID, LAYOUTS, MS, Layout

from ctnews.cleaning import clean_articles
from ctnews.cleaning.page import read_page
from ctnews.dates import infer_anchor
from ctnews.frames import RAW, conform

BODIES = {"en": "\n\n".join(EN), "id": "\n\n".join(ID), "ms": "\n\n".join(MS)}
TITLES = {
    "en": "Neighbours agree to swap names of terror suspects",
    "id": "Dua Negara Sepakat Tukar Nama Tersangka Terorisme",
    "ms": "Dua negara setuju tukar nama suspek pengganas",
}


def published(above: list[str], below: list[str], lang: str = "en") -> str | None:
    """Give the day of a page: `#` stands for its title, the body follows what is above."""
    lines = [TITLES[lang] if line == "#" else line for line in above]
    found = page(*lines, "", BODIES[lang], "", *below).published
    return str(found.day) if found and found.day else None


EN_STAMPS = [
    "June 18, 2025",
    "Jun 18, 2025",
    "Jun. 18, 2025",
    "JUNE 18, 2025",
    "18 June 2025",
    "18 Jun 2025",
    "18 Jun, 2025",
    "18-Jun-2025",
    "18th June, 2025",
    "June 18th, 2025",
    "Wednesday, June 18, 2025",
    "Wednesday, 18 June 2025",
    "Wednesday Jun 18, 2025",
    "Wed, 18 Jun 2025 10:22:33 GMT",
    "Wed Jun 18 2025",
    "WEDNESDAY, JUNE 18, 2025",
    "2025-06-18",
    "2025/06/18",
    "2025-06-18 14:32:10",
    "2025-06-18T14:32:10Z",
    "2025-06-18T14:32:10+05:30",
    "18/06/2025",
    "06/18/2025",
    "18.06.2025",
    "18.06.2025, 14:32",
    "18-06-2025 14:32",
    "14:32, 18 June 2025",
    "14:32 | 18/06/2025",
    "14:32 IST June 18, 2025",
    "June 18, 2025 at 3:02 pm",
    "June 18, 2025, 3:02 p.m. ET",
    "June 18, 2025 15:02 GMT+700",
    "18 June 2025 | 15:02",
    "June 18, 2025 | 2 min read",
    "June 18, 2025 · 4 minute read",
    "June 18, 2025 - 10:30 AM PKT",
    "Published June 18, 2025",
    "Published: June 18, 2025 10:30 AM",
    "Published on June 18, 2025",
    "Published at 10:30, June 18, 2025",
    "PUBLISHED : Jun 18, 2025 - 10:30",
    "First published on 18 June 2025",
    "Posted on June 18, 2025 by admin",
    "Posted On: 18 JUN 2025 5:08PM by PIB Delhi",
    "Posted by admin | Jun 18, 2025 | News",
    "Submitted by editor on Wed, 06/18/2025 - 10:22",
    "Released: 18 June 2025",
    "Release date: 18 June 2025",
    "Issued on: 18/06/2025 - 09:12",
    "Date: 18 June 2025",
    "Dated: 18.06.2025",
    "Publication Date : 18-06-2025",
    "By Asma Khan | June 18, 2025",
    "By Asma Khan - June 18, 2025",
    "By Asma Khan June 18, 2025, 10:30 am",
    "Asma Khan Published June 18, 2025",
    "Asma Khan, 18 June 2025",
    "The Harbour Post, June 18, 2025",
    "The Harbour Post | 18 June 2025 10:30",
    "Islamabad, June 18, 2025",
    "New Delhi | Jun 18, 2025 10:30 IST",
    "(Xinhua) 10:30, June 18, 2025",
    "Source: Xinhua | 2025-06-18 10:30:12 | Editor: huaxia",
    "Updated: June 19, 2025 | Published: June 18, 2025",
    "Published: 18 Jun 2025 10:30, Updated: 19 Jun 2025 08:00",
    "Published 18 June 2025, last updated 19 June 2025",
    "Created: 18 June 2025",
    "News | 18.06.2025",
    "in World — June 18, 2025 — by Asma Khan",
    "World, June 18, 2025",
    "On Jun 18, 2025",
    "By : Asma Khan | on 6:30 PM June 18, 2025",
    "June 18, 2025 15:11 MYT",
    "Islamabad | June 18th, 2025",
    "NEWS / 18 June 2025 / Security",
    "Security 18 June 2025 10:20 (UTC +03:00)",
    "Wednesday, June 18, 2025 - 10:20am",
    "Jun 18 2025, 10:20 PM",
]

ID_STAMPS = [
    "Rabu, 18 Juni 2025",
    "Rabu, 18 Juni 2025 14:32 WIB",
    "Rabu, 18 Juni 2025 | 14:32 WIB",
    "Rabu , 18 Jun 2025 14:32 WIB",
    "Rabu 18 Jun 2025 14:32 WIB",
    "Rabu, 18/06/2025, 14:32 WIB",
    "18 Juni 2025 14:32",
    "18 Juni 2025, 14.32 WIB",
    "Juni 18, 2025",
    "18/06/2025 14:32 WIB",
    "18/06/2025, 14:32 WIB",
    "08/06/2025, 14:32 WIB",
    "Kabar Kota - Rabu, 18 Juni 2025 | 14:32 WIB",
    "KabarKota.id - Rabu, 18 Juni 2025 14:32 WIB",
    "Jakarta, 18 Juni 2025",
    "Diterbitkan : 18 Juni 2025",
    "Diterbitkan 14:32 WIB, 18 Juni 2025",
    "Dipublikasikan pada 18 Juni 2025",
    "Tayang: Rabu, 18 Juni 2025 14:32 WIB",
    "Tanggal: 18-06-2025",
    "Diposting pada 18 Juni 2025 oleh admin",
    "Oleh: Rina Sari | 18 Juni 2025",
    "Penulis: Rina Sari - Rabu, 18 Juni 2025",
    "Rina Sari, 18 Juni 2025",
    "Rina Sari · 18 Jun 2025",
    "Tayang: Rabu, 18 Juni 2025 14:32 WIB | Diperbarui: Kamis, 19 Juni 2025 07:00 WIB",
    "Diterbitkan 18 Jun 2025, Terakhir diperbarui 19 Jun 2025",
    "June 18, 2025",
    "18 June 2025",
]

MS_STAMPS = [
    "Rabu, 18 Jun 2025",
    "Rabu, 18 Jun 2025 8:30 PM",
    "18 Jun 2025",
    "18 Jun 2025 08:30pm",
    "18 JUN 2025, 8.30 malam",
    "Jun 18, 2025",
    "18/06/2025",
    "18/06/2025 08:30 PM MYT",
    "Diterbitkan: Rabu, 18 Jun 2025 8:30 PM",
    "Tarikh: 18 Jun 2025",
    "Tarikh Siaran: 18/06/2025",
    "Disiarkan pada 18 Jun 2025",
    "Oleh Ahmad Zaki - 18 Jun 2025 @ 8:30pm",
    "Ahmad Zaki 18 Jun 2025",
    "Wednesday, 18 Jun 2025",
    "Diterbitkan: 18 Jun 2025, Kemas kini: 19 Jun 2025",
]

_TOLD = [
    (stamp, lang) for lang, all_of in (("en", EN_STAMPS), ("id", ID_STAMPS), ("ms", MS_STAMPS)) for stamp in all_of
]


@pytest.mark.parametrize(("stamp", "lang"), _TOLD)
def test_a_stamp_between_title_and_body_tells_the_day(stamp: str, lang: str) -> None:
    assert published(["#", stamp], [], lang) == ("2025-06-08" if "08/06" in stamp else "2025-06-18")


@pytest.mark.parametrize(
    ("above", "below", "lang", "day"),
    [
        (["18 June 2025", "#"], [], "en", "2025-06-18"),
        (["News", "18 June 2025", "#"], [], "en", "2025-06-18"),
        (["Home", "Sign in", "#", "Asma Khan", "18 June 2025", "Share"], [], "en", "2025-06-18"),
        (["#", "Published", "18 June 2025"], [], "en", "2025-06-18"),
        (["#", "Published on", "18 June 2025", "Updated on", "19 June 2025"], [], "en", "2025-06-18"),
        (["#", "Last updated", "19 June 2025", "Published", "18 June 2025"], [], "en", "2025-06-18"),
        (["#", "By Asma Khan", "June 18, 2025", "0 comments"], [], "en", "2025-06-18"),
        (["#"], ["Published in The Harbour Post, June 18, 2025"], "en", "2025-06-18"),
        (
            ["#"],
            ["First Published: June 18, 2025 10:30 IST", "Related news", "Rain", "20 June 2025"],
            "en",
            "2025-06-18",
        ),
        (["#"], ["New Delhi", "June 18, 2025"], "en", "2025-06-18"),
        (["#"], ["Islamabad", "18 June 2025"], "en", "2025-06-18"),
        (["#"], ["Jakarta, 18 Juni 2025", "Biro Humas"], "id", "2025-06-18"),
        (["#"], ["Artikel ini disiarkan pada : Rabu, 18 Jun 2025 @ 3:09 PM"], "ms", "2025-06-18"),
        (["Friday, June 20, 2025", "Home", "Login", "#", "June 18, 2025"], [], "en", "2025-06-18"),
        (["Friday, June 20, 2025 10:20", "The Harbour Post", "#", "June 18, 2025"], [], "en", "2025-06-18"),
        (["15/06/2025 - Neighbours agree to swap names of terror suspects"], [], "en", "2025-06-15"),
        (["#", "18 June 2025", "The hall before the talks, 12 June 2025. Photo: Harbour Post"], [], "en", "2025-06-18"),
        (["#", EN[0], "18 June 2025", "The hall"], [], "en", "2025-06-18"),
        (["Xinhua, June 18, 2025", "Adjust font size:", "#"], [], "en", "2025-06-18"),
        (["#"], ["(Xinhua News Agency June 18, 2025)"], "en", "2025-06-18"),
        (["18 Juni 2025 08:10:33", "Diperbarui: 18 Juni 2025 09:00:12", "#"], [], "id", "2025-06-18"),
        (["10:20 18.06.2025", "Share", "Home", "#"], [], "en", "2025-06-18"),
        (["17:05 / 18.06.2025", "Country | Politics", "#"], [], "en", "2025-06-18"),
    ],
)
def test_the_layout_around_a_stamp(above: list[str], below: list[str], lang: str, day: str) -> None:
    assert published(above, below, lang) == day


@pytest.mark.parametrize(
    ("above", "below", "lang"),
    [
        (["Sunday, November 22, 2026 | 10:32", "Home", "#"], [], "en"),
        (["Sunday, November 22, 2026", "Home", "World", "Sign in", "#"], [], "en"),
        (["Minggu, 22 November 2026", "Beranda", "Login", "#"], [], "id"),
        (["Jakarta 31°C", "Minggu, 22 November 2026", "Beranda", "Masuk", "Login", "#"], [], "id"),
        (["Local time: 22 November 2026 10:20", "#"], [], "en"),
        (["24°C Sunday, November 22, 2026", "#"], [], "en"),
        (["#", "Last updated: June 18, 2025"], [], "en"),
        (["#", "Updated June 18, 2025 10:20 IST"], [], "en"),
        (["#", "Last modified", "June 18, 2025"], [], "en"),
        (["#", "Diperbarui: Rabu, 18 Juni 2025 14:32 WIB"], [], "id"),
        (["#", "Kemas kini: Rabu, 18 Jun 2025"], [], "ms"),
        (["#", "Dikemas kini pada", "18 Jun 2025"], [], "ms"),
        (["#", "Published 3 hours ago"], [], "en"),
        (["#", "2 jam yang lalu"], [], "id"),
        (["#", "3 jam lalu", "Bagikan"], ["Berita Terkait", "Hujan deras", "18 Juni 2025"], "id"),
        (["#"], ["© 2025 The Harbour Post"], "en"),
        (["#"], ["Copyright © 18 June 2025 The Harbour Post"], "en"),
        (["#"], ["Related news", "Rain is on its way", "June 18, 2025"], "en"),
        (["#"], ["Most Read", "1. Rain is on its way", "Published June 18, 2025"], "en"),
        (["#"], ["2 Comments", "Reader One", "June 18, 2025 at 5:40 am", "At last."], "en"),
        (["#"], ["Leave a Reply", "Posted on June 18, 2025"], "en"),
        (["#"], ["Upcoming events", "18 June 2025 Annual forum"], "en"),
        (["#"], ["Good talks today. — Foreign Office (@fo_example) June 18, 2025"], "en"),
        (["#", "Event date: 18 June 2025"], [], "en"),
        (["#", "Deadline: 18 June 2025"], [], "en"),
        (["#"], ["Retrieved on 18 June 2025"], "en"),
        (["#"], ["Page last updated on: 18 June 2025"], "en"),
        (["#"], ["Tarikh kemas kini terakhir: 18 Jun 2025"], "ms"),
        (["#", "Photo taken on June 18, 2025 shows the hall before the talks (Photo: Harbour Post)"], [], "en"),
        (["#"], ["18 June 2025"], "en"),
        (["#", "18 June"], [], "en"),
        (["#", "June 2025"], [], "en"),
    ],
)
def test_other_days_of_a_page_are_none(above: list[str], below: list[str], lang: str) -> None:
    assert published(above, below, lang) is None


@pytest.mark.parametrize(
    ("dateline", "day"),
    [
        ("JAKARTA, June 18, 2025 (ANTARA) - ", "2025-06-18"),
        ("JAKARTA, 18 June 2025 – ", "2025-06-18"),
        ("HANOI, June 18, 2025 (VNA) – ", "2025-06-18"),
        ("ISLAMABAD, June 18, 2025: ", "2025-06-18"),
        ("Jakarta (18/6/2025) - ", "2025-06-18"),
        ("18 June 2025 — ", "2025-06-18"),
        ("WASHINGTON, D.C., June 18, 2025 — ", "2025-06-18"),
        ("JAKARTA, June 18 (ANTARA) - ", None),
        ("NAIROBI, Kenya, Oct 18 - ", None),
        ("BISHKEK, April 25. ", None),
    ],
)
def test_a_dateline_tells_the_day_where_it_tells_the_year(dateline: str, day: str | None) -> None:
    found = page(TITLES["en"], "", dateline + BODIES["en"]).published
    assert (str(found.day) if found else None) == day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        (
            f"BISHKEK, April 25. {BODIES['en']}\n\nOther news\n24.04.2025 Customs stop a lorry\n25.04.2025 Rain",
            "2025-04-25",
        ),
        (f"BISHKEK, April 25. {BODIES['en']}\n\nThey had agreed on it on 3 April 2025 in the same hall.", "2025-04-25"),
        (f"BISHKEK, April 25. {BODIES['en']}\n\nThey had agreed on it on 3 June 2019 in the same hall.", None),
        (f"NAIROBI, Oct 18 - {BODIES['en']}\n\nMost Read\nRain\nThe Lake Dispatch 2022", None),
        (
            f"NAIROBI, Oct 18 - Officials met on Monday. {BODIES['en']}\n\nMost Read\nRain\nThe Lake Dispatch 2022",
            "2022-10-18",
        ),
        (f"DHAKA, Thursday, May 5 - {BODIES['en']}\n\nIt was founded in 2021 by both sides, they said.", None),
        (f"DHAKA, Thursday, May 5 - {BODIES['en']}\n\nIt was founded in 2022 by both sides, they said.", "2022-05-05"),
    ],
)
def test_a_dateline_without_a_year_is_dated_where_the_page_makes_it_sure(text: str, day: str | None) -> None:
    found = page(TITLES["en"], "", text).published
    assert (str(found.day) if found else None) == day
    assert found is None or found.basis == "inferred"


@pytest.mark.parametrize(
    ("stamp", "extra", "days"),
    [
        ("Issued on: 11/03/2022", "The attack came on Thursday. The governor went there on Friday.", {"2022-03-11"}),
        ("11/03/2022", "Related: 25/02/2022 talks", {"2022-03-11"}),
        ("11/03/2022", "Related: 02/25/2022 talks", {"2022-11-03"}),
        ("11/03/2022", "The defence programme of the organisation was put off.", {"2022-03-11"}),
        ("11/03/2022", "The defense program of the organization was put off.", {"2022-11-03"}),
        ("Friday, 11/03/2022", "", {"2022-03-11"}),
        ("11/11/2022", "", {"2022-11-11"}),
        ("11.03.2022", "", {"2022-03-11"}),
        ("11/03/2022", "", {"2022-03-11", "2022-11-03"}),
    ],
)
def test_figures_are_read_in_the_order_that_the_page_shows(stamp: str, extra: str, days: set[str]) -> None:
    body = BODIES["en"].replace("Neighbours", "").replace("neighbour", "")
    found = page(TITLES["en"], stamp, "", body, "", extra).published
    assert found is not None
    assert {str(found.first), str(found.last)} == days


@pytest.mark.parametrize(
    ("url", "first", "last"),
    [
        ("https://news.example/2025/06/18/talks-end", "2025-06-18", "2025-06-18"),
        ("https://news.example/2025/6/8/talks-end", "2025-06-08", "2025-06-08"),
        ("https://news.example/world/2025-06-18-talks", "2025-06-18", "2025-06-18"),
        ("https://news.example/read/20250618/talks", "2025-06-18", "2025-06-18"),
        ("https://news.example/2025/06/talks-end", "2025-06-01", "2025-06-30"),
        ("https://news.example/2025/talks-end", None, None),
        ("https://news.example/berita/2820297/talks", None, None),
        ("https://news.example/a/20259918/talks", None, None),
        ("https://news2025-06-18.example/talks", None, None),
    ],
)
def test_an_address_tells_day_or_month(url: str, first: str | None, last: str | None) -> None:
    row = {"article_id": "a", "source": "a", "url": url, "text": f"{TITLES['en']}\n\n{BODIES['en']}"}
    article = clean_articles(conform([row], RAW)).articles.iloc[0]
    if first is None:
        assert article[["published_first", "published_last", "published_basis"]].isna().all()
    else:
        assert [str(article[name].date()) for name in ("published_first", "published_last")] == [first, last]
        assert article["published_basis"] == "metadata"


@pytest.mark.parametrize("layout", LAYOUTS, ids=[layout.name for layout in LAYOUTS])
def test_a_whole_page_in_an_outlets_layout(layout: Layout) -> None:
    found = read_page(layout.text, infer=lambda body, lang: infer_anchor(body, lang=lang))
    told = found.published
    day = str(told.day) if told and told.day else None
    assert found.lang == layout.lang
    assert day == layout.published or (layout.published is None and told is not None and told.basis == "inferred")


def test_a_header_with_the_month_alone_and_a_dateline_tell_the_day() -> None:
    found = page("date 2017-08", TITLES["en"], "", f"JAKARTA, Aug 9 (Antara) - {BODIES['en']}").published
    assert found is not None
    assert (found.day, found.basis) == (date(2017, 8, 9), "inferred")
