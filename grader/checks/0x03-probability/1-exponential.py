"""Exponential distribution from data or from its rate."""

import math

import numpy as np

KIND = "class"
ENTRY = "Exponential"
RULES = ["no imports"]
ALIASES = ["probability/exponential.py"]
# The course gives e with 10 decimals: e**-50 is then off by 8e-10.
TOLERANCE = (1e-6, 1e-12)

EXAMPLES = [
    ("Exponential([0.5, 0.25, 0.75]).lambtha", 2.0),
    ("Exponential(lambtha=2).pdf(1)", 0.2706705664650693),
    ("Exponential(lambtha=2).pdf(0)", 2.0),
    ("Exponential(lambtha=2).cdf(1)", 0.8646647167674654),
    ("Exponential(lambtha=2).cdf(-1)", 0),
    ("Exponential((1, 2, 6)).lambtha", TypeError("data must be a list")),
    ("Exponential([4]).lambtha",
     ValueError("data must contain multiple values")),
    ("Exponential(lambtha=0).lambtha",
     ValueError("lambtha must be a positive value")),
]

# Each kind of input has its own names, so a probe meets only its own kind.
PROBES = [
    "Exponential(data).lambtha",
    "Exponential(data, lambtha=ignored).lambtha",
    "Exponential(lambtha=given).lambtha",
    "isinstance(Exponential(lambtha=given).lambtha, (float, np.floating))",
    "Exponential(lambtha=rate).pdf(x)",
    "Exponential(lambtha=rate).cdf(most)",
]

_LIST = "data must be a list"
_MULTIPLE = "data must contain multiple values"
_POSITIVE = "lambtha must be a positive value"


class Oracle:
    e = math.e

    def __init__(self, data=None, lambtha=1.):
        if data is not None:
            if not isinstance(data, list):
                raise TypeError(_LIST)
            if len(data) < 2:
                raise ValueError(_MULTIPLE)
            lambtha = 1 / (sum(data) / len(data))
        elif lambtha <= 0:
            raise ValueError(_POSITIVE)
        self.lambtha = float(lambtha)

    def pdf(self, x):
        if x < 0:
            return 0
        return self.lambtha * self.e ** (-self.lambtha * x)

    def cdf(self, x):
        if x < 0:
            return 0
        return 1 - self.e ** (-self.lambtha * x)


def valid(data=None):
    """Of data, lambtha is positive too."""
    return not isinstance(data, list) or len(data) < 2 or sum(data) > 0


def inputs_rate_of_data(rng):
    """lambtha from data, also from exactly 2 values"""
    for data in ([1, 3], [4, 4], [0.5, 0.1], [0, 1, 0], [3, 1, 2]):
        yield {"data": data}
    for size, mean in ((3, 6), (5, 0.2), (12, 1.5), (30, 40)):
        yield {"data": np.round(0.1 + rng.exponential(mean, size),
                                2).tolist()}


def inputs_given_lambtha(rng):
    """lambtha as it was given, stored as a float"""
    for given in (1, 4, 0.5, 0.01, 2.5, 100):
        yield {"given": given}
    for _ in range(2):
        yield {"given": int(rng.integers(2, 60))}
        yield {"given": round(float(rng.uniform(0.05, 0.95)), 3)}


def inputs_nothing_given(rng):
    """nothing is given: the defaults of the task"""
    yield "Exponential().lambtha"


def inputs_density(rng):
    """pdf at x of 0 or above, with decimals"""
    for rate, x in ((1, 0), (0.5, 0), (1, 1), (2, 0.5), (0.5, 2), (1, 2.7)):
        yield {"rate": rate, "x": x}
    for rate in (0.2, 0.7, 2.4, 8):
        x = float(rng.uniform(0.3, 5)) / rate
        yield {"rate": rate, "x": round(x, 2) + 0.004}


def inputs_probability_up_to_x(rng):
    """cdf at x of 0 or above, with decimals"""
    for rate, x in ((1, 0), (0.5, 0), (1, 1), (2, 0.5), (0.5, 2), (1, 2.7)):
        yield {"rate": rate, "most": x}
    for rate in (0.2, 0.7, 2.4, 8):
        x = float(rng.uniform(0.3, 5)) / rate
        yield {"rate": rate, "most": round(x, 2) + 0.004}


def inputs_x_below_zero(rng):
    """x below 0: nobody waits so short (and one x above 0)"""
    yield {"rate": 2, "x": 1, "most": 1}
    for x in (-1, -0.5, -0.01, -3):
        yield {"rate": 2, "x": x, "most": x}
    for x in np.round(rng.uniform(-9, -0.1, 3), 2).tolist():
        yield {"rate": 0.7, "x": x, "most": x}


def inputs_data_that_is_no_list(rng):
    """data that is no list (and one list)"""
    # The right one: always TypeError must not pass.
    yield {"data": rng.integers(1, 9, 3).tolist()}
    for data in (7, 2.5, "12", "123", (), (1,), (1, 2), (1, 2, 3),
                 {"a": 1, "b": 2}, np.array([1, 2, 3])):
        yield {"data": data}


def inputs_too_few_values(rng):
    """lists of fewer than 2 values (and one of 2)"""
    yield {"data": rng.integers(1, 9, 2).tolist()}
    for data in ([], [1], [0], [3.5], [int(rng.integers(1, 99))]):
        yield {"data": data}


def inputs_lambtha_not_positive(rng):
    """lambtha of 0 or below (and some above 0)"""
    for given in (1.5, 0, -1, 0.0, -0.5, 0.5, -7):
        yield {"given": given}
    yield {"given": -int(rng.integers(2, 99))}


def inputs_lambtha_beside_data(rng):
    """data and a lambtha: the data wins"""
    for ignored in (1, 3.5, 0, -1, -0.5):
        yield {"data": rng.integers(1, 9, 4).tolist(), "ignored": ignored}


class AcceptTestsTheOtherArgument(Oracle):
    """You test lambtha although data is given. The task ignores it then."""

    def __init__(self, data=None, lambtha=1.):
        if lambtha <= 0:
            raise ValueError(_POSITIVE)
        super().__init__(data, lambtha)


class MistakeBelowOne(Oracle):
    """A rate of 0.5 is positive too: compare lambtha with 0, not with 1."""

    def __init__(self, data=None, lambtha=1.):
        if data is None and lambtha < 1:
            raise ValueError(_POSITIVE)
        super().__init__(data, lambtha)


class MistakeZeroIsPositive(Oracle):
    """0 is not positive: lambtha must be above it, so test with <= 0."""

    def __init__(self, data=None, lambtha=1.):
        super().__init__(data, lambtha or 1)
        if data is None:
            self.lambtha = float(lambtha)


class MistakeLambthaNotTested(Oracle):
    """Which lambtha makes no sense? Test it before you store it."""

    def __init__(self, data=None, lambtha=1.):
        super().__init__(data)
        if data is None:
            self.lambtha = float(lambtha)


class MistakeTwoAreTooFew(Oracle):
    """2 values are multiple values too: refuse fewer than 2 only."""

    def __init__(self, data=None, lambtha=1.):
        if isinstance(data, list) and len(data) <= 2:
            raise ValueError(_MULTIPLE)
        super().__init__(data, lambtha)


class MistakeLengthNotTested(Oracle):
    """How many values does [] hold, and [4]? Test the length of data before
    you compute the mean."""

    def __init__(self, data=None, lambtha=1.):
        if not isinstance(data, list):
            super().__init__(data, lambtha)
        else:
            self.lambtha = 1 / (sum(data) / len(data))


class MistakeEmptyIsNoData(Oracle):
    """An empty list is data as well: write `data is None`, since `not data`
    is true for [] too."""

    def __init__(self, data=None, lambtha=1.):
        super().__init__(data or None, lambtha)


class MistakeTypeNotTested(Oracle):
    """Only a list counts as data, no tuple and no array: test it with
    isinstance(data, list) before anything else."""

    def __init__(self, data=None, lambtha=1.):
        if data is not None and not isinstance(data, list):
            if len(data) < 2:
                raise ValueError(_MULTIPLE)
            lambtha, data = 1 / (sum(data) / len(data)), None
        super().__init__(data, lambtha)


class MistakeKeepsTheType(Oracle):
    """lambtha is a float, also when the caller gives an int. Convert it
    before you store it."""

    def __init__(self, data=None, lambtha=1.):
        super().__init__(data, lambtha)
        if data is None:
            self.lambtha = lambtha


class MistakeCatchesItsError(Oracle):
    """You catch your own exception and print it. Only raise it, and let the
    caller decide what to do."""

    def __init__(self, data=None, lambtha=1.):
        try:
            super().__init__(data, lambtha)
        except (TypeError, ValueError) as error:
            print(error)

    def __getattr__(self, name):
        raise AttributeError(f"'Exponential' object has no attribute '{name}'")


class MistakeMeanIsTheRate(Oracle):
    """A mean wait of 0.5 units makes 2 events in 1 unit: lambtha is 1 divided
    by the mean of the data."""

    def __init__(self, data=None, lambtha=1.):
        super().__init__(data, lambtha)
        if data is not None:
            self.lambtha = 1 / self.lambtha


class MistakeCutsX(Oracle):
    """A waiting time may have decimals: do not cut x with int(), only counts
    are whole."""

    def pdf(self, x):
        return super().pdf(int(x))

    def cdf(self, x):
        return super().cdf(int(x))


class MistakeXBelowZero(Oracle):
    """Nobody waits less than 0 units: what do pdf and cdf give for an x below
    0?"""

    def pdf(self, x):
        return self.lambtha * self.e ** (-self.lambtha * x)

    def cdf(self, x):
        return 1 - self.e ** (-self.lambtha * x)


class MistakeZeroIsOutside(Oracle):
    """x = 0 is inside: the density is highest there. Only an x below 0 gives
    0."""

    def pdf(self, x):
        return super().pdf(x) if x > 0 else 0


class MistakeWaitsLonger(Oracle):
    """You return the probability of a longer wait; cdf is the probability of
    at most x."""

    def cdf(self, x):
        return 0 if x < 0 else 1 - super().cdf(x)


class MistakeNoFactor(Oracle):
    """The area under the density is 1: which factor stands in front of the
    power of e?"""

    def pdf(self, x):
        return super().pdf(x) / self.lambtha


class MistakeRoughE(Oracle):
    """2.71 is too rough for e: take the number that the task gives, with all
    its decimals."""

    e = 2.71


class MistakeNoCdf(Oracle):
    """The class needs both pdf and cdf; cdf is missing."""

    @property
    def cdf(self):
        raise AttributeError("'Exponential' object has no attribute 'cdf'")


EQUIVALENT_MUTANTS = {
    "self.lambtha = float(len(data) / sum(data)) => self.lambtha = len(data) "
    "/ sum(data)":
        "A quotient or a root is a float already.",
    "if x < 0: => if x <= 0:, place 2":
        "At 0 both branches give 0.",
}
