"""The quick checker complains exactly as pycodestyle itself does."""

import random
from pathlib import Path

import pycodestyle
import pytest
from source_tree import ROOT

from grader.quick_style import QuickChecker
from grader.style import _lines, _Seen, _settings

LOOSE = [" ", "  ", "\t", "\n", "\\", "\\\n", "#", "#:", "l", "O = 1", "(",
         "[", ")", "]", ",", ";", ":", "=", "==", " == None", "not ", " in ",
         "type(a) == type(b)", "except:", "\x0c", "\xa0", "'''", '"', "\r",
         "lambda: 0", "# noqa", "@ x", "if(a)", "is not", "**", "->", "é",
         "import a, b\n", "f'{a}'", "async def f(): pass\n", "\\d", "x" * 80]


def complaints(checker):
    """All complaints of one checker, or how it stumbled."""
    try:
        checker.check_all()
    except Exception as error:
        return type(error), checker.report.places
    return checker.report.places


def library(lines):
    return complaints(pycodestyle.Checker(
        lines=list(lines), options=_settings(), report=_Seen()))


def quick(lines):
    return complaints(QuickChecker(list(lines), _settings(), _Seen()))


def broken(data, chance):
    """The file with a few pieces taken out, doubled or put in."""
    text = "".join(_lines(data))
    for _ in range(chance.randrange(1, 12)):
        place = chance.randrange(len(text) + 1)
        text = (text[:place] + chance.choice([*LOOSE, ""])
                + text[place + chance.choice((0, 0, 1, 3)):])
    return text.splitlines(keepends=True)


TOPICS = sorted(ROOT.glob("0x0*/*.py"))
SUBMITTED = sorted((ROOT / "tests" / "submissions").rglob("*.py"))
STANDARD = sorted(Path(random.__file__).parent.glob("*.py"))[:25]


@pytest.mark.parametrize("files", [TOPICS, SUBMITTED, STANDARD],
                         ids=["topics", "submissions", "library"])
def test_files_get_the_complaints_of_the_library(files):
    differ = []
    for path in files:
        data = path.read_bytes()
        if len(data) < 40_000 and quick(_lines(data)) != library(
                _lines(data)):
            differ.append(path.name)
    assert files and differ == []


def test_damaged_files_get_the_complaints_of_the_library():
    chance = random.Random(7)
    differ = []
    for path in TOPICS + SUBMITTED[::7]:
        lines = broken(path.read_bytes(), chance)
        if quick(lines) != library(lines):
            differ.append((path.name, "".join(lines)))
    assert differ == []


def test_line_with_thousands_of_colons_is_not_asked_for_compounds():
    line = "x = [" + "a[1:2], " * 300 + "]\n"
    assert "E701" not in quick([line])
