"""Grammar of English; its words come from `locales/`."""
