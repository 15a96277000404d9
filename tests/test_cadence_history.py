"""Cadence: which meetings of a series are sessions of their own, and how many numbers lie between them."""

import pytest

from ctnews.cadence import Held, counted, gaps, sessions
from ctnews.errors import InputError

START = 737_000


def day(offset: int, number: int | None = None) -> Held:
    return Held(START + offset, START + offset, number)


def month(offset: int, number: int | None = None) -> Held:
    return Held(START + offset, START + offset + 29, number)


JUMPS = {
    "no numbers: counted through": ([day(0), day(400), day(800)], [1, 1]),
    "numbers in a row": ([day(0, 3), day(400, 4)], [1]),
    "numbers left out": ([day(0, 3), day(1200, 6)], [3]),
    "as many without number as numbers lie between": ([day(0, 3), day(400), day(800, 5)], [1, 1]),
    "fewer without number than lie between: the gap counts by the numbers": ([day(0, 3), day(400), day(1600, 7)], [4]),
    "more than the numbers have room for": ([day(0, 3), day(100), day(400, 4)], [1]),
    "as many before the first number as lie before it": ([day(0), day(400, 2)], [1]),
    "not as many before it": ([day(0), day(4000, 9), day(4400, 10)], [1]),
    "none after the last number": ([day(0, 3), day(400, 4), day(800)], [1]),
    "a new count": ([day(0, 28), day(800, 5), day(1000, 6)], [1]),
    "one number twice": ([day(0, 4), day(400, 4), day(800, 5)], [1]),
}


@pytest.mark.parametrize(("held", "jumps"), JUMPS.values(), ids=JUMPS)
def test_jumps(held: list[Held], jumps: list[int]) -> None:
    assert [gap.jump for gap in counted(sessions(held))] == jumps
    assert [gap.jump for gap in counted(sessions(reversed(held)))] == jumps


def test_a_meeting_whose_number_is_not_sure_still_lies_between_two_gaps() -> None:
    ordered = sessions([day(0, 3), day(400), day(1600, 7)])
    assert [(gap.days, gap.jump) for gap in gaps(ordered)] == [(400, None), (1200, None)]
    assert [(gap.days, gap.jump) for gap in counted(ordered)] == [(1600, 4)]


SESSIONS = {
    "a preparatory day without number": ([day(0, 3), day(2), day(400, 4)], 2),
    "two numbers on two days": ([day(0, 3), day(2, 4)], 2),
    "neither has a number": ([day(0), day(2), day(400)], 2),
    "the month of a day": ([month(0), day(12), day(400)], 2),
    "the month of a day, numbered otherwise": ([month(0, 1), day(12, 2), day(400, 3)], 3),
    "the month before": ([month(0), day(45), day(400)], 3),
    "the same twice": ([day(0), day(0)], 1),
    "none": ([], 0),
}


@pytest.mark.parametrize(("held", "count"), SESSIONS.values(), ids=SESSIONS)
def test_sessions(held: list[Held], count: int) -> None:
    assert len(sessions(held)) == count


def test_a_gap_between_months_can_have_been_of_many_lengths() -> None:
    (told,) = gaps(sessions([month(0, 1), month(365, 2)]))
    assert (told.days, told.possible[0], told.possible[-1]) == (365, 336, 394)


def test_a_meeting_that_ends_before_it_begins_is_refused() -> None:
    with pytest.raises(InputError, match="last day lies before"):
        sessions([Held(START, START - 1)])
