"""Files: walking folders, opening what is a file and nothing else."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from ctnews.errors import InputError
from ctnews.reading.rejected import NotTaken, Rejected, told
from ctnews.reading.streams import watched

_STUDY = ("manifest.json", "articles.parquet")
_NEVER_WAIT = getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOCTTY", 0) | getattr(os, "O_BINARY", 0)
_Folder = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Source:
    """A file to read and its name relative to the input."""

    path: Path
    name: str

    @property
    def size(self) -> int:
        """Its size in bytes, 0 where it cannot be told."""
        try:
            return self.path.stat().st_size
        except OSError:
            return 0


def walk(paths: Iterable[Path]) -> Iterator[Source | Rejected]:
    """Give the files under the paths in sorted order, and a reject for what is neither file nor folder.

    Hidden files and folders are skipped; links to folders are followed, each folder once. A folder that holds a
    study is not walked. Raises `InputError` where a path does not exist.
    """
    for path in paths:
        kind = _kind(path)
        if kind == "folder":
            yield from _inside(path, "", set())
        else:
            yield Source(path, path.name) if kind == "file" else _no_file(path.name)


def _kind(path: Path) -> str:
    try:
        mode = path.stat().st_mode
    except (OSError, ValueError) as error:
        raise InputError(f"There is no file or folder {str(path)!r} ({told(error)}); give one that exists.") from error
    return "folder" if stat.S_ISDIR(mode) else "file" if stat.S_ISREG(mode) else "other"


def _inside(folder: Path, name: str, walked: set[_Folder]) -> Iterator[Source | Rejected]:
    try:
        own = folder.stat()
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError as error:
        yield Rejected(name or folder.name, "unreadable", f"The folder cannot be listed: {told(error)}.")
        return
    if (own.st_dev, own.st_ino) in walked:
        yield Rejected(name, "same_folder", "It is a link to a folder that is read already.")
        return
    walked.add((own.st_dev, own.st_ino))
    if {entry.name for entry in entries} >= set(_STUDY):
        yield Rejected(name or folder.name, "study", "The folder is a study that ctnews built, not articles.")
        return
    for entry in entries:
        if not entry.name.startswith("."):
            yield from _entry(entry, f"{name}/{entry.name}" if name else entry.name, walked)


def _entry(entry: os.DirEntry[str], name: str, walked: set[_Folder]) -> Iterator[Source | Rejected]:
    path = Path(entry.path)
    try:
        mode = entry.stat().st_mode
    except OSError:  # a link that leads nowhere: opening it tells why
        yield Source(path, name)
        return
    if stat.S_ISDIR(mode):
        yield from _inside(path, name, walked)
    else:
        yield Source(path, name) if stat.S_ISREG(mode) else _no_file(name)


def _no_file(name: str) -> Rejected:
    return Rejected(name, "no_file", "It is a pipe, socket or device, not a file; save what it gives as a file.")


@contextmanager
def opened(source: Source, seen: Callable[[int], None]) -> Iterator[BinaryIO]:
    """Open a file for reading and tell `seen` how many bytes are read; raises `NotTaken`, and never waits."""
    try:
        if not stat.S_ISREG(source.path.stat().st_mode):
            raise NotTaken("no_file", _no_file(source.name).detail)
        raw = open(source.path, "rb", buffering=0, opener=_open)  # noqa: SIM115 - closed below
    except FileNotFoundError as error:
        raise NotTaken("vanished", "The file was there when the folder was listed and is gone now.") from error
    except PermissionError as error:
        raise NotTaken("unreadable", "You may not read the file; change its permissions.") from error
    except OSError as error:
        raise NotTaken("unreadable", f"The file cannot be read: {told(error)}.") from error
    with raw:
        if not stat.S_ISREG(os.fstat(raw.fileno()).st_mode):
            raise NotTaken("no_file", _no_file(source.name).detail)
        yield watched(raw, seen, seekable=True)


def _open(path: str, flags: int) -> int:
    """Open without waiting, should the file have become a pipe since it was looked at."""
    return os.open(path, flags | _NEVER_WAIT)
