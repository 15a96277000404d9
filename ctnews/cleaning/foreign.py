"""Foreign passages: paragraphs of a body in another language than the rest, such as a quoted post, are no body."""

from __future__ import annotations

from collections.abc import Sequence

from ctnews.cleaning.language import CLOSE, detect_language, is_written_in
from ctnews.cleaning.lines.features import Feature

Labelled = Sequence[tuple[Feature, str]]

FEWEST_WORDS = 7  # words of a paragraph whose language can be told
MOST_SHARE = 0.3  # share of a body's words; a body with more in another language is a mixed one and stays whole
LOWER_SHARE = 0.5  # share of words in lower case: a list of names is of no language


def mark_foreign(labelled: Labelled, lang: str | None) -> list[tuple[Feature, str]]:
    """Label as `foreign` the few paragraphs of a body that are in another language than `lang`, the body's own."""
    if lang is None:
        return list(labelled)
    body = [number for number, (_, label) in enumerate(labelled) if label == "body"]
    foreign = {number for number in body if _is_foreign(labelled[number][0], lang)}
    words = {number: labelled[number][0].words for number in body}
    if sum(words[number] for number in foreign) > MOST_SHARE * sum(words.values()):
        return list(labelled)
    return [(feature, "foreign" if n in foreign else label) for n, (feature, label) in enumerate(labelled)]


def _is_foreign(feature: Feature, lang: str) -> bool:
    if feature.words < FEWEST_WORDS or feature.lower < LOWER_SHARE or is_written_in(feature.line.text, lang):
        return False
    found = detect_language(feature.line.text)
    return found not in {lang, None} and not {found, lang} <= set(CLOSE)
