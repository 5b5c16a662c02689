#!/usr/bin/env python3
"""A wrong way."""


def poly_derivative(poly):
    if not isinstance(poly, list) or len(poly) == 0:
        return None
    result = [i * poly[i] for i in range(1, len(poly))]
    if len(result) <= 1:
        return [0]
    return result
