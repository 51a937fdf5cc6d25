"""Turns JSCalendar files into iCalendar with calendaring-jmap: prints a list of calendars per file."""

import json
import sys
from pathlib import Path

from calendaring_jmap.convert import jscal_to_ical

calendars = []
for name in sys.argv[1:]:
    document = json.loads(Path(name).read_text("utf-8"))
    calendars.append([jscal_to_ical(entry) for entry in document["entries"]])
print(json.dumps(calendars))
