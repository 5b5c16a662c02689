"""Determinant of a square matrix given as a list of rows."""

KIND = "function"
ENTRY = "determinant"
RULES = ["no imports", "never numpy"]
RULES_ARE_THE_TASK = ["never numpy"]
ALIASES = ["advanced_linear_algebra/0-determinant.py"]

EXAMPLES = [
    ("determinant([[]])", 1),
    ("determinant([[-6]])", -6),
    ("determinant([[3, 1], [4, 2]])", 2),
    ("determinant([[0, 2, 1], [3, 0, 4], [1, 5, 0]])", 23),
    ("determinant([])", TypeError("matrix must be a list of lists")),
    ("determinant([[1, 2], (3, 4)])",
     TypeError("matrix must be a list of lists")),
    ("determinant([[1, 2], [3]])",
     ValueError("matrix must be a square matrix")),
]

_ROWS = "matrix must be a list of lists"
_SQUARE = "matrix must be a square matrix"


def _all_lists(matrix):
    return (isinstance(matrix, list) and len(matrix) > 0
            and all(isinstance(row, list) for row in matrix))


def _expand(matrix, sign=-1):
    """Expansion along the first row, nothing checked."""
    if len(matrix) == 1:
        return matrix[0][0]
    total = 0
    for j in range(len(matrix)):
        smaller = [row[:j] + row[j + 1:] for row in matrix[1:]]
        total += sign ** j * matrix[0][j] * _expand(smaller, sign)
    return total


def oracle(matrix):
    if not _all_lists(matrix):
        raise TypeError(_ROWS)
    if matrix == [[]]:
        return 1
    if any(len(row) != len(matrix) for row in matrix):
        raise ValueError(_SQUARE)
    return _expand(matrix)


def _draw(rng, size):
    """A matrix that is safe for elimination with floats, too.

    Where a leading minor is 0, rounding may leave a tiny wrong pivot.
    """
    while True:
        matrix = rng.integers(-9, 10, (size, size)).tolist()
        if all(_expand([row[:k] for row in matrix[:k]]) != 0
               for k in range(1, size + 1)):
            return matrix


def _pivots(matrix):
    """The pivots of an elimination with floats; rows change place."""
    rows, pivots = [row[:] for row in matrix], []
    while rows:
        rows.sort(key=lambda row: row[0] == 0)
        first, *rest = rows
        pivots.append(first[0])
        if first[0] != 0:
            rest = [[a - row[0] / first[0] * b for a, b in zip(row, first)]
                    for row in rest]
        rows = [row[1:] for row in rest]
    return pivots


def _is_safe(matrix):
    """Whether rounding leaves no tiny pivot where 0 must stand."""
    return all(pivot == 0 or abs(pivot) > 1e-6 for pivot in _pivots(matrix))


def valid(matrix):
    """Elimination with floats is a right way, too."""
    return (not _all_lists(matrix)
            or any(len(row) != len(matrix) for row in matrix)
            or matrix == [[]] or _is_safe(matrix))


def inputs_whole_numbers(rng):
    """square matrices of whole numbers, 1x1 up to 5x5, and 0x0"""
    yield ([[]],)
    yield ([[3, 2], [5, -7]],)
    yield ([[1, -2, 3], [4, 5, -6], [7, 8, 10]],)
    yield ([[2, 6], [1, 3]],)
    for size in (1, 2, 2, 3, 3, 4, 4, 5):
        yield (_draw(rng, size),)


def inputs_floats_and_zeros(rng):
    """floats, and zeros where elimination wants to divide"""
    yield ([[rng.integers(1, 99) / 4]],)
    yield ([[0.5, 1.25], [-2.5, 3.75]],)
    yield ([[0, 2], [3, 0]],)
    yield ([[0, 0, 2], [0, 3, 1], [-4, 0, 0]],)
    for size in (2, 3, 4):
        yield ([[number / 4 for number in row]
                for row in _draw(rng, size)],)
    for size in (3, 4, 5):
        # Rows of a diagonal matrix in a random order: one number a row.
        rows = [[0] * size for _ in range(size)]
        for row, column in zip(rows, rng.permutation(size).tolist()):
            row[column] = int(rng.integers(1, 5))
        yield (rows,)


def inputs_that_are_no_list_of_lists(rng):
    """what is no list of lists (and one 1x1 matrix that is)"""
    # The right one: always TypeError must not pass.
    yield ([[int(rng.integers(2, 99))]],)
    yield ([],)
    for matrix in (None, 7, "12", {}, [1, 2], ["ab", "cd"],
                   ([1, 2], [3, 4]), [(1, 2), (3, 4)], [[1, 2], (3, 4)],
                   [(1, 2), [3, 4]], [[1, 2], 3], [[1, 2, 3], 4]):
        yield (matrix,)


def inputs_that_are_not_square(rng):
    """rows whose lengths do not fit (and one 1x1 matrix that is square)"""
    yield ([[int(rng.integers(2, 99))]],)
    yield ([[1, 2]],)
    yield ([[1], [2]],)
    yield ([[1, 2], [3]],)
    yield ([[1, 2], [3, 4, 5]],)
    yield ([[], []],)
    for rows, columns in ((2, 3), (3, 2), (4, 3)):
        yield (rng.integers(1, 10, (rows, columns)).tolist(),)
    square = rng.integers(1, 10, (3, 3)).tolist()
    yield (square[:2] + [square[2] + [1]],)
    yield (square[:1] + [square[1][:2]] + square[2:],)


def mistake_empty_list_is_one(matrix):
    """`all(...)` over no rows is True: [] passes your row test although it
    holds no list. The 0x0 matrix is written [[]]."""
    return 1 if matrix == [] else oracle(matrix)


def mistake_empty_list_is_zero(matrix):
    """[] holds no list, so it is no list of lists: raise the TypeError. Only
    [[]] is the 0x0 matrix."""
    return 0 if matrix == [] else oracle(matrix)


def mistake_empty_list_crashes(matrix):
    """`matrix[0]` does not exist in []: test for an empty list first, and
    raise the TypeError for it."""
    return matrix[0] if matrix == [] else oracle(matrix)


def mistake_empty_matrix_refused(matrix):
    """[[]] is the 0x0 matrix and its determinant is 1: return it before you
    test whether the matrix is square."""
    if matrix == [[]]:
        raise ValueError(_SQUARE)
    return oracle(matrix)


def mistake_first_row_only(matrix):
    """Square means that every row is as long as there are rows; you compare
    the first row only."""
    if _all_lists(matrix) and len(matrix[0]) == len(matrix):
        return _expand(matrix)
    return oracle(matrix)


def mistake_first_row_only_each_time(matrix):
    """You compare the first row only, here and in each smaller matrix. Square
    means that every row is as long as there are rows."""
    if not _all_lists(matrix):
        raise TypeError(_ROWS)
    if matrix == [[]]:
        return 1
    if len(matrix[0]) != len(matrix):
        raise ValueError(_SQUARE)
    if len(matrix) == 1:
        return matrix[0][0]
    total = 0
    for j in range(len(matrix)):
        smaller = [row[:j] + row[j + 1:] for row in matrix[1:]]
        total += ((-1) ** j * matrix[0][j]
                  * mistake_first_row_only_each_time(smaller))
    return total


def mistake_one_row(matrix):
    """A matrix with one row is not always 1x1: test the length of the row
    before you return its first number."""
    if _all_lists(matrix) and len(matrix) == 1 and matrix != [[]]:
        return matrix[0][0]
    return oracle(matrix)


def mistake_loop_before_test(matrix):
    """The type is right by chance: Python raised it. Test isinstance(matrix,
    list) before you loop over it, and give the text of the task.
    """
    iter(matrix)
    return oracle(matrix)


def mistake_len_before_test(matrix):
    """A number and None have no len(): test isinstance(matrix, list) before
    you count the rows, and give the text of the task."""
    len(matrix)
    return oracle(matrix)


def mistake_outer_list_not_tested(matrix):
    """The type is right by chance: Python raised it. And a tuple of rows
    passes: test isinstance(matrix, list), not only its rows.
    """
    return oracle(list(matrix))


def mistake_type_of_first_row(matrix):
    """Test every row with isinstance(row, list), not only matrix[0], and do
    it before you look at any length."""
    if not isinstance(matrix, list) or not _all_lists(matrix[:1]):
        raise TypeError(_ROWS)
    if matrix == [[]]:
        return 1
    if any(len(row) != len(matrix) for row in matrix):
        raise ValueError(_SQUARE)
    return _expand([list(row) for row in matrix])


def mistake_tuples_accepted(matrix):
    """A tuple is not a list: raise the TypeError when a row is a tuple."""
    if isinstance(matrix, list):
        matrix = [list(row) if isinstance(row, tuple) else row
                  for row in matrix]
    return oracle(matrix)


def mistake_square_before_rows(matrix):
    """The order of the tests matters: the outer list, then every row, and
    only then whether the matrix is square."""
    if isinstance(matrix, list) and matrix != [[]] and any(
            len(row) != len(matrix) for row in matrix):
        raise ValueError(_SQUARE)
    return oracle(matrix)


def mistake_missing_star(matrix):
    """Mathematics drops the multiplication sign, Python does not: 2(3) calls
    2 as a function. Write the `*`."""
    oracle(matrix)
    if len(matrix) == 1 or len(matrix) == 2:
        return oracle(matrix)
    if len(matrix) > 3:
        return mistake_missing_star([row[1:] for row in matrix[1:]])
    first, second = matrix[0], matrix[1]
    return first[0](second[1] * matrix[2][2] - second[2] * matrix[2][1])


def mistake_no_sign(matrix):
    """The signs change along the row: plus, minus, plus, and so on."""
    oracle(matrix)
    return 1 if matrix == [[]] else _expand(matrix, 1)


def mistake_up_to_three(matrix):
    """Formulas for 2x2 and 3x3 are not enough: take the cofactors of a row,
    and let the function call itself for each smaller matrix.
    """
    value = oracle(matrix)
    return value if len(matrix) <= 3 else None


def mistake_no_row_swap(matrix):
    """You divide by an entry of the diagonal, and it can be 0 while the
    determinant is not: swap two rows, or use the cofactors of a row.
    """
    oracle(matrix)
    if matrix == [[]]:
        return 1
    rows, product = [row[:] for row in matrix], 1
    for i, row in enumerate(rows):
        product *= row[i]
        for k in range(i + 1, len(rows)):
            factor = rows[k][i] / row[i]
            rows[k] = [a - factor * b for a, b in zip(rows[k], row)]
    return product


def mistake_whole_numbers_only(matrix):
    """int() cuts off the decimals: the determinant of a matrix of floats is a
    float."""
    return int(oracle(matrix))


EQUIVALENT_MUTANTS = {
    "if not isinstance(matrix, list) or matrix == []: => if not "
    "isinstance(matrix, list) or matrix <= []:":
        "Nothing is smaller than an empty list.",
    "if not all(isinstance(row, list) for row in matrix): | if matrix == "
    "[[]]: => if matrix == [[]]: | if not all(isinstance(row, list) for row "
    "in matrix):":
        "A list that is [[]] holds lists only.",
    "if matrix == [[]]: => if matrix <= [[]]:":
        "Only [] is smaller than [[]], and it was refused before.",
    "if len(matrix) == 1: => if len(matrix) <= 1:":
        "A matrix without rows was refused before.",
    "return matrix[0][0] => return matrix[-1][0]":
        "A 1x1 matrix has one number only.",
    "return matrix[0][0] => return matrix[0][-1]":
        "A 1x1 matrix has one number only.",
}
