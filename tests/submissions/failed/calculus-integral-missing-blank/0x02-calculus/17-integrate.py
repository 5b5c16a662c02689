#!/usr/bin/env python3
"""A wrong way."""


def poly_integral(poly, C=0):
    if not isinstance(poly, list) or not isinstance(C, int):
        return None
    if all(c == 0 for c in poly) andall(k > 0 for k in poly):
        return [C]
    return [C] + [c / (k + 1) for k, c in enumerate(poly)]
