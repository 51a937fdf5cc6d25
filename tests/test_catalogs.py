"""The catalogs of messages: complete, and as the sources and `eventrecord.po` have them."""

from __future__ import annotations

import ast
import io
import re
from datetime import UTC, datetime
from gettext import GNUTranslations
from pathlib import Path
from string import Formatter

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).parent.parent
SOURCES = ROOT / "src" / "eventrecord"
FOLDER = ROOT / "locales" / "zh-Hans" / "LC_MESSAGES"
PO, MO = FOLDER / "eventrecord.po", FOLDER / "eventrecord.mo"
KEYWORDS: dict[str, tuple[int, ...] | None] = {"say": None, "say_n": (1, 2)}
HEADER = """\
# What eventrecord says, in Simplified Chinese; see "Translating" in CONTRIBUTING.md.
msgid ""
msgstr ""
"Language: zh_Hans\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: nplurals=1; plural=0;\\n"

"""


def extracted() -> Catalog:
    """All that the sources say."""
    template = Catalog()
    for _, _, message, _, _ in extract_from_dir(SOURCES, [("**.py", "python")], keywords=KEYWORDS):
        template.add(message)
    return template


def catalog() -> Catalog:
    """The translations as they are."""
    with PO.open("rb") as file:
        return read_po(file, locale="zh_Hans")


def compiled(translations: Catalog) -> bytes:
    """Translations as gettext reads them."""
    translations.creation_date = translations.revision_date = datetime(2026, 1, 1, tzinfo=UTC)
    buffer = io.BytesIO()
    write_mo(buffer, translations)
    return buffer.getvalue()


def update() -> None:
    """Write both files anew: translations stay, new messages come without one, what is not said goes."""
    translations = catalog()
    translations.update(extracted(), no_fuzzy_matching=True)
    translations.obsolete.clear()
    buffer = io.BytesIO()
    write_po(buffer, translations, width=100, no_location=True, omit_header=True, sort_output=True)
    PO.write_bytes(HEADER.encode() + buffer.getvalue())
    MO.write_bytes(compiled(catalog()))


def messages(translations: Catalog) -> list[Message]:
    """Its messages, without the header."""
    return [message for message in translations if message.id]


def texts(said: object) -> tuple[str, ...]:
    """The forms of a message or of its translation."""
    return said if isinstance(said, tuple) else (str(said),)


def slots(text: str) -> set[str]:
    """Names of the values in a text, and what `argparse` fills in itself."""
    if re.search(r"%(?:\(\w+\))?[sr]", text):
        return set(re.findall(r"%(?:\(\w+\))?[sr]", text))
    return {name for _, name, _, _ in Formatter().parse(text) if name}


@pytest.fixture(autouse=True, scope="module")
def updated(request: pytest.FixtureRequest) -> None:
    """With `--update-catalogs` both files are written before they are looked at."""
    if request.config.getoption("--update-catalogs"):
        update()


def test_everything_said_is_translated() -> None:
    """Every message of the sources has a translation that nobody has doubts about, and no other is kept."""
    translations = catalog()
    missing = [
        message.id
        for message in messages(extracted())
        if not (known := translations.get(message.id)) or not all(texts(known.string)) or known.fuzzy
    ]
    assert not missing, "translate these in eventrecord.po (pytest tests/test_catalogs.py --update-catalogs)"
    said = {texts(message.id)[0] for message in messages(extracted())}
    assert not [message.id for message in messages(translations) if texts(message.id)[0] not in said]


def test_translations_have_the_same_values() -> None:
    """A translation prints exactly the values of its message, each known to the English one."""
    wrong = [
        message.id
        for message in messages(catalog())
        if {name for text in texts(message.string) for name in slots(text)}
        != {name for text in texts(message.id) for name in slots(text)}
    ]
    assert not wrong


def test_the_compiled_catalog_is_that_of_its_source() -> None:
    """What is installed says what `eventrecord.po` says."""
    told = GNUTranslations(io.BytesIO(compiled(catalog())))
    installed = GNUTranslations(io.BytesIO(MO.read_bytes()))
    said = messages(catalog())
    assert len(said) > 400
    for message in said:
        for text in texts(message.id):
            assert installed.gettext(text) == told.gettext(text)
            assert installed.ngettext(text, text, 2) == told.ngettext(text, text, 2)


def test_translations_read_as_chinese() -> None:
    """Full-width punctuation among Chinese characters, and no space between them."""
    han = "[\u3400-\u9fff]"
    faults = re.compile(
        rf"{han}[,:;?!()]|[,;?!()]{han}|{han} {han}|[，。：；？！（）、“”] | [，。：；？！（）、]"
    )
    wrong = [text for message in messages(catalog()) for text in texts(message.string) if faults.search(text)]
    assert not wrong


MESSAGE_ARGUMENTS = {"at": (1,), "Label": (1,), "Rule": (3,), "tell": (0,), "show": (0,), "print": (0,)}
"""Where functions take texts for people; errors take them first."""
NAMED_ARGUMENTS = {"hint", "help", "epilog", "message"}
OTHER_ERRORS = {"AssertionError", "AttributeError", "NotImplementedError"}
"""What only programmers read."""
OTHER_PLACES = {"localize/patterns.py", "reading/engine.py"}
"""Where errors are about our own data, or never get out."""


def _unsaid(source: Path) -> list[str]:
    found = []
    for node in ast.walk(ast.parse(source.read_text(encoding="utf-8"))):
        if not isinstance(node, ast.Call):
            continue
        name = getattr(node.func, "attr", getattr(node.func, "id", ""))
        places = MESSAGE_ARGUMENTS.get(name, ())
        if name.endswith("Error") and name not in OTHER_ERRORS:
            places = (0,)
        given = [argument for place, argument in enumerate(node.args) if place in places]
        given += [keyword.value for keyword in node.keywords if keyword.arg in NAMED_ARGUMENTS]
        found += [f"{_name(source)}:{argument.lineno}" for argument in given if _is_literal(argument)]
    return found


def _is_literal(node: ast.expr) -> bool:
    """Whether a text with words in it stands there, rather than a message or a name."""
    if isinstance(node, ast.IfExp):
        return _is_literal(node.body) or _is_literal(node.orelse)
    if isinstance(node, ast.BoolOp):
        return any(map(_is_literal, node.values))
    if isinstance(node, ast.BinOp):
        return _is_literal(node.left) or _is_literal(node.right)
    if isinstance(node, ast.JoinedStr):
        return any(_is_literal(part) for part in node.values if isinstance(part, ast.Constant))
    return isinstance(node, ast.Constant) and isinstance(node.value, str) and " " in node.value.strip()


def test_no_text_for_people_is_left_unsaid() -> None:
    """No literal reaches a finding, an error or the help without `say`, which makes it translatable."""
    sources = [file for file in sorted(SOURCES.rglob("*.py")) if _name(file) not in OTHER_PLACES]
    assert len(sources) > 100
    assert not [place for source in sources for place in _unsaid(source)]


def test_every_message_is_found_by_the_extractor() -> None:
    """What `say` and `say_n` get is a literal each time, and Babel's extractor misses none of them."""
    template = extracted()
    missed = []
    for source in sorted(SOURCES.rglob("*.py")):
        for node in ast.walk(ast.parse(source.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") in KEYWORDS:
                forms = node.args[: 2 if getattr(node.func, "id", "") == "say_n" else 1]
                said = [form.value if isinstance(form, ast.Constant) else None for form in forms]
                known = template.get(str(said[0]))
                if None in said or known is None or (len(said) > 1 and texts(known.id) != tuple(said)):
                    missed.append(f"{_name(source)}:{node.lineno}")
    assert not [place for place in missed if not place.startswith("message.py")]


def _name(source: Path) -> str:
    return source.relative_to(SOURCES).as_posix()
