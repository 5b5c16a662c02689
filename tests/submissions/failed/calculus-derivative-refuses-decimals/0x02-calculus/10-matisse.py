#!/usr/bin/env python3
"""A wrong way."""


def poly_derivative(poly):
    if type(poly) is not list or not poly:
        return None
    for c in poly:
        if not isinstance(c, int):
            return None
    return [c * i for i, c in enumerate(poly)][1:] or [0]
