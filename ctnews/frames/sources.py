"""The frames before there is a study: what was found in files and what was not taken."""

from __future__ import annotations

from ctnews.frames.contract import contract

RAW = contract(
    "raw",
    "one article as it was found, before cleaning",
    ("article_id", "text", "first 16 hexadecimal digits of the SHA-256 of the content"),
    ("source", "text", "path relative to the input, `#n` for a record in a file"),
    ("url", "text", "address of the page, if known"),
    ("outlet", "text", "who published it, if the file says so"),
    ("author", "text", "who wrote it, if the file says so"),
    ("title", "text", "title, if the file says so apart from the text"),
    ("published", "date", "publication date, if the file's metadata say so"),
    ("text", "text", "everything the file holds as text, nothing dropped"),
    (
        "form",
        "text",
        "body, where the text was taken out of a page by its tags; else the text of a whole page, perhaps",
    ),
)

REJECTS = contract(
    "rejects",
    "one source that was not taken",
    ("source", "text", "path relative to the input"),
    ("reason", "text", "why, in one word"),
    ("detail", "text", "why, in one sentence"),
)

TRIAGE = contract(
    "triage",
    "one file that was gone through for articles that can matter",
    ("source", "text", "path relative to the input"),
    ("records", "int", "records in it"),
    ("kept", "int", "records that were kept"),
    ("megabytes", "float", "size of the records, unpacked, in millions of bytes"),
    ("seconds", "float", "time it took, in seconds"),
    ("problem", "text", "why it was not gone through to its end, if so"),
)
