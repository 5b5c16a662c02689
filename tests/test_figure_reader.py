"""What the reader says of drawn figures: equal drawings, equal facts.

All figures are drawn in confined children, as student code is.
"""

import tempfile
from pathlib import Path

import numpy as np
import pytest

from grader.figures.sources import OUR_LIMITS
from grader.model import Limits
from grader.sandbox import open_sandbox, wire
from grader.sandbox.figures.records import (NO_COLOUR, FactsError, from_plain,
                                            to_plain)

HEAD = "import numpy as np\nimport matplotlib\n" \
       "import matplotlib.pyplot as plt\nplt.figure()\n"
X = "x = np.arange(5.0)\n"
RED, GREEN, BLACK = (1, 0, 0), (0, 128 / 255, 0), (0, 0, 0)


class Reader:
    """Draws programs in a sandbox and reads their figures."""

    def __init__(self, sandbox):
        self._sandbox = sandbox

    @property
    def level(self):
        """How well the child is confined on this system."""
        return self._sandbox.isolation.level

    def run(self, source, files=None):
        """The run of one program."""
        job = wire.Job("figure", "0-draw", (HEAD + source).encode(), "draw",
                       {}, (), (wire.WireCall(),), OUR_LIMITS,
                       files=files or {})
        (_, run), = self._sandbox.run([job])
        return run

    def drawing(self, source):
        """The drawing of a program."""
        outcome = self.run(source).outcomes[0]
        assert outcome.state == "value", outcome
        return from_plain(outcome.value)

    def figure(self, source):
        """The only figure of a program."""
        figure, = self.drawing(source).figures
        return figure

    def plot(self, source):
        """The only plot of a program."""
        plot, = self.figure(source).plots
        return plot


@pytest.fixture(scope="module")
def reader():
    with open_sandbox(Limits()) as sandbox:
        yield Reader(sandbox)


def near(one, two):
    return np.allclose(one, two, atol=0.003)


# lines and points

@pytest.mark.parametrize("source", [
    "plt.plot(x, x ** 2, 'r--')",
    "plt.plot(x, x ** 2, color='red', linestyle='dashed', marker='s')",
    "plt.gca().plot(list(x), list(x ** 2), '--', c='#f00')",
    "plt.plot('a', 'b', 'r--', data={'a': x, 'b': x ** 2})",
    "plt.hlines(9, 0, 1).remove()\nplt.plot(x, x ** 2, 'r--')",
    "plt.plot(x, x ** 2, 'r--')\nplt.plot(x, x ** 2, 'r--')",
    "plt.plot(x, x ** 2, 'r--')\nplt.plot(x, x, alpha=0)",
    "plt.plot(x, x ** 2, 'r--')\nplt.plot(x, x)[0].set_visible(False)",
    "plt.plot(x, x ** 2, 'r--')\nplt.axhline(3)\nplt.axvspan(1, 2)",
    "from matplotlib.collections import LineCollection as L\n"
    "plt.gca().add_collection(L([np.column_stack((x, x ** 2))], colors='r',"
    " linestyles='--'))"])
def test_same_line_by_other_calls_gives_the_same_facts(source, reader):
    plot = reader.plot(X + source)
    line, = plot.lines
    assert near(line.points, np.column_stack((np.arange(5),
                                              np.arange(5) ** 2)))
    assert (line.colour, line.dash) == (RED, "--")
    assert len(plot.points.places) == 0
    assert len(plot.bars.boxes) == 0


@pytest.mark.parametrize("style, dash", [
    ("'-'", "-"), ("':'", ":"), ("'-.'", "-."), ("'dotted'", ":"),
    ("(0, (5, 1))", "--"), ("'--'", "--")])
def test_strokes_have_one_name_each(style, dash, reader):
    line, = reader.plot(X + f"plt.plot(x, linestyle={style})").lines
    assert line.dash == dash


def test_line_drawn_in_steps_is_told_so(reader):
    line, = reader.plot(X + "plt.step(x, x)").lines
    assert line.dash == "steps"


@pytest.mark.parametrize("source", [
    "plt.scatter(x, x, c='m')", "plt.plot(x, x, 'mo')",
    "plt.plot(x, x, color='m', ls='', marker='^', ms=2)",
    "plt.plot(x, x, 'm.', mfc='none', mec='m')",
    "for v in x:\n    plt.plot(v, v, 'mo')",
    "for v in x:\n    plt.scatter([v], [v], color='m')",
    "plt.scatter(x, x, facecolors='none', edgecolors='m')",
    "plt.scatter(x[:2], x[:2], c='m')\nplt.plot(x[2:], x[2:], 'm*')",
    "plt.scatter(x, x, c='m')\nplt.scatter(x, x + 1, alpha=0)"])
def test_same_points_by_other_calls_give_the_same_facts(source, reader):
    plot = reader.plot(X + source)
    order = np.argsort(plot.points.places[:, 0])
    assert near(plot.points.places[order], np.arange(5)[:, None] * [1, 1])
    assert near(plot.points.colours, (0.75, 0, 0.75))
    assert np.isnan(plot.points.values).all()
    assert plot.lines == ()


def test_colour_travels_with_its_point(reader):
    points = reader.plot(X + "plt.scatter(x, x, c=x[::-1], cmap='plasma')"
                         ).points
    assert near(points.values, [4, 3, 2, 1, 0])
    assert near(points.colours[-1], (0.05, 0.03, 0.53))


def test_colours_given_one_by_one_are_kept(reader):
    points = reader.plot(X + "plt.scatter(x[:2], x[:2], c=['r', 'g'])").points
    assert near(points.colours, [RED, GREEN])


def test_points_without_a_place_are_left_out(reader):
    points = reader.plot("plt.scatter([1, np.nan, 3], [1, 2, 3])").points
    assert near(points.places, [[1, 1], [3, 3]])


@pytest.mark.parametrize("axes", [
    "plt.gcf().add_subplot(projection='3d')",
    "plt.subplot(111, projection='3d')",
    "__import__('mpl_toolkits.mplot3d').mplot3d.Axes3D(plt.gcf())",
    "plt.gcf().gca(projection='3d')"])
@pytest.mark.parametrize("call", [
    "scatter(x, x, x, c='r')", "plot(x, x, x, 'ro')",
    "scatter(x[::-1], x[::-1], x[::-1], c='r', depthshade=False)"])
def test_points_in_space_are_read_in_three_dimensions(axes, call, reader):
    plot = reader.plot(X + f"a = {axes}\na.{call}\na.set_zlabel('up')")
    order = np.argsort(plot.points.places[:, 0])
    assert near(plot.points.places[order], np.arange(5)[:, None] * [1, 1, 1])
    assert near(plot.points.colours, RED)
    assert plot.z.label.text == "up"


def test_line_in_space_is_a_line(reader):
    plot = reader.plot(X + "plt.gcf().add_subplot(projection='3d')"
                           ".plot(x, x, x, 'r')")
    line, = plot.lines
    assert line.points.shape == (5, 3)


# bars, areas, heat maps

@pytest.mark.parametrize("source", [
    "plt.bar([1, 2], [3, -4], 0.5, color='r', edgecolor='k')",
    "for a, b in ((2, -4), (1, 3)):\n"
    "    plt.bar(a, b, 0.5, color='r', edgecolor='k')",
    "plt.bar([0.75, 1.75], [3, -4], 0.5, align='edge', fc='r', ec='black')",
    "plt.bar([1.25, 2.25], [3, -4], -0.5, align='edge', fc='r', ec='k')",
    "from matplotlib.patches import Rectangle as R\n"
    "plt.gca().add_patch(R((0.75, 0), 0.5, 3, fc='r', ec='k'))\n"
    "plt.gca().add_patch(R((1.75, 0), 0.5, -4, fc='r', ec='k'))"])
def test_same_bars_by_other_calls_give_the_same_facts(source, reader):
    bars = reader.plot(source).bars
    order = np.argsort(bars.boxes[:, 0])
    assert near(bars.boxes[order], [[0.75, 0, 0.5, 3], [1.75, -4, 0.5, 4]])
    assert near(bars.faces, RED) and near(bars.edges, BLACK)
    assert (bars.edge_widths > 0).all()


def test_histogram_and_bars_of_its_counts_are_the_same(reader):
    data = "d = [1, 1, 2, 5, 5, 5]\n"
    one = reader.plot(data + "plt.hist(d, [0, 2, 4, 6])").bars
    two = reader.plot(data + "n, e = np.histogram(d, [0, 2, 4, 6])\n"
                             "plt.bar(e[:-1], n, 2, align='edge')").bars
    assert near(one.boxes, two.boxes)
    assert near(one.boxes[:, 3], [2, 1, 3])


def test_empty_bin_is_a_bar_too(reader):
    bars = reader.plot("plt.hist([1, 5], [0, 2, 4, 6])").bars
    assert near(bars.boxes[:, 3], [1, 0, 1])


@pytest.mark.parametrize("words", ["ec='none'", "ec='k', lw=0", ""])
def test_missing_outline_has_no_colour(words, reader):
    bars = reader.plot(f"plt.bar(1, 1, {words})").bars
    assert (bars.edges == NO_COLOUR).all()
    assert (bars.edge_widths == 0).all()


def test_outline_of_a_histogram_is_no_bar(reader):
    plot = reader.plot("plt.hist([1, 2, 2], histtype='step')")
    assert len(plot.bars.boxes) == 0
    assert len(plot.shapes) == 1


@pytest.mark.parametrize("source", [
    "plt.imshow(m)", "plt.matshow(m, fignum=0)",
    "plt.imshow(m[::-1], origin='lower')",
    "plt.pcolormesh(m[::-1])",
    "plt.pcolormesh(m)\nplt.gca().invert_yaxis()"])
def test_same_heat_map_by_other_calls_gives_the_same_facts(source, reader):
    plot = reader.plot("m = np.arange(6.0).reshape(2, 3)\n" + source)
    mesh, = plot.meshes
    assert near(mesh.values, [[3, 4, 5], [0, 1, 2]])
    assert mesh.ramp.limits == (0, 5)
    assert mesh.ramp.colours.shape == (65, 3)


def test_filled_curve_is_a_shape(reader):
    plot = reader.plot(X + "plt.fill_between(x, x, color='g')")
    shape, = plot.shapes
    assert near(shape.face, GREEN)


# axes and texts

@pytest.mark.parametrize("source", [
    "plt.xlim(0, 10)", "plt.xlim([0, 10])", "plt.xlim(left=0, right=10)",
    "plt.gca().set(xlim=(0, 10))", "plt.axis([0, 10, 0, 1])",
    "plt.gca().set_xbound(0, 10)", "plt.xlim(0, 10, 2)",
    "plt.xticks([0, 10])\nplt.xlim(0, 10)"])
def test_limits_are_those_that_show(source, reader):
    plot = reader.plot("plt.plot([0, 10], [0, 1])\n" + source)
    assert plot.x.limits == (0, 10)


@pytest.mark.parametrize("source", [
    "plt.semilogy(x, x + 1)", "plt.plot(x, x + 1)\nplt.yscale('log')",
    "plt.plot(x, x + 1)\nplt.gca().set_yscale('log', base=2)"])
def test_scale_has_one_name(source, reader):
    plot = reader.plot(X + source)
    assert (plot.x.scale, plot.y.scale) == ("linear", "log")


def test_ticks_are_those_within_the_limits(reader):
    plot = reader.plot("plt.plot([0, 10], [0, 1])\n"
                       "plt.xticks([-5, 0, 5, 10, 15], list('abcde'))\n"
                       "plt.xlim(0, 10)")
    assert plot.x.ticks == (0, 5, 10)
    assert plot.x.names == ("b", "c", "d")


def test_names_of_categories_are_ticks(reader):
    plot = reader.plot("plt.bar(['Fred', 'Felicia'], [1, 2])")
    assert plot.x.ticks == (0, 1)
    assert plot.x.names == ("Fred", "Felicia")


def test_equal_aspect_may_move_the_limits(reader):
    free = reader.plot("plt.plot([0, 1], [0, 9])\nplt.xlim(0, 1)")
    equal = reader.plot("plt.plot([0, 1], [0, 9])\nplt.xlim(0, 1)\n"
                        "plt.axis('equal')")
    assert free.x.limits == (0, 1)
    assert equal.x.limits[1] > 5


def test_titles_left_right_and_of_the_figure_are_read(reader):
    figure = reader.figure("plt.plot([1, 2])\nplt.title('a', loc='left')\n"
                           "plt.title('b', fontsize='x-small')\n"
                           "plt.suptitle('c')")
    texts = [(text.text, round(text.size, 2))
             for text in figure.plots[0].titles]
    assert texts == [("b", 6.94), ("a", 12.0)]
    assert figure.heading.text == "c"


def test_hidden_text_says_nothing(reader):
    plot = reader.plot("plt.plot([1, 2])\nplt.xlabel('x').set_visible(False)")
    assert plot.x.label.text == ""


# legends and colour bars

@pytest.mark.parametrize("source", [
    "plt.plot(x, 'r--', label='a')\nplt.plot(-x, 'g', label='b')\n"
    "plt.legend()",
    "plt.plot(x, 'r--')\nplt.plot(-x, 'g')\nplt.legend(['a', 'b'])",
    "one, = plt.plot(x, 'r--')\ntwo, = plt.plot(-x, 'g')\n"
    "plt.legend([two, one], ['b', 'a'])",
    "from matplotlib.lines import Line2D as L\nplt.plot(x)\n"
    "plt.legend(handles=[L([], [], c='g', label='b'),"
    " L([], [], c='r', ls='--', label='a')])"])
def test_legend_tells_which_line_each_text_marks(source, reader):
    legend = reader.plot(X + source).legend
    marks = {entry.text: (entry.colour, entry.dash)
             for entry in legend.entries}
    assert near(marks["b"][0], GREEN)
    assert marks["a"] == (RED, "--") and marks["b"][1] == "-"


@pytest.mark.parametrize("source", [
    "plt.bar(1, 1, color='g', label='b')", "plt.scatter(1, 1, c='g', "
    "label='b')", "plt.plot(1, 1, 'go', label='b')",
    "plt.fill_between([1, 2], [1, 2], color='g', label='b')"])
def test_legend_of_bars_points_and_areas_tells_their_colour(source, reader):
    entry, = reader.plot(source + "\nplt.legend()").legend.entries
    assert entry.text == "b" and near(entry.colour, GREEN)


@pytest.mark.parametrize("place, right, upper", [
    ("upper right", True, True), ("lower left", False, False),
    ("upper left", False, True), ("best", True, True)])
def test_place_of_a_legend_is_the_middle_of_its_box(place, right, upper,
                                                    reader):
    plot = reader.plot("plt.plot([3, 2, 1], label='a')\n"
                       f"plt.legend(loc='{place}')")
    across, up = plot.legend.place
    assert (across > 0.5, up > 0.5) == (right, upper)


def test_legend_of_the_figure_is_read(reader):
    figure = reader.figure("plt.plot([1, 2], 'r', label='a')\n"
                           "plt.gcf().legend()")
    assert [entry.text for entry in figure.legends[0].entries] == ["a"]


@pytest.mark.parametrize("call", [
    "plt.colorbar(label='up')", "plt.colorbar().set_label('up')",
    "plt.colorbar(orientation='horizontal').set_label('up')",
    "plt.colorbar().ax.set_title('up')",
    "plt.colorbar().ax.set_ylabel('up')",
    "plt.gcf().colorbar(plt.gci(), ax=plt.gca(), label='up')"])
def test_colour_bar_is_no_plot_and_has_its_text(call, reader):
    plot = reader.plot(X + "plt.scatter(x, x, c=x)\n" + call)
    bar, = plot.colour_bars
    assert [text.text for text in bar.texts] == ["up"]
    assert bar.ramp.limits == (0, 4)


# several plots and figures

GRIDS = [
    "plt.subplot(2, 2, 1)\n{0}\nplt.subplot(222)\n{1}\n"
    "plt.subplot(2, 2, (3, 4))\n{2}",
    "plt.subplot2grid((2, 2), (0, 0))\n{0}\nplt.subplot2grid((2, 2), (0, 1))"
    "\n{1}\nplt.subplot2grid((2, 2), (1, 0), colspan=2)\n{2}",
    "g = plt.gcf().add_gridspec(2, 2)\nplt.subplot(g[1, :])\n{2}\n"
    "plt.subplot(g[0, 1])\n{1}\nplt.subplot(g[0, 0])\n{0}",
    "plt.close()\nf, a = plt.subplot_mosaic('ab;cc')\nplt.sca(a['a'])\n{0}\n"
    "plt.sca(a['b'])\n{1}\nplt.sca(a['c'])\n{2}",
    "plt.subplot(2, 2, 1)\n{0}\nplt.subplot(2, 2, 2)\n{1}\n"
    "plt.subplot(2, 2, 3)\nplt.subplot(2, 1, 2)\n{2}\nplt.tight_layout()"]


@pytest.mark.parametrize("grid", GRIDS)
def test_plots_come_in_reading_order_whatever_made_the_grid(grid, reader):
    figure = reader.figure(grid.format(*(
        f"plt.plot([{number}, {number}])" for number in range(3))))
    heights = [plot.lines[0].points[0, 1] for plot in figure.plots]
    assert heights == [0, 1, 2]
    first, _, last = figure.plots
    assert last.place[2] > 1.8 * first.place[2]


def test_axes_without_data_are_left_out_and_counted(reader):
    figure = reader.figure("plt.subplots(2, 2)[1][0, 0].plot([1, 2])")
    assert (len(figure.plots), figure.empty) == (1, 3)


@pytest.mark.parametrize("source, heights", [
    ("plt.plot([1, 1])\nplt.show()\nplt.plot([2, 2])", [[1], [2]]),
    ("plt.plot([1, 1])\nplt.close()\nplt.plot([2, 2])", [[1], [2]]),
    ("plt.plot([1, 1])\nplt.figure()\nplt.plot([2, 2])", [[1], [2]]),
    ("plt.plot([1, 1])\nplt.clf()\nplt.plot([2, 2])", [[1], [2]]),
    ("plt.plot([1, 1])\nplt.savefig('a.png')\nplt.close('all')", [[1]]),
    ("plt.plot([1, 1])\nplt.plot([2, 2])\nplt.show()\nplt.show()",
     [[1, 2]])])
def test_each_figure_that_was_shown_is_kept(source, heights, reader):
    found = [[line.points[0, 1] for line in figure.plots[0].lines]
             for figure in reader.drawing(source).figures]
    assert found == heights


def test_nothing_is_written_and_the_screen_is_never_asked_for(reader):
    source = ("import os\nmatplotlib.use('TkAgg')\n"
              "plt.switch_backend('Qt5Agg')\nplt.plot([1, 2])\n"
              "plt.savefig('a.png')\nplt.gcf().savefig('b.png')\n"
              "plt.pause(9)\nplt.gcf().show()\n"
              "print(os.listdir('.'), matplotlib.get_backend())\n")
    run = reader.run(source)
    assert run.loaded.stdout.lower() == "[] agg\n"
    assert len(from_plain(run.outcomes[0].value).figures) == 1


def test_function_is_called_and_what_was_drawn_before_is_forgotten(reader):
    drawing = reader.drawing("plt.plot([1, 1])\nplt.show()\n"
                             "def draw():\n    plt.plot([2, 2])\ndraw()\n")
    figure, = drawing.figures
    assert drawing.form == "function"
    assert [line.points[0, 1] for line in figure.plots[0].lines] == [2]


def test_file_without_the_function_is_run_as_the_main_program(reader):
    drawing = reader.drawing("def other():\n    plt.plot([2, 2])\n"
                             "if __name__ == '__main__':\n    other()\n")
    assert (drawing.form, drawing.functions) == ("script", ("other",))
    assert len(drawing.figures) == 1


def test_files_of_the_task_lie_in_the_working_directory(reader):
    run = reader.run("plt.plot(np.loadtxt('a.txt'))", {"a.txt": b"1 2 3"})
    figure, = from_plain(run.outcomes[0].value).figures
    assert len(figure.plots[0].lines[0].points) == 3


def test_lost_names_are_put_back_and_told(reader):
    run = reader.run("plt.plot([1, 2])\nplt.xlim(0, 1, 2)\n"
                     "matplotlib.cm.get_cmap('plasma')\n")
    assert len(run.loaded.notes) == 2
    assert "two limits" in run.loaded.notes[0]


def test_open_formula_is_an_exception_as_when_drawn(reader):
    outcome = reader.run("plt.plot([1, 2])\nplt.title('$x_$')").outcomes[0]
    assert (outcome.state, outcome.error) == ("exception", "ValueError")


def test_huge_drawing_is_no_drawing(reader):
    outcome = reader.run("plt.plot(np.arange(2_000_000))").outcomes[0]
    with pytest.raises(FactsError):
        from_plain(outcome.value)


# the way over the trust line

def test_facts_come_back_as_they_were_sent(reader):
    drawing = reader.drawing(X + "plt.scatter(x, x, c=x)\nplt.colorbar()\n"
                                 "plt.title('a')")
    again = from_plain(to_plain(drawing))
    assert to_plain(again)[0][0][1:] == to_plain(drawing)[0][0][1:]


@pytest.mark.parametrize("value", [
    None, 1, "text", [], {}, [[1], "", []],
    [[[[], ["", 0.0], [], [1, 1]]], "", []],
    [[[[[]], ["", 0.0], [], [1.0, 1.0], 0]], "", []],
    [[], "", [1]], [[], "", [], 4], np.zeros(3)])
def test_malformed_facts_are_refused(value):
    with pytest.raises(FactsError):
        from_plain(value)


@pytest.mark.parametrize("place, spoiled", [
    (0, np.zeros((3, 5))), (0, np.zeros(3)), (0, [[1, 2]]),
    (1, np.zeros((4, 3))), (0, np.zeros((5, 2), int)), (2, np.zeros(1))])
def test_arrays_that_do_not_fit_are_refused(place, spoiled, reader):
    plain = to_plain(reader.drawing(X + "plt.scatter(x, x)"))
    plot = plain[0][0][0][0]
    points = next(item for item in plot if isinstance(item, list)
                  and len(item) == 3 and isinstance(item[0], np.ndarray))
    points[place] = spoiled
    with pytest.raises(FactsError):
        from_plain(plain)


# both ways of running, and what stays behind

@pytest.mark.parametrize("no_fork", [False, True])
def test_both_ways_of_running_read_the_same(no_fork):
    with open_sandbox(Limits(), no_fork=no_fork) as sandbox:
        drawing = Reader(sandbox).drawing(
            X + "plt.bar(list('abcde'), x, label='b')\nplt.legend()")
        assert sandbox.isolation.preflight
    plot, = drawing.figures[0].plots
    assert plot.x.names == tuple("abcde")
    assert [entry.text for entry in plot.legend.entries] == ["b"]


def test_cache_that_cannot_be_written_leaves_nothing_behind(tmp_path,
                                                            monkeypatch):
    (tmp_path / "cache").write_text("a file where a folder should be")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    before = set(Path(tempfile.gettempdir()).glob("matplotlib-*"))
    with open_sandbox(Limits()) as sandbox:
        figure = Reader(sandbox).figure("plt.plot([1, 2])")
    assert len(figure.plots) == 1
    assert set(Path(tempfile.gettempdir()).glob("matplotlib-*")) <= before


def test_drawing_child_is_behind_the_same_walls(reader):
    run = reader.run("import os, socket\n"
                     "for attempt in (lambda: open('/etc/passwd'),\n"
                     "                lambda: os.fork(),\n"
                     "                lambda: open('/tmp/x', 'w'),\n"
                     "                lambda: socket.socket()):\n"
                     "    try:\n        attempt()\n        print('open')\n"
                     "    except OSError:\n        print('shut')\n"
                     "plt.plot([1, 2])\n")
    level = reader.level
    assert run.loaded.stdout.split() == ["shut"] * 4 or level != "full"
