"""What the words around a match tell: cues beside it, and whether its clause speaks of past or future."""

from __future__ import annotations

import re
from functools import cache

from ctnews.dates.atoms import NEVER, any_of
from ctnews.dates.words import words

_NEAR = 40
_CLAUSE = 160
_SENTENCE_END = re.compile(r"[.;!?]\s|[\n\"“”]")
_CLAUSE_END = re.compile(r"[,.;!?\n\"“”]")


def before(text: str, start: int) -> str:
    """Give the few words that stand before an offset."""
    return text[max(0, start - _NEAR) : start]


def after(text: str, end: int) -> str:
    """Give the few words that stand after an offset."""
    return text[end : end + _NEAR]


def ends_with(words_before: str, lang: str, kind: str) -> bool:
    """Tell whether the words end with one of that kind, an article after it allowed."""
    return _cue_before(lang, kind).search(words_before) is not None


def begins_with(words_after: str, lang: str, kind: str) -> bool:
    """Tell whether the words begin with one of that kind, a space or a hyphen before it allowed."""
    return _cue_after(lang, kind).match(words_after) is not None


def tense(text: str, start: int, end: int, lang: str) -> int:
    """Give 1 where the clause speaks of the future, -1 of the past, 0 where no cue tells.

    The nearest cue before the date in its sentence decides, else the first cue after it in its clause.
    """
    ahead = _SENTENCE_END.split(text[max(0, start - _CLAUSE) : start])[-1]
    following = _CLAUSE_END.split(text[end : end + _CLAUSE])[0]
    cues = list(_tense_cues(lang).finditer(ahead)) or list(_tense_cues(lang).finditer(following))[:1]
    if not cues:
        return 0
    return 1 if cues[-1]["future"] else -1


@cache
def _cue_before(lang: str, kind: str) -> re.Pattern[str]:
    known = words(lang)
    article = any_of(known.forms("whole"))
    return re.compile(rf"(?<!\w){any_of(known.forms(kind))}\s?(?:{article}\s)?$")


@cache
def _cue_after(lang: str, kind: str) -> re.Pattern[str]:
    return re.compile(rf"[\s-]?{any_of(words(lang).forms(kind))}")


@cache
def _tense_cues(lang: str) -> re.Pattern[str]:
    known = words(lang)
    not_passive = "".join(rf"(?<!\b{re.escape(form)}\s)" for form in known.forms("passive"))
    endings = "|".join(re.escape(ending) for ending in known.forms("past_ending"))
    ending = rf"\w{{2,20}}(?:{endings})\b" if endings else NEVER
    past = rf"{not_passive}(?:{any_of(known.forms('past'))}|{ending})"
    return re.compile(rf"(?<!\w)(?:(?P<future>{any_of(known.forms('future'))})|{past})")
