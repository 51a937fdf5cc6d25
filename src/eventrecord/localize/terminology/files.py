"""Files of terms in CSV, whichever columns they have."""

from __future__ import annotations

from collections.abc import Iterable

from eventrecord.errors import TermsError
from eventrecord.localize.terminology.concept import Concept, Row
from eventrecord.localize.terminology.name_table import is_name_table, read_names
from eventrecord.localize.terminology.table import read_table
from eventrecord.message import say

__all__ = ["read_terms"]


def read_terms(data: bytes, name: str, known: Iterable[Concept]) -> list[Row]:
    """The rows of a CSV file: of the base's columns, or of a table of names with a column per language.

    Args:
        data: the file.
        name: what messages call it.
        known: concepts that lines of a table of names may be of.

    Raises:
        TermsError: the file is not UTF-8, or a line cannot be used.
    """
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise TermsError(
            say("{file}: is no text in UTF-8; in the spreadsheet, save it as 'CSV UTF-8'", file=name)
        ) from None
    if is_name_table(text):
        return list(read_names(text, name, known))
    return list(read_table(text, name))
