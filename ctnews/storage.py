"""Keeps the frames of a study as Parquet files in a folder that is whole or absent."""

from __future__ import annotations

import hashlib
import json
import shutil
import tempfile
from collections.abc import Mapping
from contextlib import suppress
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ctnews import frames
from ctnews.errors import InputError, StudyError

if TYPE_CHECKING:
    import pandas as pd

MANIFEST = "manifest.json"
EXTRACTED = "extracted"  # the frames of single articles as they were before linking

ARTICLE_FRAMES = (
    frames.ARTICLES,
    frames.PASSAGES,
    frames.MENTIONS,
    frames.DATES,
    frames.PEOPLE,
    frames.AGENCY_MENTIONS,
    frames.MEETING_MENTIONS,
    frames.AGREEMENTS,
    frames.GROUNDS,
    frames.COMMITMENTS,
    frames.REJECTS,
)


def read(folder: Path, contract: frames.Contract, *, extracted: bool = False) -> pd.DataFrame:
    """Read one frame of a study; raises `StudyError` where the file is missing or broken."""
    import pandas as pd
    import pyarrow as pa

    path = folder / EXTRACTED / f"{contract.name}.parquet" if extracted else folder / f"{contract.name}.parquet"
    try:
        return frames.conform(pd.read_parquet(path), contract)
    except (OSError, pa.ArrowException) as error:
        raise StudyError(
            f"Frame {contract.name!r} of the study in {folder} cannot be read ({error}). Build the study again:"
            f" ctnews build INPUT --out {folder}."
        ) from error


def outdated(folder: Path) -> list[str]:
    """Give the columns that an earlier version did not write, as `meetings.n_sources`; broken files are left out."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    missing = []
    for contract in frames.STUDY_FRAMES:
        with suppress(OSError, pa.ArrowException):
            held = set(pq.read_schema(folder / f"{contract.name}.parquet").names)
            missing += [f"{contract.name}.{name}" for name in contract.names if name not in held]
    return missing


def check_place(folder: Path) -> None:
    """Raise `InputError` where no folder can be made in that place, since a file stands in its way."""
    standing = next((path for path in (folder, *folder.parents) if path.exists()), None)
    if standing is not None and not standing.is_dir():
        raise InputError(f"{folder} cannot be a folder, since {standing} is a file; choose another --out.")


def write(folder: Path, tables: Mapping[str, pd.DataFrame], manifest: Mapping[str, Any]) -> None:
    """Write all frames and the manifest into a new folder beside `folder`, then put it in its place.

    Raises `StudyError` where the disk refuses.
    """
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=f".{folder.name}-", dir=folder.parent) as temporary:
            new = Path(temporary) / "new"
            (new / EXTRACTED).mkdir(parents=True)
            for name, frame in tables.items():
                _write_frame(new / f"{name}.parquet", frame, _contract(name))
            text = json.dumps(_manifest(new, tables, manifest), indent=1, sort_keys=True)
            (new / MANIFEST).write_text(text + "\n", "utf-8")
            _swap(new, folder, Path(temporary) / "old")
    except OSError as error:
        raise StudyError(
            f"The study could not be written to {folder} ({error}); free space or choose another --out."
        ) from error


def read_manifest(folder: Path) -> dict[str, Any]:
    """Read the manifest of a study; raises `StudyError` where there is none."""
    try:
        manifest: dict[str, Any] = json.loads((folder / MANIFEST).read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise StudyError(
            f"There is no study in {folder} ({MANIFEST} cannot be read). Build one: ctnews build INPUT --out {folder}."
        ) from error
    return manifest


def _contract(name: str) -> frames.Contract:
    short = name.rpartition("/")[2]
    return next(c for c in (*frames.STUDY_FRAMES, *ARTICLE_FRAMES) if c.name == short)


def _write_frame(path: Path, frame: pd.DataFrame, contract: frames.Contract) -> None:
    import pyarrow as pa
    import pyarrow.parquet as pq

    table = pa.Table.from_pandas(frame, schema=contract.schema(), preserve_index=False)
    pq.write_table(table.replace_schema_metadata(None), path, compression="zstd")


def _manifest(folder: Path, tables: Mapping[str, pd.DataFrame], more: Mapping[str, Any]) -> dict[str, Any]:
    digests = {name: _digest(folder / f"{name}.parquet") for name in sorted(tables)}
    counts = {contract.name: len(tables[contract.name]) for contract in frames.STUDY_FRAMES}
    articles = tables["articles"]["article_id"].sort_values()
    corpus = hashlib.sha256("\n".join(articles).encode()).hexdigest()
    return {**more, "ctnews": version("ctnews"), "counts": counts, "digests": digests, "corpus": corpus}


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _swap(new: Path, folder: Path, old: Path) -> None:
    if folder.exists():
        folder.replace(old)
    try:
        new.replace(folder)
    except OSError:
        if old.exists():
            old.replace(folder)
        raise
    shutil.rmtree(old, ignore_errors=True)
