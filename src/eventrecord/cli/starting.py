"""`init`: a record to fill in, the schema for its editor, settings, a check for CI. Overwrites nothing."""

from __future__ import annotations

import argparse
import re
from importlib import metadata, resources
from pathlib import Path

from eventrecord.cli.speech import spoken
from eventrecord.cli.terminal import show, tell
from eventrecord.errors import EventRecordError
from eventrecord.message import say

__all__ = ["add_arguments", "run"]

_EXAMPLE = "my-event"
_STARTERS = {"en": "en", "zh-Hans": "zh"}
"""Folder of the starters in the language of the run, which is that of their comments."""


def add_arguments(parser: argparse.ArgumentParser, command: str) -> None:
    """Declare the arguments of `init`."""
    parser.add_argument(
        "folder", metavar="DIR", nargs="?", type=Path, default=Path(), help=say("where to (default: here)")
    )


def run(arguments: argparse.Namespace) -> int:
    """Write what is not there yet; name each file on standard output."""
    from eventrecord.schema import SCHEMA_FILE, schema_text, tongues_for

    folder: Path = arguments.folder
    if folder.exists() and not folder.is_dir():
        raise EventRecordError(say("{path}: is a file; init wants a folder", path=folder))
    name, language = _record_id(folder), _STARTERS[spoken().tag]
    record = folder / f"{name}.yaml"
    _offer(record, _starter(language, "record.yaml").replace(_EXAMPLE, name))
    _offer(folder / SCHEMA_FILE, schema_text(tongues_for(spoken())))
    _offer(folder / "eventrecord.toml", _starter(language, "eventrecord.toml"))
    workflow = _starter(language, "workflow.yml").replace("VERSION", metadata.version("eventrecord"))
    _offer(_repository(folder) / ".github" / "workflows" / "eventrecord.yml", workflow)
    shown = f'"{record}"' if " " in str(record) else str(record)
    tell(say("next: edit {record}, then: eventrecord validate {shown}", record=record, shown=shown))
    return 0


def _record_id(folder: Path) -> str:
    """The folder's name as an id; that of the example where the folder's has no Latin letters."""
    words = re.findall(r"[a-z0-9]+", folder.resolve().name.lower())
    return "-".join(words)[:80].strip("-") or _EXAMPLE


def _repository(folder: Path) -> Path:
    """The root of the git repository that `folder` is in, where CI looks for its files; else `folder`."""
    around = folder.resolve()
    return next((above for above in (around, *around.parents) if (above / ".git").exists()), folder)


def _starter(language: str, name: str) -> str:
    return resources.files("eventrecord").joinpath("starter", language, name).read_text(encoding="utf-8")


def _offer(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except FileExistsError:
        show(say("kept {path}: it was there already", path=path))
    else:
        show(say("wrote {path}", path=path))
