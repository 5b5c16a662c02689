#!/usr/bin/env python3
"""Run the script 0-slice_me_up; its lines stand below."""

__import__("0-slice_me_up")
# The first two numbers of the array are: [9, 8]
# The last five numbers of the array are: [9, 4, 1, 0, 3]
# The 2nd through 6th numbers of the array are: [8, 2, 3, 9, 4]
