"""Precision, recall, time and memory of `mark_duplicates` on a corpus of stories with altered copies.

Run as `python tests/bench/bench_duplicates.py [SIZE ...] [--seed N] [--kinds]`; without sizes 10, 25, 50 and 100
thousand articles are measured one after the other, each in a process of its own. One article in five is an altered
copy of another. The others are stories of their own and, so that it is not too easy, siblings made from one template,
stories of a series that share background paragraphs, two stories of one event with the same quotation, and wrap-ups
that quote three paragraphs of another story.

Right is a mark that points into the group of the same story (precision); a copy is found when it and the story it was
made from end in one group (recall). The texts are made by `tests/duplicate_corpus.py` from one seed.
"""

from __future__ import annotations

import argparse
import resource
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from duplicate_corpus import corpus, score

SIZES = (10_000, 25_000, 50_000, 100_000)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("sizes", nargs="*", type=int)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--kinds", action="store_true", help="show recall and wrong marks by kind of article")
    given = parser.parse_args()
    sizes = given.sizes or SIZES
    if len(sizes) == 1:
        measure(sizes[0], given.seed, kinds=given.kinds)
        return
    more = ["--seed", str(given.seed), *(["--kinds"] if given.kinds else [])]
    for size in sizes:
        subprocess.run([sys.executable, __file__, str(size), *more], check=True)


def measure(size: int, seed: int, *, kinds: bool) -> None:
    from ctnews.cleaning import mark_duplicates

    made = corpus(size, seed)
    before, clock = peak_mb(), time.process_time()
    marked = mark_duplicates(made.articles)
    spent, more = time.process_time() - clock, peak_mb() - before
    result = score(made, marked)
    words = sum(len(text.split()) for text in made.articles["text"]) / size
    print(
        f"{size:>7,} articles of {words:.0f} words: {spent:6.1f} CPU s ({1e3 * spent / size:.2f} ms each),"
        f" {more:5.0f} MB above the {before:.0f} MB of the articles;"
        f" precision {result.precision:.4f}, recall {result.recall:.4f}, points at the source {result.at_source:.3f}"
    )
    if kinds:
        copies = Counter(story.kind for story in made.stories if story.copied_from is not None)
        for kind in sorted(copies):
            print(f"    {kind:16} {copies[kind]:6,} copies, recall {1 - result.missed[kind] / copies[kind]:.4f}")
        print("    wrong marks by the kinds of both:", dict(result.wrong.most_common()))


def peak_mb() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    main()
