#!/usr/bin/env python3
"""Show definiteness at work."""
import numpy as np

definiteness = __import__("23-definiteness").definiteness

print(definiteness(np.array([[2, -1], [-1, 2]])))  # Positive definite
print(definiteness(np.array([[3, 0], [0, 0]])))  # Positive semi-definite
print(definiteness(np.array([[0, 0], [0, -2]])))  # Negative semi-definite
print(definiteness(np.array([[-3, 1], [1, -2]])))  # Negative definite
print(definiteness(np.array([[1, 3], [3, 1]])))  # Indefinite
print(definiteness(np.array([[2, 1], [0, 2]])))  # None
print(definiteness(np.array([1, 2, 3])))  # None
