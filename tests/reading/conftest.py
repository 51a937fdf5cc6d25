"""A small sound record that the tests of reading change."""

from __future__ import annotations

import pytest

FORUM = """\
format: eventrecord/1
id: harbour-forum
revision:
  number: 1
  at: 2024-06-03
locales: [en, zh-Hans]

people:
  chan-tai-man:
    name:
      en: {family: Chan, given: Tai-man, romanization: hong-kong}
      zh-Hans: {family: 陈, given: 大文}

event:
  id: forum
  kind: forum
  name:
    en: Harbour Forum
    zh-Hans: 海港论坛
  theme:
    en: Linking the world
    zh-Hans: 联通世界
  start: 2024-06-01
  end: 2024-06-02
  participants:
    - person: chan-tai-man
      did: [attended, spoke]
"""


@pytest.fixture(scope="session")
def forum() -> str:
    """The text of a sound record."""
    return FORUM
