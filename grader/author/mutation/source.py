"""A reference solution as text and tree: where a mutant may change it.

Comes in: the text of a task file. Goes out: the nodes that do the work, each
with its parent. Left out is what no output check can see: docstrings,
annotations, imports, code under `if __name__`, and the data a task gives.
"""

from __future__ import annotations

import ast
from collections.abc import Collection, Iterator
from typing import NamedTuple

Positioned = ast.expr | ast.stmt
Names = tuple[tuple[str, ...], ...]


class Site(NamedTuple):
    """A node that may be changed, with what stands around it.

    field, place: where the parent holds it; the place is -1 outside of lists
    statement: the smallest statement around it, or the node itself
    function: the definition around it, None at the top of the file
    names: groups of names that were bound together in that function
    """

    node: Positioned
    parent: ast.AST
    field: str
    place: int
    statement: ast.stmt
    function: ast.FunctionDef | None
    names: Names


class Source:
    """One task file; the lines are kept, so that a diff stays small."""

    def __init__(self, text: str, given: Collection[str] = ()) -> None:
        self.text = text
        self.tree = ast.parse(text)
        self._given = given
        self._data = text.encode()
        self._starts = [0]
        for line in self._data.splitlines(keepends=True):
            self._starts.append(self._starts[-1] + len(line))

    def sites(self) -> Iterator[Site]:
        """Every node that may be changed, from the top of the file down."""
        return self._below(self.tree, None, None, ())

    def _below(self, parent: ast.AST, statement: ast.stmt | None,
               function: ast.FunctionDef | None, names: Names
               ) -> Iterator[Site]:
        if isinstance(parent, ast.FunctionDef):
            function, names = parent, _names(parent)
        for field, place, child in _children(parent):
            if _is_left_out(child, parent) or self._is_given(child):
                continue
            around = child if isinstance(child, ast.stmt) else statement
            if isinstance(child, Positioned) and around is not None:
                yield Site(child, parent, field, place, around, function,
                           names)
            # Python 3.11 does not know where the parts of an f-string stand.
            if not isinstance(child, ast.JoinedStr):
                yield from self._below(child, around, function, names)

    def _is_given(self, node: ast.AST) -> bool:
        return isinstance(node, ast.Assign) and any(
            isinstance(target, ast.Name) and target.id in self._given
            for target in node.targets)

    def span(self, node: Positioned) -> tuple[int, int]:
        """Where the bytes of a node begin and end."""
        assert node.end_lineno is not None
        assert node.end_col_offset is not None
        return (self._starts[node.lineno - 1] + node.col_offset,
                self._starts[node.end_lineno - 1] + node.end_col_offset)

    def replace(self, node: Positioned, new: str,
                inside: Positioned | None = None) -> str:
        """The text with this in place of the node.

        inside: only the text of this node, which holds the other
        """
        start, end = self.span(node)
        first, last = (0, None) if inside is None else self.span(inside)
        return (self._data[first:start] + new.encode()
                + self._data[end:last]).decode()

    def swapped(self, one: ast.stmt, two: ast.stmt) -> tuple[str, str]:
        """The text with two neighbours swapped, and the name of that."""
        lines = self.text.splitlines(keepends=True)
        first = lines[one.lineno - 1:one.end_lineno]
        second = lines[two.lineno - 1:two.end_lineno]
        between = lines[one.end_lineno:two.lineno - 1]
        text = "".join([*lines[:one.lineno - 1], *second, *between, *first,
                        *lines[two.end_lineno:]])
        heads = first[0].strip(), second[0].strip()
        return text, f"{' | '.join(heads)} => {' | '.join(heads[::-1])}"

    def change(self, node: Positioned, text: str) -> str:
        """The changed lines as one text, `old => new`; names the mutant."""
        assert node.end_lineno is not None
        old = self.text.splitlines()
        new = text.splitlines()
        start, end = node.lineno - 1, node.end_lineno
        behind = len(old) - end
        return (f"{_joined(old[start:end])} => "
                f"{_joined(new[start:len(new) - behind])}")


def _joined(lines: list[str]) -> str:
    return " ".join(" ".join(lines).split())


def _children(parent: ast.AST) -> Iterator[tuple[str, int, ast.AST]]:
    """As `ast.iter_child_nodes`, with the place of each."""
    for field, value in ast.iter_fields(parent):
        if isinstance(value, ast.AST):
            yield field, -1, value
        elif isinstance(value, list):
            for place, child in enumerate(value):
                if isinstance(child, ast.AST):
                    yield field, place, child


def _is_left_out(node: ast.AST, parent: ast.AST) -> bool:
    """Whether no output check can see a change below this node."""
    if isinstance(node, ast.Import | ast.ImportFrom | ast.expr_context):
        return True
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
        return True                     # a docstring
    if isinstance(node, ast.If) and "__name__" in ast.unparse(node.test):
        return True
    if isinstance(parent, ast.FunctionDef | ast.ClassDef):
        return node in parent.decorator_list or node is getattr(
            parent, "returns", None)
    return isinstance(parent, ast.arg | ast.AnnAssign) \
        and node is parent.annotation


def _names(function: ast.FunctionDef) -> Names:
    """Parameters of the function, the targets of one assignment, of loops.

    `kh, kw = kernel.shape` makes it easy to write one for the other.
    """
    groups = [tuple(arg.arg for arg in function.args.args
                    if arg.arg != "self")]
    loops = []
    for node in ast.walk(function):
        if isinstance(node, ast.Tuple) and isinstance(node.ctx, ast.Store):
            groups.append(tuple(part.id for part in node.elts
                                if isinstance(part, ast.Name)
                                and part.id != "_"))
        elif isinstance(node, ast.For | ast.comprehension) \
                and isinstance(node.target, ast.Name):
            loops.append(node.target.id)
    return (*groups, tuple(dict.fromkeys(loops)))
