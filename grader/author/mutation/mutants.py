"""One reference solution -> all its mutants, each a changed text.

Text only: nothing is run. A change that leaves the syntax tree as it was, or
makes the tree of a mutant before it, is dropped: it would teach nothing. The
names and the order are the same with every version of Python.
"""

from __future__ import annotations

import ast
import difflib
import warnings
from collections.abc import Callable, Iterator

import msgspec

from grader.author.mutation import calls, expressions, shapes, statements
from grader.author.mutation.source import Positioned, Site, Source
from grader.checkfile import CheckFile

Operator = Callable[[Site], Iterator[ast.expr] | Iterator[ast.stmt]]

OPERATORS: tuple[Operator, ...] = (
    expressions.arithmetic, expressions.comparisons, expressions.conditions,
    expressions.numbers, shapes.slices, shapes.sequences, shapes.copies,
    shapes.ranges, expressions.names, calls.calls, calls.methods,
    calls.types, calls.texts, statements.left_out,
    statements.counted_otherwise, statements.returned)
# Where a tuple is written without brackets.
BARE = (ast.Assign, ast.Return, ast.For, ast.comprehension)


class Mutant(msgspec.Struct, frozen=True):
    """One changed text of a reference solution.

    id: the changed lines, `old => new`, as a check file may name it
    operator: what kind of change it is
    line: where it was made
    """

    id: str
    operator: str
    line: int
    text: str


def make_mutants(file: CheckFile, text: str) -> list[Mutant]:
    """All mutants of a reference solution, from the top of the file down."""
    if file.choice is not None:
        return []
    found, seen, count = [], {text}, dict[str, int]()
    for mutant in _all_mutants(Source(text, tuple(file.given))):
        if mutant.text in seen or not _is_program(mutant.text):
            continue
        seen.add(mutant.text)
        # The same line may stand in a file twice.
        number = count[mutant.id] = count.get(mutant.id, 0) + 1
        found.append(mutant if number == 1 else msgspec.structs.replace(
            mutant, id=f"{mutant.id}, place {number}"))
    return found


def _all_mutants(source: Source) -> Iterator[Mutant]:
    """Every change that gives another syntax tree, also such as no Python
    runs.
    """
    seen = set()
    for site in source.sites():
        seen.add(_essence(site, site.node))
        for operator in OPERATORS:
            for new in operator(site):
                essence = _essence(site, new)
                if essence not in seen:
                    seen.add(essence)
                    text = _written(source, site, new)
                    yield Mutant(source.change(site.node, text),
                                 operator.__name__, site.node.lineno, text)
        behind = statements.next_guard(site)
        if behind is not None:
            text, name = source.swapped(site.statement, behind)
            yield Mutant(name, "swapped", site.node.lineno, text)


def _essence(site: Site, new: Positioned) -> tuple[int, str]:
    """The statement with the change as a tree, and where it stands.

    Two changes that make the same of different statements are two.
    """
    _put(site, new)
    try:
        tree = ast.dump(new if site.node is site.statement
                        else site.statement)
    finally:
        _put(site, site.node)
    # A tree that was read from a text has it, one that was built has not.
    return site.statement.lineno, tree.replace(", ctx=Load()", "")


def _put(site: Site, node: Positioned) -> None:
    """Let the parent hold this in the place of the site."""
    if site.place < 0:
        setattr(site.parent, site.field, node)
    else:
        getattr(site.parent, site.field)[site.place] = node


def _written(source: Source, site: Site, new: Positioned) -> str:
    """The text with the change, in brackets where it needs them."""
    text = ast.unparse(new)
    if isinstance(new, ast.Tuple) and isinstance(site.parent, BARE):
        text = _without_brackets(text)
    if _needs_brackets(source, site, text):
        text = f"({text})"
    return source.replace(site.node, text)


def _without_brackets(text: str) -> str:
    """A tuple without its brackets, which not every version writes."""
    return text[1:-1] if _tree(text[1:-1]) == _tree(text) != "" else text


def _needs_brackets(source: Source, site: Site, text: str) -> bool:
    """Whether the neighbours would take a part of the new text."""
    if isinstance(site.parent, ast.keyword):
        return _tree(f"f(a={text})") != _tree(f"f(a=({text}))")
    if not isinstance(site.parent, ast.expr):
        return False
    safe = _tree(source.replace(site.node, f"({text})", site.parent))
    # A slice is no text of its own, and has no brackets.
    return safe != "" and safe != _tree(
        source.replace(site.node, text, site.parent))


def _tree(text: str) -> str:
    """What a text that stands for a value means; "" if it is none."""
    try:
        return ast.dump(ast.parse(f"(\n{text}\n)", mode="eval"))
    except SyntaxError:
        return ""


def _is_program(text: str) -> bool:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            compile(text, "mutant", "exec", dont_inherit=True)
    except (SyntaxError, ValueError):
        return False
    return True


def diff_of(mutant: Mutant, text: str, name: str) -> str:
    """The change as a unified diff."""
    return "\n".join(difflib.unified_diff(
        text.splitlines(), mutant.text.splitlines(), name, "mutant",
        n=1, lineterm=""))
