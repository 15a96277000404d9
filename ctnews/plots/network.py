"""Who meets with which agency: two columns joined by lines, or a matrix where lines would be a tangle."""

from __future__ import annotations

from collections import Counter
from itertools import combinations
from typing import TYPE_CHECKING

import pandas as pd

from ctnews.plots import canvas
from ctnews.tables import words

if TYPE_CHECKING:
    import networkx as nx
    from matplotlib.axes import Axes

NODES_SHOWN = 40
MATRIX_SIZE = 20


def network(meetings: pd.DataFrame, actors: pd.DataFrame, agencies: pd.DataFrame, *, ax: Axes | None = None) -> Axes:
    """Join each actor with the agencies that took part in the same meetings; above 40 nodes, a matrix."""
    graph = co_presence(meetings, actors, agencies)
    if graph.number_of_edges() == 0:
        return canvas.nothing(ax, "No people and agencies at the same meeting in this selection")
    if graph.number_of_nodes() > NODES_SHOWN:
        return matrix(meetings, agencies, ax=ax)
    people, bodies = _columns(graph)
    with canvas.styled():
        ax = canvas.new_axes(ax, rows=max(len(people), len(bodies)), left=2.85, right=2.4)
        _draw_columns(ax, graph, people, bodies)
        finding = _network_finding(graph, bodies)
        n = f"n = {len(people)} people and {len(bodies)} agencies"
        measure = f"A line is meetings held with both, the wider the more; {n}; blue = own agency"
        canvas.headline(ax, finding, measure, detail=_told(graph, bodies))
    return ax


def matrix(meetings: pd.DataFrame, agencies: pd.DataFrame, *, ax: Axes | None = None) -> Axes:
    """Draw how often two agencies took part in the same meeting, for those that did most often."""
    pairs = _pairs(meetings)
    if not pairs:
        return canvas.nothing(ax, "No two agencies at the same meeting in this selection")
    order = _most_often_together(pairs)
    names = _short_names(agencies)
    with canvas.styled():
        ax = canvas.new_axes(ax, rows=len(order) + 1, left=2.2, right=2.2, foot=0.9)
        _draw_matrix(ax, pairs, order, [names.get(ref, ref) for ref in order])
        (one, other), most = max(pairs.items(), key=lambda item: (item[1], item[0]))
        times = words.count(most, "meeting")
        finding = f"{names.get(one, one)} and {names.get(other, other)} are together at {times}"
        first = f"the first {len(order)} of {len(set().union(*pairs))} agencies"
        measure = f"Meetings held that two agencies both took part in; {first}"
        canvas.headline(ax, finding, measure)
    return ax


def co_presence(meetings: pd.DataFrame, actors: pd.DataFrame, agencies: pd.DataFrame) -> nx.Graph:
    """Give the graph of actors and agencies; an edge has `weight` (meetings) and `own` (agency)."""
    import networkx as nx

    graph = nx.Graph()
    names = dict(zip(actors["actor_id"], actors["name"], strict=True))
    own = dict(zip(actors["actor_id"], actors["agency_ids"], strict=True))
    short = _short_names(agencies)
    held = meetings[meetings["status"] == "held"]
    together = Counter(
        (person, body)
        for people, bodies in zip(held["participants"], held["agencies"], strict=True)
        for person in people
        for body in bodies
        if person in names and body in short
    )
    for (person, body), number in sorted(together.items()):
        graph.add_node(person, side="actor", label=names[person])
        graph.add_node(body, side="agency", label=short[body])
        graph.add_edge(person, body, weight=number, own=body in own[person])
    return graph


def _columns(graph: nx.Graph) -> tuple[list[str], list[str]]:
    """Order agencies by degree and people by the mean place of their agencies, so that few lines cross."""
    found = [n for n, side in graph.nodes(data="side") if side == "agency"]
    bodies = sorted(found, key=lambda n: (-graph.degree(n), n))
    place = {body: row for row, body in enumerate(bodies)}
    people = [n for n, side in graph.nodes(data="side") if side == "actor"]
    mean = {n: sum(place[body] for body in graph[n]) / graph.degree(n) for n in people}
    return sorted(people, key=lambda n: (mean[n], -graph.degree(n), n)), bodies


def _draw_columns(ax: Axes, graph: nx.Graph, people: list[str], bodies: list[str]) -> None:
    height = max(len(people), len(bodies))
    at = {node: (0.0, (row + 0.5) * height / len(people)) for row, node in enumerate(people)}
    at |= {node: (1.0, (row + 0.5) * height / len(bodies)) for row, node in enumerate(bodies)}
    for person, body, edge in graph.edges(data=True):
        ends = [at[person], at[body]]
        colour, alpha = (canvas.BLUE, 0.9) if edge["own"] else (canvas.GREY, 0.45)
        ax.plot(
            *zip(*ends, strict=True),
            color=colour,
            alpha=alpha,
            linewidth=0.7 + 0.5 * edge["weight"],
            zorder=1,
        )
    for nodes, marker, side, offset in ((people, "o", "right", -9), (bodies, "s", "left", 9)):
        x, y = zip(*(at[node] for node in nodes), strict=True)
        ax.scatter(x, y, s=48, marker=marker, color=canvas.BLUE, zorder=2)
        for node in nodes:
            text = canvas.printable(words.clipped(graph.nodes[node]["label"], canvas.LABEL_WIDTH - 4))
            ax.annotate(text, at[node], xytext=(offset, 0), textcoords="offset points", ha=side, va="center")
    ax.set_axis_off()
    ax.set(xlim=(-0.03, 1.03), ylim=(height, 0))


def _draw_matrix(ax: Axes, pairs: Counter[tuple[str, str]], order: list[str], labels: list[str]) -> None:
    row_of = {ref: row for row, ref in enumerate(order)}
    top = max(pairs.values())
    for (one, other), number in pairs.items():
        if one in row_of and other in row_of:
            for x, y in ((row_of[one], row_of[other]), (row_of[other], row_of[one])):
                ax.scatter(x, y, s=230, marker="s", color=canvas.BLUE, alpha=0.15 + 0.85 * number / top)
                ax.text(
                    x,
                    y,
                    str(number),
                    ha="center",
                    va="center",
                    color="white" if number > top / 2 else canvas.INK,
                )
    canvas.row_labels(ax, labels)
    ax.set_xticks(range(len(order)), [canvas.printable(words.clipped(text, 12)) for text in labels], rotation=30)
    ax.grid(False)
    ax.set_xlim(-0.6, len(order) - 0.4)


def _pairs(meetings: pd.DataFrame) -> Counter[tuple[str, str]]:
    held = meetings.loc[meetings["status"] == "held", "agencies"]
    return Counter(pair for refs in held for pair in combinations(sorted(set(refs)), 2))


def _most_often_together(pairs: Counter[tuple[str, str]]) -> list[str]:
    """Give the agencies of the most frequent pairs, pair after pair, until there are enough."""
    order: dict[str, None] = {}
    for pair, _ in sorted(pairs.items(), key=lambda item: (-item[1], item[0])):
        if len(order) < MATRIX_SIZE:
            order |= dict.fromkeys(pair)
    return list(order)


def _short_names(agencies: pd.DataFrame) -> dict[str, str]:
    return dict(zip(agencies["agency_id"], agencies["acronym"].fillna(agencies["name"]), strict=True))


def _network_finding(graph: nx.Graph, bodies: list[str]) -> str:
    number = words.count(graph.degree(bodies[0]), "person", "people")
    return f"{graph.nodes[bodies[0]]['label']} is at meetings with {number}, more than any other agency"


def _told(graph: nx.Graph, bodies: list[str]) -> str:
    return " ".join(f"{graph.nodes[body]['label']}: {graph.degree(body)} people." for body in bodies)
