"""Checks and their cases from a check file and a seed."""

import numpy as np
import pytest
from small_course import CHECK, load_check, make_plan
from test_checkfile import CHOICE, CLASS, SCRIPT

from grader.calls import probe_call, read_call
from grader.cases import MOST_CASES, plan
from grader.model import GraderError
from grader.sandbox.decode import decode


def inputs_of(the_plan):
    return [case.call.args for check in the_plan.checks
            for case in check.cases]


def test_each_example_and_each_generator_is_a_check(tmp_path):
    names = [check.name for check in make_plan(tmp_path).checks]
    assert names == ["double([1, 2])", "double([])", "short", "negative",
                     "arguments"]


def test_examples_are_visible_and_generated_inputs_hidden(tmp_path):
    shown = [check.visibility for check in make_plan(tmp_path).checks]
    assert shown == ["visible", "visible", "hidden", "hidden", "visible"]


def test_only_visible_leaves_the_generators_out(tmp_path):
    the_plan = plan(load_check(tmp_path), 1, only_visible=True)
    assert [check.visibility for check in the_plan.checks] == ["visible"] * 3


def test_expected_values_of_examples_come_from_the_file(tmp_path):
    text = CHECK.replace("[2, 4]", "[7, 7]")
    assert make_plan(tmp_path, text).checks[0].cases[0].expected.value == [
        7, 7]


def test_expected_values_of_inputs_come_from_the_oracle(tmp_path):
    for case in make_plan(tmp_path).checks[2].cases:
        assert case.expected.value == [2 * x for x in case.call.args[0]]


def test_same_seed_gives_the_same_inputs(tmp_path):
    one, two = make_plan(tmp_path, seed=5), make_plan(tmp_path, seed=5)
    assert inputs_of(one) == inputs_of(two)


def test_other_seed_gives_other_inputs(tmp_path):
    one, two = make_plan(tmp_path, seed=5), make_plan(tmp_path, seed=6)
    assert inputs_of(one) != inputs_of(two)


def test_inputs_do_not_depend_on_other_generators(tmp_path):
    other = CHECK.replace("def inputs_short", "def inputs_others")
    one, two = make_plan(tmp_path), make_plan(tmp_path, other)
    assert inputs_of(one)[-2:] == inputs_of(two)[-2:]
    assert inputs_of(one)[2:5] != inputs_of(two)[2:5]


def test_calls_carry_inputs_and_nothing_that_a_judge_knows(tmp_path):
    the_plan = make_plan(tmp_path)
    assert len(the_plan.calls) == len(inputs_of(the_plan))
    assert [decode(data) for data in the_plan.calls[0].args] == [[1, 2]]
    for call in the_plan.calls:
        assert call.expression == "" and call.source == b""


def test_calls_of_one_check_are_one_group(tmp_path):
    groups = [call.group for call in make_plan(tmp_path).calls]
    assert groups == [0, 1, 2, 2, 2, 3, 3]


@pytest.mark.parametrize("body, words", [
    ("    yield 7", "yields a int"),
    ("    return iter(())", "yields nothing"),
    ("    yield from [(1,)] * 1000", f"more than {MOST_CASES}"),
    ("    raise KeyError('x')", "KeyError")])
def test_wrong_generator_is_a_grader_error_that_names_it(tmp_path, body,
                                                         words):
    text = CHECK.replace(
        "    for size in (1, 2, 3):\n"
        "        yield (rng.integers(1, 9, size).tolist(),)", body)
    with pytest.raises(GraderError, match="inputs_short") as caught:
        make_plan(tmp_path, text)
    assert words in str(caught.value)


def test_oracle_that_raises_expects_that_exception(tmp_path):
    text = CHECK.replace("    return [2 *", '    if not numbers:\n'
                         '        raise ValueError("empty")\n    return [2 *'
                         ).replace("for size in (1, 2):", "for size in [0]:")
    case = make_plan(tmp_path, text).checks[3].cases[0]
    assert (case.expected.error, case.expected.text) == ("ValueError",
                                                         "empty")


def test_task_without_containers_has_no_check_of_arguments(tmp_path):
    text = CHECK.replace("[1, 2]", "3").replace("[2, 4]", "6").replace(
        "[]", "4", 1).replace("[]", "8", 1).replace(
        "(rng.integers(1, 9, size).tolist(),)", "(size,)").replace(
        "((-rng.integers(3, 9, size)).tolist(),)", "(-size,)").replace(
        "[2 * number for number in numbers]", "2 * numbers")
    names = [check.name for check in make_plan(tmp_path, text).checks]
    assert "arguments" not in names


def test_plain_call_becomes_data():
    call = read_call("f", "f([1, 2], axis=1)")
    assert (call.args, call.kwargs, call.expression) == (
        ([1, 2],), {"axis": 1}, "")


def test_arrays_and_mathematics_are_known_in_calls():
    call = read_call("f", "f(np.array([1.0]), math.inf)")
    assert isinstance(call.args[0], np.ndarray)
    assert call.args[1] == float("inf")


@pytest.mark.parametrize("text", [
    "f(1)[0]", "round(f(2), 3)", "f(*[1, 2])", "f(**{})", "f(f(1))", "g(1)"])
def test_anything_but_a_plain_call_stays_an_expression(text):
    assert read_call("f", text).expression == text


def test_probe_takes_the_names_it_reads():
    call = probe_call("C", "C(data).mean(k)", {"data": [1], "k": 2, "z": 3})
    assert call.kwargs == {"data": [1], "k": 2}
    assert call.text == "C([1]).mean(2)"


def test_probe_that_needs_another_name_is_no_case():
    assert probe_call("C", "C(data).mean(k)", {"data": [1]}) is None


def test_class_gets_a_case_for_each_probe_and_input(tmp_path):
    hidden = make_plan(tmp_path, CLASS).checks[1]
    assert [case.call.text for case in hidden.cases] == ["Counter(3).count"]
    assert hidden.cases[0].expected.value == 3


def test_script_gets_other_given_values(tmp_path):
    hidden = make_plan(tmp_path, SCRIPT).checks[1]
    assert hidden.cases[0].call.given == {"arr": "[4, 5]"}
    assert hidden.cases[0].expected.stdout == "9"


def test_choice_is_one_visible_check_without_calls(tmp_path):
    the_plan = make_plan(tmp_path, CHOICE)
    assert [check.visibility for check in the_plan.checks] == ["visible"]
    assert the_plan.calls == ()
