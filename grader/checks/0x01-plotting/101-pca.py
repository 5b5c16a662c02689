"""Draw the first three components of flower data in three dimensions."""

import numpy as np

KIND = "figure"
ENTRY = "pca"
FILES = ["pca.npz"]
COMPARE = ["points", "point_colours", "space", "xlabel", "ylabel", "zlabel",
           "title"]


def _flowers(columns=3, centred=True):
    lib = np.load("pca.npz")
    data = lib["data"]
    norm_data = data - np.mean(data, axis=0) * centred
    _, _, Vh = np.linalg.svd(norm_data)
    return np.matmul(norm_data, Vh[:columns].T), lib["labels"]


def _space(plt):
    return plt.figure().add_subplot(projection="3d")


def _name(axes, names=("U1", "U2", "U3")):
    axes.set_xlabel(names[0])
    axes.set_ylabel(names[1])
    if hasattr(axes, "set_zlabel"):
        axes.set_zlabel(names[2])
    axes.set_title("PCA of Iris Dataset")


def oracle(plt):
    points, labels = _flowers()
    axes = _space(plt)
    axes.scatter(*points.T, c=labels, cmap="plasma")
    _name(axes)


def _alike(expected, got):
    """Rows of places and colours; each place may have either sign."""
    if expected.shape != got.shape or expected.shape[1] < 3:
        return False
    room = np.repeat([0.001, 0.02], 3)[:expected.shape[1]]
    for signs in np.ndindex(2, 2, 2):
        turned = got.copy()
        turned[:, :3] *= 1 - 2 * np.array(signs)
        near = (np.abs(expected[:, None] - turned) <= room).all(axis=2)
        if near.any(axis=0).all() and near.any(axis=1).all():
            return True
    return False


def same_points(expected, got):
    """The sign of a component is free."""
    return _alike(expected, got)


def same_point_colours(expected, got):
    """The colour travels with its point."""
    return _alike(np.hstack(expected), np.hstack(got))


def mistake_default_map(plt):
    """The colour map is another one: give `c=labels, cmap='plasma'`."""
    points, labels = _flowers()
    axes = _space(plt)
    axes.scatter(*points.T, c=labels)
    _name(axes)


def mistake_default_colours(plt):
    """One `scatter` with `c=labels, cmap='plasma'` colours all classes."""
    points, labels = _flowers()
    axes = _space(plt)
    for label in range(3):
        axes.scatter(*points[labels == label].T)
    _name(axes)


def mistake_one_colour(plt):
    """The colour tells the class: give `c=labels, cmap='plasma'`."""
    axes = _space(plt)
    axes.scatter(*_flowers()[0].T)
    _name(axes)


def mistake_colour_of_each_row(plt):
    """One call for all rows: `c=labels` needs all labels at once."""
    axes = _space(plt)
    for row in _flowers()[0]:
        axes.scatter(*row)
    _name(axes)


def mistake_other_file(plt):
    """Load `pca.npz` from the working directory."""
    np.load("data.npy")


def mistake_not_centred(plt):
    """Take the mean of each column away before `svd`."""
    points, labels = _flowers(centred=False)
    axes = _space(plt)
    axes.scatter(*points.T, c=labels, cmap="plasma")
    _name(axes)


def mistake_raw_data(plt):
    """Draw the three columns of `pca_data`, not those of `data`."""
    lib = np.load("pca.npz")
    axes = _space(plt)
    axes.scatter(*lib["data"].T[:3], c=lib["labels"], cmap="plasma")
    _name(axes)


def mistake_flat(plt):
    """Draw in three dimensions: `fig.add_subplot(projection='3d')`."""
    points, labels = _flowers()
    axes = plt.figure().add_subplot()
    axes.scatter(*points.T[:2], c=labels, cmap="plasma")
    _name(axes)


def mistake_other_names(plt):
    """The labels of the three axes must be U1, U2 and U3."""
    points, labels = _flowers()
    axes = _space(plt)
    axes.scatter(*points.T, c=labels, cmap="plasma")
    _name(axes, ("PC1", "PC2", "PC3"))


EQUIVALENT_MUTANTS = {
    "pca_data = np.matmul(norm_data, Vh[:3].T) => pca_data = "
    "np.dot(norm_data, Vh[:3].T)":
        "For two matrices dot and matmul are the same.",
    "pca_data = np.matmul(norm_data, Vh[:3].T) => pca_data = "
    "np.matmul(norm_data, Vh[:].T)":
        "Only the first three columns are drawn.",
    "pca_data = np.matmul(norm_data, Vh[:3].T) => pca_data = "
    "np.matmul(norm_data, Vh[:4].T)":
        "Only the first three columns are drawn.",
    "fig = plt.figure(figsize=(6.4, 4.8)) => *":
        "The size of the figure is free.",
    "data_means = np.mean(data, axis=0) => data_means = np.mean(data, "
    "axis=0, keepdims=True)":
        "Means of shape (1, 4) are taken away from each row just so.",
}
