"""The one way by which text becomes HTML: everything is escaped, a link is http(s) or no link at all.

News text is hostile: a headline can hold a script, an address a quote that breaks out of its attribute.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from html import escape as _escape
from importlib import resources
from numbers import Integral, Real
from typing import Any
from urllib.parse import urlsplit

import pandas as pd

NOTHING = "\N{EN DASH}"
SHORT, LONG = 20, 32


@dataclass(frozen=True)
class Html:
    """A piece of HTML that is safe to show, and the same as plain text."""

    markup: str
    text: str

    def __repr__(self) -> str:
        return self.text

    def _repr_html_(self) -> str:
        return f'<style>{stylesheet()}</style>\n<div class="ctnews">{self.markup}</div>'


@cache
def stylesheet() -> str:
    """Give the style rules that tables and evidence are shown with."""
    return (resources.files("ctnews") / "tables" / "tables.css").read_text("utf-8")


def escape(value: Any) -> str:
    """Give text as HTML that shows it literally.

    >>> escape('<b> "x"')
    '&lt;b&gt; &quot;x&quot;'
    """
    return _escape(str(value), quote=True)


def link(url: Any, text: str) -> Html:
    """Give a link to a web address; any other address gives the text alone.

    >>> link("javascript:alert(1)", "here").markup
    'here'
    """
    shown = escape(text)
    if not is_web(url):
        return Html(shown, text)
    return Html(f'<a href="{escape(url)}" rel="noopener noreferrer">{shown}</a>', text)


def paragraph(text: str) -> Html:
    """Give a paragraph of plain text."""
    return Html(f"<p>{escape(text)}</p>", text)


def joined(parts: Iterable[Html | str], separator: str = ", ") -> Html:
    """Put pieces one after the other."""
    pieces = [cell(part) for part in parts]
    return Html(escape(separator).join(p.markup for p in pieces), separator.join(p.text for p in pieces))


def stacked(parts: Iterable[Html]) -> Html:
    """Put pieces one below the other."""
    pieces = list(parts)
    return Html("".join(f"<div>{piece.markup}</div>" for piece in pieces), "; ".join(piece.text for piece in pieces))


def goto(text: str, place: str) -> Html:
    """Give text that leads to a place of the same report; see `placed`."""
    return Html(f'<a href="#{escape(place)}">{escape(text)}</a>', text)


def placed(place: str, body: Html) -> Html:
    """Give a piece a name by which `goto` finds it."""
    return Html(f'<div id="{escape(place)}">{body.markup}</div>', body.text)


def folded(summary: str, body: Html) -> Html:
    """Give something that opens when its summary is chosen; it needs no script."""
    markup = f"<details><summary>{escape(summary)}</summary>{body.markup}</details>"
    return Html(markup, f"{summary}: {body.text}")


def cell(value: Any) -> Html:
    """Give any value as it stands in a table's cell; what is missing is a dash."""
    if isinstance(value, Html):
        return value
    if isinstance(value, list | tuple):
        return joined([cell(item) for item in value]) if value else Html(NOTHING, NOTHING)
    text = _text(value)
    return Html(escape(text), text)


def grid(
    rows: Sequence[Mapping[str, Any]],
    columns: Mapping[str, str],
    *,
    caption: str = "",
    nothing: str,
    limit: int = 200,
) -> Html:
    """Give a table of `rows`; `columns` maps keys to headings, `nothing` is said for no rows."""
    if not rows:
        return Html(f'<p class="nothing">{escape(nothing)}</p>', nothing)
    shown = rows[:limit]
    cells = [[cell(row.get(key)) for key in columns] for row in shown]
    classes = [_class([row.get(key) for row in shown]) for key in columns]
    note = f"{caption} The first {limit:,} of {len(rows):,}.".strip() if len(rows) > limit else caption
    head = "".join(_th(text, name) for text, name in zip(columns.values(), classes, strict=True))
    body = "".join(f"<tr>{_tds(line, classes, columns)}</tr>\n" for line in cells)
    titled = f"<caption>{escape(note)}</caption>" if note else ""
    table = f"<table>{titled}<thead><tr>{head}</tr></thead>\n<tbody>\n{body}</tbody></table>"
    markup = f'<div class="wide">{table}</div>'
    plain = pd.DataFrame([[part.text for part in line] for line in cells], columns=list(columns.values()))
    return Html(markup, "\n".join(filter(None, [note, plain.to_string(index=False)])))


def _th(text: str, name: str) -> str:
    return f'<th scope="col" class="{name}">{escape(text)}</th>'


def _tds(line: Sequence[Html], classes: Sequence[str], columns: Mapping[str, str]) -> str:
    parts = zip(line, classes, columns.values(), strict=True)
    return "".join(
        f'<td class="{name}" data-label="{escape(label)}"><div>{part.markup}</div></td>' for part, name, label in parts
    )


def _class(values: Sequence[Any]) -> str:
    """Tell a column of numbers from one of short texts, which stay on one line, and one of long texts."""
    if all(_is_number(value) for value in values):
        return "number"
    longest = max(len(cell(value).text) for value in values)
    return "short" if longest <= SHORT else "long" if longest > LONG else "text"


def _is_number(value: Any) -> bool:
    return _is_missing(value) or (isinstance(value, Real) and not isinstance(value, bool))


def _is_missing(value: Any) -> bool:
    return value is None or value is pd.NA or value is pd.NaT or value != value


def is_web(url: Any) -> bool:
    """Tell whether something is an address that a link may lead to: http or https, with a host."""
    if not isinstance(url, str):
        return False
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.netloc)


def _text(value: Any) -> str:
    if _is_missing(value):
        return NOTHING
    if isinstance(value, date):
        return value.strftime("%Y-%m-%d")
    if isinstance(value, Integral) and not isinstance(value, bool):
        return f"{int(value):,}"
    if isinstance(value, Real) and not isinstance(value, bool):
        return f"{float(value):,.1f}"
    return str(value) or NOTHING
