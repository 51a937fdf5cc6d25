"""Dates, spans and times in words, by the forms of a house style."""

from __future__ import annotations

from datetime import date, datetime

from eventrecord.localize.calendar.slots import meant_year
from eventrecord.localize.chinese.numbers import digits_in_characters, number_in_characters
from eventrecord.localize.data import Table
from eventrecord.localize.language import Language
from eventrecord.localize.numbers import duration_words
from eventrecord.model.span import Duration, Moment, Period

__all__ = [
    "after_dateline",
    "clock",
    "clock_span",
    "coarse_span",
    "day",
    "day_of_issue",
    "duration",
    "moment",
    "needs_year",
    "period",
    "span",
    "weekday",
    "with_weekday",
    "with_zone",
    "zone_name",
]


def day(value: date, language: Language, *, year: bool) -> str:
    """One day, with its year or without: Nov. 15; 2022年11月15日; 十一月十五日."""
    return _written("full" if year else "day", language, value)


def needs_year(value: date, today: date | None) -> bool:
    """Whether a date is written with its year: unless its reader, who knows the day of issue, supplies it."""
    return (
        today is None or today.year != value.year or meant_year(value.month, value.day, today) != value.year
    )


def day_of_issue(value: date, language: Language) -> str | None:
    """The day on which the text is issued, where the house style has a form of its own for it: 今（16）日."""
    return _written("today", language, value) if "today" in language.style["date"] else None


def after_dateline(value: date, issued: date, language: Language) -> str | None:
    """A day as it is told below a dateline, which has named the month already: on Friday; 19日.

    None where the house style has no such form, or the day is too far from that of the dateline.
    """
    style, days = language.style["date"], (issued - value).days
    if "past_week" in style and 0 <= days < 7:
        return _written("past_week", language, value)
    if "this_month" in style and days >= 0 and (issued.year, issued.month) == (value.year, value.month):
        return _written("this_month", language, value)
    return None


def with_weekday(value: date, text: str, language: Language) -> str:
    """A day and its weekday: Tuesday, Nov. 15; 11月15日（星期二）."""
    form = language.style["date"].get("weekday") or language.words["weekday"]
    return str(form.format(weekday=weekday(value, language), day=text))


def span(start: date, end: date, language: Language, *, year: bool) -> str:
    """From one day to another, both included: Nov. 14-18; 11月14日至18日."""
    if start == end:
        return day(start, language, year=year)
    if start.year != end.year:
        form = "span_years"
    elif start.month != end.month:
        form = "span_months"
    else:
        form = "span"
    return _written(form + ("_full" if year and form != "span_years" else ""), language, start, end)


def moment(value: Moment, language: Language, *, year: bool = True) -> str:
    """A moment as precisely as it is known; a time of day is left to `clock`."""
    if value.precision in ("year", "month"):
        return _written(value.precision, language, value.day)
    return day(value.day, language, year=year)


def coarse_span(first: Moment, last: Moment, language: Language) -> str:
    """Months or years, where no days are known: January to February 2026; 2026年1月至2月."""
    start, end = (m if m.precision in ("year", "month") else Moment.parse(m.text[:7]) for m in (first, last))
    if start == end:
        return moment(start, language)
    if start.precision == end.precision == "month" and start.day.year == end.day.year:
        return _written("months", language, start.day, end.day)
    return str(language.words["span"].format(a=moment(start, language), b=moment(end, language)))


def period(value: Period, language: Language, *, alone: bool = False) -> str:
    """What a figure covers: from 2015 to 2022; 2015年至2022年; `alone`: 2015 to 2022."""
    start, end = value.start, value.end
    forms = language.words["period"]
    if alone:
        forms = language.words.get("period_alone", forms)
    if value.third:
        month = _written("month", language, start.day)
        return str(forms["thirds"][value.third].format(a=month))
    named = _named_period(start, end, forms, language)
    if named is not None:
        return named
    if start == end:
        form = "days" if start.precision == "day" else "one"
        return str(forms[form].format(a=moment(start, language)))
    if start.precision == end.precision == "day":
        return str(forms["days"].format(a=span(start.day, end.day, language, year=True)))
    if start.precision == end.precision == "month" and start.day.year == end.day.year:
        text = _written("months", language, start.day, end.day)
        return str(forms["months"].format(a=text))
    return str(forms["two"].format(a=moment(start, language), b=moment(end, language)))


def _named_period(start: Moment, end: Moment, forms: Table, language: Language) -> str | None:
    """Half-years and quarters by name, as statistics tell them."""
    if start.precision != "month" or end.precision != "month" or start.day.year != end.day.year:
        return None
    form = forms["named"].get(f"{start.day.month}-{end.day.month}")
    return str(form.format(a=_written("year", language, start.day))) if form else None


def duration(value: Duration, language: Language, form: str = "long") -> str:
    """Five days, 五天; two and a half hours, 两个半小时; with `attr` five-day."""
    units = {"weeks": value.weeks, "days": value.days, "hours": value.hours, "minutes": value.minutes}
    if value.minutes == 30 and value.hours and not value.weeks and not value.days:
        units |= {"hours": 0, "hours_and_half": value.hours, "minutes": 0}
    parts = [duration_words(number, unit, form, language) for unit, number in units.items() if number]
    return str(language.words["duration"]["join"]).join(parts)


def weekday(value: date, language: Language) -> str:
    """Tuesday, 星期二 (CLDR, wide form)."""
    from babel.dates import get_day_names

    return str(get_day_names("wide", locale=language.words["babel"])[value.weekday()])


def clock(value: datetime, language: Language) -> str:
    """A time of day: 9:30 a.m.; 上午9时30分; noon has its own word."""
    forms = language.style["time"]
    hour, minute = value.hour, value.minute
    if (hour, minute) == (12, 0) and "noon" in forms:
        return str(forms["noon"])
    part = _part_of_day(value, language)
    han = forms.get("characters", False)
    hour12 = 0 if hour == 0 and forms.get("zero", False) else (hour - 1) % 12 + 1
    form = forms["hour"] if minute == 0 else forms["minute"]
    return str(
        form.format(
            part=part,
            h=number_in_characters(hour12, language.words) if han else hour12,
            H=hour,
            mm=number_in_characters(minute, language.words) if han else f"{minute:02}",
        )
    )


def _part_of_day(value: datetime, language: Language) -> str:
    """a.m., 下午; nothing where a style counts to 24."""
    parts = language.style["time"].get("parts", ())
    return next((name for limit, name in parts if value.hour < limit), "")


def clock_span(start: datetime, end: datetime, language: Language) -> str:
    """From one time to another; the part of the day once where it is the same: 下午2时至4时, 2 to 4 p.m."""
    forms = language.style["time"]
    first, last = _part_of_day(start, language), _part_of_day(end, language)
    noon = [t for t in (start, end) if (t.hour, t.minute) == (12, 0)]
    a, b = clock(start, language), clock(end, language)
    if first and first == last and start.date() == end.date() and not noon:
        if forms.get("shared_part") == "last":
            a = a.replace(first, "").strip()
        else:
            b = b.replace(last, "").strip()
    return str((forms.get("span") or language.words["times"]).format(a=a, b=b))


def with_zone(text: str, value: datetime, language: Language) -> str:
    """A time of day with its zone: 9:30 a.m. Beijing time; 北京时间上午9时30分."""
    zone = zone_name(value, language)
    return str(language.words["zoned"].format(time=text, zone=zone)) if zone else text


def zone_name(value: datetime, language: Language) -> str:
    """The time zone as a reader there knows it: Hong Kong time; 北京时间; UTC+8 for one without a name."""
    key = getattr(value.tzinfo, "key", None)
    own = language.words["zones"].get(key)
    offset = value.utcoffset()
    if own is not None or offset is None:
        return str(own or "")
    hours, minutes = divmod(int(offset.total_seconds()) // 60, 60)
    offset_text = f"UTC{hours:+d}" + (f":{minutes:02}" if minutes else "")
    return str(language.words["zone_other"].format(offset=offset_text))


def _written(form: str, language: Language, *days: date) -> str:
    style = language.style["date"]
    values: dict[str, str] = {}
    for number, value in enumerate(days, start=1):
        suffix = "" if number == 1 else str(number)
        if style.get("characters", False):
            values[f"y{suffix}"] = digits_in_characters(str(value.year), language.words)
            values[f"m{suffix}"] = number_in_characters(value.month, language.words)
            values[f"d{suffix}"] = number_in_characters(value.day, language.words)
        else:
            values[f"y{suffix}"], values[f"m{suffix}"] = str(value.year), str(value.month)
            values[f"d{suffix}"] = str(value.day)
        if "{weekday" in style[form]:
            values["weekday"] = weekday(days[0], language)
        if "{month" in style[form]:
            with_day = "{d" in style[form]
            values[f"month{suffix}"] = _month(value.month, language, with_day=with_day)
    return str(style[form].format(**values))


def _month(number: int, language: Language, *, with_day: bool) -> str:
    own = language.style["date"].get("month_names")
    if own and with_day:
        return str(own[number - 1])
    from babel.dates import get_month_names

    return str(get_month_names("wide", locale=language.words["babel"])[number])
