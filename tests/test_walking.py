"""Walks over trees: the nodes of `ast.walk`, less quiet ones."""

import ast
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from source_tree import ROOT

from grader.score import exact_sum, rounded
from grader.walking import children, walk


def can_be_read(path):
    try:
        ast.parse(path.read_bytes())
    except (SyntaxError, ValueError):
        return False
    return True


FILES = sorted(path for folder in ("grader", "tests/submissions", "0x0*")
               for path in ROOT.glob(f"{folder}/**/*.py"))
TEXTS = [path.read_bytes() for path in FILES[::25]
         if can_be_read(path)]
QUIET = (ast.expr_context, ast.operator, ast.boolop, ast.unaryop, ast.cmpop)
EVERY_KIND = '''
@deco(x, *more, k=1, **named)
async def f(a: int = 1, /, b=2, *c, d=3, **e) -> str:
    global g
    async with a as b, c: await d
    async for x in y: yield x
    [1 for a in b if c async for d in e]
    match x:
        case {"a": 1, **rest} | [1, *others] | Point(0, y=1) as z if z: pass
        case None | "text" | -1: pass
    try: raise A from B
    except* (C, D) as e: pass
class A(B, metaclass=C): x: int = lambda *a: (yield from b)
with a: del b.c[1:2, ...], d
import a.b as c, d
from . import e as f
while (n := 1): assert not n, f"{n!r:>{w}}"
'''


@pytest.mark.parametrize("text", [
    EVERY_KIND, *TEXTS])
def test_nodes_are_those_of_the_library_in_its_order(text):
    tree = ast.parse(text)
    assert walk(tree) == [node for node in ast.walk(tree)
                          if not isinstance(node, QUIET)]
    for node in ast.walk(tree):
        assert children(node) == [
            child for child in ast.iter_child_nodes(node)
            if not isinstance(child, QUIET)]


@given(st.lists(st.fractions() | st.integers()))
def test_sum_is_exact(numbers):
    assert exact_sum(numbers) == sum(numbers, Fraction(0))


@given(st.fractions(min_value=0, max_value=10_000))
def test_points_have_two_decimals_half_up(points):
    assert rounded(points) == float(
        Fraction((points * 200 + 1) // 2, 100))
