"""Runs a stage over parts of its input: here, in several processes, or on a cluster; the results come in order."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import BrokenExecutor, Executor, Future, ProcessPoolExecutor
from contextlib import contextmanager
from importlib import import_module
from typing import Any, TypeVar

import pandas as pd

from ctnews.errors import InputError, RunError

Result = TypeVar("Result")

CHUNK = 64  # rows that one worker takes at a time; the same however many work, so that the results are
AHEAD = 4  # parts handed out for each worker before the first of them is back
WORTH = 256  # rows for each process below which starting it costs more than it gains


@contextmanager
def executing(
    jobs: int | None = 1, *, cluster: str | None = None, rows: int | None = None
) -> Iterator[Executor | None]:
    """Give what runs the parts: None for this process, a pool of `jobs` processes, or the workers of a Dask cluster.

    `jobs` None means as many as there are cores; where `rows` are too few for them to be worth it, fewer are started.
    `cluster` is the address of a scheduler ("tcp://..."). Raises `InputError` where there is none.

    >>> with executing(jobs=1) as executor:
    ...     list(in_order(len, [("Ankara",), ("Manado",)], executor))
    [6, 6]
    """
    if cluster is not None:
        with _dask(cluster) as workers:
            yield workers
        return
    count = min(jobs or cores(), cores() if rows is None else rows // WORTH)
    if count < 2:
        yield None
        return
    with ProcessPoolExecutor(count) as pool:
        yield pool


def cores() -> int:
    """Give how many cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def chunks(frame: pd.DataFrame) -> Iterator[pd.DataFrame]:
    """Give a frame in parts of `CHUNK` rows."""
    for start in range(0, len(frame), CHUNK):
        yield frame.iloc[start : start + CHUNK]


def in_order(
    stage: Callable[..., Result], parts: Iterable[tuple[Any, ...]], executor: Executor | None
) -> Iterator[Result]:
    """Give what the stage gives for the arguments of each part, in the order of the parts.

    Only a few parts are under way at a time, so that memory stays flat. Raises `RunError` where a worker dies.
    """
    if executor is None:
        yield from (stage(*part) for part in parts)
        return
    under_way: deque[Future[Result]] = deque()
    try:
        for part in parts:
            under_way.append(executor.submit(stage, *part))
            if len(under_way) >= AHEAD * _workers(executor):
                yield _result(under_way.popleft())
        while under_way:
            yield _result(under_way.popleft())
    finally:
        for future in under_way:
            future.cancel()


def _workers(executor: Executor) -> int:
    return int(getattr(executor, "_max_workers", 0) or cores())


def _result(future: Future[Result]) -> Result:
    try:
        return future.result()
    except BrokenExecutor as error:
        raise RunError(
            "A worker process died, most often for want of memory; run it again with fewer jobs (--jobs 1)."
        ) from error


@contextmanager
def _dask(address: str) -> Iterator[Executor]:
    try:
        distributed: Any = import_module("distributed")
    except ImportError as error:
        raise InputError("A cluster needs another library: pip install 'ctnews[cluster]'.") from error
    try:
        client = distributed.Client(address, timeout="20s", set_as_default=False)
    except (OSError, TimeoutError, ValueError) as error:
        raise InputError(f"There is no cluster at {address} ({error}); start one, or leave --cluster out.") from error
    with client:
        yield client.get_executor(pure=False)
