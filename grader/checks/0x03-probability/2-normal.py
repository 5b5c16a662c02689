"""Normal distribution from data or from mean and deviation."""

import math

import numpy as np

KIND = "class"
ENTRY = "Normal"
RULES = ["no imports"]
ALIASES = ["probability/normal.py"]
# The course gives e and pi with 10 decimals.
TOLERANCE = (1e-6, 1e-12)

EXAMPLES = [
    ("Normal([1, 3]).mean", 2.0),
    ("Normal([1, 3]).stddev", 1.0),
    ("Normal(mean=70, stddev=10).z_score(90)", 2.0),
    ("Normal(mean=70, stddev=10).x_value(-0.5)", 65.0),
    ("Normal(mean=70, stddev=10).pdf(90)", 0.005399096651147344),
    ("Normal(mean=70, stddev=10).cdf(90)", 0.9922398930667251),
    ("Normal([4]).stddev", ValueError("data must contain multiple values")),
    ("Normal(stddev=0).stddev", ValueError("stddev must be a positive value")),
]

# Each kind of input has its own names, so a probe meets only its own kind.
# All points of one cdf come as a list: `same` must see them together.
PROBES = [
    "Normal(data).mean",
    "Normal(data).stddev",
    "Normal(data, stddev=ignored).stddev",
    "Normal(mean=mean, stddev=stddev).mean",
    "Normal(mean=mean, stddev=stddev).stddev",
    "isinstance(Normal(mean=mean, stddev=stddev).mean, (float, np.floating))",
    "isinstance(Normal(mean=mean, stddev=stddev).stddev,"
    " (float, np.floating))",
    "Normal(mean=centre, stddev=width).z_score(value)",
    "Normal(mean=centre, stddev=width).x_value(z)",
    "Normal(mean=centre, stddev=width).pdf(x)",
    "list(map(Normal(mean=centre, stddev=width).cdf, points))",
]

_LIST = "data must be a list"
_MULTIPLE = "data must contain multiple values"
_POSITIVE = "stddev must be a positive value"


class Oracle:
    e = math.e
    pi = math.pi

    def __init__(self, data=None, mean=0., stddev=1.):
        if data is not None:
            if not isinstance(data, list):
                raise TypeError(_LIST)
            if len(data) < 2:
                raise ValueError(_MULTIPLE)
            mean = sum(data) / len(data)
            stddev = math.sqrt(sum((x - mean) ** 2 for x in data)
                               / len(data))
        elif stddev <= 0:
            raise ValueError(_POSITIVE)
        self.mean = float(mean)
        self.stddev = float(stddev)

    def z_score(self, x):
        return (x - self.mean) / self.stddev

    def x_value(self, z):
        return self.mean + z * self.stddev

    def pdf(self, x):
        return (self.e ** (-self.z_score(x) ** 2 / 2)
                / (self.stddev * math.sqrt(2 * self.pi)))

    def _erf(self, t):
        return 2 / math.sqrt(self.pi) * (
            t - t ** 3 / 3 + t ** 5 / 10 - t ** 7 / 42 + t ** 9 / 216)

    def cdf(self, x):
        return (1 + self._erf(self.z_score(x) / math.sqrt(2))) / 2


def _truth(of_series):
    """The true probability where the series gives this one."""
    low, high = -3.0, 3.0       # the series always rises: halve the range
    for _ in range(60):
        z = (low + high) / 2
        if Oracle().cdf(z) < of_series:
            low = z
        else:
            high = z
    return (1 + math.erf(low / math.sqrt(2))) / 2


def _near_truth(wanted, number):
    return (isinstance(number, (int, float, np.number))
            and bool(abs(number - _truth(wanted)) <= 1e-5))


def same(expected, got):
    """Whether cdf is the true one, at every point."""
    if expected == 0.9922398930667251:      # the example of cdf
        expected, got = [expected], [got]
    if not isinstance(expected, list) or not isinstance(got, list):
        return False
    return len(got) == len(expected) and all(map(_near_truth, expected, got))


def valid(data=None, centre=0, width=1, points=()):
    """Data that varies; cdf only where its series is a probability."""
    if isinstance(data, list) and len(data) > 1 and len(set(data)) == 1:
        return False
    return all(abs(x - centre) <= 2.002 * width for x in points)


def inputs_mean_and_deviation_of_data(rng):
    """mean and stddev from data, also from exactly 2 values"""
    for data in ([1, 2], [4, 8], [0, 1, 0], [3, 1, 2.5], [2, 4, 4, 10]):
        yield {"data": data}
    for size, mean, stddev in ((3, 0, 1), (5, -7, 3), (12, 170, 8),
                               (30, 0.5, 0.1)):
        yield {"data": np.round(rng.normal(mean, stddev, size), 2).tolist()}


def inputs_given_mean_and_stddev(rng):
    """mean and stddev as they were given, stored as floats"""
    for mean, stddev in ((0, 1), (0.0, 1.0), (70, 10), (-3, 0.5),
                         (2.5, 0.01), (1000, 250)):
        yield {"mean": mean, "stddev": stddev}
    for _ in range(3):
        yield {"mean": int(rng.integers(-50, 50)),
               "stddev": int(rng.integers(1, 30))}
        yield {"mean": round(float(rng.uniform(-5, 5)), 2),
               "stddev": round(float(rng.uniform(0.05, 0.95)), 2)}


def inputs_nothing_given(rng):
    """nothing is given: the defaults of the task"""
    yield "Normal().mean"
    yield "Normal().stddev"


def inputs_scores_and_values(rng):
    """z_score of a value, and x_value of a score"""
    for centre, width, value, z in ((0, 1, 1, 1), (0, 2, 1, 1), (5, 1, 3, -1),
                                    (70, 10, 85, 0), (170, 8, 182, 1.5)):
        yield {"centre": centre, "width": width, "value": value, "z": z}
    for width in (0.5, 3, 12):
        yield {"centre": int(rng.integers(-20, 20)), "width": width,
               "value": int(rng.integers(21, 60)),
               "z": round(float(rng.uniform(-3, 3)), 2)}


def inputs_density(rng):
    """pdf near the mean and far from it"""
    for centre, width, x in ((0, 1, 0), (0, 1, 1), (0, 2, 1), (5, 1, 3),
                             (0, 0.1, 0), (70, 10, 85), (170, 8, 182)):
        yield {"centre": centre, "width": width, "x": x}
    for width in (0.5, 3, 12):
        centre = int(rng.integers(-20, 20))
        shift = float(rng.uniform(-3, 3)) * width
        yield {"centre": centre, "width": width,
               "x": round(centre + shift, 2)}


def inputs_probability_up_to_x(rng):
    """cdf at points up to 2 deviations from the mean"""
    for z in (1.0, 1.5, 2.0, -1.0):
        yield {"centre": 0, "width": 1, "points": [z]}
    for width in (0.5, 3, 8, 12):
        centre = int(rng.integers(-20, 20))
        scores = [-1.5, 0.25, 1.0, 2.0, *rng.uniform(-2, 2, 4).tolist()]
        yield {"centre": centre, "width": width,
               "points": [round(centre + z * width, 3) for z in scores]}


def inputs_data_that_is_no_list(rng):
    """data that is no list (and one list)"""
    # The right one: always TypeError must not pass.
    yield {"data": rng.permutation(9)[:3].tolist()}
    for data in (7, 2.5, "12", "123", (), (1,), (1, 2), (1, 2, 3),
                 {"a": 1, "b": 2}, np.array([1, 2, 3])):
        yield {"data": data}


def inputs_too_few_values(rng):
    """lists of fewer than 2 values (and one of 2)"""
    yield {"data": rng.permutation(9)[:2].tolist()}
    for data in ([], [1], [0], [3.5], [int(rng.integers(1, 99))]):
        yield {"data": data}


def inputs_stddev_not_positive(rng):
    """stddev of 0 or below (and some above 0)"""
    for stddev in (1.5, 0, -1, 0.0, -0.5, 0.5, -7):
        yield {"mean": 1.0, "stddev": stddev}
    yield {"mean": 0.0, "stddev": -int(rng.integers(2, 99))}


def inputs_stddev_beside_data(rng):
    """data and a stddev: the data wins"""
    for ignored in (1, 3.5, 0, -1, -0.5):
        yield {"data": rng.permutation(9)[:4].tolist(), "ignored": ignored}


class AcceptTestsTheOtherArgument(Oracle):
    """You test stddev although data is given. The task ignores it then."""

    def __init__(self, data=None, mean=0., stddev=1.):
        if stddev <= 0:
            raise ValueError(_POSITIVE)
        super().__init__(data, mean, stddev)


class MistakeBelowOne(Oracle):
    """0.5 is positive too: compare stddev with 0, not with 1."""

    def __init__(self, data=None, mean=0., stddev=1.):
        if data is None and stddev < 1:
            raise ValueError(_POSITIVE)
        super().__init__(data, mean, stddev)


class MistakeZeroIsPositive(Oracle):
    """0 is not positive: stddev must be above it, so test with <= 0."""

    def __init__(self, data=None, mean=0., stddev=1.):
        super().__init__(data, mean, stddev or 1)
        if data is None:
            self.stddev = float(stddev)


class MistakeStddevNotTested(Oracle):
    """Which stddev makes no sense? Test it before you store it."""

    def __init__(self, data=None, mean=0., stddev=1.):
        super().__init__(data, mean)
        if data is None:
            self.stddev = float(stddev)


class MistakeTwoAreTooFew(Oracle):
    """2 values are multiple values too: refuse fewer than 2 only."""

    def __init__(self, data=None, mean=0., stddev=1.):
        if isinstance(data, list) and len(data) <= 2:
            raise ValueError(_MULTIPLE)
        super().__init__(data, mean, stddev)


class MistakeLengthNotTested(Oracle):
    """How many values does [] hold, and [4]? Test the length of data before
    you compute the mean."""

    def __init__(self, data=None, mean=0., stddev=1.):
        if isinstance(data, list) and len(data) == 1:
            self.mean, self.stddev = float(data[0]), 0.0
        elif isinstance(data, list):
            self.mean = sum(data) / len(data)
            super().__init__(data)
        else:
            super().__init__(data, mean, stddev)


class MistakeEmptyIsNoData(Oracle):
    """An empty list is data as well: write `data is None`, since `not data`
    is true for [] too."""

    def __init__(self, data=None, mean=0., stddev=1.):
        super().__init__(data or None, mean, stddev)


class MistakeTypeNotTested(Oracle):
    """Only a list counts as data, no tuple and no array: test it with
    isinstance(data, list) before anything else."""

    def __init__(self, data=None, mean=0., stddev=1.):
        if data is not None and not isinstance(data, list):
            if len(data) < 2:
                raise ValueError(_MULTIPLE)
            sum(data)
            data = list(data)
        super().__init__(data, mean, stddev)


class MistakeKeepsTheTypeOfMean(Oracle):
    """mean is a float, also when the caller gives an int. Convert it before
    you store it."""

    def __init__(self, data=None, mean=0., stddev=1.):
        super().__init__(data, mean, stddev)
        if data is None:
            self.mean = mean


class MistakeKeepsTheTypeOfStddev(Oracle):
    """stddev is a float, also when the caller gives an int. Convert it before
    you store it."""

    def __init__(self, data=None, mean=0., stddev=1.):
        super().__init__(data, mean, stddev)
        if data is None:
            self.stddev = stddev


class MistakeKeepsTheTypes(Oracle):
    """mean and stddev are floats, also when the caller gives ints. Convert
    them before you store them."""

    def __init__(self, data=None, mean=0., stddev=1.):
        super().__init__(data, mean, stddev)
        if data is None:
            self.mean, self.stddev = mean, stddev


class MistakeCatchesItsError(Oracle):
    """You catch your own exception and print it. Only raise it, and let the
    caller decide what to do."""

    def __init__(self, data=None, mean=0., stddev=1.):
        try:
            super().__init__(data, mean, stddev)
        except (TypeError, ValueError) as error:
            print(error)

    def __getattr__(self, name):
        raise AttributeError(f"'Normal' object has no attribute '{name}'")


class MistakeSampleDeviation(Oracle):
    """Here the data is the whole population: divide by the number of values,
    not by one less."""

    def __init__(self, data=None, mean=0., stddev=1.):
        super().__init__(data, mean, stddev)
        if data is not None:
            self.stddev *= math.sqrt(len(data) / (len(data) - 1))


class MistakeKeepsVariance(Oracle):
    """That is the variance: stddev is its square root, in the unit of the
    data."""

    def __init__(self, data=None, mean=0., stddev=1.):
        super().__init__(data, mean, stddev)
        if data is not None:
            self.stddev **= 2


class MistakeScoreUpsideDown(Oracle):
    """A value above the mean has a positive score: subtract the mean from x,
    not x from the mean."""

    def z_score(self, x):
        return (self.mean - x) / self.stddev

    def cdf(self, x):
        return Oracle.cdf(Oracle(None, self.mean, self.stddev), x)


class MistakeMeanInBrackets(Oracle):
    """x_value turns z_score around: multiply by stddev, then add the mean."""

    def x_value(self, z):
        return (z + self.mean) * self.stddev


class MistakeNoStddevInPdf(Oracle):
    """The wider the bell, the lower it is: divide the density by stddev as
    well."""

    def pdf(self, x):
        return super().pdf(x) * self.stddev


class MistakeRoughE(Oracle):
    """2.71 is too rough for e: take the number that the task gives, with all
    its decimals."""

    e = 2.71


class MistakeRoughPi(Oracle):
    """3.14 is too rough for pi: take the number that the task gives, with all
    its decimals."""

    pi = 3.14


class MistakeRoughConstants(Oracle):
    """2.71 and 3.14 are too rough: take e and pi as the task gives them, with
    all their decimals."""

    e, pi = 2.71, 3.14


class MistakeShortSeries(Oracle):
    """The series of the task has 5 terms: which ones does your cdf use?"""

    def _erf(self, t):
        return super()._erf(t) - 2 / math.sqrt(self.pi) * t ** 9 / 216


class MistakeOnlyPlus(Oracle):
    """The signs of the series change from term to term: plus, minus, plus,
    minus, plus."""

    def _erf(self, t):
        return super()._erf(t) + 4 / math.sqrt(self.pi) * (
            t ** 3 / 3 + t ** 7 / 42)


class MistakeScoreInSeries(Oracle):
    """The series takes t, not z: divide the score by the root of 2 first."""

    def cdf(self, x):
        return (1 + self._erf(self.z_score(x))) / 2


class MistakeErfIsCdf(Oracle):
    """The error function runs from -1 to 1, a probability from 0 to 1: add 1
    and halve."""

    def cdf(self, x):
        return self._erf(self.z_score(x) / math.sqrt(2))


class MistakeNoCdf(Oracle):
    """The class needs z_score, x_value, pdf and cdf; cdf is missing."""

    @property
    def cdf(self):
        raise AttributeError("'Normal' object has no attribute 'cdf'")


EQUIVALENT_MUTANTS = {
    "self.mean = float(sum(data) / len(data)) => self.mean = sum(data) / "
    "len(data)":
        "A quotient or a root is a float already.",
    "self.stddev = float((squares / len(data)) ** 0.5) => self.stddev = "
    "(squares / len(data)) ** 0.5":
        "A quotient or a root is a float already.",
}
