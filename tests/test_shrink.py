"""A shown case becomes smaller, and stays true."""

import msgspec
import pytest
from graded import RIGHT
from hypothesis import given
from hypothesis import strategies as st
from plain_values import generated
from shrink_runs import (hidden_failures, searched, shown, smaller_case)
from small_course import CHECK, make_plan, write_check

from grader.course import Course
from grader.explain import call_text
from grader.grading import grade, graded_tasks
from grader.judge import differ
from grader.policy import Policy
from grader.shrinking.search import MOST_TRIES, WIDTH, Search
from grader.shrinking.small_cases import (Effort, effort_of, small_cases,
                                          worth_it)

LONG = CHECK.replace("for size in (1, 2, 3):", "for size in (1, 6, 9):")
MATRIX = '''"""Add the numbers of each row."""

KIND = "function"
ENTRY = "sums"
EXAMPLES = [("sums([[1, 2], [3, 4]])", [3, 7])]


def oracle(rows, start=0):
    return [sum(row, start) for row in rows]


def inputs_rows(rng):
    """rows of numbers"""
    for n, m in ((1, 1), (2, 2), (3, 5), (4, 6)):
        yield rng.integers(-20, 21, (n, m)).tolist(), 0
'''
ORDER = '''"""The greatest of some numbers."""

KIND = "function"
ENTRY = "greatest"
EXAMPLES = [("greatest([1, 2])", 2)]


def oracle(numbers):
    if not numbers:
        raise ValueError("no numbers")
    return max(numbers)


def inputs_numbers(rng):
    """some numbers"""
    for size in (1, 2, 5, 8):
        yield (rng.integers(0, 50, size).tolist(),)
'''


def wrong_when_long(numbers):
    """Right for short lists only."""
    doubled = [2 * number for number in numbers]
    return doubled[:-1] + [0] if len(doubled) > 3 else doubled


def only_failure(plan, program):
    verdict, = hidden_failures(plan, program)
    return verdict


# the search

def test_case_loses_the_numbers_that_do_not_matter(tmp_path):
    plan = make_plan(tmp_path, LONG)
    verdict = only_failure(plan, wrong_when_long)
    case, outcome, difference = smaller_case(plan, verdict, wrong_when_long)
    assert shown(plan, case) == "double([1, 2, 3, 4])"
    assert (case.expected.value, outcome.value) == ([2, 4, 6, 8],
                                                    [2, 4, 6, 0])
    assert difference.text == "at [3]: expected 8, got 0"


def test_smallest_size_of_the_inputs_is_kept(tmp_path):
    plan = make_plan(tmp_path, LONG.replace("(1, 6, 9)", "(6, 9)"))
    verdict = only_failure(plan, wrong_when_long)
    case, _, _ = smaller_case(plan, verdict, wrong_when_long)
    assert len(case.call.args[0]) == 6


def test_rows_and_columns_go_and_the_default_is_left_out(tmp_path):
    plan = make_plan(tmp_path, MATRIX)

    def wrong(rows, start=0):
        return [sum(row[:4], start) for row in rows]
    case, _, _ = smaller_case(plan, only_failure(plan, wrong), wrong)
    assert len(case.call.args) == 1
    (row,) = case.call.args[0]
    assert len(row) == 5
    assert max(map(abs, row)) <= 5


def test_other_case_of_the_check_is_taken_when_it_is_shorter(tmp_path):
    plan = make_plan(tmp_path, ORDER.replace("(1, 2, 5, 8)", "(8, 2, 5)"))

    def wrong(numbers):
        return max(numbers) + 1
    verdict = only_failure(plan, wrong)
    search = Search(plan, verdict)
    first, *others = search.calls()
    assert first is verdict.case
    assert [len(case.call.args[0]) for case in others] == [2, 5]


def test_call_that_is_smallest_already_stays(tmp_path):
    plan = make_plan(tmp_path, ORDER.replace(
        "rng.integers(0, 50, size).tolist()", "[1]"))

    def wrong(numbers):
        return 7
    verdict = only_failure(plan, wrong)
    assert smaller_case(plan, verdict, wrong) is None


@pytest.mark.parametrize("kind, program", [
    ("value", lambda numbers: [2 * x + (len(numbers) > 1)
                               for x in numbers]),
    ("length", lambda numbers: [2 * x for x in numbers][:2]),
    ("type", lambda numbers: tuple(2 * x for x in numbers)),
    ("returned nothing",
     lambda numbers: [2 * x for x in numbers] if len(numbers) < 4 else None),
])
def test_kind_of_difference_stays(tmp_path, kind, program):
    plan = make_plan(tmp_path, LONG)
    for verdict in hidden_failures(plan, program):
        found = smaller_case(plan, verdict, program)
        assert verdict.difference.kind == kind
        assert found is None or found[2].kind == kind


def test_exception_stays_at_its_line_with_its_text(tmp_path):
    plan = make_plan(tmp_path, LONG)

    def wrong(numbers):
        if len(numbers) > 3:
            raise KeyError("four")
        if len(numbers) > 1:
            raise KeyError("two")
        return [2 * number for number in numbers]
    verdicts = hidden_failures(plan, wrong)
    texts = {verdict.outcome.text: smaller_case(plan, verdict, wrong)
             for verdict in verdicts}
    assert len(texts["'four'"][0].call.args[0]) == 4
    assert texts["'four'"][1].text == "'four'"


def test_numbers_in_the_text_of_an_exception_may_change(tmp_path):
    plan = make_plan(tmp_path, LONG)

    def wrong(numbers):
        if len(numbers) > 2:
            raise IndexError(f"index {len(numbers)} is out of bounds")
        return [2 * number for number in numbers]
    found = smaller_case(plan, only_failure(plan, wrong), wrong)
    assert found[1].text == "index 3 is out of bounds"


def test_case_stays_explained_by_the_mistake_of_its_hint(tmp_path):
    plan = make_plan(tmp_path, LONG)
    squares = plan.file.mistakes["mistake_squares"]
    for verdict in hidden_failures(plan, squares):
        assert verdict.hint.startswith("You square")
        case, outcome, _ = (smaller_case(plan, verdict, squares)
                            or (verdict.case, verdict.outcome, None))
        assert outcome.value == [x * x for x in case.call.args[0]]


def test_input_whose_oracle_raises_is_not_asked(tmp_path):
    plan = make_plan(tmp_path, ORDER.replace("(1, 2, 5, 8)", "(0, 1, 5)"))

    def wrong(numbers):
        return (max(numbers) if len(numbers) < 2 else min(numbers)) \
            if numbers else oracle_of(plan)([])
    verdict = only_failure(plan, wrong)
    _, rounds = searched(plan, verdict, wrong)
    asked = [case for calls in rounds[1:] for case in calls]
    assert asked
    assert all(case.expected.state == "value" for case in asked)


def oracle_of(plan):
    return plan.file.oracle


def test_where_another_program_is_right_the_case_is_not_moved(tmp_path):
    text = ORDER + '''

def accept_first_of_equals(numbers):
    """You give the first one. That is right too when all are equal."""
    return max(numbers) if len(numbers) > 2 else numbers[0]
'''
    plan = make_plan(tmp_path, text.replace("(1, 2, 5, 8)", "(1, 3, 8)"))

    def wrong(numbers):
        return numbers[0]
    verdict = only_failure(plan, wrong)
    case, outcome, _ = smaller_case(plan, verdict, wrong)
    assert len(case.call.args[0]) > 2
    assert outcome.value != max(case.call.args[0])


def test_case_that_another_right_program_answers_alike_is_not_shown(
        tmp_path):
    text = ORDER + '''

def accept_first(numbers):
    """You give the first one."""
    return numbers[0]
'''
    plan = make_plan(tmp_path, text.replace(
        "yield (rng.integers(0, 50, size).tolist(),)",
        "yield ([7, 9, 8][:size] + [1] * (size - 3),)"))

    def wrong(numbers):
        return numbers[min(len(numbers) - 1, 4)] if len(numbers) > 2 else (
            numbers[0])
    verdict = only_failure(plan, wrong)
    assert verdict.case.call.args == ([7, 9],)
    case, outcome, _ = smaller_case(plan, verdict, wrong)
    assert outcome.value not in (max(*case.call.args), case.call.args[0][0])


# guards

GUARDED = LONG + '''

def valid(numbers):
    """Never an even number of numbers."""
    return len(numbers) % 2 == 1


def valid_negative(numbers):
    """The first number is the smallest."""
    return numbers[0] == min(numbers)
'''


def test_guard_of_the_check_file_is_asked(tmp_path):
    plan = make_plan(tmp_path, GUARDED.replace("(1, 6, 9)", "(1, 5, 9)"))
    verdict = only_failure(plan, wrong_when_long)
    _, rounds = searched(plan, verdict, wrong_when_long)
    assert {len(case.call.args[0]) % 2
            for calls in rounds for case in calls} == {1}


@given(least=st.integers(0, 6), most=st.integers(1, 9))
@generated
def test_result_is_never_outside_of_the_guard(tmp_path_factory, least, most):
    plan = make_plan(tmp_path_factory.mktemp("guard"), LONG + f'''

def valid(numbers):
    """Only such numbers."""
    return sum(numbers) >= {least} and numbers.count(1) <= {most}
''')
    verdict = only_failure(plan, wrong_when_long)
    found = smaller_case(plan, verdict, wrong_when_long)
    if found is not None:
        numbers, = found[0].call.args
        assert sum(numbers) >= least and numbers.count(1) <= most
        assert differ(plan, found[0], found[1]) is not None


@given(limit=st.integers(0, 8), wanted=st.integers(-9, 9))
@generated
def test_result_is_smaller_and_fails_for_the_same_reason(
        tmp_path_factory, limit, wanted):
    plan = make_plan(tmp_path_factory.mktemp("reason"), LONG)

    def wrong(numbers):
        return [2 * x if x != wanted or len(numbers) <= limit else 2 * x + 1
                for x in numbers]
    for verdict in hidden_failures(plan, wrong):
        found = smaller_case(plan, verdict, wrong)
        if found is None:
            continue
        case, outcome, difference = found
        assert len(shown(plan, case)) <= len(shown(plan, verdict.case))
        assert case.expected.value == [2 * x for x in case.call.args[0]]
        assert outcome.value == wrong(*case.call.args)
        assert difference.kind == verdict.difference.kind


# what cannot be trusted

def test_failure_that_does_not_come_back_keeps_its_case(tmp_path):
    plan = make_plan(tmp_path, LONG)
    verdict = only_failure(plan, wrong_when_long)
    search = Search(plan, verdict)
    calls = search.calls()
    right = [case.expected for case in calls]
    search.learn(right)
    assert search.calls() == []
    assert search.result is None


def test_result_that_fails_only_after_other_calls_is_dropped(tmp_path):
    plan = make_plan(tmp_path, LONG)
    verdict = only_failure(plan, wrong_when_long)
    search = Search(plan, verdict)
    sizes = []
    while calls := search.calls():
        sizes.append(len(calls))
        # The only call of a process is right, what comes later is not.
        search.learn([
            case.expected if len(calls) == 1 and len(sizes) > 1 else
            msgspec.structs.replace(
                case.expected, value=wrong_when_long(*case.call.args),
                raw=b"") for case in calls])
    assert sizes[-1] == 1
    assert search.result is None


def test_same_failure_is_shrunk_to_the_same_case_each_time(tmp_path):
    plan = make_plan(tmp_path, LONG)
    verdict = only_failure(plan, wrong_when_long)
    texts = {tuple(shown(plan, case) for calls in searched(
        plan, verdict, wrong_when_long)[1] for case in calls)
        for _ in range(3)}
    assert len(texts) == 1


def test_number_of_calls_has_an_end(tmp_path):
    plan = make_plan(tmp_path, LONG.replace(
        "rng.integers(1, 9, size)", "rng.integers(1, 9999, size * 30)"))

    def wrong(numbers):
        return [2 * x for x in numbers] + [1] * (sum(numbers) % 7 == 3
                                                 or len(numbers) > 99)
    for verdict in hidden_failures(plan, wrong):
        _, rounds = searched(plan, verdict, wrong)
        calls = sum(map(len, rounds[1:]))
        assert calls <= MOST_TRIES + 1
        assert max(map(len, rounds)) <= WIDTH + 1


def test_search_that_is_out_of_time_confirms_what_it_has(tmp_path):
    plan = make_plan(tmp_path, LONG)
    verdict = only_failure(plan, wrong_when_long)
    search = Search(plan, verdict)
    for _ in range(2):
        search.learn([msgspec.structs.replace(
            case.expected, value=wrong_when_long(*case.call.args), raw=b"")
            for case in search.calls()])
    last = search.calls(stop=True)
    assert len(last) == 1
    assert search.calls(stop=True) == []


# in the sandbox

WRONG_LONG = RIGHT.replace(
    "    return [2 * number for number in numbers]",
    "    doubled = [2 * number for number in numbers]\n"
    "    return doubled[:-1] + [0] if len(doubled) > 3 else doubled")


def submitted(classroom, text, check=LONG):
    write_check(classroom.checks, check)
    classroom.submit(text)
    return Course(root=str(classroom.checks))


def results_of(classroom, course, effort=1.0):
    course.policy = Policy(shrink_seconds=effort)
    result = grade(str(classroom.folder), course, classroom.sandbox, 1)
    return result.tasks[0]


def hidden_calls(task):
    return [call_text("double", verdict.case) for verdict in task.verdicts
            if verdict.case and verdict.check.visibility == "hidden"]


def test_submission_is_shown_a_smaller_case(classroom):
    task = results_of(classroom, submitted(classroom, WRONG_LONG))
    assert hidden_calls(task) == ["double([1, 2, 3, 4])"]


def test_no_time_leaves_the_case_as_it_is(classroom):
    course = submitted(classroom, WRONG_LONG)
    task = results_of(classroom, course, effort=0)
    cases = course.plan(task.file, 1, False).checks[2].cases
    assert hidden_calls(task) == [call_text("double", cases[1])]


def test_points_and_verdicts_are_the_same_with_and_without(classroom):
    course = submitted(classroom, WRONG_LONG)
    with_it, without = (results_of(classroom, course, effort)
                        for effort in (1, 0))
    assert with_it.parts == without.parts
    assert with_it.status == without.status
    assert [(verdict.status, verdict.hint, verdict.check.name)
            for verdict in with_it.verdicts] == [
        (verdict.status, verdict.hint, verdict.check.name)
        for verdict in without.verdicts]


def test_examples_are_shown_as_they_are(classroom):
    task = results_of(classroom, submitted(classroom, RIGHT.replace(
        "2 * number for", "3 * number for")))
    assert [call_text("double", verdict.case) for verdict in task.verdicts
            if verdict.check.visibility == "visible" and verdict.case][0] == (
        "double([1, 2])")


def test_program_that_counts_its_calls_keeps_the_first_case(classroom):
    task = results_of(classroom, submitted(classroom, RIGHT.replace(
        '    """Double each number."""',
        '    """Double each number."""\n    seen.append(1)').replace(
        "def double", "seen = []\n\n\ndef double").replace(
        "for number in numbers]",
        "for number in numbers][:9 - 2 * len(seen)]"), LONG))
    course = Course(root=str(classroom.checks))
    known = {call_text("double", case) for check in course.plan(
        task.file, 1, False).checks for case in check.cases}
    assert set(hidden_calls(task)) <= known


def test_unwritten_function_costs_no_search(classroom):
    course = submitted(classroom, RIGHT.replace(
        "return [2 * number for number in numbers]", "pass"))
    assert worth_it(results_of(classroom, course, effort=0)) == []


def test_endless_loop_is_never_asked_again(classroom):
    course = submitted(classroom, RIGHT.replace(
        '    """Double each number."""', '    """Double each number."""\n'
        "    while len(numbers) > 3:\n        pass"))
    task = results_of(classroom, course, effort=0)
    states = {verdict.outcome.state for verdict in task.verdicts
              if verdict.outcome}
    assert "timeout" in states
    assert worth_it(task) == []


def test_crash_becomes_smaller_with_a_few_calls(classroom):
    course = submitted(classroom, RIGHT.replace(
        '    """Double each number."""', '    """Double each number."""\n'
        "    import os\n    if len(numbers) > 3:\n        os.abort()"))
    task = results_of(classroom, course)
    crashed = [verdict for verdict in task.verdicts
               if verdict.outcome and verdict.outcome.state == "crash"]
    assert crashed
    assert all(len(verdict.case.call.args[0]) > 3 for verdict in crashed)


def test_trouble_of_ours_leaves_the_case_as_it_is(classroom, monkeypatch):
    course = submitted(classroom, WRONG_LONG)
    before = results_of(classroom, course, effort=0)

    def broken(self, stop=False):
        raise RuntimeError("ours")
    monkeypatch.setattr(Search, "calls", broken)
    after = results_of(classroom, course)
    assert hidden_calls(after) == hidden_calls(before)
    assert after.parts == before.parts


def test_result_comes_once_more_where_its_case_is_smaller(classroom):
    course = submitted(classroom, WRONG_LONG)
    course.policy = Policy()
    task = results_of(classroom, course, effort=0).task
    course.policy = Policy()
    first, second = graded_tasks([task], course, classroom.sandbox, 1, False)
    assert first.parts == second.parts
    assert len(hidden_calls(second)[0]) < len(hidden_calls(first)[0])


def test_passing_task_is_told_once(classroom):
    course = submitted(classroom, RIGHT)
    task = results_of(classroom, course, effort=0).task
    assert len(list(graded_tasks([task], course, classroom.sandbox, 1,
                                 False))) == 1


def test_time_of_a_submission_has_an_end(classroom):
    course = submitted(classroom, WRONG_LONG)
    task = results_of(classroom, course, effort=0)
    assert small_cases([task], course, classroom.sandbox, False,
                       Effort(1.0, 0.0)) == []


def test_three_tasks_share_the_time_of_a_submission():
    assert effort_of(2) == Effort(2, 6)


@pytest.mark.parametrize("seconds", [-1, 1e7])
def test_policy_refuses_senseless_seconds(tmp_path, seconds):
    from grader.policy import PolicyError, read_policy
    path = tmp_path / "grader.toml"
    path.write_text(f"shrink_seconds = {seconds}\n", encoding="utf-8")
    with pytest.raises(PolicyError, match="shrink_seconds"):
        read_policy(str(path))
