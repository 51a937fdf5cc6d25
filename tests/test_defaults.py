"""What fields are when a record leaves them out."""

from __future__ import annotations

from eventrecord.model.term import Term


def test_an_empty_list_belongs_to_one_entry() -> None:
    """Two entries that leave a list out are equal, but have a list each."""
    one, other = Term(name={"en": "forum"}), Term(name={"en": "forum"})
    assert one == other
    assert one.admitted == []
    assert one.admitted is not other.admitted
