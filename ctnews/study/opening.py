"""A study on disk: its frames as attributes, queries, and what it says of itself."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from ctnews import frames, storage
from ctnews.errors import StudyError

if TYPE_CHECKING:
    import pandas as pd

FORMAT = 1


class Study:
    """The frames of a study as attributes, read when first asked for: `study.meetings`, `study.actors`, ..."""

    articles: pd.DataFrame
    passages: pd.DataFrame
    mentions: pd.DataFrame
    dates: pd.DataFrame
    people: pd.DataFrame
    actors: pd.DataFrame
    roles: pd.DataFrame
    agencies: pd.DataFrame
    meeting_mentions: pd.DataFrame
    meetings: pd.DataFrame
    life: pd.DataFrame
    links: pd.DataFrame
    series: pd.DataFrame
    agreements: pd.DataFrame
    commitments: pd.DataFrame
    follow_ups: pd.DataFrame
    grounds: pd.DataFrame
    corrections: pd.DataFrame
    rejects: pd.DataFrame

    def __init__(self, path: Path, manifest: dict[str, Any]) -> None:
        self.path = path
        self.manifest = manifest

    def __getattr__(self, name: str) -> pd.DataFrame:
        contract = next((contract for contract in frames.STUDY_FRAMES if contract.name == name), None)
        if contract is None:
            raise AttributeError(f"A study has no frame {name!r}; it has {', '.join(frame_names())}.")
        frame = storage.read(self.path, contract)
        self.__dict__[name] = frame
        return frame

    def sql(self, query: str) -> pd.DataFrame:
        """Answer a query over the frames by DuckDB (needs the extra `sql`): `select kind, count(*) from meetings`.

        Raises `StudyError` where DuckDB is missing or refuses the query.
        """
        try:
            import duckdb
        except ImportError as error:
            raise StudyError("`study.sql` needs DuckDB: pip install 'ctnews[sql]'.") from error
        with duckdb.connect() as connection:
            for name in frame_names():
                view = connection.read_parquet(str(self.path / f"{name}.parquet"))
                view.create_view(name)
            try:
                answer: pd.DataFrame = connection.sql(query).df()
            except duckdb.Error as error:
                raise StudyError(f"The query failed: {error}. Frames: {', '.join(frame_names())}.") from error
        return answer

    def __repr__(self) -> str:
        counts = ", ".join(f"{self.manifest['counts'].get(name, 0)} {name}" for name in SUMMARY)
        return f"<Study {self.path.name}: {counts}>"

    def _repr_html_(self) -> str:
        from ctnews.tables.overview import overview

        return overview(self)._repr_html_()


SUMMARY = ("articles", "actors", "agencies", "meetings", "series")


def frame_names() -> list[str]:
    """Give the names of a study's frames."""
    return [contract.name for contract in frames.STUDY_FRAMES]


def open_study(path: str | Path) -> Study:
    """Open the study in a folder.

    Raises `StudyError` where there is none, it is incomplete, or another version of ctnews wrote it: an earlier one
    whose frames lack columns, or a newer one.
    """
    study = open_any(Path(path))
    missing = storage.outdated(study.path)
    if missing:
        raise StudyError(
            f"The study in {study.path} was written by an earlier version of ctnews and lacks {', '.join(missing)}."
            f" Update it: ctnews build INPUT --out {study.path} links what it holds anew; to have its articles read"
            " anew too, build into a new folder."
        )
    return study


def open_any(folder: Path) -> Study:
    """Open a study also where an earlier version wrote it."""
    manifest = storage.read_manifest(folder)
    if manifest.get("format", 0) > FORMAT:
        raise StudyError(
            f"The study in {folder} was written by ctnews {manifest.get('ctnews')}; this version reads format"
            f" {FORMAT}. Install that version or build the study again."
        )
    return Study(folder, manifest)
