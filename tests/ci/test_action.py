"""The GitHub Action: its metadata as GitHub's schema has it, its steps run as a runner runs them."""

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
ACTION: dict[str, Any] = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))
_INPUT = re.compile(r"\$\{\{ inputs\.([a-z-]+) \}\}")
_PIP = """\
#!/bin/sh
for word in "$@"; do echo "$word" >> "$RUNNER_TEMP/installed"; done
"""
_PYTHON = """\
#!/bin/sh
mkdir -p "$3/bin"
cp "$(dirname "$0")/pip" "$3/bin/pip"
ln -sf "{command}" "$3/bin/eventrecord"
"""


class Runner:
    """Runs the steps of the action, with a `python3` and a `pip` that make and install nothing."""

    def __init__(self, folder: Path, *, installs: bool = False) -> None:
        self.workspace, self.temp, tools = folder / "workspace", folder / "temp", folder / "tools"
        for made in (self.workspace, self.temp, tools):
            made.mkdir()
        command = Path(sys.executable).parent / "eventrecord"
        for name, text in {"pip": _PIP, "python3": _PYTHON.format(command=command)}.items():
            (tools / name).write_text(text, "utf-8")
            (tools / name).chmod(0o755)
        path = os.environ["PATH"] if installs else f"{tools}{os.pathsep}{os.environ['PATH']}"
        self.summary = self.temp / "summary.md"
        self.environment = {
            "PATH": path,
            "HOME": str(folder),
            "RUNNER_TEMP": str(self.temp),
            "GITHUB_WORKSPACE": str(self.workspace),
            "GITHUB_STEP_SUMMARY": str(self.summary),
        }

    def run(self, **given: str) -> subprocess.CompletedProcess[str]:
        """Run all steps with these inputs, up to the first that fails; the outcome of the last one."""
        inputs = {name: row["default"] for name, row in ACTION["inputs"].items()}
        inputs |= {name.replace("_", "-"): value for name, value in given.items()}
        for step in ACTION["runs"]["steps"]:
            values = {
                name: _INPUT.sub(lambda match: inputs[match[1]], text).replace(
                    "${{ github.action_path }}", str(ROOT)
                )
                for name, text in step["env"].items()
            }
            done = subprocess.run(
                ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]],
                cwd=self.workspace,
                env=self.environment | values,
                capture_output=True,
                encoding="utf-8",
                check=False,
            )
            if done.returncode:
                break
        return done

    def installed(self) -> str:
        """What `pip` was last to install."""
        return (self.temp / "installed").read_text("utf-8").splitlines()[-1]


@pytest.fixture
def runner(tmp_path: Path) -> Runner:
    """A runner with a sound and a faulty record in its workspace."""
    runner = Runner(tmp_path)
    seed = (ROOT / "seeds" / "ibiws-2022.yaml").read_text("utf-8")
    (runner.workspace / "records of 2022").mkdir()
    (runner.workspace / "records of 2022" / "ibiws-2022.yaml").write_text(seed, "utf-8")
    return runner


def break_it(runner: Runner) -> None:
    """Give the record an end before its start."""
    file = runner.workspace / "records of 2022" / "ibiws-2022.yaml"
    text = file.read_text("utf-8")
    broken = re.sub(r"^(  end: )\S+", r"\g<1>2021-01-01", text, count=1, flags=re.MULTILINE)
    assert broken != text
    file.write_text(broken, "utf-8")


def test_the_metadata_keep_githubs_schema() -> None:
    """As `check-jsonschema` ships it."""
    folder = resources.files("check_jsonschema").joinpath("builtin_schemas/vendor")
    schema = json.loads(folder.joinpath("github-actions.json").read_text("utf-8"))
    validator = jsonschema.Draft7Validator(schema)
    validator.validate(ACTION)
    assert not validator.is_valid(ACTION | {"runs": {"using": "composite"}})


def test_no_input_is_part_of_a_script() -> None:
    """What users give comes in as variables: an expression in a script would be pasted into it."""
    used = set()
    for step in ACTION["runs"]["steps"]:
        assert "${{" not in step["run"]
        used |= {name for text in step["env"].values() for name in _INPUT.findall(text)}
    assert used == set(ACTION["inputs"])


def test_a_sound_folder_passes(runner: Runner) -> None:
    """The summary stands in the log and on the page of the run."""
    done = runner.run(paths="records of 2022")
    assert done.returncode == 0
    assert "\neventrecord: 1 record, " in f"\n{done.stdout.splitlines()[-1]}"
    assert runner.summary.read_text("utf-8").startswith("    1 record, ")


def test_findings_are_annotations_and_fail_the_step(runner: Runner) -> None:
    """With the names that files have in the repository."""
    break_it(runner)
    done = runner.run()
    assert done.returncode == 1
    assert re.search(
        r"^::error file=records of 2022/ibiws-2022.yaml,line=\d+,col=8,", done.stdout, re.MULTILINE
    )
    assert "1 error" in runner.summary.read_text("utf-8")


def test_rules_and_severity_are_chosen(runner: Runner) -> None:
    """Each input does what the option of its name does."""
    break_it(runner)
    assert runner.run(select="references,numbers").returncode == 0
    assert runner.run(ignore="end-before-start,outside-parent,duration-mismatch").returncode == 0
    file = runner.workspace / "records of 2022" / "other.yaml"
    (runner.workspace / "records of 2022" / "ibiws-2022.yaml").rename(file)
    assert runner.run(select="file-name").returncode == 0
    assert runner.run(select="file-name", fail_on="warning").returncode == 1


def test_several_paths_stand_on_lines(runner: Runner) -> None:
    """So that their names may have spaces; one that is not there is code 2."""
    (runner.workspace / "week").mkdir()
    record = runner.workspace / "records of 2022" / "ibiws-2022.yaml"
    (runner.workspace / "week" / "week-2022.yaml").write_text(
        record.read_text("utf-8").replace("id: ibiws-2022", "id: week-2022", 1), "utf-8"
    )
    done = runner.run(paths="records of 2022\n\nweek\n")
    assert (done.returncode, "2 records" in done.stdout) == (0, True)
    assert runner.run(paths="records of 2022\nnowhere").returncode == 2


@pytest.mark.parametrize(
    ("inputs", "package"),
    [
        ({}, str(ROOT)),
        ({"extras": "fast"}, f"{ROOT}[fast]"),
        ({"version": "0.1.0"}, "eventrecord==0.1.0"),
        ({"version": "0.1.0", "extras": "fast"}, "eventrecord[fast]==0.1.0"),
    ],
)
def test_what_is_installed(runner: Runner, inputs: dict[str, str], package: str) -> None:
    """The source that the action is taken at, or a version, with the extras that are wanted."""
    runner.run(**inputs)
    assert runner.installed() == package


EVIL = "$(touch owned)`touch owned`\"; touch owned; #' && touch owned"


@pytest.mark.parametrize("name", [name for name in ACTION["inputs"] if name != "paths"])
def test_no_input_becomes_a_command(runner: Runner, name: str) -> None:
    """Whatever is in an input, it stays one word."""
    runner.run(**{name.replace("-", "_"): EVIL})
    assert not [*runner.workspace.rglob("owned")]


def test_no_name_of_a_file_becomes_a_command(runner: Runner) -> None:
    """Neither to the shell, nor to the runner, which obeys lines that begin with two colons."""
    (runner.workspace / "::error::forged.yaml").write_text("a: 1\n", "utf-8")
    done = runner.run(paths=f"::error::forged.yaml\n{EVIL}\n::stop-commands::x")
    assert not [*runner.workspace.rglob("owned")]
    assert not re.search(r"^\s*::(error::|stop-commands)", done.stdout + done.stderr, re.MULTILINE)


@pytest.mark.skipif(not os.environ.get("CI"), reason="installs the package anew: only in CI")
def test_it_installs_the_package(tmp_path: Path) -> None:
    """With the real Python and `pip`, from the source that the action is taken at."""
    runner = Runner(tmp_path, installs=True)
    runner.environment |= {name: value for name, value in os.environ.items() if name.startswith("PIP_")}
    seed = ROOT / "seeds" / "ibiws-2022.yaml"
    (runner.workspace / seed.name).write_bytes(seed.read_bytes())
    done = runner.run()
    assert done.returncode == 0, done.stdout + done.stderr
    assert "::notice file=ibiws-2022.yaml," in done.stdout
