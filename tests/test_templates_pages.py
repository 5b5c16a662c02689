"""The pages for teachers and students: each command on them exists."""

import importlib.util
import re
import shlex

import pytest
from source_tree import ROOT
from typer.main import get_command

from grader.author.edition.tree import FILES
from grader.cli import COMMANDS, PLAIN
from grader.course import Course
from grader.model import UsageError
from grader.policy import find_policy
from grader.words import app

PAGES = {"teachers": ROOT / "docs/teachers.md",
         "students": ROOT / "docs/students.md",
         "readme": ROOT / FILES / "README.md"}
BLOCK = re.compile(r"^ *```(\w*)\n(.*?)^ *```$", re.MULTILINE | re.DOTALL)
CODE = re.compile(r"`([^`\n]+)`")
HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)
STARTS = ("python3 grader", "python3 docs/ci/", "python3.13 grader")
every_page = pytest.mark.parametrize("page", PAGES)


def text_of(page):
    return PAGES[page].read_text(encoding="utf-8")


def blocks(page, kind):
    return [body for found, body in BLOCK.findall(text_of(page))
            if found == kind]


def commands(page):
    """Every command of ours, as words; also those in running text."""
    lines = [line.strip() for body in blocks(page, "sh")
             for line in body.splitlines()]
    lines += CODE.findall(BLOCK.sub("", text_of(page)))
    return [shlex.split(line)[1:] for line in lines
            if line.startswith(STARTS)]


def without_running(words):
    """Read the words as the grader does, to the last option."""
    if words and words[0] not in COMMANDS + PLAIN:
        words = ["grade", *words]
    group = get_command(app)
    context = group.make_context("grader", list(words),
                                 resilient_parsing=True)
    if words and words[0] in COMMANDS:
        name, command, rest = group.resolve_command(context, list(words))
        command.make_context(name, rest)


def collect_script():
    spec = importlib.util.spec_from_file_location(
        "collect", ROOT / "docs/ci/collect.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@every_page
def test_every_command_of_the_page_is_understood(page):
    found = commands(page)
    assert len(found) > 5
    for program, *words in found:
        if program == "grader":
            without_running(words)
        else:
            assert (ROOT / program).exists()
            collect_script().read_words(words)


def test_option_that_does_not_exist_would_be_seen():
    with pytest.raises(Exception, match="No such option"):
        without_running(["grade", ".", "--htlm", "x.html"])


@every_page
def test_every_task_of_the_page_exists(page):
    named = [word for _, *words in commands(page)
             for before, word in zip(words, words[1:])
             if before in ("--task", "explain")]
    assert named
    unknown = [name for name in named if name != "TASK"
               and not Course((name,)).files]
    assert unknown == []


def slug(heading):
    return re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-")


@pytest.mark.parametrize("page", ["teachers", "students"])
def test_every_link_of_the_page_leads_somewhere(page):
    own = {slug(found) for found in HEADING.findall(text_of(page))}
    links = re.findall(r"\]\(([^)\s]+)\)", text_of(page))
    dead = [link for link in links if not (
        link[1:] in own if link.startswith("#") else
        (PAGES[page].parent / link.partition("#")[0]).exists())]
    assert dead == []


def test_policy_of_the_page_is_a_policy(tmp_path):
    rules, = blocks("teachers", "toml")
    (tmp_path / "grader.toml").write_text(rules)
    policy = find_policy("", str(tmp_path))
    assert (policy.reveal, policy.isolation) == ("hint-only", "full")
    (tmp_path / "grader.toml").write_text(rules.replace("reveal", "revel"))
    with pytest.raises(UsageError, match="reveal"):
        find_policy("", str(tmp_path))


def test_list_of_students_of_the_page_is_a_list(tmp_path):
    listed = next(body for body in blocks("teachers", "text")
                  if body.lstrip().startswith("student,"))
    path = tmp_path / "students.csv"
    path.write_text("\n".join(line.strip() for line in listed.splitlines()))
    assert [name for name, _ in collect_script().students(path)] == [
        "awa", "binh"]


def test_variables_of_the_page_are_those_of_the_workflows():
    told = set(re.findall(r"\b(?:GRADER|READ)_[A-Z]+\b",
                          text_of("teachers")))
    known = set()
    for name in ("grade.yml", "gitlab-ci.yml"):
        known |= set(re.findall(r"\bGRADER_[A-Z]+\b", (
            ROOT / FILES / name).read_text(encoding="utf-8")))
    assert told == known | {"READ_KEY"}


def test_page_tells_the_days_that_reports_are_kept():
    days = {name: set(re.findall(r"retention-days: (\d+)", path.read_text()))
            for name, path in (("student", ROOT / FILES / "grade.yml"),
                               ("teacher", ROOT / "docs/ci/collect.yml"))}
    assert days == {"student": {"30"}, "teacher": {"90"}}
    assert "after 30 days, those of the night run after 90" in text_of(
        "teachers")
