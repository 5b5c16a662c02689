"""What student code may import: libraries, its siblings, nothing banned.

Siblings are the other Python files of the task's own folder. They come as
bytes from the parent and stand behind the libraries, so that a `numpy.py` or
`random.py` in a student's folder never replaces the real one.

The ban is a rule of the course, checked here because reading the text can be
evaded. It is not the wall that keeps student code in: that is `confine`.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping, Sequence
from importlib.machinery import ModuleSpec, PathFinder
from types import ModuleType
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:               # it would load what reads archives
    from importlib.abc import Loader

Repair = Callable[[ModuleType], None]
Loaded = Mapping[str, Sequence[str]]


class SiblingFinder:
    """Imports the other files of the task's folder from their bytes."""

    def __init__(self, siblings: dict[str, bytes]) -> None:
        self._siblings = siblings

    def find_spec(self, fullname: str, path: Sequence[str] | None = None,
                  target: ModuleType | None = None) -> ModuleSpec | None:
        """A spec when the name is a sibling."""
        if fullname not in self._siblings:
            return None
        return ModuleSpec(fullname, cast("Loader", self),
                          origin=fullname + ".py")

    def create_module(self, spec: ModuleSpec) -> ModuleType | None:
        """As Python does."""

    def exec_module(self, module: ModuleType) -> None:
        """Run the sibling's bytes in its module."""
        name = module.__name__
        module.__file__ = name + ".py"
        code = compile(self._siblings[name], name + ".py", "exec",
                       dont_inherit=True)
        exec(code, vars(module))    # student code, inside the walls


class RepairLoader:
    """Loads a library as its own loader does, then repairs it."""

    def __init__(self, loader: Loader, repair: Repair) -> None:
        self._loader = loader
        self._repair = repair

    def create_module(self, spec: ModuleSpec) -> ModuleType | None:
        """The library's own way."""
        return self._loader.create_module(spec)

    def exec_module(self, module: ModuleType) -> None:
        """The library's own way, and the repair."""
        self._loader.exec_module(module)
        self._repair(module)


class RepairFinder:
    """Repairs libraries at the moment when student code imports them."""

    def __init__(self, repairs: dict[str, Repair]) -> None:
        self._repairs = repairs

    def find_spec(self, fullname: str, path: Sequence[str] | None = None,
                  target: ModuleType | None = None) -> ModuleSpec | None:
        """The library's own spec with a loader that repairs."""
        repair = self._repairs.get(fullname)
        spec = PathFinder.find_spec(fullname, path) if repair else None
        if repair is None or spec is None or spec.loader is None:
            return None
        spec.loader = cast("Loader", RepairLoader(spec.loader, repair))
        return spec


class BanFinder:
    """Refuses the modules that would do the task for the student."""

    def __init__(self, banned: tuple[str, ...]) -> None:
        self._banned = banned

    def find_spec(self, fullname: str, path: Sequence[str] | None = None,
                  target: ModuleType | None = None) -> ModuleSpec | None:
        """Raise ImportError for a banned module; else look no further."""
        if fullname.partition(".")[0] in self._banned:
            raise ImportError(f"{fullname} may not be used in this task")
        return None


def loaded_modules() -> Loaded:
    """What is loaded now: first part of a name -> names.

    Made before the fork, because to look at a name costs a child a page.
    """
    loaded: dict[str, list[str]] = {}
    for name in sys.modules:
        loaded.setdefault(name.partition(".")[0], []).append(name)
    return loaded


def set_up_imports(siblings: dict[str, bytes], banned: tuple[str, ...],
                   loaded: Loaded) -> None:
    """Install both finders; forget banned modules that are loaded."""
    if siblings:
        sys.meta_path.append(SiblingFinder(siblings))
    if not banned:
        return
    sys.meta_path.insert(0, BanFinder(banned))
    for first in banned:
        for name in loaded.get(first, ()):
            sys.modules.pop(name, None)
