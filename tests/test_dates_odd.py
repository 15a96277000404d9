"""Dates amid odd characters and in texts made to be slow: nothing raises, nothing shifts, time grows with length."""

from __future__ import annotations

import sys
import time
from datetime import date
from itertools import pairwise
from unicodedata import normalize

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ctnews.dates import Anchor, DateMention, infer_anchor, scan
from ctnews.dates.words import words

ANCHOR = Anchor.of(date(2023, 6, 14))  # a Wednesday
DATED = {
    "en": ("They met on 5 May 2021.", "On Monday, they signed.", "It was two weeks ago.", "It ran from 5 to 7 March 2020."),
    "fr": ("Réunis le 5 février 2021.", "Ce lundi, ils ont signé.", "C’était il y a deux ans.", "Du 5 au 7 août 2020."),
    "id": ("Pada 5 Mei 2021.", "Rabu (14/6), mereka bertemu.", "Itu dua pekan lalu.", "Digelar 5-7 Maret 2020."),
    "ms": ("Pada 5 Mei 2021.", "Khamis (1 Jun), mereka bertemu.", "Itu dua minggu lalu.", "Dari 5 hingga 7 Mac 2020."),
}  # fmt: skip
UNDATED = {
    "en": "Both sides spoke of a closer exchange.",
    "fr": "Les deux pays échangent davantage.",
    "id": "Kedua pihak bertukar informasi.",
    "ms": "Kedua-dua pihak bertukar maklumat.",
}
LANGUAGES = tuple(DATED)

SPACES = [chr(code) for code in range(sys.maxunicode + 1) if chr(code).isspace()]
ODD = [
    *("e\u0301", "u\u0302", "\u0301", "a\u0323\u0307", "\u200b", "\u2060", "\ufeff", "\u00ad"),
    *("🙂", "👩\u200d💻", "👍🏽", "🏴\u200d☠\ufe0f", "\u200d", "\U0001f1ee\U0001f1e9"),
    *("مرحبا", "שלום", "\u200e", "\u200f", "\u202e", "\u202c", "\u2066", "\u2069"),
    *("٣", "٢٠٢٣", "۱۲", "１２", "２０２３", "²", "①", "Ⅷ", "३", "９" * 40, "1" * 5000, "1" * 400),
    *("\ud7ff", "\ue000", "\uffff", "\U0010ffff", "\ud800", "\udfff", "\0", "\x1b", "\x7f"),
    *("ﬁ", "ß", "İ", "ı", "ſ", "K", "Ǆ", "ŉ", "“", "’", "«", "»", "•", "№", "…", "—"),
]
WORDS = sorted({form for lang in LANGUAGES for kind in (words(lang).months, words(lang).units) for form in kind})
FORMS = [
    *("5", "2021", "12", "'90", "(", ")", "/", "-", "la", "the", "two", "ago", "lalu", "APRİL", "auguſt", "weeKs"),
    *WORDS,
    *(normalize("NFD", word) for word in WORDS if not word.isascii()),
    *(word.upper().replace("I", "İ") for word in WORDS),
    *(word.replace("s", "ſ").replace("i", "ı") for word in WORDS),
]
PARAGRAPHS = st.lists(st.sampled_from([*ODD, *SPACES]) | st.characters(), max_size=20).map("".join)
TEXTS = st.lists(st.sampled_from([*ODD, *SPACES, *FORMS]), max_size=16).flatmap(
    lambda pieces: st.sampled_from(["", " "]).map(lambda mark: mark.join(pieces))
)
LANGS = st.sampled_from(LANGUAGES)


def dates(text: str, lang: str) -> list[DateMention]:
    return scan(text, lang=lang, anchor=ANCHOR)


def values(mentions: list[DateMention], shift: int = 0) -> list[tuple[int, str, str | None, tuple[str, ...]]]:
    return [(mention.start - shift, mention.text, mention.iso, mention.flags) for mention in mentions]


@settings(max_examples=300, deadline=None)
@given(text=TEXTS, lang=LANGS)
def test_odd_characters_give_sound_mentions(text: str, lang: str) -> None:
    mentions = dates(text, lang)
    assert mentions == dates(text, lang)
    assert all(text[m.start : m.end] == m.text for m in mentions)
    assert all(a.end <= b.start for a, b in pairwise(mentions))
    assert all(m.first <= m.last if m.first and m.last else m.flags for m in mentions)
    infer_anchor(text, lang=lang)


@pytest.mark.parametrize("text", ["5 APRİL 2020", "5 aprıl 2020", "5 Auguſt 2020", "5 yearſ ago"])
def test_letters_that_only_case_makes_alike_are_no_stumbling_block(text: str) -> None:
    assert [mention.text for mention in dates(f"They met {text}.", "en")] == [text]


@pytest.mark.parametrize("day", [date.min, date.max])
@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("They came today. The same week they left. The next day, next week and last year they met.", "en"),
        ("They came today. The following Friday they left; the previous Monday they had come.", "en"),
        ("Venus aujourd'hui. La même semaine, ils sont repartis; la semaine suivante aussi.", "fr"),
        ("From 30 to 31 December they met. The fourth day was free; this decade ends, and the next.", "en"),
    ],
)
def test_the_ends_of_the_calendar_are_no_stumbling_block(text: str, lang: str, day: date) -> None:
    assert scan(text, lang=lang, anchor=Anchor.of(day))


@settings(max_examples=300, deadline=None)
@given(before=PARAGRAPHS, lang=LANGS, index=st.integers(0, 3))
def test_a_paragraph_before_leaves_the_dates_as_they_are(before: str, lang: str, index: int) -> None:
    sentence, prefix = DATED[lang][index], f"{before}\n\n"
    after = [mention for mention in dates(prefix + sentence, lang) if mention.start >= len(prefix)]
    assert values(after, len(prefix)) == values(dates(sentence, lang)) != []


@settings(max_examples=300, deadline=None)
@given(text=TEXTS | PARAGRAPHS, lang=LANGS)
def test_a_paragraph_without_dates_after_leaves_them_as_they_are(text: str, lang: str) -> None:
    article = "\n\n".join([*DATED[lang], text])
    assert dates(f"{article}\n\n{UNDATED[lang]}", lang) == dates(article, lang)


def repeated(lang: str) -> dict[str, str]:
    """Give what a slow text may repeat: all words of a kind with marks between, and the beginnings of dates."""
    known = words(lang)
    kinds = {**known.kinds, "months": known.months, "weekdays": known.weekdays, "units": known.units}
    joined = {
        f"{kind} {mark!r}": mark.join(forms) + mark for kind, forms in kinds.items() for mark in (" ", ", ", "-", " 5 ")
    }
    month, weekday, unit = list(known.months)[4], list(known.weekdays)[2], next(iter(known.units))
    same, shift, beside = (next(iter(known.forms(kind))) for kind in ("narrative", "shift", "beside"))
    pieces = [
        *("(", "((()))", "1", "1 ", "1/", "1-", "1, ", "5, 6, 7, 8, ", "2023 ", "2023/", "2023-", "\n", " ", "\u00a0"),
        *("the ", "last ", "A ", "a. ", "'", "l'", "No. 5 ", "٣", "１２ ", "e\u0301", "🙂", "- A (@ab) "),
        *("— A (@ab) 5 May 2023\n", f"{month} ", f"5 {month} ", f"5 {month} 2020. ", f"{weekday}, ", f"{weekday} 5/6 ("),
        *(f"{same} ", f"{same}. 5 {month}. ", f"5 {month} {same} ", f"2 {unit} {shift}. ", f"2 {unit} {shift}. 5 {month} "),
        *(f"2 {unit} {beside} the summit. ", f"2 {unit} {beside} the summit. 5 {month}. "),
    ]  # fmt: skip
    return joined | {repr(piece): piece for piece in pieces}


def growth(piece: str, lang: str, length: int) -> float:
    """Give how much longer four times the text takes, the least of three tries; 0 where it is too fast to tell."""

    def taken(size: int) -> float:
        text = (piece * (size // len(piece) + 1))[:size]
        began = time.process_time()
        scan(text, lang=lang, anchor=ANCHOR)
        return time.process_time() - began

    ratio = float("inf")
    for _ in range(3):
        short, long = taken(length), taken(4 * length)
        ratio = min(ratio, long / short if long > 0.1 else 0.0)
        if ratio < 6:
            break
    return ratio


@pytest.mark.parametrize("lang", LANGUAGES)
def test_time_grows_with_the_length(lang: str) -> None:
    pieces = [piece for name, piece in repeated(lang).items() if name[0] in "'\""]
    assert [piece for piece in pieces if growth(piece, lang, 4000) > 8] == []


@pytest.mark.slow
@pytest.mark.parametrize("lang", LANGUAGES)
def test_time_grows_with_the_length_of_long_texts(lang: str) -> None:
    assert [name for name, piece in repeated(lang).items() if growth(piece, lang, 10_000) > 6] == []
