"""What `--task` understands, and what it answers when it does not."""

import re

import pytest
from source_tree import ROOT

from grader.checkpaths import CHECKS, find_ids
from grader.cli import main
from grader.model import UsageError
from grader.task_words import meant, no_such_path
from grader.wanted import matches

TOPIC = "0x00-linear_algebra"
TASK = f"{TOPIC}/3-flip_me_over"
NEXT = "  python3 grader --task "


def ids_of(*words, path=""):
    """The tasks that these words of `--task` mean."""
    patterns = meant(words, path)
    return [task for task in find_ids(CHECKS) if matches(task, patterns)]


def refused(word, path="", command=""):
    """The lines of the answer to a word that is not understood."""
    with pytest.raises(UsageError) as caught:
        meant([word], path, command)
    lines = str(caught.value).splitlines()
    assert max(map(len, lines)) <= 79
    return lines


@pytest.mark.parametrize("word", [
    TASK, "3-flip_me_over", f"{TOPIC}/3*", "*/3-flip*", "3-f*"])
def test_word_that_was_understood_before_stays_as_it_is(word):
    assert meant([word]) == (word,)
    assert ids_of(word) == [TASK]


@pytest.mark.parametrize("word, count", [
    ("3", 5), ("*/8-*", 3), ("0x00-*", 24), (TOPIC, 24), (f"{TOPIC}/", 24),
    ("*", 70)])
def test_number_pattern_and_topic_mean_the_same_as_before(word, count):
    assert meant([word]) == (word,)
    assert len(ids_of(word)) == count


@pytest.mark.parametrize("word", [
    "3-flip_me_over.py", f"{TASK}.py", f"./{TASK}.py", f"./{TASK}",
    str(ROOT / f"{TASK}.py"), f"/home/me/course/{TASK}.py",
    f"../{TASK}.py", "0x00-linear_algebra\\3-flip_me_over.py",
    "linear_algebra/3-flip_me_over.py", "0x00/3", f"{TOPIC}/3",
    "flip", "flip_me_over", "3-fl", "matrix_transpose", " 3-flip_me_over ",
    "*/3-flip*.py", f"./{TOPIC}/3-f*", "3-Flip_Me_Over.py",
    "0x00-linear_algebra_old/../0x00-linear_algebra/3-flip_me_over.py"])
def test_file_or_part_of_a_name_means_its_task(word):
    assert ids_of(word) == [TASK]


@pytest.mark.parametrize("word", [
    "0x00", "linear_algebra", f"./{TOPIC}/", str(ROOT / TOPIC)])
def test_short_name_or_folder_of_a_topic_means_the_topic(word):
    assert meant([word]) == (TOPIC,)
    assert len(ids_of(word)) == 24


@pytest.mark.parametrize("word, task", [
    ("advanced_linear_algebra/0-determinant.py", "18-determinant"),
    ("probability/poisson.py", "0-poisson"), ("poisson.py", "0-poisson")])
def test_name_of_an_older_layout_means_its_task(word, task):
    assert [found.partition("/")[2] for found in ids_of(word)] == [task]


def test_several_words_are_understood_one_by_one():
    assert meant(["flip", "0x01", "*/8-*"]) == (
        TASK, "0x01-plotting", "*/8-*")
    assert meant([]) == ()


def test_part_of_a_name_is_looked_for_in_the_topic_of_the_path():
    assert ids_of("all", path=str(ROOT / "0x01-plotting")) == [
        "0x01-plotting/5-all_in_one"]


@pytest.mark.parametrize("word, name", [
    ("3-flip_me_ovr", "3-flip_me_over"), ("3_flip_me_over.py",
                                          "3-flip_me_over"),
    (f"{TOPIC}/3-flip_me_ovr.py", "3-flip_me_over"),
    ("10-i_will_use_my_scale", "10-ill_use_my_scale"),
    (f"{TOPIC}/10-i_will_use_my_scale.py", "10-ill_use_my_scale"),
    (f"{TOPIC}/3-main.py", "3-flip_me_over"), ("matmul", "8-ridin_bareback")])
def test_near_name_is_proposed_with_the_command_to_type(word, name):
    lines = refused(word)
    assert f"Did you mean {name}" in " ".join(lines)
    assert lines[-1] == NEXT + name


def test_command_of_the_answer_is_the_one_that_was_typed(tmp_path,
                                                         monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "awa").mkdir()
    assert refused("3-flip_me_ovr", str(tmp_path / "awa"), "watch")[-1] == (
        "  python3 grader watch ./awa --task 3-flip_me_over")
    assert refused("3-flip_me_ovr", command="verify")[-1] == (
        "  python3 grader verify 3-flip_me_over")


def test_driver_without_a_topic_proposes_tasks_of_its_number():
    said = " ".join(refused("3-main.py"))
    assert re.search(r"Did you mean 3-\w+ or 3-\w+", said)


@pytest.mark.parametrize("word", ["qqqqq", "x" * 300, "\x1b[2J", "99",
                                  "/no/such/file.py", "[", "a\nb"])
def test_word_that_nothing_is_near_to_gets_an_example(word):
    lines = refused(word)
    assert lines[0].startswith("No task is called `")
    assert lines[-1] == NEXT + "0-slice_me_up"
    assert "\x1b" not in "".join(lines)


@pytest.mark.parametrize("word", ["", "  "])
def test_empty_word_gets_an_example(word):
    assert refused(word)[-1] == NEXT + "0-slice_me_up"


def test_part_of_many_names_lists_them_one_a_line():
    lines = refused("grayscale")
    assert lines[0] == "`grayscale` fits 4 tasks. Name one of them:"
    assert lines[-2:] == ["For the first, type",
                          NEXT + "0-convolve_grayscale_valid"]


def test_wrong_word_beside_a_right_one_is_not_swallowed():
    with pytest.raises(UsageError, match="Did you mean 4-line_up"):
        meant(["3-flip_me_over", "4-lin_up"])


# --- a task in the place of a folder


@pytest.mark.parametrize("word, typed", [
    ("3-flip_me_over", "3-flip_me_over"),
    ("3-flip_me_over.py", "3-flip_me_over"), ("flip", "3-flip_me_over"),
    ("0x00/3", "3-flip_me_over")])
def test_task_in_the_place_of_a_folder_gets_its_command(word, typed):
    assert no_such_path(word) == f"`{word}` is a task. Type\n{NEXT}{typed}"


def test_topic_in_the_place_of_a_folder_gets_its_command():
    assert no_such_path("0x00") == f"`0x00` is a topic. Type\n{NEXT}{TOPIC}"


def test_task_in_the_place_of_a_folder_to_watch_is_watched():
    assert no_such_path("flip", "watch").endswith(
        "\n  python3 grader watch --task 3-flip_me_over")
    assert no_such_path("0x00", "watch").endswith(
        f"\n  python3 grader watch --task {TOPIC}")


def test_near_name_in_the_place_of_a_folder_is_proposed():
    assert no_such_path("3-flip_me_ovr") == (
        "There is no 3-flip_me_ovr. Did you mean 3-flip_me_over? Type\n"
        f"{NEXT}3-flip_me_over")


@pytest.mark.parametrize("word", [
    "/no/such/folder", f"/home/me/{TASK}.py", "work/awa", "3", "x" * 300,
    f"work/{TASK}.py", "\x1b[2J"])
def test_other_path_that_is_not_there_is_called_so(word):
    said = " ".join(no_such_path(word).split())
    assert said.startswith("There is no ") and "\x1b" not in said
    assert said.endswith(
        ". Give a folder with task files, or one task file.")


def test_command_line_knows_every_entrance(capsys, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert main(["3-flip_me_over"]) == 2
    assert "`3-flip_me_over` is a task." in capsys.readouterr().err
    for words in (["--task"], ["pytest", "--task"], ["watch", "--task"],
                  ["verify"]):
        assert main([*words, "3-flip_me_ovr"]) == 2
        said = capsys.readouterr().err.splitlines()
        assert said[-1].startswith("  python3 grader ")
        assert said[-1].endswith(f"{words[-1]} 3-flip_me_over")


def test_tab_completed_file_is_graded(capsys):
    assert main(["--task", f"{TASK}.py"]) == 0
    assert "ok       3-flip_me_over" in capsys.readouterr().out


def test_task_that_the_policy_leaves_out_is_called_so(tmp_path, capsys):
    policy = tmp_path / "grader.toml"
    policy.write_text('tasks = ["0x01-plotting"]\n')
    assert main(["--task", "flip", "--policy", str(policy)]) == 2
    said = capsys.readouterr().err
    assert "The policy leaves 0x00-linear_algebra/3-flip_me_over out" in (
        " ".join(said.split()))
    assert max(map(len, said.splitlines())) <= 79


def test_policy_without_any_task_of_the_course_is_called_so(tmp_path,
                                                            capsys):
    policy = tmp_path / "grader.toml"
    policy.write_text('tasks = ["0x09-nothing"]\n')
    assert main(["--policy", str(policy), str(ROOT / TOPIC)]) == 2
    assert "no task of the course" in " ".join(capsys.readouterr().err.split())
