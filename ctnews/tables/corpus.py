"""Tables on the corpus itself: what came in, from where, and what did not."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from ctnews.selection import Frames
from ctnews.tables import words
from ctnews.tables.markup import Html, escape, grid, placed
from ctnews.tables.quotes import Quotes, records

OUTLETS_SHOWN = 20
ORIGINS_SHOWN = 3


def corpus_summary(study: Frames) -> Html:
    """Give the corpus in a handful of numbers."""
    articles = study.articles
    return figures(
        {
            "articles": len(articles),
            "copies of another": int(articles["duplicate_of"].notna().sum()),
            "outlets": articles["outlet"].nunique(),
            "languages": articles["lang"].nunique(),
            "without a date": int(articles["published"].isna().sum()),
            "meetings told of": len(study.meetings),
            "sources not taken": len(study.rejects),
        }
    )


def figures(numbers: Mapping[str, int]) -> Html:
    """Give a row of large numbers, each above what it counts."""
    shown = "".join(f"<div><dt>{escape(name)}</dt><dd>{number:,}</dd></div>" for name, number in numbers.items())
    return Html(f'<dl class="facts">{shown}</dl>', "; ".join(f"{n:,} {name}" for name, n in numbers.items()))


def outlets(study: Frames) -> Html:
    """Give the outlets by their number of articles, with the first and last day of publication."""
    named = study.articles.assign(outlet=study.articles["outlet"].fillna("not known"))
    groups = named.groupby("outlet")["published"].agg(["size", "min", "max"]).sort_values("size", ascending=False)
    rows = records(groups.reset_index())
    headings = {"outlet": "Outlet", "size": "Articles", "min": "First", "max": "Last"}
    return placed("outlets", grid(rows, headings, nothing="No articles in this selection.", limit=OUTLETS_SHOWN))


def rejects(study: Frames) -> Html:
    """Give every source that was not taken, and why."""
    headings = {"source": "Source", "reason": "Reason", "detail": "What happened"}
    return placed("rejects", grid(records(study.rejects), headings, nothing="Every source was taken.", limit=100))


def duplicates(study: Frames) -> Html:
    """Give the articles that are copies, beside what they are copies of; copies are no evidence."""
    quotes = Quotes.of(study)
    copies = study.articles[study.articles["duplicate_of"].notna()]
    rows = [
        {"copy": quotes.article(row["article_id"]), "original": quotes.article(row["duplicate_of"])}
        for row in records(copies)
    ]
    return grid(rows, {"copy": "Copy", "original": "Copy of"}, nothing="No article is a copy of another.")


def copies(study: Frames) -> Html:
    """Give for each outlet how many of its articles are copies, and whose: the outlets it copies most."""
    named = study.articles.assign(outlet=study.articles["outlet"].fillna("not known"))
    outlet_of = dict(zip(named["article_id"], named["outlet"], strict=True))
    copied = named[named["duplicate_of"].notna()]
    origins = copied["duplicate_of"].map(outlet_of).fillna("not in this selection")
    rows = [
        {
            "outlet": outlet,
            "articles": int((named["outlet"] == outlet).sum()),
            "copies": len(rows),
            "of": [f"{name} ({n:,})" for name, n in rows.value_counts().head(ORIGINS_SHOWN).items()],
            "copied": int((origins == outlet).sum()),
        }
        for outlet, rows in origins.groupby(copied["outlet"])
    ]
    rows.sort(key=lambda row: (-row["copies"], row["outlet"]))
    headings = {
        "outlet": "Outlet", "articles": "Articles", "copies": "Copies", "of": "Copied from",
        "copied": "Copied by others",
    }  # fmt: skip
    return placed("copies", grid(rows, headings, nothing="No outlet copies another.", limit=OUTLETS_SHOWN))


def dating(study: Frames) -> Html:
    """Give how the articles' publication dates are known."""
    basis = study.articles["published_basis"].fillna("not known")
    counts = pd.DataFrame({"n": basis.value_counts()}).reset_index(names="basis")
    headings = {"basis": "Publication date from", "n": "Articles", "share": "Share"}
    rows = [row | {"share": f"{row['n'] / len(basis):.0%}"} for row in records(counts)]
    nothing = f"No articles in this selection ({words.count(0, 'article')})."
    return placed("dating", grid(rows, headings, nothing=nothing))
