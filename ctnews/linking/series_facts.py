"""What articles say of a series itself: how its meetings are called, how often it meets, what it was before."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from ctnews.linking.accounts import Account
from ctnews.linking.kinds import Kind, kind_of
from ctnews.linking.renamed import Renaming, find_renamings
from ctnews.linking.sentences import Sentence, sentences
from ctnews.linking.series_names import Printed, series_names
from ctnews.linking.stated import Stated, stated_in

Row = Mapping[str, Any]


class Told(NamedTuple):
    """An account with the series of its meeting, if it has one, and where its sentence stands."""

    account: Account
    series_id: str | None
    start: int
    end: int


class _Statement(NamedTuple):
    """How often a series is said to meet, and where."""

    stated: Stated
    sentence: str
    article_id: str
    source: str


def describe_series(series: Sequence[Row], told: Sequence[Told], articles: Mapping[str, Row]) -> list[dict[str, Any]]:
    """Give the rows of the series with their printed names and how often they are said to meet."""
    by_article: dict[str, list[Told]] = defaultdict(list)
    for one in told:
        by_article[one.account.article_id].append(one)
    kinds = {row["series_id"]: kind_of(row["kind"]) for row in series}
    stated = _stated(by_article, articles, kinds)
    printed = printed_names(told, articles)
    rows = [{**row, **_names(row, printed[row["series_id"]]), **_cadence(stated[row["series_id"]])} for row in series]
    return _told_apart(rows)


def join_renamed(
    series: Sequence[Row], told: Sequence[Told], articles: Mapping[str, Row]
) -> dict[str, tuple[str, Renaming]]:
    """Give for each series that an article says was renamed the one that it became, with the sentence."""
    printed = printed_names(told, articles)
    names = {row["series_id"]: _bare_names(row, printed[row["series_id"]]) for row in series}
    told_in: dict[str, set[str]] = defaultdict(set)
    for one in told:
        if one.series_id:
            told_in[one.account.article_id].add(one.series_id)
    parties = {row["series_id"]: frozenset(row["parties"]) for row in series}
    return find_renamings([articles[key] for key in sorted(articles)], names, parties, told_in)


def printed_names(told: Iterable[Told], articles: Mapping[str, Row]) -> Mapping[str, list[Printed]]:
    """Give the names that articles print of each series' meetings."""
    printed: dict[str, list[Printed]] = defaultdict(list)
    for one in told:
        account = one.account
        if one.series_id and account.name:
            language = articles.get(account.article_id, {}).get("lang")
            printed[one.series_id].append(Printed(account.name, language, account.source, account.city))
    return printed


def _names(row: Row, printed: Sequence[Printed]) -> dict[str, Any]:
    first, *others = series_names(printed, row["parties"], kind_of(row["kind"]), row["topics"])
    return {"name": first, "names": others}


def _bare_names(row: Row, printed: Sequence[Printed]) -> list[str]:
    """Give the names without the parties before them."""
    return series_names(printed, [], kind_of(row["kind"]), [])


def _told_apart(rows: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """Put the kind of meeting, or else the topics, behind a name that two series share."""
    shared = Counter(row["name"] for row in rows)
    alike = Counter((row["name"], row["kind"]) for row in rows)
    for row in rows:
        if shared[row["name"]] > 1:
            more = ", ".join(row["words"]) if alike[row["name"], row["kind"]] > 1 else kind_of(row["kind"]).label
            row["name"] = f"{row['name']} ({more})" if more else row["name"]
    return list(rows)


def _cadence(statements: Sequence[_Statement]) -> dict[str, Any]:
    """Give what most sources say, of equals the first in the order of articles."""
    sources = {(one.stated.days, one.source) for one in statements}
    counts = Counter(days for days, _ in sources)
    best = max(statements, key=lambda one: (counts[one.stated.days], -statements.index(one)), default=None)
    if best is None:
        return {}
    return {
        "stated_cadence": best.stated.words,
        "stated_days": best.stated.days,
        "stated_sentence": best.sentence,
        "stated_article_id": best.article_id,
    }


def _stated(
    by_article: Mapping[str, Sequence[Told]], articles: Mapping[str, Row], kinds: Mapping[str, Kind]
) -> Mapping[str, list[_Statement]]:
    found: dict[str, list[_Statement]] = defaultdict(list)
    for article_id in sorted(by_article):
        article, told = articles.get(article_id, {}), by_article[article_id]
        if not any(one.series_id for one in told):
            continue
        for sentence in sentences(article.get("text") or ""):
            stated = stated_in(sentence.text, article.get("lang"))
            series_id = stated and _series_of(sentence, stated, told, kinds)
            if stated and series_id:
                source = article.get("duplicate_of") or article_id
                found[series_id].append(_Statement(stated, sentence.text, article_id, source))
    return found


def _series_of(sentence: Sentence, stated: Stated, told: Sequence[Told], kinds: Mapping[str, Kind]) -> str | None:
    """Give the series a sentence speaks of: that of the meeting it tells, else that the article is about."""
    here = {one.series_id for one in told if one.start < sentence.end and sentence.start < one.end}
    about = {one.series_id for one in told if one.account.main}
    chosen = (here or about) - ({None} if len(here) != 1 else set())
    fitting = {key for key in chosen if key and _fits(kinds[key], stated)}
    return fitting.pop() if len(fitting) == 1 else None


def _fits(kind: Kind, stated: Stated) -> bool:
    return not stated.kinds or any(kind_of(told).is_near(kind) for told in stated.kinds)
