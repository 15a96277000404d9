"""What tells the facts of a meeting best: the sentence that names it, a parse of it, or the rules of the package.

Run as `python tests/bench/bench_meetings.py CASES...` with folders of articles and gold facts. All three stand on the
same words for meetings, dates, places, bodies and persons. By sentence and by parse every word for a meeting gives an
account: of what stands in its sentence, or of what hangs on the verb that governs it (on the word itself, if it is a
verb), without what hangs on another one's. Accounts of one kind whose days do not differ are one; the first is what
the article is about. Cost is the CPU time of a means as a share of `nlp.pipe` of the whole stock model.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, replace
from functools import cache
from pathlib import Path, PurePosixPath
from typing import Any

import spacy
from spacy.language import Language
from spacy.tokens import Doc, Token

import ctnews as ct
from ctnews.extraction.components import RELEVANT
from ctnews.extraction.findings import findings
from ctnews.extraction.meetings.cues import Cue, find_cues
from ctnews.extraction.meetings.find import GRANULARITIES, Meeting, find_meetings
from ctnews.extraction.meetings.parties import is_body, party_name
from ctnews.extraction.meetings.scene import Scene, Sentence
from ctnews.extraction.pipeline import MODELS, documents
from ctnews.extraction.text.tokens import Span
from ctnews.scoring.cases import Case, Prediction, read_cases
from ctnews.scoring.facts import score_case
from ctnews.scoring.tally import Board

SIDES = 2  # that a meeting has at least
SHOWN = (
    ("main meeting found", "main"),
    ("main meeting right in every point", "every"),
    ("meetings: F1", "F1"),
    *((f"meeting's {name}", name) for name in ("date", "city", "parties", "ordinal", "status", "kind")),
)


def main() -> None:
    """Print the figures of each means on each folder."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("cases", type=Path, nargs="+")
    for folder in parser.parse_args().cases:
        print(f"{folder.name:12}" + "".join(f"{short:>8}" for _, short in SHOWN) + "    cost")
        scenes = list(scenes_of(folder))
        texts = [scene.text for _, scene, _ in scenes]
        stock = timed(lambda texts=texts: list(spacy.load(MODELS["en"]).pipe(texts)))
        for name, means in MEANS.items():
            board = Board()
            start = time.process_time()
            for case, scene, relevant in scenes:
                found = [record(meeting, scene) for meeting in means(scene, relevant)]
                score_case(board, case, Prediction(meetings=found))
            cost = (time.process_time() - start) / stock
            figures = board.figures()
            print(f"  {name:10}" + "".join(f"{figures[long]:8.3f}" for long, _ in SHOWN) + f"{cost:8.2f}")


def scenes_of(folder: Path) -> Iterator[tuple[Case, Scene, bool]]:
    """Give the English cases of a folder with what was found in them before the meetings, and whether they matter."""
    cleaned = ct.clean_articles(ct.read_articles(folder).articles)
    articles = cleaned.articles[cleaned.articles["lang"] == "en"]
    stems = {row["article_id"]: PurePosixPath(row["source"]).stem for row in articles.to_dict("records")}
    read = {stems[article_id]: findings(doc) for article_id, doc in documents(articles, cleaned.passages)}
    for case in read_cases(folder):
        if case.doc in read:
            yield case, read[case.doc].scene(), read[case.doc].relevance >= RELEVANT


def timed(work: Callable[[], Any]) -> float:
    """Give the CPU seconds of a piece of work."""
    start = time.process_time()
    work()
    return time.process_time() - start


def by_rules(scene: Scene, relevant: bool) -> list[Meeting]:
    """Give the meetings that the package finds."""
    return find_meetings(scene, relevant=relevant)


def by_sentence(scene: Scene, relevant: bool) -> list[Meeting]:
    """Give the meetings that words for meetings tell with all that stands in their sentence."""
    return joined(
        [account(scene, line, cue, [line.span]) for line in scene.lines for cue in _telling(line)], relevant=relevant
    )


def by_parse(scene: Scene, relevant: bool) -> list[Meeting]:
    """Give the meetings that words for meetings tell with what hangs on the verb that governs them."""
    told = []
    for line, doc in zip(scene.lines, parser().pipe(line.text[slice(*line.span)] for line in scene.lines), strict=True):
        cues = _telling(line)
        verbs = [governor(doc, line, cue) for cue in cues]
        for cue, verb in zip(cues, verbs, strict=True):
            below = [other for other in verbs if verb.is_ancestor(other)]
            others = {token.i for other in below for token in other.subtree}
            own = [token for token in verb.subtree if token.i not in others]
            offset = line.span[0]
            told.append(account(scene, line, cue, [(offset + t.idx, offset + t.idx + len(t)) for t in own]))
    return joined(told, relevant=relevant)


@cache
def parser() -> Language:
    """Give the stock model's parser."""
    return spacy.load(MODELS["en"], exclude=["ner", "lemmatizer"])


def governor(doc: Doc, line: Sentence, cue: Cue) -> Token:
    """Give the verb that governs a word for a meeting, or the head of its sentence."""
    start = line.tokens[cue.first].start - line.span[0]
    end = line.tokens[cue.after - 1].end - line.span[0]
    span = doc.char_span(start, end, alignment_mode="expand")
    token: Token = span.root if span is not None else doc[0]
    while token.pos_ not in {"VERB", "AUX"} and token.head != token:
        token = token.head
    return token


def _telling(line: Sentence) -> list[Cue]:
    return [cue for cue in find_cues(line) if cue.use in {"name", "verb", "sign"}]


def account(scene: Scene, line: Sentence, cue: Cue, spans: Sequence[Span]) -> Meeting:
    """Give the meeting that a word tells with the facts that lie within some spans."""

    def inside(start: int) -> bool:
        return any(first <= start < after for first, after in spans)

    when = next((date for date in line.dates if inside(date.start) and date.first), None)
    places = [place for place in line.places if inside(place.start)]
    city = next((place for place in places if place.kind == "city"), None)
    people = [i for i, own in line.people.items() if any(inside(span[0]) for span in own)]
    countries = {place.country for place in places if place.kind in {"country", "demonym"}}
    countries |= {country for i in people if (country := scene.people[i].country)}
    bodies = {party_name(agency) for agency in line.agencies if inside(agency.start) and is_body(agency)}
    ordinal = next((number for at, (number, _) in line.ordinals.items() if inside(line.tokens[at].start)), None)
    ahead = bool(when and when.first and scene.anchor and when.first > scene.anchor.day)
    return Meeting(
        kind=cue.kind,
        name=None,
        ordinal=ordinal,
        start=when.first if when else None,
        end=when.last if when else None,
        granularity=GRANULARITIES.get(when.granularity, "unknown") if when else "unknown",
        city=city.name if city else None,
        country=city.country if city else None,
        parties=tuple(sorted(countries or bodies)),
        status="scheduled" if ahead else "held",
        main=False,
        participants=tuple(people),
        chairs=(),
        agencies=(),
        sentence=line.span,
        confidence=0.0,
        rule="",
    )


def joined(told: Sequence[Meeting], *, relevant: bool) -> list[Meeting]:
    """Put the accounts of one kind together whose days do not differ, and leave out those without day and sides."""
    found: list[Meeting] = []
    for one in told:
        if one.start is None and len(one.parties) < SIDES and one.city is None:
            continue
        same = (n for n, other in enumerate(found) if other.kind == one.kind and one.start in {None, other.start})
        number = next(same, None)
        if number is None:
            found.append(replace(one, main=relevant and not found))
        else:
            other = found[number]
            found[number] = replace(
                other,
                city=other.city or one.city,
                ordinal=other.ordinal or one.ordinal,
                parties=tuple(sorted({*other.parties, *one.parties})),
                participants=tuple(sorted({*other.participants, *one.participants})),
            )
    return found


def record(meeting: Meeting, scene: Scene) -> dict[str, Any]:
    """Give a meeting as the scoring reads it."""
    names = [scene.people[i].name for i in meeting.participants]
    return {**asdict(replace(meeting, grounds=())), "participants": names, "meeting_id": ""}


MEANS = {"sentence": by_sentence, "parse": by_parse, "rules": by_rules}


if __name__ == "__main__":
    main()
