"""Cleaning: raw articles in; bodies, labelled passages, metadata and a word about every article set aside."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from concurrent.futures import Executor
from typing import Any, NamedTuple

import pandas as pd

from ctnews import lexicon
from ctnews.cleaning.duplicates import mark_duplicates
from ctnews.cleaning.language import language_name
from ctnews.cleaning.metadata.outlets import wire_name
from ctnews.cleaning.metadata.published import Infer
from ctnews.cleaning.page import Page, read_page
from ctnews.dates import Anchor, infer_anchor
from ctnews.execution import chunks, in_order
from ctnews.frames import ARTICLES, PASSAGES, REJECTS, conform, put_together

__all__ = ["Cleaned", "clean_articles", "clean_text", "mark_duplicates"]

MOST_LINES = 50_000  # a text with more is no article, and would take memory without end
TOO_LONG = ("too_long", f"The text has more than {MOST_LINES:,} lines; split it into articles.")
FEWEST_LETTERS = 40  # a body with fewer is none


class Cleaned(NamedTuple):
    """What cleaning gives: articles with their bodies, every passage with its label, and what was set aside."""

    articles: pd.DataFrame
    passages: pd.DataFrame
    rejects: pd.DataFrame


def clean_articles(
    raw: pd.DataFrame, *, infer: Infer | None = None, executor: Executor | None = None, progress: bool = False
) -> Cleaned:
    """Clean raw articles: find the body, title, dateline, language and publication date of each.

    Takes frame `raw`. Gives frames `articles` (without `relevance`), `passages` (offsets in the raw text) and
    `rejects` (no body left; a language that is not extracted). `infer` replaces how a missing publication date is
    inferred from the body; `executor` (see `ctnews.execution`) spreads the work over processes or a cluster.

    >>> from ctnews.frames import RAW, empty
    >>> clean_articles(empty(RAW)).articles.empty
    True
    """
    parts = ((chunk, infer or _infer) for chunk in chunks(raw))
    found = list(_shown(in_order(_clean, parts, executor), len(raw), shown=progress))
    articles, passages, rejects = zip(*found, strict=True) if found else ((), (), ())
    return Cleaned(
        mark_duplicates(put_together(articles, ARTICLES)),
        put_together(passages, PASSAGES),
        put_together(rejects, REJECTS),
    )


def _clean(raw: pd.DataFrame, infer: Infer) -> Cleaned:
    articles: list[dict[str, Any]] = []
    passages: list[dict[str, Any]] = []
    rejects: list[dict[str, Any]] = []
    for row in raw.to_dict("records"):
        page = _page(row, infer) if row["text"].count("\n") < MOST_LINES else TOO_LONG
        problem = page if isinstance(page, tuple) else _problem(page)
        if isinstance(page, Page) and not problem:
            articles.append(_article(row, page))
            passages += _passages(row, page)
        elif problem:
            rejects.append({"source": row["source"], "reason": problem[0], "detail": problem[1]})
    return Cleaned(conform(articles, ARTICLES), conform(passages, PASSAGES), conform(rejects, REJECTS))


def _shown(found: Iterable[Cleaned], count: int, *, shown: bool) -> Iterator[Cleaned]:
    from tqdm.auto import tqdm

    with tqdm(total=count, desc="clean", unit="article", disable=not shown) as bar:
        for cleaned in found:
            bar.update(len(cleaned.articles) + len(cleaned.rejects))
            yield cleaned


def clean_text(raw: str) -> str:
    """Give the body of one page as text, its paragraphs parted by blank lines; empty where it has none.

    >>> clean_text("Home | World\\n\\nThe two agencies met in Ankara on Monday and agreed to meet again in May.")
    'The two agencies met in Ankara on Monday and agreed to meet again in May.'
    """
    return read_page(raw, infer=_infer).body


def _page(row: dict[Any, Any], infer: Infer) -> Page:
    return read_page(
        row["text"],
        title=_text(row["title"]),
        published=_day(row["published"]),
        url=_text(row["url"]),
        framed=row["form"] != "body",
        infer=infer,
    )


def _problem(page: Page) -> tuple[str, str] | None:
    if sum(character.isalpha() for character in page.body) < FEWEST_LETTERS:
        return "no_body", "No prose is left once menus, lists and captions are taken out."
    if page.lang not in lexicon.languages():
        known = ", ".join(lexicon.languages())
        code = f" ({page.lang})" if page.lang else ""
        return "foreign_language", f"The body is in {language_name(page.lang)}{code}; extracted are {known}."
    return None


def _article(row: dict[Any, Any], page: Page) -> dict[str, Any]:
    when, author = page.published, _text(row["author"])
    wire = wire_name(author) if author else None
    return {
        "article_id": row["article_id"],
        "source": row["source"],
        "url": row["url"],
        "outlet": _text(row["outlet"]) or page.outlet,
        "wire": page.wire or wire,
        "author": page.author if wire else author or page.author,
        "title": page.title,
        "text": page.body,
        "lang": page.lang,
        "published": when.day if when else None,
        "published_basis": when.basis if when else None,
        "published_first": when.first if when else None,
        "published_last": when.last if when else None,
        "place": page.place,
    }


def _passages(row: dict[Any, Any], page: Page) -> list[dict[str, Any]]:
    return [
        {
            "article_id": row["article_id"],
            "passage": number,
            "start": passage.start,
            "end": passage.end,
            "label": passage.label,
            "text": row["text"][passage.start : passage.end],
        }
        for number, passage in enumerate(page.passages)
    ]


def _infer(body: str, lang: str) -> Anchor | None:
    return infer_anchor(body, lang=lang)


def _text(value: Any) -> str | None:
    return value if isinstance(value, str) and value.strip() else None


def _day(value: Any) -> Any:
    return None if pd.isna(value) else value.date()
