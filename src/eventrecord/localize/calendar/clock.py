"""What times of day and durations mean, once their slots are read, in ISO 8601."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any, NamedTuple

from eventrecord.localize.stated import StatedKind

__all__ = [
    "Meaning",
    "Slots",
    "UnknownError",
    "duration_meant",
    "durations_meant",
    "time_meant",
    "times_meant",
]

Slots = Mapping[str, Any]
"""Meanings by slot: y, month, d ... as the grammar of a language reads them."""

_UNITS = "YMWDhms"
_FINER: dict[str, tuple[int, str]] = {
    "Y": (12, "M"),
    "M": (30, "D"),
    "W": (7, "D"),
    "D": (24, "h"),
    "h": (60, "m"),
    "m": (60, "s"),
}


class Meaning(NamedTuple):
    """Kind and value of a fact."""

    kind: StatedKind
    value: str | Decimal


class UnknownError(Exception):
    """The words have no meaning here: no such day, or one that only the day of the text could tell."""


def _hour(hour: int, part: str | None) -> int:
    """The hour of twenty-four; 上午12时 is noon, 12 a.m. and 凌晨12时 are midnight."""
    if part in ("am", "dawn") and hour == 12:
        return 0
    if (part in ("pm", "afternoon") and hour < 12) or (part == "noon" and hour < 10):
        return hour + 12
    if part == "night" and 5 <= hour <= 12:
        return (hour + 12) % 24
    return hour


def _clock(slots: Slots, end: str = "", part: str | None = None) -> tuple[int, int] | None:
    named = slots.get(f"named{end}")
    if named is not None:
        hour, _, minute = named.partition(":")
        return int(hour), int(minute)
    if f"h{end}" not in slots:
        return None
    own = slots.get(f"daypart{end}", part)
    hour = int(slots[f"h{end}"])
    minute = int(slots.get(f"mm{end}", slots.get("past", 0)))
    if "short_of" in slots:
        hour, minute = (hour - 2) % 12 + 1, 60 - int(slots["short_of"])
    if own in ("am", "pm") and not 1 <= hour <= 12:
        raise UnknownError
    hour = _hour(hour, own)
    if hour == 24 and not minute:
        hour = 0
    if hour > 23 or minute > 59:
        raise UnknownError
    return hour, minute


def _zone(slots: Slots) -> str:
    return str(slots.get("zone", slots.get("zone2", "")))


def time_meant(slots: Slots) -> Meaning:
    """A time of day: 09:30, with its zone 09:30+08:00."""
    clock = _clock(slots)
    if clock is None:
        raise UnknownError
    return Meaning("time", f"{clock[0]:02}:{clock[1]:02}{_zone(slots)}")


def times_meant(slots: Slots) -> Meaning:
    """From one time of day to another; the part of the day that stands once is that of both."""
    part, part2 = slots.get("daypart"), slots.get("daypart2")
    start = _clock(slots, "", part or part2)
    end = _clock(slots, "2", part2 or part)
    if start is None or end is None:
        raise UnknownError
    if part is None and part2 is not None and start > end:
        start = _clock(slots, "", "am" if part2 == "pm" else "pm") or start
    zone = _zone(slots)
    return Meaning("time", f"{start[0]:02}:{start[1]:02}{zone}/{end[0]:02}:{end[1]:02}{zone}")


def duration_meant(slots: Slots) -> Meaning:
    """A length in one unit or several: P5D, PT2H30M."""
    amounts: dict[str, Decimal] = {}
    for end in ("", "2", "3", "4"):
        unit = slots.get(f"unit{end}")
        if unit is None:
            continue
        times, unit = unit[:-1], unit[-1]
        number = Decimal(slots.get(f"n{end}", slots.get("vague", 1))) * int(times or 1)
        if not end and "plus_half" in slots:
            number += Decimal("0.5") * int(times or 1)
        if unit in amounts:
            raise UnknownError
        amounts[unit] = number
    return Meaning("duration", _period(amounts))


def durations_meant(slots: Slots) -> Meaning:
    """A length between two: P3D/P5D; of a pair of digits, 三五天."""
    times, unit = slots["unit"][:-1], slots["unit"][-1]
    ends = [Decimal(end) * int(times or 1) for end in slots.get("pair") or (slots["n"], slots["n2"])]
    if ends[0] >= ends[1]:
        raise UnknownError
    return Meaning("duration", "/".join(_period({unit: end}) for end in ends))


def _period(amounts: dict[str, Decimal]) -> str:
    """ISO 8601: P5D, PT2H30M; a part of a unit in the next smaller one."""
    whole: dict[str, Decimal] = {}
    for unit in _UNITS:
        number = amounts.get(unit, Decimal(0))
        whole[unit] = number if unit not in _FINER and number % 1 else Decimal(int(number))
        if number != whole[unit]:
            times, finer = _FINER[unit]
            amounts[finer] = amounts.get(finer, Decimal(0)) + (number - int(number)) * times
    day = "".join(f"{whole[unit]:f}{unit}" for unit in "YMWD" if whole[unit])
    time = "".join(f"{whole[unit]:f}{unit.upper()}" for unit in "hms" if whole[unit])
    if not day and not time:
        raise UnknownError
    return f"P{day}{'T' if time else ''}{time}"
