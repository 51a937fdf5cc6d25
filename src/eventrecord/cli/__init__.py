"""The `eventrecord` command: parses what was typed, runs one command, turns what went wrong into one line.

A command's module is imported only when that command runs, so that `--help` starts fast.
"""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence
from types import ModuleType
from typing import NoReturn

from eventrecord.cli.arguments import parse
from eventrecord.cli.speech import choose, spoken
from eventrecord.errors import EventRecordError
from eventrecord.message import Named, say

__all__ = ["command", "main"]

FOUND_NOTHING, FOUND, FAILED = 0, 1, 2
INTERRUPTED, PIPE_CLOSED = 130, 141
OBJECTS = 500_000
"""New objects after which cycles are looked for: records hold none, so a process of our own can wait."""


def command() -> NoReturn:
    """Run the command as a process of its own, and end that at once.

    To clear everything away, as the interpreter does in the end, takes a twelfth of a short run.
    """
    try:
        code = main()
    except SystemExit as stop:
        code = int(stop.code or 0)
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except OSError:
        code = PIPE_CLOSED
    os._exit(code)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; returns its exit code.

    0: nothing found; 1: findings at the failing severity; 2: bad usage, unreadable input, or a bug here.
    """
    if arguments is not None:
        return _run_safely(list(arguments))
    gc.set_threshold(OBJECTS)
    _without_plugins()
    try:
        return _run_safely(sys.argv[1:])
    finally:
        gc.freeze()  # or the interpreter looks for cycles once more before it ends: a tenth of a short run


def _run_safely(typed: list[str]) -> int:
    _use_utf8()
    choose(typed)
    try:
        return _run(typed)
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        _discard_output()
        return PIPE_CLOSED
    except EventRecordError as error:
        return _failed(error.args[0])
    except OSError as error:
        reason = Named(error.strerror or error)
        return _failed(
            say("{file}: {reason}", file=error.filename, reason=reason) if error.filename else reason
        )
    except Exception as error:
        if "--traceback" in typed:
            raise
        told = f"{type(error).__name__}: {error}"
        return _failed(
            say(
                "this is a fault of eventrecord, not of your record ({told}); please report it "
                "with what the same command prints when you add --traceback",
                told=told,
            )
        )


def _run(typed: Sequence[str]) -> int:
    try:
        parsed = parse(typed)
        code: int = parsed.run(parsed)
        return code
    finally:
        sys.stdout.flush()


def _failed(message: str) -> int:
    from eventrecord.report.excerpt import visible

    print(f"eventrecord: {visible(spoken().tell(message))}", file=sys.stderr)
    return FAILED


def _without_plugins() -> None:
    """Keep pydantic from looking through all installed packages for plugins, which may change results.

    The variable is its documented switch; what would look for them is loaded before that is heeded, though,
    and takes a fifteenth of a short run.
    """
    os.environ["PYDANTIC_DISABLE_PLUGINS"] = "__all__"
    name = "pydantic.plugin._loader"
    if name not in sys.modules:
        sys.modules[name] = loader = ModuleType(name)
        loader.__dict__["get_plugins"] = tuple


def _use_utf8() -> None:
    """Chinese comes out whatever the code page of the terminal or the locale of the machine."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _discard_output() -> None:
    """Whoever read the output has gone: let the interpreter's last flush find no closed pipe."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
