"""The commands and their arguments. Only the command that was typed has its module imported."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import Any, NoReturn

from eventrecord.cli.speech import OPTION, speaking, spoken
from eventrecord.message import say
from eventrecord.tongue import TAGS

__all__ = ["COMMANDS", "SEVERAL", "listed", "parse"]

COMMANDS = {
    "init": ("starting", say("start a record: a commented example to fill in, settings, a check for CI")),
    "validate": ("validation", say("check records and say what is wrong, where, and what to do")),
    "publish": ("publication", say("write the editions of records")),
    "facts": ("comparison", say("list the facts that a text states: figures, dates, times, lengths")),
    "compare": ("comparison", say("say where two language editions of one text come apart")),
    "check": ("text_checking", say("say where a text that people edited departs from its record")),
    "import": ("importing", say("make a draft record of a calendar, linked data or a page of others")),
    "formats": ("lookup", say("list the formats of editions, or what they leave out of a record")),
    "locales": ("lookup", say("list the languages of editions and their house styles")),
    "rules": ("lookup", say("list the rules that records are checked against")),
    "explain": ("lookup", say("explain a rule, with a bad and a good example")),
    "schema": ("lookup", say("print the JSON Schema of records, for editors")),
    "terms": ("terms", say("look terms up; add, import and export them")),
    "doctor": ("doctor", say("show the versions and data that decide the bytes of editions")),
}
"""Module below `eventrecord.cli` and one line of help, by the command's name."""
SEVERAL = say("; may be repeated, or name several with commas between")
"""What the help of an option says that takes several names, as `listed` reads them."""


def parse(typed: Sequence[str]) -> argparse.Namespace:
    """Arguments of one command; `run` in them is the function that carries it out.

    Ends the program with code 2 and one line when the command line is wrong, with 0 after help.
    """
    with speaking():
        return _parser(typed).parse_args(typed)


def _parser(typed: Sequence[str]) -> argparse.ArgumentParser:
    parser = _Parser(
        prog="eventrecord",
        allow_abbrev=False,
        description=say("One record of an event, every edition of it, every fact traceable."),
        epilog=say("exit codes: 0 nothing found, 1 findings, 2 bad usage, unreadable input or a fault here"),
    )
    parser.add_argument("--version", action=_Version, nargs=0, help=say("show the version and stop"))
    commands = parser.add_subparsers(metavar="COMMAND", dest="command", required=True)
    wanted = next((word for word in typed if word in COMMANDS), None)
    alone = typed[:1] == [wanted]  # nobody will read the list of the others
    for name, (module, line) in COMMANDS.items():
        if alone and name != wanted:
            continue
        command = commands.add_parser(name, help=line, allow_abbrev=False)
        if name == wanted:
            implementation = import_module(f"eventrecord.cli.{module}")
            implementation.add_arguments(command, name)
            command.set_defaults(run=implementation.run)
    return parser


def _language(text: str) -> str:
    if text not in TAGS:
        raise argparse.ArgumentTypeError(spoken().tell(say("there are en and zh, but no {tag!r}", tag=text)))
    return TAGS[text]


def listed(text: str) -> list[str]:
    """The names in one word of the command line: `en,zh-Hans`."""
    return [name.strip() for name in text.split(",") if name.strip()]


class _Parser(argparse.ArgumentParser):
    """Speaks the language of the run, and says in one line what is wrong with the command line."""

    def __init__(self, **options: Any) -> None:
        texts = {key: spoken().tell(options[key]) for key in ("description", "epilog") if options.get(key)}
        super().__init__(**options | texts, formatter_class=_formatter)
        self.register("action", "parsers", _Commands)
        self.add_argument(
            OPTION,
            metavar="{en,zh}",
            type=_language,
            default=argparse.SUPPRESS,
            help=say("language of messages and help (default: that of the environment)"),
        )
        self.add_argument(
            "--traceback",
            action="store_true",
            default=argparse.SUPPRESS,
            help=say("when eventrecord itself fails, show where, for a report"),
        )

    def add_argument(self, *names: Any, **options: Any) -> argparse.Action:
        """Declare an argument; its help is told in the language of the run."""
        if "help" in options:
            options["help"] = spoken().tell(options["help"])
        return super().add_argument(*names, **options)

    def _check_value(self, action: argparse.Action, value: Any) -> None:
        """Of a command that there is none of, say which was meant."""
        if isinstance(action, _Commands) and value not in action.choices:
            from eventrecord.errors import UnknownNameError

            unknown = UnknownNameError(say("command"), value, list(action.choices))
            raise argparse.ArgumentError(None, spoken().tell(unknown.args[0]))
        super()._check_value(action, value)

    def error(self, message: str) -> NoReturn:
        """Stop with code 2."""
        told = say("{prog}: {message} (see {prog} --help)", prog=self.prog, message=message)
        self.exit(2, f"{spoken().tell(told)}\n")


def _formatter(prog: str) -> argparse.HelpFormatter:
    """As wide as the terminal; asked in a way that does not import `shutil`, which only help would need."""
    try:
        columns = int(os.environ.get("COLUMNS", "0")) or os.get_terminal_size(1).columns
    except (ValueError, OSError):
        columns = 80
    return argparse.HelpFormatter(prog, width=max(columns, 40) - 2)


class _Commands(argparse._SubParsersAction):  # type: ignore[type-arg]
    """The line of help of a command is also the sentence at the top of its own help."""

    def add_parser(self, name: str, **options: Any) -> argparse.ArgumentParser:
        line = spoken().tell(options["help"])
        options["help"] = line
        options["description"] = spoken().tell(say("{line}.", line=line[0].upper() + line[1:]))
        parser: argparse.ArgumentParser = super().add_parser(name, **options)
        return parser


class _Version(argparse.Action):
    """Looks the version up only when asked."""

    def __call__(self, parser: argparse.ArgumentParser, *_: Any) -> None:
        from importlib.metadata import version

        sys.stdout.write(f"eventrecord {version('eventrecord')}\n")
        parser.exit()
