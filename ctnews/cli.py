"""The commands: read, triage, build, report, export, score."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from ctnews.errors import CtnewsError, InputError
from ctnews.output import REJECTS_SHOWN, show_articles, show_rejects, show_replaced

if TYPE_CHECKING:
    from collections.abc import Sequence


class Commands(click.Group):
    """A group whose commands report our own errors in one line; wrong arguments exit with 2, failures with 1."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command."""
        try:
            return super().invoke(ctx)
        except CtnewsError as error:
            click.echo(f"ctnews: {error}", err=True)
            ctx.exit(2 if isinstance(error, InputError) else 1)


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110})
@click.version_option(package_name="ctnews")
def main() -> None:
    """Turn articles on counter-terrorism cooperation into frames and reports."""


columns_option = click.option(
    "--column",
    "columns",
    multiple=True,
    metavar="FIELD=NAME",
    help="A column that holds text, title, url, published, outlet or author; may be repeated, also for one of them.",
)


@main.command(
    epilog='Example: ctnews read my-articles/ export.xlsx --column text="Isi Berita" --out articles.parquet',
    short_help="Show what would be read from files and what not.",
)
@click.argument("inputs", nargs=-1, required=True, metavar="INPUT...")
@columns_option
@click.option("--out", type=click.Path(path_type=Path), help="File for the articles (.parquet, .csv, .jsonl).")
@click.option("--rejects", "all_rejects", is_flag=True, help="Show everything that is not taken.")
@click.option("--quiet", is_flag=True, help="No progress bar and nothing shown.")
def read(
    inputs: tuple[str, ...], columns: tuple[str, ...], out: Path | None, *, all_rejects: bool, quiet: bool
) -> None:
    """Read the articles in files and folders INPUT and show what is taken and what is not, and why.

    The rejects are written beside OUT. Exits with 1 where there is no article at all.
    """
    from ctnews.reading import overview, read_articles

    if out is not None:
        overview.check_suffix(out)
    loaded = read_articles(inputs, columns=_columns(columns), progress=not quiet and sys.stderr.isatty())
    if not quiet:
        click.echo(f"{len(loaded.articles)} articles, {len(loaded.rejects)} rejected\n")
        counted = overview.overview(loaded)
        click.echo("There is no file in it.\n" if counted.empty else counted.to_string(index=False) + "\n")
        show_articles(loaded)
        show_rejects(loaded.rejects, "give --rejects to see all", None if all_rejects else REJECTS_SHOWN)
    if out is not None:
        for path in overview.save(loaded, out):
            click.echo(str(path))
    if loaded.articles.empty:
        raise SystemExit(1)


@main.command(
    epilog="Example: ctnews triage crawl/ --out kept/ --jobs 2 && ctnews build kept/ --out study/",
    short_help="Keep what can matter out of a crawl of the web.",
)
@click.argument("inputs", nargs=-1, required=True, metavar="INPUT...")
@click.option("--out", required=True, type=click.Path(path_type=Path), help="Folder for the records that are kept.")
@click.option("--jobs", default=1, show_default=True, type=click.IntRange(1), help="Files gone through at once.")
@click.option("--quiet", is_flag=True, help="No progress bar and nothing shown.")
def triage(inputs: tuple[str, ...], out: Path, *, jobs: int, quiet: bool) -> None:
    """Copy the records in the WARC, JSON Lines and Parquet files INPUT that can be about cooperation into OUT.

    A run that broke off goes on where it was. Exits with 1 where a file could not be gone through to its end.
    """
    from ctnews.triage import triage_records

    found = triage_records(inputs, out, jobs=jobs, progress=not quiet and sys.stderr.isatty())
    if not quiet:
        click.echo(
            f"{found['kept'].sum():,} of {found['records'].sum():,} records kept, {found['megabytes'].sum():,.1f} MB"
            f" in {len(found)} files gone through: {out}"
        )
    problems = found[found["problem"].notna()]
    for row in problems.to_dict("records"):
        click.echo(f"not gone through: {row['source']}: {row['problem']}", err=True)
    if not problems.empty:
        raise SystemExit(1)


@main.command(
    epilog="Example: ctnews build data/sample --out data/studies/sample",
    short_help="Build or update a study from articles.",
)
@click.argument("inputs", nargs=-1, required=True, metavar="INPUT...")
@click.option("--out", required=True, type=click.Path(path_type=Path), help="Folder of the study.")
@columns_option
@click.option("--jobs", default=1, show_default=True, type=click.IntRange(1), help="Processes that work at once.")
@click.option("--cluster", metavar="ADDRESS", help="Scheduler of a Dask cluster that does the work, tcp://HOST:PORT.")
@click.option("--quiet", is_flag=True, help="No progress bars and no summary.")
def build(
    inputs: tuple[str, ...], out: Path, columns: tuple[str, ...], jobs: int, cluster: str | None, *, quiet: bool
) -> None:
    """Read, clean, extract and link the articles in files and folders INPUT into the study OUT.

    Where OUT holds a study, only what is new is read.
    """
    from ctnews.study import build_study

    shown = not quiet and sys.stderr.isatty()
    study = build_study(inputs, out, columns=_columns(columns), jobs=jobs, cluster=cluster, progress=shown)
    if not quiet:
        counts = study.manifest["counts"]
        click.echo(
            f"{counts['articles']} articles ({counts['rejects']} rejected), {counts['meetings']} meetings in"
            f" {counts['series']} series, {counts['actors']} actors, {counts['agencies']} agencies: {out}"
        )
        show_replaced(study.manifest["replaced"])
        show_rejects(study.rejects, "see the frame `rejects`")


@main.command(
    epilog="Example: ctnews report cadence --study data/studies/sample --out reports -p countries=ID,VN",
    short_help="Run report notebooks over a study.",
)
@click.argument("names", nargs=-1, metavar="[NAME]...")
@click.option("--study", type=click.Path(path_type=Path), help="Folder of the study.")
@click.option("--out", required=True, type=click.Path(path_type=Path), help="Folder for the reports.")
@click.option("-p", "--parameter", "given", multiple=True, metavar="KEY=VALUE", help="A parameter; may be repeated.")
@click.option("--force", is_flag=True, help="Run also what nothing has changed for.")
@click.option("--keep", type=click.IntRange(min=1), default=10, show_default=True, help="How many runs stay on disk.")
@click.option("--time-limit", type=float, default=900, show_default=True, help="Seconds that a report may take.")
@click.option("--on-failure", metavar="CMD", help="Shell command to run when a report fails; see CTNEWS_REASONS.")
@click.option("--check-fresh", metavar="AGE", help="Run nothing; exit with 1 when a newest good report is older: 36h.")
@click.option("--quiet", is_flag=True, help="No progress bar.")
def report(
    names: tuple[str, ...], study: Path | None, out: Path, given: tuple[str, ...], check_fresh: str | None,
    on_failure: str | None, **options: Any,
) -> None:  # fmt: skip
    """Run the reports NAME into the folder OUT.

    All six, if none is named: actors, agencies, agreements, briefing, cadence, corpus. NAME may also be the path of a
    notebook of your own with a tagged parameters cell. What nothing has changed for is not run again.
    """
    from ctnews.reports import call_hook

    if check_fresh is not None:
        _check_fresh(names, out, check_fresh)
        return
    if study is None:
        raise InputError("There is no --study to report on; only --check-fresh needs none.")
    failures, index = {"run": "it did not begin"}, out / "index.html"
    try:
        failures = _report(names, study, out, given, **options)
    except CtnewsError as error:
        failures = {"run": str(error)}
        raise
    finally:
        if failures and on_failure is not None and (code := call_hook(on_failure, failures, index)):
            click.echo(f"ctnews: the command of --on-failure ended with {code}", err=True)
    if failures:
        raise SystemExit(1)


def _report(
    names: tuple[str, ...], study: Path, out: Path, given: tuple[str, ...], *, quiet: bool, **options: Any
) -> dict[str, str]:
    """Run the reports, say what came of it, and give why some failed."""
    from ctnews.reports import run_reports

    result = run_reports(
        names or None,
        study=study,
        out=out,
        parameters=dict(_pair(text, "-p") for text in given),
        progress=not quiet and sys.stderr.isatty(),
        **options,
    )
    for name, reason in result.failures.items():
        click.echo(f"ctnews: report {name} failed: {reason}", err=True)
    if result.unchanged and not quiet:
        click.echo(f"nothing has changed for {', '.join(result.unchanged)}; --force runs them anyway", err=True)
    click.echo(str(result.index))
    return result.failures


def _check_fresh(names: tuple[str, ...], out: Path, oldest: str) -> None:
    from ctnews.reports import stale_reports

    stale = stale_reports(out, oldest, names=names)
    for name, trouble in stale.items():
        click.echo(f"ctnews: {name}: {trouble}", err=True)
    if stale:
        raise SystemExit(1)


@main.command(
    "export",
    epilog="Example: ctnews export data/studies/sample --format ical --format csv --out exported",
    short_help="Write a study for other programs.",
)
@click.argument("study", type=click.Path(path_type=Path))
@click.option(
    "--format", "formats", multiple=True, required=True, metavar="FORMAT",
    help="csv (with a codebook), ftm, graphml, ical, parquet, plover, stata, or all; may be repeated.",
)  # fmt: skip
@click.option("--out", required=True, type=click.Path(path_type=Path), help="Folder for the files.")
def export_command(study: Path, formats: tuple[str, ...], out: Path) -> None:
    """Write STUDY for spreadsheets, statistics, network tools, calendars, event data and entity tools."""
    from ctnews.exports import FORMATS, export
    from ctnews.study import open_study

    for path in export(open_study(study), list(FORMATS) if "all" in formats else formats, out):
        click.echo(str(path))


@main.command(
    epilog="Example: ctnews score data/sample --study data/studies/sample",
    short_help="Score a study against gold facts.",
)
@click.argument("cases", nargs=-1, required=True, metavar="CASES...", type=click.Path(path_type=Path))
@click.option("--study", required=True, type=click.Path(path_type=Path), help="Folder of the study.")
@click.option("--lang", multiple=True, help="Only the cases in this language; may be repeated.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def score(cases: tuple[Path, ...], study: Path, lang: tuple[str, ...], *, as_json: bool) -> None:
    """Compare the study's frames with the gold facts in the folders CASES and print one figure a row."""
    from ctnews.scoring import score_study
    from ctnews.study import open_study

    figures = score_study(cases, open_study(study), langs=lang)
    if as_json:
        import json

        click.echo(json.dumps(figures, indent=1))
        return
    for name, value in figures.items():
        click.echo(f"{value:6.3f}  {name}")


def _columns(given: Sequence[str]) -> dict[str, list[str]]:
    """Give the names of the columns of each field; files of several kinds may need several."""
    names: dict[str, list[str]] = {}
    for text in given:
        field, name = _pair(text, "--column")
        names.setdefault(field, []).append(name)
    return names


def _pair(text: str, option: str) -> tuple[str, str]:
    key, separator, value = text.partition("=")
    if not separator:
        raise InputError(f"{text!r} has no value; write {option} {text}=VALUE.")
    return key.strip(), value.strip()
