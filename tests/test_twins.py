"""One start of the libraries, two processes: what each of them knows."""

import os
import re
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from source_tree import ROOT

from grader.sandbox import handover, wire
from grader.sandbox.splitting import Twin, split

SECRET = "marker-8c1f-of-the-teacher"
LOOP = '"""Loops."""\n\n\ndef line_up(arr1, arr2):\n    while True: pass\n'


def variables(**more):
    """What a user has, without words to the interpreter."""
    return {name: value for name, value in os.environ.items()
            if not name.startswith("PYTHON")} | {
        "GRADER_NO_CACHE": "1", "GRADER_NO_BOOTSTRAP": "1",
        "COLUMNS": "79"} | more


def start(*words, folder=ROOT, **more):
    return subprocess.Popen(
        [sys.executable, ROOT / "grader", *map(str, words)], cwd=folder,
        env=variables(**more), stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE, stderr=subprocess.PIPE)


def ended(*words, **more):
    process = start(*words, **more)
    said, trouble = process.communicate(timeout=60)
    return process.returncode, said, trouble.decode()


@pytest.fixture
def folder(tmp_path):
    place = tmp_path / SECRET / "0x00-linear_algebra"
    place.mkdir(parents=True)
    (place / "4-line_up.py").write_text(LOOP)
    return place.parent


def children(pid):
    text = Path(f"/proc/{pid}/task/{pid}/children").read_text()
    return [int(word) for word in text.split()]


def holds(pid, text):
    """Whether the text lies anywhere in what a process may write."""
    with open(f"/proc/{pid}/mem", "rb", buffering=0) as memory:
        for line in Path(f"/proc/{pid}/maps").read_text().splitlines():
            first, last, rights = re.match(
                r"(\w+)-(\w+) (\S+)", line).groups()
            if rights.startswith("rw") and "[vvar]" not in line:
                memory.seek(int(first, 16))
                if text.encode() in memory.read(
                        int(last, 16) - int(first, 16)):
                    return True
    return False


def serving(process):
    """The zygote of a run, once it has got its orders and a child."""
    return wait_for(lambda: [one for one in children(process.pid)
                             if children(one)])[0]


def wait_for(found):
    end = time.monotonic() + 30
    while time.monotonic() < end:
        if value := found():
            return value
        time.sleep(0.02)
    raise TimeoutError


def test_zygote_holds_no_word_and_no_variable_of_the_user(folder):
    process = start("grade", folder, "--seed", "76543212345",
                    TEACHER=f"secret-{SECRET}")
    try:
        zygote = serving(process)
        for pid in (process.pid, zygote):
            os.kill(pid, signal.SIGSTOP)
        assert holds(process.pid, SECRET)
        assert not holds(zygote, SECRET)
        for name in ("environ", "cmdline"):
            told = Path(f"/proc/{zygote}/{name}").read_bytes()
            assert SECRET.encode() not in told
            assert b"76543212345" not in told
    finally:
        os.kill(zygote, signal.SIGCONT)
        process.kill()
        process.communicate()


def test_words_travel_in_no_argument_and_in_no_variable():
    command, environment = handover.command(
        sys.executable, ["grade", SECRET], {"TEACHER": SECRET}, False)
    os.close(int(command[-2]))
    assert SECRET not in repr((command, environment))


def test_letter_brings_words_and_variables_as_they_were():
    told = {"A": "ä\udcff", "B": "x=1\n2", "EMPTY": ""}
    words = ["grade", "a b", "\udcff", "--task", "*"]
    command, _ = handover.command(sys.executable, words, told, False)
    letter = handover.receive(int(command[-2]))
    assert letter.words == words
    assert {os.fsdecode(name): os.fsdecode(value)
            for name, value in letter.variables.items()} == told


@pytest.mark.parametrize("name", [
    "PYTHONPATH", "PYTHONHOME", "PYTHONOPTIMIZE", "PYTHONWARNINGS",
    "PYTHONDEVMODE", "PYTHONPROFILEIMPORTTIME", "PYTHONSTARTUP"])
def test_words_to_the_interpreter_are_not_lost(name):
    """Who sets one of these gets an interpreter that was told of it."""
    assert handover.command(sys.executable, [], {name: "1"}, False) is None


def test_program_that_cannot_be_started_leaves_nothing_open(tmp_path):
    command, _ = handover.command(str(tmp_path / "no-python"), [], {}, False)
    handover.become((command, {}))
    with pytest.raises(OSError):
        os.fstat(int(command[-2]))


@pytest.mark.parametrize("name", [
    "PYTHON_VERSION", "PYTHONUNBUFFERED", "PYTHONDONTWRITEBYTECODE",
    "PYTHONIOENCODING", "PYTHONHASHSEED"])
def test_variables_that_images_and_servers_set_are_no_obstacle(name):
    command = handover.command(sys.executable, [], {name: "1"}, False)
    assert command is not None
    os.close(int(command[0][-2]))


@pytest.mark.parametrize("more", [{}, {"PYTHONPATH": str(ROOT)}],
                         ids=["twins", "side by side"])
def test_both_ways_say_the_same(more):
    status, said, trouble = ended("grade", ROOT, "--task", "4-line_up",
                                  **more)
    assert (status, trouble) == (0, "")
    assert b"1 task: 1 ok. 10 of 10 points." in said
    assert b"behind walls" in said


def test_status_and_sentence_of_wrong_words_come_through():
    status, said, trouble = ended("grade", "no-such-folder-here")
    assert (status, said) == (2, b"")
    assert "There is no no-such-folder-here." in trouble


@pytest.mark.parametrize("coding, quote", [
    ("utf-8", "é".encode()), ("latin-1", b"\xe9"),
    ("ascii:backslashreplace", b"\\xe9")])
def test_output_has_the_coding_that_the_user_asked_for(coding, quote,
                                                       tmp_path):
    place = tmp_path / "été"
    place.mkdir()
    (place / "4-line_up.py").write_text("def line_up(a, b): return é\n")
    _, said, trouble = ended("grade", place, PYTHONIOENCODING=coding)
    assert trouble == ""
    assert quote in said


def test_files_with_names_of_libraries_are_not_loaded(folder):
    task = folder / "0x00-linear_algebra" / "4-line_up.py"
    shutil.copy(ROOT / "0x00-linear_algebra" / "4-line_up.py", task)
    for name in ("random", "json", "numpy", "typer", "msgspec", "sitecustom"):
        (folder / f"{name}.py").write_text("raise SystemExit('trapped')\n")
    status, said, trouble = ended("grade", ".", "--task", "4-line_up",
                                  folder=folder)
    assert (status, trouble) == (0, "")
    assert b"1 ok. 10 of 10 points." in said


def test_interrupt_ends_all_without_a_traceback(folder):
    process = start("grade", folder)
    zygote = serving(process)
    process.send_signal(signal.SIGINT)
    said, trouble = process.communicate(timeout=30)
    assert process.returncode == 130
    assert b"Traceback" not in trouble
    wait_for(lambda: not Path(f"/proc/{zygote}").exists())


def test_zygote_ends_when_the_grader_is_killed(folder):
    process = start("grade", folder)
    zygote = wait_for(lambda: children(process.pid))[0]
    process.kill()
    process.communicate()
    wait_for(lambda: not Path(f"/proc/{zygote}").exists())


def test_missing_library_is_one_sentence(tmp_path):
    code = ("import sys; sys.path.append(sys.argv.pop(1)); "
            "from grader.cli import main; sys.exit(main())")
    done = subprocess.run(
        [sys.base_prefix + "/bin/python3", "-I", "-c", code, ROOT, "grade",
         "."], cwd=tmp_path, env=variables(), capture_output=True,
        text=True, timeout=60, check=False)
    assert done.returncode == 2
    assert done.stderr.startswith("This Python has no library `")
    assert "pip install ." in done.stderr


def test_split_process_ends_with_its_socket_and_can_be_waited_for():
    started = split(False)
    with pytest.raises(subprocess.TimeoutExpired):
        started.process.wait(0.05)
    started.control.close()
    started.process.wait(20)
    started.process.kill()                  # nothing happens
    assert started.process.stderr.read() == b""
    started.process.stderr.close()


def test_last_words_of_a_split_process_can_be_read():
    started = split(False)
    started.control.sendall(wire.HEADER.pack(4) + b"\xc1" * 4)   # no greeting
    started.process.wait(20)
    assert isinstance(started.process, Twin)
    assert b"DecodeError" in started.process.stderr.read()
    started.process.stderr.close()
    started.control.close()
