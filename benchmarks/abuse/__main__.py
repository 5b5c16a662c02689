"""`python -m benchmarks.abuse`: other graders under the same attacks."""

from __future__ import annotations

import argparse
import json
import os
import sys
import tempfile
from pathlib import Path

from . import cage, cases, suite, tables
from .peers import PEERS, Peer

HERE = Path(__file__).parent
RESULTS = HERE / "results.json"
PAGE = HERE.parents[1] / "docs" / "security.md"
DEFAULT_WORK = Path(tempfile.gettempdir()) / "abuse-peers"


def main() -> None:
    """Read the words and do what they ask for."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.abuse",
                                     description=__doc__)
    parser.add_argument("what", choices=(
        "peers", "suite", "tables", "page", "one"))
    parser.add_argument("--work", type=Path, default=DEFAULT_WORK,
                        help="folder for the virtual environments")
    parser.add_argument("--python", default=suite.open_python(),
                        help="a Python that every user may run")
    parser.add_argument("--most", type=int, default=8,
                        help="attacks of each category for other graders")
    parser.add_argument("--peer", action="append", default=[],
                        help="only this grader")
    parser.add_argument("--category", default="",
                        help="for `peers`: only categories with this in "
                             "their name; all else stays as it was")
    parser.add_argument("--attack", default="control: right",
                        help="for `one`: category, colon, name")
    parser.add_argument("--out", type=Path, default=RESULTS)
    words = parser.parse_args()
    found = json.loads(words.out.read_text()) if words.out.exists() else {}
    if words.what == "tables":
        print("\n\n".join(tables.tables(found).values()))
    elif words.what == "page":
        PAGE.write_text(tables.put_into(PAGE.read_text(), found))
    else:
        run(words, found)


def run(words: argparse.Namespace, found: dict) -> None:
    """Whatever needs the cage."""
    cage.refuse_where_it_cannot_be()
    words.work.mkdir(parents=True, exist_ok=True)
    chosen = [peer for peer in PEERS
              if not words.peer or peer.name in words.peer]
    if words.what == "suite":
        cage.prepare(PEERS[0], words.work, words.python)
        found["suite"] = suite.at_all_levels(
            words.work / "ours" / "bin" / "python")
    for peer in chosen if words.what != "suite" else ():
        cage.prepare(peer, words.work, words.python)
        if words.what == "one":
            category, _, name = words.attack.partition(": ")
            print(json.dumps(cage.try_one(peer, category, name, words.work,
                                          30.0, True), indent=1))
        else:
            old = found.setdefault("peers", {}).setdefault(peer.name, {})
            measure(peer, words, old)
            write(words.out, found)
    if words.what != "one":
        write(words.out, found)


def write(path: Path, found: dict) -> None:
    """All results so far."""
    path.write_text(json.dumps(found, indent=1) + "\n")


def measure(peer: Peer, words: argparse.Namespace, found: dict) -> None:
    """Note category -> name -> breaches; None where it cannot be given."""
    honest = cage.honest_seconds(peer, words.work)
    seconds = cage.LEAST + peer.own_seconds + cage.FACTOR * max(honest)
    found |= {"seconds": round(seconds, 1), "honest": round(min(honest), 2),
              "kernel": os.uname().release}
    results: dict = {}
    for category, attack in cases.chosen(words.most):
        if words.category not in category:
            continue
        row = results.setdefault(category, {})
        row[attack.name] = cage.breaches_of(
            peer, category, attack, words.work, seconds
            ) if peer.takes(attack) else None
        print(f"{peer.name}: {category}: {attack.name}: "
              f"{row[attack.name]}", file=sys.stderr)
    if words.category:
        found.setdefault("results", {}).update(results)
    else:
        found["results"] = results      # attacks of older names are gone


if __name__ == "__main__":
    main()
