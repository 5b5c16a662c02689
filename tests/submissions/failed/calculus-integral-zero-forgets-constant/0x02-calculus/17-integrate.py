#!/usr/bin/env python3
"""A wrong way."""


def poly_integral(poly, C=0):
    if type(poly) is not list or len(poly) == 0 or type(C) is not int:
        return None
    if not any(poly):
        return [0]
    result = [C]
    for i in range(len(poly)):
        value = poly[i] / (i + 1)
        result.append(int(value) if value == int(value) else value)
    while len(result) > 1 and result[-1] == 0:
        result.pop()
    return result
