"""Turns a notebook that has run into one HTML file that asks the network for nothing and holds no script."""

from __future__ import annotations

import itertools
import re
from collections.abc import Mapping, Sequence
from html import escape, unescape
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ctnews.reports.inert import inert
from ctnews.tables.markup import stylesheet

if TYPE_CHECKING:
    from nbformat import NotebookNode

TEMPLATES = Path(__file__).with_name("templates")
_HEADING = re.compile(r"<h2>(.*?)</h2>", re.DOTALL)
_FIRST = "<!-- below the title -->"
_TAG = re.compile(r"<[^>]*>")
_SHOWN = ["text/html", "image/svg+xml", "image/png", "image/jpeg", "text/markdown", "text/plain"]


def to_html(notebook: NotebookNode, facts: Mapping[str, Any]) -> str:
    """Give the report as HTML: prose and results, no code; `facts` are for the template."""
    from nbconvert.exporters import HTMLExporter

    exporter = HTMLExporter(  # type: ignore[no-untyped-call]
        template_name="report",
        extra_template_basedirs=[str(TEMPLATES)],
        exclude_input=True,
        exclude_input_prompt=True,
        exclude_output_prompt=True,
        exclude_anchor_links=True,
        embed_images=True,
        mathjax_url="",
        require_js_url="",
        mermaid_js_url="",
        jquery_url="",
    )
    exporter.config.NbConvertBase.display_data_priority = _SHOWN
    exporter.register_filter("inert", inert)  # type: ignore[no-untyped-call]
    about = dict(facts) | {"title": title(notebook), "css": page_css()}
    body, _ = exporter.from_notebook_node(notebook, resources={"report": about})
    top = _top(facts.get("warnings", []), facts.get("news", ""))
    return _with_contents(str(body).replace(_FIRST, _FIRST + top, 1))


def title(notebook: NotebookNode) -> str:
    """Give a notebook's first heading, or "Report"."""
    for cell in notebook.cells:
        for line in cell.source.splitlines():
            if cell.cell_type == "markdown" and line.startswith("# "):
                return str(line[2:].strip())
    return "Report"


def page_css() -> str:
    """Give the style rules of the pages around the notebooks' results."""
    return (TEMPLATES / "page.css").read_text("utf-8")


def _top(warnings: Sequence[str], news: str) -> str:
    """Give what stands below the title: what to beware of, and what changed since the last good run."""
    said = "".join(f'<p class="warning">{escape(text)}</p>' for text in warnings)
    styled = f"<style>{stylesheet()}</style>{news}" if news else ""
    return f'<section class="top">{said}{styled}</section>' if said or styled else ""


def _with_contents(html: str) -> str:
    """Number the second-level headings and list them in the table of contents."""
    headings = [unescape(_TAG.sub("", text)).strip() for text in _HEADING.findall(html)]
    items = "".join(f'<li><a href="#part-{n}">{escape(text)}</a></li>' for n, text in enumerate(headings, start=1))
    numbers = itertools.count(1)
    anchored = _HEADING.sub(lambda found: f'<h2 id="part-{next(numbers)}">{found[1]}</h2>', html)
    return anchored.replace("<!-- contents -->", f"<ol>{items}</ol>", 1)
