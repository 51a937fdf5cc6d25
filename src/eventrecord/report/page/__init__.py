"""Pages that are mailed around: one HTML file each, which needs nothing beside it."""

from eventrecord.report.page.checked import check_page
from eventrecord.report.page.compared import comparison_page
from eventrecord.report.page.edition import Edition

__all__ = ["Edition", "check_page", "comparison_page"]
