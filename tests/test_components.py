"""The spaCy components stand in anybody's pipeline, found by name without an import of ctnews."""

from __future__ import annotations

import subprocess
import sys
from datetime import date

import pytest
import spacy
from extracting import extract

from ctnews.errors import InputError

ALONE = """
import spacy
nlp = spacy.blank("en")
nlp.add_pipe("ctnews_dates")
doc = nlp("The group met on 14 May 2024 in Rabat.")
print([(span.text, span.label_) for span in doc.spans["ctnews_dates"]])
"""


def test_a_component_is_found_by_its_name_alone() -> None:
    printed = subprocess.run([sys.executable, "-c", ALONE], capture_output=True, text=True, check=True).stdout
    assert printed.strip() == "[('14 May 2024', 'day')]"


@pytest.mark.parametrize(
    ("config", "user_data", "values"),
    [
        ({}, {"anchor": "2024-05-16"}, [("14 May", "day", "2024-05-14"), ("yesterday", "day", "2024-05-15")]),
        ({"anchor": "2024-05-16"}, {}, [("14 May", "day", "2024-05-14"), ("yesterday", "day", "2024-05-15")]),
        (
            {"anchor": "2020-01-01"},
            {"anchor": date(2024, 5, 16)},
            [("14 May", "day", "2024-05-14"), ("yesterday", "day", "2024-05-15")],
        ),
        ({}, {}, [("14 May", "day", ""), ("yesterday", "day", "")]),
    ],
)
def test_dates_are_read_against_the_day_of_publication_that_a_user_gives(
    config: dict[str, str], user_data: dict[str, object], values: list[tuple[str, str, str]]
) -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("ctnews_dates", config=config)
    doc = nlp.make_doc("The group met on 14 May in Rabat and left yesterday.")
    doc.user_data.update(user_data)
    spans = nlp(doc).spans["ctnews_dates"]
    assert [(span.text, span.label_, span.kb_id_) for span in spans] == values


def test_a_day_of_publication_that_is_none_is_refused() -> None:
    with pytest.raises(InputError, match="is no date"):
        spacy.blank("en").add_pipe("ctnews_dates", config={"anchor": "yesterday"})


@pytest.mark.parametrize(
    ("text", "lang", "expected"),
    [
        ("Both sides signed the memorandum of understanding in Rabat on 3 March 2024.", "en", ("mou", "2024-03-03")),
        ("Nota kesepahaman itu ditandatangani di Rabat pada 3 Maret 2024.", "id", ("mou", "2024-03-03")),
        ("Memorandum persefahaman itu ditandatangani di Rabat pada 3 Mac 2024.", "ms", ("mou", "2024-03-03")),
    ],
)
def test_an_agreement_has_its_kind_and_the_day_it_was_signed(text: str, lang: str, expected: tuple[str, str]) -> None:
    agreement = extract(text, lang).agreements[0]
    assert (agreement.kind, str(agreement.signed)) == expected


@pytest.mark.parametrize(
    ("text", "lang", "kind"),
    [
        ("Both sides agreed to exchange intelligence on foreign fighters.", "en", "information_exchange"),
        ("Kedua negara sepakat untuk menggelar latihan bersama setiap tahun.", "id", "joint_exercise"),
    ],
)
def test_a_commitment_is_the_clause_with_its_type(text: str, lang: str, kind: str) -> None:
    commitment = extract(text, lang).commitments[0]
    assert commitment.kind == kind
    assert text[commitment.start : commitment.end] in text


@pytest.mark.parametrize(
    ("text", "lang", "relevant"),
    [
        ("Kenya and Ethiopia agreed on joint counter-terrorism training after talks in Nairobi.", "en", True),
        ("Two gunmen were shot and a suspect was arrested after the terrorist attack in Lyon.", "en", False),
        ("Densus 88 menangkap dua terduga teroris di Malang, Selasa.", "id", False),
    ],
)
def test_cooperation_is_relevant_and_an_attack_is_not(text: str, lang: str, relevant: bool) -> None:
    assert (extract(text, lang).relevance >= 0.5) is relevant
