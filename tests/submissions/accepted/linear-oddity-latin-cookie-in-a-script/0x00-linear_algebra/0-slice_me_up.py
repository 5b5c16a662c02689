#!/usr/bin/env python3
# -*- coding: latin-1 -*-
arr = [9, 8, 2, 3, 9, 4, 1, 0, 3]  # für neun Zahlen
arr1, arr2 = arr[:2], arr[-5:]
arr3 = arr[1:6]
print("The first two numbers of the array are: {}".format(arr1))
print("The last five numbers of the array are: {}".format(arr2))
print("The 2nd through 6th numbers of the array are: {}".format(arr3))
