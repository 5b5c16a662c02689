"""Every step of the page for authors, done as it stands there.

The page is read by a machine: it types the commands, saves the files and puts
the block into the lesson, in a copy of one topic in a temporary folder.
"""

import re
import shlex
import shutil

import pytest
from source_tree import ROOT

from grader.author.new.task import NewOptions, new_task
from grader.author.stubs import stub_of
from grader.author.verify import verify
from grader.course import Course

PAGE = (ROOT / "docs" / "authors.md").read_text(encoding="utf-8")
TASK = "0x00-linear_algebra/15-trace"
TOPIC = TASK.partition("/")[0]
SAVED = re.compile(r"[Ss]ave this as\s+`([^`]+)`:\n\n```python\n(.*?)```\n",
                   re.DOTALL)


def commands():
    """The commands of the page, each as its words."""
    blocks = re.findall(r"^```bash\n(.*?)^```", PAGE, re.DOTALL | re.MULTILINE)
    lines = "".join(blocks).replace("\\\n", " ").splitlines()
    return [shlex.split(line) for line in lines]


@pytest.fixture(scope="module")
def checkout(tmp_path_factory):
    """A copy of the topic, with its check files but without solutions."""
    root = tmp_path_factory.mktemp("checkout")
    for folder in (TOPIC, f"grader/checks/{TOPIC}"):
        (root / folder).mkdir(parents=True)
    shutil.copy(ROOT / TOPIC / "README.md", root / TOPIC)
    for path in (ROOT / "grader" / "checks" / TOPIC).glob("*.py"):
        if path.stem != "15-trace":
            shutil.copy(path, root / "grader" / "checks" / TOPIC)
    return root


@pytest.fixture(scope="module")
def course(checkout):
    """The course after the first command of the page, with marks."""
    words = commands()[0]
    assert words[:3] == ["python3", "grader", "new"]
    options = dict(zip(words[4::2], words[5::2], strict=True))
    new_task(NewOptions(words[3], str(checkout), title=options["--title"],
                        section=options["--section"]))
    return lambda: Course((TASK,), root=str(checkout / "grader" / "checks"))


@pytest.fixture(scope="module")
def told_before(checkout, course):
    return dict(verify(course(), str(checkout)))


@pytest.fixture(scope="module")
def finished(checkout, course, told_before):
    """The checkout after all steps of the page."""
    for name, text in SAVED.findall(PAGE):
        assert (checkout / name).is_file(), f"{name} was not made by `new`"
        (checkout / name).write_text(text, encoding="utf-8")
    inner = re.search(r"^````markdown\n(.*?)^````", PAGE,
                      re.DOTALL | re.MULTILINE)[1]
    lesson = checkout / TOPIC / "README.md"
    text = lesson.read_text(encoding="utf-8")
    start = text.index("\n", text.index("### 15. ")) + 1
    end = text.index("Try: ", start)
    lesson.write_text(f"{text[:start]}\n{inner}\n{text[end:]}",
                      encoding="utf-8")
    return checkout


def test_page_shows_all_four_texts():
    assert [name for name, _ in SAVED.findall(PAGE)] == [
        f"{TASK}.py", f"grader/checks/{TASK}.py", f"{TOPIC}/15-main.py"]
    assert PAGE.count("````markdown") == 1


def test_first_command_leaves_marks_and_nothing_else(told_before):
    said = told_before[TASK]
    assert len(said) == 8
    assert all("still to fill in" in one for one in said)
    assert told_before[f"{TOPIC}/README.md"] == []


def test_task_of_the_page_is_ok_in_the_end(finished, course):
    said = dict(verify(course(), str(finished)))
    assert said == {TASK: [], f"{TOPIC}/README.md": []}
    shown = [f"  {'ok':<8} {name}" for name in said]
    assert "\n".join(shown) + "\n1 task looked at, 0" in PAGE


def test_stub_of_the_page_keeps_signature_and_docstring_only(finished,
                                                             course):
    text = (finished / f"{TASK}.py").read_text(encoding="utf-8")
    stub = stub_of(course().files[0], text)
    assert "def trace(matrix):" in stub and "square" in stub
    assert "sum(" not in stub


def test_every_command_of_the_page_names_the_task():
    names = [word for words in commands() for word in words
             if "15-" in word]
    assert len(names) == len(commands()) - 1    # the last is for all tasks
    assert set(names) == {TASK, f"{TOPIC}/15-main.py", "15-trace"}


def test_page_is_79_columns_wide_and_its_links_lead_somewhere():
    assert [line for line in PAGE.splitlines() if len(line) > 79] == []
    for link in re.findall(r"\]\(([\w.-]+\.md)\)", PAGE):
        assert (ROOT / "docs" / link).is_file(), link
