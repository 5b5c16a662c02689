"""Name the definiteness of a symmetric matrix."""

import numpy as np

KIND = "function"
ENTRY = "definiteness"
RULES = ["imports: numpy"]
ALIASES = ["advanced_linear_algebra/5-definiteness.py"]

EXAMPLES = [
    ("definiteness(np.array([[2, -1], [-1, 2]]))", "Positive definite"),
    ("definiteness(np.array([[3, 0], [0, 0]]))", "Positive semi-definite"),
    ("definiteness(np.array([[0, 0], [0, -2]]))", "Negative semi-definite"),
    ("definiteness(np.array([[-3, 1], [1, -2]]))", "Negative definite"),
    ("definiteness(np.array([[1, 3], [3, 1]]))", "Indefinite"),
    ("definiteness(np.array([[2, 1], [0, 2]]))", None),     # not symmetric
    ("definiteness([[2, 1], [1, 2]])",
     TypeError("matrix must be a numpy.ndarray")),
]


def _name(values):
    if np.all(values > 0):
        return "Positive definite"
    if np.all(values >= 0):
        return "Positive semi-definite"
    if np.all(values < 0):
        return "Negative definite"
    if np.all(values <= 0):
        return "Negative semi-definite"
    return "Indefinite"


def _is_valid(matrix):
    if not isinstance(matrix, np.ndarray):
        raise TypeError("matrix must be a numpy.ndarray")
    if matrix.ndim != 2 or matrix.size == 0:
        return False
    rows, columns = matrix.shape
    return rows == columns and bool(np.all(matrix == matrix.T))


def oracle(matrix):
    if not _is_valid(matrix):
        return None
    return _name(np.linalg.eigvalsh(matrix))


def _symmetric(rng, diagonal):
    """A matrix whose diagonal, at least 9, outweighs the rest of the row.

    So the signs of the diagonal are those of the eigenvalues.
    """
    diagonal = np.array(diagonal)
    size = len(diagonal)
    upper = np.triu(rng.integers(-2, 3, (size, size)), 1)
    return upper + upper.T + np.diag(diagonal * rng.integers(9, 30, size))


# Semi-definite matrices must be diagonal, or one of the two known 2x2 ones:
# there the eigenvalue 0 comes out as exactly 0, whatever way it is computed.

def valid(matrix):
    """No eigenvalue that is nearly 0, and none of the two open cases."""
    if not isinstance(matrix, np.ndarray) or not _is_valid(matrix):
        return True
    values = np.linalg.eigvalsh(matrix)
    if np.array_equal(matrix, np.diag(np.diag(matrix))):
        # All 0, or 0 beside both signs: the task does not say.
        return bool(values.any()) and (
            bool(values.all()) or values.min() >= 0 or values.max() <= 0)
    return bool(np.all(np.abs(values) > 1e-6)) or matrix.tolist() in (
        [[2, 4], [4, 8]], [[-1, 1], [1, -1]])


def inputs_positive(rng):
    """positive definite and positive semi-definite matrices"""
    yield (np.array([[int(rng.integers(1, 50))]]),)
    yield (np.array([[2, 4], [4, 8]]),)
    yield (np.array([[0, 0], [0, 3]]),)
    yield (np.array([[4, -3], [-3, 4]]),)
    yield (np.diag([int(rng.integers(1, 9)), 0]),)
    for size in (2, 3, 4):
        yield (_symmetric(rng, [1] * size),)
        yield (np.diag(rng.permutation([0, 0.5, 2.25, 4][:size])),)
    yield (_symmetric(rng, [1] * 4) / 4,)


def inputs_negative(rng):
    """negative definite and negative semi-definite matrices"""
    yield (np.array([[-int(rng.integers(1, 50))]]),)
    yield (np.array([[-1, 1], [1, -1]]),)
    yield (np.array([[0, 0], [0, -4]]),)
    yield (np.array([[-2, -1], [-1, -2]]),)
    yield (np.diag([-int(rng.integers(1, 9)), 0]),)
    for size in (2, 3, 4):
        yield (_symmetric(rng, [-1] * size),)
        yield (np.diag(rng.permutation([0, -0.5, -2.25, -4][:size])),)
    yield (_symmetric(rng, [-1] * 4) / 4,)


def inputs_indefinite(rng):
    """indefinite matrices (and one positive definite one)"""
    # The other word: always "Indefinite" must not pass.
    yield (_symmetric(rng, [1, 1]),)
    yield (np.array([[1, 3], [3, 1]]),)
    yield (np.array([[-1, 4], [4, -1]]),)
    yield (np.diag(rng.permutation([3, -2])),)
    # An eigenvalue near 0 is above or below 0 all the same.
    yield (np.diag(rng.permutation([0.5, -3])),)
    yield (np.diag(rng.permutation([-0.5, 3])),)
    for signs in ([1, -1], [-1, -1, 1], [1, -1, 1], [1, 1, -1, 1],
                  [-1, 1, -1, -1]):
        yield (_symmetric(rng, signs),)
    yield (_symmetric(rng, [1, -1, -1]) / 4,)


def inputs_that_are_no_symmetric_matrix(rng):
    """no array, or an array that is not square or not symmetric"""
    # One that is symmetric: always None must not pass.
    yield (_symmetric(rng, [-1, -1]),)
    yield (np.array([]),)
    yield (np.array([1, 2, 3]),)
    yield (rng.integers(1, 9, 4),)
    yield (np.array([[1, 2, 3], [4, 5, 6]]),)
    yield (rng.integers(1, 9, (3, 2)),)
    yield (np.array([[2, 1], [0, 3]]),)
    yield (np.array([[5, 1], [-1, 5]]),)
    for size in (2, 3, 4):
        matrix = _symmetric(rng, [1] * size)
        matrix[0, size - 1] += 3
        yield (matrix,)
    for matrix in ([[4, 1], [1, 4]], ((1, 0), (0, 1)), None, 5, "text"):
        yield (matrix,)


def mistake_one_dimension(matrix):
    """A 1-D array has no shape[1]: test matrix.ndim first, and answer None
    when it is not 2."""
    if (isinstance(matrix, np.ndarray) and matrix.size > 0
            and matrix.shape[0] != matrix.shape[1]):
        return None
    return oracle(matrix)


def mistake_symmetry_not_tested(matrix):
    """Definiteness by eigenvalues needs a symmetric matrix: answer None when
    the matrix and its transpose differ."""
    if _is_valid(matrix):
        return oracle(matrix)
    if matrix.ndim != 2 or matrix.shape[0] != matrix.shape[1]:
        return None
    return _name(np.linalg.eigvals(matrix).real)


def mistake_square_not_tested(matrix):
    """Only a square matrix has eigenvalues: compare the two sizes of
    matrix.shape before anything else, and answer None."""
    if isinstance(matrix, np.ndarray) and matrix.ndim == 2:
        np.linalg.eigvals(matrix)
    return oracle(matrix)


def _leading_minors(matrix):
    return [np.linalg.det(matrix[:size, :size])
            for size in range(1, len(matrix) + 1)]


def _signed(minors):
    """Every second minor turned, as for the matrix with other signs."""
    return [-minor if place % 2 == 0 else minor
            for place, minor in enumerate(minors)]


def mistake_leading_minors_fall_through(matrix):
    """Determinants of the upper left corners do not find the semi-definite
    cases. Look at the signs of the eigenvalues instead.
    """
    if not _is_valid(matrix):
        return None
    minors = _leading_minors(matrix)
    for word, values in (("Positive", minors), ("Negative", _signed(minors))):
        if all(value > 0 for value in values):
            return word + " definite"
        if all(value > 0 for value in values[:-1]) and values[-1] == 0:
            return word + " semi-definite"
    return "Indefinite" if minors[-1] != 0 else None


def mistake_leading_minors_not_negative(matrix):
    """Corner determinants of 0 or more do not make a matrix semi-definite:
    look at the signs of the eigenvalues.
    """
    if not _is_valid(matrix):
        return None
    minors = _leading_minors(matrix)
    for word, values in (("Positive", minors), ("Negative", _signed(minors))):
        if all(value > 0 for value in values):
            return word + " definite"
    for word, values in (("Positive", minors), ("Negative", _signed(minors))):
        if all(value >= 0 for value in values):
            return word + " semi-definite"
    return "Indefinite"


def mistake_zero_counts_as_definite(matrix):
    """An eigenvalue 0 makes the matrix semi-definite: definite needs all
    above 0 or all below 0, so use `>` and `<` there."""
    name = oracle(matrix)
    return name if name is None else name.replace("semi-", "")


def mistake_semi_comes_first(matrix):
    """`>= 0` is also true for a definite matrix: test for definite before
    you test for semi-definite."""
    name = oracle(matrix)
    return name if name is None else name.replace("e def", "e semi-def")


def mistake_signs_of_entries(matrix):
    """You look at the signs of the entries; the signs of the eigenvalues
    decide."""
    return _name(matrix) if _is_valid(matrix) else None


def mistake_list_accepted(matrix):
    """A list is not an array: raise the TypeError before you use `matrix`, do
    not convert it."""
    return oracle(np.array(matrix) if isinstance(matrix, (list, tuple))
                  else matrix)


def mistake_other_spelling(matrix):
    """Write the five answers letter by letter, the hyphen too: Positive
    semi-definite."""
    name = oracle(matrix)
    return name if name is None else name.replace("semi-def", "semidef")


def mistake_small_letters(matrix):
    """Write the five answers letter by letter: they begin with a capital
    letter."""
    name = oracle(matrix)
    return name if name is None else name.lower()


EQUIVALENT_MUTANTS = {
    "if matrix.ndim != 2 or matrix.size == 0: | if not "
    "np.array_equal(matrix, matrix.T): => if not np.array_equal(matrix, "
    "matrix.T): | if matrix.ndim != 2 or matrix.size == 0:":
        "Both guards answer None.",
    "if matrix.ndim != 2 or matrix.size == 0: => if matrix.ndim != 2:":
        "The course does not say what an array of shape (0, 0) gives.",
    "if matrix.ndim != 2 or matrix.size == 0: => if matrix.ndim < 2 or "
    "matrix.size == 0:":
        "The course does not say what 3 axes give.",
    "if matrix.ndim != 2 or matrix.size == 0: => if matrix.ndim != 2 or "
    "matrix.size <= 0:":
        "A size is never below 0.",
    "if matrix.ndim != 2 or matrix.size == 0: => if matrix.ndim != 2 or "
    "matrix.ndim == 0:":
        "The course does not say what an array of shape (0, 0) gives.",
    "if matrix.ndim != 2 or matrix.size == 0: => if matrix.ndim != 2 or "
    "matrix.size == -1:":
        "The course does not say what an array of shape (0, 0) gives.",
    "if not np.array_equal(matrix, matrix.T): => if not "
    "np.array_equal(matrix.T, matrix):":
        "It is the same comparison, turned round.",
    "if np.all(eigenvalues >= 0): | if np.all(eigenvalues < 0): => if "
    "np.all(eigenvalues < 0): | if np.all(eigenvalues >= 0):":
        "No eigenvalue is 0 or above and below 0 at once.",
}
