"""The stems that an article holds if it can matter, in all languages at once, found in one pass over its bytes."""

from __future__ import annotations

import hashlib
from functools import cache

from ahocorasick_rs import BytesAhoCorasick, Implementation

from ctnews import lexicon

TABLE = "triage"
# How many different stems of each kind an article must hold; by tests/bench/bench_triage.py.
NAMED = {"threat": 1, "cooperation": 2}
UNNAMED = {"security": 3, "cooperation": 5}


class Stems:
    """Tells whether a text can be about counter-terrorism cooperation.

    It names a threat and words of cooperation; or none, but several of security and many of cooperation, as articles
    on border guards or on the financing of armed groups do.

    >>> stems = Stems.load()
    >>> stems.matter(b"The ministers agreed on joint training against terrorism.")
    True
    >>> stems.matter(b"The team won its third match in a row.")
    False
    """

    def __init__(self, kinds: dict[str, str]) -> None:
        """Take stems in small letters, each with its kind."""
        self._kinds = list(kinds.values())
        self._automaton = BytesAhoCorasick([stem.encode() for stem in kinds], implementation=Implementation.DFA)
        told = "\n".join(f"{stem}\t{kind}" for stem, kind in kinds.items())
        self.digest = hashlib.sha256(f"{told}{NAMED}{UNNAMED}".encode()).hexdigest()[:16]

    @staticmethod
    @cache
    def load() -> Stems:
        """Give the stems of the package's tables, of all languages whose articles are read."""
        rows = [row for lang in lexicon.languages() for row in lexicon.table(f"{lang}/{TABLE}")]
        return Stems({stem: row["kind"] for row in rows for stem in lexicon.values(row["phrase"])})

    def matter(self, content: bytes) -> bool:
        """Tell whether the text, or page, in any encoding that keeps ASCII, is worth reading."""
        counts = self.counts(content)
        return any(all(counts[kind] >= least for kind, least in rule.items()) for rule in (NAMED, UNNAMED))

    def counts(self, content: bytes) -> dict[str, int]:
        """Give how many different stems of each kind are in the text."""
        found = {match[0] for match in self._automaton.find_matches_as_indexes(content.lower())}
        kinds = [self._kinds[number] for number in found]
        return {kind: kinds.count(kind) for kind in (*NAMED, *UNNAMED)}
