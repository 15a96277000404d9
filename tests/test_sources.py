"""From files to report: one wire story in five outlets is one source, and the report says so."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import ctnews as ct
from ctnews import tables
from ctnews.study import Study

LEAD = (
    "Indonesia and Vietnam held the third meeting of their Joint Working Group on Counter-Terrorism in Hanoi on"
    " 14 May 2024, the National Counter Terrorism Agency (BNPT) said."
)
MORE = [
    "The Indonesian side was led by BNPT Deputy for International Cooperation Andhika Chrisnayudhanto. The two sides"
    " went through eleven open cases and named a contact point for each of them.",
    "They also agreed to hold a course for investigators of bank accounts in Bandung before the end of the year. Each"
    " side is to send twelve officers, who will sit an examination on the last day.",
    "Neither side would say how many of their citizens are still in camps abroad. A list is to be drawn up by August.",
]
STORY = "\n\n".join([LEAD, *MORE])
OUTLETS = {
    "The Straits Bell": STORY,
    "Kuala News": STORY.replace("bank accounts", "money trails"),
    "Harbour Post": "\n\n".join([LEAD, *MORE[:2]]),
    "Delta Mirror": "\n\n".join([LEAD, MORE[2], MORE[0], MORE[1]]),
    "Island Courier": f"{STORY}\n\nThe Island Courier is printed in six towns.",
}


@pytest.fixture(scope="module")
def study(tmp_path_factory: pytest.TempPathFactory) -> Study:
    folder: Path = tmp_path_factory.mktemp("wire")
    rows = [
        {"title": f"Talks in Hanoi, {n}", "text": text, "outlet": outlet, "published": f"2024-05-{15 + n}"}
        for n, (outlet, text) in enumerate(OUTLETS.items())
    ]
    (folder / "articles.jsonl").write_text("\n".join(map(json.dumps, rows)), "utf-8")
    return ct.build_study(folder / "articles.jsonl", folder / "study")


def test_all_but_the_first_are_copies(study: Study) -> None:
    articles = study.articles.set_index("outlet")
    assert articles["duplicate_of"].dropna().unique().tolist() == [articles.loc["The Straits Bell", "article_id"]]
    assert articles["duplicate_of"].notna().sum() == 4


def test_their_meetings_have_one_source(study: Study) -> None:
    assert set(study.meetings["kind"]) == {"joint_working_group", "training"}  # held, and agreed on for Bandung
    for meeting in study.meetings.to_dict("records"):
        assert (meeting["n_articles"], meeting["n_sources"], len(meeting["copy_ids"])) == (1, 1, 4)
    assert study.actors["n_articles"].tolist() == [1]
    assert set(study.agencies["n_articles"]) == {1}


def test_the_reports_say_so(study: Study) -> None:
    chosen = ct.select(study)
    assert "1 source in 5 outlets" in repr(tables.meetings(chosen))
    assert "1 source in 5 outlets" in repr(ct.evidence(chosen, study.meetings["meeting_id"][0]))
    assert "a copy" in repr(tables.meetings(chosen))
    assert set(chosen.actors["n_articles"]) == {1}
    assert "1 article:" in repr(tables.actors(chosen))


def test_the_report_on_the_corpus_tells_who_copied_whom(study: Study) -> None:
    shown = repr(tables.copies(ct.select(study)))
    assert "The Straits Bell (1)" in shown
    assert "Kuala News" in shown


def test_the_same_words_on_other_parties_are_another_meeting(tmp_path: Path) -> None:
    text = (
        "Officials of Oman and {} held the second dialogue on counter-terrorism in Muscat on 12 May 2024, the interior"
        " ministry said on Friday. They agreed to share watch lists and to train thirty border officers next year."
    )
    for country in ("Kuwait", "Yemen"):
        (tmp_path / f"{country}.txt").write_text(text.format(country), "utf-8")
    study = ct.build_study(tmp_path, tmp_path / "study")
    assert sorted(study.meetings["parties"]) == [["KW", "OM"], ["OM", "YE"]]
