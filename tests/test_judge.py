"""Verdicts: what passes, what fails, and what is said about it."""

import pytest
from small_course import CHECK, make_plan, outcomes_of, value

from grader.judge import judge, judge_unrun
from grader.model import Finding, GraderError, Outcome


def statuses(verdicts):
    return {verdict.check.name: verdict.status for verdict in verdicts}


def failing(verdicts):
    return [verdict for verdict in verdicts if verdict.status != "passed"]


def judge_program(tmp_path, program, text=CHECK):
    plan = make_plan(tmp_path, text)
    return judge(plan, outcomes_of(plan, program))


def test_right_program_passes_every_check(tmp_path):
    verdicts = judge_program(tmp_path, lambda xs: [x + x for x in xs])
    assert set(statuses(verdicts).values()) == {"passed"}
    assert len(verdicts) == 5       # two examples, two groups, arguments


def test_floats_of_equal_value_pass(tmp_path):
    verdicts = judge_program(tmp_path, lambda xs: [2.0 * x for x in xs])
    assert failing(verdicts) == []


def test_floats_fail_where_exact_numbers_are_asked_for(tmp_path):
    text = CHECK.replace('ENTRY =', 'EXACT_NUMBERS = True\nENTRY =')
    verdicts = judge_program(tmp_path, lambda xs: [2.0 * x for x in xs],
                             text)
    assert failing(verdicts)[0].difference.kind == "number type"


def test_known_mistake_gets_its_hint_on_every_failing_check(tmp_path):
    verdicts = judge_program(tmp_path, lambda xs: [x ** 2 for x in xs])
    assert {verdict.hint for verdict in failing(verdicts)} == {
        "You square the numbers; doubling multiplies by 2."}


def test_nearly_known_mistake_is_named_only_where_it_is_made(tmp_path):
    verdicts = judge_program(
        tmp_path, lambda xs: [x ** 2 if x > 0 else 0 for x in xs])
    hints = {verdict.check.name: verdict.hint
             for verdict in failing(verdicts)}
    assert "square" in hints["short"]
    assert hints["short"].startswith('For "short lists": You ')
    assert "square" not in hints["negative"]


def test_function_without_a_body_earns_nothing(tmp_path):
    text = CHECK.replace("EXAMPLES = [", 'EXAMPLES = [\n'
                         '    ("double(None)", None),').replace(
        "    return [2 *", "    return None if numbers is None else [2 *")
    verdicts = judge_program(tmp_path, lambda xs: None, text)
    assert "passed" not in statuses(verdicts).values()
    assert verdicts[0].difference.kind == "nothing"


def test_none_passes_where_it_is_right_and_others_work(tmp_path):
    text = CHECK.replace("EXAMPLES = [", 'EXAMPLES = [\n'
                         '    ("double(None)", None),').replace(
        "    return [2 *", "    return None if numbers is None else [2 *")
    verdicts = judge_program(
        tmp_path, lambda xs: None if xs is None else [9 for x in xs], text)
    assert statuses(verdicts)["double(None)"] == "passed"


def test_changed_argument_fails_one_check_only(tmp_path):
    def program(numbers):
        for place, number in enumerate(numbers):
            numbers[place] = 2 * number
        return list(numbers)
    verdicts = judge_program(tmp_path, program)
    assert statuses(verdicts)["arguments"] == "failed"
    assert len(failing(verdicts)) == 1
    assert failing(verdicts)[0].difference.text == (
        "your function changed its argument `numbers`")


def test_changed_argument_passes_where_the_task_changes_it(tmp_path):
    text = CHECK.replace("ENTRY =", 'MUTATES = ["numbers"]\nENTRY =')

    def program(numbers):
        result = [2 * number for number in numbers]
        numbers.clear()
        return result
    assert failing(judge_program(tmp_path, program, text)) == []


def test_returning_the_argument_itself_is_seen(tmp_path):
    text = CHECK.replace("2 * number for", "number for").replace(
        "[2, 4]", "[1, 2]")
    verdicts = judge_program(tmp_path, lambda numbers: numbers, text)
    assert [(verdict.difference.kind, verdict.difference.text)
            for verdict in failing(verdicts)] == [
        ("shared", "Your result is the same list as the argument "
                   "`numbers`.")]


def test_shared_parts_pass_where_they_are_allowed(tmp_path):
    text = CHECK.replace("2 * number for", "number for").replace(
        "[2, 4]", "[1, 2]").replace("ENTRY =", "SHARES = True\nENTRY =")
    assert failing(judge_program(tmp_path, lambda xs: xs, text)) == []


def test_side_effects_are_not_judged_when_nothing_passed(tmp_path):
    verdicts = judge_program(tmp_path, lambda numbers: "no")
    assert statuses(verdicts)["arguments"] == "not_run"


def test_printed_instead_of_returned_is_named(tmp_path):
    plan = make_plan(tmp_path)
    outcomes = [Outcome("value", None, stdout=str(one.value))
                for one in outcomes_of(plan, plan.file.oracle)]
    outcomes[0] = value([2, 4])     # written, so not "nothing"
    verdicts = judge(plan, outcomes)
    assert {verdict.difference.kind for verdict in failing(verdicts)} == {
        "printed"}
    assert "return" in failing(verdicts)[0].hint


@pytest.mark.parametrize("state, status", [
    ("timeout", "refused"), ("refused", "refused"), ("crash", "failed"),
    ("not_run", "not_run")])
def test_stopped_call_decides_the_status(tmp_path, state, status):
    plan = make_plan(tmp_path)
    outcomes = outcomes_of(plan, plan.file.oracle)
    outcomes[0] = Outcome(state, error=state, text="it was stopped")
    verdicts = judge(plan, outcomes)
    assert verdicts[0].status == status
    assert statuses(verdicts[1:])["short"] == "passed"


def test_running_out_of_memory_is_refused(tmp_path):
    plan = make_plan(tmp_path)
    outcomes = outcomes_of(plan, plan.file.oracle)
    outcomes[0] = Outcome("exception", error="MemoryError")
    assert judge(plan, outcomes)[0].status == "refused"


EXCEPTION = CHECK.replace("EXAMPLES = [", '''EXAMPLES = [
    ("double(7)", TypeError("numbers must be a list")),''').replace(
    "    return [2 *", '''    if type(numbers) is not list:
        raise TypeError("numbers must be a list")
    return [2 *''')


def raising(error):
    def program(numbers):
        if numbers == 7:
            raise error
        return [2 * number for number in numbers]
    return program


def test_exact_exception_passes(tmp_path):
    program = raising(TypeError("numbers must be a list"))
    assert failing(judge_program(tmp_path, program, EXCEPTION)) == []


@pytest.mark.parametrize("error, kind", [
    (ValueError("numbers must be a list"), "exception type"),
    (TypeError("a list, please"), "exception text"),
    (TypeError("numbers must be a list."), "exception text")])
def test_other_exception_fails(tmp_path, error, kind):
    verdicts = judge_program(tmp_path, raising(error), EXCEPTION)
    assert [verdict.difference.kind for verdict in failing(verdicts)] == [
        kind]


def test_value_instead_of_an_exception_fails(tmp_path):
    verdicts = judge_program(
        tmp_path, lambda xs: [] if xs == 7 else [2 * x for x in xs],
        EXCEPTION)
    assert failing(verdicts)[0].difference.kind == "no exception"


ACCEPT = CHECK + '''

def accept_texts(numbers):
    """Texts are fine too."""
    return [str(2 * number) for number in numbers]
'''


def test_other_right_answer_passes_with_its_remark(tmp_path):
    verdicts = judge_program(tmp_path, lambda xs: [str(2 * x) for x in xs],
                             ACCEPT)
    assert failing(verdicts) == []
    assert verdicts[0].hint == "Texts are fine too."


def test_mixture_of_two_right_answers_fails(tmp_path):
    verdicts = judge_program(
        tmp_path, lambda xs: [str(2 * x) if x % 2 else 2 * x for x in xs],
        ACCEPT)
    assert statuses(verdicts)["double([1, 2])"] == "failed"


def test_same_decides_where_the_comparison_found_a_difference(tmp_path):
    text = CHECK + '''

def same(expected, got):
    return sorted(expected) == sorted(got)
'''
    assert failing(judge_program(
        tmp_path, lambda xs: [2 * x for x in xs][::-1], text)) == []


def test_same_that_raises_is_a_grader_error(tmp_path):
    text = CHECK + '''

def same(expected, got):
    return expected - got
'''
    with pytest.raises(GraderError, match="same: TypeError"):
        judge_program(tmp_path, lambda xs: None if xs else "a", text)


def test_value_that_breaks_same_is_only_wrong(tmp_path):
    text = CHECK + '''

def same(expected, got):
    return expected < got
'''
    verdicts = judge_program(tmp_path, lambda xs: [None], text)
    assert len(failing(verdicts)) == 3


def test_argument_of_a_number_that_is_no_number_is_judged(tmp_path):
    plan = make_plan(tmp_path)
    outcomes = [Outcome("value", case.expected.value, raw=case.expected.raw,
                        changed={"\N{SUPERSCRIPT TWO}": [1]})
                for check in plan.checks for case in check.cases]
    wrong, = failing(judge(plan, outcomes))
    assert wrong.difference.kind == "changed"


def test_wrong_number_of_outcomes_is_a_grader_error(tmp_path):
    plan = make_plan(tmp_path)
    with pytest.raises(GraderError, match="0 outcomes"):
        judge(plan, [])


def test_first_failing_case_is_shown_with_its_call(tmp_path):
    verdicts = judge_program(tmp_path, lambda xs: [x ** 2 for x in xs])
    shown = failing(verdicts)[0]
    assert shown.case.call.args == ([1, 2],)
    assert shown.outcome.value == [1, 4]


def test_file_that_was_not_run_fails_every_check_for_one_reason(tmp_path):
    plan = make_plan(tmp_path)
    problem = Finding("output", "syntax", "Line 3 is no Python.", "Look.")
    verdicts = judge_unrun(plan, "failed", problem)
    assert {verdict.difference.text for verdict in verdicts} == {
        "Line 3 is no Python."}
    assert len(verdicts) == len(plan.checks)


def test_call_that_does_not_fit_the_function_gets_its_own_hint(tmp_path):
    text = CHECK + '''

def mistake_adds_text(numbers):
    """Add numbers to numbers."""
    return [number + "" for number in numbers]
'''
    verdicts = judge_program(tmp_path, lambda: [], text)
    assert {verdict.hint for verdict in failing(verdicts)
            if verdict.check.cases} == {
        "Compare the names and the order of your parameters with the "
        "signature that the task gives."}


def test_mistake_beside_a_changed_argument_keeps_its_hint(tmp_path):
    def program(numbers):
        result = [number ** 2 for number in numbers]
        numbers.append(0)
        return result
    verdicts = judge_program(tmp_path, program)
    assert statuses(verdicts)["arguments"] == "failed"
    assert "You square the numbers" in failing(verdicts)[0].hint


def test_exception_of_python_itself_is_told_apart(tmp_path):
    verdicts = judge_program(
        tmp_path, raising(TypeError("object of type 'int' has no len()")),
        EXCEPTION)
    assert "Python raised this one" in failing(verdicts)[0].hint
