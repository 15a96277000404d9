"""A figure as notebooks and reports show it: an SVG image with its description, the same bytes every time."""

from __future__ import annotations

from base64 import b64encode
from dataclasses import dataclass
from io import StringIO
from typing import TYPE_CHECKING

from ctnews.plots.canvas import describe, figure_of, styled
from ctnews.tables.markup import escape

if TYPE_CHECKING:
    from matplotlib.axes import Axes


@dataclass(frozen=True)
class Picture:
    """A finished figure and its description in words."""

    svg: str
    description: str

    def __repr__(self) -> str:
        return self.description

    def _repr_html_(self) -> str:
        data = b64encode(self.svg.encode("utf-8")).decode("ascii")
        style = "margin:0;background:#fff;max-width:100%"
        alt = escape(self.description)
        image = f'<img src="data:image/svg+xml;base64,{data}" alt="{alt}" style="max-width:100%;height:auto">'
        return f'<figure class="picture" style="{style}">{image}</figure>'


def picture(ax: Axes) -> Picture:
    """Give the figure of `ax` as a picture and close it, so that a notebook does not show it twice."""
    import matplotlib.pyplot as plt

    buffer, figure = StringIO(), figure_of(ax)
    with styled():
        figure.savefig(buffer, format="svg", facecolor="none", metadata={"Date": None, "Creator": None})
    plt.close(figure)
    return Picture(buffer.getvalue(), describe(ax))
