"""`eventrecord terms`: what the terminologist sees, and what is in the folder afterwards."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from eventrecord.cli import main
from eventrecord.localize.terminology.base import office_terms, terminology

Run = Callable[..., tuple[int, str, str]]
HEADER = "concept,tag,term,status,type,state,plural,case,convert,valid_from,valid_to,definition,note,source\n"


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Iterator[Run]:
    """Run `terms` in a folder whose settings name a folder of terms."""
    (tmp_path / "eventrecord.toml").write_text('terms = "terms"\n', encoding="utf-8")
    (tmp_path / "terms").mkdir()
    monkeypatch.chdir(tmp_path)
    from eventrecord.cli import office

    office._settings_of.cache_clear()

    def run(*arguments: object) -> tuple[int, str, str]:
        try:
            code = main(["terms", *map(str, arguments)])
        except SystemExit as stop:
            code = int(stop.code or 0)
        out, err = capsys.readouterr()
        return code, out, err

    yield run
    office._settings_of.cache_clear()


def write(file: Path, text: str) -> Path:
    file.write_text(text, encoding="utf-8")
    return file


OWN = (
    "concept,tag,term,status,note\n"
    "medicine-city,en,Medicine City,preferred,\n"
    "medicine-city,zh-Hans,医药城,preferred,\n"
    'medicine-city,en,"Drug, City",forbidden,a calque\n'
    "zhangjiang-medicine-valley,en,Drug Valley,forbidden,\n"
)


def test_terms_are_added_to_the_folder_of_the_office(run: Run, tmp_path: Path) -> None:
    """The folder is made; a concept of the base goes where the base has it; others by the file's name."""
    code, out, err = run("add", write(tmp_path / "Parks 2022.csv", OWN))
    assert (code, out.splitlines()) == (0, ["terms/parks-2022.csv", "terms/places.csv"])
    assert err == "4 terms added, 0 changed, 0 there already\n"
    assert (tmp_path / "terms" / "parks-2022.csv").read_text("utf-8") == (
        HEADER + "medicine-city,en,Medicine City,preferred,,house,,,,,,,,\n"
        'medicine-city,en,"Drug, City",forbidden,,house,,,,,,,a calque,\n'
        "medicine-city,zh-Hans,医药城,preferred,,house,,,,,,,,\n"
    )


def test_adding_twice_changes_nothing(run: Run, tmp_path: Path) -> None:
    """What is there already is not written again; what differs is changed."""
    file = write(tmp_path / "parks.csv", OWN)
    run("add", file)
    assert run("add", file) == (0, "", "0 terms added, 0 changed, 4 there already\n")
    write(file, OWN.replace("a calque", "never"))
    assert run("add", file) == (0, "terms/parks.csv\n", "0 terms added, 1 changed, 3 there already\n")


def test_a_wrong_file_leaves_the_folder_as_it_was(run: Run, tmp_path: Path) -> None:
    """File and line are told, nothing is written, the code is 2."""
    run("add", write(tmp_path / "parks.csv", OWN))
    before = {file.name: file.read_bytes() for file in (tmp_path / "terms").iterdir()}
    wrong = "concept,tag,term\nnew-city,en,New City\nmedicine-city,en,Other City\n"
    code, out, err = run("add", write(tmp_path / "wrong.csv", wrong))
    assert (code, out) == (2, "")
    assert "wrong.csv:3: two terms of medicine-city are preferred in en" in err
    assert {file.name: file.read_bytes() for file in (tmp_path / "terms").iterdir()} == before


@pytest.mark.parametrize("suffix", ["csv", "tbx"])
def test_what_is_exported_comes_back_the_same(run: Run, tmp_path: Path, suffix: str) -> None:
    """Out to a file and into the folder of another office: the same concepts, by either format."""
    run("add", write(tmp_path / "parks.csv", OWN))
    here = dict(office_terms(tmp_path / "terms"))
    code, _, err = run("export", "--office", "--out", tmp_path / f"out.{suffix}")
    assert (code, err) == (0, f"{tmp_path / f'out.{suffix}'}: 2 concepts\n")
    for file in (tmp_path / "terms").iterdir():
        file.unlink()
    assert run("import", tmp_path / f"out.{suffix}")[0] == 0
    assert dict(office_terms(tmp_path / "terms")) == here


def test_the_whole_base_goes_out_and_comes_in(run: Run, tmp_path: Path) -> None:
    """The base as TBX, taken in by an office, says what the base says."""
    run("export", "--format", "tbx", "--out", tmp_path / "base.xml")
    code, out, err = run("import", tmp_path / "base.xml")
    assert (code, err.split(",")[1:]) == (0, [" 0 changed", " 0 there already\n"])
    assert "terms/places.csv" in out.splitlines()
    taken = office_terms(tmp_path / "terms")
    base = terminology()
    assert {name: concept.terms for name, concept in taken.items()} == {
        name: concept.terms for name, concept in base.items()
    }


def test_without_a_file_an_export_is_printed(run: Run) -> None:
    """CSV unless asked otherwise, with the domain of each concept."""
    code, out, _ = run("export", "--domain", "policy")
    assert code == 0
    assert out.startswith("concept,domain,tag,term,status,")
    assert "network,policy,zh-Hans,网络,preferred," in out
    assert run("export", "--domain", "policy", "--format", "tbx")[1].startswith("<?xml")


def test_finding_shows_the_whole_concept(run: Run, tmp_path: Path) -> None:
    """By a part of any term, whatever its case and width, or by the id; the nearest first."""
    code, out, err = run("find", "ｐｈａｒｍａ valley")
    assert (code, err) == (0, "")
    assert out.splitlines()[:3] == [
        "china-pharma-valley (places, base)",
        "  en       preferred  China's Pharma Valley",
        "  zh-Hans  preferred  中国药谷",
    ]
    assert run("find", "SHEITC")[1].startswith(
        "shanghai-commission-of-economy-and-informatization (government"
    )
    run("add", write(tmp_path / "parks.csv", OWN))
    assert "  en       forbidden  Drug Valley" in run("find", "zhangjiang-medicine-valley")[1]
    assert "(parks, office)" in run("find", "医药城")[1]
    assert "2022/..." in run("find", "Shanghai Biopharma Industry Promotion Center")[1]


def test_what_is_not_there_is_told_with_what_is_near(run: Run) -> None:
    """Code 1, and a guess at what was meant."""
    assert run("find", "sumit") == (1, "", "no term has 'sumit' in it; near it: summit\n")
    assert run("find", "\x1b[31m") == (1, "", "no term has '\\x1b[31m' in it\n")
    assert run("list", "--status", "forbidden", "--locale", "en")[0] == 1


def test_lists_are_filtered(run: Run) -> None:
    """By domain, status and language; unknown names are refused with the known ones."""
    code, out, _ = run(
        "list", "--domain", "policy,places", "--status", "deprecated", "--locale", "zh-Hant-TW"
    )
    assert (code, len(out.splitlines())) == (0, 1)
    assert out.startswith("investment-project  zh-Hant-TW  deprecated  專案")
    assert run("list", "--status", "banned")[0] == 2
    code, _, err = run("list", "--domain", "place")
    assert code == 2
    assert "did you mean 'places'?" in err


def test_left_out_categories_are_told(run: Run, tmp_path: Path) -> None:
    """What a term has no field for does not vanish in silence."""
    text = (
        "<tbx><conceptEntry id='a'><langSec xml:lang='en'><termSec><term>quasar</term>"
        "<termNote type='partOfSpeech'>noun</termNote></termSec></langSec></conceptEntry></tbx>"
    )
    code, out, err = run("import", write(tmp_path / "sky.tbx", text))
    assert (code, out) == (0, "terms/sky.csv\n")
    assert "left out, as a term has no field for it: partOfSpeech (1)" in err


def test_without_a_folder_in_the_settings_it_is_told_what_to_do(run: Run, tmp_path: Path) -> None:
    """Terms of an office need a place."""
    (tmp_path / "eventrecord.toml").write_text("", encoding="utf-8")
    code, _, err = run("add", write(tmp_path / "parks.csv", OWN))
    assert code == 2
    assert 'write terms = "terms" into eventrecord.toml' in err
    assert run("find", "summit")[0] == 0


@pytest.mark.parametrize(
    ("name", "data", "told"),
    [
        ("gone.csv", None, "gone.csv: No such file"),
        ("big5.csv", "concept,tag,term\na,zh-Hant,藥谷\n".encode("big5"), "big5.csv: is no text in UTF-8"),
        ("bomb.tbx", b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', "bomb.tbx:1: declares a document type"),
        ("book.xlsx", b"PK\x03\x04\x14\xff", "book.xlsx: is no text in UTF-8; in the spreadsheet, save it"),
        ("empty.csv", b"", "empty.csv:1: the first line names the columns"),
        ("half.tbx", b"<tbx>", "half.tbx:1: is no XML"),
    ],
)
def test_files_that_cannot_be_read_are_one_line(
    run: Run, tmp_path: Path, name: str, data: bytes | None, told: str
) -> None:
    """Code 2 and the reason, no traceback."""
    if data is not None:
        (tmp_path / name).write_bytes(data)
    code, out, err = run("import", name)
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert told in err
    assert not list((tmp_path / "terms").iterdir())


def test_a_folder_that_is_not_there_is_made_by_adding(run: Run, tmp_path: Path) -> None:
    """Until then every other command says so."""
    (tmp_path / "terms").rmdir()
    code, _, err = run("find", "summit")
    assert code == 2
    assert "eventrecord terms add makes it" in err
    assert run("add", write(tmp_path / "parks.csv", OWN))[0] == 0
    assert run("find", "summit")[0] == 0
