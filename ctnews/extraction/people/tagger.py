"""Finds the names of persons, organisations and places in Indonesian, Malay and English text.

The model is a linear-chain conditional random field; `ctnews/models/NOTICE` names what it was trained on.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ctnews.errors import InputError
from ctnews.extraction.people.features import features

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

LABELS = ("PER", "ORG", "LOC")
MODEL = "names.crfsuite"


class NameTagger:
    """Tags the names in spaCy docs; a tagger is not to be shared between threads.

    >>> import spacy
    >>> doc = spacy.blank("id")("Presiden Joko Widodo tiba di Jakarta.")
    >>> [(span.text, span.label_) for span in NameTagger.load().tag(doc)]
    [('Joko Widodo', 'PER'), ('Jakarta', 'LOC')]
    """

    def __init__(self, path: str | Path) -> None:
        """Open the model at `path`; raises `InputError` where there is none."""
        import pycrfsuite

        if not Path(path).is_file():
            raise InputError(f"There is no name model at {path}; train one with tests/bench/train_names.py.")
        self._model: Any = pycrfsuite.Tagger()
        self._model.open(str(path))

    @staticmethod
    @cache
    def load() -> NameTagger:
        """Give the tagger with the package's own model, loaded at the first call."""
        with resources.as_file(resources.files("ctnews") / "models" / MODEL) as path:
            return NameTagger(path)

    def tag(self, doc: Doc) -> list[Span]:
        """Give the names in the order of the text, labelled PER, ORG or LOC; none crosses a line break."""
        return [span for line in _lines(doc) for span in self._tag_line(doc, line)]

    def _tag_line(self, doc: Doc, tokens: Sequence[Token]) -> Iterator[Span]:
        from spacy.tokens import Span

        tags = self._model.tag(features(tokens))
        for first, last, label in decode(tags):
            yield Span(doc, tokens[first].i, tokens[last].i + 1, label=label)


def encode(length: int, spans: Sequence[tuple[int, int, str]]) -> list[str]:
    """Write labelled spans (first and last position) as one tag a token: B, I, L, U with a label, or O.

    >>> encode(4, [(1, 2, "PER")])
    ['O', 'B-PER', 'L-PER', 'O']
    """
    tags = ["O"] * length
    for first, last, label in spans:
        tags[first : last + 1] = [f"I-{label}"] * (last + 1 - first)
        tags[last] = f"L-{label}"
        tags[first] = f"U-{label}" if first == last else f"B-{label}"
    return tags


def decode(tags: Sequence[str]) -> Iterator[tuple[int, int, str]]:
    """Read labelled spans back from tags; a span without both ends is dropped.

    >>> list(decode(["O", "B-PER", "L-PER", "U-LOC", "L-ORG"]))
    [(1, 2, 'PER'), (3, 3, 'LOC')]
    """
    first, open_label = 0, ""
    for position, tag in enumerate(tags):
        part, _, label = tag.partition("-")
        if part == "U":
            yield position, position, label
        elif part == "L" and label == open_label:
            yield first, position, label
        if part == "B":
            first, open_label = position, label
        elif part != "I":
            open_label = ""


def _lines(doc: Doc) -> Iterator[list[Token]]:
    """Give the words of each line, white space left out."""
    line: list[Token] = []
    for token in doc:
        if not token.is_space:
            line.append(token)
        elif "\n" in token.text and line:
            yield line
            line = []
    if line:
        yield line
