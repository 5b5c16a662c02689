#!/usr/bin/env python3
"""Matrix product."""


def mat_mul(mat1, mat2):
	"""Rows by columns."""
	if len(mat1[0]) != len(mat2):
		return None
	result = []
	for row in mat1:
		result.append([])
		for j in range(len(mat2[0])):
			total = 0
			for k in range(len(mat2)):
				total += row[k] * mat2[k][j]
			result[-1].append(total)
	return result
