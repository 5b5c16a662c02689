#!/usr/bin/env python3
"""Show posterior at work; each result stands beside its call."""

posterior = __import__("100-continuous").posterior

print(round(float(posterior(26, 130, 0.17, 0.23)), 4))  # 0.6098
print(round(float(posterior(1, 2, 0.4, 0.6)), 4))  # 0.296
print(round(float(posterior(1, 1, 0.0, 0.5)), 4))  # 0.25
