"""What the workflow files that we hand out ask for, and what they never do."""

import re
import subprocess

import pytest
import yaml
from workflow_files import COLLECT, SOURCE, workflow_files
from workflow_steps import read_steps, read_workflow, scripts

from grader.author.edition.servers import GITHUB, GITLAB
from grader.author.student import StudentOptions, make_edition
from grader.model import UsageError

FILES = workflow_files()
ACTIONS = [name for name in FILES if name.endswith("grade.yml")]
ACTIONS.append("teacher/" + COLLECT)
GITLABS = [name for name in FILES if name.endswith(GITLAB)]
every_workflow = pytest.mark.parametrize("name", ACTIONS)
every_gitlab = pytest.mark.parametrize("name", GITLABS)


def jobs(name):
    return read_workflow(FILES[name])["jobs"]


def steps(name):
    return [step for job in jobs(name) for step in read_steps(
        FILES[name], job)]


@every_workflow
def test_every_action_is_named_by_all_letters_of_a_commit(name):
    used = [step["uses"] for step in steps(name) if "uses" in step]
    assert used
    assert [one for one in used
            if not re.fullmatch(r"actions/[a-z-]+@[0-9a-f]{40}", one)] == []


@every_workflow
def test_no_expression_stands_in_a_script(name):
    # What a student may choose reaches a script as a variable only.
    assert [step["run"] for step in steps(name)
            if "${{" in step.get("run", "")] == []


@every_workflow
def test_no_job_may_do_more_than_read(name):
    assert read_workflow(FILES[name])["permissions"] == {}
    assert {repr(job["permissions"]) for job in jobs(name).values()} == {
        "{'contents': 'read'}"}


@every_workflow
def test_no_job_runs_for_ever(name):
    assert all(job["timeout-minutes"] <= 120 for job in jobs(name).values())


@every_workflow
def test_no_checkout_leaves_its_key_behind(name):
    used = [step["with"] for step in steps(name)
            if step.get("uses", "").startswith("actions/checkout@")]
    assert used
    assert all(words["persist-credentials"] is False for words in used)


@every_workflow
def test_forks_never_get_the_rights_of_the_repository(name):
    events = set(read_workflow(FILES[name])["on"])
    assert events <= {"push", "pull_request", "workflow_dispatch",
                      "schedule"}


@pytest.mark.parametrize("name", [one for one in FILES
                                  if not one.startswith("teacher/")])
def test_no_file_of_a_student_knows_a_secret(name):
    text = FILES[name].lower()
    for word in ("{{ secrets", "{{secrets", "github.token", "job_token"):
        assert word not in text


def test_only_the_step_that_fetches_gets_the_key_of_the_teacher():
    knowing = [step["run"] for step in steps("teacher/" + COLLECT)
               if "{{ secrets." in repr(step)]
    assert len(knowing) == 1
    assert "collect.py fetch" in knowing[0]
    assert "grade" not in knowing[0]


@every_workflow
def test_only_known_places_of_the_event_are_named(name):
    named = set(re.findall(r"\bgithub\.[\w.]+", FILES[name]))
    assert named <= {
        "github.event_name", "github.ref", "github.repository",
        "github.event.repository.pushed_at",
        "github.event.pull_request.head.repo.full_name"}


@pytest.mark.parametrize("name", [*ACTIONS, *GITLABS])
def test_every_script_is_understood_by_bash(name):
    found = scripts(FILES[name])
    assert found
    for script in found:
        read = subprocess.run(["bash", "-n"], input=script, text=True,
                              capture_output=True, check=False)
        assert read.stderr == ""


@pytest.mark.parametrize("name", [GITHUB, GITLAB])
def test_score_comes_from_a_grader_beside_the_work(name):
    text = "\n".join(scripts(FILES[f"pinned/{name}"]))
    assert "work/grader" not in text
    for word in re.findall(r"python3 (\S*grader)\b", text):
        assert word in ("course/grader", "../course/grader",
                        '"$course/grader', "grader")
    assert "--require-isolation full" in text


def test_source_stands_in_the_workflow_as_text_and_practice_is_gone():
    found = jobs(f"pinned/{GITHUB}")
    repository, _, commit = SOURCE.partition("@")
    assert set(found) == {"score"}
    assert found["score"]["env"]["GRADER_REPOSITORY"] == repository
    # Forty digits without quotes would be a number.
    assert found["score"]["env"]["GRADER_COMMIT"] == commit
    assert "vars." not in FILES[f"pinned/{GITHUB}"]


def test_source_stands_in_the_gitlab_file_as_text_and_practice_is_gone():
    found = yaml.safe_load(FILES[f"pinned/{GITLAB}"])
    repository, _, commit = SOURCE.partition("@")
    assert found["variables"] == {"GRADER_REPOSITORY": repository,
                                  "GRADER_COMMIT": commit}
    assert "practice" not in found


def test_without_a_source_a_score_needs_the_variable_of_the_server():
    found = jobs(f"open/{GITHUB}")
    assert "vars.GRADER_COMMIT != ''" in found["score"]["if"]
    assert "vars.GRADER_COMMIT == ''" in found["practice"]["if"]
    gitlab = yaml.safe_load(FILES[f"open/{GITLAB}"])
    assert gitlab["score"]["rules"] == [{"if": "$GRADER_COMMIT"}]


def test_practice_says_that_it_is_no_score():
    practice = jobs(f"open/{GITHUB}")["practice"]
    assert "no score" in practice["name"]
    assert any("**no score**" in step.get("run", "")
               for step in practice["steps"])


@every_gitlab
def test_gitlab_shows_tests_and_code_quality(name):
    kept = yaml.safe_load(FILES[name])["score"]["artifacts"]
    assert kept["reports"] == {
        "junit": "report/junit.xml",
        "codequality": "report/gl-code-quality-report.json"}
    assert kept["when"] == "always"


@pytest.mark.parametrize("source", [
    "teacher/course@main", "teacher/course@v1", "teacher/course",
    "course@" + "a" * 40, "teacher/course@" + "A" * 40,
    "teacher/course@" + "a" * 39, "t/c'@" + "a" * 40,
    "t/c\n@" + "a" * 40, "https://x.org/t/c@" + "a" * 40])
def test_source_that_could_move_or_act_is_refused(source, tmp_path):
    with pytest.raises(UsageError, match="40 letters"):
        make_edition(StudentOptions(str(tmp_path / "out"), "x",
                                    source=source))
