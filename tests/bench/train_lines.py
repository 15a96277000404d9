"""Trains the classifier of lines and measures it.

    python tests/bench/train_lines.py DUMPS.jsonl.gz [--out ctnews/models/lines.npz]

DUMPS holds pages as text with the bodies they should give, one JSON object a line: `set`, `id`, `style` (which converter
made the text), `text` and `gold`. `ctnews/models/NOTICE` says where they come from. Pages of one site never stand on
both sides of a split. The figures go to `lines.json` beside this script. Training needs what `ctnews[train]` brings.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
import statistics
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import lightgbm
import numpy as np
from sklearn.model_selection import GroupKFold

from ctnews.cleaning.lines.body import SURE
from ctnews.cleaning.lines.classifier import describe_page, told_once
from ctnews.cleaning.lines.features import describe
from ctnews.cleaning.lines.labels import name_lines
from ctnews.cleaning.lines.split import split_lines
from ctnews.cleaning.lines.trees import from_lightgbm

Shingles = Counter[tuple[str, ...]]
Scores = dict[str, dict[str, float]]

FIGURES = Path(__file__).with_name("lines.json")
FOLDS = 5
ROUNDS = 200
PARAMETERS: dict[str, Any] = {
    "objective": "binary",
    "learning_rate": 0.06,
    "num_leaves": 63,
    "max_depth": 14,
    "min_data_in_leaf": 40,
    "feature_fraction": 0.5,
    "bagging_fraction": 0.8,
    "bagging_freq": 1,
    "lambda_l2": 5,
    "seed": 2026,
    "deterministic": True,
    "force_col_wise": True,
    "num_threads": 2,
    "verbose": -1,
}
MOST_TOKENS = 200  # tokens of one line that count in training
FEWEST_GOLD = 40  # tokens a body is taken to have at least, so that tiny pages do not outweigh others
EVERY_LINE = 0.0008  # weight of a line beside its tokens' share of the body
IN_GOLD = 0.5  # share of a line's shingles that stand in the gold body
NEAR = 4  # lines above and below that tell which of two copies of a line is the body's

_UNSPACED = "\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\u0e00-\u0e7f"
_TOKEN = re.compile(f"[{_UNSPACED}]|[^\\W{_UNSPACED}]+")


@dataclass(frozen=True, slots=True)
class Page:
    """A page with its lines' figures and which of them are body."""

    style: str
    site: str
    features: list[Any]
    values: np.ndarray[Any, Any]
    body: np.ndarray[Any, Any]
    weights: np.ndarray[Any, Any]
    gold: Shingles


def main() -> None:
    """Measure by cross-validation and from set to set, then train on everything and write model and figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("dumps", type=Path, metavar="DUMPS")
    parser.add_argument("--out", type=Path, default=Path("ctnews/models/lines.npz"))
    parser.add_argument("--only-train", action="store_true", help="leave the figures as they are")
    arguments = parser.parse_args()
    columns: list[str] = []
    pages = list(read_pages(arguments.dumps, columns))
    if not arguments.only_train:
        FIGURES.write_text(json.dumps(measure(pages), indent=1, sort_keys=True) + "\n", "utf-8")
    booster = train(pages)
    used = np.flatnonzero(booster.feature_importance() > 0)
    trees = from_lightgbm(_renumbered(booster.dump_model()["tree_info"], used), [columns[n] for n in used])
    trees.save(arguments.out)
    print(f"{len(pages)} pages, {sum(len(page.body) for page in pages)} lines, {len(used)} columns: {arguments.out}")


def read_pages(path: Path, columns: list[str]) -> Iterator[Page]:
    """Give the pages whose gold body stands in them; of each also the body alone, as news APIs give it.

    The names of the figures go into `columns`.
    """
    bodies: set[str] = set()
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for dump in map(json.loads, lines):
            gold = shingles(dump["gold"])
            if _shared(gold, shingles(dump["text"])) < IN_GOLD * sum(gold.values()):
                continue
            site = dump["set"] + (dump["id"].rsplit("_", 1)[0] if dump["set"] == "fe" else dump["id"])
            texts = {dump["style"]: dump["text"]}
            if dump["gold"] not in bodies:
                texts["body"] = dump["gold"]
            for style, text in texts.items():
                page = read_page(text, dump["gold"], gold, f"{dump['set']} {style}", site, columns)
                if page:
                    yield page
            bodies.add(dump["gold"])


def read_page(text: str, body: str, gold: Shingles, style: str, site: str, columns: list[str]) -> Page | None:
    """Give a page's figures and which of its lines are body; None where it has no line."""
    features = describe(split_lines(text))
    features = [features[number] for number in told_once(features)]
    if not features:
        return None
    figures = describe_page(text, features)
    columns[:] = figures
    tokens = np.array([len(_TOKEN.findall(feature.line.plain)) for feature in features])
    told = gold_lines([feature.line.plain for feature in features], tokens, body)
    weights = np.minimum(tokens, MOST_TOKENS) / max(tokens[told].sum(), FEWEST_GOLD) + EVERY_LINE
    return Page(style, site, features, np.column_stack(list(figures.values())), told, weights, gold)


def gold_lines(texts: Sequence[str], tokens: np.ndarray[Any, Any], gold: str) -> np.ndarray[Any, Any]:
    """Tell which lines are body; of a line's copies those among other lines of the body, as often as it stands there."""
    left, own = shingles(gold), [shingles(text) for text in texts]
    share = np.array([_shared(line, left) / max(sum(line.values()), 1) for line in own])
    near = [slice(max(0, n - NEAR), n + NEAR + 1) for n in range(len(texts))]
    density = [float((share[at] * tokens[at]).sum() / max(tokens[at].sum(), 1)) for at in near]
    body = np.zeros(len(texts), dtype=bool)
    for n in sorted(range(len(texts)), key=lambda n: -density[n]):
        if tokens[n] >= NEAR and _shared(own[n], left) >= IN_GOLD * sum(own[n].values()):
            body[n] = True
            left -= own[n]
    return _with_short_lines(texts, tokens, body, " ".join(_TOKEN.findall(gold)))


def measure(pages: Sequence[Page]) -> dict[str, Any]:
    """Give the figures: cross-validated by site, and of each set with a model that saw the others alone."""
    sites = np.array([page.site for page in pages])
    order = GroupKFold(FOLDS, shuffle=True, random_state=3).split(sites, groups=sites)
    sets = sorted({page.style.split()[0] for page in pages})
    of_set = {name: [n for n, page in enumerate(pages) if page.style.startswith(name)] for name in sets}
    apart = [([n for other in sets if other != name for n in of_set[other]], of_set[name]) for name in sets]
    started = time.process_time()
    return {
        "cross-validated by site": score(pages, predicted(pages, order)),
        "each set by a model of the other sets": score(pages, predicted(pages, apart)),
        "lines": sum(len(page.body) for page in pages),
        "pages": len(pages),
        "seconds": round(time.process_time() - started),
    }


def predicted(pages: Sequence[Page], splits: Any) -> list[np.ndarray[Any, Any]]:
    """Give every page's line probabilities by the model whose training it had no part in."""
    found: dict[int, np.ndarray[Any, Any]] = {}
    for training, testing in splits:
        model = train([pages[n] for n in training])
        found.update((n, model.predict(pages[n].values)) for n in testing)
    return [found[n] for n in range(len(pages))]


def train(pages: Sequence[Page]) -> Any:
    """Train on all lines of the pages; a line weighs what it adds to its page's body or takes from it."""
    weights = np.concatenate([page.weights for page in pages])
    data = lightgbm.Dataset(
        np.vstack([page.values for page in pages]),
        np.concatenate([page.body for page in pages]),
        weight=weights * len(weights) / weights.sum(),
    )
    return lightgbm.train(PARAMETERS, data, ROUNDS)


def score(pages: Sequence[Page], likely: Sequence[np.ndarray[Any, Any]]) -> Scores:
    """Give F1, precision and recall by set and style: of the lines that are likely, and of those labelled body."""
    choices: dict[str, Callable[[Page, Any], list[bool]]] = {
        "likely": lambda _, chances: [chance >= SURE for chance in chances],
        "labelled": lambda page, chances: [label == "body" for label in name_lines(page.features, chances)],
    }
    found: Scores = defaultdict(dict)
    for name, chosen in choices.items():
        rows = defaultdict(list)
        for page, chances in zip(pages, likely, strict=True):
            kept = [f.line.plain for f, keep in zip(page.features, chosen(page, chances), strict=True) if keep]
            got = shingles("\n".join(kept))
            both = _shared(got, page.gold)
            rows[page.style].append((both / sum(got.values()) if got else None, both / sum(page.gold.values())))
        found[name] = {style: _f1(pairs) for style, pairs in rows.items()}
        pages_alone = [value for style, value in found[name].items() if not style.endswith(" body")]
        found[name]["mean of the pages"] = round(statistics.mean(pages_alone), 4)
    return dict(found)


def shingles(text: str, size: int = 4) -> Shingles:
    """Give the bag of a text's runs of four tokens."""
    tokens = _TOKEN.findall(text)
    if len(tokens) < size:
        return Counter([tuple(tokens)] if tokens else [])
    return Counter(zip(*(tokens[n:] for n in range(size)), strict=False))


def _with_short_lines(
    texts: Sequence[str], tokens: np.ndarray[Any, Any], body: np.ndarray[Any, Any], gold: str
) -> np.ndarray[Any, Any]:
    """Add the lines of a few words beside the body's lines whose words stand in the gold."""
    result, inside = body.copy(), np.flatnonzero(body)
    for n in range(*((inside[0], inside[-1] + 3) if len(inside) else (0, 0))):
        if n < len(texts) and not body[n] and 0 < tokens[n] < NEAR and body[max(0, n - 2) : n + 3].any():
            result[n] = f" {' '.join(_TOKEN.findall(texts[n]))} " in f" {gold} "
    return result


def _shared(one: Shingles, other: Shingles) -> int:
    return sum((one & other).values())


def _f1(pairs: Sequence[tuple[float | None, float]]) -> float:
    precision = statistics.mean([value for value, _ in pairs if value is not None] or [0.0])
    recall = statistics.mean(value for _, value in pairs)
    return round(2 * precision * recall / max(precision + recall, 1e-9), 4)


def _renumbered(trees: Sequence[Any], used: np.ndarray[Any, Any]) -> Sequence[Any]:
    """Number the columns of the splits among those that are used."""
    place = {int(column): n for n, column in enumerate(used)}

    def renumber(node: dict[str, Any]) -> dict[str, Any]:
        if "split_feature" not in node:
            return node
        below = {side: renumber(node[side]) for side in ("left_child", "right_child")}
        return node | below | {"split_feature": place[node["split_feature"]]}

    return [{"tree_structure": renumber(tree["tree_structure"])} for tree in trees]


if __name__ == "__main__":
    main()
