"""Terms go out as CSV and TBX and come back as they were; others' files come in safely."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from eventrecord.errors import TermsError
from eventrecord.localize.terminology.base import terminology
from eventrecord.localize.terminology.concept import (
    STATUSES,
    TYPES,
    Concept,
    Row,
    TermEntry,
    concepts_of,
    rows_of,
)
from eventrecord.localize.terminology.name_table import is_name_table, read_names
from eventrecord.localize.terminology.table import read_table, table_text
from eventrecord.localize.terminology.tbx import read_tbx, tbx_text
from eventrecord.model.text import State

BASE = dict(terminology())
TBX = "{urn:iso:std:iso:30042:ed-2}"
words = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cc", "Cf", "Cs", "Cn"]), min_size=1, max_size=12
).filter(lambda text: text == " ".join(part for part in text.split(" ") if part))
names = st.from_regex(r"[a-z0-9]{1,4}(-[a-z0-9]{1,3}){0,2}", fullmatch=True)
validity = st.sampled_from(
    [("", ""), ("2021", ""), ("", "2021-10"), ("2021-10", "2021"), ("2021", "2022-11-15")]
)


@st.composite
def concepts(draw: st.DrawFn) -> dict[str, Concept]:
    """Concepts as a terminologist may have them."""
    rows = []
    for name in draw(st.lists(names, min_size=1, max_size=3, unique=True)):
        domain = draw(names)
        for tag in draw(
            st.lists(st.sampled_from(["en", "zh-Hans", "zh-Hant-TW", "ja"]), min_size=1, unique=True)
        ):
            for place, term in enumerate(draw(st.lists(words, min_size=1, max_size=3, unique=True))):
                entry = TermEntry(
                    term,
                    draw(st.sampled_from(STATUSES[1 if place else 0 :])),
                    draw(st.sampled_from([State.OFFICIAL, State.HOUSE, State.UNVERIFIED])),
                    draw(st.sampled_from(TYPES)),
                    draw(st.just("") | words) if tag == "en" else "",
                    draw(st.sampled_from(["", "fixed"])),
                    draw(st.sampled_from(["", "no"])),
                    *draw(validity),
                    draw(st.just("") | words | st.just("eventrecord state: official")),
                    draw(st.just("") | words),
                )
                rows.append(Row(name, domain, tag, entry, "" if place else draw(st.just("") | words)))
    return concepts_of(rows)


def test_the_base_comes_back_from_tbx_as_it_was() -> None:
    """All that the base says, and nothing else."""
    back = read_tbx(tbx_text(BASE.values(), "Terms").encode(), "base.tbx")
    assert concepts_of(back.rows) == BASE
    assert not back.left_out


def test_the_base_comes_back_from_csv_as_it_was() -> None:
    """The same for CSV, in one file for all domains."""
    text = table_text(rows_of(BASE.values()), domains=True)
    assert concepts_of(read_table(text, "base.csv")) == BASE


@given(concepts())
def test_any_terms_come_back_as_they_were(told: dict[str, Concept]) -> None:
    """Whatever a terminology can say survives both formats, and the second writing is the first."""
    tbx = tbx_text(told.values(), "Terms")
    assert concepts_of(read_tbx(tbx.encode(), "t.tbx").rows) == told
    assert tbx_text(concepts_of(read_tbx(tbx.encode(), "t.tbx").rows).values(), "Terms") == tbx
    csv = table_text(rows_of(told.values()), domains=True)
    assert concepts_of(read_table(csv, "t.csv")) == told


def test_tbx_has_the_structure_and_categories_of_tbx_basic() -> None:
    """An independent reader finds the elements of ISO 30042:2019 and only categories of the dialect."""
    root = etree.fromstring(tbx_text(BASE.values(), "Terms").encode())
    assert root.tag == f"{TBX}tbx"
    assert (root.get("type"), root.get("style")) == ("TBX-Basic", "dca")
    assert [child.tag for child in root] == [f"{TBX}tbxHeader", f"{TBX}text"]
    assert root.find(f"{TBX}tbxHeader/{TBX}fileDesc/{TBX}sourceDesc/{TBX}p") is not None
    entries = root.findall(f"{TBX}text/{TBX}body/{TBX}conceptEntry")
    assert len({entry.get("id") for entry in entries}) == len(entries) == len(BASE)
    allowed = {
        "admin": {"source"},
        "descrip": {"subjectField", "definition"},
        "termNote": {"administrativeStatus", "termType"},
    }
    for element in root.iter(f"{TBX}admin", f"{TBX}descrip", f"{TBX}termNote"):
        assert element.get("type") in allowed[etree.QName(element).localname]
    for section in root.iter(f"{TBX}termSec"):
        kinds = [etree.QName(child).localname for child in section]
        assert kinds[0] == "term"
        assert kinds == sorted(
            kinds, key=lambda kind: ("term", "termNote").index(kind) if kind in ("term", "termNote") else 2
        )
        status = section.find(f"{TBX}termNote[@type='administrativeStatus']")
        assert status is not None
        assert status.text in {
            "preferredTerm-admn-sts",
            "admittedTerm-admn-sts",
            "deprecatedTerm-admn-sts",
        }
    types = {note.text for note in root.iter(f"{TBX}termNote") if note.get("type") == "termType"}
    assert types == {"shortForm", "abbreviation"}


def test_ids_that_begin_with_a_digit_are_ids_in_xml_too() -> None:
    """XML wants a letter or an underscore first; the id comes back without."""
    told = concepts_of([Row("14th-plan", "policy", "en", TermEntry("plan"))])
    text = tbx_text(told.values(), "Terms")
    assert 'id="_14th-plan"' in text
    assert concepts_of(read_tbx(text.encode(), "t.tbx").rows) == told


OTHERS = """<?xml version='1.0' encoding='UTF-8'?>
<tbx xmlns="urn:iso:std:iso:30042:ed-2" xmlns:min="http://www.tbxinfo.net/ns/min"
     xmlns:basic="http://www.tbxinfo.net/ns/basic" type="TBX-Basic" style="dct" xml:lang="en">
 <tbxHeader><fileDesc><sourceDesc><p>x</p></sourceDesc></fileDesc></tbxHeader>
 <text><body>
  <conceptEntry id="C 7">
   <min:subjectField>Life Science</min:subjectField>
   <langSec xml:lang="en">
    <descripGrp><basic:definition>a  park</basic:definition></descripGrp>
    <termSec><term>Medicine Valley</term><min:partOfSpeech>noun</min:partOfSpeech></termSec>
    <termSec><term>MV</term><min:administrativeStatus>supersededTerm-admn-sts</min:administrativeStatus>
      <basic:termType>acronym</basic:termType></termSec>
   </langSec>
   <langSec xml:lang="zh-TW"><termSec><term>藥谷</term></termSec></langSec>
   <langSec xml:lang="zh-CN"><termSec><term>药谷</term></termSec></langSec>
  </conceptEntry>
 </body></text>
</tbx>"""


def test_tbx_of_others_is_read_in_dct_style_and_with_their_language_tags() -> None:
    """Elements named after categories, zh-TW and zh-CN, other ids; what is left out is told."""
    read = read_tbx(OTHERS.encode(), "theirs.tbx")
    (concept,) = concepts_of(read.rows).values()
    assert (concept.id, concept.domain) == ("c-7", "life-science")
    assert concept.name() == {"en": "Medicine Valley", "zh-Hans": "药谷", "zh-Hant-TW": "藥谷"}
    assert concept.definitions == {"en": "a park"}
    second = concept.terms["en"][1]
    assert (second.term, second.status, second.type) == ("MV", "deprecated", "abbreviation")
    assert read.left_out == {"partOfSpeech": 1}


def test_tbx_of_the_version_before_is_read() -> None:
    """termEntry, langSet and tig of TBX 2, as most tools still write them."""
    text = """<martif type="TBX"><text><body><termEntry id="a1">
      <langSet xml:lang="en"><ntig><termGrp><term>summit</term>
      <termNote type="administrativeStatus">preferredTerm-admn-sts</termNote></termGrp></ntig></langSet>
      <langSet xml:lang="zh-HK"><tig><term>峰會</term></tig></langSet>
      </termEntry></body></text></martif>"""
    (concept,) = concepts_of(read_tbx(text.encode(), "old.tbx").rows).values()
    assert concept.name() == {"en": "summit", "zh-Hant-HK": "峰會"}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('<!DOCTYPE tbx [<!ENTITY a "aa">]>\n<tbx>&a;</tbx>', "t.tbx:1: declares a document type"),
        ('<?xml version="1.0"?>\n\n<!DOCTYPE tbx SYSTEM "file:///etc/passwd">\n<tbx/>', "t.tbx:3: declares"),
        ("<tbx>\n<text></tbx>", "t.tbx:2: is no XML"),
        ("<tbx>&unknown;</tbx>", "t.tbx:1: is no XML"),
        ("<tbx/>", "holds no concepts"),
        ("<a>" * 60 + "</a>" * 60, "deeper than 50 levels"),
        ("<tbx>\n<conceptEntry id='a'/></tbx>", "t.tbx:2: the concept has no language"),
        (
            "<tbx><conceptEntry id='a'>\n<langSec xml:lang='zh'><termSec><term>x</term></termSec></langSec>"
            "</conceptEntry></tbx>",
            "t.tbx:2: xml:lang 'zh' does not say in which script",
        ),
        (
            "<tbx><conceptEntry id='a'><langSec xml:lang='!!'><termSec><term>x</term></termSec></langSec>"
            "</conceptEntry></tbx>",
            "xml:lang '!!' is no language",
        ),
        (
            "<tbx><conceptEntry id='a'><langSec xml:lang='en'>\n<termSec><term/></termSec></langSec>"
            "</conceptEntry></tbx>",
            "t.tbx:2: has no term",
        ),
    ],
)
def test_xml_that_cannot_or_must_not_be_read_is_refused(text: str, told: str) -> None:
    """No document type is taken, so no entity can grow or fetch anything; the line is named."""
    with pytest.raises(TermsError, match=told):
        read_tbx(text.encode(), "t.tbx")


def test_a_table_of_names_becomes_concepts() -> None:
    """A column per language, a line per concept; a variant joins the concept with its Chinese name."""
    text = (
        "en,zh_hans,zh_hant_tw,zh_hant_hk,kind\n"
        "Medicine Valley,药谷,藥谷,,place\n"
        '"Pharma, Ltd.",药业,,,company\n'
        ",张江,,,place\n"
    )
    assert is_name_table(text)
    found = concepts_of(read_names(text, "names.csv"))
    assert {name: concept.domain for name, concept in found.items()} == {
        "medicine-valley": "places",
        "pharma-ltd": "companies",
        "places-4": "places",
    }
    assert found["medicine-valley"].name() == {
        "en": "Medicine Valley",
        "zh-Hans": "药谷",
        "zh-Hant-TW": "藥谷",
    }
    marked = "en,zh_hans,kind,status\nMedicine Valley,药谷,place,official\nPharma Valley,药谷,place,variant\n"
    (concept,) = concepts_of(read_names(marked, "names.csv")).values()
    assert [(e.term, e.status, e.state) for e in concept.terms["en"]] == [
        ("Medicine Valley", "preferred", State.OFFICIAL),
        ("Pharma Valley", "admitted", State.HOUSE),
    ]
    assert not is_name_table("concept,tag,term\n")
    ours = concepts_of(read_names("en,zh_hans\nThe Valley,张江药谷\n", "names.csv", BASE.values()))
    assert list(ours) == ["zhangjiang-medicine-valley"]


def test_a_table_of_names_tells_which_line_is_wrong() -> None:
    """A status that such tables do not have, a comma too many."""
    with pytest.raises(TermsError, match=r"n\.csv:2: status 'certain' is none of"):
        list(read_names("en,zh_hans,status\nA,甲,certain\n", "n.csv"))
    with pytest.raises(TermsError, match=r"n\.csv:2: more cells than columns"):
        list(read_names("en,zh_hans\nA,甲,乙\n", "n.csv"))


def test_a_table_of_names_may_have_spaces_in_its_first_line() -> None:
    """A column is known whatever spaces a hand left around its name; what is no CSV is no such table."""
    (concept,) = concepts_of(read_names(" en , zh_hans\nMedicine Valley,药谷\n", "n.csv")).values()
    assert concept.name() == {"en": "Medicine Valley", "zh-Hans": "药谷"}
    assert not is_name_table("x" * 200_000)


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("a,en,b,2022-99-99,", "n.csv:2: valid_from '2022-99-99' is no day of the calendar"),
        ("a,en,b,,2023-02-29", "n.csv:2: valid_to '2023-02-29' is no day of the calendar"),
        ("a,en,b,2023,2022-12", "n.csv:2: valid_to 2022-12 is before valid_from 2023"),
        ("a,en,medicine\u200bvalley,,", "n.csv:2: term holds an invisible control character"),
        ("a,en,\u202evalley,,", "n.csv:2: term holds an invisible control character"),
    ],
)
def test_terms_that_could_never_be_found_are_refused(line: str, told: str) -> None:
    """No day, an end before the beginning, characters that nobody sees."""
    with pytest.raises(TermsError) as caught:
        list(read_table(f"concept,tag,term,valid_from,valid_to\n{line}\n", "n.csv"))
    assert told in str(caught.value)


@pytest.mark.parametrize(
    ("written", "tag"),
    [("EN", "en"), ("en-us", "en-US"), ("zh-tw", "zh-Hant-TW"), ("ZH-HANS", "zh-Hans"), ("de", "de")],
)
def test_letter_case_of_a_language_does_not_matter(written: str, tag: str) -> None:
    """BCP 47 tags are the same in any case; ours are written as it recommends."""
    section = f"<langSec xml:lang='{written}'><termSec><term>x</term></termSec></langSec>"
    (row,) = read_tbx(f"<tbx><conceptEntry id='a'>{section}</conceptEntry></tbx>".encode(), "t.tbx").rows
    assert row.tag == tag
