"""results.json -> the tables of benchmarks/README.md."""

from __future__ import annotations

import textwrap
from typing import Any

from .submissions import TRIALS
from .tools import FORK, OURS, TOOLS

BEGIN, END = "<!-- table: peers -->\n", "<!-- end: peers -->"
OTHERS = 110            # checks of the eleven tasks that are right
MB = 1_000_000
LARGE = 1000            # MB; more was really taken from the machine
Found = dict[str, Any]


def put_into(page: str, found: Found) -> str:
    """The page with fresh tables between the two marks."""
    before, begin, rest = page.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not (begin and end):
        raise SystemExit(f"The page has no place for the tables: write "
                         f"{BEGIN.strip()} and {END} into it.")
    return f"{before}{begin}{text(found)}\n{end}{after}"


def text(found: Found) -> str:
    """All that stands between the marks."""
    shown = {tool.name: found[tool.name] for tool in TOOLS
             if tool.name in found}
    parts = [where(shown), doubts(shown)]
    costly = {name: one for name, one in shown.items() if "cold" in one}
    if {OURS, FORK} <= costly.keys():
        parts += ["One submission, cold: a new process.", cold(costly),
                  "One further submission of 20.", further(costly),
                  cheaper(costly), wrong(costly)]
    tried = {name: one for name, one in shown.items() if "trials" in one}
    if tried:
        parts += [EXPLAINED, trials(tried), limits(tried), memory(tried)]
    return "\n\n".join(part for part in parts if part)


EXPLAINED = textwrap.fill(
    "One of the twelve tasks goes wrong in each of its ten calls. Seconds: it "
    "is held. The grader has ended by itself after so long, its report is "
    "below 2 MB, and the other 110 checks have their points. MB: the report "
    "is that large.", 79)


def line(*cells: object) -> str:
    """One row."""
    return "| " + " | ".join(map(str, cells)) + " |"


def head(*cells: object) -> list[str]:
    """Titles, and the line below them: numbers stand on the right."""
    return [line(*cells), "| --- |" + " ---: |" * (len(cells) - 1)]


def where(shown: Found) -> str:
    """Day, machine and versions."""
    days = sorted({one["date"] for one in shown.values()})
    machines = sorted({
        "{cores} cores, {gigabytes} GB, Linux {kernel}, Python {python}"
        .format(**one["machine"]) for one in shown.values()})
    versions = sorted({f"{name} {version}" for one in shown.values()
                       for name, version in one["versions"].items()})
    rounds = sorted({one["rounds"] for one in shown.values()
                     if "rounds" in one})
    medians = f" Medians of {' or '.join(map(str, rounds))}." * bool(rounds)
    return textwrap.fill(
        f"{' and '.join(days)}; {'; '.join(machines)}; "
        f"{', '.join(versions)}.{medians}", 79, break_on_hyphens=False)


def doubts(shown: Found) -> str:
    """What speaks against the numbers; empty after one run in peace."""
    reasons = []
    for part, key in (("costs", "cost_run"), ("trials", "trials_run")):
        result = "cold" if part == "costs" else "trials"
        runs = [(one.get(key), one["machine"]["cores"])
                for one in shown.values() if result in one]
        if any(run is None for run, _ in runs):
            reasons.append(f"{part}: put together from several runs, on a "
                           f"machine whose load was not written down")
            continue
        if len({run["started"] for run, _ in runs}) > 1:
            reasons.append(f"{part}: put together from several runs")
        busy = max((run["load"] for run, cores in runs
                    if run["load"] > cores / 2), default=0)
        if busy:
            reasons.append(f"{part}: the machine was busy, load {busy}")
    if not reasons:
        return ""
    return textwrap.fill(f"**Provisional, do not rely on the times.** "
                         f"{'; '.join(reasons).capitalize()}.", 79)


def title(name: str) -> str:
    """How a grader is called in a table."""
    return next(tool.title for tool in TOOLS if tool.name == name)


def ratio(one: float, two: float) -> str:
    """Two digits that mean something."""
    found = one / two
    return f"{found:.2f}" if found < 9.95 else f"{found:.0f}"


def cold(costly: Found) -> str:
    """Milliseconds, megabytes, and the ratios to us and to the fork."""
    ours, fork = (costly[name]["cold"] for name in (OURS, FORK))
    least = costly[OURS]["control"]["megabytes"]
    rows = head("what", "wall ms", "CPU ms", "MB", "wall / us", "CPU / us",
                "MB / us", "CPU / fork")
    for name, one in costly.items():
        cost, memory = one["cold"], one["control"]["megabytes"]
        rows.append(line(
            title(name), *milliseconds(cost), f"{memory:.0f}",
            ratio(cost["wall"], ours["wall"]),
            ratio(cost["cpu"], ours["cpu"]), ratio(memory, least),
            ratio(cost["cpu"], fork["cpu"])))
    return "\n".join(rows)


def further(costly: Found) -> str:
    """The same without memory; how many submissions were measured."""
    ours, fork = (costly[name]["further"] for name in (OURS, FORK))
    rows = head("what", "wall ms", "CPU ms", "wall / us", "CPU / us",
                "CPU / fork", "of")
    for name, one in costly.items():
        cost = one["further"]
        rows.append(line(
            title(name), *milliseconds(cost),
            ratio(cost["wall"], ours["wall"]),
            ratio(cost["cpu"], ours["cpu"]),
            ratio(cost["cpu"], fork["cpu"]),
            f"{cost['submissions']}, {cost['way']}"))
    return "\n".join(rows)


def milliseconds(cost: Found) -> tuple[str, str]:
    """Wall and processor time."""
    return f"{cost['wall'] * 1000:.0f}", f"{cost['cpu'] * 1000:.0f}"


def cheaper(costly: Found) -> str:
    """Where others win; floors are no graders."""
    won = []
    for words, key in (("cold, wall time", ("cold", "wall")),
                       ("cold, CPU", ("cold", "cpu")),
                       ("memory", ("control", "megabytes")),
                       ("a further one, wall time", ("further", "wall")),
                       ("a further one, CPU", ("further", "cpu"))):
        group, part = key
        ours = costly[OURS][group][part]
        names = [f"{tool.name} ({ratio(cost, ours)})" for tool in TOOLS
                 if tool.read is not None and tool.name in costly
                 and (cost := costly[tool.name][group][part]) < ours]
        if names:
            won.append(f"{words}: {', '.join(names)}")
    if not won:
        return "No other grader is cheaper than we are in any of these."
    return textwrap.fill(f"**Cheaper than us**, as a part of what we need: "
                         f"{'; '.join(won)}.", 79, break_on_hyphens=False)


def wrong(costly: Found) -> str:
    """What work with two wrong tasks costs: we search for smaller cases."""
    parts = [f"{tool.name} {one['wall'] * 1000:.0f} ({one['cpu'] * 1000:.0f})"
             for tool in TOOLS
             if tool.read is not None and tool.name in costly
             for one in [costly[tool.name]["control"]["wrong"]]]
    return textwrap.fill(
        f"With two wrong tasks, where we also search for smaller cases and "
        f"hints; one cold run, wall ms (CPU ms): {', '.join(parts)}.", 79,
        break_on_hyphens=False)


def holds(one: Found) -> bool:
    """Whether the others are alive and the report is bounded."""
    return not one["problem"] and one["others"] == OTHERS


def trials(tried: Found) -> str:
    """A word for each grader and each trial, and how many it holds."""
    rows = head("one task:", *(f"`{name}`" if "(" in name else name
                               for name in TRIALS), "held")
    for name, one in tried.items():
        found = [one["trials"][trial] for trial in TRIALS]
        rows.append(line(name, *map(word, found),
                         f"{sum(map(holds, found))} of {len(found)}"))
    return "\n".join(rows)


def word(one: Found) -> str:
    """What became of one trial."""
    if holds(one):
        return f"{one['seconds']:.0f} s"
    if one["problem"] == "report too large":
        return f"{one['bytes'] / MB:.0f} MB"
    return str(one["problem"]) or f"{OTHERS - one['others']} lost"


def limits(tried: Found) -> str:
    """Which time-out each grader was given."""
    rows = ["Time-outs, each grader's own:", ""]
    for name, one in tried.items():
        rows.append(textwrap.fill(f"- {name}: {one['time_out']}", 79,
                                  subsequent_indent="  ",
                                  break_on_hyphens=False))
    waits = sorted(one["patience"] for one in tried.values())
    rows += ["", textwrap.fill(
        f"A grader is stopped from outside after 30 seconds and three times "
        f"what right work takes, {waits[0]} to {waits[-1]} seconds.", 79)]
    return "\n".join(rows)


def memory(tried: Found) -> str:
    """Who hands out the 2 GiB; a machine with less memory is then lost."""
    taken = [name for name, one in tried.items()
             if one["trials"]["2 GiB"]["megabytes"] > LARGE]
    if not taken:
        return ""
    return textwrap.fill(
        f"The 2 GiB were really taken from the machine by: "
        f"{', '.join(taken)}. Whoever holds it does so because the machine "
        f"had them; on a smaller one the kernel ends such a process.", 79,
        break_on_hyphens=False)
