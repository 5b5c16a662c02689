"""`grader export`: words in, a file or bytes out, and the exit status."""

import json
import os

import export_records as records
import pytest
from graded import RIGHT
from small_course import TASK, write_check

from grader.cli import main
from grader.report.export.command import FORMATS


@pytest.fixture
def report(tmp_path):
    """The file of a report."""
    return records.saved(records.small(), tmp_path)


@pytest.mark.parametrize("format", FORMATS)
def test_format_comes_to_the_output_and_to_a_file(format, report, tmp_path,
                                                  capfdbinary):
    assert main(["export", format, str(report)]) == 0
    shown, said = capfdbinary.readouterr()
    out = tmp_path / "out"
    assert main(["export", format, str(report), "--out", str(out)]) == 0
    assert capfdbinary.readouterr() == (b"", b"")
    assert out.read_bytes() == shown != b""
    assert said == b""
    assert (out.stat().st_mode & 0o777) == 0o644


@pytest.mark.parametrize("words, told", [
    (["grafana", "REPORT"], "FORMAT grafana: Write one of badge,"),
    (["grade-scope", "REPORT"], "Did you mean gradescope?"),
    (["badge", "REPORT", "--reveal", "all"], "--reveal all: Write one of"),
    (["badge", "REPORT", "--hidden-visibility", "visibel"],
     "Did you mean visible?"),
    (["badge", "none.json"], "There is no none.json"),
    (["badge", "REPORT", "--out", "no/such/folder"], "could not be written"),
    (["badge"], "Missing argument"),
    (["gradescope-autograder", "a.zip", "--out", "b.zip"], "no --out")])
def test_wrong_words_get_one_sentence_and_status_2(words, told, report,
                                                   capfd):
    words = [str(report) if word == "REPORT" else word for word in words]
    assert main(["export", *words]) == 2
    shown, said = capfd.readouterr()
    assert shown == "" and told in said
    assert said.count("\n") == 1


def test_broken_report_leaves_an_older_export(tmp_path, capfd):
    out = tmp_path / "badge.json"
    out.write_text("old")
    broken = tmp_path / "report.json"
    broken.write_bytes(b"\x89PNG\x00")
    assert main(["export", "badge", str(broken), "--out", str(out)]) == 2
    assert out.read_text() == "old"
    assert "is no JSON" in capfd.readouterr().err
    assert sorted(os.listdir(tmp_path)) == ["badge.json", "report.json"]


@pytest.mark.parametrize("kind", ["link", "pipe", "folder"])
def test_nothing_but_a_file_is_replaced(kind, report, tmp_path, capfd):
    out = tmp_path / "out"
    {"link": lambda: out.symlink_to(report), "folder": out.mkdir,
     "pipe": lambda: os.mkfifo(out)}[kind]()
    before = os.lstat(out)
    assert main(["export", "badge", str(report), "--out", str(out)]) == 2
    assert "no plain file" in capfd.readouterr().err
    assert os.lstat(out) == before


def test_grader_error_is_said_and_the_export_is_written(tmp_path, capfd):
    path = records.saved(records.with_error(), tmp_path)
    assert main(["export", "gradescope", str(path)]) == 0
    shown, said = capfd.readouterr()
    assert "score" not in json.loads(shown)
    assert "grade again before points are published" in said


def test_student_edition_has_no_score_for_gradescope(tmp_path, capfd):
    path = records.saved(records.student_edition(), tmp_path)
    assert main(["export", "gradescope", str(path)]) == 2
    assert "instructor edition" in capfd.readouterr().err


def test_words_of_redaction_reach_the_writer(tmp_path, capfd):
    path = records.saved(records.secretive(), tmp_path)
    assert main(["export", "gradescope", str(path), "--reveal", "nothing",
                 "--hidden-visibility", "hidden"]) == 0
    shown = capfd.readouterr().out
    assert "secret" not in shown
    assert [test["visibility"] for test in json.loads(shown)["tests"]].count(
        "hidden") == 1


def test_report_of_the_command_line_is_exported_with_the_late_rule(
        tmp_path, capfd, monkeypatch):
    from grader import incremental
    write_check(tmp_path / "checks")
    policy = tmp_path / "late.toml"
    policy.write_text("[late]\ndue = 2026-11-01T00:00:00Z\n"
                      "percent_per_day = 50\nmost_percent = 50\n")
    task = tmp_path / "work" / (TASK + ".py")
    task.parent.mkdir(parents=True)
    task.write_text(RIGHT)
    task.chmod(0o755)
    asked = incremental.Asked
    monkeypatch.setattr("grader.commands.Asked", lambda *words: asked(
        *words, root=str(tmp_path / "checks")))
    report = tmp_path / "report.json"
    assert main(["grade", str(tmp_path / "work"), "--json", str(report),
                 "--policy", str(policy), "--no-cache", "--submitted",
                 "2026-11-02T00:00:00Z"]) == 1
    capfd.readouterr()
    assert main(["export", "gradescope", str(report)]) == 0
    found = json.loads(capfd.readouterr().out)
    assert found["score"] == 5
    assert sum(test["score"] for test in found["tests"]) == 10
    assert main(["export", "badge", str(report)]) == 0
    assert json.loads(capfd.readouterr().out)["message"] == "5/10"
