"""The model is asked only about sentences that hold capitalised words which nothing else explains."""

from __future__ import annotations

import pytest

from ctnews.extraction.agencies import find_agencies
from ctnews.extraction.people.second_look import entities, unexplained
from ctnews.extraction.pipeline import load_pipeline
from ctnews.extraction.places import find_places
from ctnews.extraction.text.sentences import split


def doubtful(text: str, *known: str) -> list[str]:
    sentences, places = split(text, lang="en"), find_places(text, lang="en")
    spans = [(text.index(name), text.index(name) + len(name)) for name in known]
    agencies = find_agencies(text, lang="en", places=places)
    found = unexplained(text, lang="en", sentences=sentences, known=spans, agencies=agencies, places=places)
    return [text[start:end] for start, end in found]


@pytest.mark.parametrize(
    ("text", "known"),
    [
        ("They spoke of border security in Jakarta.", ()),
        ("The Federal Bureau of Investigation sent two officers.", ()),
        ("Deputy Foreign Minister Marta Lindqvist spoke.", ("Marta Lindqvist",)),
        ("He said so on Monday in June.", ()),
    ],
)
def test_a_sentence_in_which_all_is_known_is_not_asked_about(text: str, known: tuple[str, ...]) -> None:
    assert doubtful(text, *known) == []


@pytest.mark.parametrize(
    "text",
    [
        "The talks were opened by Marta Lindqvist of the ministry.",
        "The talks were held in Dravograd near the border.",
    ],
)
def test_two_unknown_capitalised_words_or_one_where_a_place_stands_are_asked_about(text: str) -> None:
    assert doubtful(f"All went well. {text} All agreed.") == [text]


def test_what_the_model_finds_in_a_sentence_has_offsets_of_the_whole_text() -> None:
    text = "All agreed on that. The talks were opened by Angela Merkel of Germany."
    nlp = load_pipeline("en")
    found = list(entities(nlp.get_pipe("ner"), nlp.make_doc(text), [(20, len(text))]))
    assert ("Angela Merkel", "PERSON") in [(text[start:end], label) for start, end, label in found]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("It began after President Musharov met the governor in 2002.", ["Musharov"]),
        ("A Foreign Minister Level dialogue was agreed.", []),
        ("The Ambassador Hotel was full.", []),
    ],
)
def test_a_single_word_behind_a_bare_office_is_its_holder(text: str, names: list[str]) -> None:
    doc = load_pipeline("en")(text)
    assert [span.text for span in doc.spans["ctnews_people"]] == names
