"""The opening sentences of the reports on agreements and for a principal; each number leads to its rows."""

from __future__ import annotations

from collections import Counter

from ctnews.selection import Frames, last_day
from ctnews.tables import words
from ctnews.tables.agreements import Deal, deals, kind_name, promises
from ctnews.tables.markup import Html, goto, joined
from ctnews.tables.outlook import held_last, overdue, upcoming
from ctnews.tables.quotes import records
from ctnews.tables.topics import topic_counts


def on_agreements(study: Frames) -> list[Html | str]:
    """Tell how many agreements and commitments there are, which was signed last, and what came of them."""
    found, made = deals(study), promises(study)
    if not found and not made:
        return ["No agreement and no commitment is told of in this selection."]
    signed = [deal for deal in found if deal.status == "signed"]
    pairs = {deal.parties for deal in found if len(deal.parties) > 1}
    said: list[Html | str] = [
        _said(
            "The selection tells of ", goto(words.count(len(found), "agreement"), "agreements"),
            f" between {words.count(len(pairs), 'set')} of parties; for ", goto(f"{len(signed):,}", "agreements"),
            " of them a day, month or year of signing is told.",
        )
    ]  # fmt: skip
    said += [_last_signed(signed[0])] if signed else []
    return [*said, *_on_promises(study), *_on_topics(study)]


def for_a_principal(study: Frames) -> list[Html | str]:
    """Tell in a handful of sentences what was reported last, is due, slipped, and is disputed."""
    today, last = last_day(study), held_last(study)
    due, late = upcoming(study), overdue(study)
    clashing = int(study.meetings["conflicts"].map(len).gt(0).sum())
    said: list[Html | str] = [
        f"This page knows of what was published up to {words.day(today)}, in"
        f" {words.count(len(study.articles), 'article')}; of what came later it knows nothing."
    ]
    if last:
        newest = words.span(last[0]["start"], last[0]["end"], last[0]["granularity"])
        said.append(_said("The ", goto("latest meeting", "latest"), f" reported as held is of {newest}."))
    said.append(_said(goto(words.count(len(due), "meeting is", "meetings are"), "due"), " announced or expected."))
    said.append(
        _said(goto(f"{len(late):,}", "slipped"), " slipped: announced and not reported as held, cancelled, or late.")
    )
    said.append(_said("On ", goto(words.count(clashing, "meeting"), "disagreements"), " the sources disagree."))
    return said


def _on_promises(study: Frames) -> list[Html | str]:
    made = promises(study)
    if not made:
        return ["No commitment is told of."]
    meetings = len({row["meeting_id"] for row in made} - {None})
    kept = sum(bool(row["kept_by"] if row["looked_for"] else row["later"]) for row in made)
    named = Counter(kind_name(row["kind"]) for row in made if row["kind"] != "other")
    most = sorted(kind for kind, number in named.items() if number == max(named.values()))
    often = f", most often on {words.listed(most)}" if most else ""
    return [
        _said(
            goto(words.count(len(made), "commitment was", "commitments were"), "commitments"),
            f" made at {words.count(meetings, 'meeting')}{often}; after ", goto(f"{kept:,}", "commitments"),
            f" of them a further meeting that fits is reported, after the others none is seen up to"
            f" {words.day(last_day(study))}.",
        )
    ]  # fmt: skip


def _on_topics(study: Frames) -> list[Html | str]:
    counted = topic_counts(study.mentions, study.articles)
    if counted.empty:
        return []
    top = records(counted.nlargest(1, "n"))[0]
    number = goto(words.count(top["n"], "article"), "topics")
    return [_said(f"The topic named most is {words.kind(top['topic'])}, in ", number, ".")]


def _last_signed(deal: Deal) -> Html:
    when = words.span(deal.signed, deal.signed, deal.granularity)
    between = f", {words.parties(deal.parties)}" if deal.parties else ""
    return _said(f"The last one signed is the {kind_name(deal.kind)} of {when}{between}.")


def _said(*parts: Html | str) -> Html:
    return joined(parts, "")
