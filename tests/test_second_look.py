"""Hints that know the student's file: names, methods, loops."""

import ast

import pytest
from graded import RIGHT
from small_course import CHECK, make_plan, outcomes_of, write_check

from grader.definitions import (attribute_hint, constructor_hint,
                                missing_entry, near_name, parameters_hint)
from grader.instead import instead_of
from grader.judge import judge
from grader.model import Outcome
from grader.second_look import look_again


def hint_of(classroom, text):
    """The hint on the first failing check of a submitted file."""
    classroom.submit(text)
    task, = classroom.grade().tasks
    return next(verdict.hint for verdict in task.verdicts
                if verdict.status not in ("passed", "not_run"))


HEAD = '#!/usr/bin/env python3\n"""Doubling."""\n\n\n'
DEF = HEAD + 'def double(numbers):\n    """Double."""\n'


@pytest.mark.parametrize("text, said", [
    (RIGHT.replace("def double", "def doubel"),
     "Your file defines `doubel`; the task asks for `double`. Rename it."),
    (RIGHT.replace("def double", "def Double"),
     "Your file defines `Double`; the task asks for `double`. Rename it."),
    (RIGHT.replace("def double", "def times_two"),
     "Your file defines `times_two`; the task asks for the function "
     "`double`."),
    ("", "The file is empty. Write the function `double` into it, and save "
         "it."),
    (HEAD, "The file has no code yet. Write the function `double` into it, "
           "and save it."),
    (HEAD + "x = 1\n", "The task asks for the function `double`. Your file "
                       "does not define it."),
    (HEAD + "class A:\n    def double(self, x):\n        return x\n",
     "`double` stands inside of `A`. Let its `def` begin at the left edge, "
     "so that it can be called from outside."),
    (HEAD + "if __name__ == '__main__':\n    def double(x):\n"
            "        return x\n",
     "`double` stands inside of the `if` of line 5. Let its `def` begin at "
     "the left edge, so that it can be called from outside."),
    (HEAD + "double = 2\n", "`double` is a value in your file. The task "
                            "asks for a function of this name."),
])
def test_missing_function_is_told_by_what_stands_there_instead(
        classroom, text, said):
    assert hint_of(classroom, text) == said


@pytest.mark.parametrize("body, said", [
    ("    return [2 * x for x in number]\n",
     "Nothing is called `number`. Did you mean `numbers`?"),
    ("    return zzz\n", "Nothing gives `zzz` a value. Is it spelt the same "
                         "everywhere?"),
    ("    return np.array(numbers) * 2\n",
     "Write `import numpy as np` below the docstring at the top of the "
     "file."),
    ("    return [2 * numbers[i] for i in xrange(len(numbers))]\n",
     "Python does not know `xrange`. It is from an older Python: write "
     "`range`."),
    ("    return null\n", "Python does not know `null`. Python's word for "
                          "nothing is `None`."),
    ("    import numpyy\n", "The module `numpyy` is not there. Is its name "
                            "spelt right?"),
    ("    return numbers.shape\n", "Only numpy arrays have a `shape`. For "
     "lists, `len` counts the rows, and `len` of a row the columns."),
    ("    return {}.has_key(1)\n",
     "It is from an older Python: write `key in dictionary`."),
])
def test_unknown_name_is_told_with_the_way_out(classroom, body, said):
    assert hint_of(classroom, DEF + body) == said


SCRIPT = '''"""Show a list."""

KIND = "script"
EXAMPLES = [("all of it", "[1, 2]")]
GIVEN = {"arr": "{}"}


def oracle(arr):
    return str(arr)


def inputs_two(rng):
    """two numbers"""
    yield {"arr": rng.integers(1, 9, 2).tolist()}


def mistake_turned(arr):
    """You turn the list around."""
    return str(arr[::-1])
'''
ANSWER = "arr = [1, 2]\nprint(np.array(arr).tolist())\n"


@pytest.mark.parametrize("head, said", [
    ("#!/usr/bin/env python3\n", "Write `import numpy as np` below line 1."),
    ("", "Write `import numpy as np` in a new line at the top of the file."),
])
def test_import_of_a_script_belongs_below_its_first_line(classroom, head,
                                                         said):
    write_check(classroom.checks, SCRIPT)
    assert hint_of(classroom, head + ANSWER) == said


def test_name_of_a_module_beside_a_given_array_is_sent_to_the_array(
        classroom):
    write_check(classroom.checks, CHECK.replace(
        "EXAMPLES", 'RULES = ["no imports"]\nEXAMPLES').replace(
        "double([1, 2])", "double(np.array([1, 2]))").replace(
        "double([])", "double(np.array([]))"))
    assert hint_of(classroom, DEF + "    return np.add(1, 1)\n") == (
        "Nothing imports `np` here. This task allows no imports: use what "
        "`numbers` itself can do.")


def test_value_of_another_function_is_told_by_its_line(classroom):
    text = DEF + "    return total\n\n\ndef other():\n    total = 1\n"
    assert hint_of(classroom, text) == (
        "`total` gets its value in line 11, but that line has not run, or "
        "it belongs to another function.")


@pytest.mark.parametrize("body, said", [
    ("    i = 0\n    while i < 3:\n        j = i\n",
     "The loop `while i < 3:` in line 8 does not end. No line in it changes "
     "`i`."),
    ("    while True:\n        pass\n",
     "The loop `while True:` in line 7 does not end. Is there a way to its "
     "`break` or `return`?"),
    ("    i = 1\n    while i > 0:\n        i += 1\n",
     "The loop `while i > 0:` in line 8 does not end. Does each round bring "
     "`i > 0` nearer to false?"),
    # Its list runs out of memory first, or of time: both are told alike.
    ("    for x in numbers:\n        numbers.append(x)\n",
     "The loop in line 7 was running. How many rounds does it make, and "
     "does its list grow meanwhile?"),
])
def test_loop_that_was_running_is_named(classroom, body, said):
    assert hint_of(classroom, DEF + body) == said


def test_loop_in_which_memory_ran_out_is_named(classroom):
    body = ("    kept = []\n    while len(kept) < 400:\n"
            "        kept.append(bytearray(10 ** 8))\n    return kept\n")
    assert hint_of(classroom, DEF + body) == (
        "The loop in line 8 was running. How many rounds does it make, and "
        "does its list grow meanwhile?")


def test_call_that_does_not_fit_shows_the_students_own_line(classroom):
    text = RIGHT.replace("(numbers)", "(numbers, factor)", 1)
    assert hint_of(classroom, text).startswith(
        "Your line `def double(numbers, factor):` does not fit the call of "
        "the task.")


@pytest.mark.parametrize("line", [
    "print(double(3))", "assert double([1]) == [3]"])
def test_line_outside_of_all_functions_is_blamed_for_its_error(
        classroom, line):
    assert hint_of(classroom, f"{RIGHT}\n\n{line}\n") == (
        "Line 10 runs when the file is loaded, and there it goes wrong. It "
        "stands outside of every function: delete it.")


def test_error_inside_of_a_call_of_the_grader_is_not_blamed_on_loading(
        classroom):
    assert "loaded" not in hint_of(classroom, DEF + "    return 1 / 0\n")


def test_hint_of_a_known_mistake_stays(tmp_path):
    plan = make_plan(tmp_path)
    verdicts = judge(plan, outcomes_of(plan, lambda xs: [x * x for x in xs]))
    assert look_again(plan, ast.parse("x = 1\n"), verdicts) == verdicts


def test_file_that_cannot_be_parsed_is_left_alone(tmp_path):
    plan = make_plan(tmp_path)
    verdicts = judge(plan, [Outcome("timeout", text="no answer")
                            for check in plan.checks for _ in check.cases])
    assert look_again(plan, None, verdicts) == verdicts


def test_odd_names_of_a_student_cannot_act_in_a_terminal(tmp_path):
    plan = make_plan(tmp_path, CHECK)
    tree = ast.parse("while '\x1b[2J' != x:\n    pass\n")
    verdicts = judge(plan, [Outcome("timeout", text="no answer", line=1)
                            for check in plan.checks for _ in check.cases])
    for verdict in look_again(plan, tree, verdicts):
        assert verdict.hint.isprintable()


# --- classes


CLASS = '''class Pair:
    def {init}(self, a, b):
        self.{field} = a

    def {method}(self):
        return 1
'''


def pair(init="__init__", field="a", method="total"):
    return ast.parse(CLASS.format(init=init, field=field, method=method))


@pytest.mark.parametrize("tree, name, said", [
    (pair(method="Total"), "total",
     "The class has `Total`; the task asks for `total`. Rename it."),
    (pair(method="totl"), "total",
     "The class has `totl`; the task asks for `total`. Rename it."),
    (pair(method="xyz"), "total",
     "The class `Pair` has no `total`. It has `a` and `xyz`. Compare the "
     "names with the task."),
    (pair(field="total"), "total",
     "`self.total` gets its value on some ways only. Set it on every way "
     "through `__init__`."),
    (pair(init="_init_"), "a",
     "`_init_` must be called `__init__`, with two `_` on each side."),
    (ast.parse(CLASS.format(init="__init__", field="a", method="m")
               + "\n\ndef total(self):\n    return 1\n"), "total",
     "`total` stands outside of the class. Indent it by 4 blanks, and give "
     "it `self` as its first parameter."),
    (ast.parse("x = 1"), "total", ""),
])
def test_missing_attribute_is_told_by_what_the_class_has(tree, name, said):
    assert attribute_hint(tree, "Pair", name) == said


@pytest.mark.parametrize("init, said", [
    ("__int__", "`__int__` must be called `__init__`"),
    ("init", "`init` must be called `__init__`"),
    ("start", "has no `__init__(self, ...)`")])
def test_class_that_takes_no_values_is_told_why(init, said):
    assert said in constructor_hint(pair(init=init), "Pair")


@pytest.mark.parametrize("text, entry, called, error, said", [
    ("class P:\n    def pmf(k):\n        pass\n", "P", "pmf",
     "P.pmf() takes 1 positional argument but 2 were given",
     "`pmf` is a method: its first parameter must be `self`."),
    ("class P:\n    def __init__(self, data, lam):\n        pass\n", "P",
     "__init__", "got an unexpected keyword argument 'lamb'",
     "`def __init__(self, data, lam):` does not fit the call of the task, "
     "which says `lamb` and not `lam`."),
    ("def f(a):\n    pass\n", "f", "f", "f() takes 1 positional argument",
     "`def f(a):` does not fit the call of the task."),
    ("x = 1\n", "f", "f", "f() takes 1", ""),
])
def test_parameters_are_held_against_the_call(text, entry, called, error,
                                              said):
    assert said in parameters_hint(ast.parse(text), entry, called, error)


@pytest.mark.parametrize("name, known, near", [
    ("mat_mul", ["matmul"], "matmul"), ("mat_mul", ["MAT_MUL"], "MAT_MUL"),
    ("mat_mul", ["mat_mull", "x"], "mat_mull"), ("mat_mul", ["main"], ""),
    ("x", ["y"], ""), ("ab", ["ac"], ""), ("total", ["total"], "")])
def test_near_name_is_found_and_a_far_one_is_not(name, known, near):
    assert near_name(name, known) == near


def test_method_with_the_name_of_the_function_is_found_in_its_class():
    tree = ast.parse("class A:\n    class B:\n        def f(self): pass\n")
    assert "inside of `A`" in missing_entry(tree, "f", "function")


@pytest.mark.parametrize("names, said", [
    (["math", "math.sqrt"], "`x ** 0.5` is the root of x."),
    (["numpy", "numpy.linalg.inv"], ""), (["math"], ""), ([], ""),
    (["statistics.mean"], "Add the values up")])
def test_alternative_of_a_forbidden_function_is_named(names, said):
    assert instead_of(names).startswith(said)
    assert bool(instead_of(names)) is bool(said)
