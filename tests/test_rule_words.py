"""Hints of broken rules: they fit the task, and close no way again."""

import ast

import pytest
from small_course import TASK

from grader.checkfile import find_ids, load
from grader.course import CHECKS
from grader.model import SourceFile
from grader.report.build import build_report
from grader.report.html.page import to_html
from grader.report.text import text_lines
from grader.rule_words import Setting, array_of, lines_hint, setting_of
from grader.rules import check_rules

ARRAY = Setting(array="X")
SCRIPT = Setting(is_script=True, docs=False)
LOOP = "for x in y:\n    pass\n"
DOC = '"""Doc."""\n'
CHOICE = '''"""Which is even?"""

KIND = "choice"
QUESTION = "Which number is even?"
OPTIONS = ["3", "4"]
ANSWER = "2"
MISTAKES = {"1": "Divide it by two."}
'''


def hint_of(text, *rules, setting):
    source = SourceFile("a.py", text.encode(), "", True)
    return check_rules(source, rules, {}, setting=setting).findings[0].hint


@pytest.mark.parametrize("text, said", [
    ("import numpy as np\nnp.shape(x)\n",
     "The array knows its own shape. Ask `X` for it, and delete the import."),
    ("import numpy\nnumpy.transpose(x)\n",
     "The array can turn itself. Ask `X` for it, and delete the import."),
    ("from numpy import add\nadd(x, y)\n",
     "The signs of arithmetic work on whole arrays. Use them, and delete the "
     "import."),
    ("import numpy as np\nx.shape\n",
     "Use what `X` itself can do, and delete the import."),
    ("import math\n", "Use what `X` itself can do, and delete the import."),
])
def test_import_beside_a_given_array_is_sent_to_the_array(text, said):
    assert hint_of(text, "no imports", setting=ARRAY) == said


def test_import_beside_lists_is_sent_to_plain_python():
    assert hint_of("import numpy as np\nnp.shape(x)\n", "no imports",
                   setting=Setting()) == (
        "`len` counts rows, and `len` of a row the columns. Write it in plain "
        "Python. Only your own files of this folder may be imported.")


@pytest.mark.parametrize("rules, names_a_loop", [
    (("no imports",), True), (("no loops", "no imports"), False)])
def test_loop_is_proposed_only_where_loops_are_allowed(rules, names_a_loop):
    findings = check_rules(SourceFile(
        "a.py", b"import math\nmath.prod(x)\n", "", True), rules, {}).findings
    assert ("in a loop" in findings[0].hint) is names_a_loop


@pytest.mark.parametrize("rules, setting, names_numpy", [
    ((), Setting(), True), (("imports: numpy",), Setting(), True),
    (("never numpy.cov",), ARRAY, True), (("no imports",), Setting(), False),
    (("imports: math",), Setting(), False),
    (("never numpy",), Setting(), False), (("no imports",), ARRAY, False),
    (("no imports",), SCRIPT, False)])
def test_numpy_is_proposed_only_where_it_is_allowed(rules, setting,
                                                    names_numpy):
    hint = hint_of(LOOP, "no loops", *rules, setting=setting)
    assert ("numpy" in hint) is names_numpy


@pytest.mark.parametrize("setting, said", [
    (Setting(), "or for a formula"), (ARRAY, "an array works as a whole"),
    (SCRIPT, "A slice takes several items at once")])
def test_loop_without_numpy_has_a_way_out_that_is_there(setting, said):
    assert said in hint_of(LOOP, "no loops", "no imports", setting=setting)


@pytest.mark.parametrize("text, wanted, said", [
    (DOC + "x\n" * 3, 3, "This script needs no docstring: delete it."),
    ('"""Doc.\n\nMore.\n"""\n' + "x\n" * 3, 3,
     "This script needs no docstring: delete it."),
    (DOC + "\n" + "x\n" * 3, 3,
     "This script needs no docstring: delete it. Delete the blank line too."),
    (DOC + "\n\n" + "x\n" * 3, 3,
     "This script needs no docstring: delete it. Delete the blank lines "
     "too."),
    ("x\n\nx\n", 2, "Delete the blank line."),
    ("x\n\n \nx\n", 2, "Delete the blank lines."),
    ("x\n\n" + "x\n" * 3, 3,
     "Delete the blank line, and what the task does not ask for."),
    ("x\n" * 4, 3, "Delete the extra line. Compare with the task."),
    ("x\n" * 4 + "x", 3, "Delete the extra line. Compare with the task."),
    ("x\n" * 5, 3, "Delete the 2 extra lines. Compare with the task."),
    ("x\n" * 2, 3, "1 line is missing. Compare with the task."),
    (DOC + "x\n", 4, "2 lines are missing. Compare with the task."),
    ("x\nx; x\n", 3, "Write one statement on each line, as the task shows."),
    ("for x in y: x\n", 2,
     "Write one statement on each line, as the task shows."),
    ("x\nx", 2, "The last line has no line end; press Enter once after it."),
])
def test_wrong_number_of_lines_is_told_by_what_is_there(text, wanted, said):
    assert lines_hint(wanted, text.encode(), ast.parse(text), SCRIPT) == said


def test_docstring_that_is_asked_for_is_kept():
    text = DOC + "x\n" * 3
    assert lines_hint(3, text.encode(), ast.parse(text), Setting()) == (
        "Delete the extra line. Compare with the task.")


def test_lines_of_a_file_that_is_no_python_are_told_too():
    assert lines_hint(3, b"(\n", None, SCRIPT) == (
        "2 lines are missing. Compare with the task.")


def test_arrays_without_imports_are_three_tasks_of_the_course():
    files = [load(CHECKS, task) for task in find_ids(CHECKS)]
    assert [(file.id.partition("/")[2], array_of(file)) for file in files
            if array_of(file) and "no imports" in file.rules] == [
        ("10-ill_use_my_scale", "matrix"),
        ("11-the_western_exchange", "matrix"),
        ("12-bracin_the_elements", "mat1")]


def test_script_asks_for_no_docstring():
    file = load(CHECKS, "0x00-linear_algebra/0-slice_me_up")
    assert setting_of(file) == Setting("", True, False)


COUNT = "count once a check passes"


def pages_of(classroom):
    report = build_report(classroom.grade())
    return ("\n".join(text for text, _ in text_lines(report)),
            to_html(report, {}).decode())


def test_wrong_choice_is_told_of_no_points_for_its_form(classroom):
    path = classroom.checks / f"{TASK}.py"
    path.write_text(CHOICE, encoding="utf-8")
    classroom.submit("1\n", TASK)
    for page in pages_of(classroom):
        assert "Divide it by two." in page
        assert COUNT not in page


def test_wrong_function_is_told_why_its_form_earns_nothing(classroom):
    classroom.submit("def double(numbers):\n    return None\n")
    for page in pages_of(classroom):
        assert COUNT in " ".join(page.split())
