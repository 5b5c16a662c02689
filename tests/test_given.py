"""Other given values in a script, by its text alone."""

import ast
import warnings

import pytest
from hypothesis import given
from hypothesis import strategies as st
from plain_values import generated

from grader.given import GivenMissing, replace_given

SCRIPT = b"""#!/usr/bin/env python3
arr = [9, 8, 2, 3]
arr1 = arr[:2]
print("first: {}".format(arr1))
"""


def run(source):
    """The names that a script leaves behind."""
    names = {}
    exec(compile(source, "script", "exec"), names)
    return names


@pytest.mark.parametrize("source", [
    b"arr = [1, 2]\n",
    b"arr=[1, 2]",
    b"arr = ([1, 2])\n",
    b"arr = [1,\n       2]\n",
    b"arr = [1,   # one ] or (\n       2]\n",
    b"arr = [1] + \\\n    [2]\n",
    b"arr = copy = [1, 2]\n",
    b"copy = arr = [1, 2]\n",
    b"arr: list = [1, 2]\n",
    b"arr: list\narr = [1, 2]\n",
    b"x = 1; arr = [1, 2]; y = 2\n",
    b"arr = 1, 2\n",
    b"arr = [1, 2]  # given\n",
    b"'''doc of\nmany lines'''\narr = [1, 2]\n",
    b"brr = [3]\narr = [1, 2]\n",
    b"arr = [1, 2]\r\nx = 1\r\n",
    b"arr = [1,\r\n 2]\r\nx = 1\r\n",
    b"\xef\xbb\xbfarr = [1, 2]\n",
    "name = '\u00e9\u20ac'; arr = [1, 2]\n".encode(),
    b"# -*- coding: latin-1 -*-\nname = '\xe9'; arr = [1, 2]\n",
    b"s = '\\d'\narr = [1, 2]\n",
    b"arr = [1, 2] if 1 else [3]\n",
    b"arr = [x for x in (1, 2)]\n",
    b"arr = lambda: 1\n",
    b"\x0carr = [1, 2]\n",
])
def test_value_of_the_given_name_is_replaced(source):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")     # an odd "\d" is one of the cases
        assert run(replace_given(source, {"arr": "[7, 7]"}))["arr"] == [7, 7]


def test_rest_of_the_script_stays_as_it_was():
    changed = replace_given(SCRIPT, {"arr": "[5, 6]"})
    assert changed == SCRIPT.replace(b"[9, 8, 2, 3]", b"([5, 6])")


def test_several_given_names_are_replaced_together():
    source = b"a = 1\nb = [2,\n 3]\nc = a\n"
    names = run(replace_given(source, {"b": "20", "a": "10"}))
    assert (names["a"], names["b"], names["c"]) == (10, 20, 10)


def test_only_the_first_assignment_is_given_data():
    source = b"arr = [1]\narr = arr + [2]\n"
    assert run(replace_given(source, {"arr": "[9]"}))["arr"] == [9, 2]


def test_use_of_a_name_before_is_no_assignment():
    source = b"print\narr = [1]\n"
    assert run(replace_given(source, {"arr": "[9]"}))["arr"] == [9]


@pytest.mark.parametrize("value", [
    b"[1, 2]", b"[1,\n2]", b"[\n\n1,\n\n2]", b"[1,\r\n2]",
    b"[1] + \\\n  [2]", b"'''a\nb'''",
])
def test_lines_below_keep_their_numbers(value):
    source = b"arr = " + value + b"\nx = 1\n"
    changed = replace_given(source, {"arr": "0"})
    assert changed.count(b"\n") == source.count(b"\n")
    lines = [node.lineno for node in ast.parse(changed).body]
    assert lines == [node.lineno for node in ast.parse(source).body]


@pytest.mark.parametrize("source", [
    b"", b"x = [1]\n", b"# arr = [1]\n", b"'arr = [1]'\n",
    b"arr, x = [1], 2\n", b"arr += [1]\n", b"arr: list\n",
    b"if True:\n    arr = [1]\n", b"def f():\n    arr = [1]\n",
    b"arr[0] = 1\n", b"x.arr = 1\n", b"for arr in []: pass\n",
    b"ARR = [1]\n", b"import arr\n",
])
def test_script_without_the_given_data_is_told_what_is_missing(source):
    with pytest.raises(GivenMissing, match="`arr =` is missing"):
        replace_given(source, {"arr": "[7]"})


def test_missing_name_is_told_although_another_is_there():
    with pytest.raises(GivenMissing, match="`b =` is missing"):
        replace_given(b"a = 1\n", {"a": "2", "b": "3"})


@pytest.mark.parametrize("source", [
    b"arr = [1\n", b"arr = = 1\n", b"arr = [1]\n  x = 1\n",
    b"arr = '\xff'\n", b"arr = 1\x00\n", b"# coding: no-such-code\narr = 1\n",
    b"<<<<<<< HEAD\narr = 1\n",
])
def test_file_that_is_no_python_raises_what_the_caller_expects(source):
    with pytest.raises((SyntaxError, ValueError, LookupError)):
        replace_given(source, {"arr": "[7]"})


def test_odd_backslash_in_a_script_gives_no_warning():
    assert b"([7])" in replace_given(b"x = '\\d'\narr = 1\n",
                                     {"arr": "[7]"})


def test_encoding_of_the_file_is_kept():
    source = b"# coding: latin-1\nname = '\xe9'\narr = 1\n"
    changed = replace_given(source, {"arr": "2"})
    assert changed == source.replace(b"arr = 1", b"arr = (2)")


def test_byte_order_mark_is_kept():
    changed = replace_given(b"\xef\xbb\xbfarr = 1\n", {"arr": "2"})
    assert changed == b"\xef\xbb\xbfarr = (2)\n"


def test_text_that_the_encoding_lacks_raises_value_error():
    with pytest.raises(ValueError):
        replace_given(b"# coding: ascii\narr = 1\n", {"arr": "'\u20ac'"})


def test_nothing_in_the_script_is_run(tmp_path):
    witness = tmp_path / "witness"
    source = f"open({str(witness)!r}, 'w')\narr = 1\n".encode()
    replace_given(source, {"arr": "2"})
    assert not witness.exists()


def test_no_given_names_leave_the_script_alone():
    assert replace_given(SCRIPT, {}) == SCRIPT


NUMBERS = st.lists(st.integers() | st.floats(allow_nan=False,
                                             allow_infinity=False))


@given(NUMBERS, NUMBERS)
@generated
def test_any_given_list_takes_the_place_of_any_other(old, new):
    source = f"arr = {old!r}\nx = 1\n".encode()
    names = run(replace_given(source, {"arr": repr(new)}))
    assert names["arr"] == new and names["x"] == 1


@given(st.binary(max_size=60))
@generated
def test_bytes_of_any_kind_raise_only_what_the_caller_expects(data):
    try:
        changed = replace_given(b"arr = 0\n" + data, {"arr": "1"})
    except (GivenMissing, SyntaxError, ValueError, LookupError):
        return
    assert changed.startswith(b"arr = (1)\n")
