"""What a house style may say: every key, its type, and the words that its forms may hold."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable
from difflib import get_close_matches
from string import Formatter
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError

from eventrecord.errors import SettingsError
from eventrecord.localize.data import Table
from eventrecord.message import joined, say

__all__ = ["HouseStyle", "check_style"]


_UNPRINTED = re.compile("[\0-\x1f\x7f-\x9f\ud800-\udfff]")


def _printed(words: str) -> str:
    """Words that can stand in every edition."""
    if _UNPRINTED.search(words):
        raise ValueError(say("it holds a control character or a line end"))
    return words


def _form(*names: str, needs: Collection[str] = ()) -> Callable[[str], str]:
    """A form in which only these words stand in braces, one of those needed, and nothing is looked up."""

    def check(form: str) -> str:
        try:
            fields = list(Formatter().parse(form))
        except ValueError:
            raise ValueError(say("its braces are not paired")) from None
        for _, name, spec, conversion in fields:
            if name is not None and (name not in names or spec or conversion):
                raise ValueError(
                    say("in braces may stand {known}, not {name!r}", known=_braces(names), name=name)
                )
        if needs and not any(name in needs for _, name, _, _ in fields):
            raise ValueError(say("it says nothing without {needed}", needed=_braces(needs)))
        return form

    return check


def _braces(names: Iterable[str]) -> str:
    return ", ".join(f"{{{name}}}" for name in names)


_Short = Annotated[str, Field(max_length=200), AfterValidator(_printed)]
_Number = Annotated[_Short, AfterValidator(_form("n", "han", needs=("n", "han")))]
_Sum = Annotated[_Short, AfterValidator(_form("n", "name", needs=("n",)))]
_Date = Annotated[
    _Short, AfterValidator(_form("y", "m", "d", "y2", "m2", "d2", "month", "month2", "weekday"))
]
_Sentence = Annotated[_Short, AfterValidator(_form("date", needs=("date",)))]
_Clock = Annotated[_Short, AfterValidator(_form("h", "H", "mm", "part", needs=("h", "H")))]
_Line = Annotated[
    _Short,
    AfterValidator(_form("place", "place_capitals", "issued", "issued_full", "issued_digits", "weekday")),
]
Topic = Literal[
    "lead", "attendance", "theme", "programme", "awards", "figures", "quotation", "dates", "image", "other",
    "organizations", "about",
]  # fmt: skip


class _Table(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True, defer_build=True)


class Names(_Table):
    """How people are named."""

    order: Literal["family-first", "given-first"] = "family-first"
    capital_family: bool = False
    again: Literal["family", "title-family", "foreign-family", "full"] = "full"
    post_case: Literal["as-written", "title"] = "as-written"


class Dates(_Table):
    """Forms of days, months and spans."""

    year: _Date
    month: _Date
    months: _Date
    day: _Date
    full: _Date
    span: _Date
    span_full: _Date
    span_months: _Date
    span_months_full: _Date
    span_years: _Date
    characters: bool = False
    month_names: Annotated[list[_Short], Field(min_length=12, max_length=12)] | None = None
    weekday: Annotated[_Short, AfterValidator(_form("weekday", "day", needs=("day",)))] | None = None
    today: _Date | None = None
    past_week: _Date | None = None
    this_month: _Date | None = None
    on_day: _Sentence | None = None
    on_days: _Sentence | None = None


class Times(_Table):
    """Forms of times of day, and the parts of the day with the hour at which each ends."""

    parts: list[Annotated[tuple[Annotated[int, Field(ge=1, le=24)], _Short], Field(strict=False)]]
    hour: _Clock
    minute: _Clock
    noon: _Short | None = None
    span: Annotated[_Short, AfterValidator(_form("a", "b"))] | None = None
    shared_part: Literal["first", "last"] | None = None
    zero: bool = False
    characters: bool = False


class Dateline(_Table):
    """Place and day of issue: before the first paragraph, below the headline, at the end."""

    inline: list[_Line] = []
    line: list[_Line] = []
    foot: list[_Line] = []


class HouseStyle(_Table):
    """Everything a house style says; what has no default is needed."""

    percent: _Number
    order: list[Topic]
    honorifics: bool
    stand_in: bool
    banner: dict[Literal["release", "advisory", "correction", "compilation"], _Short]
    date: Dates
    time: Times
    dateline: Dateline
    names: Names = Names()
    money: Literal["code-first", "name-last", "sign", "bare", "currency-last", "currency-first"] | None = None
    currencies: dict[Annotated[str, Field(pattern="^[A-Z]{3}$")], _Sum] = {}
    percent_decimal: _Number | None = None
    spell_below: Annotated[int, Field(ge=0, le=100)] = 0
    spell_duration_below: Annotated[int, Field(ge=0, le=100)] = 10
    converted: bool = False
    grouping: bool = True
    stops_inside_quotes: bool = False
    end_mark: _Short = ""
    star_line: Annotated[_Short, Field(max_length=1)] = ""
    indent: Annotated[_Short, Field(max_length=8)] = ""
    patterns: dict[str, dict[str, Any]] = {}


def check_style(table: Table, own: Table) -> None:
    """Refuse a style of the office that is not made as styles are.

    Args:
        table: all keys of the style.
        own: what the office wrote, with its file and the key it stands under.

    Raises:
        SettingsError: a key is unknown, missing, or has a value that cannot be; says file, key and why.
    """
    try:
        HouseStyle.model_validate(table)
    except ValidationError as error:
        first = error.errors()[0]
        key = ".".join(str(part) for part in (own["key"], *first["loc"]) if part not in ("", "[key]"))
        raise SettingsError(_told(own["file"], key, first)) from None


def _told(file: str, key: str, problem: Any) -> str:
    if problem["type"] != "extra_forbidden":
        shown = repr(problem["input"])[:60]
        return say(
            "{file}: {key} = {shown} cannot be: {why}", file=file, key=key, shown=shown, why=_why(problem)
        )
    model: type[BaseModel] = HouseStyle
    for part in problem["loc"][:-1]:
        inner = model.model_fields.get(str(part))
        model = inner.annotation if inner and isinstance(inner.annotation, type) else HouseStyle
    message = say(
        "{file}: no house style has a key {key!r}; known here: {known}",
        file=file,
        key=key,
        known=joined(model.model_fields, say(", ")),
    )
    near = get_close_matches(str(problem["loc"][-1]), model.model_fields, 1)
    return say("{message}; did you mean `{meant}`?", message=message, meant=near[0]) if near else message


def _why(problem: Any) -> str:
    """What is wrong with a value, in our words: the model's are English only."""
    kind, context = problem["type"], problem.get("ctx", {})
    if kind == "value_error" and context["error"].args:
        said: str = context["error"].args[0]
        return said
    if kind == "literal_error":
        allowed = str(context["expected"]).replace(" or ", ", ").replace("'", "").split(", ")
        return say("it may be {names}", names=joined(allowed, say(", ")))
    if kind == "string_too_long":
        return say("it may have at most {most} characters", most=context["max_length"])
    if kind == "less_than_equal":
        return say("it must be at most {limit:g}", limit=context["le"])
    if kind == "greater_than_equal":
        return say("it must be at least {limit:g}", limit=context["ge"])
    if kind in ("too_short", "too_long"):
        return say("it must have {n} entries", n=context.get("min_length", context.get("max_length")))
    return _WHY.get(kind) or str(problem["msg"])


_WHY = {
    "string_type": say("it must be text in quotation marks"),
    "bool_type": say("it must be true or false"),
    "int_type": say("it must be a whole number"),
    "list_type": say("it must be a list in brackets"),
    "tuple_type": say("it must be a list in brackets"),
    "string_pattern_mismatch": say("it must be the three capitals of a currency code"),
    "dict_type": say("it must be a table of keys"),
    "model_type": say("it must be a table of keys"),
    "missing": say("it has to be there"),
}
