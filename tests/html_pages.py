"""Reports as pages, for tests and for `.ci/accessibility`.

    python3 tests/html_pages.py FOLDER      writes one file a situation
"""

from __future__ import annotations

import re
import shutil
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FAILED = ROOT / "tests" / "submissions" / "failed"
HEAD = '#!/usr/bin/env python3\n"""Hostile."""\n'
MARKUP = ("<script>alert(1)</script>", "'\"><img src=x onerror=alert(1)>",
          "</code></pre></details><h1>x</h1>", "]]>", "</style>",
          "</title><svg/onload=alert(1)>", "&lt;b&gt; &#60;i&#62; &amp;",
          "javascript:alert(1)", "{color:red}*{display:none}",
          "<!--", "--><b>", "</script>", "<svg><style>*{x:url(//x)}</style>",
          "\u202etxet\u202c", "\x1b[31m", "\x00", "\ud800", "\u2028", "\r",
          "e" + "\u0301" * 300, "\ufeff", "`", "``", "\ufdfd" * 20, "\x85")


def hostile_function(name: str) -> str:
    """A file whose values, texts and names try to act."""
    return HEAD + (f"TEXTS = {MARKUP!a}\n"
                   "COUNT = [0]\n\n\n"
                   f"def {name}(*words, **more):\n"
                   '    """<script>alert(1)</script> \u202e </style>"""\n'
                   "    COUNT[0] += 1\n"
                   "    text = TEXTS[COUNT[0] % len(TEXTS)]\n"
                   "    print(text)\n"
                   "    if COUNT[0] % 3 == 0:\n"
                   "        raise type(text, (Exception,), {})(text)\n"
                   "    if COUNT[0] % 3 == 1:\n"
                   "        return text\n"
                   "    return {text: [text]}\n")


def hostile_figure(name: str) -> str:
    """A file that draws texts which try to act, and data without end."""
    return HEAD + (
        "import numpy as np\nimport matplotlib.pyplot as plt\n"
        f"TEXTS = {MARKUP[:13]!a}\n\n\n"
        f"def {name}():\n"
        '    """Draw."""\n'
        "    for text in TEXTS:\n"
        "        plt.plot([0, 1, np.nan, 1e300, -1e300, np.inf],\n"
        "                 [1e-300, 2, 3, 4, 5, 6], '--', label=text)\n"
        "    plt.scatter(np.arange(9000), np.arange(9000) ** 2,\n"
        "                c=np.arange(9000))\n"
        "    plt.colorbar().set_label(TEXTS[0])\n"
        "    plt.bar(range(500), range(500))\n"
        "    plt.title(TEXTS[5])\n"
        "    plt.xlabel(TEXTS[1] * 9)\n"
        "    plt.ylabel(TEXTS[3])\n"
        "    plt.xticks([0, 5], TEXTS[:2])\n"
        "    plt.legend()\n")


ODD_FILES = (
    b"x = '" + b"\xe2\x80\xae" * 3 + "\U0001f600".encode() + b"'\n",
    b"\x00\x01\x02 <script>alert(1)</script>\n", b"'''</style>\n" * 3000,
    HEAD.encode() + b"x = '" + b"<b>&" * 240_000 + b"'\n",
    b"# coding: rot13\n<script>\n", b"\xff\xfe<\x00s\x00",
    HEAD.encode() + b"\n" * 40_000 + b"import os; x=1 \n",
    HEAD.encode() + b"((((" * 5000, b"", b"\r\r\r</pre>\r",
    "\ufeff".encode() + b"def f(:\n    '<img src=x>'\n")


def failed_course(folder: Path) -> None:
    """A course in which each task is wrong in its own way."""
    copy_course(folder)
    for path in task_files(folder):
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace("return ", "return  7 or ", 1),
                        encoding="utf-8")
    for path in sorted(FAILED.rglob("0x*/*-*.py")):
        target = folder / path.parent.name / path.name
        if target.exists():
            shutil.copyfile(path, target)


def hostile_course(folder: Path) -> None:
    """A course of files that would act where nobody takes care."""
    copy_course(folder)
    for place, path in enumerate(task_files(folder)):
        text = path.read_text(encoding="utf-8")
        found = re.search(r"^(?:def|class) (\w+)", text, re.MULTILINE)
        name = found[1] if found else "main"
        if place % 3 == 2:
            path.write_bytes(ODD_FILES[place // 3 % len(ODD_FILES)])
        elif "plotting" in str(path.parent):
            path.write_text(hostile_figure(name), encoding="utf-8")
        else:
            path.write_text(hostile_function(name), encoding="utf-8")


def few_course(folder: Path) -> None:
    """One topic folder in which most tasks are missing or misspelt."""
    copy_course(folder)
    for path in task_files(folder)[2:]:
        path.rename(path.with_name(path.name.replace("_", "-")))


def copy_course(folder: Path) -> None:
    """The topics of the checkout, without drivers."""
    for topic in sorted(ROOT.glob("0x0*")):
        shutil.copytree(topic, folder / topic.name,
                        ignore=shutil.ignore_patterns("*main*", "figures"))


def task_files(folder: Path) -> list[Path]:
    """The Python files of all tasks."""
    return sorted(folder.glob("0x0*/*-*.py"))


def main(out: Path) -> None:
    """Write the page of each situation."""
    from grader.commands import GradeOptions, grade_once
    from grader.report.html.page import to_page
    out.mkdir(parents=True, exist_ok=True)
    work = out / "submissions <b>"
    work.mkdir()
    for name, make in (("passed", copy_course), ("failed", failed_course),
                       ("hostile", hostile_course), ("few", few_course)):
        make(work / name)
        report, graded = grade_once(GradeOptions(
            str(work / name), seed=1, no_cache=True))
        page = to_page(report, graded)
        (out / f"{name}.html").write_bytes(page)
        print(f"{name}: {report.points:g} of {report.max_points:g} points, "
              f"{len(page)} bytes")


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    main(Path(sys.argv[1]))
