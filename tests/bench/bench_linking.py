"""How linking grows with the number of accounts, and how well it does on accounts that never were.

    PYTHONPATH=.:tests python tests/bench/bench_linking.py 1000 10000 100000

prints for each size the seconds, the microseconds an account, and precision, recall and F1 of the pairs of accounts
put together. Pairs are compared within blocks only; nearly linear means that the third column grows little.
"""

from __future__ import annotations

import sys
import time

from gold_accounts import score_pairs
from synthetic_meetings import pile

from ctnews.linking import link

SEED = 100  # of the piles that the tests do not use


def measure(size: int) -> str:
    """Link a pile of the size and say how that went."""
    made = pile(size, seed=SEED)
    frames = made.frames()
    start = time.process_time()
    found = link(*frames).meeting_mentions
    seconds = time.process_time() - start
    scores = score_pairs(dict(zip(found["mention_id"], found["meeting_id"], strict=True)), made.truth)
    quality = "P {:.3f}  R {:.3f}  F1 {:.3f}".format(*scores)
    return f"{len(found):>8} accounts {seconds:>8.1f} s {1e6 * seconds / len(found):>8.0f} us an account  {quality}"


if __name__ == "__main__":
    for given in sys.argv[1:] or ["1000", "10000"]:
        print(measure(int(given)), flush=True)
