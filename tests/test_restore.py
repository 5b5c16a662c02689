"""Lost names of numpy and scipy, and chance that is the same each time."""

import ast
import math
import random
import sys
import types

import numpy as np
import pytest

from grader.sandbox import restore

LOUD = ("in1d", "row_stack", "trapz")


@pytest.fixture
def notes(monkeypatch):
    """Numpy with its lost names; the notes; all undone afterwards."""
    for name in LOUD:
        monkeypatch.delitem(vars(np), name, raising=False)
    monkeypatch.setattr(np, "__getattr__", np.__getattr__)
    found = []
    restore.restore_numpy(found.append)
    return found


@pytest.fixture
def chance(monkeypatch):
    """Lets a test seed all generators; their states are put back."""
    monkeypatch.setattr(np.random, "default_rng", np.random.default_rng)
    before, numpy_before = random.getstate(), np.random.get_state()
    yield
    random.setstate(before)
    np.random.set_state(numpy_before)


GONE = [name for name in restore.NUMPY_NAMES
        if name not in vars(np) or name in LOUD]


@pytest.mark.parametrize("name", GONE)
def test_each_lost_name_is_there_again_and_noted_once(name, notes):
    exec(compile(f"kept = np.{name}", "8-task.py", "exec"), {"np": np})
    assert notes == [f"`np.{name}` is gone in current numpy; write "
                     f"`{restore.NUMPY_NAMES[name]}`."]


def test_library_that_asks_for_a_lost_name_is_not_noted(notes):
    code = compile("kept = np.product", "/usr/lib/scipy/x.py", "exec")
    exec(code, {"np": np})
    assert notes == []


@pytest.mark.parametrize("name", sorted(restore.NUMPY_NAMES))
def test_proposed_name_is_valid_python(name):
    assert ast.parse(restore.NUMPY_NAMES[name], mode="eval")


@pytest.mark.parametrize("name, value", [
    ("float", float), ("int", int), ("object", object), ("str", str),
    ("complex", complex), ("math", math), ("float_", np.float64),
    ("Inf", math.inf), ("infty", math.inf), ("PINF", math.inf),
    ("NINF", -math.inf), ("product", np.prod), ("alltrue", np.all),
    ("mat", np.asmatrix), ("trapz", np.trapezoid), ("row_stack", np.vstack),
])
def test_lost_name_is_what_it_was(name, value, notes):
    assert getattr(np, name) == value


@pytest.mark.parametrize("name", ["NaN", "NAN"])
def test_lost_nan_is_nan(name, notes):
    assert math.isnan(getattr(np, name))


def test_lost_asfarray_makes_floats_of_whole_numbers(notes):
    assert np.asfarray([1, 2]).dtype == float
    assert np.asfarray([1, 2], np.float32).dtype == np.float32


def test_lost_msort_sorts_along_the_first_axis(notes):
    assert np.msort([[3, 1], [2, 5]]).tolist() == [[2, 1], [3, 5]]


def test_lost_in1d_gives_a_flat_answer(notes):
    assert np.in1d([[1, 2], [3, 4]], [2, 3]).tolist() == [
        False, True, True, False]
    assert np.in1d([1, 2], [2], invert=True).tolist() == [True, False]


@pytest.mark.parametrize("name", ["array", "zeros", "pi", "inf", "bool_"])
def test_present_name_gives_no_note(name, notes):
    exec(compile(f"kept = np.{name}", "8-task.py", "exec"), {"np": np})
    assert notes == []


@pytest.mark.parametrize("name", ["no_such_name", "arrray", "Math"])
def test_name_that_never_was_is_missing_as_before(name, notes):
    with pytest.raises(AttributeError, match=name):
        getattr(np, name)
    assert not hasattr(np, name)
    assert notes == []


def test_from_import_of_a_lost_name_works(notes):
    names = {}
    exec(compile("from numpy import product as p", "8-task.py", "exec"),
         names)
    assert names["p"] is np.prod
    assert "np.prod" in notes[0]


def test_numpy_without_a_hook_of_its_own_is_served_too(monkeypatch):
    monkeypatch.setattr(np, "__getattr__", None)
    for name in LOUD:
        monkeypatch.delitem(vars(np), name, raising=False)
    restore.restore_numpy([].append)
    assert math.isinf(np.PINF)
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        getattr(np, "noth" + "ing")


# scipy

@pytest.fixture
def scipy(monkeypatch):
    """A scipy of today, with the two functions that matter here."""
    package, special = types.ModuleType("scipy"), types.ModuleType("special")
    special.betainc = lambda a, b, x: ("betainc", a, b, x)
    package.special = special
    monkeypatch.setitem(sys.modules, "scipy", package)
    monkeypatch.setitem(sys.modules, "scipy.special", special)
    return package


def test_lost_names_of_scipy_are_there_again(scipy):
    found = []
    restore.restore_scipy(scipy, found.append)
    restore.restore_special(scipy.special, found.append)
    assert scipy.math is math
    assert found == []
    assert scipy.special.btdtr(1, 2, 0.5) == ("betainc", 1, 2, 0.5)
    assert len(found) == 1 and "special.betainc" in found[0]


def test_scipy_that_still_has_its_names_keeps_them(scipy):
    scipy.math, scipy.special.btdtr = "its own", "its own too"
    restore.restore_scipy(scipy, [].append)
    restore.restore_special(scipy.special, [].append)
    assert (scipy.math, scipy.special.btdtr) == ("its own", "its own too")


# chance

def draws():
    return (random.random(), random.randint(0, 10 ** 9), np.random.rand(),
            np.random.randint(10 ** 9), np.random.default_rng().random())


def test_same_seed_gives_the_same_numbers(chance):
    restore.seed_everything(7)
    first = draws()
    restore.seed_everything(7)
    assert draws() == first


def test_other_seed_gives_other_numbers(chance):
    restore.seed_everything(7)
    first = draws()
    restore.seed_everything(8)
    assert not set(draws()) & set(first)


def test_large_seed_is_welcome(chance):
    restore.seed_everything(1 << 80)
    assert draws()


def test_seed_of_the_student_counts(chance):
    expected = np.random.default_rng(3).random()
    restore.seed_everything(7)
    assert np.random.default_rng(3).random() == expected
    assert np.random.default_rng(seed=3).random() == expected
    assert np.random.default_rng(seed=None).random() != expected


def test_generator_without_seed_is_of_the_usual_kind(chance):
    restore.seed_everything(7)
    assert type(np.random.default_rng()) is np.random.Generator
