#!/usr/bin/env python3
"""Show Binomial at work; each result stands beside its call."""

Binomial = __import__("3-binomial").Binomial

shots = Binomial([3, 5, 4, 4])
print(shots.n, shots.p)  # 5 0.8
print(round(shots.pmf(4), 4))  # 0.4096
print(shots.pmf(6))  # 0
print(round(shots.cdf(4), 4))  # 0.6723
print(round(Binomial(n=50, p=0.6).pmf(30), 4))  # 0.1146
