"""One check file -> one `CheckFile`; strict about every name and form.

What comes in: a path below `checks/`. What goes out: the facts of one task,
with its programs ready to be called. Errors are for authors: they name the
file, the line, the value and the way out. Docs: docs/check-files.md.
"""

from __future__ import annotations

import ast
import difflib
import inspect
import sys
import types
from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from typing import TYPE_CHECKING, Any

import msgspec

from grader import facts
from grader.checkpaths import check_path
from grader.checkpaths import find_ids as find_ids
from grader.compiled import code_of
from grader.equivalents import read_equivalents
from grader.model import Check, CheckFileError, Limits
from grader.shrinking.guards import read_guards

if TYPE_CHECKING:
    from grader.figures.asked import Asked

Program = Callable[..., Any]


class CheckFile(msgspec.Struct, frozen=True):
    """All that the grader knows of one task; fields as in the docs.

    made_checks: in the student edition, the checks that were made before
    """

    id: str
    path: str
    title: str
    kind: str
    entry: str
    examples: tuple[tuple[str, Any], ...]
    inputs: dict[str, Program]
    oracle: Program
    mistakes: dict[str, Program]
    accepts: dict[str, Program]
    same: Program | None
    rules: tuple[str, ...]
    task_rules: tuple[str, ...]
    mutates: tuple[str, ...]
    shares: bool
    exact_numbers: bool
    tolerance: tuple[float, float]
    points: Mapping[str, int | Fraction]
    docs: bool
    aliases: tuple[str, ...]
    limits: Limits
    given: dict[str, str]
    probes: tuple[str, ...] = ()
    pace: str = ""
    choice: facts.Choice | None = None
    figure: Asked | None = None
    equivalents: dict[str, str] = {}
    guards: dict[str, Program] = {}
    made_checks: Callable[[], tuple[Check, ...]] | None = None

    @property
    def parameters(self) -> tuple[str, ...]:
        """Names of the oracle's parameters, in order."""
        return tuple(inspect.signature(self.oracle).parameters)


def hint_of(program: Program) -> str:
    """The docstring as one sentence, without its line breaks."""
    return " ".join((program.__doc__ or "").split())


def title_of(program: Program) -> str:
    """The first line of the docstring."""
    lines = (program.__doc__ or "").strip().splitlines()
    return lines[0].strip() if lines else ""


def load(root: str, task: str) -> CheckFile:
    """Load one check file; raises CheckFileError."""
    path = check_path(root, task)
    shown = f"checks/{task}.py"
    names = _run(path, shown)
    _refuse_unknown(names, path, shown)
    try:
        return _build(task, path, names)
    except facts.FactError as error:
        line = _lines(path).get(error.name, 0)
        where = f"{shown}, line {line}" if line else shown
        raise CheckFileError(f"{where}: {error}") from None


def _run(path: str, shown: str) -> dict[str, Any]:
    """Names that the file defines."""
    try:
        code = code_of(path)
    except OSError as error:
        raise CheckFileError(f"{shown}: {error.strerror}. Is the grader "
                             f"installed completely?") from None
    except SyntaxError as error:
        raise CheckFileError(f"{shown}, line {error.lineno}: "
                             f"{error.msg}.") from None
    module = types.ModuleType(shown)
    module.__file__ = path
    sys.modules[shown] = module         # so that tracebacks find the source
    try:
        exec(code, vars(module))
    except Exception as error:
        raise CheckFileError(
            f"{shown}: {type(error).__name__}: {error}. A check file "
            f"computes nothing when it is loaded.") from error
    names = {name: value for name, value in vars(module).items()
             if not name.startswith("_")
             and not isinstance(value, types.ModuleType)}
    names["__doc__"] = module.__doc__
    return names


def _lines(path: str) -> dict[str, int]:
    """Name -> line of its definition at the top level."""
    lines: dict[str, int] = {}
    with open(path, "rb") as file:
        tree = ast.parse(file.read())
    for node in tree.body:
        if isinstance(node, (ast.FunctionDef, ast.ClassDef)):
            lines[node.name] = node.lineno
        elif isinstance(node, ast.Assign):
            for target in node.targets:
                if isinstance(target, ast.Name):
                    lines[target.id] = node.lineno
    return lines


def _refuse_unknown(names: dict[str, Any], path: str, shown: str) -> None:
    prefixes = ("inputs_", "mistake_", "accept_", "same_", "valid_",
                "Mistake", "Accept")
    for name in names:
        if name in facts.KNOWN or name.startswith(prefixes):
            continue
        if name in ("__doc__",):
            continue
        near = difflib.get_close_matches(
            name, [*facts.KNOWN, *_near_prefixes(name, prefixes)], 1, 0.5)
        advice = f"Write `{near[0]}`, or start" if near else "Start"
        raise CheckFileError(
            f"{shown}, line {_lines(path).get(name, 1)}: unknown name "
            f"`{name}`. {advice} the name with `_` if it is private.")


def _near_prefixes(name: str, prefixes: Sequence[str]) -> list[str]:
    rest = name.partition("_")[2]
    return [prefix + rest for prefix in prefixes] if rest else []


def _named(names: dict[str, Any], *prefixes: str) -> dict[str, Program]:
    """Programs whose name starts so, in the order of the file."""
    found = {}
    for name, value in names.items():
        if not name.startswith(prefixes) or name == "MISTAKES":
            continue
        if not callable(value):
            raise facts.FactError(name, f"`{name}` must be a function.")
        if not value.__doc__:
            raise facts.FactError(name, f"`{name}` has no docstring; it is "
                                        f"what the student reads.")
        found[name] = value
    return found


def _build(task: str, path: str, names: dict[str, Any]) -> CheckFile:
    read = facts.Facts(names)
    kind = read.kind()
    choice = read.choice(kind)
    figure = _asked(names, kind, path)
    oracle = read.program("Oracle" if kind == "class" else "oracle")
    if oracle is None and choice is None:
        raise facts.FactError("oracle", "there is no oracle; write the "
                                        "plainest right program.")
    rules = read.rules()
    inputs = _named(names, "inputs_")
    if bool(inputs) != (choice is None and figure is None):
        raise facts.FactError("EXAMPLES", "a task needs hidden checks, so "
                                          "write `inputs_...`; only choices "
                                          "and figures have none.")
    return CheckFile(
        id=task, path=path, title=read.title(), kind=kind,
        entry=read.entry(kind), examples=read.examples(kind),
        inputs=inputs, oracle=oracle or _nothing,
        mistakes=_named(names, "mistake_", "Mistake"),
        accepts=_named(names, "accept_", "Accept"),
        same=read.program("same"),
        rules=rules, task_rules=read.task_rules(rules),
        mutates=read.texts("MUTATES"), shares=read.flag("SHARES", False),
        exact_numbers=read.flag("EXACT_NUMBERS", False),
        tolerance=read.tolerance(), points=read.points(),
        docs=read.flag("DOCS", kind in ("function", "class", "figure")),
        aliases=read.texts("ALIASES"), limits=read.limits(),
        given=read.given(kind), probes=read.probes(kind),
        pace=read.pace(kind), choice=choice,
        figure=figure, equivalents=read_equivalents(names),
        guards=read_guards(names))


def _asked(names: dict[str, Any], kind: str, path: str) -> Asked | None:
    """What a figure must show; other kinds know no such names."""
    if kind == "figure":
        from grader.figures.asked import read_asked
        return read_asked(names, path)
    for name in names:
        if name in ("COMPARE", "REMARKS", "FILES") or name.startswith(
                "same_"):
            raise facts.FactError(name, f"{name} belongs to a figure.")
    return None


def _nothing() -> None:
    """Stands for the oracle of a choice."""
