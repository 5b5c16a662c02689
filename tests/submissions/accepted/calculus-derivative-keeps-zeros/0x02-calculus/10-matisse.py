#!/usr/bin/env python3
"""A right way."""


def poly_derivative(poly):
    """Keep zeros at the end, also for [5, 0, 0]."""
    if type(poly) is not list or len(poly) == 0:
        return None
    if len(poly) == 1:
        return [0]
    return [k * poly[k] for k in range(1, len(poly))]
