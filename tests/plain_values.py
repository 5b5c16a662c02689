"""Generated plain values, and when two of them are the same."""

import numpy as np
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

generated = settings(deadline=None, database=None, max_examples=40,
                     suppress_health_check=list(HealthCheck))

# Lone surrogates too: `"\ud800"` is a text that student code can return.
TEXTS = st.text(st.characters(exclude_categories=()), max_size=8)
FLOATS = st.floats()
INTS = st.integers() | st.integers(-5, 5) | st.integers(
    -(1 << 200), 1 << 200)
REAL_DTYPES = ["bool", "int8", "uint8", "int64", "uint64", "float16",
               "float32", "float64"]
SHAPES = arrays.array_shapes(min_dims=0, max_dims=3, min_side=0, max_side=3)


def arrays_of(names):
    """Arrays of these dtypes, of any small shape."""
    return st.sampled_from(names).flatmap(
        lambda name: arrays.arrays(np.dtype(name), SHAPES))


def scalars_of(names):
    """Numpy scalars of these dtypes."""
    return st.sampled_from(names).flatmap(
        lambda name: arrays.arrays(np.dtype(name), (1,))).map(
            lambda array: array[0])


REAL_ARRAYS = arrays_of(REAL_DTYPES)
REAL_SCALARS = scalars_of(REAL_DTYPES)
KEYS = TEXTS | st.integers() | st.tuples(st.booleans(), TEXTS)


def nested(leaves):
    """Lists, tuples and dictionaries with these leaves."""
    return st.recursive(leaves, lambda inner: (
        st.lists(inner, max_size=4)
        | st.lists(inner, max_size=3).map(tuple)
        | st.dictionaries(KEYS, inner, max_size=3)), max_leaves=12)


def object_array(items):
    """A one-dimensional array that holds these very objects."""
    array = np.empty(len(items), dtype=object)
    for place, item in enumerate(items):
        array[place] = item
    return array


# What Python text can give back: no `(nan+1j)`.
PASTEABLE = nested(st.none() | st.booleans() | INTS | FLOATS | TEXTS
                   | st.binary(max_size=5) | REAL_ARRAYS | REAL_SCALARS
                   | st.sets(st.integers() | TEXTS, max_size=4)
                   | st.frozensets(st.integers(), max_size=4))
PLAIN = PASTEABLE | nested(
    st.complex_numbers() | arrays_of(["complex64", "complex128", "<U3",
                                      "|S2"])
    | scalars_of(["complex128", "<U3", "float32"])
    | st.lists(st.none() | INTS | TEXTS, max_size=4).map(object_array))

DATES = arrays_of(["<M8[D]", "<m8[s]"]) | scalars_of(["<M8[D]", "<m8[25s]"])


def same(one, two):
    """Alike to the last bit: types, dtypes, order of keys, signs of zero."""
    if type(one) is not type(two):
        return False
    if isinstance(one, np.ndarray) and one.dtype.kind == "O":
        return one.shape == two.shape and same(list(one.flat),
                                               list(two.flat))
    if isinstance(one, (np.ndarray, np.generic)):
        return (one.dtype == two.dtype and one.shape == two.shape
                and one.tobytes() == two.tobytes())
    if isinstance(one, (list, tuple)):
        return len(one) == len(two) and all(map(same, one, two))
    if isinstance(one, dict):
        return same(list(one.items()), list(two.items()))
    if isinstance(one, (float, complex)):
        return np.array(one).tobytes() == np.array(two).tobytes()
    return one == two
