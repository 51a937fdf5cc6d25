"""Faults that reading finds: the file, its notation, and the shape of the record."""

from __future__ import annotations

from eventrecord.diagnostic import Severity
from eventrecord.message import say
from eventrecord.rules.rule import Rule

__all__ = ["SHAPE"]


def _row(name: str, summary: str, severity: Severity = Severity.ERROR) -> Rule:
    return Rule(name, severity, "shape", summary)


SHAPE = (
    _row("not-text", say("The file is no text file.")),
    _row("not-utf-8", say("The file is not saved as UTF-8.")),
    _row("control-character", say("An invisible character stands in the text.")),
    _row("lost-character", say("A character was lost when the text was saved or copied.")),
    _row("invisible-character", say("An invisible character would be printed."), Severity.WARNING),
    _row("empty-record", say("There is nothing in the file.")),
    _row("not-a-mapping", say("The file holds something, but no record.")),
    _row("too-large", say("The file is larger than any record.")),
    _row("too-deep", say("Lists and mappings are nested deeper than in any record.")),
    _row("too-many-findings", say("There are more problems than are told.")),
    _row("yaml-syntax", say("The file cannot be read as YAML.")),
    _row("json-syntax", say("The file cannot be read as JSON.")),
    _row("tab-indent", say("A line is indented with a tab.")),
    _row("full-width-punctuation", say("A colon, comma or bracket comes from a Chinese keyboard.")),
    _row("unquoted-colon", say("A text with a colon and a space in it is not quoted.")),
    _row("unquoted-brace", say("A text that begins with a brace or bracket is not quoted.")),
    _row("unquoted-quote", say("A text begins with a quotation mark that ends before the text does.")),
    _row("unquoted-special", say("A text begins with a sign that means something else in YAML.")),
    _row(
        "typographic-quotes", say("Typographic quotation marks stand around a whole text."), Severity.WARNING
    ),
    _row("unquoted-hash", say("YAML takes the end of a text for a comment."), Severity.WARNING),
    _row("comma-in-flow", say("A comma cuts a text in braces in two.")),
    _row("duplicate-key", say("A key is written twice.")),
    _row("empty-key", say("A value has no key.")),
    _row("complex-key", say("A key is a list or a mapping.")),
    _row("anchor", say("Records use no anchors.")),
    _row("alias", say("Records use no aliases.")),
    _row("merge-key", say("Records use no merge keys.")),
    _row("tag", say("Records use no YAML tags.")),
    _row("several-documents", say("The file holds more than one document.")),
    _row("unsupported-format", say("The record is written in another format, or a later one.")),
    _row("unknown-key", say("There is no field of this name.")),
    _row("missing-key", say("A field that is needed is not there.")),
    _row("wrong-type", say("A value is of another sort than its field wants.")),
    _row("wrong-value", say("A value cannot stand in its field.")),
    _row("wrong-date", say("A date is not written as dates are, or is not in the calendar.")),
    _row("unknown-language-tag", say("A language tag is not written as BCP 47 has it.")),
)
"""The rules of reading, from the file to its fields; they have no `check` here."""
