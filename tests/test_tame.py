"""Which texts may share a process: those that can reach nobody."""

import ast
import math
import textwrap
import types
from pathlib import Path

import numpy as np
import pytest

from grader.tame import (ATTRIBUTES, DANGEROUS, FIELDS, HARMLESS, MOST_NODES,
                         is_tame)

ROOT = Path(__file__).resolve().parent.parent


def tame(text):
    return is_tame(ast.parse(text))


def body(line):
    """A function with one line."""
    return f"import numpy as np\n\n\ndef f(x, *more, **named):\n    {line}\n"


@pytest.mark.parametrize("folder", [
    "0x00-linear_algebra", "0x02-calculus", "0x04-convolutions_and_pooling"])
def test_solutions_without_figures_are_tame(folder):
    tasks = [path for path in (ROOT / folder).glob("*.py")
             if not path.name.endswith("-main.py")]
    wild = [path.name for path in tasks if not tame(path.read_text())]
    assert tasks and wild == []


@pytest.mark.parametrize("text", [
    'if __name__ == "__main__":\n    print(1)\n',
    "from __future__ import annotations\nfrom typing import List\n",
    "from math import sqrt\nimport math, numpy\n",
    body("return [len(row) for row in x if isinstance(row, list)]"),
    body("return x.T @ np.linalg.inv(x)"),
    body("return f'{x:>{len(more)}} {named!r}'"),
    body("return (lambda y: y + 1)(x) if x else {**named}"),
    body("global kept; kept = x; del x[0]; x[1:] = more"),
    body("return isinstance(x, np.ndarray) or isinstance(x, (list, "
         "np.ndarray))"),
    "import numpy as np\ndef f(x: np.ndarray) -> np.ndarray:\n    return x\n",
    body("raise TypeError('no') from None"),
    body("return np.pad(x, ((0, 0), (1, 1)), 'constant')"),
    body("return np.pad(x, 1, mode='constant', constant_values=0)"),
    body("return np.pad(x, 1)"),
    body("return sorted(map(abs, x), key=lambda y: -y)"),
])
def test_plain_text_is_tame(text):
    assert tame(text)


def in_class(lines, after=""):
    """A class with these lines, and a line behind it."""
    return ("import numpy as np\n\n\nclass A:\n    'Doc.'\n    e = -2.7\n"
            f"{textwrap.indent(lines, '    ')}\n{after}\n")


INIT = "def __init__(self, x, n=1.):\n    self.x = x\n"


def test_classes_of_the_course_are_tame():
    tasks = [path for path in (ROOT / "0x03-probability").glob("*.py")
             if "class " in path.read_text()]
    assert len(tasks) >= 5
    assert [path.name for path in tasks if not tame(path.read_text())] == []


@pytest.mark.parametrize("text", [
    "class A:\n    pass\n", "class A(object):\n    x = [2, 'a']\n",
    in_class(INIT), in_class(INIT, "def f(x):\n    return A(x)"),
    in_class(INIT, "def f(x):\n    return isinstance(x, A)"),
    in_class(INIT + "def save(self):\n    self.x += self.e\n"
                    "    return self.save"),
    in_class("def f(self: np.ndarray, x: int = 3) -> float:\n"
             "    self.mean, self.x = x, 1\n    return self.mean.sum()"),
    in_class("@staticmethod\ndef twice(n):\n    return 2 * n\n"
             "def f(self):\n    return self.twice(3)"),
    in_class(INIT + "def f(self):\n    return [y * self.x for y in self.x]"),
    body("return 'no {} {0!r} {x:.3f} {{}}'.format(x)"),
])
def test_plain_class_is_tame(text):
    assert tame(text)


@pytest.mark.parametrize("text", [
    # methods as plain functions, which take anything for their `self`
    in_class(INIT, "A.x"), in_class(INIT, "B = A"), in_class(INIT, "f(A)"),
    in_class(INIT, "A.mean(np)"), in_class(INIT, "[A][0].sum(np)"),
    in_class(INIT, "A.x = 1"), in_class(INIT, "def f(x=A):\n    pass"),
    in_class(INIT, "def f(x) -> A:\n    pass"), in_class(INIT, "A().x = 1"),
    in_class(INIT, "isinstance(A, A)"), in_class(INIT, "isinstance(A.x, A)"),
    in_class(INIT + "def f(self, g=__init__):\n    g(np, 1)"),
    in_class("def f(self):\n    self.x = 1\ndef g(self, h=f):\n    h(np)"),
    in_class("def f(self):\n    self.x = 1\ndef g(self, h: f(np)):\n    h"),
    in_class("def f(self):\n    self.x = 1\ndef g(self) -> f(np):\n    h"),
    in_class("def f(self):\n    self.x = 1\nf(np)"),
    in_class("def f(self):\n    self.x = 1\ny = f(np)"),
    in_class("def f(self):\n    self.x = 1\ny = [f]"),
    in_class("def f(self):\n    self.x = 1\nfor y in [1]:\n    f(np)"),
    in_class("@keep\ndef f(self):\n    self.x = 1"),
    in_class("@staticmethod\ndef f(self):\n    self.x = 1"),
    in_class("@staticmethod\n@keep\ndef f(n):\n    n"),
    in_class("@classmethod\ndef f(self):\n    self.x = 1"),
    in_class("@property\ndef f(self):\n    self.x = 1"),
    # names of Python that a class is made with, with another meaning
    in_class(INIT).replace("class A", "from numpy import float64 as object\n"
                           "class A(object)"),
    "def f():\n    pass\n@f\ndef object():\n    pass\n"
    "class A(object):\n    pass\n",
    "from numpy import vectorize as staticmethod\n"
    + in_class("@staticmethod\ndef f(n):\n    n"),
    "def f():\n    global object\n    def object():\n        pass\n",
    "try:\n    pass\nexcept ValueError as object:\n    pass\n",
    "try:\n    pass\nexcept ValueError as __builtins__:\n    pass\n",
    in_class("def staticmethod(self):\n    self.x = 1\n    return self"),
    in_class("@staticmethod\ndef staticmethod(n):\n    return n"),
    # `self` with another meaning
    in_class("def f(self, x: self.f2py):\n    self.f2py = 1"),
    in_class("def f(self) -> self.f2py:\n    self.f2py = 1"),
    in_class("def f(self):\n    self = np\n    self.x = 1"),
    in_class("def f(self):\n    for self in [np]:\n        self.x = 1"),
    in_class("def f(self):\n    [0 for self in [np]]\n    self.x = 1"),
    in_class("def f(self):\n    (self := np)\n    self.x = 1"),
    in_class("def f(self):\n    def g(self):\n        self.x = 1\n    g(np)"),
    in_class("def f(self):\n    def g():\n        global self\n"
             "        self.x = 1"),
    in_class("def f(self):\n    import numpy as self\n    self.x = 1"),
    in_class("def f(self):\n    try:\n        pass\n"
             "    except ValueError as self:\n        self.x = 1"),
    in_class("def f(self):\n    def self():\n        pass\n    self.x = 1"),
    in_class("def f(*self):\n    self.x = 1"),
    in_class("def f(this):\n    this.x = 1"),
    in_class("def f(x, self):\n    self.x = 1"),
    in_class(INIT, "self = np\nself.x = 1"),
    in_class(INIT, "def f(self):\n    self.x = 1"),
    # attributes that lead elsewhere
    in_class("def f(self):\n    self.__class__ = 1"),
    in_class("def f(self):\n    return self.__class__"),
    in_class("def f(self):\n    return self.other"),
    in_class("def f(self):\n    self.x.y = 1"),
    in_class("def f(self):\n    self.save = np\n    self.save.save('x')"),
    in_class("def f(self):\n    del self.x"),
    in_class("def __del__(self):\n    pass"),
    in_class("def __getattr__(self, name):\n    pass"),
    in_class("def __eq__(self, other):\n    return True"),
    in_class("__slots__ = ('x',)"), in_class("x: int = 3"),
    in_class("def isinstance(self, x):\n    pass"),
    in_class("class B:\n    pass"),
    "class A(list):\n    pass\n", "class A(metaclass=f):\n    pass\n",
    "@f\nclass A:\n    pass\n", "open('x')\nclass open:\n    pass\n",
    "def f():\n    class A:\n        pass\n", "class isinstance: pass\n",
    "if 1:\n    class A:\n        pass\n", "class __A:\n    pass\n",
    in_class(INIT, "def A(x):\n    pass"), in_class(INIT, "A = np"),
    in_class(INIT, "import numpy as A"), in_class(INIT, "lambda A: A()"),
    body("return '{0.T}'.format(x)"), body("return '{0[1]}'.format(x)"),
    body("return '{:{x.T}}'.format(x, x=x)"), body("return x.format(x)"),
    body("return '{'.format(x)"), body("return str.format('{}', x)"),
])
def test_class_that_could_reach_further_is_wild(text):
    assert not tame(text)


@pytest.mark.parametrize("line", [
    # Python's own doors
    "open('x')", "eval('1')", "exec('1')", "compile('1', '', 'eval')",
    "getattr(x, 'a')", "setattr(x, 'a', 1)", "delattr(x, 'a')", "vars(x)",
    "globals()", "locals()", "dir(x)", "input()", "exit()", "breakpoint()",
    "__import__('os')", "__builtins__", "__loader__", "type('A', (), {})",
    "object()", "super()", "memoryview(x)", "id(x)", "hash(x)", "help()",
    "__debug__", "raise SystemExit", "raise KeyboardInterrupt",
    "raise MemoryError", "classmethod(f)", "property(f)", "callable(x)",
    # attributes that lead elsewhere, or change something there
    "f.__globals__", "x.__class__", "x.__array_interface__", "f.__code__",
    "'{0.__class__}'.format(x)", "''.format_map(named)", "x.gi_frame",
    "np.save('x', x)", "np.load('x')", "np.fromfile('x')", "x.tofile('x')",
    "np.set_printoptions(precision=2)", "np.seterr(all='raise')",
    "np.random.seed(0)", "np.lib.npyio", "np.ctypeslib", "np.memmap('x')",
    "np.typecodes['x']", "np.empty(3)", "np.testing", "np.f2py", "np.test()",
    "np.frombuffer(x)", "x.view(int)", "x.setflags(write=1)", "x.ctypes",
    "np.finfo(x)", "np.show_config()", "x.data", "np.setbufsize(1)",
    # memory as an array, and numbers as objects
    "np.ndarray((1,), 'O', np.array([1 << 20]))", "y = np.ndarray",
    "isinstance(np.ndarray, x)", "isinstance(x, [np.ndarray])",
    "isinstance(x, (y := np.ndarray))", "isinstance(x, np.ndarray(x))",
    "isinstance = more[0]; isinstance(x, np.ndarray)", "f(x, np.ndarray)",
    "isinstance(x, np.ndarray.sort)", "x.isinstance(x, np.ndarray)",
    "(lambda isinstance: isinstance(x, np.ndarray))(f)",
    "[isinstance(x, np.ndarray) for isinstance in more]",
    # memory as it was before
    "np.sqrt(x, where=False)", "np.divide(x, x, where=x != 0)",
    "np.sqrt(x, **named)", "np.pad(x, 1, mode='empty')",
    "np.pad(x, 1, 'empty')", "np.pad(x, 1, mode=more[0])",
    "np.pad(x, *more)", "np.pad(x, 1, 'emp' 'ty')", "y = np.pad",
    "map(np.pad, x)", "np.pad(np.pad, 1)",
    # attributes that are set
    "np.sum = x", "f.T = x", "del np.sum", "x.shape = 2, 3", "x.T += 1",
    "np.sum: int = 3", "x.a = 1",
])
def test_word_that_reaches_further_is_wild(line):
    assert not tame(body(line))


@pytest.mark.parametrize("text", [
    "import os", "import numpy.lib", "import sys as math", "import random",
    "from numpy import *", "from numpy import save", "from . import math",
    "from numpy.linalg import inv", "from os import path", "import matplotlib",
    "import numpy as __builtins__", "from math import pi as __builtins__",
    "from typing import get_type_hints", "import across",
    "async def f():\n    pass\n",
    "def __getattr__(name):\n    return 1\n",
    "def isinstance(x, kind):\n    return kind(x)\n",
    "from math import floor as isinstance", "def f(*isinstance): pass\n",
    "with f():\n    pass\n", "match 1:\n    case _:\n        pass\n",
    "__name__.x = 1", "__file__", "__all__ = []", "@open\ndef f():\n    pass",
    "def f(x=open):\n    pass\n", "def f(x: open):\n    pass\n",
    "def f() -> open:\n    pass\n", "lambda x=open: x",
    "def f():\n    yield 1\n", "x = [open for i in 1]",
    "for np.sum in [1]:\n    pass\n", "[1 for np.sum in [1]]",
    "try:\n    pass\nexcept open:\n    pass\n",
    "try:\n    pass\nexcept* ValueError:\n    pass\n",
    "global __builtins__\n__builtins__ = {}\n", "f'{open}'", "f'{1:{open}}'",
    "x = {open: 1}", "x = {**open}", "x[open]", "x[open:]", "f(*open)",
    "f(x=open)", "assert open", "assert 1, open", "del open", "1 < open",
    "1 if open else 2",
])
def test_other_ways_out_are_wild(text):
    assert not tame(text)


def test_type_parameters_are_wild_where_python_has_them():
    try:
        tree = ast.parse("def f[T: print](x):\n    return x\n")
    except SyntaxError:
        node = ast.parse("def f(x):\n    return x\n")
        node.body[0].type_params = [ast.Name("open", ast.Load())]
        tree = node
    assert not is_tame(tree)


def test_endless_text_is_wild():
    assert tame("x = 1\n" * (MOST_NODES // 4))
    assert not tame("x = 1\n" * MOST_NODES)


def test_every_field_that_may_hold_a_node_is_followed():
    """A field that is not followed must not be able to hold a node."""
    texts = {"ctx", "op", "ops", "id", "attr", "name", "module", "level",
             "asname", "type_comment", "type_ignores", "kind", "conversion",
             "simple", "is_async", "type_params"}
    words = {ast.Global: {"names"}, ast.Nonlocal: {"names"},
             ast.arg: {"arg"}, ast.keyword: {"arg"},
             ast.Constant: {"value"},
             ast.ClassDef: {"bases", "keywords", "decorator_list"}}
    for kind, fields in FIELDS.items():
        left = set(kind._fields) - set(fields) - texts
        assert left == words.get(kind, set()), kind


def test_no_attribute_leads_to_a_module_or_a_door():
    owners = [np, np.linalg, math, [], "", {}, set(), 1.5, np.ones((2, 2)),
              np.add, lambda: 0, ValueError("x"), np.float64(1)]
    found = {name: getattr(owner, name) for name in ATTRIBUTES
             for owner in owners if hasattr(owner, name)}
    modules = {name for name, value in found.items()
               if isinstance(value, types.ModuleType)}
    assert modules == {"linalg"}
    kept = {name for name, value in found.items()
            if isinstance(value, (dict, list, types.FrameType))}
    assert kept == set()


def test_names_of_python_are_either_harmless_or_dangerous():
    assert {"open", "eval", "__import__", "type", "object"} <= DANGEROUS
    assert not (HARMLESS | ATTRIBUTES) & DANGEROUS
    assert all(not name.startswith("_") for name in HARMLESS | ATTRIBUTES)
