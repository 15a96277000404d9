"""An overview of what was read: how much of which format, and why the rest was not."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from ctnews.errors import InputError
from ctnews.frames import RAW, REJECTS, Contract
from ctnews.reading.formats import format_of

if TYPE_CHECKING:
    import pandas as pd

    from ctnews.reading import Loaded

READ = "read"
OTHER = "other"
SUFFIXES = (".parquet", ".csv", ".jsonl")


def overview(loaded: Loaded) -> pd.DataFrame:
    """Count what was read and what was not, one row a format and outcome; the outcome is `read` or the reason.

    >>> from ctnews.reading import read_articles
    >>> overview(read_articles([])).columns.tolist()
    ['format', 'outcome', 'count']
    """
    import pandas as pd

    read = loaded.articles[["source"]].assign(outcome=READ)
    rejected = loaded.rejects[["source", "reason"]].rename(columns={"reason": "outcome"})
    every = pd.concat([read, rejected], ignore_index=True)
    counted = every.assign(format=[_format(source) for source in every["source"]])
    frame = counted.groupby(["format", "outcome"], as_index=False).size().rename(columns={"size": "count"})
    return frame.sort_values(["format", "count"], ascending=[True, False], ignore_index=True)


def save(loaded: Loaded, path: Path) -> tuple[Path, Path]:
    """Write the articles to a file (.parquet, .csv or .jsonl) and the rejects to one beside it; gives both paths.

    Raises `InputError` where the extension is another or the disk refuses.
    """
    check_suffix(path)
    beside = path.with_name(f"{path.stem}-rejects{path.suffix}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        _write(loaded.articles, RAW, path)
        _write(loaded.rejects, REJECTS, beside)
    except OSError as error:
        raise InputError(f"{path} cannot be written ({error}); choose another place.") from error
    return path, beside


def check_suffix(path: Path) -> None:
    """Raise `InputError` where frames cannot be written to a file of that name."""
    if path.suffix.lower() not in SUFFIXES:
        raise InputError(f"Frames are not written as {path.name!r}; give a name that ends in {', '.join(SUFFIXES)}.")


def _write(frame: pd.DataFrame, contract: Contract, path: Path) -> None:
    if path.suffix.lower() == ".parquet":
        frame.to_parquet(path, index=False, schema=contract.schema())
    elif path.suffix.lower() == ".csv":
        frame.to_csv(path, index=False)
    else:
        frame.to_json(path, orient="records", lines=True, date_format="iso", force_ascii=False)


def _format(source: str) -> str:
    """Give the format of the innermost part of a source whose name tells one."""
    parts = source.partition("#")[0].split("/")
    return next((name for part in reversed(parts) if (name := format_of(part))), OTHER)
