"""Normal distribution of several variables."""

import numpy as np

KIND = "class"
ENTRY = "MultiNormal"
RULES = ["imports: numpy", "never numpy.cov"]
RULES_ARE_THE_TASK = ["never numpy.cov"]
ALIASES = ["multivariate_prob/multinormal.py"]
# A density of many variables is tiny.
TOLERANCE = (1e-6, 1e-15)

# In [[-1, 1, -1, 1], [-2, -2, 2, 2]] the variables do not depend on each
# other: the density at the mean is 1 / (2 pi root(det(cov))).
EXAMPLES = [
    ("MultiNormal(np.array([[1, 2, 3], [2, 4, 9]])).mean",
     np.array([[2], [5]])),
    ("MultiNormal(np.array([[1, 2, 3], [2, 4, 9]])).cov",
     np.array([[1, 3.5], [3.5, 13]])),
    ("MultiNormal(np.array([[-1, 1, -1, 1], [-2, -2, 2, 2]]))"
     ".pdf(np.array([[0], [0]]))", 0.05968310365946075),
    ("MultiNormal(np.array([1, 2, 3])).mean",
     TypeError("data must be a 2D numpy.ndarray")),
    ("MultiNormal(np.array([[1], [2]])).mean",
     ValueError("data must contain multiple data points")),
    ("MultiNormal(np.array([[1, 2, 3], [2, 4, 9]])).pdf([[2], [5]])",
     TypeError("x must be a numpy.ndarray")),
    ("MultiNormal(np.array([[1, 2, 3], [2, 4, 9]])).pdf(np.array([2, 5]))",
     ValueError("x must have the shape (2, 1)")),
]

# Each kind of input has its own names, so a probe meets only its own kind.
PROBES = [
    "MultiNormal(data).mean",
    "MultiNormal(data).cov",
    "MultiNormal(points).pdf(x)",
]

_TYPE = "data must be a 2D numpy.ndarray"
_FEW = "data must contain multiple data points"
_X_TYPE = "x must be a numpy.ndarray"
_X_SHAPE = "x must have the shape ({}, 1)"


class Oracle:
    def __init__(self, data):
        if not isinstance(data, np.ndarray) or data.ndim != 2:
            raise TypeError(_TYPE)
        d, n = data.shape
        if n < 2:
            raise ValueError(_FEW)
        self.mean = data.sum(axis=1).reshape(d, 1) / n
        self.cov = np.zeros((d, d))
        for i in range(n):
            away = data[:, i:i + 1] - self.mean
            self.cov += away @ away.T / (n - 1)

    def _test(self, x):
        if not isinstance(x, np.ndarray):
            raise TypeError(_X_TYPE)
        if x.shape != self.mean.shape:
            raise ValueError(_X_SHAPE.format(len(self.mean)))

    def pdf(self, x):
        self._test(x)
        away = x - self.mean
        distance = (away.T @ np.linalg.inv(self.cov) @ away).item()
        height = ((2 * np.pi) ** len(self.mean)
                  * np.linalg.det(self.cov)) ** -0.5
        return float(height * np.exp(-distance / 2))


def _cloud(rng, d, n):
    """Points whose variables depend on each other, 1 a column."""
    mix = rng.uniform(-1, 1, (d, d)) + 1.5 * np.eye(d)
    return np.round(mix @ rng.normal(0, 1, (d, n))
                    + rng.uniform(-9, 9, (d, 1)), 2)


def valid(points=None, x=None):
    """A density needs a cloud that is not flat, for any way to compute it."""
    if points is None:
        return True
    d, n = points.shape
    known = Oracle(points)
    condition = np.linalg.cond(known.cov)
    if n <= d or condition > 1e7:
        return False
    if not isinstance(x, np.ndarray) or x.shape != (d, 1):
        return True
    away = x - known.mean
    distance = (away.T @ np.linalg.inv(known.cov) @ away).item()
    return condition * distance < 1e10


def inputs_mean_and_covariance(rng):
    """mean and cov of points that stand in columns"""
    yield {"data": np.array([[1, 3]])}
    yield {"data": np.array([[1, 3], [0, 4]])}
    yield {"data": np.array([[1, 3, 8], [2, 3, 1]])}
    for d, n in ((1, 4), (2, 3), (2, 5), (3, 4), (3, 2), (4, 2), (4, 30)):
        yield {"data": _cloud(rng, d, n)}


def inputs_density(rng):
    """pdf at the mean and away from it"""
    square = np.array([[-1, 1, -1, 1], [-2, -2, 2, 2]])
    yield {"points": np.array([[1, 3]]), "x": np.array([[2]])}
    yield {"points": np.array([[1, 3]]), "x": np.array([[3]])}
    yield {"points": square, "x": np.array([[1], [0]])}
    yield {"points": square, "x": np.array([[1.5], [-1.5]])}
    for d, n in ((1, 5), (2, 6), (2, 8), (3, 9), (3, 20), (4, 30), (6, 40)):
        points = _cloud(rng, d, n)
        away = rng.uniform(-1.5, 1.5, (d, 1)) * points.std(axis=1,
                                                           keepdims=True)
        yield {"points": points,
               "x": np.round(points.mean(axis=1, keepdims=True) + away, 2)}


def inputs_data_that_is_no_2d_array(rng):
    """data that is no 2-D array (and one that is)"""
    # The right one: always TypeError must not pass.
    yield {"data": rng.integers(1, 9, (2, 3))}
    for wrong in (None, 7, "12", [], [[1, 2], [3, 5]], ((1, 2), (3, 5)),
                  np.array(5), np.array([1, 2, 3]),
                  np.arange(8).reshape(2, 2, 2)):
        yield {"data": wrong}


def inputs_data_with_too_few_points(rng):
    """only 1 point or none (and one array with 2)"""
    yield {"data": rng.integers(1, 9, (3, 2))}
    for d, n in ((1, 1), (2, 1), (3, 1), (2, 0), (5, 1)):
        yield {"data": rng.integers(1, 9, (d, n))}


def inputs_point_that_is_no_array(rng):
    """an x that is no array (and one that is)"""
    points = _cloud(rng, 2, 6)
    yield {"points": points, "x": np.round(points[:, :1], 1)}
    for x in (None, 7, 2.5, "12", [1, 2], [[1], [2]], ((1,), (2,))):
        yield {"points": points, "x": x}


def inputs_point_of_another_shape(rng):
    """an x that has not the shape (d, 1) (and one that has)"""
    points = _cloud(rng, 2, 6)
    yield {"points": points, "x": np.round(points[:, :1], 1)}
    for shape in ((1, 2), (2,), (2, 2), (1, 1), (3, 1), (1,), (2, 3)):
        yield {"points": points, "x": np.ones(shape)}
    for d, shape in ((3, (3,)), (3, (1, 3)), (3, (2, 1)), (4, (4, 4)),
                     (1, (1,)), (5, (1, 5))):
        yield {"points": _cloud(rng, d, d + 4), "x": np.ones(shape)}


class AcceptOldTexts(Oracle):
    """An older sheet has "must by" and "mush have" in the texts of pdf; the
    right words are "must be" and "must have"."""

    def _test(self, x):
        try:
            super()._test(x)
        except (TypeError, ValueError) as error:
            text = str(error).replace("must be", "must by").replace(
                "must have", "mush have")
            raise type(error)(text) from None


class MistakeDataDimensionsNotTested(Oracle):
    """`d, n = data.shape` needs exactly 2 numbers: test the number of
    dimensions of data before you unpack it."""

    def __init__(self, data):
        if isinstance(data, np.ndarray):
            d, n = data.shape
        super().__init__(data)


class MistakeListsAccepted(Oracle):
    """A list of rows is no array: test isinstance(data, numpy.ndarray) and
    raise the TypeError."""

    def __init__(self, data):
        super().__init__(np.array(data))


class MistakePointsNotCounted(Oracle):
    """1 point does not vary: test the number of columns before you divide by
    n - 1."""

    def __init__(self, data):
        super().__init__(data if np.ndim(data) != 2 or data.shape[1] > 1
                         else np.hstack([data, data]))
        if data.shape[1] < 2:
            self.mean = data.mean(axis=1, keepdims=True)
            away = data - self.mean
            self.cov = away @ away.T / np.float64(data.shape[1] - 1)


class MistakeCountsRows(Oracle):
    """The points are the columns here: count shape[1], not shape[0]."""

    def __init__(self, data):
        is_2d = isinstance(data, np.ndarray) and data.ndim == 2
        if is_2d and data.shape[0] < 2:
            raise ValueError(_FEW)
        MistakePointsNotCounted.__init__(self, data)


class MistakePointsInRows(Oracle):
    """Here the points are the columns, shape (d, n): the other way round than
    in the two tasks before."""

    def __init__(self, data):
        turned = isinstance(data, np.ndarray) and data.ndim == 2
        super().__init__(data.T if turned else data)


class MistakeFlatMean(Oracle):
    """mean is a column of the shape (d, 1): write keepdims=True, or reshape
    the mean of the rows."""

    def __init__(self, data):
        super().__init__(data)
        self.mean = self.mean.reshape(-1)

    def pdf(self, x):
        self.mean = self.mean.reshape(-1, 1)
        return super().pdf(x)


class MistakeRowMean(Oracle):
    """mean is a column of the shape (d, 1), you keep a row: turn it."""

    def __init__(self, data):
        super().__init__(data)
        self.mean = self.mean.reshape(1, -1)

    def pdf(self, x):
        self.mean = self.mean.reshape(-1, 1)
        return super().pdf(x)


class MistakePopulation(Oracle):
    """data is a sample here: divide the covariance by n - 1, not by n."""

    def __init__(self, data):
        super().__init__(data)
        self.cov *= (data.shape[1] - 1) / data.shape[1]


class MistakeUnpacksShapeFirst(Oracle):
    """`d, one = x.shape` needs exactly 2 numbers, so numpy's own message comes
    out: test the number of dimensions first.
    """

    def _test(self, x):
        if isinstance(x, np.ndarray):
            d, one = x.shape
        super()._test(x)


class MistakeSecondAxisFirst(Oracle):
    """A 1-D array has no shape[1]: compare the whole shape with (d, 1)."""

    def _test(self, x):
        if isinstance(x, np.ndarray) and x.shape[0] == len(self.mean):
            x.shape[1]
        super()._test(x)


class MistakeShapeNotTested(Oracle):
    """x must have the shape (d, 1), and numpy computes with other shapes as
    well: compare the whole shape before you compute."""

    def _test(self, x):
        if not isinstance(x, np.ndarray):
            raise TypeError(_X_TYPE)

    def pdf(self, x):
        self._test(x)
        away = x - self.mean
        distance = away.T @ np.linalg.inv(self.cov) @ away
        height = ((2 * np.pi) ** len(self.mean)
                  * np.linalg.det(self.cov)) ** -0.5
        value = height * np.exp(-distance / 2)
        return value[0][0]


class MistakeRowAccepted(Oracle):
    """A row of the shape (1, d) is not the column (d, 1), nor is (d,): do not
    turn it, raise the ValueError."""

    def pdf(self, x):
        if isinstance(x, np.ndarray) and x.size == len(self.mean):
            x = x.reshape(-1, 1)
        return super().pdf(x)


class MistakeListPointAccepted(Oracle):
    """A list is no array: test isinstance(x, numpy.ndarray) in pdf too, and
    raise the TypeError."""

    def pdf(self, x):
        return super().pdf(np.array(x))


class MistakeLetterInText(Oracle):
    """The text of the ValueError holds the number of variables, `(2, 1)`, not
    the letter d."""

    def _test(self, x):
        try:
            super()._test(x)
        except ValueError:
            raise ValueError(_X_SHAPE.format("d")) from None


class MistakeArrayReturned(Oracle):
    """The density is a number: a (1, 1) array still holds it in brackets.
    Take it out with [0, 0]."""

    def pdf(self, x):
        return np.array([[super().pdf(x)]])


class MistakeNoHalf(Oracle):
    """Which factor stands before the distance in the exponent? It is
    -1/2."""

    def pdf(self, x):
        value = super().pdf(x)
        top = super().pdf(self.mean)
        return value * value / top


class MistakeTwoPiOnce(Oracle):
    """Each variable brings a factor root(2 pi): the power of 2 pi is d, below
    the root."""

    def pdf(self, x):
        return super().pdf(x) * (2 * np.pi) ** ((len(self.mean) - 1) / 2)


class MistakeNoRoot(Oracle):
    """The determinant stands below the root as well, together with the power
    of 2 pi."""

    def pdf(self, x):
        return super().pdf(x) / np.linalg.det(self.cov) ** 0.5


class MistakeNoInverse(Oracle):
    """A wide cloud makes a distance small: multiply by the inverse of cov,
    not by cov."""

    def pdf(self, x):
        value = super().pdf(x)
        away = x - self.mean
        change = (away.T @ (np.linalg.inv(self.cov) - self.cov) @ away)
        return value * np.exp(change.item() / 2)


class MistakeNoPdf(Oracle):
    """The class needs pdf too: the density at a point x."""

    @property
    def pdf(self):
        raise AttributeError("'MultiNormal' object has no attribute 'pdf'")


EQUIVALENT_MUTANTS = {
    "return float(height * np.exp(-distance[0, 0] / 2)) => return height * "
    "np.exp(-distance[0, 0] / 2)":
        "A number of numpy is a number too.",
    "return float(height * np.exp(-distance[0, 0] / 2)) => return "
    "float(height * np.exp(-distance[(0,)] / 2))":
        "The array has one number only, and float takes it.",
    "return float(height * np.exp(-distance[0, 0] / 2)) => return "
    "float(height * np.exp(-distance[-1, 0] / 2))":
        "The array has one number only, and float takes it.",
    "return float(height * np.exp(-distance[0, 0] / 2)) => return "
    "float(height * np.exp(-distance[0, -1] / 2))":
        "The array has one number only, and float takes it.",
}
