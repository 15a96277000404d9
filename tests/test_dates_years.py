"""Years, decades and the parts of years: quarters, halves, seasons, weeks of a month."""

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
    ],
)
def test_years_and_decades_in_malay(text: str, told: str) -> None:
    assert isos(text, "ms") == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Prices rose in the second quarter.", "2023-Q2"),
        ("It happened in the first half of the year.", "2023-H1"),
        ("It happened in the second half of 2022.", "2022-H2"),
        ("The first quarter of this year was quiet.", "2023-Q1"),
        ("The plan starts in Q1 2024.", "2024-Q1"),
        ("The plan starts in 1Q 2024.", "2024-Q1"),
        ("The plan starts in 2024 Q1.", "2024-Q1"),
        ("It was held in the first semester of 2023.", "2023-H1"),
        ("It was held last autumn.", "2022-FA"),
        ("It will be held this summer.", "2023-SU"),
        ("It was held in winter 2022.", "2022-WI"),
        ("It was held in the summer of 2019.", "2019-SU"),
        ("In the 1990s he fought in Kashmir.", "199"),
        ("In the early 2000s he fought in Kashmir.", "200"),
        ("In the mid-1990s he fought in Kashmir.", "199"),
        ("In the 90s he fought in Kashmir.", "199"),
        ("They will meet in the first week of July.", "2023-W27"),
        ("They meet in the week of July 3.", "2023-W27"),
        ("They met this quarter.", "2023-Q2"),
        ("They met in the week beginning 12 June.", "2023-W24"),
        ("By the third quarter of 2024 it will be ready.", "2024-Q3"),
        ("The last quarter of 2022 was calm.", "2022-Q4"),
        ("Sales rose 3% in the three months to June.", "2023-06"),
        ("In the latter half of 2022 he fled.", "2022-H2"),
        ("The winter of 2022 was cold.", "2022-WI"),
        ("Since the 1980s, and into the 2010s, he fought.", "198; 201"),
        ("The first three months of 2023 were calm.", "2023"),
        ("In 2H 2022 he fled.", "2022-H2"),
        ("The first quarter of next year will be calm.", "2024-Q1"),
        ("The 2nd quarter was calm.", "2023-Q2"),
    ],
)
def test_parts_of_years_in_english(text: str, told: str) -> None:
    assert isos(text, "en") == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Pada kuartal III 2023 ada 12 kasus.", "2023-Q3"),
        ("Pada triwulan pertama 2024 ada 12 kasus.", "2024-Q1"),
        ("Pada semester pertama tahun ini ada 12 kasus.", "2025-H1"),
        ("Pada paruh kedua 2024 ada 12 kasus.", "2024-H2"),
        ("Pada kuartal II tahun ini ada 12 kasus.", "2025-Q2"),
        ("Pada kuartal pertama ada 12 kasus.", "2025-Q1"),
        ("Pada kuartal I/2025 ada 12 kasus.", "2025-Q1"),
        ("Pada semester II-2024 ada 12 kasus.", "2024-H2"),
        ("Pada musim panas 2023 ada 12 kasus.", "2023-SU"),
        ("Pada minggu pertama Juli mereka akan bertemu.", "2025-W27"),
        ("Pada pekan kedua Mei 2025 mereka bertemu.", "2025-W19"),
        ("Pada kuartal ketiga tahun 2023 ada 12 kasus.", "2023-Q3"),
        ("Pada triwulan IV tahun lalu ada 12 kasus.", "2024-Q4"),
        ("Pada kuartal terakhir 2024 ada 12 kasus.", "2024-Q4"),
        ("Pada triwulan II-2025 ada 12 kasus.", "2025-Q2"),
        ("Pada semester I/2025 ada 12 kasus.", "2025-H1"),
        ("Pada awal dekade 1990-an ia kabur.", "199"),
        ("Pada paruh pertama tahun ini ada 12 kasus.", "2025-H1"),
        ("Pada pekan pertama bulan Juni ia kabur.", "2025-W23"),
        ("Pada minggu ketiga Mei ia kabur.", "2025-W20"),
        ("Pada caturwulan pertama 2025 ada 12 kasus.", "2025"),
    ],
)
def test_parts_of_years_in_indonesian(text: str, told: str) -> None:
    assert isos(text, "id") == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Pada suku pertama 2015 12 orang ditahan.", "2015-Q1"),
        ("Pada suku ketiga tahun ini 12 orang ditahan.", "2015-Q3"),
        ("Pada suku kedua tahun 2014 12 orang ditahan.", "2014-Q2"),
        ("Pada suku tahun pertama 2015 12 orang ditahan.", "2015-Q1"),
        ("Pada separuh pertama 2015 12 orang ditahan.", "2015-H1"),
        ("Pada separuh kedua tahun ini 12 orang ditahan.", "2015-H2"),
        ("Pada musim panas 2014 mereka bertemu.", "2014-SU"),
        ("Pada minggu pertama Oktober mereka akan bertemu.", "2015-W40"),
        ("Pada suku keempat 2014 12 orang ditahan.", "2014-Q4"),
        ("Pada suku kedua tahun lalu 12 orang ditahan.", "2014-Q2"),
        ("Pada separuh kedua 2014 12 orang ditahan.", "2014-H2"),
    ],
)
def test_parts_of_years_in_malay(text: str, told: str) -> None:
    assert isos(text, "ms") == told
