"""Binomial distribution from data or from trials and probability."""

import math

import numpy as np

KIND = "class"
ENTRY = "Binomial"
RULES = ["no imports"]
ALIASES = ["probability/binomial.py"]
TOLERANCE = (1e-6, 1e-12)

EXAMPLES = [
    ("Binomial([3, 5, 4, 4]).n", 5),
    ("Binomial([3, 5, 4, 4]).p", 0.8),
    ("Binomial(n=50, p=0.6).pmf(30)", 0.114558552829524),
    ("Binomial(n=3, p=0.5).pmf(4)", 0),
    ("Binomial(n=50, p=0.6).cdf(30)", 0.5535236207894576),
    ("Binomial((1, 2, 6)).n", TypeError("data must be a list")),
    ("Binomial([4]).n", ValueError("data must contain multiple values")),
    ("Binomial(n=0).n", ValueError("n must be a positive value")),
    ("Binomial(n=5, p=1.2).p",
     ValueError("p must be greater than 0 and less than 1")),
]

# Each kind of input has its own names, so a probe meets only its own kind.
PROBES = [
    "Binomial(data).n",
    "Binomial(data).p",
    "isinstance(Binomial(data).n, (int, np.integer))",
    "Binomial(data, n=other_n).n",
    "Binomial(data, p=other_p).p",
    "Binomial(n=n, p=p).n",
    "Binomial(n=n, p=p).p",
    "isinstance(Binomial(n=n, p=p).p, (float, np.floating))",
    "Binomial(n=whole).n",
    "isinstance(Binomial(n=whole).n, (int, np.integer))",
    "Binomial(n=trials, p=chance).pmf(k)",
    "Binomial(n=trials, p=chance).cdf(most)",
]

_LIST = "data must be a list"
_MULTIPLE = "data must contain multiple values"
_N = "n must be a positive value"
_P = "p must be greater than 0 and less than 1"


def _test(data, n, p):
    """The tests of the constructor, in their order."""
    if data is not None:
        if not isinstance(data, list):
            raise TypeError(_LIST)
        if len(data) < 2:
            raise ValueError(_MULTIPLE)
    else:
        if n <= 0:
            raise ValueError(_N)
        if p <= 0 or p >= 1:
            raise ValueError(_P)


def _guess(data, less=0):
    """p and n before n is rounded; the variance is over len(data) - less."""
    mean = sum(data) / len(data)
    variance = sum((x - mean) ** 2 for x in data) / (len(data) - less)
    p = 1 - variance / mean
    return p, mean / p


class Oracle:
    def __init__(self, data=None, n=1, p=0.5):
        _test(data, n, p)
        if data is not None:
            n = round(_guess(data)[1])
            p = sum(data) / len(data) / n
        self.n = int(n)
        self.p = float(p)

    def pmf(self, k):
        k = int(k)
        if k < 0 or k > self.n:
            return 0
        return (math.comb(self.n, k) * self.p ** k
                * (1 - self.p) ** (self.n - k))

    def cdf(self, k):
        return sum(self.pmf(i) for i in range(int(k) + 1))


def _is_clear(data):
    """Whether every way to round, and N - 1 as well, give the same n."""
    try:
        guesses = [_guess(data), _guess(data, 1)]
    except ZeroDivisionError:
        return False
    return (all(0 < p < 1 for p, _ in guesses)
            and all(abs(n % 1 - 0.5) > 0.05 for _, n in guesses)
            and len({round(n) for _, n in guesses}) == 1)


def _draw(rng, n, p, size, rounds_up):
    """Clear data; n before rounding lies below or above the whole number."""
    while True:
        data = rng.binomial(n, p, size).tolist()
        if _is_clear(data):
            guess = _guess(data)[1]
            if abs(guess - round(guess)) > 0.02 \
                    and (guess < round(guess)) == rounds_up:
                return data


def valid(data=None):
    """Data that leaves no doubt about n."""
    return (not isinstance(data, list) or len(data) < 2
            or _is_clear(data))


def inputs_n_and_p_of_data(rng):
    """n and p from data, also from exactly 2 values"""
    for data in ([3, 4], [3, 5, 4, 4], [1, 0, 1, 1], [5, 6]):
        yield {"data": data}
    for n, p, size in ((4, 0.8, 6), (9, 0.7, 12), (15, 0.6, 30),
                       (50, 0.6, 100)):
        for rounds_up in (True, False):
            yield {"data": _draw(rng, n, p, size, rounds_up)}


def inputs_given_n_and_p(rng):
    """n and p as they were given"""
    for n, p in ((1, 0.5), (4, 0.25), (10, 0.9), (100, 0.01)):
        yield {"n": n, "p": p}
    for _ in range(6):
        yield {"n": int(rng.integers(2, 60)),
               "p": round(float(rng.uniform(0.05, 0.95)), 2)}


def inputs_nothing_given(rng):
    """nothing is given: the defaults of the task"""
    yield "Binomial().n"
    yield "Binomial().p"


def inputs_n_with_a_point(rng):
    """n given as 10.0: stored as a whole number"""
    for whole in (1, 10, 1.0, 10.0, 25.0):
        yield {"whole": whole}
    for _ in range(3):
        yield {"whole": float(rng.integers(2, 60))}


def inputs_probability_of_k(rng):
    """pmf of k from 0 to n"""
    for n, p, k in ((1, 0.5, 0), (1, 0.3, 1), (2, 0.3, 1), (3, 0.25, 1),
                    (3, 0.25, 3), (3, 0.25, 0)):
        yield {"trials": n, "chance": p, "k": k}
    for n in (6, 9, 14, 25, 50):
        p = round(float(rng.uniform(0.25, 0.75)), 2)
        yield {"trials": n, "chance": p, "k": int(rng.binomial(n, p))}


def inputs_probability_up_to_k(rng):
    """cdf of k from 0 to n"""
    for n, p, k in ((1, 0.4, 0), (1, 0.3, 1), (2, 0.3, 1), (3, 0.25, 1),
                    (3, 0.25, 3), (3, 0.25, 2)):
        yield {"trials": n, "chance": p, "most": k}
    for n in (6, 9, 14, 25, 50):
        p = round(float(rng.uniform(0.25, 0.75)), 2)
        yield {"trials": n, "chance": p, "most": int(rng.binomial(n, p))}


def inputs_k_with_decimals(rng):
    """k with decimals: they are cut, 5.9 counts as 5"""
    for number in (1.0, 0.9, 1.5, 2.7, 3.9):
        yield {"trials": 6, "chance": 0.3, "k": number, "most": number}
    for n in (9, 20):
        k = int(rng.integers(2, n // 2)) + 0.75
        yield {"trials": n, "chance": 0.4, "k": k, "most": k}


def inputs_k_below_zero(rng):
    """k below 0 has probability 0 (and one k that has not)"""
    yield {"trials": 4, "chance": 0.3, "k": 1, "most": 1}
    for number in (-1, -2, -3, -5):
        yield {"trials": 4, "chance": 0.3, "k": number, "most": number}
    for number in rng.integers(-40, -1, 3).tolist():
        yield {"trials": 20, "chance": 0.6, "k": number, "most": number}


def inputs_more_successes_than_trials(rng):
    """pmf of a k above n (and of one that is n)"""
    yield {"trials": 2, "chance": 0.8, "k": 2}
    for n, p, k in ((1, 0.5, 2), (2, 0.8, 3), (3, 0.9, 5), (25, 0.99, 26)):
        yield {"trials": n, "chance": p, "k": k}
    for n in (2, 4, 6):
        p = round(float(rng.uniform(0.7, 0.95)), 2)
        yield {"trials": n, "chance": p, "k": n + int(rng.integers(1, 4))}


def inputs_up_to_more_than_trials(rng):
    """cdf of a k above n"""
    # Here even the wrong pmf of a k above n is too small to be seen.
    for n, p in ((30, 0.3), (40, 0.25), (50, 0.4), (40, 0.2), (60, 0.35)):
        yield {"trials": n, "chance": p,
               "most": n + int(rng.integers(1, 4))}


def inputs_data_that_is_no_list(rng):
    """data that is no list (and one list)"""
    # The right one: always TypeError must not pass.
    yield {"data": _draw(rng, 4, 0.8, 6, True)}
    for data in (7, 2.5, "12", "123", (), (1,), (3, 4), (3, 5, 4, 4),
                 {"a": 1, "b": 2}, np.array([3, 5, 4, 4])):
        yield {"data": data}


def inputs_too_few_values(rng):
    """lists of fewer than 2 values (and one of 2)"""
    yield {"data": [3, 4]}
    for data in ([], [1], [2], [5], [int(rng.integers(1, 99))]):
        yield {"data": data}


def inputs_n_and_p_that_make_no_sense(rng):
    """n not positive, p not between 0 and 1; n is tested first"""
    for n, p in ((2, 0.5), (0, 0.5), (-1, 0.5), (2, 0), (2, 1), (2, -0.5),
                 (2, 1.5), (2, 0.0), (2, 1.0), (0, 1.5), (-3, 0), (-1, 1)):
        yield {"n": n, "p": p}
    yield {"n": -int(rng.integers(2, 99)), "p": 0.5}
    yield {"n": int(rng.integers(2, 9)), "p": float(rng.integers(2, 9))}


def inputs_n_and_p_beside_data(rng):
    """data and an n or a p: the data wins"""
    for other_n, other_p in ((1, 0.5), (20, 0.3), (0, 0), (-1, 1), (-5, 2)):
        data = _draw(rng, 4, 0.8, 6, True)
        yield {"data": data, "other_n": other_n, "other_p": other_p}


class AcceptTestsTheOtherArguments(Oracle):
    """You test n and p although data is given. The task ignores them then."""

    def __init__(self, data=None, n=1, p=0.5):
        _test(None, n, p)
        super().__init__(data, n, p)


class AcceptZeroAboveN(Oracle):
    """Your cdf gives 0 for a k above n. Mathematically it is 1: it is certain
    that there are at most so many successes."""

    def cdf(self, k):
        return super().cdf(k) if int(k) <= self.n else 0


class AcceptValueErrorForPoint(Oracle):
    """You refuse n = 10.0, which is allowed; the task asks for int(n)."""

    def __init__(self, data=None, n=1, p=0.5):
        if isinstance(n, float):
            raise ValueError(_N)
        super().__init__(data, n, p)


class AcceptTypeErrorForPoint(Oracle):
    """You refuse the float n = 10.0, which is allowed; the task asks for
    int(n)."""

    def __init__(self, data=None, n=1, p=0.5):
        if isinstance(n, float):
            raise TypeError(_N)
        super().__init__(data, n, p)


class MistakeZeroTrials(Oracle):
    """0 is not positive: n must be above it, so test with <= 0."""

    def __init__(self, data=None, n=1, p=0.5):
        super().__init__(data, n or 1, p)
        if data is None:
            self.n = int(n)


class MistakeNNotTested(Oracle):
    """Which n makes no sense? Test it before you store it."""

    def __init__(self, data=None, n=1, p=0.5):
        super().__init__(data, 1, p)
        if data is None:
            self.n = int(n)


class MistakeEndsAllowed(Oracle):
    """p lies between 0 and 1, and neither 0 nor 1 is allowed: test with <=
    and >=."""

    def __init__(self, data=None, n=1, p=0.5):
        super().__init__(data, n, 0.5 if p in (0, 1) else p)
        if data is None:
            self.p = float(p)


class MistakePNotTested(Oracle):
    """Which p is no probability? Test it before you store it."""

    def __init__(self, data=None, n=1, p=0.5):
        super().__init__(data, n)
        if data is None:
            self.p = float(p)


class MistakePFirst(Oracle):
    """Keep the order of the task: n is tested before p."""

    def __init__(self, data=None, n=1, p=0.5):
        if data is None:
            _test(None, 1, p)
        super().__init__(data, n, p)


class MistakeTwoAreTooFew(Oracle):
    """2 values are multiple values too: refuse fewer than 2 only."""

    def __init__(self, data=None, n=1, p=0.5):
        if isinstance(data, list) and len(data) <= 2:
            raise ValueError(_MULTIPLE)
        super().__init__(data, n, p)


class MistakeLengthNotTested(Oracle):
    """How many values does [] hold, and [4]? Test the length of data before
    you compute the mean."""

    def __init__(self, data=None, n=1, p=0.5):
        if isinstance(data, list) and len(data) < 2:
            mean = sum(data) / len(data)
            self.n, self.p = round(mean), 1.0
        else:
            super().__init__(data, n, p)


class MistakeEmptyIsNoData(Oracle):
    """An empty list is data as well: write `data is None`, since `not data`
    is true for [] too."""

    def __init__(self, data=None, n=1, p=0.5):
        super().__init__(data or None, n, p)


class MistakeTypeNotTested(Oracle):
    """Only a list counts as data, no tuple and no array: test it with
    isinstance(data, list) before anything else."""

    def __init__(self, data=None, n=1, p=0.5):
        if data is not None and not isinstance(data, list):
            if len(data) < 2:
                raise ValueError(_MULTIPLE)
            sum(data)
            data = list(data)
        super().__init__(data, n, p)


class MistakeKeepsThePoint(Oracle):
    """n is a whole number, also when the caller gives 10.0. Convert it with
    int() before you store it."""

    def __init__(self, data=None, n=1, p=0.5):
        super().__init__(data, n, p)
        if data is None:
            self.n = n


class MistakeCatchesItsError(Oracle):
    """You catch your own exception and print it. Only raise it, and let the
    caller decide what to do."""

    def __init__(self, data=None, n=1, p=0.5):
        try:
            super().__init__(data, n, p)
        except (TypeError, ValueError) as error:
            print(error)

    def __getattr__(self, name):
        raise AttributeError(f"'Binomial' object has no attribute '{name}'")


class MistakeFirstP(Oracle):
    """After rounding n, does n * p still equal the mean? Compute p again from
    the mean and n."""

    def __init__(self, data=None, n=1, p=0.5):
        super().__init__(data, n, p)
        if data is not None:
            self.p = _guess(data)[0]


class MistakeCutsN(Oracle):
    """int() always goes down: 4.57 is nearer to 5. Use round() for n."""

    def __init__(self, data=None, n=1, p=0.5):
        super().__init__(data, n, p)
        if data is not None:
            self.n = int(_guess(data)[1])
            self.p = sum(data) / len(data) / self.n


class MistakeFloatFromData(Oracle):
    """n of the data is a whole number of type int: round it and convert
    it."""

    def __init__(self, data=None, n=1, p=0.5):
        super().__init__(data, n, p)
        if data is not None:
            self.n = float(self.n)


class MistakeVarianceIsP(Oracle):
    """The variance is n * p * (1 - p) and the mean n * p: one divided by the
    other is 1 - p, not p.
    """

    def __init__(self, data=None, n=1, p=0.5):
        super().__init__(data, n, p)
        if data is not None:
            mean = sum(data) / len(data)
            ratio = 1 - _guess(data)[0]
            self.n = round(mean / ratio)
            self.p = mean / self.n


class MistakeMoreThanAll(Oracle):
    """You cannot have more successes than trials: what is then the
    probability of such a k?"""

    def pmf(self, k):
        if int(k) <= self.n:
            return super().pmf(k)
        # A factorial by multiplying gives 1 for numbers below 0.
        ways = math.factorial(self.n) / math.factorial(int(k))
        return ways * self.p ** int(k) * (1 - self.p) ** (self.n - int(k))


class MistakeKBelowZero(Oracle):
    """Nobody succeeds fewer than 0 times: what is the probability of a k
    below 0?"""

    def pmf(self, k):
        k = int(k)
        if k >= 0:
            return super().pmf(k)
        ways = math.factorial(self.n) / math.factorial(self.n - k)
        return ways * self.p ** k * (1 - self.p) ** (self.n - k)


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


class MistakeNoFailures(Oracle):
    """The other trials must fail: which factor belongs to the n - k of
    them?"""

    def pmf(self, k):
        failures = (1 - self.p) ** (self.n - int(k))
        return super().pmf(k) / failures


class MistakeOneOrder(Oracle):
    """You count one order of successes only: how many ways are there to
    choose the k trials?"""

    def pmf(self, k):
        ways = math.comb(self.n, int(k)) if 0 <= k <= self.n else 1
        return super().pmf(k) / ways


class MistakeStartsAtOne(Oracle):
    """At most k includes 0: the sum of cdf starts with pmf(0)."""

    def cdf(self, k):
        return sum(self.pmf(i) for i in range(1, int(k) + 1))


class MistakeStopsBeforeK(Oracle):
    """At most k includes k: range(k) stops one too early."""

    def cdf(self, k):
        return sum(self.pmf(i) for i in range(int(k)))


class MistakeNoCdf(Oracle):
    """The class needs both pmf and cdf; cdf is missing."""

    @property
    def cdf(self):
        raise AttributeError("'Binomial' object has no attribute 'cdf'")


EQUIVALENT_MUTANTS = {
    "self.n = int(n) => self.n = round(n)":
        "The task has whole numbers n only: 10 or 10.0.",
    "self.p = float(p) => self.p = p":
        "A number between 0 and 1 is a float already.",
    "self.n = int(round(mean / (1 - variance / mean))) => self.n = "
    "round(mean / (1 - variance / mean))":
        "round gives an int already.",
    "self.n = int(round(mean / (1 - variance / mean))) => self.n = "
    "round(round(mean / (1 - variance / mean)))":
        "round gives an int already.",
    "self.p = float(mean / self.n) => self.p = mean / self.n":
        "A quotient is a float already.",
    "if k < 0 or k > self.n: => if k < 0:":
        "For k above n one of the factors of `ways` is 0.",
    "ways = ways * (self.n - step + 1) // step => ways = ways * (self.n - "
    "step + 1) / step":
        "Each division has no rest; a float holds the result.",
}
