"""Finding task files in real folders of every layout seen so far."""

import hashlib
import os

import pytest

from grader import discover as discover_module
from grader import places as places_module
from grader import shelf as shelf_module
from grader.discover import Wanted, discover
from grader.misnamed import is_driver, near_names
from grader.model import UsageError
from grader.places import topic_key

LA = "0x00-linear_algebra"
OLD = "advanced_linear_algebra"
TASKS = [
    Wanted(f"{LA}/0-slice_me_up"),
    Wanted(f"{LA}/8-ridin_bareback"),
    Wanted(f"{LA}/18-determinant", (f"{OLD}/0-determinant.py",)),
    Wanted(f"{LA}/19-minor", (f"{OLD}/1-minor.py",)),
    Wanted("0x02-calculus/10-matisse"),
    Wanted("0x03-probability/0-poisson", ("probability/poisson.py",)),
]


def write(root, *paths, text="x = 1\n"):
    for path in paths:
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(os.fsencode(f"{text}# {path}\n"))


def by_name(submission):
    return {task.id.split("/")[1]: task for task in submission.tasks}


def found(submission):
    return {name: task.path for name, task in by_name(submission).items()
            if task.source}


def problem(submission, name="8-ridin_bareback"):
    task = by_name(submission)[name]
    assert task.source is None
    return task.problem


# --- layouts

@pytest.mark.parametrize("folder,layout", [
    ("0x00-linear_algebra", "course"),
    ("linear_algebra", "older"),
    ("01 - linear_algebra", "older"),
    ("0x05_linear_algebra", "older"),
    ("Linear_Algebra", "older"),
    ("linear-algebra", "older"),
    ("3.linear algebra", "older"),
    ("math/linear_algebra", "older"),
    ("math/0x00-linear_algebra", "course"),
    ("holbertonschool-machine_learning/math/linear_algebra", "older"),
])
def test_task_is_found_in_each_layout(tmp_path, folder, layout):
    write(tmp_path, f"{folder}/8-ridin_bareback.py")
    submission = discover(str(tmp_path), TASKS)
    assert found(submission) == {
        "8-ridin_bareback": f"{folder}/8-ridin_bareback.py"}
    assert submission.layout == layout


@pytest.mark.parametrize("folder", [
    "a/b/c/linear_algebra", ".hidden/linear_algebra", "venv/linear_algebra",
    ".venv/linear_algebra", "node_modules/linear_algebra",
    "lib/site-packages/linear_algebra", "__pycache__/linear_algebra",
    "linear_algebra/main_files", "linear_algebra/linear_algebra",
])
def test_folder_out_of_reach_is_not_searched(tmp_path, folder):
    write(tmp_path, f"{folder}/8-ridin_bareback.py",
          "linear_algebra/README.md")
    assert found(discover(str(tmp_path), TASKS)) == {}


def test_virtual_environment_of_any_name_is_not_searched(tmp_path):
    write(tmp_path, "myenv/pyvenv.cfg",
          "myenv/linear_algebra/8-ridin_bareback.py")
    assert found(discover(str(tmp_path), TASKS)) == {}


def test_virtual_environment_made_inside_the_task_folder_does_no_harm(
        tmp_path):
    write(tmp_path, "linear_algebra/pyvenv.cfg",
          "linear_algebra/8-ridin_bareback.py",
          "linear_algebra/lib/8-ridin_bareback.py")
    assert found(discover(str(tmp_path), TASKS)) == {
        "8-ridin_bareback": "linear_algebra/8-ridin_bareback.py"}


def test_check_files_of_a_grader_are_no_submission(tmp_path):
    write(tmp_path, "grader/__init__.py", "grader/__main__.py",
          f"grader/checks/{LA}/8-ridin_bareback.py")
    submission = discover(str(tmp_path), TASKS)
    assert found(submission) == {}
    write(tmp_path, f"{LA}/8-ridin_bareback.py")
    submission = discover(str(tmp_path), TASKS)
    assert submission.layout == "course"
    assert submission.remarks == ()


@pytest.mark.parametrize("name,key", [
    ("0x00-linear_algebra", "linear_algebra"),
    ("01 - linear_algebra", "linear_algebra"),
    ("0x05-advanced_linear_algebra", "advanced_linear_algebra"),
    ("0X0B - Bayesian_Prob ", "bayesian_prob"),
    ("2020_calculus", "calculus"),
    ("0x00", "0x00"),
    ("3d_plots", "3d_plots"),
    ("", ""),
])
def test_topic_key_drops_number_case_and_dashes(name, key):
    assert topic_key(name) == key


@pytest.mark.parametrize("folder", ["linear_algebra", "01 - linear_algebra",
                                    "homework"])
def test_one_topic_folder_asks_for_its_own_tasks_only(tmp_path, folder):
    write(tmp_path, f"{folder}/8-ridin_bareback.py")
    submission = discover(str(tmp_path / folder), TASKS)
    assert submission.layout == "folder"
    assert found(submission) == {"8-ridin_bareback": "8-ridin_bareback.py"}
    not_asked = {name for name, task in by_name(submission).items()
                 if not task.path}
    assert not_asked == {"10-matisse", "0-poisson"}
    assert any("4 of the 6 tasks belong in it" in remark
               for remark in submission.remarks)


def test_folder_of_an_alias_asks_for_the_tasks_with_that_alias(tmp_path):
    write(tmp_path, f"{OLD}/0-determinant.py")
    submission = discover(str(tmp_path / OLD), TASKS)
    assert found(submission) == {"18-determinant": "0-determinant.py"}
    assert by_name(submission)["19-minor"].path
    assert not by_name(submission)["8-ridin_bareback"].path


def test_dot_is_a_topic_folder_when_its_real_name_says_so(
        tmp_path, monkeypatch):
    write(tmp_path, "linear_algebra/8-ridin_bareback.py")
    monkeypatch.chdir(tmp_path / "linear_algebra")
    assert found(discover(".", TASKS)) == {
        "8-ridin_bareback": "8-ridin_bareback.py"}


def test_repository_named_like_a_topic_still_holds_topics(tmp_path):
    root = tmp_path / "linear_algebra"
    write(root, f"{LA}/8-ridin_bareback.py", "0x02-calculus/10-matisse.py")
    submission = discover(str(root), TASKS)
    assert set(found(submission)) == {"8-ridin_bareback", "10-matisse"}
    assert submission.layout == "course"


def test_folder_with_a_wrong_name_is_taken_for_its_file_names(tmp_path):
    write(tmp_path, "linear_algbra/8-ridin_bareback.py",
          "linear_algbra/0-slice_me_up.py", "other/0-slice_me_up.py")
    submission = discover(str(tmp_path), TASKS)
    assert found(submission) == {
        "8-ridin_bareback": "linear_algbra/8-ridin_bareback.py",
        "0-slice_me_up": "linear_algbra/0-slice_me_up.py"}
    assert any("`linear_algbra` is graded as `linear_algebra`" in remark
               for remark in submission.remarks)


# --- one file

def test_one_file_is_the_only_task_looked_at(tmp_path):
    write(tmp_path, "any/8-ridin_bareback.py", "any/0-slice_me_up.py")
    submission = discover(str(tmp_path / "any/8-ridin_bareback.py"), TASKS)
    assert submission.layout == "file"
    assert found(submission) == {"8-ridin_bareback": "8-ridin_bareback.py"}
    assert [task.path for task in submission.tasks].count("") == 5
    assert "0-slice_me_up" in by_name(submission)["8-ridin_bareback"].siblings


def test_one_file_without_a_folder_in_its_path_is_found(
        tmp_path, monkeypatch):
    write(tmp_path, "8-ridin_bareback.py")
    monkeypatch.chdir(tmp_path)
    assert "8-ridin_bareback" in found(discover("8-ridin_bareback.py", TASKS))


def test_one_file_with_an_alias_is_the_task_of_today(tmp_path):
    write(tmp_path, "0-determinant.py")
    submission = discover(str(tmp_path / "0-determinant.py"), TASKS)
    assert found(submission) == {"18-determinant": "0-determinant.py"}


def test_folder_decides_between_tasks_that_share_a_file_name(tmp_path):
    twins = [Wanted("0x00-first/0-line"), Wanted("0x01-second/0-line")]
    write(tmp_path, "second/0-line.py", "first/0-line.py")
    for topic in ("first", "second"):
        path = tmp_path / topic / "0-line.py"
        submission = discover(str(path), twins)
        assert [task.id for task in submission.tasks if task.source] == [
            twins[topic == "second"].id]


def test_one_misnamed_file_is_not_graded_but_recognised(tmp_path):
    write(tmp_path, "8-riding_bareback.py")
    submission = discover(str(tmp_path / "8-riding_bareback.py"), TASKS)
    assert problem(submission) == (
        "`8-riding_bareback.py` looks like this task; its name must be"
        " `8-ridin_bareback.py`.")


def test_one_file_that_is_a_link_is_refused(tmp_path):
    write(tmp_path, "real.py")
    (tmp_path / "8-ridin_bareback.py").symlink_to("real.py")
    submission = discover(str(tmp_path / "8-ridin_bareback.py"), TASKS)
    assert "is a link" in problem(submission)
    (tmp_path / "real.py").unlink()
    submission = discover(str(tmp_path / "8-ridin_bareback.py"), TASKS)
    assert "is a link" in problem(submission)


def test_one_file_that_is_a_pipe_is_refused(tmp_path):
    os.mkfifo(tmp_path / "8-ridin_bareback.py")
    submission = discover(str(tmp_path / "8-ridin_bareback.py"), TASKS)
    assert "a pipe or a device" in problem(submission)


@pytest.mark.parametrize("name,words", [
    ("README.md", "`README.md` is not the name of a task, such as"),
    ("zzz.py", "is not the name of a task"),
    ("nowhere", "`nowhere` does not exist"),
    ("nowhere/8-ridin_bareback.py", "does not exist"),
    ("README.md/x", "cannot be opened: Not a directory"),
    ("a\0b", "cannot be opened"),
    ("\x1b[2J", "\\x1b[2J"),
])
def test_useless_path_is_a_usage_error(tmp_path, monkeypatch, name, words):
    write(tmp_path, "README.md", "zzz.py")
    monkeypatch.chdir(tmp_path)
    with pytest.raises(UsageError) as caught:
        discover(name, TASKS)
    assert words in str(caught.value)


def test_empty_path_is_a_usage_error():
    with pytest.raises(UsageError):
        discover("", TASKS)


def test_folder_that_cannot_be_listed_is_a_usage_error(
        tmp_path, monkeypatch):
    def refuse(*args):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(places_module, "list_folder", refuse)
    with pytest.raises(UsageError, match="Permission denied"):
        discover(str(tmp_path), TASKS)


def test_path_that_is_a_link_to_a_folder_is_followed(tmp_path):
    write(tmp_path, f"real/{LA}/8-ridin_bareback.py")
    (tmp_path / "link").symlink_to("real")
    assert found(discover(str(tmp_path / "link"), TASKS)) != {}


# --- aliases and doubles

def test_alias_is_found_in_its_own_folder(tmp_path):
    write(tmp_path, "math/0x05-advanced_linear_algebra/0-determinant.py",
          "math/linear_algebra/0-slice_me_up.py")
    assert found(discover(str(tmp_path), TASKS)) == {
        "0-slice_me_up": "math/linear_algebra/0-slice_me_up.py",
        "18-determinant":
            "math/0x05-advanced_linear_algebra/0-determinant.py"}


def test_alias_in_the_same_topic_is_found(tmp_path):
    write(tmp_path, "06 - probability/poisson.py")
    assert found(discover(str(tmp_path), TASKS)) == {
        "0-poisson": "06 - probability/poisson.py"}


def test_file_name_of_an_alias_counts_only_in_its_folder(tmp_path):
    write(tmp_path, f"{LA}/0-determinant.py", f"{LA}/0-slice_me_up.py")
    submission = discover(str(tmp_path), TASKS)
    assert set(found(submission)) == {"0-slice_me_up"}
    assert problem(submission, "18-determinant") == (
        "`0-determinant.py` looks like this task; its name must be"
        " `18-determinant.py`.")


def test_new_name_wins_over_the_alias_and_says_so(tmp_path):
    write(tmp_path, f"{LA}/18-determinant.py", f"{OLD}/0-determinant.py")
    submission = discover(str(tmp_path), TASKS)
    assert found(submission)["18-determinant"] == f"{LA}/18-determinant.py"
    assert submission.remarks == (
        f"`{OLD}/0-determinant.py` is an older name of the same task;"
        f" `{LA}/18-determinant.py` is graded.",)


@pytest.mark.parametrize("first,second,reason", [
    ("linear_algebra", "math/linear_algebra", "nearer"),
    ("math/linear_algebra", "old/linear_algebra", "by name"),
    ("0x00-linear_algebra", "linear_algebra", "by name"),
])
def test_one_of_two_cohorts_is_chosen_the_same_way_each_time(
        tmp_path, first, second, reason):
    write(tmp_path, f"{second}/8-ridin_bareback.py",
          f"{first}/8-ridin_bareback.py")
    submission = discover(str(tmp_path), TASKS)
    assert found(submission) == {
        "8-ridin_bareback": f"{first}/8-ridin_bareback.py"}
    assert submission.remarks == (
        f"More than one folder of the same topic: `{first}` is graded; not"
        f" looked at: `{second}`.",)


def test_fuller_folder_wins_at_the_same_depth(tmp_path):
    write(tmp_path, "a/linear_algebra/8-ridin_bareback.py",
          "b/linear_algebra/8-ridin_bareback.py",
          "b/linear_algebra/0-slice_me_up.py")
    paths = found(discover(str(tmp_path), TASKS)).values()
    assert all(path.startswith("b/") for path in paths)


def test_empty_folder_never_wins_over_a_full_one(tmp_path):
    write(tmp_path, "linear_algebra/README.md",
          "math/linear_algebra/8-ridin_bareback.py")
    submission = discover(str(tmp_path), TASKS)
    assert set(found(submission)) == {"8-ridin_bareback"}
    assert submission.remarks == ()


# --- missing and misnamed

def test_missing_task_names_the_path_it_should_have(tmp_path):
    write(tmp_path, "01 - linear_algebra/0-slice_me_up.py")
    submission = discover(str(tmp_path), TASKS)
    assert problem(submission) == (
        "No file `01 - linear_algebra/8-ridin_bareback.py` was found.")
    assert problem(submission, "10-matisse") == (
        "No file `0x02-calculus/10-matisse.py` was found.")


def test_nothing_found_lists_the_folder_names_looked_for(tmp_path):
    submission = discover(str(tmp_path), TASKS)
    assert len(submission.tasks) == len(TASKS)
    assert found(submission) == {}
    assert "`0x00-linear_algebra`" in submission.remarks[-1]
    assert "`advanced_linear_algebra`" in submission.remarks[-1]
    assert "3 folders deep" in submission.remarks[-1]


def test_right_name_in_the_wrong_folder_is_told(tmp_path):
    write(tmp_path, f"{LA}/10-matisse.py", f"{LA}/0-slice_me_up.py",
          "0x02-calculus/README.md")
    submission = discover(str(tmp_path), TASKS)
    assert problem(submission, "10-matisse") == (
        f"`{LA}/10-matisse.py` lies in the wrong folder; it must be"
        " `0x02-calculus/10-matisse.py`.")


@pytest.mark.parametrize("name", [
    "8-riding_bareback.py", "8_ridin_bareback.py", "8-ridin_bareback.PY",
    "ridin_bareback.py", "8-ridin-bareback.py", "8 - ridin_bareback.py",
    "8-Ridin_Bareback.py", "8-ridin_bareback", "8-ridin_bareback.py.txt",
    "8.py", "task8.py", "task_8.py", "Exercise 8.py", "8-task.py",
    "Copy of 8-ridin_bareback.py", "8-ridin_bareback - Copy.py",
    "8-ridin_bareback.txt", "7-ridin_bareback.py", "08-ridin_bareback.py",
    "8-ridin_barebak.py", "8-ridin_bareback (1).py",
])
def test_misnamed_file_is_not_graded_but_recognised(tmp_path, name):
    write(tmp_path, f"{LA}/{name}", f"{LA}/0-slice_me_up.py")
    submission = discover(str(tmp_path), TASKS)
    assert problem(submission).startswith(
        f"`{name}` looks like this task; its name must be"
        " `8-ridin_bareback.py`.")


def test_name_that_differs_in_capitals_only_is_told_so(tmp_path):
    write(tmp_path, f"{LA}/8-Ridin_Bareback.py", f"{LA}/0-slice_me_up.py")
    assert problem(discover(str(tmp_path), TASKS)).endswith(
        "Blanks and capital letters count.")


def test_notebook_is_sent_to_its_export(tmp_path):
    write(tmp_path, f"{LA}/8-ridin_bareback.ipynb",
          f"{LA}/0-slice_me_up.py")
    assert problem(discover(str(tmp_path), TASKS)) == (
        "`8-ridin_bareback.ipynb` is a notebook. Export it as Python; the "
        "name must be `8-ridin_bareback.py`.")


def test_file_with_the_words_goes_before_one_with_the_number(tmp_path):
    write(tmp_path, f"{LA}/8.py", f"{LA}/ridin_bareback.py",
          f"{LA}/0-slice_me_up.py")
    assert "`ridin_bareback.py` looks" in problem(
        discover(str(tmp_path), TASKS))


@pytest.mark.parametrize("name", [
    "8-main.py", "8-main_0.py", "main.py", "test_8.py", "notes.py",
    "8-x.py", "README.md",
])
def test_other_file_is_not_taken_for_a_task(tmp_path, name):
    write(tmp_path, f"{LA}/{name}", f"{LA}/0-slice_me_up.py")
    assert problem(discover(str(tmp_path), TASKS)) == (
        f"No file `{LA}/8-ridin_bareback.py` was found.")


def test_misspelt_alias_is_recognised(tmp_path):
    write(tmp_path, f"{OLD}/0-determinent.py", f"{OLD}/1-minor.py")
    assert problem(discover(str(tmp_path), TASKS), "18-determinant") == (
        "`0-determinent.py` looks like this task; its name must be"
        " `0-determinant.py`.")


@pytest.mark.parametrize("found_names,expected,near", [
    # A task of another number is that task, whatever its words.
    (["11-integral.py"], ["11-integral.py", "12-integral.py"], {}),
    # A copy of a task that is there is no other task.
    (["11-integral.py", "11-integral (1).py"],
     ["11-integral.py", "12-integral.py"], {}),
    (["15-double"], ["15-definite"], {}),
    (["2-chnage_scale.py"], ["1-todo.py", "2-change_scale.py"],
     {"2-change_scale.py": "2-chnage_scale.py"}),
    # The nearer of two wins.
    (["3-aadd.py", "3-ad.py"], ["3-aad.py"], {"3-aad.py": "3-aadd.py"}),
    (["0-line.py"], ["0-line.py"], {}),
    ([], ["0-line.py"], {}),
    (["0-line.py"], [], {}),
])
def test_near_names(found_names, expected, near):
    assert near_names(found_names, expected) == near


@pytest.mark.parametrize("name,expected", [
    ("8-main.py", True), ("0_main.py", True), ("main.py", True),
    ("100-main_2.py", True), ("test_all.py", True), ("8-mains.py", False),
    ("8-domain.py", False), ("11-testing.py", False),
])
def test_driver_is_told_from_a_task(name, expected):
    assert is_driver(name) is expected


# --- hostile and odd folders

@pytest.mark.parametrize("spoil,words", [
    (lambda path: path.symlink_to("0-slice_me_up.py"), "is a link"),
    (lambda path: path.mkdir(), "is a folder"),
    (os.mkfifo, "a pipe or a device"),
    (lambda path: path.write_bytes(b"#" * (1 << 20) + b"\n"),
     "larger than 1 MB"),
])
def test_broken_task_loses_nothing_else(tmp_path, spoil, words):
    write(tmp_path, f"{LA}/0-slice_me_up.py")
    spoil(tmp_path / LA / "8-ridin_bareback.py")
    submission = discover(str(tmp_path), TASKS)
    assert words in problem(submission)
    assert set(found(submission)) == {"0-slice_me_up"}
    assert "8-ridin_bareback" not in by_name(
        submission)["0-slice_me_up"].siblings


def test_topic_folder_that_is_a_link_is_told_and_not_followed(tmp_path):
    write(tmp_path, "far/8-ridin_bareback.py")
    (tmp_path / "root").mkdir()
    (tmp_path / "root" / LA).symlink_to(tmp_path / "far")
    submission = discover(str(tmp_path / "root"), TASKS)
    assert found(submission) == {}
    assert submission.remarks[0] == (
        f"`{LA}` is a link to another place; it was not followed.")


def test_circle_of_links_ends(tmp_path):
    write(tmp_path, "math/linear_algebra/8-ridin_bareback.py")
    (tmp_path / "math" / "loop").symlink_to(tmp_path)
    (tmp_path / "loop").symlink_to(".")
    assert len(found(discover(str(tmp_path), TASKS))) == 1


@pytest.mark.parametrize("name", [b"a\nb\x1b[2J", b"\xff\xfe", b"x\r"])
def test_folder_with_an_odd_name_is_shown_escaped(tmp_path, name):
    write(tmp_path, f"{os.fsdecode(name)}/linear_algebra/8-ridin_bareback.py")
    submission = discover(str(tmp_path), TASKS)
    path = found(submission)["8-ridin_bareback"]
    assert path.isprintable()
    assert "\\" in path


def test_file_with_an_odd_name_is_no_sibling_and_hides_no_task(tmp_path):
    write(tmp_path, f"{LA}/8-ridin_bareback.py", f"{LA}/8-ridin\n.py",
          f"{LA}/a.b.py", f"{LA}/{os.fsdecode(bytes([255]))}.py")
    task = by_name(discover(str(tmp_path), TASKS))["8-ridin_bareback"]
    assert task.source
    assert task.siblings == {}


def test_folder_that_cannot_be_opened_costs_only_itself(
        tmp_path, monkeypatch):
    write(tmp_path, "locked/x.py", f"{LA}/8-ridin_bareback.py")
    real = places_module.open_folder

    def locked(root, parts=()):
        if "locked" in parts:
            raise PermissionError(13, "Permission denied")
        return real(root, parts)

    monkeypatch.setattr(places_module, "open_folder", locked)
    submission = discover(str(tmp_path), TASKS)
    assert set(found(submission)) == {"8-ridin_bareback"}
    assert submission.remarks == (
        "The folder `locked` could not be opened: Permission denied.",)


def test_topic_folder_that_closes_after_the_walk_has_a_sentence(
        tmp_path, monkeypatch):
    write(tmp_path, f"{LA}/8-ridin_bareback.py",
          "0x02-calculus/10-matisse.py")
    real = shelf_module.open_folder

    def locked(root, parts=()):
        if LA in parts:
            raise PermissionError(13, "Permission denied")
        return real(root, parts)

    monkeypatch.setattr(shelf_module, "open_folder", locked)
    submission = discover(str(tmp_path), TASKS)
    assert problem(submission) == (
        f"The folder `{LA}` is unreadable: Permission denied.")
    assert set(found(submission)) == {"10-matisse"}


def test_crowded_folder_is_cut_but_its_tasks_are_found(
        tmp_path, monkeypatch):
    monkeypatch.setattr(places_module, "ENTRIES_OF_A_FOLDER", 5)
    write(tmp_path, *(f"{LA}/{number}.txt" for number in range(50)),
          f"{LA}/8-ridin_bareback.py")
    submission = discover(str(tmp_path), TASKS)
    assert set(found(submission)) == {"8-ridin_bareback"}
    assert any(f"`{LA}` holds more than 5 entries" in remark
               for remark in submission.remarks)


def test_walk_stops_after_its_last_entry_and_topics_come_first(
        tmp_path, monkeypatch):
    monkeypatch.setattr(places_module, "ENTRIES_IN_ALL", 40)
    write(tmp_path, *(f"a{number}/{file}.txt" for number in range(20)
                      for file in range(10)), f"{LA}/8-ridin_bareback.py")
    submission = discover(str(tmp_path), TASKS)
    assert set(found(submission)) == {"8-ridin_bareback"}
    assert any("more than 40 entries" in remark
               for remark in submission.remarks)
    assert len(submission.remarks) <= places_module.REMARKS + 1


# --- siblings and digest

def test_siblings_are_the_other_python_files_of_the_folder(tmp_path):
    write(tmp_path, f"{LA}/8-ridin_bareback.py", f"{LA}/0-slice_me_up.py",
          f"{LA}/determinant.py", f"{LA}/8-main.py", f"{LA}/notes.txt",
          f"{LA}/sub/deep.py", "0x02-calculus/10-matisse.py")
    (tmp_path / LA / "link.py").symlink_to("determinant.py")
    tasks = by_name(discover(str(tmp_path), TASKS))
    assert set(tasks["8-ridin_bareback"].siblings) == {
        "0-slice_me_up", "determinant", "8-main"}
    assert set(tasks["0-slice_me_up"].siblings) == {
        "8-ridin_bareback", "determinant", "8-main"}
    assert tasks["10-matisse"].siblings == {}
    assert tasks["8-ridin_bareback"].siblings["determinant"] == (
        tmp_path / LA / "determinant.py").read_bytes()


def test_file_named_like_a_library_is_left_out_and_told(tmp_path):
    write(tmp_path, f"{LA}/8-ridin_bareback.py", f"{LA}/numpy.py",
          f"{LA}/random.py", f"{LA}/mine.py")
    submission = discover(str(tmp_path), TASKS)
    assert set(by_name(submission)["8-ridin_bareback"].siblings) == {"mine"}
    assert submission.remarks == (
        "Left out, because a library has the same name:"
        f" `{LA}/numpy.py`, `{LA}/random.py`. Choose another name for your"
        " file.",)


def test_siblings_are_capped_in_number_and_bytes(tmp_path, monkeypatch):
    monkeypatch.setattr(shelf_module, "SIBLINGS", 3)
    write(tmp_path, f"{LA}/8-ridin_bareback.py",
          *(f"{LA}/m{number}.py" for number in range(5)))
    task = by_name(discover(str(tmp_path), TASKS))["8-ridin_bareback"]
    assert set(task.siblings) == {"m0", "m1"}
    monkeypatch.setattr(shelf_module, "SIBLINGS", 100)
    monkeypatch.setattr(shelf_module, "SIBLING_BYTES", 100)
    task = by_name(discover(str(tmp_path), TASKS))["8-ridin_bareback"]
    assert sum(map(len, task.siblings.values())) <= 100
    assert task.siblings


def test_each_file_is_read_only_once(tmp_path, monkeypatch):
    write(tmp_path, f"{LA}/8-ridin_bareback.py", f"{LA}/0-slice_me_up.py",
          f"{LA}/m.py")
    names = []
    real = shelf_module.read_file

    def counting(folder, name, *cap):
        names.append(name)
        return real(folder, name, *cap)

    monkeypatch.setattr(shelf_module, "read_file", counting)
    discover(str(tmp_path), TASKS)
    assert sorted(names) == ["0-slice_me_up.py", "8-ridin_bareback.py",
                             "m.py"]


def test_digest_knows_content_but_no_place_and_no_order(tmp_path):
    for root, folder in (("a", LA), ("b", "math/01 - linear_algebra")):
        for name in ("0-slice_me_up.py", "8-ridin_bareback.py"):
            file = tmp_path / root / folder / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(f"# {name}\n")
    first = discover(str(tmp_path / "a"), TASKS).digest
    assert discover(str(tmp_path / "b"), TASKS[::-1]).digest == first
    file.write_text("# other\n")
    assert discover(str(tmp_path / "b"), TASKS).digest != first
    expected = hashlib.sha256()
    for name in ("0-slice_me_up", "8-ridin_bareback"):
        data = hashlib.sha256(f"# {name}.py\n".encode()).hexdigest()
        expected.update(f"{LA}/{name}\0{data}\n".encode())
    assert first == expected.hexdigest()


def test_digest_knows_the_neighbours_that_a_task_may_import(tmp_path):
    write(tmp_path, f"{LA}/0-slice_me_up.py", f"{LA}/table.py")
    first = discover(str(tmp_path), TASKS).digest
    (tmp_path / LA / "table.py").write_text("ANSWERS = [1, 2]\n")
    assert discover(str(tmp_path), TASKS).digest != first


def test_digest_tells_swapped_files_apart(tmp_path):
    (tmp_path / LA).mkdir()
    one, two = (tmp_path / LA / f"{name}.py"
                for name in ("0-slice_me_up", "8-ridin_bareback"))
    one.write_text("a")
    two.write_text("b")
    first = discover(str(tmp_path), TASKS).digest
    one.write_text("b")
    two.write_text("a")
    assert discover(str(tmp_path), TASKS).digest != first


def test_tasks_keep_the_order_in_which_they_were_wanted(tmp_path):
    write(tmp_path, f"{LA}/8-ridin_bareback.py")
    for tasks in (TASKS, TASKS[::-1]):
        submission = discover(str(tmp_path), tasks)
        assert [task.id for task in submission.tasks] == [
            task.id for task in tasks]


@pytest.mark.parametrize("name,is_found", [
    ("3-choice", True), ("3-choice.txt", True), ("3-choice.py", False)])
def test_task_without_an_extension_is_looked_for_as_told(
        tmp_path, name, is_found):
    tasks = [Wanted("0x02-calculus/3-choice", (), ("", ".txt"))]
    write(tmp_path, f"calculus/{name}")
    submission = discover(str(tmp_path), tasks)
    assert bool(submission.tasks[0].source) is is_found


def test_no_tasks_wanted_gives_none(tmp_path):
    assert discover(str(tmp_path), []).tasks == ()


def test_one_file_in_a_folder_that_cannot_be_listed_is_a_usage_error(
        tmp_path, monkeypatch):
    write(tmp_path, "8-ridin_bareback.py")

    def refuse(*args):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(discover_module, "list_folder", refuse)
    with pytest.raises(UsageError) as caught:
        discover(str(tmp_path / "8-ridin_bareback.py"), TASKS)
    assert str(caught.value) == ("The folder of `8-ridin_bareback.py` cannot"
                                 " be read: Permission denied.")
