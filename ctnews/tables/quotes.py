"""Sentences as evidence: quoted from the article, the facts found in them marked, the article linked."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from ctnews.selection import Frames
from ctnews.tables import words
from ctnews.tables.markup import Html, escape, folded, joined, link

MARKED_KINDS = ("person", "agency", "country", "place", "agreement")
SENTENCES_SHOWN = 3
_END = re.compile(r"[.!?][\"”’)\]]*\s+|\n+")


@dataclass(frozen=True)
class Quotes:
    """A study's sentences, looked up by meeting, person or agency."""

    articles: Mapping[str, Mapping[str, Any]]
    accounts: Mapping[str, Sequence[Mapping[str, Any]]]
    spans: Mapping[str, Sequence[tuple[int, int]]]
    named: Mapping[str, Sequence[Mapping[str, Any]]]
    n_named: Mapping[str, int]

    @classmethod
    def of(cls, study: Frames) -> Quotes:
        """Index a study's sentences; only articles that tell of a meeting have their facts marked."""
        told = study.meeting_mentions["article_id"].unique()
        marked = study.mentions[study.mentions["kind"].isin(MARKED_KINDS)]
        both = pd.concat([frame[["article_id", "start", "end"]] for frame in (marked, study.dates)])
        spans = both[both["article_id"].isin(told)].groupby("article_id")
        named = study.mentions[study.mentions["kind"].isin(("person", "agency", "topic"))]
        named = _once_a_source(named, study.articles)
        return cls(
            articles={row["article_id"]: row for row in records(study.articles)},
            accounts=_by("meeting_id", records(study.meeting_mentions)),
            spans={str(key): list(zip(rows["start"], rows["end"], strict=True)) for key, rows in spans},
            named=_by("ref", records(named.groupby("ref").head(SENTENCES_SHOWN))),
            n_named={str(ref): int(number) for ref, number in named["ref"].value_counts().items()},
        )

    def account(self, account: Mapping[str, Any]) -> Html:
        """Give the sentence in which one article tells of one meeting."""
        return self._quote(account["article_id"], account["start_char"], account["end_char"], account["sentence"])

    def of_meeting(self, meeting_id: str) -> Html:
        """Give every sentence that tells of a meeting, folded away behind their number."""
        rows = self.accounts.get(meeting_id, ())
        quotes = [self.account(row) for row in rows]
        return folded(words.count(len(quotes), "sentence"), joined(quotes, " ")) if quotes else Html("", "")

    def sources(self, meeting: Mapping[str, Any]) -> str:
        """Give how many independent sources tell of a meeting, and in how many outlets they and their copies stand."""
        ids = [*meeting["article_ids"], *meeting["copy_ids"]]
        outlets = {self.articles[key]["outlet"] for key in ids if key in self.articles}
        return words.sources(
            int(meeting["n_sources"]), len([o for o in outlets if isinstance(o, str)]), len(meeting["copy_ids"])
        )

    def of_entity(self, ref: str) -> Html:
        """Give the first sentences that name a person, an agency or a topic, folded away behind their number."""
        rows, number = self.named.get(ref, ()), self.n_named.get(ref, 0)
        if not rows:
            return Html("", "")
        quotes = [self.sentence(row["article_id"], row["sentence"], row["start"], row["end"]) for row in rows]
        more = f", {len(rows)} quoted" if number > len(rows) else ""
        return folded(words.count(number, "article") + more, joined(quotes, " "))

    def sentence(self, article_id: str, sentence: Any, start: Any = None, end: Any = None) -> Html:
        """Quote a sentence, with the words marked that stand at these offsets of the article's text, if any."""
        text = sentence if isinstance(sentence, str) else ""
        if start is None:
            return self._cited(article_id, text, [])
        at = self._text(article_id).rfind(text, 0, int(start) + len(text)) if text else -1
        return self._cited(article_id, text, [] if at < 0 else [(int(start) - at, int(end) - at)])

    def clause(self, article_id: str, start: int, end: int) -> Html:
        """Quote the sentence around these offsets of the article's text, with what stands at them marked."""
        text = self._text(article_id)
        first = max((found.end() for found in _END.finditer(text, 0, start)), default=0)
        stop = _END.search(text, end)
        after = len(text) if stop is None else stop.end()
        return self._cited(article_id, text[first:after].rstrip(), [(start - first, end - first)])

    def article(self, article_id: str) -> Html:
        """Give an article's title as a link, with its outlet and day."""
        row = self.articles.get(article_id)
        if row is None:
            return Html(escape(article_id), article_id)
        title = row["title"] if isinstance(row["title"], str) else str(row["source"])
        about = [part for part in (row["outlet"],) if isinstance(part, str)] + [words.day(row["published"])]
        return joined([link(row["url"], title), *about, *(["a copy"] if isinstance(row["duplicate_of"], str) else [])])

    def _quote(self, article_id: str, start: Any, end: Any, sentence: Any) -> Html:
        text = sentence if isinstance(sentence, str) else ""
        whole = not pd.isna(start) and self._text(article_id)[start:end] == text
        spans = self.spans.get(article_id, ()) if whole else ()
        return self._cited(article_id, text, [(a - start, b - start) for a, b in spans])

    def _text(self, article_id: str) -> str:
        article = self.articles.get(article_id)
        return "" if article is None or not isinstance(article["text"], str) else article["text"]

    def _cited(self, article_id: str, text: str, spans: Sequence[tuple[int, int]]) -> Html:
        source = self.article(article_id)
        markup = f"<blockquote>{_marked(text, spans)}<footer>{source.markup}</footer></blockquote>"
        return Html(markup, f"\N{LEFT DOUBLE QUOTATION MARK}{text}\N{RIGHT DOUBLE QUOTATION MARK} ({source.text})")


def records(frame: pd.DataFrame) -> list[dict[str, Any]]:
    """Give a frame's rows as mappings of column to value."""
    return [{str(key): value for key, value in row.items()} for row in frame.to_dict("records")]


def _once_a_source(named: pd.DataFrame, articles: pd.DataFrame) -> pd.DataFrame:
    """Keep one mention of each person or agency for an article and its copies: the article's, if it has one."""
    source_of = articles.set_index("article_id")["duplicate_of"]
    source = named["article_id"].map(source_of)
    ordered = named.assign(source=source.fillna(named["article_id"]), copy=source.notna())
    kept = ordered.sort_values("copy", kind="stable").drop_duplicates(["ref", "source"])
    return named.loc[kept.index.sort_values()]


def _by(key: str, rows: Sequence[Mapping[str, Any]]) -> dict[str, list[Mapping[str, Any]]]:
    groups: dict[str, list[Mapping[str, Any]]] = {}
    for row in rows:
        if isinstance(row[key], str):
            groups.setdefault(row[key], []).append(row)
    return groups


def _marked(text: str, spans: Sequence[tuple[int, int]]) -> str:
    """Mark the spans that lie within the text; one that overlaps an earlier one is left unmarked."""
    pieces, at = [], 0
    for start, end in sorted(spans):
        if at <= start < end <= len(text):
            pieces += [escape(text[at:start]), f"<mark>{escape(text[start:end])}</mark>"]
            at = end
    return "".join(pieces) + escape(text[at:])
