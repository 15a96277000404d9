"""What holds for every text: nothing raises, offsets are right, dates do not overlap."""

from __future__ import annotations

import re
import time
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ctnews.dates import GRANULARITIES, Anchor, infer_anchor, scan
from ctnews.dates.find import starts
from ctnews.dates.openings import rules_from
from ctnews.dates.patterns import rules
from ctnews.dates.periods import Period, day, month, quarter, season, unit_at, week, year
from ctnews.dates.words import words
from ctnews.lexicon import table

LANGUAGES = ("en", "fr", "id", "ms")
PIECES = sorted(
    {form for lang in LANGUAGES for lookup in (words(lang).months, words(lang).weekdays) for form in lookup}
    | {form for lang in LANGUAGES for kind in words(lang).kinds.values() for form in kind}
    | {form for lang in LANGUAGES for form in words(lang).units}
    | {
        "0",
        "1",
        "9",
        "12",
        "29",
        "30",
        "31",
        "99",
        "1900",
        "2023",
        "2099",
        "/",
        "-",
        "–",
        "(",
        ")",
        ",",
        ".",
        "'",
        "\n",
    }
)
TEXTS = st.one_of(
    st.text(max_size=60),
    st.lists(st.sampled_from(PIECES), max_size=12).map(" ".join),
    st.lists(st.sampled_from(PIECES), max_size=12).map("".join),
    st.lists(st.sampled_from(PIECES), max_size=12).map(lambda pieces: " ".join(pieces).title()),
)


@settings(max_examples=400, deadline=None)
@given(text=TEXTS, lang=st.sampled_from(LANGUAGES), anchor=st.none() | st.dates())
def test_any_text_gives_sound_mentions(text: str, lang: str, anchor: date | None) -> None:
    known = None if anchor is None else Anchor.of(anchor)
    mentions = scan(text, lang=lang, anchor=known)
    assert mentions == scan(text, lang=lang, anchor=known)
    assert all(text[m.start : m.end] == m.text for m in mentions)
    assert all(a.end <= b.start for a, b in pairwise(mentions))
    assert all(m.first <= m.last if m.first and m.last else m.flags for m in mentions)
    assert all(m.granularity in GRANULARITIES for m in mentions)
    infer_anchor(text, lang=lang)


@settings(max_examples=300, deadline=None)
@given(text=TEXTS, lang=st.sampled_from(LANGUAGES))
def test_no_rule_that_is_passed_over_at_a_word_would_match_there(text: str, lang: str) -> None:
    for start in starts(text, lang):
        word = re.compile(r"['’]?\d+|[^\W\d_]+").match(text, start)
        assert word is not None
        tried = rules_from(word[0], lang)
        assert not [rule.name for rule in rules(lang) if rule not in tried and rule.pattern.match(text, start)]


@settings(max_examples=100, deadline=None)
@given(text=TEXTS, ends=st.tuples(st.dates(), st.dates()).map(sorted))
def test_an_interval_as_anchor_never_raises(text: str, ends: list[date]) -> None:
    scan(text, lang="en", anchor=Anchor(*ends))


@pytest.mark.parametrize("piece", ["1", "1 ", "1/", "2 May ", "19-", "the ", "\n", " ", "June ", "(", "No. 5 "])
def test_long_repetitions_stay_fast(piece: str) -> None:
    began = time.perf_counter()
    scan(piece * 5000, lang="en", anchor=Anchor.of(date(2023, 5, 18)))
    assert time.perf_counter() - began < 5


@pytest.mark.parametrize(
    ("period", "first", "last", "iso"),
    [
        (day(date(2024, 2, 29)), date(2024, 2, 29), date(2024, 2, 29), "2024-02-29"),
        (week(date(2021, 1, 1)), date(2020, 12, 28), date(2021, 1, 3), "2020-W53"),
        (month(2024, 2), date(2024, 2, 1), date(2024, 2, 29), "2024-02"),
        (quarter(2023, 4), date(2023, 10, 1), date(2023, 12, 31), "2023-Q4"),
        (season(2023, "WI"), date(2023, 12, 1), date(2024, 2, 29), "2023-WI"),
        (year(2023), date(2023, 1, 1), date(2023, 12, 31), "2023"),
        (unit_at("month", date(2023, 1, 31), -1), date(2022, 12, 1), date(2022, 12, 31), "2022-12"),
        (unit_at("quarter", date(2023, 1, 31), -1), date(2022, 10, 1), date(2022, 12, 31), "2022-Q4"),
        (unit_at("decade", date(2023, 1, 31), -1), date(2010, 1, 1), date(2019, 12, 31), "201"),
    ],
)
def test_calendar_arithmetic(period: Period, first: date, last: date, iso: str) -> None:
    assert (period.first, period.last, period.iso) == (first, last, iso)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_tables_are_whole(lang: str) -> None:
    assert [row["number"] for row in table(f"{lang}/months")] == [str(number) for number in range(1, 13)]
    assert [row["number"] for row in table(f"{lang}/weekdays")] == [str(number) for number in range(1, 8)]
    kinds = words(lang).kinds
    assert {"day_offset", "number", "season", "future", "past", "order", "silent", "to"} <= kinds.keys()
    assert all(
        int(value) in range(-1, 5) for kind in ("ordinal", "ordinal_after") for value in kinds.get(kind, {}).values()
    )
