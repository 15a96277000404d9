"""Shows what is known of one meeting, and which sentences say so."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ctnews.errors import InputError
from ctnews.selection import Frames
from ctnews.tables import words
from ctnews.tables.markup import Html, escape, grid, joined
from ctnews.tables.quotes import Quotes, records


def evidence(study: Frames, meeting_id: str) -> Html:
    """Give one meeting's facts, its sentences article by article, and where the articles disagree.

    The result shows itself in a notebook and prints as plain text. Raises `InputError` for an
    unknown id.
    """
    found = records(study.meetings[study.meetings["meeting_id"] == meeting_id])
    if not found:
        raise InputError(
            f"No meeting has the id {meeting_id!r}; the ids stand in the column meeting_id of study.meetings."
        )
    quotes = Quotes.of(study)
    accounts = quotes.accounts.get(meeting_id, ())
    sentences = joined([quotes.account(account) for account in accounts], "\n")
    return joined([_heading(found[0]), _facts(found[0], study, quotes), _conflicts(found[0], quotes), sentences], "\n")


def _heading(meeting: Mapping[str, Any]) -> Html:
    name = meeting["name"] if isinstance(meeting["name"], str) else words.kind(meeting["kind"])
    when = words.span(meeting["start"], meeting["end"], meeting["granularity"])
    return Html(f"<h4>{escape(name)}, {escape(when)}</h4>", f"{name}, {when}")


def _facts(meeting: Mapping[str, Any], study: Frames, quotes: Quotes) -> Html:
    actors = dict(zip(study.actors["actor_id"], study.actors["name"], strict=True))
    agencies = dict(zip(study.agencies["agency_id"], study.agencies["name"], strict=True))
    place = [part for part in (meeting["city"], words.country(meeting["country"])) if isinstance(part, str) and part]
    facts = {
        "Kind": words.kind(meeting["kind"]),
        "Status": meeting["status"],
        "Parties": words.parties(meeting["parties"]),
        "Place": ", ".join(place),
        "Participants": [actors.get(ref, ref) for ref in meeting["participants"]],
        "Agencies": [agencies.get(ref, ref) for ref in meeting["agencies"]],
        "Told by": quotes.sources(meeting),
        "Confidence": words.confidence(meeting["confidence"]),
    }
    rows = [{"fact": name, "value": value} for name, value in facts.items() if value]
    return grid(rows, {"fact": "Fact", "value": "As reconciled"}, nothing="Nothing is known but the sentences.")


def _conflicts(meeting: Mapping[str, Any], quotes: Quotes) -> Html:
    """Put what the articles disagree on side by side."""
    rows = [
        {"field": row["field"], "value": row["value"], "article": quotes.article(row["article_id"])}
        for row in meeting["conflicts"]
    ]
    if not rows:
        return Html("", "")
    table = grid(rows, {"field": "Fact", "value": "Told as", "article": "By"}, nothing="")
    return Html(
        f'<div class="clash"><p>The articles disagree.</p>{table.markup}</div>',
        f"Disagreement:\n{table.text}",
    )
