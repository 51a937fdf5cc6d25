"""The office's own templates, for what sentence patterns do not reach: plain values in, words out.

A template may be hostile: of Jinja's language only what `_NODES` lists is let in. Nothing is called,
looked up as an attribute, or multiplied; rounds of loops, and characters, are counted.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Any

import jinja2
from jinja2 import nodes
from jinja2.runtime import Context, LoopContext
from jinja2.sandbox import ImmutableSandboxedEnvironment

from eventrecord.errors import SettingsError
from eventrecord.message import say
from eventrecord.settings import LARGEST_TEMPLATE

__all__ = ["MOST_CHARACTERS", "MOST_ROUNDS", "Values", "fill_template", "read_template"]

MOST_ROUNDS = 10_000
"""Rounds of all loops of a template together; fewer if much stands in its loops."""
_MOST_STEPS = 200_000
"""Rounds of all loops times the parts of the template that stand in loops."""
MOST_CHARACTERS = 200_000
"""Characters that a template may write, and that one of its filters may make."""
_DEEPEST = 40
"""Levels of a template's tree."""
_LOOP = frozenset({"first", "last", "index", "index0", "length"})
_NODES = (
    nodes.Template, nodes.Output, nodes.TemplateData, nodes.Name, nodes.Const, nodes.If, nodes.CondExpr,
    nodes.For, nodes.Getattr, nodes.Getitem, nodes.Filter, nodes.Test, nodes.Compare, nodes.Operand,
    nodes.And, nodes.Or, nodes.Not,
)  # fmt: skip
_UNPRINTED = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")
_SLOTS, _KNOWN, _ROUNDS, _LIMITED = "_said", "_known", "_rounds", "_limited"

Values = Mapping[str, Any]
"""What a template is fed with: words, numbers, truth values, and lists and tables of these."""


def read_template(file: str, source: str, names: Collection[str]) -> jinja2.Template:
    """A template made ready.

    Args:
        file: where it stands, for messages.
        source: its text.
        names: what it may ask for.

    Raises:
        SettingsError: it is not written in Jinja's language, or does what templates may not; says where.
    """
    return _read(file, source, tuple(sorted(names)))


def fill_template(file: str, template: jinja2.Template, said: Values, known: Values) -> str:
    """What a template writes.

    Args:
        file: where it stands, for messages.
        template: as `read_template` made it ready.
        said: the words of a slot that it prints; asking for them counts as stating them.
        known: the same for conditions, where asking states nothing.

    Raises:
        SettingsError: it asks for what is not there, or for too much.
    """
    written: list[str] = []
    size = 0
    try:
        for piece in template.generate({_SLOTS: said, _KNOWN: known, _LIMITED: [0]}):
            size += len(piece)
            if size > MOST_CHARACTERS:
                raise _Refusal(say("the template writes more than {most} characters", most=MOST_CHARACTERS))
            written.append(piece)
    except jinja2.TemplateError as error:
        raise SettingsError(_where(file, _line(error, file), error.message or "")) from None
    except (ArithmeticError, LookupError, TypeError, ValueError, RecursionError) as error:
        why = say("the template compares or takes apart what it cannot: {error}", error=error)
        raise SettingsError(_where(file, _line(error, file), why)) from None
    return "".join(written)


class _Refusal(jinja2.TemplateError):
    """What a template may not do."""


class _Environment(ImmutableSandboxedEnvironment):
    """Values are taken by key alone; of a loop its counters."""

    def getitem(self, obj: Any, argument: Any) -> Any:
        if isinstance(obj, Mapping) and isinstance(argument, str) and argument in obj:
            return obj[argument]
        if isinstance(obj, list | tuple) and isinstance(argument, int) and -len(obj) <= argument < len(obj):
            return obj[argument]
        return self.undefined(say("there is no {name!r} here", name=argument))

    def getattr(self, obj: Any, attribute: str) -> Any:
        if isinstance(obj, LoopContext) and attribute in _LOOP:
            return getattr(obj, attribute)
        return self.undefined(say("there is no {name!r} here", name=attribute))


@jinja2.pass_context
def _rounds(context: Context, values: Any, most: int) -> Iterator[Any]:
    """The values of a loop, each counted together with the rounds of all other loops."""
    gone: list[int] = context[_LIMITED]
    if isinstance(values, Mapping | str) or not isinstance(values, Iterable):
        raise _Refusal(say("the template loops over what is no list"))
    for value in values:
        gone[0] += 1
        if gone[0] > most:
            raise _Refusal(say("the template goes round more than {most} times", most=most))
        yield value


def _joined(values: Any, between: str = "") -> str:
    if not isinstance(values, list | tuple) or not all(
        isinstance(value, str) for value in (*values, between)
    ):
        raise _Refusal(say("the template joins what is no list of words"))
    size = sum(map(len, values)) + len(between) * len(values)
    if size > MOST_CHARACTERS:
        raise _Refusal(say("the template writes more than {most} characters", most=MOST_CHARACTERS))
    return between.join(values)


def _printed(value: Any) -> Any:
    """What stands in double braces: a word or a number, not a list as Python shows it."""
    if isinstance(value, Mapping | list | tuple):
        raise _Refusal(_not_here("printed list"))
    return value


def _cased(change: Callable[[str], str]) -> Callable[[Any], str]:
    def filtered(value: Any) -> str:
        if not isinstance(value, str):
            raise _Refusal(say("the template changes the letters of what is no word"))
        return change(value)

    return filtered


_FILTERS: dict[str, Callable[..., Any]] = {
    "capitalize": _cased(lambda words: words[:1].upper() + words[1:]),
    "first": lambda values: values[0] if values else "",
    "join": _joined,
    "last": lambda values: values[-1] if values else "",
    "length": len,
    "lower": _cased(str.lower),
    "trim": _cased(str.strip),
    "upper": _cased(str.upper),
}
_TESTS = ("defined", "undefined", "none", "string", "number")


def _environment() -> _Environment:
    environment = _Environment(
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=False,
        autoescape=False,
        cache_size=0,
        optimized=False,
        finalize=_printed,
    )
    environment.globals = {}
    environment.filters = {**_FILTERS, _ROUNDS: _rounds}
    environment.tests = {name: environment.tests[name] for name in _TESTS} | {
        sign: environment.tests[sign] for sign in ("eq", "ne", "lt", "le", "gt", "ge", "in")
    }
    return environment


@lru_cache(maxsize=256)
def _read(file: str, source: str, names: tuple[str, ...]) -> jinja2.Template:
    if len(source) > LARGEST_TEMPLATE:
        raise SettingsError(
            _where(
                file,
                0,
                say("the template has more than {most} characters; make it shorter", most=LARGEST_TEMPLATE),
            )
        )
    environment = _environment()
    try:
        tree = environment.parse(source)
        _look_through(tree, frozenset(names))
        code = environment.compile(tree, filename=file)
        return environment.template_class.from_code(environment, code, {})
    except jinja2.TemplateError as error:
        raise SettingsError(_where(file, getattr(error, "lineno", 0), error.message or "")) from None
    except (RecursionError, MemoryError):
        raise SettingsError(
            _where(file, 0, say("the template is nested too deeply; make it simpler"))
        ) from None
    except SyntaxError as error:  # Python counts nested loops itself
        deep = say("the template is nested too deeply; make it simpler")
        why = deep if "nested" in str(error) else say("the template holds a number or name too long")
        raise SettingsError(_where(file, 0, why)) from None
    except (ValueError, OverflowError):
        raise SettingsError(_where(file, 0, say("the template holds a number or name too long"))) from None


def _look_through(tree: nodes.Template, names: frozenset[str]) -> None:
    """Refuse what templates may not do; have slots asked for when they are printed, and rounds counted."""
    own = {node.name for node in tree.find_all(nodes.Name) if node.ctx == "store"}
    for name in sorted(own & (names | {"loop", _SLOTS, _KNOWN, _LIMITED})):
        raise jinja2.TemplateSyntaxError(say("{name!r} is taken; call it something else", name=name), 1)
    _rewritten(tree, names, own, depth=0, asked=False)
    loops = list(tree.find_all(nodes.For))
    size = len({id(part) for loop in loops for part in loop.find_all(nodes.Node)})
    for loop in loops:
        most = nodes.Const(min(MOST_ROUNDS, _MOST_STEPS // size))
        loop.iter = nodes.Filter(loop.iter, _ROUNDS, [most], [], None, None, lineno=loop.lineno)


def _rewritten(node: nodes.Node, names: frozenset[str], own: set[str], *, depth: int, asked: bool) -> Any:
    _refuse(node, depth)
    if isinstance(node, nodes.Getattr) and isinstance(node.node, nodes.Name) and node.node.name == "loop":
        return node
    if isinstance(node, nodes.Name) and node.ctx == "load" and node.name not in own:
        if node.name not in names:
            known = ", ".join(sorted(names))
            why = say("there is nothing called {name!r}; known: {known}", name=node.name, known=known)
            raise jinja2.TemplateSyntaxError(why, node.lineno)
        source = nodes.Name(_KNOWN if asked else _SLOTS, "load", lineno=node.lineno)
        return nodes.Getitem(source, nodes.Const(node.name), "load", lineno=node.lineno)
    for field, value in node.iter_fields():
        testing = asked or (field == "test" and isinstance(node, nodes.If | nodes.CondExpr | nodes.For))
        if isinstance(value, nodes.Node):
            setattr(node, field, _rewritten(value, names, own, depth=depth + 1, asked=testing))
        elif isinstance(value, list):
            value[:] = [
                _rewritten(part, names, own, depth=depth + 1, asked=testing)
                if isinstance(part, nodes.Node)
                else part
                for part in value
            ]
    if isinstance(node, nodes.Getattr):
        return nodes.Getitem(node.node, nodes.Const(node.attr), "load", lineno=node.lineno)
    return node


def _refuse(node: nodes.Node, depth: int) -> None:
    line = node.lineno
    if depth > _DEEPEST:
        raise jinja2.TemplateSyntaxError(say("the template is nested too deeply; make it simpler"), line)
    if not isinstance(node, _NODES):
        what = type(node).__name__.lower()
        raise jinja2.TemplateSyntaxError(_not_here(what), line)
    if isinstance(node, nodes.For) and node.recursive:
        raise jinja2.TemplateSyntaxError(say("a loop may not go into itself"), line)
    said = node.value if isinstance(node, nodes.Const) else getattr(node, "data", "")
    if isinstance(said, str) and (strange := _UNPRINTED.search(said)):
        raise jinja2.TemplateSyntaxError(_not_here(strange.group()), line)
    if isinstance(node, nodes.Filter) and node.name not in _FILTERS:
        known = ", ".join(_FILTERS)
        why = say("there is no filter {name!r} here; known: {known}", name=node.name, known=known)
        raise jinja2.TemplateSyntaxError(why, line)
    if isinstance(node, nodes.Test) and node.name not in _TESTS:
        known = ", ".join(_TESTS)
        why = say("there is no test {name!r} here; known: {known}", name=node.name, known=known)
        raise jinja2.TemplateSyntaxError(why, line)
    if isinstance(node, nodes.Filter | nodes.Test) and _is_called(node):
        raise jinja2.TemplateSyntaxError(_not_here(f"{node.name}(…)"), line)


def _is_called(node: nodes.Filter | nodes.Test) -> bool:
    """Whether a filter or test has arguments that ours do not take: `join` takes one."""
    most = 1 if node.name == "join" else 0
    return len(node.args) > most or bool(node.kwargs or node.dyn_args or node.dyn_kwargs)


def _not_here(what: str) -> str:
    return say("{what!r} is not for templates here; they know if, for, and a few filters", what=what)


def _line(error: BaseException, file: str) -> int:
    """The line of the template that was being filled."""
    trace, line = error.__traceback__, 0
    while trace is not None:
        if trace.tb_frame.f_code.co_filename == file:
            line = trace.tb_lineno
        trace = trace.tb_next
    return line


def _where(file: str, line: int | None, why: str) -> str:
    place = f"{file}:{line}" if line else file
    return say("{place}: {why}", place=place, why=why)
