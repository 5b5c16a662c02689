"""Files that know the answers of the examples and nothing else."""

import pytest
from graded import RIGHT, WRONG
from small_course import TASK

HEAD = '#!/usr/bin/env python3\n"""Doubling."""\n\n\n'
LOOKUP = HEAD + '''def double(numbers):
    """Double each number."""
    return {(1, 2): [2, 4], (): []}.get(tuple(numbers), [0])
'''
RAISES = LOOKUP.replace(".get(tuple(numbers), [0])", "[tuple(numbers)]")
ONE = LOOKUP.replace(", (): []", "")
HALF = HEAD + '''def double(numbers):
    """Double each number."""
    return [abs(2 * number) for number in numbers]
'''
SLOW = LOOKUP.replace("    return", "    while len(numbers) not in (0, 2):\n"
                      "        pass\n    return")


def remarks(classroom, text):
    classroom.submit(text)
    task, = classroom.report().tasks
    return [finding for finding in task.findings
            if finding.code == "only-examples"]


@pytest.mark.parametrize("text", [LOOKUP, RAISES],
                         ids=["wrong answers", "exceptions"])
def test_table_of_answers_is_told(text, classroom):
    finding, = remarks(classroom, text)
    assert finding.text == ("Your file is right for the examples of the "
                            "task and for nothing else.")
    assert (finding.part, finding.points_lost) == ("output", 0)


@pytest.mark.parametrize("text", [RIGHT, WRONG, ONE, HALF, SLOW], ids=[
    "right", "wrong", "one example", "half of the rest", "too slow"])
def test_other_files_are_not_blamed_for_it(text, classroom):
    assert remarks(classroom, text) == []


def test_table_of_answers_gets_the_share_of_the_examples(classroom):
    classroom.submit(LOOKUP)
    task, = classroom.report().tasks
    earned = {check.name: check.points > 0 for check in task.checks}
    assert earned == {"double([1, 2])": True, "double([])": True,
                      "short": False, "negative": False, "arguments": True}
    assert task.parts["output"].points == pytest.approx(4.2)


def test_table_of_one_run_is_worth_nothing_in_the_next(classroom):
    path = classroom.submit(LOOKUP)
    seed = classroom.grade(seed=None).seed
    cases = [(case.call.args[0], case.expected.value)
             for verdict in classroom.grade(seed=seed).tasks[0].verdicts
             for case in verdict.check.cases]
    table = ", ".join(f"{tuple(call)}: {value}" for call, value in cases)
    path.write_text(LOOKUP.replace("(): []", f"(): [], {table}"))
    task, = classroom.report(seed=None).tasks
    hidden = [check.status for check in task.checks
              if check.visibility == "hidden"]
    assert set(hidden) == {"failed"}


def test_table_in_a_neighbour_file_changes_the_hidden_inputs(classroom):
    classroom.submit(HEAD + "from table import ANSWERS\n\n" + '''
def double(numbers):
    """Double each number."""
    return ANSWERS.get(tuple(numbers))
''')
    folder = TASK.partition("/")[0]
    classroom.submit("ANSWERS = {}\n", f"{folder}/table.py")
    before = classroom.grade(seed=None).tasks[0].seed
    classroom.submit("ANSWERS = {(1, 2): [2, 4]}\n", f"{folder}/table.py")
    assert classroom.grade(seed=None).tasks[0].seed != before


def test_only_the_visible_checks_say_nothing_about_the_rest(classroom):
    classroom.submit(LOOKUP)
    task, = classroom.report(only_visible=True).tasks
    assert [finding.code for finding in task.findings] == []
