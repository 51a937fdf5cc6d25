"""Names, numbers, dates and sentences per language: the only code that knows Babel, OpenCC or a language."""
