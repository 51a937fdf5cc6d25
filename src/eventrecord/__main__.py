"""`python -m eventrecord`: the command, where its script is not on the path."""

from eventrecord.cli import main

if __name__ == "__main__":
    raise SystemExit(main())
