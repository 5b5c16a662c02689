"""Leave the process as a test has found it, whatever it calls."""

import contextlib

import numpy as np


@contextlib.contextmanager
def numpy_as_found():
    """Put back how numpy prints and what it warns of."""
    with np.printoptions(), np.errstate():
        yield
