"""Reading: files and folders in; raw articles and rejects out, which together make up what was given."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

import pandas as pd

from ctnews.frames import RAW, REJECTS, conform
from ctnews.reading.files import Source, walk
from ctnews.reading.formats import Article, read_source
from ctnews.reading.rejected import Rejected

__all__ = ["Loaded", "read_articles"]

Paths = str | os.PathLike[str] | Iterable[str | os.PathLike[str]]


class Loaded(NamedTuple):
    """What reading gives: the raw articles (`frames.RAW`) and what was not taken (`frames.REJECTS`)."""

    articles: pd.DataFrame
    rejects: pd.DataFrame


def read_articles(paths: Paths, *, progress: bool = False) -> Loaded:
    """Read articles from files and folders, which are walked recursively in sorted order.

    Read are .txt, .text, .md, .html, .htm, .json, .jsonl, .ndjson and .csv, each also as .gz. Columns out:
    `frames.RAW`. Every file or record that is not taken is a row of `rejects` (`frames.REJECTS`) with the reason;
    so is a second one with the same content. Raises `InputError` where a path does not exist.

    >>> read_articles([]).articles.empty
    True
    """
    sources = list(walk(_listed(paths)))
    articles: list[dict[str, Any]] = []
    rejects: list[dict[str, str]] = []
    sources_by_id: dict[str, str] = {}
    for source in _shown(sources, progress):
        for item in read_source(source):
            outcome = _unless_repeated(item, sources_by_id)
            if isinstance(outcome, Rejected):
                rejects.append(outcome.row())
            else:
                articles.append(outcome)
                sources_by_id[outcome["article_id"]] = outcome["source"]
    return Loaded(conform(articles, RAW), conform(rejects, REJECTS))


def _unless_repeated(item: Article | Rejected, sources_by_id: Mapping[str, str]) -> Article | Rejected:
    if isinstance(item, Rejected) or item["article_id"] not in sources_by_id:
        return item
    return Rejected(item["source"], "same_content", f"It holds the same as {sources_by_id[item['article_id']]}.")


def _listed(paths: Paths) -> list[Path]:
    given = [paths] if isinstance(paths, str | os.PathLike) else list(paths)
    return [Path(path) for path in given]


def _shown(sources: list[Source], progress: bool) -> Iterable[Source]:
    if not progress:
        return sources
    from tqdm.auto import tqdm

    shown: Iterable[Source] = tqdm(sources, desc="reading", unit="file")
    return shown
