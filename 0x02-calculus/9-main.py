#!/usr/bin/env python3
"""Show summation_i_squared at work; each result stands beside its call."""

summation_i_squared = __import__("9-sum_total").summation_i_squared

print(summation_i_squared(1))  # 1
print(summation_i_squared(4))  # 30
print(summation_i_squared(300))  # 9045050
print(summation_i_squared(-2))  # None
print(summation_i_squared("4"))  # None
