"""Differentiate a polynomial given by its coefficients."""

import numpy as np

KIND = "function"
ENTRY = "poly_derivative"
RULES = ["no imports"]

EXAMPLES = [
    ("poly_derivative([7, -2, 0, 1])", [-2, 0, 3]),
    ("poly_derivative([5, 3, 4])", [3, 8]),
    ("poly_derivative([1, 2])", [2]),
    ("poly_derivative([5])", [0]),
    ("poly_derivative([])", None),
    ("poly_derivative('x + 1')", None),
]


def oracle(poly):
    """Each coefficient times its exponent, one place to the left."""
    if not isinstance(poly, list) or not poly:
        return None
    slopes = _slopes(poly)
    return slopes if any(slopes) else [0]


def _slopes(poly):
    """The derivative of a list that is known to be good."""
    return [k * poly[k] for k in range(1, len(poly))] or [0]


def _is_good(poly):
    return isinstance(poly, list) and len(poly) > 0


def _coefficients(rng, n):
    """Coefficients that are not 0."""
    return (rng.integers(1, 10, n) * rng.choice([-1, 1], n)).tolist()


# The last coefficient is never 0, except in the check made for that: whether
# the derivative of [1, 2, 0] keeps its zero is left to the student.

def valid(poly):
    """The last coefficient is 0 only where nothing but a constant is left."""
    return (not isinstance(poly, list) or len(poly) < 2 or poly[-1] != 0
            or not any(poly[1:]))


def valid_zeros_inside(poly):
    """Zeros inside stand before a coefficient that is not 0."""
    return poly[-1] != 0 and 0 in poly


def inputs_whole_numbers(rng):
    """whole coefficients, none of them 0"""
    for n in (2, 2, 3, 3, 4, 5, 6, 8, 12):
        yield (_coefficients(rng, n),)


def inputs_zeros_inside(rng):
    """some powers of x are missing"""
    for n in (2, 3, 3, 4, 4, 5, 6, 7, 9):
        poly = _coefficients(rng, n)
        for place in rng.choice(n - 1, max(1, (n - 1) // 2), replace=False):
            poly[place] = 0
        yield (poly,)
    yield ([0, 0, 0, 2],)


def inputs_decimals(rng):
    """coefficients with decimals"""
    for n in (2, 2, 3, 3, 4, 5, 7, 9):
        poly = (np.array(_coefficients(rng, n)) + 0.25).tolist()
        yield (poly,)


def inputs_constants(rng):
    """a constant: its slope is 0 everywhere"""
    for number in (1, 0, -3, 2.5, *rng.integers(4, 99, 4).tolist()):
        yield ([number],)


def inputs_constants_with_zeros_behind(rng):
    """a constant written with zeros at the end, as [5, 0, 0]"""
    for n in (1, 2, 3, 2, 4):
        yield (_coefficients(rng, 1) + [0] * n,)
    yield ([0, 0],)
    yield ([0, 0, 0],)


def inputs_no_polynomial(rng):
    """no list, or a list without a coefficient"""
    for poly in ([], None, 7, "", "123", 2.5, "poly", -1):
        yield (poly,)


def accept_keeps_zeros(poly):
    """You keep zeros that say nothing, as in [0, 0]. The lesson writes the
    zero derivative as [0]; it costs nothing here.
    """
    return _slopes(poly) if _is_good(poly) else None


def mistake_constant_is_empty(poly):
    """The derivative of a constant is the polynomial 0, and that is [0]. An
    empty list is no polynomial.
    """
    if not _is_good(poly):
        return None
    return [k * poly[k] for k in range(1, len(poly))]


def mistake_constant_is_refused(poly):
    """A list with one coefficient is a good polynomial, a constant. Its
    derivative is [0]; None is for what is no polynomial.
    """
    return _slopes(poly) if _is_good(poly) and len(poly) > 1 else None


def mistake_constant_stays(poly):
    """You give the constant back. How steep is the line y = 5?"""
    if _is_good(poly) and len(poly) == 1:
        return poly[:]
    return _slopes(poly) if _is_good(poly) else None


def mistake_one_coefficient_is_zero(poly):
    """A list of length one is a constant, but not necessarily zero: the
    derivative of [1, 2] is the constant 2.
    """
    if not _is_good(poly):
        return None
    slopes = _slopes(poly)
    return slopes if len(slopes) > 1 else [0]


def mistake_zeros_dropped(poly):
    """You leave out the coefficients that are 0. The position is the
    exponent, so zeros must stay in their places.
    """
    if not _is_good(poly):
        return None
    return [number for number in _slopes(poly) if number] or [0]


def mistake_changes_the_argument(poly):
    """You multiply inside the given list. The argument belongs to the
    caller; build a new list.
    """
    if not _is_good(poly):
        return None
    for k in range(len(poly)):
        poly[k] *= k
    return poly[1:] or [0]


def mistake_empty_list_is_zero(poly):
    """An empty list has no coefficient, so it is no polynomial: the answer
    is None, not [0].
    """
    return [0] if poly == [] else oracle(poly)


def mistake_invalid_is_zero(poly):
    """What is no polynomial has no derivative: give None. [0] says that the
    slope is 0 everywhere.
    """
    return _slopes(poly) if _is_good(poly) else [0]


def mistake_no_test(poly):
    """You compute before you know what you got. Test first that poly is a
    list and not empty, and give None otherwise.
    """
    return [k * poly[k] for k in range(1, len(poly))] or [0]


def mistake_list_not_tested(poly):
    """You test only if there is something in poly. A text or a number is no
    list of coefficients: test the type too.
    """
    return _slopes(poly) if poly else None


def mistake_whole_numbers_only(poly):
    """You refuse coefficients with decimals. 0.5 is a good coefficient: its
    term has a slope like any other.
    """
    if not _is_good(poly) or not all(isinstance(x, int) for x in poly):
        return None
    return _slopes(poly)


def mistake_not_moved(poly):
    """Your coefficients are right, but each stands one place too far right.
    The exponent falls by 1, so all of them move to the left.
    """
    if not _is_good(poly):
        return None
    return [k * number for k, number in enumerate(poly)]


def mistake_new_exponent_as_factor(poly):
    """You multiply by the exponent after it was lowered. The old exponent
    is the factor: x^3 has the slope 3x^2.
    """
    if not _is_good(poly):
        return None
    return [k * number for k, number in enumerate(poly[1:])] or [0]


def mistake_only_moved(poly):
    """You move the coefficients, but do not multiply them. Each one is
    multiplied by its old exponent.
    """
    return poly[1:] or [0] if _is_good(poly) else None


def mistake_highest_power_first(poly):
    """You read the list from the wrong end. The index is the exponent: the
    first entry is the constant.
    """
    return _slopes(poly[::-1])[::-1] if _is_good(poly) else None


EQUIVALENT_MUTANTS = {
    "if not any(derivative): => if not derivative:":
        "[0, 0] for a derivative that is 0 is right too.",
    "if not isinstance(poly, list) or not poly: => if not isinstance(poly, "
    "(list, tuple)) or not poly:":
        "The course does not say what a tuple gives.",
}
