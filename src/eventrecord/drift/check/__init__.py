"""A text against its record: where what people edited departs from what the record says."""

from eventrecord.drift.check.checking import check
from eventrecord.drift.check.departure import Departure

__all__ = ["Departure", "check"]
