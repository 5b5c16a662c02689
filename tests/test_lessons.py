"""Every lesson README holds together: links, code, sections and tasks."""

import ast
import doctest
import math
import re
import runpy
import sys

import lesson_reader as reader
import numpy as np
from lesson_cases import (
    ROOT,
    every_lesson,
    lesson_sections,
    mapped_tasks,
    now_do,
)

ENTRY = re.compile(r'^ENTRY = "(\w+)"', re.M)
pytestmark = every_lesson()


def entries(topic="*"):
    """Map a task name to the function or class that it asks for."""
    files = (ROOT / "grader" / "checks").glob(f"{topic}/[0-9]*.py")
    found = {path.stem: ENTRY.search(path.read_text()) for path in files}
    return {name: match[1] for name, match in found.items() if match}


def choices(topic):
    """Map a choice task to its question, its options and its answer."""
    found = {}
    for path in (ROOT / "grader" / "checks").glob(f"{topic}/[0-9]*.py"):
        said = {node.targets[0].id: node.value
                for node in ast.parse(path.read_text(encoding="utf-8")).body
                if isinstance(node, ast.Assign)}
        if ast.literal_eval(said["KIND"]) == "choice":
            found[path.stem] = [ast.literal_eval(said[name]) for name in
                                ("QUESTION", "OPTIONS", "ANSWER")]
    return found


def test_links_and_anchors_of_a_lesson_lead_somewhere(lesson):
    problems = []
    for line, target in reader.links(lesson.text):
        if target.startswith("https://"):
            continue
        name, _, anchor = target.partition("#")
        path = lesson.folder / name if name else lesson.path
        if not path.exists():
            problems.append((line, f"link to `{name}`, which does not exist. "
                             "Write the path from this README."))
        elif anchor and anchor not in _anchors(path):
            problems.append((line, f"no heading has the anchor `#{anchor}`. "
                             "Small letters, blanks as `-`, no points."))
    lesson.complain(problems)


def _anchors(path):
    found = reader.headings(path.read_text(encoding="utf-8"))
    return {reader.anchor(title) for _, title in found}


def test_each_heading_of_a_lesson_stands_once(lesson):
    seen, problems = set(), []
    for line, title in reader.headings(lesson.text):
        if reader.anchor(title) in seen:
            problems.append((line, f"heading `{title}` stands twice, so its "
                             "anchor is not clear. Choose other words."))
        seen.add(reader.anchor(title))
    lesson.complain(problems)


def test_examples_of_lesson_sections_print_what_they_show(lesson, monkeypatch):
    monkeypatch.setenv("MPLBACKEND", "Agg")
    problems, plain = [], reader.without_task_blocks(lesson.text)
    for part in reader.parts(plain, 2):
        problems += _run_examples(part.text, part.line, {})
        if "matplotlib.pyplot" in sys.modules:
            sys.modules["matplotlib.pyplot"].close("all")
    lesson.complain(problems)


def test_examples_of_task_blocks_agree_with_the_reference(lesson):
    problems, names = [], entries(lesson.topic)
    for block in reader.task_blocks(lesson.text):
        globs = {"np": np, "math": math}
        if ">>>" in block.text:
            # Not an import: that would leave `__pycache__` beside the tasks.
            made = runpy.run_path(str(lesson.folder / f"{block.name}.py"))
            globs |= {name: value for name, value in made.items()
                      if name == names.get(block.name)}
        problems += _run_examples(block.text, block.line, globs)
    lesson.complain(problems)


def _run_examples(text, offset, globs):
    """Run the `>>>` blocks of a text in order, in one name space."""
    problems = []
    for fence in reader.fences(text):
        if fence.language != "python":
            continue
        line = offset + fence.line
        if ">>>" not in fence.body:
            compile(fence.body, f"line {line}", "exec")
            continue
        parse = doctest.DocTestParser().get_doctest
        test = parse(fence.body, globs, f"line {line}", None, line - 1)
        said = []
        doctest.DocTestRunner(verbose=False).run(test, out=said.append,
                                                 clear_globs=False)
        globs.update(test.globs)
        if said:
            problems.append((line, "this example does not print what it "
                             f"shows. Correct it:\n{''.join(said)}"))
    return problems


def test_no_lesson_defines_the_function_of_a_task(lesson):
    names = "|".join(sorted(set(entries().values())))
    pattern = re.compile(rf"\b(?:def|class) +({names})\b|\b({names}) *= *lam")
    problems = [(fence.line, f"this block defines `{match[1] or match[2]}`, "
                 "which a task asks for. Show the idea on other data.")
                for fence in reader.fences(lesson.text)
                for match in pattern.finditer(fence.body)]
    lesson.complain(problems)


def test_each_task_file_has_its_block_and_each_block_its_file(lesson):
    files = set(reader.task_files(lesson.folder))
    blocks = {block.name: block.line
              for block in reader.task_blocks(lesson.text)}
    problems = [(1, f"no block for {name}. Write `### N. Title: "
                 f"`{name}.py`` below `## Tasks`.")
                for name in sorted(files - set(blocks))]
    problems += [(blocks[name], f"there is no task file {name}. Correct the "
                  "name in the heading.") for name in set(blocks) - files]
    lesson.complain(problems)


def test_each_third_heading_of_a_lesson_is_a_task_in_due_form(lesson):
    right = {block.line for block in reader.task_blocks(lesson.text)}
    lesson.complain([
        (part.line, f"heading `{part.title}`: write `N. Title: `N-name.py`` "
         "with the same number twice.")
        for part in reader.parts(lesson.text, 3) if part.line not in right])


def test_task_blocks_stand_in_the_order_of_their_numbers(lesson):
    problems = []
    for part in reader.parts(lesson.text, 2):
        numbers = [block.number for block in reader.task_blocks(part.text)]
        if numbers != sorted(numbers):
            problems.append((part.line, f"tasks stand as {numbers}. Sort "
                             "them by number."))
    lesson.complain(problems)


def test_task_block_is_short_and_names_function_and_commands(lesson):
    topic, problems = lesson.topic, []
    names = entries(topic)
    for block in reader.task_blocks(lesson.text):
        wanted = [f"`python3 grader --task {block.name}`"]
        if (lesson.folder / f"{block.number}-main.py").exists():
            wanted.append(f"python3 {topic}/{block.number}-main.py")
        if block.name in names:
            wanted.append(f"`{names[block.name]}")
        problems += [(block.line, f"the block must name {name!r}.")
                     for name in wanted if name not in block.text]
        count = len(reader.words(block.text))
        if count > 120:
            problems.append((block.line, f"{count} words; at most 120. "
                             "Move the idea to its section."))
        if not re.search(r"\b\d+ minutes", block.text):
            problems.append((block.line, "say how many minutes it takes."))
    lesson.complain(problems)


def test_task_block_shows_the_signatures_of_the_reference(lesson):
    problems, names = [], entries(lesson.topic)
    for block in reader.task_blocks(lesson.text):
        path = lesson.folder / f"{block.name}.py"
        if block.name not in names or not path.exists():
            continue
        shown = reader.shown_signatures(block.text)
        problems += [(block.line, f"the block must show `{call}`.")
                     for call in reader.signatures(
                         path.read_text(encoding="utf-8"), names[block.name])
                     if call not in shown]
    lesson.complain(problems)


def test_choice_block_asks_the_question_of_its_check_file(lesson):
    problems, wanted = [], choices(lesson.topic)
    for block in reader.task_blocks(lesson.text):
        if block.name not in wanted:
            continue
        question, options, answer = wanted[block.name]
        if question not in " ".join(block.text.replace("`", "").split()):
            problems.append((block.line, f"ask {question!r}, word for word."))
        if reader.numbered_items(block.text) != options:
            problems.append((block.line, f"number the options {options}, in "
                             "this order and with nothing else."))
        # Options and commands may hold the digit, our own words may not.
        told = re.sub(r"^\d\. .*$|`[^`]*`", "", block.text, flags=re.M)
        if re.search(rf"(?:answer|option|digit|number)\W+(?:is\W+)?{answer}\b",
                     told) or "<details>" in told:
            problems.append((block.line, "never tell the answer."))
    lesson.complain(problems)


def test_task_block_links_to_a_section_that_sends_readers_to_it(lesson):
    ways = {reader.anchor(part.title): now_do(part)
            for part in lesson_sections(lesson.text)}
    titles = {line: reader.anchor(title)
              for line, title in reader.headings(lesson.text)}
    problems = []
    for block in reader.task_blocks(lesson.text):
        back = [target[1:] for _, target in reader.links(block.text)]
        if not any(titles[block.line] in ways.get(way, []) for way in back):
            problems.append((block.line, "link to the section whose line "
                             "`Now do:` names this task, and there to here."))
    lesson.complain(problems)


def test_map_and_sections_name_the_same_tasks(lesson):
    problems, tasks = [], mapped_tasks(lesson.text)
    for part in lesson_sections(lesson.text):
        mapped = tasks[reader.anchor(part.title)]
        linked = [way.split("-")[0] for way in now_do(part)]
        if mapped != linked:
            problems.append((part.line, f"the map names tasks {mapped}, the "
                             f"line `Now do:` {linked}. Make them equal."))
    lesson.complain(problems)


def test_source_line_of_each_task_names_a_heading_of_its_lesson(lesson):
    titles = {title for _, title in reader.headings(lesson.text)}
    problems = []
    for name in reader.task_files(lesson.folder):
        path = lesson.folder / f"{name}.py"
        code = path.read_text(encoding="utf-8") if path.exists() else ""
        for node in ast.walk(ast.parse(code)):
            if isinstance(node, ast.FunctionDef | ast.ClassDef):
                said = " ".join((ast.get_docstring(node) or "").split())
                named = re.search(r'lesson \w+, section "([^"]+)"', said)
                if named and named[1] not in titles:
                    problems.append((1, f"{name}.py names the section "
                                     f"`{named[1]}`. Use a heading."))
    lesson.complain(problems)


def test_lesson_says_how_drivers_find_the_libraries(lesson):
    start = reader.parts(lesson.text, 2)[0]
    said = " ".join(start.text.split())
    lesson.complain([
        (start.line, f"say that drivers can be started with `{python}`.")
        for python in (".venv/bin/python", r".venv\Scripts\python")
        if f"`{python}`" not in said])
