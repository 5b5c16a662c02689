#!/usr/bin/env python3
"""A right way."""


def poly_integral(poly, C=0):
    """Use C even if it has decimals."""
    if not isinstance(poly, list) or not poly:
        return None
    if not isinstance(C, (int, float)):
        return None
    result = [int(C) if C == int(C) else C]
    for k, c in enumerate(poly, 1):
        result.append(int(c / k) if c / k == int(c / k) else c / k)
    while len(result) > 1 and not result[-1]:
        result.pop()
    return result
