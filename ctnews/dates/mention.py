"""What the package gives: date expressions with their values, and the anchor they are resolved against."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ctnews.errors import InputError


@dataclass(frozen=True)
class Anchor:
    """When an article was published: the first and the last day on which it can have been.

    Raises `InputError` where the last day is before the first.

    >>> Anchor.of(date(2023, 5, 18)).day
    datetime.date(2023, 5, 18)
    >>> Anchor(date(2017, 8, 1), date(2017, 8, 31)).day is None
    True
    """

    first: date
    last: date

    def __post_init__(self) -> None:
        if self.last < self.first:
            raise InputError(f"An anchor cannot end ({self.last}) before it starts ({self.first}); swap them.")

    @classmethod
    def of(cls, day: date) -> Anchor:
        """Give the anchor of an article published on that day."""
        plain = date(day.year, day.month, day.day)  # a datetime cannot be compared with a date
        return cls(plain, plain)

    @classmethod
    def on(cls, day: str | date) -> Anchor:
        """Give the anchor of an article published on a day given as a date or as ISO 8601 writes it.

        Raises `InputError` where it is no such day.

        >>> Anchor.on("2023-05-18").day
        datetime.date(2023, 5, 18)
        """
        try:
            return cls.of(date.fromisoformat(day.strip()[:10]) if isinstance(day, str) else day)
        except (ValueError, TypeError, AttributeError):  # TypeError: pandas' NaT is a date without a day
            raise InputError(f"The anchor {day!r} is no date; give it as '2023-05-18' or a date.") from None

    @property
    def day(self) -> date | None:
        """The day of publication where it is known exactly."""
        return self.first if self.first == self.last else None


@dataclass(frozen=True, slots=True)
class DateMention:
    """One date expression: where it stands, what it says, the days it covers and how that was found.

    `first` and `last` are None where nothing resolves it; `flags` then says why. `iso` is the value as TimeML
    writes it, for a range its two ends with a slash between.
    """

    start: int
    end: int
    text: str
    first: date | None
    last: date | None
    granularity: str
    iso: str | None
    rule: str
    anchor: date | None
    flags: tuple[str, ...] = ()
