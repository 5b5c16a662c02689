"""`grader new` writes a whole task that works, or nothing at all."""

import os
import stat
import subprocess
import sys

import pytest
from new_tasks import (LESSON, TASK, TOPIC, files_of, fill_in, small_checkout,
                       write_task)
from source_tree import ROOT

from grader.author.agreement.lesson_text import blocks, map_rows
from grader.author.agreement.unfinished import MARK
from grader.author.new.lesson import Place, section_for, with_block
from grader.author.new.names import entry_of, title_of, topic_and_name
from grader.author.new.task import next_steps
from grader.author.new.writing import write_all
from grader.commands import new_command
from grader.course import CHECKS
from grader.model import UsageError

KINDS = ("function", "class", "script", "choice", "figure")
every_kind = pytest.mark.parametrize("kind", KINDS)


def tree(root):
    """Every file below root and its bytes."""
    return {str(path.relative_to(root)): path.read_bytes()
            for path in sorted(root.rglob("*")) if path.is_file()}


def refused(root, *words, **more):
    """What a refused `grader new` says; the checkout is as before."""
    before = tree(root)
    with pytest.raises(UsageError) as caught:
        write_task(root, *words, **more)
    assert tree(root) == before
    return str(caught.value)


# what is written

@every_kind
def test_four_texts_are_written(tmp_path, kind):
    root = small_checkout(tmp_path)
    made = write_task(root, kind)
    ending = "" if kind == "choice" else ".py"
    assert made.files == (f"{TASK}{ending}", f"{TOPIC}/5-main.py",
                          f"grader/checks/{TASK}.py", f"{TOPIC}/README.md")
    assert all(path.is_file() for path in files_of(root, made))


@every_kind
def test_programs_may_be_started_and_texts_not(tmp_path, kind):
    root = small_checkout(tmp_path)
    made = write_task(root, kind)
    started = {path.name: bool(path.stat().st_mode & stat.S_IXUSR)
               for path in files_of(root, made)[:2]}
    assert started == {"5-double" if kind == "choice" else "5-double.py":
                       kind != "choice", "5-main.py": True}


@every_kind
@pytest.mark.parametrize("name", ["5-a", "9999-one_long_name_of_a_task_"])
def test_what_is_written_has_good_style(tmp_path, kind, name):
    root = small_checkout(tmp_path)
    made = write_task(root, kind, f"{TOPIC}/{name[:29]}",
                      title="A title of nearly as many letters as a title "
                            "may have at all")
    if kind == "choice":
        made = made.__class__(made.id, made.section, made.files[1:], 0)
    paths = [str(path) for path in files_of(root, made)[:-1]]
    done = subprocess.run([sys.executable, "-m", "pycodestyle", *paths],
                          capture_output=True, text=True, check=False)
    assert done.stdout == ""


@every_kind
def test_lines_of_the_block_are_short_but_for_its_heading(tmp_path, kind):
    root = small_checkout(tmp_path)
    write_task(root, kind)
    lines = (root / TOPIC / "README.md").read_text("utf-8").split("\n")
    assert [line for line in lines if len(line) > 79] == []


def test_class_gets_a_name_of_classes(tmp_path):
    root = small_checkout(tmp_path)
    write_task(root, "class", f"{TOPIC}/5-two_ends")
    assert "class TwoEnds:" in (root / TOPIC / "5-two_ends.py").read_text()


def test_entry_and_title_are_taken_as_they_are_given(tmp_path):
    root = small_checkout(tmp_path)
    write_task(root, entry="twice", title="two times")
    assert "def twice(numbers)" in (root / TOPIC / "5-double.py").read_text()
    assert "### 5. Two times: `5-double.py`" in (
        root / TOPIC / "README.md").read_text()


def test_no_mark_is_left_in_a_file_that_is_not_shown(tmp_path):
    root = small_checkout(tmp_path)
    made = write_task(root)
    fill_in(root, made)
    assert not any(MARK.encode() in data for data in tree(root).values())


def test_next_steps_name_files_marks_and_the_command(tmp_path):
    made = write_task(small_checkout(tmp_path))
    said = next_steps(made)
    assert all(name in said for name in made.files)
    assert f"{made.marks} places are marked" in said
    assert said.endswith(f"  python3 grader verify {TASK}")


def test_command_prints_the_next_steps(tmp_path, capsys):
    root = small_checkout(tmp_path)
    assert new_command(str(root), {"task": TASK}) == 0
    assert capsys.readouterr().out.startswith("Written, a sample that works")


# the lesson

def lesson_after(tmp_path, task=TASK, **words):
    root = small_checkout(tmp_path)
    write_task(root, "function", task, **words)
    return (root / TOPIC / "README.md").read_text("utf-8")


@pytest.mark.parametrize("number, place", [
    (0, 0), (2, 1), (5, 2), (9, 3)])
def test_block_stands_in_the_order_of_numbers(tmp_path, number, place):
    text = lesson_after(tmp_path, f"{TOPIC}/{number}-double")
    found = [block.number for block in blocks(text)]
    assert found[place] == number and found == sorted(found)
    assert "\n\n\n" not in text


def test_section_of_the_task_before_is_taken_without_a_wish(tmp_path):
    text = lesson_after(tmp_path)
    assert "[Lists of numbers](#lists-of-numbers), 20 minutes" in text
    assert section_for(LESSON, "", 2, "README.md") == "Numbers"


def test_asked_section_leads_to_the_task_and_the_map_knows(tmp_path):
    text = lesson_after(tmp_path, section="numbers")
    rows = {row.anchor: row for row in map_rows(text)}
    assert rows["numbers"].tasks == ("1", "5")
    assert rows["numbers"].minutes == "50"
    assert ("Now do: [task 1](#1-one-1-onepy),\n"
            "[task 5](#5-double-5-doublepy).\n") in text


def test_way_stands_before_the_next_number_and_keeps_other_words(tmp_path):
    assert ("Now do: [task 3](#3-three-3-threepy),\n"
            "[task 5](#5-double-5-doublepy),\n"
            "[task 8](#8-eight-8-eightpy) if you have time.\n"
            ) in lesson_after(tmp_path)


def test_sample_of_a_report_counts_the_new_task(tmp_path):
    assert "4 tasks: 0 ok, 4 failed. 0 of 40 points." in lesson_after(tmp_path)


def test_all_else_of_the_lesson_stays(tmp_path):
    old = LESSON.split("\n")
    new = lesson_after(tmp_path).split("\n")
    assert [line for line in old if line not in new] == [
        "3 tasks: 0 ok, 3 failed. 0 of 30 points.",
        "| [Lists of numbers](#lists-of-numbers) | 3, 8 | 45 |"]


def test_section_that_had_no_task_gets_its_first_one(tmp_path):
    root = small_checkout(tmp_path)
    path = root / TOPIC / "README.md"
    path.write_text(LESSON.replace("| 1 | 30 |", "| read | 30 |").replace(
        "Now do: [task 1](#1-one-1-onepy).",
        "Now read: [Lists of numbers](#lists-of-numbers)."), encoding="utf-8")
    write_task(root, section="Numbers")
    text = path.read_text("utf-8")
    assert "| [Numbers](#numbers) | 5 | 50 |" in text
    assert "\nNow do: [task 5](#5-double-5-doublepy).\n" in text
    assert "Now read" not in text


@pytest.mark.parametrize("old, new, words", [
    ("## Tasks", "## Exercises", "no heading `## Tasks`"),
    ("Now do: ", "Then: ", "end each section with `Now do: `"),
    ("## Map", "## Way", "Write `## Map` with a table")])
def test_lesson_without_a_needed_place_is_refused(tmp_path, old, new, words):
    root = small_checkout(tmp_path)
    path = root / TOPIC / "README.md"
    path.write_text(LESSON.replace(old, new), encoding="utf-8")
    assert words in refused(root)


@pytest.mark.parametrize("topic", sorted(
    path.parent.name for path in ROOT.glob("0x*/README.md")))
def test_every_lesson_of_the_course_takes_a_new_block(topic):
    path = ROOT / topic / "README.md"
    text = path.read_text(encoding="utf-8")
    section = section_for(text, "", 9999, path.name)
    heading = "9999. Last: `9999-last.py`"
    new = with_block(text, f"### {heading}\n\nWords.\n",
                     Place(section, 9999, heading, 20), path.name)
    assert 9999 in [block.number for block in blocks(new)]
    assert any("9999" in row.tasks for row in map_rows(new))
    assert "(#9999-last-9999-lastpy)" in new


# what is refused

@pytest.mark.parametrize("task, words", [
    ("5-double", "names no topic. Write TOPIC/N-name"),
    ("0x00/5-double", "There is no topic 0x00. Did you mean 0x00-small?"),
    ("smal/5-double", "Did you mean 0x00-small?"),
    ("nothing/5-double", "Topics are 0x00-small."),
    (f"{TOPIC}/double", "double is no name of a task"),
    (f"{TOPIC}/5-Two Ends", f"Did you mean {TOPIC}/5-two_ends?"),
    (f"{TOPIC}/05-double", f"Did you mean {TOPIC}/5-double?"),
    (f"{TOPIC}/5-twoEnds", f"Did you mean {TOPIC}/5-two_ends?"),
    (f"{TOPIC}/5-main", "5-main is the name of a driver"),
    (f"{TOPIC}/5-" + "a" * 25, "is no name of a task"),
    (f"{TOPIC}/../x/5-a", f"There is no topic {TOPIC}/../x"),
    (f"{TOPIC}/3-double", f"Task 3 is {TOPIC}/3-three already, and nothing "
                          f"was written. The next free number is 4: "
                          f"{TOPIC}/4-double."),
    (f"{TOPIC}/5-class", "`class` cannot be the name of a function. Give "
                         "another one of up to 24 letters with --entry")])
def test_wrong_name_is_refused_with_a_right_one(tmp_path, task, words):
    assert words in refused(small_checkout(tmp_path), "function", task)


@pytest.mark.parametrize("more, words", [
    ({"kind": "funktion"}, "--kind funktion: did you mean function?"),
    ({"kind": "zzz"}, "write one of function, class, script, choice"),
    ({"section": "list of number"}, 'Did you mean "Lists of numbers"?'),
    ({"section": "zzz"}, "Sections are Numbers, Lists of numbers."),
    ({"kind": "script", "entry": "f"}, "a script has no function"),
    ({"entry": "two words"}, "`two words` cannot be the name"),
    ({"title": 'a "b"'}, "without quotation marks"),
    ({"title": "9 lives"}, "begin with a letter")])
def test_wrong_word_is_refused_with_a_right_one(tmp_path, more, words):
    assert words in refused(small_checkout(tmp_path), **more)


@pytest.mark.parametrize("name", ["5-double.py", "5-main.py"])
def test_file_that_is_there_is_never_overwritten(tmp_path, name):
    root = small_checkout(tmp_path)
    (root / TOPIC / name).write_text("mine")
    said = refused(root)
    assert f"{TOPIC}/{name} is there already, and nothing was written" in said


def test_dangling_link_is_not_followed(tmp_path):
    root = small_checkout(tmp_path)
    (root / TOPIC / "5-main.py").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(UsageError, match="is there already"):
        write_task(root)
    assert not (tmp_path / "elsewhere").exists()


def test_second_task_of_one_name_is_refused(tmp_path):
    root = small_checkout(tmp_path)
    write_task(root)
    assert "Task 5 is 0x00-small/5-double already" in refused(root)


def test_folder_that_is_no_checkout_is_refused(tmp_path):
    assert "is no checkout of the instructor edition" in refused(tmp_path)


def test_student_edition_is_refused(tmp_path):
    root = small_checkout(tmp_path)
    (root / "grader" / "checks" / "edition.json").write_text("{}")
    assert "is no checkout of the instructor edition" in refused(root)


def test_failure_halfway_leaves_no_file(tmp_path):
    root = small_checkout(tmp_path)
    before = tree(root)
    with pytest.raises(UsageError, match="Nothing was written"):
        write_all(str(root), {f"{TOPIC}/a.py": "1", "missing/b.py": "2"},
                  {f"{TOPIC}/README.md": "new"}, frozenset())
    assert tree(root) == before


def test_lesson_that_cannot_be_replaced_takes_the_new_files_back(
        tmp_path, monkeypatch):
    root = small_checkout(tmp_path)
    before = tree(root)

    def full(path, data):
        raise OSError(28, "No space left on device", path)
    monkeypatch.setattr("grader.author.new.writing.write_whole", full)
    with pytest.raises(UsageError, match="No space left on device. Nothing"):
        write_task(root)
    assert tree(root) == before


# small parts

@pytest.mark.parametrize("name, kind, entry", [
    ("5-two_ends", "function", "two_ends"), ("5-two_ends", "class", "TwoEnds"),
    ("5-two_ends", "script", ""), ("5-two_ends", "choice", ""),
    ("5-two_ends", "figure", "two_ends")])
def test_name_of_the_function_comes_from_the_task(name, kind, entry):
    assert entry_of("", name, kind) == entry


def test_title_comes_from_the_name_and_begins_large():
    assert title_of("", "5-two_ends") == "Two ends"
    assert title_of("the  trace.", "5-two_ends") == "The trace"


def test_name_may_end_as_files_do(tmp_path):
    root = small_checkout(tmp_path)
    assert topic_and_name(f"{TASK}.py", str(root)) == (TOPIC, "5-double")


@every_kind
def test_forms_name_no_task_of_the_course(kind):
    folder = ROOT / "grader" / "author" / "new" / "forms" / kind
    names = {path.stem for path in ROOT.glob("grader/checks/*/*.py")}
    text = "".join(path.read_text("utf-8") for path in folder.iterdir())
    assert sorted(os.listdir(folder)) == [
        "check.txt", "driver.txt", "lesson.txt", "task.txt"]
    assert not [name for name in names if name in text]
    assert os.path.isdir(CHECKS)
