"""The block of a task in its lesson, and the ways that lead to it."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Sequence

from grader.author.agreement import lesson_text
from grader.author.agreement.running import (Shown, examples, section_job,
                                             wrong_examples)
from grader.author.agreement.texts import Text, Texts
from grader.sandbox import wire

MOST_WORDS = 120
SAMPLE = re.compile(r"^(\d+) tasks: (?:0 ok, )?(\d+) failed\. 0 of (\d+) "
                    r"points\.$", re.MULTILINE)


def broken_block(texts: Texts, shown: Shown | None) -> Iterator[str]:
    """All that is wrong with a task's block; shown: its examples' output."""
    lesson, block = texts.lesson, texts.block
    if lesson is None:
        yield (f"{texts.lesson_name}: there is no lesson. Write one, with "
               f"a block for this task below `## Tasks`.")
        return
    if block is None:
        ending = "" if texts.file.choice else ".py"
        near = lesson.find("-" + texts.name.partition("-")[2])
        yield (f"{near}: the "
               f"lesson has no block for this task. Write `### "
               f"{texts.number}. Title: `{texts.name}{ending}`` below "
               f"`## Tasks`, and what to do under it.")
        return
    yield from _commands(texts, lesson, block)
    yield from _length(lesson, block)
    yield from _order(lesson, block)
    yield from _ways(texts, lesson, block)
    yield from _source(texts, lesson)
    if texts.file.choice is not None:
        yield from _question(texts, lesson, block)
    found = examples(block.text, block.line)
    if shown is not None and found:
        yield from wrong_examples(lesson, found, shown)


def _commands(texts: Texts, lesson: Text,
              block: lesson_text.Block) -> Iterator[str]:
    wanted = [f"Try: `python3 {texts.driver_name}`<br>",
              f"Grade: `python3 grader --task {texts.name}`"]
    for line in wanted:
        command = line.partition("`")[2].rpartition("`")[0]
        if command not in block.text:
            yield (f"{lesson.at(block.line)}: the block of task "
                   f"{texts.number} lacks a command. End it with the line "
                   f"{line}")


def _length(lesson: Text, block: lesson_text.Block) -> Iterator[str]:
    count = lesson_text.words(block.text)
    if count > MOST_WORDS:
        yield (f"{lesson.at(block.line)}: the block of task {block.number} "
               f"has {count} words, at most {MOST_WORDS} are read. Move the "
               f"idea to its section.")
    if not re.search(r"\b\d+\s+minutes", block.text):
        yield (f"{lesson.at(block.line)}: the block of task {block.number} "
               f"does not say how long it takes. Write `20 minutes` behind "
               f"the link to its section.")


def _order(lesson: Text, block: lesson_text.Block) -> Iterator[str]:
    for part in lesson_text.parts(lesson.text, 2):
        found = lesson_text.blocks(part.text)
        for before, after in zip(found, found[1:]):
            if (before.number >= after.number
                    and block.number in (before.number, after.number)):
                yield (f"{lesson.at(part.line + after.line)}: task "
                       f"{after.number} stands below task {before.number}. "
                       f"Sort the blocks by their numbers.")
                return


def _ways(texts: Texts, lesson: Text,
          block: lesson_text.Block) -> Iterator[str]:
    """Its section links to it, it links back, and the map knows both."""
    here = lesson_text.anchor(block.title)
    named = {lesson_text.anchor(part.title): part
             for part in lesson_text.sections(lesson.text)}
    linked = [way for way in lesson_text.targets(block.text) if way in named]
    if not linked:
        yield (f"{lesson.at(block.line)}: the block of task {block.number} "
               f"links to no section of the map. Write *([Section]"
               f"(#section), 20 minutes)* under its first sentence.")
        return
    rows = {row.anchor: row for row in lesson_text.map_rows(lesson.text)}
    if not any(here in lesson_text.targets(lesson_text.now_do(named[way]))
               for way in linked):
        part = named[linked[0]]
        yield (f"{lesson.find('Now do: ', part.line)}: the section "
               f"`{part.title}` does not send its readers to task "
               f"{block.number}. Write [task {block.number}](#{here}) into "
               f"its last line, `Now do: `.")
    elif not any(str(block.number) in rows[way].tasks for way in linked):
        row = rows[linked[0]]
        yield (f"{lesson.at(row.line)}: the map does not name task "
               f"{block.number} in this row. Add the number.")


def _source(texts: Texts, lesson: Text) -> Iterator[str]:
    """`Source:` in a docstring names a heading of the lesson."""
    if texts.task is None or not texts.file.entry:
        return
    titles = [part.title for level in range(1, 4)
              for part in lesson_text.parts(lesson.text, level)]
    try:
        tree = ast.parse(texts.task.text)
    except SyntaxError:
        return                      # told by whoever reads signatures
    for node in ast.walk(tree):
        if not isinstance(node, (ast.FunctionDef, ast.ClassDef)):
            continue
        said = " ".join((ast.get_docstring(node) or "").split())
        named = re.search(r'lesson \w+, section "([^"]+)"', said)
        if named and named[1] not in titles:
            yield (f"{texts.task.find('section')}: `Source:` names the "
                   f"section \"{named[1]}\", and {lesson.name} has no such "
                   f"heading. Copy a heading letter by letter.")


def _question(texts: Texts, lesson: Text,
              block: lesson_text.Block) -> Iterator[str]:
    choice = texts.file.choice
    assert choice is not None
    plain = " ".join(block.text.replace("`", "").split())
    if choice.question not in plain:
        yield (f"{lesson.at(block.line)}: the block of task {block.number} "
               f"does not ask the question of {texts.defined('QUESTION')}. "
               f"Write, word for word: {choice.question}")
    shown = re.findall(r"^\d+\. +(.+?) *$",
                       block.text.replace("`", ""), re.MULTILINE)
    if shown != list(choice.options):
        options = " ".join(f"{number}. `{text}`" for number, text
                           in enumerate(choice.options, 1))
        yield (f"{lesson.find('1. ', block.line)}: these are not the "
               f"options of {texts.defined('OPTIONS')}. Write, one below "
               f"the other: {options}")
    told = re.sub(r"^\d\. .*$|`[^`]*`", "", block.text, flags=re.MULTILINE)
    if re.search(rf"(?:answer|option|digit|number)\W+(?:is\W+)?"
                 rf"{choice.answer}\b", told):
        yield (f"{lesson.at(block.line)}: the block of task {block.number} "
               f"tells the answer. Remove that sentence.")


def section_jobs(topic: str, lesson: Text) -> dict[str, wire.Job]:
    """The examples of each section, by topic and line."""
    found = {}
    for part in _untasked(lesson):
        job = section_job(part.text)
        if job is not None:
            found[f"{topic}:{part.line}"] = job
    return found


def broken_lesson(topic: str, lesson: Text, names: Sequence[str],
                  shown: dict[str, Shown]) -> Iterator[str]:
    """What is wrong with a lesson outside of its blocks.

    names: of the tasks of the topic; shown: what its examples print
    """
    yield from _dead_ends(topic, lesson, names)
    tasks = len(names)
    for part in _untasked(lesson):
        output = shown.get(f"{topic}:{part.line}")
        if output is not None:
            yield from wrong_examples(
                lesson, examples(part.text, part.line), output)
    sample = SAMPLE.search(lesson.text)
    if sample and (int(sample[1]), int(sample[2])) != (tasks, tasks):
        line = lesson.text.count("\n", 0, sample.start()) + 1
        yield (f"{lesson.at(line)}: the sample of a report speaks of "
               f"{sample[1]} tasks, the topic has {tasks}. Write {tasks} "
               f"tasks, {tasks} failed, and their points.")


def _dead_ends(topic: str, lesson: Text,
               names: Sequence[str]) -> Iterator[str]:
    """Blocks, links and numbers of tasks that are not there."""
    found = lesson_text.blocks(lesson.text)
    for block in found:
        if block.name not in names:
            yield (f"{lesson.at(block.line)}: there is no check file "
                   f"grader/checks/{topic}/{block.name}.py for this block. "
                   f"Delete the block, or give it the name of its task.")
    anchors = {lesson_text.anchor(block.title) for block in found}
    for part in lesson_text.sections(lesson.text):
        for way in lesson_text.targets(lesson_text.now_do(part)):
            if re.match(r"\d+-", way) and way not in anchors:
                yield (f"{lesson.find('#' + way, part.line)}: this link "
                       f"leads to no block of a task. Delete it, or write "
                       f"the anchor of a block.")
    numbers = {str(block.number) for block in found}
    for row in lesson_text.map_rows(lesson.text):
        for task in row.tasks:
            if task not in numbers:
                yield (f"{lesson.at(row.line)}: the map names task {task}, "
                       f"which has no block. Take the number out.")


def _untasked(lesson: Text) -> list[lesson_text.Part]:
    """The second-level parts; blocks of tasks have their own proof."""
    return [part for part in lesson_text.parts(lesson.text, 2)
            if not lesson_text.blocks(part.text)]
