"""The spaCy components: each finds one kind of fact, keeps it in `findings(doc)` and marks its spans.

They can be added one by one to a pipeline of one's own, in this order: `ctnews_dates`, `ctnews_places`,
`ctnews_agencies`, `ctnews_people`, `ctnews_meetings`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import repeat
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc, SpanGroup

from ctnews.extraction.agencies import affiliation, find_agencies
from ctnews.extraction.agreements import find_agreements, find_commitments
from ctnews.extraction.facts import Agency, Place
from ctnews.extraction.findings import Findings, findings
from ctnews.extraction.meetings import find_meetings
from ctnews.extraction.meetings.parties import article_bodies, article_parties
from ctnews.extraction.people import NameTagger, find_people
from ctnews.extraction.people.second_look import entities, unexplained
from ctnews.extraction.places import find_places
from ctnews.extraction.places.capitals import capital_cities
from ctnews.extraction.places.towns import unlisted_towns
from ctnews.extraction.relevance import relevance
from ctnews.extraction.text import vocabulary
from ctnews.extraction.text.sentences import split
from ctnews.extraction.text.tokens import Span

Component = Callable[[Doc], Doc]
Entity = tuple[int, int, str]

ORDER = ("ctnews_dates", "ctnews_places", "ctnews_agencies", "ctnews_people", "ctnews_meetings")
MODEL = "ner"
PERSONS = frozenset({"PERSON", "PER"})
PLACES = frozenset({"GPE", "LOC", "FAC"})
RELEVANT = 0.5  # below this an article has no meeting that it is about


@Language.factory("ctnews_dates", default_config={"anchor": None})
def make_dates(nlp: Language, name: str, anchor: str | None) -> Component:  # noqa: ARG001
    """Make the component that finds dates and marks them, each with its granularity and value, `span.kb_id_`.

    The day of publication stands in `doc.user_data["anchor"]`, a date or "2023-05-18", else in the pipeline's
    configuration, for all documents; with neither it is inferred from the body.
    """
    from ctnews.dates import Anchor, infer_anchor, scan

    usual = None if anchor is None else Anchor.on(anchor)

    def component(doc: Doc) -> Doc:
        own = findings(doc)
        given = doc.user_data.get("anchor")
        own.anchor = own.anchor or (usual if given is None else Anchor.on(given))
        anchor = own.anchor or infer_anchor(own.text, lang=own.lang)
        own.sentences = split(own.text, lang=own.lang)
        own.dates = scan(own.text, lang=own.lang, anchor=anchor)
        _mark(
            doc, "ctnews_dates", [(d.start, d.end, d.granularity) for d in own.dates], [d.iso or "" for d in own.dates]
        )
        return doc

    return component


@Language.factory("ctnews_places")
def make_places(nlp: Language, name: str) -> Component:  # noqa: ARG001
    """Make the component that finds countries, cities and regions."""

    def component(doc: Doc) -> Doc:
        own = findings(doc)
        named = find_places(own.text, lang=own.lang)
        capitals = capital_cities(own.text, named, lang=own.lang)
        own.places = sorted([*named, *capitals], key=lambda place: (place.start, place.end))
        _mark(doc, "ctnews_places", ((p.start, p.end, p.kind) for p in own.places))
        return doc

    return component


@Language.factory("ctnews_agencies")
def make_agencies(nlp: Language, name: str) -> Component:  # noqa: ARG001
    """Make the component that finds agencies and international bodies."""

    def component(doc: Doc) -> Doc:
        own = findings(doc)
        own.agencies = find_agencies(own.text, lang=own.lang, places=own.places)
        _mark(doc, "ctnews_agencies", ((a.start, a.end, a.kind) for a in own.agencies))
        return doc

    return component


@Language.factory("ctnews_people")
def make_people(nlp: Language, name: str) -> Component:  # noqa: ARG001
    """Make the component that finds persons, from `doc.ents` and the package's own name tagger.

    Where the pipeline has a disabled `ner`, that is asked about the sentences which the tagger leaves unexplained.
    """
    model = nlp.get_pipe(MODEL) if MODEL in nlp.disabled else None

    def component(doc: Doc) -> Doc:
        own = findings(doc)
        names, towns = _tagged(doc, model)
        own.people = find_people(
            own.text,
            lang=own.lang,
            sentences=own.sentences,
            names=names,
            agencies=own.agencies,
            places=own.places,
            home=_home(own),
            affiliation=_affiliation,
        )
        own.places = sorted([*own.places, *_towns(own, towns)], key=lambda place: place.start)
        _mark(doc, "ctnews_people", ((*span, "person") for person in own.people for span in person.spans))
        return doc

    return component


@Language.factory("ctnews_meetings")
def make_meetings(nlp: Language, name: str) -> Component:  # noqa: ARG001
    """Make the component that finds meetings, agreements and commitments and tells the article's relevance."""

    def component(doc: Doc) -> Doc:
        own = findings(doc)
        scene = own.scene()
        own.relevance = relevance(own.text, lang=own.lang, n_parties=_n_parties(own))
        own.meetings = find_meetings(scene, relevant=own.relevance >= RELEVANT)
        own.agreements = find_agreements(scene)
        own.commitments = find_commitments(scene)
        _mark(doc, "ctnews_meetings", ((*m.sentence, m.kind) for m in own.meetings))
        return doc

    return component


def _tagged(doc: Doc, model: Any) -> tuple[list[Span], list[Span]]:
    """Give the spans of persons and of places: the package's own tagger goes before the model's entities."""
    tagged = [(ent.start_char, ent.end_char, ent.label_) for ent in NameTagger.load().tag(doc)]
    others = [(ent.start_char, ent.end_char, ent.label_) for ent in doc.ents]
    if model is not None:
        own = findings(doc)
        known = [(start, end) for start, end, label in tagged if label in PERSONS]
        open_ = unexplained(
            own.text, lang=own.lang, sentences=own.sentences, known=known, agencies=own.agencies, places=own.places
        )
        others += entities(model, doc, open_)
    return _both(others, tagged, PERSONS), _both(others, tagged, PLACES)


def _both(model: Iterable[Entity], tagged: Iterable[Entity], labels: frozenset[str]) -> list[Span]:
    own = [(start, end) for start, end, label in tagged if label in labels]
    more = [(start, end) for start, end, label in model if label in labels]
    apart = [span for span in more if not any(span[0] < end and start < span[1] for start, end in own)]
    return sorted(own + apart)


def _towns(own: Findings, candidates: list[Span]) -> list[Place]:
    taken = [span for person in own.people for span in (*person.spans, *person.role_spans)]
    taken += [(agency.start, agency.end) for agency in own.agencies]
    return unlisted_towns(
        own.text,
        lang=own.lang,
        sentences=own.sentences,
        candidates=candidates,
        known=own.places,
        taken=taken,
        home=_home(own),
    )


def _home(own: Findings) -> str | None:
    """Give the country whose officials are named without it, where the dateline or the publisher tells it.

    It is the publisher's, if the text speaks of it, else that of the dateline; but a language at home in few
    countries stays with them.
    """
    country = own.place.country if own.place else None
    if own.press and (country is None or any(place.country == own.press for place in own.places)):
        country = own.press
    homes = vocabulary.homes(own.lang)
    return country if not homes or country in homes else homes[0]


def _affiliation(role: str, country: str | None, lang: str) -> Agency | None:
    return affiliation(role, country=country, lang=lang)


def _n_parties(own: Findings) -> int:
    scene = own.scene()
    return len(article_parties(scene)) + len(article_bodies(scene)[:1])


def _mark(doc: Doc, name: str, spans: Iterable[tuple[int, int, str]], values: Iterable[str] = repeat("")) -> None:
    marks = zip(spans, values, strict=False)
    found = (doc.char_span(a, b, label, value, alignment_mode="expand") for (a, b, label), value in marks)
    doc.spans[name] = SpanGroup(doc, name=name, spans=[span for span in found if span is not None])
