"""Pages of our own in the layouts of many outlets, with what they tell; every fact in them is invented."""

from __future__ import annotations

from typing import NamedTuple

EN = (
    "Officials of the two countries met behind closed doors and agreed to exchange the names of suspects within a day.",
    "A small secretariat will keep the list of contacts, and each side is to name an officer who can be reached at night.",
    "The talks had been put off twice because of elections, a diplomat who took part in them told reporters.",
)
ID = (
    "Kedua negara sepakat bertukar nama tersangka dalam waktu satu hari, kata seorang pejabat usai pertemuan tertutup itu.",
    "Sekretariat kecil akan menyimpan daftar kontak, dan masing-masing pihak menunjuk petugas yang bisa dihubungi malam hari.",
    "Pertemuan tersebut sempat ditunda dua kali karena pemilihan umum, ujar diplomat yang ikut dalam perundingan itu.",
)
MS = (
    "Kedua-dua negara bersetuju bertukar nama suspek dalam tempoh sehari, kata seorang pegawai selepas mesyuarat tertutup itu.",
    "Urus setia kecil akan menyimpan senarai pegawai, manakala setiap pihak melantik wakil yang boleh dihubungi waktu malam.",
    "Mesyuarat berkenaan ditangguhkan dua kali kerana pilihan raya, kata diplomat yang turut serta dalam rundingan itu.",
)


class Layout(NamedTuple):
    """A page, its title, language and day of publication (None: the page does not tell it)."""

    name: str
    title: str
    lang: str
    published: str | None
    text: str


def _page(*lines: str) -> str:
    return "\n".join(lines)


def _body(paragraphs: tuple[str, ...], first: str = "") -> str:
    return "\n\n".join((first + paragraphs[0], *paragraphs[1:]))


_T_EN = "Neighbours agree to swap names of terror suspects"
_T_ID = "Dua Negara Sepakat Tukar Nama Tersangka Terorisme"
_T_MS = "Dua negara setuju tukar nama suspek pengganas"

LAYOUTS = [
    Layout(
        "weekday before an abbreviated month, under a section name",
        _T_EN,
        "en",
        "2023-06-07",
        _page("world", "Wednesday Jun 07, 2023", _T_EN, "", "Police outside the ministry. — AFP/File", _body(EN)),
    ),
    Layout(
        "byline with a wire and the day in one line",
        _T_EN,
        "en",
        "2022-08-19",
        _page("KSE 44.86 Increased By 2.76 (0.2%)", _T_EN, "  • Names to go out within a day", "Web Desk | Reuters Published August 19, 2022", _body(EN)),
    ),
    Layout(
        "Malay newspaper that tells the day below the body",
        _T_MS,
        "ms",
        "2016-01-18",
        _page("Mohd Zaki Hassan", "", _T_MS, "", _body(MS, "Putrajaya: "), "", "Artikel ini disiarkan pada : Isnin, 18 January 2016 @ 3:09 PM"),
    ),
    Layout(
        "submitted on, American order",
        _T_EN,
        "en",
        "2017-07-15",
        _page(_T_EN, "", "Submitted on Sat, 07/15/2017 - 10:22", "", _body(EN)),
    ),
    Layout(
        "last modified stands before the day of publication",
        _T_ID,
        "id",
        "2019-03-10",
        _page(_T_ID, "(last modified Sun, 17 Mar 2019 13:28:28 GMT )", "Mar 10, 2019 20:28 Asia/Jakarta", "  • Gedung kementerian", _body(ID), "Tags"),
    ),
    Layout(
        "day and time cut by a bar, below the standfirst",
        _T_ID,
        "id",
        "2022-02-03",
        _page("Scroll ke bawah untuk membaca berita", "Logo", "Nasional", _T_ID, "Sekretariat kecil akan menyimpan daftar kontak.", "3 Februari 2022 | 00.00 WIB", "", _body(ID)),
    ),
    Layout(
        "the day stands right above the title",
        _T_ID,
        "id",
        "2018-06-14",
        _page("Kamis 14 Jun 2018 00:13 WIB", "", _T_ID, "", "Kerja sama ini untuk menanggulangi teror di kawasan.", "", _body(ID, "KORANKITA.CO.ID, JAKARTA -- "), "", "sumber : Antara"),
    ),
    Layout(
        "site clock below the menu, byline in pieces, day in figures",
        _T_MS,
        "ms",
        "2015-03-12",
        _page("• About", "  • Advertise", "  • Contact", "Saturday, January 31, 2026", "  • Login", "BERITAHUB", "  • Utama", "  • Berita", "No Result", "View All Result", "BERITAHUB", "", _T_MS, "", "oleh Ahmad Albab", "12/03/2015", "dalam Terkini", "0", "Share on FacebookShare on Twitter", "", _body(MS, "GEORGETOWN – ")),
    ),
    Layout(
        "two site clocks above, updated in the byline, first published below",
        _T_EN,
        "en",
        "2019-10-23",
        _page("e-paper", "New Delhi -°C", "Today in New Delhi, India", "", "Oct 24, 2019-Thursday", "-°C", "", "Select city", "", "Thursday, Oct 24, 2019", "", _T_EN, "", "india Updated: Oct 24, 2019 00:59 IST", "Our Correspondent", "", _body(EN), "", "First Published: Oct 23, 2019 00:59 IST", "", "top news", "Rain in the hills"),
    ),
    Layout(
        "posted date with a colon, after a repeated title",
        _T_EN,
        "en",
        "2015-10-03",
        _page("Names of suspects to be swapped", _T_EN, "Posted date: October 03, 2015", _body(EN)),
    ),
    Layout(
        "place and day in two lines below a ministry's release",
        _T_EN,
        "en",
        "2016-09-14",
        _page("Media Center Media Center", "", "Home › Media Center › Press Releases", "", _T_EN, "", _body(EN), "", "New Delhi", "September 14, 2016", "", "Post A Comment", "Name *"),
    ),
    Layout(
        "day of the week and clock alone: nothing tells the day",
        _T_EN,
        "en",
        None,
        _page("Sunday, November 22, 2026 | 10:32", "Home", "Politics", "Sports", "", _T_EN, "", _body(EN), "", "© 2026 The Harbour Post. All rights reserved."),
    ),
    Layout(
        "published some hours ago: nothing tells the day",
        _T_EN,
        "en",
        None,
        _page(_T_EN, "Published 3 hours ago", "By Our Reporter", "", _body(EN), "", "Related news", "Storm hits the coast", "12 June 2024"),
    ),
    Layout(
        "day and time with the zone, reporter and editor below",
        _T_ID,
        "id",
        "2025-06-18",
        _page("Beranda", "Nasional", _T_ID, "Rabu, 18 Juni 2025 14:32 WIB", "", _body(ID, "Jakarta (ANTARA) - "), "", "Pewarta: Rina Sari", "Editor: Budi Hartono", "COPYRIGHT © ANTARA 2025"),
    ),
    Layout(
        "figures with slashes and a writer, Indonesian order",
        _T_ID,
        "id",
        "2025-06-08",
        _page("Kabar Hari Ini", _T_ID, "Penulis: Sinta - Editor: Joko", "08/06/2025, 10:15 WIB", "Bagikan", _body(ID, "SLEMAN, KABARHARIINI - ")),
    ),
    Layout(
        "machine-made time stamp",
        _T_EN,
        "en",
        "2025-06-18",
        _page("News", _T_EN, "2025-06-18T09:15:00+07:00", "By Farah Aziz", "", _body(EN)),
    ),
    Layout(
        "day at a time of day",
        _T_EN,
        "en",
        "2025-06-18",
        _page("Security", "", _T_EN, "June 18, 2025 at 3:02 pm", "2 min read", "", _body(EN), "", "Most Read", "1. Bus fares to rise", "June 20, 2025 at 1:00 pm"),
    ),
    Layout(
        "Malay: published and updated",
        _T_MS,
        "ms",
        "2022-06-12",
        _page("Utama", "Nasional", _T_MS, "Diterbitkan : Ahad, 12 Jun 2022 8:30 PM", "Kemas kini : Isnin, 13 Jun 2022 9:10 AM", "", _body(MS, "KUALA LUMPUR: ")),
    ),
    Layout(
        "Malay: only the update is told",
        _T_MS,
        "ms",
        None,
        _page("Utama", _T_MS, "Kemas kini : Isnin, 13 Jun 2022 9:10 AM", "", _body(MS, "KUALA LUMPUR: ")),
    ),
    Layout(
        "month after the day in a dateline with a short month",
        _T_EN,
        "en",
        "2014-05-05",
        _page(_T_EN, "", _body(EN, "ANKARA, 5 May 2014 (AA) – "), "", "Leave a Reply"),
    ),
    Layout(
        "dateline without a year, the year from the list below",
        _T_EN,
        "en",
        "2024-09-12",
        _page(_T_EN, "", _body(EN, "BISHKEK, September 12. "), "", "Other materials", "11.09.2024 Customs stop a lorry", "12.09.2024 Rain is on its way"),
    ),
    Layout(
        "dateline without a year and nothing that tells it",
        _T_EN,
        "en",
        None,
        _page(_T_EN, "", _body(EN, "DHAKA, May 5 (BSS) - ")),
    ),
    Layout(
        "weekday with day and month in the text, bounded by a year named there",
        _T_ID,
        "id",
        None,
        _page(_T_ID, "", _body((ID[0][:-1] + ", Kamis (11/11).", ID[1], "Nota kesepahaman ditandatangani pada April 2021.")), "", "Tag"),
    ),
    Layout(
        "time before a day in figures, as the first line",
        _T_EN,
        "en",
        "2023-03-16",
        _page("17:05 / 16.03.2023", "Country | Politics", "", _T_EN, "", _body(EN), "", "News on the topic", "12:41 / 14.03.2023 Court hears a case"),
    ),
    Layout(
        "issued and modified in one line",
        _T_EN,
        "en",
        "2022-03-24",
        _page("LIVE", _T_EN, "Issued on: 24/03/2022 - 09:12   Modified: 25/03/2022 - 18:47", "2 min", "", _body(EN)),
    ),
    Layout(
        "an embedded tweet and comments have days of their own",
        _T_EN,
        "en",
        "2021-04-09",
        _page(_T_EN, "By Ayesha Khan | April 9, 2021", "", EN[0], "", "Good talks today. #security", "— Foreign Office (@fo_example) April 8, 2021", "", EN[1], EN[2], "", "2 Comments", "Reader One", "April 12, 2021 at 5:40 am", "About time."),
    ),
    Layout(
        "day of the event in the title, day of publication below it",
        "Joint working group on counter terrorism (March 3, 2020)",
        "en",
        "2020-03-05",
        _page("Home » Press Releases", "", "Joint working group on counter terrorism (March 3, 2020)", "", "March 5, 2020", "", _body(EN)),
    ),
    Layout(
        "official page with a labelled date",
        _T_EN,
        "en",
        "2018-11-20",
        _page("Ministry of Foreign Affairs", "Menu", _T_EN, "Release Date: 20 Nov 2018", "Release No: 88/2018", "", _body(EN), "", "Page last updated on: 3 January 2020"),
    ),
    Layout(
        "blog with the heading of the day first",
        _T_ID,
        "id",
        "2014-08-22",
        _page("Jumat, 22 Agustus 2014", _T_ID, "", _body(ID, "BEIJING-(IDB) : "), "", "Diposting oleh Admin di 09.12", "Tidak ada komentar:", "Arsip Blog", "September 2014 (88)"),
    ),
    Layout(
        "Antara English with the day below the title",
        _T_EN,
        "en",
        "2024-04-15",
        _page("ANTARA News", _T_EN, "April 15, 2024 20:11 GMT+700", "", _body(EN, "Jakarta (ANTARA) - "), "", "Reporter: Rina, Budi", "Editor: Sinta", "Copyright © ANTARA 2024"),
    ),
    Layout(
        "press office closes with place and day in one line",
        _T_ID,
        "id",
        "2021-10-07",
        _page("Siaran Pers", _T_ID, "", _body(ID), "", "Jakarta, 7 Oktober 2021", "Biro Humas"),
    ),
    Layout(
        "menu, breadcrumb and an event calendar",
        _T_EN,
        "en",
        "2013-12-16",
        _page("Events", "25 January 2014 Annual forum", "Home / News / Security", _T_EN, "16.12.2013", "", _body(EN), "", "Upcoming events", "1 February 2014 Seminar"),
    ),
    Layout(
        "Philippine release with the wire's line",
        _T_EN,
        "en",
        "2019-07-02",
        _page("Home", "National", _T_EN, "By Priam Nepo  July 2, 2019, 5:15 pm", "Share", "(File photo)", "", _body(EN, "MANILA -- "), "(PNA)"),
    ),
    Layout(
        "Chinese agency's stamp with source and editor",
        _T_EN,
        "en",
        "2018-06-10",
        _page(_T_EN, "Source: Xinhua| 2018-06-10 16:05:12|Editor: Li Xia", "", _body(EN, "QINGDAO, June 10 (Xinhua) -- ")),
    ),
    Layout(
        "Vietnamese agency's line with the weekday first",
        _T_EN,
        "en",
        "2023-05-19",
        _page("Politics", _T_EN, "VNA Friday, May 19, 2023 10:05", "", _body(EN, "Jakarta (VNA) – "), "", "VNA", "Related News", "Leaders meet", "Thursday, May 18, 2023"),
    ),
    Layout(
        "Nigerian daily with an ordinal day",
        _T_EN,
        "en",
        "2023-10-07",
        _page("Latest Headlines", "Police hold 30", _T_EN, "On Saturday, 7th October, 2023", "By Chidi Eze, Abuja", "", _body(EN)),
    ),
]
