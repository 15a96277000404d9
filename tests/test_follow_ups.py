"""Agreements and commitments through the years: signed, referred to, renewed; agreed, taken up again."""

from __future__ import annotations

from typing import Any

import pandas as pd

from ctnews.frames import AGREEMENTS, ARTICLES, COMMITMENTS, MEETING_MENTIONS, MEETINGS, conform
from ctnews.linking import follow

Row = dict[str, Any]
SIGNED = "Indonesia and Vietnam signed a memorandum of understanding on counter-terrorism on 22 December 2022."
REFERRED = "The memorandum of understanding of 2022 is being carried out."
RENEWED = "The two sides renewed the memorandum of understanding for five years."


def article(number: int, published: str, text: str = "", **more: Any) -> Row:
    return {"article_id": f"a{number}", "published": published, "text": text, **more}


def mou(number: int, sentence: str, signed: str | None = None, **more: Any) -> Row:
    told = {"agreement_id": f"a{number}:a0", "article_id": f"a{number}", "kind": "mou", "parties": ["ID", "VN"]}
    when = {"signed": signed, "granularity": "day" if signed else "unknown"}
    return {**told, **when, "name": "memorandum of understanding", "sentence": sentence, "start": 5, **more}


def followed(
    articles: list[Row], agreements: list[Row] = (), commitments: list[Row] = (), meetings: list[Row] = ()
) -> pd.DataFrame:  # type: ignore[assignment]
    mentions = [
        {
            "article_id": m["article_id"],
            "mention_id": f"{m['article_id']}:m0",
            "meeting_id": m["meeting_id"],
            "main": True,
        }
        for m in meetings
    ]
    return follow(
        conform(list(agreements), AGREEMENTS),
        conform(list(commitments), COMMITMENTS),
        conform(articles, ARTICLES),
        conform(mentions, MEETING_MENTIONS),
        conform([{k: v for k, v in m.items() if k != "article_id"} for m in meetings], MEETINGS),
    )


def test_an_agreement_is_signed_then_referred_to_then_renewed() -> None:
    articles = [article(0, "2022-12-23"), article(1, "2024-05-01"), article(2, "2027-12-20")]
    rows = followed(articles, [mou(0, SIGNED, "2022-12-22"), mou(1, REFERRED), mou(2, RENEWED)])
    assert rows["step"].tolist() == ["signed", "referred_to", "renewed"]
    assert rows["thread_id"].nunique() == 1
    assert rows["earlier_sentence"].tolist()[1:] == [SIGNED, REFERRED]
    assert rows["signed"].dt.year.tolist() == [2022] * 3


def test_a_later_signing_is_another_agreement_and_a_reference_goes_with_the_last() -> None:
    articles = [article(0, "2012-03-02"), article(1, "2022-12-23"), article(2, "2024-05-01")]
    rows = followed(articles, [mou(0, SIGNED, "2012-03-01"), mou(1, SIGNED, "2022-12-22"), mou(2, REFERRED)])
    threads = rows.set_index("told_in")["thread_id"]
    assert threads["a0"] != threads["a1"] == threads["a2"]


def test_other_parties_kinds_and_names_are_other_agreements() -> None:
    articles = [article(n, f"2022-12-2{n}") for n in range(4)]
    rows = followed(
        articles,
        [
            mou(0, SIGNED, "2022-12-22"),
            mou(1, SIGNED, "2022-12-22", parties=["ID", "PH"]),
            mou(2, SIGNED, "2022-12-22", kind="treaty"),
            mou(3, SIGNED, "2022-12-22", name="memorandum of understanding on Cyber Security"),
        ],
    )
    assert rows["thread_id"].nunique() >= 3


def commitment(number: int, text: str, clause: str, kind: str = "other") -> Row:
    start = text.index(clause)
    told = {"article_id": f"a{number}", "mention_id": f"a{number}:m0", "kind": kind}
    return {**told, "text": clause, "start": start, "end": start + len(clause)}


FIRST = "They met for a day. Both sides agreed to exchange liaison officers by March 2020. Lunch followed."
LATER = "Talks were warm. The ministers again agreed to exchange liaison officers this year. A photo was taken."
OTHER = "Talks were warm. The ministers agreed to train border guards in Sabah. A photo was taken."


def meeting(number: int, start: str, parties: list[str]) -> Row:
    return {"article_id": f"a{number}", "meeting_id": f"m{number}", "start": start, "parties": parties}


def test_a_commitment_taken_up_again_shows_both_sentences() -> None:
    rows = followed(
        [article(0, "2019-09-06", FIRST), article(1, "2021-04-02", LATER), article(2, "2022-01-01", OTHER)],
        commitments=[
            commitment(0, FIRST, "exchange liaison officers by March 2020"),
            commitment(1, LATER, "exchange liaison officers this year"),
            commitment(2, OTHER, "train border guards in Sabah"),
        ],
        meetings=[meeting(n, f"20{19 + n}-09-05", ["ID", "PH"]) for n in range(3)],
    ).set_index("told_in")
    assert rows["step"].to_dict() == {"a0": "agreed", "a1": "taken_up_again", "a2": "agreed"}
    assert rows.loc["a1", "sentence"] == "The ministers again agreed to exchange liaison officers this year."
    assert rows.loc["a1", "earlier_sentence"] == "Both sides agreed to exchange liaison officers by March 2020."
    assert (rows.loc["a1", "earlier_meeting_id"], rows.loc["a1", "meeting_id"]) == ("m0", "m1")
    assert rows.loc["a1", "thread_id"] == rows.loc["a0", "thread_id"] != rows.loc["a2", "thread_id"]


def test_the_same_words_of_other_parties_or_of_one_meeting_are_not_taken_up() -> None:
    articles = [article(0, "2019-09-06", FIRST), article(1, "2021-04-02", LATER)]
    vows = [
        commitment(0, FIRST, "exchange liaison officers by March 2020"),
        commitment(1, LATER, "exchange liaison officers this year"),
    ]
    others = [meeting(0, "2019-09-05", ["ID", "PH"]), meeting(1, "2021-04-01", ["ID", "MY"])]
    assert followed(articles, commitments=vows, meetings=others)["step"].tolist() == ["agreed", "agreed"]
    one = [meeting(0, "2019-09-05", ["ID", "PH"]), {**meeting(1, "2019-09-05", ["ID", "PH"]), "meeting_id": "m0"}]
    assert followed(articles, commitments=vows, meetings=one)["step"].tolist() == ["agreed", "agreed"]


def test_the_order_of_rows_does_not_matter() -> None:
    articles = [article(0, "2022-12-23"), article(1, "2024-05-01"), article(2, "2027-12-20")]
    told = [mou(0, SIGNED, "2022-12-22"), mou(1, REFERRED), mou(2, RENEWED)]
    pd.testing.assert_frame_equal(followed(articles, told), followed(articles[::-1], told[::-1]))
