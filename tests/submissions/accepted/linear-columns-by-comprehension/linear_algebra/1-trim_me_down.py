#!/usr/bin/env python3
matrix = [[1, 3, 9, 4, 5, 8], [2, 4, 7, 3, 4, 0], [0, 3, 4, 6, 1, 5]]
the_middle = []
# the third and the fourth number of each row
the_middle = [row[2:4] for row in matrix]
print("The middle columns of the matrix are: {}".format(the_middle))
