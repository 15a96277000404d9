"""Corrections: written by one call, applied at every build, undone by deleting the row, reported where they do not fit."""

from __future__ import annotations

import csv
from pathlib import Path

import pandas as pd
import pytest
from test_study import ENGLISH, SECOND

import ctnews as ct
from ctnews.corrections import append_correction, beside, read_corrections
from ctnews.errors import InputError
from ctnews.study import Study

HEADER = "action,one,other,field,value,note,study\n"
THIRD = """ date 2024-09-20 KIGALI: Rwanda and Uganda held talks on counter-terrorism in Kigali on Thursday.

The Rwandan side was led by Jean Claude Mugabo, Director of Counter-Terrorism at the Ministry of Interior.
"""


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("built")
    for name, text in (("one", ENGLISH), ("two", SECOND), ("three", THIRD)):
        (folder / f"{name}.txt").write_text(text, "utf-8")
    ct.build_study([folder / f"{name}.txt" for name in ("one", "two", "three")], folder / "study")
    return folder


@pytest.fixture
def study(built: Path, tmp_path: Path) -> Study:
    import shutil

    shutil.copytree(built / "study", tmp_path / "study")
    return ct.open_study(tmp_path / "study")


def joint(study: Study) -> pd.Series:
    return study.meetings[study.meetings["kind"] == "joint_working_group"].iloc[0]


def frames_of(study: Study) -> dict[str, str]:
    return {name: digest for name, digest in study.manifest["digests"].items() if name != "corrections"}


def test_two_meetings_are_merged(study: Study) -> None:
    assert len(study.meetings) == 2
    merged = ct.correct(study, "merge", *study.meetings["meeting_id"], note="one and the same")
    assert merged.meetings["n_articles"].tolist() == [3]
    assert merged.corrections["state"].tolist() == ["applied"]
    assert "joined by a correction" in set(merged.links["reason"])


def test_accounts_are_split_from_their_meeting(study: Study) -> None:
    accounts = study.meeting_mentions.query("meeting_id == @key", local_dict={"key": joint(study)["meeting_id"]})
    split = ct.correct(study, "split", accounts["mention_id"].iloc[0])
    assert (split.meetings["kind"] == "joint_working_group").sum() == 2
    assert split.meetings["meeting_id"].is_unique


def test_a_date_is_set_and_what_articles_say_is_kept(study: Study) -> None:
    fixed = joint(ct.correct(study, "set", joint(study)["meeting_id"], field="date", value="2024-05-15"))
    assert (fixed["start"], fixed["granularity"], fixed["corrected"]) == (pd.Timestamp("2024-05-15"), "day", ["date"])
    assert {conflict["value"] for conflict in fixed["conflicts"]} == {"2024-05-14"}


def test_what_is_no_meeting_goes(study: Study) -> None:
    rest = ct.correct(study, "reject", joint(study)["meeting_id"])
    assert "joint_working_group" not in set(rest.meetings["kind"])
    assert set(rest.meeting_mentions["meeting_id"]) <= set(rest.meetings["meeting_id"])


def test_notes_stand_with_meetings_and_actors(study: Study) -> None:
    noted = ct.correct(study, "note", joint(study)["meeting_id"], note="ask the ministry, again")
    assert joint(noted)["notes"] == ["ask the ministry, again"]
    noted = ct.correct(noted, "note", noted.actors["actor_id"][0], note="retired")
    assert noted.actors["notes"][0] == ["retired"]


def test_persons_are_merged_and_split(study: Study) -> None:
    actors = study.actors.set_index("name")["actor_id"]
    merged = ct.correct(study, "merge", actors["Peter Mwangi Njoroge"], actors["Jean Claude Mugabo"])
    assert len(merged.actors) == len(study.actors) - 1
    tessema = study.people[study.people["actor_id"] == actors["Abebe Tessema"]]
    split = ct.correct(merged, "split", tessema["person_id"].iloc[0])
    assert len(split.actors) == len(study.actors)


def test_deleting_the_row_undoes_the_correction(study: Study) -> None:
    before = frames_of(ct.relink(study))
    corrected = ct.correct(study, "reject", joint(study)["meeting_id"])
    assert frames_of(corrected) != before
    beside(study.path).write_text(HEADER, "utf-8")
    assert frames_of(ct.relink(corrected)) == before


def test_corrections_are_applied_at_every_build(study: Study, built: Path) -> None:
    ct.correct(study, "set", joint(study)["meeting_id"], field="city", value="Naivasha")
    again = ct.build_study(built / "one.txt", study.path)
    assert joint(again)["city"] == "Naivasha"
    assert again.corrections["state"].tolist() == ["applied"]


def test_a_correction_whose_article_is_gone_is_reported_and_kept(study: Study) -> None:
    corrected = ct.correct(study, "set", joint(study)["meeting_id"], field="city", value="Naivasha")
    rest = ct.remove_articles(corrected, ["one.txt", "two.txt"])
    assert rest.corrections["state"].tolist() == ["no longer fits"]
    assert "not in this study" in rest.corrections["detail"][0]
    assert "Naivasha" in beside(study.path).read_text("utf-8")


def test_one_article_removed_is_as_if_it_never_was(study: Study, built: Path, tmp_path: Path) -> None:
    never = ct.build_study([built / "one.txt", built / "three.txt"], tmp_path / "other" / "study")
    removed = ct.remove_articles(study, ["two.txt"])
    assert frames_of(removed) == frames_of(never)


def test_articles_in_any_order_and_one_by_one_give_the_same_study(built: Path, tmp_path: Path, study: Study) -> None:
    for name in ("three", "one", "two"):
        grown = ct.build_study(built / f"{name}.txt", tmp_path / "grown" / "study")
    assert frames_of(grown) == frames_of(study)


def test_a_correction_written_by_hand_may_name_ids_of_meetings(study: Study) -> None:
    row = f"set,{joint(study)['meeting_id']},,date,2024-05,,\n"
    beside(study.path).write_text(HEADER + row, "utf-8")
    assert joint(ct.relink(study))["granularity"] == "month"


def test_a_row_for_another_study_is_left_out(study: Study) -> None:
    row = f"reject,{joint(study)['meeting_id']},,,,,elsewhere\n"
    beside(study.path).write_text(HEADER + row, "utf-8")
    assert ct.relink(study).corrections.empty


@pytest.mark.parametrize(
    ("row", "why"),
    [
        ("explode,x,,,,,", "none of merge, split"),
        ("merge,,x,,,,", "column one is empty"),
        ("note,x,,,,,", "column note is empty"),
        ("set,{id},,date,soon,,", "2024-05-14"),
        ("set,{id},,date,2024-02-31,,", "is none"),
        ("set,{id},,ordinal,-3,,", "no number"),
        ("set,{id},,kind,party,,", "none of"),
        ("set,{id},,colour,red,,", "no field"),
        ("set,{id},,date,2024-05-14,,,,,x", "cells too many"),
        ("set,{person},,city,Hanoi,,", "for meetings"),
        ("merge,{id},{person},,,,", "persons and meetings"),
    ],
)
def test_a_row_that_makes_no_sense_is_refused_with_the_reason(row: str, why: str, study: Study) -> None:
    known = {"id": joint(study)["meeting_id"], "person": study.actors["actor_id"][0]}
    beside(study.path).write_text(HEADER + row.format(**known) + "\n", "utf-8")
    corrections = ct.relink(study).corrections
    assert corrections["state"].tolist() == ["refused"]
    assert why in corrections["detail"][0]


@pytest.mark.parametrize(
    "content",
    [
        b"\xff\xfe\x00bad",
        b"PK\x03\x04\x00\x00",
        b"",
        b"name,age\nx,3\n",
        b"action,action,one\nmerge,a,b\n",
        b'action,one\n"merge,a\n',
        b"action,one\nmerge," + b"x" * 200_000 + b"\n",
        b"action,one\nmerge,a\x00b\n",
    ],
    ids=["utf-16", "zip", "empty", "other table", "two columns", "open quote", "endless cell", "nul"],
)
def test_a_file_that_is_no_table_of_corrections_is_an_error_that_names_the_cure(content: bytes, study: Study) -> None:
    beside(study.path).write_bytes(content)
    with pytest.raises(InputError, match=r"corrections\.csv"):
        ct.relink(study)
    with pytest.raises(InputError, match=r"corrections\.csv"):
        ct.correct(study, "reject", joint(study)["meeting_id"])
    assert beside(study.path).read_bytes() == content


def test_a_folder_in_the_place_of_the_file_is_an_error(study: Study) -> None:
    beside(study.path).mkdir()
    with pytest.raises(InputError, match="cannot be read"):
        ct.relink(study)


def test_a_spreadsheet_may_write_semicolons_and_a_mark_at_the_start(study: Study) -> None:
    text = "\ufeff" + HEADER.replace(",", ";") + f"set;{joint(study)['meeting_id']};;city;Naivasha;;\r\n"
    beside(study.path).write_text(text, "utf-8")
    assert joint(ct.relink(study))["city"] == "Naivasha"


@pytest.mark.parametrize(
    ("action", "more", "why"),
    [
        ("merge", {}, "two sides"),
        ("set", {"field": "date", "value": "soon"}, "2024-05-14"),
        ("note", {}, "needs a text"),
        ("explode", {}, "none of"),
    ],
)
def test_a_call_that_makes_no_sense_writes_nothing(action: str, more: dict[str, str], why: str, study: Study) -> None:
    with pytest.raises(InputError, match=why):
        ct.correct(study, action, joint(study)["meeting_id"], **more)  # type: ignore[arg-type]
    assert not beside(study.path).exists()


def test_an_unknown_id_is_an_error(study: Study) -> None:
    with pytest.raises(InputError, match="in none of"):
        ct.correct(study, "reject", "mtg-nowhere")


def test_hostile_text_comes_back_as_it_was_written(tmp_path: Path) -> None:
    note = '=cmd|"/c calc"!A1,\n<script>alert(1)</script>; \u202e"quoted"'
    append_correction(tmp_path / "corrections.csv", {"action": "note", "one": ["a:m0"], "note": note})
    append_correction(tmp_path / "corrections.csv", {"action": "reject", "one": ["a:m1", "a:m2"]})
    found = read_corrections(tmp_path / "corrections.csv", "study")
    assert found["note"][0] == note
    assert found["one"].tolist() == [["a:m0"], ["a:m1", "a:m2"]]
    with (tmp_path / "corrections.csv").open(newline="", encoding="utf-8") as file:
        assert len(list(csv.reader(file))) == 3
