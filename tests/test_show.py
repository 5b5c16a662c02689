"""Values as text: short for reading, whole for pasting."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from plain_values import PASTEABLE, PLAIN, generated, object_array

from grader.compare import Measure, compare
from grader.model import Opaque
from grader.show import cut, show, show_kind, show_pasteable

BIG = 10 ** 5000        # Python itself refuses to write it in digits
NAN = float("nan")
EXACT = Measure(0.0, 0.0, True)


@pytest.mark.parametrize("value, words", [
    (None, "None"),
    (True, "a bool"),
    (3, "an int"),
    (3.5, "a float"),
    (1j, "a complex number"),
    ("x", "a text"),
    (b"x", "a bytes object"),
    ([], "a list"),
    ((), "a tuple"),
    ({}, "a dictionary"),
    (set(), "a set"),
    (frozenset(), "a frozenset"),
    (np.zeros(2), "a numpy array"),
    (np.array(3), "a numpy array"),
    (np.float32(1), "a single numpy float32 number"),
    (np.int64(1), "a single numpy int64 number"),
    (np.True_, "a numpy bool"),
    (Opaque("Matrix"), "a Matrix object"),
    (Opaque("Array"), "an Array object"),
    (Opaque("islice"), "an islice object"),
    (Opaque(""), "an unknown object"),
])
def test_kind_of_value_is_said_in_words(value, words):
    assert show_kind(value) == words


@pytest.mark.parametrize("value, text", [
    (None, "None"),
    (True, "True"),
    (-3, "-3"),
    (0.1, "0.1"),
    (-0.0, "-0.0"),
    (NAN, "nan"),
    (float("-inf"), "-inf"),
    ("it's", '"it\'s"'),
    ("\x1b[31m", r"'\x1b[31m'"),
    ("\ud800", r"'\ud800'"),
    (b"\x00", r"b'\x00'"),
    ([1, [2.0, "a"]], "[1, [2.0, 'a']]"),
    ((), "()"),
    ((1,), "(1,)"),
    ((1, 2), "(1, 2)"),
    ({"a": [1], 2: None}, "{'a': [1], 2: None}"),
    (set(), "set()"),
    ({3, 1, 2}, "{1, 2, 3}"),
    (frozenset(), "frozenset()"),
    (frozenset([1]), "frozenset({1})"),
    (1 - 2j, "(1-2j)"),
    (np.int64(5), "5"),
    (np.float64(0.5), "0.5"),
    (np.bool_(False), "False"),
    (np.str_("a"), "'a'"),
    ([np.float64(1), np.int8(2)], "[1.0, 2]"),
    (Opaque("Matrix"), "<Matrix>"),
    (Opaque("str", "a text of 9 characters"),
     "<str: a text of 9 characters>"),
    ([Opaque("list", "too deep")], "[<list: too deep>]"),
])
def test_value_is_shown_as_python_text(value, text):
    assert show(value) == text


@pytest.mark.parametrize("array, text", [
    (np.array([1, 2]), "np.array([1, 2])"),
    (np.array([[1.0, 2.5]]), "np.array([[1.0, 2.5]])"),
    (np.array([True]), "np.array([True])"),
    (np.array(["a"]), "np.array(['a'])"),
    (np.array(7), "np.array(7)"),
    (np.array([1.5], np.float32), "np.array([1.5], dtype='float32')"),
    (np.array([1], np.uint8), "np.array([1], dtype='uint8')"),
    (np.array([1j]), "np.array([1j], dtype='complex128')"),
    (object_array([1, "a"]), "np.array([1, 'a'], dtype='object')"),
    (np.array([]), "np.array([])"),
    (np.array([], int), "np.array([], dtype=int)"),
    (np.array([], bool), "np.array([], dtype=bool)"),
    (np.zeros((0, 3)), "np.zeros((0, 3))"),
    (np.zeros((2, 0), int), "np.zeros((2, 0), dtype=int)"),
])
def test_array_is_shown_with_what_it_needs_to_be_made_again(array, text):
    assert show(array) == text


def test_large_array_is_shown_by_its_shape_and_edges():
    text = show(np.arange(1000.0).reshape(10, 100))
    assert text.startswith("array of shape (10, 100): [[ 0., 1., ..., 98.,")
    assert "\n" not in text


def test_400_entries_are_still_shown_one_by_one():
    text = show(np.zeros(400, int), most=10_000)
    assert text == f"np.array([{', '.join('0' * 400)}])"


@pytest.mark.parametrize("value", [
    BIG, -BIG, [BIG], (BIG,), {BIG}, frozenset([BIG]), {BIG: BIG},
    object_array([BIG]), object_array([BIG] * 500),
], ids=["int", "negative", "list", "tuple", "set", "frozenset", "dict",
        "array", "large array"])
def test_number_of_very_many_digits_is_told_by_its_size(value):
    assert "<an int of about 16610 bits>" in show(value)


def test_number_of_390_digits_is_written_out():
    assert show(10 ** 390, most=1000) == "1" + "0" * 390


def test_texts_in_a_set_have_one_order():
    words = ["pear", "fig", "apple", "date", "lime"]
    assert show(set(words)) == show(set(reversed(words))) == (
        "{'apple', 'date', 'fig', 'lime', 'pear'}")


def test_long_value_is_cut_in_the_middle():
    text = show(list(range(1000)), most=60)
    assert text.startswith("[0, 1, 2, 3,")
    assert text.endswith("998, 999]")
    assert "characters ..." in text


def test_text_that_fits_is_not_cut():
    assert cut("x" * 200, 200) == "x" * 200


@given(st.text(max_size=300), st.integers(0, 250))
@generated
def test_cut_text_says_how_many_characters_are_missing(text, most):
    shorter = cut(text, most)
    if shorter == text:
        assert len(text) <= max(most, 36)
        return
    head, number, tail = _parts(shorter, text)
    assert number > 0
    assert len(head) + number + len(tail) == len(text)


def _parts(shorter, text):
    """Start, count of what is missing, and end of a text that was cut."""
    for size in range(8, 200):
        number = len(text) - 2 * size
        if shorter == (f"{text[:size]} ... {number} characters ... "
                       f"{text[-size:]}"):
            return text[:size], number, text[-size:]
    raise AssertionError(f"cut in no known way: {shorter!r}")


@pytest.mark.parametrize("most", [0, 1, 7, 20, 36])
def test_short_text_is_left_alone_however_little_is_allowed(most):
    assert cut("abcdefghijkl", most) == "abcdefghijkl"


@given(PLAIN)
@generated
def test_any_plain_value_can_be_shown(value):
    assert len(show(value)) <= 200 + 30


@given(PASTEABLE)
@generated
def test_pasted_text_gives_an_equal_value(value):
    pasted = eval(show_pasteable(value), {"np": np})
    assert compare(value, pasted, EXACT) is None


@pytest.mark.parametrize("value, text", [
    ([1.5, NAN], "[1.5, float('nan')]"),
    (float("-inf"), "float('-inf')"),
    (np.array([np.inf]), "np.array([float('inf')])"),
    ([np.int64(3)], "[3]"),
    (list(range(100)), str(list(range(100)))),
])
def test_pasteable_text_needs_no_name_but_np(value, text):
    assert show_pasteable(value) == text


def test_pasteable_text_is_never_shortened():
    value = [np.arange(2000.0), "x" * 3000, BIG]
    pasted = eval(show_pasteable(value), {"np": np})
    assert compare(value, pasted, EXACT) is None
