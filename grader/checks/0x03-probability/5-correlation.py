"""Correlation matrix from a covariance matrix."""

import numpy as np

KIND = "function"
ENTRY = "correlation"
RULES = ["imports: numpy"]
ALIASES = ["multivariate_prob/1-correlation.py"]
TOLERANCE = (1e-6, 1e-9)

EXAMPLES = [
    ("correlation(np.array([[4, 3], [3, 9]]))",
     np.array([[1, 0.5], [0.5, 1]])),
    ("correlation(np.array([[0.25]]))", np.array([[1.0]])),
    ("correlation(np.array([[36, -30, 15], [-30, 100, -20], [15, -20, 25]]))",
     np.array([[1, -0.5, 0.5], [-0.5, 1, -0.4], [0.5, -0.4, 1]])),
    ("correlation([[4, 3], [3, 9]])",
     TypeError("C must be a numpy.ndarray")),
    ("correlation(np.array([[4, 3]]))",
     ValueError("C must be a 2D square matrix")),
]

_TYPE = "C must be a numpy.ndarray"
_SQUARE = "C must be a 2D square matrix"


def oracle(C):
    if not isinstance(C, np.ndarray):
        raise TypeError(_TYPE)
    if C.ndim != 2 or C.shape[0] != C.shape[1]:
        raise ValueError(_SQUARE)
    size = C.shape[0]
    result = np.zeros((size, size))
    for i in range(size):
        for j in range(size):
            result[i, j] = C[i, j] / (C[i, i] * C[j, j]) ** 0.5
    return result


def _covariance(rng, size):
    """The covariance of random points, so no correlation is above 1."""
    points = rng.normal(0, 1, (size, size + 4))
    points = (rng.uniform(0.2, 6, (size, 1))
              * (points + rng.uniform(-1, 1, size + 4)))
    centred = points - points.mean(axis=1, keepdims=True)
    return np.round(centred @ centred.T / (size + 3), 4)


def valid(C):
    """A matrix that is square is a covariance: no correlation above 1."""
    if not isinstance(C, np.ndarray) or C.ndim != 2 \
            or C.shape[0] != C.shape[1]:
        return True
    return bool(np.array_equal(C, C.T) and np.all(np.diag(C) > 0)
                and np.all(np.linalg.eigvalsh(C) > 1e-6))


def inputs_whole_numbers(rng):
    """covariances that are whole numbers: the result has decimals"""
    yield (np.array([[9]]),)
    yield (np.array([[4, 1], [1, 16]]),)
    yield (np.array([[9, -6], [-6, 25]]),)
    yield (np.array([[2, 1], [1, 3]]),)
    yield (np.array([[5, 0], [0, 7]]),)
    for size in (2, 3, 3, 4):
        half = rng.integers(-4, 5, (size, size + 2))
        yield (half @ half.T + np.diag(rng.integers(1, 5, size)),)


def inputs_decimals(rng):
    """covariances with decimals, 1x1 up to 6x6"""
    for size in (1, 2, 2, 3, 3, 4, 5, 6):
        yield (_covariance(rng, size),)


def inputs_that_are_no_array(rng):
    """what is no array (and one array)"""
    # The right one: always TypeError must not pass.
    yield (_covariance(rng, 2),)
    for wrong in (None, 7, 2.5, "12", [], [4], [[4]], [[4, 3], [3, 9]],
                  ((4, 3), (3, 9))):
        yield (wrong,)


def inputs_that_are_not_square(rng):
    """arrays that are not square, or have not 2 axes (and one right one)"""
    yield (_covariance(rng, 2),)
    for shape in ((1,), (4,), (1, 2), (2, 1), (2, 3), (4, 3), (1, 1, 1),
                  (2, 2, 2), (2, 2, 3)):
        yield (rng.integers(1, 9, shape).astype(float),)


def mistake_second_axis_first(C):
    """A 1-D array has no shape[1]: test the number of dimensions first, then
    the sizes."""
    if not isinstance(C, np.ndarray):
        raise TypeError(_TYPE)
    if C.shape[0] != C.shape[1] or C.ndim != 2:
        raise ValueError(_SQUARE)
    return oracle(C)


def mistake_unpacks_shape_first(C):
    """numpy's own message comes out when the shape has not 2 numbers: test the
    number of dimensions before you unpack it.
    """
    if isinstance(C, np.ndarray):
        rows, columns = C.shape
    return oracle(C)


def mistake_dimensions_not_tested(C):
    """Square is not enough: an array with 3 axes is no matrix. Test the
    number of dimensions."""
    if isinstance(C, np.ndarray) and C.ndim > 2 \
            and C.shape[0] == C.shape[1]:
        stddev = np.sqrt(np.diagonal(C))
        return C / (stddev * stddev)
    return oracle(C)


def mistake_one_type_error(C):
    """An array of the wrong shape is a ValueError; the TypeError is for what
    is no array at all."""
    if isinstance(C, np.ndarray) and C.ndim != 2:
        raise TypeError(_TYPE)
    return oracle(C)


def mistake_square_not_tested(C):
    """A matrix of 2 rows and 3 columns is no covariance matrix: compare the 2
    sizes."""
    if isinstance(C, np.ndarray) and C.ndim == 2:
        stddev = np.sqrt(np.diag(C))
        return C / np.outer(stddev, stddev)
    return oracle(C)


def mistake_lists_accepted(C):
    """A list of rows is no array: test isinstance(C, numpy.ndarray) and raise
    the TypeError."""
    return oracle(np.array(C))


def mistake_no_root(C):
    """The diagonal holds variances: the deviations are their square roots."""
    value = oracle(C)
    return value / np.sqrt(np.outer(np.diag(C), np.diag(C)))


def mistake_rows_only(C):
    """Each covariance belongs to 2 variables: divide by the deviation of the
    column too."""
    return oracle(C) * np.sqrt(np.diag(C))


def mistake_divides_by_one_variance(C):
    """The 2 deviations belong to the row and to the column; you divide by the
    variance of one of them."""
    oracle(C)
    return C / np.diag(C)


def mistake_written_into_whole_numbers(C):
    """An array of whole numbers cuts the decimals of what you write into it:
    make a new array of floats."""
    value = oracle(C)
    return value.astype(C.dtype)


def mistake_squared(C):
    """A correlation keeps its sign: do not square the covariance."""
    return oracle(C) ** 2
