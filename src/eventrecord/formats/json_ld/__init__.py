"""schema.org JSON-LD: a data document in all languages, and a page document per locale."""

from eventrecord.formats.json_ld.documents import render_data, render_page
from eventrecord.formats.json_ld.losses import list_losses

__all__ = ["list_losses", "render_data", "render_page"]
