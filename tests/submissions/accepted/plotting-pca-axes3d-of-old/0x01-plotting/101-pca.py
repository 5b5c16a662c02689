#!/usr/bin/env python3
"""Points in three dimensions: flowers along their main components."""
import numpy as np
from mpl_toolkits.mplot3d import Axes3D
import matplotlib.pyplot as plt


def pca():
    """Draw the flowers of pca.npz along their first three components.

    The file must lie in the working directory: `data` (150, 4) holds four
    lengths of each flower, `labels` (150,) its kind: 0, 1 or 2.
    Returns: nothing; the figure stays open
    Source: lesson 0x01, section "Colour as third number"
    """
    lib = np.load("pca.npz")
    data = lib["data"]
    labels = lib["labels"]
    data_means = np.mean(data, axis=0)
    norm_data = data - data_means
    _, _, Vh = np.linalg.svd(norm_data)
    pca_data = np.matmul(norm_data, Vh[:3].T)

    fig = plt.figure(figsize=(6.4, 4.8))
    ax = Axes3D(fig)
    ax.scatter(pca_data[:, 0], pca_data[:, 1], pca_data[:, 2],
               c=labels, cmap="plasma")
    ax.set_xlabel("U1")
    ax.set_ylabel("U2")
    ax.set_zlabel("U3")
    ax.set_title("PCA of Iris Dataset")
