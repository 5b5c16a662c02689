#!/usr/bin/env python3
"""Show likelihood at work; each result stands beside its call."""
import numpy as np

likelihood = __import__("7-likelihood").likelihood

P = np.array([0.2, 0.5, 0.8])
print(np.round(likelihood(2, 3, P), 4))  # [0.096 0.375 0.384]
print(likelihood(0, 4, np.array([0.0, 0.5, 1.0])))  # [1.     0.0625 0.    ]
