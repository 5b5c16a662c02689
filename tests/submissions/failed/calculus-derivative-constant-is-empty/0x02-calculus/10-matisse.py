#!/usr/bin/env python3
"""A wrong way."""


def poly_derivative(poly):
    if type(poly) is not list or not poly:
        return None
    return [c * (i + 1) for i, c in enumerate(poly[1:])]
