"""Further targets of `fuzz`: files between two runs, programs, pages, figures.

The policy, results of earlier runs, what was seen in a folder, hints that
were shown, times of a command line, check files of the student edition;
programs of students, pages about them, and what a child tells of its figures.

Each target takes a chance and a folder of its own, writes plain files of
fixed names into that folder only, and gives the input that it tried.
"""

from __future__ import annotations

import functools
import os
import random
from pathlib import Path

import msgspec
import numpy as np

from grader import unchanged
from grader.author.edition.recording import record
from grader.author.edition.rows import to_rows
from grader.cache import Store
from grader.cases import make_checks, plan
from grader.checkfile import CheckFile, load
from grader.explaining.progress import NAME as HINTS
from grader.explaining.progress import Progress
from grader.figures.matching import STRANGE, best_reading
from grader.forms import check_forms, read_task
from grader.lateness import lateness, read_time
from grader.model import (CheckFileError, Isolation, SourceFile, TaskFile,
                          UsageError)
from grader.policy import NAME as POLICY
from grader.policy import Policy, PolicyError, read_policy
from grader.remembering import Entry, Memory
from grader.report.html.evidence import Evidence, source_lines
from grader.report.html.sketch import sketch
from grader.report.html.tasks import task_html
from grader.report.schema import FindingInfo, TaskInfo
from grader.sandbox.decode import WireError, decode
from grader.sandbox.encode import encode
from grader.sandbox.figures import records
from grader.shipped import load_shipped
from grader.tame import is_tame

ROOT = Path(__file__).resolve().parent.parent
CHECKS = ROOT / "grader" / "checks"
TASK = "0x00-linear_algebra/8-ridin_bareback"
FIGURE = "0x01-plotting/0-line"
RULES = b"""tasks = ["0x00-linear_algebra", "0x03-probability/1-*"]
seed = 20261123
reveal = "hint-only"
[points]
output = 7
style = 0.5
[task."0x00-linear_algebra/18-*"]
weight = 2
reveal = "nothing"
[late]
due = 2026-12-01T23:59:00+01:00
grace_minutes = 15
percent_per_day = 10
"""
NESTED = b"[({\"'#\\9-~\x91\xff"


def damaged(data: bytes, chance: random.Random) -> bytes:
    """The bytes with some changed, cut, doubled or added; some go deep."""
    damage = bytearray(data)
    for _ in range(chance.randint(1, 6)):
        place = chance.randint(0, len(damage))
        way = chance.randint(0, 20)
        if way < 5 and damage:
            damage[place % len(damage)] = chance.randint(0, 255)
        elif way < 9:
            damage[place:place] = chance.randbytes(chance.randint(1, 9))
        elif way < 13:
            del damage[place:place + chance.randint(1, 20)]
        elif way < 17:
            end = place + chance.randint(1, 30)
            damage[place:place] = damage[place:end]
        elif way < 20:
            damage[place:place] = bytes([chance.choice(NESTED)]) * (
                chance.choice((2, 60, 3000)))
        else:
            damage = damage[:place]
    return bytes(damage)


@functools.cache
def check_file(task: str) -> CheckFile:
    """One check file, loaded once."""
    return load(str(CHECKS), task)


@functools.cache
def programs() -> tuple[bytes, ...]:
    """All reference solutions of the course."""
    return tuple(path.read_bytes()
                 for path in sorted(ROOT.glob("0x0*/*-*.py")))


def policies(chance: random.Random, folder: Path) -> bytes:
    """A damaged policy: read, or refused with a sentence; then a time."""
    data = damaged(RULES, chance)
    path = folder / POLICY
    path.write_bytes(data)
    try:
        policy = read_policy(str(path))
    except PolicyError:
        policy = Policy()
    when = damaged(b"2026-12-04T12:00:00+01:00", chance)[:99]
    try:
        lateness(policy, read_time(when.decode("utf-8", "replace")))
    except UsageError:
        pass
    return data + b"\n" + when


@functools.cache
def memory(folder: Path) -> tuple[Store, Memory, TaskFile, bytes]:
    """A store of results, a task, and a sound record of it."""
    data = programs()[0]
    task = TaskFile(TASK, "x.py", SourceFile("x.py", data, "0" * 64, True))
    store = Store(str(folder / "results"))
    entry = Entry(TaskInfo(TASK, "Title", "x.py", "0" * 64, "failed", 3.0,
                           10.0, 0.1, {}, [], []),
                  (3, 1), (10, 1), Isolation("full"))
    return store, Memory(store), task, msgspec.msgpack.encode(entry)


def results(chance: random.Random, folder: Path) -> bytes:
    """A damaged record, and a damaged file that holds a sound one."""
    store, found, task, good = memory(folder)
    key = found.key(task, 1, False)
    data = damaged(good, chance)
    store.write(key, data)
    if chance.random() < 0.5:
        path = Path(store.folder, key)
        whole = damaged(path.read_bytes(), chance)
        if whole != path.read_bytes():
            path.write_bytes(whole)
            assert found.find(task, 1, False) is None, "a damaged file"
            return whole
    entry = found.find(task, 1, False)
    assert entry is None or 0 <= entry[0].points <= entry[0].max_points
    return data


def remains(chance: random.Random, folder: Path) -> bytes:
    """Damaged notes: what a folder looked like, which hints were seen."""
    data = damaged(b'{"0x00/1-x.py": [1732300000000000000, 120, 33188], '
                   b'"a": {"about": "0af3", "count": 2}}', chance)
    place = Path(unchanged._place(str(folder)))
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_bytes(data)
    unchanged.changed_names(str(folder))
    (folder / HINTS).write_bytes(data)
    seen = Progress(str(folder))
    assert 0 <= seen.count("a", "0af3") <= 100
    if chance.random() < 0.1:
        seen.keep("b", "x", 1)
        assert Progress(str(folder)).count("b", "x") == 1
    return data


@functools.cache
def shipped_text() -> bytes:
    """One check file as the student edition has it."""
    file = check_file(TASK)
    return to_rows(record(file, make_checks(file, 1)))


def editions(chance: random.Random, folder: Path) -> bytes:
    """A damaged check file of the student edition."""
    data = damaged(shipped_text(), chance)
    path = folder / (TASK + ".json")
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(data)
    try:
        plan(load_shipped(str(folder), TASK), 1)
    except CheckFileError:
        pass
    return data


def texts(chance: random.Random, folder: Path) -> bytes:
    """A damaged program: rules, style, docstrings, tameness, its page."""
    data = damaged(chance.choice(programs()), chance)
    if chance.random() < 0.2:
        data = damaged(data, chance)
    file = check_file(TASK)
    task = TaskFile(TASK, "x.py", SourceFile("x.py", data, "0" * 64, True))
    read = read_task(file, task)
    forms = check_forms(file, task, read)
    if read.parsed.tree is not None:
        is_tame(read.parsed.tree)
    told = [FindingInfo(part, found.code, found.text, found.hint, found.line,
                        found.column, 0.5) for part, form in forms.items()
            for found in form.findings]
    info = TaskInfo(TASK, "Title", "x.py", "0" * 64, "failed", 0.0, 10.0,
                    0.1, {}, [], told)
    page = task_html(info, Evidence(source_lines(task)), True)
    acting = {letter for letter in page if letter < " "} - {"\n", "\t"}
    assert not acting and "<script" not in page, "a page that acts"
    return data


@functools.cache
def drawing() -> records.Drawing:
    """Lines, bars and texts, as a child would tell of them."""
    axis = records.Axis(records.Text("x", 10.0), (0.0, 10.0), "linear",
                        (0.0, 5.0, 10.0), ("0", "5", "10"))
    line = records.Line(np.arange(22.0).reshape(11, 2), (1.0, 0.0, 0.0), "-",
                        1.5, "None")
    ramp = records.Ramp("viridis", (0.0, 1.0), np.ones((65, 3)))
    plot = records.Plot(
        (0.1, 0.1, 0.8, 0.8), (records.Text("title", 12.0),), axis, axis,
        None, (line, line), records.Points(
            np.ones((2, 2)), np.ones((2, 3)), np.ones(2)),
        records.Bars(np.ones((2, 4)), np.ones((2, 3)), np.ones((2, 3)),
                     np.ones(2)),
        (records.Mesh(np.ones((2, 2)), (0.0, 1.0, 0.0, 1.0), ramp),),
        (records.Shape(np.ones((3, 2)), (0.0, 0.0, 1.0), (0.0, 0.0, 1.0)),),
        records.Legend((records.Entry("a", (1.0, 0.0, 0.0), "-"),),
                       (0.5, 0.5), 10.0),
        (records.ColourBar((records.Text("bar", 9.0),), ramp),),
        (records.Text("note", 9.0),))
    figure = records.Figure((plot, plot), records.Text("all", 14.0), (),
                            (6.4, 4.8), 0)
    return records.Drawing((figure,), "function", ("line",))


def drawings(chance: random.Random, folder: Path) -> bytes:
    """Damaged facts of a figure: read, compared, drawn on a page."""
    data = encode(records.to_plain(drawing()))
    for _ in range(chance.randint(1, 3)):
        place = chance.randrange(len(data))
        data = data[:place] + chance.randbytes(chance.choice((1, 8))) + data[
            place + chance.choice((1, 8)):]
    try:
        figures = records.from_plain(decode(data)).figures
    except (WireError, records.FactsError):
        return data
    asked, wanted = check_file(FIGURE).figure, drawing().figures[0]
    if asked is not None and figures:
        for answer in best_reading(asked, wanted, figures).answers():
            answer.difference.encode("utf-8", "replace")
    for figure in figures:
        try:
            sketch(figure, {}, os.fspath("Drawn"))
        except STRANGE:
            pass
    return data
