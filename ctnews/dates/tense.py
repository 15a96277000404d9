"""Whether a date's clause speaks of the past or of what is to come, told by the cue nearest the date."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from ctnews.dates.alternatives import NEVER, any_of
from ctnews.dates.context import before, ends_with
from ctnews.dates.words import words

_CLAUSE = 160
_SENTENCE_END = re.compile(r"[.;!?]\s|[\n\"“”]")
_OWNER = re.compile(r"['’]s?\b")
_VALUES = {"future": 1, "open": 0, "past": -1}


def tense(text: str, start: int, end: int, lang: str) -> int:
    """Give 1 where the clause speaks of the future, -1 of the past, 0 where no cue tells.

    The nearest cue before the date in its sentence decides, else the first one after it. A cue that leaves the
    time open ("decided to") tells nothing; of a limit ("until June") only a future does; a date that owns what
    follows it ("Monday's vote") is not the verb's.
    """
    if _OWNER.match(text, end):
        return 0
    ahead = _SENTENCE_END.split(text[max(0, start - _CLAUSE) : start])[-1]
    told = _nearest(ahead, lang)
    if told is None:
        cue = _cues(lang).search(_SENTENCE_END.split(text[end : end + _CLAUSE])[0])
        told = _value(cue) if cue else 0
    return max(0, told) if is_limit(text, start, lang) else told


def _nearest(ahead: str, lang: str) -> int | None:
    """Give what the last cue tells; one that leaves the time open yields to a future right before, "due to meet"."""
    cues = list(_cues(lang).finditer(ahead))
    if len(cues) > 1 and not _value(cues[-1]) and not ahead[cues[-2].end() : cues[-1].start()].strip():
        return max(0, _value(cues[-2]))
    return _value(cues[-1]) if cues else None


def _value(cue: re.Match[str]) -> int:
    return _VALUES[cue.lastgroup or "open"]


def is_limit(text: str, start: int, lang: str, *, ahead: bool = False) -> bool:
    """Tell whether the words before a date set it as a limit; `ahead`: one that lies ahead ("until", not "by")."""
    words_before = before(text, start)
    return ends_with(words_before, lang, "limit") and (not ahead or ends_with(words_before, lang, "limit", "1"))


@cache
def _cues(lang: str) -> re.Pattern[str]:
    known = words(lang)
    not_passive = "".join(rf"(?<!\b{re.escape(form)}\s)" for form in known.forms("passive"))
    past = f"{not_passive}(?:{any_of(known.forms('past'))}|{_ending(known.forms('past_ending'))})"
    future = f"{any_of(known.forms('future'))}|{_ending(known.forms('future_ending'))}"
    kinds = f"(?P<future>{future})|(?P<open>{any_of(known.forms('open'))})|(?P<past>{past})"
    return re.compile(rf"(?<!\w)(?:{kinds})")


def _ending(forms: Iterable[str]) -> str:
    """Match a word of some length that ends in one of the forms."""
    endings = "|".join(re.escape(form) for form in forms)
    return rf"\w{{2,20}}(?:{endings})\b" if endings else NEVER
