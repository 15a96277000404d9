"""The sample corpus is varied, and its gold facts agree with its articles and with our tables."""

from __future__ import annotations

import json
import re
from calendar import monthrange
from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from ctnews import lexicon
from ctnews.resources import sample_path

Record = dict[str, Any]

SAMPLE = sample_path()
CASES = Path(__file__).parent / "cases"  # more articles with gold facts, for the tests alone
FRESH = Path(__file__).parent / "fresh"  # and more, which no rule was made with


def records(folder: Path) -> list[Record]:
    return [json.loads(line) for line in (folder / "gold.jsonl").read_text("utf-8").splitlines()]


GOLD = records(SAMPLE)
PATHS = {path.stem: path for folder in (SAMPLE, CASES, FRESH) for path in folder.glob("*.txt")}
KINDS = {row["kind"] for row in lexicon.table("world/meeting_kinds")}
STATUSES = {"held", "scheduled", "postponed", "cancelled"}
GRANULARITIES = {"day", "month", "year", "unknown"}
COUNTRIES = {row["code"] for row in lexicon.table("en/countries")}
BODIES = {row["acronym"] for row in lexicon.table("world/agencies") if row["kind"] == "body"} - {""}
TEXT_FIELDS = ("doc", "lang", "published", "title", "dateline_place", "relevant", "body_first", "body_last")
FACT_FIELDS = ("noise", "people", "agencies", "meetings", "agreements", "topics", "commitments")

ALL = [*GOLD, *records(CASES), *records(FRESH)]
each_article = pytest.mark.parametrize("gold", ALL, ids=[gold["doc"] for gold in ALL])


def squeeze(text: str) -> str:
    return " ".join(text.split())


def article(gold: Record) -> str:
    return PATHS[gold["doc"]].read_text("utf-8")


def whole(granularity: str, day: date) -> tuple[date, date]:
    """Give the first and last day of the month or year that holds the day."""
    first, last = (day.month, day.month) if granularity == "month" else (1, 12)
    return date(day.year, first, 1), date(day.year, last, monthrange(day.year, last)[1])


def meetings() -> Iterator[tuple[str, Record]]:
    return ((gold["doc"], meeting) for gold in ALL for meeting in gold["meetings"])


def test_the_sample_has_many_articles_in_every_language() -> None:
    counts = Counter(gold["lang"] for gold in GOLD)
    assert counts.total() >= 40
    assert set(counts) == {"en", "id", "ms"}
    assert min(counts.values()) >= 5


def test_some_articles_tell_of_no_cooperation_and_some_are_in_doubt() -> None:
    counts = Counter(gold["relevant"] for gold in GOLD)
    assert counts[False] >= 5
    assert counts[None] >= 1
    assert counts[True] > len(GOLD) / 2


def test_several_articles_tell_of_one_meeting_some_in_two_languages() -> None:
    languages = {gold["doc"]: gold["lang"] for gold in ALL}
    docs = defaultdict(set)
    for doc, meeting in meetings():
        docs[meeting["cluster"]].add(doc)
    shared = [cluster for cluster in docs.values() if len(cluster) > 1]
    assert len(shared) >= 10
    assert any(len({languages[doc] for doc in cluster}) > 1 for cluster in shared)


@pytest.mark.parametrize("folder", [SAMPLE, CASES, FRESH], ids=["sample", "cases", "fresh"])
def test_every_article_has_one_gold_record_in_order(folder: Path) -> None:
    docs = [gold["doc"] for gold in records(folder)]
    assert docs == sorted(set(docs))
    assert docs == sorted(path.stem for path in folder.glob("*.txt"))


@each_article
def test_a_record_has_every_field(gold: Record) -> None:
    assert {*TEXT_FIELDS, *FACT_FIELDS} <= set(gold)
    assert "source_url" not in gold


@each_article
def test_the_body_runs_from_its_first_to_its_last_words(gold: Record) -> None:
    text = article(gold)
    start = text.find(gold["body_first"])
    assert start >= 0, "body_first"
    assert text.find(gold["body_last"], start) >= start, "body_last"


@each_article
def test_what_is_quoted_stands_in_the_article(gold: Record) -> None:
    text = squeeze(article(gold))
    quotes = [gold["title"]]
    quotes += [mention for person in gold["people"] for mention in (person["name"], *person["mentions"])]
    quotes += [quote for meeting in gold["meetings"] for quote in (meeting["sentence"], meeting["name"])]
    assert [quote for quote in quotes if quote and squeeze(quote) not in text] == []
    # Datelines are often printed in capitals.
    assert (gold["dateline_place"] or "").casefold() in text.casefold()


@each_article
def test_publication_dates_are_whole_or_told_in_part(gold: Record) -> None:
    partial, not_before = gold.get("published_partial"), gold.get("published_not_before")
    if gold["published"]:
        assert date.fromisoformat(gold["published"])
        assert not partial
        assert not not_before
    assert not partial or re.fullmatch(r"\d{4}(-\d{2})?|--\d{2}-\d{2}", partial)
    assert not not_before or date.fromisoformat(not_before)


@each_article
def test_people_and_agencies_belong_to_known_countries(gold: Record) -> None:
    countries = {entry["country"] for entry in gold["people"] + gold["agencies"]}
    assert countries - {None} <= COUNTRIES


@each_article
def test_only_relevant_articles_have_a_main_meeting(gold: Record) -> None:
    if gold["relevant"] is not None:
        assert any(meeting["main"] for meeting in gold["meetings"]) == gold["relevant"]


@each_article
def test_meetings_use_the_known_kinds_statuses_and_granularities(gold: Record) -> None:
    for meeting in gold["meetings"]:
        assert {meeting["kind"], *meeting.get("alt_kinds", [])} <= KINDS
        assert meeting["status"] in STATUSES
        assert meeting["granularity"] in GRANULARITIES
        assert meeting["cluster"]


@each_article
def test_meetings_begin_before_they_end_and_fill_their_granularity(gold: Record) -> None:
    for meeting in gold["meetings"]:
        start, end = (date.fromisoformat(meeting[key]) if meeting[key] else None for key in ("start", "end"))
        granularity = meeting["granularity"]
        assert (start is None and end is None) == (granularity == "unknown"), meeting["sentence"]
        if start and end:
            assert start <= end, meeting["sentence"]
        if granularity in {"month", "year"}:
            assert start is not None, meeting["sentence"]
            assert (start, end) == whole(granularity, start), meeting["sentence"]
        assert all(date.fromisoformat(day) for day in meeting.get("alt_starts", []) if day)


@each_article
def test_participants_and_chairs_are_people_of_the_article(gold: Record) -> None:
    people = {person["name"] for person in gold["people"]}
    for meeting in gold["meetings"]:
        assert set(meeting["participants"]) <= people
        assert set(meeting["chairs"]) <= set(meeting["participants"])


@each_article
def test_parties_are_countries_or_bodies(gold: Record) -> None:
    parties = {party for fact in gold["meetings"] + gold["agreements"] for party in fact["parties"]}
    assert parties <= COUNTRIES | BODIES


def test_accounts_of_one_meeting_do_not_differ_in_parties_or_ordinal() -> None:
    parties, ordinals = defaultdict(set), defaultdict(set)
    for _, meeting in meetings():
        parties[meeting["cluster"]].add(tuple(sorted(meeting["parties"])))
        ordinals[meeting["cluster"]].add(meeting["ordinal"])
    assert [cluster for cluster, seen in parties.items() if len(seen) > 1] == []
    assert [cluster for cluster, seen in ordinals.items() if len(seen - {None}) > 1] == []
