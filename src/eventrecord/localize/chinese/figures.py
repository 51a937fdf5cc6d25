"""Figures in Chinese text: 近2100亿元, 三分之一, 数百位, 第二十一届."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from itertools import takewhile
from typing import Any

from eventrecord.localize.alternatives import either
from eventrecord.localize.calendar.plain import SPACES, plain_text, with_commas
from eventrecord.localize.chinese.amounts import amount_from_text, factor
from eventrecord.localize.chinese.figure_forms import FigureForms
from eventrecord.localize.chinese.numerals import common_characters, neighbours
from eventrecord.localize.readings import Read, fraction, ratio
from eventrecord.model.figure import Qualifier

__all__ = ["FigureReader"]

_SIGNED = frozenset({"percent", "count", "money"})
"""What may be below zero."""
_ROUND = (10, 100)
"""Of so many, some are a share."""
_YEAR = re.compile("(?:19|20)[0-9]{2}")
_QUOTES = frozenset("“「『《‘〈")
_CLOSED = re.compile(r"[^，。、；：？！“”「」『』《》\s]{1,8}[”」』》’〉]")
_KEPT = str.maketrans({"\N{FULLWIDTH COMMA}": "\N{IDEOGRAPHIC COMMA}"})
"""A comma of a sentence is none between groups of digits."""


class FigureReader(FigureForms):
    """What a match of the forms says."""

    def plain(self, text: str) -> str:
        """A text as the forms are looked for in it, every character where it was."""
        common = common_characters(text.translate(_KEPT), either(self.lexicon["yuan"]["words"]))
        return plain_text(with_commas(common, SPACES))

    def read(self, match: re.Match[str]) -> Read | None:
        """What a match says; None if it is no figure after all."""
        found = match.groupdict()
        if found["skip"] or self._is_year_of_name(match, found):
            return None
        if found["first"]:
            return Read("ordinal", Decimal(1))
        if found["ordinal"]:
            place = self._value(found["place"])
            if not place or place != int(place):
                return None
            return Read("ordinal", place, None, self.before.get(found["before0"] or ""))
        read = self._share(found) or self._multiple(found) or self._vague(found) or self._number(match, found)
        if read is None:
            return None
        read = read._replace(qualifier=read.qualifier or self._qualifier(found))
        return self._negative(match, self._bare(found, read))

    def _is_year_of_name(self, match: re.Match[str], found: Mapping[str, Any]) -> bool:
        """Whether a bare number is the year of a name: 2022上海国际生物医药产业周."""
        return bool(found["low"] and _YEAR.fullmatch(match[0]))

    def is_in_name(self, text: str, start: int, end: int) -> bool:
        """Whether a bare number begins what stands in quotation marks: “两个毫不动摇”."""
        if not start or text[start - 1] not in _QUOTES:
            return False
        close = _CLOSED.match(text, end)
        return close is not None

    def _bare(self, found: Mapping[str, Any], read: Read) -> Read:
        """Without a word before the number that says nothing of it: 共25场 is 25场."""
        words = (found[name] for name in ("before", "before2", "before3") if found[name])
        bare = takewhile(self.lexicon["no_qualifiers"]["words"].__contains__, words)
        return read if read.earlier else read._replace(earlier=-sum(map(len, bare)))

    def _negative(self, match: re.Match[str], read: Read) -> Read:
        """A share or a degree below zero: 负0.3%, 零下5度."""
        if not isinstance(read.value, Decimal) or read.earlier or read.kind not in _SIGNED:
            return read
        table = self.lexicon["negative"]
        before = match.string[max(0, match.start() - 3) : match.start()]
        if before[-2:] in table["not"]:
            return read
        if re.search(table["minus"], before):
            return read._replace(value=-read.value, earlier=1)
        signs = table["below"] if read.kind == "count" else table["words"]
        sign = next((sign for sign in signs if before.endswith(sign)), None)
        return read._replace(value=-read.value, earlier=len(sign)) if sign else read

    def _qualifier(self, found: Mapping[str, Any]) -> Qualifier | None:
        words = ("before", "before2", "before3", "doubling_before")
        marks = [self.before[found[name]] for name in words if found[name]]
        marks += [self.inside[found[name]] for name in ("low_inside", "high_inside") if found[name]]
        marks += [
            self.inside[found[name]]
            for name in ("tenth_more", "tenth_over", "times_more", "doubling_more")
            if found[name]
        ]
        endings = ("after", "after2", "half_after", "share_after", "fraction_after", "tenth_after")
        marks += [self.after[found[name]] for name in endings if found[name]]
        return next((mark for mark in marks if mark is not Qualifier.EXACTLY), None)

    def _share(self, found: Mapping[str, Any]) -> Read | None:
        if found["half"]:
            said = Qualifier(self.lexicon["fractions"][found["half"]])
            return Read("fraction", "1/2", None, None if said is Qualifier.EXACTLY else said)
        if found["fraction"]:
            below, above = self._value(found["denominator"]), self._value(found["numerator"])
            return fraction(above, below)
        if found["slashed"]:
            return fraction(Decimal(found["over"]), Decimal(found["under"]))
        if found["share"]:
            return self._share_of(found)
        if found["tenths"]:
            return self._tenths(found)
        return None

    def _share_of(self, found: Mapping[str, Any]) -> Read | None:
        part = Decimal(str(self.lexicon["percent_parts"][found["part"]]))
        low, high = self._value(found["share_low"]), self._value(found["share_high"] or "")
        if low is None:
            return None
        return Read("percent", _range(low * part, high * part if high is not None else None))

    def _tenths(self, found: Mapping[str, Any]) -> Read | None:
        if pair := neighbours(found["low_tenth"]):
            return Read("percent", _range(Decimal(pair[0] * 10), Decimal(pair[1] * 10)))
        if found["low_tenth"] in self.lexicon["tenths"]["half"]:
            return Read("percent", Decimal(5))
        low, high = self._value(found["low_tenth"]), self._value(found["high_tenth"] or "")
        part = self._value(found["tenth_part"] or "") or Decimal(5 if found["tenth_half"] else 0)
        if low is None or not 0 < low <= 10 or (found["high_tenth"] and (high is None or high <= low)):
            return None
        if high is not None:
            return Read("percent", _range(low * 10, high * 10 + part))
        return Read("percent", low * 10 + part)

    def _multiple(self, found: Mapping[str, Any]) -> Read | None:
        if found["doubled"]:
            return Read("ratio", Decimal(2))
        if found["doubling"]:
            times = self._value(found["doublings"])
            return Read("ratio", Decimal(2) ** times) if times and times <= 20 else None
        if found["odds"]:
            return self._odds(found)
        if found["ratio"]:
            return ratio(self._value(found["left"]), self._value(found["right"]))
        return None

    def _odds(self, found: Mapping[str, Any]) -> Read | None:
        """每10位老人中有3位; 十户中有九户, but 25个城市中有3个 are two numbers."""
        whole, part = self._value(found["whole"]), self._value(found["part_of"])
        if not whole or not part or part >= whole or not (found["each"] or whole in _ROUND):
            return None
        return ratio(part, whole)

    def _vague(self, found: Mapping[str, Any]) -> Read | None:
        if found["few"]:
            kind, unit = self._unit(found["few_unit"], found["sign"])
            return Read(kind, Decimal(1), unit, Qualifier.SEVERAL)
        if found["idiom"]:
            value = Decimal(self.lexicon["vague_words"][found["idiom"]])
            kind, unit = self._unit(found["idiom_unit"], None)
            return Read(kind, value, unit, Qualifier.SEVERAL)
        if found["vague"]:
            value = Decimal(factor(found["order"], self.powers))
            kind, unit = self._unit(found["vague_unit"], found["sign"])
            said = Qualifier.AT_LEAST if found["at_least"] else Qualifier.SEVERAL
            return Read(kind, value, unit, said)
        return None

    def _number(self, match: re.Match[str], found: dict[str, Any]) -> Read | None:
        if not found["low"]:
            return None
        if self._value(found["low"]) is None:
            return self._pair(found)
        low = self._with_scale(found["low"], found["low_scale"])
        if low is None or self._is_no_figure(match, found):
            return None
        named = found["unit"] or found["low_unit"]
        kind, unit = self._unit(named, found["sign"] or found["high_sign"])
        value: Decimal | str = low
        if found["high"]:
            first = low
            high = self._with_scale(found["high"], found["high_scale"])
            if high is None:
                return None
            shared = self._shared(found)
            if low * shared < high:
                low *= shared
            if high <= low or self._differ(found) or self._is_step(match, found):
                return self._first_only(match, found, first)
            value = _range(low, high)
        scaled = self._scaled(kind, named, value)
        if scaled is None:
            return None
        if kind != "ratio" or not isinstance(scaled, Decimal):
            return Read(kind, scaled, unit)
        rise, reach = self._rise(match, "rise_marks"), self._rise(match, "reach_marks")
        return Read(kind, scaled + (0 if reach else bool(rise)), unit, earlier=reach or rise)

    def _with_scale(self, said: str, scale: str | None) -> Decimal | None:
        """An amount and the powers after a word within it: 2亿3千余万 is 230 million and more."""
        number = self._value(said)
        if number is None or not scale:
            return number
        least = min(self.powers[char] for char in scale)
        within = any(self.powers.get(char, 0) > least for char in said)
        return self._value(said + scale) if within else number * factor(scale, self.powers)

    def _pair(self, found: Mapping[str, Any]) -> Read | None:
        """七八百人 is 700 to 800, 三五家 three to five."""
        pair, order = neighbours(found["low"][:2]), found["low"][2:]
        counted = order or found["unit"] or found["measure"]
        if pair is None or found["high"] or not counted or any(char not in self.powers for char in order):
            return None
        each = factor(order + (found["low_scale"] or ""), self.powers)
        kind, unit = self._unit(found["unit"], found["sign"])
        return Read(kind, _range(Decimal(pair[0] * each), Decimal(pair[1] * each)), unit)

    def _differ(self, found: Mapping[str, Any]) -> bool:
        """Whether two numbers are of different things: 12%至5亿元."""
        high = found["unit"] or found["measure"] or found["point"]
        return bool(
            found["low_unit"] and high and self._unit(found["low_unit"], None) != self._unit(high, None)
        )

    def _is_step(self, match: re.Match[str], found: Mapping[str, Any]) -> bool:
        """Whether something moved by the one number to the other: 加2元至29元, but 加2至29元 is a range."""
        if not found["low_unit"] or self._unit(found["low_unit"], None)[0] not in ("money", "count"):
            return False
        steps = self.lexicon["steps"]
        ahead = match.string[max(0, match.start() - 4) : match.start()].rstrip("".join(steps["marks"]))
        return ahead.endswith(tuple(steps["verbs"]))

    def _first_only(self, match: re.Match[str], found: dict[str, Any], low: Decimal) -> Read:
        """The first of two numbers that are no range: 5家至3家."""
        found["after"] = found["after2"] = None
        kind, unit = self._unit(found["low_unit"], found["sign"])
        value = self._scaled(kind, found["low_unit"], low)
        return Read(kind, value if value is not None else low, unit, end=match.start("range"))

    def _shared(self, found: Mapping[str, Any]) -> int:
        """What both ends of 3至5亿元 are counted in."""
        if found["low_unit"] or found["low_scale"] or any(char in self.powers for char in found["low"]):
            return 1
        big = re.search(rf"[{''.join(c for c, p in self.powers.items() if p > 1)}]+$", found["high"])
        return factor((big[0] if big else "") + (found["high_scale"] or ""), self.powers)

    def _scaled(self, kind: str, named: str | None, value: Decimal | str) -> Decimal | str | None:
        said = (named or "").strip()
        if said in self.cents and isinstance(value, Decimal):
            return value / 100
        if kind != "percent" or said not in self.units:
            return value
        each = Decimal(self.units[said][1])
        ends = (
            [Decimal(end) * each for end in str(value).split("-")]
            if isinstance(value, str)
            else [value * each]
        )
        return _range(ends[0], ends[1] if len(ends) > 1 else None)

    def _rise(self, match: re.Match[str], name: str) -> int:
        """How far before a multiple a rise begins: 增长两倍 is three times as much, 增长到两倍 twice."""
        times = self.lexicon["times"]
        marks = either(times[name])
        text = match.string[max(0, match.start() - 8) : match.start()]
        optional = "?" if name == "rise_marks" else ""
        rise = re.search(rf"(?:{either(times['rises'])})(?:{marks}){optional}$", text)
        return len(rise[0]) if rise else 0

    def _is_no_figure(self, match: re.Match[str], found: Mapping[str, Any]) -> bool:
        said, named = found["low"], found["unit"] or found["low_unit"] or found["measure"] or found["point"]
        if said[0] == "0" and len(said) > 1 and said[1] not in ".":
            return True
        if all(char in self.powers for char in said) and self.powers[said[0]] > 1:
            money = (found["unit"] or "").strip() in self.money_after
            whole = len(said) > 1 and self.powers[said[0]] < 4 and (money or found["measure"])
            marked = (found["before"] or found["before3"]) and (named or len(said) > 1)
            # 百万元 and 近百家, but neither the 亿元 over a table nor the 约千 of 纽约千禧酒店
            return not (found["low_inside"] or whole or marked)
        if named or found["before"] or found["before3"] or found["sign"] or found["low_inside"]:
            return False
        ahead = match.string[max(0, match.start() - 4) : match.start()]
        if not said.isascii() and self._is_small(said, ahead):
            return True
        if ahead.endswith(" ") and ahead.rstrip()[-1:].isascii() and ahead.rstrip()[-1:].isalpha():
            return True  # iPhone 14
        return ahead.endswith(tuple(self.lexicon["no_figure"]["before"]))

    def _is_small(self, said: str, ahead: str) -> bool:
        """Whether these are characters that stand in names and sayings, too: 一, 十二, but not 增至三十."""
        small = len(said) < 4 and not any(self.powers.get(c, 0) > 1 or c in self.points for c in said)
        led = ahead.endswith(tuple(self.lexicon["times"]["reach_marks"]))
        return len(said) == 1 or (small and not led)

    def _value(self, said: str) -> Decimal | None:
        return amount_from_text(said, self.powers, self.points) if said else None

    def _unit(self, said: str | None, sign: str | None) -> tuple[Any, str | None]:
        """Kind and unit by the words after a number and the currency before it."""
        kind, name = self.units.get((said or "").strip(), ("count", ""))
        if sign:
            return "money", self.money_before[sign.strip()]
        if kind == "money":
            return "money", name or self.home
        if kind == "points":
            return "percent", "pp"
        if kind == "area":
            return "count", name
        if kind == "cents":
            return "money", name
        return kind, None


def _range(low: Decimal, high: Decimal | None) -> Decimal | str:
    if high is None:
        return low
    return f"{low.normalize():f}-{high.normalize():f}"
