"""Matrix of the cofactors of a square matrix."""

KIND = "function"
ENTRY = "cofactor"
RULES = ["no imports", "never numpy"]
RULES_ARE_THE_TASK = ["never numpy"]
ALIASES = ["advanced_linear_algebra/2-cofactor.py"]

EXAMPLES = [
    ("cofactor([[9]])", [[1]]),
    ("cofactor([[3, 1], [4, 2]])", [[2, -4], [-1, 3]]),
    ("cofactor([[2, 0, 1], [1, 3, 0], [0, 4, 5]])",
     [[15, -5, 4], [4, 10, -8], [-3, 1, 6]]),
    ("cofactor([])", TypeError("matrix must be a list of lists")),
    ("cofactor([[1, 2], (3, 4)])",
     TypeError("matrix must be a list of lists")),
    ("cofactor([[]])",
     ValueError("matrix must be a non-empty square matrix")),
    ("cofactor([[1, 2], [3]])",
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


def _signed(minors, sign):
    """Each minor times sign(i, j)."""
    return [[sign(i, j) * number for j, number in enumerate(row)]
            for i, row in enumerate(minors)]


def _cofactor(matrix):
    return _signed(_minor(matrix), lambda i, j: (-1) ** (i + j))


def oracle(matrix):
    if not _all_lists(matrix):
        raise TypeError(_ROWS)
    if any(len(row) != len(matrix) for row in matrix):
        raise ValueError(_SQUARE)
    return _cofactor(matrix)


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
        return _cofactor(matrix)
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


def mistake_takes_rows_out(matrix):
    """`pop` takes the row out of the caller's matrix; build the smaller
    matrix as a new list instead."""
    oracle(matrix)
    above, result = [], []
    while matrix:
        row = matrix.pop(0)
        result.append([
            (-1) ** (len(above) + j) * _determinant(
                [line[:j] + line[j + 1:] for line in above + matrix])
            for j in range(len(row))
        ])
        above.append(row)
    return result


def mistake_shortens_rows(matrix):
    """matrix[:] is a new outer list with the caller's own rows, so row.pop(j)
    shortens those; cut each row into a new list."""
    oracle(matrix)
    result = []
    for i in range(len(matrix)):
        result.append([])
        for j in range(len(matrix)):
            smaller = matrix[:]
            smaller.pop(i)
            for row in smaller:
                row.pop(j)
            result[i].append((-1) ** (i + j) * _determinant(smaller))
    return result


def mistake_sign_by_column(matrix):
    """The sign depends on row and column: (-1) ** (i + j), not on the column
    alone."""
    oracle(matrix)
    return _signed(_minor(matrix), lambda i, j: (-1) ** j)


def mistake_sign_by_row(matrix):
    """The sign depends on row and column: (-1) ** (i + j), not on the row
    alone."""
    oracle(matrix)
    return _signed(_minor(matrix), lambda i, j: (-1) ** i)


def mistake_no_sign(matrix):
    """These are the minors: a cofactor is the minor times (-1) ** (i + j)."""
    oracle(matrix)
    return _minor(matrix)


def mistake_turned(matrix):
    """You have rows and columns exchanged: that is the adjugate. Place (i, j)
    leaves out row i and column j."""
    return [list(column) for column in zip(*oracle(matrix))]


EQUIVALENT_MUTANTS = {
    "if matrix == []: => if matrix <= []:":
        "Nothing is smaller than an empty list.",
    "if not isinstance(matrix, list) or matrix == []: => if not "
    "isinstance(matrix, list) or matrix <= []:":
        "Nothing is smaller than an empty list.",
    "return [[(-1) ** (i + j) * determinant(smaller(matrix, i, j)) => "
    "return [[(-1) ** (i - j) * determinant(smaller(matrix, i, j))":
        "i - j is even where i + j is.",
}
