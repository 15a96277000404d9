"""Scores one article: its cleaning, persons, agencies and meetings."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ctnews.scoring.cases import Case, Prediction
from ctnews.scoring.compare import alike, day, fold, is_null, listed, meeting_likeness, pair_up, shingles
from ctnews.scoring.meetings import ask_points, score_participants
from ctnews.scoring.tally import Board

Record = Mapping[Any, Any]

NAME, AGENCY, MEETING, ROLE = 0.85, 0.8, 0.55, 0.6  # how alike two must be to count as one


def score_case(board: Board, case: Case, found: Prediction) -> list[tuple[str, str | None]]:
    """Score one case; give (gold cluster, predicted meeting) for every gold meeting that is in a cluster."""
    board.ask("articles loaded", found.article is not None)
    _score_cleaning(board, case, found.article or {})
    _score_people(board, case.gold, found)
    _score_agencies(board, case.gold, found)
    return _score_meetings(board, case, found)


def _score_cleaning(board: Board, case: Case, article: Record) -> None:
    gold = case.gold
    body = _body(case)
    if body:
        want, got = shingles(body), shingles(article.get("text") or "")
        board.add("body text", (want & got).total(), got.total(), want.total())
    board.ask("language", article.get("lang") == gold["lang"])
    inferred = gold.get("published") is None and article.get("published_basis") == "inferred"
    board.ask("publication date", day(article.get("published")) == gold.get("published") or inferred)
    if gold["relevant"] is not None:
        score = article.get("relevance")
        relevant = not is_null(score) and float(score or 0) >= 0.5
        board.add("relevance", relevant and gold["relevant"], relevant, gold["relevant"])


def _body(case: Case) -> str | None:
    start = case.raw.find(case.gold["body_first"])
    end = case.raw.find(case.gold["body_last"], start)
    return case.raw[start : end + len(case.gold["body_last"])] if 0 <= start <= end else None


def _score_people(board: Board, gold: Record, found: Prediction) -> None:
    pairs = pair_up(gold["people"], found.people, _same_person, NAME)
    if gold["relevant"]:
        board.add("people", len(pairs), len(found.people), len(gold["people"]))
    for i, j in pairs:
        person, other = gold["people"][i], found.people[j]
        if person.get("country"):
            board.ask("person's country", other.get("country") == person["country"])
        if person.get("role"):
            role = " ".join(listed(other.get("roles"))) or other.get("role") or ""
            board.ask("person's role", alike(person["role"], role) >= ROLE)


def _same_person(gold: Record, found: Record) -> float:
    names = [alike(name, spelt) for name in gold["mentions"] for spelt in found["spelt"]]
    return max([alike(gold["name"], found.get("name") or ""), *names])


def _score_agencies(board: Board, gold: Record, found: Prediction) -> None:
    if not gold["relevant"]:
        return
    pairs = pair_up(gold["agencies"], found.agencies, _same_agency, AGENCY)
    optional = {i for i, agency in enumerate(gold["agencies"]) if agency.get("optional")}
    waived = sum(i in optional for i, _ in pairs)
    board.add("agencies", len(pairs) - waived, len(found.agencies) - waived, len(gold["agencies"]) - len(optional))


def _same_agency(gold: Record, found: Record) -> float:
    if gold.get("acronym") and fold(gold["acronym"]) in {fold(found.get("acronym")), fold(found["text"])}:
        return 1.0
    names = [name for name in (gold["name"], gold.get("english")) if name]
    likeness = max(alike(name, other) for name in names for other in (found.get("name") or "", found["text"]))
    country = found.get("country")
    elsewhere = gold.get("country") and not is_null(country) and country and gold["country"] != country
    return likeness * (0.5 if elsewhere else 1.0)


def _score_meetings(board: Board, case: Case, found: Prediction) -> list[tuple[str, str | None]]:
    gold = case.gold
    pairs = dict(pair_up(gold["meetings"], found.meetings, meeting_likeness, MEETING))
    _count_meetings(board, gold, found, pairs)
    if gold["relevant"] is False and not any(meeting.get("main") for meeting in gold["meetings"]):
        board.ask("no meeting invented", not any(meeting.get("main") for meeting in found.meetings))
    links: list[tuple[str, str | None]] = []
    for number, meeting in enumerate(gold["meetings"]):
        own = found.meetings[pairs[number]] if number in pairs else None
        if meeting.get("main"):
            board.ask("main meeting found", own is not None)
        if not meeting.get("optional"):
            ask_points(board, meeting, own)
            score_participants(board, meeting, own)
            if meeting.get("cluster"):
                links.append((meeting["cluster"], str(own["meeting_id"]) if own else None))
    return links


def _count_meetings(board: Board, gold: Record, found: Prediction, pairs: Mapping[int, int]) -> None:
    optional = {i for i, meeting in enumerate(gold["meetings"]) if meeting.get("optional")}
    signed = {agreement.get("signed") for agreement in gold["agreements"]} - {None}
    # A signing told only as an agreement's date may be a meeting or not.
    signings = [
        j
        for j, meeting in enumerate(found.meetings)
        if j not in pairs.values() and meeting.get("kind") == "signing" and day(meeting.get("start")) in signed
    ]
    waived = sum(i in optional for i in pairs) + len(signings)
    right = sum(i not in optional for i in pairs)
    board.add("meetings", right, len(found.meetings) - waived, len(gold["meetings"]) - len(optional))
