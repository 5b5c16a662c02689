"""`grader verify` finds every broken promise and names its way out."""

import pytest
from graded import RIGHT
from new_tasks import (TASK, TOPIC, finished_task, plans_of, small_checkout,
                       spoil, texts_of, write_task)
from small_course import load_check
from test_checkfile import CHOICE, SCRIPT

from grader.author.agreement.figure_words import broken_words
from grader.author.figure_promises import broken_figure_promises
from grader.author.grading_promises import broken_stub
from grader.author.promises import broken_promises
from grader.author.readiness import unsteady
from grader.author.stubs import stub_of
from grader.author.verify import verify
from grader.commands import verify_command
from grader.course import Course
from grader.discover import discover
from grader.grading import grade
from grader.model import Limits
from grader.sandbox import open_sandbox

CHECK = f"grader/checks/{TOPIC}/5-double.py"
SOLUTION = f"{TOPIC}/5-double.py"
OTHER_ACCEPT = '''

def accept_floats(numbers):
    """Floats are right too."""
    return [float(2 * number) for number in numbers]
'''


def broken(root):
    return list(broken_promises(plans_of(root), texts_of(root)))


def verified(root):
    """What verify says of the task and of its lesson."""
    course = Course(("*/5-double",), root=str(root / "grader" / "checks"))
    said = dict(verify(course, str(root)))
    return said.pop(TASK), said


@pytest.mark.parametrize("kind", ["function", "class", "script", "choice"])
def test_finished_task_keeps_its_promises(tmp_path, kind):
    assert broken(finished_task(tmp_path, kind)) == []


@pytest.mark.parametrize("kind", ["function", "figure"])
def test_finished_task_is_verified_with_its_lesson(tmp_path, kind):
    assert verified(finished_task(tmp_path, kind)) == (
        [], {f"{TOPIC}/README.md": []})


# (kind, old, new, line of the check file, words of the message)
SPOILED = [
    ("function", "[2, 4]", "[2, 5]", 8,
     "`double([1, 2])` gives `[2, 5]`, the oracle in line 14 gives `[2, 4]`. "
     "Work it out by hand and correct the wrong one"),
    ("class", "ValueError(\"numbers must not be empty\")),",
     "ValueError(\"empty\")),", 11,
     "gives `ValueError('empty')`, the oracle in line 22 gives "
     "`ValueError('numbers must not be empty')`"),
    ("script", "[9, 3]", "[9, 4]", 9,
     "line 2 of the examples is `The last two numbers are: [9, 4]`, the "
     "oracle prints `The last two numbers are: [9, 3]`"),
    ("script", '    ("last two", "The last two numbers are: [9, 3]"),\n', "",
     7, "prints more lines than the examples have"),
    ("script", "_text([arr[0], arr[1]], [arr[3], arr[4]])", "1 / 0", 18,
     "the oracle raises ZeroDivisionError"),
    ("function", "return [number * number", "return [2 * number", 35,
     "mistake_squares passes every hidden check under all 5 seeds, so it "
     "would cost nothing. Add an input where it goes wrong to "
     "`inputs_whole_numbers`, `inputs_decimals`; or delete it"),
    ("function", "return 2 * numbers", "return [n * n for n in numbers]", 35,
     "mistake_squares does the same as mistake_repeats_the_list in line 30 "
     "with every input, so its hint is never shown. Delete one"),
    ("function", "rng.integers(-9, 10, size).tolist()",
     "np.random.normal(size=size).tolist()", 20,
     "gives other inputs when it is asked again with the same seed. Take "
     "every random number from `rng`"),
    ("function", "return [number + number for",
     "return [np.random.normal() for", 16,
     "the oracle gives two different answers to the same input"),
    ("function", "for size in (1, 2, 2, 3, 3, 5, 8, 12):",
     "for size in (120, 1, 1, 1, 1, 1, 1, 1):", 18,
     "yield small inputs first"),
]


@pytest.mark.parametrize("kind, old, new, line, words", SPOILED)
def test_broken_promise_is_named_with_its_line(tmp_path, kind, old, new,
                                               line, words):
    root = finished_task(tmp_path, kind)
    if "np." in new:
        spoil(root / CHECK, "KIND", "import numpy as np\n\nKIND")
    spoil(root / CHECK, old, new)
    said = broken(root)
    assert any(one.startswith(f"{CHECK}:{line}: ") and words in one
               for one in said), said


def test_inputs_that_never_change_are_named(tmp_path):
    root = finished_task(tmp_path)
    spoil(root / CHECK, "rng.integers(-9, 10, size).tolist()",
          "list(range(size))")
    spoil(root / CHECK, "(rng.integers(-9, 10, size) / 4).tolist()",
          "[0.25] * size")
    said, = broken(root)
    assert "every seed gives the same inputs" in said
    assert "`rng.integers(-9, 10, 5).tolist()`" in said


def test_mistake_that_some_seeds_miss_is_named_with_the_seeds(tmp_path):
    root = finished_task(tmp_path)
    spoil(root / CHECK, "rng.integers(-9, 10, size).tolist()",
          "[2 + int(rng.integers(0, 2))]")
    spoil(root / CHECK, "(1, 2, 2, 3, 3, 5, 8, 12)", "(1,)")
    spoil(root / CHECK, "(rng.integers(-9, 10, size) / 4).tolist()", "[2.0]")
    said, = broken(root)
    assert "mistake_squares passes every hidden check under seed" in said
    assert "under all" not in said


def test_wider_mistake_above_the_narrower_one_is_named(tmp_path):
    root = finished_task(tmp_path)
    with open(root / CHECK, "a", encoding="utf-8") as file:
        file.write('''

def mistake_empty_is_none(numbers):
    """An empty list is a list too: give an empty list back."""
    return [2 * n for n in numbers] or None
''')
    spoil(root / CHECK, "return 2 * numbers",
          "return [2 * n for n in numbers] or None if len(numbers) < 99 "
          "else 1")
    said = broken(root)
    assert any("mistake_empty_is_none" in one for one in said), said


def test_mistake_that_only_changes_its_argument_is_caught(tmp_path):
    root = finished_task(tmp_path)
    with open(root / CHECK, "a", encoding="utf-8") as file:
        file.write('''

def mistake_in_place(numbers):
    """Build a new list and leave the old one as it is."""
    for place, number in enumerate(numbers):
        numbers[place] = 2 * number
    return list(numbers)
''')
    assert broken(root) == []


def test_other_right_answer_that_loses_a_check_is_named(tmp_path):
    root = finished_task(tmp_path)
    with open(root / CHECK, "a", encoding="utf-8") as file:
        file.write(OTHER_ACCEPT.replace("return", "numbers.append(1)\n"
                                                  "    return"))
    said, = broken(root)
    assert said.startswith(f"{CHECK}:40: accept_floats loses the check")
    assert "call it `mistake_...`" in said


def test_other_right_answer_that_never_differs_is_named(tmp_path):
    root = finished_task(tmp_path)
    with open(root / CHECK, "a", encoding="utf-8") as file:
        file.write(OTHER_ACCEPT)
    said, = broken(root)
    assert "accept_floats does what the oracle does with every input" in said


# the solution and its stub

@pytest.mark.parametrize("kind, old, new, place, words", [
    ("function", "2 * number", "3 * number", ":5",
     "loses points for output: `double([1, 2])` must give `[2, 4]`, it "
     "gives `[3, 6]`. Correct it; `python3 grader --task 5-double -v`"),
    ("function", "    return", "    return  ", ":12",
     "loses points for style"),
    ("function", "def double", "import math\n\n\ndef double", ":5",
     "loses points for rules")])
def test_solution_that_loses_points_is_named(tmp_path, kind, old, new, place,
                                             words):
    root = finished_task(tmp_path, kind)
    spoil(root / SOLUTION, old, new)
    said, _ = verified(root)
    assert any(one.startswith(SOLUTION + place) and words in one
               for one in said), said


def test_missing_solution_is_named(tmp_path):
    root = finished_task(tmp_path)
    (root / SOLUTION).unlink()
    said, _ = verified(root)
    assert any(one.startswith(f"{SOLUTION}: there is no task file. Write")
               for one in said), said


def test_wrong_number_in_a_choice_file_is_named(tmp_path):
    root = finished_task(tmp_path, "choice")
    (root / TOPIC / "5-double").write_text("3\n")
    said, _ = verified(root)
    assert said == [f"{TOPIC}/5-double:1: the file holds 3, ANSWER in "
                    f"{CHECK}:6 is 2. Correct the wrong one."]


def test_stub_that_earns_points_is_named(tmp_path):
    root = finished_task(tmp_path)
    for old, new in (("[2, 4]", "None"), ("[1.0, -6]", "None"),
                     ("([])\", [])", "([])\", None)"),
                     ("return [number + number for number in numbers]",
                      "return None")):
        spoil(root / CHECK, old, new)
    said, _ = verified(root)
    assert any("an empty stub earns" in one and "whose answer is not None"
               in one for one in said), said


def test_stub_without_points_is_not_mentioned(tmp_path):
    assert list(broken_stub(None, texts_of(finished_task(tmp_path)))) == []


def test_solution_that_answers_otherwise_when_asked_again_is_found(tmp_path):
    root = finished_task(tmp_path)
    course = Course(("*/5-double",), root=str(root / "grader" / "checks"))
    with open_sandbox(Limits()) as sandbox:
        tasks = list(discover(str(root), course.wanted()).tasks)
        assert unsteady(course, tasks, sandbox) == set()
        spoil(root / SOLUTION, "return [2",
              "import time\n    return time.perf_counter_ns()\n    return [2")
        tasks = list(discover(str(root), course.wanted()).tasks)
        assert unsteady(course, tasks, sandbox) == {TASK}


def test_unsteady_solution_is_told_what_to_remove(tmp_path):
    root = finished_task(tmp_path)
    spoil(root / SOLUTION, "return [2",
          "import time\n    return time.perf_counter_ns()\n    return [2")
    said, _ = verified(root)
    assert any("two runs of the solution with the same inputs gave different "
               "answers. Remove what depends on chance" in one
               for one in said)


# the command

def test_check_file_that_cannot_be_loaded_is_named(tmp_path):
    root = finished_task(tmp_path)
    spoil(root / CHECK, "KIND =", "KNID =")
    said, lessons = verified(root)
    assert said == [f"{CHECK}:3: unknown name `KNID`. Write `KIND`, or start "
                    f"the name with `_` if it is private."]
    assert lessons == {}


def test_command_ends_with_what_to_do_next(tmp_path, capsys, monkeypatch):
    root = small_checkout(tmp_path)
    write_task(root)
    checks = str(root / "grader" / "checks")
    monkeypatch.setattr("grader.course.Course.__init__.__defaults__",
                        ((), checks, None))
    assert verify_command(("*/5-double",), str(root), 2) == 1
    said = capsys.readouterr().out
    assert said.startswith(f"  broken   {TASK}\n           {SOLUTION}:12: ")
    assert "1 task looked at, 1 with a broken promise." in said
    assert said.endswith("Then run\nthe same command again.\n")
    assert all(len(line) <= 79 for line in said.split("\n"))


# stubs

def test_stub_keeps_words_and_loses_the_answer(tmp_path):
    file = load_check(tmp_path)
    stub = stub_of(file, RIGHT)
    assert stub.startswith("#!/usr/bin/env python3\n")
    assert "Double each number." in stub and "numbers" in stub
    assert "2 *" not in stub


def test_stub_of_a_script_keeps_its_given_data(tmp_path):
    file = load_check(tmp_path, SCRIPT)
    stub = stub_of(file, "#!x\narr = [1, 2]\nsum1 = sum(arr)\nprint(sum1)\n")
    assert stub == ("#!x\narr = [1, 2]\n"
                    "sum1 = None  # Write your code here.\nprint(sum1)\n")


def test_stub_of_a_choice_is_empty(tmp_path):
    assert stub_of(load_check(tmp_path, CHOICE), "2\n") == ""


def test_grading_the_finished_task_gives_all_points(tmp_path):
    root = finished_task(tmp_path, "script")
    course = Course(("*/5-double",), root=str(root / "grader" / "checks"))
    with open_sandbox(Limits()) as sandbox:
        result, = grade(str(root), course, sandbox, 1).tasks
    assert result.status == "passed"


# what the block of a figure must tell

@pytest.fixture(scope="module")
def drawing():
    with open_sandbox(Limits()) as sandbox:
        yield sandbox


@pytest.mark.parametrize("name, old, new, words", [
    (f"{TOPIC}/README.md", "green, ", "",
     f"{TOPIC}/README.md:46: the block of task 5 does not say green, and "
     f"`line_colours` in {CHECK}:7 grades it. Say it, or take "
     f"`line_colours` out there."),
    (f"{TOPIC}/README.md", "solid", "whole", "does not say solid"),
    (f"{TOPIC}/README.md", "`Area`", "`Surface`", "does not say `Area`"),
    (f"{TOPIC}/README.md", "y = x ** 2", "y = x ** 3",
     f":54: the block gives `y = x ** 3`, and {SOLUTION} has no such line"),
    (f"{TOPIC}/README.md", "y = x ** 2", "y = (x ** 2",
     "the given data is not valid Python"),
    (CHECK, '"g--")', '"g-")',
     f"{CHECK}:21: mistake_dashed is right in all that COMPARE asks for"),
    (CHECK, 'x="Area", y="Side"', 'form="-"',
     "mistake_labels_swapped never gives its hint: mistake_default_colour "
     "stands above it"),
    (CHECK, '"xlabel"', '"xlabel 2"', "the oracle draws 1 plots; COMPARE "
     "asks for 2. Draw the others too, or remove")])
def test_broken_promise_of_a_figure_is_named(tmp_path, drawing, name, old,
                                             new, words):
    root = finished_task(tmp_path, "figure")
    spoil(root / name, old, new)
    course = Course(("*/5-double",), root=str(root / "grader" / "checks"))
    file, = course.files
    said = [*broken_figure_promises(file, course.sketches, drawing),
            *broken_words(texts_of(root), course.sketches.oracle(file))]
    assert any(words in one for one in said), said
