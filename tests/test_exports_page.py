"""docs/exports.md shows what the commands really write."""

import re

import export_records as records
import pytest
from export_readers import runner_result
from source_tree import ROOT

from grader.cli import main
from grader.report.export.autograder import SCRIPTS
from grader.report.export.command import AUTOGRADER, FORMATS
from grader.report.export.gradescope import VISIBILITIES

PAGE = (ROOT / "docs/exports.md").read_text(encoding="utf-8")
SECTIONS = dict(re.findall(r"^## (\S+)\n(.*?)(?=^## |\Z)", PAGE,
                           re.MULTILINE | re.DOTALL))


def example(section):
    """The example of a section: its lines, in runs without a gap."""
    text, = re.findall(r"^```\w+\n(.*?)\n```$", SECTIONS[section],
                       re.MULTILINE | re.DOTALL)
    return [part.strip("\n") for part in re.split(r"^ *\.\.\.$", text,
                                                  flags=re.MULTILINE)]


def shown(section):
    """What the command of a section writes, as people read it."""
    if section == AUTOGRADER:
        with open(f"{SCRIPTS}/run_autograder", encoding="utf-8") as file:
            return file.read()
    data = records.written(records.small(), section)
    if section == "classroom":
        import msgspec
        return msgspec.json.encode(runner_result(data)).decode()
    return data.decode()


def test_every_format_has_a_section_and_no_other():
    assert set(SECTIONS) == {*FORMATS, AUTOGRADER}


@pytest.mark.parametrize("section", sorted(SECTIONS))
def test_example_is_what_the_command_writes(section):
    output, place = shown(section), 0
    for part in example(section):
        found = output.find(part, place)
        assert found >= place, part
        place = found + len(part)


@pytest.mark.parametrize("section", sorted(SECTIONS))
def test_command_of_a_section_is_one_that_runs(section, tmp_path,
                                               monkeypatch, capfd):
    command = re.findall(r"python3 (grader export (?:[^)>\n\\]|\\\n)*)",
                         SECTIONS[section])[0].replace("\\\n", "")
    monkeypatch.chdir(tmp_path)
    (tmp_path / "results").mkdir()
    records.saved(records.small(), tmp_path)
    assert main(command.split()[1:]) == 0
    assert capfd.readouterr().err == ""


def test_each_visibility_is_named():
    for word in VISIBILITIES:
        assert f"`{word}`" in SECTIONS["gradescope"]


def test_lines_of_prose_are_at_most_79_columns():
    inside = False
    for line in PAGE.splitlines():
        inside ^= line.startswith("```")
        assert inside or line.startswith("|") or len(line) <= 79, line
