"""The two files that are started with whatever Python a user has."""

import ast
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
ENTRANCES = ["grader", "tests"]
# What a Python that is too old is called on this machine, if there is one.
OLD_NAMES = ["python2.7", *(f"python3.{minor}" for minor in range(6, 11))]


def old_pythons():
    """Pythons older than 3.11: those on the path, and those of pyenv."""
    shelf = Path.home() / ".pyenv" / "versions"
    found = {shutil.which(name) for name in OLD_NAMES} - {None}
    for name in OLD_NAMES:
        version = name.removeprefix("python")
        found |= {str(path) for path in shelf.glob(f"{version}.*/bin/{name}")}
    # A shim of pyenv stands for a Python that may not be switched on.
    return sorted(path for path in found if "shims" not in path)


@pytest.mark.parametrize("entrance", ENTRANCES)
def test_entrance_can_be_read_by_python_3_6(entrance):
    text = (ROOT / entrance / "__main__.py").read_text(encoding="utf-8")
    assert ast.parse(text, feature_version=(3, 6)).body


@pytest.mark.parametrize("entrance", ENTRANCES)
def test_entrance_uses_no_word_that_python_2_7_cannot_read(entrance):
    text = (ROOT / entrance / "__main__.py").read_text(encoding="ascii")
    tree = ast.parse(text)
    newer = (ast.JoinedStr, ast.AnnAssign, ast.FunctionDef, ast.Starred,
             ast.Nonlocal, ast.NamedExpr, ast.AsyncFunctionDef)
    assert not any(isinstance(node, newer) for node in ast.walk(tree))


@pytest.mark.parametrize("entrance", ENTRANCES)
def test_old_pythons_are_told_which_one_to_take(entrance):
    for python in old_pythons():
        ran = subprocess.run([python, entrance], cwd=ROOT, text=True,
                             capture_output=True)
        assert (ran.returncode, ran.stdout) == (2, ""), python
        assert re.fullmatch(r"The \w+ needs? Python 3\.11 or newer, .*: "
                            r"install a newer one .*\n", ran.stderr), python


@pytest.mark.parametrize("entrance", ENTRANCES)
def test_entrance_asks_for_the_version_before_it_loads_anything(entrance):
    """The demand for 3.11 is the first statement after two old modules."""
    text = (ROOT / entrance / "__main__.py").read_text(encoding="utf-8")
    first = ast.parse(text).body[1:4]
    assert [ast.unparse(node).partition("\n")[0] for node in first] == [
        "import os", "import sys", "if sys.version_info < (3, 11):"]


@pytest.mark.parametrize("entrance", ENTRANCES)
def test_no_file_beside_an_entrance_has_the_name_of_a_library(entrance):
    """Python looks in this folder first until the entrance mends that."""
    names = {path.stem for path in (ROOT / entrance).iterdir()}
    assert names & sys.stdlib_module_names == set()
