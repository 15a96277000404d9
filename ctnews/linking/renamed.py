"""Joins two series where an article says that one was renamed into the other."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import Any, NamedTuple

from ctnews import lexicon
from ctnews.linking.sentences import sentences
from ctnews.linking.words import fold

_FEW_WORDS = 2  # fewer words of a name tell no series

Row = Mapping[str, Any]


class Renaming(NamedTuple):
    """An earlier and a later name, and the sentence that says so."""

    earlier: str
    later: str
    sentence: str
    article_id: str


def find_renamings(
    articles: Iterable[Row],
    names: Mapping[str, Sequence[str]],
    parties: Mapping[str, frozenset[str]],
    told_in: Mapping[str, set[str]],
) -> dict[str, tuple[str, Renaming]]:
    """Give for each series that was renamed the one that it became, with the sentence that says so.

    `names` has the names of every series, `parties` its parties, `told_in` the series of which an article tells a
    meeting. Two are joined where one sentence has names of both around words such as "formerly known as", the
    article tells of one of them, and one's parties hold the other's.
    """
    became: dict[str, tuple[str, Renaming]] = {}
    for article in articles:
        for renaming in _told(article):
            earlier, later = (_named(side, names) for side in (renaming.earlier, renaming.later))
            here = told_in.get(renaming.article_id, set())
            pairs = [
                (a, b) for a in earlier for b in later if a != b and here & {a, b} and _alike(parties[a], parties[b])
            ]
            if len(pairs) == 1 and became.get(pairs[0][1], ("",))[0] != pairs[0][0]:
                became.setdefault(pairs[0][0], (pairs[0][1], renaming))
    return became


def renamed_to(series_id: str, became: Mapping[str, tuple[str, Renaming]]) -> str:
    """Give the series that one is today, after all its renamings."""
    seen = {series_id}
    while series_id in became and became[series_id][0] not in seen:
        series_id = became[series_id][0]
        seen.add(series_id)
    return series_id


def joined_rows(series: Iterable[Row], became: Mapping[str, tuple[str, Renaming]]) -> list[dict[str, Any]]:
    """Give the rows of the series that there are today, with the sentence that says what they were before."""
    said = {renamed_to(earlier, became): renaming for earlier, (_, renaming) in sorted(became.items())}
    rows = [dict(row) for row in series if renamed_to(row["series_id"], became) == row["series_id"]]
    for row in rows:
        renaming = said.get(row["series_id"])
        if renaming:
            row |= {"renamed_sentence": renaming.sentence, "renamed_article_id": renaming.article_id}
    return rows


def _told(article: Row) -> list[Renaming]:
    text, language = article.get("text") or "", article.get("lang")
    patterns = _patterns(language) if isinstance(language, str) else {}
    found = []
    for kind, pattern in patterns.items():
        if not pattern.search(text):
            continue
        for sentence in sentences(text):
            match = pattern.search(sentence.text)
            if match:
                sides = sentence.text[: match.start()], sentence.text[match.end() :]
                earlier, later = sides[::-1] if kind == "earlier_follows" else sides
                found.append(Renaming(earlier, later, sentence.text, article["article_id"]))
    return found


def _named(side: str, names: Mapping[str, Sequence[str]]) -> list[str]:
    """Give the series of which the longest name stands in a part of a sentence."""
    words = f" {fold(side)} "
    held = {
        key: max((len(plain) for name in printed if _stands(plain := fold(name), words)), default=0)
        for key, printed in names.items()
    }
    longest = max(held.values(), default=0)
    return sorted(key for key, length in held.items() if length and length == longest)


def _stands(plain: str, words: str) -> bool:
    return plain.count(" ") + 1 >= _FEW_WORDS and f" {plain} " in words


def _alike(ours: frozenset[str], theirs: frozenset[str]) -> bool:
    return bool(ours and theirs) and (ours <= theirs or theirs <= ours)


@cache
def _patterns(language: str) -> dict[str, re.Pattern[str]]:
    told = {
        row["kind"]: sorted(lexicon.values(row["words"]), key=len, reverse=True)
        for row in lexicon.optional_table(f"{language}/renamings")
    }
    return {
        kind: re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, words))})(?!\w)", re.IGNORECASE)
        for kind, words in told.items()
    }
