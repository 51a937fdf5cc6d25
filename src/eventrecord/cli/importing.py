"""`import`: a draft record from calendars, linked data and pages of others; what was guessed is told."""

from __future__ import annotations

import argparse
from pathlib import Path

from eventrecord.cli.speech import spoken
from eventrecord.cli.terminal import show, tell
from eventrecord.errors import EventRecordError
from eventrecord.message import say

__all__ = ["add_arguments", "run"]


def add_arguments(parser: argparse.ArgumentParser, command: str) -> None:
    """Declare the arguments of `import`."""
    parser.add_argument(
        "files",
        metavar="FILE",
        nargs="+",
        type=Path,
        help=say("a .ics, .jsonld or .html file; of one calendar, the .ics of each language"),
    )
    parser.add_argument(
        "--out",
        metavar="FILE",
        type=Path,
        help=say("write to FILE, if it is not there yet, instead of printing"),
    )
    parser.add_argument(
        "--encoding",
        metavar="NAME",
        help=say("how the file is encoded, where that is not UTF-8: gb18030 (GBK), big5hkscs (Big5), utf-16"),
    )
    parser.add_argument(
        "--locale", metavar="TAG", help=say("language of texts that do not tell theirs (default: a guess)")
    )


def run(arguments: argparse.Namespace) -> int:
    """Print the draft, or write it where nothing is yet; tell on standard error what to look at."""
    from eventrecord.drafts import read_draft
    from eventrecord.drafts.characters import LIMIT

    files = {}
    for path in arguments.files:
        with path.open("rb") as file:
            files[str(path)] = file.read(LIMIT + 1)
    draft = read_draft(files, encoding=arguments.encoding, locale=arguments.locale)
    text = draft.text(spoken().tell)
    if arguments.out is None:
        print(text, end="")
    else:
        try:
            with arguments.out.open("x", encoding="utf-8", newline="\n") as file:
                file.write(text)
        except FileExistsError:
            raise EventRecordError(
                say("{path} is there already: nothing was written; choose another name", path=arguments.out)
            ) from None
    for note in draft.notes:
        tell(note.told())
    if arguments.out is not None:
        show(say("wrote {path}", path=arguments.out))
    return 0
