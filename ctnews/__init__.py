"""ctnews: a research toolkit for news on counter-terrorism cooperation.

>>> import ctnews as ct
>>> study = ct.build_study(ct.sample_path(), "study")  # doctest: +SKIP
>>> study.meetings  # doctest: +SKIP
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ctnews.cleaning import clean_articles
    from ctnews.dates import find_dates
    from ctnews.exports import export
    from ctnews.extraction import extract_facts
    from ctnews.linking import link as link_facts
    from ctnews.reading import read_articles
    from ctnews.reports import run_reports
    from ctnews.resources import sample_path
    from ctnews.scoring import score_study
    from ctnews.selection import select
    from ctnews.study import build_study, correct, open_study, relink, remove_articles
    from ctnews.tables.accounts import evidence
    from ctnews.tables.comparison import compare
    from ctnews.tables.explanations import explain
    from ctnews.triage import triage_records

__all__ = [
    "build_study",
    "clean_articles",
    "compare",
    "correct",
    "evidence",
    "explain",
    "export",
    "extract_facts",
    "find_dates",
    "link_facts",
    "open_study",
    "read_articles",
    "relink",
    "remove_articles",
    "run_reports",
    "sample_path",
    "score_study",
    "select",
    "triage_records",
]

# Where each name lives: importing the package loads nothing until it is asked for.
_HOMES = {
    "build_study": ("ctnews.study", "build_study"),
    "clean_articles": ("ctnews.cleaning", "clean_articles"),
    "compare": ("ctnews.tables.comparison", "compare"),
    "correct": ("ctnews.study", "correct"),
    "evidence": ("ctnews.tables.accounts", "evidence"),
    "export": ("ctnews.exports", "export"),
    "explain": ("ctnews.tables.explanations", "explain"),
    "extract_facts": ("ctnews.extraction", "extract_facts"),
    "find_dates": ("ctnews.dates", "find_dates"),
    "link_facts": ("ctnews.linking", "link"),
    "open_study": ("ctnews.study", "open_study"),
    "read_articles": ("ctnews.reading", "read_articles"),
    "relink": ("ctnews.study", "relink"),
    "remove_articles": ("ctnews.study", "remove_articles"),
    "run_reports": ("ctnews.reports", "run_reports"),
    "sample_path": ("ctnews.resources", "sample_path"),
    "score_study": ("ctnews.scoring", "score_study"),
    "select": ("ctnews.selection", "select"),
    "triage_records": ("ctnews.triage", "triage_records"),
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module 'ctnews' has no attribute {name!r}; it has {', '.join(__all__)}.")
    module, attribute = _HOMES[name]
    value = getattr(import_module(module), attribute)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
