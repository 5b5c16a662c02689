"""Reads the grader's own source as text, for the tests that measure it."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
GRADER = ROOT / "grader"
CHECKS = GRADER / "checks"


@dataclass(frozen=True)
class Module:
    """One file of the grader: dotted name, path, text and syntax tree."""

    name: str
    path: Path
    text: str
    tree: ast.Module

    @property
    def lines(self) -> int:
        """Number of lines of the file."""
        return self.text.count("\n")


def grader_modules() -> list[Module]:
    """Every module of the package; check files are data and left out."""
    return [read_module(path) for path in sorted(GRADER.rglob("*.py"))
            if CHECKS not in path.parents]


def read_module(path: Path) -> Module:
    """Read one file; its dotted name starts at the checkout."""
    text = path.read_text(encoding="utf-8")
    parts = path.relative_to(ROOT).with_suffix("").parts
    name = ".".join(part for part in parts if part != "__init__")
    return Module(name, path, text, ast.parse(text))


def functions(module: Module) -> Iterator[ast.FunctionDef]:
    """Every function and method of a module, nested ones too."""
    for node in ast.walk(module.tree):
        if isinstance(node, ast.FunctionDef):
            yield node


def imports(module: Module, whole: bool = True) -> set[str]:
    """Dotted names that a module imports, also inside functions.

    whole: False leaves out imports inside functions and for types only
    """
    found = set()
    for node in _reachable(module.tree, whole):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module)
            found |= {f"{node.module}.{alias.name}" for alias in node.names}
    return found


def _reachable(tree: ast.AST, whole: bool) -> Iterator[ast.AST]:
    todo = [tree]
    while todo:
        node = todo.pop()
        yield node
        for child in ast.iter_child_nodes(node):
            if not whole and (
                    isinstance(child, ast.FunctionDef)
                    or (isinstance(child, ast.If)
                        and ast.unparse(child.test) == "TYPE_CHECKING")):
                continue
            todo.append(child)


def calls(module: Module) -> set[str]:
    """Dotted names that are called in a module, as written."""
    return {ast.unparse(node.func) for node in ast.walk(module.tree)
            if isinstance(node, ast.Call)
            and isinstance(node.func, (ast.Name, ast.Attribute))}
