"""Two editions of one text against each other: what they share, and what sets them apart."""

from eventrecord.drift.comparing.comparison import Comparison, compare
from eventrecord.drift.comparing.drift import Drift

__all__ = ["Comparison", "Drift", "compare"]
