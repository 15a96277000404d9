"""Tables and sentences that notebooks show in one call each; every value in them is escaped.

Each takes a study, or a selection from one, and gives an object that shows itself as HTML and prints as text.
"""

from ctnews.tables.agreements import agreements, commitment_kinds, commitments
from ctnews.tables.corpus import copies, corpus_summary, dating, duplicates, outlets, rejects
from ctnews.tables.entities import actors, agencies, partners
from ctnews.tables.frame import show
from ctnews.tables.lead import lead
from ctnews.tables.markup import Html, link
from ctnews.tables.meetings import announced, conflicts, meetings
from ctnews.tables.outlook import due, latest, slipped
from ctnews.tables.overview import overview
from ctnews.tables.series import backtest, gaps, series
from ctnews.tables.topics import topics

__all__ = [
    "Html",
    "actors",
    "agencies",
    "agreements",
    "announced",
    "backtest",
    "commitment_kinds",
    "commitments",
    "conflicts",
    "copies",
    "corpus_summary",
    "dating",
    "due",
    "duplicates",
    "gaps",
    "latest",
    "lead",
    "link",
    "meetings",
    "outlets",
    "overview",
    "partners",
    "rejects",
    "series",
    "show",
    "slipped",
    "topics",
]
