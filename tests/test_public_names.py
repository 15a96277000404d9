"""The public names are few, sorted, and just what can be imported."""

from __future__ import annotations

import subprocess
import sys

import pytest

import ctnews as ct


def test_the_list_of_names_is_sorted_and_fits_one_screen() -> None:
    assert ct.__all__ == sorted(ct.__all__)
    assert 8 <= len(ct.__all__) <= 24  # lines of a terminal


@pytest.mark.parametrize("name", ct.__all__)
def test_every_name_can_be_imported_and_says_what_it_does(name: str) -> None:
    value = getattr(ct, name)
    assert callable(value)
    assert (value.__doc__ or "").strip()


def test_an_unknown_name_is_an_attribute_error_that_lists_the_known() -> None:
    with pytest.raises(AttributeError, match="build_study"):
        ct.nothing  # noqa: B018


def test_importing_the_package_loads_no_heavy_library() -> None:
    heavy = "{'pandas', 'spacy', 'matplotlib', 'dateparser', 'trafilatura'}"
    code = f"import sys, ctnews; print(sorted({heavy} & set(sys.modules)))"
    printed = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert printed.strip() == "[]"
