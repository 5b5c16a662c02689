"""Drivers and examples of lessons, run behind the walls; what they print.

They are ours, but an author's first version may loop for ever or stop with
an exception: here it costs one child and gives one sentence.
"""

from __future__ import annotations

import doctest
from collections.abc import Mapping

import msgspec

from grader.author.agreement.lesson_text import Fence, fences
from grader.author.agreement.texts import Text, Texts
from grader.figures.sources import given_files
from grader.model import Limits
from grader.sandbox import AnySandbox, wire

OURS = Limits(call_seconds=5.0, task_seconds=30.0)
PART = "\x1e"                       # printed before each example
RUNNER = """
def _run(sources, names):
    for source in sources:
        print({part!r})
        try:
            exec(compile(source, "<example>", "single"), names)
        except Exception as error:
            print("Traceback (most recent call last):")
            print(f"{{type(error).__name__}}: {{error}}")
    print({part!r})


_names = {{"__name__": "__main__"}}
exec({start!r}, _names)
_run({sources!r}, _names)
"""


class Shown(msgspec.Struct, frozen=True):
    """A program's printed text, or why there is none.

    trouble: how it ended before it was done; line: where, 0 if unknown
    """

    text: str
    trouble: str = ""
    line: int = 0


class Example(msgspec.Struct, frozen=True):
    """One `>>>` of a lesson: its line, what it is, what it shows."""

    line: int
    source: str
    want: str
    error: str = ""


def run_all(jobs: Mapping[str, wire.Job],
            sandbox: AnySandbox) -> dict[str, Shown]:
    """What each program prints, by the key of its job."""
    keys = list(jobs)
    found = {}
    for place, run in sandbox.run(list(jobs.values())):
        outcome = run.outcomes[0]
        words = [word for word in (outcome.error, outcome.text or run.fault)
                 if word]
        found[keys[place]] = Shown(
            outcome.stdout, "" if outcome.state == "value" and not run.fault
            else ": ".join(words) or outcome.state, outcome.line)
    return found


def program_job(name: str, text: str, files: dict[str, bytes],
                siblings: dict[str, bytes]) -> wire.Job:
    """The job that runs one program; with a figure where it draws."""
    source = text.encode()
    drawing = any(b"matplotlib" in one for one in (source,
                                                   *siblings.values()))
    return wire.Job("figure" if drawing else "script", name, b"", "",
                    siblings, (), (wire.WireCall(source=source),), OURS,
                    files=files)


def driver_job(texts: Texts) -> wire.Job | None:
    """The driver beside its task, as a student starts it."""
    if texts.driver is None or texts.task is None:
        return None
    files, siblings = given_files(texts.file), {}
    if texts.file.choice is None:
        siblings[texts.name] = texts.task.text.encode()
    else:
        files = {texts.name: texts.task.text.encode()}
    return program_job(f"{texts.number}-main", texts.driver.text, files,
                       siblings)


def block_job(texts: Texts) -> wire.Job | None:
    """The examples of a task's block, with the reference solution."""
    if texts.block is None or texts.task is None or not texts.file.entry:
        return None
    found = examples(texts.block.text, texts.block.line)
    if not found:
        return None
    start = (f"import math\nimport numpy as np\n{texts.file.entry} = "
             f"__import__({texts.name!r}).{texts.file.entry}\n")
    return program_job("examples", _runner(start, found),
                       given_files(texts.file),
                       {texts.name: texts.task.text.encode()})


def section_job(text: str) -> wire.Job | None:
    """The examples of one section of a lesson, in one name space."""
    found = examples(text, 0)
    return program_job("examples", _runner("", found), {}, {}
                       ) if found else None


def _runner(start: str, found: list[Example]) -> str:
    return RUNNER.format(part=PART, start=start,
                         sources=[example.source for example in found])


def examples(text: str, offset: int) -> list[Example]:
    """The `>>>` examples of a part; offset is the line of its heading."""
    return [example for fence in fences(text)
            if fence.language == "python" and ">>>" in fence.body
            for example in _of_fence(fence, offset)]


def _of_fence(fence: Fence, offset: int) -> list[Example]:
    try:
        found = doctest.DocTestParser().get_examples(fence.body)
    except ValueError as error:
        return [Example(offset + fence.line,
                        f"raise SyntaxError({str(error)!r})\n", "")]
    return [Example(offset + fence.line + example.lineno, example.source,
                    example.want, example.exc_msg or "")
            for example in found]


def wrong_examples(lesson: Text, found: list[Example],
                   shown: Shown) -> list[str]:
    """A sentence for each example that prints something else."""
    outputs = [text.removeprefix("\n") for text
               in shown.text.split(PART)[1:]]
    told = []
    for example, output in zip(found, outputs):
        want = example.want
        if example.error:
            output = output.rpartition("(most recent call last):\n")[2]
            want = example.error
        if not doctest.OutputChecker().check_output(want, output, 0):
            told.append(
                f"{lesson.at(example.line)}: `{_short(example.source)}` "
                f"gives `{_short(output) or 'nothing'}`, the lesson shows "
                f"`{_short(want) or 'nothing'}`. Correct the lines below "
                f"it, or the example.")
    if shown.trouble or len(outputs) <= len(found):
        last = found[min(len(outputs), len(found)) - 1] if outputs \
            else found[0]
        told.append(f"{lesson.at(last.line)}: this example stops the others: "
                    f"{shown.trouble or 'too much output'}. Correct it.")
    return told


def _short(text: str) -> str:
    text = " / ".join(text.strip().split("\n"))
    return text if len(text) <= 70 else text[:66] + " ..."
