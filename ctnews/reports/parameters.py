"""Reads what parameters a notebook declares, and checks given ones before any kernel starts.

A notebook declares them once, in its cell tagged `parameters`, by plain assignments. The comment behind one
says of what kind it is: `countries = None  # countries: ISO codes or names`. Else the default's type decides.
"""

from __future__ import annotations

import ast
import difflib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ctnews.errors import InputError, ReportError
from ctnews.reports.kinds import KINDS, Known, convert

_OF_TYPE = {bool: "flag", int: "number", float: "number", str: "text", list: "list"}


class ParameterError(ReportError, InputError):
    """A report's parameters cannot be used; the text names every fault."""


@dataclass(frozen=True)
class Parameter:
    """One parameter of a report: its name, default, kind and what the notebook says of it."""

    name: str
    default: Any
    kind: str
    help: str


def declared_parameters(notebook: Path) -> tuple[Parameter, ...]:
    """Give the parameters a notebook declares; raises `ReportError` where they are no plain assignments."""
    source = _parameters_cell(notebook)
    comments = _comments(source)
    return tuple(_parameter(node, comments.get(node.lineno, ""), notebook) for node in _parsed(source, notebook).body)


def check_parameters(notebook: Path, given: Mapping[str, Any]) -> dict[str, Any]:
    """Give the parameters as plain values to inject; raises one `ParameterError` that names every fault."""
    values, faults = with_faults(notebook, given)
    if faults:
        raise ParameterError(told({notebook.stem: faults}, 1))
    return values


def with_faults(notebook: Path, given: Mapping[str, Any]) -> tuple[dict[str, Any], list[str]]:
    """Give the parameters as plain values to inject, and what is wrong with those that cannot be."""
    declared = {parameter.name: parameter for parameter in declared_parameters(notebook)}
    faults = [_unknown(name, declared) for name in given if name not in declared]
    if "study" in declared:
        given = {"study": declared["study"].default} | dict(given)
    known, values = Known.of(given.get("study")), {}
    for name, value in given.items():
        if name in declared:
            try:
                values[name] = convert(declared[name].kind, value, known)
            except ValueError as error:
                faults.append(f"{name}: {error}")
    return values, faults + _order(values)


def told(faults: Mapping[str, Sequence[str]], reports: int) -> str:
    """Word the faults of several reports in one message; one that many share is told once."""
    shared: dict[str, list[str]] = {}
    for name, lines in faults.items():
        for line in lines:
            shared.setdefault(line, []).append(name)
    lines = [line if len(names) == reports > 1 else f"{line} ({_of(names)})" for line, names in shared.items()]
    if reports == 1:
        return f"The parameters of report {next(iter(faults))!r} cannot be used:\n" + _bullets(shared)
    return "The parameters cannot be used:\n" + _bullets(lines)


def _parameters_cell(notebook: Path) -> str:
    try:
        cells = json.loads(notebook.read_text("utf-8"))["cells"]
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise ReportError(f"{notebook} cannot be read as a notebook: {error}.") from error
    for cell in cells:
        if "parameters" in cell.get("metadata", {}).get("tags", []):
            return "".join(cell["source"])
    return ""


def _parsed(source: str, notebook: Path) -> ast.Module:
    try:
        return ast.parse(source)
    except SyntaxError as error:
        raise ReportError(f"The parameters cell of {notebook} is not Python: {error}.") from error


def _parameter(node: ast.stmt, comment: str, notebook: Path) -> Parameter:
    """Read one assignment of a plain value; one that computes would not see the value injected below it."""
    try:
        match node:
            case ast.Assign(targets=[ast.Name(id=name)], value=value):
                default = ast.literal_eval(value)
            case ast.AnnAssign(target=ast.Name(id=name), value=ast.expr() as value):
                default = ast.literal_eval(value)
            case _:
                raise ValueError
    except ValueError as error:
        raise ReportError(
            f"Line {node.lineno} of the parameters cell of {notebook} is no plain assignment such as"
            " `name = 1`; move what is computed to a later cell."
        ) from error
    word, _, rest = comment.partition(":")
    if word.strip() in KINDS:
        return Parameter(name, default, word.strip(), rest.strip())
    return Parameter(name, default, _OF_TYPE.get(type(default), "any"), comment)


def _comments(source: str) -> dict[int, str]:
    """Give each line's comment; the tokenizer knows a `#` within a string from one that begins a comment."""
    import io
    import tokenize

    tokens = tokenize.generate_tokens(io.StringIO(source).readline)
    return {t.start[0]: t.string.lstrip("# ").strip() for t in tokens if t.type == tokenize.COMMENT}


def _unknown(name: str, declared: Iterable[str]) -> str:
    near = difflib.get_close_matches(name, list(declared), n=1)
    hint = f"did you mean {near[0]!r}?" if near else f"there are: {', '.join(declared) or 'none'}."
    return f"{name}: the report has no such parameter; {hint}"


def _order(values: Mapping[str, Any]) -> list[str]:
    first, last = values.get("from_date"), values.get("to_date")
    if first and last and first > last:
        return [f"from_date: {first} is later than to_date, {last}."]
    return []


def _of(names: Sequence[str]) -> str:
    return f"report{'s' if len(names) > 1 else ''} {', '.join(names)}"


def _bullets(lines: Iterable[str]) -> str:
    return "\n".join(f"  - {line}" for line in lines)
