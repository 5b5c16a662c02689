"""All graders in turn: right and wrong first, then costs, then trials."""

from __future__ import annotations

import datetime
import os
import platform
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from benchmarks.measuring import Cost, median
from grader import __version__

from . import assignment, environments, marking, reading, submissions
from .metering import Program, Run, run
from .stage import Stage
from .tools import OURS, Tool

RIGHT = "right-00"
WATCH = 0.01            # seconds between two looks at the memory
SELDOM = 0.2            # the same for much memory: a look takes longer there
BUDGET = 20.0           # seconds for further submissions, one by one
LEAST = 30.0            # seconds that each grader gets for a trial
FACTOR = 3.0            # and so many times what a right submission takes
Found = dict[str, Any]


def say(text: str) -> None:
    """Tell the user what is going on."""
    print(text, file=sys.stderr, flush=True)


def set_up(tool: Tool, work: Path) -> Stage:
    """Environment, checks and submissions of one grader."""
    name = tool.name.replace(" ", "-")
    if tool.name == OURS:
        environments.prepare_own(work / "ours")
        venv = work / "ours" / ".venv"
    else:
        venv = work / "environments" / "-".join(tool.packages)
        environments.prepare(venv, tool.packages)
    stage = Stage(work / "stages" / name, venv)
    stage.set_up()
    submissions.write_submissions(stage.submissions)
    assignment.write_data(stage.checks / "tasks.json",
                          assignment.read_course())
    stage.copy("marking.py")
    tool.write(stage)
    return stage


def truth(stage: Stage, name: str) -> dict[str, int]:
    """Checks that a submission of ours passes, by our shared comparison."""
    tasks = marking.read_tasks(str(stage.checks / "tasks.json"))
    folder = str(stage.submissions / name)
    return {short: sum(marking.is_right(task, number,
                                        marking.load(task, folder))
                       for number in range(len(task["cases"])))
            for short, task in tasks.items()}


def control(tool: Tool, stage: Stage) -> Found:
    """Right and wrong work must get what it deserves; else no measuring."""
    found: Found = {}
    for name in (RIGHT, "wrong"):
        ended = start(tool, stage, tool.once(stage, name), name)
        if tool.read is not None and (
                marks := tool.read(stage, name)) != truth(stage, name):
            raise SystemExit(f"{tool.name} gives the submission {name} "
                             f"wrong marks, so nothing can be compared: "
                             f"{marks}")
        found[name.partition("-")[0]] = shown(ended.cost)
    watched = start(tool, stage, tool.once(stage, RIGHT), RIGHT, WATCH)
    found["megabytes"] = round(watched.cost.megabytes, 1)
    return found


def start(tool: Tool, stage: Stage, program: Program, name: str = "",
          watch: float = 0.0) -> Run:
    """Run one command that must come to its end."""
    for path in tool.parts(stage, name) if name else ():
        path.unlink(missing_ok=True)
    tool.renew(stage)
    ended = run(program, watch=watch)
    if not ended.has_ended or ended.status not in (0, 1):
        raise SystemExit(f"{tool.name} has failed on {name}: status "
                         f"{ended.status}; {' '.join(program.words)}")
    return ended


def shown(cost: Cost) -> Found:
    """A cost as it is written down."""
    return {"wall": round(cost.wall, 4), "cpu": round(cost.cpu, 4)}


def further(tool: Tool, stage: Stage, rounds: int) -> Found:
    """What one more of 20 submissions costs.

    A grader with a command for many: 20 less 1, by 19. All others start
    anew for each, so as many of the 20 as fit in a budget of seconds.
    """
    names = [f"right-{number:02}"
             for number in range(submissions.SUBMISSIONS)]
    if tool.many is None:
        costs: list[Cost] = []
        for name in names:
            costs.append(start(tool, stage, tool.once(stage, name),
                               name).cost)
            if sum(cost.wall for cost in costs) > BUDGET:
                break
        total = Cost(sum(cost.wall for cost in costs),
                     sum(cost.cpu for cost in costs), 0.0)
        return shown(total.minus(Cost(0, 0, 0), len(costs))) | {
            "submissions": len(costs), "way": "each anew"}
    found: list[Cost] = []
    for _ in range(rounds):
        one, many = (start(tool, stage, tool.many(stage, chosen)).cost
                     for chosen in (names[:1], names))
        found.append(many.minus(one, len(names) - 1))
        if many.wall > BUDGET:
            break
    return shown(median(found)) | {"submissions": len(names),
                                   "way": "in one"}


def trial(tool: Tool, stage: Stage, name: str, seconds: float) -> Found:
    """One task goes wrong; what becomes of the others and of the report."""
    assert tool.read is not None
    submission = submissions.trial_name(name)
    tool.renew(stage)
    ended = run(tool.once(stage, submission), seconds, SELDOM)
    found: Found = {"seconds": round(ended.cost.wall, 1),
                    "has_ended": ended.has_ended, "status": ended.status,
                    "megabytes": round(ended.cost.megabytes),
                    "bytes": reading.size(tool.parts(stage, submission)),
                    "others": 0, "problem": ""}
    try:
        marks = tool.read(stage, submission)
    except reading.TooLarge:
        found["problem"] = "report too large"
    except (OSError, ValueError, LookupError, TypeError):
        found["problem"] = "no report"
    else:
        attacked = assignment.short(submissions.ATTACKED)
        found["others"] = sum(count for short, count in marks.items()
                              if short != attacked)
    if not ended.has_ended:
        found["problem"] = "no end"
    return found


def measure(tools: list[Tool], work: Path, rounds: int,
            parts: set[str]) -> Iterator[dict[str, Found]]:
    """Results by grader, all that there are so far, again and again."""
    this_run = {"started": datetime.datetime.now().isoformat("T", "seconds"),
                "load": round(os.getloadavg()[0], 1)}
    stages = {tool.name: set_up(tool, work) for tool in tools}
    found: dict[str, Found] = {tool.name: about(tool) for tool in tools}
    for tool in tools:
        say(f"right and wrong: {tool.name}")
        found[tool.name]["control"] = control(tool, stages[tool.name])
    if "cost" in parts:
        for name, cost in costs(tools, stages, rounds):
            found[name] |= cost | {"cost_run": this_run}
        yield found
    for tool in tools if "trials" in parts else ():
        if tool.read is None:
            continue
        seconds = LEAST + FACTOR * found[tool.name]["control"]["right"][
            "wall"]
        trials = {}
        for name in submissions.TRIALS:
            say(f"{name}: {tool.name}")
            trials[name] = trial(tool, stages[tool.name], name, seconds)
        found[tool.name] |= {"patience": round(seconds), "trials": trials,
                             "trials_run": this_run}
        yield found


def costs(tools: list[Tool], stages: dict[str, Stage],
          rounds: int) -> Iterator[tuple[str, Found]]:
    """Cold starts of all graders in turn, then 20 submissions of each."""
    cold: dict[str, list[Cost]] = {tool.name: [] for tool in tools}
    for number in range(rounds):
        say(f"cold, round {number + 1} of {rounds}")
        for tool in tools:
            name = f"right-{number % submissions.SUBMISSIONS:02}"
            stage = stages[tool.name]
            cold[tool.name].append(start(
                tool, stage, tool.once(stage, name), name).cost)
    for tool in tools:
        say(f"20 submissions: {tool.name}")
        yield tool.name, {
            "cold": shown(median(cold[tool.name])), "rounds": rounds,
            "further": further(tool, stages[tool.name], rounds)}


def about(tool: Tool) -> Found:
    """What was measured, when and where."""
    versions = environments.pinned() | {"mml-grader": __version__}
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    return {"date": datetime.date.today().isoformat(),
            "versions": {name: versions[name]
                         for name in tool.packages or ("mml-grader",)},
            "time_out": tool.time_out,
            "machine": {"cores": os.cpu_count(),
                        "gigabytes": round(memory / 2**30),
                        "kernel": platform.release(),
                        "python": platform.python_version()}}
