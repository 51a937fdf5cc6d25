"""For people: place, rule and message, the line with a caret under it, what else belongs to it, a hint."""

from __future__ import annotations

from eventrecord.diagnostic import Diagnostic, Severity, Span
from eventrecord.message import say
from eventrecord.report.checked import Checked
from eventrecord.report.concise import place
from eventrecord.report.excerpt import excerpt, visible

__all__ = ["text_report"]

_COLOURS = {Severity.ERROR: "31", Severity.WARNING: "33", Severity.INFO: "36"}
_BOLD, _FAINT = "1", "2"
_BRIEF = frozenset({"left-out"})
"""Rules of which a line is enough: there may be dozens, and all is in it."""


def text_report(checked: Checked) -> str:
    """One paragraph per finding; then, in one, what a text leaves out, a line each."""
    whole, brief = [], []
    for finding in checked.findings:
        if finding.rule in _BRIEF:
            brief.append(_head(finding, checked))
        else:
            whole.append(_paragraph(finding, checked))
    return "\n".join([*whole, "".join(brief)] if brief else whole)


def _head(finding: Diagnostic, checked: Checked) -> str:
    """A finding in one line: its place, how grave it is, the rule and what it says."""
    severity = _painted(
        checked, checked.tongue.tell(finding.severity), f"{_BOLD};{_COLOURS[finding.severity]}"
    )
    where = _painted(checked, place(finding), _BOLD)
    return f"{where}: {severity} {finding.rule}: {visible(finding.message)}\n"


def _paragraph(finding: Diagnostic, checked: Checked) -> str:
    colour = _COLOURS[finding.severity]
    also, hint = checked.tongue.tell(say("also here")), checked.tongue.tell(say("hint"))
    near, colon = (checked.tongue.fields["forms"][form] for form in ("near", "colon"))
    lines = _quoted(checked, finding.file, finding.span, colour)
    if finding.where and finding.where not in finding.message:
        margin = " " * len(f"{finding.span.line} " if finding.span else "")
        lines.append(f"{margin}{_painted(checked, '=', _FAINT)} {visible(finding.where)}")
    for label in finding.labels:
        file = label.file
        where = ""
        if file and label.span:
            where = near.format(place=f"{visible(file)}:{label.span.line}:{label.span.column}")
        lines.append(f"{_painted(checked, also, _BOLD)}{where}{colon}{visible(label.text)}")
        lines += _quoted(checked, file, label.span, _FAINT)
    if finding.hint:
        lines.append(f"{_painted(checked, hint, _BOLD)}{colon}{visible(finding.hint)}")
    if finding.fix:
        from eventrecord.report.fixes import fix_words

        fix = checked.tongue.tell(say("fix"))
        lines.append(
            f"{_painted(checked, fix, _BOLD)}{colon}{visible(fix_words(finding.fix, checked.tongue))}"
        )
    return _head(finding, checked) + "".join(f"{line}\n" for line in lines)


def _quoted(checked: Checked, file: str | None, span: Span | None, style: str) -> list[str]:
    if span is None or file is None or file not in checked.texts:
        return []
    lines = []
    for number, line, carets in excerpt(checked.texts[file], span):
        margin = f"{number} |"
        lines.append(f"{_painted(checked, margin, _FAINT)} {line}")
        lines.append(f"{' ' * len(margin)} {_painted(checked, carets, style)}")
    return lines


def _painted(checked: Checked, text: str, style: str) -> str:
    return f"\x1b[{style}m{text}\x1b[0m" if checked.colour else text
