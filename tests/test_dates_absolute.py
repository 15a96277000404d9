"""Dates that state their year: in words, in digits, in the order of the language."""

from __future__ import annotations

import pytest
from dates_fixture import isos, values


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
    ("text", "told"),
    [
        ("The ministers met on Thursday, May 18, 2023, in Bali.", "2023-05-18"),
        ("The memorandum was signed on 18 May 2023 in Manila.", "2023-05-18"),
        ("The treaty dates from the 3rd of August 2017.", "2017-08-03"),
        ("Sept. 11, 2001 changed the law for good.", "2001-09-11"),
        ("He was arrested on 5th March, 2014, in Peshawar.", "2014-03-05"),
        ("It was signed on Wed., 7 Feb. 2024, they said.", "2024-02-07"),
        ("JAKARTA, 12 Oct 2022 (Reuters) - Police said so.", "2022-10-12"),
        ("The page was printed on Sun Mar 19 2023 in Dubai.", "2023-03-19"),
        ("Published 06-Mar-2023 by the desk.", "2023-03-06"),
        ("The dialogue was held on March 6th 2023.", "2023-03-06"),
        ("The bombs went off on October the 12th, 2002.", "2002-10-12"),
        ("They gathered on Monday 12th June 2023 in Perth.", "2023-06-12"),
        ("The envoy landed on Friday 14 September, 2018.", "2018-09-14"),
        ("It entered into force on December 1st, 2021.", "2021-12-01"),
        ("CANBERRA, MAY 18, 2023 - The two sides met.", "2023-05-18"),
        ("The talks opened on Tuesday (June 20, 2023) in Oslo.", "2023-06-20"),
        ("Done at Jakarta on this 18th day of May 2023.", "2023-05-18"),
        ("They met at noon on Thursday, 18 May 2023 at 10.30 am.", "2023-05-18"),
        ("It was agreed on May 18 2023 by both.", "2023-05-18"),
        ("The note of August 4 2022 was found.", "2022-08-04"),
        ("It was dated 1 September, 2020, and stamped.", "2020-09-01"),
        ("On 9 November, 2022 (Wednesday) the two sides met.", "2022-11-09"),
        ("Wednesday 9th of November 2022 was the day.", "2022-11-09"),
        ("Singapore, 24th Nov. 2021: The course ended.", "2021-11-24"),
        ("Sgt. Lee was hurt on Feb 29, 2020, in Mali.", "2020-02-29"),
        ("The note dated 31/12/22 was found.", "2022-12-31"),
        ("They signed it June 7, 2023; it takes effect Jan. 1, 2024.", "2023-06-07; 2024-01-01"),
        ("Between 1 January 2022 and 31 March 2022 nine were held.", "2022-01-01/2022-03-31"),
        ("From January 1, 2022, through March 31, 2022, nine were held.", "2022-01-01/2022-03-31"),
        ("The 12 October 2002 bombings killed 202.", "2002-10-12"),
        ("The Oct. 12, 2002, bombings killed 202.", "2002-10-12"),
    ],
)
def test_whole_dates_in_their_spellings_in_english(text: str, told: str) -> None:
    assert isos(text, "en") == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Rapat digelar di Jakarta, Kamis, 19 Juni 2025.", "2025-06-19"),
        ("Rapat digelar di Jakarta, Kamis (19/6/2025).", "2025-06-19"),
        ("Rapat digelar di Jakarta, Kamis (19/6/25).", "2025-06-19"),
        ("Rapat digelar di Jakarta, Kamis (19-6-2025).", "2025-06-19"),
        ("Rapat digelar di Jakarta, Kamis (19.6.2025).", "2025-06-19"),
        ("Rapat digelar di Jakarta, Kamis (19.06.25).", "2025-06-19"),
        ("Rapat digelar di Jakarta, Kamis, (19/6/2025).", "2025-06-19"),
        ("Rapat digelar di Jakarta, Kamis ( 19/6/2025 ).", "2025-06-19"),
        ("Rapat digelar di Jakarta, Kamis(19/6/2025).", "2025-06-19"),
        ("Rapat digelar di Jakarta, Kamis (19 Juni 2025).", "2025-06-19"),
        ("Rapat digelar di Jakarta, Kamis 19 Juni 2025.", "2025-06-19"),
        ("Rapat digelar pada 19 Juni 2025 (Kamis) di Jakarta.", "2025-06-19"),
        ("Rapat digelar di Jakarta, Kamis pagi (19/6/2025).", "2025-06-19"),
        ("Rapat digelar di Jakarta, Kamis (19/6/2025) malam.", "2025-06-19"),
        ("Rapat digelar di Jakarta, Kamis malam, 19 Juni 2025.", "2025-06-19"),
        ("Rapat digelar pada hari Kamis tanggal 19 Juni 2025.", "2025-06-19"),
        ("Rapat digelar pada Kamis tgl 19 Juni 2025.", "2025-06-19"),
        ("Rapat digelar pada Kamis, tanggal 19 Juni 2025.", "2025-06-19"),
        ("Rapat digelar pada tanggal 19 Juni 2025.", "2025-06-19"),
        ("Rapat digelar pada 19 Jun 2025 di sana.", "2025-06-19"),
        ("KAMIS, 19 JUNI 2025 rapat digelar.", "2025-06-19"),
        ("Rapat digelar, Jum'at (13/6/2025).", "2025-06-13"),
        ("Rapat digelar, Jum’at, 13 Juni 2025.", "2025-06-13"),
        ("Rapat digelar, Ahad (15/6/2025).", "2025-06-15"),
        ("Rapat digelar, Minggu (15/6/2025).", "2025-06-15"),
        ("Nota itu diteken 9 Nop 2019 di Bali.", "2019-11-09"),
        ("Nota itu diteken 17 Pebruari 2021 di Bali.", "2021-02-17"),
        ("Nota itu diteken pada 1 Agt 2022 di Bali.", "2022-08-01"),
        ("Nota itu diteken pada Juni 19, 2025 di Bali.", "2025-06-19"),
        ("Nota itu diteken pada 20 Okt. 2016 di Bali.", "2016-10-20"),
        ("Acara dibuka Senin, 5 Mei 2025, pukul 10.00 WIB.", "2025-05-05"),
        ("Nota itu diteken pada 5 September tahun 2019.", "2019-09-05"),
        ("Rapat digelar Rabu (18/06/2025) siang di Solo.", "2025-06-18"),
        ("Undang-undang itu disahkan pada 25 Mei 2018.", "2018-05-25"),
        ("Bom meledak pada Sabtu malam, 12 Oktober 2002.", "2002-10-12"),
        ("Jakarta, 19 Juni 2025 - BNPT menerima tamu.", "2025-06-19"),
        ("JAKARTA (19/6/2025) - BNPT menerima tamu.", "2025-06-19"),
        ("Acara itu digelar di Bali, Rabu, 18/06/2025.", "2025-06-18"),
        ("Acara itu digelar di Bali pada Rabu tanggal 18-06-2025.", "2025-06-18"),
        ("Acara itu digelar di Bali, Rabu (18/6/2025) pukul 10.00 WIB.", "2025-06-18"),
        ("Acara itu digelar di Bali Rabu sore (18/6/2025).", "2025-06-18"),
        ("Dikutip dari Antara, Rabu (18/6/2025), ia sakit.", "2025-06-18"),
        ("Ia lahir di Solo, 17 Agustus 1945.", "1945-08-17"),
        ("Ia lahir pada tanggal 1 Mei tahun 1970 di Solo.", "1970-05-01"),
        ("Pada Jumat, tanggal 13 Juni 2025, ia tiba.", "2025-06-13"),
        ("Pada Jum’at (13 Juni 2025) ia tiba.", "2025-06-13"),
        ("Senin, (16/6/2025) ia tiba.", "2025-06-16"),
        ("SENIN (16/6/2025) ia tiba.", "2025-06-16"),
        ("Bom meledak 14 Januari 2016 lalu di Jalan Thamrin.", "2016-01-14"),
        ("Bom meledak pada 14 Januari 2016 silam.", "2016-01-14"),
        ("Nota itu diteken pada 1 Februari 2023 dan berlaku hingga 1 Februari 2028.", "2023-02-01; 2028-02-01"),
        ("Rapat itu digelar pada 28/2/2024.", "2024-02-28"),
    ],
)
def test_whole_dates_in_their_spellings_in_indonesian(text: str, told: str) -> None:
    assert isos(text, "id") == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Mesyuarat itu diadakan pada Khamis, 17 September 2015.", "2015-09-17"),
        ("Mesyuarat itu diadakan pada 12 Mac 2015 di sini.", "2015-03-12"),
        ("Mesyuarat itu diadakan pada 5hb Mac 2014.", "2014-03-05"),
        ("Mesyuarat itu diadakan pada 5 hb Mac 2014.", "2014-03-05"),
        ("Mesyuarat itu diadakan pada 5hb. Mac 2014.", "2014-03-05"),
        ("KUALA LUMPUR, 30 Sept 2015 - Polis berkata.", "2015-09-30"),
        ("KUALA LUMPUR 29 Sept. 2015 (Bernama).", "2015-09-29"),
        ("Ahad, 27 September 2015 mereka bertemu.", "2015-09-27"),
        ("Memorandum itu dimeterai pada 30 Ogos 2014.", "2014-08-30"),
        ("Memorandum itu dimeterai pada 1 Disember 2013.", "2013-12-01"),
        ("Memorandum itu dimeterai pada 9 Jun 2011.", "2011-06-09"),
        ("Memorandum itu dimeterai pada 9 Julai 2011.", "2011-07-09"),
        ("Memorandum itu dimeterai pada 9 Jul 2011.", "2011-07-09"),
        ("Memorandum itu dimeterai pada Jumaat, 25 September 2015.", "2015-09-25"),
        ("Memorandum itu dimeterai pada Isnin (28/9/2015).", "2015-09-28"),
        ("Memorandum itu dimeterai pada Isnin (28 September 2015).", "2015-09-28"),
        ("Memorandum itu dimeterai pada 28 September 2015 (Isnin).", "2015-09-28"),
        ("Memorandum itu dimeterai pada hari Isnin, 28 September 2015.", "2015-09-28"),
        ("Memorandum itu bertarikh 3 Januari 2014.", "2014-01-03"),
        ("Akta itu berkuat kuasa pada 1 September tahun 2015.", "2015-09-01"),
        ("Sabtu 26 September 2015 mereka bertemu.", "2015-09-26"),
        ("Pada 16 haribulan Jun 2014 mereka bertemu.", "2014-06-16"),
        ("PUTRAJAYA, 29 Sept (Bernama) -- Menteri berkata.", "2015-09-29"),
        ("Pada hari Selasa, 29 September 2015, mereka bertemu.", "2015-09-29"),
        ("Pada 29 September 2015 (Selasa) mereka bertemu.", "2015-09-29"),
        ("Beliau dilahirkan pada 31 Ogos 1957.", "1957-08-31"),
        ("Perjanjian bertarikh 2 Februari 2014 itu sah.", "2014-02-02"),
        ("Mesyuarat itu diadakan pada 14hb Julai, 2015.", "2015-07-14"),
        ("Mesyuarat itu diadakan pada Selasa (29/9/15).", "2015-09-29"),
        ("Mesyuarat itu diadakan pada 29.9.2015.", "2015-09-29"),
        ("SELASA, 29 SEPTEMBER 2015 mereka bertemu.", "2015-09-29"),
        ("Mesyuarat itu diadakan pada 3hb Oktober 2014 yang lalu.", "2014-10-03"),
        ("Bom meletup pada Sabtu, 12 Oktober 2002.", "2002-10-12"),
        ("Akta itu dikuatkuasakan pada 31 Julai 2012.", "2012-07-31"),
    ],
)
def test_whole_dates_in_their_spellings_in_malay(text: str, told: str) -> None:
    assert isos(text, "ms") == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The form was stamped 20/06/2023 in London.", "2023-06-20"),
        ("The form was stamped 06/20/2023 in Boston.", "2023-06-20"),
        ("The form was stamped 20.06.2023 in Berlin.", "2023-06-20"),
        ("The form was stamped 20-06-2023 in Delhi.", "2023-06-20"),
        ("The file says 2023-06-20 and no more.", "2023-06-20"),
        ("The record says 2023-06-20T10:15:00Z there.", "2023-06-20"),
        ("The record says 2023/06/20 10:15 there.", "2023-06-20"),
        ("He was seen on Monday (19/6/2023) in Oslo.", "2023-06-19"),
        ("He was seen on Monday, 6/19/2023, in Boston.", "2023-06-19"),
    ],
)
def test_dates_in_digits_in_english(text: str, told: str) -> None:
    assert isos(text, "en") == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Surat itu bertanggal 19/06/2025 dan sah.", "2025-06-19"),
        ("Surat itu bertanggal 19-06-2025 dan sah.", "2025-06-19"),
        ("Surat itu bertanggal 19.06.2025 dan sah.", "2025-06-19"),
        ("Surat itu bertanggal 2025-06-19 dan sah.", "2025-06-19"),
        ("Surat itu bertanggal 4/5/2022 dan sah.", "2022-05-04"),
        ("Surat itu bertanggal 04/05/22 dan sah.", "2022-05-04"),
    ],
)
def test_dates_in_digits_in_indonesian(text: str, told: str) -> None:
    assert isos(text, "id") == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Surat itu bertarikh 19/06/2014 dan sah.", "2014-06-19"),
        ("Surat itu bertarikh 19-06-2014 dan sah.", "2014-06-19"),
        ("Surat itu bertarikh 19.06.2014 dan sah.", "2014-06-19"),
        ("Surat itu bertarikh 2014-06-19 dan sah.", "2014-06-19"),
        ("Surat itu bertarikh 4/5/2012 dan sah.", "2012-05-04"),
    ],
)
def test_dates_in_digits_in_malay(text: str, told: str) -> None:
    assert isos(text, "ms") == told
