"""Which rules a file is held against: what the caller chose, else what the office's settings choose."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from eventrecord.errors import EventRecordError, SettingsError, UnknownNameError
from eventrecord.message import say
from eventrecord.rules.rule import GROUPS, ON_REQUEST
from eventrecord.rules.table import RULES
from eventrecord.settings import Settings

__all__ = ["chosen", "named", "unusable_in"]


def chosen(
    settings: Settings,
    file: str | None = None,
    *,
    select: Iterable[str] | None = None,
    extend: Iterable[str] = (),
    ignore: Iterable[str] = (),
) -> set[str]:
    """Names of the rules to check in a file.

    The caller goes before the settings: `select` takes the place of theirs, and a rule that it names itself
    is checked even where they leave it out. Of a group, what they leave out stays out.

    Raises:
        UnknownNameError: there is no rule or group of a name given, by the caller or in the settings.
        SettingsError: the settings have a rule about officials as less than an error.
    """
    if (unusable := unusable_in(settings)) is not None:
        raise unusable[1]
    if select is None:
        own = settings.select
        wanted = set(_usual() if own is None else named(own))
        wanted |= named(settings.extend_select)
        insisted: set[str] = set()
    else:
        select = set(select)
        wanted, insisted = named(select), select & RULES.keys()
    extend = set(extend)
    wanted |= named(extend)
    insisted |= extend & RULES.keys()
    left_out = named(settings.ignore) | {name for name, grade in settings.severity.items() if grade == "off"}
    if file is not None:
        left_out |= named(settings.ignored_in(file))
    wanted -= left_out - insisted
    wanted -= named(ignore)
    return wanted


def named(names: Iterable[str]) -> set[str]:
    """The rules of these names; of a group all its rules.

    Raises:
        UnknownNameError: there is no rule or group of one of these names.
    """
    given = set(names)
    groups = given - RULES.keys()
    if not groups:
        return given
    for name in sorted(groups - set(GROUPS)):
        raise _unknown(name)
    return given - groups | {rule.name for rule in RULES.values() if rule.group in groups}


def unusable_in(settings: Settings) -> tuple[str, EventRecordError] | None:
    """The key of the settings that names no rule or group, or has what is grave as slight, and the error."""
    for name in sorted(settings.severity.keys() - RULES.keys()):
        return "severity", UnknownNameError(say("rule"), name, sorted(RULES))
    for name, grade in settings.severity.items():
        if RULES[name].is_grave and grade != "error":
            return "severity", _slighted(name, grade)
    places = {
        "select": settings.select or (),
        "extend_select": settings.extend_select,
        "ignore": settings.ignore,
    }
    places |= {f"per_file_ignores.{pattern}": names for pattern, names in settings.per_file_ignores.items()}
    for key, names in places.items():
        for name in names:
            if name not in RULES and name not in GROUPS:
                return key, _unknown(name)
    return None


@cache
def _usual() -> frozenset[str]:
    return frozenset(name for name, rule in RULES.items() if rule.group not in ON_REQUEST)


def _slighted(name: str, grade: str) -> SettingsError:
    return SettingsError(
        say(
            "{rule} is always an error, never {grade!r}: an official's post, rank or name is at stake; where "
            "it is right so, say it there: # eventrecord: ignore[{rule}] reason",
            rule=name,
            grade=grade,
        )
    )


def _unknown(name: str) -> UnknownNameError:
    return UnknownNameError(say("rule"), name, sorted([*RULES, *GROUPS]))
