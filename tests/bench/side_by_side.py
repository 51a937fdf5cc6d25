"""What other tools say of the record with planted faults, for docs/comparison.md.

    python -m venv /tmp/peers && /tmp/peers/bin/pip install check-jsonschema yamllint
    python tests/bench/side_by_side.py /tmp/peers/bin

The tools are those in the folder named; pydantic is the one in use here.
"""

from __future__ import annotations

import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

import yaml_rs
from pydantic import ValidationError

from eventrecord.model.record import Record

ROOT = Path(__file__).parents[2]
RECORD = Path("tests/records/planted/island-week-2031.yaml")
SCHEMA = Path("schemas/eventrecord-1.schema.json")


def main(tools: Path) -> None:
    """Print versions and answers."""
    for command in (
        ["check-jsonschema", "--schemafile", str(SCHEMA)],
        ["yamllint"],
        ["yamllint", "-d", "relaxed"],
    ):
        _show([str(tools / command[0]), "--version"])
        _show([str(tools / command[0]), *command[1:], str(RECORD)])
    print("pydantic", version("pydantic"))
    try:
        Record.model_validate(yaml_rs.loads((ROOT / RECORD).read_text("utf-8"), parse_datetime=False))
    except ValidationError as error:
        print(error)


def _show(command: list[str]) -> None:
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=False)
    print(done.stdout + done.stderr)


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(Path(sys.argv[1]))
