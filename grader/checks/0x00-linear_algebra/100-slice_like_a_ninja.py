"""Slice a numpy array along any of its axes."""

import numpy as np

KIND = "function"
ENTRY = "np_slice"
RULES = ["imports: numpy"]

EXAMPLES = [
    ("np_slice(np.array([[3, 0, 8, 1], [5, 2, 0, 4]]), axes={1: (1, 3)})",
     np.array([[0, 8], [2, 0]])),
    ("np_slice(np.array([6, 1, 9, 4]), axes={0: (2,)})", np.array([6, 1])),
    ("np_slice(np.array([[1, 2], [4, 5], [7, 8]]), {1: (1,), 0: (2, 0, -1)})",
     np.array([[7], [4]])),
    ("np_slice(np.array([[[1, 2, 3], [4, 5, 6]]]), {2: (0, None, 2)})",
     np.array([[[1, 3], [4, 6]]])),
    ("np_slice(np.array([[5, 7], [2, 9]]))", np.array([[5, 7], [2, 9]])),
]


_NO_AXES = {}       # the default of the task: nothing is cut


def _numbers(rng, *shape):
    return rng.integers(-99, 100, shape)


def oracle(matrix, axes=_NO_AXES):
    cuts = []
    for axis in range(matrix.ndim):
        if axis in axes:
            cuts.append(slice(*axes[axis]))
        else:
            cuts.append(slice(None))
    return matrix[tuple(cuts)]


def inputs_one_or_two_axes(rng):
    """arrays with one or two axes"""
    yield _numbers(rng, 4), {0: (1, 3)}
    yield _numbers(rng, 5), {0: (3,)}
    yield _numbers(rng, 6), {0: (None, None, -2)}
    yield _numbers(rng, 3, 4), {1: (1, 3)}
    yield _numbers(rng, 4, 3), {0: (2,)}
    yield _numbers(rng, 4, 5) / 4, {1: (-3, None)}
    yield _numbers(rng, 5, 4), {0: (1, 4), 1: (3, 0, -1)}
    yield _numbers(rng, 6, 6), {0: (4,), 1: (None, -1)}
    yield _numbers(rng, 5, 7) / 4, {0: (None, None, 2), 1: (1, 6, 3)}


def inputs_many_axes(rng):
    """arrays with three and more axes, the axes named in any order"""
    yield _numbers(rng, 3, 4), {1: (1, None), 0: (2,)}
    yield _numbers(rng, 2, 3, 4), {2: (1, 3)}
    yield _numbers(rng, 3, 2, 4), {0: (2,), 2: (None, None, -2)}
    yield _numbers(rng, 4, 3, 2), {2: (1,), 0: (1, 4)}
    yield _numbers(rng, 3, 4, 3) / 4, {1: (3, 0, -1), 0: (None, 2), 2: (2,)}
    yield _numbers(rng, 2, 3, 2, 4), {3: (1, 3)}
    yield _numbers(rng, 2, 3, 2, 4), {1: (2,), 3: (None, None, -1)}
    yield _numbers(rng, 2, 2, 2, 1, 5), {4: (0, 5, 2), 0: (1,)}


def inputs_without_a_cut(rng):
    """no axis is named: the whole array comes back"""
    # One cut at the start: `return matrix` alone must not pass.
    yield _numbers(rng, 4), {0: (1,)}
    for shape in ((3,), (2, 3), (3, 1, 2)):
        yield _numbers(rng, *shape), {}
        matrix = _numbers(rng, *shape).tolist()
        yield f"np_slice(np.array({matrix}))"
        yield f"np_slice(np.array({matrix}), axes={{}})"


def mistake_largest_axis(matrix, axes=_NO_AXES):
    """`max(axes)` fails when no axis is named; what should happen with the
    default, `axes={}`? Count the axes with matrix.ndim."""
    cuts = [slice(None)] * (max(axes) + 1)
    for axis, arguments in axes.items():
        cuts[axis] = slice(*arguments)
    return matrix[tuple(cuts)]


def mistake_no_default(matrix, axes=None):
    """`axes` needs a default: np_slice(matrix) alone must return the whole
    array."""
    if axes is None:
        raise TypeError("np_slice() missing 1 required positional argument: "
                        "'axes'")
    return oracle(matrix, axes)


def mistake_unpacks_the_axis(matrix, axes=_NO_AXES):
    """A loop over a dictionary gives its keys, here the number of the axis.
    Unpack the tuple, axes[axis], into slice()."""
    cuts = [slice(None)] * matrix.ndim
    for axis in axes:
        cuts[axis] = slice(*axis)
    return matrix[tuple(cuts)]


def mistake_constants(matrix, axes=_NO_AXES):
    """The cut of one example stands in your code; build the slices from
    what `axes` says."""
    return matrix[:, 1:3]


def mistake_keys_in_order(matrix, axes=_NO_AXES):
    """The keys of `axes` may come in any order; put each slice at the place
    that its key names."""
    cuts = []
    for axis, arguments in axes.items():
        while len(cuts) < axis:
            cuts.append(slice(None))
        cuts.append(slice(*arguments))
    return matrix[tuple(cuts)]


def mistake_axes_0_to_2(matrix, axes=_NO_AXES):
    """An array may have more than three axes; make one slice for each of its
    matrix.ndim axes."""
    return oracle(matrix, {axis: axes[axis] for axis in axes if axis < 3})


def mistake_keys_not_used(matrix, axes=_NO_AXES):
    """The first tuple does not always belong to axis 0: the key says which
    axis a tuple cuts. Keep all other axes whole."""
    return matrix[tuple(slice(*arguments) for arguments in axes.values())]


def mistake_one_number_as_start(matrix, axes=_NO_AXES):
    """slice(2) stops before index 2, it does not start there; give the tuple
    to slice as it is: slice(*arguments)."""
    return oracle(matrix, {
        axis: (cut[0], None) if len(cut) == 1 else cut
        for axis, cut in axes.items()
    })


def mistake_list_as_index(matrix, axes=_NO_AXES):
    """numpy no longer takes a list of slices as index; turn the list into a
    tuple first: matrix[tuple(slices)]."""
    cuts = [slice(None)] * matrix.ndim
    for axis, arguments in axes.items():
        cuts[axis] = slice(*arguments)
    return matrix[cuts]
