"""Add two matrices of any depth, number by number."""

KIND = "function"
ENTRY = "add_matrices"
RULES = ["no imports"]

EXAMPLES = [
    ("add_matrices([4, 7], [10, -2])", [14, 5]),
    ("add_matrices([[1, 2], [3, 4]], [[0, 5], [5, 0]])", [[1, 7], [8, 4]]),
    ("add_matrices([[[1, 6]], [[2, -3]]], [[[3, 0]], [[4, 8]]])",
     [[[4, 6]], [[6, 5]]]),
    ("add_matrices([[0.5, 2.5]], [[1.5, -0.5]])", [[2.0, 2.0]]),
    ("add_matrices([[1, 2], [3, 4]], [[5, 6]])", None),
    ("add_matrices([[1, 2], [3, 4]], [[5], [6]])", None),
    ("add_matrices([1, 2], [[3], [4]])", None),     # the depths differ
]


def _numbers(rng, *shape):
    return rng.integers(-50, 51, shape).tolist()


def _floats(rng, *shape):
    return (rng.integers(-99, 100, shape) / 4).tolist()


def _shape(matrix):
    if not isinstance(matrix, list):
        return []
    return [len(matrix)] + _shape(matrix[0])


def oracle(mat1, mat2):
    if _shape(mat1) != _shape(mat2):
        return None
    if not isinstance(mat1, list):
        return mat1 + mat2
    return [oracle(part1, part2) for part1, part2 in zip(mat1, mat2)]


def inputs_lists_and_tables(rng):
    """two lists, or two tables, of the same shape"""
    for shape in ((1,), (2,), (5,), (1, 2), (2, 1), (2, 2), (3, 4)):
        yield _numbers(rng, *shape), _numbers(rng, *shape)
    for shape in ((3,), (3, 2)):
        yield _floats(rng, *shape), _floats(rng, *shape)


def inputs_deeper(rng):
    """same shape, three to five levels deep"""
    for shape in ((1, 1, 1), (1, 2, 1), (2, 1, 3), (3, 2, 2), (1, 2, 2, 2),
                  (2, 1, 3, 1), (2, 1, 1, 2, 2)):
        yield _numbers(rng, *shape), _numbers(rng, *shape)
    yield _floats(rng, 2, 2, 3), _floats(rng, 2, 2, 3)


def inputs_of_different_shapes(rng):
    """shapes or depths differ: None (and one pair that does fit)"""
    # The pair that fits: always None must not pass.
    yield _numbers(rng, 2), _numbers(rng, 2)
    for shape1, shape2 in (
        ((2,), (3,)), ((3,), (2,)), ((2,), (2, 1)), ((2, 1), (2,)),
        ((1, 2), (2, 2)), ((2, 2), (3, 2)), ((2, 3), (2, 2)),
        ((2, 1), (2, 2)), ((2, 2), (2, 2, 1)), ((2, 1, 2), (1, 1, 2)),
        ((2, 1, 2), (2, 2, 2)), ((2, 2, 3), (2, 2, 2)),
    ):
        yield _numbers(rng, *shape1), _numbers(rng, *shape2)


def mistake_none_inside(mat1, mat2):
    """If any inner addition fails, the whole answer is None, not a list with
    None inside: look at what each inner call gives back.
    """
    if not isinstance(mat1, list) and not isinstance(mat2, list):
        return mat1 + mat2
    if type(mat1) is not type(mat2) or len(mat1) != len(mat2):
        return None
    return [mistake_none_inside(part1, part2)
            for part1, part2 in zip(mat1, mat2)]


def mistake_two_levels_only(mat1, mat2):
    """Your program knows lists and tables only; ask at every level whether
    the entry is still a list, and call the function again if so."""
    if _shape(mat1) != _shape(mat2):
        return None
    if not isinstance(mat1[0], list):
        return [sum(pair) for pair in zip(mat1, mat2)]
    return [[sum(pair) for pair in zip(row1, row2)]
            for row1, row2 in zip(mat1, mat2)]


def mistake_joins_below_rows(mat1, mat2):
    """Your program knows lists and tables only: below the rows `+` joins
    lists. Call the function again as long as the entry is a list."""
    if _shape(mat1) != _shape(mat2):
        return None
    if not isinstance(mat1[0], list):
        return [part1 + part2 for part1, part2 in zip(mat1, mat2)]
    return [[part1 + part2 for part1, part2 in zip(row1, row2)]
            for row1, row2 in zip(mat1, mat2)]


def mistake_len_of_numbers(mat1, mat2):
    """A number has no len(): test first whether both are lists, and add them
    if they are numbers."""
    if len(mat1) != len(mat2):
        return None
    return [mistake_len_of_numbers(part1, part2)
            for part1, part2 in zip(mat1, mat2)]


def mistake_joins(mat1, mat2):
    """`+` on two lists joins them; go down to the numbers and add those pair
    by pair."""
    if _shape(mat1) != _shape(mat2):
        return None
    return mat1 + mat2


def mistake_joins_rows(mat1, mat2):
    """Below the first level `+` still meets lists and joins them; go down
    until both sides are numbers, then add."""
    if _shape(mat1) != _shape(mat2):
        return None
    return [part1 + part2 for part1, part2 in zip(mat1, mat2)]


def mistake_returns_nothing(mat1, mat2):
    """Your function gives None for every pair; build the new matrix and hand
    it back with `return`."""


def mistake_cut_by_zip(mat1, mat2):
    """`zip` stops at the shorter list and raises no error; compare the lengths
    at every level before you add."""
    if not isinstance(mat1, list):
        return None if isinstance(mat2, list) else mat1 + mat2
    if not isinstance(mat2, list):
        return None
    parts = [mistake_cut_by_zip(part1, part2)
             for part1, part2 in zip(mat1, mat2)]
    return None if None in parts else parts


def mistake_depth_not_compared(mat1, mat2):
    """A number may meet a list when the depths differ; test both sides with
    isinstance and answer None."""
    if not isinstance(mat1, list):
        return mat1 + mat2
    if len(mat1) != len(mat2):
        return None
    parts = [mistake_depth_not_compared(part1, part2)
             for part1, part2 in zip(mat1, mat2)]
    return None if None in parts else parts


EQUIVALENT_MUTANTS = {
    "for part1, part2 in zip(mat1, mat2): => for part2, part1 in zip(mat1, "
    "mat2):":
        "The order of two summands is free.",
    "for part1, part2 in zip(mat1, mat2): => for part1, part2 in zip(mat2, "
    "mat1):":
        "The order of two summands is free.",
    "part = add_matrices(part1, part2) => part = add_matrices(part2, part1)":
        "The order of two summands is free.",
    "if not isinstance(mat1, list) and not isinstance(mat2, list): => if not "
    "isinstance(mat1, (list, tuple)) and not isinstance(mat2, list):":
        "The task has lists only.",
    "if not isinstance(mat1, list) and not isinstance(mat2, list): => if not "
    "isinstance(mat1, list) and not isinstance(mat2, (list, tuple)):":
        "The task has lists only.",
    "if not isinstance(mat1, list) or not isinstance(mat2, list): => if not "
    "isinstance(mat1, (list, tuple)) or not isinstance(mat2, list):":
        "The task has lists only.",
    "if not isinstance(mat1, list) or not isinstance(mat2, list): => if not "
    "isinstance(mat1, list) or not isinstance(mat2, (list, tuple)):":
        "The task has lists only.",
}
