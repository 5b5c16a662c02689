#!/usr/bin/env python3
"""A wrong way."""


def poly_derivative(poly):
    if not isinstance(poly, list) or len(poly) == 0:
        return None
    for i in range(len(poly)):
        poly[i] = poly[i] * i
    if len(poly) == 1:
        return [0]
    return poly[1:]
