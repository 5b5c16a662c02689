#!/usr/bin/env python3
"""A right way."""


def poly_integral(poly, C=0):
    """Keep zeros at the end, except for [0]."""
    if type(poly) is not list or len(poly) == 0 or type(C) is not int:
        return None
    if poly == [0]:
        return [C]
    result = [C]
    for k, c in enumerate(poly):
        if c % (k + 1) == 0:
            result.append(c // (k + 1))
        else:
            result.append(c / (k + 1))
    return result
