"""The page on CI, and what `init` writes for it: files that their makers' schemas take, lines that run."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from importlib import resources
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "how-to" / "ci.md").read_text("utf-8")
STARTERS = sorted((ROOT / "src" / "eventrecord" / "starter").glob("*/workflow.yml"))


def blocks(language: str) -> list[str]:
    """The blocks of the page in one language."""
    return re.findall(rf"^```{language}\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)


FILES: list[dict[Any, Any]] = [yaml.safe_load(text) for text in blocks("yaml")]
WORKFLOWS = [file for file in FILES if "jobs" in file]
PIPELINES = [file for file in FILES if any("script" in job for job in file.values() if isinstance(job, dict))]


def schema(name: str) -> Any:
    """A schema that `check-jsonschema` ships."""
    folder = resources.files("check_jsonschema").joinpath("builtin_schemas/vendor")
    return json.loads(folder.joinpath(name).read_text("utf-8"))


def shell_lines() -> list[str]:
    """All that the page has shells do."""
    lines = [
        step["run"]
        for file in WORKFLOWS
        for job in file["jobs"].values()
        for step in job["steps"]
        if "run" in step
    ]
    lines += [line for file in PIPELINES for job in file.values() for line in job["script"]]
    return list(dict.fromkeys([*lines, *blocks("sh")]))


def run(line: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """Run a line as a runner's shell does, with a `pip` that installs nothing."""
    pip = folder / "bin" / "pip"
    pip.parent.mkdir(exist_ok=True)
    pip.write_text('#!/bin/sh\ntest "$1" = install\n', "utf-8")
    pip.chmod(0o755)
    path = os.pathsep.join((str(pip.parent), str(Path(sys.executable).parent), os.environ["PATH"]))
    return subprocess.run(
        ["bash", "-eo", "pipefail", "-c", line],
        cwd=folder,
        env=os.environ | {"PATH": path},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A folder with a record in it."""
    (tmp_path / "records").mkdir()
    seed = ROOT / "seeds" / "ibiws-2022.yaml"
    (tmp_path / "records" / seed.name).write_bytes(seed.read_bytes())
    return tmp_path


def test_the_page_shows_all_kinds_of_files() -> None:
    """Workflows, pipelines, the configuration of pre-commit, and lines for a shell."""
    assert (len(WORKFLOWS), len(PIPELINES), len(FILES) - len(WORKFLOWS) - len(PIPELINES)) == (3, 2, 1)
    assert len(shell_lines()) >= 6


@pytest.mark.parametrize("number", range(len(WORKFLOWS)))
def test_workflows_keep_githubs_schema(number: int) -> None:
    """Those of the page; one that shows only jobs is completed."""
    jsonschema.Draft7Validator(schema("github-workflows.json")).validate(
        {"on": "push"} | _named(WORKFLOWS[number])
    )


@pytest.mark.parametrize("starter", STARTERS, ids=lambda path: path.parent.name)
def test_the_workflow_that_init_writes_keeps_githubs_schema(starter: Path) -> None:
    """In each language."""
    workflow = _named(yaml.safe_load(starter.read_text("utf-8")))
    jsonschema.Draft7Validator(schema("github-workflows.json")).validate(workflow)


@pytest.mark.parametrize("number", range(len(PIPELINES)))
def test_pipelines_keep_gitlabs_schema(number: int) -> None:
    """Those of the page."""
    jsonschema.Draft7Validator(schema("gitlab-ci.json")).validate(PIPELINES[number])


@pytest.mark.parametrize("line", shell_lines())
def test_lines_run(line: str, repository: Path) -> None:
    """In a repository with a sound record each ends well."""
    done = run(line, repository)
    assert done.returncode == 0, done.stderr


def test_reports_are_written_where_they_are_looked_for(repository: Path) -> None:
    """The file that a job uploads is the one that its script writes."""
    for file in PIPELINES:
        for job in file.values():
            for line in job["script"]:
                run(line, repository)
            for report in job["artifacts"]["reports"].values():
                assert (repository / report).stat().st_size


def test_findings_pass_where_they_are_to_and_unreadable_files_do_not(repository: Path) -> None:
    """The second line for a shell lets 1 pass, and nothing else."""
    line = blocks("sh")[1]
    (repository / "records" / "broken.yaml").write_text("format: eventrecord/1\n", "utf-8")
    assert run(line, repository).returncode == 0
    assert run(line.replace("records", "nowhere"), repository).returncode == 1


def _named(workflow: dict[Any, Any]) -> dict[Any, Any]:
    """YAML 1.1 takes the key `on` for a truth value."""
    return {"on" if key is True else key: value for key, value in workflow.items()}
