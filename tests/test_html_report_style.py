"""The style sheet: contrast, both schemes, paper, and nothing from afar."""

import re

import pytest

from grader.report.html.highlight import coloured
from grader.report.html.source import KINDS
from grader.report.html.style import policy, style_sheet
from grader.report.html.tasks import ORDER, SIGNS, WORDS

SHEET = style_sheet()
ENOUGH = 4.5
# letters -> grounds on which they stand
ON = {
    "ink": ["ground", "card", "sunken", "hint-ground", "note-ground"],
    "soft": ["ground", "card", "sunken"], "link": ["ground", "card"],
    "mark": ["mark-ground"], "passed": ["passed-ground"],
    "failed": ["failed-ground", "card"], "missing": ["missing-ground"],
    "refused": ["refused-ground", "note-ground"],
    "error": ["error-ground"],
    **{name: ["sunken"] for name in ("keyword", "string", "number",
                                     "comment", "name", "builtin")}}
PAIRS = [(letters, ground) for letters, grounds in ON.items()
         for ground in grounds]


def palette(scheme):
    """The colours of a scheme, by name."""
    light, dark = re.findall(r":root \{(.*?)\}", SHEET, re.DOTALL)
    text = light if scheme == "light" else light + dark
    return dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", text))


def brightness(colour):
    """Relative brightness as the accessibility rules define it."""
    parts = [int(colour[place:place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045
                        else ((part + 0.055) / 1.055) ** 2.4
                        for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, two):
    low, high = sorted((brightness(one), brightness(two)))
    return (high + 0.05) / (low + 0.05)


def test_contrast_is_measured_as_everybody_does():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("letters, ground", PAIRS)
def test_letters_can_be_read_on_their_ground(scheme, letters, ground):
    colours = palette(scheme)
    assert contrast(colours[letters], colours[ground]) >= ENOUGH


def test_every_colour_of_letters_is_tested():
    used = set(re.findall(r"(?<![\w-])color: var\(--([\w-]+)\)", SHEET))
    assert used <= set(ON)


def test_dark_scheme_changes_every_colour():
    light, dark = palette("light"), palette("dark")
    assert [name for name in light if light[name] == dark[name]] == []


def test_dark_scheme_is_for_screens_only():
    assert re.findall(r"@media ([^{]*prefers-color-scheme[^{]*)", SHEET) == [
        "screen and (prefers-color-scheme: dark) "]


@pytest.mark.parametrize("text", ["url(", "@import", "@font-face", "</",
                                  "http", "expression", "\r"])
def test_sheet_brings_nothing_from_elsewhere(text):
    assert text not in SHEET


def test_every_coloured_word_has_a_rule():
    assert all(f"\n.{kind} {{" in SHEET for kind in KINDS.values())
    line = "@a\ndef f(): return len('x', 1) # y"
    kinds = {kind for pieces in coloured(line.split("\n"))
             for kind, _ in pieces}
    assert kinds - {""} == set(KINDS)


def test_every_state_has_a_word_a_sign_and_a_colour():
    assert set(ORDER) == set(WORDS) == set(SIGNS)
    assert len(set(SIGNS.values())) == len(SIGNS)
    assert all(f"\n.{state} {{" in SHEET for state in ORDER)


def test_policy_changes_with_the_sheet():
    assert policy(SHEET) != policy(SHEET + " ")
    assert "unsafe" not in policy(SHEET)


def test_sheet_fits_79_columns():
    assert max(map(len, SHEET.split("\n"))) <= 79
