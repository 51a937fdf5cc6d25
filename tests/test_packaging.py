"""What goes into the wheel."""

from __future__ import annotations

import tomllib
from pathlib import Path

ROOT = Path(__file__).parent.parent


def test_every_package_is_installed() -> None:
    """A package that pyproject.toml does not list works from the source tree alone."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["setuptools"]
    src = ROOT / "src"
    found = {".".join(file.parent.relative_to(src).parts) for file in src.rglob("__init__.py")}
    assert set(settings["packages"]) - set(settings["package-dir"]) == found
