"""Every table says where it comes from and reads without loss."""

from __future__ import annotations

from pathlib import Path

import pytest

from ctnews import lexicon
from ctnews.errors import LexiconError

FOLDER = Path(lexicon.__file__).parent / "lexicons"
TABLES = sorted(str(path.relative_to(FOLDER).with_suffix("")) for path in FOLDER.rglob("*.tsv"))


@pytest.mark.parametrize("name", TABLES)
def test_the_header_names_title_source_date_and_licence(name: str) -> None:
    header = lexicon.header(name)
    assert all(header.get(key) for key in lexicon.HEADER_KEYS), header


@pytest.mark.parametrize("name", TABLES)
def test_rows_have_their_first_cell_and_no_stray_spaces(name: str) -> None:
    rows = lexicon.table(name)
    assert rows
    for row in rows:
        assert all(cell == cell.strip() for cell in row.values()), row
        assert next(iter(row.values())), row


@pytest.mark.parametrize("name", [n for n in TABLES if "phrase" in lexicon.table(n)[0]])
def test_a_phrase_stands_once_for_a_kind(name: str) -> None:
    seen = set()
    for row in lexicon.table(name):
        for phrase in lexicon.values(row["phrase"]):
            key = (phrase, row.get("kind"), row.get("use"))
            assert key not in seen, f"{key} stands twice in {name}"
            seen.add(key)


def test_a_missing_table_says_which_file_to_add() -> None:
    with pytest.raises(LexiconError, match=r"lexicons/xx/months\.tsv"):
        lexicon.table("xx/months")


DATE_KINDS = {row["kind"] for row in lexicon.table("world/date_kinds")}


@pytest.mark.parametrize("name", [name for name in TABLES if name.endswith("/date_words")])
def test_a_kind_of_date_word_is_one_that_is_explained(name: str) -> None:
    assert {row["kind"] for row in lexicon.table(name)} <= DATE_KINDS


def test_every_kind_of_date_word_is_used_by_a_language() -> None:
    used = {row["kind"] for name in TABLES if name.endswith("/date_words") for row in lexicon.table(name)}
    assert used == DATE_KINDS
