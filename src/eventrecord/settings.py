"""The office's own settings, from `eventrecord.toml` or `[tool.eventrecord]` in `pyproject.toml`."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, StringConstraints, ValidationError

from eventrecord.errors import SettingsError
from eventrecord.message import Named, joined, say
from eventrecord.model.base import Id
from eventrecord.model.docstring import docstrings
from eventrecord.model.text import Tag

__all__ = ["Settings", "find_settings"]

_FILE, _PROJECT = "eventrecord.toml", "pyproject.toml"


class Settings(BaseModel):
    """What an office decides for all its records; every setting has a default."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    base: Annotated[str, StringConstraints(pattern=r"^https?://[^\s<>\"#?]+/$", max_length=500)] = (
        "https://eventrecord.invalid/"
    )
    """Base address of everything named in JSON-LD: http or https, with a slash at the end."""
    uid_domain: Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+([.-][a-z0-9]+)*$", max_length=253)] = (
        "eventrecord.invalid"
    )
    """Domain name that makes the UIDs of calendar entries the office's own."""
    style: dict[Tag, Id] = {}
    """House style per language, where it is not the locale's own."""
    terms: Path | None = None
    """Folder of the office's own terms, CSV files; a relative one is beside the settings file."""
    converter: Literal["opencc-python-reimplemented", "opencc-pyo3"] = "opencc-python-reimplemented"
    """What converts between Chinese scripts: opencc-python-reimplemented, or opencc-pyo3 (extra `fast`)."""
    severity: dict[str, Literal["error", "warning", "info", "off"]] = {}
    """How grave findings of a rule are here: error, warning, info, or off."""


def find_settings(start: Path) -> Settings:
    """Read the nearest settings at or above `start`, a file or folder; the defaults where there are none.

    In one folder `eventrecord.toml` goes before `pyproject.toml`; settings of two folders are not mixed.

    Raises:
        SettingsError: the file is no TOML, or has an unknown key or an unusable value.
    """
    start = start.absolute()
    for folder in (start, *start.parents):
        own, project = folder / _FILE, folder / _PROJECT
        if own.is_file():
            return _checked(own, _table(own))
        if project.is_file():
            match _table(project):
                case {"tool": {"eventrecord": table}}:
                    return _checked(project, table)
    return Settings()


def _table(file: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(file.read_text(encoding="utf-8-sig"))
    except UnicodeDecodeError:
        raise SettingsError(say("{file}: is not UTF-8: save it as UTF-8", file=file)) from None
    except tomllib.TOMLDecodeError as error:
        raise SettingsError(say("{file}: is no TOML: {error}", file=file, error=error)) from None
    except OSError as error:
        raise SettingsError(
            say("{path}: cannot be read: {reason}", path=file, reason=Named(error.strerror))
        ) from None


def _checked(file: Path, table: Any) -> Settings:
    try:
        settings = Settings.model_validate(table)
    except ValidationError as error:
        told = (_told(problem["type"], problem["loc"], problem) for problem in error.errors())
        problems = joined(told, say("; "))
        raise SettingsError(say("{file}: {problems}", file=file, problems=problems)) from None
    return settings.model_copy(update={"terms": file.parent / settings.terms}) if settings.terms else settings


def _told(sort: str, place: tuple[int | str, ...], problem: Any) -> str:
    key = ".".join(str(part) for part in place if part != "[key]")
    if sort == "extra_forbidden":
        return say(
            "there is no setting {key!r}{suggestion}; known: {names}",
            key=key,
            suggestion=_suggestion(key),
            names=joined(Settings.model_fields, say(", ")),
        )
    if sort == "model_type":
        return say("the settings are no table")
    meaning = docstrings(Settings)[str(place[0])]
    return say(
        "{key} = {value!r} cannot be: {problem} ({meaning})",
        key=key,
        value=problem["input"],
        problem=problem["msg"],
        meaning=meaning,
    )


def _suggestion(key: str) -> str:
    from difflib import get_close_matches

    near = get_close_matches(key, Settings.model_fields, n=1)
    return say("; did you mean {near!r}?", near=near[0]) if near else ""
