"""What a called program does to numpy stays within its test."""

import numpy as np
import pytest
from as_found import numpy_as_found


def settings():
    return np.get_printoptions(), np.geterr()


@pytest.mark.parametrize("change", [
    lambda: np.set_printoptions(precision=1),
    lambda: np.seterr(all="raise"),
])
def test_settings_of_numpy_are_put_back(change):
    before = settings()
    with numpy_as_found():
        change()
        assert settings() != before
    assert settings() == before


@pytest.mark.parametrize("again", range(2))
def test_every_test_begins_with_the_settings_of_numpy(again):
    assert np.get_printoptions()["precision"] == 8
    np.set_printoptions(precision=1)
