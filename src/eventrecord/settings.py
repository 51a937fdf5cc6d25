"""The office's own settings, from `eventrecord.toml` or `[tool.eventrecord]` in `pyproject.toml`."""

from __future__ import annotations

import os
import re
import tomllib
from collections.abc import Sequence
from fnmatch import fnmatchcase
from functools import cached_property
from pathlib import Path
from typing import Annotated, Any, Literal, Self

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    PrivateAttr,
    StringConstraints,
    ValidationError,
    model_validator,
)

from eventrecord.errors import SettingsError
from eventrecord.message import Named, joined, say
from eventrecord.model.base import ID_PATTERN, Id
from eventrecord.model.text import Tag

__all__ = ["Settings", "find_settings"]

LARGEST_TEMPLATE = 20_000
"""Characters that a template, or a file of styles, may have."""

Folder = Annotated[
    str,
    StringConstraints(pattern=r"^[A-Za-z0-9_][A-Za-z0-9_-]*(/[A-Za-z0-9_][A-Za-z0-9_-]*)*$", max_length=200),
]
"""A folder at or below that of the settings file."""

Base = Annotated[str, StringConstraints(pattern=r"^https?://[^\s<>\"#?]+/$", max_length=500)]
"""An address that others begin with: http or https, with a slash at the end."""


def _color(name: str) -> str:
    """One of the colour names that calendars know (RFC 7986, 5.9)."""
    from eventrecord.model.color import COLORS

    if name.lower() not in COLORS:
        raise ValueError(name)
    return name.lower()


_FILE, _PROJECT = "eventrecord.toml", "pyproject.toml"


class Settings(BaseModel):
    """What an office decides for all its records; every setting has a default."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    base: Base = "https://eventrecord.invalid/"
    """Base address of everything named in JSON-LD: http or https, with a slash at the end."""
    uid_domain: Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+([.-][a-z0-9]+)*$", max_length=253)] = (
        "eventrecord.invalid"
    )
    """Domain name that makes the UIDs of calendar entries the office's own."""
    feeds: Base | None = None
    """Address below which the calendars are published, under the names of their files."""
    color: Annotated[str, AfterValidator(_color)] | None = None
    """Colour that calendars are shown in: a name of CSS3, steelblue."""
    style: dict[Tag, Id] = {}
    """House style per language, where it is not the locale's own."""
    terms: Path | None = None
    """Folder of the office's own terms, CSV files; a relative one is beside the settings file."""
    converter: Literal["opencc-python-reimplemented", "opencc-pyo3"] = "opencc-python-reimplemented"
    """What converts between Chinese scripts: opencc-python-reimplemented, or opencc-pyo3 (extra `fast`)."""
    severity: dict[str, Literal["error", "warning", "info", "off"]] = {}
    """How grave findings of a rule are here: error, warning, info, or off."""
    select: list[str] | None = None
    """Rules, or groups of rules, to check instead of the usual ones."""
    extend_select: list[str] = []
    """Rules, or groups of rules, to check besides: the groups `diction` and `editions` are asked for so."""
    ignore: list[str] = []
    """Rules, or groups of rules, to leave out."""
    per_file_ignores: dict[Annotated[str, Field(min_length=1, max_length=500)], list[str]] = {}
    """Rules, or groups, to leave out in some files: by pattern, `archive/**`, from the settings file on."""
    fail_on: Literal["error", "warning"] = "error"
    """Severity from which on `validate` ends with code 1."""
    styles: dict[Id, dict[str, Any]] = {}
    """The office's own house styles by name: what each `extends`, and what it does otherwise."""
    style_folder: Folder | None = None
    """Folder with more of them, a file `<name>.toml` each; beside the settings file."""
    templates: Folder | None = None
    """Folder with the office's own templates, `<tag>.<block or format>.j2`; beside the settings file."""

    _folder: Path = PrivateAttr(default=Path())
    _file: str = PrivateAttr(default=_FILE)

    @model_validator(mode="before")
    @classmethod
    def _as_options_are_spelt(cls, table: Any) -> Any:
        """`fail-on` is `fail_on`: options of the command line have hyphens."""
        if not isinstance(table, dict):
            return table
        return {key.replace("-", "_") if isinstance(key, str) else key: table[key] for key in table}

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Settings) and self._told() == other._told()

    __hash__ = None  # type: ignore[assignment]

    def __copy__(self) -> Self:
        copied = super().__copy__()
        for made in ("own_styles", "own_templates"):  # of what the copy may say otherwise
            copied.__dict__.pop(made, None)
        return copied

    def _told(self) -> tuple[object, ...]:
        """What makes two settings the same: where they stand only if they name folders beside them."""
        beside = self.style_folder or self.templates or self.per_file_ignores
        return self.model_dump(), self._folder if beside else None

    @property
    def source(self) -> str:
        """The file that the settings stand in."""
        return self._file

    def ignored_in(self, file: str) -> list[str]:
        """Rules and groups that are left out in a file; its name is a path, or such as `<stdin>`."""
        if not self.per_file_ignores:
            return []
        path = Path(os.path.normpath(Path(file).absolute()))  # a link goes by its own name
        folder = self._folder.absolute()
        parts = path.relative_to(folder).parts if path.is_relative_to(folder) else path.parts
        return [
            name
            for pattern, names in self.per_file_ignores.items()
            if _fits(parts, _steps(pattern))
            for name in names
        ]

    @cached_property
    def own_styles(self) -> str:
        """The office's own styles as JSON text: name to file, key and table; empty if there are none.

        Raises:
            SettingsError: a file in `style_folder` cannot be read, or a style is there twice.
        """
        own = {
            name: {"file": self._file, "key": f"styles.{name}", "table": table}
            for name, table in self.styles.items()
        }
        for file in _files(self._folder, self.style_folder, ".toml"):
            name = file.name.removesuffix(".toml")
            if not re.fullmatch(ID_PATTERN, name):
                raise SettingsError(
                    say("{file}: a style is named with small letters, digits and hyphens", file=file)
                )
            if name in own:
                raise SettingsError(say("{file}: the settings have a style {name} too", file=file, name=name))
            own[name] = {"file": str(file), "key": "", "table": _table(file)}
        import json

        return json.dumps(own, sort_keys=True, default=str) if own else ""

    @cached_property
    def own_templates(self) -> dict[str, tuple[str, str]]:
        """The office's own templates: name without `.j2` to file and source.

        Raises:
            SettingsError: a file cannot be read, is no UTF-8, or is larger than a template may be.
        """
        files = _files(self._folder, self.templates, ".j2")
        return {file.name.removesuffix(".j2"): (str(file), _source(file)) for file in files}


_ADDRESS = say("an address with http or https, and with a slash at the end")
_RULES = say("a list of rules or groups of rules")
_FOLDER = say("a folder beside the settings file")
_WANTED = {
    "base": _ADDRESS,
    "uid_domain": say("a domain name in small letters"),
    "feeds": _ADDRESS,
    "color": say("the name of a colour in CSS, such as steelblue"),
    "style": say("the name of a house style for each language tag"),
    "terms": say("a folder"),
    "converter": say("opencc-python-reimplemented or opencc-pyo3"),
    "severity": say("error, warning, info or off for each rule"),
    "select": _RULES,
    "extend_select": _RULES,
    "ignore": _RULES,
    "per_file_ignores": say("a list of rules or groups of rules for each pattern of files"),
    "fail_on": say("error or warning"),
    "styles": say("a table for each style"),
    "style_folder": _FOLDER,
    "templates": _FOLDER,
}
"""What a setting wants, in words."""
_PLACE = re.compile(r" \(at line (\d+), column (\d+)\)$")
"""How tomllib tells where it stopped."""


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


def _steps(pattern: str) -> list[str]:
    """The names and wildcards of a pattern; one without a slash fits in every folder."""
    pattern = pattern.replace("\\", "/")
    steps = [step for step in pattern.split("/") if step not in ("", ".")]
    if pattern.endswith("/"):
        steps.append("**")
    return steps if "/" in pattern.rstrip("/") else ["**", *steps]


def _fits(parts: Sequence[str], steps: Sequence[str]) -> bool:
    """Whether a path has the form of a pattern: `*` is in one name, `**` any number of folders."""
    reached = {0}  # how many parts the steps so far may have used up
    for step in steps:
        if step == "**":
            reached = set(range(min(reached), len(parts) + 1)) if reached else reached
        else:
            reached = {at + 1 for at in reached if at < len(parts) and fnmatchcase(parts[at], step)}
    return len(parts) in reached


def _table(file: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(file.read_text(encoding="utf-8-sig"))
    except UnicodeDecodeError:
        raise SettingsError(say("{file}: is not UTF-8: save it as UTF-8", file=file)) from None
    except tomllib.TOMLDecodeError as error:
        where = _PLACE.search(str(error))
        place = f"{file}:{where[1]}:{where[2]}" if where else str(file)
        raise SettingsError(
            say("{place}: is no TOML: a line says key = value, with a text in quotes", place=place)
        ) from None
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
    if settings.terms:
        settings = settings.model_copy(update={"terms": file.parent / settings.terms})
    settings._folder, settings._file = file.parent, str(file)
    return settings


def _files(base: Path, folder: str | None, suffix: str) -> list[Path]:
    if folder is None:
        return []
    place = base / folder
    if not place.is_dir():
        raise SettingsError(say("{place} is no folder; the settings name it", place=place))
    return sorted(file for file in place.iterdir() if file.name.endswith(suffix) and file.is_file())


def _source(file: Path) -> str:
    try:
        source = file.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        raise SettingsError(say("{file}: is not UTF-8: save it as UTF-8", file=file)) from None
    except OSError as error:
        raise SettingsError(
            say("{path}: cannot be read: {reason}", path=file, reason=Named(error.strerror))
        ) from None
    if len(source) > LARGEST_TEMPLATE:
        raise SettingsError(
            say("{file}: has more than {most} characters; make it shorter", file=file, most=LARGEST_TEMPLATE)
        )
    return source


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
    wanted = _WANTED[str(place[0])]
    return say(
        "{key} = {value!r} cannot be; it wants {wanted}", key=key, value=problem["input"], wanted=wanted
    )


def _suggestion(key: str) -> str:
    from difflib import get_close_matches

    near = get_close_matches(key, Settings.model_fields, n=1)
    return say("; did you mean {near!r}?", near=near[0]) if near else ""
