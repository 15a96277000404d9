"""Files of every format with the same few articles, made in memory."""

from __future__ import annotations

import bz2
import csv
import gzip
import io
import json
import lzma
import tarfile
import zipfile
from collections.abc import Callable, Mapping
from typing import Any

STORY = "Officials of both agencies met in Ankara and agreed to share what they know."
RECORD = {"title": "Agencies meet", "body": STORY, "date": "2024-05-16", "link": "https://example.org/1"}
RECORDS = [RECORD | {"body": f"{STORY} They did so for the {number}th time.", "link": f"https://example.org/{number}"} for number in range(4, 9)]  # fmt: skip
PAGE = f"""<!doctype html><html><head><title>Agencies meet</title>
<meta property="article:published_time" content="2024-05-16T08:00:00+03:00"></head>
<body><nav><a href="/">Home</a></nav><article><h1>Agencies meet</h1>{f"<p>{STORY} {STORY}</p>" * 3}</article></body></html>"""


def json_lines(records: list[Any]) -> bytes:
    return "".join(json.dumps(record) + "\n" for record in records).encode()


def csv_of(records: list[dict[str, Any]], delimiter: str = ",") -> bytes:
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, list(records[0]), delimiter=delimiter)
    writer.writeheader()
    writer.writerows(records)
    return text.getvalue().encode()


def workbook(sheets: Mapping[str, list[list[Any]]]) -> bytes:
    from openpyxl import Workbook

    book = Workbook()
    book.remove(book.active)
    for title, rows in sheets.items():
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(row)
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def rows_of(records: list[dict[str, Any]]) -> list[list[Any]]:
    return [list(records[0]), *(list(record.values()) for record in records)]


def parquet(records: list[dict[str, Any]]) -> bytes:
    import pyarrow as pa
    import pyarrow.parquet as pq

    content = io.BytesIO()
    pq.write_table(pa.Table.from_pylist(records), content, row_group_size=2)
    return content.getvalue()


def rss(records: list[dict[str, Any]]) -> bytes:
    items = "".join(
        f"<item><title>{each['title']}</title><link>{each['link']}</link>"
        f"<pubDate>Thu, 16 May 2024 09:00:00 GMT</pubDate><description>Short.</description>"
        f"<content:encoded><![CDATA[<p>{each['body']}</p>]]></content:encoded></item>"
        for each in records
    )
    space = "http://purl.org/rss/1.0/modules/content/"
    return (
        f'<?xml version="1.0"?><rss version="2.0" xmlns:content="{space}"><channel><title>The Daily</title>'
        f"{items}</channel></rss>"
    ).encode()


def atom(records: list[dict[str, Any]]) -> bytes:
    entries = "".join(
        f"<entry><title>{each['title']}</title><link href='{each['link']}'/><id>{each['link']}</id>"
        f"<published>2024-05-16T09:00:00Z</published><author><name>A. Smith</name></author>"
        f"<summary>{each['body']}</summary></entry>"
        for each in records
    )
    return f'<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>The Daily</title>{entries}</feed>'.encode()


def warc_record(
    body: bytes, *, kind: str = "response", status: str = "200 OK", mime: str = "text/html", url: str = "https://example.org/1"
) -> bytes:  # fmt: skip
    if kind in ("response", "revisit"):
        body = f"HTTP/1.1 {status}\r\nContent-Type: {mime}\r\n\r\n".encode() + body
        mime = "application/http; msgtype=response"
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {url}\r\nWARC-Date: 2024-06-01T00:00:00Z\r\n"
        f"WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-000000000000>\r\nContent-Type: {mime}\r\n"
        f"Content-Length: {len(body)}\r\n\r\n"
    )
    return head.encode() + body + b"\r\n\r\n"


def pages(count: int) -> list[bytes]:
    return [PAGE.replace("Ankara", f"Ankara for the {number}th time").encode() for number in range(4, 4 + count)]


def warc(bodies: list[bytes]) -> bytes:
    return warc_record(b"software: x", kind="warcinfo", mime="application/warc-fields") + b"".join(
        map(warc_record, bodies)
    )


def zipped(members: Mapping[str, bytes]) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, member in members.items():
            archive.writestr(zipfile.ZipInfo(name), member, zipfile.ZIP_DEFLATED)
    return content.getvalue()


def tarred(members: Mapping[str, bytes], mode: Any = "w", more: tuple[tarfile.TarInfo, ...] = ()) -> bytes:
    content = io.BytesIO()
    with tarfile.open(fileobj=content, mode=mode) as archive:
        for name, member in members.items():
            info = tarfile.TarInfo(name)
            info.size = len(member)
            archive.addfile(info, io.BytesIO(member))
        for info in more:
            archive.addfile(info)
    return content.getvalue()


def zstd(content: bytes) -> bytes:
    import pyarrow as pa

    packed: bytes = pa.Codec("zstd").compress(content, asbytes=True)
    return packed


PACKINGS: dict[str, Callable[[bytes], bytes]] = {
    ".gz": lambda content: gzip.compress(content, mtime=0),
    ".bz2": bz2.compress,
    ".xz": lzma.compress,
    ".zst": zstd,
}
FIVE: dict[str, bytes] = {
    "five.json": json.dumps(RECORDS).encode(),
    "wrapped.json": json.dumps({"status": "ok", "response": {"docs": RECORDS}}).encode(),
    "five.jsonl": json_lines(RECORDS),
    "five.csv": csv_of(RECORDS),
    "five.tsv": csv_of(RECORDS, "\t"),
    "five.xlsx": workbook({"Sheet": rows_of(RECORDS)}),
    "five.parquet": parquet(RECORDS),
    "five.rss": rss(RECORDS),
    "five.atom": atom(RECORDS),
    "five.warc": warc(pages(5)),
    "five.warc.gz": b"".join(gzip.compress(warc_record(page), mtime=0) for page in pages(5)),
    "five.zip": zipped({f"{number}.txt": record["body"].encode() for number, record in enumerate(RECORDS)}),
    "five.tar": tarred({f"{number}.txt": record["body"].encode() for number, record in enumerate(RECORDS)}),
    "five.tgz": tarred({f"{number}.txt": record["body"].encode() for number, record in enumerate(RECORDS)}, "w:gz"),
}
"""Files of five articles each, by name."""
