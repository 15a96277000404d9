"""Ranges in three languages, and lists in English, which share what is written once."""

from __future__ import annotations

import pytest
from dates_fixture import isos, values


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
    ("text", "told"),
    [
        ("The forum ran from 19 to 23 June 2023.", "2023-06-19/2023-06-23"),
        ("The forum will run June 19-23 in Oslo.", "2023-06-19/2023-06-23"),
        ("The forum, June 19 – 23, 2023, was full.", "2023-06-19/2023-06-23"),
        ("The forum of 19th-23rd June was full.", "2023-06-19/2023-06-23"),
        ("The forum of 19 – 23 June 2023 was full.", "2023-06-19/2023-06-23"),
        ("They will meet from June 28 to July 2.", "2023-06-28/2023-07-02"),
        ("They will meet from 28 June to 2 July 2023.", "2023-06-28/2023-07-02"),
        ("They met between 3 and 5 May.", "2023-05-03/2023-05-05"),
        ("Between May 3 and May 5 they met twice.", "2023-05-03/2023-05-05"),
        ("They met between March and May 2022.", "2022-03/2022-05"),
        ("They met in March-May 2022.", "2022-03/2022-05"),
        ("They met from March 2022 to May 2023.", "2022-03/2023-05"),
        ("The plan for 2019-2025 is ready.", "2019/2025"),
        ("The season 2019/20 was cut short.", "2019/2020"),
        ("He led it from 2019 until 2021.", "2019/2021"),
        ("Between 1998 and 2002 he lived abroad.", "1998/2002"),
        ("The budget of 2021-22 was small.", "2021/2022"),
        ("The drill was held on 10-11 and 14 June.", "2023-06-10/2023-06-11; 2023-06-14"),
        ("They met on 5, 12 and 19 June in Oslo.", "2023-06-05; 2023-06-12; 2023-06-19"),
        ("They met on 12 and 19 June 2023.", "2023-06-12; 2023-06-19"),
        ("They met on May 30-31 and June 1.", "2023-05-30/2023-05-31; 2023-06-01"),
        ("They met from Monday to Wednesday in Oslo.", "2023-06-19/2023-06-21"),
        ("The dialogue was held on March 6-7, 2023.", "2023-03-06/2023-03-07"),
        ("The dialogue was held on 6-7 March 2023.", "2023-03-06/2023-03-07"),
        ("It closed from Dec. 28, 2022 to Jan. 3, 2023.", "2022-12-28/2023-01-03"),
        ("It closed 28 December 2022 - 3 January 2023.", "2022-12-28/2023-01-03"),
        ("They met Tuesday to Thursday, 13-15 June 2023, in Oslo.", "2023-06-13/2023-06-15"),
        ("They met on May 8 through 10 in Oslo.", "2023-05-08/2023-05-10"),
        ("They met on 14 and 15 June 2023.", "2023-06-14/2023-06-15"),
        ("They met on June 14 and 15.", "2023-06-14/2023-06-15"),
        ("The May/June 2023 issue is out.", "2023-05/2023-06"),
        ("It will be hot in July-August.", "2023-07/2023-08"),
        ("The 2018–2022 action plan has ended.", "2018/2022"),
        ("In January to March this year 12 were held.", "2023-01/2023-03"),
        ("From mid-May to early June they toured.", "2023-05; 2023-06"),
        ("The forum runs 3rd to 5th July 2023.", "2023-07-03/2023-07-05"),
        ("They met on 1, 2 and 3 June 2023.", "2023-06-01/2023-06-03"),
        ("They met from Monday, June 5 to Friday, June 9.", "2023-06-05/2023-06-09"),
        ("They met from Monday 5 June to Friday 9 June 2023.", "2023-06-05/2023-06-09"),
        ("The 12–14 June visit was a success.", "2023-06-12/2023-06-14"),
        ("They met June 30-July 2, 2022.", "2022-06-30/2022-07-02"),
        ("The course, held from June 12 through June 16, was full.", "2023-06-12/2023-06-16"),
        ("The course (12-16 June 2023) was full.", "2023-06-12/2023-06-16"),
        ("The course was held 12 – 16 Jun. 2023.", "2023-06-12/2023-06-16"),
        ("The course ran for five days from June 12.", "2023-06-12"),
        ("They were abroad from 2017-2019.", "2017/2019"),
        ("The plan covers 2020, 2021 and 2022.", "2020; 2021; 2022"),
        ("The forum met April 30 - May 2, 2023.", "2023-04-30/2023-05-02"),
        ("The forum met 30 April–2 May 2023.", "2023-04-30/2023-05-02"),
        ("From late 2021 to early 2022 he hid.", "2021; 2022"),
        ("The fiscal year 2022-23 begins.", "2022/2023"),
        ("The course runs July 3 to July 7 and July 10 to July 14.", "2023-07-03/2023-07-07; 2023-07-10/2023-07-14"),
        ("They met 20 & 21 May 2023.", "2023-05-20/2023-05-21"),
        ("They met on 5th and 6th June 2023.", "2023-06-05/2023-06-06"),
        ("They met on the 5th and 6th of June.", "2023-06-05/2023-06-06"),
        ("They met 5 June 2023 - 9 June 2023.", "2023-06-05/2023-06-09"),
        ("They met Monday through Wednesday last week.", "2023-06-12/2023-06-14"),
        ("They met in September-October 2022.", "2022-09/2022-10"),
        ("They met in September and October 2022.", "2022-09; 2022-10"),
        ("The talks (5-7 June) were calm.", "2023-06-05/2023-06-07"),
        ("The talks (June 5-7) were calm.", "2023-06-05/2023-06-07"),
        ("He served in 2010–12 and 2015–17.", "2010/2012; 2015/2017"),
        ("He served between the years 2010 and 2012.", "2010/2012"),
        ("It covers June 2022-May 2023.", "2022-06/2023-05"),
        ("It runs until 30 June, from 1 June.", "2023-06-30; 2023-06-01"),
        ("They met on June 5 & 6.", "2023-06-05/2023-06-06"),
        ("From Tuesday, June 6, to Thursday, June 8, 2023, they met.", "2023-06-06/2023-06-08"),
    ],
)
def test_ranges_and_lists_in_english(text: str, told: str) -> None:
    assert isos(text, "en") == told
