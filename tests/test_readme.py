"""The README: its recorded session is what the program prints today."""

import re
import xml.etree.ElementTree as ET

import pytest

from docs.recording import (BLOCK, PHONE, PICTURE, README, ROOT, narrow,
                            picture, plain, session)

ANEW = "Type `python -m docs.recording` and look at the README."
WALLS = re.compile(r"Student code\s+ran .*?\n(?=\S)", re.DOTALL)


def settled(text):
    """The text without what depends on the computer."""
    return WALLS.sub("Student code ran.\n", text)


def rows_of(path):
    """The lines that an image shows, without those that are empty."""
    root = ET.fromstring(path.read_text(encoding="utf-8"))
    return [("".join(row.itertext()), row) for row in root.iter()
            if row.tag.endswith("}text")]


@pytest.fixture(scope="module")
def recorded():
    return session()


@pytest.fixture(scope="module")
def page():
    return README.read_text(encoding="utf-8")


def test_text_of_the_session_is_what_the_program_prints(recorded, page):
    shown, = BLOCK.findall(page)
    assert settled(shown) == settled(plain(recorded)), ANEW


@pytest.mark.parametrize("path, made", [
    (PICTURE, lambda text: text), (PHONE, narrow)], ids=["desk", "phone"])
def test_picture_shows_what_the_program_prints(recorded, path, made):
    wanted = [row for row in plain(made(recorded)).splitlines() if row]
    shown = [text for text, _ in rows_of(path)]
    assert settled("\n".join(shown)) == settled("\n".join(wanted)), ANEW


def test_session_shows_a_task_repaired(recorded):
    words = [row.split() for row in plain(recorded).splitlines()]
    found = [row[0] for row in words if row[1:2] == ["4-line_up"]]
    assert found == ["failed", "ok"]
    assert "\x1b[1;31mfailed\x1b[0m" in recorded


def test_picture_needs_nothing_else_and_holds_any_text():
    image = picture("$ a <b> & \x1b[1;32mok\x1b[0m done\n\n  x")
    root = ET.fromstring(image)
    rows = [row for row in root.iter() if row.tag.endswith("}text")]
    assert ["".join(row.itertext()) for row in rows] == [
        "$ a <b> & ok done", "  x"]
    assert [part.get("class") for part in rows[0]] == ["prompt", "s32"]
    assert image.count("http") == 1         # the name of the format


@pytest.mark.parametrize("path", [PICTURE, PHONE],
                         ids=lambda path: path.stem)
def test_lines_of_a_picture_end_inside_of_it(path):
    width = float(ET.fromstring(path.read_text(encoding="utf-8"))
                  .get("width"))
    assert all(float(row.get("x")) + float(row.get("textLength")) <= width
               for _, row in rows_of(path))


@pytest.mark.parametrize("command", [
    "python3 grader          # grade the tasks of this folder",
    "python3 tests           # run the project's own tests",
    "python3 grader explain", "python3 grader watch", "--html"])
def test_command_stands_in_the_readme(command, page):
    assert command in page


def test_places_that_the_readme_names_are_there(page):
    links = re.findall(r"\]\(([^)#:]+)\)|(?:src|srcset)=\"([^\"]+)\"", page)
    names = [one or two for one, two in links]
    assert len(names) > 10
    assert [name for name in names if not (ROOT / name).exists()] == []
