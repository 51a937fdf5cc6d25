"""Facts that texts state: read from running text, and compared with those of another text."""
