"""What a page says of itself: title, author, outlet, address, day of publication.

Asked in turn: JSON-LD, `meta` elements (OpenGraph, Dublin Core and the usual names), marked elements (itemprop, time),
the page's title and address. Each is right nearly always where it says anything; guesses from the text are left to the
cleaning of the text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import urljoin, urlsplit

from ctnews.reading.html import published
from ctnews.reading.html.jsonld import Stated, read_jsonld
from ctnews.reading.html.tree import Element

TITLES = (
    *("og:title", "twitter:title", "parsely-title", "sailthru.title", "citation_title", "dc.title", "dcterms.title"),
    *("headline", "title"),
)
OUTLETS = (
    *("og:site_name", "application-name", "citation_journal_title", "dc.publisher", "dcterms.publisher", "publisher"),
    "al:android:app_name",
)
AUTHORS = (
    *("author", "article:author", "parsely-author", "sailthru.author", "dc.creator", "dcterms.creator"),
    *("citation_author", "article:author_name", "og:article:author", "content_author", "authors", "creator"),
)

_SEPARATOR = re.compile(r"\s+[|–—·•»«:-]+\s+|\s*[|»«]\s*|\s+::\s+")
_NO_NAME = re.compile(r"https?:|www\.|[@/{}<>]|^\W*$|^\d")
_LONGEST_NAME = 120
_LONGEST_SITE = 5  # words
_LONGEST_META = 1_000
_SHORTEST_TITLE = 3


def read_metadata(tree: Element) -> dict[str, Any]:
    """Give title, author, published, outlet and url of a page, each None where it does not say; and `stated`."""
    metas = _metas(tree)
    url = _url(tree, metas)
    heads = _headings(tree)
    head_title = _line(tree.find(".//head/title")) or _line(tree.find(".//title"))
    stated = read_jsonld(tree, titles=(metas.get("og:title", ""), head_title, *heads), urls=(url or "",))
    url = url or stated.url
    outlet = next((metas[name] for name in OUTLETS if metas.get(name)), None) or stated.publisher
    return {
        "title": _title(stated, metas, _Names(heads, head_title, outlet, url)),
        "author": _author(tree, stated, metas),
        "published": _published(tree, stated, metas, url),
        "outlet": _outlet(outlet, url),
        "url": url,
        "stated": stated,
    }


def _published(tree: Element, stated: Stated, metas: dict[str, str], url: str | None) -> date | None:
    trusted = stated.published if not _stated_late(stated) else None
    told, raw = published.from_stated(trusted), trusted
    if told is None:
        told, raw = published.from_meta(metas)
    address = published.from_address(url)
    if told is not None:
        return published.local_day(told, raw, address)
    seen = published.from_marks(tree) or address
    if seen is not None:
        return seen
    changed = published.changes(metas)
    return published.from_head(tree, changed) or published.from_times(tree, changed)


def _stated_late(stated: Stated) -> bool:
    """Tell whether publication is said to come after the last change: then it is the site's, not the article's."""
    first, last = published.from_stated(stated.published), published.from_stated(stated.modified)
    return first is not None and last is not None and first > last


def _metas(tree: Element) -> dict[str, str]:
    """Give the first filled content of every `meta` element by its name in lower case."""
    found: dict[str, str] = {}
    for element in tree.iter("meta"):
        content = " ".join((element.get("content") or "")[:_LONGEST_META].split())
        for attribute in ("property", "name", "itemprop"):
            name = (element.get(attribute) or "").strip().lower()
            if name and content:
                found.setdefault(name, content)
    return found


def _url(tree: Element, metas: dict[str, str]) -> str | None:
    """Give the page's address: the canonical one, unless that is the site's front page and OpenGraph knows better."""
    links = [e.get("href") for e in tree.iter("link") if "canonical" in (e.get("rel") or "").lower().split()]
    social = metas.get("og:url") or metas.get("twitter:url")
    base = tree.find(".//base[@href]")
    root = social or (base.get("href") if base is not None else "")
    given = [full for link in (*links, social) if link and (full := _absolute(link, root))]
    return next((address for address in given if urlsplit(address).path.strip("/")), next(iter(given), None))


def _absolute(link: str, root: str) -> str | None:
    try:
        full = urljoin(root or "", link.strip())
        full = f"https:{full}" if full.startswith("//") else full
        parts = urlsplit(full)
    except ValueError:
        return None
    whole = parts.scheme in {"http", "https"} and "." in (parts.hostname or "") and not re.search(r"\s", full)
    return full if whole else None


def _headings(tree: Element) -> tuple[str, ...]:
    return tuple(dict.fromkeys(line for element in tree.iter("h1") if (line := _line(element))))


@dataclass(frozen=True, slots=True)
class _Names:
    """What the page may be called, and by whom."""

    heads: tuple[str, ...]
    title: str
    outlet: str | None
    url: str | None


def _title(stated: Stated, metas: dict[str, str], names: _Names) -> str | None:
    """Give the headline: a lone `h1` or one that the titles bear out, else what the metadata say, else `title`."""
    heads, outlet, url = names.heads, names.outlet, names.url
    social = [_without_site(metas[name], outlet, url) for name in TITLES if metas.get(name)]
    told = [title for title in (stated.headline, *social) if title]
    lone = len(heads) == 1 and len(heads[0].split()) >= _SHORTEST_TITLE and not _names_site(heads[0], outlet, url)
    for head in heads:
        if lone or any(_agree(head, title) for title in (*told, names.title) if title):
            return head
    if told:
        return told[0]
    short = _without_site(names.title, outlet, url, bold=True) if names.title else None
    return short or (heads[0] if heads else None)


def _without_site(title: str, outlet: str | None, url: str | None, *, bold: bool = False) -> str:
    """Give a title without the name of the site at its end or beginning; `bold`: whatever the site may be called."""
    cuts = list(_SEPARATOR.finditer(title))
    if not cuts:
        return title
    first, last = title[: cuts[0].start()], title[cuts[-1].end() :]
    if _names_site(last, outlet, url):
        return _without_site(title[: cuts[-1].start()].strip(), outlet, url)
    if _names_site(first, outlet, url):
        return title[cuts[0].end() :].strip()
    words, before = len(last.split()), len(title[: cuts[-1].start()].split())
    parted = words <= before if set(cuts[-1][0]) & set("|»«") else words * 2 <= before  # a dash may be the headline's
    return title[: cuts[-1].start()].strip() if bold and parted and words <= _LONGEST_SITE else title


def _names_site(part: str, outlet: str | None, url: str | None) -> bool:
    name, known = _squeezed(part), _squeezed(outlet or "")
    host, domain = _squeezed(_host(url).rpartition(".")[0]), _squeezed(_host(url))
    if len(name) > 1 and name in (known, host, domain):
        return True
    return (len(name) > 3 and name in host) or (len(known) > 3 and name.startswith(known))


def _author(tree: Element, stated: Stated, metas: dict[str, str]) -> str | None:
    told = [name for name in stated.authors if _is_name(name)]
    if not told:
        told = next(([metas[name]] for name in AUTHORS if _is_name(metas.get(name, ""))), [])
    if not told:
        marked = [e for e in tree.iter("a", "span", "div", "p", "address") if _marks_author(e)]
        told = [name for element in marked[:5] if _is_name(name := _line(element))]
    return ", ".join(dict.fromkeys(name.strip(" ,;|") for name in told)) or None


def _marks_author(element: Element) -> bool:
    marks = f"{element.get('itemprop') or ''} {element.get('rel') or ''}".lower().split()
    linked = element.tag == "a" and "/author/" in (element.get("href") or "")
    return (linked or "author" in marks) and element.find(".//*[@itemprop='author']") is None


def _is_name(text: str) -> bool:
    return 1 < len(text) <= _LONGEST_NAME and not _NO_NAME.search(text)


def _outlet(outlet: str | None, url: str | None) -> str | None:
    return (outlet or "").strip().lstrip("@") or (_host(url) or None)


def _host(url: str | None) -> str:
    return (urlsplit(url).hostname or "").removeprefix("www.") if url else ""


def _agree(head: str, title: str) -> bool:
    """Tell whether a heading and a title are the same, or one the other's beginning."""
    one, other = sorted((_squeezed(head), _squeezed(title)), key=len)
    return len(one) >= min(10, len(other)) > 0 and other.startswith(one)


def _squeezed(text: str) -> str:
    return "".join(character for character in text.casefold() if character.isalnum())


def _line(element: Element) -> str:
    return " ".join("".join(element.itertext())[:_LONGEST_META].split()) if element is not None else ""
