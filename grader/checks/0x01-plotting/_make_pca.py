"""Makes `pca.npz`, the data of the last plotting task.

    cd grader/checks/0x01-plotting && python3 _make_pca.py

150 flowers of three kinds, four lengths in centimetres each, all of them
invented: kinds around three centres, and a size that all parts of a flower
share. Nobody measured them, so nobody has to be asked for them. Nearly all
of their variance lies along the first axis, as with real flowers.
"""

import numpy as np

CENTRES = ((5.0, 3.4, 1.5, 0.3), (5.9, 2.8, 4.3, 1.3), (6.6, 3.0, 5.6, 2.0))
GROWTH = (0.42, 0.24, 0.22, 0.08)       # how each part follows the size
SPREAD = (0.20, 0.22, 0.14, 0.12)
SEED = 101


def flowers():
    """Arrays `data` (150, 4) and `labels` (150,)."""
    rng = np.random.default_rng(SEED)
    kinds = []
    for centre in CENTRES:
        size = rng.normal(0, 1, (50, 1))
        noise = rng.normal(0, 1, (50, 4)) * SPREAD
        kinds.append(centre + size * GROWTH + noise)
    data = np.round(np.vstack(kinds), 1).clip(0.1).astype(np.float32)
    return data, np.repeat(np.arange(3), 50).astype(np.int64)


if __name__ == "__main__":
    data, labels = flowers()
    np.savez("pca.npz", data=data, labels=labels)
