"""`grader explain`: one hint more at each call, and never the answer."""

import ast
import re

import pytest
from source_tree import ROOT

from grader.author.review import entries
from grader.cli import main
from grader.course import CHECKS, Course
from grader.explaining.command import ExplainOptions, explain
from grader.explaining.lesson import find_lesson
from grader.explaining.page import Page, page_lines, rules_text
from grader.explaining.steps import Trouble, hints_of
from grader.explaining.which import which_task
from grader.model import UsageError
from grader.report.schema import CheckInfo, TaskInfo

TASK = "0x00-linear_algebra/8-ridin_bareback"
ENTRYWISE = '''#!/usr/bin/env python3
"""Product."""


def mat_mul(mat1, mat2):
    """Multiply."""
    return [[a * b for a, b in zip(r, s)] for r, s in zip(mat1, mat2)]
'''


@pytest.fixture
def submission(tmp_path):
    folder = tmp_path / "0x00-linear_algebra"
    folder.mkdir()
    write(tmp_path, ENTRYWISE)
    return tmp_path


def write(root, text):
    path = root / (TASK + ".py")
    path.write_text(text)
    path.chmod(0o755)


@pytest.fixture(autouse=True)
def cache(tmp_path, monkeypatch):
    """What students saw before is kept in a folder of the test's own."""
    folder = tmp_path / "cache"
    monkeypatch.setenv("XDG_CACHE_HOME", str(folder))
    return folder / "mml-grader"


def shown(path, **words):
    """The text of a page, one line each."""
    lines, _ = explain(ExplainOptions(TASK, str(path), str(ROOT), **words))
    return "\n".join(text for text, _ in lines)


def test_each_call_gives_one_hint_more(submission):
    heads = [re.findall(r"Hint (\d) of 3", shown(submission))
             for _ in range(4)]
    assert heads == [["1"], ["2"], ["3"], []]


def test_after_the_last_hint_it_says_so(submission):
    for _ in range(3):
        last = shown(submission)
    assert "That was the last hint" in last
    after = shown(submission)
    assert "You have seen all 3 hints for this result" in after
    assert "--from-start" in after
    assert "--all" in after


def test_from_start_begins_again(submission):
    shown(submission)
    assert "Hint 1 of 3" in shown(submission, from_start=True)
    assert "Hint 2 of 3" in shown(submission)


def test_all_hints_are_shown_and_none_is_counted(submission):
    every = shown(submission, every=True)
    assert re.findall(r"Hint (\d) of 3", every) == ["1", "2", "3"]
    assert "Hint 1 of 3" in shown(submission)


def test_another_file_begins_with_the_first_hint(submission):
    shown(submission)
    write(submission, ENTRYWISE.replace("Multiply.", "Multiply both."))
    assert "Hint 1 of 3" in shown(submission)


def test_two_submissions_do_not_share_what_was_seen(submission, tmp_path):
    shown(submission)
    other = tmp_path / "other"
    (other / "0x00-linear_algebra").mkdir(parents=True)
    write(other, ENTRYWISE)
    assert "Hint 1 of 3" in shown(other)
    assert "Hint 2 of 3" in shown(submission)


def test_steps_go_from_the_mistake_to_the_lesson_to_an_example(submission):
    page = " ".join(shown(submission, every=True).split())
    assert ("Hint 1 of 3: You multiply entries in the same place" in page)
    assert 'README.md, section "Matrix product" (line ' in page
    assert "Another example of this task: `mat_mul(" in page
    assert "worked out in the lesson (line " in page
    assert "2 * 100 + 1 * 50 = 250" in page


def test_line_numbers_lead_to_the_right_places(submission):
    lines = (ROOT / "0x00-linear_algebra" / "README.md").read_text(
        encoding="utf-8").splitlines()
    page = " ".join(shown(submission, every=True).split())
    section = int(re.search(r'product" \(line (\d+)\)', page)[1])
    assert lines[section - 1] == "## Matrix product"
    task = int(re.search(r"The whole text: \S+, line (\d+)", page)[1])
    assert "`8-ridin_bareback.py`" in lines[task - 1]
    trap = int(re.search(r"goes wrong here stands from line (\d+)", page)[1])
    assert lines[trap - 1].startswith("*Where it goes wrong.*")
    worked = int(re.search(r"in the lesson \(line (\d+)\)", page)[1])
    assert "2 * 100 + 1 * 50 = 250" in lines[worked - 1]


def test_page_shows_task_rules_and_last_result(submission):
    page = shown(submission)
    assert page.startswith(TASK)
    assert "0 of 10 points" in page
    assert "Write `mat_mul(mat1, mat2)`: the matrix product" in page
    assert "Rules: no import;" in page
    assert "expected: [[0, 2, 6]]" in page
    assert "got:      [[0]]" in page


def test_each_page_fits_a_terminal(submission):
    for _ in range(4):
        lines = shown(submission).splitlines()
        assert len(lines) <= 24
        assert all(len(line) <= 79 or line.startswith("  python3 ")
                   for line in lines)


def test_right_task_has_nothing_to_explain(submission):
    write(submission, (ROOT / f"{TASK}.py").read_text(encoding="utf-8"))
    lines, status = explain(ExplainOptions(TASK, str(submission), str(ROOT)))
    assert status == 0
    assert "nothing is left to explain" in lines[-1][0]


def test_missing_file_is_explained_too(submission):
    (submission / f"{TASK}.py").unlink()
    page = shown(submission, every=True)
    assert "was found" in page
    assert "Make the file `8-ridin_bareback.py`" in page
    assert 'section "Matrix product"' in " ".join(page.split())


def test_file_that_is_no_python_is_sent_to_python(submission):
    write(submission, "def mat_mul(a, b)\n    return a\n")
    page = shown(submission, every=True)
    assert "Hint 2 of 2: Type `python3 " in page
    assert "Matrix product" not in page


def test_lost_style_leads_to_what_every_file_needs(submission):
    text = (ROOT / f"{TASK}.py").read_text(encoding="utf-8")
    write(submission, text.replace("total = 0", "total=0"))
    page = shown(submission, every=True)
    assert "Hint 2 of 2" in page
    assert 'section "Tasks" (line ' in " ".join(page.split())


def test_lesson_beside_the_submission_serves_without_a_checkout(
        submission, tmp_path):
    text = (ROOT / "0x00-linear_algebra" / "README.md").read_text(
        encoding="utf-8")
    (submission / "0x00-linear_algebra" / "README.md").write_text(text)
    lesson = find_lesson(TASK, (str(tmp_path / "no"), str(submission)))
    assert [part.title for part in lesson.sections] == ["Matrix product"]


def test_without_a_lesson_it_says_where_the_lesson_is(submission, tmp_path):
    lines, _ = explain(ExplainOptions(
        TASK, str(submission), str(tmp_path / "no"), every=True))
    page = "\n".join(text for text, _ in lines)
    assert "Read the lesson of this task: 0x00-linear_algebra/README" in page
    assert "Another example of this task" in page


def test_command_line_shows_a_hint_and_status_1(submission, capsys):
    assert main(["explain", "ridin", str(submission)]) == 1
    assert "Hint 1 of 3" in capsys.readouterr().out


def test_path_of_a_file_is_enough(submission, capsys):
    assert main(["explain", str(submission / f"{TASK}.py")]) == 1
    assert TASK in capsys.readouterr().out


def test_next_command_on_the_page_gives_the_next_hint(submission, capsys):
    main(["explain", TASK, str(submission)])
    said = capsys.readouterr().out.splitlines()[-1].split()
    assert said[:3] == ["python3", "grader", "explain"]
    main(said[2:])
    assert "Hint 2 of 3" in capsys.readouterr().out


@pytest.mark.parametrize("words, said", [
    (("8",), "`8` fits"),
    (("0-slice_me_upp", "."), "Did you mean 0-slice_me_up? Type python3"),
    (("matmul",), "Did you mean 8-ridin_bareback (`mat_mul`)"),
    (("0x00/8-main.py",), "Did you mean 8-ridin_bareback?"),
    (("qqqqq",), "No task is called `qqqqq`"),
    ((TASK, "/no/such/folder"), "There is no /no/such/folder"),
    ((TASK, "--all", "--from-start"), "not both")])
def test_wrong_words_give_status_2_and_a_way_out(capsys, words, said):
    assert main(["explain", *words]) == 2
    assert said in " ".join(capsys.readouterr().err.split())


@pytest.mark.parametrize("word, path", [
    (TASK, ""), ("8-ridin_bareback", ""), ("8-ridin_bareback.py", ""),
    ("ridin", ""), ("mat_mul", ""), ("*ridin*", ""), ("0x00/8", ""),
    ("0x00-linear_algebra/8", ""), (f"./{TASK}.py", ""),
    ("0x00-linear_algebra\\8-ridin_bareback.py", ""),
    ("8", "somewhere/0x00-linear_algebra"), ("8-rid", ""),
    ("/home/me/0x00-linear_algebra/8-ridin_bareback.py", ""),
    ("linear_algebra/8-ridin_bareback.py", "")])
def test_task_can_be_named_in_many_ways(word, path):
    assert which_task(word, path) == TASK


def test_start_of_a_name_goes_before_its_middle():
    assert which_task("0-slice", "") == "0x00-linear_algebra/0-slice_me_up"


def test_several_tasks_are_listed_one_a_line():
    with pytest.raises(UsageError) as caught:
        which_task("0x00-linear_algebra", "")
    lines = str(caught.value).splitlines()
    assert len(lines) == 12
    assert lines[-3].startswith("  and ")
    assert lines[-1] == "  python3 grader explain 0-slice_me_up"


def test_rules_are_told_once_and_in_words():
    file, = Course((TASK,)).files
    assert rules_text(file).startswith("no import; a docstring")


# --- never the answer


def lines_of_body(text, name=""):
    """Lines of a program that say how it works, without its docstrings."""
    tree = ast.parse(text)
    found = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef) and (
                not name or node.name.lower() == name):
            for part in node.body:
                said = ast.unparse(part)
                if not said.startswith(("'", '"')):
                    found |= {line.strip() for line in said.splitlines()}
    return {line for line in found if len(line) > 14}


def info_of(file, verdict=None):
    """A task that lost one check, as a report tells it."""
    checks = [CheckInfo(
        verdict.check.name, verdict.check.title, "hidden", "failed", 0, 7,
        hint=verdict.hint)] if verdict else []
    return TaskInfo(file.id, file.title, f"{file.id}.py", "", "failed", 0,
                    10, 0, {}, checks, [])


@pytest.fixture(scope="module")
def pages(sandbox):
    """Task id -> all that any step says, for every known mistake."""
    course, found = Course(), {}
    for entry in entries(course, sandbox):
        task = info_of(entry.file, entry.shown)
        trouble = Trouble(check=task.checks[0] if task.checks else None)
        lesson = find_lesson(entry.file.id, (str(ROOT),))
        steps = hints_of(entry.file, task, trouble, lesson)
        lines = page_lines(Page(entry.file, task, lesson, None, steps,
                                range(len(steps))))
        found.setdefault(entry.file.id, []).append("\n".join(
            [text for text, _ in lines]
            + [text for step in steps for text in step]))
    return course, found


def test_every_task_of_the_course_has_three_hints(pages):
    course, found = pages
    assert set(found) == {file.id for file in course.files}
    for file in course.files:
        lesson = find_lesson(file.id, (str(ROOT),))
        assert lesson is not None, file.id
        assert lesson.sections, file.id
        task = info_of(file)
        steps = hints_of(file, task, Trouble(), lesson)
        assert len(steps) == 3, file.id
        assert all(text for step in steps for text in step)


def test_no_step_holds_a_line_of_a_reference_solution(pages):
    course, found = pages
    for file in course.files:
        if file.choice is not None:
            continue
        body = lines_of_body((ROOT / f"{file.id}.py").read_text("utf-8"))
        said = "\n".join(found[file.id])
        assert [line for line in body if line in said] == [], file.id


def test_no_step_holds_a_line_of_an_oracle(pages):
    course, found = pages
    for file in course.files:
        if file.choice is not None:
            continue
        with open(f"{CHECKS}/{file.id}.py", encoding="utf-8") as text:
            body = lines_of_body(text.read(), "oracle")
        said = "\n".join(found[file.id])
        assert [line for line in body if line in said] == [], file.id


def squeezed(text):
    return re.sub(r"[\s`*]", "", text)


def test_no_step_tells_the_answer_of_a_choice(pages):
    course, found = pages
    for file in course.files:
        if file.choice is None:
            continue
        answer = squeezed(file.choice.options[int(file.choice.answer) - 1])
        number = file.choice.answer
        for said in found[file.id]:
            if len(answer) > 2:
                assert answer not in squeezed(said), file.id
            assert not re.search(
                rf"(option|answer|choice|choose|write) (is )?{number}\b",
                said)


def test_pages_of_all_mistakes_keep_the_width(pages):
    _, found = pages
    for task, texts in found.items():
        lesson = find_lesson(task, (str(ROOT),))
        for text in texts[:1]:
            head = text.split("\n\n")[0].splitlines()
            assert max(map(len, head)) <= 79, (task, lesson.path)
