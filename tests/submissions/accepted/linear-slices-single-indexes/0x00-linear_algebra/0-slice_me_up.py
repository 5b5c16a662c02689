#!/usr/bin/env python3
arr = [9, 8, 2, 3, 9, 4, 1, 0, 3]
arr1 = [arr[0], arr[1]]
arr2 = [arr[-5], arr[-4], arr[-3], arr[-2], arr[-1]]
arr3 = [arr[1], arr[2], arr[3], arr[4], arr[5]]
print("The first two numbers of the array are: " + str(arr1))
print("The last five numbers of the array are: " + str(arr2))
print("The 2nd through 6th numbers of the array are: " + str(arr3))
