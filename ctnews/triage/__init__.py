"""Triage: out of a crawl of the web, keep what can be about counter-terrorism cooperation, before anything is read."""

from __future__ import annotations

import os
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING

from ctnews.errors import InputError
from ctnews.reading.files import Source, walk
from ctnews.reading.rejected import NotTaken, Rejected, foreign
from ctnews.triage import ledger
from ctnews.triage.ledger import Done
from ctnews.triage.piles import Counts, sift
from ctnews.triage.stems import Stems

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["triage_records"]

Paths = str | os.PathLike[str] | Iterable[str | os.PathLike[str]]


def triage_records(paths: Paths, out: str | Path, *, jobs: int = 1, progress: bool = False) -> pd.DataFrame:
    """Copy the records of web archives, JSON Lines and Parquet files that can matter into the folder `out`.

    The files come out under their names, in the same format and packing, with the records as they were, so that
    `build_study(out, ...)` reads them. Columns out: `frames.TRIAGE`, a row a file. A file that was gone through before
    and has not changed is not gone through again. Raises `InputError` where a path does not exist, `out` lies in
    one of them, or two files have one name.

    >>> triage_records("crawl/", "kept/")  # doctest: +SKIP
    """
    from ctnews.frames import TRIAGE, conform

    given = [Path(path) for path in ([paths] if isinstance(paths, str | os.PathLike) else paths)]
    folder = Path(out)
    found = list(walk(given))
    _check_apart(folder, given)
    _check_names([item.name for item in found if isinstance(item, Source)])
    folder.mkdir(parents=True, exist_ok=True)
    before = ledger.read(folder)
    sources = [source for source in found if isinstance(source, Source)]
    old = {source.name: before[source.name] for source in sources if _same(source, before)}
    new = [source for source in sources if source.name not in old]
    done = old | {row.source: row for row in _sifted(new, folder, jobs=jobs, progress=progress)}
    rejects = [_refused(item) for item in found if isinstance(item, Rejected)]
    return conform([vars(row) for row in (*(done[source.name] for source in sources), *rejects)], TRIAGE)


def _check_apart(folder: Path, given: Sequence[Path]) -> None:
    for path in given:
        if folder.resolve().is_relative_to(path.resolve()):
            raise InputError(
                f"The folder for what is kept, {folder}, lies in {path}, which is gone through; name another."
            )


def _check_names(names: Sequence[str]) -> None:
    twice = sorted(name for name, count in Counter(names).items() if count > 1)
    if twice:
        raise InputError(f"Several files are called {twice[0]}; give the folder above them all.")


def _same(source: Source, before: dict[str, Done]) -> bool:
    try:
        return source.name in before and before[source.name].stamp == ledger.stamp(source.path, Stems.load().digest)
    except OSError:
        return False


def _sifted(sources: Sequence[Source], folder: Path, *, jobs: int, progress: bool) -> Iterator[Done]:
    """Go through the files, several at once, and write each into the ledger when it is done."""
    from tqdm.auto import tqdm

    with tqdm(total=len(sources), desc="triage", unit="file", disable=not progress) as bar:
        for done in _each(sources, folder, jobs):
            ledger.add(folder, done)
            bar.update()
            yield done


def _each(sources: Sequence[Source], folder: Path, jobs: int) -> Iterator[Done]:
    if jobs == 1 or len(sources) < 2:
        yield from (_sift_file(source, folder) for source in sources)
        return
    with ProcessPoolExecutor(jobs) as pool:
        yield from pool.map(_sift_file, sources, [folder] * len(sources))


def _sift_file(source: Source, folder: Path) -> Done:
    """Go through one file; what it keeps stands under its name only when all is written."""
    target = folder / source.name
    hidden = target.with_name(f".{target.name}")
    target.parent.mkdir(parents=True, exist_ok=True)
    counts, problem, start = Counts(), None, time.perf_counter()
    stems = Stems.load()
    try:
        with foreign("The file"):
            sift(source.path, hidden, stems.matter, counts)
    except NotTaken as why:
        problem = str(why)
    _publish(hidden, target, kept=counts.kept)
    seconds = round(time.perf_counter() - start, 3)
    stamp = ledger.stamp(source.path, stems.digest) if source.path.exists() else ""
    return Done(source.name, counts.records, counts.kept, round(counts.size / 1e6, 3), seconds, problem, stamp)


def _publish(hidden: Path, target: Path, *, kept: int) -> None:
    if kept:
        hidden.replace(target)
    else:
        hidden.unlink(missing_ok=True)
        target.unlink(missing_ok=True)


def _refused(rejected: Rejected) -> Done:
    return Done(rejected.source, 0, 0, 0.0, 0.0, rejected.detail, "")
