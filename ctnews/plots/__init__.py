"""Figures that notebooks show in one call each: frames in, matplotlib axes out.

Each draws on `ax`, or on a new figure, in a style of its own that changes no global setting. A title states
what was found, the line below it what was measured; `picture` makes an image with its description.
"""

from ctnews.plots.canvas import describe
from ctnews.plots.cooperation import country_pairs, topics
from ctnews.plots.corpus import coverage, labels
from ctnews.plots.entities import actors, agencies
from ctnews.plots.meetings import gaps, timeline
from ctnews.plots.network import matrix, network
from ctnews.plots.picture import Picture, picture

__all__ = [
    "Picture",
    "actors",
    "agencies",
    "country_pairs",
    "coverage",
    "describe",
    "gaps",
    "labels",
    "matrix",
    "network",
    "picture",
    "timeline",
    "topics",
]
