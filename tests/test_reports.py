"""Reports: published whole or not at all, offline, without script, with their findings beside them."""

from __future__ import annotations

import csv
import json
import re
import shutil
import subprocess
from html.parser import HTMLParser
from pathlib import Path

import nbformat
import pandas as pd
import pytest
from study_fixture import write_empty_study, write_study
from test_reports_parameters import write_notebook

from ctnews.errors import InputError
from ctnews.exports.flat import write_csv
from ctnews.reports import RunResult, run_reports
from ctnews.reports.changes import compared, label
from ctnews.reports.index import read_manifest
from ctnews.reports.inert import inert
from ctnews.reports.publish import to_html

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
STUDY_CELL = 'study = ""  # study: a folder'


class Page(HTMLParser):
    """What a browser would load, run and show of a page."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str, str]] = []
        self.text = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += [(tag, name, value or "") for name, value in attrs]

    def handle_data(self, data: str) -> None:
        self.text += data


def check_offline(path: Path) -> Page:
    html = path.read_text("utf-8")
    page = Page(html)
    assert not {"script", "iframe", "object", "embed", "link", "form"} & set(page.tags)
    for tag, name, value in page.attributes:
        assert not name.startswith("on"), (tag, name)
        if name in ("src", "srcset", "poster", "data"):
            assert value.startswith("data:image/"), value[:60]
        if name == "href":
            assert tag == "a"
            assert re.match(r"https?://|#|[\w.-]+\.(html|csv|json)$", value), value
    for style in re.findall(r"<style[^>]*>(.*?)</style>", html, re.DOTALL):
        assert "url(" not in style
        assert "@import" not in style
    return page


def notebook_with(*outputs: nbformat.NotebookNode, prose: str = "# Title\n\n## Part") -> nbformat.NotebookNode:
    code = nbformat.v4.new_code_cell("secret_code()", outputs=list(outputs), id="c1")
    return nbformat.v4.new_notebook(cells=[nbformat.v4.new_markdown_cell(prose, id="m1"), code])


@pytest.fixture(scope="module")
def study(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_study(tmp_path_factory.mktemp("reports") / "study")


@pytest.fixture(scope="module")
def cadence(study: Path, tmp_path_factory: pytest.TempPathFactory) -> RunResult:
    result = run_reports("cadence", study=study, out=tmp_path_factory.mktemp("reports") / "out")
    assert result.failures == {}
    return result


def test_a_report_is_one_offline_page(cadence: RunResult) -> None:
    page = check_offline(cadence.paths["cadence"])
    check_offline(cadence.index)
    assert page.tags.count("h1") == 1
    assert "When the series met" in page.text
    assert "open_study" not in page.text, "code is not shown"


def test_every_figure_has_a_description(cadence: RunResult) -> None:
    page = Page(cadence.paths["cadence"].read_text("utf-8"))
    described = [value for tag, name, value in page.attributes if (tag, name) == ("img", "alt")]
    assert len(described) == page.tags.count("img") == 2
    assert all(len(text) > 40 for text in described)


def test_contents_lead_to_every_part(cadence: RunResult) -> None:
    page = Page(cadence.paths["cadence"].read_text("utf-8"))
    targets = {value for _, name, value in page.attributes if name == "id"}
    links = {value[1:] for tag, name, value in page.attributes if (tag, name) == ("a", "href") and value[0] == "#"}
    assert len(links) >= 6
    assert links <= targets


def test_a_hostile_headline_is_only_ever_text(cadence: RunResult) -> None:
    page = Page(cadence.paths["cadence"].read_text("utf-8"))
    assert '<script>alert(1)</script> "quotes" & $5 to $6' in page.text
    assert "javascript:" not in [value[:11] for _, _, value in page.attributes]


def test_findings_lie_beside_the_report(cadence: RunResult) -> None:
    out = cadence.index.parent
    with (out / "cadence-meetings.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == 12
    assert next(row for row in rows if row["meeting_id"] == "m05")["conflicts"].startswith("city: Semarang")
    left = {path.name for path in out.iterdir() if path.suffix not in (".html", ".csv", ".json")}
    assert left == {".lock", "latest", "runs"}, "nothing temporary is left"


def test_the_manifest_tells_what_was_run(cadence: RunResult, study: Path) -> None:
    manifest = read_manifest(cadence.index.parent)
    entry = manifest["reports"]["cadence"]
    assert entry["status"] == "done"
    assert entry["parameters"] == {"study": str(study)}
    assert entry["counts"]["meetings"] == 12
    assert manifest["study_digest"] == json.loads((study / "manifest.json").read_text("utf-8"))["corpus"]
    assert any("days old" in warning for warning in manifest["warnings"])


@pytest.mark.parametrize(
    ("html", "kept"),
    [
        ("<p>a</p>", "<p>a</p>"),
        ("<script>x</script>a", "a"),
        ("<SCRIPT src=//x></SCRIPT>a", "a"),
        ("<p onclick='x'>a</p>", "<p>a</p>"),
        ('<a href="java\tscript:x">a</a>', "<a>a</a>"),
        ('<a href="https://x/">a</a>', '<a href="https://x/">a</a>'),
        ('<img src="https://x/y.png">', "<img>"),
        ('<img src="data:image/png;base64,AA">', '<img src="data:image/png;base64,AA">'),
        ("<iframe srcdoc='x'>in</iframe>b", "b"),
        ("<style>@import 'x';</style>", "<style></style>"),
        ("<p style='background:URL(x)'>a</p>", "<p>a</p>"),
        ("&lt;script&gt; &#60;", "&lt;script&gt; &#60;"),
        ('<p title="a&quot; onclick=x">a</p>', '<p title="a&quot; onclick=x">a</p>'),
        ("<meta http-equiv=refresh content=0><base href=x><link href=x>a", "a"),
        ("<svg onload=x><p>a</p></svg>", "<svg><p>a</p></svg>"),
    ],
)
def test_what_could_run_or_load_is_left_out(html: str, kept: str) -> None:
    assert inert(html) == kept


def test_outputs_that_are_no_pictures_or_text_are_not_shown() -> None:
    output = nbformat.v4.new_output
    html = to_html(
        notebook_with(
            output("display_data", {"application/javascript": "alert(1)", "text/plain": "kept & shown"}),
            output("display_data", {"text/html": "<p>ok</p><script>alert(2)</script>"}),
            output("stream", name="stderr", text="a warning nobody wants"),
            output("stream", name="stdout", text="<b>printed</b>"),
            output("display_data", {"text/plain": "x"}, metadata={}),
            prose="# Title <script>alert(3)</script>\n\n## A & B",
        ),
        {"about": {"Study": "<b>"}},
    )
    assert "<script" not in html
    assert "alert(1)" not in html
    assert "<p>ok</p>" in html
    assert "kept &amp; shown" in html
    assert "&lt;b&gt;printed" in html
    assert "nobody wants" not in html
    assert "secret_code" not in html
    assert '<h2 id="part-1">A &amp; B</h2>' in html
    assert "cdn" not in html.lower()


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"])
def test_no_cell_of_the_findings_is_a_formula(text: str, tmp_path: Path) -> None:
    write_csv(pd.DataFrame({"title": [text], "names": [[text, "b"]], "n": [-1]}), tmp_path / "x.csv")
    with (tmp_path / "x.csv").open(encoding="utf-8", newline="") as file:
        cells = list(csv.reader(file))[1]
    assert cells == [f"'{text}", f"'{text}; b", "-1"]


def test_changes_tell_new_gone_and_changed_rows(tmp_path: Path) -> None:
    old, new = tmp_path / "old.csv", tmp_path / "new.csv"
    assert compared(old, new, "meetings") is None
    write_csv(pd.DataFrame({"id": ["a", "b"], "name": ["Call", "=1+1"], "status": ["held", "scheduled"]}), old)
    write_csv(pd.DataFrame({"id": ["b", "c"], "name": ["=1+1", "Talks"], "status": ["held", "held"]}), new)
    assert str(compared(old, new, "meetings")) == "1 new (Talks); 1 gone (Call); 1 changed (=1+1)"
    assert str(compared(old, old, "meetings")) == "nothing changed"


@pytest.mark.parametrize(
    ("row", "text"),
    [
        ({"name": "Talks", "parties": "ID; VN", "start": "2019-01-01", "end": "2019-12-31", "granularity": "year"}, "Talks, ID–VN, 2019"),
        ({"name": "MoU", "signed": "2024-10-01", "granularity": "quarter", "start": "241"}, "MoU, October–December 2024"),
        ({"name": "", "kind": "joint_working_group", "start": "241"}, "joint working group"),
        ({"title": "'=1+1", "published": "2024-01-05"}, "=1+1, 5 January 2024"),
        ({}, "a row"),
    ],
)  # fmt: skip
def test_a_row_is_named_no_more_exactly_than_it_is_known(row: dict[str, str], text: str) -> None:
    assert label(row) == text


def test_rows_that_share_their_first_cell_are_all_compared(tmp_path: Path) -> None:
    old, new = tmp_path / "old.csv", tmp_path / "new.csv"
    write_csv(pd.DataFrame({"article_id": ["a", "a"], "text": ["x", "y"]}), old)
    write_csv(pd.DataFrame({"article_id": ["a", "a", "a"], "text": ["x", "y", "z"]}), new)
    assert str(compared(old, new, "commitments")) == "1 new (z)"


def test_an_unreadable_manifest_counts_as_none(tmp_path: Path) -> None:
    for text in ("[1", "[1]", '{"reports": []}'):
        (tmp_path / "manifest.json").write_text(text, encoding="utf-8")
        assert read_manifest(tmp_path) == {}


@pytest.mark.slow
def test_all_reports_run_and_the_same_study_gives_the_same_bytes(study: Path, tmp_path: Path) -> None:
    first = run_reports(study=study, out=tmp_path / "one")
    assert sorted(first.paths) == ["actors", "agencies", "agreements", "briefing", "cadence", "corpus"]
    for path in first.paths.values():
        page = check_offline(path)
        assert "first good run" in page.text
        assert '<script>alert(1)</script> "quotes" & $5 to $6' in page.text or path.stem not in (
            "agreements",
            "cadence",
        )
    other = run_reports(study=study, out=tmp_path / "two")
    assert [path.read_bytes() for path in other.paths.values()] == [path.read_bytes() for path in first.paths.values()]


@pytest.mark.slow
def test_a_study_of_nothing_still_gives_reports(tmp_path: Path) -> None:
    result = run_reports(study=write_empty_study(tmp_path / "empty"), out=tmp_path / "out")
    assert result.failures == {}
    assert "holds no articles" in Page(result.paths["cadence"].read_text("utf-8")).text
    assert "holds no articles at all" in result.index.read_text("utf-8")


@pytest.mark.slow
@pytest.mark.parametrize(
    ("cell", "reason"),
    [
        ("raise KeyError('no <such> thing')", "KeyError: 'no <such> thing'"),
        ("import os; os._exit(1)", "DeadKernelError"),
        ("import sys; sys.exit(0)", "did not finish"),
        ("import time; time.sleep(600)", "time limit of 20 seconds"),
    ],
)
def test_a_failure_leaves_the_last_good_report_and_is_told(cell: str, reason: str, study: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    own = write_notebook(tmp_path / "own.ipynb", STUDY_CELL, "'all is well'")
    good = run_reports(own, study=study, out=out).paths["own"].read_bytes()
    write_notebook(own, STUDY_CELL, cell, "'later'")
    result = run_reports(own, study=study, out=out, time_limit=20 if "sleep" in cell else 300)
    assert result.paths == {}
    assert reason in result.failures["own"]
    assert (out / "own.html").read_bytes() == good
    index = Page(result.index.read_text("utf-8")).text
    assert "failed" in index
    assert reason in index
    assert "The page is the last good one" in index


@pytest.mark.slow
def test_a_first_failure_has_no_page_to_show(study: Path, tmp_path: Path) -> None:
    own = write_notebook(tmp_path / "own.ipynb", STUDY_CELL, "1 / 0")
    result = run_reports(own, study=study, out=tmp_path / "out")
    assert "ZeroDivisionError" in result.failures["own"]
    assert "There is no earlier page" in result.index.read_text("utf-8")


@pytest.mark.slow
def test_parameters_reach_the_report_and_its_findings(study: Path, tmp_path: Path) -> None:
    given = {"countries": "JP", "from_date": "2020-01-01"}
    result = run_reports("cadence", study=study, out=tmp_path, parameters=given)
    assert len((tmp_path / "cadence-meetings.csv").read_text("utf-8").splitlines()) == 2
    assert "countries = ['JP']" in Page(result.paths["cadence"].read_text("utf-8")).text


@pytest.mark.browser
@pytest.mark.skipif(CHROMIUM is None, reason="no Chromium is installed")
@pytest.mark.parametrize("width", [1280, 420])
def test_a_browser_shows_the_report(width: int, cadence: RunResult, tmp_path: Path) -> None:
    picture = tmp_path / "report.png"
    command = [
        str(CHROMIUM), "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={tmp_path}/profile",
        f"--window-size={width},1600", f"--screenshot={picture}", cadence.paths["cadence"].as_uri(),
    ]  # fmt: skip
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    assert picture.stat().st_size > 20_000


@pytest.mark.browser
@pytest.mark.slow
@pytest.mark.skipif(CHROMIUM is None, reason="no Chromium is installed")
def test_a_browser_has_nothing_to_say_against_any_report(study: Path, tmp_path: Path) -> None:
    """Load each page with hostile content, light and dark, and print it: no message, no request; a briefing is one page."""
    result = run_reports(study=study, out=tmp_path / "out")
    for page in [*result.paths.values(), result.index]:
        for scheme in ("0", "1"):
            command = [
                str(CHROMIUM), "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={tmp_path}/profile",
                "--enable-logging=stderr", "--v=0", f"--blink-settings=preferredColorScheme={scheme}",
                "--no-pdf-header-footer", f"--print-to-pdf={tmp_path}/page.pdf", page.as_uri(),
            ]  # fmt: skip
            told = subprocess.run(command, check=True, capture_output=True, text=True, timeout=120).stderr
            assert "CONSOLE" not in told, told
        assert (tmp_path / "page.pdf").stat().st_size > 10_000
        assert page.stat().st_size < 1_000_000
    pages = len(re.findall(rb"/Type\s*/Page\b", _pdf(result.paths["briefing"], tmp_path)))
    assert pages == 1, "one page for a principal"


def _pdf(page: Path, folder: Path) -> bytes:
    command = [
        str(CHROMIUM), "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={folder}/profile",
        "--no-pdf-header-footer", f"--print-to-pdf={folder}/one.pdf", page.as_uri(),
    ]  # fmt: skip
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    return (folder / "one.pdf").read_bytes()


def test_a_file_in_the_place_of_the_reports_is_refused(study: Path, tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("keep me", "utf-8")
    with pytest.raises(InputError, match="choose another --out"):
        run_reports("cadence", study=study, out=tmp_path / "notes.txt")
