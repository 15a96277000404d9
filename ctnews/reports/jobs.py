"""From names and parameters to jobs: every fault is found, and told in one message, before anything runs."""

from __future__ import annotations

import difflib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from ctnews import resources
from ctnews.errors import ReportError
from ctnews.reports.parameters import ParameterError, declared_parameters, told, with_faults
from ctnews.reports.worker import Job


def find_notebooks(names: str | Path | Sequence[str | Path] | None = None) -> dict[str, Path]:
    """Give each report's name and notebook; raises `ParameterError` that tells every name that is neither."""
    known = resources.report_names()
    wanted = known if names is None else [names] if isinstance(names, str | Path) else names
    found: dict[str, Path] = {}
    faults = []
    for name in wanted:
        path = resources.notebooks_folder() / f"{name}.ipynb" if str(name) in known else Path(name)
        if path.suffix != ".ipynb" or not path.is_file():
            faults.append(_unknown(str(name), known))
        elif found.get(path.stem, path) != path:
            raise ReportError(f"Two notebooks are named {path.stem!r}; rename one, their reports would be one file.")
        else:
            found[path.stem] = path
    if faults:
        raise ParameterError("\n".join(faults))
    return found


def prepared(notebooks: Mapping[str, Path], study: str, given: Mapping[str, Any]) -> list[Job]:
    """Check the parameters of all reports and give their jobs; not each report asks for the study."""
    jobs: list[Job] = []
    faults: dict[str, list[str]] = {}
    broken: list[str] = []
    for name, notebook in notebooks.items():
        try:
            asked = any(parameter.name == "study" for parameter in declared_parameters(notebook))
            values, wrong = with_faults(notebook, ({"study": study} if asked else {}) | dict(given))
        except ReportError as error:
            broken.append(str(error))
        else:
            jobs.append(Job(name=name, notebook=str(notebook.resolve()), parameters=values))
            faults |= {name: wrong} if wrong else {}
    if faults or broken:
        raise ParameterError("\n".join([*broken, *([told(faults, len(notebooks))] if faults else [])]))
    return jobs


def _unknown(name: str, known: Sequence[str]) -> str:
    near = difflib.get_close_matches(name, known, n=1)
    hint = f"did you mean {near[0]!r}?" if near else f"there are {', '.join(known)}, or give a notebook's path."
    return f"There is no report {name!r}; {hint}"
