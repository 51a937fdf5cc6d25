"""A text without a wording in a language that the record is published in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from eventrecord.diagnostic import Diagnostic, Label, Severity, path_text
from eventrecord.localize.wording import tag_parents
from eventrecord.message import joined, listed, say
from eventrecord.model.text import Wording
from eventrecord.rules.context import Context
from eventrecord.rules.rule import Rule
from eventrecord.rules.survey import Passage
from eventrecord.rules.wordings import chosen, is_needed, is_person_name, name_source, shown, words_of

__all__ = ["RULE"]

_SCRIPTS = ("zh-Hans", "zh-Hant")
"""What tags of Chinese begin with that name the script: one script is made from the other."""


def check(context: Context) -> Iterator[Diagnostic]:
    """Every text that editions print is written, derivable or stood in for, in every language.

    Written blocks are left to `parity`.
    """
    written: dict[tuple[str, ...], list[str]] = {}
    sources: dict[tuple[str, ...], dict[str, str | None]] = {}
    missing = {
        passage.path
        for passage, _, wording in context.stated
        if type(wording) is Wording and wording.text is None
    }
    for passage in context.passages:
        path, languages = passage.path, tuple(passage.wordings)
        if is_person_name(path):
            if languages not in sources:
                sources[languages] = {
                    tag: name_source(languages, tag, context.record.derive) for tag in context.tags
                }
            if is_needed(context, passage):
                yield from _names(passage, sources[languages])
            continue
        tags = context.locales(path)
        if path not in missing:
            if path[0] == "releases":
                tags = _lacking(languages, tags, context.record.derive)
            else:
                if languages not in written:
                    written[languages] = _lacking(languages, tags, context.record.derive)
                tags = written[languages]
        if tags and is_needed(context, passage) and path[2:3] != ("body",):
            unworded = [tag for tag in tags if chosen(passage, tag, context.record.derive) is None]
            if unworded:
                yield _missing(passage, unworded, context.record.derive)
    yield from _borrowed(context)
    yield from _nameless(context)


def _nameless(context: Context) -> Iterator[Diagnostic]:
    """Figures that a block lists by name, and that have none."""
    for number, release in enumerate(context.record.releases):
        for place, block in enumerate(release.body):
            for reference in block.figures or ():
                figure = context.record.find("figures", reference)
                if figure is not None and figure.name is None:
                    yield RULE.at(
                        ("releases", number, "body", place, "figures"),
                        say(
                            "the block lists figures by name, and {figure} has no name",
                            figure=path_text(("figures", reference)),
                        ),
                        hint=say(
                            "write figures.{reference}.name, what the figure is called in a table",
                            reference=reference,
                        ),
                    )


def _borrowed(context: Context) -> Iterator[Diagnostic]:
    """Names that editions take from another record or from the terminology base."""
    told: set[tuple[str, str]] = set()
    for mention in context.mentions:
        kind, name = mention.kind, mention.id
        if name in context.ids[kind] or (kind, name) in told:
            continue
        told.add((kind, name))
        passage = Passage(mention.path, context.name_elsewhere(kind, name), prose=False)
        derive = context.record.derive
        found = {
            tag: name_source(passage.wordings, tag, derive)
            if kind == "people"
            else chosen(passage, tag, derive)
            for tag in context.tags
        }
        missing = [tag for tag, wording in found.items() if wording is None]
        if passage.wordings and missing:
            yield RULE.at(
                mention.path,
                say(
                    "{entry}, which is not of this record, has no name for {tags}",
                    entry=path_text((kind, name)),
                    tags=listed(missing),
                ),
                hint=say(
                    "write it there under '{tag}', or give this record an entry of its own",
                    tag=missing[0],
                ),
            )


def _lacking(languages: tuple[str, ...], tags: list[str], derive: Mapping[str, str]) -> list[str]:
    """Tags that stand neither among the languages of a text nor derive from one of them at once."""
    return [tag for tag in tags if tag not in languages and derive.get(tag) not in languages]


def _missing(passage: Passage, tags: list[str], derive: Mapping[str, str]) -> Diagnostic:
    first = tags[0]
    said = next((link for link in tag_parents(first) if link in passage.wordings), None)
    label, others = _label(passage)
    ways = [say("write it under '{tag}'", tag=first)]
    if others:
        ways.append(
            say(
                "mark it missing and let another stand in ({tag}: {{state: missing, stand_in: {other}}})",
                tag=first,
                other=others[0],
            )
        )
    if first.startswith(_SCRIPTS) and (source := next((t for t in others if t.startswith(_SCRIPTS)), None)):
        # A map in the record replaces the usual one whole, so it is shown with what holds now.
        entries = ", ".join(f"{tag}: {origin}" for tag, origin in {**derive, first: source}.items())
        ways.append(say("have it made from {source} (derive: {{{entries}}})", source=source, entries=entries))
    return RULE.at(
        (*passage.path, said) if said else passage.path,
        say("{text} has no wording for {tags}", text=path_text(passage.path), tags=listed(tags)),
        hint=joined(ways, say("; or ")),
        labels=label,
        at_key=True,
    )


def _names(passage: Passage, sources: Mapping[str, str | None]) -> Iterator[Diagnostic]:
    missing = [tag for tag, source in sources.items() if source is None]
    if missing:
        yield RULE.at(
            passage.path,
            say(
                "{person} has no name for {tags}",
                person=path_text(passage.path),
                tags=listed(missing),
            ),
            hint=say("write it under '{tag}', as the person or their office writes it", tag=missing[0]),
            labels=_label(passage)[0],
            at_key=True,
        )


def _label(passage: Passage) -> tuple[tuple[Label, ...], list[str]]:
    """What another language says, as a label; and the languages that say anything."""
    said = {tag: words for tag, wording in passage.wordings.items() if (words := words_of(wording))}
    labels = tuple(
        Label((*passage.path, tag), say("{tag}: {words}", tag=tag, words=shown(words)))
        for tag, words in list(said.items())[:1]
    )
    return labels, list(said)


RULE = Rule(
    "missing-wording",
    Severity.ERROR,
    "languages",
    say("A text has no wording in a language of the record."),
    check,
    rests_on="surroundings",
)
