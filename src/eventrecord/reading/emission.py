"""Data as YAML that reading gives back unchanged: keys in their order, texts as they are."""

from __future__ import annotations

from typing import Any

__all__ = ["as_yaml"]

_WIDTH = 110


def as_yaml(data: Any) -> str:
    """Plain data (mappings, lists, texts, numbers) in block style; texts that could be misread are quoted."""
    import yaml

    class Dumper(yaml.SafeDumper):
        """Never writes anchors and aliases, which records do not have; lists stand in from their key."""

        def ignore_aliases(self, data: Any) -> bool:
            return True

        def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
            super().increase_indent(flow, indentless=False)

    def text(dumper: yaml.SafeDumper, words: str) -> yaml.ScalarNode:
        style = "|" if "\n" in words else None
        return dumper.represent_scalar("tag:yaml.org,2002:str", words, style=style)

    Dumper.add_representer(str, text)
    written: str = yaml.dump(data, Dumper=Dumper, allow_unicode=True, sort_keys=False, width=_WIDTH)
    return written
