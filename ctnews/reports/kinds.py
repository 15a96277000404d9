"""The kinds of parameters: how a given value becomes a plain one, and when it cannot.

Only text, numbers, flags, lists and None go to a notebook: papermill would make any other value a string.
"""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ctnews.errors import CtnewsError
from ctnews.study import open_study
from ctnews.tables import words

if TYPE_CHECKING:
    from ctnews.selection import Frames

_TRUE, _FALSE = ("true", "yes", "1"), ("false", "no", "0")
_NAMES_SHOWN = 8


@dataclass(frozen=True)
class Known:
    """What is known of the study that a report is to run on: None where there is no such study."""

    study: Frames | None
    trouble: str

    @classmethod
    def of(cls, folder: Any) -> Known:
        """Open the study in `folder`, or keep the reason why it cannot be."""
        if not folder:
            return cls(None, "no study is given; build one with `ctnews build INPUT --out STUDY`.")
        try:
            return cls(open_study(Path(folder)), "")
        except CtnewsError as error:
            return cls(None, str(error))


def convert(kind: str, value: Any, known: Known) -> Any:
    """Give the value as the kind wants it; raises `ValueError` with what is wrong and what would be right."""
    plain = _plain(value)
    if kind != "study" and (plain is None or plain == ""):
        return None
    return KINDS[kind](plain, known)


def _plain(value: Any) -> Any:
    if isinstance(value, date):
        return value.isoformat()[:10]
    if isinstance(value, Path):
        return str(value)
    if isinstance(value, tuple | list | set | frozenset):
        items = [_plain(item) for item in value]
        return sorted(items, key=str) if isinstance(value, set | frozenset) else items
    if hasattr(value, "item") and not isinstance(value, str):
        return _plain(value.item())
    return value


def _study(value: Any, known: Known) -> str:
    if known.study is None:
        raise ValueError(known.trouble)
    return str(Path(value).resolve())


def _date(value: Any, _: Known) -> str:
    try:
        return date.fromisoformat(value).isoformat()
    except (ValueError, TypeError):
        raise ValueError(f"{value!r} is no date; write it as 2024-01-31.") from None


def _text(value: Any, _: Known) -> str:
    if not isinstance(value, str):
        raise ValueError(f"{value!r} is no text.")
    return value


def _number(value: Any, _: Known) -> float:
    try:
        if isinstance(value, bool):
            raise TypeError
        return value if isinstance(value, int) else float(value)
    except (ValueError, TypeError):
        raise ValueError(f"{value!r} is no number.") from None


def _share(value: Any, known: Known) -> float:
    number = _number(value, known)
    if not 0 <= number <= 1:
        raise ValueError(f"{value!r} is not between 0 and 1.")
    return number


def _flag(value: Any, _: Known) -> bool:
    text = str(value).lower()
    if text not in _TRUE + _FALSE:
        raise ValueError(f"{value!r} is neither true nor false.")
    return text in _TRUE


def _list(value: Any, _: Known) -> list[Any]:
    return [part.strip() for part in value.split(",") if part.strip()] if isinstance(value, str) else list(value)


def _countries(value: Any, known: Known) -> list[str]:
    """Take ISO codes and English names, and the bodies that are parties in the study."""
    codes = words.country_codes() | {code.casefold(): code for code in _parties(known)}
    return _each(_list(value, known), codes, "is no country known here")


def _agencies(value: Any, known: Known) -> list[str]:
    if known.study is None:
        return _list(value, known)
    keys: dict[str, str] = {}
    for column in ("name", "acronym", "agency_id"):
        named = known.study.agencies[["agency_id", column]].dropna()
        keys |= {key.casefold(): ref for ref, key in named.itertuples(index=False)}
    return _each(_list(value, known), keys, "is no agency of this study")


def _language(value: Any, known: Known) -> str:
    if known.study is None:
        return str(value)
    present = sorted(known.study.articles["lang"].dropna().unique())
    return _each([value], {code: code for code in present}, "is no language of this study's articles")[0]


def _anything(value: Any, _: Known) -> Any:
    if isinstance(value, str | int | float | bool | list):
        return value
    raise ValueError(f"a value of type {type(value).__name__} cannot be given to a notebook.")


def _parties(known: Known) -> Iterable[str]:
    return () if known.study is None else known.study.meetings["parties"].explode().dropna().unique()


def _each(values: Iterable[Any], known: Mapping[str, str], trouble: str) -> list[str]:
    """Look each value up, whatever its case; name all that are not known, with the nearest that is."""
    unknown = [str(value) for value in values if str(value).casefold() not in known]
    if unknown:
        raise ValueError("; ".join(f"{value!r} {trouble}{_hint(value, known)}" for value in unknown) + ".")
    return [known[str(value).casefold()] for value in values]


def _hint(value: str, known: Mapping[str, str]) -> str:
    near = difflib.get_close_matches(value.casefold(), list(known), n=1)
    if near:
        return f", did you mean {known[near[0]]!r}?"
    return f"; some that are: {', '.join(sorted(set(known.values()))[:_NAMES_SHOWN])}" if known else ""


KINDS: Mapping[str, Callable[[Any, Known], Any]] = {
    "study": _study, "date": _date, "countries": _countries, "agencies": _agencies, "language": _language,
    "share": _share, "text": _text, "number": _number, "flag": _flag, "list": _list, "any": _anything,
}  # fmt: skip
