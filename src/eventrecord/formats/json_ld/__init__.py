"""schema.org JSON-LD: a data document in all languages, and a page document per locale."""

from eventrecord.formats.json_ld.documents import event_data, render_data, render_page
from eventrecord.formats.json_ld.faults import list_faults
from eventrecord.formats.json_ld.head import list_head_faults, list_head_losses, render_head
from eventrecord.formats.json_ld.losses import list_losses
from eventrecord.formats.json_ld.printing import script_element

__all__ = [
    "event_data",
    "list_faults",
    "list_head_faults",
    "list_head_losses",
    "list_losses",
    "render_data",
    "render_head",
    "render_page",
    "script_element",
]
