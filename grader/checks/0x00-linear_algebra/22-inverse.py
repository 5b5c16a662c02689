"""Inverse of a square matrix."""

KIND = "function"
ENTRY = "inverse"
RULES = ["no imports", "never numpy"]
RULES_ARE_THE_TASK = ["never numpy"]
ALIASES = ["advanced_linear_algebra/4-inverse.py"]

EXAMPLES = [
    ("inverse([[4]])", [[0.25]]),
    ("inverse([[0]])", None),
    ("inverse([[2, 1], [5, 3]])", [[3, -1], [-5, 2]]),
    ("inverse([[0, 2, 0], [1, 0, 1], [0, 0, 4]])",
     [[0, 1, -0.25], [0.5, 0, 0], [0, 0, 0.25]]),
    ("inverse([[2, 6], [1, 3]])", None),
    ("inverse([])", TypeError("matrix must be a list of lists")),
    ("inverse([[1, 2], [3]])",
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


def _adjugate(matrix):
    return [[(-1) ** (i + j) * number for j, number in enumerate(column)]
            for i, column in enumerate(zip(*_minor(matrix)))]


def _inverse(matrix):
    determinant = _determinant(matrix)
    if determinant == 0:
        return None
    return [[number / determinant for number in row]
            for row in _adjugate(matrix)]


def oracle(matrix):
    if not _all_lists(matrix):
        raise TypeError(_ROWS)
    if any(len(row) != len(matrix) for row in matrix):
        raise ValueError(_SQUARE)
    return _inverse(matrix)


def _invertible(rng, size):
    """A matrix that is safe for elimination with floats, too.

    Where a leading minor is 0, rounding may leave a tiny wrong pivot.
    """
    while True:
        matrix = rng.integers(-9, 10, (size, size)).tolist()
        smaller = [matrix] + [_smaller(matrix, i, j)
                              for i in range(size) for j in range(size)]
        if all(_determinant([row[:k] for row in part[:k]]) != 0
               for part in smaller for k in range(1, len(part) + 1)):
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
    return _is_safe(matrix) and all(
        _is_safe(_smaller(matrix, i, j)) for i in size for j in size)


def inputs_whole_numbers(rng):
    """matrices of whole numbers that have an inverse, 1x1 up to 5x5"""
    yield ([[int(rng.integers(2, 50))]],)
    yield ([[3, 2], [5, -7]],)
    yield ([[0, 2], [3, 0]],)
    yield ([[1, -2, 3], [4, 5, -6], [7, 8, 10]],)
    yield ([[0, 0, 2], [0, 3, 1], [-4, 0, 0]],)
    for size in (2, 2, 3, 3, 4, 5):
        yield (_invertible(rng, size),)


def inputs_floats(rng):
    """floats, also with a small determinant"""
    yield ([[0.5]],)
    yield ([[0.5, 1.25], [-2.5, 3.75]],)
    yield ([[0.001, 0], [0, 0.001]],)
    yield ([[0.002, 0.001], [0.001, 0.001]],)
    yield ([[0, 0.25], [-1.5, 2.0]],)
    for size in (2, 3, 4):
        yield ([[number / 4 for number in row]
                for row in _invertible(rng, size)],)


def inputs_without_an_inverse(rng):
    """matrices whose determinant is 0 (and one that has an inverse)"""
    # The one with an inverse: always None must not pass.
    yield ([[int(rng.integers(2, 50))]],)
    yield ([[0]],)
    yield ([[1, 2], [2, 4]],)
    yield ([[0, 0], [0, 0]],)
    # Elimination meets halves and zeros only: floats give 0 exactly.
    row, other = rng.integers(1, 10, (2, 3)).tolist()
    first = [2] + row[1:]
    yield ([first[:2], first[:2]],)
    yield ([row, [0, 0, 0], other],)
    yield ([[0] + part[1:] for part in (row, other, [1, 2, 3])],)
    yield ([[factor * number for number in first] for factor in (2, 1, 4)],)


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


def mistake_first_row_only(matrix):
    """Square means that every row is as long as there are rows; you compare
    the first row only."""
    if _all_lists(matrix) and len(matrix[0]) == len(matrix):
        return _inverse(matrix)
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


def mistake_zero_divides(matrix):
    """1 / 0 does not exist: test the determinant before your short way for
    1x1, so that [[0]] gives None.
    """
    value = oracle(matrix)
    return [[1 / matrix[0][0]]] if len(matrix) == 1 else value


def mistake_singular_divides(matrix):
    """A matrix with determinant 0 has no inverse: return None before you
    divide."""
    oracle(matrix)
    determinant = _determinant(matrix)
    return [[number / determinant for number in row]
            for row in _adjugate(matrix)]


def mistake_small_is_singular(matrix):
    """A small determinant is not 0: only when it is exactly 0 there is no
    inverse."""
    value = oracle(matrix)
    return None if abs(_determinant(matrix)) < 1e-5 else value


def mistake_zero_pivot_is_singular(matrix):
    """A 0 on the diagonal does not mean that there is no inverse: swap rows,
    and let the determinant decide.
    """
    value = oracle(matrix)
    rows = [row[:] for row in matrix]
    for i, row in enumerate(rows):
        if row[i] == 0:
            return None
        for k in range(i + 1, len(rows)):
            factor = rows[k][i] / row[i]
            rows[k] = [a - factor * b for a, b in zip(rows[k], row)]
    return value


def mistake_not_transposed(matrix):
    """You divide the cofactor matrix: transpose it first, the inverse is the
    adjugate divided by the determinant."""
    value = oracle(matrix)
    return value and [list(column) for column in zip(*value)]


def mistake_whole_division(matrix):
    """`//` cuts off the decimals: divide with `/`, since an inverse consists
    of floats."""
    determinant = oracle(matrix) and _determinant(matrix)
    return determinant and [[number // determinant for number in row]
                            for row in _adjugate(matrix)]


def mistake_not_divided(matrix):
    """This is the adjugate: divide each of its numbers by the
    determinant."""
    return oracle(matrix) and _adjugate(matrix)


EQUIVALENT_MUTANTS = {
    "if matrix == []: => if matrix <= []:":
        "Nothing is smaller than an empty list.",
    "return 1 => return 2":
        "The factor stands above and below the fraction bar.",
    "if not isinstance(matrix, list) or matrix == []: => if not "
    "isinstance(matrix, list) or matrix <= []:":
        "Nothing is smaller than an empty list.",
    "return [[(-1) ** (i + j) * determinant(smaller(matrix, j, i)) / det => "
    "return [[(-1) ** (i - j) * determinant(smaller(matrix, j, i)) / det":
        "i - j is even where i + j is.",
}
