#!/usr/bin/env python3
"""A right way."""


def poly_integral(poly, C=0):
    """Refuse entries that are no numbers."""
    if not isinstance(poly, list) or not poly or type(C) is not int:
        return None
    for c in poly:
        if type(c) is not int and type(c) is not float:
            return None
    last = max([k for k in range(len(poly)) if poly[k]], default=-1)
    result = [poly[k] / (k + 1) for k in range(last + 1)]
    return [C] + [int(x) if x == int(x) else x for x in result]
