#!/usr/bin/env python3
"""A right way."""


def poly_derivative(poly):
    """Work in place, but on a copy."""
    if not isinstance(poly, list) or not poly:
        return None
    mine = poly.copy()
    for k in range(len(mine)):
        mine[k] *= k
    mine.pop(0)
    return mine if mine else [0]
