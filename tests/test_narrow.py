"""Reports on a terminal of less than 79 columns."""

import os
import pty
import subprocess
import sys

import pytest
from graded import WRONG
from source_tree import ROOT

from docs.recording import chunks
from grader.report.narrow import narrowed
from grader.report.text import text_lines

STATUS = "  failed   0-double" + " " * 40 + "6.5 / 10"


def lines(line, columns=60):
    return list(narrowed(line, columns))


def test_score_stays_in_the_line_of_its_task():
    shown, = lines(STATUS)
    assert len(shown) == 60 and shown.endswith("0-double" + " " * 33
                                               + "6.5 / 10")


@pytest.mark.parametrize("score", [
    "6.5 / 10", "3 of 6 checks", "7.2 of 10 points", "at grading",
    "not counted"])
def test_every_kind_of_score_is_known(score):
    assert len(lines("0x00-topic/0-double" + " " * 42 + score)) == 1


def test_long_sentence_is_broken_between_words():
    text = "           hint: " + "word " * 12 + "end"
    shown = lines(text)
    assert len(shown) == 2 and all(len(line) <= 60 for line in shown)
    assert " ".join(line.strip() for line in shown) == text.strip()
    assert shown[1].startswith("             word")


@pytest.mark.parametrize("line", [
    "  python3 grader a_class/of/mine/ten/me --task 11-the_western_exchange",
    "    [[1.0,   2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 9.0, 10.0, 11.0]]",
    "short", ""])
def test_commands_and_rows_of_numbers_stay_whole(line):
    assert lines(line) == [line]


def test_difference_of_two_values_is_no_score():
    text = "           got:      ValueError: " + "text " * 9
    assert lines(text)[0].startswith("           got:      ValueError:")


@pytest.mark.parametrize("columns", [30, 45, 60, 78])
def test_no_word_of_a_report_is_lost(classroom, columns):
    classroom.submit(WRONG)
    told = [line for line, _ in text_lines(classroom.report())]
    shown = [part for line in told for part in narrowed(line, columns)]
    assert " ".join(shown).split() == " ".join(told).split()


@pytest.mark.parametrize("columns, most", [(60, 60), (100, 79)])
def test_terminal_is_asked_for_its_width(columns, most):
    ours, theirs = pty.openpty()
    with subprocess.Popen(
            [sys.executable, "-c", "import sys; from grader.report.text "
             "import write_lines; write_lines([(sys.argv[1], 'red')], "
             "sys.stdout)", "  failed   " + "word " * 13], cwd=ROOT,
            env={**os.environ, "COLUMNS": str(columns)}, stdin=theirs,
            stdout=theirs):
        os.close(theirs)
        shown = b"".join(chunks(ours)).decode()
    os.close(ours)
    assert "\x1b[1;31mfailed" in shown
    rows = shown.replace("\x1b[1;31m", "").replace("\x1b[0m", "").split("\r\n")
    assert max(map(len, rows)) <= most
    assert (len(rows) > 2) == (columns == 60)
