"""What counts as equal, and what is said about the first difference."""

import copy

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from plain_values import INTS, PLAIN, generated, nested, object_array

from grader.compare import (Measure, compare, kind_of, numbers_agree,
                            place_text)
from grader.model import Difference, Opaque

NAN, INF = float("nan"), float("inf")
USUAL = Measure()
EXACT_NUMBERS = Measure(exact_numbers=True)
HUGE = 10 ** 400            # beyond the range of floats


def difference(expected, got, measure=USUAL):
    found = compare(expected, got, measure)
    assert found is not None
    return found


@pytest.mark.parametrize("expected, got", [
    (3, 3.0),
    (3, np.float64(3)),
    (3, np.int8(3)),
    (np.float32(0.5), 0.5),
    (3, np.array(3)),
    (np.array(3.0), 3),
    (0, -0.0),
    (0.1 + 0.2, 0.3),
    (1e9, 1e9 + 1),
    (0.0, 1e-10),
    (NAN, NAN),
    (NAN, np.float64("nan")),
    (INF, INF),
    (-INF, np.array(-INF)),
    (HUGE, HUGE),
    (None, None),
    (True, True),
    (True, np.True_),
    (np.array(True), True),
    ("text", "text"),
    ("text", np.str_("text")),
    (b"x", b"x"),
    (1 + 1j, 1 + 1j),
    (1 + 1j, np.complex128(1 + 1.00000000001j)),
    (complex(INF, 1), complex(INF, 1)),
    ([], []),
    ([1, [2, 3.0]], [1.0, [2, 3]]),
    ((1, 2), (1, 2)),
    ({}, {}),
    ({"a": 1, "b": 2}, {"b": 2.0, "a": 1}),
    ({1, 2}, {2, 1}),
    (np.array([1, 2]), np.array([1.0, 2.0])),
    (np.array([1, 2], np.int8), np.array([1, 2], np.uint64)),
    (np.array([NAN, INF, -INF]), np.array([NAN, INF, -INF])),
    (np.array([0.0]), np.array([-0.0])),
    (np.array([True, False]), np.array([True, False])),
    (np.array(["a", "bc"]), np.array(["a", "bc"], "U9")),
    (np.array([1j]), np.array([1j], np.complex64)),
    (np.zeros((0, 3)), np.zeros((0, 3), int)),
    (np.array("a"), np.array("a")),
    (object_array([1, "a", None]), object_array([1.0, "a", None])),
    (object_array([[1, 2]]), object_array([[1, 2.0]])),
], ids=repr)
def test_values_that_are_equal_in_mathematics_agree(expected, got):
    assert compare(expected, got, USUAL) is None


@pytest.mark.parametrize("expected, got, kind", [
    (3, 4, "value"),
    (1.0, 1.000001, "value"),
    (0.0, 1e-8, "value"),
    (NAN, 0.0, "value"),
    (0.0, NAN, "value"),
    (NAN, None, "type"),
    (INF, -INF, "value"),
    (INF, 1e308, "value"),
    (1e308, INF, "value"),
    (HUGE, INF, "value"),
    (HUGE, HUGE + 1, "value"),
    (HUGE, NAN, "value"),
    (10 ** 17, 10 ** 17 + 1, "value"),
    (1, True, "type"),
    (True, 1, "type"),
    (np.array(1), True, "type"),
    (True, False, "value"),
    (0, None, "type"),
    (None, 0, "type"),
    (None, [], "type"),
    (1, "1", "type"),
    ("1", 1, "type"),
    ("a", "b", "value"),
    ("a", b"a", "type"),
    (1, 1 + 0j, "type"),
    (1 + 1j, 1 + 2j, "value"),
    ([1], (1,), "type"),
    ((1,), [1], "type"),
    ([1], np.array([1]), "type"),
    (np.array([1]), [1], "type"),
    (np.array([1]), 1, "type"),
    ([1, 2], [1], "length"),
    ([], [1], "length"),
    ((1,), (1, 2), "length"),
    ([[1], [2]], [[1], (2,)], "type"),
    ([[1, 2], [3]], [[1, 2], [3, 4]], "length"),
    ({"a": 1}, {"a": 2}, "value"),
    ({"a": 1}, {}, "keys"),
    ({}, {"a": 1}, "keys"),
    ({"a": 1}, {"b": 1}, "keys"),
    ({"a": [1]}, {"a": (1,)}, "type"),
    ({1}, {2}, "value"),
    ({1}, [1], "type"),
    ({1}, frozenset([1]), "type"),
    (np.zeros((3, 1)), np.zeros(3), "shape"),
    (np.zeros((1, 3)), np.zeros((3, 1)), "shape"),
    (np.zeros(0), np.zeros(1), "shape"),
    (np.array([1]), np.array([True]), "dtype"),
    (np.array([1]), np.array(["1"]), "dtype"),
    (np.array([1.0]), np.array([1j]), "dtype"),
    (np.array([1]), object_array([1]), "dtype"),
    (np.array([1, 2]), np.array([1, 3]), "value"),
    (np.array([1.0, NAN]), np.array([1.0, 2.0]), "value"),
    (np.array([1.0]), np.array([NAN]), "value"),
    (np.array([INF]), np.array([-INF]), "value"),
    (np.array([True]), np.array([False]), "value"),
    (np.array(["a"]), np.array(["b"]), "value"),
    (np.array("a"), np.array("b"), "value"),
    (np.array([1j]), np.array([2j]), "value"),
    (object_array([1]), object_array(["1"]), "type"),
    (object_array(["a"]), object_array([1]), "type"),
    (object_array([[1]]), object_array([None]), "type"),
    (object_array([[1]]), object_array([[1, 2]]), "length"),
    (object_array([1, 2]), object_array([1, 3]), "value"),
], ids=repr)
def test_other_values_differ_and_say_in_what(expected, got, kind):
    assert difference(expected, got).kind == kind


@pytest.mark.parametrize("expected, got, text", [
    (3, 4, "expected 3, got 4"),
    ([1, 2], [1, 5], "at [1]: expected 2, got 5"),
    ([[1], [2]], [[1], [7]], "at [1][0]: expected 2, got 7"),
    ([1], (1,), "the result is a tuple, not a list"),
    ([[1]], [(1,)], "the result at [0] is a tuple, not a list"),
    ([1], None, "the result is None, not a list"),
    (1, True, "the result is a bool, not an int"),
    ([1, 2], [1], "the result has 1 item, not 2"),
    ([1], [], "the result has 0 items, not 1"),
    ({"a": [1]}, {"a": [2]}, "at ['a'][0]: expected 1, got 2"),
    ({"a": 1}, {}, "the result lacks the key 'a'"),
    ({}, {"b": 1}, "the result has the key 'b' that nobody asked for"),
    (np.zeros((3, 1)), np.zeros(3),
     "the result has shape (3,), not (3, 1)"),
    (np.array([1.5]), np.array(["1"]),
     "the result has dtype <U1, not float64"),
    (np.array([[1, 2], [3, 4]]), np.array([[1, 2], [3, 5]]),
     "at [1][1]: expected 4, got 5"),
    (np.array([1, 2, 3]), np.array([0, 2, 0]),
     "at [0]: expected 1, got 0; 2 of 3 entries differ"),
    ([np.array([1, 2])], [np.array([1, 9])],
     "at [0][1]: expected 2, got 9"),
    (object_array([[1, 2]]), object_array([[1, 9]]),
     "at [0][1]: expected 2, got 9"),
])
def test_difference_is_one_sentence_with_its_place(expected, got, text):
    assert difference(expected, got).text == text


@pytest.mark.parametrize("expected, got, path", [
    (1, 2, ()),
    ([0, [0, 1]], [0, [0, 2]], (1, 1)),
    ({"k": (1, 2)}, {"k": (1, 3)}, ("'k'", 1)),
    ({7: 1}, {7: 2}, (7,)),
    (np.eye(2), np.ones((2, 2)), (0, 1)),
    ([np.eye(2)], [np.zeros((2, 2))], (0, 0, 0)),
    (np.array(1.0), 2, ()),
])
def test_path_leads_to_the_first_place(expected, got, path):
    assert difference(expected, got).path == path


def test_kind_is_told_before_values_that_differ_earlier():
    found = difference([1, 2, [3]], [9, 9, (3,)])
    assert (found.kind, found.path) == ("type", (2,))


def test_size_is_told_before_values_that_differ_earlier():
    assert difference([[1, 2], [3]], [[9, 9], [3, 4]]).kind == "length"


def test_shape_is_told_although_numpy_would_stretch_one_to_the_other():
    assert difference(np.ones((2, 3)), np.ones(3)).kind == "shape"


def test_shape_is_told_before_the_dtype():
    found = difference(np.ones(2), np.array(["a"]))
    assert found.kind == "shape"


@pytest.mark.parametrize("dtype", [np.int8, np.int16, np.int32, np.int64])
def test_smallest_fixed_size_int_equals_its_float(dtype):
    least = np.array([np.iinfo(dtype).min], dtype)
    assert compare(least, least.astype(float), USUAL) is None
    assert compare(least.astype(float), least, USUAL) is None


def test_fixed_size_ints_are_compared_exactly():
    expected = np.array([10 ** 17])
    assert difference(expected, expected + 1).kind == "value"


def test_small_unsigned_numbers_do_not_wrap_around():
    expected, got = np.array([1], np.uint8), np.array([2.0])
    assert difference(expected, got).text == "at [0]: expected 1, got 2.0"


@pytest.mark.parametrize("one, two", [
    (Opaque("Matrix"), Opaque("Matrix")),
    ([Opaque("list", "too deep")], [Opaque("list", "too deep")]),
    (Opaque("int"), 3),
    (3, Opaque("int")),
])
def test_value_that_did_not_travel_equals_nothing(one, two):
    assert difference(one, two).kind == "type"


def test_strange_result_is_named_by_its_class():
    assert difference([1], Opaque("generator")).text == (
        "the result is a generator object, not a list")


@pytest.mark.parametrize("expected, got, kind", [
    (3, 3.0, "number type"),
    (3.0, 3, "number type"),
    ([1, 2], [1, 2.0], "number type"),
    (3, np.float64(3), "number type"),
    (np.array([1, 2]), np.array([1.0, 2.0]), "dtype"),
    (np.array(1), 1.0, "number type"),
    ({"a": 1}, {"a": 1.0}, "number type"),
    (object_array([1]), object_array([1.0]), "number type"),
])
def test_exact_numbers_tell_whole_numbers_from_floats(expected, got, kind):
    assert difference(expected, got, EXACT_NUMBERS).kind == kind
    assert compare(expected, got, USUAL) is None


@pytest.mark.parametrize("expected, got", [
    (3, 3),
    (3, np.int32(3)),
    (2.5, np.float32(2.5)),
    (np.array([1]), np.array([1], np.uint8)),
    (np.array(1), 1),
    ([True, "a", None, 1j], [True, "a", None, 1j]),
])
def test_exact_numbers_ask_for_no_more_than_that(expected, got):
    assert compare(expected, got, EXACT_NUMBERS) is None


def test_wrong_kind_of_number_is_told_with_both_values():
    assert difference([3], [3.0], EXACT_NUMBERS).text == (
        "the result at [0] is the float 3.0, not the int 3")


@pytest.mark.parametrize("measure, close, far", [
    (Measure(rtol=0.1, atol=0.0), 109.0, 111.0),
    (Measure(rtol=0.0, atol=2.0), 102.0, 102.5),
    (Measure(rtol=0.0, atol=0.0), 100.0, 100.0000001),
    (Measure(rtol=0.01, atol=1.0), 101.9, 102.1),
])
@pytest.mark.parametrize("wrap", [float, np.float64, lambda x: [x],
                                  lambda x: np.array([x, 1.0]),
                                  lambda x: complex(x, 1)])
def test_tolerance_is_what_the_measure_says(measure, close, far, wrap):
    assert compare(wrap(100.0), wrap(close), measure) is None
    assert compare(wrap(100.0), wrap(far), measure) is not None


@given(PLAIN)
@generated
def test_every_value_equals_itself(value):
    assert compare(value, value, Measure(0.0, 0.0, True)) is None


@given(PLAIN)
@generated
def test_every_value_equals_its_copy(value):
    assert compare(value, copy.deepcopy(value), USUAL) is None


SYMMETRIC = Measure(rtol=0.0, atol=1e-9)    # rtol counts from the expected


@given(PLAIN, PLAIN)
@generated
def test_two_values_differ_both_ways_or_neither(one, two):
    there, back = (compare(one, two, SYMMETRIC),
                   compare(two, one, SYMMETRIC))
    assert (there is None) == (back is None)


SMALL = nested(st.sampled_from([0, 1, True, 1.0, NAN, "1", None]))


@given(SMALL, SMALL)
@generated
def test_small_values_differ_both_ways_or_neither(one, two):
    there, back = compare(one, two, USUAL), compare(two, one, USUAL)
    assert (there is None) == (back is None)


@given(INTS, INTS)
@generated
def test_whole_numbers_agree_only_when_they_are_equal(one, two):
    assert numbers_agree(one, two, USUAL) == (one == two)


@given(st.floats(allow_nan=False), st.floats(allow_nan=False))
@generated
def test_scalars_and_arrays_are_measured_alike(one, two):
    alone = compare(one, two, USUAL) is None
    in_array = compare(np.array([one]), np.array([two]), USUAL) is None
    assert alone == in_array


@given(PLAIN, PLAIN)
@generated
def test_difference_is_a_record_of_ours_whatever_came(one, two):
    found = compare(one, two, USUAL)
    assert found is None or (type(found) is Difference and found.text)


@pytest.mark.parametrize("value, kind", [
    (None, "None"), (True, "bool"), (np.False_, "bool"), (1, "number"),
    (1.5, "number"), (np.uint8(1), "number"), (np.array(2), "number"),
    (np.array(2j), "complex"), (np.array(True), "bool"), (2j, "complex"),
    (np.array([2]), "array"), (np.array("a"), "array"), ("a", "text"),
    (np.str_("a"), "text"), ([], "list"), ((), "tuple"), ({}, "dict"),
    (set(), "set"), (b"", "bytes"), (Opaque("x"), "opaque"),
])
def test_kind_of_thing(value, kind):
    assert kind_of(value) == kind


@pytest.mark.parametrize("path, text", [
    ((), ""), ((1,), "[1]"), ((1, 0), "[1][0]"), (("'a'", 2), "['a'][2]"),
])
def test_place_is_written_as_python_writes_it(path, text):
    assert place_text(path) == text


def test_no_warning_is_given_for_numbers_at_the_edge():
    edge = np.array([1e308, -1e308, INF, NAN])
    assert difference(edge, -edge).kind == "value"
    assert difference(1e308, -1e308).kind == "value"
