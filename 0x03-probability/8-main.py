#!/usr/bin/env python3
"""Show intersection at work; each result stands beside its call."""
import numpy as np

intersection = __import__("8-intersection").intersection

P = np.array([0.2, 0.5, 0.8])
Pr = np.array([0.5, 0.3, 0.2])
print(np.round(intersection(2, 3, P, Pr), 4))  # [0.048  0.1125 0.0768]
print(np.round(intersection(0, 3, P, Pr), 4))  # [0.256  0.0375 0.0016]
