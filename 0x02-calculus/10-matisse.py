#!/usr/bin/env python3
"""Derivative of a polynomial given by its coefficients."""


def poly_derivative(poly):
    """Differentiate a polynomial, term by term.

    poly: list of numbers, not empty; poly[k] is the coefficient of x^k.
        It stays as it is
    Returns: new list of the derivative's coefficients, [0] for the
        derivative of a constant; None if poly is not a list or is empty
    Source: lesson 0x02, section "Rules"
    """
    if not isinstance(poly, list) or not poly:
        return None
    derivative = []
    # A constant has no slope, so the terms begin with the exponent 1.
    for exponent in range(1, len(poly)):
        derivative.append(exponent * poly[exponent])
    if not any(derivative):
        return [0]
    return derivative
