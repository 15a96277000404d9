"""The opening sentences of a report, made from the numbers of the selection.

They speak of reports seen in the corpus: that no report was seen does not say that no meeting was held.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Literal

import pandas as pd

from ctnews.selection import Frames, last_day
from ctnews.tables import words
from ctnews.tables.entities import agency_names
from ctnews.tables.markup import Html, goto, joined
from ctnews.tables.openings import for_a_principal, on_agreements
from ctnews.tables.quotes import records
from ctnews.tables.series import open_gap, series_name

Topic = Literal["corpus", "actors", "agencies", "cadence", "agreements", "briefing"]


def lead(topic: Topic, study: Frames) -> Html:
    """Give the sentences that a report on `topic` opens with."""
    tellers: dict[Topic, Callable[[Frames], Sequence[Html | str]]] = {
        "corpus": _corpus, "actors": _actors, "agencies": _agencies, "cadence": _cadence,
        "agreements": on_agreements, "briefing": for_a_principal,
    }  # fmt: skip
    said: Sequence[Html | str]
    if study.articles.empty:
        said = ["This selection holds no articles, so there is nothing to report on."]
    else:
        said = tellers[topic](study)
    body = joined(said, " ")
    return Html(f'<div class="lead"><p>{body.markup}</p></div>', body.text)


def _corpus(study: Frames) -> list[Html | str]:
    articles = study.articles
    spoken = words.listed([f"{n:,} in {words.language(code)}" for code, n in articles["lang"].value_counts().items()])
    first, last = articles["published"].min(), articles["published"].max()
    outlets = goto(words.count(articles["outlet"].nunique(), "outlet"), "outlets")
    said: list[Html | str] = [
        _said(
            f"The corpus holds {words.count(len(articles), 'article')} ({spoken}) from ", outlets,
            f", published between {words.day(first)} and {words.day(last)}.",
        ),
        f"They tell of {words.count(len(study.meetings), 'meeting')}: {_statuses(study.meetings)}.",
    ]  # fmt: skip
    copies, undated = int(articles["duplicate_of"].notna().sum()), int(articles["published"].isna().sum())
    if copies:
        copied = goto(words.count(copies, "article is a copy", "articles are copies"), "copies")
        said.append(_said(copied, " and not counted as evidence."))
    if undated:
        said.append(_said("For ", goto(words.count(undated, "article"), "dating"), " no publication date is known."))
    if study.rejects.empty:
        return [*said, "Every source was taken."]
    left = goto(words.count(len(study.rejects), "source was", "sources were"), "rejects")
    return [*said, _said(left, " not taken, see below.")]


def _actors(study: Frames) -> list[Html | str]:
    actors, held = study.actors, study.actors["n_meetings"] > 0
    if actors.empty:
        return ["No people are named in this selection."]
    said: list[Html | str] = [
        _said(
            goto(words.count(len(actors), "person is", "people are"), "actors"),
            f" named in {words.count(len(study.articles), 'article')}; ", goto(f"{int(held.sum()):,}", "actors"),
            " took part in a meeting reported as held.",
        )
    ]  # fmt: skip
    top = actors.sort_values(["n_meetings", "name"], ascending=[False, True]).iloc[0]
    if top["n_meetings"] > 0:
        number = goto(f"{top['n_meetings']:,}", "actors")
        said.append(_said(f"{top['name']} is reported at the most meetings, ", number, f" of {_held(study):,}."))
    homes = int(actors["agency_ids"].map(len).gt(0).sum())
    return [*said, f"For {homes:,} of them an agency is known."]


def _agencies(study: Frames) -> list[Html | str]:
    agencies = study.agencies
    if agencies.empty:
        return ["No agencies are named in this selection."]
    home = agencies["country"].nunique()
    said: list[Html | str] = [
        _said(
            goto(words.count(len(agencies), "agency or body is", "agencies and bodies are"), "agencies"),
            f" named, from {words.count(home, 'country', 'countries')}"
            f" and {int(agencies['country'].isna().sum()):,} international.",
        )
    ]
    top = agencies.sort_values(["n_meetings", "name"], ascending=[False, True]).iloc[0]
    short = agency_names(study)[top["agency_id"]]
    if top["n_meetings"] > 0:
        number = goto(f"{top['n_meetings']:,}", "agencies")
        said.append(_said(f"{short} takes part in the most reported meetings, ", number, f" of {_held(study):,}."))
    return said


def _cadence(study: Frames) -> list[str]:
    series = study.series
    if study.meetings.empty:
        return ["No meetings in this selection."]
    said = [
        f"The selection has {words.count(len(study.meetings), 'meeting')} ({_statuses(study.meetings)}),"
        f" of which {int(study.meetings['series_id'].notna().sum()):,} belong to"
        f" {words.count(len(series), 'series', 'series')}."
    ]
    said += [_longest(row) for row in records(series.nlargest(1, "n_meetings")) if not pd.isna(row["median_gap_days"])]
    said += _silence(study) + _late(study)
    clashing = int(study.meetings["conflicts"].map(len).gt(0).sum())
    if clashing:
        said.append(f"On {words.count(clashing, 'meeting')} the articles disagree; each reading is shown below.")
    return said


def _longest(row: dict[str, Any]) -> str:
    median = words.duration(row["median_gap_days"])
    times = words.count(row["n_meetings"], "time")
    return f"The {series_name(row)} is seen meeting most often, {times}, at a median gap of {median}."


def _silence(study: Frames) -> list[str]:
    """Say for how long no report of the longest silent series was seen."""
    today = last_day(study)
    silent = [
        (gap, series_name(row)) for row in records(study.series) if (gap := open_gap(row["last"], today)) is not None
    ]
    if not silent or today is None:
        return []
    gap, name = max(silent)
    return [
        f"Up to {words.day(today)}, the corpus’ last day, no report of a further meeting of the {name}"
        f" is seen in this corpus for {words.duration(gap)}."
    ]


def _late(study: Frames) -> list[str]:
    """Say how many series are past what was announced or usual."""
    states = study.series["state"].value_counts()
    past, late = int(states.get("past_announced", 0)), int(states.get("later_than_90", 0))
    if not past and not late:
        return []
    return [
        f"{words.count(past, 'series is', 'series are')} past an announced date and {late:,} later than 90 % of"
        " comparable gaps, without a report in this corpus that they met."
    ]


def _held(study: Frames) -> int:
    return int((study.meetings["status"] == "held").sum())


def _statuses(meetings: pd.DataFrame) -> str:
    counts = meetings["status"].fillna("unknown").value_counts()
    return words.listed([f"{n:,} {status}" for status, n in counts.items()]) or "none"


def _said(*parts: Html | str) -> Html:
    return joined(parts, "")
