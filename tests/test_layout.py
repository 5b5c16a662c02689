"""The rules of the house, measured: sizes, names, one-way imports."""

import ast
import re

import pytest
from source_tree import (CHECKS, ROOT, calls, functions, grader_modules,
                         imports, read_module)

MODULES = grader_modules()
IDS = [module.name for module in MODULES]
MOST_LINES = 250
MOST_FUNCTION_LINES = 45
MOST_PARAMETERS = 5
DRAWERS = {"utils", "common", "helpers", "base", "misc"}
STARTS = {"subprocess.Popen", "subprocess.run", "os.fork", "os.execv",
          "os.execve", "os.system", "os.posix_spawn", "os.spawnv"}
every_module = pytest.mark.parametrize("module", MODULES, ids=IDS)


def is_in(module, *packages):
    return any(module.name == name or module.name.startswith(name + ".")
               for name in packages)


@every_module
def test_file_is_at_most_250_lines_long(module):
    assert module.lines <= MOST_LINES


@every_module
def test_function_is_at_most_45_lines_long(module):
    long = [node.name for node in functions(module)
            if node.end_lineno - node.lineno + 1 > MOST_FUNCTION_LINES]
    assert long == []


@every_module
def test_function_takes_at_most_five_parameters(module):
    wide = []
    for node in functions(module):
        names = [arg.arg for arg in (node.args.posonlyargs + node.args.args
                                     + node.args.kwonlyargs)]
        if module.name == "grader.words":
            continue        # there each parameter is a word of the user
        if len([name for name in names if name != "self"]) > MOST_PARAMETERS:
            wide.append(node.name)
    assert wide == []


@every_module
def test_public_names_have_docstrings(module):
    bare = [] if ast.get_docstring(module.tree) else [module.name]
    for node in module.tree.body:
        if isinstance(node, (ast.FunctionDef, ast.ClassDef)):
            bare += _bare_names(node)
    assert bare == []


def _bare_names(node):
    """The public definition and its public methods that say nothing."""
    if node.name.startswith("_"):
        return []
    members = node.body if isinstance(node, ast.ClassDef) else []
    inner = [name for member in members
             if isinstance(member, ast.FunctionDef)
             for name in _bare_names(member)]
    return inner + ([] if ast.get_docstring(node) else [node.name])


@every_module
def test_module_is_no_drawer_of_everything(module):
    assert module.path.stem not in DRAWERS


def test_modules_do_not_import_each_other_in_a_circle():
    names = set(IDS)
    graph = {module.name: imports(module, whole=False) & names
             - {module.name} for module in MODULES}
    assert _circle(graph) == []


def _circle(graph):
    """Modules that are left when those without open imports are taken."""
    left = dict(graph)
    while True:
        done = [name for name, wants in left.items()
                if not wants & left.keys()]
        if not done:
            return sorted(left)
        for name in done:
            del left[name]


@every_module
def test_sandbox_knows_nothing_of_checks_and_verdicts(module):
    if not is_in(module, "grader.sandbox"):
        return
    foreign = {name for name in imports(module)
               if name.startswith("grader.")
               and not name.startswith(("grader.sandbox", "grader.model"))}
    assert foreign == set()


@every_module
def test_only_the_sandbox_and_the_bootstrap_start_processes(module):
    if is_in(module, "grader.sandbox", "grader.bootstrap"):
        return
    assert calls(module) & STARTS == set()


@every_module
def test_only_the_suite_imports_pytest(module):
    if module.name == "grader.suite":
        return
    assert not any(name.split(".")[0] == "pytest"
                   for name in imports(module))


@every_module
def test_only_the_voices_of_the_grader_print(module):
    voices = ("grader.cli", "grader.words", "grader.commands",
              "grader.report.text",
              "grader.bootstrap")
    if is_in(module, *voices):
        return
    assert "print" not in calls(module)


@every_module
def test_no_task_is_known_by_name(module):
    tasks = [path.stem for path in CHECKS.rglob("*.py")]
    assert [name for name in tasks if re.search(
        rf"(?<![\w-]){re.escape(name)}(?![\w-])", module.text)] == []


@every_module
def test_way_never_imports_who_walks_it(module):
    if is_in(module, "grader.cohort", "grader.author", "grader.cli",
             "grader.commands"):
        return
    assert not any(name.startswith(("grader.cohort", "grader.author"))
                   for name in imports(module))


def test_check_files_import_nothing_but_numpy_and_math():
    foreign = {}
    for path in CHECKS.rglob("*.py"):
        names = {name.split(".")[0] for name in imports(read_module(path))}
        if names - {"numpy", "math"}:
            foreign[path.name] = names
    assert foreign == {}


def test_tests_are_longer_than_the_source():
    # A small submission with the verdict that it must get is a test too.
    tests = sum(path.read_bytes().count(b"\n")
                for path in (ROOT / "tests").rglob("*.py"))
    source = sum(module.lines for module in MODULES)
    assert tests >= 1.2 * source


def test_no_test_is_skipped_or_expected_to_fail():
    pattern = re.compile("x" + r"fail|mark\.skip|pytest\.skip"
                         r"|assert " + "True")
    found = [path.name for path in (ROOT / "tests").glob("*.py")
             if pattern.search(path.read_text(encoding="utf-8"))]
    assert found == []
