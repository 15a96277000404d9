"""Persons with like names: variants of one name are one person, like names of two are two.

The table was written before the rules, and one half of it held out; its second and third set were written after,
and measured before any rule was changed again. F1 at those first measurements: held out .977, second .901 (precision
1.000), third .940 (precision 1.000). What was missed then was looked at since, so all parts are floors now.
"""

from __future__ import annotations

import pytest
from name_pairs import pairs, score

from ctnews.linking.actors import group_people
from ctnews.linking.names import compare_names, name_words

PARTS = ("tuned on", "held out", "second", "third")


def test_the_table_has_its_parts_and_hard_negatives() -> None:
    found = pairs()
    assert len(found) >= 250
    assert {pair.part for pair in found} == set(PARTS)
    assert sum(not pair.same for pair in found) >= 150
    assert len({(pair.one, pair.other, pair.country, pair.office) for pair in found}) == len(found)


@pytest.mark.parametrize("part", PARTS)
def test_persons_are_told_apart(part: str) -> None:
    precision, _, f1 = score(pair for pair in pairs() if pair.part == part)
    assert f1 >= 0.95
    assert precision >= 0.98


def test_comparing_does_not_depend_on_the_order() -> None:
    for pair in pairs():
        one, other = name_words(pair.one), name_words(pair.other)
        assert compare_names(one, other) is compare_names(other, one), pair


def test_a_country_is_never_mixed_up_with_another() -> None:
    for pair in pairs():
        assert all(len({row["country"] for row in group} - {None}) <= 1 for group in group_people(pair.people()))
