"""The kind "figure": its check file, its points, hints and remarks."""

import re
from fractions import Fraction

import pytest
from graded import Classroom
from small_course import load_check, write_check

from grader.author.figure_promises import broken_figure_promises
from grader.checkfile import find_ids, hint_of, load
from grader.course import CHECKS, Course
from grader.figures.critic import Critic
from grader.figures.data import pair_up, point_difference
from grader.figures.judging import NOT_THERE
from grader.figures.matching import Reading
from grader.figures.properties import GROUPS, properties
from grader.figures.sources import program_text
from grader.figures.tones import colour_name, same_colour
from grader.figures.words import plain
from grader.model import CheckFileError, Limits
from grader.sandbox import open_sandbox

FIGURES = [task for task in find_ids(CHECKS)
           if task.startswith("0x01-plotting/")]
CHECK = '''"""Draw a red line over 0 to 2."""

import numpy as np

KIND = "figure"
ENTRY = "draw"
COMPARE = ["lines", "line_colours", "xlim", "xlabel"]
REMARKS = {"ylim": "The picture shows 0 to 4."}


_LABEL = "time"


def _draw(plt, power=2, colour="r"):
    plt.plot(np.arange(3.0) ** power, colour)
    plt.xlabel(_LABEL)
    plt.ylim(0, 4)


def oracle(plt):
    _draw(plt)
    plt.xlim(0, 2)


def mistake_no_limits(plt):
    """Set the limits yourself."""
    _draw(plt)


def mistake_cubes(plt):
    """The power is 2, not 3."""
    _draw(plt, 3)
    plt.xlim(0, 2)


def mistake_file(plt):
    """There is no such file."""
    np.load("data.npy")
'''
RIGHT = '''#!/usr/bin/env python3
"""A line."""
import matplotlib.pyplot as plt


def draw():
    """Draw the squares."""
    plt.plot([0, 1, 4], "r")
    plt.xlim(0, 2)
    plt.xlabel("time")
    plt.ylim(0, 4)
'''


@pytest.fixture(scope="module")
def sandbox():
    with open_sandbox(Limits()) as opened:
        yield opened


@pytest.fixture
def easel(tmp_path, sandbox):
    """An empty submission to a course of one figure task."""
    classroom = Classroom(tmp_path, sandbox)
    write_check(classroom.checks, CHECK)
    return classroom


def graded(easel, text):
    easel.submit(text)
    task, = easel.report().tasks
    return task


def lost(task):
    return {check.name: check for check in task.checks
            if check.status != "passed"}


# points, words, hints

def test_right_figure_earns_everything(easel):
    task = graded(easel, RIGHT)
    assert (task.status, task.points) == ("passed", 10)
    assert task.findings == []


def test_each_property_is_a_visible_check_with_a_name(easel):
    task = graded(easel, RIGHT)
    assert [(check.name, check.visibility) for check in task.checks] == [
        (name, "visible") for name in ("lines", "line_colours", "xlim",
                                       "xlabel")]
    assert task.checks[2].title == "the limits of the x axis"


def test_groups_share_the_points_by_weight(easel):
    task = graded(easel, RIGHT)
    assert [check.max_points for check in task.checks] == [
        2.8, 1.75, 1.4, 1.05]


def test_weights_of_the_check_file_count_instead(easel):
    write_check(easel.checks, CHECK.replace(
        '["lines", "line_colours", "xlim", "xlabel"]',
        '{"lines": 5, "line_colours": 1, "xlim": 1}'))
    task = graded(easel, RIGHT)
    assert [check.max_points for check in task.checks] == [5, 1, 1]


def test_lost_property_shows_both_values_and_the_hint(easel):
    task = graded(easel, RIGHT.replace("    plt.xlim(0, 2)\n", ""))
    check, = lost(task).values()
    assert (check.call, check.expected) == ("draw()", "0 to 2")
    assert (check.got, check.hint) == ("-0.1 to 2.1",
                                       "Set the limits yourself.")
    assert check.difference == "it starts at -0.1 instead of 0"
    assert task.points == pytest.approx(10 - 1.4)


def test_hint_of_a_mistake_needs_its_very_value(easel):
    task = graded(easel, RIGHT.replace("(0, 2)", "(0, 3)"))
    assert lost(task)["xlim"].hint != "Set the limits yourself."
    assert "`plt.xlim`" in lost(task)["xlim"].hint


def test_each_property_gets_a_hint_of_its_own(easel):
    task = graded(easel, RIGHT.replace("[0, 1, 4]", "[0, 1, 8]").replace(
        "    plt.xlim(0, 2)\n", ""))
    assert {name: check.hint for name, check in lost(task).items()} == {
        "lines": "The power is 2, not 3.",
        "xlim": "Set the limits yourself."}


def test_missing_line_has_no_hint_about_its_colour(easel):
    task = graded(easel, RIGHT.replace('plot([0, 1, 4], "r")',
                                       "scatter([0, 1, 2], [0, 1, 4])"))
    hints = {name: check.hint for name, check in lost(task).items()}
    assert hints["line_colours"] == NOT_THERE != hints["lines"]


def test_what_the_task_leaves_free_is_a_remark_only(easel):
    task = graded(easel, RIGHT.replace("    plt.ylim(0, 4)\n", ""))
    finding, = task.findings
    assert (task.points, finding.text) == (10, "The picture shows 0 to 4.")


@pytest.mark.parametrize("line, words", [
    ('plt.title("Squares")', "does not ask for the title"),
    ('plt.ylabel("y")', "does not ask for the label of the y axis"),
    ('plt.legend(["a"])', "does not ask for the legend"),
    ('plt.gcf().add_axes([0.6, 0.6, 0.2, 0.2]).plot([1, 2])',
     "1 more plot")])
def test_extras_are_told_and_cost_nothing(line, words, easel):
    task = graded(easel, RIGHT + f"    {line}\n")
    assert task.points == 10
    assert any(words in finding.text for finding in task.findings)


# where nothing can be compared

def test_exception_loses_all_and_names_the_line(easel):
    task = graded(easel, RIGHT.replace('"r")', "colour)"))
    assert len(lost(task)) == 4
    check = task.checks[0]
    assert "NameError" in check.got and "line 8" in check.got
    assert check.hint


def test_exception_of_a_mistake_gives_its_hint(easel):
    task = graded(easel, RIGHT.replace(
        "    plt.xlim", '    plt.imread("photo.png")\n    plt.xlim'))
    assert task.checks[0].hint == "There is no such file."


def test_missing_function_names_what_is_there(easel):
    task = graded(easel, RIGHT.replace("def draw", "def paint"))
    check = task.checks[0]
    assert "no function `draw`, only `paint`" in check.difference
    assert check.hint == "Call your function `draw`, as the task does."


def test_function_that_draws_nothing_is_told_so(easel):
    task = graded(easel, RIGHT[:RIGHT.index("    plt.plot")])
    assert task.checks[0].difference == "no figure was drawn"
    assert task.points == 0


def test_drawing_that_never_ends_is_refused(easel):
    write_check(easel.checks, CHECK + '\n\nLIMITS = {"call_seconds": 0.3}\n')
    task = graded(easel, RIGHT + "    while True:\n        pass\n")
    assert task.status == "refused"
    assert {check.status for check in task.checks} == {"refused"}


def test_huge_figure_is_refused_and_not_our_fault(easel):
    task = graded(easel, RIGHT.replace("[0, 1, 4]", "range(3_000_000)"))
    assert task.status == "refused"
    assert "too large" in task.checks[0].got


@pytest.mark.parametrize("lie", [
    "[[], 'function', []]", "7", "[[[1]], 'function', []]", "{}"])
def test_forged_facts_earn_nothing(lie, easel):
    task = graded(easel, RIGHT + (
        "    import sys\n"
        "    stage = sys.modules['grader.sandbox.figures.stage']\n"
        f"    stage.records.to_plain = lambda record: {lie}\n"))
    assert task.parts["output"].points == 0


def test_best_of_several_figures_counts(easel):
    task = graded(easel, RIGHT + "    plt.figure()\n    plt.plot([1, 2])\n")
    assert task.parts["output"].points == 7


def test_oracle_is_drawn_once_for_many_submissions(easel, sandbox,
                                                   monkeypatch):
    course = Course(root=str(easel.checks))
    file, = course.files
    critic = Critic(course.sketches, sandbox)
    assert list(critic.run([], [file])) == []
    assert course.sketches.orders([file]) == []
    assert len(course.sketches.orders([file], list(file.mistakes))) == 1


def test_oracle_that_draws_nothing_is_our_error_and_costs_nothing(easel):
    write_check(easel.checks, CHECK.replace(
        "    _draw(plt)\n    plt.xlim(0, 2)", "    pass", 1))
    easel.submit(RIGHT)
    report = easel.report()
    assert report.tasks[0].status == "grader_error"
    assert "it drew no figure" in report.grader_errors[0]


def test_child_gets_one_function_and_nothing_else_of_the_check_file(
        tmp_path):
    text = program_text(load_check(tmp_path, CHECK), "mistake_cubes")
    assert "_LABEL" in text and "def mistake_cubes" in text
    assert not re.search("oracle|no_limits|COMPARE|REMARKS", text)


# the form of a check file

@pytest.mark.parametrize("old, new, words", [
    ("COMPARE =", "_COMPARE =", "COMPARE is missing"),
    ('"xlim"', '"xlimit"', "write `xlim`"),
    ('"xlim"', '"xlim 0"', "counted from 1"),
    ('"ylim"', '"xlim"', "what COMPARE asks for is no remark"),
    ('"ylim"', '"ylimit"', "write `ylim`"),
    ("REMARKS = {", "REMARKS = 7\n_REST = {", "a sentence for each"),
    ("KIND =", 'FILES = ["data.npz"]\nKIND =', "there is no data.npz"),
    ("KIND =", 'FILES = ["../0.py"]\nKIND =', "there is no ../0.py"),
    ("KIND =", 'FILES = "data.npz"\nKIND =', "write a list of names"),
    ("_LABEL =", "same_xlim = 7\n_LABEL =", "must be a function"),
    ("_LABEL =", "def same_xlimit(a, b):\n    pass\n\n\n_LABEL =",
     "is no property"),
    ("def oracle", "def _oracle", "there is no oracle"),
    ("KIND =", "EXAMPLE = []\nKIND =", "unknown name `EXAMPLE`"),
    ('["lines", "line_colours", "xlim", "xlabel"]', '{"lines": 0}',
     "no positive whole number")])
def test_wrong_form_is_refused_and_named(tmp_path, old, new, words):
    with pytest.raises(CheckFileError) as caught:
        load_check(tmp_path, CHECK.replace(old, new, 1))
    assert words in str(caught.value)


@pytest.mark.parametrize("name", ["COMPARE", "REMARKS", "FILES"])
def test_other_kinds_know_nothing_of_figures(tmp_path, name):
    from small_course import CHECK as FUNCTION
    with pytest.raises(CheckFileError, match=f"{name} belongs to a figure"):
        load_check(tmp_path, FUNCTION.replace("KIND =",
                                              f"{name} = []\nKIND ="))


def test_every_property_has_a_group_a_title_and_a_hint():
    for name, prop in properties().items():
        assert prop.group in GROUPS, name
        assert prop.title and prop.hint.endswith((".", "?")), name


def test_weights_of_a_group_add_up(tmp_path):
    parts = load_check(tmp_path, CHECK.replace(
        '"lines",', '"lines", "line_styles", "yscale",')).figure.parts
    table = properties()
    sums = dict.fromkeys(GROUPS, Fraction(0))
    for part in parts:
        sums[table[part.name].group] += part.weight
    assert sums == GROUPS


# rules of the comparison

@pytest.mark.parametrize("one, two, same", [
    ((1, 0, 0), (0.839, 0.153, 0.157), True),       # red, tab:red
    ((0, 0.502, 0), (0.173, 0.627, 0.173), True),   # green, tab:green
    ((0.75, 0, 0.75), (1, 0, 1), True),             # m, magenta
    ((1, 1, 0), (0.75, 0.75, 0), True),             # yellow, y
    ((0.75, 0, 0.75), (0.5, 0, 0.5), False),        # purple
    ((0, 0.502, 0), (0, 1, 0), False),              # lime
    ((0, 0, 0), (0.015, 0.015, 0.015), True),
    ((0, 0, 0), (0.03, 0, 0), False)])
def test_colours_of_one_name_are_the_same(one, two, same):
    assert same_colour(one, two) is same
    assert same_colour(two, one) is same


@pytest.mark.parametrize("tone, name", [
    ((0, 0, 0), "black"), ((0.5, 0, 0.5), "purple"),
    ((-1, -1, -1), "no colour"), ((1, 0.898, 0.706), "#ffe5b4")])
def test_colours_have_common_names(tone, name):
    assert colour_name(tone) == name


@pytest.mark.parametrize("text, same", [
    ("  a  b\n", "a b"), ("Men\u2019s", "Men's"), ("A b", "A b")])
def test_texts_are_compared_without_needless_blanks(text, same):
    assert plain(text) == same


def test_lines_find_their_partner_by_data():
    import numpy as np
    one, two = np.zeros((3, 2)), np.ones((3, 2))
    assert pair_up([one, two], [two, one]) == [(0, 1), (1, 0)]
    assert pair_up([one, two], [two]) == [(0, None), (1, 0)]


def test_points_are_a_set_and_small_errors_do_not_count():
    import numpy as np
    rng = np.random.default_rng(1)
    points = rng.normal(0, 1, (500, 2)).round(1)    # many on one line
    noise = rng.normal(0, 1e-9, (500, 2))
    shuffled = rng.permutation(points + noise)
    assert point_difference(points, shuffled) == ""
    shuffled[7] += 0.5
    assert "1 of 500" in point_difference(points, shuffled) or (
        "stand elsewhere" in point_difference(points, shuffled))


# the figure tasks of the course

@pytest.fixture(scope="module")
def drawn(sandbox):
    """Task -> (check file, oracle's figure, sketches of all mistakes)."""
    course = Course(("0x01-plotting",))
    critic = Critic(course.sketches, sandbox)
    assert list(critic.run([], course.files)) == []
    return {file.id: (file, course.sketches.oracle(file),
                      course.sketches.mistakes(file, sandbox))
            for file in course.files}


def test_course_has_nine_figure_tasks(drawn):
    assert sorted(drawn) == sorted(FIGURES)
    assert len(FIGURES) == 9


@pytest.mark.parametrize("task", FIGURES)
def test_oracle_has_all_that_it_asks_for(task, drawn):
    file, wanted, _ = drawn[task]
    answers = Reading(file.figure, wanted, wanted).answers()
    assert [one.difference for one in answers] == [""] * len(answers)
    nothing = {"", "no text", "no line", "no points", "no bars",
               "no legend", "no ticks", "no texts"}
    assert not nothing & {one.expected for one in answers}


@pytest.mark.parametrize("task", FIGURES)
def test_each_mistake_is_caught_and_gives_its_own_hint(task, drawn):
    file, wanted, sketches = drawn[task]
    silent = []
    for name, sketch in sketches.items():
        if sketch.figure is None:
            assert sketch.error.endswith("Error"), name
            continue
        wrong = Reading(file.figure, wanted, sketch.figure)
        earlier = []
        for other in list(sketches)[:list(sketches).index(name)]:
            if sketches[other].figure is not None:
                earlier.append(Reading(file.figure, wanted,
                                       sketches[other].figure))
        own = [part.text for part in file.figure.parts
               if wrong.answer(part).difference and not any(
                   one.answer(part).difference and wrong.agrees(part, one)
                   for one in earlier)]
        if not own:
            silent.append(name)
    assert silent == []


@pytest.mark.parametrize("task", FIGURES)
def test_hints_are_short_sentences_and_none_stands_twice(task):
    hints = [hint_of(program)
             for program in load(CHECKS, task).mistakes.values()]
    assert len(set(hints)) == len(hints)
    assert all(len(hint) <= 158 and hint.endswith((".", "?"))
               for hint in hints)


@pytest.mark.parametrize("task", FIGURES)
def test_mistake_spoils_only_what_its_hint_speaks_of(task, drawn):
    file, wanted, sketches = drawn[task]
    table, wide = properties(), {}
    for name, sketch in sketches.items():
        if sketch.figure is None:
            continue
        wrong = Reading(file.figure, wanted, sketch.figure)
        spoiled = {part.text for part in file.figure.parts
                   if wrong.answer(part).difference}
        groups = {table[text.partition(" ")[0]].group for text in spoiled}
        if len(groups) > 3 or len(spoiled) > 4 and len(wanted.plots) == 1:
            wide[name] = sorted(spoiled)
    assert wide == {}


# what an author is told

@pytest.mark.parametrize("old, new, words", [
    ("_draw(plt, 3)", "_draw(plt)", "mistake_cubes is right in all"),
    ("_draw(plt, 3)\n    plt.xlim(0, 2)", "_draw(plt)",
     "mistake_no_limits stands above it"),
    ('"xlim",', '"xlim", "xlim 2",', "draws 1 plots; COMPARE asks for 2"),
    ("KIND", "KIND", "")])
def test_broken_promise_of_a_figure_is_named(tmp_path, sandbox, old, new,
                                             words):
    root = write_check(tmp_path, CHECK.replace(old, new, 1))
    course = Course(root=str(root))
    said = list(broken_figure_promises(course.files[0], course.sketches,
                                       sandbox))
    assert len(said) == bool(words)
    assert words in "".join(said)
