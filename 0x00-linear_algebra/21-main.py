#!/usr/bin/env python3
"""Show adjugate at work."""
adjugate = __import__("21-adjugate").adjugate

print(adjugate([[9]]))  # [[1]]
print(adjugate([[3, 1], [4, 2]]))  # [[2, -1], [-4, 3]]
print(adjugate([[2, 0, 1], [1, 3, 0], [0, 4, 5]]))
# [[15, 4, -3], [-5, 10, 1], [4, -8, 6]]
