#!/usr/bin/env python3
"""A right way."""


def poly_derivative(poly):
    """Write the zero derivative as [0], keep other zeros."""
    if not isinstance(poly, list) or not poly:
        return None
    if not any(poly[1:]):
        return [0]
    return list(map(lambda k: k * poly[k], range(1, len(poly))))
