"""Belief in each probability after the data."""

import math

import numpy as np

KIND = "function"
ENTRY = "posterior"
RULES = ["imports: numpy, math, importlib"]
ALIASES = ["bayesian_prob/3-posterior.py"]
# Likelihoods may be as small as 1e-78: only the relative error counts.
TOLERANCE = (1e-6, 0)

EXAMPLES = [
    ("posterior(2, 3, np.array([0.2, 0.5, 0.8]),"
     " np.array([0.5, 0.3, 0.2]))",
     np.array([160, 375, 256]) / 791),
    ("posterior(0, 2, np.array([0.0, 0.5, 1.0]),"
     " np.array([0.1, 0.4, 0.5]))",
     np.array([0.5, 0.5, 0])),
    ("posterior(2, 3.5, np.array([0.5]), np.array([1.0]))",
     ValueError("n must be a positive integer")),
    ("posterior(4, 3, np.array([0.5]), np.array([1.0]))",
     ValueError("x cannot be greater than n")),
    ("posterior(2, 3, np.array([0.2, 1.5]), [0.4, 0.6])",
     TypeError("Pr must be a numpy.ndarray with the same shape as P")),
    ("posterior(2, 3, np.array([0.2, 0.5]), np.array([0.4, 0.5]))",
     ValueError("Pr must sum to 1")),
]

_N = "n must be a positive integer"
_X = "x must be an integer that is greater than or equal to 0"
_ABOVE = "x cannot be greater than n"
_P = "P must be a 1D numpy.ndarray"
_PR = "Pr must be a numpy.ndarray with the same shape as P"
_P_VALUES = "All values in P must be in the range [0, 1]"
_PR_VALUES = "All values in Pr must be in the range [0, 1]"
_SUM = "Pr must sum to 1"


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


def _divided(array):
    return array / array.sum()


def _test_types(P, Pr):
    if not isinstance(P, np.ndarray) or P.ndim != 1:
        raise TypeError(_P)
    if not isinstance(Pr, np.ndarray) or Pr.shape != P.shape:
        raise TypeError(_PR)


def _test_values(P, Pr):
    if _outside(P):
        raise ValueError(_P_VALUES)
    if _outside(Pr):
        raise ValueError(_PR_VALUES)


def oracle(x, n, P, Pr):
    _test_numbers(x, n)
    _test_types(P, Pr)
    _test_values(P, Pr)
    if not np.isclose(sum(Pr.tolist()), 1):
        raise ValueError(_SUM)
    return _divided(_likelihood(x, n, P) * Pr)


def _probabilities(rng, size):
    return np.round(rng.uniform(0.05, 0.95, size), 2)


def _prior(rng, size):
    """Beliefs that differ: a uniform prior hides mistakes."""
    weights = rng.permutation(9)[:size] + 1
    return weights / weights.sum()


def valid(P, Pr):
    """Where values of both are outside, either may be named."""
    return not all(isinstance(array, np.ndarray) and _outside(array)
                   for array in (P, Pr))


def inputs_few_trials(rng):
    """a few trials, probabilities between 0 and 1"""
    yield 0, 1, np.array([0.3]), np.array([1.0])
    yield 1, 1, np.array([0.3, 0.6]), _prior(rng, 2)
    yield 1, 2, np.array([0.25, 0.5]), _prior(rng, 2)
    for n, size in ((2, 2), (3, 3), (4, 3), (6, 2), (10, 4), (20, 5)):
        x = int(rng.integers(1, n))
        yield x, n, _probabilities(rng, size), _prior(rng, size)


def inputs_probabilities_0_and_1(rng):
    """P holds 0 and 1, which are probabilities too"""
    ends = np.array([0.0, 0.5, 1.0])
    for x, n in ((0, 1), (1, 1), (1, 2), (0, 3), (3, 3)):
        yield x, n, ends, _prior(rng, 3)
    for n in (5, 9):
        x = int(rng.integers(0, n + 1))
        yield x, n, np.append(ends, _probabilities(rng, 2)), _prior(rng, 5)


def inputs_many_trials(rng):
    """many trials: the factorials are huge"""
    for n in (21, 25, 40, 64, 70, 100, 130, 200):
        x = int(rng.integers(n // 8, n // 2))
        yield x, n, _probabilities(rng, 3), _prior(rng, 3)


def inputs_n_that_is_no_positive_integer(rng):
    """n is no positive integer (and one n that is)"""
    P = _probabilities(rng, 2)
    Pr = _prior(rng, 2)
    # The right one: always an exception must not pass.
    yield 0, int(rng.integers(1, 9)), P, Pr
    for n in (10.5, "10", None, 0, -2, 0.5, -1.5, [10]):
        yield 0, n, P, Pr


def inputs_x_that_is_no_count(rng):
    """x is no integer of 0 or above (and one x that is)"""
    P = _probabilities(rng, 2)
    Pr = _prior(rng, 2)
    yield 0, int(rng.integers(1, 9)), P, Pr
    for x in (2.5, "2", None, -1, -3, 0.5, -0.5, [2]):
        yield x, 10, P, Pr


def inputs_x_above_n(rng):
    """x is above n (and one x that equals n)"""
    P = _probabilities(rng, 2)
    Pr = _prior(rng, 2)
    yield 2, 2, P, Pr
    for x, n in ((2, 1), (4, 2), (11, 10), (50, 3), (131, 130)):
        yield x, n, P, Pr


def inputs_P_that_is_no_1d_array(rng):
    """P is no 1-D array (and one that is)"""
    yield 1, 3, _probabilities(rng, 2), _prior(rng, 2)
    P = _probabilities(rng, (2, 2))
    for wrong in (None, 0.5, "0.5", [0.2, 0.5], (0.2, 0.5), np.array(0.5),
                  P, P[:1], P[None]):
        yield 1, 3, wrong, np.full(np.shape(wrong), 1 / np.size(wrong))


def inputs_Pr_that_does_not_fit(rng):
    """Pr is no array of the shape of P (and one that is)"""
    P = _probabilities(rng, 2)
    yield 1, 3, P, _prior(rng, 2)
    for wrong in (None, 1.0, "1", [0.3, 0.7], (0.3, 0.7), np.array([1.0]),
                  np.array([0.2, 0.3, 0.5]), np.array([[0.3, 0.7]]),
                  np.array([[0.3], [0.7]]), np.array([[0.1, 0.2],
                                                      [0.3, 0.4]])):
        yield 1, 3, P, wrong


def inputs_values_outside(rng):
    """values below 0 or above 1 (and one case without them)"""
    P = _probabilities(rng, 2)
    yield 1, 3, P, _prior(rng, 2)
    for value in (-0.1, 1.1, -2.0, 5.0):
        yield 1, 3, np.array([P[0], value]), _prior(rng, 2)
    yield 2, 5, np.array([1.5, *P]), _prior(rng, 3)
    yield 0, 1, np.array([-0.01]), np.array([1.0])
    for prior in ([-0.2, 1.2], [1.5, 0.5], [-0.5, 0.5], [2.0, -1.0]):
        yield 1, 3, P, np.array(prior)


def inputs_beliefs_that_do_not_sum_to_1(rng):
    """the sum of Pr is not 1 (and some whose sum is 1, or nearly)"""
    # In a computer the first of these sums misses 1 by 1e-16.
    for prior in ([0.7, 0.2, 0.1], [0.1, 0.7, 0.2], [0.2, 0.2, 0.2],
                  [0.5, 0.6, 0.2], [0.0, 0.0, 0.0], [1.0, 1.0, 1.0]):
        yield 1, 3, _probabilities(rng, 3), np.array(prior)
    for size in (1, 2, 4):
        yield 1, 3, _probabilities(rng, size), _prior(rng, size) * 0.8


def inputs_two_things_wrong(rng):
    """2 arguments are wrong: the order of the tests decides"""
    P = _probabilities(rng, 2)
    Pr = _prior(rng, 2)
    yield -1, 0, P, Pr
    yield 2.5, "10", P, Pr
    yield 3, -2, P, Pr
    yield -1, 4, P.tolist(), Pr
    yield 5, 4, P.tolist(), Pr
    yield 5, 4, P + 1, Pr
    yield 1, 0, P[None], Pr
    yield 1, 4, P.tolist(), None
    yield 1, 4, P[:1], Pr.tolist()
    yield 1, 4, P + 1, Pr.tolist()
    yield 1, 4, P - 1, np.append(Pr, 0)
    yield 1, 4, P + 1, Pr / 2
    yield 1, 4, P, np.array([1.5, 0.8])


def mistake_x_tested_first(x, n, P, Pr):
    """Keep the order of the task: n is tested before x."""
    if not isinstance(x, int) or x < 0:
        raise ValueError(_X)
    return oracle(x, n, P, Pr)


def mistake_above_tested_late(x, n, P, Pr):
    """Keep the order of the task: x > n is tested before P."""
    if isinstance(x, int) and isinstance(n, int) and x > n > 0:
        oracle(n, n, P, Pr)
    return oracle(x, n, P, Pr)


def mistake_values_before_types(x, n, P, Pr):
    """Keep the order of the task: test the types of P and of Pr before you
    look at any value."""
    _test_numbers(x, n)
    if isinstance(P, np.ndarray) and P.ndim == 1 and _outside(P):
        raise ValueError(_P_VALUES)
    return oracle(x, n, P, Pr)


def mistake_sum_before_values(x, n, P, Pr):
    """Keep the order of the task: the sum of Pr is tested last."""
    _test_numbers(x, n)
    _test_types(P, Pr)
    if not np.isclose(Pr.sum(), 1):
        raise ValueError(_SUM)
    return oracle(x, n, P, Pr)


def _float_passes(x, n, P, Pr, which):
    """A float that passes the test ends in Python's own TypeError."""
    if "n" in which and isinstance(n, float) and n > 0:
        oracle(x, math.ceil(n), P, Pr)
        range(n)
    if "x" in which and isinstance(x, float) and x >= 0:
        oracle(math.floor(x), n, P, Pr)
        range(x)
    return oracle(x, n, P, Pr)


def mistake_float_n_passes(x, n, P, Pr):
    """Is 10.5 an integer? Test isinstance(n, int), so that a float gets the
    ValueError of the task."""
    return _float_passes(x, n, P, Pr, "n")


def mistake_float_x_passes(x, n, P, Pr):
    """Is 2.5 an integer? Test isinstance(x, int), so that a float gets the
    ValueError of the task."""
    return _float_passes(x, n, P, Pr, "x")


def mistake_floats_pass(x, n, P, Pr):
    """Is 10.5 an integer? Test n and x with isinstance(..., int), so that
    floats get the ValueError of the task."""
    return _float_passes(x, n, P, Pr, "nx")


def mistake_only_compared(x, n, P, Pr):
    """Before you compare n and x with 0, test isinstance(..., int): a text or
    None cannot be compared with a number."""
    if n <= 0:
        raise ValueError(_N)
    if x < 0:
        raise ValueError(_X)
    return _float_passes(x, n, P, Pr, "nx")


def mistake_all_successes_refused(x, n, P, Pr):
    """x may equal n, all trials can succeed: raise the ValueError only if x
    is above n."""
    value = oracle(x, n, P, Pr)
    if x == n:
        raise ValueError(_ABOVE)
    return value


def mistake_no_success_refused(x, n, P, Pr):
    """x may be 0, all trials can fail: raise the ValueError only if x is
    below 0."""
    if x == 0:
        oracle(1, n, P, Pr)
        raise ValueError(_X)
    return oracle(x, n, P, Pr)


def mistake_above_not_tested(x, n, P, Pr):
    """There cannot be more successes than trials: compare x with n."""
    if isinstance(x, int) and isinstance(n, int) and x > n > 0:
        oracle(n, n, P, Pr)
        math.factorial(n - x)
    return oracle(x, n, P, Pr)


def mistake_misspelt_name(x, n, P, Pr):
    """numpy knows no such name: is it spelt ndarray everywhere?"""
    _test_numbers(x, n)
    return isinstance(P, np.ndaray)


def mistake_lists_accepted(x, n, P, Pr):
    """A list is no array: test isinstance(P, numpy.ndarray) and raise the
    TypeError."""
    if isinstance(P, (list, tuple)):
        P = np.array(P)
    return oracle(x, n, P, Pr)


def mistake_axes_not_tested(x, n, P, Pr):
    """P must have 1 axis, a table has 2: test the number of dimensions as
    well."""
    if isinstance(P, np.ndarray) and P.ndim != 1:
        _test_numbers(x, n)
        return _divided(math.comb(n, x) * P ** x * (1 - P) ** (n - x) * Pr)
    return oracle(x, n, P, Pr)


def mistake_only_length_of_Pr(x, n, P, Pr):
    """Compare the whole shape of Pr with that of P: a table may have as many
    rows."""
    if isinstance(Pr, np.ndarray) and Pr.ndim == 2 and len(Pr) == len(P):
        return _divided(_likelihood(x, n, P) * Pr)
    return oracle(x, n, P, Pr)


def mistake_Pr_of_lists(x, n, P, Pr):
    """A list is no array: test isinstance(Pr, numpy.ndarray) too and raise
    the TypeError."""
    if isinstance(Pr, (list, tuple)):
        Pr = np.array(Pr)
    return oracle(x, n, P, Pr)


def mistake_values_of_Pr_not_tested(x, n, P, Pr):
    """A belief is a probability as well: test the values of Pr like those of
    P."""
    _test_numbers(x, n)
    _test_types(P, Pr)
    if _outside(P):
        raise ValueError(_P_VALUES)
    if not np.isclose(Pr.sum(), 1):
        raise ValueError(_SUM)
    return _divided(_likelihood(x, n, P) * Pr)


def mistake_sum_exactly_1(x, n, P, Pr):
    """0.7 + 0.2 + 0.1 is not exactly 1 in a computer: compare the sum with
    numpy.isclose."""
    value = oracle(x, n, P, Pr)
    if np.sum(Pr) != 1:
        raise ValueError(_SUM)
    return value


def mistake_sum_not_tested(x, n, P, Pr):
    """All beliefs together are 1: test the sum of Pr, too."""
    _test_numbers(x, n)
    _test_types(P, Pr)
    _test_values(P, Pr)
    return _divided(_likelihood(x, n, P) * Pr)


def mistake_ends_refused(x, n, P, Pr):
    """0 and 1 are probabilities too: raise the ValueError only below 0 and
    above 1."""
    value = oracle(x, n, P, Pr)
    if np.any(P == 0) or np.any(P == 1):
        raise ValueError(_P_VALUES)
    return value


def mistake_values_of_P_not_tested(x, n, P, Pr):
    """A probability lies between 0 and 1: test the values of P."""
    if isinstance(P, np.ndarray) and P.ndim == 1 and _outside(P):
        oracle(x, n, P.clip(0, 1), Pr)
        return _divided(_likelihood(x, n, P) * Pr)
    return oracle(x, n, P, Pr)


def mistake_numpy_overflows(x, n, P, Pr):
    """Very large whole numbers go wrong in numpy, without a message. In Python
    they are exact: compute the factorials with math.factorial."""
    oracle(x, n, P, Pr)
    ways = np.prod(np.arange(1, n + 1)) / (
        np.prod(np.arange(1, x + 1)) * np.prod(np.arange(1, n - x + 1)))
    return _divided(ways * P ** x * (1 - P) ** (n - x) * Pr)


def mistake_prior_twice(x, n, P, Pr):
    """Where did you already use the prior? The intersection holds it, so do
    not multiply by Pr again."""
    return oracle(x, n, P, Pr) * Pr


def mistake_no_prior(x, n, P, Pr):
    """You divide the likelihood by its sum: where does the belief before the
    data come in?"""
    oracle(x, n, P, Pr)
    value = _likelihood(x, n, P)
    return value / value.sum()


def mistake_only_marginal_has_prior(x, n, P, Pr):
    """You divide the likelihood by the marginal: multiply it by Pr first,
    then the entries sum to 1."""
    oracle(x, n, P, Pr)
    value = _likelihood(x, n, P)
    return value / (value * Pr).sum()


def mistake_not_divided(x, n, P, Pr):
    """The entries of the posterior sum to 1: divide the intersection by the
    marginal."""
    oracle(x, n, P, Pr)
    return _likelihood(x, n, P) * Pr


def mistake_divided_by_likelihoods(x, n, P, Pr):
    """Divide by the marginal: it is the sum of likelihood times prior, not
    that of the likelihood."""
    oracle(x, n, P, Pr)
    value = _likelihood(x, n, P)
    return value * Pr / value.sum()


EQUIVALENT_MUTANTS = {
    "if np.any(P < 0) or np.any(P > 1): | if np.any(Pr < 0) or np.any(Pr > "
    "1): => if np.any(Pr < 0) or np.any(Pr > 1): | if np.any(P < 0) or "
    "np.any(P > 1):":
        "If P and Pr are both bad, either name is right.",
    "if not np.isclose(np.sum(Pr), 1): => if not np.isclose(1, np.sum(Pr)):":
        "The two numbers may stand in either order.",
    "likelihood = math.comb(n, x) * P ** x * (1 - P) ** (n - x) => "
    "likelihood = P ** x * (1 - P) ** (n - x)":
        "The factor stands above and below the fraction bar.",
    "likelihood = math.comb(n, x) * P ** x * (1 - P) ** (n - x) => "
    "likelihood = math.comb(x, x) * P ** x * (1 - P) ** (n - x)":
        "The factor stands above and below the fraction bar.",
    "likelihood = math.comb(n, x) * P ** x * (1 - P) ** (n - x) => "
    "likelihood = math.comb(n, n) * P ** x * (1 - P) ** (n - x)":
        "The factor stands above and below the fraction bar.",
    "likelihood = math.comb(n, x) * P ** x * (1 - P) ** (n - x) => "
    "likelihood = math.perm(n, x) * P ** x * (1 - P) ** (n - x)":
        "The factor stands above and below the fraction bar.",
}
