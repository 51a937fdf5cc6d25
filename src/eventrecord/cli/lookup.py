"""`formats`, `locales`, `rules`, `explain`, `schema`: what there is, a line each; the page of a rule."""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Sequence
from pathlib import Path

from eventrecord.cli.speech import spoken
from eventrecord.errors import UnknownNameError
from eventrecord.message import joined, say

__all__ = ["add_arguments", "run"]


def add_arguments(parser: argparse.ArgumentParser, command: str) -> None:
    """Declare the arguments of one of these commands."""
    if command == "formats":
        parser.add_argument(
            "records",
            nargs="*",
            metavar="RECORD",
            help=say("say what the formats leave out of these records"),
        )
    if command == "rules":
        parser.add_argument(
            "--output-format",
            choices=["text", "json"],
            default="text",
            help=say("for people, or for other programs (default: text)"),
        )
    if command == "explain":
        parser.add_argument(
            "rules", nargs="+", metavar="RULE", help=say("name of a rule, as findings show it")
        )
    if command == "schema":
        parser.add_argument(
            "--reference", action="store_true", help=say("the field reference (Markdown) instead")
        )
        parser.add_argument("--out", metavar="FILE", type=Path, help=say("write to FILE instead of printing"))


def run(arguments: argparse.Namespace) -> int:
    """Print what was asked for."""
    show = {"formats": _formats, "locales": _locales, "rules": _rules, "explain": _explain, "schema": _schema}
    show[arguments.command](arguments)
    return 0


def _formats(arguments: argparse.Namespace) -> None:
    from eventrecord.formats import FORMATS

    if arguments.records:
        from eventrecord.cli.inputs import find_inputs, read_input
        from eventrecord.cli.losses import loss_lines

        for line in loss_lines(read_input(path) for path in find_inputs(arguments.records).paths):
            print(line)
        return
    _print_table((name, f".{row.suffix.lstrip('.')}", row.media_type) for name, row in FORMATS.items())


def _locales(arguments: argparse.Namespace) -> None:
    from eventrecord.cli.office import settings_for
    from eventrecord.localize.data import locale_tags, read_table
    from eventrecord.localize.language import language
    from eventrecord.localize.styles import style_names

    office = settings_for("-")
    rows = []
    for tag in locale_tags():
        own = office.style.get(tag) or language(tag).style_name
        others = [name for name in style_names(tag, office.own_styles) if name != own]
        styles = joined([say("{style} (default)", style=own), *others], say(", "))
        rows.append((tag, read_table(tag, "locale")["name"], spoken().tell(styles)))
    _print_table(rows)


def _rules(arguments: argparse.Namespace) -> None:
    """By group; for programs with keys that only ever grow."""
    from eventrecord.rules import GROUPS, RULES
    from eventrecord.rules.pages import fixed_by
    from eventrecord.rules.rule import ON_REQUEST

    rules = sorted(RULES.values(), key=lambda rule: GROUPS.index(rule.group))
    if arguments.output_format == "json":
        import json

        told = [
            {
                "name": rule.name,
                "severity": rule.severity.value,
                "group": rule.group,
                "summary": spoken().tell(rule.summary),
                "on_request": rule.group in ON_REQUEST,
                "fix": fixed_by(rule.name),
            }
            for rule in rules
        ]
        print(json.dumps(told, ensure_ascii=False, indent=2))
        return
    rows, fixes = [], {None: "", "safe": say("fix"), "unsafe": say("unsafe fix")}
    for rule in rules:
        summary = rule.summary
        if rule.group in ON_REQUEST:
            summary = say("{summary} Checked on request only.", summary=summary)
        fix = spoken().tell(fixes[fixed_by(rule.name)])
        rows.append((rule.name, rule.severity.value, rule.group, fix, spoken().tell(summary)))
    _print_table(rows)


def _explain(arguments: argparse.Namespace) -> None:
    """The page of a rule; what is told of a finding of texts."""
    from eventrecord.rules import RULES
    from eventrecord.rules.pages import explained, text_rules

    told = []
    for name in arguments.rules:
        if (text := explained(name)) is None:
            raise UnknownNameError(say("rule"), name, sorted({*RULES, *text_rules()}))
        told.append(text)
    print("\n".join(told), end="")


def _schema(arguments: argparse.Namespace) -> None:
    from eventrecord.reference import reference_text
    from eventrecord.schema import schema_text, tongues_for

    text = reference_text() if arguments.reference else schema_text(tongues_for(spoken()))
    if arguments.out is None:
        print(text, end="")
    else:
        arguments.out.write_text(text, encoding="utf-8", newline="\n")


def _print_table(rows: Iterable[Sequence[str]]) -> None:
    """Columns as wide as their widest cell."""
    from eventrecord.report.excerpt import width

    table = list(rows)
    widths = [max(map(width, column)) for column in zip(*table, strict=True)]
    for row in table:
        cells = (cell + " " * (wide - width(cell)) for cell, wide in zip(row, widths, strict=True))
        print("  ".join(cells).rstrip())
