#!/usr/bin/env python3
"""A wrong way."""


def poly_derivative(poly):
    if not isinstance(poly, list) or len(poly) < 2:
        return None
    return [i * poly[i] for i in range(1, len(poly))]
