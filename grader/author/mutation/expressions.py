"""Mutants of arithmetic, comparisons, conditions, constants and names.

Each operator gets a site and yields other expressions for its node.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator

from grader.author.mutation.source import Site

Exprs = Iterator[ast.expr]

ARITHMETIC: dict[type[ast.operator], tuple[type[ast.operator], ...]] = {
    ast.Add: (ast.Sub, ast.Mult), ast.Sub: (ast.Add,),
    ast.Mult: (ast.Add, ast.Div), ast.Div: (ast.Mult, ast.FloorDiv),
    ast.FloorDiv: (ast.Mult, ast.Div), ast.Mod: (ast.Mult, ast.FloorDiv),
    ast.Pow: (ast.Mult,), ast.MatMult: (ast.Mult,)}
COMPARISONS: dict[type[ast.cmpop], tuple[type[ast.cmpop], ...]] = {
    ast.Lt: (ast.LtE, ast.GtE), ast.LtE: (ast.Lt, ast.Gt),
    ast.Gt: (ast.GtE, ast.LtE), ast.GtE: (ast.Gt, ast.Lt),
    ast.Eq: (ast.NotEq, ast.LtE, ast.GtE),
    ast.NotEq: (ast.Eq, ast.Lt, ast.Gt),
    ast.Is: (ast.IsNot,), ast.IsNot: (ast.Is,),
    ast.In: (ast.NotIn,), ast.NotIn: (ast.In,)}


def arithmetic(site: Site) -> Exprs:
    """Another operator, or one side alone."""
    node = site.node
    if isinstance(node, ast.BinOp):
        for other in ARITHMETIC.get(type(node.op), ()):
            yield ast.BinOp(node.left, other(), node.right)
        yield node.left
        yield node.right
    elif isinstance(node, ast.UnaryOp):
        yield node.operand


def comparisons(site: Site) -> Exprs:
    """Strict for not strict, the opposite, one side only of unequal."""
    node = site.node
    if isinstance(node, ast.Compare):
        for place, operator in enumerate(node.ops):
            for other in COMPARISONS[type(operator)]:
                yield ast.Compare(node.left, [
                    *node.ops[:place], other(), *node.ops[place + 1:]],
                    node.comparators)


def conditions(site: Site) -> Exprs:
    """Other words between conditions, one of them alone, none at all."""
    node, parent = site.node, site.parent
    if isinstance(node, ast.BoolOp):
        other = ast.Or() if isinstance(node.op, ast.And) else ast.And()
        yield ast.BoolOp(other, node.values)
        yield from _all_but_one(node)
    if isinstance(parent, ast.If) and node is parent.test:
        yield from _opposite(node)
        yield ast.Constant(False)
        yield ast.Constant(True)
    elif isinstance(parent, ast.While) and node is parent.test:
        yield ast.Constant(False)
    elif isinstance(parent, ast.comprehension) and node in parent.ifs:
        yield from _opposite(node)
        yield ast.Constant(True)
    if isinstance(node, ast.IfExp):
        yield node.body
        yield node.orelse


def _all_but_one(node: ast.BoolOp) -> Exprs:
    for place in range(len(node.values)):
        rest = node.values[:place] + node.values[place + 1:]
        yield rest[0] if len(rest) == 1 else ast.BoolOp(node.op, rest)


def _opposite(node: ast.AST) -> Exprs:
    """Not so; other operators turn `not` and comparisons round already."""
    assert isinstance(node, ast.expr)
    is_single = isinstance(node, ast.Compare) and len(node.ops) == 1
    if not is_single and not isinstance(node, ast.UnaryOp):
        yield ast.UnaryOp(ast.Not(), node)


def numbers(site: Site) -> Exprs:
    """One more, one less, a float that is a little off, True for False."""
    node = site.node
    if not isinstance(node, ast.Constant):
        return
    value = node.value
    if isinstance(value, bool):
        yield ast.Constant(not value)
    elif isinstance(value, int):
        yield ast.Constant(value + 1)
        yield ast.Constant(value - 1)
    elif isinstance(value, float):
        yield ast.Constant(round(value + 1, 12))
        yield ast.Constant(round(value * 1.01, 12))
        yield ast.Constant(float(f"{value:.4g}"))
    elif value is None:
        yield ast.Constant(0)


def names(site: Site) -> Exprs:
    """A name for another that was bound beside it."""
    node = site.node
    if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load):
        others = {other for group in site.names if node.id in group
                  for other in group if other != node.id}
        for other in sorted(others):
            yield ast.Name(other, ast.Load())
