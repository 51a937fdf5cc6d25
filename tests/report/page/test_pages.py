"""The pages of `compare` and `check`, read by a parser of another maker."""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Callable
from hashlib import sha256
from importlib import metadata
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html

from eventrecord.cli import main
from eventrecord.diagnostic import Severity
from eventrecord.drift.comparing import Comparison, Drift, compare
from eventrecord.message import say
from eventrecord.report.excerpt import visible
from eventrecord.report.page import Edition, comparison_page
from eventrecord.tongue import ENGLISH

Pages = Callable[..., str]
SEED = Path(__file__).parent.parent.parent.parent / "seeds" / "zhangjiang-summit-2022.yaml"
HOSTILE = (
    "</script><script>alert(1)</script><img src=x onerror=alert(2)>\"'>&amp;{{ 7*7 }}\u202e\x1b\x07\0<!--"
)


def tree(page: str) -> html.HtmlElement:
    """The page as a tree."""
    return html.document_fromstring(page.encode())


def words(element: html.HtmlElement) -> str:
    """Its text without what is told around it."""
    return "".join(text for text in element.xpath(".//text()[not(ancestor::sup[@class='refs'])]"))


def test_every_link_leads_somewhere_and_every_finding_is_linked(page: str) -> None:
    """Ids stand once; whatever is linked is on the page; the list leads to each finding, gravest first."""
    root = tree(page)
    ids = root.xpath("//@id")
    links = [link[1:] for link in root.xpath("//a/@href")]
    findings = [name for name in ids if re.fullmatch(r"f\d+", name)]
    assert len(ids) == len(set(ids))
    assert set(links) <= set(ids)
    assert len(findings) >= 4
    numbers = [int(n) for n in root.xpath("//nav//a[contains(@class, 'go')]/@data-n")]
    assert numbers == list(range(1, len(findings) + 1))
    grades = [("error", "warning", "info").index(b.text) for b in root.xpath("//*[@class='grade']/b")]
    assert len(grades) == len(findings)
    for place in root.xpath("//a[contains(@class, 'mark')][contains(@class, 'error')]"):
        assert place.getnext().tag == "sup", "a finding is told by a number, not by colour alone"


def test_the_legend_counts_each_finding_once(page: str) -> None:
    """Its numbers, but for facts that are equal, are together those of the list."""
    root = tree(page)
    legend = root.xpath("//*[@class='legend']/li")
    told = [line for line in map(words, legend) if "equal" not in line]
    numbers = [int(re.findall(r"\d+", line)[-1]) for line in told]
    assert sum(numbers) == len(root.xpath("//*[starts-with(@id, 'f')][.//code]"))


def test_findings_of_a_comparison_are_linked_to_both_places(comparison: str) -> None:
    """Each place stands in the column of its language, with the words that the link has."""
    root = tree(comparison)
    cards = root.xpath("//li[starts-with(@id, 'f')]")
    assert [card.xpath(".//code")[0].text for card in cards][:3] == [
        "weekday-mismatch",
        *["value-differs"] * 2,
    ]
    for card in cards:
        for link in card.xpath(".//a"):
            (place,) = root.xpath("//main//*[@id=$name]", name=link.get("href")[1:])
            (wording,) = link.xpath("span[@lang]")
            assert words(place) == wording.text
            assert place.xpath("ancestor::td/@lang") == [wording.get("lang")]
            assert place.get("aria-description")


def test_pairs_lead_to_each_other(comparison: str) -> None:
    """Nearly RMB 210 billion and its Chinese, which has another qualifier; 2015 to 2022, which is equal."""
    root = tree(comparison)
    for a, b, sort in (
        ("nearly RMB\u00a0210 billion", "超2100亿元", "qualifier"),
        ("2015 to 2022", "2015年至2022年", "equal"),
    ):
        ours, theirs = (root.xpath("//a[contains(@class, 'mark')][.=$said]", said=said)[0] for said in (a, b))
        lit = [one.get("data-partners").split()[0] for one in (ours, theirs)]
        assert lit == [theirs.get("id"), ours.get("id")]
        assert ours.get("href") == f"#{theirs.get('id')}"
        assert sort in ours.get("class").split()
        assert sort in theirs.get("class").split()


def test_the_texts_are_there_word_by_word(comparison: str, english: str, chinese: str) -> None:
    """In their order, in columns with their languages."""
    root = tree(comparison)
    for tag, text in (("en", english), ("zh-Hans", chinese)):
        told = "".join(words(cell) for cell in root.xpath("//td[@lang=$tag]", tag=tag))
        assert "".join(told.split()) == "".join(text.split())


def test_the_page_says_what_it_is_of(comparison: str, check_of_english: str) -> None:
    """Files, languages, dates and the version, in both languages of the tool."""
    head = tree(comparison).xpath("string(//header)")
    for said in ("a.txt", "b.txt", "Chinese (Simplified)", "Nov. 16, 2022", "no date given"):
        assert said in head
    for page in (comparison, check_of_english):
        assert tree(page).xpath("string(//footer)") == f"eventrecord {metadata.version('eventrecord')}"
        assert tree(page).xpath("/html/@lang") == ["en"]


def test_a_check_tells_what_the_record_says(check_of_english: str) -> None:
    """Beside the paragraph: the place in words, the key, the value; what is left out stands at the end."""
    root = tree(check_of_english)
    (place,) = root.xpath("//td//a[.='52']")
    (card,) = place.xpath("ancestor::tr//article")
    assert place.get("href") == f"#{card.get('id')}"
    told = " ".join(card.xpath("string(dl)").split())
    assert told == "the record: the count of “Forums” figures.forums.count: 25"
    (name,) = root.xpath("//article[.//code='name-differs']")
    assert "family: Zhang" in name.xpath("string(dl)")
    (left,) = root.xpath("//section[@class='left-out']")
    assert "10%" in left.xpath("string(.)")
    assert "figures." in left.xpath("string(.//dl)")


def test_pages_speak_chinese(compared: Pages, checked: Pages, english: str, chinese: str) -> None:
    """All words but those of the texts and the rules' names."""
    for page in (
        compared(english, chinese, "zh-Hans"),
        checked(english.replace("25 for", "52 for"), "zh-Hans"),
    ):
        root = tree(page)
        assert root.xpath("/html/@lang") == ["zh-Hans"]
        for told in ("string(//h1)", "string(//h2)", "string(//*[@class='keys'])", "string(//title)"):
            assert re.search("[\u4e00-\u9fff]", root.xpath(told))
        for told in root.xpath("//dt | //*[@class='legend']/li | //*[@class='grade']/b"):
            assert not re.search("[a-z]{3}", told.xpath("string(.)")), told.xpath("string(.)")


def test_nothing_is_fetched_and_only_our_script_runs(page: str) -> None:
    """The policy allows the one style and the one script that stand in the page, and nothing else."""
    root = tree(page)
    (policy,) = root.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    (script,), (style,) = root.xpath("//script"), root.xpath("//style")
    told = dict(part.strip().split(" ", 1) for part in policy.split(";"))
    assert told["default-src"] == "'none'"
    for name, part in (("script-src", script), ("style-src", style)):
        assert told[name] == f"'sha256-{b64encode(sha256(part.text.encode()).digest()).decode()}'"
    assert not root.xpath("//*[@src] | //link | //*[@style] | //@*[starts-with(name(), 'on')]")
    assert "url(" not in style.text
    assert "//" not in style.text


@pytest.mark.parametrize("where", ["text", "file"])
def test_hostile_words_stay_words(compared: Pages, checked: Pages, where: str) -> None:
    """Nothing in a text or a file's name becomes an element, and what could not be seen is shown."""
    text, file = (HOSTILE, "a.txt") if where == "text" else ("Hello.", HOSTILE)
    for page in (
        compared(f"25 forums {text} on Nov. 15, 2022.", f"52场论坛{text}", file=file),
        checked(f"A total of 52 forums {text}, Zhang Wai.", file=file),
    ):
        root = tree(page)
        assert len(root.xpath("//script")) == 1
        assert not root.xpath("//img")
        assert "{{ 7*7 }}" in root.xpath("string(//body)")
        assert "U+202E" in root.xpath("string(//body)")
        assert "U+001B" in root.xpath("string(//body)")
        assert not set(page) & set("\x1b\x07\0\u202e")


@settings(max_examples=60, deadline=None)
@given(
    st.text(st.sampled_from("25万 亿元%,.\n\t<>&\"'近年月日\0\u2028\r\ud7ff\U0001f600"), max_size=60),
    st.text(max_size=40),
)
def test_whatever_texts_hold(compared: Pages, a: str, b: str) -> None:
    """A page comes out, the same twice, with every character of both texts; those unseen by their numbers."""
    page = compared(a, b)
    assert page == compared(a, b)
    root = tree(page)
    for hidden in root.xpath("//td//span[@class='hidden']"):
        hidden.text = f"&{hidden.text[2:]};"
    for tag, text in (("en", a), ("zh-Hans", b)):
        told = "".join(words(cell) for cell in root.xpath("//td[@lang=$tag]", tag=tag))
        shown = "".join(
            f"&{ord(char):04X};" if char not in "\r\n\t" and visible(char).startswith("<U+") else char
            for char in text
        )
        assert "".join(told.split()) == "".join(shown.split())


def test_the_command_prints_pages(
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    english: str,
    chinese: str,
) -> None:
    """On standard output, the same twice; the summary on standard error; the code is that of findings."""
    monkeypatch.chdir(tmp_path)
    Path("a.txt").write_text(english, encoding="utf-8")
    Path("b.txt").write_text(chinese, encoding="utf-8")
    for typed in (
        ["compare", "a.txt", "b.txt", "--locale", "en", "--locale", "zh-Hans", "--date", "2022-11-16"],
        ["check", str(tmp_path / "b.txt"), "--record", str(SEED), "--locale", "zh-Hans"],
    ):
        runs = []
        for _ in range(2):
            assert main([*typed, "--output-format", "html"]) == 1
            runs.append(capsys.readouterr())
        assert runs[0] == runs[1]
        assert str(tmp_path) not in runs[0].out, "where files lie on one machine is told to nobody"
        assert runs[0].out.startswith("<!DOCTYPE html>")
        assert runs[0].out.endswith("</html>\n")
        assert runs[0].err.count("\n") == 1


def test_work_grows_with_the_length_of_the_texts(
    english: str, chinese: str, growth: Callable[..., float]
) -> None:
    """With facts and findings everywhere, eight times the texts take about eight times as many steps."""
    pairs = compare(english, chinese, "en", "zh-Hans").pairs

    def page(times: int) -> str:
        moved = tuple(
            pair._replace(
                a=pair.a._replace(start=pair.a.start + n * len(english), end=pair.a.end + n * len(english)),
                b=pair.b._replace(start=pair.b.start + n * len(chinese), end=pair.b.end + n * len(chinese)),
            )
            for n in range(times)
            for pair in pairs
        )
        drifts = tuple(
            Drift(
                "value-differs",
                Severity.ERROR,
                say("{a} and {b}", a=one.a.surface, b=one.b.surface),
                *one[:2],
            )
            for one in moved[::3]
        )
        texts = Edition("a", english * times, "en"), Edition("b", chinese * times, "zh-Hans")
        return comparison_page(Comparison(moved, (), (), drifts), *texts, ENGLISH)

    assert page(8).count('class="mark ') >= 2 * 8 * len(pairs)
    assert growth(page, 4, 32) < 12
