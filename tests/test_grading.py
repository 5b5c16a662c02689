"""One submission from its folder to its exact result."""

from graded import RIGHT, WRONG
from small_course import CHECK, TASK, write_check
from test_checkfile import CHOICE, CLASS, SCRIPT


def only(result):
    task, = result.tasks
    return task


def earned(task):
    return {part: float(score.points) for part, score in task.parts.items()}


def test_right_file_earns_everything(classroom):
    classroom.submit(RIGHT)
    task = only(classroom.grade())
    assert task.status == "passed"
    assert earned(task) == {"output": 7, "rules": 1, "style": 1, "docs": 1}


def test_wrong_file_keeps_what_is_right(classroom):
    classroom.submit(WRONG)
    task = only(classroom.grade())
    assert task.status == "failed"
    # The empty list is right, and the argument stays as it was.
    assert earned(task) == {"output": 2.8, "rules": 1, "style": 1, "docs": 1}


def test_missing_file_earns_nothing_and_is_named(classroom):
    task = only(classroom.grade())
    assert (task.status, sum(earned(task).values())) == ("missing", 0)
    assert "0-double.py" in task.task.problem


def test_missing_docstrings_cost_docs_only(classroom):
    classroom.submit(RIGHT.replace('    """Double each number."""\n', ""))
    assert earned(only(classroom.grade()))["docs"] == 0.5


def test_style_costs_style_only(classroom):
    classroom.submit(RIGHT.replace("2 * number", "2*number  "))
    task = only(classroom.grade())
    assert earned(task) == {"output": 7, "rules": 1, "style": 2 / 3,
                            "docs": 1}
    assert [finding.part for finding in task.findings] == ["style"]


def test_broken_rule_costs_rules_only(classroom):
    write_check(classroom.checks, CHECK.replace(
        "ENTRY =", 'RULES = ["no loops"]\nENTRY ='))
    classroom.submit(RIGHT)
    task = only(classroom.grade())
    assert earned(task) == {"output": 7, "rules": 0, "style": 1, "docs": 1}


def test_rule_that_is_the_task_refuses_the_output(classroom):
    write_check(classroom.checks, CHECK.replace(
        "ENTRY =", 'RULES = ["no loops"]\nRULES_ARE_THE_TASK = True\n'
        "ENTRY ="))
    classroom.submit(RIGHT)
    task = only(classroom.grade())
    assert (task.status, earned(task)["output"]) == ("refused", 0)
    assert {verdict.status for verdict in task.verdicts} == {"refused"}


def test_forbidden_module_is_truly_not_importable(classroom):
    write_check(classroom.checks, CHECK.replace(
        "ENTRY =", 'RULES = ["never numpy"]\n'
        'RULES_ARE_THE_TASK = ["never numpy"]\nENTRY ='))
    classroom.submit(RIGHT.replace(
        "    return [2 * number for number in numbers]",
        '    name = "num" + "py"\n'
        "    from importlib import import_module as bring\n"
        "    return (2 * bring(name).array(numbers)).tolist()"))
    task = only(classroom.grade())
    assert earned(task)["output"] == 0


def test_syntax_error_is_one_finding_with_its_line(classroom):
    classroom.submit(RIGHT.replace("(numbers):", "(numbers)"))
    task = only(classroom.grade())
    finding, = [one for one in task.findings if one.part == "output"]
    assert (finding.line, sum(earned(task).values())) == (5, 0)
    assert [one.part for one in task.findings] == ["output"]


def test_lost_name_of_numpy_costs_nothing_and_is_told(classroom):
    classroom.submit(RIGHT.replace(
        "\n\ndef", "\nimport numpy as np\n\n\ndef").replace(
        "2 * number", "np.int(2 * number)"))
    task = only(classroom.grade())
    assert earned(task)["output"] == 7
    assert ["np.int" in finding.text for finding in task.findings
            if finding.remark] == [True]


def test_sibling_of_the_folder_can_be_imported(classroom):
    classroom.submit("TWO = 2\n", "0x00-topic/5-two.py")
    classroom.submit(RIGHT.replace(
        "\n\ndef", '\nTWO = __import__("5-two").TWO\n\n\ndef').replace(
        "2 * number", "TWO * number"))
    assert earned(only(classroom.grade()))["output"] == 7


def test_broken_check_file_is_our_error_and_costs_nothing(classroom):
    write_check(classroom.checks, CHECK.replace("def oracle", "def orakle"),
                "0x00-topic/1-broken")
    classroom.submit(RIGHT)
    result = classroom.grade()
    assert [task.status for task in result.tasks] == ["passed"]
    assert len(result.errors) == 1 and "orakle" in result.errors[0]


def test_generator_that_raises_is_an_error_of_that_task_only(classroom):
    write_check(classroom.checks, CHECK.replace(
        "for size in (1, 2, 3):", "for size in 7:"), "0x00-topic/1-other")
    classroom.submit(RIGHT)
    classroom.submit(RIGHT, "0x00-topic/1-other.py")
    statuses = {task.file.id: task.status
                for task in classroom.grade().tasks}
    assert statuses == {TASK: "passed", "0x00-topic/1-other": "grader_error"}


def test_class_is_graded(classroom):
    write_check(classroom.checks, CLASS)
    classroom.submit("class Counter:\n    def __init__(self, start):\n"
                     "        self.count = start\n")
    assert earned(only(classroom.grade()))["output"] == 7


def test_mistaken_class_gets_its_hint(classroom):
    write_check(classroom.checks, CLASS)
    classroom.submit("class Counter:\n    def __init__(self, start):\n"
                     "        self.count = 0\n")
    hints = {verdict.hint for verdict in only(classroom.grade()).verdicts}
    assert hints == {"Keep the start that is given."}


def test_choice_is_graded_without_its_form(classroom):
    write_check(classroom.checks, CHOICE)
    classroom.submit(" 2\r\n", TASK)
    assert sum(earned(only(classroom.grade())).values()) == 10


def test_wrong_choice_gets_its_hint_and_nothing_else(classroom):
    write_check(classroom.checks, CHOICE)
    classroom.submit("1\n", TASK)
    task = only(classroom.grade())
    verdict, = task.verdicts
    assert verdict.hint == "Count your thumbs."
    assert (verdict.case, sum(earned(task).values())) == (None, 0)


def test_script_is_run_with_other_given_values(classroom):
    write_check(classroom.checks, SCRIPT)
    classroom.submit("arr = [1, 2, 3]\nprint(sum(arr))\n")
    assert earned(only(classroom.grade()))["output"] == 7


def test_script_with_a_fixed_answer_fails_the_hidden_check(classroom):
    write_check(classroom.checks, SCRIPT)
    classroom.submit("arr = [1, 2, 3]\nprint(6)\n")
    task = only(classroom.grade())
    assert [verdict.status for verdict in task.verdicts] == ["passed",
                                                             "failed"]


def test_script_without_its_given_data_is_told_so(classroom):
    write_check(classroom.checks, SCRIPT)
    classroom.submit("print(6)\n")
    verdict = only(classroom.grade()).verdicts[1]
    assert verdict.status == "refused"
    assert "`arr =`" in verdict.outcome.text


def test_seed_comes_from_the_task_file_when_none_is_given(classroom):
    classroom.submit(RIGHT)
    one = only(classroom.grade(seed=None))
    two = only(classroom.grade(seed=None))
    classroom.submit(RIGHT + "\n")
    three = only(classroom.grade(seed=None))
    assert one.seed == two.seed != three.seed


def test_seed_of_a_task_does_not_depend_on_other_files(classroom):
    classroom.submit(RIGHT)
    before = only(classroom.grade(seed=None)).seed
    classroom.submit(RIGHT, "0x00-topic/notes.py")
    assert only(classroom.grade(seed=None)).seed == before


def test_seed_of_the_report_gives_the_same_questions_again(classroom):
    classroom.submit(WRONG)
    one = classroom.grade(seed=None)
    two = classroom.grade(seed=one.seed)
    three = classroom.grade(seed=only(one).seed)
    cases = [[verdict.check.cases for verdict in only(result).verdicts]
             for result in (one, two, three)]
    assert cases[0] == cases[1] == cases[2]


def test_given_seed_is_the_same_for_every_file(classroom):
    classroom.submit(RIGHT)
    one = only(classroom.grade(seed=7))
    classroom.submit(WRONG)
    assert only(classroom.grade(seed=7)).seed == one.seed == 7


def test_two_gradings_agree_in_everything_but_time(classroom):
    classroom.submit(WRONG)
    one, two = only(classroom.grade()), only(classroom.grade())
    assert one.parts == two.parts and one.findings == two.findings
    assert [verdict.hint for verdict in one.verdicts] == [
        verdict.hint for verdict in two.verdicts]


def test_fault_of_ours_in_one_task_is_named_and_costs_nothing(
        classroom, monkeypatch):
    from grader import grading

    def stumble(*words):
        raise ZeroDivisionError("by us")
    monkeypatch.setattr(grading, "judge", stumble)
    classroom.submit(RIGHT)
    task = only(classroom.grade())
    assert task.status == "grader_error"
    assert task.error.startswith("ZeroDivisionError: by us (test_grading.py")
    assert "please report it" in task.error
