#!/usr/bin/env python3
"""Show Poisson at work; each result stands beside its call."""

Poisson = __import__("0-poisson").Poisson

goals = Poisson([1, 2, 6])
print(goals.lambtha)  # 3.0
print(round(goals.pmf(2), 4))  # 0.224
print(round(goals.pmf(2.9), 4))  # 0.224
print(goals.pmf(-1))  # 0
print(round(Poisson(lambtha=5).cdf(9), 4))  # 0.9682
