"""A name made from the other script, with a character that may be one or another there."""

from __future__ import annotations

from collections.abc import Iterator

from eventrecord.diagnostic import Diagnostic, Path, Severity
from eventrecord.localize.wording import tag_parents
from eventrecord.message import listed, say
from eventrecord.model.agent import PersonName
from eventrecord.rules.context import Context
from eventrecord.rules.latin_names import written
from eventrecord.rules.rule import Rule
from eventrecord.rules.wordings import is_needed, is_person_name, name_source, shown

__all__ = ["RULE"]


def check(context: Context) -> Iterator[Diagnostic]:
    """Names of people whose characters have several forms in a script that the record is published in."""
    if not any(tag.startswith("zh") for tag in context.tags):
        return
    sources: dict[tuple[str, ...], dict[str, list[str]]] = {}
    for passage in context.passages:
        if not is_person_name(passage.path):
            continue
        languages = tuple(passage.wordings)
        if languages not in sources:
            sources[languages] = _converted(context, languages)
        if sources[languages] and is_needed(context, passage):
            for source, tags in sources[languages].items():
                name = passage.wordings[source]
                if isinstance(name, str | PersonName):
                    yield from _unsafe((*passage.path, source), name, source, tags)


def _converted(context: Context, languages: tuple[str, ...]) -> dict[str, list[str]]:
    """Locales whose names are made from another language's, by that language."""
    found: dict[str, list[str]] = {}
    for tag in context.tags:
        source = name_source(languages, tag, context.record.derive)
        if source and source not in tag_parents(tag):
            found.setdefault(source, []).append(tag)
    return found


def _unsafe(path: Path, name: str | PersonName, source: str, tags: list[str]) -> Iterator[Diagnostic]:
    from eventrecord.localize.chinese.characters import convert_name, unsafe_characters

    doubtful: dict[str, tuple[str, list[str]]] = {}
    for tag in tags:
        for character, forms in unsafe_characters(name, source, tag):
            doubtful.setdefault(character, (forms, []))[1].append(tag)
    if not doubtful:
        return
    printed = dict.fromkeys(written(convert_name(name, source, tag)) for tag in tags)
    for character, (forms, where) in doubtful.items():
        yield RULE.at(
            path,
            say(
                "the name is made from {source} for {tags}, where {character} may be {one} or {other}",
                source=source,
                tags=listed(where),
                character=character,
                one=forms[0],
                other=forms[1],
            ),
            hint=say(
                "ask how the person writes it, and write that under '{tag}'; until then {names} is printed",
                tag=_common(where),
                names=shown("/".join(printed)),
            ),
        )


def _common(tags: list[str]) -> str:
    """The tag under which one name serves all of these: zh-Hant for zh-Hant-TW and zh-Hant-HK."""
    return tags[0] if len(tags) == 1 else "-".join(tags[0].split("-")[:2])


RULE = Rule(
    "unsafe-name",
    Severity.WARNING,
    "names",
    say("A name is made from the other Chinese script, and has a character that may be another there."),
    check,
    rests_on="surroundings",
)
