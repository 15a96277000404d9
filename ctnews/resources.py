"""Finds the notebooks and the sample corpus, in a checkout as well as in an installed package."""

from __future__ import annotations

from pathlib import Path

from ctnews.errors import InputError

_PACKAGE = Path(__file__).resolve().parent


def notebooks_folder() -> Path:
    """Give the folder of the report notebooks; raises `InputError` where there is none."""
    return _folder("notebooks")


def sample_path() -> Path:
    """Give the folder of the sample corpus; raises `InputError` where there is none."""
    return _folder("data", "sample")


def report_names() -> tuple[str, ...]:
    """Give the names of the report notebooks: those that do not begin with a number."""
    found = (path.stem for path in notebooks_folder().glob("*.ipynb"))
    return tuple(sorted(name for name in found if not name[0].isdigit()))


def _folder(*parts: str) -> Path:
    """Prefer the checkout's folder beside the package to the copy inside an installed one."""
    candidates = (_PACKAGE.parent.joinpath(*parts), _PACKAGE.joinpath(*parts))
    checkout = (_PACKAGE.parent / "pyproject.toml").is_file()
    for candidate in candidates if checkout else candidates[1:]:
        if candidate.is_dir():
            return candidate
    raise InputError(
        f"There is no folder {'/'.join(parts)} in {_PACKAGE} or beside it; install ctnews again, or work in a checkout."
    )
