"""The public names: sorted, documented, and nothing heavy loaded before it is used."""

from __future__ import annotations

import subprocess
import sys

import eventrecord

HEAVY = {"pydantic", "babel", "opencc", "icalendar", "yaml", "yaml_rs", "rich"}


def test_public_names_exist_and_are_documented() -> None:
    """Each name of `__all__` can be used and says what it is."""
    for name in eventrecord.__all__:
        value = getattr(eventrecord, name)
        assert value.__doc__, name
    assert set(eventrecord.__all__) <= set(dir(eventrecord))


def test_importing_the_package_loads_nothing_heavy() -> None:
    """`import eventrecord` costs next to nothing: libraries are loaded when first needed."""
    code = "import eventrecord, sys; print(*sorted(sys.modules))"
    loaded = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, encoding="utf-8"
    ).stdout.split()
    assert HEAVY.isdisjoint(loaded)
