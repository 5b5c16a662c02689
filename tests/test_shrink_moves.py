"""The parts of a search: calls taken apart, customs, proposals, guards."""

import copy

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from plain_values import generated
from small_course import CHECK, load_check, make_plan
from test_checkfile import CLASS

from grader.compare import Measure, compare
from grader.model import Call, CheckFileError
from grader.show import show
from grader.shrinking.customs import Customs
from grader.shrinking.guards import allows, guards_of, read_guards
from grader.shrinking.moves import merged, smaller, weight
from grader.shrinking.parts import names_of, split, take_apart
from grader.shrinking.simpler import (cells_weight, number_weight, plain,
                                      simpler_cells)

EXACT = Measure(0.0, 0.0, True)
NUMBERS = st.integers(-99, 99) | st.floats(-99, 99).map(
    lambda number: round(number, 3))
TABLES = st.integers(1, 4).flatmap(lambda width: st.lists(st.lists(
    NUMBERS, min_size=width, max_size=width), min_size=1, max_size=4))


def parts_of(**values):
    return split(values)[0]


def customs_of(mine, *others):
    return Customs(mine, [mine, *others])


def frame_for(tmp_path, call, signature="numbers"):
    file = load_check(tmp_path, CHECK.replace(
        "def oracle(numbers):", f"def oracle({signature}):"))
    return take_apart(file, call)


# parts

@pytest.mark.parametrize("value, form, shape", [
    (3, "number", ()),
    (2.5, "number", ()),
    ([1, 2], "list", (2,)),
    ([], "list", (0,)),
    ([[]], "list", (1, 0)),
    ([[1, 2.5], [3, 4]], "list", (2, 2)),
    ([[[1], [2]]], "list", (1, 2, 1)),
    (np.zeros((2, 3)), "array", (2, 3)),
    (np.zeros(2, np.uint8), "array", (2,)),
])
def test_numbers_are_taken_apart(value, form, shape):
    parts, forms = split({"x": value})
    assert forms == {"x": form}
    assert parts.cells["x"].shape == shape


@pytest.mark.parametrize("value", [
    None, True, "text", (1, 2), {"a": 1}, [1, "a"], [True], [[1], [2, 3]],
    [[1], 2], [(1, 2)], [None], np.array(5), np.array(["a"]),
    np.array([True]), np.array([None]), np.float64(2), [np.int64(3)],
], ids=repr)
def test_anything_else_stays_whole(value):
    parts, forms = split({"x": value})
    assert (list(parts.atoms), parts.cells, forms) == (["x"], {}, {})


@given(TABLES, st.lists(NUMBERS, max_size=4), NUMBERS)
@generated
def test_call_is_put_together_as_it_was(tmp_path_factory, table, row,
                                        number):
    call = Call("", (table, np.array(row)), {"c": number, "d": "same"})
    frame, parts = frame_for(tmp_path_factory.mktemp("frame"), call,
                             "a, b, c, d")
    built = frame.build(parts)
    assert compare([*call.args, call.kwargs], [*built.args, built.kwargs],
                   EXACT) is None


def test_probe_of_a_class_gets_its_new_values(tmp_path):
    plan = make_plan(tmp_path, CLASS)
    case = next(case for check in plan.checks for case in check.cases
                if check.visibility == "hidden")
    frame, parts = take_apart(plan.file, case.call)
    built = frame.build(parts)
    assert (built.text, built.expression) == (case.call.text,
                                              case.call.expression)


@pytest.mark.parametrize("call", [
    Call("f(g(1))", expression="f(g(1))"),
    Call("", (list(range(3000)),)),
    Call("", (1, 2, 3)),
    Call(""),
], ids=["expression", "huge", "too many arguments", "no data"])
def test_call_that_is_more_than_small_data_is_left_alone(tmp_path, call):
    assert frame_for(tmp_path, call) is None


@pytest.mark.parametrize("call, left_out", [
    (Call("", ([1], 0)), ["axis"]),
    (Call("", ([1], 1)), []),
    (Call("", ([1], 0.0)), []),
    (Call("", ([1],), {"axis": 0}), ["axis"]),
    (Call("", ([1], 0, "same")), ["mode"]),
    (Call("", ([1],), {"axis": 0, "mode": "same"}), ["axis", "mode"]),
    (Call("", ([1],), {"mode": "valid"}), []),
])
def test_argument_that_has_its_default_may_go(tmp_path, call, left_out):
    frame, parts = frame_for(tmp_path, call, "numbers, axis=0, mode='same'")
    assert frame.may_leave_out(parts) == left_out
    for name in left_out:
        built = frame.build(parts.without(name))
        assert len(built.args) + len(built.kwargs) == (
            len(call.args) + len(call.kwargs) - 1)


# customs

@pytest.mark.parametrize("others, candidate, allowed", [
    ([[3, 4]], [5], False),                     # never one number only
    ([[3]], [5], True),
    ([[3, 9]], [1, 2], False),                  # below the smallest
    ([[1, 9]], [1, 2], True),
    ([[1, 9]], [0, 2], False),                  # no zero was there
    ([[0, 9]], [0, 2], True),
    ([[-1, 9]], [2, 9], True),
    ([[1, 9]], [-2, 5], False),                 # no sign was there
    ([[1, 9]], [2.5, 5], False),                # whole numbers only
    ([[2.5, 9]], [3.5, 5], True),
    ([[1, 9]], [7, 7], False),                  # all numbers differ
    ([[1, 9], [8, 8]], [7, 7], True),
])
def test_what_all_inputs_share_is_kept(others, candidate, allowed):
    mine = parts_of(x=[5, 6, 7])
    lists = [parts_of(x=other) for other in others]
    assert customs_of(mine, *lists).allow(
        parts_of(x=candidate)) is allowed


def test_sizes_that_always_agree_shrink_together():
    mine = parts_of(a=[[1, 2], [3, 4], [5, 6]], b=[1, 2], k=1)
    customs = customs_of(mine, parts_of(a=[[1]], b=[2], k=1),
                         parts_of(a=[[1, 2, 3]], b=[1, 2, 3], k=1))
    assert [("a", 1), ("b", 0)] in customs.groups()
    assert not customs.allow(parts_of(a=[[1, 2]], b=[1], k=1))
    assert customs.allow(parts_of(a=[[1, 2]], b=[1, 2], k=1))


def test_order_of_two_sizes_is_kept():
    mine = parts_of(image=np.ones((5, 4)), kernel=np.ones((3, 3)))
    other = parts_of(image=np.ones((2, 2)), kernel=np.ones((1, 1)))
    customs = customs_of(mine, other)
    assert customs.allow(parts_of(image=np.ones((4, 4)),
                                  kernel=np.ones((3, 3))))
    assert not customs.allow(parts_of(image=np.ones((3, 3)),
                                      kernel=np.ones((3, 3))))


def test_order_of_single_numbers_is_kept():
    customs = customs_of(parts_of(x=4, n=7), parts_of(x=1, n=2))
    assert customs.allow(parts_of(x=2, n=3))
    assert not customs.allow(parts_of(x=3, n=3))
    assert not customs.allow(parts_of(x=4, n=3))


def test_size_that_was_always_odd_stays_odd():
    customs = customs_of(parts_of(x=[1, 1, 2, 2, 3]), parts_of(x=[2]),
                         parts_of(x=[2]), parts_of(x=[1, 1, 1]))
    assert customs.allow(parts_of(x=[1, 2, 1]))
    assert not customs.allow(parts_of(x=[1, 2]))


def test_matrix_that_was_always_symmetric_stays_so():
    customs = customs_of(parts_of(x=[[5, 2], [2, 5]]), parts_of(x=[[1]]))
    assert customs.allow(parts_of(x=[[3, 1], [1, 4]]))
    assert not customs.allow(parts_of(x=[[3, 1], [2, 4]]))


def test_shares_of_a_whole_stay_a_whole():
    customs = customs_of(parts_of(x=[0.2, 0.3, 0.5]), parts_of(x=[1.0]))
    assert customs.allow(parts_of(x=[0.25, 0.75]))
    assert not customs.allow(parts_of(x=[0.25, 0.5]))


def test_inputs_of_another_kind_do_not_count():
    mine = parts_of(x=[5, 6])
    customs = customs_of(mine, parts_of(x="text"), parts_of(x=[[1]]),
                         parts_of(x=np.array([1])), parts_of(y=[1]))
    assert customs.alike == [mine, mine]


def test_texts_are_taken_from_other_inputs_only():
    customs = customs_of(parts_of(m="valid", x=[1]),
                         parts_of(m="same", x=[2]), parts_of(m="same", x=3))
    assert customs.seen("m") == ["valid", "same"]


# proposals

@given(TABLES, st.lists(TABLES, max_size=3))
@generated
def test_simpler_numbers_weigh_less_one_by_one(table, others):
    mine = parts_of(x=table)
    customs = customs_of(mine, *[parts_of(x=other) for other in others])
    habit = customs.habits["x"]
    for number in mine.cells["x"].ravel().tolist():
        for new in plain(number, habit):
            assert type(new) is type(number)
            assert number_weight(new) < number_weight(number)
            assert habit.takes(new)
            assert float(new).is_integer() == float(number).is_integer()


@given(TABLES)
@generated
def test_proposals_leave_the_call_itself_alone(tmp_path_factory, table):
    call = Call("", (copy.deepcopy(table),))
    frame, parts = frame_for(tmp_path_factory.mktemp("alone"), call)
    for proposal in smaller(frame, parts, customs_of(parts)):
        frame.build(proposal)
    assert call.args == (table,)
    assert parts.cells["numbers"].tolist() == table


@given(TABLES, TABLES)
@generated
def test_proposals_are_never_larger(tmp_path_factory, table, other):
    frame, parts = frame_for(tmp_path_factory.mktemp("sizes"),
                             Call("", (table,)))
    customs = customs_of(parts, parts_of(numbers=other))
    mine = parts.cells["numbers"].shape
    for proposal in smaller(frame, parts, customs):
        shape = proposal.cells["numbers"].shape
        assert all(one <= two for one, two in zip(shape, mine, strict=True))


@pytest.mark.parametrize("dtype", [np.uint8, np.int8, np.int64, np.float32])
def test_simpler_arrays_keep_dtype_and_shape(dtype):
    cells = np.array([[100, 90, 80], [70, 60, 50]], dtype)
    habit = customs_of(parts_of(x=cells)).habits["x"]
    for new in simpler_cells(cells, habit):
        assert (new.dtype, new.shape) == (cells.dtype, cells.shape)


def test_square_arrays_lose_a_row_with_its_column(tmp_path):
    table = [[1, 2, 3], [4, 5, 6], [7, 8, 9]]
    frame, parts = frame_for(tmp_path, Call("", (table,)))
    customs = customs_of(parts, parts_of(numbers=[[1]]))
    shapes = {proposal.cells["numbers"].shape
              for proposal in smaller(frame, parts, customs)
              if customs.allow(proposal)}
    assert (2, 2) in shapes or (1, 1) in shapes
    assert all(rows == columns for rows, columns in shapes)


def test_numbers_that_share_a_whole_are_rounded_to_a_whole():
    cells = np.array([0.4166666666666667, 0.5833333333333333])
    habit = customs_of(parts_of(x=cells)).habits["x"]
    assert [new.tolist() for new in simpler_cells(cells, habit)] == [
        [0.25, 0.75]]


@pytest.mark.parametrize("simple, hard", [
    (1, 2), (2, 3), (3, -3), (1, 0), (0, 5), (2, 1.5), (0.5, 0.3),
    (0.3, 0.123), (1, float("nan")), (7, float("inf")), (5, 10 ** 400),
    (np.uint8(1), np.uint8(255)),
], ids=lambda number: show(number, 20))
def test_simple_numbers_weigh_less(simple, hard):
    assert number_weight(simple) < number_weight(hard)


def test_numbers_that_differ_are_easier_to_follow():
    assert cells_weight(np.array([1, 2, 3])) < cells_weight(
        np.array([2, 2, 2]))


def test_single_successes_are_put_together():
    best = parts_of(x=[9, 9, 9])
    both = merged(best, [parts_of(x=[1, 9, 9]), parts_of(x=[9, 9, 2]),
                         parts_of(x=[1])])
    assert both.cells["x"].tolist() == [1, 9, 2]
    assert weight(both) < weight(best)


# guards

def test_guards_are_found_by_the_name_of_their_check():
    def valid(x):
        return x

    def valid_rows(x):
        return x
    guards = read_guards({"valid": valid, "valid_rows": valid_rows,
                          "inputs_rows": None, "oracle": None})
    assert guards_of(guards, "rows") == [valid, valid_rows]
    assert guards_of(guards, "others") == [valid]


@pytest.mark.parametrize("line, text", [
    ("def valid_longs(numbers):\n    return numbers",
     "`inputs_longs`, which is not there"),
    ("valid = 3", "`valid` must be a function"),
    ("def vaild(numbers):\n    return True", "Write `valid`"),
])
def test_senseless_guard_is_refused_with_its_line(tmp_path, line, text):
    with pytest.raises(CheckFileError, match=text):
        load_check(tmp_path, f"{CHECK}\n\n{line}\n")


@pytest.mark.parametrize("guard, values, said", [
    (lambda x: x > 1, {"x": 2, "y": 3}, True),
    (lambda x: x > 1, {"x": 1}, False),
    (lambda x, y=7: y > 3, {"x": 1}, True),
    (lambda: True, {"x": 1}, True),
    (lambda x, z: True, {"x": 1}, False),       # it does not know z
    (lambda x: x > 1, {"x": "text"}, False),
    (lambda x: np.array([True]), {"x": 1}, True),
])
def test_guard_gets_the_arguments_that_it_names(guard, values, said):
    assert allows(guard, values) is said


def test_names_of_positional_and_named_arguments_are_one(tmp_path):
    file = load_check(tmp_path, CHECK.replace(
        "def oracle(numbers):", "def oracle(numbers, axis=0):"))
    assert (names_of(file, Call("", ([1], 2)))
            == names_of(file, Call("", ([1],), {"axis": 2}))
            == {"numbers": [1], "axis": 2})
