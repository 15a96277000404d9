"""Which encoding a page says it is written in."""

from __future__ import annotations

import codecs
import re

SAMPLE = 4_096  # bytes; browsers look no further than 1,024

_DECLARED = re.compile(
    rb"""<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]{2,40})|<meta[^>]{0,300}?charset\s*=\s*["']?\s*([\w.:-]{2,40})""",
    re.IGNORECASE,
)
_MEANT = {"iso8859-1": "cp1252", "ascii": "cp1252", "gb2312": "gb18030", "gbk": "gb18030", "iso8859-9": "cp1254"}
"""What browsers read where a page declares the smaller encoding, by Python's names (WHATWG Encoding Standard)."""


def declared_encoding(content: bytes) -> str | None:
    """Give the encoding that a page's first bytes declare, by Python's name; None where they declare none it knows.

    >>> declared_encoding(b'<html><head><meta charset="windows-1252">'), declared_encoding(b"<html><head>")
    ('cp1252', None)
    """
    match = _DECLARED.search(content, 0, SAMPLE)
    if match is None:
        return None
    try:
        name = codecs.lookup((match[1] or match[2]).decode("ascii")).name
    except (LookupError, UnicodeDecodeError):
        return None
    if name.startswith(("utf-16", "utf-32")):  # bytes in which this can be read are neither
        return "utf-8"
    return _MEANT.get(name, name)
