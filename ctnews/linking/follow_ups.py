"""Follows agreements and commitments through articles: signed, referred to, renewed; agreed, taken up again."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from typing import Any

import pandas as pd

from ctnews.frames import FOLLOW_UPS, conform
from ctnews.linking.pledges import Pledge, read_agreements, read_commitments
from ctnews.linking.rows import stable_id
from ctnews.linking.words import vocabulary

NEWS_DAYS = 31  # a signing so long before the report is its news
SAME_SIGNING_DAYS = 3  # two reports of one signing may differ so much
ALIKE = 0.5  # share of the words of the shorter of two commitments that are one
SHARED_WORDS = 2  # that two commitments of one kind have in common at least
UNSAID = "other"  # the kind of a commitment of no known kind
RENEWING = ("renewed", "amended", "ended")


def follow(
    agreements: pd.DataFrame,
    commitments: pd.DataFrame,
    articles: pd.DataFrame,
    meeting_mentions: pd.DataFrame,
    meetings: pd.DataFrame,
) -> pd.DataFrame:
    """Give frame `follow_ups` of frames `agreements` and `commitments`, once meetings are linked.

    Accounts of one agreement share kind and parties, and a signing day or what names them apart. A commitment is taken
    up again where a later meeting of the same parties tells of the same in words alike.
    """
    sources = articles[articles["duplicate_of"].isna()]
    originals = set(sources["article_id"])
    told = [p for p in read_agreements(agreements, articles, meeting_mentions) if p.article_id in originals]
    vowed = read_commitments(commitments, articles, meeting_mentions, meetings)
    rows: list[dict[str, Any]] = [row for thread in _agreement_threads(told) for row in _steps(thread)]
    rows += _again([pledge for pledge in vowed if pledge.article_id in originals])
    return conform(sorted(rows, key=lambda row: (row["what"], row["thread_id"], *row["order"])), FOLLOW_UPS)


def _agreement_threads(pledges: Sequence[Pledge]) -> Iterator[list[Pledge]]:
    """Give the accounts of each agreement: those with a signing day first, then those that go with one of them."""
    for kin in _kin(pledges).values():
        threads: list[list[Pledge]] = []
        for pledge in sorted(kin, key=lambda pledge: (pledge.signed is None, not pledge.exact, pledge.order)):
            home = _home(pledge, threads)
            if home is None:
                threads.append([pledge])
            else:
                home.append(pledge)
        yield from (sorted(thread, key=lambda pledge: pledge.order) for thread in threads)


def _kin(pledges: Iterable[Pledge]) -> dict[tuple[str, tuple[str, ...]], list[Pledge]]:
    kin: dict[tuple[str, tuple[str, ...]], list[Pledge]] = defaultdict(list)
    for pledge in pledges:
        kin[pledge.kind, pledge.parties].append(pledge)
    return kin


def _home(pledge: Pledge, threads: Sequence[list[Pledge]]) -> list[Pledge] | None:
    """Give the thread that an account belongs to; one without a day goes with the last signed before it."""
    fitting = [thread for thread in threads if all(_compatible(pledge, other) for other in thread)]
    if pledge.signed is not None:
        return next((thread for thread in fitting if thread[0].signed), None)
    if not pledge.parties and not pledge.words:
        return None
    before = [thread for thread in fitting if (thread[0].signed or date.min) <= (pledge.published or date.max)]
    return max(before, key=lambda thread: thread[0].signed or date.min, default=None)


def _compatible(one: Pledge, other: Pledge) -> bool:
    if one.words and other.words and not (one.words <= other.words or other.words <= one.words):
        return False
    if not one.parties and one.words != other.words:
        return False
    if one.signed is None or other.signed is None:
        return True
    if one.exact and other.exact:
        return abs(one.signed - other.signed) <= timedelta(days=SAME_SIGNING_DAYS)
    return one.signed.year == other.signed.year and (
        one.signed.month == other.signed.month or date(one.signed.year, 1, 1) in (one.signed, other.signed)
    )


def _steps(thread: Sequence[Pledge]) -> Iterator[dict[str, Any]]:
    founder = min(thread, key=lambda pledge: (pledge.signed is None, pledge.order))
    key = stable_id("agr", founder.kind, *founder.parties, founder.signed or founder.order)
    signed = next((pledge.signed for pledge in (founder, *thread) if pledge.signed), None)
    earlier: Pledge | None = None
    for pledge in thread:
        yield {**_row(pledge, key, _step(pledge, signed), earlier), "signed": signed}
        earlier = pledge


def _step(pledge: Pledge, signed: date | None) -> str:
    """Tell whether an article reports the signing, what became of the agreement, or only refers to it."""
    said = vocabulary("agreement_steps").read(pledge.sentence)[0]
    changed = next((step for step in RENEWING if step in said), None)
    news = signed is not None and pledge.published is not None
    if news and abs((pledge.published or date.min) - (signed or date.min)) <= timedelta(days=NEWS_DAYS):
        return "signed" if pledge.signed or "signed" in said else (changed or "referred_to")
    return changed or "referred_to"


def _again(pledges: Sequence[Pledge]) -> list[dict[str, Any]]:
    """Give the commitments that a later meeting of the same parties took up, and those they take up."""
    thread_of: dict[int, str] = {}
    rows: dict[int, dict[str, Any]] = {}
    by_word: dict[tuple[tuple[str, ...], str], list[int]] = defaultdict(list)
    for number, pledge in enumerate(sorted(pledges, key=lambda pledge: (pledge.held or date.max, pledge.order))):
        near = sorted({other for word in pledge.words for other in by_word[pledge.parties, word]})
        known = [(_likeness(rows[other]["pledge"], pledge), other) for other in near]
        best = max((pair for pair in known if pair[0]), default=None)
        earlier = rows[best[1]]["pledge"] if best else None
        thread_of[number] = thread_of[best[1]] if best else stable_id("com", *pledge.parties, *pledge.order)
        rows[number] = {"pledge": pledge, "earlier": earlier}
        for word in pledge.words:
            by_word[pledge.parties, word].append(number)
    return [
        _row(row["pledge"], thread_of[number], "taken_up_again" if row["earlier"] else "agreed", row["earlier"])
        for number, row in rows.items()
    ]


def _likeness(earlier: Pledge, later: Pledge) -> float:
    """Tell how alike two commitments are, 0 where they are not one of an earlier and a later meeting."""
    if earlier.meeting_id == later.meeting_id or not _before(earlier, later):
        return 0.0
    shared = len(earlier.words & later.words)
    share = shared / max(1, min(len(earlier.words), len(later.words)))
    same_kind = earlier.kind == later.kind != UNSAID
    enough = shared >= SHARED_WORDS and (share >= ALIKE or same_kind)
    return share + same_kind if enough else 0.0


def _before(earlier: Pledge, later: Pledge) -> bool:
    if earlier.held and later.held:
        return earlier.held < later.held
    return bool(earlier.published and later.published and earlier.published < later.published)


def _row(pledge: Pledge, thread_id: str, step: str, earlier: Pledge | None) -> dict[str, Any]:
    return {
        "thread_id": thread_id,
        "what": pledge.what,
        "kind": pledge.kind,
        "name": pledge.name,
        "parties": list(pledge.parties),
        "step": step,
        "reported": pledge.published,
        "meeting_id": pledge.meeting_id,
        "sentence": pledge.sentence,
        "told_in": pledge.article_id,
        "start": pledge.start,
        "earlier_meeting_id": earlier.meeting_id if earlier else None,
        "earlier_sentence": earlier.sentence if earlier else None,
        "earlier_told_in": earlier.article_id if earlier else None,
        "order": pledge.order,
    }
