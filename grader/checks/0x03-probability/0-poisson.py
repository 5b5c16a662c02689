"""Poisson distribution from data or from its mean."""

import math

import numpy as np

KIND = "class"
ENTRY = "Poisson"
RULES = ["no imports"]
ALIASES = ["probability/poisson.py"]
# The course gives e with 10 decimals: e**-50 is then off by 8e-10.
TOLERANCE = (1e-6, 1e-12)

EXAMPLES = [
    ("Poisson([1, 2, 6]).lambtha", 3.0),
    ("Poisson(lambtha=5).pmf(9)", 0.036265577412911795),
    ("Poisson(lambtha=5).cdf(9)", 0.9681719426208609),
    ("Poisson(lambtha=2).pmf(-1)", 0),
    ("Poisson((1, 2, 6)).lambtha", TypeError("data must be a list")),
    ("Poisson([4]).lambtha", ValueError("data must contain multiple values")),
    ("Poisson(lambtha=0).lambtha",
     ValueError("lambtha must be a positive value")),
]

# Each kind of input has its own names, so a probe meets only its own kind.
PROBES = [
    "Poisson(data).lambtha",
    "Poisson(data, lambtha=ignored).lambtha",
    "Poisson(lambtha=given).lambtha",
    "isinstance(Poisson(lambtha=given).lambtha, (float, np.floating))",
    "Poisson(lambtha=rate).pmf(k)",
    "Poisson(lambtha=rate).cdf(most)",
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
            lambtha = sum(data) / len(data)
        elif lambtha <= 0:
            raise ValueError(_POSITIVE)
        self.lambtha = float(lambtha)

    def pmf(self, k):
        k = int(k)
        if k < 0:
            return 0
        return (self.e ** -self.lambtha * self.lambtha ** k
                / math.factorial(k))

    def cdf(self, k):
        return sum(self.pmf(i) for i in range(int(k) + 1))


def valid(data=None):
    """Of data, lambtha is positive too."""
    return not isinstance(data, list) or len(data) < 2 or sum(data) > 0


def inputs_mean_of_data(rng):
    """lambtha from data, also from exactly 2 values"""
    for data in ([1, 2], [4, 4], [0, 1, 0], [3, 1, 2], [0, 0, 0, 1]):
        yield {"data": data}
    for size, mean in ((3, 6), (5, 2), (12, 9), (30, 4)):
        yield {"data": (1 + rng.poisson(mean, size)).tolist()}


def inputs_given_lambtha(rng):
    """lambtha as it was given, stored as a float"""
    for given in (1, 4, 0.5, 0.01, 2.5, 100):
        yield {"given": given}
    for _ in range(2):
        yield {"given": int(rng.integers(2, 60))}
        yield {"given": round(float(rng.uniform(0.05, 0.95)), 3)}


def inputs_nothing_given(rng):
    """nothing is given: the defaults of the task"""
    yield "Poisson().lambtha"


def inputs_probability_of_k(rng):
    """pmf of whole numbers k"""
    for rate, k in ((1, 0), (1, 1), (2, 1), (2, 3), (0.5, 2), (8, 8)):
        yield {"rate": rate, "k": k}
    for mean in (3, 6, 12, 20, 50):
        rate = round(float(rng.uniform(mean / 2, mean)), 2)
        yield {"rate": rate, "k": int(rng.integers(mean // 3, mean + 3))}


def inputs_probability_up_to_k(rng):
    """cdf of whole numbers k"""
    for rate, most in ((1, 0), (1, 1), (2, 1), (2, 3), (0.5, 2), (8, 8)):
        yield {"rate": rate, "most": most}
    for mean in (3, 6, 12, 20, 50):
        rate = round(float(rng.uniform(mean / 2, mean)), 2)
        yield {"rate": rate, "most": int(rng.integers(mean // 2, mean + 3))}


def inputs_k_with_decimals(rng):
    """k with decimals: they are cut, 5.9 counts as 5"""
    for number in (1.0, 0.9, 1.5, 2.7, 5.9):
        yield {"rate": 2, "k": number, "most": number}
    for mean in (4, 9):
        rate = round(float(rng.uniform(mean / 2, mean)), 2)
        k = int(rng.integers(2, mean)) + 0.75
        yield {"rate": rate, "k": k, "most": k}


def inputs_k_below_zero(rng):
    """k below 0 has probability 0 (and one k that has not)"""
    yield {"rate": 2, "k": 1, "most": 1}
    for number in (-1, -2, -3, -5):
        yield {"rate": 2, "k": number, "most": number}
    for number in rng.integers(-40, -1, 3).tolist():
        yield {"rate": 6.5, "k": number, "most": number}


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
        yield {"data": (1 + rng.poisson(3, 4)).tolist(), "ignored": ignored}


class AcceptTestsTheOtherArgument(Oracle):
    """You test lambtha although data is given. The task ignores it then."""

    def __init__(self, data=None, lambtha=1.):
        if lambtha <= 0:
            raise ValueError(_POSITIVE)
        super().__init__(data, lambtha)


class MistakeBelowOne(Oracle):
    """0.5 is positive too: compare lambtha with 0, not with 1."""

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
            self.lambtha = sum(data) / len(data)


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
            lambtha, data = sum(data) / len(data), None
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
        raise AttributeError(f"'Poisson' object has no attribute '{name}'")


class MistakeRoundsK(Oracle):
    """5.9 counts as 5: cut the decimals with int(), do not round."""

    def pmf(self, k):
        return super().pmf(round(k))

    def cdf(self, k):
        return super().cdf(round(k))


class MistakeKeepsDecimals(Oracle):
    """k may have decimals: make it a whole number with int(k) before you
    count up to it."""

    def pmf(self, k):
        range(k)
        return super().pmf(k)

    def cdf(self, k):
        range(k)
        return super().cdf(k)


class MistakeKBelowZero(Oracle):
    """Nothing happens fewer than 0 times: what is the probability of a k
    below 0?"""

    def pmf(self, k):
        k = int(k)
        if k >= 0:
            return super().pmf(k)
        return self.e ** -self.lambtha * self.lambtha ** k


class MistakeStartsAtOne(Oracle):
    """At most k includes 0: the sum of cdf starts with pmf(0)."""

    def cdf(self, k):
        return sum(self.pmf(i) for i in range(1, int(k) + 1))


class MistakeStopsBeforeK(Oracle):
    """At most k includes k: range(k) stops one too early."""

    def cdf(self, k):
        return sum(self.pmf(i) for i in range(int(k)))


class MistakeRoughE(Oracle):
    """2.71 is too rough for e: take the number that the task gives, with all
    its decimals."""

    e = 2.71


class MistakeNoCdf(Oracle):
    """The class needs both pmf and cdf; cdf is missing."""

    @property
    def cdf(self):
        raise AttributeError("'Poisson' object has no attribute 'cdf'")


EQUIVALENT_MUTANTS = {
    "self.lambtha = float(sum(data) / len(data)) => self.lambtha = "
    "sum(data) / len(data)":
        "A quotient or a root is a float already.",
    "for number in range(2, k + 1): => for number in range(1, k + 1):":
        "A factor 1 changes nothing.",
}
