#!/usr/bin/env python3
"""Show Normal at work; each result stands beside its call."""

Normal = __import__("2-normal").Normal

marks = Normal(mean=70, stddev=10)
print(marks.z_score(90))  # 2.0
print(marks.x_value(-0.5))  # 65.0
print(round(marks.pdf(90), 4))  # 0.0054
print(round(marks.cdf(90), 4))  # 0.9922
print(Normal([1, 3]).mean, Normal([1, 3]).stddev)  # 2.0 1.0
