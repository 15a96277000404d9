"""A page's text and what it says of itself are read whatever its layout, and no page breaks or holds up reading."""

from __future__ import annotations

import json
import time
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from ctnews.reading import read_articles
from ctnews.reading.html import declared_encoding, has_markup, looks_like_html, read_html, text_of
from ctnews.reading.html.published import day_in, from_address
from ctnews.reading.rejected import NotTaken

FIRST = (
    "Officials of the two counter-terrorism agencies met in Ankara on Thursday and went over the threat in the region."
)
SECOND = "They agreed to name contact points, to train investigators together and to meet again in Jakarta next spring."
THIRD = "The delegations were led by the deputy heads of both agencies, who had last seen each other two years before."
BODY = f"<h1>Agencies meet in Ankara</h1><p>{FIRST}</p><p>{SECOND}</p><p>{THIRD}</p>"
TEXT = [FIRST, SECOND, THIRD]
DAY = date(2024, 5, 16)


def page(body: str = BODY, head: str = "", attributes: str = "") -> str:
    return f"<!doctype html><html {attributes}><head>{head}</head><body>{body}</body></html>"


def jsonld(*nodes: dict[str, Any] | str) -> str:
    return "".join(
        f'<script type="application/ld+json">{node if isinstance(node, str) else json.dumps(node)}</script>'
        for node in nodes
    )


ARTICLE = {"@type": "NewsArticle", "headline": "Agencies meet in Ankara", "datePublished": "2024-05-16T08:00:00+07:00"}
OTHER = {"@type": "NewsArticle", "headline": "Something else happened", "datePublished": "2020-01-01"}


@pytest.mark.parametrize(
    "head",
    [
        jsonld(ARTICLE),
        jsonld([ARTICLE]),
        jsonld({"@context": "https://schema.org", "@graph": [{"@type": "WebSite", "name": "The Daily"}, ARTICLE]}),
        jsonld({"@type": "WebPage", "datePublished": "2019-03-03", "mainEntity": ARTICLE}),
        jsonld(ARTICLE | {"@type": ["NewsArticle", "ReportageNewsArticle"]}),
        jsonld(ARTICLE | {"@type": "https://schema.org/NewsArticle"}),
        jsonld(ARTICLE | {"datePublished": "2024-05-16T23:30:00-05:00"}),
        jsonld(ARTICLE | {"datePublished": "Thu, 16 May 2024 09:00:00 GMT"}),
        jsonld(ARTICLE | {"datePublished": None, "dateCreated": "2024-05-16"}),
        jsonld(OTHER, ARTICLE),
        jsonld("<!--" + json.dumps(ARTICLE) + "-->"),
        jsonld("//<![CDATA[\n" + json.dumps(ARTICLE) + "\n//]]>"),
        jsonld(json.dumps(ARTICLE)[:-1] + ', "about": }'),
        jsonld(json.dumps(ARTICLE) + ";"),
        jsonld({"@type": "WebPage", "datePublished": "2024-05-16"}),
        jsonld("{ broken", ARTICLE),
        '<meta property="article:published_time" content="2024-05-16T08:00:00Z">',
        '<meta property="og:article:published_time" content="2024-05-16">',
        '<meta name="pubdate" content="20240516">',
        '<meta name="publishdate" content="2024/05/16 08:00:00">',
        '<meta name="parsely-pub-date" content="2024-05-16T08:00:00Z">',
        '<meta name="DC.date.issued" content="2024-05-16">',
        '<meta name="dcterms.created" content="2024-05-16">',
        '<meta name="citation_publication_date" content="2024/05/16">',
        '<meta name="date" content="16 May 2024">',
        '<meta name="date" content="Kamis, 16 Mei 2024">',
        '<meta itemprop="datePublished" content="2024-05-16">',
        '<link rel="canonical" href="https://example.org/2024/05/16/agencies-meet">',
        '<link rel="canonical" href="https://example.org/nasional/20240516083000-20-1/agencies-meet">',
    ],
)
def test_the_day_of_publication_is_read_from_every_schema(head: str) -> None:
    assert read_html(page(head=head))["published"] == DAY


@pytest.mark.parametrize(
    "line",
    [
        '<span itemprop="datePublished" content="2024-05-16">yesterday</span>',
        '<time pubdate datetime="2024-05-16T08:00">16 May</time>',
        '<time class="entry-date published" datetime="2024-05-16">16 May</time><time class="updated" datetime="2024-06-01">1 June</time>',
        '<div class="read__date">Kamis, 16 Mei 2024 | 08:00 WIB</div>',
        '<div class="post-date">Published: May 16, 2024</div>',
        "<p>16 May 2024</p>",
        '<div class="date">Thursday, 16/05/2024 08:00</div>',
        '<div class="byline">By A. Writer - 16 Ogos 2024</div>'.replace("Ogos", "Mei"),
        '<div class="date">Published 16 May 2024</div><div class="date">Updated: 20 May 2024</div>',
    ],
)
def test_the_day_of_publication_is_read_near_the_title(line: str) -> None:
    head, _, rest = BODY.partition("</h1>")
    assert read_html(page(f"<article>{head}</h1>{line}{rest}</article>"))["published"] == DAY


@pytest.mark.parametrize(
    ("name", "html"),
    [
        ("nothing", page()),
        ("a clock", page(f'<header><div class="clock">16 May 2024 10:15</div></header><main>{BODY}</main>')),
        ("a copyright year", page(f"{BODY}<footer>© 2024 The Daily, 16 May 2024</footer>")),
        ("a copyright line that is no footer", page(f'{BODY}<div class="copyright">16 May 2024</div>')),
        ("a change", page(head='<meta property="article:modified_time" content="2024-05-16">')),
        ("a change told beside", page(f'<div>{BODY}<div class="date">Last updated: 16 May 2024</div></div>')),
        ("a change in two boxes", page(f"<div>{BODY}<div><b>Updated:</b> <span>16 May 2024</span></div></div>")),
        (
            "a date that is the change's",
            page(
                head='<meta property="og:updated_time" content="2024-05-16"><meta name="dc.date" content="2024-05-16">'
            ),
        ),
        ("other articles", page(f'{BODY}<div class="related-posts"><time datetime="2024-05-16">16 May</time></div>')),
        ("several days", page(f"<div>{BODY}<p>16 May 2024</p><p>17 May 2024</p></div>")),
        ("articles of which none is the page's", page(head=jsonld(OTHER, OTHER | {"headline": "And a third thing"}))),
        ("an article within another", page(head=jsonld({"@type": "WebPage", "isPartOf": OTHER}))),
        ("figures that may be either", page(f'<div>{BODY}<div class="date">04/05/2024</div></div>')),
        ("a day before the web", page(head='<meta name="date" content="1970-01-01">')),
        ("a year alone", page(head='<meta name="date" content="2024">')),
        ("publication after the last change", page(head=jsonld(ARTICLE | {"dateModified": "2021-02-03"}))),
    ],
)
def test_no_day_is_better_than_a_wrong_one(name: str, html: str) -> None:
    assert read_html(html)["published"] is None, name


def test_a_time_in_utc_is_of_the_day_that_the_address_names() -> None:
    address = '<link rel="canonical" href="https://example.org/2024/05/16/agencies-meet">'
    time_in_utc = '<meta property="article:published_time" content="2024-05-15T23:30:00+00:00">'
    assert read_html(page(head=time_in_utc + address))["published"] == DAY
    assert read_html(page(head=time_in_utc))["published"] == date(2024, 5, 15)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Jakarta, 16 Mei 2024", DAY),
        ("Thursday, May 16, 2024 at 10:15", DAY),
        ("16-05-2024", DAY),
        ("16.05.2024 10:15", DAY),
        ("2024-05-16 10:15", DAY),
        ("31 February 2024", None),
        ("05/06/2024", None),
        ("call 0812-2024-0516", None),
        ("16 people in 2024", None),
    ],
)
def test_a_line_states_a_day_or_not(text: str, day: date | None) -> None:
    assert day_in(text) == day


@pytest.mark.parametrize(
    ("url", "day"),
    [
        ("https://example.org/2024/05/16/a", DAY),
        ("https://example.org/read/2024/05/16/080000/a", DAY),
        ("https://example.org/2024-05-16/a.html", DAY),
        ("https://example.org/2024/13/16/a", None),
        ("https://example.org/2024/02/31/a", None),
        ("https://example.org/report-2024", None),
        ("https://example.org/a?d=/2024/05/16/", None),
        (None, None),
    ],
)
def test_an_address_states_a_day_or_not(url: str | None, day: date | None) -> None:
    assert from_address(url) == day


@pytest.mark.parametrize(
    ("head", "field", "value"),
    [
        ("<title>Agencies meet in Ankara - The Daily</title>", "title", "Agencies meet in Ankara"),
        (jsonld(ARTICLE | {"headline": "Agencies meet in Anka"}), "title", "Agencies meet in Ankara"),
        (jsonld(ARTICLE | {"author": {"@type": "Person", "name": "A. Writer"}}), "author", "A. Writer"),
        (
            jsonld(ARTICLE | {"author": [{"name": "A. Writer"}, {"name": "B. Writer"}]}),
            "author",
            "A. Writer, B. Writer",
        ),
        (jsonld(ARTICLE | {"author": ["A. Writer", "A. Writer"]}), "author", "A. Writer"),
        (
            jsonld(
                {"@graph": [ARTICLE | {"author": {"@id": "#p"}}, {"@id": "#p", "@type": "Person", "name": "A. Writer"}]}
            ),
            "author",
            "A. Writer",
        ),
        ('<meta name="author" content="A. Writer">', "author", "A. Writer"),
        ('<meta name="DC.creator" content="A. Writer">', "author", "A. Writer"),
        ('<meta property="article:author" content="https://example.org/a-writer">', "author", None),
        ('<meta name="author" content="news@example.org">', "author", None),
        ('<meta property="og:site_name" content="The Daily">', "outlet", "The Daily"),
        (jsonld(ARTICLE | {"publisher": {"@type": "Organization", "name": "The Daily"}}), "outlet", "The Daily"),
        ('<meta name="application-name" content="The Daily">', "outlet", "The Daily"),
        ('<link rel="canonical" href="https://www.example.org/a">', "outlet", "example.org"),
        ('<link rel="canonical" href="https://example.org/a">', "url", "https://example.org/a"),
        (
            '<link rel="canonical" href="/a"><meta property="og:url" content="https://example.org/b">',
            "url",
            "https://example.org/a",
        ),
        (
            '<link rel="canonical" href="https://example.org/"><meta property="og:url" content="https://example.org/b">',
            "url",
            "https://example.org/b",
        ),
        ('<link rel="canonical" href="javascript:void(0)">', "url", None),
        ('<link rel="canonical" href="https://[broken">', "url", None),
        (jsonld(ARTICLE | {"mainEntityOfPage": {"@id": "https://example.org/a"}}), "url", "https://example.org/a"),
    ],
)
def test_title_author_outlet_and_address_are_read(head: str, field: str, value: str | None) -> None:
    assert read_html(page(head=head))[field] == value


@pytest.mark.parametrize(
    ("head", "heading", "title"),
    [
        ("<title>Agencies meet | The Daily</title>", "", "Agencies meet"),
        (
            "<title>The Daily | Agencies meet in Ankara</title><meta property='og:site_name' content='The Daily'>",
            "",
            "Agencies meet in Ankara",
        ),
        (
            "<title>Two sides, one aim - talks go on</title>",
            "<h1>Two sides, one aim - talks go on</h1>",
            "Two sides, one aim - talks go on",
        ),
        (
            '<meta property="og:title" content="Agencies meet in Ankara - example.org"><link rel="canonical" href="https://example.org/a">',
            "",
            "Agencies meet in Ankara",
        ),
        ('<meta property="og:title" content="Agencies meet">', "<h1>The Daily</h1>", "Agencies meet"),
        ('<meta name="twitter:title" content="Agencies &amp; bodies meet">', "", "Agencies & bodies meet"),
        ("", "<h1>Agencies <em>meet</em></h1>", "Agencies meet"),
        ("", "", None),
    ],
)
def test_the_title_stands_without_the_name_of_the_site(head: str, heading: str, title: str | None) -> None:
    assert read_html(page(heading + BODY.partition("</h1>")[2], head))["title"] == title


NAV = "<nav><ul><li><a href='/'>Home</a></li><li><a href='/w'>World news of today</a></li></ul></nav>"
RELATED = (
    "<aside><h3>Read also</h3><p><a href='/x'>Something else that happened in the region last week</a></p></aside>"
)


@pytest.mark.parametrize(
    ("name", "html"),
    [
        ("article", page(f"{NAV}<article>{BODY}</article>{RELATED}<footer>About us</footer>")),
        ("main", page(f"{NAV}<main>{BODY}</main>{RELATED}")),
        ("boxes without names", page(f"{NAV}<div><div>{BODY}</div></div>{RELATED}")),
        (
            "line breaks for paragraphs",
            page(
                f"<h1>Agencies meet in Ankara</h1><div class='content'>{FIRST}<br><br>{SECOND}<br/><br/>{THIRD}</div>"
            ),
        ),
        (
            "boxes for paragraphs",
            page(
                f"<article><h1>Agencies meet in Ankara</h1><div>{FIRST}</div><div>{SECOND}</div><div>{THIRD}</div></article>"
            ),
        ),
        ("a table for the layout", page(f"<table><tr><td><a href='/'>Home</a></td><td>{BODY}</td></tr></table>")),
        ("a form around the page", page(f"<form action='.' id='aspnetForm'>{NAV}<div>{BODY}</div></form>")),
        (
            "XHTML with a declaration",
            '<?xml version="1.0" encoding="ISO-8859-1"?>' + page(attributes='xmlns="http://www.w3.org/1999/xhtml"'),
        ),
        ("AMP", page(f"<amp-sidebar><p>{'Menu ' * 40}</p></amp-sidebar>{BODY}<amp-ad></amp-ad>", attributes="⚡")),
        ("text for browsers without scripts", page(f"<div id='app'></div><noscript>{BODY}</noscript>")),
        ("no end tags", f"<html><body><h1>Agencies meet in Ankara<p>{FIRST}<p>{SECOND}<p>{THIRD}"),
        ("no tags at all around", f"<p>{FIRST}</p><p>{SECOND}</p><p>{THIRD}</p>"),
        (
            "a consent notice",
            page(f"<div id='onetrust-consent-sdk'><p>{'We and our partners use cookies. ' * 9}</p></div>{BODY}"),
        ),
        ("a consent class on the page", page(f"<div class='cookie-banner-shown'><main>{BODY}</main></div>")),
        (
            "captions",
            page(f"<article>{BODY}<figure><img src=x><figcaption>{FIRST[:60]} (Photo)</figcaption></figure></article>"),
        ),
        (
            "scripts and styles",
            page(f"<script>var a = '<p>x</p>';</script><style>p {{}}</style>{BODY}<script>b()</script>"),
        ),
        ("control characters", page(BODY.replace("They agreed", "They\0\x01\x1f agreed"))),
        ("comments", page(f"<!-- <p>{'Nothing of the kind. ' * 20}</p> -->{BODY}")),
        ("hidden words", page(f"{BODY}<div style='display:none'><p>{'Nothing of the kind. ' * 9}</p></div>")),
        ("the title again", page(f"<article><h2>Agencies meet in Ankara</h2>{BODY}</article>")),
        ("an entity bomb", '<!DOCTYPE html [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]>' + page()),
    ],
)
def test_the_text_is_the_articles_whatever_the_layout(name: str, html: str) -> None:
    text = read_html(html)["text"]
    lines = [line for line in text.split("\n") if line not in {"]>", '">]>'}]
    assert lines == TEXT, name


def test_a_body_that_only_the_metadata_hold_is_read() -> None:
    body = f"<p>{FIRST}</p><p>{SECOND}</p>\n\n{THIRD}"
    read = read_html(page("<div id='root'></div>", jsonld(ARTICLE | {"articleBody": body * 2})))
    assert read["text"].split("\n") == TEXT + TEXT


def test_a_body_in_boxes_of_one_name_is_read_whole() -> None:
    parts = [
        f"<div class='article-body'><p>{FIRST} No. {n}.</p><p>{SECOND} No. {n}.</p></div><div>***</div>"
        for n in range(9)
    ]
    text = read_html(page(f"<main><h1>Agencies meet in Ankara</h1>{''.join(parts)}</main>"))["text"]
    assert all(f"No. {n}." in text for n in range(9))


def test_dates_within_sentences_stay() -> None:
    sentence = f"{FIRST} The next round is on <time datetime='2024-06-01'>1 June 2024</time> in <abbr title='x'>Jakarta</abbr>."
    assert "is on 1 June 2024 in Jakarta." in read_html(page(f"<article>{BODY}<p>{sentence}</p></article>"))["text"]


def test_lists_quotes_headings_and_tables_keep_their_place() -> None:
    parts = (
        f"<h2>What was agreed</h2><ul><li>{FIRST}</li><li>{SECOND}</li></ul><blockquote><p>{THIRD}</p></blockquote>"
        "<table><tr><th>Agency</th><th>Country</th></tr><tr><td>First agency</td><td>Turkey</td></tr></table><p>That was all of it, said one who was there.</p>"
    )
    lines = read_html(page(f"<article>{BODY}{parts}</article>"))["text"].split("\n")
    assert lines[3:] == [
        "What was agreed",
        *TEXT,
        "Agency | Country",
        "First agency | Turkey",
        "That was all of it, said one who was there.",
    ]


WALL = f"<h2>We value your privacy</h2><p>{'We and our partners store and read information on a device. ' * 6}</p>"


@pytest.mark.parametrize(
    ("name", "html", "detail"),
    [
        ("nothing", "", "no text"),
        ("blanks", " \n\0", "no text"),
        ("no body", "<html><head><title>Agencies meet</title></head></html>", "no text"),
        (
            "frames",
            "<html><frameset><frame src='a.html'><noframes>Your browser shows no frames.</noframes></frameset></html>",
            "frames",
        ),
        ("a consent wall", page(f"<div class='cookie-wall'>{WALL}</div>"), "no text"),
        (
            "an error",
            page(
                f"<h1>404</h1><p>{'We could not find what you were looking for. ' * 3}</p>",
                "<title>404 - The Daily</title>",
            ),
            "error page",
        ),
        (
            "links",
            page(
                "<main>"
                + "".join(f"<article><h2><a href='/{n}'>{FIRST[:70]} {n}</a></h2></article>" for n in range(30))
                + "</main>"
            ),
            "list",
        ),
        (
            "short lines",
            page("<main>" + "".join(f"<p>Line {n} of a list that goes on</p>" for n in range(30)) + "</main>"),
            "list",
        ),
        ("an empty app", page("<div id='root'></div><script>start()</script>"), "no text"),
    ],
)
def test_a_page_without_an_article_is_not_taken_and_says_why(name: str, html: str, detail: str) -> None:
    with pytest.raises(NotTaken, match=detail) as raised:
        read_html(html)
    assert raised.value.reason == "no_text", name


def test_a_short_article_about_an_error_is_an_article() -> None:
    text = f"<p>{FIRST}</p><p>{SECOND}</p>"
    assert read_html(page(f"<h1>404 people were trained</h1>{text}", jsonld(ARTICLE)))["text"].startswith(FIRST)


MONSTERS = {
    "deep boxes": "<div>" * 100_000 + f"<p>{FIRST}</p>" + "</div>" * 100_000,
    "deep words": "<p>" + "<span>" * 100_000 + FIRST,
    "deep lists": "<ul><li>a" * 50_000 + FIRST,
    "a million lines": f"<p>{FIRST}</p>" + "A line of it.<br>" * 1_000_000,
    "one long line": f"<p>{FIRST}</p><p>" + "word " * 3_900_000 + "</p>",
    "many boxes": f"<p>{FIRST}</p>" + "<div><a href='x'>a link</a> and a text</div>" * 200_000,
    "many cells": f"<p>{FIRST}</p><table>" + "<tr><td>a cell</td><td>another</td></tr>" * 200_000 + "</table>",
    "many scripts": "<script>x</script>" * 300_000 + f"<p>{FIRST}</p>",
    "many attributes": "<div " + " ".join(f'a{n}="{n}"' for n in range(300_000)) + f"><p>{FIRST}</p></div>",
    "opened and never closed": f"<p>{FIRST}</p>" + "<p><b><i>text of it " * 200_000,
    "brackets": f"<p>{FIRST}</p>" + "<" * 2_000_000,
    "comments": f"<p>{FIRST}</p>" + "<!-- " * 500_000,
    "deep JSON": jsonld("[" * 500_000) + f"<p>{FIRST}</p>",
    "wide JSON": jsonld([OTHER | {"headline": f"Headline {n}"} for n in range(30_000)]) + f"<p>{FIRST}</p>",
    "broken JSON": jsonld('{"datePublished": "' * 100_000) + f"<p>{FIRST}</p>",
}


@pytest.mark.slow
@pytest.mark.parametrize("name", MONSTERS)
def test_no_page_holds_up_reading(name: str) -> None:
    start = time.process_time()
    text = read_html(page(MONSTERS[name], jsonld(ARTICLE)))["text"]
    assert FIRST in text
    assert time.process_time() - start < 20


@pytest.mark.parametrize("depth", [100, 240, 260, 5_000])
def test_deep_nesting_loses_no_text(depth: int) -> None:
    assert FIRST in read_html(page("<div>" * depth + BODY + "</div>" * depth))["text"]


@pytest.mark.parametrize(
    "html",
    ["<", "<html", "<a", "&", "&#0;", "&#xFFFFFFFF;", "<!doctype html", "]]>", "<?xml", "<html><body><p>" + "\ud800" * 100, "<p>" * 300,
     jsonld("null") + BODY, jsonld('{"@graph": 3}') + BODY, jsonld('{"@type": 3, "headline": []}') + BODY,
     jsonld(ARTICLE | {"author": {"name": {"name": 1}}, "publisher": [[]], "articleBody": 3, "url": []}) + BODY,
     "<meta content=x><meta name=date><link rel=canonical><time><h1></h1>" + BODY],
)  # fmt: skip
def test_nothing_but_not_taken_is_raised(html: str) -> None:
    try:
        text = read_html(html)["text"]
    except NotTaken as why:
        text = why.reason
    assert text


def test_nothing_is_logged_or_printed(caplog: pytest.LogCaptureFixture, capsys: pytest.CaptureFixture[str]) -> None:
    for html in ("<html", page(""), page(), page(f"<p>{FIRST}</p>")):
        try:
            read_html(html)
        except NotTaken:
            continue
    assert not caplog.records
    assert capsys.readouterr() == ("", "")


@pytest.mark.parametrize(
    ("content", "encoding"),
    [
        (b'<meta charset="utf-8">', "utf-8"),
        (b"<META CHARSET=UTF-8>", "utf-8"),
        (b'<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1">', "cp1252"),
        (b'<meta charset="windows-1254">', "cp1254"),
        (b'<meta charset="gb2312">', "gb18030"),
        (b'<?xml version="1.0" encoding="ISO-8859-15"?><html>', "iso8859-15"),
        (b'<meta charset="utf-16">', "utf-8"),
        (b'<meta charset="klingon">', None),
        (b'<meta name="x" content="y">', None),
        (b"charset=utf-8", None),
        (b" " * 5_000 + b'<meta charset="utf-8">', None),
        (b"", None),
    ],
)
def test_the_encoding_that_a_page_declares_is_known(content: bytes, encoding: str | None) -> None:
    assert declared_encoding(content) == encoding


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("<!DOCTYPE html>", True),
        ("\n <html lang='id'>", True),
        ('<?xml version="1.0"?>\n<html>', True),
        ("<!-- saved --><!doctype html>", True),
        ("Text with <html> in it", False),
        ("<p>A fragment</p>", False),
        ("", False),
    ],
)
def test_a_document_is_told_from_text(text: str, told: bool) -> None:
    assert looks_like_html(text) is told


@pytest.mark.parametrize(
    ("fragment", "text"),
    [
        ("<p>One</p><p>Two</p>", "One\nTwo"),
        ("One<br>Two<BR/>Three", "One\nTwo\nThree"),
        ("<div><div>One</div>Two</div>", "One\nTwo"),
        ("<p>One\ntwo</p>", "One two"),
        ("One <b>two</b>\nThree", "One two\nThree"),
        ("<p>One</p>\n\nTwo\n\nThree", "One\nTwo\nThree"),
        ("<ul><li>One</li><li>Two<ol><li>Three</li></ol></li></ul>", "One\nTwo\nThree"),
        ("<table><tr><th>A</th><th>B</th></tr><tr><td>1</td><td>2</td></tr></table>", "A | B\n1 | 2"),
        ("<p>Kept</p><script>gone()</script><style>gone</style><!-- gone -->", "Kept"),
        ("<p>AT&amp;T &lt;5&gt; &quot;x&quot; &eacute; caf&#233;</p>", 'AT&T <5> "x" é café'),
        ("Both&nbsp;sides met &amp; agreed\nNew line", "Both sides met & agreed\nNew line"),
        ("&lt;p&gt;One&lt;/p&gt;&lt;p&gt;Two&lt;/p&gt;", "One\nTwo"),
        ("<p>5 < 6 and 7 > 6</p>", "5 < 6 and 7 > 6"),
        ('<a href="x">Link</a> and <span class="y">span</span>', "Link and span"),
        ("<p>One<p>Two", "One\nTwo"),
        ("<pre>One\nTwo</pre>", "One\nTwo"),
        ("<p>co\u00adoperation</p>", "cooperation"),
        ("<h2>Head</h2><blockquote>Quote</blockquote>Tail", "Head\nQuote\nTail"),
        ("<img src=x><hr>", ""),
    ],
)
def test_markup_in_a_fragment_gives_its_text(fragment: str, text: str) -> None:
    assert has_markup(fragment)
    assert text_of(fragment) == text


@pytest.mark.parametrize(
    "text",
    ["Plain text.", "5 < 6 > 4", "if a<b and c>d", "x & y", "R&D <at> example", "A <name@example.org> wrote", ""],
)
def test_plain_text_holds_no_markup(text: str) -> None:
    assert not has_markup(text)


def test_a_folder_of_pages_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(page(head=jsonld(ARTICLE)), encoding="utf-8")
    (tmp_path / "b.html").write_text(page("<div></div>"), encoding="utf-8")
    loaded = read_articles(tmp_path)
    assert loaded.articles["text"].item() == "\n".join(TEXT)
    assert loaded.rejects["reason"].item() == "no_text"
