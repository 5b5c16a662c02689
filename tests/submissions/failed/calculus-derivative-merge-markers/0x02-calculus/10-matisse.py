#!/usr/bin/env python3
"""Two versions at once."""


def poly_derivative(poly):
    """Return the coefficients."""
<<<<<<< HEAD
    if not poly:
        return None
=======
    if type(poly) is not list:
        return None
>>>>>>> 4f1c2ab
    return poly
