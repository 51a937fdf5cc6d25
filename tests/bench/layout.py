"""The package laid out as an installed wheel has it, in an environment where nothing else runs at start.

The import hook of an editable install makes the bare interpreter start two or three times slower, and so
would flatter every ratio to it.
"""

from __future__ import annotations

import compileall
import os
import shutil
import sysconfig
import tomllib
import venv
from pathlib import Path

__all__ = ["ROOT", "Layout", "lay_out"]

ROOT = Path(__file__).parents[2]


class Layout:
    """How to start Python, and the command, from an installed package."""

    def __init__(self, folder: Path) -> None:
        scripts = "Scripts" if os.name == "nt" else "bin"
        self._python = str(folder / "venv" / scripts / "python")
        dependencies = sysconfig.get_path("purelib")
        self.environment = {
            **os.environ,
            "PYTHONPATH": os.pathsep.join([str(folder / "site"), dependencies]),
        }

    def command(self, *arguments: str) -> tuple[str, ...]:
        """The command line of `eventrecord` with `arguments`."""
        return (*self.python("from eventrecord.cli import command; command()"), *arguments)

    def module(self, name: str, *arguments: str) -> tuple[str, ...]:
        """The command line of another package's command, in the same environment."""
        return (self._python, "-m", name, *arguments)

    def python(self, code: str) -> tuple[str, ...]:
        """The command line of Python running `code`."""
        return (self._python, "-c", code)


def lay_out(folder: Path) -> Layout:
    """Copy the package's parts from where `pyproject.toml` says they are to where a wheel has them."""
    venv.create(folder / "venv", with_pip=False)
    homes = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["setuptools"]["package-dir"]
    for package, home in sorted(homes.items()):
        source = ROOT / home if package else ROOT / home / "eventrecord"
        target = folder / "site" / (package or "eventrecord").replace(".", "/")
        shutil.copytree(source, target, dirs_exist_ok=True)
    compileall.compile_dir(folder / "site", quiet=1)
    return Layout(folder)
