"""The night run of the teacher: fetch all, grade all, lose nobody."""

import csv
import importlib.util
import json
import os
import stat
import subprocess

import pytest
from source_tree import ROOT

# Stands for the grader: the file `says` of a student tells what it does.
PRETEND = '''
import json, os, sys
if sys.argv[1:] == ["--version"]:
    sys.exit(0)
words = dict(zip(sys.argv[3::2], sys.argv[4::2]))
assert sys.argv[1:3] == ["grade", "."]
assert words["--require-isolation"] == "full"
assert "READ_KEY" not in os.environ
points = open("says").read()
if points == "error":
    open(words["--json"], "w").write('{"points": 0, "max_points": 0}')
    sys.exit(3)
late = {"percent": 10} if words["--submitted"] else None
json.dump({"points": float(points), "max_points": 20, "late": late},
          open(words["--json"], "w"))
print("graded", os.path.basename(os.getcwd()))
sys.exit(int(float(points) < 20))
'''


@pytest.fixture
def collect(tmp_path, monkeypatch):
    """The script, with a course of its own."""
    spec = importlib.util.spec_from_file_location(
        "collect", ROOT / "docs/ci/collect.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    course = tmp_path / "course"
    (course / "grader").mkdir(parents=True)
    (course / "grader/__main__.py").write_text(PRETEND)
    monkeypatch.setattr(module, "COURSE", course)
    monkeypatch.setattr(module, "pushed_at", lambda repository: "")
    monkeypatch.setenv("READ_KEY", "s3cret")
    monkeypatch.chdir(tmp_path)
    return module


@pytest.fixture
def server(tmp_path):
    """Makes a repository of a student; gives its folder."""
    def make(name, says):
        place = tmp_path / "server" / "class" / name
        place.mkdir(parents=True, exist_ok=True)
        (place / "says").write_text(says)
        for words in (["init", "--quiet"], ["add", "-A"],
                      ["commit", "--quiet", "-m", "Work"]):
            subprocess.run(
                ["git", "-c", "user.name=A", "-c", "user.email=a@b.org",
                 *words], cwd=place, check=True, capture_output=True,
                env={"PATH": os.defpath, "HOME": str(place)})
        return place
    return make


def listed(tmp_path, *names):
    path = tmp_path / "students.csv"
    path.write_text("student,repository\n" + "".join(
        f"{name},class/{name}\n" for name in names))
    return str(path)


def run(collect, tmp_path, *names):
    """Both steps; their statuses and the table."""
    server = (tmp_path / "server").as_uri()
    statuses = (
        collect.main(["fetch", listed(tmp_path, *names), "work",
                      "--server", server]),
        collect.main(["grade", "work", "scores"]))
    with open("scores/scores.csv", newline="") as file:
        return statuses, {row["student"]: row
                          for row in csv.DictReader(file)}


def test_every_student_gets_a_row_and_a_report(collect, server, tmp_path):
    server("awa", "20")
    server("binh", "7.5")
    statuses, rows = run(collect, tmp_path, "awa", "binh")
    assert statuses == (0, 0)
    assert [(row["points"], row["max_points"], row["state"])
            for row in rows.values()] == [("20", "20", "graded"),
                                          ("7.5", "20", "graded")]
    assert all(len(row["commit"]) == 40 for row in rows.values())
    assert (tmp_path / "scores/awa/report.txt").read_text() == "graded awa\n"
    assert json.loads((tmp_path / "scores/binh/report.json").read_text())[
        "points"] == 7.5


def test_repository_that_is_not_there_stops_nobody(collect, server, tmp_path,
                                                   capsys):
    server("awa", "20")
    statuses, rows = run(collect, tmp_path, "gone", "awa")
    assert statuses == (3, 3)
    assert rows["gone"]["state"] == "not fetched"
    assert rows["gone"]["points"] == ""
    assert rows["awa"]["points"] == "20"
    assert "gone  fatal: " in capsys.readouterr().out


def test_grader_error_never_overwrites_a_score(collect, server, tmp_path):
    server("awa", "12")
    run(collect, tmp_path, "awa")
    server("awa", "error")
    statuses, rows = run(collect, tmp_path, "awa")
    assert statuses == (0, 3)
    assert (rows["awa"]["points"], rows["awa"]["state"]) == (
        "12", "grader error")
    assert json.loads((tmp_path / "scores/awa/report.json").read_text())[
        "points"] == 12


def test_later_push_replaces_the_earlier_score(collect, server, tmp_path):
    server("awa", "12")
    run(collect, tmp_path, "awa")
    server("awa", "19")
    assert run(collect, tmp_path, "awa")[1]["awa"]["points"] == "19"


def test_time_of_the_push_goes_to_the_late_rule(collect, server, tmp_path,
                                                monkeypatch):
    monkeypatch.setattr(collect, "pushed_at",
                        lambda repository: "2026-12-15T08:00:00Z")
    server("awa", "12")
    assert run(collect, tmp_path, "awa")[1]["awa"]["late_percent"] == "10"


def test_key_goes_to_git_and_into_no_command(collect):
    variables = collect.git_variables("https://example.org")
    assert "READ_KEY" not in variables
    assert variables["GIT_CONFIG_KEY_0"] == (
        "http.https://example.org/.extraHeader")
    assert "s3cret" not in repr(variables)
    assert variables["GIT_CONFIG_VALUE_0"].startswith("Authorization: Basic")


@pytest.mark.parametrize("lines, words", [
    ("name,repo\nawa,class/awa\n", "the first line must be"),
    ("", "the first line must be"),
    ("student,repository\n=cmd(),class/awa\n", "line 2"),
    ("student,repository\n../awa,class/awa\n", "line 2"),
    ("student,repository\nawa,--upload-pack=x\n", "line 2"),
    ("student,repository\nawa,\n", "line 2"),
    ("student,repository\nawa,a/b\nAwa,a/c\n", "line 3: Awa stands there"),
])
def test_list_that_is_not_understood_is_refused_as_a_whole(
        collect, tmp_path, lines, words):
    path = tmp_path / "students.csv"
    path.write_text(lines)
    with pytest.raises(SystemExit, match=words):
        collect.main(["fetch", str(path), "work"])
    assert not (tmp_path / "work/awa").exists()


def test_list_of_a_spreadsheet_with_more_columns_is_read(collect, tmp_path):
    path = tmp_path / "students.csv"
    path.write_bytes("\ufeffname,student,repository\r\n"
                     "Zoé,zoe,class/zoe\r\n".encode())
    assert collect.students(path) == [("zoe", "class/zoe")]


def test_script_can_be_started(collect):
    mode = (ROOT / "docs/ci/collect.py").stat().st_mode
    assert mode & stat.S_IXUSR
