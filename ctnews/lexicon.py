"""Loads the tables under `lexicons/<language>/`, in which all knowledge of languages and of the field is kept.

A table is a UTF-8 file of tab-separated values. Its first lines are comments that name its title, source, date and
licence; then comes a line of column names. A cell with several values separates them by `|`.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import resources
from types import MappingProxyType

from ctnews.errors import LexiconError

Row = Mapping[str, str]

HEADER_KEYS = ("title", "source", "date", "licence")


@cache
def table(name: str) -> tuple[Row, ...]:
    """Give the rows of the table `name` ("en/months") as read-only mappings of column to text.

    Raises `LexiconError` where there is no such table or a row has too many cells.

    >>> table("en/months")[0]["name"]
    'January'
    """
    lines = [line for line in _read(name).split("\n") if line and not line.startswith("#")]
    columns = lines[0].split("\t")
    return tuple(_row(name, columns, line) for line in lines[1:])


def optional_table(name: str) -> tuple[Row, ...]:
    """Give the rows of a table that a language need not have, or none."""
    return table(name) if has_table(name) else ()


def header(name: str) -> dict[str, str]:
    """Give what the comment lines at the head of the table say: title, source, date, licence."""
    comments = [line[1:] for line in _read(name).split("\n") if line.startswith("#") and ":" in line]
    return {key.strip(): text.strip() for key, _, text in (line.partition(":") for line in comments)}


def values(cell: str) -> list[str]:
    """Split a cell that holds several values.

    >>> values("Jan|Jan.")
    ['Jan', 'Jan.']
    >>> values("")
    []
    """
    return [value.strip() for value in cell.split("|") if value.strip()]


def has_table(name: str) -> bool:
    """Tell whether there is a table of that name."""
    return _file(name).is_file()


@cache
def languages() -> tuple[str, ...]:
    """Give the codes of the languages whose articles are read; more have tables for their dates alone.

    >>> languages()
    ('en', 'id', 'ms')
    """
    return tuple(sorted(row["code"] for row in table("world/languages")))


@cache
def languages_with(name: str) -> tuple[str, ...]:
    """Give the codes of the languages that have a table of that name.

    >>> languages_with("months")
    ('en', 'fr', 'id', 'ms')
    """
    folders = (entry.name for entry in (resources.files("ctnews") / "lexicons").iterdir() if entry.is_dir())
    return tuple(sorted(code for code in folders if len(code) == 2 and has_table(f"{code}/{name}")))


def _file(name: str) -> resources.abc.Traversable:
    return resources.files("ctnews").joinpath("lexicons", *f"{name}.tsv".split("/"))


def _read(name: str) -> str:
    try:
        return _file(name).read_text("utf-8")
    except OSError as error:
        raise LexiconError(f"There is no lexicon table {name!r}; add ctnews/lexicons/{name}.tsv.") from error


def _row(name: str, columns: list[str], line: str) -> Row:
    cells = line.split("\t")
    if len(cells) > len(columns):
        raise LexiconError(f"In lexicon table {name!r} this row has more cells than columns: {line!r}.")
    cells += [""] * (len(columns) - len(cells))
    return MappingProxyType(dict(zip(columns, cells, strict=True)))
