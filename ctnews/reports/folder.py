"""A folder of reports: whole runs side by side, of which one is published by one rename.

- `runs/20240701T080000Z/` is a whole run: pages, findings, index and manifest;
- `latest` leads to the run that is published, and is put in place of the earlier one by a single rename;
- `index.html`, `cadence.html`, ... lead through `latest`, so that addresses last;
- `.run-*` holds work under way; what a killed run leaves there is removed by the next;
- `.lock` is held while a run is under way, and let go of by the system however the run ends.

Where a file system knows no symbolic links, the files of the run are copied to the folder itself, each whole.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from itertools import count
from pathlib import Path

from ctnews.errors import InputError, ReportError

LATEST, RUNS, WORK, LOCK = "latest", "runs", ".run-", ".lock"
LAST_TO_COPY = ("manifest.json", "index.html")


class ReportFolder:
    """The place of reports; `current` is where the published run's files are."""

    def __init__(self, path: Path) -> None:
        self.path = path

    @property
    def current(self) -> Path:
        """The published run, or the folder itself where it holds the files."""
        latest = self.path / LATEST
        return latest if latest.is_dir() else self.path

    @contextmanager
    def held(self) -> Iterator[None]:
        """Keep other runs out; raises `InputError` where no folder can be, `ReportError` where one is at work."""
        from filelock import FileLock, Timeout

        try:
            self.path.mkdir(parents=True, exist_ok=True)
            lock = FileLock(self.path / LOCK)
            with lock.acquire(timeout=0):
                self._clean()
                yield
        except Timeout as error:
            raise ReportError(
                f"Another run is at work in {self.path}; wait until it has ended, or choose another --out."
            ) from error
        except (FileExistsError, NotADirectoryError, PermissionError) as error:
            raise InputError(
                f"The reports cannot be written to {self.path} ({error}); choose another --out."
            ) from error

    @contextmanager
    def work(self) -> Iterator[Path]:
        """Give a hidden folder to work in; it is removed at the end, whatever comes."""
        with tempfile.TemporaryDirectory(dir=self.path, prefix=WORK, ignore_cleanup_errors=True) as made:
            yield Path(made)

    def publish(self, whole: Path) -> Path:
        """Put a finished run in its place and lead all addresses to it by one rename."""
        runs = self.path / RUNS
        runs.mkdir(exist_ok=True)
        run = self._free(runs)
        whole.rename(run)
        names = sorted(file.name for file in run.iterdir())
        try:
            self._lead(names, before=True)
            _link(self.path / LATEST, f"{RUNS}/{run.name}")
            self._lead(names, before=False)
        except (OSError, NotImplementedError):
            self._copy(run, names)
        return run

    def keep(self, number: int) -> None:
        """Remove all but the last runs; the published one is never removed."""
        runs = sorted((run for run in (self.path / RUNS).glob("*") if run.is_dir()), key=lambda run: run.name)
        published = (self.path / LATEST).resolve()
        for run in runs[: max(0, len(runs) - number)]:
            if run.resolve() != published:
                shutil.rmtree(run, ignore_errors=True)

    def _clean(self) -> None:
        """Remove what a killed run left behind."""
        for left in self.path.glob(f"{WORK}*"):
            shutil.rmtree(left, ignore_errors=True)
        for left in self.path.glob("*.part"):
            left.unlink(missing_ok=True)
        for left in self.path.glob(".*.part"):
            left.unlink(missing_ok=True)

    def _lead(self, names: Iterable[str], *, before: bool) -> None:
        """Make lasting addresses: new ones before the rename, for those that are files of an earlier way after it."""
        for name in names:
            address = self.path / name
            if address.is_symlink() or address.exists() is before:
                continue
            _link(address, f"{LATEST}/{name}")
        if not before:
            for address in self.path.iterdir():
                if address.is_symlink() and not address.exists():
                    address.unlink()

    def _copy(self, run: Path, names: Iterable[str]) -> None:
        latest = self.path / LATEST
        if latest.is_symlink():
            latest.unlink()
        for name in sorted(names, key=lambda name: name in LAST_TO_COPY):
            part = self.path / f".{name}.part"
            shutil.copy2(run / name, part)
            part.replace(self.path / name)

    @staticmethod
    def _free(runs: Path) -> Path:
        stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%SZ")
        names = (stamp if number == 1 else f"{stamp}-{number}" for number in count(1))
        return next(runs / name for name in names if not (runs / name).exists())


def take_over(file: str, source: Path, target: Path) -> None:
    """Give a file of an earlier run a place in a new one: the same file where the system can, else a copy."""
    old, new = (source / file).resolve(), target / file
    try:
        os.link(old, new)
    except OSError:
        shutil.copy2(old, new)


def write_whole(path: Path, text: str) -> None:
    """Write a file so that a reader sees the old one or the new one, never a part."""
    part = path.with_name(f".{path.name}.part")
    try:
        part.write_text(text, encoding="utf-8")
        part.replace(path)
    except OSError:
        with suppress(OSError):
            part.unlink(missing_ok=True)
        raise


def _link(address: Path, to: str) -> None:
    part = address.with_name(f".{address.name}.part")
    part.unlink(missing_ok=True)
    part.symlink_to(to)
    part.replace(address)
