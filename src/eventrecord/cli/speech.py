"""The language that a run of the command speaks: as `--lang` says, else as the environment does."""

from __future__ import annotations

import argparse
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import pairwise

from eventrecord.message import say
from eventrecord.tongue import ENGLISH, TAGS, Tongue, tongue_of

__all__ = ["OPTION", "choose", "speaking", "spoken"]

OPTION = "--lang"
_OWN_WORDS = (
    say("usage: "),
    say("positional arguments"),
    say("options"),
    say("show this help message and exit"),
    say("argument %(argument_name)s: %(message)s"),
    say("the following arguments are required: %s"),
    say("unrecognized arguments: %s"),
    say("invalid choice: %(value)r (choose from %(choices)s)"),
    say("invalid %(type)s value: %(value)r"),
    say("expected one argument"),
    say("expected at least one argument"),
    say("ignored explicit argument %r"),
)
"""What `argparse` itself says, for the catalogs."""
_run = {"tongue": ENGLISH}


def choose(typed: Sequence[str]) -> None:
    """Speak what the command line asks for, before it is understood: that it is wrong is told in it, too."""
    wished = [word.partition("=")[2] for word in typed if word.startswith(f"{OPTION}=")]
    wished += [after for word, after in pairwise(typed) if word == OPTION]
    tag = TAGS.get(wished[-1]) if wished else None
    _run["tongue"] = Tongue(tag) if tag else tongue_of(os.environ)


def spoken() -> Tongue:
    """The language of this run."""
    return _run["tongue"]


@contextmanager
def speaking() -> Iterator[None]:
    """`argparse` speaks the language of this run, too: it takes its words from a function of its own.

    Its own one looks for catalogs on the disk, for each word anew.
    """
    own = vars(argparse)
    before = own["_"], own["ngettext"]
    own["_"] = spoken().word
    own["ngettext"] = lambda one, many, number: spoken().word(one if number == 1 else many)
    try:
        yield
    finally:
        own["_"], own["ngettext"] = before
