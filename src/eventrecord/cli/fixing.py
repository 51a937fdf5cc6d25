"""`validate --fix` and `--diff`: what can be mended without asking is mended, in the file or for show."""

from __future__ import annotations

import argparse
import re
import stat
import sys
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from eventrecord.cli.checking import findings_in
from eventrecord.cli.inputs import STANDARD_INPUT, standard_input
from eventrecord.cli.speech import spoken
from eventrecord.cli.terminal import tell
from eventrecord.errors import EventRecordError
from eventrecord.message import Message, Named, say, say_n
from eventrecord.report.excerpt import visible

if TYPE_CHECKING:
    from eventrecord.diagnostic import Diagnostic
    from eventrecord.reading import Document

__all__ = ["Fixing", "add_fixing"]

_MARK = b"\xef\xbb\xbf"


def add_fixing(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of `validate` that mend records."""
    group = parser.add_mutually_exclusive_group()  # which does not translate
    fix = say("mend what can be mended without changing a fact, and tell the rest")
    group.add_argument("--fix", action="store_true", help=spoken().tell(fix))
    diff = say("show what --fix would change, and write nothing")
    group.add_argument("--diff", action="store_true", help=spoken().tell(diff))
    parser.add_argument(
        "--unsafe-fixes",
        action="store_true",
        help=say("with --fix or --diff: also mend what may change a number, a name or a date"),
    )


@dataclass
class Fixing:
    """One run that mends records: what it has mended, and what others could."""

    unsafe: bool = False
    shows: bool = False
    """Whether the changes are shown rather than made."""
    made: int = 0
    left: int = 0
    more: int = 0
    unwritten: int = 0
    """Files that could not be written, and so are as they were."""

    @staticmethod
    def wanted(arguments: argparse.Namespace) -> Fixing | None:
        """What the command line asks for; None if it is only to check.

        Raises:
            EventRecordError: unsafe fixes without anything to do with them.
        """
        if arguments.fix or arguments.diff:
            return Fixing(arguments.unsafe_fixes, arguments.diff)
        if arguments.unsafe_fixes:
            raise EventRecordError(say("--unsafe-fixes goes with --fix or --diff"))
        return None

    def mend(
        self, path: str, document: Document, found: list[Diagnostic], rules: Collection[str]
    ) -> tuple[Document, list[Diagnostic]]:
        """An input after its fixes, and what is still wrong with it.

        The fixed text of standard input goes to standard output, and so do diffs.
        """
        from eventrecord.reading import read, read_text
        from eventrecord.reading.mending import mend

        def check(other: Document) -> list[Diagnostic]:
            return found if other is document else findings_in(other, path, rules)

        def reread(text: str) -> Document:
            return read(text, document.file) if path == STANDARD_INPUT else read_text(text, Path(path))

        mended = mend(document, check, reread, unsafe=self.unsafe)
        if self.shows:
            _show(_diff(document, mended.document))
        elif path == STANDARD_INPUT:
            before = standard_input()
            _put_out(_written(mended.document.text, before) if mended.made else before)
        elif mended.made:
            try:
                _write(Path(path), document.text, mended.document.text)
            except (OSError, EventRecordError) as error:
                reason = Named(error.strerror) if isinstance(error, OSError) else error.args[0]
                tell(say("{path}: cannot be written: {reason}", path=path, reason=reason))
                self.unwritten += 1
                return document, found
        self.made += mended.made
        self.left += len(mended.findings)
        self.more += 0 if self.unsafe else mended.more()
        return mended.document, mended.findings

    def summary(self) -> Message:
        """3 fixed, 1 left; 2 more with --unsafe-fixes."""
        made = say_n("{n} fixed", "{n} fixed", self.made)
        if self.shows:
            made = say_n("{n} could be fixed", "{n} could be fixed", self.made)
        told = say("{made}, {left} left", made=made, left=self.left)
        return (
            say("{told}; {more} more with --unsafe-fixes", told=told, more=self.more) if self.more else told
        )


def _write(path: Path, old: str, new: str) -> None:
    """Put the new text in the place of the old one, behind the same byte order mark.

    Raises:
        OSError: the file may not be written.
        EventRecordError: it is marked as not to be written, or is no longer what was read.
    """
    from eventrecord.cli.writing import write_all

    target = path.resolve()  # a link stays one
    before = target.read_bytes()
    if not target.stat().st_mode & stat.S_IWUSR:
        raise EventRecordError(say("the file is read-only"))
    if before.removeprefix(_MARK) != old.encode("utf-8"):
        raise EventRecordError(say("the file has changed meanwhile"))
    write_all(target.parent, {target.name: _written(new, before)})


def _written(text: str, before: bytes) -> bytes:
    """The bytes of a text, behind a byte order mark if there was one."""
    return (_MARK if before.startswith(_MARK) else b"") + text.encode("utf-8")


def _diff(old: Document, new: Document) -> list[str]:
    from difflib import unified_diff

    name = Path(old.file).as_posix()
    lines = unified_diff(_lines(old.text), _lines(new.text), f"a/{name}", f"b/{name}")
    return [line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines]


def _lines(text: str) -> list[str]:
    return re.findall(r"[^\n]*\n|[^\n]+", text)


def _show(lines: list[str]) -> None:
    """A diff as it is; on a terminal nothing that it would obey."""
    if sys.stdout.isatty():
        for line in lines:
            print(visible(line.rstrip("\r\n")))
    else:
        _put_out("".join(lines).encode("utf-8"))


def _put_out(data: bytes) -> None:
    """Bytes on standard output, lines ended as they are."""
    sys.stdout.flush()
    sys.stdout.buffer.write(data)
    sys.stdout.buffer.flush()
