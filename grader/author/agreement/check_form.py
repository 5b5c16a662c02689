"""What the text of a check file must be like, before any program runs.

Students read its titles and hints, so these have a form of their own.
"""

from __future__ import annotations

import ast
import re
import textwrap
from collections.abc import Iterator

from grader.author.agreement.texts import Text, Texts
from grader.checkfile import hint_of, title_of
from grader.model import SourceFile
from grader.style import check_style

IMPORTS = ("numpy", "math")
WIDTH = 79
HINT_LINES = 2
FEWEST_WORDS = 5
BLAME = re.compile(r"(?i)^(?:this|that|it|your \w+) (?:is|are) "
                   r"(?:wrong|incorrect|not right|false|bad)\W*$")


def broken_form(texts: Texts, others: frozenset[str] = frozenset()
                ) -> Iterator[str]:
    """All that is wrong with titles, names and hints.

    others: names of other tasks, which a hint may not say
    """
    tree = ast.parse(texts.check.text)
    yield from _style(texts.check)
    if texts.driver is not None:
        yield from _style(texts.driver)
    yield from _imports(texts, tree)
    yield from _title(texts, tree)
    yield from _input_titles(texts)
    yield from _hints(texts, others)
    if texts.file.choice is not None:
        yield from _choice(texts)


def _style(text: Text) -> Iterator[str]:
    """What students' files are held to; the first line is theirs alone."""
    data = text.text.encode()
    for finding in check_style(SourceFile(text.name, data, "", None)
                               ).findings:
        if finding.code != "first-line":
            yield (f"{text.at(finding.line or 1)}: {finding.text} "
                   f"({finding.code}) {finding.hint}".rstrip())


def _imports(texts: Texts, tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if not isinstance(node, ast.Import | ast.ImportFrom):
            continue
        names = ([alias.name for alias in node.names]
                 if isinstance(node, ast.Import)
                 else [node.module or "."])
        for name in names:
            if name not in IMPORTS:
                yield (f"{texts.check.at(node.lineno)}: it imports `{name}`; "
                       f"a check file may import numpy and math only. Write "
                       f"what you need as a function whose name starts with "
                       f"`_`.")


def _title(texts: Texts, tree: ast.Module) -> Iterator[str]:
    title = (ast.get_docstring(tree) or "").partition("\n")[0]
    if title and not (title[0].isupper() and title.endswith((".", "?"))):
        yield (f"{texts.check.at(1)}: the title is {title!r}; write one "
               f"sentence with a capital letter and a full stop.")


def _input_titles(texts: Texts) -> Iterator[str]:
    """Students read them as names of hidden checks, in quotes."""
    for name, program in texts.file.inputs.items():
        title, where = title_of(program), texts.defined(name)
        if title.endswith("."):
            yield (f"{where}: the docstring of {name} names the check to "
                   f"students, as in \"matrices with one row\". Remove the "
                   f"full stop.")
        elif not 5 < len(title) <= WIDTH:
            yield (f"{where}: the docstring of {name} has {len(title)} "
                   f"letters in its first line; name the inputs in 6 to "
                   f"{WIDTH}, as in \"matrices with one row\".")


def _hints(texts: Texts, others: frozenset[str]) -> Iterator[str]:
    file = texts.file
    if file.choice is None and not file.mistakes:
        start = ("class Mistake...(Oracle)" if file.kind == "class"
                 else "def mistake_...")
        yield (f"{texts.check.at(texts.check.text.count(chr(10)))}: it has "
               f"no mistake. Add one that students really make: a wrong "
               f"program `{start}` with the hint as its docstring.")
    for name, hint in _named_hints(texts):
        where = _place(texts, name)
        for problem in _of_hint(hint, others):
            yield f"{where}: the hint of {name} {problem}"


def _of_hint(hint: str, others: frozenset[str]) -> Iterator[str]:
    lines = textwrap.wrap(hint, WIDTH)
    if len(lines) > HINT_LINES:
        yield (f"fills {len(lines)} lines of {WIDTH} letters; a student "
               f"reads two. Cut {len(' '.join(lines[HINT_LINES:]))} letters "
               f"or more, from `{lines[HINT_LINES][:30]}` on.")
    if not hint.endswith((".", "?")):
        yield (f"is no sentence: it ends with `{hint[-12:]}`. End it with a "
               f"full stop or a question mark.")
    if len(hint.split()) < FEWEST_WORDS or BLAME.match(hint):
        yield (f"does not say what to do: `{hint}` Say what the code does "
               f"and what to do instead, in {FEWEST_WORDS} words or more.")
    named = others & set(re.findall(r"[\w/-]+", hint))
    if named:
        yield (f"names another task, `{min(named)}`, which a student may "
               f"not have done. Say it without that name.")


def _named_hints(texts: Texts) -> list[tuple[str, str]]:
    if texts.file.choice is not None:
        return [(f"option {number}", hint) for number, hint
                in texts.file.choice.hints.items()]
    return [(name, hint_of(program))
            for name, program in texts.file.mistakes.items()]


def _place(texts: Texts, name: str) -> str:
    if texts.file.choice is None:
        return texts.defined(name)
    start = texts.check.line_of("MISTAKES")
    return texts.check.find(f'"{name.split()[-1]}":', start)


def _choice(texts: Texts) -> Iterator[str]:
    choice = texts.file.choice
    assert choice is not None
    if len(set(choice.options)) < len(choice.options):
        yield (f"{texts.defined('OPTIONS')}: two options are equal; write "
               f"another one.")
    right = re.escape(choice.options[int(choice.answer) - 1])
    told = re.compile(rf"(?<!\w){right}(?!\w)"
                      r"|(?i:\b(?:option|choice|answer)\s+\d)")
    for number, hint in choice.hints.items():
        if told.search(hint):
            yield (f"{_place(texts, f'option {number}')}: the hint of option "
                   f"{number} tells the answer. Say what went wrong on the "
                   f"way to it.")
