"""Dates found and resolved: a table of texts a language and class."""

from __future__ import annotations

from datetime import date

import pytest

from ctnews.dates import Anchor, DateMention, scan

ANCHORS = {"en": date(2023, 6, 20), "id": date(2025, 6, 20), "ms": date(2015, 9, 30)}  # Tue, Fri, Wed


def dates(text: str, lang: str, anchor: date | None = None) -> list[DateMention]:
    return scan(text, lang=lang, anchor=Anchor.of(anchor or ANCHORS[lang]))


def values(text: str, lang: str, anchor: date | None = None) -> list[tuple[str, str | None]]:
    return [(mention.text, mention.iso) for mention in dates(text, lang, anchor)]


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("June 18, 2025", "2025-06-18"),
        ("18 June 2025", "2025-06-18"),
        ("18th of June 2025", "2025-06-18"),
        ("2nd December 2002", "2002-12-02"),
        ("Wednesday 7 February, 2024", "2024-02-07"),
        ("23 Feb, 2004", "2004-02-23"),
        ("November 09,2017", "2017-11-09"),
        ("12th February, 2020", "2020-02-12"),
        ("22 Mar 2018", "2018-03-22"),
        ("18-Jun-2025", "2025-06-18"),
        ("2023-05-18", "2023-05-18"),
        ("2023/05/18", "2023-05-18"),
        ("Friday (9/14/2018)", "2018-09-14"),
        ("16/05/2023", "2023-05-16"),
    ],
)
def test_full_dates_in_english(text: str, iso: str) -> None:
    assert values(f"They met on {text} in Jakarta.", "en") == [(text, iso)]


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("Kamis, 7 Juli 2022", "2022-07-07"),
        ("22 Desember 2022", "2022-12-22"),
        ("Jumat, Agustus 22, 2014", "2014-08-22"),
        ("KAMIS, 10 AGUSTUS 2017", "2017-08-10"),
        ("Jum'at, 25 Maret 2022", "2022-03-25"),
        ("5 Nopember 2019", "2019-11-05"),
        ("9 Agt 2021", "2021-08-09"),
        ("Rabu (18/6/2025)", "2025-06-18"),
        ("Kamis (18/5/23)", "2023-05-18"),
        ("12/05/2023", "2023-05-12"),
        ("5 September tahun 2019", "2019-09-05"),
        ("Kamis (27 Oktober 2016)", "2016-10-27"),
    ],
)
def test_full_dates_in_indonesian(text: str, iso: str) -> None:
    assert values(f"Pertemuan digelar di Jakarta, {text}, kata dia.", "id") == [(text, iso)]


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("Feb.11", "2023-02-11"),
        ("June 18", "2023-06-18"),
        ("July 11", "2023-07-11"),
        ("2 January", "2023-01-02"),
        ("Nov. 16", "2022-11-16"),
        ("December 30", "2022-12-30"),
        ("September 1", "2023-09-01"),
        ("Sunday, March 5", "2023-03-05"),
        ("Monday, June 20", "2022-06-20"),
        ("June 18 last year", "2022-06-18"),
        ("the 5th of May", "2023-05-05"),
    ],
)
def test_a_day_and_month_lie_nearest_the_anchor_or_where_the_weekday_fits(text: str, iso: str) -> None:
    assert [value for _, value in values(f"They met on {text} in Jakarta.", "en")] == [iso]


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("Nov. 16: a day for all.", "2023-11-16"),
        ("They will meet on Nov. 16.", "2023-11-16"),
        ("They met on Nov. 16.", "2022-11-16"),
        ("They will meet on January 31.", "2024-01-31"),
        ("It is due on January 31.", "2024-01-31"),
        ("They met on July 20.", "2023-07-20"),
    ],
)
def test_a_day_and_month_that_lies_far_either_way_goes_by_the_tense(text: str, iso: str) -> None:
    assert [value for _, value in values(text, "en")] == [iso]


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("Kamis (19/6)", "2025-06-19"),
        ("Rabu (8/3)", "2023-03-08"),
        ("hari Selasa (12/11)", "2024-11-12"),
        ("20 Mei lalu", "2025-05-20"),
        ("20 Mei mendatang", "2026-05-20"),
        ("Senin, 16 Juni", "2025-06-16"),
    ],
)
def test_a_day_and_month_in_indonesian(text: str, iso: str) -> None:
    assert values(f"Hal itu disampaikan di Jakarta, {text}.", "id") == [(text, iso)]


def test_a_weekday_before_numbers_in_one_pair_of_brackets() -> None:
    assert values("di Jakarta (Kamis, 10/8).", "id", date(2017, 8, 10)) == [("Kamis, 10/8", "2017-08-10")]
    assert values("di Manila (12/11).", "id", date(2019, 11, 12)) == [("12/11", "2019-11-12")]


@pytest.mark.parametrize(
    ("text", "lang", "iso"),
    [
        ("June 19 to 23", "en", "2023-06-19/2023-06-23"),
        ("19-23 June 2023", "en", "2023-06-19/2023-06-23"),
        ("1-3 March 2020", "en", "2020-03-01/2020-03-03"),
        ("July 28-29", "en", "2023-07-28/2023-07-29"),
        ("August 20 to 28", "en", "2023-08-20/2023-08-28"),
        ("Oct. 22-23", "en", "2023-10-22/2023-10-23"),
        ("Jun 10–12, 2024", "en", "2024-06-10/2024-06-12"),
        ("19 and 20 June", "en", "2023-06-19/2023-06-20"),
        ("June 28 to July 2, 2023", "en", "2023-06-28/2023-07-02"),
        ("December 28 to January 2", "en", "2022-12-28/2023-01-02"),
        ("2019–2025", "en", "2019/2025"),
        ("2009 to 2011", "en", "2009/2011"),
        ("June 2023 to May 2024", "en", "2023-06/2024-05"),
        ("26 Oktober-1 November", "id", "2025-10-26/2025-11-01"),
        ("19 hingga 23 Juni", "id", "2025-06-19/2025-06-23"),
        ("19 s.d. 23 Juni", "id", "2025-06-19/2025-06-23"),
        ("9 s/d 11 Juli 2024", "id", "2024-07-09/2024-07-11"),
        ("Selasa-Rabu (10-11/6)", "id", "2025-06-10/2025-06-11"),
        ("Senin-Selasa (30/6-1/7)", "id", "2025-06-30/2025-07-01"),
        ("Kamis-Jumat, 26-27 Juni 2025", "id", "2025-06-26/2025-06-27"),
        ("19 hingga 23 Jun", "ms", "2015-06-19/2015-06-23"),
        ("14,15,16 November", "id", "2025-11-14/2025-11-16"),
        ("5, 6 and 7 June", "en", "2023-06-05/2023-06-07"),
        ("tahun 2022/2023", "id", "2022/2023"),
        ("2022/23", "en", "2022/2023"),
    ],
)
def test_ranges_share_month_and_year(text: str, lang: str, iso: str) -> None:
    assert values(f"Bali, {text}, Jakarta", lang) == [(text, iso)]


@pytest.mark.parametrize(
    ("text", "lang", "expected"),
    [
        ("between 3 and 5 May", "en", [("3 and 5 May", "2023-05-03/2023-05-05")]),
        ("antara 3 dan 5 Mei", "ms", [("3 dan 5 Mei", "2015-05-03/2015-05-05")]),
        ("from Tuesday to Wednesday", "en", [("Tuesday to Wednesday", "2023-06-20/2023-06-21")]),
        ("fell between April and June", "en", [("April and June", "2023-04/2023-06")]),
        ("on June 5 and 12", "en", [("June 5", "2023-06-05")]),
        ("on 18 June and 20 July", "en", [("18 June", "2023-06-18"), ("20 July", "2023-07-20")]),
        ("on 23-19 June 2023", "en", [("19 June 2023", "2023-06-19")]),
    ],
)
def test_and_joins_a_range_only_where_it_is_one(text: str, lang: str, expected: list[object]) -> None:
    assert values(text, lang) == expected


@pytest.mark.parametrize(
    ("text", "found", "iso"),
    [
        ("in December 2023", "December 2023", "2023-12"),
        ("in June, 2002", "June, 2002", "2002-06"),
        ("in June", "June", "2023-06"),
        ("in May", "May", "2023-05"),
        ("in September", "September", "2023-09"),
        ("were held in September", "September", "2022-09"),
        ("will be held in April", "April", "2024-04"),
        ("scheduled in August", "August", "2023-08"),
        ("hosted in Bajo in August this year", "August this year", "2023-08"),
        ("in June last year", "June last year", "2022-06"),
        ("last May", "last May", "2023-05"),
        ("next March", "next March", "2024-03"),
        ("in early June", "early June", "2023-06"),
        ("runs until mid-October", "mid-October", "2023-10"),
        ("in 2019", "2019", "2019"),
        ("the group's 2023 meeting", "2023", "2023"),
        ("in mid-2011", "mid-2011", "2011"),
        ("since '82", "'82", "1982"),
        ("in the 1990s", "1990s", "199"),
        ("the cars of the 70s", "70s", "197"),
        ("the third quarter of 2009", "the third quarter of 2009", "2009-Q3"),
        ("in Q3 2023", "Q3 2023", "2023-Q3"),
        ("in the fourth quarter of last year", "the fourth quarter of last year", "2022-Q4"),
        ("third-quarter results", "third-quarter", "2023-Q3"),
        ("the first half of 2023", "the first half of 2023", "2023-H1"),
        ("will host the next meeting in the fall", "fall", "2023-FA"),
        ("last summer", "last summer", "2022-SU"),
        ("in the spring of 2021", "spring of 2021", "2021-SP"),
        ("the last week of March", "the last week of March", "2023-W12"),
    ],
)
def test_months_years_and_their_parts_in_english(text: str, found: str, iso: str) -> None:
    assert values(f"It {text}.", "en") == [(found, iso)]


@pytest.mark.parametrize(
    ("text", "found", "iso"),
    [
        ("pada bulan Mei 2014", "Mei 2014", "2014-05"),
        ("Akhir Desember 2015 lalu", "Akhir Desember 2015", "2015-12"),
        ("bulan Januari tahun 2017", "Januari tahun 2017", "2017-01"),
        ("awal Juni", "awal Juni", "2025-06"),
        ("Mei lalu", "Mei lalu", "2025-05"),
        ("Agustus tahun ini", "Agustus tahun ini", "2025-08"),
        ("akan digelar pada Maret", "Maret", "2026-03"),
        ("sejak tahun 2022", "tahun 2022", "2022"),
        ("tahun 1990-an", "tahun 1990-an", "199"),
        ("tahun 1990 an", "tahun 1990 an", "199"),
        ("tahun 2019-2025", "tahun 2019-2025", "2019/2025"),
        ("kuartal III 2023", "kuartal III 2023", "2023-Q3"),
        ("semester I 2023", "semester I 2023", "2023-H1"),
        ("musim gugur 2023", "musim gugur 2023", "2023-FA"),
        ("pertengahan Juni 2023", "pertengahan Juni 2023", "2023-06"),
        ("akhir tahun", "akhir tahun", "2025"),
    ],
)
def test_months_years_and_their_parts_in_indonesian(text: str, found: str, iso: str) -> None:
    assert values(f"Dia {text}.", "id") == [(found, iso)]


@pytest.mark.parametrize(
    ("text", "found", "iso"),
    [
        ("today", "today", "2023-06-20"),
        ("yesterday", "yesterday", "2023-06-19"),
        ("tomorrow", "tomorrow", "2023-06-21"),
        ("on Tuesday", "Tuesday", "2023-06-20"),
        ("on Wednesday", "Wednesday", "2023-06-14"),
        ("speak of “the next step”, an official told reporters Wednesday", "Wednesday", "2023-06-14"),
        ("will meet on Wednesday", "Wednesday", "2023-06-21"),
        ("last Friday", "last Friday", "2023-06-16"),
        ("next Monday", "next Monday", "2023-06-26"),
        ("this Friday", "this Friday", "2023-06-23"),
        ("Monday last week", "Monday last week", "2023-06-12"),
        ("last week", "last week", "2023-W24"),
        ("this weekend", "this weekend", "2023-W25-WE"),
        ("next year", "next year", "2024"),
        ("over two months ago", "two months ago", "2023-04"),
        ("a year ago", "a year ago", "2022"),
        ("thirty-five years ago", "thirty-five years ago", "1988"),
        ("later this month", "later this month", "2023-06"),
        ("by the end of this year", "the end of this year", "2023"),
        ("at the beginning of the year", "the beginning of the year", "2023"),
        ("in the last quarter", "last quarter", "2023-Q1"),
        ("will start next week", "next week", "2023-W26"),
    ],
)
def test_relative_dates_in_english(text: str, found: str, iso: str) -> None:
    assert values(f"They {text}.", "en") == [(found, iso)]


@pytest.mark.parametrize(
    ("text", "lang", "iso"),
    [
        ("hari ini", "id", "2025-06-20"),
        ("kemarin", "id", "2025-06-19"),
        ("besok", "id", "2025-06-21"),
        ("lusa", "id", "2025-06-22"),
        ("Kamis", "id", "2025-06-19"),
        ("hari Minggu lalu", "id", "2025-06-15"),
        ("Minggu", "id", "2025-06-15"),
        ("minggu lalu", "id", "2025-W24"),
        ("pekan lalu", "id", "2025-W24"),
        ("akhir pekan lalu", "id", "2025-W24-WE"),
        ("bulan lalu", "id", "2025-05"),
        ("bulan depan", "id", "2025-07"),
        ("Senin pekan depan", "id", "2025-06-23"),
        ("tiga bulan silam", "id", "2025-03"),
        ("dua tahun yang lalu", "id", "2023"),
        ("setahun lalu", "id", "2024"),
        ("awal tahun ini", "id", "2025"),
        ("hari ini", "ms", "2015-09-30"),
        ("semalam", "ms", "2015-09-29"),
        ("esok", "ms", "2015-10-01"),
        ("bulan depan", "ms", "2015-10"),
        ("tahun lepas", "ms", "2014"),
        ("minggu hadapan", "ms", "2015-W41"),
        ("Isnin lalu", "ms", "2015-09-28"),
        ("5hb Mac 2014", "ms", "2014-03-05"),
        ("30 Ogos 2014", "ms", "2014-08-30"),
        ("Khamis (1 Okt)", "ms", "2015-10-01"),
    ],
)
def test_relative_dates_in_indonesian_and_malay(text: str, lang: str, iso: str) -> None:
    assert values(f"Mereka di sini, {text}, kata beliau.", lang) == [(text, iso)]


@pytest.mark.parametrize(
    "text",
    [
        "the 19th Senior Officials Meeting",
        "UNSC resolutions of 2395 (2017) and 2617 (2021)",
        "Resolution 1373 (2001)",
        "75% complete",
        "cost $20 or US$ 2000",
        "the 26/11 Mumbai attacks and 9/11",
        "updated 10 min 28 sec ago",
        "the 1267 Sanctions Committee",
        "36 agencies and 2000 troops",
        "Warrior-IX began",
        "it may be that they march and the sun sets",
        "over the past year",
        "a two-day visit",
        "in the next two years",
        "several months ago",
        "open 24/7 at 10:30",
        "call +62 21 2020 1999",
        "every Thursday",
        "a 3-2 win, 18/20 points",
        "spring a leak and fall down",
        "the Prevention of Terrorism Act 2015",
        "June Smith and Theresa May spoke",
        "the September 11 attacks",
        "a road, 2023/05",
        "a day later than planned",
    ],
)
def test_what_is_no_date_in_english(text: str) -> None:
    assert values(f"We saw {text}", "en") == []


@pytest.mark.parametrize(
    "text",
    [
        "UU No. 5 Tahun 2018",
        "Undang-Undang Nomor 15 Tahun 2003",
        "UU 5/2018",
        "Pasal 12 ayat 3",
        "pukul 20.08 WIB",
        "300 WIB",
        "17 Kementrian",
        "Rp 2000 per orang",
        "lebih dari 1000 partisipan",
        "beberapa tahun lalu",
        "setiap Kamis",
        "Densus 88",
        "selama dua tahun terakhir",
        "tragedi (9/11)",
        "pemuda berusia 23 tahun itu",
        "selama lima tahun mendatang",
        "UUD 1945",
    ],
)
def test_what_is_no_date_in_indonesian(text: str) -> None:
    assert values(f"Itu diatur, {text}", "id") == []


def test_a_stated_year_wins_over_the_weekday() -> None:
    (mention,) = dates("di Jakarta, Rabu (14/4/2022)", "id")
    assert (mention.iso, mention.flags) == ("2022-04-14", ("weekday_conflict",))


def test_an_order_that_is_not_clear_is_flagged_and_read_near_the_anchor() -> None:
    (mention,) = dates("on 7/8/2023 there", "en", date(2023, 7, 10))
    assert (mention.iso, mention.flags) == ("2023-07-08", ("ambiguous_order",))
    (mention,) = dates("on 12/05/2023 there", "en")
    assert mention.iso == "2023-05-12"


def test_a_part_of_a_period_is_a_flag() -> None:
    (mention,) = dates("in early June", "en")
    assert (mention.first, mention.last) == (date(2023, 6, 1), date(2023, 6, 30))
    assert mention.flags == ("early",)


def test_what_lies_far_ahead_is_flagged() -> None:
    (mention,) = dates("by 2045", "en")
    assert mention.flags == ("far_future",)


@pytest.mark.parametrize(
    ("text", "granularity"),
    [
        ("on Wednesday", "day"),
        ("on June 18", "day"),
        ("last week", "week"),
        ("in June", "month"),
        ("last year", "year"),
    ],
)
def test_without_an_anchor_what_is_relative_stays_unresolved(text: str, granularity: str) -> None:
    (mention,) = scan(f"They met {text}.", lang="en")
    assert (mention.first, mention.last, mention.iso) == (None, None, None)
    assert (mention.granularity, mention.flags) == (granularity, ("no_anchor",))


@pytest.mark.parametrize(
    ("text", "lang", "granularity"),
    [
        ("On the same day they signed it.", "en", "day"),
        ("Awal bulan tersebut mereka bertemu.", "id", "month"),
        ("Two days after the raid they met.", "en", "day"),
        ("They met on June 5 and 9. On Monday and again on 12 June they spoke. The next day they left.", "en", "day"),
        ("Sehari sebelumnya mereka bertemu.", "id", "day"),
    ],
)
def test_what_hangs_on_nothing_certain_has_no_value(text: str, lang: str, granularity: str) -> None:
    (mention,) = (m for m in dates(text, lang) if m.iso is None)
    assert (mention.first, mention.granularity, mention.flags) == (None, granularity, ("narrative",))


@pytest.mark.parametrize(
    ("text", "lang", "iso"),
    [
        ("They met on June 5. The next day they signed.", "en", "2023-06-06"),
        ("They met on June 5 and left the same day.", "en", "2023-06-05"),
        ("They arrived on June 5, a day earlier than planned; two days later they left.", "en", "2023-06-07"),
        ("Two days after the June 5 meeting they signed.", "en", "2023-06-07"),
        ("The summit opened on June 5. He had arrived in Jakarta the day before the summit.", "en", "2023-06-04"),
        ("The talks ran from June 5 to 7. The second day was given to finance.", "en", "2023-06-06"),
        ("Mereka bertemu pada 5 Juni 2025. Keesokan harinya nota diteken.", "id", "2025-06-06"),
        ("Pertemuan itu dibuka pada 5 Juni 2025. Ia tiba dua hari sebelum pertemuan itu.", "id", "2025-06-03"),
        ("Rapat digelar 5-7 Juni 2025. Hari kedua membahas pendanaan.", "id", "2025-06-06"),
        ("They met in May 2021. The following month they signed.", "en", "2021-06"),
    ],
)
def test_what_hangs_on_another_date_has_its_value_where_that_is_certain(text: str, lang: str, iso: str) -> None:
    mention = [told for told in dates(text, lang) if "narrative" in told.flags][-1]
    assert mention.iso == iso


@pytest.mark.parametrize(
    ("text", "lang", "iso", "flags"),
    [
        ("on Wednesday", "en", "2017-08", ("partial_anchor",)),
        ("today", "en", "2017-08", ("partial_anchor",)),
        ("last month", "en", "2017-07", ()),
        ("in June", "en", "2017-06", ()),
        ("Kamis (10/8)", "id", "2017-08-10", ()),
    ],
)
def test_an_anchor_of_a_month_tells_what_it_can(text: str, lang: str, iso: str, flags: tuple[str, ...]) -> None:
    month = Anchor(date(2017, 8, 1), date(2017, 8, 31))
    (mention,) = scan(text, lang=lang, anchor=month)
    assert (mention.iso, mention.flags, mention.anchor) == (iso, flags, None)


def test_the_anchor_is_given_where_it_was_used() -> None:
    used, stated = dates("on Monday and on 2 May 2019", "en")
    assert (used.anchor, stated.anchor) == (ANCHORS["en"], None)


def test_a_language_without_tables_has_its_dates_in_digits() -> None:
    assert [mention.iso for mention in scan("w 2023-05-18, czwartek", lang="pl")] == ["2023-05-18"]


@pytest.mark.parametrize(
    ("text", "isos"),
    [
        (
            "They spoke on Monday.\n\nGood talks with my counterpart today. — A. B. (@ab_c) May 18, 2023\n\nBoth met today.",
            ["2023-06-19", "2023-05-18", "2023-05-18", "2023-06-20"],
        ),
        ("Thank you for yesterday's visit.\n— A. B. (@ab_c) 18 May 2023", ["2023-05-17", "2023-05-18"]),
        ("Write to us today - Press Office (@office)", ["2023-06-20"]),
    ],
)
def test_a_quoted_tweet_has_its_own_date_as_anchor(text: str, isos: list[str]) -> None:
    assert [iso for _, iso in values(text, "en")] == isos


def test_a_tweet_may_be_signed_in_another_language() -> None:
    text = "Hari ini kami bertemu. — BNPT (@bnpt) August 1, 2022"
    assert [iso for _, iso in values(text, "id")] == ["2022-08-01", "2022-08-01"]
