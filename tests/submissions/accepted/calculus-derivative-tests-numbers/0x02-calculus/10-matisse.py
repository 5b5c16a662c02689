#!/usr/bin/env python3
"""A right way."""


def poly_derivative(poly):
    """Refuse entries that are no numbers."""
    if type(poly) is not list or poly == []:
        return None
    result = []
    for k in range(len(poly)):
        if type(poly[k]) not in (int, float):
            return None
        if k > 0:
            result.append(poly[k] * k)
    return result or [0]
