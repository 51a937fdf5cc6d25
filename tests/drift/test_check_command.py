"""The command `check`: exit codes, shapes of its output, places in files of all four sorts, wrong input."""

from __future__ import annotations

import io
import json
import re
import shutil
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from eventrecord.cli import main

Run = Callable[..., tuple[int, str, str]]
ROOT = Path(__file__).parent.parent.parent
EDITION = ROOT / "tests" / "editions" / "zhangjiang-summit-2022.en.md"
HTML = "<h1>Summit</h1>\n<p>In total, <b>25</b> forums are held. Vice Mayor Zhang&nbsp;Wai spoke.</p>\n"


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run `check` in a folder with the seeds; code, standard output, standard error."""
    shutil.copytree(ROOT / "seeds", tmp_path / "seeds")
    monkeypatch.chdir(tmp_path)

    def ran(
        text: object, *typed: object, record: str = "seeds/zhangjiang-summit-2022.yaml"
    ) -> tuple[int, str, str]:
        words = ["check", str(text), "--record", record, "--locale", "en", *map(str, typed)]
        try:
            code = main(words)
        except SystemExit as stop:
            code = int(stop.code or 0)
        out, error = capsys.readouterr()
        return code, out, error

    return ran


def save(name: str, text: str) -> str:
    """A file in the folder."""
    Path(name).write_text(text, encoding="utf-8")
    return name


def test_an_edition_passes(run: Run) -> None:
    """Code 0, and nothing on standard output."""
    code, out, error = run(EDITION)
    assert (code, out) == (0, "")
    assert error.endswith("nothing found\n")


def test_a_language_may_be_told_by_its_country(run: Run) -> None:
    """A text of en-GB is held against the edition in English; a language that there is not is refused."""
    assert run(EDITION, "--locale", "en-GB")[0] == 0
    code, out, error = run(EDITION, "--locale", "zh-Hnas")
    assert (code, out, error.count("\n")) == (2, "", 1)
    assert "did you mean 'zh-Hans'" in error


def test_findings_fail_from_a_grade_on(run: Run) -> None:
    """Errors give code 1; warnings do where they are asked for; information never does."""
    text = EDITION.read_text("utf-8")
    wrong = save("error.md", text.replace("25 forums", "52 forums"))
    weak = save("warning.md", text.replace("nearly RMB", "over RMB"))
    short = save("info.md", text.replace(", and 10% of licenses circulate within Zhangjiang", ""))
    codes = [
        run(file, "--fail-on", grade)[0] for file in (wrong, weak, short) for grade in ("error", "warning")
    ]
    assert codes == [1, 1, 0, 1, 0, 0]


def test_json_has_places_in_the_file(run: Run) -> None:
    """Offsets, line and column are those of the file, and the record's path stands beside them."""
    source = EDITION.read_text("utf-8").replace("25 forums", "52 forums")
    code, out, _ = run(save("a.md", source), "--output-format", "json")
    (found,) = json.loads(out)["findings"]
    text = found["text"]
    assert code == 1
    assert found.keys() == {"rule", "severity", "message", "text", "record"}
    assert text.keys() == {"start", "end", "line", "column", "surface"}
    assert source[text["start"] : text["end"]] == text["surface"] == "52"
    assert source.splitlines()[text["line"] - 1][text["column"] - 1 :].startswith("52 forums")
    assert found["record"] == {"path": "figures.forums.count"}


def test_what_is_left_out_has_no_place(run: Run) -> None:
    """Its text is null, and the record says what it is."""
    short = EDITION.read_text("utf-8").replace(", and 10% of licenses circulate within Zhangjiang", "")
    _, out, _ = run(save("a.md", short), "--output-format", "json")
    assert [(one["rule"], one["text"], one["record"]["path"]) for one in json.loads(out)["findings"]] == [
        ("left-out", None, "figures.local-share.percent")
    ]


def test_a_fact_of_another_record_has_that_record_s_name(run: Run) -> None:
    """The week's days are in the week's record."""
    wrong = EDITION.read_text("utf-8").replace("Nov. 14-18", "Nov. 14-19")
    file = save("a.md", wrong)
    _, out, _ = run(file, "--output-format", "json")
    assert json.loads(out)["findings"][0]["record"]["path"] == "ibiws-2022/event.end"
    assert "seeds/ibiws-2022.yaml:" in run(file)[1]


@pytest.mark.parametrize("form", ["text", "concise", "json"])
def test_a_fact_of_another_record_is_told_by_that_record_s_names(run: Run, form: str) -> None:
    """The start of the week is not that of the summit, which is a part of it."""
    whole = EDITION.read_text("utf-8")
    short = whole.replace(" (Nov. 14-18)", "").replace("five-day ", "").replace("for five days", "")
    _, out, _ = run(save("a.md", short), "--output-format", form)
    said = "the start of “International Biopharma Industry Week Shanghai 2022” [ibiws-2022/event.start]"
    assert f"the text does not state {said}: Nov. 14-18" in out


def test_what_is_left_out_is_a_line_each_after_all_else(run: Run) -> None:
    """A short text leaves out dozens of facts, whose places are in the line itself."""
    _, out, _ = run(
        save("a.txt", "Vice Mayor Zhang Wai spoke at the main forum. A total of 25 forums are held.")
    )
    first, *others = [line for line in out.splitlines() if " left-out: " in line]
    assert len(others) > 5
    assert out.endswith("\n\n" + "\n".join([first, *others]) + "\n")
    assert all(re.search(r"\[[\w./\[\]-]+\]: .", line) for line in others)


def test_a_text_of_another_event_is_an_error(run: Run) -> None:
    """Nothing of the record is in it: one finding, instead of all that it leaves out."""
    other = ROOT / "tests" / "editions" / "greater-bay-forum-2027.en.md"
    code, out, _ = run(other, "--output-format", "json")
    assert code == 1
    (found,) = json.loads(out)["findings"]
    assert (found["rule"], found["severity"], found["text"]) == ("event-differs", "error", None)
    assert "another event than Zhangjiang Life Science International Innovation Summit?" in found["message"]


def test_a_text_that_has_everything_nearly_is_of_its_event(run: Run) -> None:
    """Names and figures that are all wrong are findings of their own."""
    text = (
        "Vice Mayor Zhang Wai opened the Zhangjiang Life Sciences International Innovation Summit on a "
        "rainy day in front of many guests, and said that more than RMB 210 billion of licences had been "
        "traded from the valley, to the north and to the south, by all the firms that have their seat there."
    )
    _, out, _ = run(save("a.txt", text), "--output-format", "concise")
    assert "name-differs: the text says Zhang Wai" in out
    assert "event-differs" not in out


@pytest.mark.parametrize(
    ("record", "old", "new"), [("en", "5.38 points", "5.38%"), ("zh-Hans", "5.38分", "5.38%")]
)
def test_the_digits_of_points_are_no_share(run: Run, record: str, old: str, new: str) -> None:
    """Points that became percent keep their number and have another unit."""
    name = "zhangjiang-innovation-index-2022"
    text = (ROOT / "tests" / "editions" / f"{name}.{record}.md").read_text("utf-8")
    file = save("a.md", text.replace(old, new))
    _, out, _ = run(file, "--locale", record, "--output-format", "json", record=f"seeds/{name}.yaml")
    grave = [one for one in json.loads(out)["findings"] if one["severity"] == "error"]
    assert [(one["rule"], one["text"]["surface"]) for one in grave] == [("unit-differs", "5.38%")]


def test_a_record_is_no_text_whatever_its_name(run: Run) -> None:
    """A record that was renamed is refused; a text that shows a line of one is read."""
    shutil.copy("seeds/ibiws-2022.yaml", "a.txt")
    code, _, error = run("a.txt")
    assert (code, "a.txt: is a record, and no text" in error) == (2, True)
    shown = save("b.txt", "The summit has 25 forums. Its record begins so:\nformat: eventrecord/1\n")
    assert run(shown)[0] == 0


def test_a_page_is_told_by_its_own_lines(run: Run) -> None:
    """In HTML the place is that of the source, with its marks."""
    _, out, _ = run(save("a.html", HTML), "--output-format", "json")
    found = [one["text"] for one in json.loads(out)["findings"] if one["rule"] == "name-differs"]
    assert [(one["line"], one["column"], one["surface"]) for one in found] == [(2, 52, "Zhang\xa0Wai")]
    assert HTML[found[0]["start"] : found[0]["end"]] == "Zhang&nbsp;Wai"


def test_a_word_document_is_told_by_paragraphs(run: Run) -> None:
    """Its first number is that of the paragraph."""
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    words = ("Summit", "A total of 52 forums will further advance the industry.")
    body = "".join(f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>" for text in words)
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("word/document.xml", f'<w:document xmlns:w="{space}">{body}</w:document>')
    Path("a.docx").write_bytes(file.getvalue())
    code, out, _ = run("a.docx")
    assert code == 1
    assert out.startswith("a.docx:2:12: error value-differs: the text says 52, the record")


@pytest.mark.parametrize("form", ["concise", "github", "gitlab", "sarif", "junit"])
def test_reports_of_validate_tell_of_texts(run: Run, form: str) -> None:
    """Annotations and code scanning name the file of the text."""
    wrong = EDITION.read_text("utf-8").replace("25 forums", "52 forums")
    code, out, _ = run(save("a.md", wrong), "--output-format", form)
    assert code == 1
    assert "a.md" in out
    assert "value-differs" in out


def test_standard_input_is_read(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """A dash is plain text from standard input."""
    from eventrecord.cli.inputs import _all_of

    _all_of.cache_clear()
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"Vice Mayor Zhang Wai spoke.\n")))
    assert run("-")[1].startswith("<stdin>:1:12: error name-differs")


@pytest.mark.parametrize(
    ("name", "data", "typed", "said"),
    [
        ("none.txt", None, (), "none.txt: No such file"),
        ("a.txt", "张江峰会开幕，一共二十五场论坛。".encode("gb18030"), (), "GBK"),
        ("a.docx", b"no", (), "a.docx: is no Word document"),
        ("a.txt", b"x", ("--release", "none"), "release of zhangjiang-summit-2022"),
        ("a.txt", b"x", ("--locale", "tlh"), "tlh"),
        ("a.txt", b"x", ("--date", "soon"), "is no day"),
        ("a.txt", b"x", ("--record", "a.txt"), "a.txt: "),
    ],
)
def test_wrong_input_is_one_line_and_code_2(
    run: Run, name: str, data: bytes | None, typed: tuple[str, ...], said: str
) -> None:
    """Whatever cannot be read is told in one line."""
    if data is not None:
        Path(name).write_bytes(data)
    code, out, error = run(name, *typed)
    assert (code, out) == (2, "")
    assert said in error
    assert error.count("\n") == 1


@pytest.mark.parametrize("page", ["check", "compare"])
def test_every_finding_of_texts_is_explained(capsys: pytest.CaptureFixture[str], page: str) -> None:
    """`explain` knows each name that the tables of findings have."""
    text = (ROOT / "docs" / "how-to" / f"{page}.md").read_text("utf-8")
    table = text[text.index("| finding |") :].partition("\n\n")[0]
    names = [name for row in table.splitlines() for name in re.findall("`([a-z-]+)`", row.split("|")[1])]
    assert len(names) > 10
    for name in names:
        assert main(["explain", name]) == 0
        assert capsys.readouterr().out.startswith(f"# {name}\n")
