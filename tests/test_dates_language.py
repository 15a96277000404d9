"""A language of dates is a folder of tables: one made up here is read, and the code names none."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from ctnews import dates, lexicon
from ctnews.dates import Anchor, scan

PACKAGE = Path(dates.__file__).parent
MODULES = sorted(PACKAGE.glob("*.py"))
ANCHOR = Anchor.of(date(2023, 6, 14))  # a Wednesday

MADE_UP = "zz"
TABLES = {
    "months": ["number\tname\taliases", *(f"{number}\tlun{vowel}\t" for number, vowel in enumerate("aeiou", 1))],
    "weekdays": ["number\tname\taliases\tshort", *(f"{number}\tsol{vowel}\t\t" for number, vowel in enumerate("aeiou", 1))],
    "date_units": ["unit\tnames\tsingle\tplurals", "day\tdag\t\tdags", "week\tsept\t\tsepts", "year\tvolt\tunvolt\tvolts"],
    "date_words": [
        "kind\tvalue\tforms",
        "order\tDMY\tDMY",
        "lower_case\t\tmonths",
        "day_offset\t-1\tyerd",
        "before\t-1\tpas",
        "after\t1\tvenant",
        "ago_before\t\tante",
        "number\t2\tdu",
        "narrative\t1 day\tpostdag",
        "part\tlate\tfin",
        "of\t\tde|d'",
        "to\t\tusk",
        "vague\t\tmult",
        "set_cue\t\tchak",
        "future\t\tgo",
        "silent\t\tGrand Sola",
    ],
}  # fmt: skip


@pytest.fixture
def made_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """Put the tables of a language that nobody speaks where the lexicons are looked for."""
    for name, lines in TABLES.items():
        tmp_path.joinpath(f"{name}.tsv").write_text("\n".join(["# title: made up", *lines]) + "\n", encoding="utf-8")
    monkeypatch.setattr(lexicon, "_file", lambda name: tmp_path / f"{Path(name).name}.tsv")
    return MADE_UP


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Met 5 de lune 2021", [("5 de lune 2021", "2021-02-05")]),
        ("Met Sola, 5 d'luna", [("Sola, 5 d'luna", "2023-01-05")]),
        ("Met 5 usk 7 lunu", [("5 usk 7 lunu", "2023-05-05/2023-05-07")]),
        ("Met fin de luna 2020", [("fin de luna 2020", "2020-01")]),
        ("Met 18/5/2021", [("18/5/2021", "2021-05-18")]),
        ("Met yerd", [("yerd", "2023-06-13")]),
        ("Met Sole", [("Sole", "2023-06-13")]),
        ("Go met Sole", [("Sole", "2023-06-20")]),
        ("Met pas sept", [("pas sept", "2023-W23")]),
        ("Met volt venant", [("volt venant", "2024")]),
        ("Met ante du volts", [("ante du volts", "2021")]),
        ("Met ante unvolt", [("ante unvolt", "2022")]),
        ("Met 5 lunu 2021. Postdag met", [("5 lunu 2021", "2021-05-05"), ("Postdag", "2021-05-06")]),
        ("Met Grand Sola, mult dags, chak Sola, 75%, June, Monday, yesterday, last week", []),
    ],
)
def test_a_language_is_a_folder_of_tables(made_up: str, text: str, expected: list[tuple[str, str]]) -> None:
    assert [(mention.text, mention.iso) for mention in scan(f"{text}.", lang=made_up, anchor=ANCHOR)] == expected


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.name)
def test_the_code_names_no_language_but_a_platforms_and_the_default(path: Path) -> None:
    named = {text for text in strings(path) if text in lexicon.languages_with("months")}
    assert named == ({"en"} if path.name in ("quoted.py", "table.py") else set())


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.name)
def test_the_code_names_no_month_weekday_or_unit(path: Path) -> None:
    told = {word for text in strings(path) for word in re.findall(r"[^\W\d_]+", text.lower())}
    assert told & words_of_dates() == set()


def strings(path: Path) -> Iterator[str]:
    """Give the strings of a module's code, without its docstrings and what it raises."""
    tree = ast.parse(path.read_text("utf-8"))
    prose = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    prose |= {id(part) for node in ast.walk(tree) if isinstance(node, ast.Raise) for part in ast.walk(node)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in prose:
            yield node.value


def words_of_dates() -> set[str]:
    """Give the months, weekdays and units of all languages, without what the tables themselves are made of."""
    found, kept = set(), set()
    for lang in lexicon.languages_with("months"):
        for name, columns in (("months", ("name",)), ("weekdays", ("name",)), ("date_units", ("names", "plurals"))):
            for row in lexicon.optional_table(f"{lang}/{name}"):
                found |= {form.lower() for column in columns for form in lexicon.values(row.get(column, ""))}
                kept |= {row["unit"], f"{row['unit']}s"} if "unit" in row else set()
    assert {"june", "juin", "rabu", "semaine"} <= found
    return found - kept
