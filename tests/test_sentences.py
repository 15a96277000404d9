"""Sentence boundaries: abbreviations, names, numbers, quotations, lines."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ctnews.extraction.text.sentences import split


def sentences(text: str, lang: str) -> list[str]:
    return [text[start:end] for start, end in split(text, lang=lang)]


# Each text has a "¦" where a sentence ends.
ENGLISH = {
    "title before a name": "Mr. Tan flew in.¦ Dr. Rao chaired the session.",
    "rank of two abbreviations": "Brig. Gen. Ortiz welcomed Lt. Col. Mbeki.¦ Both spoke.",
    "excellency": "It was opened by H.E. Ambassador Lind.¦ He left early.",
    "initials": "Joint Secretary R.K. Mehta and Under Secretary Lito P. Ramos signed it.¦ They shook hands.",
    "junior inside the sentence": "Adviser Ramon C. Velasco, Jr., led the team.",
    "junior at the end": "The team was led by Ramon C. Velasco Jr.¦ The hosts thanked him.",
    "country before a lower-case word": "The U.S. delegation arrived.¦ It left on Friday.",
    "country before a noun with a capital": "A U.S. Department of Justice official spoke.",
    "country at the end": "She returned to the U.S.¦ The talks went on.",
    "number": "Under Resolution No. 1373 they act.¦ No. 5 followed.",
    "a bare no": "Was it over? ¦No. ¦The hosts wanted more.",
    "month before a day": "They met on Feb. 11 and Sept. 3.¦ Officials agreed.",
    "decimal": "Trade grew 3.5 percent to 2.75 billion.¦ Talks continue.",
    "year at the end": "The group was set up in 2011.¦ Meetings are yearly.",
    "quotation over two sentences": "“We share a threat.¦ We share a duty,” he said.",
    "closing quotation mark belongs to the sentence": 'She said: "We are ready."¦ The visit ends today.',
    "quotation goes on with who said it": '"Are we ready?" asked the envoy.',
    "no space after the full stop": "They agreed to meet again.¦The envoy left.",
    "web address": "It was posted on www.example.org by the ministry.",
    "item number": "1. Exchange of information\n¦2. Training of officers",
    "ellipsis": "He paused...¦ Then he signed.",
    "abbreviation in brackets": "Gen. (Ret.) Osei spoke.",
}

INDONESIAN = {
    "police rank": "Komjen. Pol. Bambang Wiratma tiba.¦ Ia disambut hangat.",
    "rank, degree and name": "Deputi Brigjen Pol. Drs. Joko Santika, M.H. membuka acara.¦ Acara sehari.",
    "degrees at the end": "Hadir pula Rini Kartika, S.H., M.H.¦ Menurut dia, kerja sama penting.",
    "a chain of degrees": "Kombes Yudi Pranata S.H. M.Si. memimpin.",
    "retired": "Jenderal (Purn.) Hendra Lukito hadir.",
    "date": "Rapat digelar tgl. 4 Maret.¦ Hasilnya baik.",
    "and so on inside": "Senjata, dokumen, dll. disita polisi.",
    "and so on at the end": "Mereka membahas pendanaan, siber, dll.¦ Kedua pihak sepakat.",
    "money": "Dana itu Rp. 4,5 miliar.¦ Semua disetujui.",
    "quotation goes on with who said it": '"Kami siap bekerja sama." kata Joko.¦ Dia optimistis.',
    "two honorifics": "Tn. Lim dan Ny. Halim datang.",
    "initials": "A.W. Siregar bertemu M. Natsir.",
}

MALAY = {
    "honorific": "Y.B. Datuk Hj. Razali bin Omar hadir.¦ Beliau merasmikan mesyuarat.",
    "company": "Wakil Teknologi Sdn. Bhd. turut serta.",
    "time": "Majlis bermula 9.30 pagi.¦ Delegasi tiba awal.",
}

LINES = {
    "empty line": "Heading without a stop\n\n¦The text begins here",
    "empty line after an abbreviation": "The talks were led by Gen.\n\n¦Next article",
    "wrapped line": "The two sides met in the capital to review the joint\nCounter-Terrorism Group.",
    "line that ends in a stop": "Talks ended on Monday.\n¦the next round is open",
    "short line before a capital": "Joint statement\n¦The sides agreed.",
    "line that goes on in lower case": "Joint statement of the\ntwo ministers",
    "list": "They agreed on:\n¦- training\n¦- patrols",
}

CASES = [
    pytest.param(text, lang, id=f"{lang}: {name}")
    for lang, texts in {"en": ENGLISH | LINES, "id": INDONESIAN, "ms": MALAY}.items()
    for name, text in texts.items()
]


@pytest.mark.parametrize(("marked", "lang"), CASES)
def test_sentence_boundaries(marked: str, lang: str) -> None:
    expected = [sentence.strip() for sentence in marked.split("¦")]
    assert sentences(marked.replace("¦", ""), lang) == expected


@pytest.mark.parametrize("text", ["", " \n ", "\n\n\n"])
def test_nothing_gives_no_sentence(text: str) -> None:
    assert split(text, lang="en") == []


def test_language_without_tables_is_split_by_punctuation() -> None:
    assert sentences("Una reunión. Otra reunión.", "xx") == ["Una reunión.", "Otra reunión."]


@given(st.text(alphabet="aZ.!? \n\"“”'(9U.S", max_size=80))
def test_sentences_are_in_order_and_cover_the_text(text: str) -> None:
    spans = split(text, lang="en")
    gaps = pairwise([(0, 0), *spans, (len(text), 0)])
    assert all(text[end:start].strip() == "" and end <= start for (_, end), (start, _) in gaps)
    assert all(text[start:end] == text[start:end].strip() != "" for start, end in spans)


@pytest.mark.parametrize("unit", ["a.", ". ", "A. ", "\n", " \n", "Gen. ", '."', "x" * 50])
def test_time_is_linear(unit: str) -> None:
    started = time.process_time()
    split(unit * 100_000, lang="en")
    assert time.process_time() - started < 5
