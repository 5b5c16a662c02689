"""One submission, three folder layouts of real students, the same points."""

import shutil

import pytest
from source_tree import CHECKS, ROOT

from grader.checkfile import find_ids, load
from grader.course import Course
from grader.grading import grade

TASKS = find_ids(str(CHECKS))
OLD_NUMBERS = {"linear_algebra": "01", "plotting": "02", "calculus": "03",
               "probability": "06", "advanced_linear_algebra": "05",
               "multivariate_prob": "07", "bayesian_prob": "08",
               "convolutions_and_pooling": "09"}


def older_place(task):
    """Folder and file of a task as older cohorts had them."""
    file = load(str(CHECKS), task)
    if file.aliases:
        folder, _, name = file.aliases[0].partition("/")
        return folder, name
    topic, _, name = task.partition("/")
    ending = "" if file.choice else ".py"
    return topic.partition("-")[2], name + ending


def course(task):
    name = task if load(str(CHECKS), task).choice else task + ".py"
    return name


def with_number(task):
    folder, name = older_place(task)
    return f"{OLD_NUMBERS[folder]} - {folder}/{name}"


def below_math(task):
    return "math/" + "/".join(older_place(task))


def spoiled(task, data):
    """Every third file is damaged, so that not all points are full."""
    return data + b"x" if int(task.split("/")[1].split("-")[0]) % 3 else data


@pytest.fixture(scope="module")
def points(tmp_path_factory, sandbox):
    """Layout -> points of every task."""
    found = {}
    for place in (course, below_math, with_number):
        folder = tmp_path_factory.mktemp(place.__name__)
        for task in TASKS:
            source = ROOT / course(task)
            target = folder / place(task)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(spoiled(task, source.read_bytes()))
            shutil.copymode(source, target)
        result = grade(str(folder), Course(), sandbox, seed=1)
        found[place.__name__] = {
            task.file.id: {part: score.points
                           for part, score in task.parts.items()}
            for task in result.tasks}
    return found


def test_every_task_is_found_in_every_layout(points):
    for layout, tasks in points.items():
        assert sorted(tasks) == sorted(TASKS), layout


@pytest.mark.parametrize("layout", ["below_math", "with_number"])
def test_older_layout_gives_the_same_points(points, layout):
    assert points[layout] == points["course"]


def test_some_points_were_lost_and_some_kept(points):
    sums = [sum(parts.values()) for parts in points["course"].values()]
    assert 10 in sums and min(sums) < 10
