"""Outlets and wires: who published a page, where its own words say so for sure, and which agency's story it is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from ctnews import lexicon
from ctnews.cleaning.metadata.stamps import Labelled, before_cue

NAME_WORDS = 6  # words of an outlet's name in a copyright line
FOOT_LINES = 6
SIGNED_LINES = 3  # lines from the body's last in which a story is signed
MASTHEAD_LINES = 12

_YEARS = re.compile(r"\b(?:19|20)\d\d(?:\s?[-–—]\s?(?:19|20)?\d\d)?\b")
_COMPANY = re.compile(r",?\s+(?:pte\.?|pvt\.?|sdn\.?|inc\.?|ltd\.?|llc|limited|bhd\.?|tbk\.?|corp\.?|co\.)\b.*$", re.I)
_SIGNED = re.compile(r"(?:[-–—(]\s*)([A-Z][\w .]{1,30}?)\s*\)?\.?$")
_PARTS = re.compile(r"\s*[|/•·,]\s*|\s[-–—]\s|\s{2,}")


def find_outlet(labelled: Labelled, title: str | None, dateline: str | None) -> str | None:
    """Give the outlet that the page names as its own: in the copyright line, the dateline, the title or masthead."""
    return next((name for name in _own_names(labelled, title, dateline) if name), None)


def find_wire(labelled: Labelled, dateline: str | None) -> str | None:
    """Give the news agency whose story it is: in the dateline, the byline, a source line or the signature."""
    if dateline and (wire_name(dateline) or not (outlet_name(dateline) or _words("desk").search(dateline))):
        return dateline
    below_title = False
    for feature, label in labelled:
        text = feature.line.plain
        below_title = (below_title or label == "title") and label != "body"
        source = _words("source").match(text)
        if source or label in {"byline", "dateline", "sign_off"} or (label == "other" and below_title):
            parts = _PARTS.split(text[source.end() :].lstrip(" :|") if source else text)
            if name := next((name for part in parts if (name := wire_name(_bare(part)))), None):
                return name
    body = [number for number, (_, label) in enumerate(labelled) if label == "body"][-1:]
    signed = [labelled[n][0].line.text for at in body for n in range(at, min(at + SIGNED_LINES, len(labelled)))]
    matches = [match for text in signed if (match := _SIGNED.search(text))]
    return next((name for match in matches if (name := wire_name(match[1]))), None)


def _bare(text: str) -> str:
    """Give a part of a byline without the word before a name and without what follows it."""
    match = _words("filler").match(text)
    return before_cue(text[match.end() :] if match else text)


def wire_name(text: str) -> str | None:
    """Give the usual name of a news agency, None for what is none.

    >>> wire_name("AFP")
    'Agence France-Presse'
    """
    return _wires().get(text.strip(" .:()").casefold())


def outlet_name(text: str) -> str | None:
    """Give the usual name of a known outlet, None for what is none.

    >>> outlet_name("KOMPAS.com")
    'Kompas.com'
    """
    return _outlets().get(text.strip(" .:()").casefold())


@cache
def known_names() -> frozenset[str]:
    """Give the names of all known outlets and agencies, without case."""
    return frozenset((*_outlets(), *_wires()))


def _own_names(labelled: Labelled, title: str | None, dateline: str | None) -> Iterator[str | None]:
    foot = [feature.line.text for feature, label in labelled[-FOOT_LINES:] if label != "body"]
    foot += [feature.line.text for feature, label in labelled if label in {"copyright", "footer"}]
    for text in foot:
        yield _holder(text) if _words("rights").search(text) else None
    if dateline:
        yield outlet_name(dateline) or (None if wire_name(dateline) else dateline)
    body = next((number for number, (_, label) in enumerate(labelled) if label == "body"), 0)
    for feature, label in labelled[: min(body, MASTHEAD_LINES)]:
        text = feature.line.plain
        parts = [text] if label == "title" else _PARTS.split(text)
        yield next((name for part in parts if (name := outlet_name(part))), None)
    if title:
        yield outlet_name(_PARTS.split(title)[-1])


def _holder(text: str) -> str | None:
    """Give the name that a copyright line holds; None where it holds more than a name."""
    text = _words("filler").sub(" ", _words("rights").sub(" ", _words("stop").split(text)[0]))
    name = _COMPANY.sub("", " ".join(_YEARS.sub(" ", text).split())).strip(" .,:;|-–—")
    words = name.split()
    if not words or len(words) > NAME_WORDS or not _capital(words[0]) or not any(map(str.isalpha, name)):
        return outlet_name(name)
    return outlet_name(name) or (name if all(_capital(word) for word in words) else None)


def _capital(word: str) -> bool:
    return word[:1].isupper() or word[:1].isdecimal() or word in {"of", "the", "and", "&", "dan", "de"} or "." in word


@cache
def _words(kind: str) -> re.Pattern[str]:
    rows = [row for lang in lexicon.languages() for row in lexicon.optional_table(f"{lang}/outlet_words")]
    words = {text for row in rows if row["kind"] == kind for text in lexicon.values(row["text"])}
    longest = sorted(words, key=len, reverse=True)
    return re.compile(rf"(?:(?<!\w)|(?=\W))(?:{'|'.join(map(re.escape, longest))})(?:(?!\w)|(?<=\W))", re.IGNORECASE)


@cache
def _wires() -> dict[str, str]:
    rows = lexicon.table("world/wire_agencies")
    return {alias.casefold(): row["name"] for row in rows for alias in (row["name"], *lexicon.values(row["aliases"]))}


@cache
def _outlets() -> dict[str, str]:
    rows = lexicon.table("world/outlets")
    return {alias.casefold(): row["name"] for row in rows for alias in (row["name"], *lexicon.values(row["aliases"]))}
