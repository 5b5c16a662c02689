"""What student code may import: libraries, its siblings, nothing banned.

Siblings are the other Python files of the task's own folder. They come as
bytes from the parent and stand behind the libraries, so that a `numpy.py` or
`random.py` in a student's folder never replaces the real one.

The ban is a rule of the course, checked here because reading the text can be
evaded. It is not the wall that keeps student code in: that is `confine`.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from importlib.abc import Loader, MetaPathFinder
from importlib.machinery import ModuleSpec
from types import ModuleType


class SiblingFinder(MetaPathFinder, Loader):
    """Imports the other files of the task's folder from their bytes."""

    def __init__(self, siblings: dict[str, bytes]) -> None:
        self._siblings = siblings

    def find_spec(self, fullname: str, path: Sequence[str] | None = None,
                  target: ModuleType | None = None) -> ModuleSpec | None:
        """A spec when the name is a sibling."""
        if fullname not in self._siblings:
            return None
        return ModuleSpec(fullname, self, origin=fullname + ".py")

    def exec_module(self, module: ModuleType) -> None:
        """Run the sibling's bytes in its module."""
        name = module.__name__
        module.__file__ = name + ".py"
        code = compile(self._siblings[name], name + ".py", "exec",
                       dont_inherit=True)
        exec(code, vars(module))    # student code, inside the walls


class BanFinder(MetaPathFinder):
    """Refuses the modules that would do the task for the student."""

    def __init__(self, banned: tuple[str, ...]) -> None:
        self._banned = banned

    def find_spec(self, fullname: str, path: Sequence[str] | None = None,
                  target: ModuleType | None = None) -> ModuleSpec | None:
        """Raise ImportError for a banned module; else look no further."""
        if fullname.partition(".")[0] in self._banned:
            raise ImportError(f"{fullname} may not be used in this task")
        return None


def set_up_imports(siblings: dict[str, bytes],
                   banned: tuple[str, ...]) -> None:
    """Install both finders; forget banned modules that are loaded."""
    sys.meta_path.append(SiblingFinder(siblings))
    if not banned:
        return
    sys.meta_path.insert(0, BanFinder(banned))
    for name in list(sys.modules):
        if name.partition(".")[0] in banned:
            del sys.modules[name]
