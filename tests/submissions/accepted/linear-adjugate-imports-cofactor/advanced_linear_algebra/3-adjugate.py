#!/usr/bin/env python3
"""Adjugate."""
cofactor = __import__("2-cofactor").cofactor


def adjugate(matrix):
    """Flip the cofactor matrix of the task before."""
    cofactors = cofactor(matrix)
    size = range(len(cofactors))
    return [[cofactors[j][i] for j in size] for i in size]
