"""Dates in news: finding date expressions and resolving them against the day of publication."""

from ctnews.dates.infer import infer_anchor
from ctnews.dates.mention import Anchor, DateMention
from ctnews.dates.periods import GRANULARITIES
from ctnews.dates.scanning import scan
from ctnews.dates.table import find_dates

__all__ = ["GRANULARITIES", "Anchor", "DateMention", "find_dates", "infer_anchor", "scan"]
