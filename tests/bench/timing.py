"""Timing side by side: every round runs all that is compared, so that a busy machine slows all alike."""

from __future__ import annotations

import gc
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from statistics import median
from time import perf_counter, process_time

_STARTER = """
import subprocess, sys, resource
subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True)
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
"""

__all__ = ["best", "best_cpu", "medians", "resident", "table"]


def best(tasks: Mapping[str, Callable[[], object]], rounds: int) -> dict[str, float]:
    """Seconds of the fastest of `rounds` runs of each task, in this process, without garbage collection."""
    return _best(tasks, rounds, perf_counter)


def best_cpu(tasks: Mapping[str, Callable[[], object]], rounds: int) -> dict[str, float]:
    """The same in seconds of this process's own work, on a machine that is busy otherwise."""
    return _best(tasks, rounds, process_time)


def _best(
    tasks: Mapping[str, Callable[[], object]], rounds: int, clock: Callable[[], float]
) -> dict[str, float]:
    found = dict.fromkeys(tasks, float("inf"))
    gc.disable()
    for _ in range(rounds):
        for name, task in tasks.items():
            gc.collect()
            start = clock()
            task()
            found[name] = min(found[name], clock() - start)
    gc.enable()
    return found


def medians(
    commands: Mapping[str, Sequence[str]], rounds: int, environment: Mapping[str, str] | None = None
) -> dict[str, float]:
    """Median seconds of `rounds` runs of each command, a process of its own every time.

    Raises:
        RuntimeError: a command fails, so that its time says nothing.
    """
    seconds: dict[str, list[float]] = {name: [] for name in commands}
    for _ in range(rounds):
        for name, command in commands.items():
            start = perf_counter()
            done = subprocess.run(command, capture_output=True, check=False, env=environment)
            seconds[name].append(perf_counter() - start)
            if done.returncode:
                said = (done.stdout + done.stderr).decode("utf-8", "replace").strip()
                raise RuntimeError(f"{' '.join(command)[:100]}: exit {done.returncode}: {said[-500:]}")
    return {name: median(values) for name, values in seconds.items()}


def resident(command: Sequence[str], environment: Mapping[str, str]) -> float:
    """Megabytes that a process has in memory at most; where the system counts them.

    A small process starts it: one that is forked from this one would be counted with what this one has.
    """
    starter = [sys.executable, "-S", "-c", _STARTER, *command]
    done = subprocess.run(starter, capture_output=True, check=True, env=environment)
    return int(done.stdout) / (1_000_000 if sys.platform == "darwin" else 1000)


def table(title: str, rows: Mapping[str, float], unit: str, aims: Mapping[str, str]) -> str:
    """Rows of seconds as multiples of the row `unit`, with what is aimed at."""
    lines = [title]
    for name, value in rows.items():
        aim = f"   aim {aims[name]}" if name in aims else ""
        lines.append(f"  {name:44}{value * 1000:10.1f} ms{value / rows[unit]:9.2f} x{aim}")
    return "\n".join(lines)
