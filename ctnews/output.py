"""What the commands say on the terminal of articles and of what was not taken."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    import pandas as pd

    from ctnews.reading import Loaded

ARTICLES_SHOWN = 10
REJECTS_SHOWN = 5
DETAIL_SHOWN = 100


def show_articles(loaded: Loaded) -> None:
    """Show the first articles, a line each."""
    first = loaded.articles.head(ARTICLES_SHOWN)
    rows = zip(first["published"], first["text"], first["source"], first["title"].fillna(""), strict=True)
    if not first.empty:
        click.echo("published   characters  source: title")
    for day, text, source, title in rows:
        told = "unknown" if day != day else str(day)[:10]
        click.echo(f"{told:10}  {len(text):10,}  {_short(f'{source}: {title}' if title else source)}")
    if len(loaded.articles) > ARTICLES_SHOWN:
        click.echo(f"and {len(loaded.articles) - ARTICLES_SHOWN} more")


def show_replaced(sources: Sequence[str]) -> None:
    """Say on the error stream which articles the study no longer holds, and how to keep them."""
    if sources:
        click.echo(
            f"replaced: {len(sources)} earlier articles, since what is read from their sources is another text now:"
            f" {_short(', '.join(sources))}; where those are other files of the same name, build from the folder"
            " above them all",
            err=True,
        )


def show_rejects(frame: pd.DataFrame, where: str, shown: int | None = REJECTS_SHOWN) -> None:
    """Show the first rejects, or all of them in full, on the error stream."""
    rejects = frame.to_dict("records")
    for reject in rejects[:shown]:
        detail = reject["detail"] if shown is None else _short(reject["detail"])
        click.echo(f"not taken: {reject['source']} ({reject['reason']}): {detail}", err=True)
    if shown is not None and len(rejects) > shown:
        click.echo(f"not taken: {len(rejects) - shown} more, {where}", err=True)


def _short(text: str) -> str:
    return text if len(text) <= DETAIL_SHOWN else f"{text[: DETAIL_SHOWN - 1]}…"
