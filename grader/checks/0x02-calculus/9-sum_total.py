"""Add the squares of the numbers from 1 to n, without a loop."""

KIND = "function"
ENTRY = "summation_i_squared"
RULES = ["no loops", "no imports"]
EXACT_NUMBERS = True

EXAMPLES = [
    ("summation_i_squared(1)", 1),
    ("summation_i_squared(3)", 14),
    ("summation_i_squared(5)", 55),
    ("summation_i_squared(100)", 338350),
    ("summation_i_squared(-4)", None),
    ("summation_i_squared('5')", None),
]


def oracle(n):
    """Add one square after the other."""
    if not isinstance(n, int) or n < 1:
        return None
    return sum(i * i for i in range(1, n + 1))


# n = 0, True and 5.0 are left out: the course does not say what they give.

def inputs_small(rng):
    """n from 2 to 12"""
    for n in (2, 4, 6, 7, 8, 9, 10, 11, 12):
        yield (n,)


def inputs_large(rng):
    """n up to 500"""
    # A recursion of 1000 levels would fail, and recursion is allowed.
    for n in (*sorted(rng.integers(13, 500, 9).tolist()), 500):
        yield (n,)


def inputs_negative(rng):
    """n below 0: there is no such sum"""
    for n in (-1, -2, -5, *(-rng.integers(6, 400, 5)).tolist()):
        yield (n,)


def inputs_of_other_types(rng):
    """n is no number at all"""
    for n in (None, "3", "", "two", [], [4], [1, 2], "6.0"):
        yield (n,)


def inputs_with_decimals(rng):
    """n with decimals is not a whole number"""
    for n in (1.5, 2.5, 4.5, *(rng.integers(5, 60, 5) + 0.25).tolist()):
        yield (n,)


def accept_cuts_the_decimals(n):
    """You add the squares up to 4 when n is 4.5. The lesson asks for None
    where n is not a whole number; it costs nothing here.
    """
    return oracle(int(n)) if isinstance(n, float) else oracle(n)


def mistake_true_division(n):
    """The sum of whole numbers is a whole number, but `/` gives a float. The
    product in the formula can always be divided by 6: use `//`.
    """
    total = oracle(n)
    return None if total is None else float(total)


def mistake_type_test_comes_late(n):
    """A text cannot be compared with 1. Test the type of n first, in front
    of `n < 1`.
    """
    if n < 1 or not isinstance(n, int):
        return None
    return oracle(n)


def mistake_true_division_no_type_test(n):
    """`/` gives a float, but the sum is a whole number: use `//`. And test
    the type of n before you compute with it.
    """
    return None if n < 1 else n * (n + 1) * (2 * n + 1) / 6


def mistake_true_division_no_test(n):
    """`/` gives a float, but the sum is a whole number: use `//`. And give
    None where n is below 1 or is no int.
    """
    return n * (n + 1) * (2 * n + 1) / 6


def mistake_range_no_type_test(n):
    """A text cannot be compared with 1, and `range` takes no 4.5. Test the
    type of n first, in front of `n < 1`.
    """
    return None if n < 1 else sum(i * i for i in range(1, n + 1))


def mistake_range_no_test(n):
    """You never test n. The answer is None if n is not an int, or if it is
    below 1: look at the type first.
    """
    return sum(i * i for i in range(1, n + 1))


def mistake_formula_for_decimals(n):
    """The formula holds for whole numbers only. For n = 4.5 there is no such
    sum: test that n is an int.
    """
    if not isinstance(n, (int, float)) or n < 1:
        return None
    return n * (n + 1) * (2 * n + 1) // 6


def mistake_no_type_test(n):
    """You never test the type of n. For a text, a list or 4.5 the answer is
    None: look at the type before you compare or compute.
    """
    return None if n < 1 else n * (n + 1) * (2 * n + 1) // 6


def mistake_refuses_only_zero(n):
    """What is the sum up to a negative number supposed to be? Refuse every n
    below 1, not only 0.
    """
    if not isinstance(n, int) or n == 0:
        return None
    return n * (n + 1) * (2 * n + 1) // 6


def mistake_formula_no_test(n):
    """You never test n, and the formula has a value for -4 and 4.5 too. Give
    None if n is not an int or is below 1.
    """
    return n * (n + 1) * (2 * n + 1) // 6


def mistake_invalid_is_zero(n):
    """If n is not valid, the answer is None. You give 0, which looks like
    the value of a sum.
    """
    return oracle(n) or 0


def mistake_adds_no_squares(n):
    """You add the numbers themselves. Square each of them before you add:
    1*1 + 2*2 + 3*3 and so on.
    """
    total = oracle(n)
    return total and n * (n + 1) // 2


def mistake_squares_the_sum(n):
    """You add first and square the total. Square each number, then add the
    squares.
    """
    total = oracle(n)
    return total and (n * (n + 1) // 2) ** 2


def mistake_doubles(n):
    """You add twice each number. The square of 5 is 5 times 5, in Python
    `5 ** 2`, and not 5 times 2.
    """
    total = oracle(n)
    return total and n * (n + 1)


def mistake_leaves_the_last_out(n):
    """Your sum stops at n - 1: `range(n)` and `range(1, n)` leave n out. But
    the sum takes n too.
    """
    total = oracle(n)
    return total and total - n * n


def mistake_leaves_the_last_out_no_type_test(n):
    """`range(1, n)` stops at n - 1, but the sum takes n too. And test the
    type of n first, in front of `n < 1`.
    """
    return None if n < 1 else sum(i * i for i in range(1, n))


def mistake_leaves_the_last_out_no_test(n):
    """`range(1, n)` stops at n - 1, but the sum takes n too. And give
    None where n is below 1 or is no int.
    """
    return sum(i * i for i in range(1, n))


def mistake_last_square_only(n):
    """You give the square of n alone. The sum also holds the squares of all
    numbers before it.
    """
    total = oracle(n)
    return total and n * n


def mistake_never_divides(n):
    """Your formula lacks its last step: the product of the three factors is
    6 times the sum.
    """
    total = oracle(n)
    return total and 6 * total


def mistake_recursion_has_no_first_step(n):
    """Your function calls itself down to 0, and there it gives None, which
    cannot be added. Stop at n = 1, whose sum you know.
    """
    if not isinstance(n, int) or n < 1:
        return None
    return n * n + mistake_recursion_has_no_first_step(n - 1)


EQUIVALENT_MUTANTS = {
    "if not isinstance(n, int) or n < 1: => if not isinstance(n, int) or n "
    "< 0:":
        "The sum up to 0 may be None or 0.",
}
