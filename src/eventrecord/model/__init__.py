"""What is true of the event: the record and its parts, and nothing about how they are written."""
