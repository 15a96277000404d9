"""Reading: files and folders in; raw articles and rejects out, which together make up what was given."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from ctnews.reading.columns import Columns
from ctnews.reading.files import Source, walk
from ctnews.reading.formats import Article, read_source
from ctnews.reading.rejected import Rejected

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["Loaded", "Rejected", "iter_articles", "read_articles"]

MAX_REJECTS = 100_000
"""How many rejects of one file are listed one by one; a last one counts the others."""

Paths = str | os.PathLike[str] | Iterable[str | os.PathLike[str]]
Given = Mapping[str, str | Sequence[str]]


class Loaded(NamedTuple):
    """What reading gives: the raw articles (`frames.RAW`) and what was not taken (`frames.REJECTS`)."""

    articles: pd.DataFrame
    rejects: pd.DataFrame


def read_articles(paths: Paths, *, columns: Given | None = None, progress: bool = False) -> Loaded:
    """Read articles from files and folders, which are walked recursively in sorted order.

    Read are text, HTML, JSON, JSON Lines, CSV, TSV, workbooks (.xlsx), Parquet, feeds (RSS, Atom), web archives
    (.warc, with the extra `warc`), also packed (.gz, .bz2, .xz, .zst) and in zip and tar archives. `columns` names
    the columns that hold text, title, url, published, outlet or author where their names are not the usual ones
    (`{"text": "Isi Berita"}`). Columns out: `frames.RAW`. Every file or record that is not taken is a row of
    `rejects` (`frames.REJECTS`) with the reason; so is a second one with the same content. Of a file with more than
    `MAX_REJECTS` of them the last row counts the others. Raises `InputError` where a path does not exist or
    `columns` names no field.

    >>> read_articles([]).articles.empty
    True
    """
    from ctnews.frames import RAW, REJECTS, conform

    articles: list[Article] = []
    rejects: list[dict[str, str]] = []
    for item in iter_articles(paths, columns=columns, progress=progress):
        if isinstance(item, Rejected):
            rejects.append(item.row())
        else:
            articles.append(item)
    return Loaded(conform(articles, RAW), conform(rejects, REJECTS))


def iter_articles(
    paths: Paths, *, columns: Given | None = None, progress: bool = False
) -> Iterator[Article | Rejected]:
    """Give one by one what `read_articles` reads: articles as mappings (`frames.RAW`), and `Rejected` ones.

    Nothing is kept but which contents were seen, so that files of any size can be gone through. Raises what
    `read_articles` raises, at once.

    >>> [item["title"] for item in iter_articles([]) if not isinstance(item, Rejected)]
    []
    """
    given = [paths] if isinstance(paths, str | os.PathLike) else list(paths)
    sources = list(walk(Path(path) for path in given))
    return _read(sources, Columns(columns), progress)


def _read(sources: list[Source | Rejected], columns: Columns, progress: bool) -> Iterator[Article | Rejected]:
    sources_by_id: dict[str, str] = {}
    with _Meter(sources, shown=progress) as meter:
        for source in sources:
            if isinstance(source, Rejected):
                yield source
            else:
                items = read_source(source, columns, meter.file(source))
                yield from _counted(_unrepeated(items, sources_by_id), source.name)


def _unrepeated(items: Iterable[Article | Rejected], sources_by_id: dict[str, str]) -> Iterator[Article | Rejected]:
    for item in items:
        if isinstance(item, Rejected):
            yield item
        elif item["article_id"] in sources_by_id:
            first = sources_by_id[item["article_id"]]
            yield Rejected(item["source"], "same_content", f"It holds the same as {first}.")
        else:
            sources_by_id[item["article_id"]] = item["source"]
            yield item


def _counted(items: Iterable[Article | Rejected], name: str) -> Iterator[Article | Rejected]:
    """Give the items, and of more rejects than anybody reads the count."""
    reasons: Counter[str] = Counter()
    for item in items:
        if isinstance(item, Rejected):
            reasons[item.reason] += 1
        if not isinstance(item, Rejected) or reasons.total() <= MAX_REJECTS:
            yield item
    if reasons.total() > MAX_REJECTS:
        told = ", ".join(f"{count:,} {reason}" for reason, count in reasons.most_common())
        yield Rejected(name, "many", f"Only the first {MAX_REJECTS:,} rejects of the file are listed; in all: {told}.")


class _Meter:
    """A progress bar over the bytes of files; a file that is gone over twice counts once."""

    def __init__(self, sources: list[Source | Rejected], *, shown: bool) -> None:
        self._left = 0
        self._bar: Any = None
        if shown:
            from tqdm.auto import tqdm

            total = sum(source.size for source in sources if isinstance(source, Source))
            self._bar = tqdm(total=total, desc="reading", unit="B", unit_scale=True)

    def __enter__(self) -> _Meter:
        return self

    def __exit__(self, *_: object) -> None:
        if self._bar is not None:
            self._bar.update(self._left)
            self._bar.close()

    def file(self, source: Source) -> Callable[[int], None]:
        """Begin a file; gives what takes the count of bytes read."""
        if self._bar is None:
            return _ignored
        self._bar.update(self._left)
        self._left = source.size
        return self._seen

    def _seen(self, count: int) -> None:
        counted = min(count, self._left)
        self._left -= counted
        self._bar.update(counted)


def _ignored(_: int) -> None:
    pass
