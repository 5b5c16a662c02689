"""Integrate a polynomial given by its coefficients."""

import numpy as np

KIND = "function"
ENTRY = "poly_integral"
RULES = ["no imports"]
EXACT_NUMBERS = True

EXAMPLES = [
    ("poly_integral([4, 0, 3], C=2)", [2, 4, 0, 1]),
    ("poly_integral([5, 3, 0, 1])", [0, 5, 1.5, 0, 0.25]),
    ("poly_integral([8])", [0, 8]),
    ("poly_integral([0], 7)", [7]),
    ("poly_integral([])", None),
    ("poly_integral([1, 2], '3')", None),
]


def oracle(poly, C=0):
    """C first, then each coefficient over its new exponent."""
    if not isinstance(poly, list) or not poly or not isinstance(C, int):
        return None
    return _short(_terms(poly, C))


def _terms(poly, C):
    """The integral, with zeros that may stand at its end."""
    return [C] + [_plain(c, k + 1) for k, c in enumerate(poly)]


def _plain(number, divisor):
    """The quotient, an int where it is whole."""
    value = number / divisor
    return int(value) if value == int(value) else value


def _short(integral):
    """Without zeros at the end; the first entry stays."""
    while len(integral) > 1 and integral[-1] == 0:
        integral = integral[:-1]
    return integral


def _is_good(poly, C):
    return isinstance(poly, list) and len(poly) > 0 and isinstance(C, int)


def _coefficients(rng, n):
    """Coefficients that are not 0."""
    return (rng.integers(1, 13, n) * rng.choice([-1, 1], n)).tolist()


# Left out, as the course does not say: a C with decimals, whole floats as
# 2.0, entries that are no numbers. Zeros at the end have their own checks.

def valid_zeros_inside(poly):
    """Zeros inside stand before a coefficient that is not 0."""
    return poly[-1] != 0 and 0 in poly


def valid_zeros_at_the_end(poly):
    """There is something else, and then a zero."""
    return any(poly) and poly[-1] == 0


def valid_whole_results(poly):
    """All divisions come out even."""
    return all(c % (k + 1) == 0 for k, c in enumerate(poly))


def inputs_whole_numbers(rng):
    """whole coefficients, without C"""
    for n in (1, 2, 2, 3, 4, 5, 6, 8):
        yield (_coefficients(rng, n),)


def inputs_whole_results(rng):
    """all divisions come out even, so every value is an int"""
    for n in (1, 2, 3, 3, 4, 5, 6, 8):
        steps = np.arange(1, n + 1)
        yield ((np.array(_coefficients(rng, n)) * steps).tolist(),)


def inputs_with_a_constant(rng):
    """a constant C is given"""
    for n in (1, 2, 2, 3, 3, 4, 5, 7):
        yield _coefficients(rng, n), _coefficients(rng, 1)[0]


def inputs_zeros_inside(rng):
    """some powers of x are missing"""
    for n in (2, 3, 3, 4, 5, 6, 7, 9):
        poly = _coefficients(rng, n)
        for place in rng.choice(n - 1, max(1, (n - 1) // 2), replace=False):
            poly[place] = 0
        yield poly, int(rng.integers(-5, 6))


def inputs_decimals(rng):
    """coefficients with decimals"""
    # A quarter over a whole number is never whole.
    for n in (1, 2, 2, 3, 4, 5, 6, 8):
        yield ((np.array(_coefficients(rng, n)) + 0.25).tolist(),)


def inputs_the_polynomial_zero(rng):
    """the polynomial 0: only C is left"""
    for C in (0, 1, -3, *rng.integers(2, 50, 4).tolist()):
        yield [0], C


def inputs_zeros_at_the_end(rng):
    """zeros at the end of the coefficients, as [1, 2, 0]"""
    for n, zeros in ((1, 1), (2, 1), (2, 2), (3, 1), (3, 3), (4, 2), (6, 1)):
        yield _coefficients(rng, n) + [0] * zeros, int(rng.integers(-5, 6))


def inputs_only_zeros(rng):
    """the polynomial 0, written with more than one zero"""
    for n, C in ((2, 0), (2, 6), (3, 0), (3, -4), (4, 1), (5, 0)):
        yield [0] * n, C


def inputs_no_polynomial(rng):
    """no list, or a list without a coefficient"""
    for poly in ([], None, 7, "", "123", 2.5, "poly", -1):
        yield (poly,)


def inputs_wrong_constant(rng):
    """C is no number"""
    for C in ("3", None, [], "", [4], "C", [1, 2]):
        yield _coefficients(rng, 2), C


def accept_keeps_zeros(poly, C=0):
    """You keep zeros that say nothing at the end. The lesson wants the list
    as short as possible; it costs nothing here.
    """
    if not _is_good(poly, C):
        return None
    # The course asks for [C] where the polynomial is [0] itself.
    return [C] if len(poly) == 1 and poly[0] == 0 else _terms(poly, C)


def accept_removes_one_zero(poly, C=0):
    """You remove one zero at the end. The lesson wants the list as short as
    possible, so repeat it; it costs nothing here.
    """
    if not _is_good(poly, C):
        return None
    integral = _terms(poly, C)
    return integral[:-1] if integral[-1] == 0 else integral


def mistake_zero_leaves_a_term(poly, C=0):
    """Integrating 0 leaves only C: the integral of [0] has no second
    entry.
    """
    return _terms(poly, C) if _is_good(poly, C) else None


def mistake_zero_forgets_C(poly, C=0):
    """The integral of 0 is a constant, and that constant is C. It is 0 only
    if C is.
    """
    if _is_good(poly, C) and not any(poly):
        return [0]
    return oracle(poly, C)


def mistake_removes_C_too(poly, C=0):
    """Your loop that removes zeros at the end does not stop at C. The first
    entry stays, even if it is 0.
    """
    integral = oracle(poly, C)
    return [] if integral == [0] else integral


def mistake_runs_out_of_zeros(poly, C=0):
    """Your loop that removes zeros at the end goes on when the list is
    empty. The first entry is C and stays, even if it is 0.
    """
    integral = oracle(poly, C)
    if integral == [0]:
        integral = [][-1]
    return integral


def mistake_example_by_heart(poly, C=0):
    """For a list of one entry you give the answer of one example. Use the
    entry and C that the function gets.
    """
    if _is_good(poly, C) and len(poly) == 1 and any(poly):
        return [0, 5]
    return oracle(poly, C)


def mistake_pops_the_argument(poly, C=0):
    """`pop(i)` removes position i, and it changes the caller's list; cut the
    zeros from the result instead.
    """
    if not _is_good(poly, C):
        return None
    while len(poly) > 1 and poly[-1] == 0:
        poly.pop(0)
    return _short(_terms(poly, C))


def mistake_empty_list_is_C(poly, C=0):
    """An empty list has no coefficient, so it is no polynomial: the answer
    is None.
    """
    return [C] if poly == [] else oracle(poly, C)


def mistake_guard_is_always_true(poly, C=0):
    """Your test is true for every list that is not empty; print what it gives.
    """
    if not isinstance(poly, list) or len(poly) or not isinstance(C, int):
        return None
    return [C]


def mistake_zeros_dropped(poly, C=0):
    """You leave out all values that are 0. The position is the exponent, so
    zeros must stay, except at the end.
    """
    if not _is_good(poly, C):
        return None
    return [C] + [value for value in _terms(poly, C)[1:] if value]


def mistake_old_exponent(poly, C=0):
    """You divide by the old exponent. It rises by 1 first: the integral of
    x^2 is x^3/3.
    """
    if not _is_good(poly, C):
        return None
    return _short([C] + [_plain(c, k or 1) for k, c in enumerate(poly)])


def mistake_divides_by_zero(poly, C=0):
    """The first exponent is 0, and you divide by it. Divide by the new
    exponent, which is one higher.
    """
    if not _is_good(poly, C):
        return None
    return _short([C] + [_plain(c, k) for k, c in enumerate(poly)])


def mistake_not_divided(poly, C=0):
    """You move the coefficients, but do not divide them. Each one is
    divided by its new exponent.
    """
    return _short([C] + poly) if _is_good(poly, C) else None


def mistake_C_forgotten(poly, C=0):
    """The list must begin with C: its first entry belongs to x^0."""
    return _short(_terms(poly, C)[1:]) if _is_good(poly, C) else None


def mistake_C_forgotten_zeros_kept(poly, C=0):
    """You begin with the term of x, but the first entry belongs to x^0, and
    that is C.
    """
    return _terms(poly, C)[1:] if _is_good(poly, C) else None


def mistake_C_is_always_zero(poly, C=0):
    """Your first entry is always 0. It must be the C that the caller
    gives.
    """
    return _short(_terms(poly, 0)) if _is_good(poly, C) else None


def mistake_C_at_the_end(poly, C=0):
    """C stands at the wrong end. The index is the exponent, and C belongs
    to x^0.
    """
    return _terms(poly, C)[1:] + [C] if _is_good(poly, C) else None


def mistake_always_float(poly, C=0):
    """`/` gives a float, even if the value is whole: 4 / 2 is 2.0. Turn
    whole values into int.
    """
    if not _is_good(poly, C):
        return None
    return _short([C] + [c / (k + 1) for k, c in enumerate(poly)])


def mistake_always_float_zeros_kept(poly, C=0):
    """`/` gives a float, even if the value is whole: 4 / 2 is 2.0. Turn
    whole values into int, and zeros at the end may go.
    """
    if not _is_good(poly, C):
        return None
    return [C] + [c / (k + 1) for k, c in enumerate(poly)]


def mistake_whole_values_only(poly, C=0):
    """You cut the decimals off. Only values that are whole become int; 3
    over 2 stays 1.5.
    """
    if not _is_good(poly, C):
        return None
    return _short([C] + [int(value) for value in _terms(poly, C)[1:]])


def mistake_floor_division(poly, C=0):
    """`//` throws away what is behind the point. Divide with `/`, and turn
    only whole values into int.
    """
    if not _is_good(poly, C):
        return None
    return _short([C] + [c // (k + 1) for k, c in enumerate(poly)])


def mistake_list_not_tested(poly, C=0):
    """You compute before you know what you got. Test first that poly is a
    list and not empty, and give None otherwise.
    """
    return _short(_terms(poly, C)) if isinstance(C, int) else None


def mistake_C_not_tested(poly, C=0):
    """You test poly, but not C. A text, a list or None as C is not valid,
    and the answer is None.
    """
    return _short(_terms(poly, C)) if _is_good(poly, 0) else None


def mistake_nothing_tested(poly, C=0):
    """You test neither poly nor C. If poly is no list or is empty, or if C
    is not an int, the answer is None.
    """
    return _short(_terms(poly, C))


EQUIVALENT_MUTANTS = {
    "value = int(value) => value = round(value)":
        "The value is whole: round and int agree.",
    "if not isinstance(poly, list) or not poly or not isinstance(C, int): => "
    "if not isinstance(poly, (list, tuple)) or not poly or not isinstance(C, "
    "int):":
        "The course does not say what a tuple gives.",
    "if not isinstance(poly, list) or not poly or not isinstance(C, int): => "
    "if not isinstance(poly, list) or not poly or not isinstance(C, (int, "
    "float)):":
        "A C with decimals may be used, or give None.",
}
