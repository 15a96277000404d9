"""No text makes cleaning run for minutes: every pattern takes time in proportion to the text's length."""

from __future__ import annotations

import time

import pytest

from ctnews.cleaning import clean_articles, clean_text
from ctnews.frames import RAW, conform

LENGTH = 300_000  # characters; a pattern of quadratic cost takes minutes for them
SECONDS = 15.0

PARTS = [
    *("a", "A", "1", ".", "-", "(", '"', "*", "#a ", "A ", "a.", "A, ", "A: ", "A | ", "a@", "A/", "Aa", "aA ", "Xa-"),
    *(
        "x’",
        "By ",
        "Tags: ",
        "May 5, 2023 ",
        "5/5/2023",
        "— a (@b) ",
        "agreed.Both",
        'agreed."B',
        "said)They ",
        "2023The",
    ),
    *("a" + " " * 50, "www.a.", "a-b.com/", "今天", "JAKARTA, ", "JAKARTA (", "A - ", "A > ", "“", "&amp;", "http://"),
]


@pytest.mark.parametrize("part", PARTS)
def test_one_long_line_of_anything_is_cleaned_in_seconds(part: str) -> None:
    started = time.process_time()
    clean_text(part * (LENGTH // len(part)))
    assert time.process_time() - started < SECONDS


def test_many_lines_are_cleaned_in_seconds() -> None:
    started = time.process_time()
    clean_text("\n".join(f"{part}{number}" for number in range(300) for part in PARTS))
    assert time.process_time() - started < SECONDS


def test_a_text_of_very_many_lines_is_a_reject_with_the_cure() -> None:
    raw = conform([{"article_id": "a", "source": "a.txt", "text": "Two words\n" * 60_000}], RAW)
    rejects = clean_articles(raw).rejects
    assert list(rejects["reason"]) == ["too_long"]
    assert rejects["detail"].item().endswith("split it into articles.")
