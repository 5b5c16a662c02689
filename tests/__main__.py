"""Run the project's own tests: `python3 tests [options of pytest]`.

Makes the environment with the development libraries first. Without options two
processes share the tests. Paths in the options count from the checkout:
`python3 tests tests/test_style.py -k tabs`.
Python 2.7 and 3.6 must be able to read this file.
"""

import os
import sys

if sys.version_info < (3, 11):
    sys.stderr.write(
        "The tests need Python 3.11 or newer, and this is Python %d.%d: "
        "install a newer one (https://www.python.org/downloads) and start "
        "them with that one, for instance `python3.13 tests`.\n"
        % sys.version_info[:2]
    )
    sys.exit(2)

folder = os.path.dirname(os.path.abspath(__file__))
root = os.path.dirname(folder)
# Not this folder: a test file must never hide a library.
sys.path[0] = root

try:
    from grader import bootstrap

    if not __package__:
        bootstrap.start(folder, ["dev"])
    import pytest

    os.chdir(root)
    # All tests: two processes, and each file in one of them, since what its
    # tests share is made once.
    words = sys.argv[1:] or ["-n", "2", "--dist", "loadfile"]
    sys.exit(pytest.main(words))
except ModuleNotFoundError as error:
    sys.exit(bootstrap.missing_library(error))
except KeyboardInterrupt:
    sys.exit(130)
