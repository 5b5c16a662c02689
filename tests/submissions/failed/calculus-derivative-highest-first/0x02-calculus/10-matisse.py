#!/usr/bin/env python3
"""A wrong way."""


def poly_derivative(poly):
    if not isinstance(poly, list) or len(poly) == 0:
        return None
    n = len(poly) - 1
    return [(n - i) * poly[i] for i in range(n)] or [0]
