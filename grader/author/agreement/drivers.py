"""A driver prints what its own comments say, with the reference solution."""

from __future__ import annotations

import io
import tokenize
from collections.abc import Iterator

from grader.author.agreement.running import Shown
from grader.author.agreement.texts import Text, Texts
from grader.author.agreement.unfinished import MARK

MOST_LINES = 15
FIRST = "#!/usr/bin/env python3"


def broken_driver(texts: Texts, shown: Shown | None) -> Iterator[str]:
    """All that is wrong with the driver; shown: what it printed."""
    driver = texts.driver
    if driver is None:
        yield (f"{texts.driver_name}: there is no driver. Write a short "
               f"program that shows the task at work, each result in a "
               f"comment beside its call.")
        return
    yield from _form(texts, driver)
    if shown is None:
        return                      # without a task file; told elsewhere
    if shown.trouble:
        yield (f"{driver.at(shown.line or 1)}: the driver stops with "
               f"{shown.trouble}. Correct it; `python3 {driver.name}` "
               f"shows it again.")
    elif texts.file.choice is not None:
        yield from _question(texts, driver, shown)
    else:
        yield from _printed(driver, shown)


def _form(texts: Texts, driver: Text) -> Iterator[str]:
    lines = driver.text.splitlines()
    if lines[:1] != [FIRST]:
        yield f"{driver.at(1)}: write `{FIRST}` as the first line."
    if len(lines) > MOST_LINES:
        yield (f"{driver.at(MOST_LINES + 1)}: the driver has {len(lines)} "
               f"lines; students read {MOST_LINES}. Show fewer calls.")
    if f'"{texts.name}"' not in driver.text:
        yield (f"{driver.find('__import__')}: the driver does not load this "
               f"task. Write `__import__(\"{texts.name}\")`.")
    elif texts.file.entry and texts.file.entry not in driver.text:
        yield (f"{driver.find('__import__')}: the driver never uses "
               f"`{texts.file.entry}`, which ENTRY in "
               f"{texts.defined('ENTRY')} names. Correct one of them.")


def _question(texts: Texts, driver: Text, shown: Shown) -> Iterator[str]:
    """A driver of a choice asks the question of the check file."""
    choice = texts.file.choice
    assert choice is not None
    options = [f"{number}. {text}"
               for number, text in enumerate(choice.options, 1)]
    wanted = [choice.question, *options, "", f"Your choice: {choice.answer}"]
    # The last line shows the task file, which is judged elsewhere.
    for want, got in zip(wanted[:-1],
                         [*_bare(shown.text), *[""] * len(wanted)]):
        if want != got:
            there = texts.defined("QUESTION" if want == choice.question
                                  else "OPTIONS")
            yield (f"{driver.find(got or 'print')}: the driver prints "
                   f"`{got}`, but {there} says `{want}`. Write the words "
                   f"of the check file.")
            return


def _printed(driver: Text, shown: Shown) -> Iterator[str]:
    promised = promises(driver.text)
    printed = _bare(shown.text)
    if not promised:
        yield (f"{driver.at(1)}: the driver shows no result. Write each one "
               f"as a comment beside its call: `print(...)  # {printed[0]}`."
               if printed else
               f"{driver.at(1)}: the driver prints nothing. Show two or "
               f"three calls, each result as a comment beside it.")
        return
    for (line, want), got in zip(promised, printed):
        if want != got and len(promised) == len(printed):
            yield (f"{driver.at(line)}: the comment says `{want}`, but the "
                   f"driver prints `{got}`. Correct the comment, or the "
                   f"solution.")
            return
    if len(promised) != len(printed):
        yield _other_number(driver, promised, printed)


def _other_number(driver: Text, promised: list[tuple[int, str]],
                  printed: list[str]) -> str:
    """Where comments and printed lines part, if there are more of one."""
    same = 0
    for (_, want), got in zip(promised, printed):
        if want != got:
            break
        same += 1
    line = promised[min(same, len(promised) - 1)][0]
    counts = (f"{driver.at(line)}: the driver prints {len(printed)} lines, "
              f"its comments say {len(promised)}.")
    if len(promised) > len(printed):
        return (f"{counts} Remove `# {promised[same][1]}`: comments of a "
                f"driver are its results and nothing else.")
    return f"{counts} Write `# {printed[same]}` beside its call."


def promises(code: str) -> list[tuple[int, str]]:
    """Line and text of each comment: what the driver says it prints."""
    found = []
    try:
        for token in tokenize.generate_tokens(io.StringIO(code).readline):
            if (token.type == tokenize.COMMENT and MARK not in token.string
                    and token.string[1:2] != "!"):
                text = token.string.removeprefix("#").removeprefix(" ")
                found.append((token.start[0], text.rstrip()))
    except (tokenize.TokenError, SyntaxError):
        pass                        # running it tells what is wrong
    return found


def _bare(text: str) -> list[str]:
    lines = [line.rstrip() for line in text.strip("\n").split("\n")]
    return [] if lines == [""] else lines
