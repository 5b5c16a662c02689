#!/usr/bin/env python3
"""Show cat_matrices at work."""
cat_matrices = __import__("102-squashed_like_sardines").cat_matrices

box = [[[1, 2]], [[3, 4]]]
print(cat_matrices([[1, 2]], [[3, 4], [5, 6]]))  # [[1, 2], [3, 4], [5, 6]]
print(cat_matrices(box, [[[7]], [[8]]], axis=2))  # [[[1, 2, 7]], [[3, 4, 8]]]
print(cat_matrices(box, [[[7]], [[8]]]))  # None
print(cat_matrices([1, 2], [3], axis=1))  # None

joined = cat_matrices(box, [[[9, 9]]])
box[0][0].append(100)
print(joined)  # [[[1, 2]], [[3, 4]], [[9, 9]]]
