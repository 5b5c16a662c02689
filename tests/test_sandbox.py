"""The whole sandbox through its door: what comes out for what goes in."""

import contextlib
import operator
import os
import sys
import tempfile

import numpy as np
import pytest
from plain_values import same
from sandbox_jobs import (LIMITS, SHORT, call, function_job, run_job,
                          script_job, states, values)

import grader.sandbox
from grader.model import Limits, Opaque
from grader.sandbox import conversation, open_sandbox, wire

WAYS = {
    "fork": {}, "limits": {"level": "limits"}, "process": {
        "level": "process"}, "no fork": {"no_fork": True},
}
every_way = pytest.mark.parametrize("way", WAYS)


@pytest.fixture(scope="module")
def opened():
    """Way -> sandbox, each opened when it is first asked for."""
    with contextlib.ExitStack() as stack:
        found = {}

        def give(way):
            if way not in found:
                found[way] = stack.enter_context(
                    open_sandbox(LIMITS, **WAYS[way]))
            return found[way]
        yield give


@pytest.fixture
def box(opened):
    """The usual sandbox, which forks and has all walls."""
    return opened("fork")


@pytest.fixture
def one(opened, way):
    """The sandbox of a test that is made for every way."""
    return opened(way)


# levels

@pytest.mark.parametrize("way, level", [
    ("fork", "full"), ("limits", "limits"), ("process", "process"),
    ("no fork", "full"),
])
def test_level_is_what_was_asked_for_and_proven(way, level, opened):
    isolation = opened(way).isolation
    assert isolation.level == level
    assert (isolation.landlock > 0, isolation.seccomp) == (
        (True, True) if level == "full" else (False, False))
    assert isolation.rlimits == (level != "process")


@pytest.mark.parametrize("way", ["limits", "process"])
def test_less_protection_is_never_silent(way, opened):
    assert "less protection was asked for" in opened(way).isolation.why


def test_door_has_no_other_name():
    with pytest.raises(AttributeError, match="no_such_name"):
        operator.attrgetter("no_such_name")(grader.sandbox)
    assert grader.sandbox.Run is conversation.Run


# values

@every_way
def test_values_come_back(one):
    source = "def f(x):\n    return [x, (x,), {'k': x}]\n"
    calls = [(1,), (2.5,), ("text",), (None,), ([[1]],)]
    assert values(call(one, source, *calls)) == [
        [x, (x,), {"k": x}] for x, in calls]


@pytest.mark.parametrize("value", [
    np.arange(6.0).reshape(2, 3), np.array([], np.int8), np.float32(1.5),
    float("nan"), 10 ** 100, "\ud800", {1, 2}, b"\x00",
], ids=repr)
def test_value_comes_back_as_it_went_in(value, box):
    got, = values(call(box, "def f(x): return x", (value,)))
    assert same(got, value)


@every_way
def test_value_that_is_no_plain_data_is_told_by_its_class(one):
    source = ("class Matrix:\n    def __eq__(self, other): return True\n"
              "def f(x): return Matrix()\n")
    assert values(call(one, source, (1,))) == [Opaque("Matrix")]


def test_generator_is_not_run(box):
    source = "def f(x):\n    1 / 0\n    yield 1\n"
    assert values(call(box, source, (1,))) == [Opaque("generator")]


def test_giant_value_is_told_by_its_size(box):
    source = ("import numpy as np\ndef f(x):\n"
              "    return np.zeros((1 << 13, 1 << 13), np.int8)\n")
    assert values(call(box, source, (1,))) == [
        Opaque("ndarray", "an array of shape (8192, 8192)")]


def test_answer_larger_than_a_frame_costs_only_its_call(box):
    source = ("def f(*lists):\n    for number, one in enumerate(lists):\n"
              "        one.append(str(number) * (7 << 20))\n"
              "    return 5 if len(lists) == 1 else 'x' * (7 << 20)\n")
    many, few = call(box, source, ([], [], []), ([],))
    assert (many.state, many.error) == ("refused", "size")
    assert (few.state, few.value) == ("value", 5)


@every_way
def test_expressions_are_evaluated_in_the_child(one):
    source = "def f(x=2):\n    return [x * 1.26]\n"
    assert values(call(one, source, "round(f()[0], 1)", "f(x=np.pi)[0] > 3",
                       "len(f(math.e))")) == [2.5, True, 1]


def test_class_is_asked_by_expressions(box):
    source = ("class f:\n    def __init__(self, k):\n        self.k = k\n"
              "    def double(self):\n        return 2 * self.k\n")
    assert values(call(box, source, "f(3).k", "f(3).double()",
                       "isinstance(f(3), f)")) == [3, 6, True]


def test_state_is_kept_from_call_to_call(box):
    source = "seen = []\ndef f(x):\n    seen.append(x)\n    return len(seen)\n"
    assert values(call(box, source, (1,), (1,), (1,))) == [1, 2, 3]


def test_state_is_not_kept_from_job_to_job(box):
    source = ("import sys, numpy, math\nbefore = getattr(math, 'mine', 0)\n"
              "math.mine = numpy.mine = sys.mine = 1\n"
              "def f(x): return before\n")
    for _ in range(2):
        assert values(call(box, source, (1,))) == [0]


# exceptions

@every_way
def test_exception_has_its_type_text_line_and_trace(one):
    source = ("def f(x):\n    return g(x)\n\n\ndef g(x):\n"
              "    raise TypeError('matrix must be a list of lists')\n")
    outcome, = call(one, source, (1,))
    assert (outcome.state, outcome.error) == ("exception", "TypeError")
    assert outcome.text == "matrix must be a list of lists"
    assert outcome.line == 6
    assert outcome.trace == (("8-task.py", 2, "f"), ("8-task.py", 6, "g"))


@every_way
def test_exception_in_one_call_costs_only_that_call(one):
    source = "def f(x):\n    return 6 // x\n"
    outcomes = call(one, source, (2,), (0,), (3,))
    assert states(outcomes) == ["value", "exception", "value"]


@pytest.mark.parametrize("statement, error", [
    ("sys.exit()", "SystemExit"),
    ("sys.exit(0)", "SystemExit"),
    ("raise KeyboardInterrupt", "KeyboardInterrupt"),
    ("raise BaseException('x')", "BaseException"),
    ("raise GeneratorExit", "GeneratorExit"),
    ("return f(x)", "RecursionError"),
    ("return undefined_name", "NameError"),
])
def test_every_exception_is_only_an_exception(statement, error, box):
    source = f"import sys\ndef f(x):\n    if x: {statement}\n    return 1\n"
    first, second = call(box, source, (1,), (0,))
    assert (first.state, first.error) == ("exception", error)
    assert second.value == 1


@every_way
def test_exception_at_import_is_told_for_every_call(one):
    source = "x = 1\ny = x / 0\n\ndef f(x):\n    return 1\n"
    run = run_job(one, function_job(source, (1,), (2,)))
    assert (run.loaded.error, run.loaded.line) == ("ZeroDivisionError", 2)
    for outcome in run.outcomes:
        assert (outcome.state, outcome.error, outcome.line) == (
            "exception", "ZeroDivisionError", 2)


@every_way
@pytest.mark.parametrize("statement", ["sys.exit()", "exit(0)", "quit()"])
def test_exit_at_import_is_an_exception_like_others(statement, one):
    source = f"import sys\ndef f(x): return 1\nimport builtins\n{statement}"
    run = run_job(one, function_job(source, (1,)))
    assert run.loaded.state == "exception"
    assert run.outcomes[0].state == "exception"
    assert run.children == 1


@pytest.mark.parametrize("source, error, line", [
    ("def f(x):\n    return (1\n", "SyntaxError", 2),
    ("def f(x):\nreturn 1\n", "IndentationError", 2),
    ("<<<<<<< HEAD\ndef f(x): return 1\n", "SyntaxError", 1),
    ("def f(x): return 1\0\n", "SyntaxError", 0),
    ("import no_such_module\ndef f(x): return 1\n", "ModuleNotFoundError", 1),
])
def test_file_that_cannot_be_loaded_is_told_with_its_line(source, error,
                                                          line, box):
    outcome, = call(box, source, (1,))
    assert outcome.state == "exception"
    assert outcome.error in (error, "ValueError")
    assert outcome.line == line


@every_way
def test_missing_entry_is_told_by_name(one):
    outcome, = call(one, "def g(x): return 1\n", (1,))
    assert (outcome.state, outcome.error) == ("exception", "NameError")
    assert outcome.text == "name 'f' is not defined"


def test_entry_that_is_no_function_is_an_exception(box):
    outcome, = call(box, "f = 3\n", (1,))
    assert (outcome.error, outcome.text) == ("TypeError",
                                             "'int' object is not callable")


def test_function_under_the_main_guard_does_not_exist(box):
    source = "if __name__ == '__main__':\n    def f(x): return 1\n"
    assert call(box, source, (1,))[0].error == "NameError"


# what is printed

@every_way
def test_prints_belong_to_their_call(one):
    source = ("print('loading')\ndef f(x):\n    print('call', x)\n"
              "    return x\n")
    run = run_job(one, function_job(source, (1,), (2,)))
    assert run.loaded.stdout == "loading\n"
    assert [outcome.stdout for outcome in run.outcomes] == [
        "call 1\n", "call 2\n"]


@every_way
def test_long_print_is_cut(one):
    outcome, = call(one, "def f(x): print('y' * 10 ** 6)", (1,))
    assert outcome.state == "value"
    assert outcome.stdout == "y" * wire.MAX_STDOUT


@every_way
def test_print_flood_is_refused_and_costs_only_its_call(one):
    source = ("def f(x):\n    if x:\n        for _ in range(100):\n"
              "            print('y' * 10 ** 6)\n    return 7\n")
    flood, quiet = call(one, source, (1,), (0,))
    if one.isolation.rlimits:
        assert (flood.state, flood.error) == ("refused", "output")
        assert flood.text == "it printed more than 8 MB"
    assert (quiet.state, quiet.value) == ("value", 7)
    assert len(flood.stdout) <= wire.MAX_STDOUT
    assert quiet.stdout == ""


@pytest.mark.parametrize("statement, text", [
    ("print('\\ud800 \\u20ac')", "\\ud800 \u20ac\n"),
    ("os.write(1, b'\\xff\\n')", "\\xff\n"),
    ("sys.stdout.write('a')", "a"),
    ("sys.__stdout__ and print('b', file=sys.__stdout__)", ""),
    ("sys.stderr.write('c')", ""),
    ("os.write(2, b'd')", ""),
    ("warnings.warn('e')", ""),
    ("print('f', end=''); sys.stdout.flush()", "f"),
    ("sys.stdout = io.StringIO(); print('g')", ""),
])
def test_only_standard_output_counts(statement, text, box):
    source = f"import io, os, sys, warnings\ndef f(x):\n    {statement}\n"
    outcome, = call(box, source, (1,))
    assert outcome.state == "value"
    if text:
        assert outcome.stdout == text
    else:
        assert outcome.stdout in ("", "b\n")


def test_closed_standard_output_does_no_harm(box):
    source = "import sys\ndef f(x):\n    sys.stdout.close()\n    return x\n"
    assert values(call(box, source, (1,))) == [1]


def test_input_is_empty(box):
    outcome, = call(box, "def f(x): return input()", (1,))
    assert outcome.error == "EOFError"


# scripts

@every_way
def test_script_is_run_as_main_and_its_prints_kept(one):
    run = run_job(one, script_job("print(__name__)\nprint([1, 2])\n"))
    assert run.loaded.state == "value"
    assert run.outcomes[0].state == "value"
    assert run.outcomes[0].stdout == "__main__\n[1, 2]\n"


def test_each_case_runs_its_own_text_of_the_script(box):
    run = run_job(box, script_job("x = 1\nprint(x)", "print('x' in dir())"))
    assert [outcome.stdout for outcome in run.outcomes] == ["1\n", "False\n"]


def test_script_with_a_warning_prints_what_it_prints(box):
    run = run_job(box, script_job("if 1 is 1:\n    print('yes')\n"))
    assert run.outcomes[0].stdout == "yes\n"


@pytest.mark.parametrize("end, state", [
    ("exit()", "value"), ("sys.exit(0)", "value"), ("sys.exit(None)",
                                                    "value"),
    ("sys.exit(3)", "exception"), ("sys.exit('no')", "exception"),
    ("1 / 0", "exception"),
])
def test_quiet_exit_of_a_script_is_no_mistake(end, state, box):
    run = run_job(box, script_job(f"import sys\nprint('a')\n{end}\n"))
    assert (run.outcomes[0].state, run.outcomes[0].stdout) == (state, "a\n")


def test_script_that_fails_tells_its_line(box):
    run = run_job(box, script_job("x = 1\nprint('a')\nx[0]\n"))
    assert (run.outcomes[0].error, run.outcomes[0].line) == ("TypeError", 3)


# arguments

@every_way
def test_changed_argument_and_shared_row_are_seen(one):
    source = "def f(a, b):\n    a.append(9)\n    return [b[0]]\n"
    outcome, = call(one, source, ([1], [[2]]))
    assert outcome.changed == {"0": [1, 9]}
    assert outcome.shared == "result[0] is argument 2[0]"


def test_arguments_of_two_calls_do_not_meet(box):
    source = "def f(x, kept=[]):\n    kept.append(x)\n    return kept[0]\n"
    first, second = call(box, source, ([1],), ([1],))
    assert first.shared == "result is argument 1"
    assert second.shared == ""


# imports

@every_way
def test_sibling_with_an_odd_name_is_imported(one):
    source = ("g = __import__('0-likelihood').likelihood\n"
              "def f(x): return g(x)\n")
    siblings = {"0-likelihood": b"def likelihood(x): return x + 1\n"}
    assert values(call(one, source, (1,), siblings=siblings)) == [2]


@every_way
def test_sibling_never_shadows_a_library(one):
    siblings = {name: b"raise ValueError('hostile')" for name in (
        "numpy", "random", "math", "json", "os")}
    source = ("import numpy, random, math, json, os\n"
              "def f(x): return float(numpy.sqrt(x) + math.sqrt(x))\n")
    assert values(call(one, source, (4,), siblings=siblings)) == [4.0]


@every_way
@pytest.mark.parametrize("statement", [
    "import numpy", "import numpy.linalg", "from numpy import array",
    "__import__('numpy')", "import importlib\n"
    "importlib.import_module('numpy')",
])
def test_banned_module_is_truly_not_importable(statement, one):
    source = f"{statement}\ndef f(x): return 1\n"
    outcome, = call(one, source, (1,), banned=["numpy"])
    assert (outcome.state, outcome.error) == ("exception", "ImportError")
    assert "may not be used in this task" in outcome.text


def test_task_with_a_banned_module_works_without_it(box):
    source = "def f(x): return [row[:] for row in x]\n"
    calls = [([[1, 2]],), "np.array(f([[1.26]])).round(1).tolist()"]
    assert values(call(box, source, *calls, banned=["numpy"])) == [
        [[1, 2]], [[1.3]]]


@every_way
def test_lost_name_of_numpy_works_and_is_noted(one):
    source = ("import numpy as np\ndef f(x):\n"
              "    return np.float(x), np.product([2, 3]).item()\n")
    outcome, = call(one, source, (1,))
    assert outcome.value == (1.0, 6)
    assert outcome.notes == (
        "`np.float` is gone in current numpy; write `float`.",
        "`np.product` is gone in current numpy; write `np.prod`.")


def test_notes_of_one_job_do_not_reach_the_next(box):
    call(box, "import numpy as np\ndef f(x): return np.int(x)", (1,))
    outcome, = call(box, "def f(x): return x", (1,))
    assert outcome.notes == ()


# the same in each run

RANDOM = """
import random
import numpy as np
a = random.random(), np.random.rand(), float(np.random.default_rng().random())
def f(x):
    return a, random.random(), np.random.rand(), list({'a', 'b', 'c', 'd'})
"""


def test_chance_and_order_are_the_same_in_each_run(opened):
    results = [values(call(opened(way), RANDOM, (1,)))
               for way in ("fork", "fork", "no fork", "no fork", "process")]
    assert results == [results[0]] * 5


# what the child can see

@every_way
def test_child_starts_in_an_empty_folder_of_its_own(one):
    source = "import os\ndef f(x): return os.getcwd(), os.listdir('.')\n"
    (folder, content), = values(call(one, source, (1,)))
    assert content == []
    assert folder.startswith(os.path.realpath(tempfile.gettempdir()))
    assert not os.path.exists(folder)


@every_way
def test_scratch_folder_can_be_written_and_is_removed(one):
    source = ("import os\ndef f(x):\n    with open('note', 'w') as file:\n"
              "        file.write(x)\n    return os.path.abspath('note')\n")
    path, = values(call(one, source, ("words",)))
    assert not os.path.exists(path)
    assert not os.path.exists(os.path.dirname(path))


@every_way
def test_child_has_no_environment_and_no_way_to_the_grader(one):
    source = ("import os, sys\ndef f(x):\n"
              "    return dict(os.environ), sys.path, sys.argv[1:]\n")
    (environment, path, _), = values(call(one, source, (1,)))
    assert environment == {}
    root = os.path.dirname(os.path.dirname(grader.sandbox.__path__[0]))
    assert root not in path and "" not in path


def test_parent_never_loads_the_students_module(box):
    call(box, "def f(x): return x", (1,))
    assert "8-task" not in sys.modules


def test_limits_of_a_job_count_and_not_those_of_the_sandbox(box):
    limits = Limits(call_seconds=1.0, task_seconds=6.0, value_bytes=100)
    got, = values(call(box, "def f(x): return 'y' * 101", (1,),
                       limits=limits))
    assert got == Opaque("str", "a text of 101 characters")


# many jobs

def test_24_jobs_side_by_side_keep_their_answers(box):
    source = ("import time\ndef f(x):\n    time.sleep(x % 3 / 200)\n"
              "    return x * x\n")
    jobs = [function_job(source, (number,), (number + 100,))
            for number in range(24)]
    found = dict(box.run(jobs))
    assert sorted(found) == list(range(24))
    for number, run in found.items():
        assert values(run.outcomes) == [number ** 2, (number + 100) ** 2]


def test_good_jobs_beside_bad_ones_keep_their_answers(box):
    bad = ["import os\nos._exit(0)", "1 / 0", "def f(x):\n  while x: pass",
           "import os\ndef f(x): os.write(3, b'\\xff' * 9)",
           "import ctypes\ndef f(x): ctypes.string_at(0)"]
    jobs = [function_job(bad[number % 10 // 2] if number % 2 else
                         f"def f(x): return {number}", (1,), limits=SHORT)
            for number in range(20)]
    found = dict(box.run(jobs))
    for number in range(0, 20, 2):
        assert values(found[number].outcomes) == [number]
    for number in range(1, 20, 2):
        assert found[number].outcomes[0].state != "value"


@every_way
def test_no_jobs_give_no_answers(one):
    assert list(one.run([])) == []


@every_way
def test_job_without_calls_is_only_loaded(one):
    run = run_job(one, function_job("print('hello')"))
    assert (run.loaded.stdout, run.outcomes) == ("hello\n", ())


def test_job_of_many_calls_and_large_inputs_is_answered(box):
    rows = [list(range(1000))] * 20
    run = run_job(box, function_job("def f(x): return sum(map(sum, x))",
                                    *[(rows,)] * 30))
    assert values(run.outcomes) == [20 * 499_500] * 30


def test_run_tells_children_seconds_and_memory(box):
    run = run_job(box, function_job("def f(x): return x", (1,)))
    assert run.children == 1
    assert run.seconds > 0
    assert all(outcome.seconds > 0 for outcome in run.outcomes)


def test_lost_names_of_scipy_work_in_student_code_and_are_noted():
    source = ("from scipy import math, special\n\n\n"
              "def f():\n"
              "    return math.floor(1.5), special.btdtr(2, 3, 0.5)\n")
    with open_sandbox(Limits()) as sandbox:
        outcome, = call(sandbox, source, (), limits=Limits())
    assert outcome.value == (1, 0.6875)
    assert ["special.betainc" in note for note in outcome.notes] == [True]
