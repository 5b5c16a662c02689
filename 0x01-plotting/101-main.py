#!/usr/bin/env python3
"""Show pca at work, with the pca.npz beside this file: title and figure."""

import os

import matplotlib.pyplot as plt

pca = __import__("101-pca").pca

os.chdir(os.path.dirname(os.path.abspath(__file__)))
pca()
print(plt.gca().get_title())  # PCA of Iris Dataset
plt.show()
