"""The publication date that a body's own dates tell, and the frame for users."""

from __future__ import annotations

from datetime import date

import pytest

from ctnews.dates import Anchor, find_dates, infer_anchor
from ctnews.errors import InputError


@pytest.mark.parametrize(
    ("text", "day"),
    [
        (
            "Agenda ini lanjutan Desember 2023, sejak nota 22 Desember 2022, kata dia, Kamis (19/6).",
            date(2025, 6, 19),
        ),
        ("Protokol diteken Selasa (12/11). Draftnya disetujui tanggal 5 September 2019.", date(2019, 11, 12)),
        ("Mereka bertemu hari ini, Jumat (29/1). Akhir Desember 2015 lalu ia tiba.", date(2016, 1, 29)),
        (
            "Pertemuan digelar Rabu (18/6/2025). Yang pertama pada Desember 2023, kata mereka.",
            date(2025, 6, 18),
        ),
        ("Di Bali, Kamis (18/5/2023), ia menyebut rencana kerja 2019-2025 itu penting.", date(2023, 5, 18)),
        ("They met on Thursday, May 18, 2023, and agreed on further steps in the region.", date(2023, 5, 18)),
    ],
)
def test_dates_in_the_body_tell_the_day(text: str, day: date) -> None:
    assert infer_anchor(text, lang="en" if text.startswith("They") else "id") == Anchor.of(day)


@pytest.mark.parametrize(
    "text",
    [
        "Kata dia di Jakarta, Kamis (19/6).",
        "Kata dia di Jakarta, Kamis.",
        "Nota itu diteken pada 22 Desember 2022.",
        "Pertemuan akan digelar Kamis (19/6/2025) di Bali.",
        "Acara digelar Kamis (18/5/2023) dan selesai. Lalu menteri itu berkunjung pada 2 Maret 2024.",
        "Sejak tahun 1980 begitu, katanya, Jumat (30/2).",
        "",
    ],
)
def test_nothing_is_inferred_where_nothing_determines_it(text: str) -> None:
    assert infer_anchor(text, lang="id") is None


def test_find_dates_gives_a_frame() -> None:
    frame = find_dates("They met on June 18 and again in 2019.", anchor="2025-06-20")
    assert frame["iso"].tolist() == ["2025-06-18", "2019"]
    assert str(frame["first"].dtype) == "datetime64[us]"
    assert "article_id" not in frame


def test_find_dates_infers_the_anchor_where_none_is_given() -> None:
    frame = find_dates("Kemarin, kata dia, Rabu (18/6/2025), mereka bertemu.", lang="id")
    assert frame["iso"].tolist() == ["2025-06-17", "2025-06-18"]


def test_find_dates_of_nothing_has_the_columns() -> None:
    assert find_dates("").columns.tolist()[:3] == ["start", "end", "text"]


@pytest.mark.parametrize("anchor", ["soon", ""])
def test_an_anchor_that_is_no_date_is_refused(anchor: str) -> None:
    with pytest.raises(InputError, match="is no date"):
        find_dates("today", anchor=anchor)


def test_an_anchor_cannot_end_before_it_starts() -> None:
    with pytest.raises(InputError, match="swap"):
        Anchor(date(2023, 5, 2), date(2023, 5, 1))
