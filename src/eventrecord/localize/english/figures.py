"""Figures in English text: nearly RMB 210 billion, one-third, dozens, the 21st."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from functools import cached_property
from typing import Any

from eventrecord.localize.alternatives import either
from eventrecord.localize.calendar.plain import NARROW_SPACES, plain_text, with_commas
from eventrecord.localize.data import Table
from eventrecord.localize.english.figure_forms import FigureForms
from eventrecord.localize.english.named_numbers import is_in_name
from eventrecord.localize.english.numbers import number_from_words
from eventrecord.localize.readings import Read, fraction, ratio
from eventrecord.model.figure import Qualifier

__all__ = ["FigureReader"]

_ABOUT = "\N{ALMOST EQUAL TO}"
"""Stands for a tilde, which would become a dash."""
_CODE = re.compile("(?<![A-Za-z])[A-Z]{3}(?![A-Za-z])")
"""A currency where it is in capitals: ten try, TRY 10."""
_BEFORE_CHANGE = 60
_MINUS = re.compile(r"(?<![0-9%])[ (]-$")
"""A minus sign, but neither the dash of a range nor one that points out an entry of a list."""
_SIGNED = frozenset({"percent", "count", "money"})
"""What may be below zero."""
_LONGEST = 60
"""Characters of a number; what is longer is none."""


class FigureReader(FigureForms):
    """The grammar of one locale: what a match of its forms says."""

    def plain(self, text: str) -> str:
        """A text as the pattern is looked for in it, every character where it was."""
        grouped = with_commas(with_commas(text, NARROW_SPACES), " ", least=2)
        plain = plain_text(grouped.replace("~", _ABOUT))
        lower, codes = _lower(plain), [code for code in _CODE.finditer(plain) if code[0] in self.codes]
        ends = [0, *(code.end() for code in codes)]
        pieces = (lower[end : code.start()] + code[0] for end, code in zip(ends, codes, strict=False))
        return "".join((*pieces, lower[ends[-1] :]))

    def read(self, match: re.Match[str]) -> Read | None:
        """What a match says; None if it is no figure after all."""
        found = match.groupdict()
        if found["skip"]:
            return None
        if found["ordinal"]:
            said = self.before[found["before0"].strip()] if found["before0"] else None
            if self._stands_by(match, "ordinal_before", "ordinal_after") or self._is_time(match):
                return None
            return Read("ordinal", Decimal(self._ordinal(found["ordinal"])), None, said)
        read = self._share(match, found) or self._multiple(match, found) or self._number(match, found)
        if read is None:
            return None
        if (
            found["before"]
            and self.before[found["before"].strip()] is Qualifier.UP_TO
            and self._moves_up(match)
        ):
            found["before"], read = None, read._replace(earlier=read.earlier - len(match["before"]))
        read = read._replace(qualifier=read.qualifier or self._qualifier(found))
        return self._negative(match, self._bare(found, read))

    def is_in_name(self, text: str, start: int, end: int) -> bool:
        """Whether a bare number is part of a name."""
        if text[start:end].lower() in self.ordinals and self._editions.match(text, end):
            return False
        return is_in_name(text, start, end, self._headed)

    @cached_property
    def _headed(self) -> re.Pattern[str]:
        """What is counted in a headline, where its words begin with capitals: Four Hybrid Vessels."""
        return re.compile(self.lexicon["headlines"]["counted"])

    @cached_property
    def _editions(self) -> re.Pattern[str]:
        """What follows an ordinal that is part of no name, though it has a capital: Sea Forum."""
        table, name = self.lexicon["editions"], r"[A-Z][\w’'&-]*|\([A-Z][^()]{0,20}\)"
        return re.compile(rf"(?: (?:{name}|{either(table['small'])})){{0,6}} (?:{either(table['words'])})\b")

    def _bare(self, found: Mapping[str, Any], read: Read) -> Read:
        """Without words before the number that say nothing of it: a total of 25 is 25."""
        word = found["before"] or ""
        if word.strip() not in self.lexicon["no_qualifiers"]["words"]:
            return read
        return read._replace(earlier=read.earlier - len(word))

    def _negative(self, match: re.Match[str], read: Read) -> Read:
        """A share or a count below zero: minus 0.3 percent."""
        before = match.string[max(0, match.start() - 9) : match.start()]
        word = next((word for word in self.lexicon["negative"] if before.endswith(word)), None)
        if word is None and _MINUS.search(before):
            word = before[-1]
        if read.kind not in _SIGNED or word is None or not isinstance(read.value, Decimal) or read.earlier:
            return read
        return read._replace(value=-read.value, earlier=len(word))

    def _ordinal(self, word: str) -> int:
        if word[0].isdigit() and " " not in word:
            return int(re.sub(r"[^0-9]", "", word))
        many, _, last = word.rpartition(" ")
        named: Mapping[str, int] = self.lexicon["ordinals"]
        return int(many or 1) * named[last] if last in named else self.ordinals[word]

    def _qualifier(self, found: Mapping[str, Any]) -> Qualifier | None:
        said = [found["before"], found["before2"]]
        marks = [self.before[word.strip()] for word in said if word]
        marks += [self.after[_tail(found[name], self.after)] for name in ("after", "after2") if found[name]]
        return min((mark for mark in marks if mark is not Qualifier.EXACTLY), key=_is_about, default=None)

    def _share(self, match: re.Match[str], found: Mapping[str, Any]) -> Read | None:
        if found["fraction"]:
            return fraction(Decimal(found["numerator"]), Decimal(found["denominator"]))
        if found["shares"]:
            count = self._value(found["count"])
            return fraction(count, Decimal(self.parts_many[found["parts"]]))
        if found["share"]:
            part = self.parts[found["kind"]]
            if found["kind"] in self.lexicon["half"] and self._stands_by(match, "half_before", "half_after"):
                return None
            if found["one"] in self.lexicon["rest"]:  # the remaining third
                return Read("fraction", f"1/{part}", earlier=match.start() - match.start("kind"))
            if not self._is_followed(match, "part_after"):
                return fraction(Decimal(1), Decimal(part))
            if found["kind"] not in self.ordinals:
                return None
            return Read("ordinal", Decimal(part), earlier=match.start() - match.start("kind"))
        if found["half"]:
            other = self._stands_by(match, "half_before", "half_after")
            return None if other else fraction(Decimal(1), Decimal(2))
        return None

    def _is_followed(self, match: re.Match[str], name: str) -> bool:
        """Whether a word follows that makes `a third` an ordinal: a third time, but not a third of."""
        if match["one"] and match["one"] not in self.articles:
            return False
        following = re.compile(r"[ -]([a-z]+)").match(match.string, match.end())
        if following is not None and following[0][0] == "-":
            return True
        return following is not None and following[1] not in self.lexicon["no_figure"][name]

    def _stands_by(self, match: re.Match[str], before: str, after: str) -> bool:
        table = self.lexicon["no_figure"]
        return _precedes(match, table[before]) or _follows(match, table[after])

    def _multiple(self, match: re.Match[str], found: Mapping[str, Any]) -> Read | None:
        if found["multiple"]:
            return Read("ratio", Decimal(self.lexicon["multiples"][found["multiple"]]))
        if found["to_multiple"]:
            return Read("ratio", Decimal(self.lexicon["multiple_verbs"][found["to_multiple"]]))
        if found["fold"]:
            times = self._value(re.sub(r"-?[a-z]+$", "", found["fold"]) or self._folded(found["fold"]))
            return Read("ratio", times) if times is not None else None
        if found["ratio"]:
            left, right = self._value(found["left"]), self._value(found["right"])
            ahead = match.string[max(0, match.start() - 40) : match.start()]
            named = any(word in ahead for word in self.lexicon["ratio_words"])
            return ratio(left, right) if named or len(found["right"]) != 2 else None  # 9:30 is a time
        if found["odds"]:
            part, whole = self._value(found["part"]), self._value(found["whole"])
            if part and whole and part < whole <= 100:
                return ratio(part, whole)
            return self._part_alone(match, found)
        return None

    def _part_alone(self, match: re.Match[str], found: Mapping[str, Any]) -> Read | None:
        """The first of two numbers that are no odds: 100 in 2010."""
        part = self._value(found["part"])
        named = _precedes(match, self.lexicon["no_figure"]["before"])
        if part is None or named or found["part"] in self.lexicon["one"]:
            return None
        return Read("count", part, end=match.end("part"))

    def _folded(self, word: str) -> str:
        return next(word[: -len(end)].rstrip("-") for end in self.lexicon["fold"] if word.endswith(end))

    def _number(self, match: re.Match[str], found: dict[str, Any]) -> Read | None:
        if found["vague"]:
            return self._vague(found)
        if not found["low"]:
            return None
        low = self._scaled(found["low"], found["low_scale"], bool(found["low_half"]))
        if low is None:
            return None
        unit = self._unit(found["unit"]) or self._unit(found["low_unit"])
        sign = self._sign(found["low_sign"]) or self._sign(found["high_sign"])
        money = sign or (unit[1] if unit and unit[0] == "money" else None)
        if self._is_measure(match, found, money):
            return None
        if unit and unit[0] == "ratio" and _precedes(match, self.lexicon["often"]["verbs"]):
            return Read("count", low, end=match.start("unit"))
        if found["high"]:
            first = low
            high = self._scaled(found["high"], found["high_scale"])
            shared = 1 if found["low_scale"] else self._shared(found)
            if high is not None and low * shared < high:
                low *= shared
            apart = found["range"] in self.lexicon["or"] and high != low + 1
            if found["range"] == "-" and high is not None and high <= low and not found["low_unit"]:
                return None  # won 3-2
            if high is None or high <= low or apart or self._differ(found) or self._is_change(match, found):
                return self._first_only(match, found, first)
            return _read(f"{low.normalize():f}-{high.normalize():f}", money, unit)
        if unit is None and money is None and self._is_no_figure(match, found, low):
            return None
        return _read(low, money, unit)

    def _shared(self, found: Mapping[str, Any]) -> int:
        """What both ends are counted in: 60-70 million, two to three hundred thousand."""
        shared, least = self._scale(found["high_scale"]), self._scale(found["low"].rpartition(" ")[2])
        for word in reversed(re.split("[ -]", found["high"])):
            if self.scales.get(word, 0) <= least:
                break
            shared *= self.scales[word]
        return shared

    def _differ(self, found: Mapping[str, Any]) -> bool:
        """Whether two numbers are of different things: 12% to US$1.2 billion."""
        low, high = self._unit(found["low_unit"]), self._unit(found["unit"])
        low = low or (("money", self._sign(found["low_sign"]) or "") if found["low_sign"] else None)
        high = high or (("money", self._sign(found["high_sign"]) or "") if found["high_sign"] else None)
        return bool(low and high and low != high) or bool(found["low_unit"] and not high)

    def _is_change(self, match: re.Match[str], found: Mapping[str, Any]) -> bool:
        """Whether something went from the one number to the other, or by the one to the other.

        Rose from HK$50 to HK$75; rose HK$25 to HK$75; but rose 5% to 10% may be a range.
        """
        ends = [
            bool(found[f"{end}_sign"] or found[unit]) for end, unit in (("low", "low_unit"), ("high", "unit"))
        ]
        if found["between"] or ends[0] != ends[1]:
            return False
        begin, is_sum = (
            max(0, match.start() - _BEFORE_CHANGE),
            bool(found["high_sign"]) or self._is_sum(found),
        )
        led = self.change.search(match.string, begin, match.start())
        return bool(led or (all(ends) and is_sum and self.step.search(match.string, begin, match.start())))

    def _is_sum(self, found: Mapping[str, Any]) -> bool:
        unit = self._unit(found["unit"])
        return unit is not None and unit[0] == "money"

    def _first_only(self, match: re.Match[str], found: dict[str, Any], low: Decimal) -> Read:
        """The first of two numbers that are no range: 3 to 2."""
        found["after"] = found["after2"] = None
        unit = self._unit(found["low_unit"])
        money = self._sign(found["low_sign"]) or (unit[1] if unit and unit[0] == "money" else None)
        return _read(low, money, unit)._replace(end=match.start("range"))

    def _is_measure(self, match: re.Match[str], found: Mapping[str, Any], money: str | None) -> bool:
        """Whether the letter after a number is another unit's: a 5m wall, but HK$5m and 5m viewers."""
        letters = {(found[name] or "").strip(" -") for name in ("low_scale", "high_scale")}
        if money is not None or not letters & {"m", "b", "t"}:
            return False
        return not re.compile(self.lexicon["no_figure"]["plural"]).match(match.string, match.end())

    def _is_no_figure(self, match: re.Match[str], found: Mapping[str, Any], low: Decimal) -> bool:
        table = self.lexicon["no_figure"]
        if found["low"] in self.lexicon["one"] and not found["low_scale"]:
            return self._stands_by(match, "one_before", "one_after") or self._is_pronoun(match)
        if found["before"] or found["after"]:
            return _follows(match, table["after"])
        if low <= 31 and (_follows(match, table["months"]) or _precedes(match, table["months"])):
            return True
        return _follows(match, table["after"]) or _precedes(match, table["before"])

    def _moves_up(self, match: re.Match[str]) -> bool:
        """Whether something goes up to a number, and is not bounded by it: edging up to 2.7 percent."""
        ahead = match.string[max(0, match.start() - 12) : match.start()]
        return re.search(self.lexicon["no_figure"]["moved_up"], ahead) is not None

    def _is_time(self, match: re.Match[str]) -> bool:
        """Whether a second is one of time: for a second, but not for a second year."""
        table = self.lexicon["no_figure"]["second_before"]
        return _precedes(match, table) and re.compile(" [a-z]").match(match.string, match.end()) is None

    def _is_pronoun(self, match: re.Match[str]) -> bool:
        """Whether `one` stands for a noun: the old one."""
        ahead = match.string[max(0, match.start() - _BEFORE_CHANGE) : match.start()]
        words = self.lexicon["one_for_noun"]
        return bool(
            re.search(words["before"], ahead) and re.compile(words["after"]).match(match.string, match.end())
        )

    def _vague(self, found: Mapping[str, Any]) -> Read:
        value, words = Decimal(1), self.lexicon["vague_words"]
        for word in re.split(r" of | (?!few)", found["vague"]):
            value *= words.get(word) or self.scales.get(word) or self.scales[word.removesuffix("s")]
        value = Decimal(10) ** value.adjusted()  # several dozen are tens
        unit = self._unit(found["vague_unit"])
        sign = self._sign(found["sign"])
        money = sign or (unit[1] if unit and unit[0] == "money" else None)
        return _read(value, money, unit)._replace(qualifier=Qualifier.SEVERAL)

    def _value(self, said: str) -> Decimal | None:
        if len(said) > _LONGEST:
            return None
        if said[0].isdigit():
            return Decimal(said.replace(",", "")) if not re.match("0[0-9]", said) else None
        words = re.split("[ -]", said)
        half = words[0] in self.lexicon["half"]
        number = number_from_words(words[half:], self.small, self.scales)
        return None if number is None else Decimal(number) / (2 if half else 1)

    def _scale(self, said: str | None) -> int:
        word = (said or "").strip(" -")
        return (self.scales.get(word) or self.lexicon["scale_letters"].get(word) or 1) if word else 1

    def _scaled(self, said: str, scale: str | None, half: bool = False) -> Decimal | None:
        value = self._value(said)
        return None if value is None else (value + (Decimal("0.5") if half else 0)) * self._scale(scale)

    def _sign(self, said: str | None) -> str | None:
        return self.money_before[said.strip()] if said else None

    def _unit(self, said: str | None) -> tuple[str, str] | None:
        """Kind and unit of the words after a number."""
        if not said:
            return None
        word = said.strip(" -").removeprefix("of ").replace("-", " ")
        lexicon: Table = self.lexicon
        if word in lexicon["currency_after_scale"]:
            return "money", str(lexicon["currency_after_scale"][word])
        if word in lexicon["percent"]:
            return "percent", str(lexicon["percent"][word])
        if word in lexicon["points"]:
            return "points", str(lexicon["points"][word])
        if word in lexicon["area_words"]:
            return "area", lexicon["area_words"][word]
        if word in lexicon["times_words"]:
            return "ratio", ""
        if word in self.cents:
            return "cents", self.cents[word]
        return "money", self.money_after.get(word) or self.money_after[word.removesuffix("s")]


def _is_about(mark: Qualifier) -> bool:
    """Whether this says less than any other mark beside it: nearly of about nearly 42."""
    return mark is Qualifier.ABOUT


def _read(value: Decimal | str, money: str | None, unit: tuple[str, str] | None) -> Read:
    if money:
        return Read("money", value, money)
    kind, name = unit or ("count", "")
    if kind == "percent":
        return Read("percent", value)
    if kind == "points":
        return Read("percent", value * Decimal(name) if isinstance(value, Decimal) else value, "pp")
    if kind == "ratio":
        return Read("ratio", value)
    if kind == "cents":
        return Read("money", value / 100 if isinstance(value, Decimal) else value, name)
    return Read("count", value, name or None)


def _lower(text: str) -> str:
    """In lower case, every character where it was."""
    lower = text.lower()
    return lower if len(lower) == len(text) else "".join(c if len(c.lower()) > 1 else c.lower() for c in text)


def _tail(said: str, words: Mapping[str, object]) -> str:
    return said if said in words else said.strip()


def _follows(match: re.Match[str], words: list[str]) -> bool:
    near = match.string[match.end() : match.end() + 20]
    return any(
        text.startswith(word) and not text[len(word) : len(word) + 1].isalpha()
        for text in (near, near.lstrip(" -"))
        for word in words
    )


def _precedes(match: re.Match[str], words: list[str]) -> bool:
    text = match.string[max(0, match.start() - 20) : match.start()].rstrip(" -")
    return any(text.endswith(word) and not text[: len(text) - len(word)][-1:].isalpha() for word in words)
