"""The blocks of figure tasks tell what is graded, and the given data."""

import lesson_figures as figures
import lesson_reader as reader
from lesson_cases import ROOT, every_lesson

pytestmark = every_lesson()


def test_figure_block_tells_all_that_its_check_file_compares(lesson):
    problems = []
    wanted = figures.figure_tasks(ROOT / "grader" / "checks" / lesson.topic)
    blocks = {reader.anchor(title): block for line, title
              in reader.headings(lesson.text)
              for block in reader.task_blocks(lesson.text)
              if block.line == line}
    for block in blocks.values():
        if block.name not in wanted:
            continue
        # A block may send its reader to another one for the rest.
        other = [blocks[target[1:]].text for _, target
                 in reader.links(block.text) if target[1:] in blocks]
        said = " ".join(" ".join([block.text, *other]).split())
        problems += [(block.line, f"say {word} somewhere; it is graded.")
                     for word in figures.wanted_words(wanted[block.name])
                     if word not in said]
    lesson.complain(problems)


def test_given_data_of_a_figure_block_stands_in_the_reference(lesson):
    problems = []
    wanted = figures.figure_tasks(ROOT / "grader" / "checks" / lesson.topic)
    for block in reader.task_blocks(lesson.text):
        if block.name not in wanted:
            continue
        there = figures.statements(lesson.folder / f"{block.name}.py")
        problems += [(block.line, f"the reference has no `{line}`.")
                     for line, tree in figures.given_lines(block.text).items()
                     if tree not in there]
    lesson.complain(problems)
