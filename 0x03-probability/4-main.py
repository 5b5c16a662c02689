#!/usr/bin/env python3
"""Show mean_cov at work; the results stand below the call."""
import numpy as np

mean_cov = __import__("4-mean_cov").mean_cov

mean, cov = mean_cov(np.array([[1, 2], [2, 4], [3, 9]]))
print(mean)  # [[2. 5.]]
print(cov)
# [[ 1.   3.5]
#  [ 3.5 13. ]]
