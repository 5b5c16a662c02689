"""Files that Python or pytest would load by themselves."""

from .case import RIGHT_BODY, Attack, at_import, function

CATEGORY = "import tricks"

MARK = "open('$OUTSIDE/mark', 'a').write('loaded')\n"
TRAP = MARK + "raise RuntimeError('a file of the submission was loaded')\n"
WRONG = "return [0 for row in matrix]"


def traps(*names: str, text: str = TRAP) -> dict[str, str]:
    """The same text in the folder of the task and above it."""
    return ({name: text for name in names}
            | {"../" + name: text for name in names})


LIAR = ("def sum(*words, **more): return 0\n"
        "def __getattr__(name): return lambda *words, **more: True\n")

ATTACKS = [
    Attack("conftest.py", function(WRONG), files=traps(
        "conftest.py", text="import pytest\n" + TRAP)),
    Attack("pytest.ini and its friends", function(WRONG), files=traps(
        "pytest.ini", "tox.ini", "setup.cfg", ".pytest.ini",
        text="[pytest]\naddopts = --co -p no:terminal\n")),
    Attack("pyproject.toml", function(WRONG), files=traps(
        "pyproject.toml", text="[tool.pytest.ini_options]\n"
                               "addopts = ['--collect-only']\n")),
    Attack("sitecustomize.py and usercustomize.py", function(WRONG),
           files=traps("sitecustomize.py", "usercustomize.py")),
    Attack("files of paths", function(WRONG), files=traps(
        "x.pth", "distutils-precedence.pth", text="import os; " + MARK)),
    Attack("pyvenv.cfg", function(WRONG), files=traps(
        "pyvenv.cfg", text="home = $OUTSIDE\n")),
    Attack("numpy.py", function("import numpy\n" + WRONG),
           files=traps("numpy.py", "numpy/__init__.py")),
    Attack("random.py and json.py", function(
        "import random, json\n" + WRONG),
        files=traps("random.py", "json.py", "types.py", "encodings.py")),
    Attack("msgspec.py and grader.py", function(WRONG), files=traps(
        "msgspec.py", "grader.py", "grader/__init__.py", "pycodestyle.py")),
    Attack("builtins.py and sys.py", function(WRONG), files=traps(
        "builtins.py", "sys.py", "importlib.py", "__main__.py")),
    Attack("a test of its own that passes", function(WRONG), files=traps(
        "test_mine.py", "0-sum_rows_test.py",
        text=MARK + "def test_it(): pass\n")),
    Attack("compiled files", function(WRONG), files=traps(
        "__pycache__/0-sum_rows.cpython-311.pyc",
        "1-double_rows.pyc")),
    Attack("a neighbour that lies as numpy", function(
        "import liar as np\nreturn [np.sum(row) for row in matrix]"),
        files={"liar.py": LIAR}),
    Attack("a neighbour that ends the process", at_import("import bomb"),
           files={"bomb.py": "import os\nos._exit(0)\n"}),
    Attack("a neighbour that imports itself for ever", at_import(
        "import ring"), files={"ring.py": "import ring2\n",
                               "ring2.py": "import importlib, ring\n"
                               "importlib.reload(ring)\n"}),
    Attack("a module made in the working folder", at_import(
        "import sys\nsys.path.insert(0, '.')\n"
        "open('made.py', 'w').write('VALUE = [3, 7]')\nimport made",
        "return made.VALUE"), most=2.8),
    Attack("variables for Python and the loader", at_import(
        "import os\n"
        "for name in ('PYTHONPATH', 'PYTHONSTARTUP', 'PYTHONINSPECT',\n"
        "             'LD_PRELOAD', 'LD_LIBRARY_PATH', 'PATH', 'HOME'):\n"
        "    os.environ[name] = '$OUTSIDE'\n", WRONG)),
    Attack("a library of C made in the working folder", at_import(
        "import ctypes\nopen('x.so', 'wb').write(b'\\x7fELF' + bytes(60))\n"
        "ctypes.CDLL('./x.so')")),
    Attack("its own name as __main__ and as a package", at_import(
        "__name__ = '__main__'\n__package__ = 'grader.sandbox'\n"
        "__path__ = ['$GRADER']\nfrom . import child, judge\n")),
    Attack("numpy without an import where it is forbidden", function(
        "return __builtins__['__import__']('numpy').sum(matrix, 1).tolist()"
    ).replace("sum_rows", "strict_rows"), task="2-strict_rows"),
    Attack("numpy in letters that only look different", function(
        "return np.sum(matrix, axis=1).tolist()",
        "import \uff4eum\uff50y as np").replace("sum_rows", "strict_rows"),
        task="2-strict_rows"),
    Attack("numpy by a finder of its own where it is forbidden", function(
        "spec = PathFinder.find_spec('num' + 'py')\n"
        "module = module_from_spec(spec)\n"
        "spec.loader.exec_module(module)\n"
        "return module.sum(matrix, axis=1).tolist()",
        "from importlib.machinery import PathFinder\n"
        "from importlib.util import module_from_spec").replace(
            "sum_rows", "strict_rows"), task="2-strict_rows"),
    Attack("numpy through a neighbour where it is forbidden", function(
        "import lender\nreturn lender.np.sum(matrix, axis=1).tolist()"
    ).replace("sum_rows", "strict_rows"), task="2-strict_rows",
        files={"lender.py": "import numpy as np\n"}),
    Attack("numpy under the guard of __main__ where it is forbidden",
           function(RIGHT_BODY, "if __name__ == '__main__':\n    pass\n"
                    "else:\n    import numpy").replace(
               "sum_rows", "strict_rows"), task="2-strict_rows"),
]
