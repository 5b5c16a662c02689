#!/usr/bin/env python3
"""A right way."""


def poly_integral(poly, C=0):
    """Trim the zeros at the end of the result."""
    if type(poly) is not list or poly == [] or type(C) is not int:
        return None
    result = [C]
    for k in range(len(poly)):
        value = poly[k] / (k + 1)
        result.append(int(value) if value % 1 == 0 else value)
    while result[-1] == 0 and len(result) > 1:
        del result[-1]
    return result
