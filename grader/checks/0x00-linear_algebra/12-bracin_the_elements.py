"""Add, subtract, multiply and divide arrays entry by entry."""

import numpy as np

KIND = "function"
ENTRY = "np_elementwise"
RULES = ["no imports", "no loops", "no conditions"]

EXAMPLES = [
    ("np_elementwise(np.array([11, -6, 4]), np.array([2, 3, 8]))",
     (np.array([13, -3, 12]), np.array([9, -9, -4]),
      np.array([22, -18, 32]), np.array([5.5, -2, 0.5]))),
    ("np_elementwise(np.array([[1, 2], [3, 4]]), 2)",
     (np.array([[3, 4], [5, 6]]), np.array([[-1, 0], [1, 2]]),
      np.array([[2, 4], [6, 8]]), np.array([[0.5, 1], [1.5, 2]]))),
    ("np_elementwise(np.array([[1, 2], [3, 4]]), np.array([[5, 4], [1, 8]]))",
     (np.array([[6, 6], [4, 12]]), np.array([[-4, -2], [2, -4]]),
      np.array([[5, 8], [3, 32]]), np.array([[0.2, 0.5], [3, 0.5]]))),
    ("np_elementwise(np.array([[3, 6], [9, 1]]), np.array([1, 2]))",
     (np.array([[4, 8], [10, 3]]), np.array([[2, 4], [8, -1]]),
      np.array([[3, 12], [9, 2]]), np.array([[3, 3], [9, 0.5]]))),
]


def oracle(mat1, mat2):
    """Let numpy do the four operations."""
    return (np.add(mat1, mat2), np.subtract(mat1, mat2),
            np.multiply(mat1, mat2), np.true_divide(mat1, mat2))


def _odd(rng, shape):
    return 2 * rng.integers(-9, 9, shape) + 1


def _even(rng, shape):
    # Odd by even never divides without a rest; 0 is left out.
    return 2 * rng.integers(1, 6, shape) * rng.choice([-1, 1], shape)


def inputs_of_equal_shape(rng):
    """two arrays of equal shape"""
    for shape in ((1,), (3,), (1, 1), (1, 2), (2, 1), (2, 2), (2, 3),
                  (3, 3), (2, 3, 2)):
        yield _odd(rng, shape), _even(rng, shape)


def inputs_with_a_number(rng):
    """an array and a number"""
    for shape in ((1,), (2,), (1, 2), (2, 1), (2, 2), (3, 2), (3, 4),
                  (2, 2, 2)):
        yield _odd(rng, shape), int(_even(rng, ()))


def inputs_stretched(rng):
    """a matrix, and one row or column that numpy stretches"""
    for first, second in (((2, 2), (2,)), ((2, 2), (1, 2)),
                          ((2, 2), (2, 1)), ((2, 3), (3,)),
                          ((3, 2), (3, 1)), ((4, 3), (1, 3)),
                          ((1, 3), (4, 1)), ((5, 2), (2,))):
        yield _odd(rng, first), _even(rng, second)


def inputs_decimals(rng):
    """two arrays with decimals"""
    for shape in ((1,), (2,), (1, 1), (1, 3), (2, 2), (3, 2), (4,),
                  (3, 5)):
        yield (np.round(rng.uniform(-9, 9, shape), 1),
               np.round(rng.uniform(0.6, 9, shape), 1))


def mistake_whole_quotient(mat1, mat2):
    """The quotient of 11 and 2 is 5.5: divide with `/`, not with `//`."""
    total, difference, product, _ = oracle(mat1, mat2)
    return total, difference, product, mat1 // mat2


def mistake_matrix_product(mat1, mat2):
    """`@` goes row by column. Here the product is taken entry by entry:
    use `*`.
    """
    total, difference, _, quotient = oracle(mat1, mat2)
    return total, difference, mat1 @ mat2, quotient


def mistake_gives_a_list(mat1, mat2):
    """The result must be a tuple. Square brackets make a list: write the
    four results in round brackets.
    """
    return list(oracle(mat1, mat2))


def mistake_subtracts_the_first(mat1, mat2):
    """The difference is the first one minus the second one; you have it the
    other way round.
    """
    total, difference, product, quotient = oracle(mat1, mat2)
    return total, -difference, product, quotient


def mistake_one_array(mat1, mat2):
    """You put the four results into one array. Give a tuple of four
    arrays.
    """
    return np.array(oracle(mat1, mat2))
