"""The body block: the run of lines in which prose outweighs everything else most."""

from __future__ import annotations

from collections.abc import Sequence

from ctnews.cleaning.lines.features import Feature

MOST_WORDS = 60
"""Words of one line that count: a long paragraph is no surer body than this."""

SHORT_LINE = -3.0
REPEATED = -5.0
DATE_LINE = -8.0
LINE_CUE = -6.0
SECTION_CUE = -25.0
END_CUE = -60.0
"""What lines that are no prose cost; the last holds for what as a rule stands below the body."""

_BELOW_BODY = {"comment_form", "copyright", "popular", "footer", "archive"}
_IN_BODY = {"read_also", "advert", "caption", "share"}


def body_block(features: Sequence[Feature]) -> tuple[int, int]:
    """Give the half-open range of the lines that hold the body; empty where no line is prose.

    It is the run whose weights add up to most (Kadane's algorithm).
    """
    best, found = 0.0, (0, 0)
    total, start = 0.0, 0
    for index, feature in enumerate(features):
        if total <= 0:
            total, start = 0.0, index
        total += weight(feature)
        if total > best:
            best, found = total, (start, index + 1)
    return _widened(features, *found)


def weight(feature: Feature) -> float:
    """Give what a line adds to a run of body."""
    if feature.cue:
        return _cue_weight(feature)
    if feature.repeated:
        return REPEATED
    if feature.dated or feature.header:
        return DATE_LINE
    if feature.prose:
        return float(min(feature.words, MOST_WORDS) - 2)
    return SHORT_LINE


def _cue_weight(feature: Feature) -> float:
    assert feature.cue is not None
    if feature.cue.label in _IN_BODY:
        return SHORT_LINE
    if feature.cue.label in _BELOW_BODY and feature.cue.scope == "section":
        return END_CUE
    return SECTION_CUE if feature.cue.scope == "section" else LINE_CUE


def _widened(features: Sequence[Feature], start: int, end: int) -> tuple[int, int]:
    """Take in short finished sentences that stand directly before and after the run."""
    while end < len(features) and end > start and _short_sentence(features[end]):
        end += 1
    while 0 < start < end and _short_sentence(features[start - 1]):
        start -= 1
    return start, end


def _short_sentence(feature: Feature) -> bool:
    plain = feature.words >= 3 and feature.lower >= 0.5 and feature.finished
    return plain and not (feature.cue or feature.repeated or feature.dated or feature.line.marked)
