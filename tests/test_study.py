"""A study: built from articles, updated with new ones, opened again, whole or absent."""

from __future__ import annotations

import json
from pathlib import Path

import pandas as pd
import pytest

import ctnews as ct
from ctnews import frames, storage
from ctnews.errors import InputError, StudyError

ENGLISH = """ date 2024-05-15 NAIROBI: Kenya and Ethiopia held the third meeting of their Joint Working Group on \
Counter-Terrorism in Nairobi on Tuesday.

The Kenyan delegation was led by Peter Mwangi Njoroge, Director of the National Counter Terrorism Centre, and the \
Ethiopian one by Abebe Tessema, State Minister for Foreign Affairs. Both sides agreed to share information on foreign \
terrorist fighters.

Related Posts
Rains expected in the highlands
"""

SECOND = """ date 2024-05-16 Ethiopian and Kenyan officials met in Nairobi on May 15 for the third Joint Working Group \
on Counter-Terrorism, the Ethiopian Foreign Ministry announced.

State Minister Abebe Tesema told the meeting that terrorism can only be defeated together.
"""

FRENCH = """ date 2024-05-16 Les ministres se sont réunis à Paris pour discuter de la lutte contre le terrorisme.

Ils ont décidé de renforcer leur coopération et de se revoir au mois de septembre, selon un communiqué.
"""


@pytest.fixture
def inputs(tmp_path: Path) -> Path:
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "one.txt").write_text(ENGLISH, "utf-8")
    (folder / "two.txt").write_text(SECOND, "utf-8")
    (folder / "trois.txt").write_text(FRENCH, "utf-8")
    return folder


def test_two_accounts_of_one_meeting_are_one_row_that_keeps_their_disagreement(inputs: Path, tmp_path: Path) -> None:
    study = ct.build_study(inputs, tmp_path / "study")
    meeting = study.meetings.iloc[0]
    assert len(study.meetings) == 1
    assert (meeting["kind"], meeting["ordinal"], meeting["parties"]) == ("joint_working_group", 3, ["ET", "KE"])
    assert {conflict["value"] for conflict in meeting["conflicts"]} == {"2024-05-14", "2024-05-15"}
    assert sorted(study.actors["name"]) == ["Abebe Tessema", "Peter Mwangi Njoroge"]


def test_every_article_is_taken_or_rejected_with_a_reason(inputs: Path, tmp_path: Path) -> None:
    study = ct.build_study(inputs, tmp_path / "study")
    assert sorted(study.articles["source"]) == ["one.txt", "two.txt"]
    assert study.rejects[["source", "reason"]].to_numpy().tolist() == [["trois.txt", "foreign_language"]]


def test_building_again_changes_nothing_and_new_articles_are_added(inputs: Path, tmp_path: Path) -> None:
    out = tmp_path / "study"
    first = ct.build_study(inputs / "one.txt", out)
    ids = set(first.meetings["meeting_id"])
    digests = first.manifest["digests"]
    assert ct.build_study(inputs / "one.txt", out).manifest["digests"] == digests
    both = ct.build_study(inputs / "two.txt", out)
    assert sorted(both.articles["source"]) == ["one.txt", "two.txt"]
    assert set(both.meetings["meeting_id"]) == ids


def test_a_changed_file_replaces_what_was_read_from_it(inputs: Path, tmp_path: Path) -> None:
    out = tmp_path / "study"
    ct.build_study(inputs, out)
    (inputs / "two.txt").write_text(SECOND.replace("May 15", "May 14"), "utf-8")
    study = ct.build_study(inputs, out)
    assert sorted(study.articles["source"]) == ["one.txt", "two.txt"]
    assert study.meetings.iloc[0]["conflicts"] == []


def test_spans_of_facts_are_offsets_in_the_body(inputs: Path, tmp_path: Path) -> None:
    study = ct.build_study(inputs, tmp_path / "study")
    texts = study.articles.set_index("article_id")["text"]
    for frame in (study.mentions, study.dates):
        assert all(texts[row.article_id][row.start : row.end] == row.text for row in frame.itertuples())
    for row in study.meeting_mentions.itertuples():
        assert texts[row.article_id][row.start_char : row.end_char] == row.sentence


def test_references_between_frames_hold(inputs: Path, tmp_path: Path) -> None:
    study = ct.build_study(inputs, tmp_path / "study")
    actors, meetings = set(study.actors["actor_id"]), set(study.meetings["meeting_id"])
    persons = study.mentions[study.mentions["kind"] == "person"]
    assert set(persons["ref"]) <= actors
    assert set(study.meeting_mentions["meeting_id"]) <= meetings
    assert all(set(row) <= actors for row in study.meetings["participants"])


@pytest.mark.parametrize("contract", frames.STUDY_FRAMES, ids=lambda contract: contract.name)
def test_a_frame_read_back_keeps_its_contract(contract: frames.Contract, inputs: Path, tmp_path: Path) -> None:
    study = ct.build_study(inputs / "one.txt", tmp_path / "study")
    frame = getattr(study, contract.name)
    pd.testing.assert_frame_equal(frame, frames.conform(frame, contract))


def test_nothing_to_read_gives_an_empty_study(tmp_path: Path) -> None:
    (tmp_path / "none").mkdir()
    study = ct.build_study(tmp_path / "none", tmp_path / "study")
    assert study.meetings.empty
    assert study.series.empty


def test_an_input_that_does_not_exist_is_an_error_that_says_so(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="nowhere"):
        ct.build_study(tmp_path / "nowhere", tmp_path / "study")
    assert not (tmp_path / "study").exists()


def test_a_folder_that_is_no_study_is_neither_opened_nor_overwritten(tmp_path: Path, inputs: Path) -> None:
    folder = tmp_path / "mine"
    folder.mkdir()
    (folder / "notes.txt").write_text("keep me", "utf-8")
    with pytest.raises(StudyError, match="no study"):
        ct.build_study(inputs, folder)
    assert (folder / "notes.txt").read_text("utf-8") == "keep me"


def test_a_study_of_a_newer_format_is_refused(inputs: Path, tmp_path: Path) -> None:
    path = ct.build_study(inputs / "one.txt", tmp_path / "study").path / storage.MANIFEST
    manifest = json.loads(path.read_text("utf-8")) | {"format": 99}
    path.write_text(json.dumps(manifest), "utf-8")
    with pytest.raises(StudyError, match="written by ctnews"):
        ct.open_study(path.parent)


@pytest.fixture
def outdated(inputs: Path, tmp_path: Path) -> Path:
    """Give a study as a version wrote it that did not count sources and knew no wires."""
    folder = ct.build_study(inputs, tmp_path / "outdated").path
    for path in (folder / "meetings.parquet", folder / "articles.parquet", folder / "extracted" / "articles.parquet"):
        frame = pd.read_parquet(path)
        frame.drop(columns=["n_sources", "copy_ids", "wire"], errors="ignore").to_parquet(path, index=False)
    return folder


def test_a_study_of_an_earlier_version_names_what_it_lacks_and_the_cure(outdated: Path) -> None:
    with pytest.raises(StudyError, match=r"articles\.wire, meetings\.n_sources.*ctnews build INPUT --out"):
        ct.open_study(outdated)


def test_building_again_updates_a_study_of_an_earlier_version(outdated: Path, inputs: Path) -> None:
    study = ct.build_study(inputs / "one.txt", outdated)
    assert sorted(study.articles["source"]) == ["one.txt", "two.txt"]
    assert study.meetings["n_sources"].tolist() == [2]


def test_a_reject_is_gone_once_what_it_is_of_is_read(tmp_path: Path) -> None:
    body = ENGLISH.replace("\n", " ").replace('"', "")
    (tmp_path / "odd.csv").write_text(f'konten,hari\n"{body}",2024-05-15\n', "utf-8")
    (tmp_path / "odd.pdf").write_bytes(b"%PDF")
    before = ct.build_study([tmp_path / "odd.csv", tmp_path / "odd.pdf"], tmp_path / "study")
    assert before.rejects["source"].tolist() == ["odd.csv", "odd.pdf"]
    after = ct.build_study(tmp_path / "odd.csv", before.path, columns={"text": "konten"})
    assert after.articles["source"].tolist() == ["odd.csv#0"]
    assert after.rejects["source"].tolist() == ["odd.pdf"]


@pytest.mark.parametrize("name", ["notes.txt", "notes.txt/study"])
def test_a_file_in_the_place_of_a_study_is_refused_and_kept(name: str, inputs: Path, tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("keep me", "utf-8")
    with pytest.raises(InputError, match=r"notes\.txt is a file"):
        ct.build_study(inputs, tmp_path / name)
    assert (tmp_path / "notes.txt").read_text("utf-8") == "keep me"


def test_a_missing_frame_names_the_cure(inputs: Path, tmp_path: Path) -> None:
    study = ct.build_study(inputs / "one.txt", tmp_path / "study")
    (study.path / "series.parquet").unlink()
    with pytest.raises(StudyError, match="ctnews build"):
        _ = ct.open_study(study.path).series


def test_frames_can_be_queried(inputs: Path, tmp_path: Path) -> None:
    pytest.importorskip("duckdb")
    study = ct.build_study(inputs, tmp_path / "study")
    assert study.sql("select count(*) as n from articles")["n"].tolist() == [2]
    with pytest.raises(StudyError, match="query failed"):
        study.sql("select nothing from nowhere")
