"""Puts persons of different articles and languages together: spelling variants of one name are one actor."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

import pandas as pd

from ctnews.linking.groups import Groups, pairs_between, pairs_within
from ctnews.linking.names import REASONS, NameMatch
from ctnews.linking.rows import records, stable_id
from ctnews.linking.rulings import NO_RULINGS, Rulings
from ctnews.linking.spellings import canonical
from ctnews.linking.variants import (
    Record,
    Variant,
    blocks,
    clash,
    context_allows,
    context_told,
    find_variants,
    match,
    variant_key,
)


class Join(NamedTuple):
    """Why two were taken for one: person_ids or mention_ids, and the reason."""

    one: str
    other: str
    reason: str
    by: str = "rule"


class People(NamedTuple):
    """The groups of records that are one person each, and why each two spellings were put together."""

    groups: list[list[Record]]
    joins: list[Join]


def group_people(people: pd.DataFrame, rulings: Rulings = NO_RULINGS) -> list[list[Record]]:
    """Give the groups of records of frame `people` that are one person each."""
    return find_people(people, rulings).groups


def find_people(people: pd.DataFrame, rulings: Rulings = NO_RULINGS) -> People:
    """Give the persons of frame `people`, where corrections rule over names."""
    variants = find_variants(records(people), rulings)
    persons = [frozenset(record["person_id"] for record in variant.records) for variant in variants]

    def cannot(one: int, other: int) -> bool:
        return clash(variants[one], variants[other]) or rulings.part(persons[one], persons[other])

    groups = Groups(len(variants), cannot)
    joins = list(_joined(variants, groups))
    joins += [Join(*pair, "joined by a correction", "correction") for pair in rulings.together]
    found = [[record for index in members for record in variants[index].records] for members in groups]
    return People(found, sorted(joins))


def _joined(variants: list[Variant], groups: Groups) -> Iterator[Join]:
    matches = [(match(variants[one], variants[other]), one, other) for one, other in _pairs(variants)]
    for found, one, other in sorted(matches, key=lambda pair: (-pair[0], pair[1:])):
        sure = found > NameMatch.SUBSET and context_allows(found, variants[one], variants[other])
        if sure and groups.unite(one, other):
            yield _join(found, variants[one], variants[other])
    yield from _shorter(variants, groups, matches)


def _pairs(variants: Sequence[Variant]) -> list[tuple[int, int]]:
    """Give the pairs of variants to compare: of one country, or of which one has none."""
    keys = [set(blocks(variant)) for variant in variants]
    stateless = [index for index, variant in enumerate(variants) if not variant.country]
    within = pairs_within([{(key, variants[index].country) for key in found} for index, found in enumerate(keys)])
    return sorted({*within, *pairs_between(keys, stateless)})


def _shorter(variants: list[Variant], groups: Groups, matches: list[tuple[NameMatch, int, int]]) -> Iterator[Join]:
    """Join names that lack words of a fuller one, longest first, where only one fuller name fits."""
    fuller: dict[int, dict[int, NameMatch]] = defaultdict(dict)
    subsets = [found for found in matches if NameMatch.SINGLE < found[0] <= NameMatch.SUBSET]
    for found, one, other in [*subsets, *_single_words(variants)]:
        short, long = sorted((one, other), key=lambda index: len(variants[index].words))
        if context_allows(found, variants[short], variants[long]):
            fuller[short][long] = found
    for short in sorted(fuller, key=lambda index: (-len(variants[index].words), index)):
        if len({groups.root(long) for long in fuller[short]}) == 1:
            long = min(fuller[short])
            if groups.unite(short, long):
                yield _join(fuller[short][long], variants[short], variants[long])


def _single_words(variants: list[Variant]) -> list[tuple[NameMatch, int, int]]:
    """Pair every name of a single word with the fuller names of its country that have that word."""
    by_word: dict[tuple[str, str], list[int]] = defaultdict(list)
    for index, variant in enumerate(variants):
        if len(variant.words) > 1:
            for word in set(variant.words):
                by_word[word, variant.country].append(index)
    singles = [(index, v) for index, v in enumerate(variants) if len(v.words) == 1 and v.country]
    return [(NameMatch.SINGLE, index, long) for index, v in singles for long in by_word[v.words[0], v.country]]


def _join(found: NameMatch, one: Variant, other: Variant) -> Join:
    reason = f"{REASONS[found]}; {context_told(one, other)}"
    return Join(one.records[0]["person_id"], other.records[0]["person_id"], reason)


def name_actors(groups: Sequence[Sequence[Record]], articles: pd.DataFrame) -> list[str]:
    """Give every group's actor_id: from the name, however spelt, and country in the earliest article.

    Of several persons that share those, the earliest has that id and the others one of their own spelling.
    """
    published = {row["article_id"]: row["published"] for row in records(articles)}
    founders = [min(group, key=lambda record: _order(record, published)) for group in groups]
    ids, taken = [""] * len(groups), set()
    for index in sorted(range(len(groups)), key=lambda index: _order(founders[index], published)):
        choices = actor_ids_of(founders[index])
        ids[index] = next(choice for choice in choices if choice not in taken)
        taken.add(ids[index])
    return ids


def actor_ids_of(record: Record) -> list[str]:
    """Give the ids that an actor may have from one record: by the name however spelt, as spelt, and of its own."""
    words, country, office = variant_key(record)
    plain = tuple(sorted(canonical(word, country) for word in words))
    own = stable_id("act", words, country, office, record["person_id"])
    return [stable_id("act", plain, country, office), stable_id("act", words, country, office), own]


def _order(record: Record, published: Mapping[str, pd.Timestamp | None]) -> tuple[pd.Timestamp, str, str]:
    day = published.get(record["article_id"]) or pd.Timestamp.max
    return day, record["article_id"], record["person_id"]
