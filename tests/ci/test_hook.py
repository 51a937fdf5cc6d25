"""The hook for pre-commit: as pre-commit reads it, and run as it runs it."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parents[2]
MANIFEST = ROOT / ".pre-commit-hooks.yaml"
HOOK: dict[str, Any] = yaml.safe_load(MANIFEST.read_text("utf-8"))[0]


def run(folder: Path, command: list[str]) -> subprocess.CompletedProcess[str]:
    """Run a command in a folder, with this environment's programs first."""
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    environment = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    return subprocess.run(
        command,
        cwd=folder,
        env=environment | {"PATH": path, "PRE_COMMIT_HOME": str(folder / ".cache")},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A repository with a sound record in a folder."""
    seed = ROOT / "seeds" / "ibiws-2022.yaml"
    (tmp_path / "records").mkdir()
    (tmp_path / "records" / seed.name).write_bytes(seed.read_bytes())
    for command in (["init", "-q"], ["add", "records"]):
        assert run(tmp_path, ["git", *command]).returncode == 0
    return tmp_path


def test_its_entry_checks_the_repository(repository: Path) -> None:
    """Entry and arguments are a command that passes on sound records and fails on others."""
    command = [*shlex.split(HOOK["entry"]), *HOOK["args"]]
    assert run(repository, command).returncode == 0
    record = repository / "records" / "ibiws-2022.yaml"
    record.write_text(
        record.read_text("utf-8").replace("format: eventrecord/1", "format: eventrecord/1\nx: 1")
    )
    done = run(repository, command)
    assert done.returncode == 1
    assert "records/ibiws-2022.yaml:" in done.stdout


@pytest.mark.parametrize(
    ("file", "runs"),
    [
        ("records/a.yaml", True),
        ("a.yml", True),
        ("a.json", True),
        ("records/eventrecord.toml", True),
        ("pyproject.toml", True),
        ("terms/own.csv", True),
        ("other.toml", False),
        ("README.md", False),
        ("yaml", False),
    ],
)
def test_it_runs_when_something_changes_that_it_reads(file: str, runs: bool) -> None:
    """Records, settings, terms."""
    assert bool(re.search(HOOK["files"], file)) is runs


def test_its_manifest_is_one_for_pre_commit() -> None:
    """As pre-commit itself validates it."""
    clientlib = pytest.importorskip("pre_commit.clientlib", reason="pre-commit is not installed")
    (hook,) = clientlib.load_manifest(MANIFEST)
    assert hook["id"] == "eventrecord-validate"


@pytest.mark.skipif(not os.environ.get("CI"), reason="installs the package anew: only in CI")
def test_pre_commit_runs_it(repository: Path) -> None:
    """Installed by pre-commit from this repository: it passes, then fails on a dangling id."""
    pytest.importorskip("pre_commit", reason="pre-commit is not installed")
    command = ["pre-commit", "try-repo", str(ROOT), HOOK["id"], "--all-files"]
    done = run(repository, command)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "validate event records" in done.stdout
    record = repository / "records" / "ibiws-2022.yaml"
    record.write_text(
        record.read_text("utf-8").replace("format: eventrecord/1", "format: eventrecord/1\nx: 1")
    )
    done = run(repository, command)
    assert done.returncode == 1
    assert "unknown-key" in done.stdout
