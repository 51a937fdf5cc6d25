"""Where published texts come apart: one edition against another."""
