"""A study: a folder of Parquet frames, built from articles, corrected and opened again."""

from ctnews.study.building import build_study, relink, remove_articles
from ctnews.study.correcting import correct
from ctnews.study.opening import FORMAT, SUMMARY, Study, frame_names, open_study

__all__ = [
    "FORMAT",
    "SUMMARY",
    "Study",
    "build_study",
    "correct",
    "frame_names",
    "open_study",
    "relink",
    "remove_articles",
]
