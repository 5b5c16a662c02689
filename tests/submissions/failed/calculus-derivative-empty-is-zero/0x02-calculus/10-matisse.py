#!/usr/bin/env python3
"""A wrong way."""


def poly_derivative(poly):
    if type(poly) is not list:
        return None
    if not any(poly[1:]):
        return [0]
    return [c * i for i, c in enumerate(poly)][1:]
