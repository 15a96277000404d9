"""The accounts of one meeting side by side, fact by fact, with what they disagree on marked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from ctnews.errors import InputError
from ctnews.selection import Frames
from ctnews.tables import words
from ctnews.tables.entities import agency_names
from ctnews.tables.markup import Html, cell, escape, grid, joined, paragraph
from ctnews.tables.quotes import Quotes, records

Row = Mapping[str, Any]
HEADING = 28  # characters of an article's title that head its column
# What is compared, and the fields whose disagreement belongs there.
FACTS: Mapping[str, tuple[str, ...]] = {
    "When": ("start", "end"), "Kind": ("kind",), "Name": ("name",), "Number": ("ordinal",), "City": ("city",),
    "Country": ("country",), "Parties": ("parties",), "Status": ("status",), "Participants": ("participants",),
    "Chairs": ("chairs",), "Agencies": ("agencies",),
}  # fmt: skip


def compare(study: Frames, meeting_id: str) -> Html:
    """Give the accounts of a meeting as columns, its facts as rows; what the articles disagree on is marked.

    The first column of values is what was reconciled from all accounts. A dash says that an article does not tell. The
    result shows itself in a notebook and prints as plain text. Raises `InputError` for an unknown id.
    """
    found = records(study.meetings[study.meetings["meeting_id"] == meeting_id])
    if not found:
        raise InputError(
            f"No meeting has the id {meeting_id!r}; the ids stand in the column meeting_id of study.meetings."
        )
    meeting, quotes, names = found[0], Quotes.of(study), _names(study)
    accounts = quotes.accounts.get(meeting_id, ())
    disputed = {row["field"] for row in meeting["conflicts"]}
    rows = [
        {"fact": fact, "all": _value(fact, meeting, names)} | _told(fact, fields, meeting, accounts, names, disputed)
        for fact, fields in FACTS.items()
    ]
    rows = [row for row in rows if any(cell(value).text != "–" for key, value in row.items() if key != "fact")]
    rows += [
        {"fact": "Article", "all": Html("", "")}
        | {str(n): quotes.article(one["article_id"]) for n, one in enumerate(accounts)}
    ]
    rows += [
        {"fact": "Sentence", "all": Html("", "")} | {str(n): quotes.account(one) for n, one in enumerate(accounts)}
    ]
    headings = {"fact": "Fact", "all": "As reconciled"} | _headings(accounts, quotes)
    return joined([paragraph(_said(meeting, len(accounts), disputed)), grid(rows, headings, nothing="")], "\n")


def _told(
    fact: str,
    fields: Sequence[str],
    meeting: Row,
    accounts: Sequence[Row],
    names: Mapping[str, str],
    disputed: set[str],
) -> dict[str, Any]:
    """Give what each account tells of one fact; where it is disputed, what departs from the whole is marked."""
    whole = _value(fact, meeting, names)
    clash = bool(disputed & set(fields))
    told = [_value(fact, account, names) for account in accounts]
    return {str(n): _marked(value) if clash and value not in (None, whole) else value for n, value in enumerate(told)}


def _value(fact: str, row: Row, names: Mapping[str, str]) -> str | None:
    """Give a fact in words, or None where it is not told."""
    if fact == "When":
        when = words.span(row["start"], row["end"], row["granularity"])
        return None if when == words.UNDATED else when
    value = row[FACTS[fact][0]]
    if isinstance(value, list):
        known = [words.country(ref) if fact == "Parties" else names.get(ref, ref) for ref in value]
        return ", ".join(sorted(known)) or None
    if fact == "Number":
        return None if value != value or value is None or str(value) == "<NA>" else str(int(value))
    if not isinstance(value, str):
        return None
    return words.country(value) if fact == "Country" else words.kind(value) if fact == "Kind" else value


def _marked(value: str) -> Html:
    """Mark a value in a way that needs no colour to be seen."""
    return Html(f'<mark class="other">≠ {escape(value)}</mark>', f"≠ {value}")


def _said(meeting: Row, accounts: int, disputed: set[str]) -> str:
    name = meeting["name"] if isinstance(meeting["name"], str) else words.kind(meeting["kind"])
    said = f"{name}: {words.count(accounts, 'account')}."
    if not disputed:
        return f"{said} The articles do not disagree."
    fields = words.listed(sorted(words.kind(field) for field in disputed))
    return f"{said} The articles disagree on {fields}; ≠ marks what departs from the reconciled value."


def _headings(accounts: Sequence[Row], quotes: Quotes) -> dict[str, str]:
    titles = [quotes.article(account["article_id"]).text for account in accounts]
    return {str(n): f"{n + 1}. {words.clipped(title, HEADING)}" for n, title in enumerate(titles)}


def _names(study: Frames) -> dict[str, str]:
    return dict(zip(study.actors["actor_id"], study.actors["name"], strict=True)) | agency_names(study)
