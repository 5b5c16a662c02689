"""A lesson's text -> where a task stands, where to read, what to follow."""

import pytest

from grader.explaining.lesson import (anchor, asked, find_lesson,
                                      paragraphs, plain, read_lesson)
from grader.explaining.worked import best_worked, worked_examples

TEXT = '''# Lesson

## Tables: rows, columns

A **[table](#glossary)** has rows. In the picture, the table is blue.

<picture>
  <img src="a.svg" alt="A table.">
</picture>

Amina counts 2 rows of 3 apples. How many are there in all of them?

- Row 0 has 3 apples, and so has
  row 1.
- Together: `3 + 3 = 6`.

The rule: `count = rows * columns`.

```python
>>> # no heading
## no heading either
6
```

*Where it goes wrong.* Somebody counts from 1:

- never this list

## Circles

Kofi measures a wheel of radius 2, with a string around it, and adds it up.

- The circumference of the wheel is 12.566.

## Tasks

What every file needs.

### 0. Count: `0-count.py`

Write `count(table)`: how many cells there are.
*([Tables: rows, columns](#tables-rows-columns) or
[Circles](#circles), 15 minutes)*

- Input: a table.

### 1. Wheel: `1-wheel`

Write the number of the right option into the file.
*([Circles](#circles), 5 minutes)*

What is the circumference of a `wheel`?

1. `2`
2. `6.28`

## Go further
'''


def test_sections_of_a_task_are_those_its_block_names():
    lesson = read_lesson(TEXT, "0-count")
    assert [part.title for part in lesson.sections] == [
        "Tables: rows, columns", "Circles"]
    assert TEXT.splitlines()[lesson.sections[0].line - 1] == (
        "## Tables: rows, columns")
    assert lesson.files.title == "Tasks"


def test_trap_is_found_by_its_line():
    first, second = read_lesson(TEXT, "0-count").sections
    assert TEXT.splitlines()[first.trap_line - 1].startswith("*Where")
    assert second.trap_line == 0


def test_task_without_a_block_has_no_place():
    assert read_lesson(TEXT, "7-nothing").task is None
    assert read_lesson("", "0-count").task is None


def test_number_in_a_name_is_not_mistaken_for_another():
    text = TEXT.replace("`0-count.py`", "`10-count.py`")
    assert read_lesson(text, "0-count").task is None


def test_what_a_task_asks_is_its_sentence_and_its_question():
    assert asked(read_lesson(TEXT, "0-count")) == [
        "Write `count(table)`: how many cells there are."]
    assert asked(read_lesson(TEXT, "1-wheel")) == [
        "Write the number of the right option into the file.",
        "What is the circumference of a `wheel`?"]
    assert asked(None) == []


def test_worked_example_has_intro_steps_and_rule():
    worked = worked_examples(read_lesson(TEXT, "0-count").sections[0])
    assert [one.texts() for one in worked] == [[
        "Amina counts 2 rows of 3 apples. How many are there in all of "
        "them?",
        "- Row 0 has 3 apples, and so has row 1.",
        "- Together: `3 + 3 = 6`.",
        "The rule: `count = rows * columns`."]]


def test_worked_example_that_speaks_of_the_task_is_taken():
    assert "wheel" in best_worked(read_lesson(
        TEXT.replace("#circles)", "#tables-rows-columns) "
                     "[x](#circles)"), "1-wheel")).intro


def test_lesson_without_steps_has_no_worked_example():
    text = TEXT.replace("\n- ", "\n+ ")
    assert best_worked(read_lesson(text, "0-count")) is None
    assert best_worked(read_lesson(text, "7-nothing")) is None


def test_sentence_about_a_picture_is_left_out():
    text = TEXT.replace("Amina counts", "The blue part is large. Amina "
                        "counts")
    worked, = worked_examples(read_lesson(text, "0-count").sections[0])
    assert "blue" not in worked.intro


@pytest.mark.parametrize("title, name", [
    ("Matrices: turn, add, join", "matrices-turn-add-join"),
    ("numpy arrays", "numpy-arrays"),
    ("Figure, axes, line", "figure-axes-line")])
def test_anchor_is_made_as_pages_make_it(title, name):
    assert anchor(title) == name


def test_plain_text_has_no_signs_of_markdown():
    assert plain("A **[slice](#glossary)**\nis `t[1]`.<br>") == (
        "A slice is `t[1]`.")


def test_plain_text_cannot_act_in_a_terminal():
    assert "\x1b" not in plain("\x1b[2J and \u202e more")


def test_code_block_is_one_paragraph():
    found = paragraphs(("a", "```", "b", "", "c", "```", "d", "", "e"))
    assert found == [["a"], ["```", "b", "", "c", "```"], ["d"], ["e"]]


def test_open_code_block_does_no_harm():
    assert paragraphs(("```", "a", "", "b"))[0][0] == "```"
    assert read_lesson("```\n" + TEXT, "0-count").task is None


@pytest.mark.parametrize("data", [b"", b"\xff\xfe" * 500, b"#" * 90_000,
                                  b"```\n" * 5000, b"[" * 50_000])
def test_odd_lesson_is_no_lesson(tmp_path, data):
    (tmp_path / "README.md").write_bytes(data)
    assert find_lesson("topic/0-count", (str(tmp_path),)) is None


def test_lesson_that_is_a_link_or_a_pipe_is_not_opened(tmp_path):
    import os
    (tmp_path / "one").mkdir()
    (tmp_path / "two").mkdir()
    (tmp_path / "text").write_text(TEXT)
    (tmp_path / "one" / "README.md").symlink_to(tmp_path / "text")
    os.mkfifo(tmp_path / "two" / "README.md")
    roots = (str(tmp_path / "one"), str(tmp_path / "two"))
    assert find_lesson("topic/0-count", roots) is None
