"""The spellings under which articles name persons, and what has to agree for two of them to be one person."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import permutations
from typing import Any

from ctnews.linking.names import NameMatch, compare_names, name_spellings, name_words
from ctnews.linking.rulings import Rulings
from ctnews.linking.spellings import skeleton, split_prefixes
from ctnews.linking.words import Words, fold, vocabulary

Key = tuple[Words, str, str, tuple[str, ...]]  # words, country, a single word's office, what a correction sets apart
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

    def take(self, other: Variant) -> None:
        """Take in another variant of the same person."""
        self.records += other.records
        self.spellings |= other.spellings
        self.agencies |= other.agencies
        self.offices |= other.offices
        self.roles |= other.roles


def offices(role: str | None) -> frozenset[str]:
    """Give the offices that a role tells of.

    >>> sorted(offices("Deputy Minister of Public Security"))
    ['deputy', 'minister']
    """
    return vocabulary("role_words").read(role)[0] if role else frozenset()


def find_variants(people: Iterable[Record], rulings: Rulings) -> list[Variant]:
    """Give the variants of records of frame `people`; those that corrections join are one variant."""
    variants: dict[Key, Variant] = {}
    for record in sorted(people, key=lambda row: (row["article_id"], row["person_id"])):
        key = (*variant_key(record), rulings.set_apart.get(record["person_id"], ()))
        variants.setdefault(key, Variant(key)).add(record)
    return _merged([variants[key] for key in sorted(variants)], rulings)


def _merged(variants: list[Variant], rulings: Rulings) -> list[Variant]:
    """Put the variants together whose persons corrections join; the one with most articles gives its country."""
    ruled = {person: company[0] for person, company in rulings.company.items()}
    home: dict[str, Variant] = {}
    kept = []
    for variant in sorted(variants, key=lambda variant: (-len(variant.records), variant.key)):
        heads = sorted({ruled[row["person_id"]] for row in variant.records if row["person_id"] in ruled})
        into = next((home[head] for head in heads if head in home), variant)
        home |= dict.fromkeys(heads, into)
        if into is variant:
            kept.append(variant)
        else:
            into.take(variant)
    return sorted(kept, key=lambda variant: variant.key)


def variant_key(record: Record) -> tuple[Words, str, str]:
    """A full name and its country are one variant; a single word is one only with its office."""
    words, country = name_words(record["name"] or ""), record["country"] or ""
    if len(words) > 1:
        return words, country, ""
    office = record["agency_id"] or " ".join(sorted(offices(record["role"])))
    return words, country, office if country and office else record["person_id"]


def blocks(variant: Variant) -> Iterator[Hashable]:
    """Names that may match share a word as it sounds and the first letter of another, or all their letters."""
    for words in {spelt for given in variant.spellings for spelt in (given, split_prefixes(given))}:
        yield "".join(words)
        if len(words) == 1:
            yield skeleton(words[0], variant.country)
        for word, other in permutations(words, 2):
            if len(word) > 1:
                yield skeleton(word, variant.country), skeleton(other, variant.country)[0]


def match(one: Variant, other: Variant) -> NameMatch:
    """Tell how well two variants agree in name, at their best spellings."""
    country = one.country or other.country
    return max(compare_names(a, b, country) for a in one.spellings for b in other.spellings)


def clash(one: Variant, other: Variant) -> bool:
    """Two countries, or names that cannot be one person's, never stand for one actor."""
    if one.country and other.country and one.country != other.country:
        return True
    return match(one, other) is NameMatch.NONE


def context_allows(found: NameMatch, one: Variant, other: Variant) -> bool:
    """Tell whether country, agency and office allow what the names suggest; a weak match asks for more."""
    same_country = bool(one.country) and one.country == other.country
    alike = bool(one.agencies & other.agencies or one.roles & other.roles)
    agree = alike or bool(one.offices & other.offices)
    if found is NameMatch.TAIL:
        return same_country and alike
    if found <= NameMatch.LOOSE:
        return same_country and agree
    told = bool(one.agencies and other.agencies) or bool(one.offices and other.offices)
    if found is NameMatch.SAME and len(one.words) > 1:
        return same_country or agree or not told
    if found is NameMatch.SPELT and len(one.words) > 1 and same_country:  # offices change, agencies seldom
        return agree or not (one.agencies and other.agencies)
    return agree or (same_country and not told)


def context_told(one: Variant, other: Variant) -> str:
    """Say what two variants agree in beside the name."""
    shared = [("country", one.country if one.country == other.country else "")]
    shared += [("agency", min(one.agencies & other.agencies, default=""))]
    shared += [("office", min(one.offices & other.offices, default="").replace("_", " "))]
    return ", ".join(f"same {name} ({value})" for name, value in shared if value) or "nothing told against it"
