"""Lets a program draw without a screen, and keeps every figure it shows.

    prepare()          in the process that preloads matplotlib, once
    Stage.draw(...)    in the child: run the program, give back its Drawing

`show` keeps all open figures and closes them, as a person would; so code
after it starts a new figure. `close` and `clf` keep what they take away.
`savefig` writes nothing. The drawing library stays the one without a screen,
whatever the program asks for.
"""

from __future__ import annotations

import os
import shutil
import tempfile
import types
from collections.abc import Callable
from typing import Any

from grader.sandbox.figures import records
from grader.sandbox.figures.old_habits import restore_matplotlib
from grader.sandbox.figures.reader import has_data, read_figure

MOST_FIGURES = 12
MOST_NAMES = 30
FOREIGN = ("matplotlib", "mpl_toolkits", "numpy", "pylab")


def _nothing(*args: Any, **words: Any) -> None:
    """Stands for calls that need a screen or a disk."""


class Stage:
    """The figures of one program. Made before the fork, used after it."""

    def __init__(self) -> None:
        self._kept: list[records.Figure] = []

    def draw(self, module: dict[str, Any], entry: str,
             run: Callable[[], None] | None) -> Any:
        """The Drawing of a loaded module, as plain data.

        run: runs the file once more as a script, where that can differ
        """
        functions = [name for name, value in module.items()
                     if isinstance(value, types.FunctionType)
                     and value.__module__ == module["__name__"]]
        draws = _drawer(module, entry)
        if draws is not None:
            self.forget()               # what was drawn while loading
            draws()
        elif run is not None:
            self.forget()
            run()
        self.keep_open()
        return records.to_plain(records.Drawing(
            tuple(self._kept), "script" if draws is None else "function",
            tuple(functions[:MOST_NAMES])))

    def forget(self) -> None:
        """Throw away all that was drawn so far."""
        from matplotlib._pylab_helpers import Gcf
        Gcf.destroy_all()
        self._kept.clear()

    def keep_open(self, *args: Any, **words: Any) -> None:
        """Keep all open figures, then close them."""
        from matplotlib._pylab_helpers import Gcf
        for manager in Gcf.get_all_fig_managers():
            self.keep(manager.canvas.figure)
        Gcf.destroy_all()

    def keep(self, figure: Any) -> None:
        """Read a figure as it is now, if there is anything in it."""
        if len(self._kept) >= MOST_FIGURES or not figure.axes:
            return
        facts = read_figure(figure)
        if any(has_data(plot) for plot in facts.plots):
            self._kept.append(facts)


def _drawer(module: dict[str, Any], entry: str
            ) -> Callable[[], Any] | None:
    """The task's function; `scatter = plt.scatter(...)` is none."""
    value = module.get(entry)
    if not isinstance(value, types.FunctionType):
        return None
    if str(value.__module__).partition(".")[0] in FOREIGN:
        return None
    return value


def prepare(note: Callable[[str], None]) -> Stage:
    """Load matplotlib, take its screen away, and warm it up."""
    import zipfile as zipfile               # what `np.load` needs
    import matplotlib
    from matplotlib import pyplot
    from matplotlib.figure import Figure
    _leave_nothing_behind()
    _keep_own_fonts()
    restore_matplotlib(note)
    stage = Stage()
    _warm(stage)
    _keep_what_closes(stage)
    setattr(pyplot, "show", stage.keep_open)
    for name in ("pause", "waitforbuttonpress", "ginput", "switch_backend"):
        setattr(pyplot, name, _nothing)
    setattr(matplotlib, "use", _nothing)
    for name in ("show", "savefig"):
        setattr(Figure, name, _nothing)
    return stage


def _keep_what_closes(stage: Stage) -> None:
    """`close` and `clf` must not lose a finished figure."""
    from matplotlib import pyplot
    from matplotlib._pylab_helpers import Gcf
    from matplotlib.figure import FigureBase
    close, clear = pyplot.close, FigureBase.clear

    def kept_close(fig: Any = None) -> None:
        before = list(Gcf.figs.values())
        close(fig)
        for manager in before:
            if manager not in Gcf.figs.values():
                stage.keep(manager.canvas.figure)

    def kept_clear(self: Any, *args: Any, **words: Any) -> Any:
        if self.axes and self in [manager.canvas.figure for manager
                                  in Gcf.get_all_fig_managers()]:
            stage.keep(self)
        return clear(self, *args, **words)
    setattr(pyplot, "close", kept_close)
    setattr(FigureBase, "clear", kept_clear)


def _leave_nothing_behind() -> None:
    """Where its folder cannot be written, matplotlib makes one for a run.

    It is needed only while the library loads, and nobody else removes it.
    """
    import matplotlib
    folder = matplotlib.get_cachedir()
    if os.path.basename(folder).startswith("matplotlib-") and (
            os.path.dirname(folder) == tempfile.gettempdir()):
        shutil.rmtree(folder, ignore_errors=True)


def _keep_own_fonts() -> None:
    """Only fonts that come with matplotlib: a child can read no others."""
    from matplotlib import font_manager, get_data_path
    manager, own = font_manager.fontManager, get_data_path()
    manager.ttflist = [font for font in manager.ttflist
                       if font.fname.startswith(own)]
    manager.afmlist = [font for font in manager.afmlist
                       if font.fname.startswith(own)]


def _warm(stage: Stage) -> None:
    """Draw one small figure, so that no child pays for what all need."""
    from matplotlib import font_manager, pyplot
    figure = pyplot.figure()
    plain, space = figure.add_subplot(121), figure.add_subplot(
        122, projection="3d")
    plain.plot([1, 2], [1, 10], label="a")
    plain.set_yscale("log")
    plain.legend()                      # opens the first font
    space.scatter([1], [1], [1])
    stage.keep(figure)
    stage.forget()
    # A child opens its fonts itself: shared ones would be closed with others.
    fonts: Any = font_manager
    fonts._get_font.cache_clear()
