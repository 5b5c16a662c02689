#!/usr/bin/env python3
"""Run the script 1-trim_me_down; its line stands below."""

__import__("1-trim_me_down")
# The middle columns of the matrix are: [[9, 4], [7, 3], [4, 6]]
