"""The commands: exit codes, messages, examples."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from ctnews.cli import main

ARTICLE = (
    " date 2024-05-15 RABAT: Morocco and Spain held talks on terrorism in Rabat on Tuesday.\n\nThe talks were useful.\n"
)


def run(*arguments: object) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


@pytest.mark.parametrize("command", ["read", "build", "report", "export", "score"])
def test_the_help_of_each_command_shows_an_example(command: str) -> None:
    result = run(command, "--help")
    assert result.exit_code == 0
    assert "Example: ctnews" in result.output


def test_build_says_what_came_in_and_where_the_study_is(tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text(ARTICLE, "utf-8")
    result = run("build", tmp_path / "one.txt", "--out", tmp_path / "study")
    assert result.exit_code == 0
    assert "1 articles" in result.output
    assert str(tmp_path / "study") in result.output


def test_build_names_what_it_did_not_take_and_why(tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text(ARTICLE, "utf-8")
    (tmp_path / "two.txt").write_bytes(b"\x00\x01\x02")
    result = run("build", tmp_path, "--out", tmp_path / "study")
    assert "not taken: two.txt (binary)" in result.output


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (("build", "nowhere", "--out", "study"), 2, "nowhere"),
        (("build",), 2, "Missing argument"),
        (("read",), 2, "Missing argument"),
        (("read", "nowhere"), 2, "nowhere"),
        (("read", ".", "--column", "text"), 2, "--column text=VALUE"),
        (("read", ".", "--column", "body=x"), 2, "text, title, url"),
        (("read", ".", "--out", "articles.doc"), 2, ".parquet"),
        (("read", "."), 1, "There is no file in it"),
        (("build", ".", "--out", __file__), 2, "is a file"),
        (("report", "--study", "nowhere", "--out", "reports"), 2, "nowhere"),
        (("score", "nowhere", "--study", "nowhere"), 1, "no study"),
    ],
)
def test_wrong_use_is_one_message_and_no_traceback(
    arguments: tuple[str, ...], code: int, message: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    result = run(*arguments)
    assert result.exit_code == code
    assert message in result.output
    assert "Traceback" not in result.output


def test_a_parameter_without_a_value_is_refused(tmp_path: Path) -> None:
    result = run("report", "--study", tmp_path, "--out", tmp_path, "-p", "countries")
    assert result.exit_code == 2
    assert "countries=VALUE" in result.output


def test_score_prints_a_figure_a_row(tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text(ARTICLE, "utf-8")
    gold = (
        '{"doc": "one", "lang": "en", "published": "2024-05-15", "relevant": true, "people": [], "agencies": [],'
        ' "body_first": "Morocco and Spain", "body_last": "were useful.", "agreements": [], "meetings": [{"kind":'
        ' "talks", "ordinal": null, "start": "2024-05-14", "end": "2024-05-14", "granularity": "day", "city": "Rabat",'
        ' "parties": ["ES", "MA"], "status": "held", "main": true, "participants": [], "chairs": []}]}'
    )
    (tmp_path / "gold.jsonl").write_text(gold + "\n", "utf-8")
    run("build", tmp_path, "--out", tmp_path / "study", "--quiet")
    result = run("score", tmp_path, "--study", tmp_path / "study")
    assert result.exit_code == 0
    assert " 1.000  main meeting right in every point" in result.output


ODD = "Isi lengkap;Hari\nMaroko dan Spanyol bertemu.;2024-05-15\n;2024-05-16\n"


def test_read_shows_what_is_taken_and_what_is_not(tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text(ARTICLE, "utf-8")
    (tmp_path / "odd.csv").write_text(ODD, "utf-8")
    for number in range(6):
        (tmp_path / f"{number}.pdf").write_bytes(b"%PDF")
    result = run("read", tmp_path, "--column", "text=isi lengkap", "--column", "published=hari")
    assert result.exit_code == 0
    assert "2 articles, 7 rejected" in result.output
    assert "2024-05-15          27  odd.csv#0" in result.output
    assert "not taken: 2 more, give --rejects to see all" in result.output
    assert "odd.csv#1 (empty)" in run("read", tmp_path, "--column", "text=isi lengkap", "--rejects").output


@pytest.mark.parametrize("name", ["out.parquet", "out.csv", "out.jsonl"])
def test_read_writes_what_it_read_and_it_can_be_read_again(tmp_path: Path, name: str) -> None:
    (tmp_path / "one.txt").write_text(ARTICLE, "utf-8")
    (tmp_path / "two.txt").write_bytes(b"")
    assert run("read", tmp_path, "--out", tmp_path / "written" / name, "--quiet").exit_code == 0
    assert run("read", tmp_path / "written" / name).output.startswith("1 articles, 0 rejected")
    beside = tmp_path / "written" / name.replace(".", "-rejects.")
    assert b"two.txt" in beside.read_bytes()


def test_a_field_may_be_given_several_columns_for_files_of_several_kinds(tmp_path: Path) -> None:
    (tmp_path / "one.csv").write_text(ODD.replace("Isi lengkap", "Konten"), "utf-8")
    (tmp_path / "two.csv").write_text(ODD.replace("bertemu", "berunding"), "utf-8")
    result = run("read", tmp_path, "--column", "text=konten", "--column", "text=isi lengkap")
    assert "2 articles, 2 rejected" in result.output


def test_build_says_which_articles_files_of_the_same_name_replace(tmp_path: Path) -> None:
    for folder, city in (("w1", "Rabat"), ("w2", "Fez")):
        (tmp_path / "in" / folder).mkdir(parents=True)
        (tmp_path / "in" / folder / "one.txt").write_text(ARTICLE.replace("Rabat", city), "utf-8")
    first, again, other = (run("build", tmp_path / "in" / f, "--out", tmp_path / "study") for f in ("w1", "w1", "w2"))
    assert "replaced" not in first.output + again.output
    assert "replaced: 1 earlier articles" in other.output
    assert ": one.txt; where" in other.output
    both = run("build", tmp_path / "in", "--out", tmp_path / "both")
    assert "2 articles" in both.output


def test_build_takes_the_names_of_columns(tmp_path: Path) -> None:
    text = ARTICLE.replace("\n", " ")
    (tmp_path / "odd.csv").write_text(f"Full words;Day\n{text};2024-05-15\n;2024-05-16\n", "utf-8")
    result = run("build", tmp_path / "odd.csv", "--out", tmp_path / "study", "--column", "text=full words")
    assert "1 articles (1 rejected)" in result.output
