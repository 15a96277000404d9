"""The house keeps its order: imports run one way along the way of an article."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "ctnews"

GROUND = {"errors", "execution", "frames", "lexicon", "resources"}
# What each room may know besides itself and the ground it stands on.
MAY_KNOW: dict[str, set[str]] = {
    "errors": set(),
    "execution": set(),
    "frames": set(),
    "lexicon": set(),
    "resources": set(),
    "reading": set(),
    "triage": {"reading"},
    "dates": set(),
    "cleaning": {"dates"},
    "extraction": {"dates"},
    "linking": set(),
    "cadence": set(),
    "storage": set(),
    "corrections": set(),
    "study": {
        "reading",
        "cleaning",
        "extraction",
        "linking",
        "cadence",
        "corrections",
        "storage",
        "tables",
    },  # shows itself by a table
    "selection": set(),
    "tables": {"selection"},
    "plots": {"selection", "tables"},
    "scoring": {"study"},
    "exports": {"selection", "tables"},
    "reports": {"study", "selection", "tables", "plots", "exports"},
    "output": {"reading"},
    "cli": {"reading", "triage", "study", "reports", "scoring", "exports", "output"},
}


def modules() -> list[Path]:
    return sorted(path for path in PACKAGE.rglob("*.py") if path != PACKAGE / "__init__.py")


def room(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imported_rooms(path: Path) -> set[str]:
    rooms = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module == "ctnews":
            rooms |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and (node.module or "").startswith("ctnews."):
            rooms.add((node.module or "").split(".")[1])
        elif isinstance(node, ast.Import):
            rooms |= {a.name.split(".")[1] for a in node.names if a.name.startswith("ctnews.")}
    return rooms


@pytest.mark.parametrize("path", modules(), ids=lambda path: str(path.relative_to(PACKAGE)))
def test_a_room_knows_only_what_comes_before_it(path: Path) -> None:
    own = room(path)
    assert own in MAY_KNOW, f"{own} is no room of the house: add it to the plan, or move it"
    foreign = imported_rooms(path) - {own} - GROUND - MAY_KNOW[own]
    if own in {"errors", "frames", "lexicon", "resources"}:
        foreign |= imported_rooms(path) & ({"frames", "lexicon", "resources"} - {own})
    assert not foreign, f"{path.name} must not know {sorted(foreign)}"


def test_every_room_of_the_plan_exists() -> None:
    assert {room(path) for path in modules()} == set(MAY_KNOW)


@pytest.mark.parametrize("path", modules(), ids=lambda path: str(path.relative_to(PACKAGE)))
def test_a_module_fits_on_a_few_screens(path: Path) -> None:
    assert len(path.read_text("utf-8").splitlines()) <= 300
