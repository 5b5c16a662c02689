"""What a text imports and uses of modules, and which of it a rule forbids.

In: a syntax tree and the modules beside the file. Out: places, each with
what stands there. Text can hide much from this module; the sandbox makes
forbidden modules truly unavailable where a rule is the task itself.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from grader.libraries import is_library
from grader.names import Names, constant_text
from grader.parsing import parse_source, walk_graded
from grader.reading import printable
from grader.rule_names import Rule

# Names that reach every module without an import: the modules of Python
# itself, and the frames of those who called.
_BACK_DOORS = frozenset(
    {
        "__builtins__",
        "__import__",
        "__loader__",
        "__spec__",
        "__globals__",
        "__subclasses__",
        "__self__",
        "__traceback__",
        "__getattribute__",
        "f_back",
        "f_builtins",
        "f_globals",
        "f_locals",
        "gi_frame",
        "tb_frame",
    }
)
_DOORS = _BACK_DOORS | {"exec", "eval", "compile"}
_DOTTED = (ast.Name, ast.Attribute, ast.Call, ast.Subscript)


class Use(NamedTuple):
    """One module, or one thing of a module, that a text uses.

    dotted: `numpy.cov`; "" when the text hides what it is
    shown: the code as the student wrote it, shortened
    file: name of the neighbour file that holds it, "" for the task itself
    is_import: False for the mere use of what was imported
    """

    dotted: str
    line: int
    shown: str
    file: str = ""
    is_import: bool = True


def all_uses(tree: ast.Module, siblings: Mapping[str, bytes]) -> list[Use]:
    """Collect the uses of a task and of every neighbour that it imports."""
    found: list[Use] = []
    read: set[str] = set()
    todo: list[tuple[str, ast.Module]] = [("", tree)]
    while todo:
        file, tree = todo.pop()
        for use in _uses(tree):
            module = sibling_of(use.dotted, siblings)
            if not module:
                found.append(use._replace(file=file))
            elif module not in read:
                read.add(module)
                parsed = parse_source(siblings[module])
                # A neighbour that cannot be read fails when it is imported.
                if parsed.tree:
                    todo.append((f"{module}.py", parsed.tree))
    return sorted(found, key=lambda use: (use.file, use.line))


def sibling_of(dotted: str, siblings: Mapping[str, bytes]) -> str:
    """Return the neighbour module that a dotted name belongs to, or ""."""
    top = dotted.removeprefix(".").partition(".")[0]
    return top if top in siblings and not is_library(top) else ""


def forbidden(rule: Rule, uses: list[Use]) -> list[Use]:
    """Keep the uses that a rule on imports does not allow."""
    return [use for use in uses if not use.dotted or _breaks(rule, use)]


def _breaks(rule: Rule, use: Use) -> bool:
    if rule.kind == "never":
        return _matches(use.dotted, rule.names[0])
    if not use.is_import:
        return False
    return not any(
        use.dotted == name or use.dotted.startswith(f"{name}.")
        for name in rule.names
    )


def _matches(dotted: str, banned: str) -> bool:
    """Tell if a dotted name is the banned one or lies within it.

    numpy keeps most functions at several places, `numpy.lib...cov`: the
    first and the last part decide.
    """
    if dotted == banned or dotted.startswith(f"{banned}."):
        return True
    steps, banned_steps = dotted.split("."), banned.split(".")
    return (
        len(steps) > 1
        and len(banned_steps) > 1
        and steps[0] == banned_steps[0]
        and steps[-1] == banned_steps[-1]
    )


def _uses(tree: ast.Module) -> Iterator[Use]:
    nodes = list(walk_graded(tree))
    names = Names(nodes)
    # `__import__` as a word is a back door, but not where it is called with
    # a plain text.
    called = {
        id(node.func)
        for node in nodes
        if isinstance(node, ast.Call)
        and (names.loads(node) or _is_getattr(node.func))
    }
    for node in nodes:
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield Use(alias.name, node.lineno, f"import {alias.name}")
        elif isinstance(node, ast.ImportFrom):
            yield from _from_uses(node)
        elif isinstance(node, ast.Call) and names.loads(node):
            yield Use(names.loaded(node) or "", node.lineno, _shorten(node))
        elif isinstance(node, ast.Subscript) and names.is_module_table(
            node.value
        ):
            yield Use(constant_text(node.slice), node.lineno, _shorten(node))
        elif id(node) not in called:
            yield from _plain_uses(node, names)


def _from_uses(node: ast.ImportFrom) -> Iterator[Use]:
    # `from __future__` changes the compiler and loads nothing.
    if node.module == "__future__":
        return
    module = "." * node.level + (node.module or "")
    for alias in node.names:
        shown = f"from {module} import {alias.name}"
        # The folder of a task is no package: a relative import fails, but
        # for a file that gave itself a false `__package__`.
        if node.level:
            yield Use("", node.lineno, shown)
        elif alias.name == "*":
            yield Use(module, node.lineno, shown)
        else:
            yield Use(f"{module}.{alias.name}", node.lineno, shown)


def _plain_uses(node: ast.AST, names: Names) -> Iterator[Use]:
    """Uses of what was imported, and back doors to imports."""
    if isinstance(node, ast.Constant):
        if isinstance(node.value, str) and node.value in _BACK_DOORS:
            yield Use("", node.lineno, f'"{node.value}"')
    elif (
        isinstance(node, ast.Name)
        and (node.id in _DOORS or _is_getattr(node))
        and not names.is_defined(node.id)
    ) or (isinstance(node, ast.Attribute) and node.attr in _BACK_DOORS):
        yield Use("", node.lineno, _shorten(node))
    elif isinstance(node, ast.MatchClass):
        for name in sorted(_BACK_DOORS.intersection(node.kwd_attrs)):
            yield Use("", node.lineno, name)
    elif isinstance(node, ast.Call) and _gets_unknown(node, names):
        yield Use("", node.lineno, _shorten(node))
    elif isinstance(node, _DOTTED):
        dotted = names.dotted(node)
        if dotted:
            yield Use(dotted, node.lineno, _shorten(node), is_import=False)


def _is_getattr(node: ast.expr) -> bool:
    return isinstance(node, ast.Name) and node.id == "getattr"


def _gets_unknown(node: ast.Call, names: Names) -> bool:
    """Tell if `getattr` takes a computed name from a thing of no module."""
    return (
        _is_getattr(node.func)
        and len(node.args) > 1
        and not isinstance(node.args[1], ast.Constant)
        and not names.dotted(node.args[0])
        and not names.is_defined(getattr(node.args[0], "id", ""))
    )


def _shorten(node: ast.expr, depth: int = 4) -> str:
    """The code of a node, short enough for a sentence."""
    if not depth:
        return "..."
    if isinstance(node, ast.Name):
        return node.id[:40]
    if isinstance(node, ast.Attribute):
        return f"{_shorten(node.value, depth - 1)}.{node.attr[:40]}"
    if isinstance(node, ast.Call):
        inside = ", ".join(_shorten(arg, depth - 1) for arg in node.args[:2])
        return f"{_shorten(node.func, depth - 1)}({inside})"
    if isinstance(node, ast.Subscript):
        key = _shorten(node.slice, depth - 1)
        return f"{_shorten(node.value, depth - 1)}[{key}]"
    text = constant_text(node)
    return f'"{printable(text, 40)}"' if text else "..."
