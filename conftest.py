"""Runs the blocks of README and of the pages in `docs/`, so that none of them tells what is no longer so.

The blocks of a page run in order, in a scratch folder that is the page's own and holds a copy of `seeds/`:

- `yaml` with `format: eventrecord/1` is a whole record, saved as `<id>.yaml` (in the folder `<id>`, if there
  is one); it must be without errors.
- `yaml` whose keys are those of records takes the place of these parts in the page's record, or is added to
  it, as the tutorial tells its reader to do; again without errors, but in `yaml mistake` there must be one.
- other `yaml` must be readable; `toml` too, and as settings it must be accepted.
- `console`: what stands after `$` is run; lines that follow are its output, where `...` is any part of it.
- `python` is run.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
import tomllib
from doctest import ELLIPSIS, OutputChecker
from pathlib import Path
from typing import Any

import yaml
from sybil import Example, Sybil
from sybil.parsers.markdown import CodeBlockParser, PythonCodeBlockParser

from eventrecord import Settings, Severity, validate
from eventrecord.model.record import Record
from eventrecord.rules.selection import unusable_in
from eventrecord.story.office import check_office

ROOT = Path(__file__).parent
_PART = re.compile(r"^(?=[a-z_]+:)", re.MULTILINE)
_COMMAND = re.compile(r"^\$ (.+)\n((?:(?!\$ ).*\n)*)", re.MULTILINE)


def set_up(namespace: dict[str, Any]) -> None:
    """Enter a scratch folder, with the command at hand."""
    namespace["_home"], namespace["_path"] = Path.cwd(), os.environ["PATH"]
    namespace["_scratch"] = tempfile.TemporaryDirectory()
    shutil.copytree(ROOT / "seeds", Path(namespace["_scratch"].name, "seeds"))
    os.chdir(namespace["_scratch"].name)
    os.environ["PATH"] = os.pathsep.join([str(Path(sys.executable).parent), namespace["_path"]])


def tear_down(namespace: dict[str, Any]) -> None:
    """Leave it."""
    os.environ["PATH"] = namespace["_path"]
    os.chdir(namespace["_home"])
    namespace["_scratch"].cleanup()


def read_yaml(example: Example) -> str | None:
    """A record, parts of one, or any other YAML."""
    return _read_yaml(example, mistaken=False)


def read_mistake(example: Example) -> str | None:
    """A record, or parts of one, with an error that the page goes on to explain."""
    return _read_yaml(example, mistaken=True)


def _read_yaml(example: Example, *, mistaken: bool) -> str | None:
    keys = _keys(example.parsed) if mistaken else yaml.safe_load(example.parsed)
    if not isinstance(keys, dict) or not keys.keys() <= Record.model_fields.keys():
        return None
    parts = _parts(example.parsed)
    if "format" in keys:
        folder = Path(keys["id"])
        example.namespace["_record"] = Path(folder if folder.is_dir() else "", f"{keys['id']}.yaml")
    else:
        parts = _parts(example.namespace["_record"].read_text(encoding="utf-8")) | parts
    file: Path = example.namespace["_record"]
    file.write_text("".join(parts.values()), encoding="utf-8")
    errors = [found for found in validate(file) if found.severity is Severity.ERROR]
    if mistaken:
        return None if errors else "no error was found"
    return "\n".join(f"{found.rule}: {found.message}" for found in errors) or None


def _keys(text: str) -> dict[str, str]:
    """Top-level keys and what stands behind them, of a text that perhaps is no YAML."""
    return dict(re.findall(r"^([a-z_]+): *([^ \n]*)", text, re.MULTILINE))


def _parts(text: str) -> dict[str, str]:
    """The text of each top-level key, by the key; what stands before the first under an empty one."""
    return {part.partition(":")[0] if part[0].islower() else "": part for part in _PART.split(text) if part}


def read_toml(example: Example) -> None:
    """Settings that the office may have, or any other TOML."""
    table = tomllib.loads(example.parsed)
    if {key.replace("-", "_") for key in table} <= Settings.model_fields.keys():
        settings = Settings.model_validate(table)
        if (unknown := unusable_in(settings)) is not None:
            raise unknown[1]
        if settings.styles:
            check_office(settings)


def run_console(example: Example) -> str | None:
    """Each command ends well, or finds what is shown below it."""
    checker = OutputChecker()
    for command, shown in _COMMAND.findall(example.parsed):
        done = subprocess.run(
            command,
            shell=True,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            env={**os.environ, "PYTHONUNBUFFERED": "1"},  # both outputs in the order of a terminal
            check=False,
        )
        said = done.stdout.replace("\N{NO-BREAK SPACE}", " ")
        if done.returncode > bool(shown) or (shown and not checker.check_output(shown, said, ELLIPSIS)):
            return f"$ {command} ended with {done.returncode} and said:\n{said}"
    return None


pytest_collect_file = Sybil(
    parsers=[
        CodeBlockParser("yaml", read_yaml),
        CodeBlockParser("yaml mistake", read_mistake),
        CodeBlockParser("toml", read_toml),
        CodeBlockParser("console", run_console),
        PythonCodeBlockParser(doctest_optionflags=ELLIPSIS),
    ],
    patterns=["README.md", "README.zh-CN.md", "docs/*.md", "docs/how-to/*.md", "docs/formats/*.md"],
    excludes=["docs/rules/*", "tests/*/README.md"],
    setup=set_up,
    teardown=tear_down,
).pytest()
