"""Join two numpy arrays along an axis."""

import numpy as np

KIND = "function"
ENTRY = "np_cat"
RULES = ["imports: numpy", "no loops", "no conditions"]

EXAMPLES = [
    ("np_cat(np.array([[1, 2], [3, 4]]), np.array([[5, 6]]))",
     np.array([[1, 2], [3, 4], [5, 6]])),
    ("np_cat(np.array([[1, 2], [3, 4]]), np.array([[5], [6]]), axis=1)",
     np.array([[1, 2, 5], [3, 4, 6]])),
    ("np_cat(np.array([[1, 2]]), np.array([[0.5, -1]]), 1)",
     np.array([[1, 2, 0.5, -1]])),
    ("np_cat(np.array([21, 25]), np.array([19]))",
     np.array([21, 25, 19])),
]


def oracle(mat1, mat2, axis=0):
    """numpy has a function for it."""
    return np.concatenate((mat1, mat2), axis=axis)


def _whole(rng, *shape):
    return rng.integers(-9, 10, shape)


def _decimals(rng, *shape):
    return np.round(rng.uniform(-9, 9, shape), 1)


def _call(mat1, mat2, axis):
    return (f"np_cat(np.array({mat1.tolist()}), np.array({mat2.tolist()}), "
            f"axis={axis})")


def inputs_stacked(rng):
    """axis 0: arrays with as many columns"""
    for n, m, columns in ((1, 1, 1), (1, 1, 2), (1, 2, 1), (2, 1, 2),
                          (2, 2, 2), (2, 3, 3), (4, 2, 5)):
        yield _whole(rng, n, columns), _whole(rng, m, columns)
    yield _call(_decimals(rng, 2, 2), _decimals(rng, 1, 2), 0)
    yield _decimals(rng, 3, 2), _decimals(rng, 2, 2), 0


def inputs_side_by_side(rng):
    """axis 1: arrays with as many rows"""
    for rows, n, m in ((1, 1, 1), (1, 2, 1), (2, 1, 2), (2, 2, 2),
                       (3, 1, 4)):
        yield _call(_whole(rng, rows, n), _whole(rng, rows, m), 1)
    for rows, n, m in ((2, 2, 1), (3, 2, 5), (5, 4, 2)):
        yield _decimals(rng, rows, n), _decimals(rng, rows, m), 1


def inputs_with_other_axes(rng):
    """arrays with one or three axes"""
    for n, m in ((1, 1), (2, 1), (3, 3), (4, 6)):
        yield _whole(rng, n), _whole(rng, m)
    yield _whole(rng, 1, 2, 2), _whole(rng, 2, 2, 2)
    yield _whole(rng, 2, 1, 2), _whole(rng, 2, 2, 2), 1
    yield _whole(rng, 2, 2, 1), _whole(rng, 2, 2, 2), 2
    yield _decimals(rng, 3, 2, 4), _decimals(rng, 3, 2, 1), 2


def mistake_axis_ignored(mat1, mat2, axis=0):
    """You always join along axis 0: pass the argument `axis` on to
    numpy.
    """
    return np.concatenate((mat1, mat2))


def mistake_always_side_by_side(mat1, mat2, axis=0):
    """hstack always makes the rows longer. Use a function that takes the
    axis, and pass `axis` on to it.
    """
    return np.hstack((mat1, mat2))


def mistake_new_axis(mat1, mat2, axis=0):
    """stack makes a new axis. Here an axis that is there becomes longer:
    concatenate.
    """
    return np.stack((mat1, mat2), axis)


def mistake_flattens(mat1, mat2, axis=0):
    """Without an axis, append makes one flat list of numbers. Pass the
    argument `axis` on to numpy.
    """
    return np.append(mat1, mat2)


def mistake_second_first(mat1, mat2, axis=0):
    """The order is swapped: mat1 comes first."""
    return np.concatenate((mat2, mat1), axis)


def mistake_default_is_one(mat1, mat2, axis=1):
    """The default is wrong: a call without `axis` must join along axis
    0.
    """
    return np.concatenate((mat1, mat2), axis)
