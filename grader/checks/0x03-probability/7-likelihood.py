"""Likelihood of x successes in n trials."""

import math

import numpy as np

KIND = "function"
ENTRY = "likelihood"
RULES = ["imports: numpy, math"]
ALIASES = ["bayesian_prob/0-likelihood.py"]
# Likelihoods may be as small as 1e-78: only the relative error counts.
TOLERANCE = (1e-6, 0)

EXAMPLES = [
    ("likelihood(2, 3, np.array([0.2, 0.5, 0.8]))",
     np.array([0.096, 0.375, 0.384])),
    ("likelihood(0, 4, np.array([0.0, 0.5, 1.0]))",
     np.array([1, 0.0625, 0])),
    ("likelihood(2, 3.5, np.array([0.5]))",
     ValueError("n must be a positive integer")),
    ("likelihood(4, 3, np.array([0.5]))",
     ValueError("x cannot be greater than n")),
    ("likelihood(2, 3, [0.2, 0.5])",
     TypeError("P must be a 1D numpy.ndarray")),
    ("likelihood(2, 3, np.array([0.2, 1.5]))",
     ValueError("All values in P must be in the range [0, 1]")),
]

_N = "n must be a positive integer"
_X = "x must be an integer that is greater than or equal to 0"
_ABOVE = "x cannot be greater than n"
_P = "P must be a 1D numpy.ndarray"
_P_VALUES = "All values in P must be in the range [0, 1]"


def _test_numbers(x, n):
    if not isinstance(n, int) or n <= 0:
        raise ValueError(_N)
    if not isinstance(x, int) or x < 0:
        raise ValueError(_X)
    if x > n:
        raise ValueError(_ABOVE)


def _outside(array):
    return any(value < 0 or value > 1 for value in array.ravel().tolist())


def _likelihood(x, n, P):
    return np.array([math.comb(n, x) * p ** x * (1 - p) ** (n - x)
                     for p in P.tolist()])


def oracle(x, n, P):
    _test_numbers(x, n)
    if not isinstance(P, np.ndarray) or P.ndim != 1:
        raise TypeError(_P)
    if _outside(P):
        raise ValueError(_P_VALUES)
    return _likelihood(x, n, P)


def _probabilities(rng, size):
    return np.round(rng.uniform(0.05, 0.95, size), 2)


def inputs_few_trials(rng):
    """a few trials, probabilities between 0 and 1"""
    yield 0, 1, np.array([0.3])
    yield 1, 1, np.array([0.3, 0.6])
    yield 1, 2, np.array([0.25, 0.5])
    for n, size in ((2, 2), (3, 3), (4, 3), (6, 2), (10, 4), (20, 5)):
        x = int(rng.integers(1, n))
        yield x, n, _probabilities(rng, size)


def inputs_probabilities_0_and_1(rng):
    """P holds 0 and 1, which are probabilities too"""
    ends = np.array([0.0, 0.5, 1.0])
    for x, n in ((0, 1), (1, 1), (1, 2), (0, 3), (3, 3)):
        yield x, n, ends
    for n in (5, 9):
        x = int(rng.integers(0, n + 1))
        yield x, n, np.append(ends, _probabilities(rng, 2))


def inputs_many_trials(rng):
    """many trials: the factorials are huge"""
    for n in (21, 25, 40, 64, 70, 100, 130, 200):
        x = int(rng.integers(n // 8, n // 2))
        yield x, n, _probabilities(rng, 3)


def inputs_n_that_is_no_positive_integer(rng):
    """n is no positive integer (and one n that is)"""
    P = _probabilities(rng, 2)
    # The right one: always an exception must not pass.
    yield 0, int(rng.integers(1, 9)), P
    for n in (10.5, "10", None, 0, -2, 0.5, -1.5, [10]):
        yield 0, n, P


def inputs_x_that_is_no_count(rng):
    """x is no integer of 0 or above (and one x that is)"""
    P = _probabilities(rng, 2)
    yield 0, int(rng.integers(1, 9)), P
    for x in (2.5, "2", None, -1, -3, 0.5, -0.5, [2]):
        yield x, 10, P


def inputs_x_above_n(rng):
    """x is above n (and one x that equals n)"""
    P = _probabilities(rng, 2)
    yield 2, 2, P
    for x, n in ((2, 1), (4, 2), (11, 10), (50, 3), (131, 130)):
        yield x, n, P


def inputs_P_that_is_no_1d_array(rng):
    """P is no 1-D array (and one that is)"""
    yield 1, 3, _probabilities(rng, 2)
    P = _probabilities(rng, (2, 2))
    for wrong in (None, 0.5, "0.5", [0.2, 0.5], (0.2, 0.5), np.array(0.5),
                  P, P[:1], P[None]):
        yield 1, 3, wrong


def inputs_values_outside(rng):
    """values below 0 or above 1 (and one case without them)"""
    P = _probabilities(rng, 2)
    yield 1, 3, P
    for value in (-0.1, 1.1, -2.0, 5.0):
        yield 1, 3, np.array([P[0], value])
    yield 2, 5, np.array([1.5, *P])
    yield 0, 1, np.array([-0.01])


def inputs_two_things_wrong(rng):
    """2 arguments are wrong: the order of the tests decides"""
    P = _probabilities(rng, 2)
    yield -1, 0, P
    yield 2.5, "10", P
    yield 3, -2, P
    yield -1, 4, P.tolist()
    yield 5, 4, P.tolist()
    yield 5, 4, P + 1
    yield 1, 0, P[None]


def mistake_x_tested_first(x, n, P):
    """Keep the order of the task: n is tested before x."""
    if not isinstance(x, int) or x < 0:
        raise ValueError(_X)
    return oracle(x, n, P)


def mistake_above_tested_late(x, n, P):
    """Keep the order of the task: x > n is tested before P."""
    if isinstance(x, int) and isinstance(n, int) and x > n > 0:
        oracle(n, n, P)
    return oracle(x, n, P)


def _float_passes(x, n, P, which):
    """A float that passes the test ends in Python's own TypeError."""
    if "n" in which and isinstance(n, float) and n > 0:
        oracle(x, math.ceil(n), P)
        range(n)
    if "x" in which and isinstance(x, float) and x >= 0:
        oracle(math.floor(x), n, P)
        range(x)
    return oracle(x, n, P)


def mistake_float_n_passes(x, n, P):
    """Is 10.5 an integer? Test isinstance(n, int), so that a float gets the
    ValueError of the task."""
    return _float_passes(x, n, P, "n")


def mistake_float_x_passes(x, n, P):
    """Is 2.5 an integer? Test isinstance(x, int), so that a float gets the
    ValueError of the task."""
    return _float_passes(x, n, P, "x")


def mistake_floats_pass(x, n, P):
    """Is 10.5 an integer? Test n and x with isinstance(..., int), so that
    floats get the ValueError of the task."""
    return _float_passes(x, n, P, "nx")


def mistake_only_compared(x, n, P):
    """Before you compare n and x with 0, test isinstance(..., int): a text or
    None cannot be compared with a number."""
    if n <= 0:
        raise ValueError(_N)
    if x < 0:
        raise ValueError(_X)
    return _float_passes(x, n, P, "nx")


def mistake_all_successes_refused(x, n, P):
    """x may equal n, all trials can succeed: raise the ValueError only if x
    is above n."""
    value = oracle(x, n, P)
    if x == n:
        raise ValueError(_ABOVE)
    return value


def mistake_no_success_refused(x, n, P):
    """x may be 0, all trials can fail: raise the ValueError only if x is
    below 0."""
    if x == 0:
        oracle(1, n, P)
        raise ValueError(_X)
    return oracle(x, n, P)


def mistake_above_not_tested(x, n, P):
    """There cannot be more successes than trials: compare x with n."""
    if isinstance(x, int) and isinstance(n, int) and x > n > 0:
        oracle(n, n, P)
        math.factorial(n - x)
    return oracle(x, n, P)


def mistake_misspelt_name(x, n, P):
    """numpy knows no such name: is it spelt ndarray everywhere?"""
    _test_numbers(x, n)
    return isinstance(P, np.ndaray)


def mistake_lists_accepted(x, n, P):
    """A list is no array: test isinstance(P, numpy.ndarray) and raise the
    TypeError."""
    if isinstance(P, (list, tuple)):
        P = np.array(P)
    return oracle(x, n, P)


def mistake_axes_not_tested(x, n, P):
    """P must have 1 axis, a table has 2: test the number of dimensions as
    well."""
    if isinstance(P, np.ndarray) and P.ndim != 1:
        _test_numbers(x, n)
        return math.comb(n, x) * P ** x * (1 - P) ** (n - x)
    return oracle(x, n, P)


def mistake_ends_refused(x, n, P):
    """0 and 1 are probabilities too: raise the ValueError only below 0 and
    above 1."""
    value = oracle(x, n, P)
    if np.any(P == 0) or np.any(P == 1):
        raise ValueError(_P_VALUES)
    return value


def mistake_values_of_P_not_tested(x, n, P):
    """A probability lies between 0 and 1: test the values of P."""
    if isinstance(P, np.ndarray) and P.ndim == 1 and _outside(P):
        oracle(x, n, P.clip(0, 1))
        return _likelihood(x, n, P)
    return oracle(x, n, P)


def mistake_numpy_overflows(x, n, P):
    """Very large whole numbers go wrong in numpy, without a message. In Python
    they are exact: compute the factorials with math.factorial."""
    oracle(x, n, P)
    ways = np.prod(np.arange(1, n + 1)) / (
        np.prod(np.arange(1, x + 1)) * np.prod(np.arange(1, n - x + 1)))
    return ways * P ** x * (1 - P) ** (n - x)


def mistake_one_order(x, n, P):
    """You count one order of the successes only: how many ways are there to
    choose x of n?"""
    return oracle(x, n, P) / math.comb(n, x)


def mistake_no_failures(x, n, P):
    """The other trials must fail: which factor belongs to the n - x of
    them?"""
    oracle(x, n, P)
    return math.comb(n, x) * P ** x


def mistake_failures_swapped(x, n, P):
    """P is the probability of a success: it gets the power x, and 1 - P the
    power n - x."""
    oracle(x, n, P)
    return _likelihood(x, n, 1 - P)
