"""Corrects a study by one call: writes a row into `corrections.csv` beside it, and links the study anew."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from ctnews.corrections import append_correction, beside
from ctnews.errors import InputError
from ctnews.study.building import relink
from ctnews.study.opening import Study, open_study

if TYPE_CHECKING:
    import pandas as pd

Action = Literal["merge", "split", "set", "reject", "note"]
ACTIONS = ("merge", "split", "set", "reject", "note")


def correct(
    study: Study | str | Path,
    action: Action,
    one: str | Sequence[str],
    other: str | Sequence[str] | None = None,
    *,
    field: str | None = None,
    value: str | None = None,
    note: str | None = None,
) -> Study:
    """Correct a study, and give it linked anew: `ct.correct(study, "merge", "mtg-1a2b...", "mtg-3c4d...")`.

    merge: `one` and `other` are one meeting (meeting_ids or mention_ids) or person (actor_ids or person_ids). split:
    the accounts or persons of `one` are another's than those of `other`, by default the rest of their meeting or
    actor. set: `field` (date, kind, name, ordinal, city, country, parties, status) of the meeting is `value`; dates
    as 2024-05-14, 2024-05 or 2024-05-14/2024-05-15, parties as ID|VN. reject: it is no meeting. note: `note` stands
    with it. The row names accounts, so that it holds when ids change; delete it and `relink` to undo it.

    Raises `InputError` where an id is not in the study, a value cannot be, or the file cannot be read or written.
    """
    opened = study if isinstance(study, Study) else open_study(study)
    if action not in ACTIONS:
        raise InputError(f"action {action!r} is none of {', '.join(ACTIONS)}.")
    given = {"action": action, "field": field, "value": value, "note": note, "study": opened.path.absolute().name}
    sides = _sides(opened, action, _listed(one), _listed(other))
    _check(opened, action, field, value, note, sides[0])
    append_correction(beside(opened.path), {**given, "one": sides[0], "other": sides[1]})
    return relink(opened)


def _sides(study: Study, action: str, one: list[str], other: list[str]) -> tuple[list[str], list[str]]:
    """Give the accounts or persons on both sides of a correction."""
    ours, theirs = _expanded(study, one), _expanded(study, other)
    if action == "split" and not theirs:
        theirs = [key for key in _expanded(study, _homes(study, ours)) if key not in ours]
    if action in ("merge", "split") and not theirs:
        raise InputError(f"{action} needs two sides: " + ("name `other`." if action == "merge" else _WHOLE))
    if set(ours) & set(theirs):
        raise InputError(f"Both sides of {action} name {min(set(ours) & set(theirs))}; each has to be on one.")
    return ours, theirs


_WHOLE = "`one` holds all accounts of its meeting, so that nothing is left to split it from."


def _check(
    study: Study, action: str, field: str | None, value: str | None, note: str | None, one: Sequence[str]
) -> None:
    from ctnews.linking import read_value

    if action == "set":
        read_value(field or "", value)
    if action in ("set", "reject") and not study.meeting_mentions["mention_id"].isin(one).any():
        raise InputError(f"{action} is for meetings; for persons there are merge, split and note.")
    if action == "note" and not note:
        raise InputError("note needs a text: `note=`.")


def _expanded(study: Study, keys: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(member for key in keys for member in _members(study, key)))


def _members(study: Study, key: str) -> list[str]:
    """Give the accounts or persons that an id names."""
    for frame, entity, member in _entities(study):
        if key in set(frame[member].dropna()):
            return [key]
        found = sorted(frame.loc[frame[entity] == key, member])
        if found:
            return found
    raise InputError(
        f"{key!r} is in none of study.meetings, study.meeting_mentions, study.actors and study.people; give an id of"
        " this study."
    )


def _homes(study: Study, members: Sequence[str]) -> list[str]:
    homes = [frame.loc[frame[member].isin(members), entity] for frame, entity, member in _entities(study)]
    return list(dict.fromkeys(str(key) for found in homes for key in found.dropna()))


def _entities(study: Study) -> list[tuple[pd.DataFrame, str, str]]:
    return [(study.meeting_mentions, "meeting_id", "mention_id"), (study.people, "actor_id", "person_id")]


def _listed(given: str | Sequence[str] | None) -> list[str]:
    if given is None:
        return []
    return [given] if isinstance(given, str) else list(given)
