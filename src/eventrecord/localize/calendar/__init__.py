"""Dates, times and durations of all languages: written, found in text and understood."""
