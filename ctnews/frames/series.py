"""The frame of series: the widest, with all that cadence tells."""

from __future__ import annotations

from ctnews.frames.contract import contract

SERIES = contract(
    "series",
    "one series of meetings",
    ("series_id", "text", "stable id"),
    ("name", "text", "the most usual telling name printed of its meetings, else its parties and kind"),
    ("names", "texts", "the other names printed, most frequent first"),
    ("renamed_sentence", "text", "the sentence that says it was renamed, where two series were joined for it"),
    ("renamed_article_id", "text", "the article"),
    ("kind", "text", "kind of its meetings"),
    ("parties", "texts", "countries and bodies"),
    ("n_meetings", "int", "meetings held, as far as reported"),
    ("missing_ordinals", "ints", "numbers between the first and the last that no article tells of"),
    ("first", "date", "first meeting held"),
    ("last", "date", "last meeting held, or the first day of its month or year"),
    ("last_granularity", "text", "how exactly the last is known: day, month, year"),
    ("gaps_days", "ints", "days between one dated meeting and the next"),
    ("n_gaps", "int", "gaps the forecast learns from: those over which the numbers are known"),
    ("median_gap_days", "float", "median days from one number to the next: a jump of n numbers counts as n gaps"),
    ("gap_spread_days", "float", "days between the first and the third quartile of the gaps, from three on"),
    ("gap_trend", "text", "longer, shorter or none, from four gaps on"),
    ("stated_cadence", "text", "how often it is said to meet, as printed"),
    ("stated_days", "float", "the days between meetings that this means; null where it can mean two things"),
    ("stated_sentence", "text", "the sentence that says so"),
    ("stated_article_id", "text", "the article"),
    ("next_announced", "date", "first day of the next meeting announced"),
    ("next_granularity", "text", "how exactly it was announced: day, month, year"),
    ("next_low", "date", "10 % of comparable series would have met by then"),
    ("next_median", "date", "50 %"),
    ("next_high", "date", "90 %"),
    ("next_basis", "text", "series: own gaps and comparable series; pooled: hardly more than comparable series"),
    ("compared_with", "text", "the comparable series: two-sided, many-sided"),
    ("p_met_by_now", "float", "share of comparable series that would have met by the study's last day"),
    ("state", "text", "announced, on_course, later_than_90, past_announced, too_few"),
)
