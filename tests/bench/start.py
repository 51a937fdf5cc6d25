"""How long commands take from start to end, against the interpreter alone.

python tests/bench/start.py [ROUNDS]
"""

from __future__ import annotations

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from corpus import write
from layout import ROOT, lay_out
from timing import medians, table

SUMMIT = str(ROOT / "seeds" / "zhangjiang-summit-2022.yaml")
BARE, HELP = "python -c pass", "eventrecord --help"
SOUND = "eventrecord validate (10 KB, nothing found)"
FAULTY = "eventrecord validate (10 KB, one finding)"
VALIDATE = "eventrecord validate (the summit, with its week)"


def main(rounds: int) -> None:
    """Print the ratios."""
    with TemporaryDirectory() as folder:
        layout = lay_out(Path(folder))
        sound, faulty = write(Path(folder) / "records", 2)
        text = faulty.read_text("utf-8")
        faulty.write_text(text.replace("duration: 4", "duration: 5", 1), "utf-8")
        commands = {
            BARE: layout.python("pass"),
            HELP: layout.command("--help"),
            "eventrecord --version": layout.command("--version"),
            "import pydantic.main": layout.python("import pydantic.main"),
            "import eventrecord.model.record": layout.python("import eventrecord.model.record"),
            SOUND: layout.command("validate", str(sound)),
            FAULTY: layout.command("validate", str(faulty)),
            VALIDATE: layout.command("validate", SUMMIT),
        }
        seconds = medians(commands, rounds, layout.environment)
    aims = {HELP: "<= 6", SOUND: "<= 20", FAULTY: "<= 20", VALIDATE: "<= 20"}
    print(table(f"whole processes, median of {rounds}, in turn", seconds, BARE, aims))


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 25)
