#!/usr/bin/env python3
"""Show Exponential at work; each result stands beside its call."""

Exponential = __import__("1-exponential").Exponential

waits = Exponential([0.5, 0.25, 0.75])
print(waits.lambtha)  # 2.0
print(waits.pdf(0))  # 2.0
print(round(waits.pdf(1), 4))  # 0.2707
print(round(waits.cdf(1), 4))  # 0.8647
print(waits.cdf(-1))  # 0
