"""Releases of ours whose facts a stranger to the reader has marked are read as they were marked."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from phrases import EDITIONS, phrases
from score import score, sets

ROOT = Path(__file__).parents[2]
FILES = sorted(EDITIONS.glob("*.txt"))
LANGUAGES = [name for name, _ in sets() if name.startswith("editions-")]


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_a_labelled_edition_is_the_edition_that_is_published(file: Path) -> None:
    """Without brackets, labels and what its README leaves out it is our edition, paragraph by paragraph."""
    edition = re.search(r"(?m)^# edition: (\S+)$", file.read_text("utf-8"))
    assert edition is not None
    published = (ROOT / edition[1]).read_text("utf-8").splitlines()
    paragraphs = [line.strip("\N{IDEOGRAPHIC SPACE}") for line in published if line.strip("#* ")]
    assert [phrase.text for phrase in phrases(file)] == paragraphs


def test_labels_of_editions_are_as_many_as_claimed() -> None:
    """Two hundred facts and more that nothing is in doubt about."""
    told = [phrase for name, phrases in sets() if name in LANGUAGES for phrase in phrases]
    assert sum(len(phrase.facts) for phrase in told) >= 200


@pytest.mark.parametrize("name", LANGUAGES)
def test_facts_of_published_editions_are_read(name: str) -> None:
    """Nearly all facts are found with value, unit, place and qualifier, and little else is."""
    found = score(dict(sets())[name])
    assert found.f1 >= 0.97, found.notes
    assert found.qualified >= 0.97 * found.right.total(), found.notes
