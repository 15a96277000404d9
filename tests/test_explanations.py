"""Every field of a fact leads back to the words it was read from and the rule that read them."""

from __future__ import annotations

import pytest

import ctnews as ct
from ctnews.errors import InputError
from ctnews.study import Study

ARTICLE = """Kenya and Ghana hold second counter-terrorism dialogue

12 March 2024

NAIROBI - Kenya and Ghana held the second round of their counter-terrorism dialogue in Nairobi on Monday.

Foreign Secretary Wanjiru Kamau led the Kenyan side. "We agreed to share information," Kamau said after the talks.
"""


@pytest.fixture(scope="module")
def study(tmp_path_factory: pytest.TempPathFactory) -> Study:
    folder = tmp_path_factory.mktemp("explained")
    (folder / "one.txt").write_text(ARTICLE, encoding="utf-8")
    return ct.build_study(folder / "one.txt", folder / "study")


def test_the_words_of_a_ground_stand_in_the_article(study: Study) -> None:
    text = study.articles["text"].iloc[0]
    assert [text[row.start : row.end] for row in study.grounds.itertuples()] == study.grounds["text"].tolist()


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("ordinal", "2", "second"),
        ("start", "2024-03-11", "Monday"),
        ("city", "Nairobi", "Nairobi"),
        ("parties", "GH", "Ghana"),
        ("participants", "Wanjiru Kamau", "Wanjiru Kamau"),
    ],
)
def test_a_meeting_is_explained_field_by_field(study: Study, field: str, value: str, words: str) -> None:
    mention = study.meeting_mentions.loc[study.meeting_mentions["main"], "mention_id"].iloc[0]
    rows = study.grounds[(study.grounds["fact_id"] == mention) & (study.grounds["field"] == field)]
    told = [(row.value, words in row.text) for row in rows.itertuples()]
    assert (value, True) in told


def test_a_meeting_an_account_and_an_actor_can_be_asked_for(study: Study) -> None:
    meeting, actor = study.meetings["meeting_id"].iloc[0], study.actors["actor_id"].iloc[0]
    account = study.meeting_mentions["mention_id"].iloc[0]
    assert "date: weekday" in ct.explain(study, meeting).text
    assert ct.explain(study, account).text == ct.explain(study, meeting).text
    assert "Foreign Secretary" in ct.explain(study, actor).text


def test_an_unknown_id_is_refused_with_where_the_ids_stand(study: Study) -> None:
    with pytest.raises(InputError, match="mention_id of study"):
        ct.explain(study, "m-none")
