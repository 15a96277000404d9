"""Years and decades, with months and parts of years among them."""

from __future__ import annotations

import pytest
from dates_fixture import isos, values


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
    ("text", "told"),
    [
        ("The forum met in 2019.", "2019"),
        ("The 2002 Bali bombings killed 202.", "2002"),
        ("The group has been banned since 2014.", "2014"),
        ("It was banned in late 2022.", "2022"),
        ("The plan runs until the end of 2024.", "2024"),
        ("In the year 2020 nobody travelled.", "2020"),
        ("In 1998, 2002 and 2009 bombs went off.", "1998; 2002; 2009"),
        ("The police rely on a 2018 law.", "2018"),
        ("In post-2014 Afghanistan it was hard.", "2014"),
        ("By end-2024 it will be done.", "2024"),
        ("The mid-2011 talks failed.", "2011"),
        ("In early 2020, the borders closed.", "2020"),
        ("2023 was a good year for them.", "2023"),
        ("The 2023 edition drew 40 states.", "2023"),
        ("Since 2001, 2014 and 2021 were the worst years.", "2001; 2014; 2021"),
        ("The 1995 pact and the 2007 convention remain.", "1995; 2007"),
        ("From 2015 onwards the cell grew.", "2015"),
        ("In 2015-2016 the cell grew.", "2015/2016"),
        ("Until 1998 he lived in Perth.", "1998"),
        ("The 2004 tsunami and the 2005 peace deal changed Aceh.", "2004; 2005"),
        ("The strategy for 2023–2027 was adopted.", "2023/2027"),
        ("By 2025, the force will double.", "2025"),
        ("In the 2010s he fought.", "201"),
        ("In the mid-2010s he fought.", "201"),
        ("The years 2015 and 2016 were bad.", "2015; 2016"),
        ("He served from 1999.", "1999"),
        ("In fiscal 2023 the budget rose.", "2023"),
        ("It was the first since 2009's twin blasts.", "2009"),
        ("The class of '99 met.", "1999"),
        ("Christmas Day 2022 was calm.", "2022"),
        ("In '98 he fled.", "1998"),
    ],
)
def test_years_and_decades_in_english(text: str, told: str) -> None:
    assert isos(text, "en") == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Sejak tahun 2022 mereka bekerja sama.", "2022"),
        ("Pada 2019 mereka bekerja sama.", "2019"),
        ("Kerja sama itu ada sejak 2002.", "2002"),
        ("Tahun 2019 lalu nota itu diteken.", "2019"),
        ("Akhir 2022 nota itu diteken.", "2022"),
        ("Awal tahun 2024 nota itu diteken.", "2024"),
        ("Pada pertengahan 2023 nota itu diteken.", "2023"),
        ("Bom Bali 2002 menewaskan 202 orang.", "2002"),
        ("Bom Bali tahun 2002 dan 2005 menewaskan banyak orang.", "2002; 2005"),
        ("Tahun 2025 ini anggaran naik.", "2025"),
        ("KTT ASEAN 2023 digelar di Labuan Bajo.", "2023"),
        ("Pengamanan Tahun Baru 2026 disiapkan.", "2026"),
        ("Pada era 1990-an ia di Afganistan.", "199"),
        ("Pada tahun 80-an ia di Afganistan.", "198"),
        ("Pada dekade 1980-an ia di Afganistan.", "198"),
        ("Pada awal 2000-an ia di Afganistan.", "200"),
        ("Sepanjang 2024 ada 12 kasus.", "2024"),
        ("Sepanjang tahun 2024 ada 12 kasus.", "2024"),
        ("Selama 2023 dan 2024 ada 12 kasus.", "2023; 2024"),
        ("Pada 2021, 2022, dan 2023 ada 12 kasus.", "2021; 2022; 2023"),
        ("Menuju Indonesia Emas 2045 kita bersatu.", "2045"),
        ("Pemilu 2024 berjalan aman.", "2024"),
        ("Pada tahun 1998-1999 ia di sana.", "1998/1999"),
        ("Tragedi 1965 itu kelam.", "1965"),
        ("Ia pensiun tahun 2019 silam.", "2019"),
        ("Per Desember 2024 ada 12 kasus.", "2024-12"),
        ("Hingga akhir 2026 ia menjabat.", "2026"),
        ("Pada tahun '98 ia kabur.", "1998"),
        ("Pada tahun 2000an ia kabur.", "200"),
        ("Pada 1990an ia kabur.", "199"),
        ("Thn 2019 ia kabur.", "2019"),
        ("Pilkada 2024 aman.", "2024"),
        ("RPJMN 2025–2029 disusun.", "2025/2029"),
        ("Dari tahun 2010 ke 2014 ia kabur.", "2010/2014"),
        ("Tahun 2023 dan 2024 aman.", "2023; 2024"),
        ("Sejak 2019 hingga kini ia kabur.", "2019"),
        ("Pada tahun 1998 silam ia kabur.", "1998"),
        ("Sepanjang 2020-2024 aman.", "2020/2024"),
        ("Ia menjabat pada 2014-2019 dan 2019-2024.", "2014/2019; 2019/2024"),
    ],
)
def test_years_and_decades_in_indonesian(text: str, told: str) -> None:
    assert isos(text, "id") == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Sejak 2013 mereka bekerjasama.", "2013"),
        ("Sejak tahun 2013 mereka bekerjasama.", "2013"),
        ("Pada 2012 mereka bekerjasama.", "2012"),
        ("Akta itu diluluskan pada awal 2014.", "2014"),
        ("Akta itu diluluskan pada penghujung 2014.", "2014"),
        ("Akta itu diluluskan pada hujung tahun 2014.", "2014"),
        ("Pada 2002 dan 2005 Bali diserang.", "2002; 2005"),
        ("Pada tahun 1980-an dia di Afghanistan.", "198"),
        ("Pada awal 1990-an dia di Afghanistan.", "199"),
        ("Sidang Kemuncak ASEAN 2015 diadakan di sini.", "2015"),
        ("Pada dekad 1980-an dia di Afghanistan.", "198"),
        ("Sepanjang 2014 100 orang ditahan.", "2014"),
        ("Sehingga 2014 100 orang ditahan.", "2014"),
        ("Pada 2013, 2014 dan 2015 100 orang ditahan.", "2013; 2014; 2015"),
        ("Wawasan 2020 masih jauh.", "2020"),
        ("Sejak era 1990-an dia di sana.", "199"),
        ("Menjelang tahun 2020 ia siap.", "2020"),
        ("Sejak awal 2015 beliau sakit.", "2015"),
        ("Antara 2013 hingga 2015 beliau sakit.", "2013/2015"),
        ("Bajet 2016 dibentangkan.", "2016"),
        ("Pada tahun 2000-an beliau sakit.", "200"),
        ("Pada 1990-an beliau sakit.", "199"),
        ("Tahun 2013 dan 2014 aman.", "2013; 2014"),
        ("Pelan 2016–2020 disusun.", "2016/2020"),
        ("Pada pertengahan tahun 2014 beliau sakit.", "2014"),
    ],
)
def test_years_and_decades_in_malay(text: str, told: str) -> None:
    assert isos(text, "ms") == told
