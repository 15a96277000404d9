"""Parts of years: quarters, halves, seasons, weeks of a month."""

from __future__ import annotations

import pytest
from dates_fixture import isos


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
        ("In Q2 of 2023 it fell.", "2023-Q2"),
        ("In H1 2023 it fell.", "2023-H1"),
        ("In spring 2021 it fell.", "2021-SP"),
        ("By late autumn it will fall.", "2023-FA"),
        ("During the first week of June 2023 it fell.", "2023-W22"),
        ("The final quarter of 2022 was calm.", "2022-Q4"),
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
        ("Sepanjang triwulan I 2025 aman.", "2025-Q1"),
        ("Selama kuartal I-2025 aman.", "2025-Q1"),
        ("Pada Q1 2025 aman.", "2025-Q1"),
        ("Akhir semester I 2025 aman.", "2025-H1"),
        ("Minggu kedua bulan Juni 2025 aman.", "2025-W24"),
        ("Semester II tahun lalu aman.", "2024-H2"),
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
        ("Suku pertama tahun ini aman.", "2015-Q1"),
        ("Suku kedua 2015 aman.", "2015-Q2"),
        ("Separuh pertama tahun ini aman.", "2015-H1"),
        ("Minggu kedua Oktober nanti aman.", "2015-W41"),
    ],
)
def test_parts_of_years_in_malay(text: str, told: str) -> None:
    assert isos(text, "ms") == told
