"""The JSON Schema for editors and the field reference, both made from the model."""

from __future__ import annotations

import copy
import json
import re
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
import yaml_rs
from jsonschema import Draft202012Validator

from eventrecord.model.record import FORMAT, Record
from eventrecord.reference import reference_text
from eventrecord.schema import SCHEMA_FILE, json_schema, schema_text, structure, tongues_for
from eventrecord.tongue import Tongue

ROOT = Path(__file__).parent.parent
RECORDS = sorted(
    file
    for pattern in ("seeds/*.yaml", "tests/records/*.yaml", "src/eventrecord/starter/*/record.yaml")
    for file in ROOT.glob(pattern)
)

RECORD = """\
format: eventrecord/1
id: forum-2022
revision: {number: 1, at: 2022}
locales: [en, zh-Hans]
people:
  zhang-wei:
    name:
      en: {family: Zhang, given: Wei}
      zh-Hans: 张为
    memberships:
      - organization: cas
        as: academician
organizations:
  cas:
    name: {en: Chinese Academy of Sciences}
figures:
  deals: {count: 25, period: 2022, of: license}
  value: {money: 210 billion CNY, qualifier: nearly}
event:
  id: forum
  name: {en: 2022, zh-Hans: 论坛}
  start: 2022-11-15
  theme:
    zh-Hans: {state: missing, stand_in: en}
    en: {text: Linking, from: {tag: zh-Hans, hash: 0123abcd}}
releases:
  - id: opening
    headline: {en: The forum opens}
    body:
      - lead: forum
"""


@cache
def _validator() -> Any:
    return Draft202012Validator(json_schema())


def _record() -> Any:
    return yaml_rs.loads(RECORD, parse_datetime=False)


def test_the_schema_file_is_current() -> None:
    """schemas/ holds what the model says now: `eventrecord schema --out schemas/...` renews it."""
    assert (ROOT / "schemas" / SCHEMA_FILE).read_text(encoding="utf-8") == schema_text()


def test_the_field_reference_is_current() -> None:
    """docs/reference/record.md holds what the model says now: `eventrecord schema --reference` renews it."""
    assert (ROOT / "docs/reference/record.md").read_text(encoding="utf-8") == reference_text()


def test_the_schema_is_valid() -> None:
    """It conforms to Draft 2020-12 of JSON Schema."""
    Draft202012Validator.check_schema(json_schema())


def test_patterns_escape_only_what_editors_know() -> None:
    """Editors read patterns as ECMAScript does, strictly: an escape that means nothing there is refused."""
    patterns = re.findall(r'"pattern": (".*")', schema_text())
    escaped = {sign for pattern in patterns for sign in re.findall(r"\\(.)", json.loads(pattern))}
    assert patterns
    assert escaped <= set(r"sSdDwWxu^$\.*+?()[]{}|/")


def test_a_record_as_people_write_it_conforms() -> None:
    """Unquoted numbers and dates, short and long forms: accepted by the schema and by the model."""
    assert list(_validator().iter_errors(_record())) == []
    Record.model_validate(_record())


@pytest.mark.parametrize("file", RECORDS, ids=lambda file: f"{file.parent.name}/{file.name}")
def test_real_records_conform(file: Path) -> None:
    """Every record of the project that is meant to be sound conforms."""
    record = yaml_rs.loads(file.read_text(encoding="utf-8"), parse_datetime=False)
    assert [error.message for error in _validator().iter_errors(record)] == []


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("speakers",), {}),
        (("format",), "eventrecord/9"),
        (("id",), "../../evil"),
        (("locales",), []),
        (("people", "Zhang Wei"), {"name": {"en": "Zhang Wei"}}),
        (("people", "zhang-wei", "memberships", 0, "as_"), "academician"),
        (("event", "name", "zh_CN"), "论坛"),
        (("event", "name"), {}),
        (("event", "name", "en"), ""),
        (("event", "start"), "15 November 2022"),
        (("event", "kind"), "party"),
        (("event", "theme", "en", "state"), "final"),
        (("event", "url"), "www.example.org"),
        (("figures", "value", "qualifier"), "almost"),
        (("figures", "deals", "unit"), "forums"),
        (("releases", 0, "body"), []),
        (("releases", 0, "body", 0, "leed"), "forum"),
    ],
    ids=str,
)
def test_a_slip_is_underlined(path: tuple[str | int, ...], value: object) -> None:
    """One fault put into a sound record is one that the schema and the model both refuse."""
    record = copy.deepcopy(_record())
    place = record
    for part in path[:-1]:
        place = place[part]
    place[path[-1]] = value
    assert not _validator().is_valid(record)
    with pytest.raises(ValueError, match="validation error"):
        Record.model_validate(record)


def test_hover_text_everywhere() -> None:
    """Every part of a record and every field is described, and has no title made from the name of a field."""
    schema = json_schema()
    for name, part in {"Record": schema, **schema["$defs"]}.items():
        assert part.get("description"), name
        for key, field in (
            part.get("properties", {}).items() if part.get("additionalProperties") is False else ()
        ):
            assert field.get("description"), f"{name}.{key}"
            assert "title" not in field


def test_everything_is_told_in_chinese_too() -> None:
    """Every title and description has a line in Chinese, the first one where the reader is Chinese."""
    schema = json_schema(tongues_for(Tongue("zh-Hans")))
    for name, part in {"Record": schema, **schema["$defs"]}.items():
        told = [part["title"].split(" ")[0], *_descriptions(part)]
        assert [text for text in told if not re.search("[一-鿿]", text.partition("\n")[0])] == [], name


def _descriptions(part: dict[str, Any]) -> list[str]:
    fields = part.get("properties", {}).values() if part.get("additionalProperties") is False else ()
    return [part["description"], *(field["description"] for field in fields)]


def test_no_description_is_left_of_a_field_that_is_gone() -> None:
    """The Chinese descriptions tell only of parts, fields and choices that there are."""
    schema = json_schema([])
    parts = {"Record": schema, **schema["$defs"]}
    for name, told in Tongue("zh-Hans").descriptions.items():
        if name == "titles":
            assert set(told) <= set(parts)
        elif name != "Fact":
            known = {*parts[name].get("properties", ()), *parts[name].get("enum", ()), "_"}
            assert set(told) <= known, name


def test_a_change_of_the_schema_is_a_decision_on_the_version() -> None:
    """Whoever changes what records may be says in schemas/CHANGES.md what becomes of those there are."""
    digest = sha256(json.dumps(structure(), sort_keys=True).encode()).hexdigest()[:12]
    changes = (ROOT / "schemas" / "CHANGES.md").read_text(encoding="utf-8")
    lines = re.findall(r"^- `([0-9a-f]{12})` (first|additive|breaking): \S.*$", changes, re.MULTILINE)
    assert len(lines) == len(re.findall(r"^- ", changes, re.MULTILINE))
    assert lines[-1][0] == digest, f"add a line for `{digest}`"
    assert lines[0][1] == "first"
    assert len([kind for _, kind in lines if kind != "additive"]) == int(FORMAT.partition("/")[2])


def test_words_do_not_change_the_version() -> None:
    """The digest is of what decides over records: no title, description or example is in it."""
    text = json.dumps(structure(), ensure_ascii=False)
    assert text.isascii()
    assert "description" in structure()["$defs"]["Event"]["properties"]
    assert "title" in structure()["$defs"]["Post"]["properties"]


def test_a_field_that_may_be_empty_is_explained_where_editors_look() -> None:
    """Editors show the alternative that fits: it tells of the field, not of its type."""
    theme = json_schema()["$defs"]["Event"]["properties"]["theme"]
    assert theme["anyOf"][0]["description"] == theme["description"]
    assert theme["description"] == "Its theme or slogan.\n主题或口号。"


def test_a_wrong_pattern_is_explained_in_words() -> None:
    """Editors say what a tag looks like instead of showing a regular expression."""
    tag = json_schema()["$defs"]["Tag"]
    assert tag["patternErrorMessage"] == tag["description"]


def test_choices_are_explained() -> None:
    """The choices of a list carry the meaning that stands under them in the model, and a Chinese word."""
    choices = {
        choice: meaning
        for part in json_schema()["$defs"].values()
        if "enum" in part
        for choice, meaning in zip(part["enum"], part["enumDescriptions"], strict=True)
    }
    assert choices["official"] == "The owner's own wording. 官方：所有者自己的写法。"
    assert choices["forum"] == "论坛"
    assert [choice for choice, meaning in choices.items() if not meaning] == []


def test_editors_can_propose_the_usual_languages() -> None:
    """In a text the usual tags are proposed, and every other tag may stand."""
    words = json_schema()["$defs"]["Text"]
    assert list(words["properties"]) == ["en", "zh-Hans", "zh-Hant-TW", "zh-Hant-HK"]
    assert _validator().is_valid(
        _record() | {"event": {"id": "forum", "name": {"en-HK": "Forum", "fr": "Forum"}}}
    )


def test_reference_ids_say_what_they_point_to() -> None:
    """A field that names a person points to the ids of people, one that names a place to those of places."""
    event = json_schema()["$defs"]["Event"]["properties"]
    assert event["place"]["anyOf"][0]["$ref"] == "#/$defs/PlaceId"
    assert event["quotations"]["items"] == {"$ref": "#/$defs/QuotationId"}


def test_the_reference_has_every_field_of_every_part() -> None:
    """One section per class of the model, one row per field, and no link that leads nowhere."""
    text = reference_text()
    sections = dict(re.findall(r"^## (\w+)\n(.*?)(?=^#|\Z)", text, flags=re.M | re.S))
    for key in Record.model_fields:
        assert f"| `{key}` |" in sections["Record"]
    assert "| `as` | [TermId](#termid), *required* |" in sections["Membership"]
    assert set(re.findall(r"\]\(#(\w+)\)", text)) <= {name.lower() for name in sections}
