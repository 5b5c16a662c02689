"""Draw the fruit of three persons as stacked bars."""

import numpy as np

KIND = "figure"
ENTRY = "bars"
COMPARE = ["stacks", "bar_widths", "bar_colours", "ylim", "yticks",
           "stack_names", "ylabel", "title", "legend"]


_COLOURS = ("red", "yellow", "#ff8000", "#ffe5b4")
_FRUIT = ("apples", "bananas", "oranges", "peaches")
_PERSONS = ("Farrah", "Fred", "Felicia")


def _fruit(seed=5):
    np.random.seed(seed)
    return np.random.randint(0, 20, (4, 3))


def _stack(plt, rows, width=0.5, colours=_COLOURS, names=_FRUIT):
    bottom = np.zeros(3)
    for row, colour, name in zip(rows, colours, names):
        plt.bar(_PERSONS, row, width, bottom=bottom, color=colour,
                label=name)
        bottom = bottom + row
    plt.legend()


def _frame(plt, label="Quantity of Fruit", title="Number of Fruit per Person"):
    plt.ylim(0, 80)
    plt.yticks(range(0, 81, 10))
    plt.ylabel(label)
    plt.title(title)


def oracle(plt):
    _stack(plt, _fruit())
    _frame(plt)


def same_legend(expected, got):
    """Capital letters are free: `Apples` are apples."""
    one, two = ({text.lower(): tone for text, tone in marks}
                for marks in (expected, got))
    return one.keys() == two.keys() and all(
        abs(np.subtract(one[text], two[text])).max() <= 0.02
        or (text, two[text]) == ("bananas", (0.75, 0.75, 0.0))
        or (text == "apples" and _is_red(two[text])) for text in one)


def _is_red(tone):
    """`tab:red` is red too."""
    return abs(np.subtract(tone, (0.839, 0.153, 0.157))).max() <= 0.02


def mistake_upside_down(plt):
    """Your stacks are upside down: row 0, apples, lies at the bottom."""
    _stack(plt, _fruit()[::-1], colours=_COLOURS[::-1], names=_FRUIT[::-1])
    _frame(plt)


def mistake_names_upside_down(plt):
    """The rows are apples, bananas, oranges, peaches, in this order."""
    _stack(plt, _fruit(), names=_FRUIT[::-1])
    _frame(plt)


def mistake_not_stacked(plt):
    """The bars hide each other: give `bottom`, the sum of the rows below."""
    for row, colour, name in zip(_fruit(), _COLOURS, _FRUIT):
        plt.bar(_PERSONS, row, 0.5, color=colour, label=name)
    plt.legend()
    _frame(plt)


def mistake_bottom_of_one_row(plt):
    """`bottom` is the sum of all rows below, not only of the last one."""
    before = np.zeros(3)
    for row, colour, name in zip(_fruit(), _COLOURS, _FRUIT):
        plt.bar(_PERSONS, row, 0.5, bottom=before, color=colour,
                label=name)
        before = row
    plt.legend()
    _frame(plt)


def mistake_rows_for_persons(plt):
    """A column of `fruit` is a person, a row is a kind of fruit."""
    rows = _fruit()
    _stack(plt, np.vstack([rows[:3].T, rows[3]]))
    _frame(plt)


def mistake_other_seed(plt):
    """These are other numbers: keep the seed and the line of `fruit`."""
    _stack(plt, _fruit(0))
    _frame(plt)


def mistake_default_width(plt):
    """Without `width` a bar is 0.8 wide; the task asks for 0.5."""
    _stack(plt, _fruit(), width=0.8)
    _frame(plt)


def mistake_default_colours(plt):
    """Give each fruit the colour of the task, with `color`."""
    _stack(plt, _fruit(), colours=("C0", "C1", "C2", "C3"))
    _frame(plt)


def mistake_named_orange(plt):
    """The orange of the task is `#ff8000`, the peach is `#ffe5b4`."""
    _stack(plt, _fruit(), colours=("red", "yellow", "orange", "#ffe5b4"))
    _frame(plt)


def mistake_limits_before_bars(plt):
    """Set `ylim` and ticks after the bars."""
    _stack(plt, _fruit())
    plt.ylabel("Quantity of Fruit")
    plt.title("Number of Fruit per Person")


def mistake_steps_of_twenty(plt):
    """The y-axis has a tick at every 10, from 0 to 80."""
    _stack(plt, _fruit())
    _frame(plt)
    plt.yticks(range(0, 81, 20))


def mistake_no_tick_at_80(plt):
    """`range` leaves out its end: the last tick is 80."""
    _stack(plt, _fruit())
    _frame(plt)
    plt.yticks(range(0, 80, 10))


def mistake_numbers_for_names(plt):
    """Each stack needs the name of its person: `plt.xticks`."""
    _stack(plt, _fruit())
    _frame(plt)
    plt.xticks([0, 1, 2], ["0", "1", "2"])


def mistake_small_letter(plt):
    """Check title and y label letter by letter."""
    _stack(plt, _fruit())
    _frame(plt, "Quantity of fruit", "Number of fruit per person")


def mistake_many_fruits(plt):
    """`Fruit` has no `s` at its end in the title and the y label."""
    _stack(plt, _fruit())
    _frame(plt, "Quantity of Fruits", "Number of Fruits per Person")


def mistake_no_legend(plt):
    """`label=` alone shows nothing: call `plt.legend` after the bars."""
    _stack(plt, _fruit())
    plt.gca().get_legend().remove()
    _frame(plt)


EQUIVALENT_MUTANTS = {
    "fruit = np.random.randint(0, 20, (4, 3)) => fruit = "
    "np.random.randint(0, 21, (4, 3))":
        "With this seed the fruit stays the same.",
    "fruit = np.random.randint(0, 20, (4, 3)) => fruit = "
    "np.random.randint(0, 19, (4, 3))":
        "With this seed the fruit stays the same.",
    "fruit = np.random.randint(0, 20, (4, 3)) => fruit = "
    "np.random.randint(0, 20, (5, 3))":
        "With this seed the fruit stays the same.",
    "plt.figure(figsize=(6.4, 4.8)) => *":
        "The size of the figure is free.",
    'names = ["apples", "bananas", "oranges", "peaches"] => names = '
    "['APPLES', \"bananas\", \"oranges\", \"peaches\"]":
        "Capital letters in the legend are free.",
    'names = ["apples", "bananas", "oranges", "peaches"] => names = '
    "[\"apples\", 'BANANAS', \"oranges\", \"peaches\"]":
        "Capital letters in the legend are free.",
    'names = ["apples", "bananas", "oranges", "peaches"] => names = '
    "[\"apples\", \"bananas\", 'ORANGES', \"peaches\"]":
        "Capital letters in the legend are free.",
    'names = ["apples", "bananas", "oranges", "peaches"] => names = '
    "[\"apples\", \"bananas\", \"oranges\", 'PEACHES']":
        "Capital letters in the legend are free.",
    "bottom = np.zeros(3) => bottom = np.zeros(3, dtype=int)":
        "The numbers of fruit are whole.",
    "plt.ylim(0, 80) => pass":
        "The ticks that come after it reach from 0 to 80.",
    "plt.ylim(0, 80) => plt.ylim(0)":
        "The ticks that come after it reach from 0 to 80.",
    "plt.ylim(0, 80) => plt.xlim(0, 80)":
        "The ticks that come after it reach from 0 to 80.",
    "plt.ylim(0, 80) => plt.ylim(1, 80)":
        "The ticks that come after it reach from 0 to 80.",
    "plt.ylim(0, 80) => plt.ylim(0, 79)":
        "The ticks that come after it reach from 0 to 80.",
    "plt.yticks(np.arange(0, 81, 10)) => pass":
        "The automatic ticks are the same.",
    "plt.yticks(np.arange(0, 81, 10)) => plt.yticks(np.arange(0, 82, 10))":
        "The range has the same numbers.",
}
