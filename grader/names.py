"""What names in a text stand for: `n.cov` after `import numpy as n`.

In: the graded nodes of a file. Out: dotted names of modules and of what is
taken from them. Reads text only; what text cannot tell is called dark.
"""

from __future__ import annotations

import ast
from collections.abc import Iterable
from typing import NamedTuple

# Longer chains of dots and calls are no honest name of a function.
_MOST_STEPS = 30
_ROUNDS = 4


class Names:
    """Local names of one file, each with the dotted name it stands for."""

    def __init__(self, nodes: Iterable[ast.AST]) -> None:
        """Collect imports first, then assignments of what was imported."""
        self.local: dict[str, str] = {}
        self._stars: list[str] = []
        self._defined: set[str] = set()
        self._stored: set[str] = set()
        bindings = []
        for node in nodes:
            self._note_import(node)
            bindings += _bindings(node)
            if isinstance(node, (ast.FunctionDef, ast.ClassDef)):
                self._defined.add(node.name)
            elif isinstance(node, ast.arg):
                self._defined.add(node.arg)
            elif isinstance(node, ast.Name) and isinstance(
                node.ctx, ast.Store
            ):
                self._stored.add(node.id)
        # `a = np` then `b = a` may stand in any order: a few rounds do.
        for _ in range(_ROUNDS):
            before = len(self.local)
            for name, value in bindings:
                dotted = self.dotted(value)
                if dotted and name not in self.local:
                    self.local[name] = dotted
            if len(self.local) == before:
                break

    def _note_import(self, node: ast.AST) -> None:
        if isinstance(node, ast.Import):
            for alias in node.names:
                top = alias.name.partition(".")[0]
                self.local[alias.asname or top] = (
                    alias.name if alias.asname else top
                )
        elif isinstance(node, ast.ImportFrom) and node.module:
            for alias in node.names:
                if alias.name == "*":
                    self._stars.append(node.module)
                else:
                    self.local[alias.asname or alias.name] = (
                        f"{node.module}.{alias.name}"
                    )

    def is_defined(self, name: str) -> bool:
        """Tell if the file has its own function or argument of this name."""
        return name in self._defined

    def dotted(self, node: ast.expr, steps: int = _MOST_STEPS) -> str:
        """Return what an expression stands for, "" if it is not known."""
        if steps == 0:
            return ""
        if isinstance(node, ast.Name):
            if node.id in self.local:
                return self.local[node.id]
            if self._stars and node.id not in self._defined | self._stored:
                return f"{self._stars[-1]}.{node.id}"
            return ""
        if isinstance(node, ast.Attribute):
            return _join(self.dotted(node.value, steps - 1), node.attr)
        if isinstance(node, ast.Call):
            return self._called(node, steps)
        if isinstance(node, ast.Subscript):
            return self._taken(node, steps)
        return ""

    def _called(self, node: ast.Call, steps: int) -> str:
        loaded = self.loaded(node)
        if loaded is not None:
            # `__import__("a.b")` gives `a`; import_module gives `a.b`.
            if isinstance(node.func, ast.Name) and len(node.args) < 4:
                return loaded.partition(".")[0]
            return loaded
        if (
            isinstance(node.func, ast.Name)
            and node.func.id == "getattr"
            and len(node.args) > 1
        ):
            base = self.dotted(node.args[0], steps - 1)
            return _join(base, constant_text(node.args[1]))
        return ""

    def _taken(self, node: ast.Subscript, steps: int) -> str:
        """`sys.modules["m"]`, `vars(m)["f"]` and `m.__dict__["f"]`."""
        key = constant_text(node.slice)
        if self.is_module_table(node.value):
            return key
        holder = node.value
        if isinstance(holder, ast.Attribute) and holder.attr == "__dict__":
            return _join(self.dotted(holder.value, steps - 1), key)
        if (
            isinstance(holder, ast.Call)
            and isinstance(holder.func, ast.Name)
            and holder.func.id == "vars"
            and holder.args
        ):
            return _join(self.dotted(holder.args[0], steps - 1), key)
        return ""

    def is_module_table(self, node: ast.expr) -> bool:
        """Tell if this is `sys.modules`."""
        return (
            isinstance(node, (ast.Name, ast.Attribute))
            and self.dotted(node) == "sys.modules"
        )

    def loads(self, node: ast.AST) -> bool:
        """Tell if this is a call of `__import__` or of import_module."""
        if not isinstance(node, ast.Call):
            return False
        if isinstance(node.func, ast.Name) and node.func.id == "__import__":
            return True
        return isinstance(
            node.func, (ast.Name, ast.Attribute)
        ) and self.dotted(node.func) in (
            "importlib.import_module",
            "importlib.__import__",
            "builtins.__import__",
        )

    def loaded(self, node: ast.AST) -> str | None:
        """Name of the module such a call loads; "" if it is not written."""
        if not isinstance(node, ast.Call) or not self.loads(node):
            return None
        names = [*node.args, *(k.value for k in node.keywords
                               if k.arg == "name")]
        return constant_text(names[0]) if names else ""


class _Binding(NamedTuple):
    name: str
    value: ast.expr


def _bindings(node: ast.AST) -> list[_Binding]:
    """Pairs `name = value` in a node, also within `a, b = c, d`."""
    if isinstance(node, ast.Assign):
        pairs = [(target, node.value) for target in node.targets]
    elif isinstance(node, (ast.AnnAssign, ast.NamedExpr)) and node.value:
        pairs = [(node.target, node.value)]
    else:
        return []
    found = []
    for target, value in pairs:
        if isinstance(target, ast.Name):
            found.append(_Binding(target.id, value))
        elif isinstance(target, ast.Tuple) and isinstance(value, ast.Tuple):
            found += [
                _Binding(name.id, part)
                for name, part in zip(target.elts, value.elts, strict=False)
                if isinstance(name, ast.Name)
            ]
    return found


def _join(base: str, name: str) -> str:
    return f"{base}.{name}" if base and name else ""


def constant_text(node: ast.expr) -> str:
    """Return the text an expression is, "" if it is anything else."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    return ""
