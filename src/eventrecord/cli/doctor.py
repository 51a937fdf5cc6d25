"""`doctor`: the versions and data that decide the bytes of editions, and what is wrong with them.

Everything is looked up by name and may be missing or broken: that is what one calls a doctor for.
"""

from __future__ import annotations

import argparse
import platform
import sys
from collections.abc import Callable
from importlib import import_module, metadata, resources
from pathlib import Path

from eventrecord.cli.speech import spoken
from eventrecord.cli.terminal import tell
from eventrecord.message import listed, say
from eventrecord.report.excerpt import width

__all__ = ["add_arguments", "run"]


def add_arguments(parser: argparse.ArgumentParser, command: str) -> None:
    """There are none."""


def run(arguments: argparse.Namespace) -> int:
    """Print one line per thing; code 1 if something is missing, or two packages are in each other's way."""
    healthy = True
    for name, look in _THINGS.items():
        try:
            told = look()
        except Exception as error:
            told, healthy = say("not usable ({sort}: {error})", sort=type(error).__name__, error=error), False
        told = spoken().tell(told)
        shown = spoken().tell(name)
        print(f"{shown}{' ' * (12 - width(shown))} {told}")
    providers = _opencc_providers()
    if len(providers) > 1:
        healthy = False
        tell(
            say(
                "warning: {names} install the same module, opencc, over each other: uninstall "
                "them all, then install opencc-python-reimplemented again",
                names=listed(providers),
            ),
        )
    return 0 if healthy else 1


def _versioned(distribution: str) -> Callable[[], str]:
    return lambda: metadata.version(distribution)


def _python() -> str:
    return f"{platform.python_version()}, {sys.executable}"


def _babel() -> str:
    core = import_module("babel.core")
    return f"{metadata.version('babel')}, CLDR {core.get_cldr_version()}"


def _opencc() -> str:
    import_module("opencc")
    return ", ".join(f"{name} {metadata.version(name)}" for name in _opencc_providers())


def _fast_opencc() -> str:
    """An extra: nothing is wrong where it is missing."""
    try:
        return metadata.version("opencc-pyo3")
    except metadata.PackageNotFoundError:
        return "not installed"


def _converter() -> str:
    from eventrecord.settings import find_settings

    chosen = find_settings(Path.cwd()).converter
    return f"{chosen} {metadata.version(chosen)}"


def _opencc_providers() -> list[str]:
    return sorted(set(metadata.packages_distributions().get("opencc", [])))


def _yaml() -> str:
    yaml = import_module("yaml")
    libyaml = (
        import_module("yaml._yaml").get_version_string() if yaml.__with_libyaml__ else say("missing, slow")
    )
    return say("{version}, libyaml {libyaml}", version=metadata.version("PyYAML"), libyaml=libyaml)


def _time_zones() -> str:
    """The machine's own zones go before those of the tzdata package (PEP 615)."""
    import zoneinfo

    for folder in map(Path, zoneinfo.TZPATH):
        if (folder / "Asia" / "Shanghai").is_file():
            table = folder / "tzdata.zi"
            first = table.read_text(encoding="utf-8").partition("\n")[0] if table.is_file() else ""
            version = first.removeprefix("# version ") or say("version not told")
            return say("{folder} ({version})", folder=folder, version=version)
    return f"tzdata {metadata.version('tzdata')}"


def _locales() -> str:
    return str(resources.files("eventrecord.locales"))


def _own() -> str:
    """What the office made of its own here; fails with what is wrong in it."""
    from eventrecord.cli.office import settings_for
    from eventrecord.localize.styles import own_tables

    settings = settings_for("-")
    return ", ".join([*own_tables(settings.own_styles), *settings.own_templates]) or say("none")


_THINGS: dict[str, Callable[[], str]] = {
    "eventrecord": _versioned("eventrecord"),
    "Python": _python,
    "pydantic": _versioned("pydantic"),
    "Babel": _babel,
    "opencc": _opencc,
    "opencc-pyo3": _fast_opencc,
    "converter": _converter,
    "PyYAML": _yaml,
    "yaml-rs": _versioned("yaml-rs"),
    "icalendar": _versioned("icalendar"),
    "rich": _versioned("rich"),
    "tzdata": _versioned("tzdata"),
    say("time zones"): _time_zones,
    "Jinja": _versioned("jinja2"),
    say("locales"): _locales,
    say("own styles"): _own,
}
