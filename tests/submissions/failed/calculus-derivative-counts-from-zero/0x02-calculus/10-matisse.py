#!/usr/bin/env python3
"""A wrong way."""


def poly_derivative(poly):
    if not isinstance(poly, list) or len(poly) == 0:
        return None
    return [i * c for i, c in enumerate(poly[1:])] or [0]
