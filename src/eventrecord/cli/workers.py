"""Many inputs, checked in this process or in several, and told of in the same order either way."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, TypeVar

from eventrecord.errors import EventRecordError
from eventrecord.message import say

if TYPE_CHECKING:
    from concurrent.futures import Executor

__all__ = ["processes_for", "results"]

Result = TypeVar("Result")
Task = Callable[[str], Result]
"""What is done with one input. It goes to other processes, and so do its results."""

_WORTH_IT = 100
"""Inputs per process from which on its start pays."""
_AT_A_TIME = 20
"""Inputs that a process is given at a time: enough to keep it busy, few enough to stop soon."""
_MOST = 60
"""Processes that Windows can wait for."""


def processes_for(inputs: int, wished: int = 0) -> int:
    """How many processes check so many inputs: `wished`, or with 0 as many as there are cores and pay."""
    most = min(wished or _cores(), _MOST)
    return max(1, min(most, inputs if wished else inputs // _WORTH_IT))


def results(task: Task[Result], inputs: Sequence[str], processes: int) -> Iterator[Result]:
    """The result of each input, in their order.

    Raises:
        EventRecordError: a process died.
    """
    first, rest = inputs[:1], inputs[1:]
    yield from map(task, first)  # what it had to import and to read, processes that are forked have as well
    if processes == 1 or not rest:
        yield from map(task, rest)
    else:
        yield from _in_processes(task, rest, processes)


def _in_processes(task: Task[Result], inputs: Sequence[str], processes: int) -> Iterator[Result]:
    import signal
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    context = get_context("fork" if sys.platform == "linux" else None)
    before = signal.signal(signal.SIGINT, _stop)  # an exception may be swallowed in a callback of the pool
    executor = ProcessPoolExecutor(processes, context, _start)
    try:
        yield from _all(executor, task, inputs)
    finally:
        executor.shutdown(cancel_futures=True)
        signal.signal(signal.SIGINT, before)


def _all(executor: Executor, task: Task[Result], inputs: Sequence[str]) -> Iterator[Result]:
    from concurrent.futures import BrokenExecutor

    done = 0
    try:
        for result in executor.map(task, inputs, chunksize=_AT_A_TIME):
            yield result
            done += 1
    except BrokenExecutor:
        raise EventRecordError(
            say("a process died while checking {path} or one after it; try --jobs 1", path=inputs[done])
        ) from None


def _stop(*_: object) -> None:
    """Ctrl-C: nothing has been printed yet, and nothing is to be cleared away but the processes."""
    from multiprocessing import active_children

    for child in active_children():
        child.kill()
    os._exit(130)


def _start() -> None:
    """Leave Ctrl-C to the first process, and end when that one does, in whatever way."""
    import signal
    from threading import Thread

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_outlive_nobody, daemon=True).start()


def _outlive_nobody() -> None:
    from multiprocessing import parent_process

    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _cores() -> int:
    """Cores that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
