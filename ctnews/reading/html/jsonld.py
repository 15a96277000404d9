"""What a page says of its article in JSON-LD (schema.org), the metadata that search engines ask for."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from typing import Any

from ctnews.reading.html.tree import Element

Node = dict[str, Any]

MAX_NODES = 5_000

_HOLDERS = ("@graph", "mainEntity", "mainEntityOfPage")  # elsewhere in a node stand the articles of other pages
_PAGES = frozenset({"WebPage", "ItemPage", "AboutPage"})
_WRAPPING = re.compile(r"^\s*(?://\s*)?(?:<!\[CDATA\[|<!--)|(?://\s*)?(?:\]\]>|-->)\s*$")
_PAIR = re.compile(r'"(datePublished|headline)"\s*:\s*"((?:[^"\\]|\\.){4,500})"')
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Stated:
    """What JSON-LD states of a page's article; dates as they are written."""

    headline: str | None = None
    published: str | None = None
    modified: str | None = None
    authors: tuple[str, ...] = ()
    publisher: str | None = None
    url: str | None = None
    body: str | None = None
    is_article: bool = False


def read_jsonld(tree: Element, titles: tuple[str, ...] = (), urls: tuple[str, ...] = ()) -> Stated:
    """Give what the page's JSON-LD states of its article.

    Of several articles that one is taken whose address or headline is the page's; none where that cannot be told.
    """
    scripts = [s.text for s in tree.iter("script") if s.text and "ld+json" in (s.get("type") or "").lower()]
    nodes = [node for text in scripts for node in _nodes(_parsed(text))][:MAX_NODES]
    known = {node["@id"]: node for node in nodes if isinstance(node.get("@id"), str) and len(node) > 1}
    articles = [node for node in nodes if _is_article(node)]
    chosen = _of_page(articles, titles, urls)
    if chosen:
        return _stated(chosen, known)
    pages = [node for node in nodes if not articles and _types(node) & _PAGES and node.get("datePublished")]
    if pages:
        return Stated(published=_text(pages[0]["datePublished"]), url=_address(pages[0]))
    return Stated() if nodes else _from_pieces(scripts)


def _parsed(text: str) -> Any:
    text = _WRAPPING.sub("", _WRAPPING.sub("", text)).strip().rstrip(";")
    for attempt in (text, unescape(text)):
        try:
            return json.loads(attempt, strict=False)
        except (ValueError, RecursionError):
            continue
    return None


def _from_pieces(scripts: list[str]) -> Stated:
    """Give date and headline out of JSON that is broken, where each stands in it once."""
    found: dict[str, set[str]] = {}
    for name, value in (match.groups() for text in scripts for match in _PAIR.finditer(text)):
        found.setdefault(name, set()).add(value)
    only = {name: next(iter(values)) for name, values in found.items() if len(values) == 1}
    return Stated(headline=_text(only.get("headline")), published=only.get("datePublished"))


def _nodes(content: Any) -> Iterator[Node]:
    """Give the nodes that stand for the page, without those of other pages within them."""
    stack = [content]
    for _ in range(MAX_NODES):
        if not stack:
            return
        item = stack.pop()
        if isinstance(item, list):
            stack.extend(reversed(item))
        elif isinstance(item, dict):
            yield item
            stack.extend(item[key] for key in reversed(_HOLDERS) if isinstance(item.get(key), dict | list))


def _types(node: Node) -> set[str]:
    given = node.get("@type")
    return {str(kind).rsplit("/", 1)[-1] for kind in (given if isinstance(given, list) else [given])}


def _is_article(node: Node) -> bool:
    named = any(kind.endswith(("Article", "BlogPosting")) or kind == "Report" for kind in _types(node))
    return named and bool(node.get("headline") or node.get("datePublished") or node.get("name"))


def _of_page(articles: list[Node], titles: tuple[str, ...], urls: tuple[str, ...]) -> list[Node]:
    """Give the nodes that tell of the page's own article; plugins of a site state it more than once."""
    if len(articles) < 2:
        return articles
    addresses = {_bare(url) for url in urls if url}
    own = [node for node in articles if _bare(_address(node)) in addresses]
    heads = [_words(title) for title in titles if title]
    own = own or [node for node in articles if any(_alike(_words(_headline(node)), head) for head in heads)]
    if own:
        return own
    same = len({(_words(_headline(node)), _text(node.get("datePublished"))) for node in articles}) == 1
    return articles if same else []


def _stated(nodes: list[Node], known: dict[str, Node]) -> Stated:
    authors = next((names for node in nodes if (names := _names(node.get("author") or node.get("creator"), known))), ())
    publishers = (name for node in nodes for name in _names(node.get("publisher"), known))
    bodies = [node["articleBody"] for node in nodes if isinstance(node.get("articleBody"), str)]
    return Stated(
        headline=next((head for node in nodes if (head := _headline(node))), None),
        published=next((day for node in nodes for key in _DATES if (day := _text(node.get(key)))), None),
        modified=next((day for node in nodes if (day := _text(node.get("dateModified")))), None),
        authors=tuple(dict.fromkeys(authors)),
        publisher=next(publishers, None),
        url=next((url for node in nodes if (url := _address(node))), None),
        body=max(bodies, key=len, default=None),
        is_article=True,
    )


_DATES = ("datePublished", "dateCreated", "uploadDate")


def _names(value: Any, known: dict[str, Node]) -> tuple[str, ...]:
    if isinstance(value, list):
        return tuple(name for item in value[:20] for name in _names(item, known))
    if isinstance(value, dict):
        named = value if value.get("name") else known.get(str(value.get("@id")), {})
        value = named.get("name")
        return _names(value, known) if isinstance(value, list | str) else ()
    text = _text(value)
    return (text,) if text else ()


def _headline(node: Node) -> str:
    return _text(node.get("headline")) or _text(node.get("name")) or ""


def _address(node: Node) -> str | None:
    page = node.get("mainEntityOfPage")
    page = (page.get("@id") or page.get("url")) if isinstance(page, dict) else page
    given = (node.get("url"), page, node.get("@id"))
    return next((url for url in given if isinstance(url, str) and url.startswith("http")), None)


def _text(value: Any) -> str | None:
    """Give a value as one line; of a list the first."""
    if isinstance(value, list):
        value = value[0] if value else None
    if not isinstance(value, str | int | float) or isinstance(value, bool):
        return None
    return " ".join(unescape(re.sub(r"</?[a-zA-Z][^<>]*>", "", str(value))).split()) or None


def _bare(url: str | None) -> str:
    return re.sub(r"^https?://(?:www\.|m\.|amp\.)?|[?#].*$", "", url or "", flags=re.IGNORECASE).rstrip("/").lower()


def _words(text: str) -> str:
    return " ".join(_WORD.findall(text.casefold()))


def _alike(one: str, other: str) -> bool:
    """Tell whether one headline is the other, or its beginning: titles go on with the name of the site."""
    return len(min(one, other, key=len)) > 10 and (one.startswith(other) or other.startswith(one))
