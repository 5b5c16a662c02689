"""The course's own task files: reference solutions and drivers."""

from __future__ import annotations

import ast
import io
import re
import subprocess
import sys
import tokenize
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
from source_tree import ROOT

from grader.checkfile import CheckFile


def reference(file: CheckFile) -> Path:
    """The reference solution; choice files have no extension."""
    name = file.id if file.kind == "choice" else file.id + ".py"
    return ROOT / name


def driver(file: CheckFile) -> Path:
    """The driver that lies beside a task."""
    topic, _, task = file.id.partition("/")
    return ROOT / topic / f"{task.partition('-')[0]}-main.py"


def given_values(file: CheckFile) -> dict[str, object]:
    """What the reference script assigns to the given names, as lists."""
    tree = ast.parse(reference(file).read_text(encoding="utf-8"))
    values = {}
    for node in tree.body:
        if isinstance(node, ast.Assign):
            name = ast.unparse(node.targets[0])
            if name in file.given:
                code = compile(ast.Expression(node.value), "given", "eval")
                value = eval(code, {"np": np})
                values[name] = getattr(value, "tolist", lambda v=value: v)()
    return values


def promised(path: Path) -> str:
    """What the comments of a driver say that it prints."""
    with tokenize.open(path) as text:
        source = text.read()
    tokens = tokenize.generate_tokens(io.StringIO(source).readline)
    comments = [token.string for token in tokens
                if token.type == tokenize.COMMENT]
    return "\n".join(line.removeprefix("#").removeprefix(" ")
                     for line in comments if not line.startswith("#!"))


def run_drivers(paths: list[Path], folder: Path) -> dict[Path, str]:
    """What each driver prints when it is started in another folder."""
    def run(path: Path) -> str:
        done = subprocess.run(
            [sys.executable, "-B", str(path)], cwd=folder, timeout=60,
            capture_output=True, text=True, encoding="utf-8", check=False)
        return done.stdout + done.stderr
    with ThreadPoolExecutor(2) as pool:
        return dict(zip(paths, pool.map(run, paths), strict=True))


def bare(text: str) -> str:
    """Text without the blanks at the ends of its lines and of itself."""
    return re.sub(r"[ \t]+$", "", text.strip("\n"), flags=re.MULTILINE)
