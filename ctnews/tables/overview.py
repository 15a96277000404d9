"""A study on one screen: what it holds, how far it reaches, and where to look next."""

from __future__ import annotations

from ctnews.selection import Frames, last_day
from ctnews.tables import words
from ctnews.tables.corpus import figures
from ctnews.tables.markup import Html, escape, grid, joined, paragraph
from ctnews.tables.quotes import records
from ctnews.tables.series import STATES, expected, series_name

COUNTED = ("articles", "meetings", "series", "actors", "agencies", "agreements", "commitments", "rejects")
SERIES_SHOWN = 6


def overview(study: Frames) -> Html:
    """Give a study's counts, the days and languages it covers, its most frequent series, and calls that lead on."""
    counts = study.manifest.get("counts", {})
    name = study.path.name
    parts = [
        Html(f"<h4>Study {escape(name)}</h4>", f"Study {name}"),
        paragraph(_reach(study)),
        figures({frame: int(counts.get(frame, 0)) for frame in COUNTED}),
        _series(study),
        paragraph(_doubts(study)),
        _next(study),
    ]
    return joined(parts, "\n")


def _reach(study: Frames) -> str:
    articles = study.articles
    if articles.empty:
        return "It holds no articles."
    spoken = words.listed([f"{n:,} in {words.language(code)}" for code, n in articles["lang"].value_counts().items()])
    first = words.day(articles["published"].min())
    outlets = words.count(articles["outlet"].nunique(), "outlet")
    return f"Published between {first} and {words.day(last_day(study))}, in {outlets}; {spoken}."


def _series(study: Frames) -> Html:
    """Give the series that met most often."""
    first = study.series.sort_values(["n_meetings", "last"], ascending=False, kind="stable").head(SERIES_SHOWN)
    rows = [
        {
            "name": series_name(row),
            "n": row["n_meetings"],
            "last": words.day(row["last"]),
            "next": expected(row) or STATES.get(row["state"], words.kind(row["state"])),
        }
        for row in records(first)
    ]
    headings = {"name": "Series that met most often", "n": "Held", "last": "Last", "next": "Next"}
    return grid(rows, headings, nothing="It tells of no series of meetings.")


def _doubts(study: Frames) -> str:
    clashing = int(study.meetings["conflicts"].map(len).gt(0).sum())
    undated = int(study.meetings["start"].isna().sum())
    copies = int(study.articles["duplicate_of"].notna().sum())
    return (
        f"On {words.count(clashing, 'meeting')} the articles disagree; {undated:,} have no known date;"
        f" {words.count(copies, 'article is a copy', 'articles are copies')} and no evidence."
    )


def _next(study: Frames) -> Html:
    most = study.meetings.sort_values("n_articles", ascending=False)["meeting_id"].head(1)
    calls = ["study.meetings", 'ct.select(study, countries=["ID"])']
    calls += [f"ct.{name}(study, {ref!r})" for ref in most for name in ("evidence", "compare")]
    calls += ['ct.run_reports(study=study.path, out="reports")']
    shown = "; ".join(f"<code>{escape(call)}</code>" for call in calls)
    return Html(f"<p>Look on: {shown}</p>", f"Look on: {'; '.join(calls)}")
