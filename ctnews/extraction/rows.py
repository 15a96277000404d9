"""Turns what was found in one document into rows of the frames."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from ctnews.extraction.findings import Findings, findings
from ctnews.extraction.people.grounds import of_person
from ctnews.extraction.text import vocabulary
from ctnews.extraction.text.tokens import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc

Row = dict[str, Any]


@dataclass(frozen=True)
class DocumentRows:
    """The rows of one document, by frame, and its relevance."""

    relevance: float
    frames: dict[str, list[Row]]


def of_document(article_id: str, doc: Doc) -> DocumentRows:
    """Give the rows of a processed document."""
    own = findings(doc)
    text = own.text
    people = [f"{article_id}:{number}" for number in range(len(own.people))]
    mentions = [*_person_mentions(own, text, people), *_agency_mentions(own, text), *_place_mentions(own, text)]
    mentions += [*_agreement_mentions(own, text), *_topic_mentions(own, text)]
    found = {
        "mentions": sorted(mentions, key=lambda row: (row["start"], row["kind"])),
        "dates": [_date(date) for date in own.dates],
        "people": [_person(own, text, number, key) for number, key in enumerate(people)],
        "agency_mentions": _agency_rows(own, text),
        "meeting_mentions": [_meeting(own, text, article_id, n, people) for n in range(len(own.meetings))],
        "agreements": _agreements(own, text, article_id),
        "commitments": _commitments(own, text, article_id),
        "grounds": _grounds(own, text, article_id, people),
    }
    for rows in found.values():
        for row in rows:
            row["article_id"] = article_id
    return DocumentRows(own.relevance, found)


def _sentence(own: Findings, text: str, offset: int) -> str | None:
    span = sentence_at(own.sentences, offset)
    return text[slice(*span)] if span else None


def sentence_at(sentences: Sequence[Span], offset: int) -> Span | None:
    """Give the sentence that holds an offset."""
    number = bisect_right([start for start, _ in sentences], offset) - 1
    return sentences[number] if number >= 0 else None


def _mention(own: Findings, text: str, kind: str, start: int, end: int, **more: Any) -> Row:
    sentence = _sentence(own, text, start)
    return {"kind": kind, "start": start, "end": end, "text": text[start:end], "sentence": sentence, **more}


def _person_mentions(own: Findings, text: str, keys: Sequence[str]) -> list[Row]:
    return [
        _mention(own, text, "person", *span, ref=key, role=person.role)
        for person, key in zip(own.people, keys, strict=True)
        for span in person.spans
    ]


def _agency_mentions(own: Findings, text: str) -> list[Row]:
    return [_mention(own, text, "agency", a.start, a.end, ref=a.agency_id) for a in own.agencies]


def _place_mentions(own: Findings, text: str) -> list[Row]:
    return [
        _mention(own, text, "country" if p.kind in {"country", "demonym"} else "place", p.start, p.end, ref=p.country)
        for p in own.places
    ]


def _agreement_mentions(own: Findings, text: str) -> list[Row]:
    return [_mention(own, text, "agreement", a.start, a.end, ref=a.kind) for a in own.agreements]


def _topic_mentions(own: Findings, text: str) -> list[Row]:
    matches = vocabulary.index("topics", own.lang).find(text)
    return [_mention(own, text, "topic", m.start, m.end, ref=m.payload) for m in matches]


def _date(date: Any) -> Row:
    names = ("start", "end", "text", "first", "last", "granularity", "iso", "rule", "anchor")
    return {name: getattr(date, name) for name in names} | {"flags": list(date.flags)}


def _person(own: Findings, text: str, number: int, key: str) -> Row:
    person = own.people[number]
    return {
        "person_id": key,
        "name": person.name,
        "aliases": list(person.aliases),
        "role": person.role,
        "agency_id": person.agency_id,
        "country": person.country,
        "sentence": _sentence(own, text, person.spans[0][0]),
    }


def _agency_rows(own: Findings, text: str) -> list[Row]:
    names = ("agency_id", "name", "acronym", "country", "kind", "qid", "text", "start", "end")
    return [
        {name: getattr(agency, name) for name in names} | {"sentence": _sentence(own, text, agency.start)}
        for agency in own.agencies
    ]


def _meeting(own: Findings, text: str, article_id: str, number: int, people: Sequence[str]) -> Row:
    meeting = own.meetings[number]
    names = ("kind", "name", "ordinal", "start", "end", "granularity", "city", "country", "status", "main")
    start, end = meeting.sentence
    return {name: getattr(meeting, name) for name in names} | {
        "mention_id": f"{article_id}:m{number}",
        "parties": list(meeting.parties),
        "participants": [people[i] for i in meeting.participants],
        "chairs": [people[i] for i in meeting.chairs],
        "agencies": list(meeting.agencies),
        "sentence": text[start:end],
        "start_char": start,
        "end_char": end,
        "confidence": meeting.confidence,
        "rule": meeting.rule,
    }


def _grounds(own: Findings, text: str, article_id: str, people: Sequence[str]) -> list[Row]:
    facts = [(key, of_person(person)) for key, person in zip(people, own.people, strict=True)]
    facts += [(f"{article_id}:m{number}", meeting.grounds) for number, meeting in enumerate(own.meetings)]
    return [
        {"fact_id": fact_id, "text": text[ground.start : ground.end], **asdict(ground)}
        for fact_id, found in facts
        for ground in found
    ]


def _agreements(own: Findings, text: str, article_id: str) -> list[Row]:
    return [
        {
            "agreement_id": f"{article_id}:a{number}",
            "kind": agreement.kind,
            "name": agreement.name,
            "parties": list(agreement.parties),
            "signed": agreement.signed,
            "granularity": agreement.granularity,
            "sentence": text[slice(*agreement.sentence)],
            "start": agreement.start,
            "end": agreement.end,
        }
        for number, agreement in enumerate(own.agreements)
    ]


def _commitments(own: Findings, text: str, article_id: str) -> list[Row]:
    main = next((n for n, meeting in enumerate(own.meetings) if meeting.main), None)
    meeting = None if main is None else f"{article_id}:m{main}"
    return [
        {"mention_id": meeting, "kind": c.kind, "text": text[c.start : c.end], "start": c.start, "end": c.end}
        for c in own.commitments
    ]
