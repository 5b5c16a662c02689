#!/usr/bin/env python3
"""Integral of a polynomial given by its coefficients."""


def poly_integral(poly, C=0):
    """Integrate a polynomial, term by term.

    poly: list of numbers, not empty; poly[k] is the coefficient of x^k.
        It stays as it is
    C: int, the constant of integration
    Returns: new list of the integral's coefficients, C first; whole
        values are int, others float, and no zeros stand at the end
        after C. None if poly is not a list or is empty, or if C is not
        an int
    Source: lesson 0x02, section "Area"
    """
    if not isinstance(poly, list) or not poly or not isinstance(C, int):
        return None
    integral = [C]
    for exponent, coefficient in enumerate(poly):
        value = coefficient / (exponent + 1)
        if value.is_integer():
            value = int(value)
        integral.append(value)
    # C is the first entry and stays, even if it is 0.
    while len(integral) > 1 and integral[-1] == 0:
        integral.pop()
    return integral
