"""Points and stretches of time as precisely as they are known (ISO 8601 in, small values out)."""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, tzinfo
from functools import cache
from typing import Annotated, Literal, Self
from zoneinfo import ZoneInfo

from pydantic import AfterValidator

from eventrecord.message import say
from eventrecord.model.scalar import Scalar, plain_schema

__all__ = ["Duration", "Moment", "Period", "Precision", "TimeZone", "zone_names"]

Precision = Literal["year", "month", "day", "minute"]

_MOMENT = re.compile(
    r"(\d{4})(?:-(\d\d)(?:-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d))?(Z|[+-]\d\d:\d\d)?)?)?)?", re.ASCII
)
_ISO_DURATION = re.compile(
    r"P(?=.)(?:(\d+)W)?(?:(\d+)D)?(?:T(?=.)(?:(\d+)H)?(?:(\d+)M)?)?", re.ASCII | re.IGNORECASE
)
_NAMED_MONTHS = {"H1": (1, 6), "H2": (7, 12), "Q1": (1, 3), "Q2": (4, 6), "Q3": (7, 9), "Q4": (10, 12)}
_NAMED_PERIOD = re.compile(r"(\d{4})-([HQ][1-4])", re.ASCII | re.IGNORECASE)
_THIRDS = {"early": (1, 10), "mid": (11, 20), "late": (21, 31)}
_THIRD_OF_MONTH = re.compile(r"(\d{4}-\d\d)-(early|mid|late)", re.ASCII | re.IGNORECASE)
_WORD_DURATION = re.compile(
    r"(?:(\d+)\s*weeks?)?\s*(?:(\d+)\s*days?)?\s*(?:(\d+)\s*hours?)?\s*(?:(\d+)\s*min(?:ute)?s?)?",
    re.ASCII | re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Moment(Scalar):
    """A year, a month, a day, or a time of day; `text` is what the record says.

    A time of day without an offset is local to the time zone that goes with it.
    """

    text: str
    precision: Precision
    value: datetime

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read ISO 8601: 2022, 2022-11, 2022-11-15, 2022-11-15T09:30, 2022-11-15T09:30+08:00."""
        match = _MOMENT.fullmatch(text)
        if match is None:
            raise ValueError(
                say(
                    "`{text}` is no date: write 2022-11-15, with a time 2022-11-15T09:30, a month 2022-11",
                    text=text,
                )
            )
        year, month, day, hour, minute, second, offset = match.groups()
        precision: Precision = "minute" if hour else "day" if day else "month" if month else "year"
        try:
            value = datetime(
                int(year), int(month or 1), int(day or 1), int(hour or 0), int(minute or 0), int(second or 0)
            )
            if offset:
                value = datetime.fromisoformat(f"{value.isoformat()}{offset.replace('Z', '+00:00')}")
        except ValueError as error:
            raise ValueError(say("{text} is not in the calendar ({error})", text=text, error=error)) from None
        return cls(text.replace(" ", "T"), precision, value)

    @property
    def day(self) -> date:
        """The day; the first one of a month or year."""
        return self.value.date()

    @property
    def has_time(self) -> bool:
        """Whether a time of day is known."""
        return self.precision == "minute"

    def local(self, zone: tzinfo | None) -> datetime:
        """The instant in `zone`: its own offset wins, a bare local time is taken to be there."""
        if self.value.tzinfo is None:
            return self.value.replace(tzinfo=zone)
        return self.value.astimezone(zone) if zone is not None else self.value

    def instant(self, zone: tzinfo | None = None) -> datetime:
        """The instant in UTC; a date is its first moment, in `zone` or UTC."""
        return self.local(zone if zone is not None else UTC).astimezone(UTC)

    def last_day(self) -> date:
        """The last day that the stated precision covers."""
        if self.precision == "year":
            return date(self.value.year, 12, 31)
        if self.precision == "month":
            return (self.value.replace(day=28) + timedelta(days=4)).replace(day=1).date() - timedelta(days=1)
        return self.day

    def __str__(self) -> str:
        return self.text

    @classmethod
    def schema(cls) -> dict[str, object]:
        """JSON Schema for editors."""
        return plain_schema(
            r"^\d{4}(-\d\d(-\d\d([T ]\d\d:\d\d(:\d\d)?(Z|[+-]\d\d:\d\d)?)?)?)?$",
            "Date or time",
            "ISO 8601, as precise as it is known: a day, a day and time, a month or a year.",
            ["2022-11-15", "2022-11-15T09:30", "2022-11-15T09:30+08:00", "2022-11"],
        )


@dataclass(frozen=True, slots=True)
class Period(Scalar):
    """A stretch of time that a figure covers: one date (`2022`), or two (`2015/2022`), both included.

    `2022-H1` and `2022-Q3` are the months of that half-year or quarter; `2022-11-mid` is told as such.
    """

    start: Moment
    end: Moment
    third: str = ""
    """`early`, `mid` or `late` where that part of a month is meant, of ten days (上旬, 中旬, 下旬)."""

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read one moment, or two with a slash between (ISO 8601-1 time interval)."""
        named = _NAMED_PERIOD.fullmatch(text)
        if named is not None and named[2].upper() in _NAMED_MONTHS:
            text = "/".join(f"{named[1]}-{month:02}" for month in _NAMED_MONTHS[named[2].upper()])
        third = _THIRD_OF_MONTH.fullmatch(text)
        if third is not None:
            length = Moment.parse(third[1]).last_day().day
            first_day, last_day = (min(day, length) for day in _THIRDS[third[2].lower()])
            return cls(
                Moment.parse(f"{third[1]}-{first_day:02}"),
                Moment.parse(f"{third[1]}-{last_day:02}"),
                third[2].lower(),
            )
        first, slash, last = text.partition("/")
        start = Moment.parse(first.strip())
        end = Moment.parse(last.strip()) if slash else start
        if end.last_day() < start.day:
            raise ValueError(say("the period {text} ends before it begins", text=text))
        return cls(start, end)

    def __str__(self) -> str:
        if self.third:
            return f"{self.start.text[:7]}-{self.third}"
        return self.start.text if self.start == self.end else f"{self.start}/{self.end}"

    @classmethod
    def schema(cls) -> dict[str, object]:
        """JSON Schema for editors."""
        return plain_schema(
            r"^\d{4}((-\d\d){0,2}(/\d{4}(-\d\d){0,2})?|-[HhQq][1-4]|-\d\d-(early|mid|late))$",
            "Period",
            "What a figure covers: a year, half-year, quarter, month or day, or two with a slash between.",
            ["2015/2022", "2022", "2022-01/2022-10", "2022-H1", "2022-Q3", "2022-11-mid"],
        )


@dataclass(frozen=True, slots=True)
class Duration(Scalar):
    """How long something lasts, in the units it was stated in (ISO 8601, no years and months)."""

    weeks: int = 0
    days: int = 0
    hours: int = 0
    minutes: int = 0

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read `5 days`, `2 hours 30 minutes`, `P5D`, `PT2H30M`."""
        match = _ISO_DURATION.fullmatch(text) or (_WORD_DURATION.fullmatch(text) if text else None)
        if match is None or not any(match.groups()):
            raise ValueError(
                say("`{text}` is no duration: write `5 days`, `2 hours 30 minutes` or P5D", text=text)
            )
        return cls(*(int(part or 0) for part in match.groups()))

    @property
    def delta(self) -> timedelta:
        """The same length as a `timedelta`."""
        return timedelta(weeks=self.weeks, days=self.days, hours=self.hours, minutes=self.minutes)

    def __str__(self) -> str:
        day = "".join(f"{n}{u}" for n, u in ((self.weeks, "W"), (self.days, "D")) if n)
        time = "".join(f"{n}{u}" for n, u in ((self.hours, "H"), (self.minutes, "M")) if n)
        return f"P{day}{'T' if time else ''}{time}"

    @classmethod
    def schema(cls) -> dict[str, object]:
        """JSON Schema for editors."""
        return {
            "type": "string",
            "title": "Duration",
            "description": "How long: in words, or as an ISO 8601 duration.",
            "examples": ["5 days", "2 hours 30 minutes", "P5D", "PT90M"],
        }


@cache
def zone_names() -> frozenset[str]:
    """Names of the IANA time zones known here."""
    from zoneinfo import available_timezones

    return frozenset(available_timezones())


@cache
def _zone(name: str) -> str:
    if not re.fullmatch(r"[A-Z][A-Za-z_]*(/[A-Za-z0-9_+-]+){1,2}|UTC", name):
        raise ValueError(
            say("`{name}` is no time zone: write an IANA name such as Asia/Shanghai (never CST)", name=name)
        )
    try:
        ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        raise ValueError(
            say("there is no time zone named `{name}`: write an IANA name such as Asia/Shanghai", name=name)
        ) from None
    return name


TimeZone = Annotated[str, AfterValidator(_zone)]
"""IANA time zone name such as Asia/Shanghai."""
