"""What records are checked against: one rule a file, one table, and a page each in `docs/rules/`."""

from __future__ import annotations

from eventrecord.rules.rule import GROUPS, Group, Rule
from eventrecord.rules.table import RULES
from eventrecord.rules.validation import validate

__all__ = ["GROUPS", "RULES", "Group", "Rule", "validate"]
