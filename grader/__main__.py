"""Start the grader: `python3 grader` in a bare checkout, or `-m grader`.

The first form makes its own environment; the second uses the libraries of
the Python that runs it. Python 2.7 and 3.6 must be able to read this file:
they are told which Python to take.
"""

import os
import sys

if sys.version_info < (3, 11):
    sys.stderr.write(
        "The grader needs Python 3.11 or newer, and this is Python %d.%d: "
        "install a newer one (https://www.python.org/downloads) and start "
        "it with that one, for instance `python3.13 grader`.\n"
        % sys.version_info[:2]
    )
    sys.exit(2)

folder = os.path.dirname(os.path.abspath(__file__))
if not __package__:
    # Python put this folder itself on its path; what we need is its parent.
    sys.path[0] = os.path.dirname(folder)
    import grader  # noqa: F401
if not __package__ or not sys.flags.safe_path:
    # Found once, the package stays found. A `random.py` of a student in the
    # checkout or in the working folder must never hide the library's.
    del sys.path[0]
try:
    # An empty word or a dot in PYTHONPATH names the working folder again.
    here = os.getcwd()
    sys.path[:] = [entry for entry in sys.path
                   if os.path.abspath(entry) != here]
except OSError:
    pass                                # it is gone, and names nothing

try:
    from grader import bootstrap

    # Loads nothing slow: it may be the wrong interpreter yet, or make place
    # for a program that loads everything once (`twins`).
    from grader.cli import main, way

    if not __package__:
        bootstrap.start(folder, way=way)
    sys.exit(main())
except ModuleNotFoundError as error:
    sys.exit(bootstrap.missing_library(error))
except KeyboardInterrupt:
    sys.exit(130)
