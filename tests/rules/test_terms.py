"""Terms and names in authored wordings: what is found, where, and what is left in peace."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from eventrecord.diagnostic import Diagnostic, Severity
from eventrecord.reading import loads, read, read_file
from eventrecord.reading.mending.splicing import spliced
from eventrecord.rules import validate
from eventrecord.settings import Settings

Found = Callable[..., list[Diagnostic]]
ROOT = Path(__file__).parents[2]
RULES = ("forbidden-term", "term-variant", "name-drift", "place-wording")


def text_block(tag: str, words: str, more: str = "") -> str:
    """A record whose release says `words` in one language; JSON quotes are YAML quotes."""
    quoted = words.replace('"', '\\"')
    return f'{more}\nreleases:\n  - id: opening\n    body:\n      - text:\n          {tag}: "{quoted}"\n'


TERM = """
terms:
  blue-tech:
    name:
      en: blue technology
      zh-Hans: 蓝色科技
      zh-Hant-HK: 藍色科技
    admitted:
      - en: ocean technology
    deprecated:
      - en: marine machinery
    forbidden:
      - en: blue tech
        zh-Hans: 蓝科
"""


def said(findings: list[Diagnostic]) -> list[tuple[str, str]]:
    return [(finding.rule, finding.message.split(" ")[0]) for finding in findings]


@pytest.mark.parametrize(
    ("words", "rule", "severity", "surface"),
    [
        ("It was about Blue\u00a0Tech, not more.", "forbidden-term", Severity.ERROR, "Blue\u00a0Tech"),
        ("It was about blue techs.", "forbidden-term", Severity.ERROR, "blue techs"),
        ("Old marine machinery here.", "term-variant", Severity.WARNING, "marine machinery"),
        ("Some ocean technology here.", "term-variant", Severity.INFO, "ocean technology"),
    ],
)
def test_a_term_is_found_where_it_stands(
    found: Found, words: str, rule: str, severity: Severity, surface: str
) -> None:
    """The place in the wording is that of the term, and the hint names the preferred one."""
    findings = [one for one in found(text_block("en", words, TERM)) if one.rule in RULES]
    (finding,) = findings
    assert (finding.rule, finding.severity) == (rule, severity)
    assert finding.path == ("releases", 0, "body", 0, "text", "en")
    assert finding.part is not None
    assert words[slice(*finding.part)] == surface
    assert finding.hint is not None
    assert "blue technology" in finding.hint


@pytest.mark.parametrize(
    ("tag", "words"),
    [
        ("en", "All of blue technology, blue technician and blue-techno."),
        ("en", "The {terms.blue-tech} and {terms.blue-tech:plural}."),
        ("en", "A blue, tech thing"),
        ("zh-Hans", "蓝色科技"),
        ("zh-Hant-HK", "藍科"),
    ],
)
def test_what_is_no_such_term_is_left_alone(found: Found, tag: str, words: str) -> None:
    """Parts of words, slots, and terms of another language."""
    assert not [one for one in found(text_block(tag, words, TERM)) if one.rule in RULES]


def test_chinese_over_several_lines_is_read_as_it_is_printed(found: Found) -> None:
    """A folded block has a space where a line ended; the place is that in the file."""
    (finding,) = found(text_block("zh-Hans", "论坛谈蓝 科。", TERM), rule="forbidden-term")
    assert finding.part == (3, 6)


def test_a_name_that_holds_the_term_is_left_alone(found: Found) -> None:
    """A body may be called so; only the term by itself is forbidden."""
    company = "\norganizations:\n  blue:\n    name:\n      en: Blue Tech Ventures\n"
    words = "Blue Tech Ventures came."
    assert not found(text_block("en", words, TERM + company), rule="forbidden-term")
    (finding,) = found(text_block("en", f"{words} It does blue tech.", TERM + company), rule="forbidden-term")
    assert finding.part == (33, 42)


def test_words_of_owners_are_left_alone(found: Found) -> None:
    """An official wording and the title of a source cannot be changed by the office."""
    official = """
quotations:
  words:
    speaker: shen-lan
    spoken: en
    text:
      en:
        text: We love blue tech.
        state: official
sources:
  page:
    title:
      en: All about blue tech
"""
    assert not found(TERM + official, rule="forbidden-term")


def test_a_personal_name_is_no_term(found: Found) -> None:
    """What is part of a person's name is not taken for a word."""
    person = (
        "\npeople:\n  lan-ke:\n    name:\n      zh-Hans: { family: 蓝, given: 科明 }\n      en: Lan Keming\n"
    )
    assert not found(text_block("zh-Hans", "蓝科明致辞。", TERM + person), rule="forbidden-term")


def test_terms_of_the_base_are_known(found: Found) -> None:
    """Conversion slips, last year's names, words of the other region."""
    day = "    issued: 2031-05-13\n"
    fragment = text_block("zh-Hant-HK", "新聞釋出會上致詞。")
    assert said(found(fragment)) >= [("forbidden-term", "新聞釋出會")]
    assert ("term-variant", "致詞") in said(found(fragment))
    old = text_block("en", "The Shanghai Biomedical Industry Promotion Center was host.")
    assert ("term-variant", "Shanghai") in said(found(old))
    assert ("term-variant", "Shanghai") not in said(found(old + day.replace("2031-05-13", "2021-10-14")))


def test_terms_of_the_office_are_known(tmp_path: Path, laid_over: Callable[[str], str]) -> None:
    """The folder in the settings counts, and severity can be set like that of any rule."""
    terms = tmp_path / "terms"
    terms.mkdir()
    (terms / "places.csv").write_text("concept,tag,term,status\nlantan,en,Lan Tan,forbidden\n", "utf-8")
    record = loads(laid_over(text_block("en", "Welcome to Lan Tan.")))
    settings = Settings(terms=terms, severity={"forbidden-term": "warning"})
    (finding,) = validate(record, settings=settings, select=["forbidden-term"])
    assert finding.severity is Severity.WARNING
    assert not validate(record, select=["forbidden-term"])


NAMES = """
event:
  id: forum
  name:
    en: Lantan Life Science Innovation Forum
    zh-Hans: 兰滩生命科学创新论坛
organizations:
  institute:
    name:
      en: Lantan Institute for Science of Science
      zh-Hans: 兰滩市科学学研究所
"""


@pytest.mark.parametrize(
    ("tag", "words", "surface"),
    [
        (
            "en",
            "At the Lantan Life Sciences Innovation Forum it was.",
            "Lantan Life Sciences Innovation Forum",
        ),
        (
            "en",
            "At the Lantan Life Science and Innovation Forum.",
            "Lantan Life Science and Innovation Forum",
        ),
        ("en", "The LANTAN Life Innovation Forum", "LANTAN Life Innovation Forum"),
        ("en", "The Lantan Institute of Science of Science,", "Lantan Institute of Science of Science"),
        ("zh-Hans", "在兰滩生命健康创新论坛上", "兰滩生命健康创新论坛"),
        ("zh-Hans", "在兰滩生命科学的创新论坛上", "兰滩生命科学的创新论坛"),
        ("zh-Hans", "兰滩市科学研究所说", "兰滩市科学研究所"),
        (
            "en",
            "the Shanghai Institutes for Science of Science",
            "Shanghai Institutes for Science of Science",
        ),
    ],
)
def test_a_name_nearly_right_is_found(found: Found, tag: str, words: str, surface: str) -> None:
    """One word or two characters are others, missing or too many, within the name."""
    (finding,) = found(text_block(tag, words, NAMES), rule="name-drift")
    assert finding.part is not None
    assert words[slice(*finding.part)] == surface


@pytest.mark.parametrize(
    ("tag", "words"),
    [
        ("en", "The {events.forum} and the Lantan Life Science Innovation Forum 2031."),
        ("en", "the LANTAN LIFE SCIENCE INNOVATION FORUM, Lantan Life Science. Innovation Forum"),
        ("en", "a lantan life sciences innovation forum in small letters"),
        ("en", "Lantan Life Science {figures.deals} Innovation Forum"),
        ("en", "Lantan Life Science 2031 Innovation Forum"),
        ("zh-Hans", "兰滩生命科学创新论坛、兰滩生命科学第二创新论坛"),
        ("zh-Hans", "兰滩生命科学。创新论坛"),
        ("zh-Hans", "海滩生命科学创新论坛"),
        ("en", "the Ministry of Education and the Ministry of Commerce"),
        ("en", "the Ministry of Communications of China, a Ministry of Commercial Affairs"),
        ("zh-Hans", "中国农民银行与中国人民银行"),
        ("en", "the National Social Science Foundation of China"),
    ],
)
def test_other_names_are_no_slips(found: Found, tag: str, words: str) -> None:
    """Exact names, numbers, ends of sentences, slots, and names that begin otherwise."""
    assert not found(text_block(tag, words, NAMES), rule="name-drift")


def test_a_name_that_the_record_has_is_no_slip_of_another(found: Found) -> None:
    """Two bodies may be called nearly the same."""
    twin = "  twin:\n    name:\n      en: Lantan Institute of Science of Science\n"
    words = "The Lantan Institute of Science of Science is another one."
    assert not found(text_block("en", words, NAMES + twin), rule="name-drift")
    short = NAMES.replace("      zh-Hans: 兰滩市科学学研究所\n", "      zh-Hans: 兰滩市科学学研究所\n") + (
        "    short_name:\n      zh-Hans: 兰滩市科学研究所\n"
    )
    assert not found(text_block("zh-Hans", "兰滩市科学研究所说", short), rule="name-drift")


@pytest.mark.parametrize(
    ("tag", "words", "surface"),
    [
        ("zh-Hans", "香港与大陆的企业。", "大陆"),
        ("zh-Hans", "台湾与内地的企业。", "内地"),
        ("zh-Hans", "台湾与大陆、香港与内地，新大陆与香港。台湾是岛。内地与香港。国内外、国内。", None),
        ("zh-Hant-HK", "嘉賓來自國內。", "國內"),
        ("zh-Hant-HK", "國內外嘉賓；兩岸：大陸；新大陸；內地", None),
        ("zh-Hant-HK", "我國嘉賓", "我國"),
        ("zh-Hant-TW", "國內企業", "國內"),
        ("zh-Hant-TW", "內地企業", "內地"),
        ("zh-Hant-TW", "中國大陸企業", None),
        ("en", "國內", None),
    ],
)
def test_places_are_called_as_readers_call_them(
    found: Found, tag: str, words: str, surface: str | None
) -> None:
    """内地 with Hong Kong and Macao, 大陆 with Taiwan, 國內 for no reader outside."""
    findings = found(text_block(tag, words), rule="place-wording")
    assert [words[slice(*one.part)] for one in findings if one.part] == ([surface] if surface else [])


def test_readers_may_call_their_own_place_their_own(found: Found) -> None:
    """國內 in a text for Taiwan about an event in Taiwan means what it says."""
    place = "places:\n  lantan:\n    address:\n      country: TW\n"
    assert not found(text_block("zh-Hant-TW", "國內企業", place), rule="place-wording")


@pytest.mark.parametrize(
    "file",
    [*sorted((ROOT / "seeds").glob("*.yaml")), ROOT / "tests" / "records" / "greater-bay-forum-2027.yaml"],
)
def test_real_records_have_nothing_of_the_sort(file: Path) -> None:
    """The rules are quiet where there is nothing to say."""
    assert not validate(read_file(file), select=RULES)


def test_a_hostile_text_takes_no_long_time(laid_over: Callable[[str], str]) -> None:
    """Very many near misses and spaces end in findings, soon."""
    words = "Lantan Life " * 2000 + " " * 2000 + "Lantan Life Science Forum " * 200
    assert validate(read(laid_over(text_block("en", words, NAMES)), "x.json"), select=RULES) is not None


def test_an_article_that_does_not_fit_is_left_to_people(found: Found) -> None:
    """Nobody gets to read: an blue technology fair."""
    fixes = [
        one.fix
        for words in ("It was an ocean technology fair.", "It was the ocean technology fair.")
        for one in found(text_block("en", words, TERM), rule="term-variant")
    ]
    assert [fix is not None for fix in fixes] == [False, True]


@pytest.mark.parametrize(
    ("tag", "words", "fixed", "safe"),
    [
        ("zh-Hant-HK", "昨日舉行新聞釋出會。", "昨日舉行新聞發布會。", True),
        ("zh-Hant-HK", "他說「新聞釋出會」。", "他說「新聞發布會」。", False),
        ("en", "It was about Blue tech.", "It was about Blue technology.", False),
        ("en", "It was about blue techs.", "It was about blue technologies.", False),
        ("en", "BLUE TECH is here.", "BLUE TECHNOLOGY is here.", False),
    ],
)
def test_the_preferred_term_takes_the_place_of_the_other(
    laid_over: Callable[[str], str], tag: str, words: str, fixed: str, safe: bool
) -> None:
    """In its number and with its capitals; safe where it is no name and nobody is quoted.

    What a record or an office has among its own terms may be names.
    """
    locales = "locales: [en, zh-Hans, zh-Hant-HK]\n"
    document = read(laid_over(locales + TERM + text_block(tag, words)), "r.json")
    finding = next(one for one in validate(document, select=["terms"]) if one.fix)
    assert finding.fix is not None
    assert finding.fix.safe is safe
    assert fixed in spliced(document.text, finding.fix.splices).replace('\\"', '"')
