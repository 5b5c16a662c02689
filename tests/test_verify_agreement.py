"""Lesson, solution, driver and check file agree, or the author is told.

Each case spoils one place of a finished task. The message must begin with the
file and the line, and say what mends it.
"""

import pytest
from new_tasks import (OTHERS, TOPIC, files_of, finished_task, small_checkout,
                       spoil, texts_of, write_task)

from grader.author.agreement.unfinished import MARK
from grader.author.readiness import Readiness
from grader.course import Course
from grader.model import Limits
from grader.sandbox import open_sandbox

CHECK = f"grader/checks/{TOPIC}/5-double.py"
SOLUTION = f"{TOPIC}/5-double.py"
DRIVER = f"{TOPIC}/5-main.py"
LESSON = f"{TOPIC}/README.md"


@pytest.fixture(scope="module")
def sandbox():
    with open_sandbox(Limits()) as opened:
        yield opened


def told(root, sandbox):
    """All that is said of the texts of the one task that can be loaded."""
    course = Course(("*/5-double",), root=str(root / "grader" / "checks"))
    assert course.broken == {}
    ready = Readiness(course, str(root), sandbox)
    file, = course.files
    trouble = ready.trouble(file)
    said = [trouble] if trouble else list(ready.of_texts(file))
    for _, problems in ready.of_lessons():
        said += problems
    return said


@pytest.mark.parametrize("kind", ["function", "class", "script", "choice",
                                  "figure"])
def test_finished_task_of_each_kind_agrees(tmp_path, sandbox, kind):
    assert told(finished_task(tmp_path, kind), sandbox) == []


# (kind, file, old, new, line, words of the message)
SPOILED = [
    # names and signatures
    ("function", CHECK, 'ENTRY = "double"', 'ENTRY = "doubled"',
     f"{SOLUTION}:5", 'rename `double` to `doubled` here, or write ENTRY = '
                      '"double" there'),
    ("function", SOLUTION, "in numbers]", "in numbers",
     f"{SOLUTION}:12", "this is not valid Python: '[' was never closed"),
    ("script", SOLUTION, "first = arr", "first = = arr",
     f"{SOLUTION}:3", "not valid Python"),
    ("function", SOLUTION, "double(numbers)", "double(numbers, times=2)",
     f"{SOLUTION}:5", f"takes (numbers, times=2), the oracle in {CHECK}:14 "
                      f"takes (numbers). Use the same names"),
    ("function", CHECK, "_squares(numbers)", "_squares(n)",
     f"{CHECK}:35", "mistake_squares takes (n), the oracle takes (numbers)"),
    ("class", SOLUTION, "def width", "def breadth",
     f"{SOLUTION}:23", "`Double.breadth` is not in the Oracle of "
                       f"{CHECK}:22"),
    ("class", SOLUTION, "def width", "def _width",
     f"{SOLUTION}:5", "`Double` has no `width`, but the Oracle"),
    ("function", LESSON, "`double(numbers)`", "`double(values)`",
     f"{LESSON}:49", "Write `double(numbers)`."),
    ("function", LESSON, "`double(numbers)`", "it",
     f"{LESSON}:46", "does not show `double(numbers)`"),
    # the driver
    ("function", DRIVER, "# [2, 4]", "# [2, 5]",
     f"{DRIVER}:6", "says `[2, 5]`, but the driver prints `[2, 4]`"),
    ("function", DRIVER, "  # [2, 4]", "",
     f"{DRIVER}:7", "prints 2 lines, its comments say 1. Write `# [2, 4]`"),
    ("function", DRIVER, "# []", "# []\n# the end",
     f"{DRIVER}:8", "Remove `# the end`: comments of a driver are its"),
    ("function", DRIVER, "print(double([1, 2]))  # [2, 4]\n"
     "print(double([]))  # []\n", "print(double([]))\n",
     f"{DRIVER}:1", "shows no result. Write each one as a comment"),
    ("function", DRIVER, "double([1, 2])", "double(12)",
     f"{DRIVER}:6", f"stops with TypeError: 'int' object is not iterable. "
                    f"Correct it; `python3 {DRIVER}` shows it"),
    ("function", DRIVER, '"5-double"', '"6-double"',
     f"{DRIVER}:4", 'does not load this task. Write `__import__("5-double")`'
     ),
    ("function", DRIVER, "#!/usr/bin/env python3", "#!/usr/bin/python",
     f"{DRIVER}:1", "write `#!/usr/bin/env python3` as the first line"),
    ("function", DRIVER, "print", "\n" * 12 + "print",
     f"{DRIVER}:16", "has 19 lines; students read 15"),
    ("figure", DRIVER, "# 1", "# 2",
     f"{DRIVER}:9", "says `2`, but the driver prints `1`"),
    ("choice", DRIVER, "2. 4", "2. 6",
     f"{DRIVER}:8", f"prints `2. 6`, but {CHECK}:5 says `2. 4`"),
    # the block of the lesson
    ("function", LESSON, "### 5. Double", "### 5 Double",
     f"{LESSON}:33", "no block for this task. Write `### 5. Title: "
                     "`5-double.py`` below `## Tasks`"),
    ("function", LESSON, "\n[2, 4]\n", "\n[2, 5]\n",
     f"{LESSON}:56", "`double([1, 2])` gives `[2, 4]`, the lesson shows "
                     "`[2, 5]`"),
    ("function", LESSON, "double([1, 2])\n", "double([1, 2)\n",
     f"{LESSON}:56", "SyntaxError"),
    ("function", LESSON, "20 minutes", "not long",
     f"{LESSON}:46", "Write `20 minutes` behind the link"),
    ("function", LESSON, "- Returns:", "- word" + " word" * 120 + "\n-",
     f"{LESSON}:46", "at most 120 are read. Move the idea"),
    ("function", LESSON, f"python3 {DRIVER}", f"{DRIVER}",
     f"{LESSON}:46", f"lacks a command. End it with the line Try: `python3 "
                     f"{DRIVER}`"),
    ("function", LESSON, "grader --task 5-double", "grader 5-double",
     f"{LESSON}:46", "Grade: `python3 grader --task 5-double`"),
    ("function", LESSON, "### 3. Three: `3-", "### 9. Nine: `9-",
     f"{LESSON}:46", "task 5 stands below task 9. Sort the blocks"),
    ("function", LESSON, "[task 5](#5-double-5-doublepy),\n", "",
     f"{LESSON}:32", "does not send its readers to task 5. Write [task 5]"
                     "(#5-double-5-doublepy)"),
    ("function", LESSON, "3, 5, 8", "3, 8",
     f"{LESSON}:14", "does not name task 5 in this row. Add the number"),
    ("function", LESSON, "(#lists-of-numbers), 20", "(#lists), 20",
     f"{LESSON}:46", "links to no section of the map. Write *([Section]"),
    ("function", SOLUTION, 'section "Lists of', 'section "List of',
     f"{SOLUTION}:10", "no such heading. Copy a heading letter by letter"),
    ("choice", LESSON, "2. `4`", "2. `6`",
     f"{LESSON}:54", f"not the options of {CHECK}:5. Write, one below the "
                     f"other: 1. `3` 2. `4` 3. `5`"),
    ("choice", LESSON, "How many numbers", "How much",
     f"{LESSON}:46", "Write, word for word: How many numbers are in"),
    ("choice", LESSON, "How many", "The answer is 2. How many",
     f"{LESSON}:46", "tells the answer. Remove that sentence"),
    # the lesson around it
    ("function", LESSON, ">>> [1, 2][0]\n1", ">>> [1, 2][0]\n2",
     f"{LESSON}:28", "`[1, 2][0]` gives `1`, the lesson shows `2`"),
    ("function", LESSON, "### 3. Three: `3-three", "### 3. Three: `3-tree",
     f"{LESSON}:42", f"no check file grader/checks/{TOPIC}/3-tree.py for "
                     "this block. Delete the block, or"),
    ("function", LESSON, "#3-three-3-threepy", "#3-three-3-treepy",
     f"{LESSON}:32", "leads to no block of a task. Delete it"),
    ("function", LESSON, "| 1 |", "| 1, 2 |",
     f"{LESSON}:13", "names task 2, which has no block. Take the number"),
    ("function", LESSON, "4 tasks", "3 tasks",
     f"{LESSON}:6", "speaks of 3 tasks, the topic has 4"),
    # the form of the check file
    ("function", CHECK, '"""Double."""', '"""double"""',
     f"{CHECK}:1", "write one sentence with a capital letter and a full"),
    ("function", CHECK, "lists of whole numbers", "Lists of numbers.",
     f"{CHECK}:18", "names the check to students"),
    ("function", CHECK, "lists of whole numbers", "lists",
     f"{CHECK}:18", "name the inputs in 6 to 79"),
    ("function", CHECK, "KIND", "# " + "long " * 16 + "\nKIND",
     f"{CHECK}:3", "79 are allowed. (E501)"),
    ("function", DRIVER, "print(double([1, 2]))", "print (double([1, 2]))",
     f"{DRIVER}:6", "(E211)"),
    ("function", CHECK, "KIND", "import random\nKIND",
     f"{CHECK}:3", "it imports `random`; a check file may import numpy"),
    ("function", CHECK, "multiply each number by 2.", "multiply " * 20 + ".",
     f"{CHECK}:30", "fills 3 lines of 79 letters; a student reads two. Cut"),
    ("function", CHECK, "number by 2.", "number by 2",
     f"{CHECK}:30", "is no sentence: it ends with ` number by 2`"),
    ("function", CHECK, "`2 * numbers` is the list twice; multiply each "
     "number by 2.", "Your result is wrong.",
     f"{CHECK}:30", "does not say what to do: `Your result is wrong.` Say"),
    ("function", CHECK, "number by 2.", "number, as in 8-eight_more.",
     f"{CHECK}:30", "names another task, `8-eight_more`"),
    ("choice", CHECK, "You left out both ends.", "The answer 2 is right.",
     f"{CHECK}:8", "the hint of option 1 tells the answer"),
    ("choice", CHECK, '"3", "4", "5"', '"3", "4", "3"',
     f"{CHECK}:5", "two options are equal"),
]


@pytest.mark.parametrize("kind, name, old, new, place, words", SPOILED)
def test_spoiled_place_is_named_with_line_and_way_out(
        tmp_path, sandbox, kind, name, old, new, place, words):
    root = finished_task(tmp_path, kind)
    other = root / "grader" / "checks" / "0x01-other"
    other.mkdir()
    (other / "8-eight_more.py").write_text("# another topic")
    spoil(root / name, old, new)
    said = told(root, sandbox)
    assert any(one.startswith(place + ": ") and words in one
               for one in said), said


def test_driver_that_never_ends_is_stopped_and_named(tmp_path, sandbox,
                                                     monkeypatch):
    monkeypatch.setattr("grader.author.agreement.running.OURS",
                        Limits(call_seconds=0.3))
    root = finished_task(tmp_path)
    spoil(root / DRIVER, "print(double([1, 2]))  # [2, 4]\n",
          "while True:\n    double([1])\n")
    said, = told(root, sandbox)
    assert said.startswith(f"{DRIVER}:")
    assert "the driver stops with timeout: no answer after 0.3" in said


def test_missing_driver_is_named(tmp_path, sandbox):
    root = finished_task(tmp_path)
    (root / DRIVER).unlink()
    said, = told(root, sandbox)
    assert said.startswith(f"{DRIVER}: there is no driver. Write a short")


def test_missing_lesson_is_named(tmp_path, sandbox):
    root = finished_task(tmp_path)
    (root / LESSON).unlink()
    said, = told(root, sandbox)
    assert said.startswith(f"{LESSON}: there is no lesson. Write one")


def test_trouble_with_the_name_hides_what_would_follow_from_it(
        tmp_path, sandbox):
    root = finished_task(tmp_path)
    spoil(root / CHECK, 'ENTRY = "double"', 'ENTRY = "doubled"')
    assert len(told(root, sandbox)) == 1


@pytest.mark.parametrize("kind", ["function", "class", "script", "choice",
                                  "figure"])
def test_every_mark_of_a_new_task_is_named_and_nothing_else(
        tmp_path, sandbox, kind):
    root = small_checkout(tmp_path)
    made = write_task(root, kind)
    wanted = [f"{path.relative_to(root)}:{number}"
              for path in files_of(root, made) for number, line
              in enumerate(path.read_text("utf-8").split("\n"), 1)
              if MARK in line]
    said = told(root, sandbox)
    assert sorted(one.partition(": ")[0] for one in said) == sorted(wanted)
    assert len(wanted) == made.marks > 4
    assert all("still to fill in: " in one
               and one.endswith("Write yours, then delete this comment.")
               for one in said)


def test_mark_of_another_block_belongs_to_the_other_task(tmp_path, sandbox):
    root = finished_task(tmp_path)
    spoil(root / LESSON, "### 3. Three", f"<!-- {MARK} all -->\n### 3. Three")
    assert told(root, sandbox) == []


def test_example_that_raises_is_right_as_the_lesson_shows_it(
        tmp_path, sandbox):
    root = finished_task(tmp_path)
    spoil(root / LESSON, ">>> double([])\n[]", """>>> double(None)
Traceback (most recent call last):
  ...
TypeError: 'NoneType' object is not iterable""")
    assert told(root, sandbox) == []


def test_texts_know_their_parts(tmp_path):
    texts = texts_of(finished_task(tmp_path))
    assert (texts.name, texts.topic, texts.number) == (
        "5-double", TOPIC, "5")
    assert texts.block.title == "5. Double: `5-double.py`"
    assert texts.defined("oracle") == f"{CHECK}:14"
    assert len(OTHERS) == 3
