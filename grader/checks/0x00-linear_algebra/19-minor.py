"""Matrix of the minors of a square matrix."""

KIND = "function"
ENTRY = "minor"
RULES = ["no imports", "never numpy"]
RULES_ARE_THE_TASK = ["never numpy"]
ALIASES = ["advanced_linear_algebra/1-minor.py"]

EXAMPLES = [
    ("minor([[9]])", [[1]]),
    ("minor([[3, 1], [4, 2]])", [[2, 4], [1, 3]]),
    ("minor([[2, 0, 1], [1, 3, 0], [0, 4, 5]])",
     [[15, 5, 4], [-4, 10, 8], [-3, -1, 6]]),
    ("minor([])", TypeError("matrix must be a list of lists")),
    ("minor([[1, 2], (3, 4)])",
     TypeError("matrix must be a list of lists")),
    ("minor([[]])",
     ValueError("matrix must be a non-empty square matrix")),
    ("minor([[1, 2], [3]])",
     ValueError("matrix must be a non-empty square matrix")),
]

_ROWS = "matrix must be a list of lists"
_SQUARE = "matrix must be a non-empty square matrix"


def _all_lists(matrix):
    return (isinstance(matrix, list) and len(matrix) > 0
            and all(isinstance(row, list) for row in matrix))


def _smaller(matrix, i, j):
    """The matrix without row i and column j."""
    rows = matrix[:i] + matrix[i + 1:]
    return [row[:j] + row[j + 1:] for row in rows]


def _determinant(matrix):
    """Expansion along the first row; 1 for no rows at all."""
    if len(matrix) == 0:
        return 1
    total = 0
    for j in range(len(matrix)):
        total += ((-1) ** j * matrix[0][j]
                  * _determinant(_smaller(matrix, 0, j)))
    return total


def _minor(matrix):
    size = len(matrix)
    return [[_determinant(_smaller(matrix, i, j)) for j in range(size)]
            for i in range(size)]


def oracle(matrix):
    if not _all_lists(matrix):
        raise TypeError(_ROWS)
    if any(len(row) != len(matrix) for row in matrix):
        raise ValueError(_SQUARE)
    return _minor(matrix)


def _draw(rng, size):
    """A matrix that is safe for elimination with floats, too.

    Where a leading minor is 0, rounding may leave a tiny wrong pivot.
    """
    while True:
        matrix = rng.integers(-9, 10, (size, size)).tolist()
        smaller = [_smaller(matrix, i, j)
                   for i in range(size) for j in range(size)]
        if all(_determinant([row[:k] for row in part[:k]]) != 0
               for part in smaller for k in range(1, size)):
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
    if not _all_lists(matrix) or any(
            len(row) != len(matrix) for row in matrix):
        return True
    size = range(len(matrix))
    return all(_is_safe(_smaller(matrix, i, j)) for i in size for j in size)


def inputs_whole_numbers(rng):
    """square matrices of whole numbers, 1x1 up to 5x5"""
    yield ([[int(rng.integers(2, 99))]],)
    yield ([[3, 2], [5, -7]],)
    yield ([[1, -2, 3], [4, 5, -6], [7, 8, 10]],)
    for size in (2, 2, 3, 3, 4, 5):
        yield (_draw(rng, size),)


def inputs_floats_and_zeros(rng):
    """floats, zeros, and matrices without an inverse"""
    yield ([[0]],)
    yield ([[0.5, 1.25], [-2.5, 3.75]],)
    yield ([[0, 2], [3, 0]],)
    yield ([[1, 2], [2, 4]],)
    yield ([[1, 0, 0], [0, 1, 0], [0, 0, 1]],)
    yield ([[0, 0, 2], [0, 3, 1], [-4, 0, 0]],)
    yield ([[0.5, 2.25, 0.75], [1.5, -0.25, 1.0], [-1.75, 3.5, 0.25]],)
    for size in (2, 3, 4):
        yield ([[number / 4 for number in row]
                for row in _draw(rng, size)],)
    for size in (3, 4):
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
    """rows that are empty or do not fit (and one 1x1 matrix)"""
    yield ([[int(rng.integers(2, 99))]],)
    yield ([[]],)
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


def mistake_empty_list_is_value_error(matrix):
    """`all(...)` over no rows is True: [] passes your row test although it
    holds no list. It is a TypeError, the empty matrix is [[]]."""
    if matrix == []:
        raise ValueError(_SQUARE)
    return oracle(matrix)


def mistake_empty_matrix_is_one(matrix):
    """Only the determinant of [[]] is 1; here [[]] has no answer, so raise
    the ValueError."""
    return 1 if matrix == [[]] else oracle(matrix)


def mistake_first_row_only(matrix):
    """Square means that every row is as long as there are rows; you compare
    the first row only."""
    if _all_lists(matrix) and len(matrix[0]) == len(matrix):
        return _minor(matrix)
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


def mistake_tuples_accepted(matrix):
    """A tuple is not a list: raise the TypeError when a row is a tuple."""
    if isinstance(matrix, list):
        matrix = [list(row) if isinstance(row, tuple) else row
                  for row in matrix]
    return oracle(matrix)


def mistake_text_of_determinant(matrix):
    """The text is not that of the determinant: here it is "matrix must be a
    non-empty square matrix"."""
    try:
        return oracle(matrix)
    except ValueError:
        raise ValueError("matrix must be a square matrix") from None


def mistake_single_number_kept(matrix):
    """A 1x1 matrix minus its row and column is 0x0, and the determinant of
    that is 1: the answer is [[1]]."""
    value = oracle(matrix)
    return [row[:] for row in matrix] if len(matrix) == 1 else value


def _eliminate(matrix):
    """Determinant by elimination without any exchange of rows."""
    rows, product = [row[:] for row in matrix], 1
    for i, row in enumerate(rows):
        product *= row[i]
        for k in range(i + 1, len(rows)):
            factor = rows[k][i] / row[i]
            rows[k] = [a - factor * b for a, b in zip(rows[k], row)]
    return product


def _minor_by(determinant, matrix):
    oracle(matrix)
    size = len(matrix)
    return [[determinant(_smaller(matrix, i, j)) for j in range(size)]
            for i in range(size)]


def mistake_no_row_swap_and_int(matrix):
    """You divide by an entry of the diagonal, and it can be 0: swap two rows,
    or use cofactors. And keep floats: int() cuts off decimals.
    """
    return _minor_by(lambda part: int(_eliminate(part)), matrix)


def mistake_no_row_swap(matrix):
    """You divide by an entry of the diagonal, and it can be 0 while the
    determinant is not: swap two rows, or use the cofactors of a row.
    """
    return _minor_by(_eliminate, matrix)


def mistake_whole_numbers_only(matrix):
    """int() cuts off the decimals: a minor of a matrix of floats is a
    float."""
    return _minor_by(lambda part: int(_determinant(part)), matrix)


def mistake_cofactors(matrix):
    """A minor has no sign of its place; leave (-1) ** (i + j) to the task of
    the cofactors."""
    return [[(-1) ** (i + j) * number for j, number in enumerate(row)]
            for i, row in enumerate(oracle(matrix))]


def mistake_turned(matrix):
    """Place (i, j) belongs to the matrix without row i and column j; you have
    the two exchanged."""
    return [list(column) for column in zip(*oracle(matrix))]


def mistake_no_sign_inside(matrix):
    """The determinant of a smaller matrix needs its signs too: plus, minus,
    plus, and so on along the row.
    """
    def permanent(part):
        return sum(part[0][j] * permanent(_smaller(part, 0, j))
                   for j in range(len(part))) if part else 1
    return _minor_by(permanent, matrix)


def mistake_smaller_matrices(matrix):
    """A minor is a number: take the determinant of the smaller matrix, do not
    return the smaller matrix."""
    oracle(matrix)
    size = len(matrix)
    return [[_smaller(matrix, i, j) for j in range(size)]
            for i in range(size)]


EQUIVALENT_MUTANTS = {
    "if matrix == []: => if matrix <= []:":
        "Nothing is smaller than an empty list.",
    "if not isinstance(matrix, list) or matrix == []: => if not "
    "isinstance(matrix, list) or matrix <= []:":
        "Nothing is smaller than an empty list.",
}
