"""Commands that the program prints: the shortest that is right here."""

import os

import pytest
from source_tree import ROOT

from grader.what_to_type import checkout, to_type

TOPIC = "0x00-linear_algebra"
TASK = f"{TOPIC}/8-ridin_bareback"
GRADE = "python3 grader --task 8-ridin_bareback"


@pytest.mark.parametrize("path", [
    "", str(ROOT), f"{ROOT}/", f"{ROOT}/{TOPIC}", f"{ROOT}/{TASK}.py",
    f"{ROOT}/{TASK}"])
def test_own_checkout_needs_no_path_no_topic_and_no_quotes(path):
    assert to_type(TASK, path) == GRADE
    assert to_type(TASK, path, "explain") == GRADE.replace("--task",
                                                           "explain")


def test_checkout_is_known_by_any_of_its_names(tmp_path, monkeypatch):
    monkeypatch.chdir(ROOT)
    (tmp_path / "course").symlink_to(ROOT)
    assert to_type(TASK, os.curdir) == GRADE
    assert to_type(TASK, str(tmp_path / "course")) == GRADE


def test_checkout_needs_no_path_wherever_the_user_stands(tmp_path,
                                                         monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert to_type(TASK, str(ROOT)) == GRADE
    assert checkout() == str(ROOT)


def test_other_folder_is_named_as_seen_from_here(tmp_path, monkeypatch):
    folder = tmp_path / "a class" / "me"
    folder.mkdir(parents=True)
    monkeypatch.chdir(tmp_path)
    assert to_type(TASK, str(folder)) == (
        "python3 grader 'a class/me' --task 8-ridin_bareback")
    assert to_type(TASK, str(folder), "explain") == (
        "python3 grader explain 8-ridin_bareback 'a class/me'")
    assert to_type(TASK, str(folder), "watch") == (
        "python3 grader watch 'a class/me' --task 8-ridin_bareback")
    monkeypatch.chdir(folder)
    assert to_type(TASK, str(folder)) == (
        "python3 grader . --task 8-ridin_bareback")


def test_file_of_another_topic_keeps_its_path(tmp_path, monkeypatch):
    monkeypatch.chdir(ROOT)
    assert to_type(TASK, str(ROOT / "0x01-plotting")) == (
        "python3 grader 0x01-plotting --task 8-ridin_bareback")


def test_folder_that_is_called_like_a_command_stays_a_folder(tmp_path,
                                                             monkeypatch):
    monkeypatch.chdir(tmp_path)
    for name, typed in (("watch", "./watch"), ("-v", "./-v")):
        (tmp_path / name).mkdir()
        assert to_type(TASK, str(tmp_path / name)) == (
            f"python3 grader {typed} --task 8-ridin_bareback")


def test_command_for_authors_takes_the_task_alone():
    assert to_type(TASK, "", "verify") == (
        "python3 grader verify 8-ridin_bareback")


def test_name_that_two_topics_have_keeps_its_topic(monkeypatch):
    monkeypatch.setattr("grader.what_to_type.find_ids", lambda root: [
        "0x00-one/0-line", "0x01-two/0-line", "0x01-two/1-other"])
    assert to_type("0x01-two/0-line", "") == (
        "python3 grader --task 0x01-two/0-line")
    assert to_type("0x01-two/1-other", "") == (
        "python3 grader --task 1-other")
