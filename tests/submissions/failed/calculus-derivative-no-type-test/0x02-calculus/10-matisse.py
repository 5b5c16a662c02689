#!/usr/bin/env python3
"""A wrong way."""


def poly_derivative(poly):
    result = []
    for i in range(1, len(poly)):
        result.append(poly[i] * i)
    return result or [0]
