"""Grammar of Chinese; its words come from `locales/`."""
