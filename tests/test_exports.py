"""Exports: read back by the program that each is for, whole, harmless, and with no day made up."""

from __future__ import annotations

import csv
import json
import re
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import icalendar
import networkx as nx
import pandas as pd
import pyarrow.parquet as pq
import pytest
from click.testing import CliRunner
from study_fixture import EMOJI_NAME, HOSTILE_MOU, HOSTILE_TITLE, RTL_NAME, write_empty_study, write_study

import ctnews as ct
from ctnews.cli import main
from ctnews.errors import InputError
from ctnews.exports import FORMATS, export
from ctnews.exports.events import events
from ctnews.exports.flat import clean, plain
from ctnews.frames import STUDY_FRAMES
from ctnews.study import Study, open_study

CONTROL = "a\x00b\x0bc\x7f"


@pytest.fixture(scope="module")
def study(tmp_path_factory: pytest.TempPathFactory) -> Study:
    opened = open_study(write_study(tmp_path_factory.mktemp("exports") / "study"))
    opened.__dict__["actors"] = opened.actors.assign(
        name=opened.actors["name"].where(opened.actors["actor_id"] != "p05", CONTROL),
        roles=[
            ['=HYPERLINK("http://x")'] if ref == "p06" else roles
            for ref, roles in zip(opened.actors["actor_id"], opened.actors["roles"], strict=True)
        ],
    )
    return opened


@pytest.fixture(scope="module")
def out(study: Study, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("exported")
    paths = export(study, list(FORMATS), folder)
    assert sorted(path.name for path in folder.iterdir()) == sorted(path.name for path in paths), "nothing else is left"
    return folder


def lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_every_frame_is_a_csv_file_whose_columns_the_codebook_explains(study: Study, out: Path) -> None:
    codebook = {(row["frame"], row["column"]): row for row in rows(out / "codebook.csv")}
    for contract in STUDY_FRAMES:
        read = rows(out / f"{contract.name}.csv")
        assert len(read) == len(getattr(study, contract.name))
        for column in contract.columns:
            told = codebook[contract.name, column.name]
            assert told["meaning"] == column.meaning
            if read:
                assert int(told["filled"]) == sum(row[column.name] != "" for row in read), (contract.name, column.name)


def test_no_csv_cell_is_a_formula_and_each_text_can_be_had_back(study: Study, out: Path) -> None:
    for path in out.glob("*.csv"):
        for row in rows(path):
            assert not any(re.match(r"[=+@\t\r]|-\D", value) for value in row.values()), (path, row)
    read = {row["agreement_id"]: plain(row["name"]) for row in rows(out / "agreements.csv")}
    assert read == dict(zip(study.agreements["agreement_id"], study.agreements["name"], strict=True))
    assert read["a000000000000001:a0"] == HOSTILE_MOU
    assert "'=HYPERLINK" in next(row["roles"] for row in rows(out / "actors.csv") if row["actor_id"] == "p06")


def test_parquet_is_the_frame_with_its_meanings(study: Study, out: Path) -> None:
    for contract in STUDY_FRAMES:
        schema = pq.read_schema(out / f"{contract.name}.parquet")
        assert schema.field(contract.columns[-1].name).metadata[b"description"] == contract.columns[-1].meaning.encode()
        assert schema.metadata[b"row"] == contract.row.encode()
    read = pd.read_parquet(out / "meetings.parquet")
    assert read["start"].tolist()[:3] == study.meetings["start"].tolist()[:3]
    assert read["parties"].iloc[0].tolist() == study.meetings["parties"].iloc[0]


def test_stata_reads_texts_days_and_labels(study: Study, out: Path) -> None:
    for contract in STUDY_FRAMES:
        path = out / f"{contract.name}.dta"
        assert len(pd.read_stata(path)) == len(getattr(study, contract.name))
        with pd.read_stata(path, iterator=True) as reader:
            labels = reader.variable_labels()
        assert list(labels.values()) == [column.meaning[:80] for column in contract.columns]
    meetings = pd.read_stata(out / "meetings.dta")
    assert meetings["start"].iloc[0] == pd.Timestamp("2017-02-07")
    assert pd.isna(meetings["start"].iloc[-1])
    assert meetings["parties"].iloc[0] == "AU; ID"
    people = pd.read_stata(out / "actors.dta")["name"].tolist()
    assert {RTL_NAME, EMOJI_NAME, "abc"} <= set(people)


def test_the_network_is_read_by_networkx(study: Study, out: Path) -> None:
    network = nx.read_graphml(out / "network.graphml")
    kinds = pd.Series(dict(network.nodes(data="node"))).value_counts().to_dict()
    assert kinds == {"actor": 20, "meeting": 12, "agency": 5, "series": 3}
    relations = pd.Series([relation for *_, relation in network.edges(data="relation")]).value_counts()
    assert relations["session_of"] == study.meetings["series_id"].notna().sum()
    assert relations["chaired"] == study.meetings["chairs"].map(len).sum()
    assert relations["chaired"] + relations["took_part"] == sum(
        len(set(row.participants) | set(row.chairs)) + len(row.agencies) for row in study.meetings.itertuples()
    )
    assert {RTL_NAME, EMOJI_NAME, "abc", "<img src=x onerror=alert(1)>"} <= set(
        dict(network.nodes(data="label")).values()
    )
    assert network.nodes["m01"]["start"] == "2017-02-07"
    assert "start" not in network.nodes["m12"]


def test_the_calendar_holds_meetings_of_known_days_and_no_other(study: Study, out: Path) -> None:
    calendar = icalendar.Calendar.from_ical((out / "meetings.ics").read_bytes())
    read = {str(event["uid"]): event for event in calendar.walk("VEVENT")}
    dated = study.meetings[(study.meetings["granularity"] == "day") & study.meetings["start"].notna()]
    assert set(read) == {f"{ref}@ctnews" for ref in dated["meeting_id"]}
    for row in dated.itertuples():
        event = read[f"{row.meeting_id}@ctnews"]
        assert event.start == row.start.date()
        assert event.end == row.end.date() + timedelta(days=1)
        assert type(event["dtstart"].dt) is date
    assert {row["meeting_id"] for row in rows(out / "meetings-without-a-day.csv")} == {"m03", "m07", "m12"}


@pytest.mark.parametrize(("meeting", "status"), [("m01", "CONFIRMED"), ("m06", "TENTATIVE")])
def test_what_is_announced_is_tentative(meeting: str, status: str, out: Path) -> None:
    calendar = icalendar.Calendar.from_ical((out / "meetings.ics").read_bytes())
    assert next(event for event in calendar.walk("VEVENT") if event["uid"] == f"{meeting}@ctnews")["status"] == status


def test_the_calendar_keeps_the_letter_of_the_standard(out: Path) -> None:
    raw = (out / "meetings.ics").read_bytes()
    assert raw.startswith(b"BEGIN:VCALENDAR\r\n")
    assert raw.endswith(b"END:VCALENDAR\r\n")
    assert b"\n" not in raw.replace(b"\r\n", b"")
    assert all(len(line) <= 75 for line in raw.split(b"\r\n"))
    text = raw.replace(b"\r\n ", b"").decode("utf-8")
    for event in text.split("BEGIN:VEVENT")[1:]:
        names = [re.split("[;:]", line)[0] for line in event.split("\r\n") if line]
        assert all(names.count(name) == 1 for name in ("UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY", "STATUS"))
        assert set(names) <= {"SUMMARY", "DTSTART", "DTEND", "DTSTAMP", "UID", "CATEGORIES", "DESCRIPTION", "LOCATION", "STATUS", "TRANSP", "URL", "END"}  # fmt: skip
    assert "javascript:" not in text
    assert HOSTILE_TITLE in text.replace("\\,", ",").replace("\\;", ";")
    assert "Sources disagree: city Semarang" in text


def test_a_line_break_in_a_headline_makes_no_field_of_the_calendar(study: Study, tmp_path: Path) -> None:
    trick = "Talks\r\nATTACH:http://x\r\nEND:VEVENT"
    sly = ct.select(study)
    object.__setattr__(sly, "meetings", sly.meetings.assign(name=trick, city=trick))
    object.__setattr__(sly, "articles", sly.articles.assign(title=trick, url="https://x/\r\nATTACH:y"))
    export(sly, "ical", tmp_path)
    calendar = icalendar.Calendar.from_ical((tmp_path / "meetings.ics").read_bytes())
    assert len(calendar.walk("VEVENT")) == 9
    assert not any("attach" in event for event in calendar.walk("VEVENT"))


def all_events(out: Path) -> dict[str, dict[str, Any]]:
    return {
        event["id"]: event
        for name in ("events.plover.jsonl", "events-without-a-day.jsonl")
        for event in lines(out / name)
    }


def test_events_are_in_the_words_of_plover(study: Study, out: Path) -> None:
    read = all_events(out)
    assert len(read) == 11 + len(study.agreements) + len(study.commitments)
    assert "ctnews-m03" not in read, "there is no word for a meeting that was cancelled"
    held, ahead = read["ctnews-m01"], read["ctnews-m06"]
    assert (held["event"], ahead["event"]) == (["CONSULT"], ["AGREE"])
    assert held["actor"] == [
        {"code": "AUS", "entity_text": "Australia", "sector": "GOV"},
        {"code": "IDN", "entity_text": "Indonesia", "sector": "GOV"},
    ]
    assert (held["recipient"], held["date"], held["enddate"]) == ([], "2017-02-07", "2017-02-08")
    assert read["ctnews-m09"]["actor"] == [{"code": "IGO", "entity_text": "ASEAN"}]
    assert read["ctnews-m09"]["mode"] == ["multilateral"]
    assert all({"diplomatic", "terrorism"} <= set(event["context"]) for event in read.values())
    assert read["ctnews-a000000000000008:a0"]["event"] == ["AGREE"], "an agreement still to be signed"
    assert read["ctnews-a000000000000001:a0"]["event"] == ["SUPPORT"]


PLOVER = {"id", "date", "enddate", "actor", "recipient", "event", "event_loc", "quad_code", "mode", "context", "text", "text_info", "cite_info", "coder", "comment"}  # fmt: skip


def test_each_event_of_a_known_day_keeps_to_the_fields_of_the_manual(out: Path) -> None:
    read = lines(out / "events.plover.jsonl")
    assert len(read) > 10
    for event in read:
        assert set(event) == PLOVER
        assert date.fromisoformat(event["date"])
        assert set(event["event"]) <= {"AGREE", "CONSULT", "SUPPORT", "COOPERATE"}
        assert set(event["mode"]) <= {"visit", "third-party", "multilateral", "phone"}
        assert all(re.fullmatch("[A-Z]{3}", entity["code"]) for entity in event["actor"] + event["recipient"])
        assert event["quad_code"] in (1, 2)


@pytest.mark.parametrize(
    ("ref", "day"),
    [
        ("m07", "2019"),
        ("m12", None),
        ("a000000000000003:a0", None),
        ("a000000000000008:a0", "2030"),
        ("a000000000000009:a0", "2019-11"),
    ],
)
def test_no_event_has_a_day_that_is_not_known(ref: str, day: str | None, out: Path) -> None:
    event = next(event for event in lines(out / "events-without-a-day.jsonl") if event["id"] == f"ctnews-{ref}")
    assert event["date"] == day


@pytest.mark.parametrize(
    ("kind", "country", "parties", "mode", "recipient"),
    [
        ("visit", "ID", ["ID", "AU"], "visit", ["IDN"]),
        ("visit", "SG", ["ID", "AU"], "third-party", []),
        ("talks", "ID", ["ID", "AU"], None, []),
        ("talks", None, ["ID", "AU", "PH"], "multilateral", []),
        ("call", None, ["ID", "AU"], "phone", []),
    ],
)
def test_modes_of_meetings(
    kind: str, country: str | None, parties: list[str], mode: str | None, recipient: list[str], study: Study
) -> None:
    one = ct.select(study)
    first = one.meetings.head(1).assign(kind=kind, country=country, parties=[parties])
    object.__setattr__(one, "meetings", first)
    event = events(one)[0]
    assert event["mode"] == ([mode] if mode else [])
    assert [block["code"] for block in event["recipient"]] == recipient


def test_entities_refer_only_to_those_that_are_there(out: Path) -> None:
    read = {entity["id"]: entity for entity in lines(out / "entities.ftm.json")}
    schemata = pd.Series([entity["schema"] for entity in read.values()]).value_counts().to_dict()
    assert schemata == {"Article": 15, "Employment": 20, "Event": 12, "Organization": 1, "Person": 20, "PublicBody": 4}
    for entity in read.values():
        assert all(isinstance(text, str) and text for values in entity["properties"].values() for text in values)
        for name in ("involved", "proof", "employee", "employer"):
            assert set(entity["properties"].get(name, [])) <= read.keys()
    event = read["ctnews-m07"]["properties"]
    assert (event["startDate"], event["endDate"]) == (["2019"], ["2019"])
    assert "sourceUrl" not in read["ctnews-a000000000000003"]["properties"], "javascript: is no address"
    assert read["ctnews-p03"]["properties"]["name"] == [RTL_NAME]


def test_followthemoney_takes_every_entity(out: Path) -> None:
    followthemoney = pytest.importorskip("followthemoney", reason="pip install followthemoney reads the entities back")
    for data in lines(out / "entities.ftm.json"):
        proxy = followthemoney.model.get_proxy(data, cleaned=False)
        followthemoney.model.get(proxy.schema.name).validate(data)
        lost = {name for name in data["properties"] if not proxy.get(name)}
        assert not lost, (data["id"], lost)


@pytest.mark.parametrize("name", FORMATS)
def test_a_study_of_nothing_is_exported_as_nothing(name: str, tmp_path: Path) -> None:
    nothing = open_study(write_empty_study(tmp_path / "empty"))
    assert all(path.is_file() for path in export(nothing, name, tmp_path / "out"))


@pytest.mark.parametrize("name", FORMATS)
def test_two_exports_of_one_study_are_the_same_bytes(name: str, study: Study, out: Path, tmp_path: Path) -> None:
    for path in export(study, name, tmp_path):
        assert path.read_bytes() == (out / path.name).read_bytes()


def test_a_selection_can_be_exported(study: Study, tmp_path: Path) -> None:
    export(ct.select(study, countries=["JP"]), ["csv", "ical"], tmp_path)
    assert {row["meeting_id"] for row in rows(tmp_path / "meetings.csv")} == {"m07", "m08"}


def test_an_unknown_format_and_a_file_in_the_way_are_told(study: Study, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="'xls'; there are csv"):
        export(study, ["csv", "xls"], tmp_path / "out")
    assert not (tmp_path / "out").exists()
    (tmp_path / "file").write_text("", "utf-8")
    with pytest.raises(InputError, match="choose another --out"):
        export(study, "csv", tmp_path / "file")


def test_what_no_program_can_hold_is_left_out() -> None:
    assert clean(CONTROL + "\ud800\uffff") == "abc"
    assert clean("tab\tline\nend") == "tab\tline\nend"


def test_the_command_prints_the_files(tmp_path: Path) -> None:
    write_study(tmp_path / "study")
    arguments = [
        "export",
        str(tmp_path / "study"),
        "--format",
        "ical",
        "--format",
        "graphml",
        "--out",
        str(tmp_path / "out"),
    ]
    result = CliRunner().invoke(main, arguments)
    assert result.exit_code == 0, result.output
    assert result.output.split() == [
        str(tmp_path / "out" / name) for name in ("meetings.ics", "meetings-without-a-day.csv", "network.graphml")
    ]
    assert CliRunner().invoke(main, [*arguments[:3], "xls", *arguments[-2:]]).exit_code == 2
