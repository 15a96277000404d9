"""Columns: which part of a record holds what, by the names in `world/columns`, or as the user says."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cache, lru_cache
from typing import Any, NamedTuple

from ctnews import lexicon
from ctnews.errors import InputError

FIELDS = ("text", "title", "url", "published", "outlet", "author")

Record = Mapping[str, Any]
Path = tuple[str, ...]
Place = tuple[Path, ...]
"""Where a field may stand: paths whose values together make it, as `lead+text` or `fields.body`."""

_MAX_SHAPES = 1_000
_SPACELESS = str.maketrans("", "", " _-\ufeff\u200b\xa0")


class Columns:
    """Which parts of a record hold each field of an article: first what the user names, then the usual names."""

    def __init__(self, given: Mapping[str, str | Sequence[str]] | None = None) -> None:
        chosen = {field: _chosen(names) for field, names in (given or {}).items()}
        for field in chosen:
            if field not in FIELDS:
                raise InputError(f"There is no field {field!r} to give a column for; fields: {', '.join(FIELDS)}.")
        self._places = {field: (*chosen.get(field, ()), *_usual()[field]) for field in FIELDS}
        self._places["lead"] = _usual()["lead"]
        self._shapes: dict[tuple[Any, ...], _Shape] = {}

    def value(self, record: Record, field: str) -> Any:
        """Give what the record holds for a field, from the first of its places that is filled, or None."""
        shape = self._shape(record)
        for place in (*shape.places[field], *(shape.places["lead"] if field == "text" else ())):
            values = [value for path in place if filled(value := _found(record, path, shape.names, field))]
            if values:
                return values[0] if len(values) == 1 else values
        return None

    def has_text(self, record: Record, *, leads: bool = True) -> bool:
        """Tell whether the record has a place for text, be it empty; where `leads`, one for a lead will do."""
        return self._has_own_text(record, leads) or self._wrapped(record) is not None

    def unwrapped(self, record: Record) -> Record:
        """Give the record that a record only wraps, such as an Elasticsearch hit, or itself."""
        return record if self._has_own_text(record, True) else self._wrapped(record) or record

    def known(self, names: Iterable[str]) -> int:
        """Give how many of the names are names of columns."""
        known = {path[0] for places in self._places.values() for place in places for path in place}
        return sum(_plain(name) in known for name in names)

    def _has_own_text(self, record: Record, leads: bool) -> bool:
        shape = self._shape(record)
        places = (*shape.places["text"], *(shape.places["lead"] if leads else ()))
        return any(_present(record, path, shape.names) for place in places for path in place)

    def _shape(self, record: Record) -> _Shape:
        """Give what can be found where in records with these names; most records of a file have the same."""
        key = tuple(record)
        if key not in self._shapes:
            if len(self._shapes) >= _MAX_SHAPES:
                self._shapes.clear()
            names = {_plain(str(name)): name for name in record}
            self._shapes[key] = _Shape(names, {field: _within(places, names) for field, places in self._places.items()})
        return self._shapes[key]

    def _wrapped(self, record: Record) -> Record | None:
        inner = (record[name] for name in _wrappers() if isinstance(record.get(name), dict))
        return next((each for each in inner if self._has_own_text(each, True)), None)


def filled(value: Any) -> bool:
    """Tell whether a value holds something: neither nothing, nor no number."""
    return value is not None and value != "" and value != [] and not (isinstance(value, float) and value != value)


def named(value: Any, field: str) -> Any:
    """Give what a nested record is called, as in `{"author": {"name": ...}}`, or the text it holds."""
    if not isinstance(value, dict):
        return value
    inner = (value.get(name) for name in (("text",) if field == "text" else ("name", "title")))
    return next((each for each in inner if isinstance(each, str) and each), None)


class _Shape(NamedTuple):
    """The names of a record, without case and blanks, and the places for each field that they leave."""

    names: Mapping[str, Any]
    places: Mapping[str, tuple[Place, ...]]


def _within(places: Iterable[Place], names: Collection[str]) -> tuple[Place, ...]:
    left = (tuple(path for path in place if path[0] in names) for place in places)
    return tuple(place for place in left if place)


def _found(record: Record, path: Path, names: Mapping[str, Any], field: str) -> Any:
    value = record[names[path[0]]]
    for step in path[1:]:
        value = value[0] if isinstance(value, list) and value else value
        if not isinstance(value, dict):
            return None
        value = next((inner for name, inner in value.items() if _plain(str(name)) == step), None)
    return named(value, field)


def _present(record: Record, path: Path, names: Mapping[str, Any]) -> bool:
    if len(path) == 1 and not isinstance(record[names[path[0]]], dict):
        return True
    return filled(_found(record, path, names, "text"))


@lru_cache(maxsize=10_000)
def _plain(name: str) -> str:
    """Give a name without case, blanks, hyphens and underscores."""
    return name.translate(_SPACELESS).casefold()


def _chosen(names: str | Sequence[str]) -> list[Place]:
    listed = [names] if isinstance(names, str) else list(names)
    return [place for name in listed for place in (((_plain(name),),), _place(name))]


def _place(name: str) -> Place:
    return tuple(tuple(_plain(step) for step in path.split(".")) for path in name.split("+"))


@cache
def _usual() -> dict[str, tuple[Place, ...]]:
    """Give the usual places of every field, the likeliest first."""
    rows = lexicon.table("world/columns")
    return {
        field: tuple(_place(name) for row in rows if row["field"] == field for name in lexicon.values(row["names"]))
        for field in (*FIELDS, "lead")
    }


@cache
def _wrappers() -> tuple[str, ...]:
    rows = lexicon.table("world/columns")
    return tuple(name for row in rows if row["field"] == "wrapper" for name in lexicon.values(row["names"]))
