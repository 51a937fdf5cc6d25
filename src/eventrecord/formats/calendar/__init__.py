"""Calendars: iCalendar, plain for every reader or with all that its later standards hold; JSCalendar."""
