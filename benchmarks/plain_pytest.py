"""The peer: plain pytest in one process, with the same files and calls.

The data file is named by the variable CASES; see `floors.py data`.
"""

import importlib.util
import os
import pickle
import subprocess
import sys

import numpy as np
import pytest

with open(os.environ["CASES"], "rb") as file:
    TASKS = pickle.load(file)
CALLS = [(path, entry, *case) for path, entry, kind, cases in TASKS
         if kind == "function" for case in cases]
SCRIPTS = [path for path, _, kind, _ in TASKS if kind == "script"]


def load(path):
    """Import one task file."""
    spec = importlib.util.spec_from_file_location("task", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


MODULES = {path: load(path) for path in {call[0] for call in CALLS}}


@pytest.mark.parametrize("path, entry, args, kwargs, expected", CALLS)
def test_call(path, entry, args, kwargs, expected):
    """One call, judged by pytest's own means."""
    function = getattr(MODULES[path], entry)
    if expected.state == "exception":
        with pytest.raises(Exception, match=expected.text):
            function(*args, **kwargs)
        return
    got = function(*args, **kwargs)
    if isinstance(expected.value, (np.ndarray, tuple)):
        for one, two in zip(expected.value, got):
            np.testing.assert_allclose(one, two)
    elif isinstance(expected.value, float):
        assert got == pytest.approx(expected.value)
    elif expected.value and isinstance(expected.value, list):
        assert len(got) == len(expected.value)
    else:
        assert got == expected.value


@pytest.mark.parametrize("path", SCRIPTS)
def test_script(path):
    """A script needs a process of its own."""
    done = subprocess.run([sys.executable, path], capture_output=True,
                          check=True)
    assert done.stdout
