"""Mutants of slices, sequences, ranges and copies.

Each operator gets a site and yields other expressions for its node.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator

from grader.author.mutation.source import Site

Exprs = Iterator[ast.expr]


def slices(site: Site) -> Exprs:
    """A slice without an end, one off, or with its axes swapped."""
    node, parent = site.node, site.parent
    if isinstance(node, ast.Slice):
        lower, upper, step = node.lower, node.upper, node.step
        if lower is not None:
            yield ast.Slice(None, upper, step)
            yield from (ast.Slice(near, upper, step)
                        for near in _near(lower))
        if upper is not None:
            yield ast.Slice(lower, None, step)
            yield from (ast.Slice(lower, near, step)
                        for near in _near(upper))
        if step is not None:
            yield ast.Slice(lower, upper, None)
    elif isinstance(parent, ast.Subscript) and node is parent.slice \
            and isinstance(node, ast.Name):
        yield ast.BinOp(node, ast.Sub(), ast.Constant(1))


def _near(node: ast.expr) -> Exprs:
    """One more and one less; numbers have that from `numbers`."""
    inner = node.operand if isinstance(node, ast.UnaryOp) else node
    if not isinstance(inner, ast.Constant):
        yield ast.BinOp(node, ast.Add(), ast.Constant(1))
        yield ast.BinOp(node, ast.Sub(), ast.Constant(1))


def sequences(site: Site) -> Exprs:
    """Two neighbours of a tuple or list swapped, the last one left out."""
    node = site.node
    if not isinstance(node, ast.Tuple | ast.List) or len(node.elts) < 2:
        return
    kind, parts = type(node), node.elts
    # The order of the axes in `axis=(1, 2)` says nothing.
    is_set = isinstance(site.parent, ast.keyword) and site.parent.arg == "axis"
    for place in range(0 if is_set else len(parts) - 1):
        swapped = list(parts)
        swapped[place:place + 2] = parts[place + 1], parts[place]
        yield kind(swapped, node.ctx)
    if isinstance(node.ctx, ast.Load):
        yield kind(parts[:-1], node.ctx)
        if kind is ast.Tuple and isinstance(site.parent, ast.Return):
            yield ast.List(parts, node.ctx)


def ranges(site: Site) -> Exprs:
    """The end of a range one off; the first or last of others left out."""
    node, parent = site.node, site.parent
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) \
            and node.func.id == "range":
        for place, part in enumerate(node.args):
            for near in _near(part):
                yield ast.Call(node.func, [
                    *node.args[:place], near, *node.args[place + 1:]], [])
        if len(node.args) > 1:
            yield ast.Call(node.func, node.args[1:2], [])
    elif isinstance(parent, ast.For | ast.comprehension) \
            and node is parent.iter:
        assert isinstance(node, ast.expr)
        whole = ast.Call(ast.Name("list"), [node], [])
        one = ast.Constant(1)
        yield ast.Subscript(whole, ast.Slice(one, None))
        yield ast.Subscript(whole, ast.Slice(
            None, ast.UnaryOp(ast.USub(), one)))


def copies(site: Site) -> Exprs:
    """The thing itself for a copy of it: `row` for `row[:]`."""
    node = site.node
    if isinstance(node, ast.Subscript) and isinstance(node.slice, ast.Slice) \
            and ast.unparse(node.slice) == ":":
        yield node.value
    elif isinstance(node, ast.ListComp) and len(node.generators) == 1:
        loop = node.generators[0]
        if not loop.ifs and ast.unparse(loop.target) == ast.unparse(node.elt):
            yield loop.iter
