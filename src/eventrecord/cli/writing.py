"""Publishing into a folder so that a reader, or a crash, never meets half an edition."""

from __future__ import annotations

import os
import stat
import time
from collections.abc import Mapping
from pathlib import Path

__all__ = ["differing", "write_all"]

_PART = ".eventrecord-part"
_HOUR = 3600


def differing(folder: Path, files: Mapping[str, bytes]) -> list[str]:
    """Names of `files` that are missing in `folder` or differ there, in their order."""
    return [name for name, data in files.items() if not _holds(folder / name, data)]


def write_all(folder: Path, files: Mapping[str, bytes]) -> list[str]:
    """Write `files` into `folder`; returns the names of those that were missing or differed.

    All are first written in full beside their places and reach the disk; only then each takes its place, in
    one step, with the permissions of the file that was there. Whatever stops this leaves every edition
    whole: the earlier one or the new one. What was left lying by a stopped run is removed; another run at the
    same time is not disturbed.
    """
    folder.mkdir(parents=True, exist_ok=True)
    for leftover in folder.glob(f".*{_PART}"):
        if not _is_live(leftover):
            leftover.unlink(missing_ok=True)
    names = differing(folder, files)
    parts = {name: folder / f".{name}.{os.getpid()}{_PART}" for name in names}
    try:
        for name, part in parts.items():
            _write(part, files[name])
            _permit(part, folder / name)
        for name, part in parts.items():
            part.replace(folder / name)
    finally:
        for part in parts.values():
            part.unlink(missing_ok=True)
    _flush_folder(folder)
    return names


def _is_live(part: Path) -> bool:
    """Whether the run that writes a part still goes on; where that cannot be asked, for an hour."""
    run = part.name.removesuffix(_PART).rpartition(".")[2]
    if os.name != "posix" or not run.isdecimal():
        return time.time() - part.stat().st_mtime < _HOUR
    try:
        os.kill(int(run), 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return int(run) != os.getpid()


def _holds(path: Path, data: bytes) -> bool:
    try:
        return path.stat().st_size == len(data) and path.read_bytes() == data
    except FileNotFoundError:
        return False


def _write(path: Path, data: bytes) -> None:
    with path.open("xb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _permit(part: Path, place: Path) -> None:
    """Who may read and write a file that is already there, may do so afterwards."""
    if place.exists():
        part.chmod(stat.S_IMODE(place.stat().st_mode))


def _flush_folder(folder: Path) -> None:
    """Names reach the disk with their folder; Windows has no such call and needs none."""
    if os.name == "posix":
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
