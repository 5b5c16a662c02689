#!/usr/bin/env python3
"""Show minor at work."""
minor = __import__("19-minor").minor

print(minor([[9]]))  # [[1]]
print(minor([[3, 1], [4, 2]]))  # [[2, 4], [1, 3]]
print(minor([[2, 0, 1], [1, 3, 0], [0, 4, 5]]))
# [[15, 5, 4], [-4, 10, 8], [-3, -1, 6]]
