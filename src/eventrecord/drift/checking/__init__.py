"""A text against its record: where what people edited departs from what the record says."""

from eventrecord.drift.checking.departure import Departure
from eventrecord.drift.checking.holding import check

__all__ = ["Departure", "check"]
