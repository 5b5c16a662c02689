"""Mutants of whole statements: left out, or with another end.

Each operator gets a site and yields a statement or expression for its node.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator

from grader.author.mutation.expressions import ARITHMETIC
from grader.author.mutation.source import Site


def left_out(site: Site) -> Iterator[ast.stmt]:
    """A statement that is not done; a value that was set stays as it was."""
    node = site.node
    if isinstance(node, ast.Break):
        yield ast.Continue()
    elif isinstance(node, ast.Continue):
        yield ast.Break()
    elif _can_go(site):
        yield ast.Pass()


def _can_go(site: Site) -> bool:
    """Whether the program goes on in another way without this statement."""
    node = site.node
    if isinstance(node, ast.Return):
        # At the end of a function it is what `return None` is.
        return site.function is not None \
            and node is not site.function.body[-1]
    if isinstance(node, ast.Assign):
        return _is_known_before(site)
    return isinstance(node, ast.Expr | ast.AugAssign | ast.Raise | ast.For
                      | ast.While | ast.Delete)


def _is_known_before(site: Site) -> bool:
    """Whether the assigned thing has a value without the assignment too."""
    assert isinstance(site.node, ast.Assign)
    target = site.node.targets[0]
    if isinstance(target, ast.Subscript):
        return True
    if not isinstance(target, ast.Name) or site.function is None:
        return isinstance(target, ast.Attribute)
    known = {arg.arg for arg in site.function.args.args}
    known |= {part.id for part in ast.walk(site.function)
              if isinstance(part, ast.Name)
              and isinstance(part.ctx, ast.Store)
              and part.lineno < site.node.lineno}
    return target.id in known


def counted_otherwise(site: Site) -> Iterator[ast.stmt]:
    """`+=` becomes `-=`, or a plain `=`."""
    node = site.node
    if isinstance(node, ast.AugAssign):
        for other in ARITHMETIC.get(type(node.op), ()):
            yield ast.AugAssign(node.target, other(), node.value)
        yield ast.Assign([node.target], node.value, lineno=0)


def returned(site: Site) -> Iterator[ast.expr]:
    """Nothing is returned, or a tuple for a list."""
    node, parent = site.node, site.parent
    if isinstance(parent, ast.Return) and isinstance(node, ast.expr):
        if not isinstance(node, ast.Constant):
            yield ast.Constant(None)
        if isinstance(node, ast.List | ast.ListComp):
            yield ast.Call(ast.Name("tuple"), [node], [])
        if isinstance(node, ast.Name):
            yield ast.List([node], ast.Load())


def next_guard(site: Site) -> ast.If | None:
    """The guard that stands behind this one: their order may matter."""
    body = getattr(site.parent, "body", [])
    if not isinstance(site.node, ast.If) or site.node not in body:
        return None
    behind = body[body.index(site.node) + 1:][:1]
    return behind[0] if behind and isinstance(behind[0], ast.If) else None
