"""The docstrings under fields and under the members of enumerations, read from the source when asked.

pydantic's `use_attribute_docstrings` would read the source of every class whenever a command starts.
"""

from __future__ import annotations

import ast
import inspect
import sys
from functools import cache
from itertools import pairwise

__all__ = ["docstrings"]


@cache
def docstrings(cls: type) -> dict[str, str]:
    """What stands under each field or member of `cls`, by its name; its bases' in this package first."""
    package = cls.__module__.partition(".")[0]
    bases = [base for base in reversed(cls.__mro__) if base.__module__.partition(".")[0] == package]
    found: dict[str, str] = {}
    for base in bases:
        for statement, below in pairwise(_classes(base.__module__).get(base.__name__, [])):
            match statement, below:
                case (
                    ast.AnnAssign(target=ast.Name(id=name)) | ast.Assign(targets=[ast.Name(id=name)]),
                    ast.Expr(value=ast.Constant(value=str(text))),
                ):
                    found[name] = inspect.cleandoc(text)
    return found


@cache
def _classes(module: str) -> dict[str, list[ast.stmt]]:
    tree = ast.parse(inspect.getsource(sys.modules[module]))
    return {node.name: node.body for node in tree.body if isinstance(node, ast.ClassDef)}
