"""Join two matrices below or beside each other."""

import numpy as np

KIND = "function"
ENTRY = "cat_matrices2D"
RULES = ["no imports"]

EXAMPLES = [
    ("cat_matrices2D([[1, 2], [3, 4]], [[5, 6]])",
     [[1, 2], [3, 4], [5, 6]]),
    ("cat_matrices2D([[1, 2], [3, 4]], [[5], [6]], axis=1)",
     [[1, 2, 5], [3, 4, 6]]),
    ("cat_matrices2D([[0.5]], [[-2, 7]], 1)", [[0.5, -2, 7]]),
    ("cat_matrices2D([[1, 2], [3, 4]], [[5], [6]])", None),
    ("cat_matrices2D([[1, 2], [3, 4]], [[5, 6]], axis=1)", None),
]


def oracle(mat1, mat2, axis=0):
    """Copy every row; the other size must agree."""
    if axis == 0:
        if len(mat1[0]) != len(mat2[0]):
            return None
        return [row[:] for row in mat1] + [row[:] for row in mat2]
    if len(mat1) != len(mat2):
        return None
    return [row1 + row2 for row1, row2 in zip(mat1, mat2)]


def _rows(rng, n, m):
    return rng.integers(-9, 10, (n, m)).tolist()


def _decimals(rng, n, m):
    return np.round(rng.uniform(-9, 9, (n, m)), 2).tolist()


def inputs_stacked(rng):
    """axis 0: matrices with as many columns"""
    for n, m, columns in ((1, 1, 1), (1, 1, 2), (1, 2, 1), (2, 1, 2),
                          (2, 3, 2), (2, 2, 3), (3, 1, 4)):
        yield _rows(rng, n, columns), _rows(rng, m, columns)
    yield _decimals(rng, 2, 2), _decimals(rng, 3, 2), 0
    for n, m, columns in ((2, 2, 2), (4, 3, 5)):
        mat1, mat2 = _rows(rng, n, columns), _decimals(rng, m, columns)
        yield f"cat_matrices2D({mat1}, {mat2}, axis=0)"


def inputs_side_by_side(rng):
    """axis 1: matrices with as many rows"""
    for rows, n, m in ((1, 1, 1), (1, 2, 1), (2, 1, 2), (2, 2, 2),
                       (2, 3, 1), (3, 1, 4), (4, 3, 3)):
        mat1, mat2 = _rows(rng, rows, n), _rows(rng, rows, m)
        yield f"cat_matrices2D({mat1}, {mat2}, axis=1)"
    for rows, n, m in ((2, 2, 1), (3, 2, 5), (5, 4, 2)):
        yield _decimals(rng, rows, n), _decimals(rng, rows, m), 1


def inputs_that_do_not_stack(rng):
    """axis 0: the columns differ, so nothing fits"""
    for first, second in (((1, 1), (1, 2)), ((1, 2), (1, 1)),
                          ((2, 1), (2, 2)), ((2, 2), (2, 3)),
                          ((2, 3), (3, 2)), ((3, 4), (1, 2)),
                          ((1, 5), (4, 1)), ((4, 2), (4, 6))):
        yield _rows(rng, *first), _rows(rng, *second)


def inputs_that_do_not_stand_side_by_side(rng):
    """axis 1: the rows differ, so nothing fits"""
    for first, second in (((1, 1), (2, 1)), ((2, 1), (1, 1)),
                          ((1, 2), (2, 2)), ((3, 2), (2, 2)),
                          ((2, 3), (3, 2)), ((4, 1), (2, 5)),
                          ((1, 4), (5, 1)), ((6, 3), (4, 3))):
        yield _rows(rng, *first), _rows(rng, *second), 1


def mistake_shares_rows(mat1, mat2, axis=0):
    """You made a new outer list, but it holds the same row objects. Append
    to mat1[1] after the call and look at your result; copy each row.
    """
    if axis == 0 and oracle(mat1, mat2) is not None:
        return mat1 + mat2
    return oracle(mat1, mat2, axis)


def mistake_shares_rows_of_second(mat1, mat2, axis=0):
    """You copied the rows of mat1, but your result holds the row objects of
    mat2. Append to mat2[0] after the call and look; copy each row.
    """
    if axis == 0 and oracle(mat1, mat2) is not None:
        return [row[:] for row in mat1] + mat2
    return oracle(mat1, mat2, axis)


def mistake_no_shape_test(mat1, mat2, axis=0):
    """Not all matrices fit: give None if the columns differ for axis 0, or
    the rows for axis 1.
    """
    if axis == 0:
        return [row[:] for row in mat1 + mat2]
    return [row1 + row2 for row1, row2 in zip(mat1, mat2)]


def mistake_no_shape_test_by_index(mat1, mat2, axis=0):
    """Not all matrices fit: compare the columns for axis 0 and the rows for
    axis 1, and give None if they differ.
    """
    if axis == 0:
        return [row[:] for row in mat1 + mat2]
    return [mat1[i] + mat2[i] for i in range(len(mat1))]


def mistake_no_shape_test_and_shares(mat1, mat2, axis=0):
    """Two things: give None if the sizes do not fit, and copy each row, as
    `mat1 + mat2` holds the same row objects.
    """
    if axis == 0:
        return mat1 + mat2
    return [mat1[i] + mat2[i] for i in range(len(mat1))]


def mistake_no_shape_test_zip_and_shares(mat1, mat2, axis=0):
    """Two things: zip cuts what does not fit, where None is the answer; and
    `mat1 + mat2` holds the same row objects, so copy each row.
    """
    if axis == 0:
        return mat1 + mat2
    return [row1 + row2 for row1, row2 in zip(mat1, mat2)]


def mistake_axis_ignored(mat1, mat2, axis=0):
    """You always stack the rows. For axis 1 the rows become longer: look at
    the argument `axis`.
    """
    return oracle(mat1, mat2, 0)


def mistake_axes_swapped(mat1, mat2, axis=0):
    """The two axes are swapped: axis 0 puts rows below, axis 1 makes the
    rows longer.
    """
    return oracle(mat1, mat2, 1 - axis)


def mistake_equal_shapes_only(mat1, mat2, axis=0):
    """Along the axis of joining the sizes may differ: compare the columns
    for axis 0 and the rows for axis 1, not both.
    """
    if len(mat1) != len(mat2) or len(mat1[0]) != len(mat2[0]):
        return None
    return oracle(mat1, mat2, axis)


def mistake_np_not_imported(mat1, mat2, axis=0):
    """The name `np` is not known in your file, and imports are not allowed
    here: join the lists with plain Python.
    """
    raise NameError("name 'np' is not defined")


EQUIVALENT_MUTANTS = {
    "if axis == 0 and len(mat1[0]) == len(mat2[0]): | if axis == 1 and "
    "len(mat1) == len(mat2): => if axis == 1 and len(mat1) == len(mat2): | "
    "if axis == 0 and len(mat1[0]) == len(mat2[0]):":
        "The axis cannot be 0 and 1 at once.",
    "if axis == 0 and len(mat1[0]) == len(mat2[0]): => if axis <= 0 and "
    "len(mat1[0]) == len(mat2[0]):":
        "The task has no other axis than 0 and 1.",
    "if axis == 0 and len(mat1[0]) == len(mat2[0]): => if axis == 0 and "
    "len(mat1[-1]) == len(mat2[0]):":
        "All rows of a matrix are equally long.",
    "if axis == 0 and len(mat1[0]) == len(mat2[0]): => if axis == 0 and "
    "len(mat1[0]) == len(mat2[-1]):":
        "All rows of a matrix are equally long.",
    "if axis == 1 and len(mat1) == len(mat2): => if axis >= 1 and len(mat1) "
    "== len(mat2):":
        "The task has no other axis than 0 and 1.",
}
