#!/usr/bin/env python3
"""Show MultiNormal at work; the results stand beside or below."""
import numpy as np

MultiNormal = __import__("6-multinormal").MultiNormal

square = MultiNormal(np.array([[-1, 1, -1, 1], [-2, -2, 2, 2]]))
print(square.mean.tolist())  # [[0.0], [0.0]]
print(np.round(square.cov, 4))
# [[1.3333 0.    ]
#  [0.     5.3333]]
print(round(square.pdf(np.array([[0], [0]])), 4))  # 0.0597
print(round(square.pdf(np.array([[1], [2]])), 4))  # 0.0282
