"""All check files of the course: well-formed, right, fair and sharp.

A mistake that no hidden check catches, or that gets the hint of another one,
is an error of the check file, and so is a hint that gives more than a hint.
"""

import ast
import functools
import itertools
import re
import textwrap
from pathlib import Path

import pytest
from task_files import (bare, driver, given_values, promised, reference,
                        run_drivers)

from grader import mistakes
from grader.author.stubs import stub_of
from grader.cases import ARGUMENTS, plan
from grader.checkfile import find_ids, hint_of, load
from grader.course import CHECKS, Course
from grader.explain import call_text
from grader.grading import grade
from grader.judge import differ, judge
from grader.mistakes import run_case
from grader.model import Limits
from grader.programs import behave_alike, run_script_program
from grader.report.build import build_report
from grader.sandbox import open_sandbox
from grader.scripts import compare_printed

IDS = find_ids(CHECKS)
SEEDS = (1, 2, 3, 4, 5)
LINE = 79
IMPORTS = {"numpy", "math"}
ROOT = Path(CHECKS).parent.parent


@functools.cache
def file_of(task):
    return load(CHECKS, task)


def of_kind(*kinds):
    """The tasks of some kinds; a broken check file counts for each."""
    return [task for task in IDS
            if re.search(rf'^KIND = "({"|".join(kinds)})"$',
                         text_of(task), re.MULTILINE)]


def text_of(task):
    return Path(CHECKS, f"{task}.py").read_text(encoding="utf-8")


# A wrong program may warn where a right one does not.
pytestmark = pytest.mark.filterwarnings("ignore::RuntimeWarning")
every_task = pytest.mark.parametrize("task", IDS)
every_script = pytest.mark.parametrize("task", of_kind("script"))
every_choice = pytest.mark.parametrize("task", of_kind("choice"))
every_program = pytest.mark.parametrize(
    "task", of_kind("function", "class", "script"))


@pytest.fixture(scope="module", autouse=True)
def remembered_runs():
    """Run each program once a case; the judge asks for most of them twice."""
    known = {}

    def remembered(the_plan, program, case):
        key = id(program), id(case)
        if key not in known:
            # The program and the case are kept: ids are given out again.
            known[key] = (program, case, run_case(the_plan, program, case))
        return known[key][-1]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("grader.judge.run_case", remembered)
        patch.setattr("grader.mistakes.run_case", remembered)
        yield remembered


@functools.cache
def plan_of(task, seed):
    return plan(file_of(task), seed)


@functools.cache
def tree_of(task):
    return ast.parse(text_of(task))


def outcome_of(file, the_plan, program, case):
    """The outcome of one of our programs; examples of scripts too."""
    if file.kind == "script" and not case.call.given:
        return run_script_program(program, given_values(file))
    return mistakes.run_case(the_plan, program, case)


@functools.cache
def outcomes_of(task, seed, name):
    """The outcomes of a mistake for all cases of a plan."""
    file, the_plan = file_of(task), plan_of(task, seed)
    return tuple(outcome_of(file, the_plan, file.mistakes[name], case)
                 for check in the_plan.checks for case in check.cases)


def hints_of(file):
    """Name of each mistake -> its hint."""
    if file.choice is not None:
        return file.choice.hints
    return {name: hint_of(program)
            for name, program in file.mistakes.items()}


# The form


@every_task
def test_check_file_loads(task):
    assert file_of(task).title


def test_course_has_no_broken_check_file():
    assert Course().broken == {}


@every_task
def test_check_file_imports_numpy_and_math_only(task):
    modules = set()
    for node in ast.walk(tree_of(task)):
        if isinstance(node, ast.Import):
            modules |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            modules.add(node.module)
    assert modules <= IMPORTS


@every_task
def test_title_is_one_sentence_on_one_line(task):
    title = ast.get_docstring(tree_of(task)).splitlines()[0]
    assert title[0].isupper()
    assert title.endswith((".", "?"))


@every_task
def test_hidden_checks_have_names_for_students(task):
    for name, program in file_of(task).inputs.items():
        title = (program.__doc__ or "").strip().splitlines()[0]
        assert 5 < len(title) <= LINE, name
        assert not title.endswith("."), name


@every_task
def test_task_has_mistakes_and_hidden_inputs(task):
    file = file_of(task)
    assert hints_of(file)
    assert file.kind in ("choice", "figure") or file.inputs


@every_task
def test_hints_fit_on_two_lines(task):
    for name, hint in hints_of(file_of(task)).items():
        assert len(textwrap.wrap(hint, LINE)) <= 2, name
    for node in ast.walk(tree_of(task)):
        if (isinstance(node, ast.FunctionDef | ast.ClassDef)
                and node.name.lower().startswith("mistake")):
            text = ast.get_docstring(node)
            assert len(text.splitlines()) <= 2, node.name


@every_task
def test_hints_are_sentences(task):
    for name, hint in hints_of(file_of(task)).items():
        assert hint.endswith((".", "?")), name


@every_task
def test_hints_name_no_other_task(task):
    names = {word for other in IDS if other != task
             for word in (other, other.partition("/")[2],
                          file_of(other).entry)
             if "_" in word or "-" in word}
    names.discard(file_of(task).entry)
    for name, hint in hints_of(file_of(task)).items():
        assert not names & set(re.findall(r"[\w/-]+", hint)), name


@every_task
def test_inputs_depend_on_the_seed_alone(task):
    file = file_of(task)
    first, again = plan(file, 1), plan(file, 1)
    assert first.calls == again.calls
    assert sources(first) == sources(again)


@every_task
def test_other_seeds_give_other_inputs(task):
    file = file_of(task)
    plans = [plan_of(task, seed) for seed in SEEDS]
    different = {(one.calls, sources(one)) == (plans[0].calls,
                                               sources(plans[0]))
                 for one in plans[1:]}
    assert different == {file.kind in ("choice", "figure")}


def sources(the_plan):
    """The source texts that a script's cases put in."""
    return [case.call.given for check in the_plan.checks
            for case in check.cases]


@every_task
def test_small_inputs_come_first(task):
    file = file_of(task)
    for check in plan_of(task, 1).checks:
        sizes = [len(call_text(file.entry, case)) for case in check.cases]
        if sizes:
            assert sizes[0] <= sum(sizes) / len(sizes) + LINE, check.name


# The oracle


@every_task
def test_oracle_agrees_with_every_example(task):
    file, the_plan = file_of(task), plan_of(task, 1)
    for check in the_plan.checks:
        for case in check.cases if check.visibility == "visible" else ():
            got = outcome_of(file, the_plan, file.oracle, case)
            assert differ(the_plan, case, got, "visible") is None, case.call


@every_script
def test_examples_of_a_script_are_its_whole_output(task):
    file = file_of(task)
    printed = "\n".join(text for _, text in file.examples)
    got = run_script_program(file.oracle, given_values(file)).stdout
    assert compare_printed(printed, got, whole=True) is None


@every_choice
def test_answer_of_a_choice_is_one_of_its_options(task):
    choice = file_of(task).choice
    numbers = {str(number + 1) for number in range(len(choice.options))}
    assert choice.hints.keys() | {choice.answer} == numbers
    assert choice.answer not in choice.hints
    assert len(set(choice.options)) == len(choice.options)


@every_choice
def test_hints_of_a_choice_keep_the_answer(task):
    choice = file_of(task).choice
    answer = re.escape(choice.options[int(choice.answer) - 1])
    for hint in choice.hints.values():
        assert not re.search(rf"(?<!\w){answer}(?!\w)", hint)
        assert not re.search(r"(?i)\b(option|choice|answer)\s+\d", hint)


# The mistakes


@functools.cache
def verdicts_of(task, seed, name):
    return judge(plan_of(task, seed), outcomes_of(task, seed, name))


def is_caught(verdicts):
    """Whether a hidden check failed, or the arguments were changed."""
    return any(verdict.status in ("failed", "refused")
               for verdict in verdicts
               if verdict.check.visibility == "hidden"
               or verdict.check.name == ARGUMENTS)


@every_program
def test_every_mistake_is_caught_by_a_hidden_check(task):
    assert [(name, seed) for seed in SEEDS for name in file_of(task).mistakes
            if not is_caught(verdicts_of(task, seed, name))] == []


@every_program
def test_every_mistake_gets_its_own_hint(task):
    wrong = []
    for seed in SEEDS:
        for name, program in file_of(task).mistakes.items():
            hints = {verdict.hint for verdict in verdicts_of(task, seed, name)
                     if verdict.status in ("failed", "refused")}
            if hints != {hint_of(program)}:
                wrong.append((name, seed, hints))
    assert wrong == []


@every_program
def test_no_two_mistakes_are_alike(task):
    file, the_plan = file_of(task), plan_of(task, 1)
    cases = [case for check in the_plan.checks for case in check.cases]
    twins = [(one, two) for one, two in itertools.combinations(
                file.mistakes, 2)
             if all(is_alike(the_plan, *three) for three in zip(
                 cases, outcomes_of(task, 1, one), outcomes_of(task, 1, two),
                 strict=True))]
    assert twins == []


def is_alike(the_plan, case, one, two):
    """As the judge compares a mistake with a student's outcome."""
    if the_plan.file.kind == "script":
        return one.stdout == two.stdout
    if {one.state, two.state, case.expected.state} == {"exception"}:
        return (one.error, one.text) == (two.error, two.text)
    return behave_alike(one, two, the_plan.measure)


@every_program
def test_other_right_answers_are_right_and_get_their_remark(task):
    file, the_plan = file_of(task), plan_of(task, 1)
    remarks = {}
    for name, program in file.accepts.items():
        verdicts = judge(the_plan, [
            outcome_of(file, the_plan, program, case)
            for check in the_plan.checks for case in check.cases])
        remarks[name] = {
            verdict.hint if verdict.status == "passed" else verdict.status
            for verdict in verdicts}
    assert remarks == {name: {"", hint_of(program)}
                       for name, program in file.accepts.items()}


# The task files of the course


@pytest.fixture(scope="module")
def sandbox():
    with open_sandbox(Limits()) as opened:
        yield opened


def tasks_of(folder, sandbox):
    report = build_report(grade(str(folder), Course(), sandbox, 1))
    assert report.grader_errors == []
    return {task.id: task for task in report.tasks}


@pytest.fixture(scope="module")
def references(sandbox):
    return tasks_of(ROOT, sandbox)


@pytest.fixture(scope="module")
def stubs(sandbox, tmp_path_factory):
    folder = tmp_path_factory.mktemp("stubs")
    for task in IDS:
        source = reference(file_of(task))
        path = folder / source.relative_to(ROOT)
        path.parent.mkdir(exist_ok=True)
        text = source.read_text(encoding="utf-8")
        path.write_text(stub_of(file_of(task), text), encoding="utf-8")
        path.chmod(0o755)
    return tasks_of(folder, sandbox)


@pytest.fixture(scope="module")
def printed(tmp_path_factory):
    paths = [driver(file_of(task)) for task in IDS]
    return run_drivers(paths, tmp_path_factory.mktemp("elsewhere"))


@every_task
def test_reference_solution_earns_full_points(task, references):
    got = references[task]
    assert got.points == got.max_points, got.findings
    assert got.status == "passed"


@every_task
def test_stub_earns_nothing(task, stubs):
    got = stubs[task]
    assert [check.name for check in got.checks
            if check.status == "passed"] == []
    assert got.points == 0
    assert got.status == "failed"
    assert "unwritten" in [finding.code for finding in got.findings]


@every_task
def test_driver_prints_what_it_says(task, printed):
    path, choice = driver(file_of(task)), file_of(task).choice
    expected = promised(path)
    if choice is not None:
        options = [f"{number}. {text}"
                   for number, text in enumerate(choice.options, 1)]
        expected = "\n".join([choice.question, *options, "",
                              f"Your choice: {choice.answer}"])
    assert expected
    assert bare(printed[path]) == bare(expected)
