"""Texts of people's files: what a reader sees, where it stands in the file, and files that are no texts."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from eventrecord import EventRecordError
from eventrecord.drift.texts import ReadText, read_text

EDITIONS = Path(__file__).parent.parent / "editions"
NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def word(body: str, *, prolog: str = "", path: str = "word/document.xml", styles: str = "") -> bytes:
    """A Word document with that body."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        whole = f'{prolog}<w:document xmlns:w="{NAMESPACE}"><w:body>{body}</w:body></w:document>'
        archive.writestr(path, whole)
        if styles:
            archive.writestr("word/styles.xml", f'<w:styles xmlns:w="{NAMESPACE}">{styles}</w:styles>')
    return file.getvalue()


def placed(read: ReadText) -> None:
    """Each character that the source has is where the text says it is."""
    for start, sign in enumerate(read.text):
        first, last = read.span(start, start + 1)
        assert 0 <= first <= last <= len(read.source)
        if sign not in " \n\t" and read.source[first:last] != sign:
            assert read.source[first] in "&"


@pytest.mark.parametrize(
    ("source", "seen"),
    [
        ("# A *new* hall\n\nOver **25** halls,\nall full.\n", "A new hall\n\nOver 25 halls, all full."),
        ('- [the plan](https://a.example "x"): 5\\% \\- more\n1. one\n', "the plan: 5% - more\none"),
        ("近**2100亿**元，\n增长10%。\n", "近2100亿元，增长10%。"),
        ("---\ntitle: x\n---\nText <b>here</b><!-- not --> &amp; there.\n", "Text here & there."),
        ("| a | b |\n|---|:-:|\n| 25 | forums |\n", "a\tb\n25\tforums"),
        ("snake_case and 2*3\n***\n> said\n", "snake_case and 2*3\n\nsaid"),
        ("RMB **210** billion, 25* firms", "RMB 210 billion, 25* firms"),
        ("# 25 deals\n30 firms came.", "25 deals\n30 firms came."),
        ("## 25 deals ##\n30 firms\n===\nall\n---\nnew", "25 deals\n30 firms\nall\nnew"),
        ("a <!-- 24\n24 --> b\n\n<!--\n24\n\n24\n-->\nyes", "a  b\n\nyes"),
        ("firms | deals\n--- | ---\n25 | `30`\n | *7* \\| 8", "firms\tdeals\n25\t30\n7 | 8"),
        ("> | a | b |\n> |---|---|\n> | | 25 |\n\n| no | table |", "a\tb\n\t25\n\n| no | table |"),
        ("The number rose to\n30. It was high.", "The number rose to 30. It was high."),
        ("- 25 deals\n- 30 firms\n  came\n\n  in all\n+ x", "25 deals\n30 firms came\n\nin all\nx"),
        ("> 25 deals\n> were\nsigned\n> > twice", "25 deals were signed\ntwice"),
        ("~~~ text\n25  *deals*\n30\n~~~\n\n\t1 < 2\n", "25  *deals*\n30\n\n1 < 2"),
        (
            "[25 deals][a], [a], [b] and <https://a.example>\n\n[a]: /30 '40'",
            "25 deals, a, [b] and https://a.example",
        ),
        ("![25 *new* halls](30.png) [![x](a)](b) ``a ` b``", "25 new halls x a ` b"),
        ("25  \n30\\\n40<br>50", "25\n30\n40\n50"),
        ("<div hidden>no</div>\n\n<div><p>25 deals\n<p>30</div>\n\n<i>yes</i>", "25 deals\n30\n\nyes"),
        ("&copy; &#x4ebf; &nbsp;&none; \\&amp; ~~old~~", "© 亿 \xa0&none; &amp; old"),
        ("25 deals,\r\n30 firms\r\n\r\n# all\r\nnew", "25 deals, 30 firms\n\nall\nnew"),
    ],
)
def test_markdown_is_read_without_its_marks(source: str, seen: str) -> None:
    """Marks are gone, lines of a paragraph are joined, each character keeps its place."""
    read = read_text(source.encode(), "a.md")
    assert read.text.strip() == seen
    placed(read)


@pytest.mark.parametrize(
    ("source", "seen"),
    [
        (
            "<title>no</title><h1>Hi &amp; bye</h1><p>nearly <b>210</b>\n billion<br>x</p>",
            "Hi & bye\nnearly 210 billion\nx\n",
        ),
        ("<p>a<script>if (a<b) '</p>'</script>b<style>p{}</style></p>", "ab\n"),
        ("<p hidden>no</p><p>yes<!-- <p>no --></p>", "yes\n"),
        ("<div style='display:none'>no<div>no</div></div>近<em>40</em>场", "近40场"),
        ("<ul><li>one<li>two</ul>5 < 6 & 7", "one\ntwo\n5 < 6 & 7"),
        ("<p title='a > b'>in</p>", "in\n"),
        ('<p class="lead hidden md:block">25 deals</p>', "25 deals\n"),
        ('<p title="a hidden gem">30 firms</p>', "30 firms\n"),
        ("<p title=\"style='display:none'\" data-style='display:none'>30 firms</p>", "30 firms\n"),
        ("<p style='color: red; /* display: block */ DISPLAY : None !important'>no<p>yes", "yes"),
        ("<p hidden>note<p>25 deals", "25 deals"),
        ("<p hidden>note<ul><li>25 deals</ul>", "25 deals\n"),
        ("<ul><li hidden>no<ul><li>nor this</ul><li>25 deals</ul>", "25 deals\n"),
        ("<dl><dt hidden>no<dd>25 deals</dl>", "25 deals\n"),
        ("<div><p hidden>no</div>25 deals", "25 deals"),
        ("<div hidden><p>no</p>nor this</div>25 deals", "25 deals"),
        ("<a hidden><p>no</a> 25 deals</p>", "25 deals\n"),
        ("<p hidden>no<table><tr><td>25</p> deals</table>all", "25\ndeals\nall"),
        ("<table><tr><td hidden>no<td>25<tr hidden><td>no<tr><td>30</table>", "25\n30\n"),
        ("<html><head><title>x</title><body><p>25 deals", "25 deals"),
        ("<head><meta charset=utf-8><title>x</title><p>25 deals", "25 deals"),
        ("<head>25 deals<script>no", "25 deals"),
        ("<svg><title/><style/><text>no</text></svg><svg><svg></svg>no</svg>25 deals", "25 deals"),
        ("<svg><path><p>25 deals", "25 deals"),
        ("<div/>25 <svg/>deals<br hidden>, <o:p>all new</o:p>", "25 deals, all new"),
        ("a<!-->b<!--->c<!-- d --!>e<!x>f</>g</ h>i", "abcefgi"),
        ("<pre>25 deals\n30  firms</pre>", "25 deals\n30 firms\n"),
        ("<ruby>张<rp>(</rp><rt>Zhāng</rt><rp>)</rp></ruby>为", "张为"),
        ("<select hidden><option>no</select><dialog>no</dialog>25 &lt; 30 <3", "25 < 30 <3"),
        ("25 deals <a href='30 firms>never closed", "25 deals"),
    ],
)
def test_a_page_is_read_as_a_browser_shows_it(source: str, seen: str) -> None:
    """Scripts, hidden elements and comments are not seen; blocks are lines."""
    read = read_text(source.encode(), "a.html")
    assert read.text == seen
    placed(read)


def test_a_word_document_is_read_by_paragraphs() -> None:
    """A line for each paragraph; what was deleted is gone, what was inserted stays."""
    body = (
        "<w:p><w:r><w:t>Over </w:t></w:r><w:ins><w:r><w:t>25 &amp; more</w:t></w:r></w:ins>"
        "<w:del><w:r><w:delText>24</w:delText></w:r></w:del></w:p>"
        "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
    )
    assert read_text(word(body), "a.docx").text == "Over 25 & more\na\tb"


STYLES = (
    "<w:style w:styleId='Note'><w:rPr><w:vanish/></w:rPr></w:style>"
    "<w:style w:styleId='Remark'><w:basedOn w:val='Note'/></w:style>"
    "<w:style w:styleId='Shown'><w:basedOn w:val='Remark'/><w:rPr><w:vanish w:val='0'/></w:rPr></w:style>"
    "<w:style w:styleId='Round'><w:basedOn w:val='Round'/></w:style>"
)


def run(words: str, look: str = "") -> str:
    """Words of a Word document that look so."""
    return f"<w:r><w:rPr>{look}</w:rPr><w:t>{words}</w:t></w:r>"


@pytest.mark.parametrize(
    ("body", "seen"),
    [
        (f"<w:moveFrom>{run('25 ')}</w:moveFrom>{run('A ')}<w:moveTo>{run('25 ')}</w:moveTo>", "A 25 "),
        (f"{run('24', '<w:vanish/>')}{run('25')}", "25"),
        (run("25", "<w:vanish w:val='false'/>"), "25"),
        (run("25", "<w:rPrChange><w:rPr><w:vanish/></w:rPr></w:rPrChange>"), "25"),
        (f"<w:pPr><w:rPr><w:vanish/></w:rPr></w:pPr>{run('25')}", "25"),
        ("<w:pPr><w:tabs><w:tab w:val='left' w:pos='720'/></w:tabs></w:pPr>" + run("25"), "25"),
        ("<w:del><w:r><w:tab/><w:br/><w:delText>24</w:delText></w:r></w:del>" + run("25"), "25"),
        (run("24", "<w:rStyle w:val='Remark'/>") + run("25", "<w:rStyle w:val='Shown'/>"), "25"),
        (run("25", "<w:rStyle w:val='Remark'/><w:vanish w:val='0'/>"), "25"),
        (f"<w:pPr><w:pStyle w:val='Note'/></w:pPr>{run('24')}", ""),
        (f"<w:r><w:rPr><w:vanish/></w:rPr><w:p>{run('24')}</w:p></w:r>{run('25')}", "\n25"),
        (run("25", "<w:rStyle w:val='Round'/>") + run("30", "<w:rStyle w:val='none'/>"), "2530"),
    ],
)
def test_of_a_word_document_only_what_stands_there_is_read(body: str, seen: str) -> None:
    """Words that were moved are read where they are now; hidden ones nowhere."""
    body = f"<w:p>{body}</w:p><w:p>{run('end')}</w:p>"
    assert read_text(word(body, styles=STYLES), "a.docx").text == f"{seen}\nend"


BOMB = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>'


@pytest.mark.parametrize(
    ("data", "name", "said"),
    [
        (b"PK\x03\x04 not a zip", "a.docx", "no Word document"),
        (word("", path="other.xml"), "a.docx", "no Word document"),
        (word("<w:p>"), "a.docx", "cannot be read"),
        (word("<w:p><w:r><w:t>&b;</w:t></w:r></w:p>", prolog=BOMB), "a.docx", "cannot be read"),
        (word("<w:sdt>" * 1000), "a.docx", "cannot be read"),
        (word("<w:p/>", styles="<w:style>"), "a.docx", "cannot be read"),
        (word("<w:p/>", styles=" " * 50_000_001), "a.docx", "more than 50 MB"),
        (word(" " * 50_000_001), "a.docx", "more than 50 MB"),
        (b"x" * 10_000_001, "a.txt", "larger than 10 MB"),
        ("张江峰会开幕，一共二十五场论坛。".encode("gb18030"), "a.txt", "GBK"),
        ("over 25".encode("utf-16"), "a.txt", "UTF-16"),
        (b"%PDF-1.7 \xe2\xe3\xcf\xd3", "a.txt", "no text"),
        (b"%PDF-1.4\n1 0 obj\n", "a.txt", "is a PDF, and no text"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "a.doc", "is an old Word or Excel document, and no text"),
        (b"{\\rtf1 Summit}", "a.txt", "is a document in rich text"),
        (word("<w:p/>"), "a.txt", "no text"),
        ("over 25\n共25场".encode("gb18030"), "a.txt", "a.txt:2:1: "),
    ],
)
def test_what_is_no_text_is_refused(data: bytes, name: str, said: str) -> None:
    """Bombs, other encodings and other sorts of files are one clear line."""
    with pytest.raises(EventRecordError, match=said):
        read_text(data, name)


def test_lines_of_a_mail_are_joined() -> None:
    """Paragraphs that were broken at some column are whole again; lists and headings stay as they are."""
    mail = (
        "A heading\n\nThe park signed deals worth nearly RMB 210 billion in the years\n"
        "from 2015 to 2022, and more are to come in the next years, it said.\n\n- one item\n- two\n"
    )
    read = read_text(mail.encode(), "a.txt")
    assert read.text == mail.replace("years\nfrom", "years from")
    placed(read)


MARKS = st.text(st.sampled_from("ab1 \n\r\t*_`~[]()<>!&;#\\|-=\"'/.亿，近\u3000\u00a0pscript"), max_size=150)


@settings(max_examples=300, deadline=None)
@given(st.one_of(MARKS, st.text(max_size=80)), st.sampled_from(["a.md", "a.html", "a.txt"]))
def test_any_marks_can_be_read(source: str, name: str) -> None:
    """Whatever the marks are, nothing fails; each sign stands where it is said to, in the file's order."""
    read = read_text(source.encode("utf-8", "replace").replace(b"\0", b""), name)
    places = [read.span(start, start + 1) for start in range(len(read.text))]
    assert all(0 <= first <= last <= len(read.source) for first, last in places)
    assert places == sorted(places)
    for (first, last), sign in zip(places, read.text, strict=True):
        assert sign.isspace() or read.source[first:last] == sign or read.source[first] == "&"


MARKS_OF_BLOCKS = (
    "\n",
    "\n\n",
    "\r\n",
    "  \n",
    "\n|-|-|\n",
    "- ",
    "> ",
    "1. ",
    "30. ",
    "# ",
    "\n==\n",
    "    ",
    "\t",
)
MARKS_OF_WORDS = (
    "\\",
    "*",
    "**",
    "_",
    "`",
    "```\n",
    "~~",
    "[",
    "](",
    ")",
    ": ",
    "[a]: b\n",
    "&amp;",
    "&",
    "| ",
)
MARKDOWN = st.lists(
    st.sampled_from(("a", "25 ", "亿", "，", "\xa0", *MARKS_OF_BLOCKS, *MARKS_OF_WORDS)), max_size=30
).map("".join)


@settings(max_examples=300, deadline=None)
@given(MARKDOWN)
def test_markdown_has_the_words_of_its_page(source: str) -> None:
    """The words are those of the web page that a renderer makes of it, all of them and in their order."""
    source = "x\n\n" + source  # front matter is no matter of the renderer's
    page = MarkdownIt("commonmark", {"maxNesting": 100}).enable(["table", "strikethrough"]).render(source)
    seen, shown = (read_text(text.encode(), name) for text, name in ((source, "a.md"), (page, "a.html")))
    assert "".join(seen.text.split()) == "".join(shown.text.split())
    placed(seen)


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    """No archive, however damaged, fails otherwise than with a clear error."""
    whole = word("<w:p><w:r><w:t>x</w:t></w:r></w:p>")
    for damaged in (data, whole[: len(whole) // 2] + data, data + whole):
        try:
            read_text(damaged, "a.docx")
        except EventRecordError:
            continue


@pytest.mark.parametrize(
    "part",
    [
        *(
            "<",
            "<!--",
            "<p",
            "&",
            "[",
            "![a](",
            "*",
            "_",
            "`",
            "<svg>",
            "|",
            "- ",
            '<a "',
            "\\",
            "<div",
            "</p>",
        ),
        *(
            "<a x='",
            "<b><i></b>",
            "<p hidden>",
            "<table><td>",
            "<li>",
            "*a ",
            "[[a]",
            "](",
            "> a\n",
            "|a|\n|-|\n",
        ),
    ],
)
@pytest.mark.parametrize("name", ["a.md", "a.html", "a.txt"])
def test_work_grows_with_the_file(part: str, name: str, growth: Callable[..., float]) -> None:
    """However marks are piled up, a file eight times as large takes about eight times as many steps."""
    little, much = ((part * number).encode() for number in (500, 4_000))
    assert growth(lambda data: read_text(data, name), little, much) < 12
