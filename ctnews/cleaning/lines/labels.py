"""Labels: what every line of a page is, seen from the lines that hold the body."""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from ctnews.cleaning.lines.body import body_lines
from ctnews.cleaning.lines.classifier import body_probabilities
from ctnews.cleaning.lines.features import Feature, describe
from ctnews.cleaning.lines.split import TWEET_SIGNATURE, split_lines
from ctnews.cleaning.lines.wrapping import unwrapped

SUBHEAD_WORDS = 12  # a short line between paragraphs of body is a subhead up to this length
CAPTION_LOWER = 0.6  # share of words in lower case that an unfinished line of names, a caption, stays below
REPEATED_SHARE = 0.6  # share of a lead's words that stand again in the next paragraphs
TWEET_LINES = 6  # lines above its signature that a tweet can have

_BREADCRUMB = re.compile(r"\s[»›>/]\s|[»›]")
_WORD = re.compile(r"\w+")
_HASHTAGS = re.compile(r"#[^\W\d]\w*(?:[\s,]+#?[^\W\d]\w*)*")
_NOT_LATIN = re.compile(r"[\u0370-\u1dff\u2c00-\ufaff]")


def label_lines(raw: str, *, framed: bool = True) -> list[tuple[Feature, str]]:
    """Give every line of a raw text with its label, in order.

    A text that is not `framed` is a body already: its lines are body but for those that show themselves as something
    else.
    """
    features = describe(unwrapped(raw, split_lines(raw)))
    if not framed:
        return list(zip(features, _tweets(features, [_plain(f, "body") for f in features]), strict=True))
    return list(zip(features, name_lines(features, body_probabilities(raw, features)), strict=True))


def name_lines(features: Sequence[Feature], likely: Sequence[float] | NDArray[np.float64]) -> list[str]:
    """Label lines of which it is known how likely each belongs to the body."""
    body = body_lines(features, np.asarray(likely))
    start = body.index(True) if any(body) else len(body)
    end = len(body) - body[::-1].index(True) if any(body) else start
    labels = [
        *_before(features[:start]),
        *_inside(features[start:end], body[start:end]),
        *_after(features[end:]),
    ]
    labels = _tweets(features, labels)
    return _standfirst(features, labels)


def _before(features: Sequence[Feature]) -> list[str]:
    labels, reading = [], False
    for feature in features:
        labels.append("read_also" if reading and not feature.cue else _plain(feature, "other"))
        reading = feature.cue is not None and feature.cue.scope == "next"
    return labels


def _inside(features: Sequence[Feature], body: Sequence[bool]) -> list[str]:
    """Label the lines between the first and the last of the body: what shows itself as something else is taken out."""
    labels: list[str] = []
    reading = False
    latin = not _foreign(" ".join(f.line.text for f, likely in zip(features, body, strict=True) if likely))
    for feature, likely in zip(features, body, strict=True):
        if reading and not feature.cue and not feature.prose:
            labels.append("read_also")
            reading = False
            continue
        labels.append(_in_body(feature, likely, latin))
        reading = feature.cue is not None and feature.cue.scope == "next" and feature.cue.bare
    return labels


def _in_body(feature: Feature, likely: bool, latin: bool) -> str:
    label = _plain(feature, "body" if likely else "other")
    if feature.prose or label not in {"body", "other"}:
        return label
    if latin and _foreign(feature.line.text):
        return "foreign"
    if feature.words > SUBHEAD_WORDS and not feature.finished and feature.lower < CAPTION_LOWER:
        return "caption"
    return label


def _after(features: Sequence[Feature]) -> list[str]:
    """Label the lines below the block: a section's heading labels what follows it."""
    labels, section = [], "other"
    for feature in features:
        if feature.cue and feature.cue.scope == "section":
            section = feature.cue.label
        labels.append(_plain(feature, section) if section == "other" or feature.cue else section)
    return labels


def _plain(feature: Feature, otherwise: str) -> str:
    """Give the label that a line shows by itself."""
    if feature.header:
        return "header"
    if feature.cue:
        return feature.cue.label
    if _HASHTAGS.fullmatch(feature.line.text) and not feature.prose:
        return "tags"
    if feature.repeated and (feature.prose or otherwise != "body"):
        return "repeated"
    if feature.dated and not feature.prose:
        return "dateline"
    if otherwise != "body" and not feature.prose and _BREADCRUMB.search(feature.line.text):
        return "breadcrumb"
    return otherwise


def _foreign(text: str) -> bool:
    """Tell whether most of a line is in another script."""
    letters = [character for character in text if character.isalpha()]
    return bool(letters) and sum(bool(_NOT_LATIN.match(character)) for character in letters) > 0.3 * len(letters)


def _tweets(features: Sequence[Feature], labels: Sequence[str]) -> list[str]:
    """Label an embedded tweet, from its signature up to where the article's own words end."""
    labelled = list(labels)
    for number, feature in enumerate(features):
        if TWEET_SIGNATURE.search(feature.line.text):
            labelled[number] = "tweet"
            for above in range(number - 1, max(-1, number - 1 - TWEET_LINES), -1):
                if labelled[above] != "body" or not _tweeted(features, above, number):
                    break
                labelled[above] = "tweet"
    return labelled


def _tweeted(features: Sequence[Feature], above: int, signature: int) -> bool:
    """Tell whether a line above a signature belongs to the tweet: the next one up, short and without a subject."""
    foreign = _foreign(features[signature].line.text) or features[signature].line.text.startswith(("—", "–"))
    return foreign and above == signature - 1 and features[above].words < 60


def _standfirst(features: Sequence[Feature], labels: Sequence[str]) -> list[str]:
    """Label what the dump's header line carries in front of the article: a lead told again, or a line cut short."""
    labelled = list(labels)
    if not features or not features[0].header or len(features) < 3:
        return labelled
    following = [n for n in range(2, len(features)) if labelled[n] == "body"][:2]
    if labelled[1] == "body" and following and _is_standfirst(features, following):
        labelled[1] = "standfirst"
    return labelled


def _is_standfirst(features: Sequence[Feature], following: Sequence[int]) -> bool:
    lead = features[1]
    if not lead.finished:
        return True
    words = set(_WORD.findall(lead.line.text.casefold()))
    told = {word for n in following for word in _WORD.findall(features[n].line.text.casefold())}
    return len(words & told) >= REPEATED_SHARE * len(words) and len(following) > 1
