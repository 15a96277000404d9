"""Shapes: what every line of a page looks like, in figures, for the classifier of lines."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from math import log1p

import numpy as np
from numpy.typing import NDArray

from ctnews.cleaning.lines.block import weight
from ctnews.cleaning.lines.features import CLOCK_TIME, LETTERS, TRUNCATED, Feature

Column = NDArray[np.float32]
Columns = dict[str, Column]

LONG_WORD = 5  # letters of a word that tells what a text is about
SMALL_WORD = 4  # letters that most function words have at most
MOST_GAP, MOST_INDENT, MOST_COPIES = 4, 12, 5
OFTEN = 2  # other lines a word stands in before it counts as one of the page's own

_SENTENCE_END = re.compile(r"[.!?。！？][\"”’)\]]*(?:\s|$)")
_ADDRESS = re.compile(r"https?://|www\.|\S@\S|(?:^|\s)[@#]\w")
_QUOTED = re.compile(r"[\"“”«»]")
_BARRED = re.compile(r"[|»•]")

_MEASURES: dict[str, Callable[[Feature, str, list[str]], float]] = {
    "characters": lambda _, text, __: log1p(len(text)),
    "words": lambda feature, _, __: log1p(feature.words),
    "word_length": lambda _, __, words: sum(map(len, words)) / max(len(words), 1),
    "sentences": lambda _, text, __: log1p(len(_SENTENCE_END.findall(text))),
    "lower": lambda feature, _, __: feature.lower,
    "small_words": lambda _, __, words: (
        sum(len(word) <= SMALL_WORD and word.islower() for word in words) / max(len(words), 1)
    ),
    "commas": lambda feature, text, _: text.count(",") / max(feature.words, 1),
    "digits": lambda _, text, __: sum(map(str.isdigit, text)) / max(len(text), 1),
    "marks": lambda _, text, __: 1 - (sum(map(str.isalnum, text)) + text.count(" ")) / max(len(text), 1),
    "capitals": lambda _, text, __: sum(map(str.isupper, text)) / max(len(text), 1),
    "all_capitals": lambda _, text, __: " " in text and text.isupper(),
    "other_script": lambda _, text, __: (
        sum(c > "\u0370" and c.isalpha() for c in text) / max(len(text), 1) if not text.isascii() else 0.0
    ),
    "finished": lambda feature, _, __: feature.finished,
    "prose": lambda feature, _, __: feature.prose,
    "dated": lambda feature, _, __: feature.dated,
    "header": lambda feature, _, __: feature.header,
    "repeated": lambda feature, _, __: feature.repeated,
    "copies": lambda feature, _, __: min(feature.copies, MOST_COPIES),
    "marked": lambda feature, _, __: feature.line.marked,
    "starts_lower": lambda _, text, __: text[:1].islower(),
    "starts_quote": lambda _, text, __: text[:1] in "\"“'‘",
    "starts_bracket": lambda _, text, __: "(" in text[:3],
    "ends_colon": lambda _, text, __: text.endswith(":"),
    "ends_open": lambda _, text, __: text[-1:] in ",;-–—",
    "truncated": lambda _, text, __: bool(TRUNCATED.search(text)),
    "barred": lambda _, text, __: bool(_BARRED.search(text)),
    "address": lambda _, text, __: bool(_ADDRESS.search(text)),
    "quoted": lambda _, text, __: bool(_QUOTED.search(text)),
    "clock": lambda _, text, __: bool(CLOCK_TIME.search(text)),
    "cue": lambda feature, _, __: feature.cue is not None,
    "cue_bare": lambda feature, _, __: feature.cue is not None and feature.cue.bare,
    "cue_section": lambda feature, _, __: feature.cue is not None and feature.cue.scope == "section",
    "weight": lambda feature, _, __: weight(feature),
}


def shapes(raw: str, features: Sequence[Feature]) -> Columns:
    """Give the figures of every line by their names; no line's figures depend on its place on the page."""
    rows = [_measured(feature) for feature in features]
    values = np.array(rows, dtype=np.float32).reshape(len(rows), len(_MEASURES))
    measured = {name: values[:, number] for number, name in enumerate(_MEASURES)}
    return measured | _gaps(raw, features) | _echoes(features)


def cue_column(features: Sequence[Feature], label: str) -> Column:
    """Give which lines have a cue of this label."""
    return np.array([f.cue is not None and f.cue.label == label for f in features], dtype=np.float32)


def _measured(feature: Feature) -> list[float]:
    text = feature.line.plain
    words = LETTERS.findall(text)
    return [measure(feature, text, words) for measure in _MEASURES.values()]


def _gaps(raw: str, features: Sequence[Feature]) -> Columns:
    """Give the line breaks before and after every line and how far it is indented."""
    starts = [feature.line.start for feature in features]
    ends = [feature.line.end for feature in features]
    breaks = [raw.count("\n", end, start) for end, start in zip([0, *ends], [*starts, len(raw)], strict=True)]
    indents = [start - raw.rfind("\n", 0, start) - 1 for start in starts]
    between = np.minimum(np.array(breaks, dtype=np.float32), MOST_GAP)
    indent = np.minimum(np.array(indents, dtype=np.float32), MOST_INDENT)
    return {"gap_above": between[:-1], "gap_below": between[1:], "indent": indent}


def _echoes(features: Sequence[Feature]) -> Columns:
    """Give how many of a line's long words the page's other prose has too."""
    words = [{word.casefold() for word in LETTERS.findall(f.line.plain) if len(word) >= LONG_WORD} for f in features]
    prose = [feature.prose and not feature.cue for feature in features]
    lines_with = Counter(word for own, counts in zip(words, prose, strict=True) if counts for word in own)
    rows = [
        (
            sum(lines_with[word] > counts for word in own) / max(len(own), 1),
            sum(lines_with[word] > counts + OFTEN for word in own) / max(len(own), 1),
            log1p(len(own)),
        )
        for feature, own, counts in zip(features, words, prose, strict=True)
    ]
    values = np.array(rows, dtype=np.float32).reshape(len(rows), 3)
    return dict(zip(("familiar", "topical", "long_words"), values.T, strict=True))
