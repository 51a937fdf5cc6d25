"""Where language data stands, once installed.

`importlib.resources` would tell as well, and costs every command the import of `tempfile`, `random` and
`shutil`: a twentieth of a short run.
"""

from __future__ import annotations

from functools import cache
from importlib import import_module
from pathlib import Path

__all__ = ["locales_folder"]


@cache
def locales_folder() -> Path:
    """The folder `locales/` of this installation, an editable one included."""
    return Path(import_module("eventrecord.locales").__path__[0])
