"""Published editions with one fact changed, and what `check` finds of it; as a script it prints the recall.

    python tests/drift/planting.py [SEED [MUTATIONS]]

The words to change come from the texts and from the records as YAML, not from the code that is measured.
"""

from __future__ import annotations

import random
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import yaml

import eventrecord
from eventrecord import Record, Settings
from eventrecord.drift.checking import Departure, check
from eventrecord.localize.styles import style_names
from eventrecord.settings import find_settings

__all__ = ["KINDS", "Planted", "Published", "harmless", "is_found", "main", "planted", "published"]

ROOT = Path(__file__).parent.parent.parent
RECORDS = [*sorted((ROOT / "seeds").glob("*.yaml")), *sorted((ROOT / "tests" / "records").glob("*.yaml"))]
FORMATS = ("press", "markdown")


class Published(NamedTuple):
    """An edition as it is published."""

    name: str
    tag: str
    text: str
    record: Record
    settings: Settings
    path: Path


class Planted(NamedTuple):
    """A text with one fact changed, and where that stands."""

    kind: str
    text: str
    start: int
    end: int
    old: str
    new: str


@cache
def published() -> tuple[Published, ...]:
    """Every press release of every record, in all its languages and in all house styles of these."""
    return tuple(_published())


def _published() -> Iterator[Published]:
    for path in RECORDS:
        record, settings = eventrecord.load(path), find_settings(path)
        for tag in record.locales:
            for style in ["", *style_names(tag, settings.own_styles)]:
                styled = record
                if style:
                    releases = [one.model_copy(update={"style": {tag: style}}) for one in record.releases]
                    styled = record.model_copy(update={"releases": releases}).with_related(
                        dict(record.related)
                    )
                try:
                    made = eventrecord.publish(
                        styled, formats=["press"], locales=[tag], settings=settings, draft=bool(style)
                    )
                except eventrecord.EventRecordError:
                    continue
                for name, content in made.items():
                    yield Published(f"{style or 'own'}/{name}", tag, content.decode(), record, settings, path)


def departures(edition: Published, text: str) -> list[Departure]:
    """What `check` finds in a text that comes from an edition."""
    return check(text, edition.record, edition.tag, settings=edition.settings)


def is_found(planted: Planted, found: Sequence[Departure]) -> bool:
    """Whether something above information is said of the changed place."""
    return any(
        one.severity.rank < 2
        and one.start is not None
        and one.end is not None
        and one.start <= planted.end
        and one.end >= planted.start
        for one in found
    )


Change = tuple[int, int, str]


def planted(edition: Published, draw: random.Random, number: int, kinds: Sequence[str] = ()) -> list[Planted]:
    """So many texts with one fact changed, of all kinds that the edition has."""
    made: list[Planted] = []
    able = {kind: changes for kind in kinds or KINDS if (changes := list(KINDS[kind](edition)))}
    while able and len(made) < number:
        kind = draw.choice(sorted(able))
        start, end, new = draw.choice(able[kind])
        text = f"{edition.text[:start]}{new}{edition.text[end:]}"
        made.append(Planted(kind, text, start, start + len(new), edition.text[start:end], new))
    return made


def _digits(edition: Published) -> Iterator[Change]:
    for match in re.finditer(r"\d", edition.text):
        yield from ((match.start(), match.end(), digit) for digit in "0123456789" if digit != match[0])


_QUALIFIERS = {
    "en": {
        "nearly": ("more than", "about"),
        "almost": ("over",),
        "about": ("more than", "nearly"),
        "around": ("over", "nearly"),
        "more than": ("nearly", "about", "less than"),
        "over": ("nearly", "about"),
        "at least": ("up to", "about"),
        "hundreds": ("thousands",),
    },
    "zh": {
        "近": ("超", "约"),
        "约": ("近", "超"),
        "約": ("近", "逾"),
        "超过": ("近", "约", "不足"),
        "超過": ("近", "約", "不足"),
        "逾": ("近", "約"),
        "至少": ("至多",),
        "数百": ("数千",),
        "數百": ("數千",),
    },
}
_COUNTED = "[名位场場件]"
_NUMBER = {
    "en": r"(?=(?:RMB|HK\$|US\$|\$|\d|one-|two-|three|half))",
    "zh": r"(?=(?:人民币|人民幣|港币|港元|\d|[一二三四五六七八九十][^，。]?分之"
    rf"|[一二三四五六七八九十百千]+[^，。]{{0,2}}{_COUNTED}))",
}


def _qualifiers(edition: Published) -> Iterator[Change]:
    family = edition.tag[:2]
    for word, others in _QUALIFIERS[family].items():
        number = "" if word in ("hundreds", "数百", "數百") else _NUMBER[family]
        pattern = rf"(?i)\b{word}\b\s*{number}" if family == "en" else word + number
        for match in re.finditer(pattern, edition.text):
            end = match.start() + len(word)
            for other in others:
                yield match.start(), end, other
            if number:
                yield match.start(), match.end(), ""
    plain = r"(?<![\w.,$-])(?=\d{2,}(?:,\d{3})*(?:\.\d+)?(?:%| forums| square| percent))"
    if family == "zh":
        plain = r"(?<![\d.,近约約超逾过過第至年月])(?=\d+(?:\.\d+)?(?:%|[场場名位件个個万萬亿億]))"
    for match in re.finditer(plain, edition.text):
        yield match.start(), match.start(), "nearly " if family == "en" else "近"


_UNITS = {
    "en": {
        r"RMB(?=\s?\d)": ("US$", "HK$"),
        r"HK\$(?=\d)": ("US$", "RMB "),
        r"\bbillion\b": ("million", "trillion"),
        r"\bmillion\b": ("billion",),
        r"(?<=\d)%|(?<=\d) percent\b": (" percentage points",),
        r"(?<=five)[ -]day\b": ("-week",),
        r"(?<=five |.two )days\b": ("weeks", "hours"),
        r"\bsquare met(?:er|re)s\b": ("hectares", "square kilometers"),
        r"(?<!-)\byuan\b": ("US dollars", "Hong Kong dollars"),
    },
    "zh": {
        r"(?<=[\d一二三四五六七八九十])[亿億](?=[元港])": ("万", "万亿"),
        r"(?<=[\d亿億万萬])元": ("美元", "港元"),
        r"港元|港币|港幣": ("美元", "元人民币"),
        r"(?<=\d)%|％": ("个百分点",),
        r"(?<=[为為]期[一二两兩三四五])[天日]": ("周", "个月"),
        r"(?<=\d)[万萬](?=平方)": ("", "亿"),
        r"平方米": ("公顷", "平方公里"),
    },
}


def _units(edition: Published) -> Iterator[Change]:
    for pattern, others in _UNITS[edition.tag[:2]].items():
        for match in re.finditer(pattern, edition.text):
            yield from ((match.start(), match.end(), other) for other in others)


_MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
_WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]


def _dates(edition: Published) -> Iterator[Change]:
    text = edition.text
    if edition.tag[:2] == "en":
        names = "|".join(rf"{month[:3]}[a-z]*\.?" for month in _MONTHS)
        for match in re.finditer(rf"\b({names}) (\d{{1,2}})(?:[-–](\d{{1,2}}))?\b(?!,\d)", text):
            start, end = match.span(1)
            other = _MONTHS[(next(n for n, m in enumerate(_MONTHS) if m[:3] == match[1][:3]) + 1) % 12]
            yield start, end, other
            for group in (2, 3):
                if match[group]:
                    yield (*match.span(group), str(int(match[group]) % 28 + 1))
        for match in re.finditer("|".join(_WEEKDAYS), text):
            yield *match.span(), _WEEKDAYS[(_WEEKDAYS.index(match[0]) + 2) % 7]
        for match in re.finditer(r"\b20\d\d\b", text):
            yield *match.span(), str(int(match[0]) + 1)
    else:
        for match in re.finditer(r"(\d{1,2})月(\d{1,2})日(?:至(\d{1,2})日)?", text):
            for group, size in ((1, 12), (2, 28), (3, 28)):
                if match[group]:
                    yield (*match.span(group), str(int(match[group]) % size + 1))
        for match in re.finditer(r"(20\d\d)年", text):
            yield (*match.span(1), str(int(match[1]) + 1))
        for match in re.finditer(
            r"(?<=星期|周)[一二三四五六日](?![年度期])".replace("星期|周", "星期"), text
        ):
            yield *match.span(), "三" if match[0] != "三" else "五"


_OTHERS = {"en": ("Li Qiang", "Sun Mengyao"), "zh": ("李强", "孙梦瑶")}
"""Names that no record has."""
_SIGNS = "伟明华建国文德海林玉山春志永东平安宁康泰新科"


def _people(edition: Published) -> Iterator[Change]:
    """Somebody else in the place of somebody, and names in the other order."""
    for name in _called(edition.path, people=True):
        if edition.tag.startswith("en") != name.isascii():
            continue
        for match in re.finditer(rf"\b{re.escape(name)}\b" if name.isascii() else name, edition.text):
            yield from ((*match.span(), other) for other in _OTHERS[edition.tag[:2]])
            if name.isascii() and "-" not in name and len(parts := name.split()) == 2:
                yield (*match.span(), " ".join(reversed(parts)))


def _names(edition: Published) -> Iterator[Change]:
    for name in _called(edition.path):
        if edition.tag.startswith("en") != name.isascii():
            continue
        for match in re.finditer(
            rf"\b{re.escape(name)}\b" if name.isascii() else re.escape(name), edition.text
        ):
            start, end = match.span()
            if not name.isascii():
                for place in range(start, end):
                    for sign in _SIGNS[(place * 7) % 20 :][:2]:
                        if sign != edition.text[place]:
                            yield place, place + 1, sign
                continue
            for word in re.finditer(r"[A-Z][a-z]{2,}", name):
                low, high = start + word.start(), start + word.end()
                letters = word[0]
                at = 1 + (start * 5 + low) % (len(letters) - 1)
                changed = "aeiou"[(at + low) % 5]
                if letters[at] != changed:
                    yield low, high, letters[:at] + changed + letters[at + 1 :]
                yield low, high, letters[:at] + letters[at + 1 :]


@cache
def _called(path: Path, *, people: bool = False) -> tuple[str, ...]:
    """Names of people, bodies, places, events and awards, or of people alone, as the record writes them."""
    found: dict[str, None] = {}
    whole = yaml.load(path.read_text("utf-8"), yaml.BaseLoader)
    for kind in ("people",) if people else ("people", "organizations", "places", "awards"):
        for entry in whole.get(kind, {}).values():
            for tag, words in entry.get("name", {}).items():
                _add(found, tag, words)
    todo = [] if people else [whole["event"]]
    while todo:
        event = todo.pop()
        todo += event.get("sub_events", [])
        for tag, words in event["name"].items():
            _add(found, tag, words)
    return tuple(found)


def _add(found: dict[str, None], tag: str, words: Any) -> None:
    if isinstance(words, dict) and "family" in words:
        joint = "" if tag.startswith("zh") else " "
        found[joint.join((words["family"], words.get("given", ""))).strip()] = None
        found[joint.join((words.get("given", ""), words["family"])).strip()] = None
    else:
        text = words.get("text") if isinstance(words, dict) else words
        if text and len(text) > 1:
            found[text] = None


KINDS: dict[str, Callable[[Published], Iterator[Change]]] = {
    "digit": _digits,
    "qualifier": _qualifiers,
    "unit": _units,
    "name": _names,
    "person": _people,
    "date": _dates,
}

_HARMLESS = {
    "en": (
        (r"\bNov\.(?= \d)", "November"),
        (r"\bMarch(?= \d)", "Mar."),
        (r"(?<=\d)%", " percent"),
        (r"\bRMB\s?([\d.]+ billion)\b", r"\1 yuan"),
        (r"\bnearly(?= RMB| HK)", "almost"),
        (r"\bmore than(?= \d)", "over"),
        (r"\bmore than(?= one)", "over"),
        (r"\babout(?= \d)", "around"),
        (r"“([^”]*)”", r'"\1"'),
        (r"\bfive-day\b", "5-day"),
        (r"\bfive days\b", "5 days"),
        (r"\btwo days\b", "2 days"),
        (r" and (?=[a-z]+\.)", " as well as "),
        (r"\bone-third\b", "a third"),
        (r"\bwill\b", "is going to"),
        (r", ", " , "),
        (r"–", "-"),
    ),
    "zh": (
        (r"2100亿", "2,100亿"),
        (r"(\d+)月(\d+)日", r"\1月 \2日"),
        (r"近(?=\d)", "将近"),
        (r"超过", "逾"),
        (r"超過", "逾"),
        (r"[约約](?=\d)", "大约"),
        (r"[为為]期五天", "为期5天"),
        (r"%", "％"),
        (r"三分之一", "1/3"),
        (r"“([^”]*)”", r"「\1」"),
        (r"将", "将会"),
        (r"，", ","),
        (r"1\.85万", "18500"),
        (r"(?<=\d)至(?=\d)", "—"),
    ),
}


def harmless(edition: Published) -> Iterator[Planted]:
    """The edition with one thing told in other words that mean the same."""
    for pattern, other in _HARMLESS[edition.tag[:2]]:
        for match in re.finditer(pattern, edition.text):
            new = match.expand(other)
            text = f"{edition.text[: match.start()]}{new}{edition.text[match.end() :]}"
            yield Planted(pattern, text, match.start(), match.start() + len(new), match[0], new)


def main(seed: int = 2022, number: int = 20) -> None:
    """Print recall per kind over all editions, what was missed, and the false alarms."""
    draw = random.Random(seed)
    made: Counter[str] = Counter()
    found: Counter[str] = Counter()
    missed: dict[str, list[str]] = defaultdict(list)
    alarms: list[str] = []
    total = 0
    for edition in published():
        for one in departures(edition, edition.text):
            print("CLEAN?", edition.name, one.severity, one.rule, one.message)
        for change in planted(edition, draw, number):
            made[change.kind] += 1
            if is_found(change, departures(edition, change.text)):
                found[change.kind] += 1
            else:
                near = change.text[max(0, change.start - 30) : change.end + 30].replace("\n", "|")
                missed[change.kind].append(f"{edition.name}: {change.old!r} -> {change.new!r}: {near}")
        for change in harmless(edition):
            total += 1
            bad = [one for one in departures(edition, change.text) if one.severity.rank < 2]
            if bad:
                alarms.append(f"{edition.name}: {change.old!r} -> {change.new!r}: {bad[0].message}")
    print(f"{len(published())} editions, {made.total()} mutations: {found.total() / made.total():.1%} found")
    for kind in KINDS:
        print(f"  {kind:10} {found[kind]:5} of {made[kind]:5}  {found[kind] / max(1, made[kind]):.1%}")
        for line in missed[kind][:12]:
            print(f"      {line}")
    print(f"{total} harmless variations: {len(alarms)} false alarms ({len(alarms) / max(total, 1):.1%})")
    for line in alarms[:60]:
        print(f"      {line}")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
