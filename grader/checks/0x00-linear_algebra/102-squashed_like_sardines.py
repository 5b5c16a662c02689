"""Join two matrices of any depth along one axis."""

KIND = "function"
ENTRY = "cat_matrices"
RULES = ["no imports"]

EXAMPLES = [
    ("cat_matrices([4, 7], [1])", [4, 7, 1]),
    ("cat_matrices([[1, 2]], [[3, 4], [5, 6]])", [[1, 2], [3, 4], [5, 6]]),
    ("cat_matrices([[1, 2], [3, 4]], [[5], [6]], axis=1)",
     [[1, 2, 5], [3, 4, 6]]),
    ("cat_matrices([[[1, 2]], [[3, 4]]], [[[7]], [[8]]], axis=2)",
     [[[1, 2, 7]], [[3, 4, 8]]]),
    ("cat_matrices([[1, 2], [3, 4]], [[5], [6]])", None),
    ("cat_matrices([[1, 2]], [3, 4])", None),       # the depths differ
    ("cat_matrices([1, 2], [3], axis=1)", None),    # there is only axis 0
]


def _numbers(rng, *shape):
    return rng.integers(-50, 51, shape).tolist()


def _shape(matrix):
    if not isinstance(matrix, list):
        return []
    return [len(matrix)] + _shape(matrix[0])


def _copy(matrix):
    if not isinstance(matrix, list):
        return matrix
    return [_copy(part) for part in matrix]


def _fits(mat1, mat2, axis):
    shape1, shape2 = _shape(mat1), _shape(mat2)
    if len(shape1) != len(shape2) or axis >= len(shape1):
        return False
    return (shape1[:axis] + shape1[axis + 1:]
            == shape2[:axis] + shape2[axis + 1:])


def _join(mat1, mat2, axis, copy=_copy):
    if axis == 0:
        return copy(mat1) + copy(mat2)
    return [_join(part1, part2, axis - 1, copy)
            for part1, part2 in zip(mat1, mat2)]


def oracle(mat1, mat2, axis=0):
    if not _fits(mat1, mat2, axis):
        return None
    return _join(mat1, mat2, axis)


def inputs_lists_and_tables(rng):
    """two lists, or two tables, that fit"""
    yield _numbers(rng, 1), _numbers(rng, 2)
    yield _numbers(rng, 3), _numbers(rng, 3)
    yield _numbers(rng, 1, 2), _numbers(rng, 1, 2)
    yield _numbers(rng, 2, 2), _numbers(rng, 3, 2)
    yield _numbers(rng, 2, 1), _numbers(rng, 2, 1), 1
    yield _numbers(rng, 2, 3), _numbers(rng, 2, 1), 1
    yield (rng.integers(-99, 100, (3, 2)) / 4).tolist(), _numbers(rng, 1, 2)
    left, right = _numbers(rng, 3, 1), _numbers(rng, 3, 4)
    yield f"cat_matrices({left}, {right}, axis=1)"


def inputs_deeper(rng):
    """three and more levels deep, joined along each axis"""
    for shape1, shape2, axis in (
        ((1, 1, 2), (2, 1, 2), 0), ((2, 1, 2), (2, 2, 2), 1),
        ((2, 2, 1), (2, 2, 2), 2), ((2, 3, 2), (2, 3, 2), 1),
        ((1, 2, 1, 2), (2, 2, 1, 2), 0), ((2, 1, 2, 2), (2, 2, 2, 2), 1),
        ((2, 1, 1, 3), (2, 1, 2, 3), 2), ((1, 2, 2, 1), (1, 2, 2, 3), 3),
        ((1, 2, 1, 2, 1), (1, 2, 1, 2, 2), 4),
    ):
        yield _numbers(rng, *shape1), _numbers(rng, *shape2), axis


def inputs_that_do_not_fit(rng):
    """shapes, depths or axis do not fit: None (and one pair that fits)"""
    # The pair that fits: always None must not pass.
    yield _numbers(rng, 2), _numbers(rng, 1)
    for shape1, shape2, axis in (
        ((2,), (1,), 1), ((2,), (1, 2), 0), ((1, 2), (2,), 0),
        ((1, 2), (1, 3), 0), ((2, 2), (2, 1), 0), ((2, 2), (1, 2), 1),
        ((2, 2), (2, 2), 2), ((2, 2), (2, 2, 2), 0),
        ((2, 2), (2,), 1), ((2,), (2, 2), 1), ((2, 1, 2), (2, 1), 2),
        ((2, 1, 2), (2, 2, 2), 0), ((2, 1, 2), (2, 1, 3), 1),
        ((2, 1, 2), (2, 2, 2), 2), ((2, 1, 2), (1, 1, 2), 1),
        ((1, 1, 2), (1, 1, 2), 3),
    ):
        yield _numbers(rng, *shape1), _numbers(rng, *shape2), axis


def mistake_no_shape_test(mat1, mat2, axis=0):
    """Your result has rows of unequal length, or is wrong: compare the full
    shapes first; they may differ only at position `axis`.
    """
    return _join(mat1, mat2, axis)


def mistake_no_shape_test_and_shared(mat1, mat2, axis=0):
    """Compare the full shapes first: they may differ only at `axis`. And copy
    each row, since `+` puts the same row objects into your result."""
    return _join(mat1, mat2, axis, lambda matrix: matrix)


def mistake_outer_length_only(mat1, mat2, axis=0):
    """You compare the outermost lengths only; compare all sizes of the two
    shapes. They may differ only at position `axis`."""
    if axis > 0 and len(mat1) != len(mat2):
        return None
    return _join(mat1, mat2, axis)


def mistake_length_at_each_level(mat1, mat2, axis=0):
    """You compare one length at each level on the way to the axis: compare
    the full shapes first, they may differ only at position `axis`."""
    if axis == 0:
        return _copy(mat1) + _copy(mat2)
    if len(mat1) != len(mat2):
        return None
    return [mistake_length_at_each_level(part1, part2, axis - 1)
            for part1, part2 in zip(mat1, mat2)]


def mistake_none_inside(mat1, mat2, axis=0):
    """Shapes that do not fit deep inside must give None as the whole answer,
    not a list with None inside; compare the shapes before you join."""
    if axis == 0:
        return oracle(mat1, mat2)
    if not isinstance(mat1, list) or not isinstance(mat2, list):
        return None
    if len(mat1) != len(mat2):
        return None
    return [mistake_none_inside(part1, part2, axis - 1)
            for part1, part2 in zip(mat1, mat2)]


def mistake_equal_shapes_wanted(mat1, mat2, axis=0):
    """Along the joining axis the sizes are allowed to differ: a 2x2 and a 3x2
    matrix give a 5x2 one on axis 0."""
    if _shape(mat1) != _shape(mat2):
        return None
    return oracle(mat1, mat2, axis)


def mistake_shares_rows(mat1, mat2, axis=0):
    """The outer list is new, but it holds the row objects of the arguments.
    Change a row after the call and look; copy every inner list."""
    if not _fits(mat1, mat2, axis):
        return None
    return _join(mat1, mat2, axis, lambda matrix: matrix)


def mistake_copies_one_level(mat1, mat2, axis=0):
    """You copy the rows, but what lies deeper is still shared with the
    arguments; copy down to the numbers, list by list.
    """
    if not _fits(mat1, mat2, axis):
        return None
    return _join(mat1, mat2, axis, lambda matrix: [
        part[:] if isinstance(part, list) else part for part in matrix])


def mistake_three_levels(mat1, mat2, axis=0):
    """Your program ends at axis 2; matrices may be deeper. Let the function
    call itself with axis - 1 until the axis is 0."""
    if axis > 2:
        return None
    return oracle(mat1, mat2, axis)


def mistake_axis_ignored(mat1, mat2, axis=0):
    """You always join along axis 0; go `axis` levels down before you join."""
    return oracle(mat1, mat2)


def mistake_every_other_axis_is_one(mat1, mat2, axis=0):
    """An `else` takes every axis above 0 for axis 1; go down one level for
    each step of `axis`."""
    return oracle(mat1, mat2, min(axis, 1))


def mistake_axis_beyond_depth(mat1, mat2, axis=0):
    """There is no axis 2 in a matrix with rows and columns only: answer None
    when `axis` is not smaller than the depth."""
    shape1, shape2 = _shape(mat1), _shape(mat2)
    if len(shape1) != len(shape2):
        return None
    del shape1[axis], shape2[axis]
    if shape1 != shape2:
        return None
    return _join(mat1, mat2, axis)


def mistake_depth_not_compared(mat1, mat2, axis=0):
    """`zip` over two shapes stops at the shorter one; compare the depths too,
    since a row and a table cannot be joined."""
    shape1, shape2 = _shape(mat1), _shape(mat2)
    if axis >= len(shape1):
        return None
    for place, (size1, size2) in enumerate(zip(shape1, shape2)):
        if place != axis and size1 != size2:
            return None
    return _join(mat1, mat2, axis)


EQUIVALENT_MUTANTS = {
    "matrix = matrix[0] if matrix else None => matrix = matrix[0]":
        "The task says nothing of empty lists.",
    "matrix = matrix[0] if matrix else None => matrix = matrix[-1] if matrix "
    "else None":
        "All parts of a matrix are equally long.",
    "matrix = matrix[0] if matrix else None => matrix = matrix[0] if matrix "
    "else 0":
        "The task says nothing of empty lists.",
    "shape1, shape2 = shape_of(mat1), shape_of(mat2) => shape2, shape1 = "
    "shape_of(mat1), shape_of(mat2)":
        "The two shapes are compared, whichever comes first.",
    "shape1, shape2 = shape_of(mat1), shape_of(mat2) => shape1, shape2 = "
    "shape_of(mat2), shape_of(mat1)":
        "The two shapes are compared, whichever comes first.",
    "if len(shape1) != len(shape2) or not 0 <= axis < len(shape1): => if "
    "len(shape1) > len(shape2) or not 0 <= axis < len(shape1):":
        "A shorter first shape differs without its axis too.",
    "if len(shape1) != len(shape2) or not 0 <= axis < len(shape1): => if "
    "len(shape1) != len(shape2) or not -1 <= axis < len(shape1):":
        "The task says nothing of a negative axis.",
    "if len(shape1) != len(shape2) or not 0 <= axis < len(shape1): => if "
    "len(shape1) != len(shape2) or not 0 <= axis < len(shape2):":
        "Here both shapes have the same length.",
    "if axis == 0: => if axis <= 0:":
        "A negative axis was refused before.",
    "while isinstance(matrix, list): => while isinstance(matrix, (list, "
    "tuple)):":
        "The task has lists only.",
    "if not isinstance(matrix, list): => if not isinstance(matrix, (list, "
    "tuple)):":
        "The task has lists only.",
}
