"""Task rules on the text of a file: imports, loops, conditions, lines.

In: the bytes of a file and the rules of its check file. Out: a `FormResult`
with one finding for each broken rule. Static text only: nothing is run.
Code under `if __name__ == "__main__":` is exempt from all but the number of
lines. A recursion, `map` or a numpy function is no loop.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterator, Mapping

from grader.form import FormResult
from grader.imports import Use, all_uses, forbidden
from grader.model import Finding, SourceFile
from grader.parsing import Parsed as Parsed
from grader.parsing import parse_source as parse_source
from grader.parsing import walk_graded
from grader.rule_names import Rule as Rule
from grader.rule_names import parse_rule as parse_rule
from grader.rule_names import parse_rules as parse_rules
from grader.rule_words import (PLAIN, Setting, import_hint, lines_hint,
                               loop_hint)

MOST_PLACES = 3
# A file of plain letters without any of these words can import nothing.
_SUSPECT = re.compile(rb"import|exec|eval|compile|__|modules|builtins|code|"
                      rb"getattr|_frame|f_[bgl]")

# What was found, with its line.
Place = tuple[int, str]


def check_rules(
    source: SourceFile,
    rules: tuple[str, ...],
    siblings: Mapping[str, bytes],
    parsed: Parsed | None = None,
    setting: Setting = PLAIN,
) -> FormResult:
    """Hold the file against each rule.

    siblings: modules of the task's own folder; importing them is allowed,
    but what they import counts as imported by the task.
    parsed: what parse_source made of the same bytes, to save the time
    setting: what the task gives and asks for; the hints depend on it
    A file that is no Python keeps no rule but the number of lines.
    """
    if not rules:
        return FormResult((), 0, 0)
    tree = (parsed or parse_source(source.data)).tree
    read = parse_rules(rules)
    uses: list[Use] = []
    if tree and any(rule.is_about_imports for rule in read) and (
            _SUSPECT.search(source.data) or not source.data.isascii()):
        uses = all_uses(tree, siblings)
    findings, broken, unknown = [], [], 0
    for rule in read:
        if rule.kind == "line-count":
            finding = _check_lines(rule, source.data, tree, setting)
        elif tree is None:
            unknown += 1
            continue
        elif rule.is_about_imports:
            finding = _check_imports(
                rule, forbidden(rule, uses), import_hint(
                    read, [use.dotted for use in uses], setting))
        else:
            finding = _check_structure(rule, tree, loop_hint(read, setting))
        if finding:
            findings.append(finding)
            broken.append(rule.text)
    return FormResult(
        tuple(findings),
        len(read) - len(broken) - unknown,
        len(read),
        tuple(broken),
    )


def _check_lines(
    rule: Rule, data: bytes, tree: ast.Module | None, setting: Setting
) -> Finding | None:
    count = data.count(b"\n")
    if count == rule.number:
        return None
    return Finding(
        "rules",
        rule.kind,
        f"The file must have exactly {rule.number} lines; it has {count}.",
        lines_hint(rule.number, data, tree, setting),
    )


def _check_imports(
    rule: Rule, uses: list[Use], instead: str
) -> Finding | None:
    if not uses:
        return None
    # The import says it all; the uses of what it brought need no mention.
    uses = [use for use in uses if use.is_import] or uses
    clear = [use for use in uses if use.dotted]
    allowed = " and ".join(f"`{name}`" for name in rule.names)
    text, hint = {
        "no-imports": (
            "this task allows no imports",
            instead,
        ),
        "imports": (
            f"this task allows only {allowed}",
            f"Do it with {allowed}, or in plain Python.",
        ),
        "never": (
            f"this task does not allow {allowed}",
            f"Write what it does yourself, without {allowed}.",
        ),
    }[rule.kind]
    if not clear:
        text = f"it hides what is imported, and {text}"
        hint = "Write a plain `import` with the name of the module, or none."
    places = [
        (
            0 if use.file else use.line,
            f"`{use.shown}` on line {use.line}"
            + (f" of your `{use.file}`" if use.file else ""),
        )
        for use in clear or uses
    ]
    return _finding(rule, places, text, hint)


def _check_structure(
    rule: Rule, tree: ast.Module, for_loops: str
) -> Finding | None:
    find, text, hint = _STRUCTURES[rule.kind]
    places = sorted(
        (line, f"{what} on line {line}") for line, what in find(tree)
    )
    if len(places) <= rule.number:
        return None
    if rule.number:
        loops = "loop" if rule.number == 1 else "loops"
        text = f"this task allows at most {rule.number} {loops}"
    return _finding(rule, places, text, hint or for_loops, at=rule.number)


def _finding(
    rule: Rule, places: list[Place], text: str, hint: str, at: int = 0
) -> Finding:
    """One finding for a rule; its line is that of place number `at`."""
    shown = list(dict.fromkeys(what for _, what in places))
    more = len(shown) - MOST_PLACES
    what = ", ".join(shown[:MOST_PLACES])
    if more > 0:
        what += f" and {more} more"
    return Finding(
        "rules", rule.kind, f"{what}: {text}.", hint, line=places[at][0]
    )


def _loops(tree: ast.Module) -> Iterator[Place]:
    """Each `for` and `while`; a comprehension counts each of its `for`."""
    for node in walk_graded(tree):
        if isinstance(node, ast.For | ast.AsyncFor):
            yield node.lineno, "`for`"
        elif isinstance(node, ast.While):
            yield node.lineno, "`while`"
        elif isinstance(node, ast.comprehension):
            yield node.target.lineno, "`for` in a comprehension"


def _conditions(tree: ast.Module) -> Iterator[Place]:
    """Each choice between two ways; a plain comparison is none."""
    # In a test, `and` and `or` join conditions that are counted already.
    within_test: set[int] = set()
    for node in walk_graded(tree):
        if isinstance(node, ast.If | ast.IfExp | ast.While | ast.Assert):
            within_test.update(map(id, ast.walk(node.test)))
        elif isinstance(node, ast.comprehension):
            for test in node.ifs:
                within_test.update(map(id, ast.walk(test)))
        elif isinstance(node, ast.BoolOp):
            within_test.update(map(id, node.values))
    for node in walk_graded(tree):
        if isinstance(node, ast.If):
            yield node.lineno, "`if`"
        elif isinstance(node, ast.IfExp):
            yield node.lineno, "`... if ... else ...`"
        elif isinstance(node, ast.Match):
            yield node.lineno, "`match`"
        elif isinstance(node, ast.comprehension) and node.ifs:
            yield node.ifs[0].lineno, "`if` in a comprehension"
        elif (
            isinstance(node, ast.BoolOp)
            and id(node) not in within_test
            and not _is_truth(node)
        ):
            word = "and" if isinstance(node.op, ast.And) else "or"
            yield node.lineno, f"`{word}` that chooses a value"


def _is_truth(node: ast.expr, depth: int = 20) -> bool:
    """Tell if an expression can only be True or False."""
    if isinstance(node, ast.BoolOp):
        return depth > 0 and all(
            _is_truth(value, depth - 1) for value in node.values
        )
    if isinstance(node, ast.UnaryOp):
        return isinstance(node.op, ast.Not)
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
        return node.func.id in (
            "all", "any", "bool", "callable", "isinstance"
        )
    return isinstance(node, ast.Compare) or (
        isinstance(node, ast.Constant) and isinstance(node.value, bool)
    )


def _tries(tree: ast.Module) -> Iterator[Place]:
    for node in walk_graded(tree):
        if isinstance(node, ast.Try | ast.TryStar):
            yield node.lineno, "`try`"


# Rule -> who finds it, what the rule says, what is allowed instead (for
# loops it depends on the task).
_STRUCTURES: Mapping[
    str, tuple[Callable[[ast.Module], Iterator[Place]], str, str]
] = {
    "no-loops": (_loops, "this task allows no loops", ""),
    "at-most-loops": (_loops, "", ""),
    "no-conditions": (
        _conditions,
        "this task allows no conditions",
        "It can be done with indexing, slices and functions alone.",
    ),
    "no-try": (
        _tries,
        "this task allows no `try`",
        "Let the error happen, or avoid it before it can happen.",
    ),
}
