"""Belief in a range of probabilities, from a uniform prior."""

import math

import numpy as np

KIND = "function"
ENTRY = "posterior"
RULES = ["imports: numpy, scipy, math"]
ALIASES = ["bayesian_prob/100-continuous.py"]
TOLERANCE = (1e-5, 1e-12)

# By hand: the belief after 1 success of 2 has the density 6 p (1 - p), after
# 1 of 1 it is 2 p.
EXAMPLES = [
    ("posterior(26, 130, 0.17, 0.23)", 0.6098093274896035),
    ("posterior(1, 2, 0.4, 0.6)", 0.296),
    ("posterior(1, 1, 0.0, 0.5)", 0.25),
    ("posterior(1.5, 2, 0.4, 0.6)",
     ValueError("x must be an integer that is greater than or equal to 0")),
    ("posterior(1, 2, 0, 0.5)",
     ValueError("p1 must be a float in the range [0, 1]")),
    ("posterior(1, 2, 0.6, 0.4)", ValueError("p2 must be greater than p1")),
]

_N = "n must be a positive integer"
_X = "x must be an integer that is greater than or equal to 0"
_ABOVE = "x cannot be greater than n"
_RANGE = "{} must be a float in the range [0, 1]"
_ORDER = "p2 must be greater than p1"


def _test_numbers(x, n):
    if not isinstance(n, int) or n <= 0:
        raise ValueError(_N)
    if not isinstance(x, int) or x < 0:
        raise ValueError(_X)
    if x > n:
        raise ValueError(_ABOVE)


def _test_ends(p1, p2):
    for name, p in (("p1", p1), ("p2", p2)):
        if not isinstance(p, float) or p < 0 or p > 1:
            raise ValueError(_RANGE.format(name))


def _beta(a, b, p):
    """The regularised incomplete beta function at whole a, b above 0.

    It is the probability of at least a successes in a + b - 1 trials: a sum
    of whole numbers over a power of the denominator of p, so exact.
    """
    top, bottom = float(p).as_integer_ratio()
    n = a + b - 1
    total = sum(math.comb(n, k) * top ** k * (bottom - top) ** (n - k)
                for k in range(a, n + 1))
    return total / bottom ** n


def oracle(x, n, p1, p2):
    _test_numbers(x, n)
    _test_ends(p1, p2)
    if p2 <= p1:
        raise ValueError(_ORDER)
    return _beta(x + 1, n - x + 1, p2) - _beta(x + 1, n - x + 1, p1)


def _range(rng, x, n):
    """A range that holds a fair share of the belief."""
    middle = (x + 1) / (n + 2)
    width = math.sqrt(middle * (1 - middle) / (n + 3))
    low, high = middle + np.array([-1, 1]) * width * rng.uniform(0.2, 2, 2)
    return round(float(max(low, 0.0)), 4), round(float(min(high, 1.0)), 4)


def valid(x, n, p1, p2):
    """A belief that does not drown in the rounding of a difference."""
    try:
        return oracle(x, n, p1, p2) > 1e-3
    except Exception:       # what is refused needs no belief
        return True


def inputs_few_trials(rng):
    """a few trials"""
    for x, n in ((0, 1), (1, 1), (1, 2), (0, 3), (2, 3), (3, 5), (4, 10)):
        yield x, n, *_range(rng, x, n)
    yield 2, 5, 0.25, 0.5


def inputs_many_trials(rng):
    """many trials: the factorials are huge"""
    for n in (20, 26, 50, 100, 130, 200):
        x = int(rng.integers(1, n))
        yield x, n, *_range(rng, x, n)


def inputs_ends_0_and_1(rng):
    """ranges that start at 0.0 or end at 1.0"""
    for x, n in ((0, 1), (1, 2), (3, 4), (5, 20)):
        low, high = _range(rng, x, n)
        yield x, n, 0.0, high
        yield x, n, low, 1.0
    yield 2, 7, 0.0, 1.0


def inputs_n_that_is_no_positive_integer(rng):
    """n is no positive integer (and one n that is)"""
    # The right one: always an exception must not pass.
    yield 0, int(rng.integers(1, 9)), 0.2, 0.7
    for n in (10.5, "10", None, 0, -2, 0.5, -1.5, [10]):
        yield 0, n, 0.2, 0.7


def inputs_x_that_is_no_count(rng):
    """x is no integer of 0 or above, or above n (and one x that fits)"""
    yield 2, int(rng.integers(2, 9)), 0.2, 0.7
    for x in (2.5, "2", None, -1, -3, 0.5, -0.5, [2], 11, 40):
        yield x, 10, 0.2, 0.7


def inputs_ends_that_are_no_probability(rng):
    """p1 or p2 is no float from 0 to 1 (and one pair that is)"""
    yield 1, 3, *_range(rng, 1, 3)
    for wrong in (0, 1, "0.5", None, [0.5], -0.1, 1.1, -2.0, 5.0, 2):
        yield 1, 3, wrong, 0.7
        yield 1, 3, 0.2, wrong


def inputs_ends_in_wrong_order(rng):
    """p2 is not above p1 (and one pair that is right)"""
    yield 1, 3, *_range(rng, 1, 3)
    for p1, p2 in ((0.5, 0.5), (0.6, 0.4), (1.0, 0.0), (0.0, 0.0),
                   (0.31, 0.3)):
        yield 1, 3, p1, p2
    low, high = _range(rng, 2, 6)
    yield 2, 6, high, low


def inputs_two_things_wrong(rng):
    """2 arguments are wrong: the order of the tests decides"""
    yield 1, int(rng.integers(1, 9)), 0.2, 0.7
    yield from ((-1, 0, 0.2, 0.7), (2.5, "10", 0.2, 0.7), (3, -2, 0.2, 0.7),
                (-1, 4, 0, 0.7), (5, 4, 0.2, 1), (5, 4, 0.7, 0.2),
                (1, 4, 0, 1), (1, 4, 1.5, 0.2), (1, 4, 0.2, -0.1),
                (1, 4, 1.5, "1"), (0, 0, 0.7, 0.2), (5, 4, 0, 0.7),
                (5, 4, 1.5, 0.2))


def mistake_x_tested_first(x, n, p1, p2):
    """Keep the order of the task: n is tested before x."""
    if not isinstance(x, int) or x < 0:
        raise ValueError(_X)
    return oracle(x, n, p1, p2)


def _float_passes(x, n, p1, p2):
    """A float that passes the test ends in Python's own TypeError."""
    if isinstance(n, float) and n > 0:
        oracle(x, math.ceil(n), p1, p2)
        range(n)
    if isinstance(x, float) and x >= 0:
        oracle(math.floor(x), n, p1, p2)
        range(x)
    return oracle(x, n, p1, p2)


def mistake_floats_pass(x, n, p1, p2):
    """Is 10.5 an integer? Test n and x with isinstance(..., int), so that
    floats get the ValueError of the task."""
    return _float_passes(x, n, p1, p2)


def mistake_fractions_of_trials(x, n, p1, p2):
    """scipy computes with 10.5 trials, but is 10.5 an integer? Test n and x
    with isinstance(..., int)."""
    fractions = [isinstance(value, float) and value > 0 for value in (x, n)]
    if not any(fractions):
        return oracle(x, n, p1, p2)
    oracle(math.floor(x), math.ceil(n), p1, p2)
    # The midpoint rule stands in for scipy here.
    p = (np.arange(200000) + 0.5) / 200000
    belief = p ** x * (1 - p) ** (n - x)
    return belief[(p > p1) & (p < p2)].sum() / belief.sum()


def mistake_only_compared(x, n, p1, p2):
    """Before you compare n and x with 0, test isinstance(..., int): a text or
    None cannot be compared with a number."""
    if n <= 0:
        raise ValueError(_N)
    if x < 0:
        raise ValueError(_X)
    return _float_passes(x, n, p1, p2)


def mistake_all_successes_refused(x, n, p1, p2):
    """x may equal n, all trials can succeed: raise the ValueError only if x
    is above n."""
    value = oracle(x, n, p1, p2)
    if x == n:
        raise ValueError(_ABOVE)
    return value


def mistake_whole_ends_accepted(x, n, p1, p2):
    """The task wants floats: 0 is an int, 0.0 is a float. Test p1 and p2 with
    isinstance(..., float)."""
    _test_numbers(x, n)
    p1, p2 = (float(p) if isinstance(p, int) else p for p in (p1, p2))
    return oracle(x, n, p1, p2)


def mistake_type_error(x, n, p1, p2):
    """A p1 or p2 that is no float is a ValueError here, with the same text as
    one outside of the range."""
    _test_numbers(x, n)
    for name, p in (("p1", p1), ("p2", p2)):
        if not isinstance(p, float):
            raise TypeError(_RANGE.format(name))
        if p < 0 or p > 1:
            raise ValueError(_RANGE.format(name))
    return oracle(x, n, p1, p2)


def mistake_range_not_tested(x, n, p1, p2):
    """A probability lies between 0 and 1: test the values of p1 and p2, not
    only their type."""
    _test_numbers(x, n)
    ends = [min(max(p, 0.0), 1.0) if isinstance(p, float) else p
            for p in (p1, p2)]
    _test_ends(*ends)
    if p2 <= p1:
        raise ValueError(_ORDER)
    # betainc is nan outside of its range.
    return oracle(x, n, p1, p2) if ends == [p1, p2] else math.nan


def mistake_ends_refused(x, n, p1, p2):
    """0.0 and 1.0 are probabilities too: raise the ValueError only below 0
    and above 1."""
    value = oracle(x, n, p1, p2)
    if p1 == 0 or p2 == 1:
        raise ValueError(_RANGE.format("p1" if p1 == 0 else "p2"))
    return value


def mistake_equal_ends_accepted(x, n, p1, p2):
    """p2 must be above p1, so equal ends are wrong too: test with <=."""
    _test_numbers(x, n)
    _test_ends(p1, p2)
    return 0.0 if p1 == p2 else oracle(x, n, p1, p2)


def mistake_order_tested_first(x, n, p1, p2):
    """Keep the order of the task: test p1, then p2, and compare them
    last."""
    _test_numbers(x, n)
    if p2 <= p1:
        raise ValueError(_ORDER)
    return oracle(x, n, p1, p2)


def mistake_order_not_tested(x, n, p1, p2):
    """A range ends above its start: compare p2 with p1 before you compute."""
    _test_numbers(x, n)
    _test_ends(p1, p2)
    return _beta(x + 1, n - x + 1, p2) - _beta(x + 1, n - x + 1, p1)


def mistake_constant(x, n, p1, p2):
    """You return the number of the example: compute it from x, n, p1 and
    p2."""
    oracle(x, n, p1, p2)
    return 0.6098093274896035


def mistake_length_of_range(x, n, p1, p2):
    """That is the belief before the data: where do x and n come in?"""
    oracle(x, n, p1, p2)
    return p2 - p1


def mistake_without_plus_one(x, n, p1, p2):
    """The exponents of the belief are x and n - x; the beta function takes
    numbers that are 1 higher."""
    oracle(x, n, p1, p2)
    if 0 < x < n:
        return _beta(x, n - x, p2) - _beta(x, n - x, p1)
    # With 0 for one of its numbers, scipy's function is a step.
    low, high = (p > 0 if x == 0 else p == 1 for p in (p1, p2))
    return float(high) - float(low)


def mistake_failures_first(x, n, p1, p2):
    """The successes come first: x + 1, then n - x + 1."""
    oracle(x, n, p1, p2)
    return _beta(n - x + 1, x + 1, p2) - _beta(n - x + 1, x + 1, p1)


def mistake_upper_end_only(x, n, p1, p2):
    """That is the belief in everything below p2: take away what lies below
    p1."""
    oracle(x, n, p1, p2)
    return _beta(x + 1, n - x + 1, p2)


def mistake_sign(x, n, p1, p2):
    """A belief is not below 0: subtract the value at p1 from the value at
    p2."""
    return -oracle(x, n, p1, p2)


def mistake_likelihood(x, n, p1, p2):
    """You subtract 2 likelihoods. The belief in a range is an area: betainc
    gives the area from 0 to p."""
    oracle(x, n, p1, p2)
    low, high = (math.comb(n, x) * p ** x * (1 - p) ** (n - x)
                 for p in (p1, p2))
    return high - low


def mistake_undefined_name(x, n, p1, p2):
    """This task has no P and no Pr, only p1 and p2: use the names that the
    function gets.
    """
    _test_numbers(x, n)
    raise NameError("name 'P' is not defined")
