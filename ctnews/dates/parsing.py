"""Full dates in words, read by dateparser: in one language, in a fixed order, with nothing to guess."""

from __future__ import annotations

from datetime import date, datetime
from functools import lru_cache


@lru_cache(maxsize=1 << 16)
def full_date(text: str, lang: str, order: str) -> date | None:
    """Read a date that states day, month and year; None where dateparser does not know the spelling.

    >>> full_date("2nd December 2002", "en", "DMY")
    datetime.date(2002, 12, 2)
    """
    import dateparser

    settings = {
        "DATE_ORDER": order,
        "REQUIRE_PARTS": ["day", "month", "year"],
        "RELATIVE_BASE": datetime(2000, 1, 1),  # without one dateparser asks the clock
    }
    try:
        read = dateparser.parse(text, languages=[lang], settings=settings)
    except ValueError:  # a language that dateparser does not have
        return None
    return None if read is None else read.date()
