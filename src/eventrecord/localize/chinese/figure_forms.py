"""The forms of figures in Chinese, and the pattern of a locale that they make together."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cached_property

from eventrecord.localize.alternatives import either, longest_first
from eventrecord.localize.chinese.numerals import numerals
from eventrecord.localize.currencies import currency_names
from eventrecord.localize.language import Language
from eventrecord.model.figure import Qualifier

__all__ = ["FigureForms"]

_APART = r"(?<![0-9A-Za-z])(?<![0-9][.,:/-])(?<![A-Za-z]-)"
"""Where digits may begin: not within a date, a time, a code or another number."""
_DIGITS = _APART + r"[0-9]+(?:,[0-9]{3}(?![0-9]))*(?:\.[0-9]+)?"


class FigureForms:
    """The words of one locale, put into one pattern."""

    def __init__(self, language: Language) -> None:
        lexicon = language.lexicon
        self.lexicon = lexicon
        self.home: str = lexicon["currency"]
        self.powers: Mapping[str, int] = lexicon["powers"]
        self.points = "".join(lexicon["points_of_numbers"]["words"])
        self.before = {word: Qualifier(name) for name, row in lexicon["before"].items() for word in row}
        self.after = {word: Qualifier(name) for name, row in lexicon["after"].items() for word in row}
        self.after |= {word: Qualifier(name) for name, row in lexicon["after_share"].items() for word in row}
        self.inside = {word: Qualifier(name) for name, row in lexicon["inside"].items() for word in row}
        self.money_before: dict[str, str] = dict(lexicon["currency_before"])
        self.money_after: dict[str, str] = dict(lexicon["currency_after"])
        for code, names in currency_names(language.words["babel"]).items():
            self.money_before.setdefault(code, code)
            for name in (code, *names):
                self.money_after.setdefault(name, code)
        self.money_after |= dict.fromkeys(lexicon["yuan"]["words"], "")
        self.cents: dict[str, str] = dict(lexicon["cents"])
        self.units: dict[str, tuple[str, str]] = {
            **{word: ("percent", str(value)) for word, value in lexicon["percent"].items()},
            **{word: ("points", str(value)) for word, value in lexicon["points"].items()},
            **dict.fromkeys(lexicon["times"]["words"], ("ratio", "")),
            **{word: ("area", unit) for word, unit in lexicon["area_words"].items()},
            **{word: ("money", code) for word, code in self.money_after.items()},
            **{word: ("cents", code) for word, code in self.cents.items()},
        }

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """All that is a figure; of forms that begin alike, the longer ones first."""
        lexicon, parts = self.lexicon, self._parts
        of = either(word[-1] for word in lexicon["over"]["words"])  # 十分之一 begins with 十分
        over, run, measure = parts["over"], parts["run"], parts["classifier"]
        words = (
            rf"(?:{either(lexicon['no_figure']['words'])})(?!{over}|{of}{parts['digit']}|{parts['large']})"
        )
        before, first = parts["before"], _any_of(lexicon["ordinals"]["first"])
        numbers = (
            r"\+[0-9][0-9 -]{5,20}",
            r"\([0-9]{2,4}\)[0-9 -]{5,12}",
            r"[0-9]{3,4}-[0-9]{3,4}-[0-9]{3,4}",
        )  # of telephones
        skip = rf"(?P<skip>https?://[^\s]*|www\.[^\s]*|{'|'.join(numbers)}|{words})"
        ordinal = (
            rf"(?P<first>{first}(?:{measure}|{either(lexicon['measures']['first'])}))"
            rf"|(?P<before0>{before})?(?!{words})(?P<ordinal>{_any_of(lexicon['ordinals']['marks'])} ?"
            rf"(?P<place>{run})(?:{either(lexicon['measures']['ordinal'])}|{parts['none']}(?:{measure}))?)"
        )
        return re.compile(
            rf"(?=[0-9hw+({self._opens}])"
            rf"(?:{skip}|{ordinal}|(?:(?P<before>{before}) ?(?P<before2>{before})?)?"
            rf"(?:{self._shares()}|{self._multiples()}|{self._vague_forms()}"
            rf"|(?P<sign>{parts['sign']})?(?P<before3>{before})?(?:{self._vague_sums()}|{self._numbers()})))"
        )

    @property
    def _opens(self) -> str:
        """Characters that a form may begin with, so that others are passed over at once."""
        lexicon = self.lexicon
        words = (
            *self.before,
            *self.money_before,
            *self.powers,
            *numerals().digits,
            *numerals().joined,
            *(
                word
                for table in (lexicon["ordinals"], lexicon["vague_few"])
                for row in table.values()
                for word in row
            ),
            *(word for name in ("vague_marks", "at_least") for word in lexicon[name]["words"]),
            *(word for name in ("fractions", "percent_parts", "vague_words") for word in lexicon[name]),
            lexicon["odds"]["each"],
            *lexicon["tenths"]["half"],
            *lexicon["times"]["doublings"],
            *lexicon["times"]["doubled"],
            *lexicon["no_figure"]["words"],
        )
        return re.escape("".join(sorted({word[0] for word in words})))

    @cached_property
    def _parts(self) -> dict[str, str]:
        """Patterns of what the forms are made of."""
        lexicon, powers = self.lexicon, "".join(self.powers)
        measures = lexicon["measures"]
        begin, big = (*self.powers, *self.inside), "".join(c for c, p in self.powers.items() if p >= 4)
        large = _any_of(char for char, power in self.powers.items() if power >= 8)
        names = [name for name in self.money_after if name[0] in begin]
        units = [name for name in (*self.units, *measures["units"]) if name[0] in begin and name not in names]
        # 百慕大元 is no hundred of 慕大元, nor 5千米 five thousand metres, though 三千米 are three
        apart = f"(?!{either(names)}|(?<=[0-9{big}])(?:{either(units)}))"
        power = f"(?:{apart}[{powers}])"
        digit = f"[{''.join(numerals().digits)}]"
        steps = _any_of(verb for verb in lexicon["steps"]["verbs"] if len(verb) == 1)
        # 下跌62点 and 升8点 are no hours
        moved = f"(?:(?<={steps}[0-9])|(?<={steps}[0-9][0-9]))"
        zero = _any_of(char for char, value in numerals().digits.items() if not value and char != "Ｏ")
        numeral = f"[{''.join((*numerals().digits, *numerals().joined))}]"
        some = [word for word, mark in self.inside.items() if mark is Qualifier.SEVERAL]
        rest = either(word for word in self.inside if word not in some)
        latin = either(unit for unit in measures["units"] if unit.isascii())
        more = either(word for word, mark in self.inside.items() if mark is Qualifier.MORE_THAN)
        run = (
            rf"(?>{_DIGITS}(?:{power}{{1,4}}(?:{zero}?(?:[0-9]{{1,3}},[0-9]{{3}}|[0-9]{{1,4}}|{digit}){power}{{1,2}}){{0,6}}"
            rf"(?:(?:[0-9]{{1,3}},[0-9]{{3}}|[0-9]{{1,4}})(?![0-9.,]))?)?"
            rf"|(?<![0-9])(?:{numeral}|{power}){{1,30}}+(?:[{self.points}]{digit}{{1,12}}{power}{{0,3}})?)"
        )
        return {
            "power": power,
            "digit": digit,
            "run": run,
            "second": run.replace(_APART, ""),
            "classifier": either(measures["words"] + measures["score"]),
            "measure": f"(?!{either(measures['not'])})"
            f"(?:{either(measures['words'] + measures['units'] + measures['score'])})"
            rf"(?:\((?:{either(measures['words'])})\))?",
            "large": large,
            "apart": f"(?:{_any_of(lexicon['apart_powers']['words'])}(?={large}))?",  # 10个亿
            "point": r"(?:(?<=\.[0-9])|(?<=\.[0-9][0-9])|(?<=[0-9][0-9][0-9]))"
            rf"(?:{either(measures['index'])})|{moved}(?:{either(measures['index'])})|(?:{either(measures['speech'])})(?={either(measures['spoken'])})",
            "unit": rf"(?: ?(?:{either(self.units)}))",
            "sign": rf"(?:{either(self.money_before)}) ?",
            "before": self._before(),
            "after": self._after(word for row in lexicon["after"].values() for word in row),
            "after_share": self._after(self.after),
            "inside": rf"{apart}(?:{rest}|(?<=[{powers}])(?:{either(some)}))",
            "more": rest,
            "over_times": more,
            "none": rf"(?!(?:{either(lexicon['no_figure']['after'])}))",
            "edge": rf"(?:(?![0-9A-Za-z])|(?<=[{big}])(?=[A-Za-z])|(?=(?:{latin})(?![0-9A-Za-z])))"
            rf"(?![.,:/][0-9])(?!{power})",
            "over": either(lexicon["over"]["words"]),
            "to": rf"(?:{either(lexicon['range']['words'])}|-{{1,2}})",
        }

    def _after(self, words: Iterable[str]) -> str:
        """Words after a number, but not where they stand before the next: 7成未满40岁."""
        own = set(words)
        number = f"(?![0-9{''.join(numerals().digits)}])"
        return f"(?:{either(own - self.before.keys())}|(?:{either(own & self.before.keys())}){number})"

    def _before(self) -> str:
        """Words before a number, but not where they are the end of another word: 约 of 签约."""
        words = self.lexicon["no_figure"]["before_words"]
        return "|".join(
            f"(?<![{words[word]}]){word}" if word in words else re.escape(word)
            for word in longest_first(self.before)
        )

    def _shares(self) -> str:
        """一半以上; 百分之五至百分之七; 三分之一; 三成五, 三至四成."""
        lexicon, parts = self.lexicon, self._parts
        run, over, to, after = parts["run"], parts["over"], parts["to"], parts["after_share"]
        part, tenths = _any_of(lexicon["percent_parts"]), lexicon["tenths"]
        tenth = rf"[0-9.]{{1,4}}|{parts['digit']}{{1,2}}|{_any_of(tenths['half'])}"
        return (
            rf"(?P<half>{either(lexicon['fractions'])})(?P<half_after>{after})?"
            rf"|(?P<share>(?P<part>{part}){over}(?P<share_low>{run})"
            rf"(?:{to}(?:{part}{over})?(?P<share_high>{run}))?)(?P<share_after>{after})?"
            rf"|(?P<fraction>(?P<denominator>{run}){over}(?P<numerator>{run}))(?P<fraction_after>{after})?"
            rf"|(?P<slashed>{_APART}(?P<over>[1-9][0-9]{{0,2}})/(?P<under>[1-9][0-9]{{0,2}})){parts['edge']}"
            rf"|(?P<tenths>(?P<low_tenth>{tenth})(?:{_any_of(tenths['words'])}?{to}(?P<high_tenth>{tenth}))?"
            rf"(?P<tenth_more>{parts['more']})?{_any_of(tenths['words'])}(?!{either(tenths['before'])})"
            rf"(?:(?P<tenth_part>[1-9](?![0-9.])|{parts['digit']})|(?P<tenth_half>{_any_of(tenths['half'])}))?)(?P<tenth_over>{parts['over_times']})?(?P<tenth_after>{after})?"
        )

    def _multiples(self) -> str:
        """翻两番, 翻了近一番; 3比8, 3:8."""
        times, run, before = self.lexicon["times"], self._parts["run"], self._parts["before"]
        odds, measure = self.lexicon["odds"], self._parts["classifier"]
        return (
            rf"(?P<doubled>{either(times['doubled'])})(?!{either(times['not_doubled'])})"
            rf"|(?P<doubling>{_any_of(times['doublings'])}(?:{either(times['rise_marks'])})?"
            rf"(?P<doubling_before>{before})?(?P<doublings>{run}){_any_of(times['doubling_units'])}"
            rf"(?P<doubling_more>{self._parts['more']})?)"
            rf"|(?P<odds>(?P<each>{odds['each']})?(?P<whole>{run})(?:{measure})[^，。；、,;()0-9]{{0,8}}?"
            rf"(?:{either(odds['have'])})(?P<part_of>{run})(?:{measure}))"
            rf"|(?P<ratio>(?P<left>{run})(?:{either(self.lexicon['ratio']['words'])})(?P<right>{run}))"
            rf"{self._parts['edge']}"
        )

    def _vague_forms(self) -> str:
        """成百上千家."""
        unit, measure = self._parts["unit"], self._parts["measure"]
        idioms = either(self.lexicon["vague_words"])
        return rf"(?P<idiom>{idioms})(?P<idiom_unit>{unit}|(?:{measure}))?"

    def _vague_sums(self) -> str:
        """数百亿元, 上百家; 几家, 多家."""
        lexicon, parts = self.lexicon, self._parts
        unit, measure, none, few = parts["unit"], parts["measure"], parts["none"], lexicon["vague_few"]
        classifier = parts["classifier"]
        unlike = f"(?<!{_any_of(few['before'])})"
        return (
            rf"(?P<vague>(?:{unlike}{_any_of(lexicon['vague_marks']['words'])}"
            rf"|(?P<at_least>{_any_of(lexicon['at_least']['words'])}))"
            rf"(?P<order>{parts['power']}{{1,4}})(?!{parts['over']}))"
            rf"(?:{parts['inside']})?(?:(?P<vague_unit>{unit})|{none}(?:{measure})?)"
            rf"|(?P<few>{unlike}(?:(?:{either(few['sums'])})(?P<few_unit>{unit})"
            rf"|(?:{either(few['words'])}){none}(?:{classifier})))"
        )

    def _numbers(self) -> str:
        """2000多亿元, 25场, 6000万至7000万美元, 2倍多."""
        parts = self._parts
        unit, measure, inside, power = parts["unit"], parts["measure"], parts["inside"], parts["power"]
        return (
            rf"(?P<low>{parts['run']})(?P<low_inside>{inside})?{parts['apart']}(?P<low_scale>{power}{{1,3}})?"
            rf"(?:(?P<low_unit>{unit}|(?:{measure}))?(?P<range>{parts['to']})(?P<high_sign>{parts['sign']})?"
            rf"(?P<high>{parts['second']})(?P<high_inside>{inside})?(?P<high_scale>{power}{{1,3}})?)?"
            rf"(?P<after>{parts['after']})?(?P<unit>{unit})?"
            rf"(?(unit)|(?:(?P<point>{parts['point']})|{parts['none']}{parts['edge']}(?P<measure>{measure})?))"
            rf"(?P<times_more>(?<={_any_of(self.lexicon['times']['words'])})(?:{parts['over_times']}))?"
            rf"(?P<after2>{parts['after']})?"
        )


def _any_of(characters: Iterable[str]) -> str:
    return "[" + "".join(characters) + "]"
