"""The commands: build, report, score."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from ctnews.errors import CtnewsError, InputError

if TYPE_CHECKING:
    from ctnews.study import Study

REJECTS_SHOWN = 5
DETAIL_SHOWN = 100


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


@main.command(
    epilog="Example: ctnews build data/sample --out data/studies/sample",
    short_help="Build or update a study from articles.",
)
@click.argument("inputs", nargs=-1, required=True, metavar="INPUT...")
@click.option("--out", required=True, type=click.Path(path_type=Path), help="Folder of the study.")
@click.option("--quiet", is_flag=True, help="No progress bars and no summary.")
def build(inputs: tuple[str, ...], out: Path, *, quiet: bool) -> None:
    """Read, clean, extract and link the articles in files and folders INPUT into the study OUT.

    Where OUT holds a study, only what is new is read.
    """
    from ctnews.study import build_study

    study = build_study(inputs, out, progress=not quiet and sys.stderr.isatty())
    if not quiet:
        counts = study.manifest["counts"]
        click.echo(
            f"{counts['articles']} articles ({counts['rejects']} rejected), {counts['meetings']} meetings in"
            f" {counts['series']} series, {counts['actors']} actors, {counts['agencies']} agencies: {out}"
        )
        _show_rejects(study)


@main.command(
    epilog="Example: ctnews report cadence --study data/studies/sample --out reports -p countries=ID,VN",
    short_help="Run report notebooks over a study.",
)
@click.argument("names", nargs=-1, metavar="[NAME]...")
@click.option("--study", required=True, type=click.Path(path_type=Path), help="Folder of the study.")
@click.option("--out", required=True, type=click.Path(path_type=Path), help="Folder for the reports.")
@click.option("-p", "--parameter", "given", multiple=True, metavar="KEY=VALUE", help="A parameter; may be repeated.")
@click.option("--quiet", is_flag=True, help="No progress bar.")
def report(names: tuple[str, ...], study: Path, out: Path, given: tuple[str, ...], *, quiet: bool) -> None:
    """Run the reports NAME (all, if none is named: corpus, actors, agencies, cadence) into the folder OUT.

    NAME may also be the path of a notebook of your own with a tagged parameters cell.
    """
    from ctnews.reports import run_reports

    result = run_reports(
        names or None,
        study=study,
        out=out,
        parameters=dict(_pair(text) for text in given),
        progress=not quiet and sys.stderr.isatty(),
    )
    for name, reason in result.failures.items():
        click.echo(f"ctnews: report {name} failed: {reason}", err=True)
    click.echo(str(result.index))
    if result.failures:
        raise SystemExit(1)


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


def _show_rejects(study: Study) -> None:
    rejects = study.rejects.to_dict("records")
    for reject in rejects[:REJECTS_SHOWN]:
        click.echo(f"not taken: {reject['source']} ({reject['reason']}): {_short(reject['detail'])}", err=True)
    if len(rejects) > REJECTS_SHOWN:
        click.echo(f"not taken: {len(rejects) - REJECTS_SHOWN} more, see the frame `rejects`", err=True)


def _short(text: str) -> str:
    return text if len(text) <= DETAIL_SHOWN else f"{text[: DETAIL_SHOWN - 1]}…"


def _pair(text: str) -> tuple[str, str]:
    key, separator, value = text.partition("=")
    if not separator:
        raise InputError(f"Parameter {text!r} has no value; write -p {text}=VALUE.")
    return key.strip(), value.strip()
