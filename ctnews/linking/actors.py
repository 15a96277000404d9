"""Puts persons of different articles and languages together: spelling variants of one name are one actor."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import permutations
from typing import Any

import pandas as pd

from ctnews.frames import ACTORS, conform
from ctnews.linking.groups import Groups, pairs_within
from ctnews.linking.names import NameMatch, compare_names, name_spellings, name_words
from ctnews.linking.rows import by_frequency, records, stable_id
from ctnews.linking.spellings import skeleton, split_prefixes
from ctnews.linking.words import Words, fold, vocabulary

Key = tuple[Words, str, str]
Record = Mapping[str, Any]


@dataclass(eq=False)
class Variant:
    """One spelling of a name in one country, with everything told of it; a single word also by its office."""

    key: Key
    records: list[Record] = field(default_factory=list)
    spellings: set[Words] = field(default_factory=set)
    agencies: set[str] = field(default_factory=set)
    offices: set[str] = field(default_factory=set)
    roles: set[str] = field(default_factory=set)

    @property
    def words(self) -> Words:
        """The words of the name."""
        return self.key[0]

    @property
    def country(self) -> str:
        """The country, or nothing where it is not known."""
        return self.key[1]

    def add(self, record: Record) -> None:
        """Take in what one article tells."""
        self.records.append(record)
        names = (words for name in (record["name"], *record["aliases"]) for words in name_spellings(name or ""))
        self.spellings |= {words for words in names if len(words) > 1 or words == self.words}
        self.agencies |= {record["agency_id"]} - {None}
        self.offices |= offices(record["role"])
        self.roles |= {fold(record["role"])} if record["role"] else set()


def offices(role: str | None) -> frozenset[str]:
    """Give the offices that a role tells of.

    >>> sorted(offices("Deputy Minister of Public Security"))
    ['deputy', 'minister']
    """
    return vocabulary("role_words").read(role)[0] if role else frozenset()


def group_people(people: pd.DataFrame) -> list[list[Record]]:
    """Give the groups of records of frame `people` that are one person each."""
    variants = _variants(records(people))
    groups = Groups(len(variants), lambda one, other: _clash(variants[one], variants[other]))
    matches = [
        (_match(variants[one], variants[other]), one, other)
        for one, other in pairs_within([list(_blocks(variant)) for variant in variants])
    ]
    for match, one, other in sorted(matches, key=lambda pair: (-pair[0], pair[1:])):
        if match > NameMatch.SUBSET and _context_allows(match, variants[one], variants[other]):
            groups.join(one, other)
    _join_shorter(variants, groups, matches)
    return [[record for index in members for record in variants[index].records] for members in groups]


def name_actors(groups: Sequence[Sequence[Record]], articles: pd.DataFrame) -> list[str]:
    """Give every group's actor_id: from the spelling and country of the earliest article."""
    published = {row["article_id"]: row["published"] for row in records(articles)}

    def earliest(record: Record) -> tuple[pd.Timestamp, str, str]:
        return (
            published.get(record["article_id"]) or pd.Timestamp.max,
            record["article_id"],
            record["person_id"],
        )

    return [stable_id("act", *_key(min(group, key=earliest))) for group in groups]


def actors_frame(
    groups: Sequence[Sequence[Record]],
    ids: Sequence[str],
    articles: pd.DataFrame,
    meetings_of: Mapping[str, int],
) -> pd.DataFrame:
    """Give frame `actors`; `meetings_of` counts meetings by actor_id."""
    article = {row["article_id"]: row for row in records(articles)}
    rows = (
        {"actor_id": key, "n_meetings": meetings_of.get(key, 0), **_actor(group, article)}
        for key, group in zip(ids, groups, strict=True)
    )
    return conform(sorted(rows, key=lambda row: (row["name"], row["actor_id"])), ACTORS)


def _variants(people: Iterable[Record]) -> list[Variant]:
    variants: dict[Key, Variant] = {}
    for record in sorted(people, key=lambda row: (row["article_id"], row["person_id"])):
        key = _key(record)
        variants.setdefault(key, Variant(key)).add(record)
    return [variants[key] for key in sorted(variants)]


def _key(record: Record) -> Key:
    """A full name and its country are one variant; a single word is one only with its office."""
    words, country = name_words(record["name"] or ""), record["country"] or ""
    if len(words) > 1:
        return words, country, ""
    office = record["agency_id"] or " ".join(sorted(offices(record["role"])))
    return words, country, office if country and office else record["person_id"]


def _blocks(variant: Variant) -> Iterator[Hashable]:
    """Names that may match share a word as it sounds and the first letter of another, or all their letters."""
    for words in {spelt for given in variant.spellings for spelt in (given, split_prefixes(given))}:
        yield "".join(words)
        if len(words) == 1:
            yield skeleton(words[0], variant.country)
        for word, other in permutations(words, 2):
            if len(word) > 1:
                yield skeleton(word, variant.country), skeleton(other, variant.country)[0]


def _match(one: Variant, other: Variant) -> NameMatch:
    country = one.country or other.country
    return max(compare_names(a, b, country) for a in one.spellings for b in other.spellings)


def _clash(one: Variant, other: Variant) -> bool:
    """Two countries, or names that cannot be one person's, never stand for one actor."""
    if one.country and other.country and one.country != other.country:
        return True
    return _match(one, other) is NameMatch.NONE


def _context_allows(match: NameMatch, one: Variant, other: Variant) -> bool:
    """Tell whether country, agency and office allow what the names suggest; a weak match asks for more."""
    same_country = bool(one.country) and one.country == other.country
    alike = bool(one.agencies & other.agencies or one.roles & other.roles)
    agree = alike or bool(one.offices & other.offices)
    if match is NameMatch.TAIL:
        return same_country and alike
    if match <= NameMatch.LOOSE:
        return same_country and agree
    told = bool(one.agencies and other.agencies) or bool(one.offices and other.offices)
    if match is NameMatch.SAME and len(one.words) > 1:
        return same_country or agree or not told
    if match is NameMatch.SPELT and len(one.words) > 1 and same_country:  # offices change, agencies seldom
        return agree or not (one.agencies and other.agencies)
    return agree or (same_country and not told)


def _join_shorter(variants: list[Variant], groups: Groups, matches: list[tuple[NameMatch, int, int]]) -> None:
    """Join names that lack words of a fuller one, longest first, where only one fuller name fits."""
    fuller: dict[int, set[int]] = defaultdict(set)
    subsets = [found for found in matches for match in found[:1] if NameMatch.SINGLE < match <= NameMatch.SUBSET]
    for match, one, other in [*subsets, *_single_words(variants)]:
        short, long = sorted((one, other), key=lambda index: len(variants[index].words))
        if _context_allows(match, variants[short], variants[long]):
            fuller[short].add(long)
    for short in sorted(fuller, key=lambda index: (-len(variants[index].words), index)):
        if len({groups.root(long) for long in fuller[short]}) == 1:
            groups.join(short, min(fuller[short]))


def _single_words(variants: list[Variant]) -> list[tuple[NameMatch, int, int]]:
    """Pair every name of a single word with the fuller names of its country that have that word."""
    by_word: dict[tuple[str, str], list[int]] = defaultdict(list)
    for index, variant in enumerate(variants):
        if len(variant.words) > 1:
            for word in set(variant.words):
                by_word[word, variant.country].append(index)
    singles = [(index, v) for index, v in enumerate(variants) if len(v.words) == 1 and v.country]
    return [(NameMatch.SINGLE, index, long) for index, v in singles for long in by_word[v.words[0], v.country]]


def _actor(group: Sequence[Record], article: Mapping[str, Record]) -> dict[str, Any]:
    told_in = {record["article_id"]: article.get(record["article_id"], {}) for record in group}
    sources = [r for r in group if told_in[r["article_id"]].get("duplicate_of") is None] or group
    name = _usual_name(sources)
    seen = sorted(row["published"] for row in told_in.values() if row.get("published") is not None)
    spelt = [spelling for record in group for spelling in (record["name"], *record["aliases"])]
    return {
        "name": name,
        "aliases": [spelling for spelling in by_frequency(spelt) if spelling != name],
        "country": next(iter(by_frequency(r["country"] for r in sources if r["country"])), None),
        "roles": by_frequency(record["role"] for record in sources if record["role"]),
        "agency_ids": by_frequency(record["agency_id"] for record in sources if record["agency_id"]),
        "first_seen": seen[0] if seen else None,
        "last_seen": seen[-1] if seen else None,
        "n_articles": len({told_in[key].get("duplicate_of") or key for key in told_in}),
    }


def _usual_name(group: Sequence[Record]) -> str:
    """Give the spelling of most articles; a full name before a single word, then the longer one."""
    articles = Counter(name for name, _ in {(record["name"], record["article_id"]) for record in group})
    ranked = sorted(articles, key=lambda name: (len(name_words(name)) < 2, -articles[name], -len(name), name))
    return str(ranked[0])
