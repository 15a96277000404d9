"""A day and a month without a year: the nearest one, or the one that the weekday or the tense tells."""

from __future__ import annotations

from datetime import date

import pytest
from dates_fixture import isos, values


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
        ("the twenty-first of May", "2023-05-21"),
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
    ("text", "told"),
    [
        ("The ministers met on June 5 in Bali.", "2023-06-05"),
        ("The ministers met on 5 June in Bali.", "2023-06-05"),
        ("The ministers met on the 5th of June in Bali.", "2023-06-05"),
        ("The ministers met on June 5th in Bali.", "2023-06-05"),
        ("The ministers met on Monday, June 5, in Bali.", "2023-06-05"),
        ("The ministers met Mon, 5 Jun, in Bali.", "2023-06-05"),
        ("The talks took place on Tuesday (June 13).", "2023-06-13"),
        ("The talks took place on Tuesday (13 June).", "2023-06-13"),
        ("They spoke on Thursday, 15 June, by telephone.", "2023-06-15"),
        ("They spoke on Wednesday June 14 by telephone.", "2023-06-14"),
        ("The raid was carried out on Dec. 31 near Quetta.", "2022-12-31"),
        ("They must answer by July 1.", "2023-07-01"),
        ("It was signed on 30 June last year.", "2022-06-30"),
        ("It was signed on 4 May this year.", "2023-05-04"),
        ("It was signed on May 18 of this year.", "2023-05-18"),
        ("The 16 June attack killed 42.", "2023-06-16"),
        ("The June 16 attack killed 42.", "2023-06-16"),
        ("They came back on the 15th of this month.", "2023-06-15"),
        ("They came back on the 3rd of last month.", "2023-05-03"),
        ("As of June 1 the ban applies.", "2023-06-01"),
        ("The rule applies from 1 July.", "2023-07-01"),
        ("Since 2 March they have met twice.", "2023-03-02"),
        ("The course will end on August 12.", "2023-08-12"),
        ("The envoys arrived on May 30th and left at once.", "2023-05-30"),
        ("On 1 August the centre will open.", "2023-08-01"),
        ("On Sunday, 25 June, they will vote.", "2023-06-25"),
        ("The meeting, held on June 7 and attended by 40, was short.", "2023-06-07"),
        ("On June 12 and again on June 15 they spoke.", "2023-06-12; 2023-06-15"),
        ("The deadline is midnight on June 30.", "2023-06-30"),
        ("He was killed on the night of June 3.", "2023-06-03"),
        ("He was killed overnight June 3-4.", "2023-06-03/2023-06-04"),
        ("The July 1 deadline will not hold.", "2023-07-01"),
        ("Some 20 people were held on Jan 15 and 16 in Dhaka.", "2023-01-15/2023-01-16"),
        ("Monday's June 19 meeting was short.", "2023-06-19; 2023-06-19"),
        ("The truce of 1 June was broken.", "2023-06-01"),
        ("They will be tried on 5 September and 3 October.", "2023-09-05; 2023-10-03"),
        ("The doors open at 6 p.m. June 22.", "2023-06-22"),
        ("The doors opened on June 14 at 5 p.m.", "2023-06-14"),
        ("In the early hours of 3 June he fled.", "2023-06-03"),
        ("He fled on Wednesday, 14th June.", "2023-06-14"),
        ("The deal, struck June 14, is dead.", "2023-06-14"),
        ("Since the Feb. 24 invasion he has fled.", "2023-02-24"),
        ("It will run to August 31.", "2023-08-31"),
        ("The next meeting is on 11 September.", "2023-09-11"),
        ("He was freed on Jan 2.", "2023-01-02"),
        ("In a statement dated June 15, they said so.", "2023-06-15"),
    ],
)
def test_a_day_and_month_without_a_year_in_english(text: str, told: str) -> None:
    assert isos(text, "en") == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Hal itu dikatakannya di Jakarta, Kamis (19/6).", "2025-06-19"),
        ("Hal itu dikatakannya di Jakarta, Kamis, 19/6.", "2025-06-19"),
        ("Hal itu dikatakannya di Jakarta, Kamis 19/6.", "2025-06-19"),
        ("Hal itu dikatakannya di Jakarta, Kamis (19/06).", "2025-06-19"),
        ("Hal itu dikatakannya di Jakarta, Kamis, 19 Juni.", "2025-06-19"),
        ("Hal itu dikatakannya di Jakarta, Kamis 19 Juni.", "2025-06-19"),
        ("Hal itu dikatakannya di Jakarta, Kamis (19 Juni).", "2025-06-19"),
        ("Hal itu dikatakannya di Jakarta, 19 Juni (Kamis).", "2025-06-19"),
        ("Hal itu dikatakannya di Jakarta, Kamis malam (19/6).", "2025-06-19"),
        ("Hal itu dikatakannya di Jakarta, Kamis (19/6) malam.", "2025-06-19"),
        ("Hal itu dikatakannya di Jakarta pada hari Kamis (19/6) siang.", "2025-06-19"),
        ("Hal itu dikatakannya di Jakarta, Kamis (19.6).", "2025-06-19"),
        ("Hal itu dikatakannya di Jakarta, Kamis (19-6).", "2025-06-19"),
        ("Hal itu dikatakannya di Jakarta, Jumat ( 13/6).", "2025-06-13"),
        ("Hal itu dikatakannya di Jakarta (19/6).", "2025-06-19"),
        ("Besok (21/6) mereka akan bertemu.", "2025-06-21; 2025-06-21"),
        ("Hari ini (20/6) mereka bertemu.", "2025-06-20; 2025-06-20"),
        ("Kemarin, Kamis (19/6), mereka bertemu.", "2025-06-19; 2025-06-19"),
        ("Mereka bertemu pekan lalu, Kamis (12/6).", "2025-W24; 2025-06-12"),
        ("Mereka bertemu pada 20 Mei lalu.", "2025-05-20"),
        ("Mereka bertemu pada 10 Juni yang lalu.", "2025-06-10"),
        ("Acara digelar 1 Juli mendatang.", "2025-07-01"),
        ("Acara akan digelar pada 1 Juli nanti.", "2025-07-01"),
        ("Acara akan digelar pada 17 Agustus.", "2025-08-17"),
        ("Mereka bertemu pada 2 Maret.", "2025-03-02"),
        ("Mereka bertemu tanggal 5 Juni di sana.", "2025-06-05"),
        ("Mereka bertemu tgl 5 Juni di sana.", "2025-06-05"),
        ("Mereka bertemu pada tanggal 12 bulan ini.", "2025-06-12"),
        ("Mereka bertemu pada tanggal 5 bulan lalu.", "2025-05-05"),
        ("Aturan itu berlaku per 1 Juni.", "2025-06-01"),
        ("Sejak 1 Januari lalu aturan itu berlaku.", "2025-01-01"),
        ("Mereka bertemu pada 20 Desember tahun lalu.", "2024-12-20"),
        ("Mereka bertemu pada 5 Mei tahun ini.", "2025-05-05"),
        ("Selasa (17/6) lalu mereka bertemu.", "2025-06-17"),
        ("Pada 30 Juni mendatang kontrak itu habis.", "2025-06-30"),
        ("Rapat digelar Sabtu (31/5) di Bali.", "2025-05-31"),
        ("Ia tiba Senin, 16 Juni, pukul 09.00 WIB.", "2025-06-16"),
        ("Ia ditangkap pada 31 Desember lalu.", "2024-12-31"),
        ("Ia ditangkap pada Senin, 30 Desember.", "2024-12-30"),
        ("Rapat digelar Rabu (18/6) sore di Jakarta.", "2025-06-18"),
        ("Rapat digelar Rabu (18/6), pukul 10.00 WIB.", "2025-06-18"),
        ("Rapat digelar pada hari Rabu, 18 Juni, di Solo.", "2025-06-18"),
        ("Rapat digelar Rabu, tanggal 18 Juni, di Solo.", "2025-06-18"),
        ("Rapat akan digelar Rabu (25/6) di Solo.", "2025-06-25"),
        ("Rapat akan digelar Rabu pekan depan (25/6).", "2025-06-25; 2025-06-25"),
        ("Rapat digelar Rabu pekan lalu (11/6).", "2025-06-11; 2025-06-11"),
        ("Rapat digelar Selasa lalu (17/6).", "2025-06-17; 2025-06-17"),
        ("Rapat digelar kemarin (19/6).", "2025-06-19; 2025-06-19"),
        ("Rapat digelar Ahad (15/6) malam.", "2025-06-15"),
        ("Pada 17-18 Juni mereka bertemu.", "2025-06-17/2025-06-18"),
        ("Pada malam 3 Juni ia kabur.", "2025-06-03"),
        ("Hingga 30 Juni ia menjabat.", "2025-06-30"),
        ("Mulai 1 Juli ia akan menjabat.", "2025-07-01"),
        ("Terhitung sejak 1 Juni ia menjabat.", "2025-06-01"),
        ("Ia wafat pada 9 Nopember tahun lalu.", "2024-11-09"),
        ("Ia wafat pada tanggal 3 Januari.", "2025-01-03"),
        ("Ia wafat Sabtu, 28 Desember.", "2024-12-28"),
        ("Rabu (18/6) dan Kamis (19/6) ia di Solo.", "2025-06-18; 2025-06-19"),
        ("Pukul 10.00 WIB, Rabu (18/6), ia tiba.", "2025-06-18"),
        ("Pada Rabu, 18/6, ia tiba.", "2025-06-18"),
        ("Pada 18 Juni kemarin ia tiba.", "2025-06-18"),
        ("Ia tiba Rabu dini hari (18/6).", "2025-06-18"),
        ("Ia tiba Rabu (18/6) dini hari.", "2025-06-18"),
        ("Ia tiba Rabu petang, 18 Juni.", "2025-06-18"),
        ("Ia akan tiba Selasa (24/6) mendatang.", "2025-06-24"),
        ("Ia tiba Rabu (4/6) lalu.", "2025-06-04"),
        ("Ia tiba pada Kamis (29 Mei) malam.", "2025-05-29"),
        ("Ia tiba tanggal 18 Juni lalu.", "2025-06-18"),
        ("HUT ke-80 RI digelar 17 Agustus mendatang.", "2025-08-17"),
        ("Ia tiba 28 Oktober tahun lalu.", "2024-10-28"),
    ],
)
def test_a_day_and_month_without_a_year_in_indonesian(text: str, told: str) -> None:
    assert isos(text, "id") == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Mesyuarat itu diadakan pada 15 Mac lalu.", "2015-03-15"),
        ("Mesyuarat itu diadakan pada 30 Mei yang lalu.", "2015-05-30"),
        ("Mesyuarat itu diadakan pada 5 Ogos lepas.", "2015-08-05"),
        ("Mesyuarat akan diadakan pada 12 Oktober ini.", "2015-10-12"),
        ("Mesyuarat akan diadakan pada 12 Oktober depan.", "2015-10-12"),
        ("Mesyuarat akan diadakan pada 5 November akan datang.", "2015-11-05"),
        ("Mesyuarat itu diadakan pada Isnin (28/9).", "2015-09-28"),
        ("Mesyuarat itu diadakan pada Isnin (28 Sept).", "2015-09-28"),
        ("Mesyuarat itu diadakan pada Isnin, 28 September.", "2015-09-28"),
        ("Peraturan itu bermula 1 Oktober.", "2015-10-01"),
        ("Peraturan itu berkuat kuasa mulai 1 Oktober ini.", "2015-10-01"),
        ("Sejak 1 Januari lalu 12 orang ditahan.", "2015-01-01"),
        ("Permohonan dibuka sehingga 5 Oktober.", "2015-10-05"),
        ("Dia ditahan pada 31 Disember tahun lalu.", "2014-12-31"),
        ("Dia ditahan pada 4 Mei tahun ini.", "2015-05-04"),
        ("Dia ditahan pada 1hb September.", "2015-09-01"),
        ("KUALA LUMPUR 29 Sept. - Polis berkata.", "2015-09-29"),
        ("KUALA LUMPUR, 29 Sept (Bernama) -- Polis berkata.", "2015-09-29"),
        ("Dia ditahan pada 10 September lalu di Johor.", "2015-09-10"),
        ("Dia akan dibicarakan pada 3 November.", "2015-11-03"),
        ("Dia ditahan pada 2 Jun lalu.", "2015-06-02"),
        ("Polis menahan mereka pada 26 September lalu.", "2015-09-26"),
        ("Mereka ditahan pada 26 dan 27 September lalu.", "2015-09-26/2015-09-27"),
        ("Mereka akan didakwa pada 5 Oktober ini.", "2015-10-05"),
        ("Mereka akan didakwa 5 Oktober depan.", "2015-10-05"),
        ("Mereka didakwa pada Selasa, 29 September.", "2015-09-29"),
        ("Mereka didakwa pada Selasa (29/9).", "2015-09-29"),
        ("Mereka didakwa semalam (29 September).", "2015-09-29; 2015-09-29"),
        ("Mereka didakwa pada 2hb Jun.", "2015-06-02"),
        ("Mereka ditahan sejak 1 Mac.", "2015-03-01"),
        ("Kes itu akan disebut semula pada 4 November.", "2015-11-04"),
        ("Mahkamah menetapkan 4 November ini untuk sebutan semula kes.", "2015-11-04"),
        ("Mereka ditahan pada malam 3 September.", "2015-09-03"),
        ("Beliau tiba pada jam 10 pagi, 28 September.", "2015-09-28"),
        ("Beliau tiba pada 28 September jam 10 pagi.", "2015-09-28"),
        ("Beliau akan tiba 10 Oktober ini.", "2015-10-10"),
        ("Beliau akan tiba pada 10 haribulan Oktober.", "2015-10-10"),
        ("Beliau tiba pada 28 September baru-baru ini.", "2015-09-28"),
        ("Beliau tiba pada 16 September tahun lepas.", "2014-09-16"),
        ("Beliau tiba Khamis lalu (24 September).", "2015-09-24; 2015-09-24"),
        ("Beliau ditahan pada 9 Disember lalu.", "2014-12-09"),
    ],
)
def test_a_day_and_month_without_a_year_in_malay(text: str, told: str) -> None:
    assert isos(text, "ms") == told
