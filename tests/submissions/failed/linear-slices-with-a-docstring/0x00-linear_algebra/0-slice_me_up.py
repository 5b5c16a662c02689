#!/usr/bin/env python3
"""Doc."""
arr = [9, 8, 2, 3, 9, 4, 1, 0, 3]
arr1 = arr[:2]
arr2 = arr[-5:]
arr3 = arr[1:6]
print(f"The first two numbers of the array are: {arr1}")
print(f"The last five numbers of the array are: {arr2}")
print(f"The 2nd through 6th numbers of the array are: {arr3}")
