"""Dates in digits: with their year, in the order of the language, and as ISO 8601 writes them."""

from __future__ import annotations

import pytest
from dates_fixture import isos


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
