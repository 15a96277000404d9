"""What changed in a report's findings since its last good run, told at the top of the report."""

from __future__ import annotations

import csv
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from ctnews.exports.flat import plain
from ctnews.selection import Frames
from ctnews.tables import words
from ctnews.tables.markup import Html, escape, folded, joined
from ctnews.tables.quotes import Quotes

Row = Mapping[str, str]
NAMED_BY = ("name", "title", "text", "source", "kind")
WHEN = ("signed", "published", "last", "start")
_DAY = re.compile(r"\d{4}-\d\d-\d\d$")
INTERNAL = ("_id", "_ids", "confidence")  # what is told of a change only where nothing else changed
ROWS_TOLD, FIELDS_TOLD, WIDTH, EXAMPLES = 12, 4, 70, 3


@dataclass(frozen=True)
class Changes:
    """The rows of one file of findings that are new, gone, or changed, by their key."""

    frame: str
    new: Mapping[str, Row]
    gone: Mapping[str, Row]
    changed: Mapping[str, tuple[Row, Row]]

    @property
    def any(self) -> bool:
        """Whether there is any difference."""
        return bool(self.new or self.gone or self.changed)

    def __str__(self) -> str:
        counts = ((self.new, "new"), (self.gone, "gone"), (self.changed, "changed"))
        parts = [f"{len(rows):,} {verb}{_examples(rows)}" for rows, verb in counts if rows]
        return "; ".join(parts) or "nothing changed"


def compared(old: Path, new: Path, frame: str) -> Changes | None:
    """Compare a file of findings with its forerunner; None where there is none."""
    if not old.is_file():
        return None
    before, after = _rows(old), _rows(new)
    return Changes(
        frame=frame,
        new={key: row for key, row in after.items() if key not in before},
        gone={key: row for key, row in before.items() if key not in after},
        changed={key: (before[key], row) for key, row in after.items() if before.get(key, row) != row},
    )


def told(changes: Sequence[Changes], since: str, study: Frames) -> Html:
    """Say in a sentence what changed since a run, and list it behind it with the sentences that tell of it."""
    found = [one for one in changes if one.any]
    if not found:
        return _banner(Html(f"Nothing has changed in the findings since the run of {escape(since)}.", ""))
    summary = f"Since the run of {since}: " + words.listed([_counted(one) for one in found]) + "."
    quotes = Quotes.of(study)
    sessions = {str(key): list(ids) for key, ids in study.meetings.groupby("series_id")["meeting_id"]}
    items = [item for one in found for item in _items(one, quotes, sessions)]
    return _banner(folded(summary, Html("<ul>" + "".join(f"<li>{i.markup}</li>" for i in items) + "</ul>", "")))


def not_compared(reason: str) -> Html:
    """Say why there is nothing to compare a report with."""
    return _banner(Html(escape(reason), reason))


def _banner(body: Html) -> Html:
    return Html(f'<div class="ctnews changes">{body.markup}</div>', body.text)


def _counted(one: Changes) -> str:
    counts = ((one.new, "new"), (one.gone, "gone"), (one.changed, "changed"))
    said = words.listed([f"{len(rows):,} {verb}" for rows, verb in counts if rows])
    return f"{said} in {words.kind(one.frame)}"


def _items(one: Changes, quotes: Quotes, sessions: Mapping[str, Sequence[str]]) -> list[Html]:
    """Give a line for each difference; `sessions` are the meetings of each series, whose sentences stand for it."""

    def evidence(key: str, row: Row) -> Html:
        return _evidence(one.frame, key, row, quotes, sessions.get(key, ()))

    lines = [_line("new", row, evidence(key, row)) for key, row in one.new.items()]
    lines += [
        _line("changed", row, evidence(key, row), _differences(old, row)) for key, (old, row) in one.changed.items()
    ]
    lines += [_line("gone", row, Html("", "")) for row in one.gone.values()]
    more = len(lines) - ROWS_TOLD
    note = f"and {more:,} more in {words.kind(one.frame)}; the CSV file beside the report has them all"
    return lines[:ROWS_TOLD] + ([Html(escape(note), note)] if more > 0 else [])


def _line(verb: str, row: Row, evidence: Html, differences: str = "") -> Html:
    text = f"{label(row)}{': ' if differences else ''}{differences}"
    return joined([Html(f"<strong>{verb}</strong>", verb), text, evidence], " ")


def _differences(old: Row, new: Row) -> str:
    """Name the fields that differ, with what they were and are."""
    fields = [name for name in new if old.get(name) != new[name]]
    fields = [name for name in fields if not name.endswith(INTERNAL)] or fields
    shown = [f"{words.kind(name)} {_value(old.get(name, ''))} → {_value(new[name])}" for name in fields[:FIELDS_TOLD]]
    return "; ".join(shown) + (f"; and {len(fields) - FIELDS_TOLD} more" if len(fields) > FIELDS_TOLD else "")


def label(row: Row) -> str:
    """Give a row of findings a name that a reader knows it by: its name, parties and day."""
    name = next((row[column] for column in NAMED_BY if row.get(column)), "a row")
    when = next((_when(row, column) for column in WHEN if _DAY.match(row.get(column, ""))), "")
    known = (words.clipped(words.kind(plain(name)), WIDTH), row.get("parties", "").replace("; ", "–"), when)
    return ", ".join(filter(None, known))


def _when(row: Row, column: str) -> str:
    """Give a day, month or year no more exactly than it is known."""
    end = row.get("end", "") if column == "start" else ""
    last = pd.Timestamp(end) if _DAY.match(end) else pd.NaT
    return words.span(pd.Timestamp(row[column]), last, row.get("granularity") or "day")


def _value(text: str) -> str:
    return words.clipped(plain(text), WIDTH // 2) or "nothing"


def _evidence(frame: str, key: str, row: Row, quotes: Quotes, sessions: Sequence[str]) -> Html:
    """Give the sentences behind a row: its own, those of its meetings, or the article."""
    if frame == "articles":
        return quotes.article(key)
    if row.get("article_id") and row.get("start", "").isdigit():
        quoted = quotes.clause(row["article_id"], int(row["start"]), int(row["end"]))
        return folded("1 sentence", quoted)
    told = [quotes.account(one) for ref in (key, *sessions) for one in quotes.accounts.get(ref, ())]
    return folded(words.count(len(told), "sentence"), joined(told, " ")) if told else quotes.of_entity(key)


def _rows(path: Path) -> dict[str, Row]:
    """Read findings by their first column; where that is not unique, a row is known by all it says."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    keys = [next(iter(row.values()), "") or "" for row in rows]
    if len(set(keys)) < len(keys):
        keys = [" ".join(str(value) for value in row.values()) for row in rows]
    return dict(zip(keys, rows, strict=True))


def _examples(rows: Mapping[str, Row | tuple[Row, Row]]) -> str:
    names = [label(row[1] if isinstance(row, tuple) else row) for row in rows.values()]
    return f" ({'; '.join(names[:EXAMPLES])}{'; …' if len(names) > EXAMPLES else ''})"
