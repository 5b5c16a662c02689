#!/usr/bin/env python3
"""Show marginal at work; each result stands beside its call."""
import numpy as np

marginal = __import__("9-marginal").marginal

P = np.array([0.2, 0.5, 0.8])
Pr = np.array([0.5, 0.3, 0.2])
print(round(float(marginal(2, 3, P, Pr)), 4))  # 0.2373
print(round(float(marginal(0, 3, P, Pr)), 4))  # 0.2951
