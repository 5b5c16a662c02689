"""`python3 grader` and `python3 tests` on a machine with nothing but Python.

Every environment here is real: made by venv, filled by pip, in a path with
blanks and accents. Only the libraries are tiny.
"""

import os
import re
import shutil
import signal
import zipfile
from pathlib import Path

import pytest
from bare_checkout import (Checkout, copy_checkout, finish, make_checkout,
                           make_shelf)

FINISHED = "later runs start at once."


@pytest.fixture(scope="session")
def shelf(tmp_path_factory):
    return make_shelf(tmp_path_factory.mktemp("shelf") / "wheels")


@pytest.fixture(scope="session")
def first_run(tmp_path_factory, shelf):
    """A checkout after its first run, and what that run said."""
    checkout = make_checkout(tmp_path_factory.mktemp("first"), shelf)
    return checkout, checkout.run("grader", "--task", "a b")


@pytest.fixture(scope="session")
def closed_run(tmp_path_factory, shelf):
    """A checkout that cannot be written after its first run, and that."""
    checkout = make_checkout(tmp_path_factory.mktemp("closed"), shelf)
    folders = [checkout.root, *(path for path in checkout.root.rglob("*")
                                if path.is_dir())]
    for folder in folders:
        folder.chmod(0o555)
    yield checkout, checkout.run("grader")
    for folder in folders:
        folder.chmod(0o755)


@pytest.fixture(scope="session")
def interrupted_run(tmp_path_factory, shelf):
    """A checkout whose first run was stopped by Ctrl-C, and that run."""
    checkout = make_checkout(tmp_path_factory.mktemp("stopped"), shelf)
    process = checkout.start("grader")
    said = ""
    while "1 of 3" not in said:
        letter = process.stderr.read(1)
        assert letter, said             # it has ended, and never got there
        said += letter
    process.send_signal(signal.SIGINT)
    return checkout, finish(process)


@pytest.fixture
def bare(tmp_path, shelf):
    """A checkout that nothing was done in."""
    return make_checkout(tmp_path, shelf)


@pytest.fixture
def ready(tmp_path, first_run):
    """A copy of the checkout after its first run."""
    return copy_checkout(first_run[0], tmp_path)


def make_own_environment(checkout: Checkout) -> None:
    """Make a `.venv` as a user or another tool would."""
    checkout.run("-m", "venv", "--without-pip", ".venv")


def unpack(checkout: Checkout, name: str) -> None:
    """Install a tiny library without pip."""
    path = checkout.wheels / f"{name}-1.0-py3-none-any.whl"
    with zipfile.ZipFile(path) as wheel:
        wheel.extractall(checkout.site)


def tree(folder: Path) -> dict[str, int]:
    """All paths below a folder, with the times of their last change."""
    return {str(path): path.lstat().st_mtime_ns
            for path in folder.rglob("*") if "__pycache__" not in path.parts}


# The first run


def test_first_run_makes_the_environment_in_the_checkout(first_run):
    checkout, result = first_run
    assert result.facts["prefix"] == str(checkout.environment)


def test_first_run_tells_numbered_steps_with_seconds(first_run):
    steps = re.findall(r"^  (\d) of 3  ([a-z0-9 ]+?) +\d+\.\d s$",
                       first_run[1].steps, re.MULTILINE)
    assert steps == [("1", "make an environment"),
                     ("2", "download 1 libraries"),
                     ("3", "install 1 libraries")]


def test_first_run_ends_by_saying_that_later_ones_are_quick(first_run):
    assert first_run[1].steps.endswith(FINISHED + "\n")


def test_words_of_the_user_reach_the_grader_unchanged(first_run):
    assert first_run[1].facts["words"] == ["--task", "a b"]


def test_exit_status_of_the_grader_is_the_exit_status(first_run):
    assert first_run[1].status == 7


def test_only_what_is_asked_for_is_installed(first_run):
    checkout, _ = first_run
    assert not (checkout.site / "pretend-1.0.dist-info").exists()


# Later runs


def test_second_run_is_silent_about_the_set_up(ready):
    result = ready.run("grader")
    assert (result.status, result.steps) == (7, "")


def test_second_run_changes_nothing_in_the_environment(ready):
    before = tree(ready.environment)
    ready.run("grader")
    assert tree(ready.environment) == before


def test_run_from_another_folder_stays_in_that_folder(ready, tmp_path):
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    there = Checkout(elsewhere, ready.cache, ready.wheels)
    result = there.run(str(ready.root / "grader"))
    assert result.facts["folder"] == str(elsewhere)


def test_run_by_the_python_of_the_environment_goes_straight_on(ready):
    python = str(ready.environment / "bin" / "python")
    code = "import os, sys; os.execv(sys.argv[1], sys.argv[1:])"
    result = ready.run("-c", code, python, "grader")
    assert result.facts["prefix"] == str(ready.environment)


def test_second_run_needs_no_network(ready, tmp_path):
    result = ready.run("grader", PIP_FIND_LINKS=tmp_path.as_uri())
    assert result.status == 7


def test_moved_checkout_runs_on_in_its_new_place(ready):
    moved = Checkout(ready.root.with_name("moved"), ready.cache,
                     ready.wheels)
    ready.root.rename(moved.root)
    result = moved.run("grader")
    assert (result.facts["prefix"], result.steps) == (
        str(moved.environment), "")


# What must not come in


def test_file_beside_the_grader_does_not_hide_a_library(ready):
    (ready.root / "random.py").write_text("raise SystemExit('mine')")
    assert ready.run("grader").status == 7


def test_file_in_the_working_folder_does_not_hide_a_library(ready):
    (ready.root / "random.py").write_text("raise SystemExit('mine')")
    result = ready.run("-m", "grader", PYTHONPATH=str(ready.site))
    assert result.status == 7


def test_folder_of_the_grader_is_not_on_the_path(ready):
    paths = ready.run("grader").facts["path"]
    assert not any(str(ready.root / name) in paths
                   for name in ("", "grader"))


def test_libraries_of_the_user_do_not_hide_the_locked_ones(ready, tmp_path):
    (tmp_path / "tiny.py").write_text("raise SystemExit('mine')")
    result = ready.run("grader", PYTHONPATH=str(tmp_path))
    assert result.facts["tiny"] == str(ready.site / "tiny/__init__.py")


def test_optimising_python_does_not_lose_the_hints(ready):
    result = ready.run("grader", PYTHONOPTIMIZE="2")
    assert result.facts["documented"]


# The tests' own command


def test_tests_command_adds_the_development_libraries(ready):
    result = ready.run("tests", "-k", "one or two")
    assert "Adding libraries" in result.steps
    assert result.output.splitlines() == [
        str(ready.environment), str(ready.root), "-k", "one or two"]


def test_tests_command_ends_with_the_status_of_pytest(ready):
    unpack(ready, "pretend")
    assert ready.run("tests").status == 5


def test_grader_needs_nothing_new_after_the_tests_command(ready):
    unpack(ready, "pretend")
    ready.run("tests")
    assert ready.run("grader").steps == ""


# When something changed


def test_library_that_went_missing_is_installed_again(ready):
    shutil.rmtree(ready.site / "tiny-1.0.dist-info")
    shutil.rmtree(ready.site / "tiny")
    result = ready.run("grader")
    assert (result.status, result.steps.count(FINISHED)) == (7, 1)


def test_library_added_by_the_user_is_no_reason_for_a_set_up(ready):
    (ready.site / "more.py").write_text("")
    assert ready.run("grader").steps == ""


def test_changed_lock_makes_the_environment_anew(ready):
    lock = ready.root / "uv.lock"
    lock.write_text(lock.read_text() + "\n")
    (ready.environment / "left over").write_text("")
    ready.run("grader")
    assert not (ready.environment / "left over").exists()


def test_lock_that_is_no_toml_is_named_with_a_way_out(bare):
    (bare.root / "uv.lock").write_text("<<<<<<< mine\n")
    result = bare.run("grader")
    assert result.status == 2
    assert re.search(r"uv\.lock is broken.*fresh copy", result.steps)


def test_missing_lock_is_named_with_a_way_out(bare):
    (bare.root / "uv.lock").unlink()
    result = bare.run("grader")
    assert result.status == 2
    assert re.search(r"uv\.lock cannot be read.*complete copy",
                     result.steps)


# Environments that others made


def test_complete_environment_of_another_tool_is_used(bare):
    make_own_environment(bare)
    unpack(bare, "tiny")
    result = bare.run("grader")
    assert (result.facts["prefix"], result.steps) == (
        str(bare.environment), "")


def test_incomplete_environment_of_the_user_is_not_touched(
        bare, closed_run):
    make_own_environment(bare)
    before = tree(bare.environment)
    bare.run("grader", XDG_CACHE_HOME=str(closed_run[0].cache))
    assert tree(bare.environment) == before


def test_incomplete_environment_of_the_user_sends_us_to_the_cache(
        bare, closed_run):
    make_own_environment(bare)
    cache = closed_run[0].cache
    result = bare.run("grader", XDG_CACHE_HOME=str(cache))
    assert result.facts["prefix"].startswith(str(cache))


# Checkouts that cannot be written


def test_closed_checkout_gets_its_environment_in_the_cache(closed_run):
    checkout, result = closed_run
    assert result.facts["prefix"].startswith(str(checkout.cache))


def test_closed_checkout_stays_as_it_was(closed_run):
    checkout, _ = closed_run
    assert not checkout.environment.exists()


def test_second_run_of_a_closed_checkout_is_silent(closed_run):
    result = closed_run[0].run("grader")
    assert (result.status, result.steps) == (7, "")


def test_closed_checkout_and_closed_cache_give_one_sentence(
        closed_run, tmp_path):
    tmp_path.chmod(0o555)
    result = closed_run[0].run("grader", XDG_CACHE_HOME=str(tmp_path))
    tmp_path.chmod(0o755)
    assert result.status == 2
    assert re.fullmatch(r"The libraries need a place, .*XDG_CACHE_HOME.*\n",
                        result.steps)


# What can go wrong on the way


def test_no_network_gives_one_sentence_with_the_way_out(bare, tmp_path):
    empty = tmp_path / "empty"
    empty.mkdir()
    result = bare.run("grader", PIP_FIND_LINKS=empty.as_uri())
    assert result.status == 2
    assert re.search(r"\nThe libraries could not be downloaded: connect .*\n"
                     r"\Z", result.steps)


def test_file_with_another_digest_is_refused(bare):
    lock = bare.root / "uv.lock"
    lock.write_text(re.sub("sha256:.{8}", "sha256:00000000",
                           lock.read_text()))
    result = bare.run("grader")
    assert result.status == 2
    assert "A library was refused" in result.steps


@pytest.mark.parametrize("module", ["venv", "ensurepip"])
def test_python_without_venv_names_the_package_to_install(
        module, bare, tmp_path):
    stub = f"raise ModuleNotFoundError('no {module}', name='{module}')"
    (tmp_path / f"{module}.py").write_text(stub)
    result = bare.run("grader", PYTHONPATH=str(tmp_path))
    assert result.status == 2
    assert re.fullmatch(r"This Python has no module `\w+`.*apt install "
                        r"python3\.\d+-venv.*\n", result.steps)


def test_interrupt_during_the_set_up_ends_with_130(interrupted_run):
    _, result = interrupted_run
    assert result.status == 130


def test_interrupt_during_the_set_up_shows_no_traceback(interrupted_run):
    _, result = interrupted_run
    assert result.steps.strip() == "Stopped: the next run begins the " \
                                   "set-up anew."


def test_two_runs_after_an_interrupted_one_make_one_environment(
        interrupted_run, tmp_path):
    checkout = copy_checkout(interrupted_run[0], tmp_path)
    both = [checkout.start("grader"), checkout.start("grader")]
    results = [finish(process) for process in both]
    assert [result.status for result in results] == [7, 7]
    assert sum(FINISHED in result.steps for result in results) == 1


def test_environment_that_leads_elsewhere_ends_with_a_sentence(ready):
    python = ready.environment / "bin" / "python"
    target = os.path.realpath(python)
    python.unlink()
    # Starts, but knows nothing of the environment it was called for.
    python.write_text(f'#!/bin/sh\nexec "{target}" "$@"\n')
    python.chmod(0o755)
    result = ready.run("grader")
    assert result.status == 2
    assert "remove that folder" in result.steps


# Ways round the bootstrap


def test_switched_off_bootstrap_uses_the_running_python(ready):
    (ready.root / "grader/cli.py").write_text(
        "import sys\n\ndef main():\n    print(sys.prefix)\n")
    result = ready.run("grader", GRADER_NO_BOOTSTRAP="1")
    assert Path(result.output.strip()) != ready.environment


def test_module_run_makes_no_environment(bare):
    bare.run("-m", "grader")
    assert not bare.environment.exists()


def test_module_run_without_a_library_says_how_to_install(bare):
    result = bare.run("-m", "grader")
    assert result.status == 2
    assert re.fullmatch(r"This Python has no library `tiny`: type `python "
                        r"-m pip install \.` .*\n", result.steps)


def test_missing_module_of_our_own_is_shown_as_the_fault_it_is(bare):
    (bare.root / "grader/cli.py").unlink()
    result = bare.run("-m", "grader")
    assert "ModuleNotFoundError: No module named 'grader.cli'" in \
        result.steps
