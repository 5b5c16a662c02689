#!/usr/bin/env python3
"""A wrong way."""


def poly_derivative(poly):
    if not isinstance(poly, list) or len(poly) == 0:
        return None
    result = []
    for i in range(1, len(poly)):
        if poly[i] != 0:
            result.append(i * poly[i])
    return result or [0]
