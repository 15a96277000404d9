"""The study as a network for Gephi, Cytoscape, igraph and networkx: people, agencies, meetings and series."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from ctnews.exports.flat import clean, flat
from ctnews.selection import Frames
from ctnews.tables.quotes import records

if TYPE_CHECKING:
    import networkx as nx

NETWORK = "network.graphml"
_NODES = {
    "actors": ("actor_id", "actor", ("name", "country", "n_articles", "n_meetings")),
    "agencies": ("agency_id", "agency", ("name", "acronym", "country", "qid", "n_articles", "n_meetings")),
    "series": ("series_id", "series", ("name", "parties", "n_meetings", "state")),
    "meetings": (
        "meeting_id", "meeting",
        ("name", "kind", "start", "end", "granularity", "city", "country", "parties", "status", "n_articles"),
    ),
}  # fmt: skip


def write_network(study: Frames, folder: Path) -> list[str]:
    """Write the network as GraphML."""
    import networkx as nx

    nx.write_graphml(graph(study), folder / NETWORK, encoding="utf-8")
    return [NETWORK]


def graph(study: Frames) -> nx.MultiDiGraph:
    """Give the network: `node` tells what a node is, `relation` what an edge is.

    Edges run from people and agencies to their meetings (took_part, chaired), from people to agencies (speaks_for) and
    from meetings to series (session_of). What is missing has no attribute.
    """
    import networkx as nx

    network = nx.MultiDiGraph(name=clean(study.path.name))
    for frame, (key, node, columns) in _NODES.items():
        for row in records(getattr(study, frame)):
            label = next(
                (row[name] for name in ("acronym", "name", "kind") if isinstance(row.get(name), str)), row[key]
            )
            network.add_node(row[key], node=node, label=clean(label), **_attributes(row, columns))
    for row in records(study.actors):
        _join(network, [(row["actor_id"], agency) for agency in row["agency_ids"]], "speaks_for")
    for row in records(study.meetings):
        meeting, chairs = row["meeting_id"], set(row["chairs"])
        _join(network, [(person, meeting) for person in sorted(set(row["participants"]) - chairs)], "took_part")
        _join(network, [(person, meeting) for person in sorted(chairs)], "chaired")
        _join(network, [(agency, meeting) for agency in row["agencies"]], "took_part")
        if isinstance(row["series_id"], str):
            _join(network, [(meeting, row["series_id"])], "session_of")
    return network


def _attributes(row: dict[str, Any], columns: tuple[str, ...]) -> dict[str, Any]:
    """Give a node's attributes as plain text and numbers, which is all that GraphML knows."""
    found = {("meeting_kind" if name == "kind" else name): flat(row[name]) for name in columns}
    plain = {name: value.item() if hasattr(value, "item") else value for name, value in found.items()}
    return {name: value for name, value in plain.items() if value not in (None, "")}


def _join(network: nx.MultiDiGraph, pairs: list[tuple[str, str]], relation: str) -> None:
    """Join nodes that are both there; a selection may leave one out."""
    for one, other in pairs:
        if one in network and other in network:
            network.add_edge(one, other, relation=relation)
