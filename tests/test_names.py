"""The name tagger: what it finds in each language, in each case, and where names end."""

from __future__ import annotations

from pathlib import Path

import pytest
import spacy

from ctnews.errors import InputError
from ctnews.extraction.people.features import features
from ctnews.extraction.people.tagger import NameTagger, decode, encode


def names(text: str, lang: str) -> set[tuple[str, str]]:
    doc = spacy.blank("en" if lang == "en" else "id")(text)
    return {(span.text, span.label_) for span in NameTagger.load().tag(doc)}


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        pytest.param(
            "id",
            "Kepala BNPT Komjen Pol. Hartono Wijaya bertemu Menteri Dalam Negeri Malaysia di Putrajaya.",
            {("Hartono Wijaya", "PER"), ("BNPT", "ORG"), ("Malaysia", "LOC"), ("Putrajaya", "LOC")},
            id="rank of the police before a name",
        ),
        pytest.param(
            "id",
            "Kerja sama itu penting, ujar Direktur Jenderal Rina Kusumawati di Jakarta, Senin (4/3).",
            {("Rina Kusumawati", "PER"), ("Jakarta", "LOC")},
            id="who speaks",
        ),
        pytest.param(
            "id",
            "Menurut Brigjen Yusuf Harahap, Badan Nasional Penanggulangan Terorisme akan melatih petugas Filipina.",
            {("Yusuf Harahap", "PER"), ("Badan Nasional Penanggulangan Terorisme", "ORG"), ("Filipina", "LOC")},
            id="organisation of several words",
        ),
        pytest.param(
            "id",
            "Kepala BNPT Hartono Wijaya Temui Menteri Luar Negeri Filipina di Manila",
            {("Hartono Wijaya", "PER"), ("BNPT", "ORG"), ("Filipina", "LOC"), ("Manila", "LOC")},
            id="headline in title case",
        ),
        pytest.param(
            "id",
            "KEPALA BNPT HARTONO WIJAYA BERTEMU DUTA BESAR AUSTRALIA DI JAKARTA",
            {("HARTONO WIJAYA", "PER"), ("BNPT", "ORG"), ("AUSTRALIA", "LOC"), ("JAKARTA", "LOC")},
            id="headline in capitals",
        ),
        pytest.param("id", "Kerja sama kedua negara terus ditingkatkan.", set(), id="no name"),
        pytest.param(
            "ms",
            "Menteri Dalam Negeri Datuk Seri Azman bin Yusof menerima kunjungan Duta Australia di Putrajaya.",
            {("Azman bin Yusof", "PER"), ("Australia", "LOC"), ("Putrajaya", "LOC")},
            id="Malay honorific and particle",
        ),
        pytest.param(
            "en",
            "Under Secretary Lito P. Ramos met Deputy Minister Tran Van Binh in Hanoi on Monday.",
            {("Lito P. Ramos", "PER"), ("Tran Van Binh", "PER"), ("Hanoi", "LOC")},
            id="Philippine and Vietnamese names in English",
        ),
        pytest.param(
            "en",
            "Gen. Hartono Wijaya told Nguyen Thi Lan that Indonesia would host the talks in Bogor.",
            {("Hartono Wijaya", "PER"), ("Nguyen Thi Lan", "PER"), ("Indonesia", "LOC"), ("Bogor", "LOC")},
            id="Indonesian name in English",
        ),
    ],
)
def test_names_found(lang: str, text: str, expected: set[tuple[str, str]]) -> None:
    assert names(text, lang) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Hadir:\nHartono Wijaya\nJakarta", {"Hartono Wijaya", "Jakarta"}, id="one line each"),
        pytest.param("Dubes Rusia  Sergei Ivanenko  tiba.", {"Rusia", "Sergei Ivanenko"}, id="two spaces"),
        pytest.param("", set(), id="empty"),
        pytest.param("\n \n", set(), id="white space"),
    ],
)
def test_names_keep_within_a_line(text: str, expected: set[str]) -> None:
    assert {name for name, _ in names(text, "id")} <= expected
    assert all("\n" not in name for name, _ in names(text, "id"))


def test_spans_are_of_the_doc_and_in_order() -> None:
    doc = spacy.blank("id")("Hartono Wijaya terbang dari Jakarta ke Manila.")
    spans = NameTagger.load().tag(doc)
    assert all(span.doc is doc for span in spans)
    assert [span.start for span in spans] == sorted(span.start for span in spans)


def test_tagger_is_loaded_once() -> None:
    assert NameTagger.load() is NameTagger.load()


def test_missing_model_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="train_names"):
        NameTagger(tmp_path / "none.crfsuite")


@pytest.mark.parametrize(
    ("text", "word", "hint"),
    [
        ("Menlu Sri Lanka tiba.", "Lanka", "hint=country-next"),
        ("Menlu Sri Lanka tiba.", "Menlu", "hint=role"),
        ("Sikap Indonesian delegation", "Indonesian", "hint=adjective-first"),
        ("Komjen. Hartono", "Komjen", "hint=title"),
        ("kata Hartono", "kata", "hint=speech"),
        ("laporan PDRM", "PDRM", "hint=organisation"),
        ("Pertemuan itu", "Pertemuan", "hint=common"),
        ("KEPALA BNPT TIBA DI JAKARTA", "BNPT", "hint=organisation"),
        ("KEPALA BNPT TIBA DI JAKARTA", "JAKARTA", "hint=city-first"),
    ],
)
def test_hints_of_the_tables(text: str, word: str, hint: str) -> None:
    tokens = list(spacy.blank("id")(text))
    of_word = dict(zip([token.text for token in tokens], features(tokens), strict=True))
    assert hint in of_word[word]


@pytest.mark.parametrize("spans", [[], [(0, 0, "PER")], [(0, 2, "ORG"), (3, 3, "LOC"), (4, 5, "PER")]])
def test_tags_give_the_spans_back(spans: list[tuple[int, int, str]]) -> None:
    assert list(decode(encode(6, spans))) == spans


@pytest.mark.parametrize(
    "tags",
    [["B-PER", "O"], ["L-PER"], ["I-PER", "L-PER"], ["B-PER", "L-ORG"], ["B-PER", "U-LOC", "L-PER"]],
)
def test_broken_tags_give_no_long_span(tags: list[str]) -> None:
    assert all(first == last for first, last, _ in decode(tags))
