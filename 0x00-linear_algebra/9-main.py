#!/usr/bin/env python3
"""Run the script 9-let_the_butcher_slice_it; its lines stand below."""
__import__("9-let_the_butcher_slice_it")
# The middle two rows of the matrix are:
# [[ 7  8  9 10 11 12]
#  [13 14 15 16 17 18]]
# The middle two columns of the matrix are:
# [[ 3  4]
#  [ 9 10]
#  [15 16]
#  [21 22]]
# The bottom-right, square, 3x3 matrix is:
# [[10 11 12]
#  [16 17 18]
#  [22 23 24]]
