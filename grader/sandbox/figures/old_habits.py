"""Habits of old course code that present matplotlib no longer bears.

The course ran matplotlib 3.0. A figure that was right there is right here,
so what was lost is put back; each use is noted and told to the student, and
costs nothing. Overlapping `subplot` calls, which once deleted the axes below,
need no help: axes without data are left out by the reader.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import Any

Note = Callable[[str], None]


def restore_matplotlib(note: Note) -> None:
    """Put back what the course's matplotlib allowed."""
    _allow_more_limits(note)
    _let_axes_add_themselves(note)
    _let_gca_take_words(note)
    _bring_back_get_cmap(note)


def _allow_more_limits(note: Note) -> None:
    """`plt.xlim(0, 10, 2)`: the third value never did what it seemed to."""
    from matplotlib.axes import Axes
    for letter in "xy":
        original = getattr(Axes, f"set_{letter}lim")

        def set_limits(self: Any, *limits: Any, _original: Any = original,
                       _name: str = f"{letter}lim", **words: Any) -> Any:
            if len(limits) > 2:
                note(f"`{_name}` takes two limits; the third value is an "
                     f"error in current matplotlib. Set ticks with "
                     f"`{_name[0]}ticks`.")
            return _original(self, *limits[:2], **words)
        setattr(Axes, f"set_{letter}lim", set_limits)


def _let_axes_add_themselves(note: Note) -> None:
    """`ax = Axes3D(fig)` alone put the axes into the figure."""
    package: Any = import_module("mpl_toolkits.mplot3d")
    axes3d: Any = import_module("mpl_toolkits.mplot3d.axes3d")
    original = axes3d.Axes3D

    class Axes3D(original):  # type: ignore[misc,valid-type]
        """Axes that add themselves, as they once did."""

        def __init__(self, fig: Any, *args: Any, **words: Any) -> None:
            wanted = words.pop("auto_add_to_figure", True)
            super().__init__(fig, *args, **words)
            if wanted:
                note("`Axes3D(fig)` adds itself to no figure any more; "
                     "write `fig.add_subplot(projection='3d')`.")
                fig.add_axes(self)
    setattr(package, "Axes3D", Axes3D)
    setattr(axes3d, "Axes3D", Axes3D)


def _let_gca_take_words(note: Note) -> None:
    """`plt.gca(projection="3d")` made new axes."""
    from matplotlib import pyplot
    from matplotlib.figure import FigureBase
    original = FigureBase.gca

    def gca(self: Any, **words: Any) -> Any:
        if words:
            note("`gca` takes no words any more; write "
                 "`fig.add_subplot(projection='3d')`.")
            return self.add_subplot(**words)
        return original(self)
    setattr(FigureBase, "gca", gca)
    setattr(pyplot, "gca", lambda **words: pyplot.gcf().gca(**words))


def _bring_back_get_cmap(note: Note) -> None:
    """`matplotlib.cm.get_cmap` moved to `pyplot`."""
    from matplotlib import cm, pyplot

    def get_cmap(name: Any = None, lut: Any = None) -> Any:
        note("`cm.get_cmap` is gone in current matplotlib; write "
             "`plt.get_cmap`.")
        return pyplot.get_cmap(name, lut)
    if not hasattr(cm, "get_cmap"):
        setattr(cm, "get_cmap", get_cmap)
