#!/usr/bin/env python3
"""A right way."""


def poly_derivative(poly):
    """Remove zeros at the end."""
    if not isinstance(poly, list) or not poly:
        return None
    result = [k * c for k, c in enumerate(poly)][1:]
    while result and result[-1] == 0:
        result.pop()
    return result or [0]
