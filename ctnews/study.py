"""A study: a folder of Parquet frames, built from articles; the one room that knows every stage."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any

from ctnews import frames, storage
from ctnews.errors import StudyError

if TYPE_CHECKING:
    import pandas as pd

    from ctnews.cleaning import Cleaned
    from ctnews.extraction import Extracted
    from ctnews.linking import Linked

FORMAT = 1


class Study:
    """The frames of a study as attributes, read when first asked for: `study.meetings`, `study.actors`, ..."""

    articles: pd.DataFrame
    passages: pd.DataFrame
    mentions: pd.DataFrame
    dates: pd.DataFrame
    people: pd.DataFrame
    actors: pd.DataFrame
    agencies: pd.DataFrame
    meeting_mentions: pd.DataFrame
    meetings: pd.DataFrame
    series: pd.DataFrame
    agreements: pd.DataFrame
    commitments: pd.DataFrame
    grounds: pd.DataFrame
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
    study = _opened(Path(path))
    missing = storage.outdated(study.path)
    if missing:
        raise StudyError(
            f"The study in {study.path} was written by an earlier version of ctnews and lacks {', '.join(missing)}."
            f" Update it: ctnews build INPUT --out {study.path} links what it holds anew; to have its articles read"
            " anew too, build into a new folder."
        )
    return study


def _opened(folder: Path) -> Study:
    """Open a study also where an earlier version wrote it."""
    manifest = storage.read_manifest(folder)
    if manifest.get("format", 0) > FORMAT:
        raise StudyError(
            f"The study in {folder} was written by ctnews {manifest.get('ctnews')}; this version reads format"
            f" {FORMAT}. Install that version or build the study again."
        )
    return Study(folder, manifest)


def build_study(
    inputs: str | Path | Iterable[str | Path],
    out: str | Path,
    *,
    columns: Mapping[str, str | Sequence[str]] | None = None,
    progress: bool = False,
) -> Study:
    """Build a study from files and folders of articles, or add what is new in them to the study that `out` holds.

    Runs read, clean, extract, link and cadence, and replaces the folder `out` by one rename. `columns` names the
    columns of files of records, as for `read_articles`. An article is replaced where a source of its name now
    holds another text; `manifest["replaced"]` names those. Raises `InputError` where an input does not
    exist or `out` is a file, and `StudyError` where `out` holds something that is no study.
    """
    from ctnews.reading import read_articles

    folder = Path(out)
    storage.check_place(folder)
    earlier = _earlier(folder)
    loaded = read_articles(inputs, columns=columns, progress=progress)
    tables = _add(earlier, loaded.articles, loaded.rejects, progress=progress)
    linked = _link(tables)
    kept = earlier["articles"]["article_id"].isin(tables["articles"]["article_id"])
    replaced = sorted(earlier["articles"].loc[~kept, "source"])
    storage.write(folder, linked, {"format": FORMAT, "inputs": _names(inputs), "replaced": replaced})
    return open_study(folder)


def _earlier(folder: Path) -> dict[str, pd.DataFrame]:
    """Give the frames of single articles that the study already holds, or empty ones."""
    if not folder.exists() or not any(folder.iterdir()):
        return {contract.name: frames.empty(contract) for contract in storage.ARTICLE_FRAMES}
    _opened(folder)
    return {contract.name: storage.read(folder, contract, extracted=True) for contract in storage.ARTICLE_FRAMES}


def _add(
    earlier: dict[str, pd.DataFrame], raw: pd.DataFrame, rejects: pd.DataFrame, *, progress: bool
) -> dict[str, pd.DataFrame]:
    """Clean and extract what is new, and put it to what is there."""
    from ctnews.cleaning import clean_articles, mark_duplicates
    from ctnews.extraction import extract_facts

    new = raw[~raw["article_id"].isin(earlier["articles"]["article_id"])]
    cleaned = clean_articles(new, progress=progress)
    extracted = extract_facts(cleaned.articles, cleaned.passages, progress=progress)
    fresh = _fresh(cleaned, extracted, rejects)
    replaced = set(raw["source"])
    settled = _settled([*raw["source"], *rejects["source"]])
    stale = earlier["articles"]["source"].isin(replaced) & ~earlier["articles"]["article_id"].isin(raw["article_id"])
    gone = set(earlier["articles"].loc[stale, "article_id"])
    tables = {name: _joined(_without(frame, gone, settled), fresh[name], name) for name, frame in earlier.items()}
    tables["articles"] = mark_duplicates(tables["articles"])
    return tables


def _fresh(cleaned: Cleaned, extracted: Extracted, rejects: pd.DataFrame) -> dict[str, pd.DataFrame]:
    import pandas as pd

    return {
        **extracted._asdict(),
        "passages": cleaned.passages,
        "rejects": pd.concat([rejects, cleaned.rejects], ignore_index=True),
    }


def _settled(sources: Iterable[str]) -> set[str]:
    """Give the sources with all that they are parts of: what was said of those before, this reading says anew."""
    settled = set()
    for source in sources:
        whole = source.partition("#")[0]
        settled |= {source, whole, *(str(parent) for parent in PurePosixPath(whole).parents)}
    return settled


def _without(frame: pd.DataFrame, article_ids: set[str], sources: set[str]) -> pd.DataFrame:
    if "article_id" in frame:
        return frame[~frame["article_id"].isin(article_ids)]
    return frame[~frame["source"].isin(sources)]


def _joined(one: pd.DataFrame, other: pd.DataFrame, name: str) -> pd.DataFrame:
    import pandas as pd

    contract = next(contract for contract in storage.ARTICLE_FRAMES if contract.name == name)
    rows = [*one.to_dict("records"), *other.to_dict("records")]
    keys = [
        column
        for column in ("source", "article_id", "start", "passage", "person_id", "mention_id")
        if column in contract.names
    ]
    frame = frames.conform(rows, contract)
    if name == "rejects":
        frame = frame.drop_duplicates(ignore_index=True)
    return pd.DataFrame(frame.sort_values(keys, kind="stable", ignore_index=True))


def _link(tables: dict[str, pd.DataFrame]) -> dict[str, pd.DataFrame]:
    """Link the facts of all articles, and give every frame of the study and the extracted ones beside them."""
    from ctnews.cadence import summarise
    from ctnews.linking import link

    linked: Linked = link(tables["articles"], tables["people"], tables["agency_mentions"], tables["meeting_mentions"])
    series = summarise(linked.meetings, linked.series, asof=tables["articles"]["published_last"].max())
    return {
        **{f"{storage.EXTRACTED}/{name}": frame for name, frame in tables.items()},
        **{
            name: tables[name]
            for name in ("articles", "passages", "dates", "people", "agreements", "commitments", "grounds", "rejects")
        },
        "mentions": _with_actors(tables["mentions"], linked.refs),
        "actors": linked.actors,
        "agencies": linked.agencies,
        "meeting_mentions": linked.meeting_mentions,
        "meetings": linked.meetings,
        "series": series,
    }


def _with_actors(mentions: pd.DataFrame, refs: pd.DataFrame) -> pd.DataFrame:
    """Give mentions of persons the actor they refer to."""
    actor_of = dict(zip(refs["person_id"], refs["actor_id"], strict=True))
    persons = mentions["kind"] == "person"
    ref = mentions["ref"].where(~persons, mentions["ref"].map(actor_of))
    return frames.conform(mentions.assign(ref=ref), frames.MENTIONS)


def _names(inputs: str | Path | Iterable[str | Path]) -> list[str]:
    given = [inputs] if isinstance(inputs, str | Path) else list(inputs)
    return sorted(Path(path).name for path in given)
