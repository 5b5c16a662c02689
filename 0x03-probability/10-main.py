#!/usr/bin/env python3
"""Show posterior at work; each result stands beside its call."""
import numpy as np

posterior = __import__("10-posterior").posterior

P = np.array([0.2, 0.5, 0.8])
Pr = np.array([0.5, 0.3, 0.2])
print(np.round(posterior(2, 3, P, Pr), 4))  # [0.2023 0.4741 0.3236]
print(np.round(posterior(0, 3, P, Pr), 4))  # [0.8675 0.1271 0.0054]
