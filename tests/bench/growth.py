"""How the time to read facts grows with a text that means harm, and with 100,000 words of press.

    python tests/bench/growth.py [CHARACTERS]

Each shape is read at one, two, four and eight times CHARACTERS; seconds are those of the processor. The last
column is what eight times the text takes, by eight times what one takes: 1 is linear, 8 would be a square.
Memory is the most that was allocated beside the text.
"""

from __future__ import annotations

import sys
import tracemalloc
from datetime import date
from time import process_time

from layout import ROOT

from eventrecord.facts.reading import stated_facts

TODAY = date(2022, 11, 16)
TIMES = (1, 2, 4, 8)
WORDS = 100_000
SHAPES = {
    "en": (
        *(
            "7",
            "1,",
            "1-",
            "1 ",
            "1.",
            "1:",
            "1/",
            "1°",
            "$1",
            "(",
            "((1)",
            "[[",
            "a",
            "Aa ",
            "A ",
            "@",
            "a@",
            "a.",
        ),
        *(
            "Nov. ",
            "Nov. 15 ",
            "from Nov. 14 to ",
            "nearly ",
            "nearly 1 ",
            "a hundred and ",
            "one in ",
            "1 to ",
        ),
        *(
            "1 or ",
            "five days, ",
            "twenty-",
            "million ",
            "and a half ",
            "the 15th and ",
            "2022-11-",
            "No. 1-",
        ),
        *("Monday ", "rose from $1 to ", "in 2024 the previous year ", "Forum 2027 ", "“One "),
        *("ISO 9001-", "+1 ", "0123-", "1234 5678 ", "1 Road ", "TRY ", "www.", "\n", "\u00a0", "1\u00a0234"),
    ),
    "zh-Hans": (
        *(
            "7",
            "一",
            "年",
            "近",
            "近近1",
            "亿",
            "万",
            "一至",
            "百分之",
            "分之",
            "人民币",
            "3万5千",
            "余多万亿",
            "1 234",
        ),
        *(
            "2022年",
            "11月",
            "11月14日至",
            "11月14日、",
            "第",
            "第一",
            "上",
            "数",
            "几几百",
            "一个",
            "三成",
            "翻两",
        ),
        *(
            "增长",
            "下午3时",
            "(1",
            "（一）",
            "周一至",
            "历时3",
            "1比",
            "十点",
            "零下",
            "今(",
            "1元至",
            "1家",
            "五大",
        ),
        *("周一", "2024年上年", "“一个", "明年6月", "9月下旬至", "四成半", "2千3百点"),
    ),
}


def main(size: int) -> None:
    """Print both tables."""
    for tag, shapes in SHAPES.items():
        stated_facts("1", tag, TODAY)
        print(f"{tag}: {size:,} characters and its multiples, seconds")
        for shape in shapes:
            spent = [_seconds(shape * (size * times // len(shape)), tag) for times in TIMES]
            print(
                f"  {shape!r:24}" + "".join(f"{s:8.3f}" for s in spent) + f"{spent[-1] / spent[0] / 8:8.2f}"
            )
    print(f"press, {WORDS // 10:,} and {WORDS:,} words: seconds, MB beside the text")
    for tag in ("en", "zh-Hans", "zh-Hant-TW"):
        for words in (WORDS // 10, WORDS):
            text = _press(tag, words)
            seconds = _seconds(text, tag)
            tracemalloc.start()
            stated_facts(text, tag, TODAY)
            most = tracemalloc.get_traced_memory()[1] / 1e6
            tracemalloc.stop()
            print(f"  {tag:12}{len(text):10,} characters {seconds:8.2f} s {most:8.1f} MB")


def _seconds(text: str, tag: str) -> float:
    start = process_time()
    stated_facts(text, tag, TODAY)
    return process_time() - start


def _press(tag: str, words: int) -> str:
    """The golden releases of a language, over and over; a word of Chinese is taken for two characters."""
    files = sorted((ROOT / "tests" / "editions").glob(f"*.{tag}.txt"))
    text = "\n".join(file.read_text("utf-8") for file in files)
    had = len(text.split()) if tag == "en" else len(text) // 2
    return text * (words // had) + text[: len(text) * (words % had) // had]


if __name__ == "__main__":
    main(int(sys.argv[1]) if sys.argv[1:] else 10_000)
