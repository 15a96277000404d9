"""Builds studies from articles, updates them, and links them anew: the one room that knows every stage."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any

from ctnews import frames, storage
from ctnews.corrections import beside, read_corrections
from ctnews.execution import executing
from ctnews.study.opening import FORMAT, Study, open_any, open_study

if TYPE_CHECKING:
    from concurrent.futures import Executor

    import pandas as pd

    from ctnews.cleaning import Cleaned
    from ctnews.extraction import Extracted
    from ctnews.linking import Linked


def build_study(
    inputs: str | Path | Iterable[str | Path],
    out: str | Path,
    *,
    columns: Mapping[str, str | Sequence[str]] | None = None,
    jobs: int | None = 1,
    cluster: str | None = None,
    progress: bool = False,
) -> Study:
    """Build a study from files and folders of articles, or add what is new in them to the study that `out` holds.

    Runs read, clean, extract, link and cadence, and replaces the folder `out` by one rename. `columns` names the
    columns of files of records, as for `read_articles`. Articles are cleaned and extracted by `jobs` processes (None:
    as many as there are cores) or by the Dask cluster at the address `cluster`; the study is the same. An article is
    replaced where a source of its name now holds another text; `manifest["replaced"]` names those. Raises `InputError`
    where an input does not exist, `out` is a file, `corrections.csv` beside it cannot be read or there is no such
    cluster, `RunError` where a worker dies, and `StudyError` where `out` holds something that is no study.
    """
    from ctnews.reading import read_articles

    folder = Path(out)
    storage.check_place(folder)
    earlier = _earlier(folder)
    corrections = read_corrections(beside(folder), folder.name)
    loaded = read_articles(inputs, columns=columns, progress=progress)
    with executing(jobs, cluster=cluster, rows=len(loaded.articles)) as executor:
        tables = _add(earlier, loaded.articles, loaded.rejects, executor=executor, progress=progress)
    linked = _link(tables, corrections)
    kept = earlier["articles"]["article_id"].isin(tables["articles"]["article_id"])
    replaced = sorted(earlier["articles"].loc[~kept, "source"])
    storage.write(folder, linked, {"format": FORMAT, "inputs": _names(inputs), "replaced": replaced})
    return open_study(folder)


def relink(study: Study | str | Path) -> Study:
    """Link what a study holds anew, with the corrections that stand beside it now; reads no article.

    Gives the study opened again. Raises `InputError` where `corrections.csv` cannot be read.
    """
    return _relinked(Path(study.path if isinstance(study, Study) else study), lambda tables: tables)


def remove_articles(study: Study | str | Path, sources: Iterable[str]) -> Study:
    """Take articles out of a study by their `source`, and link the rest as if they had never been there."""
    gone = set(sources)

    def without(tables: dict[str, pd.DataFrame]) -> dict[str, pd.DataFrame]:
        from ctnews.cleaning import mark_duplicates

        ids = set(tables["articles"].loc[tables["articles"]["source"].isin(gone), "article_id"])
        kept = {name: _without(frame, ids, gone).reset_index(drop=True) for name, frame in tables.items()}
        return {**kept, "articles": mark_duplicates(kept["articles"])}

    return _relinked(Path(study.path if isinstance(study, Study) else study), without)


def _relinked(folder: Path, change: Callable[[dict[str, pd.DataFrame]], dict[str, pd.DataFrame]]) -> Study:
    manifest = storage.read_manifest(folder)
    corrections = read_corrections(beside(folder), folder.name)
    linked = _link(change(_earlier(folder)), corrections)
    kept: dict[str, Any] = {key: manifest[key] for key in ("inputs", "replaced") if key in manifest}
    storage.write(folder, linked, {**kept, "format": FORMAT})
    return open_study(folder)


def _earlier(folder: Path) -> dict[str, pd.DataFrame]:
    """Give the frames of single articles that the study already holds, or empty ones."""
    if not folder.exists() or not any(folder.iterdir()):
        return {contract.name: frames.empty(contract) for contract in storage.ARTICLE_FRAMES}
    open_any(folder)
    return {contract.name: storage.read(folder, contract, extracted=True) for contract in storage.ARTICLE_FRAMES}


def _add(
    earlier: dict[str, pd.DataFrame],
    raw: pd.DataFrame,
    rejects: pd.DataFrame,
    *,
    executor: Executor | None,
    progress: bool,
) -> dict[str, pd.DataFrame]:
    """Clean and extract what is new, and put it to what is there."""
    from ctnews.cleaning import clean_articles, mark_duplicates
    from ctnews.extraction import extract_facts

    new = raw[~raw["article_id"].isin(earlier["articles"]["article_id"])]
    cleaned = clean_articles(new, executor=executor, progress=progress)
    extracted = extract_facts(cleaned.articles, cleaned.passages, executor=executor, progress=progress)
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


def _link(tables: dict[str, pd.DataFrame], corrections: pd.DataFrame) -> dict[str, pd.DataFrame]:
    """Link the facts of all articles, and give every frame of the study and the extracted ones beside them."""
    from ctnews.cadence import summarise
    from ctnews.linking import follow, link

    articles, people, agencies = (tables[name] for name in ("articles", "people", "agency_mentions"))
    linked: Linked = link(articles, people, agencies, tables["meeting_mentions"], corrections)
    series = summarise(linked.meetings, linked.series, asof=tables["articles"]["published_last"].max())
    return {
        **{f"{storage.EXTRACTED}/{name}": frame for name, frame in tables.items()},
        **{
            name: tables[name]
            for name in ("articles", "passages", "dates", "agreements", "commitments", "grounds", "rejects")
        },
        "mentions": _with_actors(tables["mentions"], linked.refs),
        "people": _people(tables["people"], linked.refs),
        **{name: frame for name, frame in linked._asdict().items() if name != "refs"},
        "series": series,
        "follow_ups": follow(
            tables["agreements"], tables["commitments"], articles, linked.meeting_mentions, linked.meetings
        ),
    }


def _with_actors(mentions: pd.DataFrame, refs: pd.DataFrame) -> pd.DataFrame:
    """Give mentions of persons the actor they refer to."""
    actor_of = dict(zip(refs["person_id"], refs["actor_id"], strict=True))
    persons = mentions["kind"] == "person"
    ref = mentions["ref"].where(~persons, mentions["ref"].map(actor_of))
    return frames.conform(mentions.assign(ref=ref), frames.MENTIONS)


def _people(people: pd.DataFrame, refs: pd.DataFrame) -> pd.DataFrame:
    actor_of = dict(zip(refs["person_id"], refs["actor_id"], strict=True))
    return frames.conform(people.assign(actor_id=people["person_id"].map(actor_of)), frames.PEOPLE)


def _names(inputs: str | Path | Iterable[str | Path]) -> list[str]:
    given = [inputs] if isinstance(inputs, str | Path) else list(inputs)
    return sorted(Path(path).name for path in given)
