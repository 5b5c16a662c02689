"""The tables of docs/security.md as Markdown, and their places there."""

from __future__ import annotations

from collections import Counter
from typing import Any

from .peers import PEERS
from .suite import RUNS

MEANINGS = {
    "points": "points that were not earned",
    "neighbour": "the right task beside it lost points",
    "report": "no report, or one that is of no use",
    "no end": "it had to be stopped from outside",
    "secret": "a secret got out",
    "files": "files were made, changed or removed",
    "processes": "a process was left running",
    "sockets": "a socket of the machine was reached",
}
BEGIN, END = "<!-- table: {} -->\n", "<!-- end -->"


def tables(found: dict[str, Any]) -> dict[str, str]:
    """Name of a place in the page -> its table."""
    order = [one["category"] for one in found["suite"]["full, root"]]
    return {"suite": own(found["suite"]),
            "peers": others(found["peers"], order),
            "reasons": reasons(found["peers"])}


def put_into(page: str, found: dict[str, Any]) -> str:
    """The page with fresh tables."""
    for name, table in tables(found).items():
        before, begin, rest = page.partition(BEGIN.format(name))
        _, end, after = rest.partition(END)
        if not (begin and end):
            raise SystemExit(f"the page has no place for the table {name}")
        page = f"{before}{begin}{table}\n{end}{after}"
    return page


def line(*cells: object) -> str:
    """One row."""
    return "| " + " | ".join(map(str, cells)) + " |"


def head(*cells: object) -> list[str]:
    """Titles, and the line below them: numbers stand on the right."""
    return [line(*cells), "| --- |" + " ---: |" * (len(cells) - 1)]


def own(suite: dict[str, Any]) -> str:
    """Held of total, by category and level."""
    rows = head("category", "attacks", *RUNS)
    sums = [0] * (len(RUNS) + 1)
    for place, one in enumerate(next(iter(suite.values()))):
        held = [run[place]["total"] - len(run[place]["open"])
                - len(run[place]["untried"])
                for run in (suite[name] for name in RUNS)]
        rows.append(line(one["category"], one["total"], *held))
        sums = [a + b for a, b in zip(sums, (one["total"], *held),
                                      strict=True)]
    return "\n".join([*rows, line("**all**", *sums)])


def shown(peers: dict[str, Any]) -> list[str]:
    """Names of the graders that were measured, in our order."""
    return [peer.name for peer in PEERS if peer.name in peers]


def others(peers: dict[str, Any], order: list[str]) -> str:
    """Held of what could be tried, by category and grader."""
    names = shown(peers)
    rows = head("category", *names)
    held, tried = Counter[str](), Counter[str]()
    for category in order:
        if category not in peers[names[0]]["results"]:
            continue
        cells = []
        for name in names:
            given = [breaches for breaches
                     in peers[name]["results"][category].values()
                     if breaches is not None]
            good = sum(not breaches for breaches in given)
            held[name] += good
            tried[name] += len(given)
            cells.append(f"{good}/{len(given)}" if given else "-")
        rows.append(line(category, *cells))
    return "\n".join([
        *rows, line("**all**", *(
            f"{held[name]}/{tried[name]}" for name in names)),
        line("seconds for right work", *(
            peers[name]["honest"] for name in names))])


def reasons(peers: dict[str, Any]) -> str:
    """How often each thing went wrong; one attack may do several."""
    names = shown(peers)
    found = {name: Counter(
        breach for row in peers[name]["results"].values()
        for breaches in row.values() for breach in breaches or ())
        for name in names}
    return "\n".join([*head("what went wrong", *names), *(
        line(meaning, *(found[name][word] for name in names))
        for word, meaning in MEANINGS.items())])
