"""What finds the persons of an English article best: words beside the names, the stock model, the name tagger, or all.

Run as `python tests/bench/bench_people.py CASES...` with folders of articles and gold facts. The means on their own
give their spans as they are, those inside a longer one counted with it; the others go through the rules of
`extraction.people`, which trim, refute and group. Printed are precision, recall and F1 over all relevant articles, and
the CPU time of a means as a share of `nlp.pipe` of the whole stock model on the same texts.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable, Iterator
from pathlib import Path, PurePosixPath
from typing import Any

import spacy
from spacy.language import Language
from spacy.tokens import Doc

import ctnews as ct
from ctnews.extraction.findings import findings
from ctnews.extraction.people import NameTagger, find_people
from ctnews.extraction.people.second_look import entities, unexplained
from ctnews.extraction.pipeline import MODELS, UNUSED
from ctnews.extraction.text.tokens import Span
from ctnews.scoring.cases import Case, Prediction, read_cases
from ctnews.scoring.facts import score_case
from ctnews.scoring.tally import Board

BEFORE = ("ctnews_dates", "ctnews_places", "ctnews_agencies")
LABELS = {"PERSON", "PER"}

Means = Callable[[Language, Doc], list[Span]]


def by_model(nlp: Language, doc: Doc) -> list[Span]:
    """Give the persons of the stock model."""
    return [(ent.start_char, ent.end_char) for ent in nlp.get_pipe("ner")(doc.copy()).ents if ent.label_ in LABELS]


def by_tagger(nlp: Language, doc: Doc) -> list[Span]:  # noqa: ARG001
    """Give the persons of the package's tagger."""
    return [(ent.start_char, ent.end_char) for ent in NameTagger.load().tag(doc) if ent.label_ in LABELS]


def by_both(nlp: Language, doc: Doc) -> list[Span]:
    """Give the persons of the tagger, and those of the model that lie apart from them."""
    own = by_tagger(nlp, doc)
    return sorted(own + [s for s in by_model(nlp, doc) if not any(s[0] < end and start < s[1] for start, end in own)])


def by_second_look(nlp: Language, doc: Doc) -> list[Span]:
    """Give the persons of the tagger, and those of the model in the sentences that are left unexplained."""
    own, known = findings(doc), by_tagger(nlp, doc)
    doubtful = unexplained(
        own.text, lang="en", sentences=own.sentences, known=known, agencies=own.agencies, places=own.places
    )
    more = [(a, b) for a, b, label in entities(nlp.get_pipe("ner"), doc, doubtful) if label in LABELS]
    return sorted(known + [s for s in more if not any(s[0] < end and start < s[1] for start, end in known)])


def by_none(nlp: Language, doc: Doc) -> list[Span]:  # noqa: ARG001
    """Give nothing, and leave it to the words beside the names."""
    return []


MEANS: dict[str, Means] = {
    "words beside": by_none,
    "model": by_model,
    "tagger": by_tagger,
    "tagger, model": by_both,
    "tagger, second look": by_second_look,
}


def main() -> None:
    """Print how well each means does on each folder."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("cases", type=Path, nargs="+")
    nlp = spacy.load(MODELS["en"], exclude=list(UNUSED))
    for name in BEFORE:
        nlp.add_pipe(name)
    for folder in parser.parse_args().cases:
        print(f"{folder.name:29}   P     R    F1  cost")
        cases = [(case, text) for case, text in cases_of(folder)]
        stock = timed(lambda texts=[text for _, text in cases]: list(spacy.load(MODELS["en"]).pipe(texts)))
        for name, means in MEANS.items():
            for ruled in (False, True):
                if ruled or name != "words beside":
                    print(f"  {name + (' + rules' if ruled else ''):28}", figures(nlp, cases, means, ruled, stock))


def cases_of(folder: Path) -> Iterator[tuple[Case, str]]:
    """Give the English cases of a folder with their cleaned bodies."""
    articles = ct.clean_articles(ct.read_articles(folder).articles).articles
    bodies = {PurePosixPath(row["source"]).stem: row["text"] for row in articles.to_dict("records")}
    yield from ((case, bodies[case.doc]) for case in read_cases(folder) if case.gold["lang"] == "en")


def timed(work: Callable[[], Any]) -> float:
    """Give the CPU seconds of a piece of work."""
    start = time.process_time()
    work()
    return time.process_time() - start


def figures(nlp: Language, cases: list[tuple[Case, str]], means: Means, ruled: bool, stock: float) -> str:
    """Give precision, recall, F1 and cost of a means, with the rules behind it or without."""
    board, cost = Board(), 0.0
    for case, text in cases:
        doc = nlp.make_doc(text)
        for name in BEFORE:
            doc = nlp.get_pipe(name)(doc)
        start = time.process_time()
        people = persons(doc, means(nlp, doc)) if ruled else spelt(doc, means(nlp, doc))
        cost += time.process_time() - start
        score_case(board, case, Prediction(people=people))
    counts = board.sets["people"]
    return f"{counts.precision:.3f} {counts.recall:.3f} {counts.f1:.3f} {cost / stock:5.2f}"


def persons(doc: Doc, names: list[Span]) -> list[dict[Any, Any]]:
    """Give the persons that the rules make of a means' spans."""
    own = findings(doc)
    found = find_people(
        own.text, lang="en", sentences=own.sentences, names=names, agencies=own.agencies, places=own.places
    )
    return [{"name": p.name, "role": p.role, "spelt": {p.name, *p.aliases}, "country": p.country} for p in found]


def spelt(doc: Doc, names: list[Span]) -> list[dict[Any, Any]]:
    """Give the spans as persons, a spelling that lies in a longer one counted with it."""
    texts = sorted({doc.text[start:end] for start, end in names}, key=len, reverse=True)
    whole = [text for n, text in enumerate(texts) if not any(text in longer for longer in texts[:n])]
    return [{"name": name, "spelt": {text for text in texts if text in name}} for name in whole]


if __name__ == "__main__":
    main()
