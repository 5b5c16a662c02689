"""Pictures of figures, drawn from their facts alone; forged facts too."""

import math
import re

import msgspec
import numpy as np
import pytest
from graded import Classroom
from html_reader import faults, read_page
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from html_pages import MARKUP
from small_course import write_check
from test_figure_kind import CHECK, RIGHT
from test_html_report import bytes_of, page_of, with_checks

from grader.keeping import MOST_FIGURE_BYTES, figure_to_keep
from grader.model import Limits
from grader.report.html.furniture import plain
from grader.report.html.ink import paint
from grader.report.html.places import boxes_of
from grader.report.html.sheet import Box, scale_of
from grader.report.html.sketch import sketch
from grader.report.html.spoken import spoken
from grader.sandbox import open_sandbox
from grader.sandbox.figures.records import (NO_COLOUR, Axis, Bars, ColourBar,
                                            Entry, Figure, Legend, Line, Mesh,
                                            Plot, Points, Ramp, Shape, Text)

NUMBER = re.compile(r"-?\d+(?:\.\d)?")
RED, BLUE = (1.0, 0.0, 0.0), (0.0, 0.0, 1.0)
AXIS = Axis(Text("x", 10), (0.0, 10.0), "linear", (0.0, 5.0, 10.0),
            ("0", "5", "10"))
NO_POINTS = Points(np.zeros((0, 2)), np.zeros((0, 3)), np.zeros(0))
NO_BARS = Bars(np.zeros((0, 4)), np.zeros((0, 3)), np.zeros((0, 3)),
               np.zeros(0))
RAMP = Ramp("viridis", (0.0, 1.0), np.tile(np.linspace(0, 1, 65)[:, None],
                                           (1, 3)))


def line(points=((0, 0), (5, 5), (10, 10)), colour=RED, dash="-",
         width=1.5, marker="None"):
    return Line(np.array(points, float), colour, dash, width, marker)


def points(places, colour=RED):
    count = len(places)
    return Points(np.array(places, float), np.tile(colour, (count, 1)),
                  np.full(count, np.nan))


def bars(boxes, face=BLUE):
    count = len(boxes)
    return Bars(np.array(boxes, float), np.tile(face, (count, 1)),
                np.tile(RED, (count, 1)), np.ones(count))


def plot(**facts):
    return Plot(**{
        "place": (0.125, 0.11, 0.775, 0.77), "titles": (Text("Title", 12),),
        "x": AXIS, "y": AXIS, "z": None, "lines": (), "points": NO_POINTS,
        "bars": NO_BARS, "meshes": (), "shapes": (), "legend": None,
        "colour_bars": (), "notes": (), **facts})


def figure(*plots, heading="", size=(6.4, 4.8)):
    return Figure(plots, Text(heading, 12), (), size, 0)


def drawn(facts, lost=None):
    """The picture as a tree; every number in it is a number."""
    markup = sketch(facts, lost or {}, "Drawn")
    top, found = read_page(markup)
    assert found == []
    for node in top.walk():
        for name in ("x", "y", "width", "height", "d", "viewbox",
                     "transform", "stroke-width"):
            text = node.attributes.get(name, "")
            assert not re.search(r"nan|inf|e[+-]?\d", text), (name, text)
    return top


def data_of(picture):
    """The inner canvas that holds the data."""
    return picture.all("svg")[1]


# what is drawn

def test_line_goes_from_corner_to_corner():
    path = data_of(drawn(figure(plot(lines=(line(),))))).one("path")
    box = [float(word) for word in data_of(drawn(figure(plot(lines=(
        line(),))))).attributes["viewbox"].split()]
    places = [float(word) for word in NUMBER.findall(path.attributes["d"])]
    assert places[:2] == [box[0], box[1] + box[3]]
    assert places[-2:] == pytest.approx([box[0] + box[2], box[1]], abs=0.2)


@pytest.mark.parametrize("dash, pattern", [
    ("-", None), ("--", "6 3"), (":", "1.5 3"), ("-.", "6 3 1.5 3")])
def test_line_keeps_its_colour_and_dash(dash, pattern):
    path = data_of(drawn(figure(plot(lines=(line(dash=dash),))))).one("path")
    assert path.attributes["stroke"] == "#ff0000"
    assert path.attributes.get("stroke-dasharray") == pattern


def test_gap_in_a_line_stays_a_gap():
    path = data_of(drawn(figure(plot(lines=(line(
        [(0, 0), (1, 1), (np.nan, 2), (3, 3), (4, 4)]),))))).one("path")
    assert path.attributes["d"].count("M") == 2


def test_points_of_one_colour_are_one_path():
    places = [(1, 1), (2, 2), (3, 3)]
    path = data_of(drawn(figure(plot(points=points(places))))).one("path")
    assert path.attributes["d"].count("h0") == 3
    assert path.attributes["stroke-linecap"] == "round"


def test_bars_have_their_faces_and_edges():
    rectangle, = data_of(drawn(figure(plot(bars=bars(
        [(2, 0, 3, 5)]))))).all("rect")
    assert rectangle.attributes["fill"] == "#0000ff"
    assert rectangle.attributes["stroke"] == "#ff0000"


def test_heat_map_has_a_rectangle_a_cell():
    mesh = Mesh(np.arange(6.0).reshape(2, 3) / 5, (0, 10, 0, 10), RAMP)
    cells = data_of(drawn(figure(plot(meshes=(mesh,))))).all("rect")
    assert len(cells) == 6
    assert cells[0].attributes["fill"] == "#000000"
    assert cells[-1].attributes["fill"] == "#ffffff"


def test_other_areas_are_closed_paths():
    shape = Shape(np.array([(0, 0), (5, 0), (5, 5.0)]), BLUE, NO_COLOUR)
    path = data_of(drawn(figure(plot(shapes=(shape,))))).one("path")
    assert path.attributes["d"].endswith("Z")
    assert path.attributes["stroke"] == "none"


def test_texts_ticks_and_legend_are_there():
    legend = Legend((Entry("first", RED, "--"),), (0.5, 0.5), 10)
    texts = [node.text() for node in drawn(figure(
        plot(legend=legend, lines=(line(),)), heading="All")).all("text")]
    assert {"Title", "x", "0", "5", "10", "first", "All"} <= set(texts)


def test_colour_bar_has_colours_and_its_text():
    bar = ColourBar((Text("height (m)", 10),), RAMP)
    picture = drawn(figure(plot(colour_bars=(bar,))))
    fills = {node.attributes.get("fill") for node in picture.all("rect")}
    assert len(fills) > 10
    assert "height (m)" in picture.text()


def test_three_dimensions_are_drawn_without_a_frame():
    cube = plot(z=AXIS, points=points([(1, 2, 3), (5, 5, 5)]))
    picture = drawn(figure(cube))
    assert len(picture.all("svg")) == 1
    assert len(picture.all("path", kind="frame")) > 9


def test_logarithmic_axis_is_divided_by_powers():
    axis = msgspec.structs.replace(AXIS, limits=(1.0, 100.0), scale="log")
    parts = scale_of(axis).parts(np.array([1.0, 10.0, 100.0, 0.0, -1.0]))
    assert parts[:3] == pytest.approx([0, 0.5, 1])
    assert np.isnan(parts[3:]).all()


@pytest.mark.parametrize("text, found", [
    ("$\\mathdefault{10^{-3}}$", "10\u207b\u00b3"), ("$x^2$", "x\u00b2"),
    ("a\n  b", "a b"), ("5 $", "5"), ("x" * 99, "x" * 59 + "\u2026"),
    ("100 {a}", "100 {a}")])
def test_formulas_and_long_texts_become_plain(text, found):
    assert plain(text).strip() == found


def test_plots_get_room_for_their_texts_even_where_they_overlap():
    places = [(0.1, 0.5, 0.35, 0.35), (0.55, 0.5, 0.35, 0.35),
              (0.1, 0.1, 0.8, 0.35)]
    one, two, three = boxes_of(places, Box(0, 0, 660, 495))
    assert two.left - one.right >= 58
    assert three.top - one.bottom >= 60
    assert three.right <= 660 and three.bottom <= 495


# what differs

def test_lost_texts_have_a_ring():
    picture = drawn(figure(plot(lines=(line(),))), {
        0: frozenset({"title", "xlabel"})})
    assert len(picture.all("rect", kind="ring")) == 2


def test_lost_text_that_is_missing_is_named():
    empty = plot(titles=(), lines=(line(),))
    assert "(no title)" in drawn(figure(empty), {
        0: frozenset({"title"})}).text()
    assert "(no title)" not in drawn(figure(empty)).text()


@pytest.mark.parametrize("name", ["xlim", "yticks", "xscale"])
def test_axis_that_differs_is_thick(name):
    picture = drawn(figure(plot(lines=(line(),))), {0: frozenset({name})})
    assert len(picture.all("path", kind="rail")) == 1


def test_only_the_plot_that_differs_has_rings():
    two = figure(plot(place=(0.1, 0.1, 0.3, 0.8)),
                 plot(place=(0.6, 0.1, 0.3, 0.8)))
    assert len(drawn(two, {1: frozenset({"title"})}).all(
        "rect", kind="ring")) == 1


# words

def test_words_tell_title_axes_and_counts():
    text = spoken(figure(plot(lines=(line(), line()),
                              points=points([(1, 1)]))))
    assert text == ("title `Title`; x axis `x` from 0 to 10; y axis `x` "
                    "from 0 to 10; 2 lines, 1 point.")


def test_words_of_several_plots_are_counted():
    text = spoken(figure(plot(), plot(titles=()), heading="All in One"))
    assert text.startswith("Figure `All in One`. 2 plots. Plot 1: title")
    assert "Plot 2: no title" in text


def test_picture_has_its_words():
    picture = drawn(figure(plot(lines=(line(),)))).all("svg")[0]
    assert picture.attributes["role"] == "img"
    assert picture.attributes["aria-label"].startswith("Drawn: title")


# forged facts

@pytest.mark.parametrize("tone, word", [
    (RED, "#ff0000"), (NO_COLOUR, "none"), ((math.nan, 0, 0), "none"),
    ((9.0, 0.5, 0), "#ff8000"), ((math.inf, 0, 0), "none"), ((), "none"),
    (("1", "0", "0"), "#ff0000")])
def test_colour_is_six_digits_or_none(tone, word):
    assert paint(tone) == word


@pytest.mark.parametrize("limits", [
    (0.0, 0.0), (math.nan, 1.0), (-math.inf, math.inf), (-1e308, 1e308),
    (1e-320, 2e-320), (5.0, -5.0), (1e300, 1e300)])
@pytest.mark.parametrize("scale", ["linear", "log", "<b>"])
def test_forged_limits_give_a_picture(limits, scale):
    axis = Axis(Text("x", 1), limits, scale, (0.0, math.nan, 1e308),
                ("a", "b", "c"))
    drawn(figure(plot(x=axis, y=axis, lines=(line(),), bars=bars(
        [(1, 1, 1e308, 1e308), (math.nan, 0, 1, 1)]))))


@pytest.mark.parametrize("place", [
    (0.0, 0.0, 0.0, 0.0), (math.nan,) * 4, (-9.0, 9.0, 99.0, -99.0),
    (math.inf, 0.1, 0.1, 0.1)])
@pytest.mark.parametrize("size", [(0.0, 0.0), (math.nan, 1.0), (1e9, 1.0),
                                  (1.0, 1e9), (-1.0, -1.0)])
def test_forged_places_stay_on_paper(place, size):
    picture = drawn(figure(plot(place=place, lines=(line(),)),
                           plot(place=place), size=size))
    for inner in picture.all("svg")[1:]:
        left, top, width, height = (float(word) for word in inner.attributes[
            "viewbox"].split())
        assert width > 0 and height > 0 and left >= 0 and top >= 0


@pytest.mark.parametrize("text", MARKUP, ids=ascii)
def test_forged_texts_add_no_element(text):
    facts = plot(
        titles=(Text(text, 9),), lines=(line(dash=text, marker=text),),
        x=Axis(Text(text, 9), (0.0, 1.0), text, (0.5,), (text,)),
        legend=Legend((Entry(text, RED, text),), (math.nan, 1e9), 9),
        colour_bars=(ColourBar((Text(text, 9),), None),),
        notes=(Text(text, 9),))
    picture = drawn(figure(facts, heading=text), {0: frozenset({"title"})})
    assert {node.name for node in picture.walk()} <= {
        "", "svg", "g", "rect", "path", "text"}


def test_forged_widths_and_counts_are_tamed():
    facts = plot(
        lines=tuple(line(width=width) for width in (
            math.nan, math.inf, -1e9, 1e9)) * 500,
        points=points(np.random.default_rng(1).normal(5, 3, (20_000, 2))),
        bars=bars([(1, 1, 1, 1)] * 20_000),
        meshes=(Mesh(np.zeros((900, 900)), (0, 1, 0, 1), RAMP),) * 9,
        shapes=(Shape(np.zeros((9000, 2)), RED, RED),) * 900)
    assert len(sketch(figure(*[facts] * 40), {}, "x")) < 1_500_000


FLOATS = st.floats(allow_nan=True, allow_infinity=True)


@settings(max_examples=40, deadline=None, suppress_health_check=[
    HealthCheck.too_slow])
@given(numbers=st.lists(FLOATS, min_size=12, max_size=12),
       is_log=st.booleans(), is_cube=st.booleans())
def test_any_numbers_give_a_picture(numbers, is_log, is_cube):
    axis = Axis(Text("a", 1), (numbers[0], numbers[1]),
                "log" if is_log else "linear", tuple(numbers[:3]),
                ("1", "2", "3"))
    data = np.array(numbers, float)
    drawn(figure(plot(
        x=axis, y=axis, z=axis if is_cube else None,
        place=tuple(numbers[4:8]),
        lines=(line(data.reshape(4, 3), tuple(numbers[:3]),
                    width=numbers[3]),),
        points=points(data.reshape(4, 3), numbers[2:5]),
        bars=bars(data.reshape(3, 4), numbers[5:8]),
        shapes=(Shape(data.reshape(4, 3), RED, RED),),
        meshes=(Mesh(data.reshape(3, 4), tuple(numbers[:4]), RAMP),),
        legend=Legend((), (numbers[0], numbers[1]), 1)),
        size=(numbers[8], numbers[9])))


def test_large_figure_is_not_kept():
    large = figure(plot(points=points(np.zeros((MOST_FIGURE_BYTES // 16 + 1,
                                                2)))))
    assert figure_to_keep(large) is None
    assert figure_to_keep(figure(plot())) is not None
    assert figure_to_keep(None) is None


# on the page

@pytest.fixture(scope="module")
def drawing_sandbox():
    with open_sandbox(Limits()) as opened:
        yield opened


@pytest.fixture
def easel(tmp_path, drawing_sandbox):
    """An empty submission to a course of one figure task."""
    classroom = Classroom(tmp_path, drawing_sandbox)
    write_check(classroom.checks, CHECK)
    return classroom


NO_LIMITS = RIGHT.replace("    plt.xlim(0, 2)\n", "")


def test_expected_and_drawn_stand_side_by_side(easel):
    easel.submit(NO_LIMITS)
    pair = page_of(easel).one("div", kind="pair")
    assert [node.text() for node in pair.all("figcaption")] == [
        "Expected", "Drawn by your file"]
    labels = [node.attributes["aria-label"] for node in pair.all(
        "svg", kind="sketch")]
    assert "x axis `time` from 0 to 2" in labels[0]
    assert "x axis `time` from -0.1 to 2.1" in labels[1]


def test_property_that_differs_is_named_with_both_values(easel):
    easel.submit(NO_LIMITS)
    words = page_of(easel).one("div", kind="property").text()
    assert words.startswith("the limits of the x axis \u22121.4")
    assert "expected0 to 2got-0.1 to 2.1" in words


def test_page_says_that_pictures_are_sketches(easel):
    easel.submit(NO_LIMITS)
    assert "sketches of what the grader read" in page_of(easel).one(
        "div", kind="pictures").text()


def test_figure_that_is_right_has_no_pictures(easel):
    easel.submit(RIGHT)
    assert page_of(easel).all("figure") == []


@pytest.mark.parametrize("text", [
    RIGHT.replace("    plt.plot", "    raise ValueError('<b>')\n    plt.x"),
    RIGHT.split("    plt.plot")[0]])
def test_without_a_figure_only_the_expected_one_is_shown(easel, text):
    easel.submit(text)
    data = bytes_of(easel)
    assert faults(data) == []
    page = read_page(data)[0]
    assert len(page.all("svg", kind="sketch")) == 1
    assert "No figure that could be read" in page.one(
        "p", kind="empty").text()


def test_closed_property_hides_the_expected_picture(easel):
    easel.submit(NO_LIMITS)
    page = page_of(easel, with_checks(expected="", difference=""))
    assert page.all("figure") == []
    assert "from 0 to 2" not in page.text()
