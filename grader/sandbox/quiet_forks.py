"""Loads two modules of the library that want to be called after each fork.

They want to be ready for threads and for other chances. A child of ours has
one thread and wants the same chances, and such a call writes on 60 pages of
memory. What else asks (matplotlib, which forgets open fonts) is called.
"""

from __future__ import annotations

import os
import sys


def load_quietly() -> bool:
    """Load them before anybody else does; whether `random` keeps its state."""
    register = os.register_at_fork
    keeps_chance = "random" not in sys.modules      # else it has asked already
    setattr(os, "register_at_fork", lambda **calls: None)
    try:
        import random
        import threading  # noqa: F401 - see the module
        return keeps_chance and random is not None
    finally:
        setattr(os, "register_at_fork", register)
