"""Mean and covariance of a data set, 1 point a row."""

import numpy as np

KIND = "function"
ENTRY = "mean_cov"
RULES = ["imports: numpy", "never numpy.cov"]
RULES_ARE_THE_TASK = ["never numpy.cov"]
ALIASES = ["multivariate_prob/0-mean_cov.py"]
TOLERANCE = (1e-6, 1e-9)

EXAMPLES = [
    ("mean_cov(np.array([[1, 2], [2, 4], [3, 9]]))",
     (np.array([[2, 5]]), np.array([[1, 3.5], [3.5, 13]]))),
    ("mean_cov(np.array([[1.0], [4.0]]))",
     (np.array([[2.5]]), np.array([[4.5]]))),
    ("mean_cov([[1, 2], [2, 4]])",
     TypeError("X must be a 2D numpy.ndarray")),
    ("mean_cov(np.array([1, 2, 3]))",
     TypeError("X must be a 2D numpy.ndarray")),
    ("mean_cov(np.array([[1, 2]]))",
     ValueError("X must contain multiple data points")),
]

_TYPE = "X must be a 2D numpy.ndarray"
_FEW = "X must contain multiple data points"


def oracle(X):
    if not isinstance(X, np.ndarray) or X.ndim != 2:
        raise TypeError(_TYPE)
    n, d = X.shape
    if n < 2:
        raise ValueError(_FEW)
    mean = [sum(column) / n for column in X.T.tolist()]
    cov = np.zeros((d, d))
    for i in range(d):
        for j in range(d):
            cov[i, j] = sum((point[i] - mean[i]) * (point[j] - mean[j])
                            for point in X.tolist()) / (n - 1)
    return np.array([mean]), cov


def _points(rng, n, d):
    """Points whose variables depend on each other."""
    mixed = rng.normal(0, 1, (n, d)) @ rng.uniform(-2, 2, (d, d))
    return np.round(mixed + rng.uniform(-9, 9, d), 2)


def inputs_whole_numbers(rng):
    """points with whole numbers, also 2 points only"""
    yield (np.array([[1], [3]]),)
    yield (np.array([[1, 0], [3, 4]]),)
    yield (np.array([[1, 2], [3, 3], [8, 1]]),)
    for n, d in ((2, 3), (3, 2), (3, 3), (4, 2), (5, 3)):
        yield (rng.integers(-9, 10, (n, d)),)


def inputs_decimals(rng):
    """points with decimals, up to 30 of them"""
    for n, d in ((2, 1), (3, 1), (2, 2), (3, 2), (4, 3), (5, 5), (12, 3),
                 (30, 4)):
        yield (_points(rng, n, d),)


def inputs_more_variables_than_points(rng):
    """fewer rows than columns: each row is still 1 point"""
    for n, d in ((2, 3), (2, 4), (3, 4), (3, 5), (4, 6)):
        yield (_points(rng, n, d),)


def inputs_that_are_no_2d_array(rng):
    """what is no 2-D array (and one that is)"""
    # The right one: always TypeError must not pass.
    yield (rng.integers(1, 9, (3, 2)),)
    for wrong in (None, 7, "12", [], [[1, 2], [3, 4]], ((1, 2), (3, 5)),
                  np.array(5), np.array([1, 2, 3]), np.array([4.0]),
                  np.arange(8).reshape(2, 2, 2),
                  np.arange(2).reshape(1, 2, 1)):
        yield (wrong,)


def inputs_with_too_few_points(rng):
    """only 1 point or none (and one array with 2)"""
    yield (rng.integers(1, 9, (2, 2)),)
    for n, d in ((1, 1), (1, 2), (1, 3), (0, 2), (1, 5)):
        yield (rng.integers(1, 9, (n, d)),)


def mistake_first_axis_only(X):
    """Test the number of dimensions: an array with 3 axes, or with 1, is no
    2-D array."""
    if not isinstance(X, np.ndarray):
        raise TypeError(_TYPE)
    if X.shape[0] < 2:
        raise ValueError(_FEW)
    mean = X.mean(axis=0, keepdims=True)
    return mean, (X - mean).T @ (X - mean) / (X.shape[0] - 1)


def mistake_unpacks_shape_first(X):
    """numpy's own message comes out when the shape has not 2 numbers: test the
    number of dimensions before you unpack it.
    """
    if isinstance(X, np.ndarray):
        n, d = X.shape
    return oracle(X)


def mistake_lists_accepted(X):
    """A list of rows is no array: test isinstance(X, numpy.ndarray) and raise
    the TypeError."""
    return oracle(np.array(X))


def mistake_two_points_refused(X):
    """2 points are multiple points: raise the ValueError for fewer than 2
    only."""
    value = oracle(X)
    if X.shape[0] == 2:
        raise ValueError(_FEW)
    return value


def mistake_no_points_test(X):
    """1 point does not vary: test the number of rows before you divide by
    n - 1."""
    if not isinstance(X, np.ndarray) or X.ndim != 2:
        raise TypeError(_TYPE)
    mean = X.mean(axis=0, keepdims=True)
    return mean, (X - mean).T @ (X - mean) / np.float64(X.shape[0] - 1)


def mistake_columns_counted(X):
    """The points are the rows: test the number of rows, not that of the
    columns."""
    if not isinstance(X, np.ndarray) or X.ndim != 2:
        raise TypeError(_TYPE)
    if X.shape[1] < 2:
        raise ValueError(_FEW)
    mean = X.mean(axis=0, keepdims=True)
    return mean, (X - mean).T @ (X - mean) / np.float64(X.shape[0] - 1)


def mistake_flat_mean(X):
    """mean has the shape (1, d): write keepdims=True, or reshape the mean of
    the columns."""
    mean, cov = oracle(X)
    return mean[0], cov


def mistake_column_mean(X):
    """mean is a row of the shape (1, d), you return a column: it is turned
    the other way in MultiNormal only."""
    mean, cov = oracle(X)
    return mean.T, cov


def mistake_population(X):
    """X is a sample here: divide by n - 1, not by n."""
    mean, cov = oracle(X)
    return mean, cov * (X.shape[0] - 1) / X.shape[0]


def mistake_no_brackets(X):
    """Divide by `(n - 1)`, with brackets: `/ n - 1` divides by n and then
    takes 1 away."""
    mean, cov = oracle(X)
    return mean, cov * (X.shape[0] - 1) / X.shape[0] - 1


def mistake_no_brackets_flat_mean(X):
    """Divide by `(n - 1)`, with brackets. And mean has the shape (1, d):
    write keepdims=True."""
    mean, cov = mistake_no_brackets(X)
    return mean[0], cov


def mistake_population_flat_mean(X):
    """X is a sample here: divide by n - 1, not by n. And mean has the shape
    (1, d): write keepdims=True."""
    mean, cov = mistake_population(X)
    return mean[0], cov


def _rows_centred(X):
    """The mean of each row as a column, and what lies beside it."""
    oracle(X)                           # for the exceptions
    mean = X.mean(axis=1, keepdims=True)
    return mean, X - mean


def mistake_mean_of_rows(X):
    """You took the mean of each row. A column is one variable: take the mean
    of each column, axis=0."""
    mean, rest = _rows_centred(X)
    return mean, rest.T @ rest / (X.shape[0] - 1)


def mistake_mean_of_rows_turned(X):
    """You took the mean of each row, and turned it. Take the mean of each
    column, axis=0: it needs no turning."""
    mean, rest = _rows_centred(X)
    return mean.T, rest.T @ rest / (X.shape[0] - 1)


def mistake_mean_of_rows_flat(X):
    """You took the mean of each row. A column is one variable: axis=0, and
    keepdims=True for the shape (1, d)."""
    oracle(X)
    mean = X.mean(axis=1)
    return mean, (X - mean).T @ (X - mean) / (X.shape[0] - 1)


def mistake_mean_of_rows_as_row(X):
    """You took the mean of each row and laid it into one row. Take the mean
    of each column, axis=0."""
    oracle(X)
    mean = X.mean(axis=1)[None]
    return mean, (X - mean).T @ (X - mean) / (X.shape[0] - 1)


def mistake_mean_of_rows_reshaped(X):
    """You took the mean of each row, and n numbers do not fit into (1, d).
    Take the mean of each column, axis=0."""
    oracle(X)
    mean = X.mean(axis=1).reshape(1, X.shape[1])
    return mean, (X - mean).T @ (X - mean) / (X.shape[0] - 1)


def mistake_mean_of_rows_no_brackets(X):
    """Take the mean of each column, axis=0, and not of each row. And divide
    by `(n - 1)`, with brackets."""
    mean, rest = _rows_centred(X)
    return mean, rest.T @ rest / X.shape[0] - 1


def mistake_rows_against_rows(X):
    """Each column is a variable: take the mean of each column, axis=0, and
    multiply the transposed array by the array."""
    mean, rest = _rows_centred(X)
    return mean, rest @ rest.T / (X.shape[0] - 1)


def mistake_mean_of_all(X):
    """You took one mean of all numbers. Each column has a mean of its own:
    axis=0, and keepdims=True."""
    oracle(X)
    mean = X.mean()
    return mean, (X - mean).T @ (X - mean) / (X.shape[0] - 1)


def mistake_divides_by_variables(X):
    """n is the number of points, that is of rows: you divide by the number of
    columns minus 1."""
    mean, cov = oracle(X)
    return mean, cov * (X.shape[0] - 1) / np.float64(X.shape[1] - 1)


def mistake_not_centred(X):
    """Subtract the mean of each column first: the covariance is about the
    distances from the mean."""
    mean, cov = oracle(X)
    return mean, X.T @ X / (X.shape[0] - 1)


def mistake_points_in_columns(X):
    """Each row is a point and each column a variable; you read X the other
    way round."""
    oracle(X)
    mean = X.mean(axis=1, keepdims=True)
    return mean.T, (X - mean) @ (X - mean).T / np.float64(X.shape[1] - 1)


def mistake_points_in_columns_mean_too(X):
    """Each row is a point and each column a variable: axis=0 gives the means
    of the columns, and n is the number of rows."""
    mean, rest = _rows_centred(X)
    return mean, rest @ rest.T / np.float64(X.shape[1] - 1)


def mistake_covariance_of_points(X):
    """The covariance is about the columns, shape (d, d): multiply the
    transposed array by the array, not the other way."""
    mean, cov = oracle(X)
    return mean, (X - mean) @ (X - mean).T / (X.shape[0] - 1)


def mistake_variances_only(X):
    """The covariance of 2 different columns is not 0: what stands beside the
    diagonal?"""
    mean, cov = oracle(X)
    return mean, np.diag(np.diag(cov))


def mistake_returns_list(X):
    """Return mean and cov as 2 values, `return mean, cov`, not in a list."""
    return list(oracle(X))
