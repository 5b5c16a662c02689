#!/usr/bin/env python3
"""Show pool at work; each result stands below its call."""
import numpy as np

pool = __import__("6-pool").pool

image = np.array([[2, 7, 1, 0], [3, 4, 0, 1]]).reshape(1, 2, 4, 1)
print(pool(image, (2, 2), (2, 2))[..., 0])
# [[[7. 1.]]]
print(pool(image, (2, 2), (2, 2), mode='avg')[..., 0])
# [[[4.  0.5]]]
print(pool(np.ones((50, 33, 32, 3)), (2, 2), (2, 2)).shape)
# (50, 16, 16, 3)
