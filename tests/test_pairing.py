"""Two sandboxes behind one face, with plain stand-ins for both."""

import pytest

from grader.model import GraderError, Isolation, Limits
from grader.sandbox import pairing, wire
from grader.sandbox.pairing import PairedSandbox
from grader.sandbox.scratch import make_scratch

FULL = Isolation("full", 7, True, True, "passed")
LESS = Isolation("limits", rlimits=True, why=("no Landlock", "no filter"))
NOTHING = Isolation("process")


class StandIn:
    """Answers each job with its name, in reversed order."""

    def __init__(self, isolation):
        self.isolation = isolation
        self.asked = []
        self.closed = False

    def run(self, jobs):
        self.asked += [job.name for job in jobs]
        for index in reversed(range(len(jobs))):
            yield index, jobs[index].name

    def close(self):
        self.closed = True


def job(name, kind="function"):
    return wire.Job(kind, name, b"", "", {}, (), (), Limits())


@pytest.fixture
def made(monkeypatch):
    """What was started, opened and stopped, in order."""
    notes = []
    monkeypatch.setattr(pairing, "start_zygote",
                        lambda draws: notes.append("started") or "zygote")
    monkeypatch.setattr(pairing, "stop_zygote",
                        lambda zygote: notes.append(f"stopped {zygote}"))
    return notes


def pair_of(made, plain=FULL, drawing=FULL, forks=True):
    """A pair, its plain side and its drawing side."""
    sides = StandIn(plain), StandIn(drawing)

    def opener(zygote):
        made.append(f"opened {zygote}")
        return sides[1]
    return PairedSandbox(sides[0], forks, opener), *sides


def test_jobs_go_to_their_side_and_answers_keep_their_place(made):
    pair, plain, drawing = pair_of(made)
    jobs = [job("a"), job("b", "figure"), job("c", "script"),
            job("d", "figure")]
    assert dict(pair.run(jobs)) == {0: "a", 1: "b", 2: "c", 3: "d"}
    assert (plain.asked, drawing.asked) == (["a", "c"], ["b", "d"])


def test_drawing_side_is_opened_once_and_only_for_figures(made):
    pair, _, _ = pair_of(made)
    list(pair.run([job("a")]))
    assert made == []
    list(pair.run([job("b", "figure")]))
    list(pair.run([job("c", "figure")]))
    assert made == ["started", "opened zygote"]


def test_drawing_side_loads_while_the_other_jobs_run(made):
    pair, _, _ = pair_of(made)
    answers = pair.run([job("a", "figure"), job("b")])
    assert next(answers) == (1, "b")
    assert made == ["started"]
    assert next(answers) == (0, "a")


def test_without_forks_nothing_is_started_beforehand(made):
    pair, _, _ = pair_of(made, forks=False)
    pair.start_drawing()
    assert dict(pair.run([job("a", "figure")])) == {0: "a"}
    assert made == ["opened None"]


def test_no_jobs_give_no_answers(made):
    pair, _, _ = pair_of(made)
    assert list(pair.run([])) == []


@pytest.mark.parametrize("plain, drawing, told", [
    (FULL, FULL, FULL), (FULL, LESS, LESS), (LESS, FULL, LESS),
    (NOTHING, LESS, NOTHING),
])
def test_weaker_isolation_of_both_is_told(plain, drawing, told, made):
    pair, _, _ = pair_of(made, plain, drawing)
    list(pair.run([job("a", "figure")]))
    assert pair.isolation == told


def test_isolation_of_a_side_that_nobody_needed_does_not_count(made):
    pair, _, _ = pair_of(made, FULL, NOTHING)
    list(pair.run([job("a")]))
    assert pair.isolation == FULL


@pytest.mark.parametrize("level", ["process", "limits"])
def test_level_that_is_reached_can_be_demanded(level, made):
    pair, _, _ = pair_of(made, LESS)
    pair.demand(level)
    assert dict(pair.run([job("a")])) == {0: "a"}


def test_level_that_is_not_reached_is_refused_with_the_reasons(made):
    pair, plain, _ = pair_of(made, LESS)
    with pytest.raises(GraderError) as caught:
        pair.demand("full")
    assert "isolation full was asked for" in str(caught.value)
    assert "only limits" in str(caught.value)
    assert "no Landlock; no filter" in str(caught.value)
    assert plain.asked == []


def test_demand_counts_for_the_side_that_is_opened_later(made):
    pair, _, drawing = pair_of(made, FULL, LESS)
    pair.demand("full")
    with pytest.raises(GraderError, match="isolation full was asked for"):
        list(pair.run([job("a", "figure")]))
    assert drawing.asked == []


def test_both_sides_are_closed(made):
    pair, plain, drawing = pair_of(made)
    list(pair.run([job("a", "figure")]))
    pair.close()
    assert plain.closed and drawing.closed
    assert "stopped zygote" not in made


def test_zygote_that_nobody_needed_is_stopped(made):
    pair, plain, drawing = pair_of(made)
    pair.start_drawing()
    pair.close()
    assert made == ["started", "stopped zygote"]
    assert plain.closed and not drawing.closed


# the folder that a child may write to

def test_files_of_the_task_stand_in_the_scratch_folder(tmp_path):
    given = wire.Job("function", "a", b"", "", {}, (), (), Limits(),
                     files={"data.npy": b"\x93NUMPY"})
    sent = make_scratch(str(tmp_path / "folder"), given)
    assert sent.scratch == str(tmp_path / "folder")
    assert (tmp_path / "folder" / "data.npy").read_bytes() == b"\x93NUMPY"
    assert sent.files == {}


@pytest.mark.parametrize("name", ["../outside", "/outside", "a/b/outside"])
def test_file_never_stands_outside_of_the_folder(name, tmp_path):
    given = wire.Job("function", "a", b"", "", {}, (), (), Limits(),
                     files={name: b"x"})
    make_scratch(str(tmp_path / "folder"), given)
    assert (tmp_path / "folder" / "outside").read_bytes() == b"x"
    assert [path.name for path in tmp_path.iterdir()] == ["folder"]


def test_folder_belongs_to_its_owner_alone(tmp_path):
    make_scratch(str(tmp_path / "folder"), job("a"))
    assert (tmp_path / "folder").stat().st_mode & 0o777 == 0o700


def test_folder_that_is_there_already_is_an_error(tmp_path):
    (tmp_path / "folder").mkdir()
    with pytest.raises(FileExistsError):
        make_scratch(str(tmp_path / "folder"), job("a"))
