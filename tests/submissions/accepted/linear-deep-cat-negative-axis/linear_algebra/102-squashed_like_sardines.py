#!/usr/bin/env python3
"""Two matrices of any depth in one."""


def cat_matrices(mat1, mat2, axis=0):
    """Count a negative axis from the end, as numpy does."""
    def shape(matrix):
        if not isinstance(matrix, list):
            return ()
        return (len(matrix), *shape(matrix[0]))

    def copied(part):
        return [copied(x) for x in part] if isinstance(part, list) else part

    def joined(one, two, level):
        if level == 0:
            return copied(one) + copied(two)
        return [joined(a, b, level - 1) for a, b in zip(one, two)]

    depth = len(shape(mat1))
    if depth != len(shape(mat2)) or not -depth <= axis < depth:
        return None
    axis %= depth
    pairs = zip(shape(mat1), shape(mat2))
    if any(a != b for i, (a, b) in enumerate(pairs) if i != axis):
        return None
    return joined(mat1, mat2, axis)
