#!/usr/bin/env python3
"""A right way."""


def poly_integral(poly, C=0):
    """Compare numbers with `is`, as old programs do."""
    if not isinstance(poly, list) or len(poly) is 0:
        return None
    if not isinstance(C, int):
        return None
    result = [C]
    for k in range(len(poly)):
        if poly[k] % (k + 1) is 0:
            result.append(int(poly[k] / (k + 1)))
        else:
            result.append(poly[k] / (k + 1))
    while len(result) > 1 and result[-1] == 0:
        result.pop()
    return result
