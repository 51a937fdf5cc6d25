"""The terminology base: concepts, their terms, where they stand in text, and the files they come from."""
