"""Rules on imports: every form that text can show, and what it hides."""

import hashlib

import pytest

from grader.libraries import is_library
from grader.model import SourceFile
from grader.rules import check_rules


def check(rule, text, siblings=None):
    data = text.encode()
    source = SourceFile("a.py", data, hashlib.sha256(data).hexdigest(), True)
    return check_rules(source, (rule,), siblings or {})


def broken(rule, text, siblings=None):
    result = check(rule, text, siblings)
    assert result.kept == 1 - bool(result.broken)
    assert len(result.findings) == len(result.broken)
    return bool(result.broken)


def sentence(rule, text, siblings=None):
    finding, = check(rule, text, siblings).findings
    assert finding.part == "rules"
    return finding.text


IMPORTS_OF_NUMPY = [
    "import numpy\n", "import numpy as np\n", "import math, numpy\n",
    "import numpy.linalg\n", "import numpy.linalg as la\n",
    "from numpy import array\n", "from numpy import *\n",
    "from numpy.linalg import det as d\n",
    'np = __import__("numpy")\n', '__import__("numpy").zeros(3)\n',
    '__import__("numpy.linalg")\n', '__import__(name="numpy")\n',
    'import importlib\nnp = importlib.import_module("numpy")\n',
    'from importlib import import_module as im\nnp = im("numpy")\n',
    'import builtins\nbuiltins.__import__("numpy")\n',
    'import importlib\nimportlib.__import__("numpy")\n',
    'import sys\nnp = sys.modules["numpy"]\n',
    'from sys import modules as m\nnp = m["numpy"]\n',
    "def f():\n    import numpy\n",
    "try:\n    import numpy\nexcept ImportError:\n    pass\n",
    "if True:\n    import numpy\n",
    "class C:\n    import numpy\n",
]


@pytest.mark.parametrize("text", IMPORTS_OF_NUMPY)
@pytest.mark.parametrize("rule", ["no imports", "never numpy",
                                  "imports: fractions"])
def test_every_form_of_import_breaks_the_rule(rule, text):
    assert broken(rule, text)


DARK = [
    "np = __import__(name)\n", 'np = __import__("num" + "py")\n',
    'np = __import__(f"nump{y}")\n', "f = __import__\n", "__import__()\n",
    'getattr(__builtins__, "__imp" + "ort__")\n', "__builtins__\n",
    'exec("import numpy")\n', 'eval("1")\n', 'compile("1", "", "exec")\n',
    "run = exec\n", 'globals()["__builtins__"]\n',
    "f.__globals__\n", "().__class__.__base__.__subclasses__()\n",
    "import_ = __loader__.load_module\n", "__spec__.loader\n",
    "from . import numpy\n", "from .numpy import array\n",
    'x = vars()["__import__"]\n',
]


@pytest.mark.parametrize("text", DARK)
@pytest.mark.parametrize("rule", ["no imports", "never numpy",
                                  "imports: numpy"])
def test_hidden_import_breaks_every_rule_on_imports(rule, text):
    assert broken(rule, text)
    assert "hides what is imported" in sentence(rule, text)


@pytest.mark.parametrize("text", DARK)
def test_hidden_import_is_no_business_of_other_rules(text):
    assert not broken("no loops", text)


@pytest.mark.parametrize("text", [
    'import importlib\nimportlib.import_module(name)\n',
    "import sys\nsys.modules[name]\n",
])
def test_module_named_by_a_variable_breaks_the_rule_never(text):
    assert broken("never numpy", text)


@pytest.mark.parametrize("text", [
    "x = 1\n", "from __future__ import annotations\n", "",
    "# import numpy\n", '"""import numpy"""\n', 'x = "import numpy"\n',
    'x = "__import__ is a function"\n',
    "numpy = 3\nx = numpy + 1\n", "def compile(x):\n    return compile(x)\n",
    "def f(eval):\n    return eval(3)\n", "x.compile()\n", "x.eval\n",
    'if __name__ == "__main__":\n    import numpy\n',
    'if __name__ is "__main__":\n    m = __import__("0-task").f\n',
])
def test_text_without_imports_keeps_the_rules(text):
    assert not broken("no imports", text)
    assert not broken("never numpy", text)


def test_code_under_a_false_guard_counts():
    assert broken("no imports", '__name__ = "__main__"\n'
                                'if __name__ == "__main__":\n'
                                "    import numpy\n")


# --- "imports: ..."

@pytest.mark.parametrize("rule,text,expected", [
    ("imports: numpy", "import numpy as np\n", False),
    ("imports: numpy", "import numpy.linalg\n", False),
    ("imports: numpy", "from numpy.linalg import inv\n", False),
    ("imports: numpy", "from numpy import *\n", False),
    ("imports: numpy", '__import__("numpy")\n', False),
    ("imports: numpy", "import numpy as np\nx = np.linalg.inv(m)\n", False),
    ("imports: numpy", "import math\n", True),
    ("imports: numpy", "import numpy, math\n", True),
    ("imports: numpy", "import numpyro\n", True),
    ("imports: numpy, math", "import math\n", False),
    ("imports: scipy.special", "from scipy import special\n", False),
    ("imports: scipy.special", "import scipy.special as s\n", False),
    ("imports: scipy.special", "from scipy.special import beta\n", False),
    ("imports: scipy.special", "from scipy import stats\n", True),
    ("imports: scipy.special", "from scipy import math, special\n", True),
    ("imports: scipy.special", "import scipy\n", True),
])
def test_only_named_modules_are_allowed(rule, text, expected):
    assert broken(rule, text) is expected


# --- "never numpy.cov"

@pytest.mark.parametrize("text", [
    "import numpy\nnumpy.cov(x)\n",
    "import numpy as n\nn.cov(x)\n",
    "from numpy import cov\n", "from numpy import cov as c\nc(x)\n",
    "from numpy import *\ncov(x)\n",
    "import numpy as np\nf = np.cov\nf(x)\n",
    "import numpy as np\ndef f(x, c=np.cov):\n    return c(x)\n",
    "import numpy as np\nm = np\nm.cov(x)\n",
    "import numpy as np\nb = a\na = np\nb.cov(x)\n",
    "import numpy as np\na, b = np, 1\na.cov(x)\n",
    "import numpy as np\n(m := np).cov(x)\nm.cov(x)\n",
    "import numpy as np\nm: object = np\nm.cov(x)\n",
    'import numpy as np\ngetattr(np, "cov")(x)\n',
    'import numpy as np\nnp.__dict__["cov"](x)\n',
    'import numpy as np\nvars(np)["cov"](x)\n',
    '__import__("numpy").cov(x)\n',
    'import sys, numpy\nsys.modules["numpy"].cov(x)\n',
    'import importlib\nimportlib.import_module("numpy").cov(x)\n',
    "import numpy as np\nnp.lib.function_base.cov(x)\n",
    "from numpy.lib.function_base import cov\n",
    "import numpy as np\nwith f() as g:\n    x = [np.cov(y) for y in z]\n",
])
def test_forbidden_function_is_seen_through_names(text):
    assert broken("never numpy.cov", text)


@pytest.mark.parametrize("text", [
    "import numpy as np\nnp.mean(x)\n",
    "def cov(x):\n    return x\ncov(1)\n",
    "from numpy import *\ndef cov(x):\n    return x\ncov(1)\n",
    "from numpy import *\ncov = 3\nx = cov\n",
    "import numpy as np\ncov = np.mean(x)\ncov + 1\n",
    "import numpy as np\nself.cov\nx.cov()\n",
    "import mine\nmine.cov(x)\n",
    'import numpy as np\nx = "np.cov"  # np.cov\n',
    "import numpy as np\nnp.covariance\n",
    'if __name__ == "__main__":\n    import numpy\n    numpy.cov(x)\n',
])
def test_own_or_other_function_of_that_name_is_allowed(text):
    assert not broken("never numpy.cov", text)


@pytest.mark.parametrize("text,expected", [
    ("import numpy as np\nnp.linalg.eig(x)\n", True),
    ("from numpy.linalg import eig\n", True),
    ("from numpy import linalg\n", True),
    ("import numpy as np\nla = np.linalg\n", True),
    ("import numpy as np\nnp.matmul(x, y)\n", False),
    ("import numpy as np\nx @ y\n", False),
])
def test_part_of_a_library_can_be_forbidden(text, expected):
    assert broken("never numpy.linalg", text) is expected


# --- neighbours

@pytest.mark.parametrize("text", [
    "import determinant\n", "from determinant import determinant as d\n",
    'd = __import__("0-determinant").determinant\n',
    'import determinant\nx = determinant.determinant(m)\n',
    "from determinant import *\n",
])
@pytest.mark.parametrize("rule", ["no imports", "imports: numpy",
                                  "never numpy"])
def test_neighbour_may_be_imported(rule, text):
    siblings = {"determinant": b"def determinant(m):\n    return 1\n",
                "0-determinant": b"determinant = abs\n"}
    assert not broken(rule, text, siblings)


def test_module_that_is_no_neighbour_may_not():
    assert broken("no imports", "import determinant\n", {"minor": b""})


def test_what_a_neighbour_imports_counts_too():
    siblings = {"mine": b"x = 1\nimport other\n",
                "other": b"import mine\n\nimport numpy as np\n"}
    result = check("never numpy", "import mine\n", siblings)
    assert result.broken == ("never numpy",)
    finding, = result.findings
    assert "`import numpy` on line 3 of your `other.py`" in finding.text
    assert finding.line == 0


@pytest.mark.parametrize("text", ["import numpy\n",
                                  "from numpy import cov\n"])
def test_neighbour_that_is_not_imported_does_not_count(text):
    assert not broken("no imports", "x = 1\n", {"mine": text.encode()})


@pytest.mark.parametrize("data", [b"def\n", b"\0", b"(" * 9000])
def test_neighbour_that_is_no_python_costs_nothing(data):
    assert not broken("no imports", "import mine\n", {"mine": data})


def test_neighbour_named_like_a_library_opens_no_door():
    siblings = {"numpy": b"", "math": b""}
    assert broken("no imports", "import numpy\n", siblings)
    assert broken("never numpy", "import numpy\n", siblings)
    assert broken("no imports", "import math\n", siblings)


@pytest.mark.parametrize("name,expected", [
    ("numpy", True), ("numpy.linalg", True), ("math", True), ("os", True),
    ("scipy", True), ("mine", False), ("0-task", False), ("", False),
])
def test_library_names_are_known(name, expected):
    assert is_library(name) is expected


# --- sentences

def test_finding_names_line_code_rule_and_the_way_out():
    finding, = check("no imports", "x = 1\n\nimport math\n").findings
    assert finding.code == "no-imports"
    assert finding.line == 3
    assert finding.text == (
        "`import math` on line 3: this task allows no imports.")
    assert "plain Python" in finding.hint
    assert "own files" in finding.hint


@pytest.mark.parametrize("rule,text,expected", [
    ("imports: numpy", "import math\n",
     "`import math` on line 1: this task allows only `numpy`."),
    ("imports: numpy, math", "import os\n",
     "`import os` on line 1: this task allows only `numpy` and `math`."),
    ("never numpy.cov", "import numpy as n\nx = n.cov(y)\n",
     "`n.cov` on line 2: this task does not allow `numpy.cov`."),
    ("never numpy", "from numpy import cov as c\nc(1)\n",
     "`from numpy import cov` on line 1: this task does not allow `numpy`."),
    ("no imports", 'm = __import__("math")\n',
     '`__import__("math")` on line 1: this task allows no imports.'),
    ("no imports", "m = __import__(x)\n",
     "`__import__(x)` on line 1: it hides what is imported, and this task"
     " allows no imports."),
])
def test_sentence_of_each_rule(rule, text, expected):
    assert sentence(rule, text) == expected


def test_many_imports_are_told_in_one_finding():
    text = "".join(f"import m{number}\n" for number in range(9))
    assert sentence("no imports", text) == (
        "`import m0` on line 1, `import m1` on line 2, `import m2` on line 3"
        " and 6 more: this task allows no imports.")


def test_hostile_names_are_shown_harmless():
    text = sentence("no imports", '__import__("\\x1b[2J' + "a" * 500 + '")\n')
    assert text.isprintable()
    assert len(text) < 200


@pytest.mark.parametrize("text", [
    "import numpy\nx = numpy" + ".a" * 900 + "\n",
    "import numpy\nx = numpy" + "[0]" * 900 + "\n",
    "import numpy\nx = numpy" + "()" * 900 + "\n",
    "import numpy\nx = " + "getattr(" * 90 + "numpy" + ', "a")' * 90 + "\n",
    "import numpy as a0\n" + "".join(
        f"a{number + 1} = a{number}\n" for number in range(2000)),
])
def test_endless_chain_of_names_is_no_trouble(text):
    assert broken("never numpy", text)


@pytest.mark.parametrize("code", [
    "len.__self__", "print.__self__.__dict__", "error.__traceback__",
    "(g.gi_frame for g in [])", "frame.f_back.f_globals",
    "frame.f_builtins", "t.tb_frame", 'getattr(len, "__se" + "lf__")',
    "getattr(len, name)", "list(map(getattr, [len], names))",
    'len.__getattribute__("a")'])
def test_way_to_the_callers_frames_hides_an_import(code):
    text = f"def f(frame, t, error, name, names):\n    return {code}\n"
    assert broken("no imports", text)
    assert broken("never numpy", text)


def test_pattern_that_takes_a_frame_hides_an_import():
    assert broken("no imports", "def f(x):\n    match x:\n"
                                "        case object(tb_frame=y):\n"
                                "            return y\n")


@pytest.mark.parametrize("code", [
    "getattr(self, name)", 'getattr(rows, "shape")',
    'getattr(rows, "shape", None)', "hasattr(rows, name)",
    "self.frame", "rows.f"])
def test_plain_use_of_an_attribute_hides_nothing(code):
    assert not broken("no imports", f"def f(self, rows, name):\n"
                                    f"    return {code}\n")
