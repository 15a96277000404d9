"""Boosted decision trees as arrays: small to ship, nothing to run but numpy, the same result everywhere."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ctnews.errors import InputError

Tree = Mapping[str, Any]

ROWS = 2_000  # rows looked at together, so that long pages take no more memory


@dataclass(frozen=True, slots=True)
class Trees:
    """An ensemble of binary trees; a leaf is a node whose two branches are the leaf itself.

    `columns` names what the trees ask for, `roots` are node numbers, and for every node: the number of its column, the
    highest value that goes left, both branches, and what a leaf adds to the log-odds.
    """

    columns: NDArray[np.str_]
    roots: NDArray[np.int32]
    column: NDArray[np.int32]
    threshold: NDArray[np.float64]
    left: NDArray[np.int32]
    right: NDArray[np.int32]
    value: NDArray[np.float64]
    depth: NDArray[np.int32]

    @classmethod
    def load(cls, path: Path) -> Trees:
        """Read an ensemble; raises `InputError` where there is none."""
        try:
            with np.load(path, allow_pickle=False) as stored:
                return cls(**{field.name: stored[field.name] for field in fields(cls)})
        except (OSError, KeyError, ValueError) as error:
            raise InputError(f"There is no line model at {path}; train one with tests/bench/train_lines.py.") from error

    def save(self, path: Path) -> None:
        """Write the ensemble without anything but its arrays."""
        np.savez_compressed(path, **{field.name: getattr(self, field.name) for field in fields(self)})

    def probabilities(self, values: NDArray[np.float32]) -> NDArray[np.float64]:
        """Give the probability of every row, whose values stand in the order of `columns`."""
        parts = [self._of(values[start : start + ROWS]) for start in range(0, len(values), ROWS)]
        return np.concatenate([np.zeros(0), *parts])

    def _of(self, values: NDArray[np.float32]) -> NDArray[np.float64]:
        rows, width = values.shape
        flat, offsets = values.ravel(), np.arange(rows)[:, None] * width
        nodes = np.broadcast_to(self.roots, (rows, len(self.roots)))
        for _ in range(int(self.depth)):
            goes_left = flat[offsets + self.column[nodes]] <= self.threshold[nodes]
            nodes = np.where(goes_left, self.left[nodes], self.right[nodes])
        result: NDArray[np.float64] = 1 / (1 + np.exp(-self.value[nodes].sum(axis=1)))
        return result


def from_lightgbm(trees: Sequence[Tree], columns: Sequence[str]) -> Trees:
    """Lay out the trees of LightGBM's `dump_model()`, whose splits all ask whether a figure is at most a threshold.

    >>> leaf = lambda value: {"leaf_value": value}
    >>> split = {"split_feature": 0, "threshold": 0.5, "left_child": leaf(-2.0), "right_child": leaf(2.0)}
    >>> ensemble = from_lightgbm([{"tree_structure": split}], ["words"])
    >>> ensemble.probabilities(np.array([[0.0], [1.0]], dtype=np.float32)).round(2).tolist()
    [0.12, 0.88]
    """
    nodes: list[tuple[int, float, int, int, float]] = []
    roots = [_add(tree["tree_structure"], nodes) for tree in trees]
    column, threshold, left, right, value = zip(*nodes, strict=True)
    return Trees(
        columns=np.array(columns),
        roots=np.array(roots, dtype=np.int32),
        column=np.array(column, dtype=np.int32),
        threshold=np.array(threshold, dtype=np.float64),
        left=np.array(left, dtype=np.int32),
        right=np.array(right, dtype=np.int32),
        value=np.array(value, dtype=np.float64),
        depth=np.array(max(max(_depths(tree["tree_structure"])) for tree in trees), dtype=np.int32),
    )


def _add(node: Tree, nodes: list[tuple[int, float, int, int, float]]) -> int:
    """Append a node and everything below it; give its number."""
    number = len(nodes)
    nodes.append((0, np.inf, number, number, float(node.get("leaf_value", 0.0))))
    if "split_feature" in node:
        left, right = _add(node["left_child"], nodes), _add(node["right_child"], nodes)
        nodes[number] = (int(node["split_feature"]), float(node["threshold"]), left, right, 0.0)
    return number


def _depths(node: Tree, above: int = 0) -> Iterator[int]:
    yield above
    if "split_feature" in node:
        yield from _depths(node["left_child"], above + 1)
        yield from _depths(node["right_child"], above + 1)
