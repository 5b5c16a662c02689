"""One call and what it did to its arguments."""

import numpy as np
import pytest
from hypothesis import given
from plain_values import DATES, PLAIN, generated

from grader.sandbox.decode import decode
from grader.sandbox.encode import encode
from grader.sandbox.observe import MAX_WALK, evaluator, observe
from grader.show import show


def watch(function, *args, **kwargs):
    return observe(function, tuple(map(encode, args)),
                   {name: encode(value) for name, value in kwargs.items()})


def changes(function, *args, **kwargs):
    seen = watch(function, *args, **kwargs)
    return {key: decode(data) for key, data in seen.changed.items()}


# the call

def test_function_gets_the_arguments_as_they_were_encoded():
    seen = watch(lambda *args, **kwargs: (args, kwargs), 1, [2], axis=(3,))
    assert seen.value == ((1, [2]), {"axis": (3,)})


def test_each_call_gets_fresh_copies():
    given_list = encode([1])

    def append(items):
        items.append(2)
        return items
    assert observe(append, (given_list,), {}).value == [1, 2]
    assert observe(append, (given_list,), {}).value == [1, 2]


def test_same_value_given_twice_is_two_objects():
    data = encode([1])
    seen = observe(lambda one, two: one is two, (data, data), {})
    assert seen.value is False


def test_exception_of_the_function_is_not_touched():
    with pytest.raises(ZeroDivisionError):
        watch(lambda x: x / 0, 1)


def test_wrong_number_of_arguments_raises_as_python_does():
    with pytest.raises(TypeError, match="positional argument"):
        watch(lambda: 1, 2)


# changed arguments

def append_nine(x):
    x.append(9)


def fill(x):
    x[...] = 0


@pytest.mark.parametrize("function, value, after", [
    (append_nine, [1], [1, 9]),
    (lambda x: x[0].append(9), [[1], 2], [[1, 9], 2]),
    (lambda x: x.sort(), [2, 1], [1, 2]),
    (lambda x: x.clear(), [1], []),
    (lambda x: x.__setitem__(0, 1.0), [1], [1.0]),
    (lambda x: x.__setitem__(0, True), [1], [True]),
    (lambda x: x.update(b=2), {"a": 1}, {"a": 1, "b": 2}),
    (lambda x: x.pop("a"), {"a": 1}, {}),
    (lambda x: x.add(3), {1}, {1, 3}),
    (lambda x: x[0].append(1), ([],), ([1],)),
], ids=range(10))
def test_changed_argument_is_seen_with_its_value_after(function, value,
                                                       after):
    assert show(changes(function, value)) == show({"0": after})


def test_changed_array_is_seen():
    assert changes(fill, np.ones(2))["0"].tolist() == [0, 0]


@pytest.mark.parametrize("function", [
    lambda x: setattr(x, "shape", (4,)),
    lambda x: x.__setitem__((0, 0), np.nan),
    lambda x: x.sort(axis=0),
], ids=["shape", "nan", "sort"])
def test_array_changed_in_place_is_seen(function):
    assert list(changes(function, np.array([[4.0, 3], [2, 1]]))) == ["0"]


def test_changed_keyword_argument_is_seen_by_its_name():
    assert changes(lambda x, rows: append_nine(rows), 1, rows=[2]) == {
        "rows": [2, 9]}


def test_only_the_changed_one_of_several_is_named():
    assert changes(lambda a, b, c: append_nine(b), [1], [2], [3]) == {
        "1": [2, 9]}


@pytest.mark.parametrize("function", [
    lambda x: x + [1],
    lambda x: sorted(x),
    lambda x: (x.append(1), x.pop()),
    lambda x: x.reverse() or x.reverse(),
    lambda x: x.__setitem__(0, x[0]),
])
def test_argument_that_is_the_same_afterwards_is_not_changed(function):
    assert changes(function, [3, 1, 2]) == {}


@given(PLAIN | DATES)
@generated
def test_call_that_does_nothing_changes_nothing(value):
    assert changes(lambda x: None, value) == {}


def test_set_is_not_changed_by_its_order():
    assert changes(lambda x: None, {16, 8, 0, "a", "b", "c"}) == {}


def test_argument_that_grew_beyond_all_bounds_is_told_as_too_large():
    seen = observe(lambda x: x.append("y" * 1000), (encode([1]),), {}, 500)
    assert show(decode(seen.changed["0"])) == (
        "[1, <str: a text of 1000 characters>]")


# shared parts

@pytest.mark.parametrize("function, args, told", [
    (lambda x: x, ([1],), "result is argument 1"),
    (lambda x: [x], ([1],), "result[0] is argument 1"),
    (lambda x: x[0], ([[1]],), "result is argument 1[0]"),
    (lambda x: [[0], x[1]], ([[1], [2]],), "result[1] is argument 1[1]"),
    (lambda x, y: x + y, ([[1]], [[2]]), "result[0] is argument 1[0]"),
    (lambda x, y: [[1]] + y, ([[1]], [[2]]), "result[1] is argument 2[0]"),
    (lambda x: x[:], ([[1]],), "result[0] is argument 1[0]"),
    (lambda x: (x,), ([1],), "result[0] is argument 1"),
    (lambda x: {"k": x}, ([1],), "result['k'] is argument 1"),
    (lambda x: x["a"], ({"a": [1]},), "result is argument 1['a']"),
    (lambda x: x[0], (([1],),), "result is argument 1[0]"),
    (lambda x: [x], ({},), "result[0] is argument 1"),
    (lambda x: {(1, 2): x}, ([1],), "result[...] is argument 1"),
    (lambda x: {10 ** 5000: x}, ([1],), "result[...] is argument 1"),
    (lambda x: {"k" * 500: x}, ([1],), "result[...] is argument 1"),
    (lambda x: [x.pop()], ([[1]],), "result[0] is argument 1[0]"),
])
def test_shared_part_is_told_with_both_places(function, args, told):
    assert watch(function, *args).shared == told


def test_shared_keyword_argument_is_told_by_its_name():
    assert watch(lambda rows: rows[0], rows=[[1]]).shared == (
        "result is argument rows[0]")


@pytest.mark.parametrize("function, value", [
    (lambda x: [row[:] for row in x], [[1], [2]]),
    (lambda x: 5, [1]),
    (lambda x: x, 5),
    (lambda x: x, "text"),
    (lambda x: x, ()),
    (lambda x: x, (1, 2)),
    (lambda x: list(x), ((1,), (2,))),
    (lambda x: x.T, np.ones((2, 2))),
    (lambda x: [x], np.ones(2)),
    (lambda x: None, [1]),
    (lambda x: iter(x), [1]),
    (lambda x: [[0]] * 3, [1]),
])
def test_new_result_shares_nothing(function, value):
    assert watch(function, value).shared == ""


def test_row_taken_out_of_the_argument_is_never_mistaken_for_a_new_one():
    def drop_and_make(rows):
        rows.clear()
        return [[number] for number in range(100)]
    assert watch(drop_and_make, [[number] for number in range(100)]
                 ).shared == ""


def test_result_that_holds_itself_comes_to_an_end():
    def circle(x):
        x = [1]
        x.append(x)
        return x
    assert watch(circle, [2]).shared == ""


def test_walk_through_a_giant_result_is_bounded():
    seen = watch(lambda x: [[] for _ in range(MAX_WALK)] + [x], [1])
    assert seen.shared == ""


# expressions

@pytest.mark.parametrize("expression, value", [
    ("f(3)", 6),
    ("round(f(1.26), 1)", 2.5),
    ("f(np.array([1, 2])).tolist()", [2, 4]),
    ("math.floor(f(1.3))", 2),
    ("[f(number) for number in (1, 2)]", [2, 4]),
])
def test_expression_is_evaluated_with_the_entry(expression, value):
    program = evaluator(lambda x: x * 2, "f", expression)
    assert observe(program, (), {}).value == value


def test_names_of_an_expression_are_its_arguments():
    program = evaluator(lambda data: data.pop(), "f", "f(data) + k")
    seen = observe(program, (), {"data": encode([1, 2]), "k": encode(3)})
    assert seen.value == 5
    assert {key: decode(data) for key, data in seen.changed.items()} == {
        "data": [1]}


def test_entry_wins_over_an_argument_of_its_name():
    program = evaluator(lambda: "entry", "f", "f()")
    assert observe(program, (), {"f": encode(1)}).value == "entry"


def test_without_expression_the_program_is_called_itself():
    assert evaluator(len, "f", "") is len


# what is seen without encoding

@pytest.mark.parametrize("change", [
    lambda data: data.__setitem__((0, 0), 7.0),
    lambda data: data.sort(axis=1),
    lambda data: setattr(data, "shape", (3, 2)),
    lambda data: data.resize((1, 6), refcheck=False),
    lambda data: data.fill(np.nan),
])
def test_array_that_was_changed_is_told(change):
    data = np.array([[3.0, 1.0, 2.0], [5.0, 4.0, 9.0]])
    seen = observe(lambda data: change(data), (encode(data),), {})
    assert list(seen.changed) == ["0"]


@pytest.mark.parametrize("data", [
    np.array([[1.0, np.nan]]), np.array([1, None, [2]], dtype=object),
    np.zeros((0, 3)), np.array(["a", "b"]), np.array(5)])
def test_array_that_was_only_read_is_not_told(data):
    seen = observe(lambda data: data.copy(), (encode(data),), {})
    assert seen.changed == {}


def test_object_array_with_a_changed_list_is_told():
    data = np.array([1, [2], "a"], dtype=object)
    seen = observe(lambda data: data[1].append(3), (encode(data),), {})
    assert list(seen.changed) == ["0"]


def test_changed_argument_is_told_by_position_or_name():
    def spoil(first, number, second, *, word, third):
        second.append(1)
        third["a"] = 2
    data = encode([1]), encode(5), encode([2])
    named = {"word": encode("x"), "third": encode({"a": 1})}
    assert list(observe(spoil, data, named).changed) == ["2", "third"]


def test_row_that_was_replaced_by_an_equal_one_is_no_change():
    def replace(rows):
        rows[0] = rows[0] * 1
    assert observe(replace, (encode([[1, 2], [3]]),), {}).changed == {}


def test_row_that_became_a_tuple_is_a_change():
    def replace(rows):
        rows[0] = tuple(rows[0])
    assert list(observe(replace, (encode([[1], [3]]),), {}).changed) == ["0"]
