"""Months: with their year, with a word for it, and bare, where the tense tells the year."""

from __future__ import annotations

import pytest
from dates_fixture import isos


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The forum met in January and May last year.", "2022-01; 2022-05"),
        ("The forum met in May 2023.", "2023-05"),
        ("The forum met in Sept. 2019.", "2019-09"),
        ("It has been so since the end of March 2022.", "2022-03"),
        ("The forum met in mid-May 2023.", "2023-05"),
        ("The forum met in May of 2021.", "2021-05"),
        ("The forum met in the month of March 2020.", "2020-03"),
        ("The May 2022 meeting was short.", "2022-05"),
        ("The forum met in December last year.", "2022-12"),
        ("The forum met in March this year.", "2023-03"),
        ("The forum met in January of this year.", "2023-01"),
        ("The forum met in late Nov 2022.", "2022-11"),
        ("The plan runs to end-June 2024.", "2024-06"),
        ("It was agreed at the end of last March.", "2023-03"),
        ("The next round is due in September 2024.", "2024-09"),
        ("The February 2020 Doha deal is dead.", "2020-02"),
        ("They met in April of last year.", "2022-04"),
    ],
)
def test_months_with_their_year_in_english(text: str, told: str) -> None:
    assert isos(text, "en") == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Forum itu bertemu pada Mei 2014.", "2014-05"),
        ("Forum itu bertemu pada bulan Mei 2014.", "2014-05"),
        ("Forum itu bertemu pada awal Juni 2023.", "2023-06"),
        ("Forum itu bertemu pada akhir Desember 2015 lalu.", "2015-12"),
        ("Forum itu bertemu pada November tahun lalu.", "2024-11"),
        ("Forum itu akan bertemu pada Maret tahun depan.", "2026-03"),
        ("Forum itu bertemu pada Februari 2025 lalu.", "2025-02"),
        ("Forum itu bertemu pada Agt 2021.", "2021-08"),
        ("Forum itu bertemu pada bulan Januari tahun 2017.", "2017-01"),
        ("Forum itu bertemu pada Januari 2024 silam.", "2024-01"),
    ],
)
def test_months_with_their_year_in_indonesian(text: str, told: str) -> None:
    assert isos(text, "id") == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Forum itu bertemu pada Mac 2014.", "2014-03"),
        ("Forum itu bertemu pada bulan Mac 2014.", "2014-03"),
        ("Forum itu bertemu pada awal Jun 2013.", "2013-06"),
        ("Forum itu bertemu pada hujung Disember 2014.", "2014-12"),
        ("Forum itu bertemu pada Mac tahun lalu.", "2014-03"),
        ("Forum itu bertemu pada Mac tahun lepas.", "2014-03"),
        ("Forum itu akan bertemu pada Mac tahun depan.", "2016-03"),
        ("Forum itu bertemu pada Ogos 2014 lalu.", "2014-08"),
        ("Forum itu bertemu pada pertengahan Julai 2014.", "2014-07"),
        ("Forum itu bertemu pada Jun tahun ini.", "2015-06"),
    ],
)
def test_months_with_their_year_in_malay(text: str, told: str) -> None:
    assert isos(text, "ms") == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("They will meet in August.", "2023-08"),
        ("They met in August.", "2022-08"),
        ("The centre was launched in March.", "2023-03"),
        ("The centre will be launched in March.", "2024-03"),
        ("The visit is planned for September.", "2023-09"),
        ("Since January they have met twice.", "2023-01"),
        ("The pact was struck last October.", "2022-10"),
        ("The ministers will meet again next February.", "2024-02"),
        ("At the May summit they agreed on little.", "2023-05"),
        ("The drill began in early March.", "2023-03"),
        ("The drill will end by mid-July.", "2023-07"),
        ("The drill runs until the end of August.", "2023-08"),
        ("June's meeting was short.", "2023-06"),
        ("The drill will take place this coming October.", "2023-10"),
        ("The drill took place this past April.", "2023-04"),
        ("In May, the two sides agreed to meet.", "2023-05"),
        ("The summit held in Bali in November was a success.", "2022-11"),
        ("The drill will start in early May.", "2024-05"),
        ("The March attack on the church was claimed by the group.", "2023-03"),
        ("They will sign it in the coming July.", "2023-07"),
        ("The embassy closed in January and reopened in April.", "2023-01; 2023-04"),
        ("He has led the force since last August.", "2022-08"),
        ("In April and May they met twice.", "2023-04; 2023-05"),
        ("He took office in October.", "2022-10"),
        ("From June onwards the rule applies.", "2023-06"),
        ("The talks, due to start in September, will be held in Oslo.", "2023-09"),
        ("The next meeting will be in Hanoi in December.", "2023-12"),
        ("A fresh round is expected by the end of July.", "2023-07"),
        ("Between January and May 300 were held.", "2023-01/2023-05"),
        ("Late last September he fled.", "2022-09"),
        ("The early-June talks failed.", "2023-06"),
        ("By next January it will be done.", "2024-01"),
        ("Talks began in late February and ended in mid-April.", "2023-02; 2023-04"),
        ("The exercise scheduled for October was called off.", "2023-10"),
        ("He has been held since November.", "2022-11"),
        ("The vote is set for next May.", "2024-05"),
        ("The Sept. attack was the first.", "2022-09"),
    ],
)
def test_bare_months_in_english(text: str, told: str) -> None:
    assert isos(text, "en") == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Forum itu bertemu pada Mei lalu.", "2025-05"),
        ("Forum itu akan bertemu pada Oktober mendatang.", "2025-10"),
        ("Forum itu akan bertemu pada Agustus.", "2025-08"),
        ("Forum itu telah bertemu pada Agustus.", "2024-08"),
        ("Sejak Januari mereka sudah bertemu dua kali.", "2025-01"),
        ("Latihan berlangsung hingga September.", "2025-09"),
        ("Forum itu bertemu pada pertengahan Mei.", "2025-05"),
        ("Forum itu akan bertemu bulan Juli nanti.", "2025-07"),
        ("Forum itu akan bertemu pada akhir Juli.", "2025-07"),
        ("Pada April lalu mereka sepakat.", "2025-04"),
        ("Pada bulan Oktober lalu ia ditangkap.", "2024-10"),
        ("Mulai Agustus aturan itu akan berlaku.", "2025-08"),
        ("Pada bulan Maret lalu ia wafat.", "2025-03"),
        ("Maret lalu ia wafat.", "2025-03"),
        ("Ia wafat pada Maret silam.", "2025-03"),
        ("Ia akan pensiun pada Desember.", "2025-12"),
        ("Ia ditangkap pada Desember.", "2024-12"),
        ("Ia akan pensiun September depan.", "2025-09"),
        ("Mulai bulan Juli ia akan pensiun.", "2025-07"),
        ("Antara Januari dan Mei ada 12 kasus.", "2025-01/2025-05"),
        ("Sepanjang Januari-Mei 2025 ada 12 kasus.", "2025-01/2025-05"),
        ("Selama April ada 12 kasus.", "2025-04"),
        ("Sepanjang bulan Mei ada 12 kasus.", "2025-05"),
        ("Juni ini ia pensiun.", "2025-06"),
        ("Pada bulan Juli mendatang ia akan pensiun.", "2025-07"),
        ("Sejak Maret hingga Mei ia sakit.", "2025-03/2025-05"),
        ("Awal Maret lalu ia sakit.", "2025-03"),
        ("Pertengahan April lalu ia sakit.", "2025-04"),
        ("Ia ditangkap pada Agustus tahun lalu.", "2024-08"),
        ("Kerusuhan Mei 1998 itu kelam.", "1998-05"),
        ("Selama Juni dan Juli 2024 ia sakit.", "2024-06; 2024-07"),
        ("Juni s.d. Agustus 2024 ia sakit.", "2024-06/2024-08"),
        ("Akhir Juni hingga awal Juli 2024 ia sakit.", "2025-06; 2024-07"),
    ],
)
def test_bare_months_in_indonesian(text: str, told: str) -> None:
    assert isos(text, "id") == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Forum itu bertemu pada Mac lalu.", "2015-03"),
        ("Forum itu bertemu pada Jun lepas.", "2015-06"),
        ("Forum itu akan bertemu pada Disember depan.", "2015-12"),
        ("Forum itu akan bertemu pada Disember ini.", "2015-12"),
        ("Forum itu akan bertemu pada November.", "2015-11"),
        ("Forum itu telah bertemu pada November.", "2014-11"),
        ("Sejak Januari mereka bertemu dua kali.", "2015-01"),
        ("Program itu berlangsung sehingga Disember.", "2015-12"),
        ("Pada Ogos lalu mereka bertemu.", "2015-08"),
        ("Pada bulan Mei lalu mereka bertemu.", "2015-05"),
        ("Forum itu bertemu pada pertengahan Julai.", "2015-07"),
        ("Forum itu akan bertemu pada penghujung November.", "2015-11"),
        ("Sehingga Ogos lalu, 100 orang ditahan.", "2015-08"),
        ("Sejak Januari lalu, 100 orang ditahan.", "2015-01"),
        ("Dari Januari hingga Ogos, 100 orang ditahan.", "2015-01/2015-08"),
        ("Antara Januari hingga Ogos tahun ini, 100 orang ditahan.", "2015-01/2015-08"),
        ("Mereka akan bertemu pada bulan November ini.", "2015-11"),
        ("Mereka akan bertemu pada November depan.", "2015-11"),
        ("Mereka bertemu pada awal Ogos.", "2015-08"),
        ("Mereka bertemu pada akhir Jun lalu.", "2015-06"),
        ("Pada Disember tahun lalu mereka bertemu.", "2014-12"),
        ("Beliau tiba awal bulan September.", "2015-09"),
        ("Beliau akan bersara pada Januari depan.", "2016-01"),
        ("Beliau akan bersara pada Januari tahun depan.", "2016-01"),
        ("Beliau ditahan pada Januari.", "2015-01"),
        ("Beliau ditahan pada penghujung Ogos lalu.", "2015-08"),
        ("Sejak Mac hingga Mei beliau sakit.", "2015-03/2015-05"),
        ("Beliau ditahan pada bulan Disember tahun lepas.", "2014-12"),
        ("Jun lalu beliau ditahan.", "2015-06"),
    ],
)
def test_bare_months_in_malay(text: str, told: str) -> None:
    assert isos(text, "ms") == told
