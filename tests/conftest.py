"""Fixtures that many test files share."""

import pytest
from as_found import numpy_as_found
from graded import classroom as classroom
from graded import sandbox as sandbox


@pytest.fixture(scope="session", autouse=True)
def no_earlier_results():
    """No test may find a result that an earlier run has left."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("GRADER_NO_CACHE", "1")
        yield


@pytest.fixture(autouse=True)
def same_numpy_for_every_test():
    """Programs that a test calls may change how numpy prints and warns."""
    with numpy_as_found():
        yield
