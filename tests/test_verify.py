"""`grader verify` finds every broken promise and names its way out."""

import pytest
from graded import RIGHT
from small_course import CHECK, TASK, load_check, make_plan, write_check
from test_checkfile import CHOICE, SCRIPT

from grader.author.promises import broken_promises
from grader.author.stubs import stub_of
from grader.author.verify import verify
from grader.cases import plan
from grader.course import Course


def broken(tmp_path, text):
    file = load_check(tmp_path, text)
    return list(broken_promises([plan(file, seed) for seed in (1, 2)]))


def run(tmp_path, text, reference=RIGHT, name=TASK + ".py"):
    write_check(tmp_path / "checks", text)
    path = tmp_path / "checkout" / name
    path.parent.mkdir(parents=True)
    if reference is not None:
        path.write_text(reference)
        path.chmod(0o755)
    course = Course(root=str(tmp_path / "checks"))
    (task, problems), = verify(course, str(tmp_path / "checkout"))
    assert task.startswith("0x00-topic/")
    return problems


@pytest.mark.parametrize("text", [CHECK, SCRIPT.replace("def inputs", '''
def mistake_longest(arr):
    """Add the numbers."""
    return str(max(arr))


def inputs'''), CHOICE])
def test_good_check_file_keeps_its_promises(tmp_path, text):
    assert broken(tmp_path, text) == []


@pytest.mark.parametrize("old, new, words", [
    ("[2, 4]", "[2, 5]", "the oracle disagrees with the example double("),
    ("return [number * number for", "return [2 * number for",
     "mistake_squares passes every hidden check"),
    ("return 2 * numbers", "return [n * n for n in numbers]",
     "mistake_repeats and mistake_squares do the same"),
    ("return 2 * numbers", "return [n * n for n in numbers]",
     "mistake_repeats gets the hint of another mistake"),
    ("repeats the list; double each number.", "repeats. " * 30,
     "a student reads two lines"),
    ("def mistake_", "def _mistake_", "it has no mistake")])
def test_broken_promise_is_named(tmp_path, old, new, words):
    problems = broken(tmp_path, CHECK.replace(old, new))
    assert any(words in problem for problem in problems)


def test_mistake_that_only_changes_its_argument_is_caught(tmp_path):
    text = CHECK + '''

def mistake_in_place(numbers):
    """Build a new list."""
    for place, number in enumerate(numbers):
        numbers[place] = 2 * number
    return list(numbers)
'''
    assert broken(tmp_path, text) == []


def test_right_reference_and_empty_stub_verify(tmp_path):
    assert run(tmp_path, CHECK) == []


def test_wrong_reference_is_named(tmp_path):
    problem, = run(tmp_path, CHECK, RIGHT.replace("2 * number for", "0 for"))
    assert "its reference solution loses points for output" in problem


def test_missing_reference_is_named(tmp_path):
    problem, = run(tmp_path, CHECK, None)
    assert "its reference solution is missing" in problem


def test_stub_that_earns_points_is_named(tmp_path):
    nothing = "[2 * number for number in numbers]"
    text = CHECK.replace(nothing, "None").replace(
        "[2, 4]", "None").replace('"double([])", []', '"double([])", None')
    problems = run(tmp_path, text, RIGHT.replace(nothing, "None"))
    assert any("a stub earns" in one for one in problems), problems


def test_check_file_that_cannot_be_loaded_is_named(tmp_path):
    problem, = run(tmp_path, CHECK.replace("KIND =", "KNID ="))
    assert "unknown name `KNID`" in problem


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


def test_plans_of_all_seeds_are_looked_at(tmp_path):
    # Sharp with one seed only: promised for all of them.
    text = CHECK.replace("rng.integers(1, 9, size).tolist()",
                         "[int(rng.integers(0, 2)) * 2]").replace(
        "(-rng.integers(3, 9, size)).tolist()", "[0]")
    plans = [make_plan(tmp_path, text, seed) for seed in range(20)]
    assert any("passes every hidden check" in one
               for one in broken_promises(plans))
