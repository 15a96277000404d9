"""What reading does not take, with the reason."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TypeVar

T = TypeVar("T")

DETAIL_LENGTH = 400
"""The most characters of a detail: what is broken is not told at full length."""

_NO_TEXT = dict.fromkeys([0, *range(0xD800, 0xE000)], "\N{REPLACEMENT CHARACTER}")


def storable(text: str) -> str:
    """Give the text with what no frame can hold replaced one for one: NUL and halves of surrogate pairs.

    >>> storable("a" + chr(0xD800) + "b") == "a" + chr(0xFFFD) + "b"
    True
    """
    return text.translate(_NO_TEXT) if "\0" in text or not _encodes(text) else text


def _encodes(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def told(error: BaseException) -> str:
    """Give what an error says, without its full stop, to stand inside a sentence."""
    text = " ".join((str(error) or type(error).__name__).split())
    return text[: DETAIL_LENGTH // 2].rstrip(". ")


@dataclass(frozen=True, slots=True)
class Rejected:
    """A file or record that was not taken: where, why in one word, why in one sentence."""

    source: str
    reason: str
    detail: str

    def row(self) -> dict[str, str]:
        """Give it as a row of `frames.REJECTS`."""
        return {"source": storable(self.source), "reason": self.reason, "detail": storable(self.detail)}


class NotTaken(Exception):  # noqa: N818 - no error of ctnews: it never leaves the reading stage
    """Raised inside the reading stage where a file or record cannot be taken; becomes a `Rejected`."""

    def __init__(self, reason: str, detail: str) -> None:
        super().__init__(detail)
        self.reason, self.detail = reason, detail

    def of(self, source: str) -> Rejected:
        """Give the reject of that source."""
        return Rejected(source, self.reason, self.detail)


class Skipped(NotTaken):
    """Raised where one line or record cannot be had, but the next one can."""


def _unreadable(what: str, error: BaseException) -> NotTaken:
    cure = "It is damaged or breaks off, or its name tells another format; get it again or rename it."
    return NotTaken("unreadable", f"{what} cannot be read: {told(error)}. {cure}")


@contextmanager
def foreign(what: str) -> Iterator[None]:
    """Turn whatever a library raises at broken input, of any class, into `NotTaken`."""
    try:
        yield
    except NotTaken:
        raise
    except Exception as error:
        raise _unreadable(what, error) from error
    except BaseException as error:
        if type(error).__name__ != "PanicException":  # what a library written in Rust raises at its own faults
            raise
        raise _unreadable(what, error) from error


def each_foreign(items: Iterable[T], what: str) -> Iterator[T]:
    """Give the items one by one; whatever getting one of them raises becomes `NotTaken`."""
    rest = iter(items)
    while True:
        with foreign(what):
            try:
                item = next(rest)
            except StopIteration:
                return
        yield item
