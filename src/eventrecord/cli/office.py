"""The office's settings that hold for an input."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from eventrecord.cli.inputs import STANDARD_INPUT
from eventrecord.errors import SettingsError
from eventrecord.message import say

if TYPE_CHECKING:
    from eventrecord.settings import Settings

__all__ = ["settings_for"]


def settings_for(path: str) -> Settings:
    """The settings that hold for an input; for standard input those of the current folder."""
    return _settings_of(Path() if path == STANDARD_INPUT else Path(path).parent)


@cache
def _settings_of(folder: Path) -> Settings:
    from eventrecord.rules.selection import unusable_in
    from eventrecord.settings import find_settings

    settings = find_settings(folder)
    if (unusable := unusable_in(settings)) is not None:
        key, error = unusable
        raise SettingsError(
            say("{file}: {key}: {problem}", file=settings.source, key=key, problem=error.args[0])
        )
    if settings.styles or settings.style_folder or settings.templates:
        from eventrecord.story.office import check_office

        check_office(settings)
    return settings
