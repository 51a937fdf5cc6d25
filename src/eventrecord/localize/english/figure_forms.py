"""The forms of figures in English, and the pattern of a locale that they make together."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cached_property

from eventrecord.localize.alternatives import either, longest_first
from eventrecord.localize.currencies import currency_names
from eventrecord.localize.language import Language
from eventrecord.model.figure import Qualifier

__all__ = ["FigureForms"]

_END = r"(?![a-z0-9])"
_APART = r"(?<![a-z]-)"
"""Not within a word: `one` of no-one."""
_APART_FROM_DIGITS = rf"(?<![0-9])(?<![0-9][.,:/-]){_APART}"
_FAR = 40
_DIGITS = rf"{_APART_FROM_DIGITS}[0-9]+(?:,[0-9]{{3}}(?![0-9]))*(?:\.[0-9]+)?"


class FigureForms:
    """The words of one locale, put into one pattern."""

    def __init__(self, language: Language) -> None:
        words, lexicon = language.words, language.lexicon
        self.lexicon = lexicon
        self.small = {word: number for number, word in enumerate(words["units"])}
        self.small |= {word: 10 * ten for ten, word in enumerate(words["tens"]) if word}
        self.articles: list[str] = words["indefinite"]
        self.cents = {word.lower(): code for word, code in lexicon["cents"].items()}
        self.small |= dict.fromkeys(self.articles, 1)
        self.scales: Mapping[str, int] = lexicon["scale_words"]
        self.before = {word: Qualifier(name) for name, row in lexicon["before"].items() for word in row}
        self.after = {word: Qualifier(name) for name, row in lexicon["after"].items() for word in row}
        self.money_before: dict[str, str] = dict(lexicon["currency_before"])
        self.money_after: dict[str, str] = dict(lexicon["currency_after"])
        currencies = currency_names(words["babel"])
        self.codes = currencies.keys() - {code.upper() for code in self.money_before}
        self.money_before |= {code: code for code in self.codes}
        self.money_after |= {code: code for code in self.codes}
        for code, names in currencies.items():
            for name in names:
                self.money_after.setdefault(name.lower().replace("-", " "), code)
        units, tens = words["ordinals"]["units"], words["ordinals"]["tens"]
        self.ordinals = {word: number for number, word in enumerate(units) if word}
        self.ordinals |= {word: 10 * ten for ten, word in enumerate(tens) if word}
        self.ordinals |= {
            f"{words['tens'][ten]}{join}{word}": 10 * ten + number
            for ten in range(2, 10)
            for number, word in enumerate(units[:10])
            if word
            for join in "- "
        }
        self.parts = {word: number for word, number in self.ordinals.items() if number > 2}
        self.parts |= lexicon["parts"]
        plurals = lexicon["part_plurals"]
        self.parts_many = {plurals.get(word, f"{word}s"): number for word, number in self.parts.items()}

    @cached_property
    def change(self) -> re.Pattern[str]:
        """What leads to the first of two numbers between which something moved."""
        return re.compile(f"{self._moved}[^.;:,]{{0,{_FAR}}} {self.lexicon['changes']['before']} $")

    @cached_property
    def step(self) -> re.Pattern[str]:
        """What leads to the first of two sums of which one is how far something moved: up $2 to $29."""
        return re.compile(f"{self._moved}(?: {self.lexicon['changes']['by']})? $")

    @property
    def _moved(self) -> str:
        return f"(?<![a-z])(?:{either(self.lexicon['changes']['verbs'])})(?![a-z])"

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """All that is a figure; of forms that begin alike, the longer ones first."""
        lexicon, before = self.lexicon, self._parts["before"]
        ordinals = f"{either(lexicon['ordinals'])}|{either(self.ordinals)}"
        many = rf"(?:[0-9]{{1,3}} (?=(?:{either(lexicon['ordinals'])}){_END}))?"  # 100 millionth
        return re.compile(
            rf"(?<![a-zA-Z0-9'])(?<![a-z0-9]\+)(?:(?P<skip>https?://[^ ]*|www\.[^ ]*|\+[0-9][0-9 -]{{5,20}})"
            rf"|(?P<before0>{before})?(?P<ordinal>"
            rf"[0-9]+(?:,[0-9]{{3}})*(?:{either(lexicon['ordinal_ends'])}){_END}|{many}(?:{ordinals}){_END})"
            rf"|(?:(?P<before>{before})(?P<before2>{before})?)?"
            rf"(?:{self._multiples()}|{self._shares()}|{self._vague_sums()}|{self._numbers()}))"
        )

    @cached_property
    def _parts(self) -> dict[str, str]:
        """Patterns of what the forms are made of."""
        lexicon = self.lexicon
        simple = f"(?:{either(word for word in self.small if word not in self.articles)}){_END}"
        scales = f"(?:{either(self.scales)}){_END}"
        article = f"(?:{either(self.articles)})"
        start = rf"(?:(?:{either(lexicon['half'])}) )?(?:{article}(?= {scales})|{_APART}{simple})"
        more = rf"(?:[ -]{simple}|[ -]{scales}(?: and {simple})?){{0,24}}"
        number = rf"(?:{_DIGITS}|(?>{start}{more}))"
        scaled = "".join(f"(?<={re.escape(word)})|" for word in self.scales).rstrip("|")
        units = (
            rf" ?-?(?:{either(lexicon['percent'])})(?:(?<=%)|{_END})",
            rf"(?: of |[ -]?)(?:{_joined(lexicon['points'])}){_END}",
            rf"(?:[ -](?:of )?)?(?:{_joined(lexicon['area_words'])}){_END}",
            rf"[ -](?:of )?(?:{_joined(self.money_after)})s?{_END}",
            rf"(?:{scaled})[ -](?:{either(lexicon['currency_after_scale'])}){_END}",
            rf"[ -](?:{either(self.cents)}){_END}",
            rf"[ -](?:{either(lexicon['times_words'])}){_END}(?! (?:{either(lexicon['frequency'])}){_END})",
        )
        before = (
            re.escape(word) + (rf"{_END} " if word[-1].isalpha() else " ?")
            for word in longest_first(self.before)
        )
        return {
            "simple": simple,
            "scales": scales,
            "article": article,
            "number": number,
            "second": number.replace(_APART_FROM_DIGITS, "").replace(_APART, ""),
            "scale": rf"(?:[ -]?{scales}| ?(?:{either(lexicon['scale_letters'])}){_END})",
            "sign": rf"(?:{either(self.money_before)}) ?",
            "unit": f"(?:{'|'.join(units)})",
            "before": "|".join(before),
            "after": rf"(?: ?(?:{either(self.after)})(?![a-z0-9]))",
            "edge": r"(?![0-9a-z])(?![.,:/][0-9])(?!-[0-9])",
        }

    def _multiples(self) -> str:
        """Twofold; doubled; one in four; 3:8."""
        lexicon, number, edge = self.lexicon, self._parts["number"], self._parts["edge"]
        often = rf"(?! (?:{either(lexicon['frequency'])}){_END})"
        simple = either(word for word in self.small if word not in self.articles)
        followed = either(lexicon["multiple_verbs_before"]["words"])
        verbs = "|".join(f"(?<={re.escape(word)} )" for word in lexicon["verbs"]["words"])
        return (
            rf"(?P<fold>(?:{simple}|{_DIGITS})-?(?:{either(lexicon['fold'])})){_END}"
            rf"|(?P<multiple>{either(lexicon['multiples'])}){_END}(?:(?<!twice)|{often})"
            rf"|(?P<to_multiple>(?:{verbs})(?:{either(lexicon['multiple_verbs'])}){_END}(?!-)"
            rf"|(?:{either(lexicon['multiple_verbs'])})(?= (?:{followed}){_END}))"
            rf"|(?P<odds>(?P<part>{number}) (?:{either(lexicon['ratio'])}) (?P<whole>{number})){edge}"
            rf"|(?P<ratio>(?P<left>{_DIGITS}):(?P<right>[0-9]+)){edge}"
        )

    def _shares(self) -> str:
        """21/32; two-thirds; a third; half, but not half a million."""
        lexicon, parts = self.lexicon, self._parts
        simple, article = parts["simple"], parts["article"]
        return (
            rf"(?P<fraction>(?<![0-9/.,])(?P<numerator>[0-9]{{1,4}})/(?P<denominator>[0-9]{{1,4}})){parts['edge']}"
            rf"|(?P<shares>(?P<count>{_DIGITS}|{_APART}{simple}(?:-{simple})?)[ -]"
            rf"(?P<parts>{either(self.parts_many)})){_END}"
            rf"|(?P<share>(?P<one>{article}|{either(lexicon['one'])}|{either(lexicon['rest'])})[ -]"
            rf"(?P<kind>{either(self.parts)})){_END}"
            rf"|(?P<half>{either(lexicon['half'])}){_END}(?! {article} {parts['scales']})"
        )

    def _vague_sums(self) -> str:
        """Dozens; several million; hundreds of millions of yuan."""
        parts, plurals = self._parts, either(f"{word}s" for word in self.scales)
        words = rf"(?:{either(self.lexicon['vague_words'])})(?: {parts['scales']}| of (?:{plurals})){{0,4}}"
        return rf"(?P<sign>{parts['sign']})?(?P<vague>{words}{_END})(?P<vague_unit>{parts['unit']})?"

    def _numbers(self) -> str:
        """US$60-70 million; between 3 billion and 5 billion yuan; 400-plus; one and a half million."""
        lexicon, parts = self.lexicon, self._parts
        scale, sign, unit, after = parts["scale"], parts["sign"], parts["unit"], parts["after"]
        joint = either(lexicon["or"])
        return (
            rf"(?P<between>{either(lexicon['between'])} )?"
            rf"(?P<low_sign>{sign})?(?P<low>{parts['number']})"
            rf"(?P<low_half>{either(lexicon['and_half'])})?(?P<low_scale>{scale})?"
            rf"(?:(?P<low_unit>{unit})?(?P<range>(?(between) and |(?: to | ?- ?|{joint})))"
            rf"(?P<high_sign>{sign})?(?P<high>{parts['second']})(?P<high_scale>{scale})?"
            rf"(?={parts['edge']}|{unit})(?![ -](?:{either(self.parts_many)}){_END}))?"
            rf"(?P<after>{after})?(?P<unit>{unit})?(?P<after2>{after})?{parts['edge']}"
        )


def _joined(words: Iterable[str]) -> str:
    """Any of the words, which a hyphen may join: square-meter."""
    return either(words).replace(r"\ ", "[ -]")
