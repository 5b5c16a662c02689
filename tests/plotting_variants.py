"""Right and wrong ways to draw the plotting tasks, built from the references.

Each entry of RIGHT and WRONG is (situation, number of the task, replacements
in the reference). A replacement is (old, new), or one of the changes below.
WRONG adds the properties that must be lost; what is not named must be kept.
"""

from __future__ import annotations

import re
import textwrap
from pathlib import Path

TOPIC = "0x01-plotting"
FOLDER = Path(__file__).resolve().parent.parent / TOPIC
NAMES = {path.name.partition("-")[0]: path.stem
         for path in FOLDER.glob("*-*.py") if "main" not in path.name}


def reference(number):
    """The text of a reference."""
    return (FOLDER / f"{NAMES[number]}.py").read_text(encoding="utf-8")


def entry(number):
    """The name of the task's function."""
    return NAMES[number].partition("-")[2]


def as_script(text, number):
    """The body of the function as a program."""
    head, body = text.split(f"def {entry(number)}():\n")
    body = re.sub(r'    """.*?"""\n', "", body, count=1, flags=re.DOTALL)
    return head + textwrap.dedent(body)


def under_guard(text, number):
    """A script that draws only as the main program."""
    script = as_script(text, number)
    head, body = script.split("import matplotlib.pyplot as plt\n")
    return (head + 'import matplotlib.pyplot as plt\n'
            'if __name__ == "__main__":\n' + textwrap.indent(body, "    "))


def called_at_the_end(text, number):
    """The function is called when the file is loaded, too."""
    return f"{text}\n\n{entry(number)}()\n"


def shown(text, number):
    """The figure is shown at the end."""
    return text.rstrip("\n") + "\n    plt.show()\n"


def saved_and_closed(text, number):
    """The picture goes to a file, and the figure is closed."""
    return text.rstrip("\n") + ('\n    plt.savefig("picture.png")\n'
                                "    plt.close()\n")


def saved_and_cleared(text, number):
    """The picture goes to a file, and the figure is emptied."""
    return text.rstrip("\n") + ('\n    plt.savefig("picture.png")\n'
                                "    plt.clf()\n")


def two_figures(text, number):
    """An unfinished figure was shown before the right one."""
    return text.replace("    plt.figure(figsize=(6.4, 4.8))\n",
                        "    plt.plot([1, 2])\n    plt.show()\n"
                        "    plt.figure(figsize=(6.4, 4.8))\n")


def by_axes(text, number):
    """Methods of the axes instead of functions of pyplot."""
    text = text.replace("plt.figure(figsize=(6.4, 4.8))",
                        "fig, ax = plt.subplots()")
    for name in ("title", "xlabel", "ylabel", "xlim", "ylim", "xticks",
                 "yticks", "yscale"):
        text = text.replace(f"plt.{name}(", f"ax.set_{name}(")
    for name in ("plot", "scatter", "hist", "bar", "legend"):
        text = text.replace(f"plt.{name}(", f"ax.{name}(")
    return text


def changed(number, changes):
    """The reference with all replacements done; each must find its place."""
    text = reference(number)
    for change in changes:
        before = text
        text = (change(text, number) if callable(change)
                else text.replace(*change))
        assert text != before, (number, change)
    return text


FORMS = (as_script, under_guard, called_at_the_end, shown,
         saved_and_closed, saved_and_cleared)
LINE_CALL = 'plt.plot(y, "r-")'
SCATTER_CALL = 'plt.scatter(x, y, c="m")'
DECAY_CALL = "plt.plot(x, y)"
HIST_CALL = 'plt.hist(student_grades, bins=bins, edgecolor="black")'
FIRST_CALL = 'plt.plot(x, y1, "r--", label="C-14")'
SECOND_CALL = 'plt.plot(x, y2, "g-", label="Ra-226")'
LEGEND_CALL = 'plt.legend(loc="upper right")'
LAST_PLACE = "plt.subplot(3, 2, (5, 6))"
MOUNTAIN_CALL = 'plt.scatter(x, y, c=z)'
COLOURBAR_CALL = 'plt.colorbar(label="elevation (m)")'
SPACE_CALL = 'fig.add_subplot(projection="3d")'
PCA_CALL = """ax.scatter(pca_data[:, 0], pca_data[:, 1], pca_data[:, 2],
               c=labels, cmap="plasma")"""
BAR_LOOP = reference("6")[reference("6").index("    for row, name"):
                          reference("6").index("    plt.ylabel")]
BY_PERSON = """    for person in range(3):
        low = 0
        for kind in range(4):
            plt.bar(people[person], fruit[kind, person], 0.5, bottom=low,
                    color=colors[kind],
                    label=names[kind] if person == 0 else None)
            low += fruit[kind, person]
"""
PROXIES = """    for row, name, color in zip(fruit, names, colors):
        plt.bar(people, row, 0.5, bottom, color=color)
        bottom += row
    from matplotlib.patches import Patch
    plt.legend(handles=[Patch(color=color, label=name)
                        for color, name in zip(colors, names)])
"""

RIGHT = [(f"{form.__name__}", number, [form])
         for number in NAMES for form in FORMS]
RIGHT += [("methods_of_axes", number, [by_axes])
          for number in ("0", "1", "2", "3", "4")]
RIGHT += [("several_figures", number, [two_figures])
          for number in ("0", "1", "2", "3", "4", "6")]
RIGHT += [
    ("x is given", "0", [(LINE_CALL, 'plt.plot(np.arange(0, 11), y, "r")')]),
    ("list of numbers", "0", [(LINE_CALL,
                               'plt.plot(list(range(11)), list(y), "r-")')]),
    ("colour by name", "0", [(LINE_CALL, 'plt.plot(y, color="red")')]),
    ("tab:red", "0", [(LINE_CALL, 'plt.plot(y, color="tab:red")')]),
    ("colour in hex", "0", [(LINE_CALL, 'plt.plot(y, "#ff0000")')]),
    ("line with markers", "0", [(LINE_CALL, 'plt.plot(y, "ro-")')]),
    ("thick and pale", "0", [(LINE_CALL,
                              'plt.plot(y, "r", lw=3, alpha=0.5)')]),
    ("from the other end", "0", [(
        LINE_CALL, 'plt.plot(np.arange(10, -1, -1), y[::-1], "r-")')]),
    ("drawn twice", "0", [(LINE_CALL, 'plt.plot(y, "r-")\n'
                                      '    plt.plot(y, "r-")')]),
    ("line collection", "0", [(
        LINE_CALL, "from matplotlib.collections import LineCollection\n"
        "    plt.gca().add_collection(LineCollection([np.column_stack(("
        "np.arange(11), y))], colors='red'))\n    plt.ylim(-50, 1050)")]),
    ("limits as a pair", "0", [("plt.xlim(0, 10)", "plt.xlim((0, 10))")]),
    ("limits by name", "0", [("plt.xlim(0, 10)",
                              "plt.xlim(left=0, right=10)")]),
    ("limits by axis", "0", [("plt.xlim(0, 10)",
                              "plt.axis([0, 10, -50, 1050])")]),
    ("limits by margins", "0", [("plt.xlim(0, 10)", "plt.margins(x=0)")]),
    ("limits by autoscale", "0", [("plt.xlim(0, 10)",
                                   'plt.autoscale(axis="x", tight=True)')]),
    ("three limits as of old", "0", [("plt.xlim(0, 10)",
                                      "plt.xlim(0, 10, 2)")]),
    ("backend is asked for", "0", [(
        "import numpy as np\n", "import numpy as np\nimport matplotlib\n"
        'matplotlib.use("TkAgg")\n')]),
    ("switched backend", "0", [(LINE_CALL,
                                'plt.switch_backend("TkAgg")\n    '
                                + LINE_CALL)]),
    ("grid and guide line", "0", [(LINE_CALL, LINE_CALL + "\n    plt.grid()"
                                   "\n    plt.axhline(500)")]),
    ("unneeded texts", "0", [("plt.xlim(0, 10)",
                              'plt.xlim(0, 10)\n    plt.title("Cubes")')]),
    ("y limits", "0", [("plt.xlim(0, 10)",
                        "plt.xlim(0, 10)\n    plt.ylim(0, 1000)")]),
    ("exit at the end", "0", [as_script, (
        "plt.xlim(0, 10)\n", "plt.xlim(0, 10)\nplt.show()\nexit()\n")]),
    ("name of the function is a variable", "1", [
        as_script, (SCATTER_CALL, "scatter = " + SCATTER_CALL)]),
    ("plot without a line", "1", [(SCATTER_CALL, 'plt.plot(x, y, "mo")')]),
    ("plot with linestyle none", "1", [(
        SCATTER_CALL, 'plt.plot(x, y, "m", marker=".", linestyle="none")')]),
    ("one call a point", "1", [(
        SCATTER_CALL, "for point in zip(x[:9], y[:9]):\n"
        '        plt.plot(*point, "m.")\n'
        '    plt.scatter(x[9:], y[9:], c="m")')]),
    ("magenta", "1", [('c="m"', 'color="magenta"')]),
    ("data argument", "1", [(SCATTER_CALL, 'plt.scatter("a", "b", c="m",'
                             ' data={"a": x, "b": y})')]),
    ("other order", "1", [(SCATTER_CALL,
                           'plt.scatter(x[::-1], y[::-1], c="m")')]),
    ("small pale points", "1", [('c="m"', 'c="m", s=4, alpha=0.3, '
                                          'marker="^"')]),
    ("rings", "1", [('c="m"', 'facecolors="none", edgecolors="m"')]),
    ("curly apostrophe", "1", [("Men's", "Men\u2019s")]),
    ("blank at the end", "1", [('Height (in)"', 'Height (in) "')]),
    ("figure title on one plot", "1", [("plt.title", "plt.suptitle")]),
    ("left title", "1", [("Weight\")\n", 'Weight", loc="left")\n')]),
    ("semilogy", "2", [(DECAY_CALL, "plt.semilogy(x, y)"),
                       ('    plt.yscale("log")\n', "")]),
    ("log of base 2", "2", [('"log")', '"log", base=2)')]),
    ("own colour and stroke", "2", [(DECAY_CALL, 'plt.plot(x, y, "k--")')]),
    ("28651", "2", [("plt.xlim(0, 28650)", "plt.xlim(0, 28651)")]),
    ("ylim of old", "2", [("plt.xlim(0, 28650)",
                           "plt.xlim(0, 28650)\n    plt.ylim(0.03, 1)")]),
    ("second line first", "3", [(FIRST_CALL, "pass"), (
        SECOND_CALL, SECOND_CALL + "\n    " + FIRST_CALL)]),
    ("one call", "3", [(FIRST_CALL, "pass"), (
        SECOND_CALL, 'plt.plot(x, y1, "r--", x, y2, "g")'), (
        LEGEND_CALL, 'plt.legend(["C-14", "Ra-226"], loc=1)')]),
    ("best place", "3", [(LEGEND_CALL, "plt.legend()")]),
    ("legend of the figure", "3", [(
        LEGEND_CALL, "plt.gcf().legend(loc=1)")]),
    ("legend without frame", "3", [('"upper right"',
                                    '1, frameon=False')]),
    ("tab colours", "3", [('"r--"', '"--", color="tab:red"'),
                          ('"g-"', 'color="tab:green"')]),
    ("tight y", "3", [("plt.ylim(0, 1)", "plt.ylim(0.0002, 1)")]),
    ("handles the other way round", "3", [(
        LEGEND_CALL, "lines = plt.gca().lines\n    plt.legend("
        'lines[::-1], ["Ra-226", "C-14"], loc="upper right")')]),
    ("bins from 40", "4", [("bins = np.arange(0, 110, 10)",
                            "bins = range(40, 101, 10)")]),
    ("bins from 10", "4", [("bins = np.arange(0, 110, 10)",
                            "bins = range(10, 101, 10)")]),
    ("bins to 110", "4", [("bins = np.arange(0, 110, 10)",
                           "bins = range(0, 111, 10)")]),
    ("bins and range", "4", [("bins=bins", "bins=10, range=(0, 100)")]),
    ("gaps", "4", [("bins=bins", "bins=bins, rwidth=0.8")]),
    ("barstacked", "4", [("bins=bins", 'bins=bins, histtype="barstacked"')]),
    ("bar instead of hist", "4", [(
        HIST_CALL, "count, edges = np.histogram(student_grades, bins)\n    "
        'plt.bar(edges[:-1], count, 10, align="edge", edgecolor="k")')]),
    ("one bar a call", "4", [(
        HIST_CALL, "count, edges = np.histogram(student_grades, bins)\n    "
        "for low, high in zip(edges, count):\n        "
        'plt.bar(low + 5, high, 9, ec="k", color="w")')]),
    ("no limits and ticks", "4", [("    plt.xlim(0, 100)\n", ""), (
        "    plt.ylim(0, 30)\n", ""), ("    plt.xticks(bins)\n", "")]),
    ("thin outline", "4", [('edgecolor="black"', 'ec="k", lw=0.5')]),
    ("subplot2grid", "5", [
        *((f"plt.subplot(3, 2, {row * 2 + column + 1})",
           f"plt.subplot2grid((3, 2), ({row}, {column}))")
          for row in (0, 1) for column in (0, 1)),
        (LAST_PLACE, "plt.subplot2grid((3, 2), (2, 0), colspan=2)")]),
    ("grid spec", "5", [
        ("fig = plt.figure()", "fig = plt.figure()\n    "
         "grid = fig.add_gridspec(3, 2)"),
        (LAST_PLACE, "fig.add_subplot(grid[2, :])")]),
    ("last of three rows", "5", [(LAST_PLACE, "plt.subplot(3, 1, 3)")]),
    ("three digits", "5", [(LAST_PLACE, "plt.subplot(313)"),
                           ("plt.subplot(3, 2, 1)", "plt.subplot(321)")]),
    ("subplots with one removed", "5", [
        ("fig = plt.figure()", "fig, axes = plt.subplots(3, 2)"),
        (LAST_PLACE, "axes[2, 0].remove()\n    axes[2, 1].remove()\n    "
         "plt.subplot(3, 1, 3)")]),
    ("empty axes below", "5", [(
        LAST_PLACE, "plt.subplot(3, 2, 5)\n    plt.subplot(3, 1, 3)")]),
    ("tight layout", "5", [("plt.subplots_adjust(wspace=0.3, hspace=1)",
                            "plt.tight_layout()")]),
    ("constrained layout", "5", [
        ("plt.figure()", 'plt.figure(layout="constrained")'),
        ("plt.subplots_adjust(wspace=0.3, hspace=1)", "pass")]),
    ("seven points", "5", [('"x-small"', "7")]),
    ("big figure", "5", [("plt.figure()", "plt.figure(figsize=(12, 9))")]),
    ("default legend size", "5", [(', fontsize="x-small")\n\n    # Pl',
                                   ')\n\n    # Pl')]),
    ("small heading", "5", [('"All in One"',
                             '"All in One", fontsize="x-small"')]),
    ("one bar a person", "6", [(BAR_LOOP, BY_PERSON)]),
    ("numbers as places", "6", [(
        '["Farrah", "Fred", "Felicia"]', "[0, 1, 2]"), (
        "    plt.legend()", '    plt.xticks([0, 1, 2], ["Farrah", "Fred", '
        '"Felicia"])\n    plt.legend()')]),
    ("wide spacing", "6", [(
        '["Farrah", "Fred", "Felicia"]', "[10, 20, 35]"), (
        "    plt.legend()", '    plt.xticks([10, 20, 35], ["Farrah", "Fred",'
        ' "Felicia"])\n    plt.legend()')]),
    ("capital letters", "6", [(
        '"apples", "bananas", "oranges", "peaches"',
        '"Apples", "Bananas", "Oranges", "Peaches"')]),
    ("proxies", "6", [(BAR_LOOP, PROXIES), ("    plt.legend()\n", "")]),
    ("no ticks set", "6", [("    plt.yticks(np.arange(0, 81, 10))\n", "")]),
    ("no limits set", "6", [("    plt.ylim(0, 80)\n", "")]),
    ("x label", "6", [("    plt.legend()",
                       '    plt.xlabel("Person")\n    plt.legend()')]),
    ("yellow as y", "6", [('"yellow"', '"y"')]),
    ("other map", "100", [("c=z", 'c=z, cmap="summer"')]),
    ("set_label", "100", [(COLOURBAR_CALL,
                           'plt.colorbar().set_label("elevation (m)")')]),
    ("title on the bar", "100", [(
        COLOURBAR_CALL, 'plt.colorbar().ax.set_title("elevation (m)")')]),
    ("lying bar", "100", [(COLOURBAR_CALL, 'plt.colorbar('
                           'orientation="horizontal", '
                           'label="elevation (m)")')]),
    ("bar of the figure", "100", [
        (MOUNTAIN_CALL, "dots = " + MOUNTAIN_CALL),
        (COLOURBAR_CALL,
         'plt.gcf().colorbar(dots, label="elevation (m)")')]),
    ("small points", "100", [("c=z", "c=z, s=3")]),
    ("Axes3D of old", "101", [
        ("import numpy as np\n", "import numpy as np\n"
         "from mpl_toolkits.mplot3d import Axes3D\n"),
        (SPACE_CALL, "Axes3D(fig)")]),
    ("gca of old", "101", [(SPACE_CALL, 'fig.gca(projection="3d")')]),
    ("subplot call", "101", [(SPACE_CALL,
                              'plt.subplot(111, projection="3d")')]),
    ("map before drawing", "101", [(
        "    ax.scatter", "    plt.plasma()\n    ax.scatter"),
        (', cmap="plasma")', ")")]),
    ("get_cmap of old", "101", [(
        'cmap="plasma"', 'cmap=__import__("matplotlib.cm").cm.get_cmap('
        '"plasma")')]),
    ("one call a class", "101", [(PCA_CALL, """for label in range(3):
        ax.scatter(*pca_data[labels == label].T,
                   color=plt.get_cmap("plasma")(label / 2))""")]),
    ("other sign", "101", [("Vh[:3].T", "-Vh[:3].T")]),
    ("one other sign", "101", [("Vh[:3].T", "Vh[:3].T * [1, -1, 1]")]),
    ("suptitle", "101", [("ax.set_title", "plt.suptitle")]),
    ("no depth shade", "101", [('"plasma")', '"plasma", '
                                             'depthshade=False)')]),
    ("points by plot", "101", [(PCA_CALL, """for row, label in zip(
            pca_data, labels):
        ax.plot(*row[:, None], "o",
                color=plt.get_cmap("plasma")(label / 2))""")]),
]

WRONG = [
    ("no limits", "0", [("    plt.xlim(0, 10)\n", "")], "xlim"),
    ("limits to 11", "0", [("(0, 10)", "(0, 11)")], "xlim"),
    ("limits off by 1 percent", "0", [("(0, 10)", "(0, 10.1)")], "xlim"),
    ("limits backwards", "0", [("(0, 10)", "(10, 0)")], "xlim"),
    ("limits before the line", "0", [
        ("    plt.xlim(0, 10)\n", ""), (LINE_CALL, "plt.axis([0, 10, 0, 9])\n"
                                        "    plt.autoscale()\n    "
                                        + LINE_CALL)], "xlim"),
    ("short data", "0", [("arange(0, 11)", "arange(0, 10)")], "lines"),
    ("squares", "0", [("** 3", "** 2")], "lines"),
    ("one point off", "0", [(LINE_CALL, "y[4] += 1\n    " + LINE_CALL)],
     "lines"),
    ("second line", "0", [(LINE_CALL, LINE_CALL + '\n    plt.plot(y + 1)')],
     "lines"),
    ("dashed", "0", [('"r-"', '"r--"')], "line_styles"),
    ("dotted blue", "0", [('"r-"', '"b:"')], "line_styles line_colours"),
    ("steps", "0", [("plt.plot", "plt.step")], "line_styles"),
    ("dark red", "0", [('"r-"', '"darkred"')], "line_colours"),
    ("points", "0", [('"r-"', '"ro"')], "lines line_colours line_styles"),
    ("invisible", "0", [('"r-"', '"r-", alpha=0')], "*"),
    ("no width", "0", [('"r-"', '"r-", lw=0')], "*"),
    ("nothing drawn", "0", [("    " + LINE_CALL + "\n", "")], "*"),
    ("other name", "0", [("def line", "def draw_line")], "*"),
    ("argument", "0", [("def line():", "def line(size):")], "*"),
    ("undefined name", "0", [(LINE_CALL, "plt.plot(z)")], "*"),
    ("open formula", "0", [(LINE_CALL, LINE_CALL
                            + '\n    plt.title("$y")\n    plt.title("$y_")'
                            + '\n    plt.xlabel("$x_$")')], "*"),
    ("labels swapped", "1", [("xlabel", "label"), ("ylabel", "xlabel"),
                             ("plt.label", "plt.ylabel")], "xlabel ylabel"),
    ("purple", "1", [('"m"', '"purple"')], "point_colours"),
    ("default colour", "1", [(', c="m"', "")], "point_colours"),
    ("some points red", "1", [(
        SCATTER_CALL, SCATTER_CALL + '\n    plt.plot(x[0], y[0], "ro")')],
     "points point_colours"),
    ("joined", "1", [(SCATTER_CALL, 'plt.plot(x, y, "m")')],
     "points point_colours"),
    ("joined with markers", "1", [(SCATTER_CALL, 'plt.plot(x, y, "mo-")')],
     "points point_colours"),
    ("not shifted", "1", [("    y += 180\n", "")], "points"),
    ("other seed", "1", [("seed(5)", "seed(0)")], "points"),
    ("half of them", "1", [("x, y, c", "x[::2], y[::2], c")], "points"),
    ("axes swapped", "1", [("x, y, c", "y, x, c")], "points"),
    ("dot", "1", [("vs W", "vs. W")], "title"),
    ("small letter", "1", [("Height (in)", "height (in)")], "xlabel"),
    ("blank in brackets", "1", [("(lbs)", "( lbs)")], "ylabel"),
    ("no title", "1", [("    plt.title(\"Men's Height vs Weight\")\n", "")],
     "title"),
    ("no limits", "2", [("    plt.xlim(0, 28650)\n", "")], "xlim"),
    ("rounded limit", "2", [("plt.xlim(0, 28650)", "plt.xlim(0, 28500)")],
     "xlim"),
    ("linear", "2", [('    plt.yscale("log")\n', "")], "yscale"),
    ("both logarithmic", "2", [(DECAY_CALL, "plt.loglog(x, y)")],
     "xscale xlim"),
    ("logarithm plotted", "2", [("y = np.exp((r / t) * x)",
                                 "y = (r / t) * x")], "lines"),
    ("symlog", "2", [('"log"', '"symlog"')], "yscale"),
    ("small c", "2", [("of C-14", "of c-14")], "title"),
    ("no blank", "2", [("Time (years)", "Time(years)")], "xlabel"),
    ("points only", "2", [(DECAY_CALL, 'plt.plot(x, y, "o")')], "lines"),
    ("no limits", "3", [("    plt.xlim(0, 20000)\n", ""),
                        ("    plt.ylim(0, 1)\n", "")], "xlim ylim"),
    ("no y limits", "3", [("    plt.ylim(0, 1)\n", "")], "ylim"),
    ("dotted", "3", [('"r--"', '"r:"')], "line_styles"),
    ("strokes swapped", "3", [('"r--"', '"r"'), ('"g-"', '"g--"')],
     "line_styles"),
    ("colours swapped", "3", [('"r--"', '"g--"'), ('"g-"', '"r-"')],
     "line_colours legend"),
    ("default colours", "3", [('"r--"', '"--"'), ('"g-"', '"-"')],
     "line_colours legend"),
    ("lime", "3", [('"g-"', '"lime"')], "line_colours legend"),
    ("names swapped", "3", [('label="C-14"', 'label="z"'),
                            ('label="Ra-226"', 'label="C-14"'),
                            ('label="z"', 'label="Ra-226"')], "legend"),
    ("C14", "3", [('"C-14"', '"C14"')], "legend"),
    ("no legend", "3", [("    " + LEGEND_CALL + "\n", "")],
     "legend legend_place"),
    ("legend at the left", "3", [("upper right", "upper left")],
     "legend_place"),
    ("legend outside", "3", [(LEGEND_CALL,
                              "plt.legend(bbox_to_anchor=(1.02, 1), loc=2)")],
     "legend_place"),
    ("other title", "3", [("Radioactive Elements", "C-14")], "title"),
    ("one line", "3", [("    " + SECOND_CALL + "\n", "")],
     "lines line_colours line_styles legend"),
    ("half lives swapped", "3", [("t1 = 5730", "t1 = 1600"),
                                 ("t2 = 1600", "t2 = 5730")],
     "line_colours line_styles"),
    ("ten bins", "4", [("bins=bins", "bins=10")], "bars"),
    ("edges from the smallest", "4", [(
        "bins=bins", "bins=np.arange(min(student_grades), 105, 10)")],
     "bars"),
    ("last bin missing", "4", [("bins=bins", "bins=range(0, 100, 10)")],
     "bars"),
    ("bins of five", "4", [("bins=bins", "bins=range(0, 101, 5)")], "bars"),
    ("densities", "4", [("bins=bins", "bins=bins, density=True")], "bars"),
    ("cumulative", "4", [("bins=bins", "bins=bins, cumulative=True")],
     "bars"),
    ("no outline", "4", [(', edgecolor="black"', "")], "bar_edges"),
    ("outline without width", "4", [('"black"', '"black", lw=0')],
     "bar_edges"),
    ("white outline", "4", [('"black"', '"white"')], "bar_edges"),
    ("steps", "4", [("bins=bins", 'bins=bins, histtype="step"')],
     "bars bar_edges"),
    ("centred bars", "4", [(
        HIST_CALL, "count, edges = np.histogram(student_grades, bins)\n    "
        'plt.bar(edges[:-1], count, 10, edgecolor="k")')], "bars"),
    ("lying bars", "4", [("bins=bins", 'bins=bins, '
                                       'orientation="horizontal"')], "bars"),
    ("project a", "4", [("Project A", "Project a")], "title"),
    ("other seed", "4", [("seed(5)", "seed(0)")], "bars"),
    ("no limits in the first", "5", [("    plt.xlim(0, 10)\n", "")],
     "xlim 1"),
    ("no limits at all", "5", [("    plt.xlim(0, 10)\n", ""),
                               ("    plt.xlim(0, 28650)\n", ""),
                               ("    plt.xlim(0, 20000)\n", ""),
                               ("    plt.ylim(0, 1)\n", "")],
     "xlim 1,xlim 3,xlim 4,ylim 4"),
    ("All in one", "5", [("All in One", "All in one")], "figure_title"),
    ("no heading", "5", [('    fig.suptitle("All in One")\n', "")],
     "figure_title"),
    ("default sizes", "5", [(', fontsize="x-small"', ""),
                            ('\n              fontsize="x-small"', "")],
     "text_sizes 2,text_sizes 3,text_sizes 4,text_sizes 5"),
    ("one size forgotten", "5", [('Project A", fontsize="x-small"',
                                  'Project A"')], "text_sizes 5"),
    ("font of 8", "5", [
        (', fontsize="x-small"', ", fontsize=8"),
        ('\n              fontsize="x-small"', "fontsize=8")],
     "text_sizes 2,text_sizes 3,text_sizes 4,text_sizes 5"),
    ("last in one column", "5", [(LAST_PLACE, "plt.subplot(3, 2, 5)")],
     "layout 5"),
    ("two plots swapped", "5", [("plt.subplot(3, 2, 1)", "plt.subplot(9)"),
                                ("plt.subplot(3, 2, 2)",
                                 "plt.subplot(3, 2, 1)"),
                                ("plt.subplot(9)", "plt.subplot(3, 2, 2)")],
     "layout 1,layout 2"),
    ("two columns of three", "5", [
        *((f"plt.subplot(3, 2, {one})", f"plt.subplot(2, 3, {one})")
          for one in (1, 2, 3, 4)), (LAST_PLACE, "plt.subplot(2, 3, 5)")],
     "layout 2,layout 3,layout 4,layout 5"),
    ("misspelt title", "5", [("Exponential Decay of C-14",
                              "Exponetial Decay of C-14")], "title 3"),
    ("legend forgotten", "5", [(
        '    plt.legend(loc="upper right", fontsize="x-small")\n', "")],
     "legend 4,legend_place 4"),
    ("a plot is missing", "5", [('    plt.plot(y0, "r-")\n'
                                 "    plt.xlim(0, 10)\n", "")],
     "lines 1,line_colours 1,line_styles 1,xlim 1,layout 1"),
    ("upside down", "6", [("zip(fruit, names, colors)",
                           "zip(fruit[::-1], names[::-1], colors[::-1])")],
     "stacks bar_colours"),
    ("not stacked", "6", [("bottom=bottom, ", "")], "stacks bar_colours"),
    ("wrong bottom", "6", [("bottom += row", "bottom = row")],
     "stacks bar_colours"),
    ("default width", "6", [("width=0.5, ", "")], "bar_widths"),
    ("orange by name", "6", [('"#ff8000"', '"orange"')],
     "bar_colours legend"),
    ("other seed", "6", [("seed(5)", "seed(0)")], "stacks"),
    ("side by side", "6", [(
        "plt.bar(people, row", "plt.bar(np.arange(3) + row * 0 + 0.6 * "
        "names.index(name), row")],
     "stacks bar_colours stack_names"),
    ("limits to 70", "6", [("plt.ylim(0, 80)", "pass"), (
        "    plt.legend()", "    plt.ylim(0, 70)\n    plt.legend()")],
     "ylim yticks"),
    ("no limits and ticks", "6", [
        ("    plt.ylim(0, 80)\n", ""),
        ("    plt.yticks(np.arange(0, 81, 10))\n", "")], "ylim yticks"),
    ("ticks of twenty", "6", [("0, 81, 10", "0, 81, 20")], "yticks"),
    ("no names", "6", [('["Farrah", "Fred", "Felicia"]', "[0, 1, 2]")],
     "stack_names"),
    ("names in other order", "6", [('"Fred", "Felicia"',
                                    '"Felicia", "Fred"')], "stack_names"),
    ("small letter", "6", [("of Fruit\")", "of fruit\")")], "ylabel"),
    ("no title", "6", [('    plt.title("Number of Fruit per Person")\n',
                        "")], "title"),
    ("no legend", "6", [("    plt.legend()\n", "")], "legend"),
    ("wrong names in the legend", "6", [('"oranges"', '"lemons"')],
     "legend"),
    ("one colour", "100", [(", c=z", ""), (COLOURBAR_CALL, "pass")],
     "point_values colour_bar"),
    ("coloured by x", "100", [("c=z", "c=x")], "point_values"),
    ("colours turned round", "100", [("c=z", "c=-z")], "point_values"),
    ("no bar", "100", [("    " + COLOURBAR_CALL + "\n", "")], "colour_bar"),
    ("bar without text", "100", [('label="elevation (m)"', "")],
     "colour_bar"),
    ("capital", "100", [("elevation", "Elevation")], "colour_bar"),
    ("no blanks", "100", [("coordinate (m)", "coordinate(m)")],
     "xlabel ylabel"),
    ("xlabel twice", "100", [("plt.ylabel", "plt.xlabel")],
     "xlabel ylabel"),
    ("other order of numbers", "100", [(
        "    np.random.seed(5)\n", "    np.random.seed(5)\n"
        "    np.random.rand()\n")], "points point_values"),
    ("default map", "101", [(', cmap="plasma"', "")], "point_colours"),
    ("no classes", "101", [("c=labels, cmap", "cmap"), (
        "cmap=\"plasma\"", 'color="red"')], "point_colours"),
    ("other file", "101", [('np.load("pca.npz")', 'np.load("data.npy")')],
     "*"),
    ("not centred", "101", [("norm_data = data - data_means",
                             "norm_data = data")], "points"),
    ("flat", "101", [(SPACE_CALL, "fig.add_subplot()"),
                     ("    ax.set_zlabel(\"U3\")\n", ""),
                     ("pca_data[:, 1], pca_data[:, 2],",
                      "pca_data[:, 1],")],
     "points space zlabel"),
    ("own names", "101", [('"U', '"PC')], "xlabel ylabel zlabel"),
    ("components swapped", "101", [("Vh[:3].T", "Vh[[1, 0, 2]].T")],
     "points"),
    ("labels in wrong order", "101", [("c=labels,", "c=labels[::-1],")],
     "point_colours"),
]
