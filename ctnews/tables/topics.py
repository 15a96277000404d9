"""What the articles speak about, by the four pillars of the UN Global Counter-Terrorism Strategy."""

from __future__ import annotations

from functools import cache

import pandas as pd

from ctnews import lexicon
from ctnews.selection import Frames
from ctnews.tables import words
from ctnews.tables.markup import Html, grid, placed
from ctnews.tables.quotes import Quotes, records


def topics(study: Frames) -> Html:
    """Give the topics, pillar by pillar, with the articles that name each (a copy is no further article)."""
    quotes = Quotes.of(study)
    counted = topic_counts(study.mentions, study.articles)
    rows = [
        {
            "pillar": pillar_name(row["pillar"]),
            "topic": words.kind(row["topic"]),
            "share": f"{row['n'] / max(1, int(study.articles['duplicate_of'].isna().sum())):.0%}",
            "evidence": quotes.of_entity(row["topic"]),
        }
        for row in records(counted)
    ]
    headings = {"pillar": "Pillar", "topic": "Topic", "share": "Of all articles", "evidence": "Evidence"}
    return placed("topics", grid(rows, headings, nothing="No topics in this selection."))


def topic_counts(mentions: pd.DataFrame, articles: pd.DataFrame) -> pd.DataFrame:
    """Give topic, pillar and n, the number of independent articles that name the topic, by pillar and n."""
    named = mentions[mentions["kind"] == "topic"]
    original = named["article_id"].map(articles.set_index("article_id")["duplicate_of"])
    own = named.assign(article_id=original.fillna(named["article_id"]))
    counts = own.groupby("ref")["article_id"].nunique().rename_axis("topic").rename("n").reset_index()
    counts["pillar"] = counts["topic"].map(_pillars()).fillna("")
    return counts.sort_values(["pillar", "n", "topic"], ascending=[True, False, True], ignore_index=True)


def pillar_name(pillar: str) -> str:
    """Give a pillar's number and what it is about.

    >>> pillar_name("3")
    'III. building the capacity of states'
    """
    named = {row["pillar"]: row["english"] for row in lexicon.table("world/pillars")}
    roman = {"1": "I", "2": "II", "3": "III", "4": "IV"}
    return f"{roman.get(pillar, pillar)}. {named[pillar]}" if pillar in named else "no pillar"


@cache
def _pillars() -> dict[str, str]:
    """Give each topic's pillar, as the tables of any language have it."""
    codes = [row["code"] for row in lexicon.table("world/languages")]
    rows = [row for code in codes for row in lexicon.optional_table(f"{code}/topics")]
    return {row["kind"]: row["pillar"] for row in reversed(rows)}
