#!/usr/bin/env python3
"""A right way."""


def poly_integral(poly, C=0):
    """Remove one zero at the end."""
    if not isinstance(poly, list) or not poly or not isinstance(C, int):
        return None
    terms = [c / (k + 1) for k, c in enumerate(poly)]
    result = [C] + [int(t) if t.is_integer() else t for t in terms]
    if result[-1] == 0:
        result.pop()
    return result
