"""Read `uv.lock`: which libraries does this Python need, file by file?

In: the tables of the lock. Out: pins (name, version, digests of all files)
for one interpreter, as lines that pip understands. Standard library only,
since nothing is installed yet. Never writes, never asks the network.
"""

from __future__ import annotations

import os
import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from grader.bootstrap import markers

Table = dict[str, Any]


class LockError(Exception):
    """The lock cannot be used; the text says what was found in it."""


@dataclass(frozen=True)
class Pin:
    """One library in one version; files are the names of its wheels."""

    name: str
    version: str
    hashes: tuple[str, ...]
    wheels: tuple[str, ...]


def read_pins(path: str, extras: Iterable[str] = ()) -> list[Pin]:
    """Return what the lock asks for on the running interpreter."""
    try:
        with open(path, "rb") as file:
            lock = tomllib.load(file)
        return choose(lock, extras, markers.this_machine())
    except (
        KeyError, TypeError, tomllib.TOMLDecodeError, markers.MarkerError
    ) as error:
        text = f"{type(error).__name__}: {error}"
        raise LockError(f"it cannot be read ({text})") from error


def choose(
    lock: Table, extras: Iterable[str], machine: Mapping[str, str]
) -> list[Pin]:
    """Walk from our own project to all that it needs on this machine."""
    packages: list[Table] = lock["package"]
    project = next(
        (one for one in packages if _is_our_project(one["source"])), None
    )
    if project is None:
        raise LockError("our own project is not in it")
    pins: dict[str, Pin] = {}
    asked: set[tuple[str, tuple[str, ...]]] = set()
    queue = _needs(project, extras)
    while queue:
        need = queue.pop()
        wish = (need["name"], tuple(need.get("extra", ())))
        if wish in asked or not markers.holds(need.get("marker"), machine):
            continue
        asked.add(wish)
        package = _find(packages, need, machine)
        pins[package["name"]] = _pin(package)
        queue += _needs(package, need.get("extra", ()))
    return [pins[name] for name in sorted(pins)]


def _is_our_project(source: Table) -> bool:
    return "." in (source.get("editable"), source.get("virtual"))


def _needs(package: Table, extras: Iterable[str]) -> list[Table]:
    needs: list[Table] = list(package.get("dependencies", ()))
    for extra in extras:
        needs += package["optional-dependencies"][extra]
    return needs


def _find(
    packages: list[Table], need: Table, machine: Mapping[str, str]
) -> Table:
    # A library stands in the lock once per version when Pythons differ.
    for package in packages:
        if package["name"] != need["name"]:
            continue
        if "version" in need:
            if package["version"] == need["version"]:
                return package
            continue
        forks = package.get("resolution-markers", [None])
        if any(markers.holds(fork, machine) for fork in forks):
            return package
    raise LockError(f"no {need['name']} in it fits this machine")


def _pin(package: Table) -> Pin:
    wheels: list[Table] = package.get("wheels", [])
    files = wheels + ([package["sdist"]] if "sdist" in package else [])
    hashes = tuple(sorted(one["hash"] for one in files))
    if not hashes:
        raise LockError(f"{package['name']} has no files with digests")
    names = tuple(one["url"].rpartition("/")[2] for one in wheels)
    return Pin(package["name"], package["version"], hashes, names)


def requirements(pins: Iterable[Pin]) -> str:
    """Return the pins in the form that `pip install -r` reads."""
    blocks = (
        " \\\n    --hash=".join((f"{pin.name}=={pin.version}", *pin.hashes))
        for pin in pins
    )
    return "\n".join(blocks) + "\n"


def missing(pins: Iterable[Pin], site: str) -> list[Pin]:
    """Return the pins that are not wholly installed in that folder."""
    try:
        names = [name for name in os.listdir(site) if name[-5:] == "-info"]
    except OSError:
        return list(pins)
    # RECORD is written last: without it an installation was interrupted.
    installed = {
        _plain(name.removesuffix(".dist-info"))
        for name in names
        if os.path.exists(os.path.join(site, name, "RECORD"))
    }
    return [
        pin for pin in pins
        if _plain(f"{pin.name}-{pin.version}") not in installed
    ]


def _plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def too_new(pins: Iterable[Pin], minor: int) -> tuple[Pin, int] | None:
    """Return a pin without a wheel for CPython 3.minor, and its newest."""
    for pin in pins:
        tags = [name.removesuffix(".whl").split("-")[-3:-1]
                for name in pin.wheels]
        minors = [_minor(python) for python, _ in tags]
        fits = any(
            "py3" in python.split(".")
            or _minor(python) == minor
            or ("abi3" in abi and 0 < _minor(python) <= minor)
            for python, abi in tags
        )
        if minors and not fits and max(minors) < minor:
            return pin, max(minors)
    return None


def _minor(tag: str) -> int:
    found = re.match(r"cp3(\d+)", tag)
    return int(found[1]) if found else 0
