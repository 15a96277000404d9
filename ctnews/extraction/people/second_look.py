"""Asks a model for the names of the sentences in which capitalised words stand that nothing else explains.

Source: measured by `tests/bench/bench_people.py`; a model costs three times what all else does, and a second look at
one sentence in six finds what a look at every sentence finds, with fewer false names.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from ctnews.extraction.facts import Agency, Place
from ctnews.extraction.people.line import Line
from ctnews.extraction.people.name_parts import is_name
from ctnews.extraction.text import vocabulary
from ctnews.extraction.text.tokens import Span, covered

if TYPE_CHECKING:
    from spacy.pipeline import EntityRecognizer
    from spacy.tokens import Doc


def unexplained(
    text: str,
    *,
    lang: str,
    sentences: Sequence[Span],
    known: Sequence[Span],
    agencies: Sequence[Agency],
    places: Sequence[Place],
) -> list[Span]:
    """Give the sentences where capitalised words stand, two in a row or one behind "in", that nothing known explains.

    `known` are the spans that are taken for names already.
    """
    lines = (Line(text, sentence, lang, agencies, places) for sentence in sentences)
    return [line.span for line in lines if _open(line, [span for span in known if _within(line.span, span)])]


def _within(sentence: Span, span: Span) -> bool:
    return sentence[0] <= span[0] < sentence[1]


def _open(line: Line, known: Sequence[Span]) -> bool:
    named = covered(line.tokens, known)
    prepositions = vocabulary.words("name_words", "place", line.lang)
    before = False
    for position in range(len(line.tokens)):
        one = _unexplained(line, position, named)
        if one and (before or (position and line.tokens[position - 1].folded in prepositions)):
            return True
        before = one
    return False


def _unexplained(line: Line, position: int, named: set[int]) -> bool:
    taken = position in named or position in line.in_places or position in line.heads
    return line.tokens[position].capitalised and not taken and is_name(line, position)


def entities(model: EntityRecognizer, doc: Doc, sentences: Iterable[Span]) -> Iterator[tuple[int, int, str]]:
    """Give start, end and label of the names that a model finds in some sentences of a document, each on its own."""
    whole = (doc.char_span(*sentence, alignment_mode="expand") for sentence in sentences)
    spans = [span for span in whole if span is not None]
    for span, read in zip(spans, model.pipe([span.as_doc() for span in spans]), strict=True):
        for entity in read.ents:
            yield span.start_char + entity.start_char, span.start_char + entity.end_char, entity.label_
