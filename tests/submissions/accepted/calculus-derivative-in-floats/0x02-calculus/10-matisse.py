#!/usr/bin/env python3
"""A right way."""


def poly_derivative(poly):
    """Give all coefficients as floats."""
    if not isinstance(poly, list) or not poly:
        return None
    return [float(k * c) for k, c in enumerate(poly)][1:] or [0.0]
