"""The lock as a list of libraries, and the words for what went wrong."""

import errno
import itertools
import os
import re
import tomllib
from pathlib import Path

import pytest
from bare_checkout import ROOT
from packaging.markers import Marker
from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet

from grader.bootstrap import download, install, locked, markers
from grader.bootstrap.place import cached

LOCK = ROOT / "uv.lock"
FACTS = {
    "os_name": "posix", "sys_platform": "linux", "platform_machine":
    "x86_64", "platform_python_implementation": "CPython",
    "platform_release": "6.1", "platform_system": "Linux",
    "platform_version": "#1 SMP", "python_version": "3.11",
    "python_full_version": "3.11.7", "implementation_name": "cpython",
    "implementation_version": "3.11.7"}


@pytest.fixture(scope="module")
def lock():
    return tomllib.loads(LOCK.read_text(encoding="utf-8"))


def machine(**other):
    return {**FACTS, **other}


def library(name, **more):
    return {"name": name, "version": "1.0", "source": {"registry": ""},
            "sdist": {"url": f"x/{name}.tar.gz", "hash": "sha256:aa"},
            **more}


def project(*needs, **extras):
    return {"name": "mml-grader", "source": {"editable": "."},
            "dependencies": list(needs), "optional-dependencies": extras}


def pin(name="numpy", wheels=()):
    return locked.Pin(name, "1.0", ("sha256:aa",), tuple(wheels))


def chosen(packages, extras=(), facts=FACTS):
    pins = locked.choose({"package": packages}, extras, facts)
    return [f"{pin.name} {pin.version}" for pin in pins]


# The lock of this project


def test_lock_holds_what_the_project_asks_for(lock):
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    asked = tomllib.loads(text)["project"]
    ours = next(package for package in lock["package"]
                if package["name"] == asked["name"])
    wanted = {(Requirement(text).name, Requirement(text).specifier)
              for text in asked["dependencies"]
              + asked["optional-dependencies"]["dev"]}
    assert wanted == {(need["name"], SpecifierSet(need.get("specifier", "")))
                      for need in ours["metadata"]["requires-dist"]}


def test_lock_names_no_place_of_one_machine():
    text = LOCK.read_text(encoding="utf-8")
    assert re.findall(r"file:|path = |= \"/", text) == []


def test_libraries_of_the_grader_are_in_the_core():
    names = {pin.name for pin in locked.read_pins(str(LOCK))}
    assert {"numpy", "matplotlib", "pytest", "pytest-json-report",
            "pycodestyle", "typer", "rich", "msgspec"} <= names


def test_development_libraries_come_only_when_asked_for():
    core = {pin.name for pin in locked.read_pins(str(LOCK))}
    whole = {pin.name for pin in locked.read_pins(str(LOCK), ["dev"])}
    assert {"hypothesis", "jsonschema", "mypy", "ruff"} <= whole - core


@pytest.mark.parametrize("minor", [11, 12, 13, 14])
@pytest.mark.parametrize("system", ["linux", "darwin", "win32"])
def test_each_python_and_system_gets_one_version_of_each_library(
        lock, minor, system):
    facts = machine(python_version=f"3.{minor}", sys_platform=system,
                    python_full_version=f"3.{minor}.1")
    pins = locked.choose(lock, ["dev"], facts)
    assert locked.too_new(pins, minor) is None
    assert ("colorama" in {pin.name for pin in pins}) == (
        system == "win32")


def test_python_without_a_numpy_wheel_is_too_new(lock):
    facts = machine(python_version="3.99", python_full_version="3.99.0")
    pins = locked.choose(lock, [], facts)
    assert locked.too_new(pins, 99) is not None


def test_every_condition_of_the_lock_is_decided_as_the_standard_says():
    text = LOCK.read_text(encoding="utf-8")
    found = set(re.findall(r'marker = "([^"]+)"', text)) | {
        line.strip(' ",') for line in re.findall(
            r"^    \"python_full.*$", text, re.MULTILINE)}
    found = {marker for marker in found if "extra" not in marker}
    versions = ["3.11.0", "3.12.3", "3.13.0", "3.14.0", "3.15.1"]
    for marker, version, system, python in itertools.product(
            found, versions, ["linux", "win32"], ["CPython", "PyPy"]):
        facts = machine(python_full_version=version, sys_platform=system,
                        python_version=version[:4],
                        platform_python_implementation=python)
        assert markers.holds(marker, facts) == Marker(marker).evaluate(
            facts), (marker, version, system)


# Conditions


@pytest.mark.parametrize("marker", [
    None,
    "sys_platform == 'linux'",
    "sys_platform != 'win32' and os_name == 'posix'",
    "os_name == 'nt' or platform_machine == 'x86_64'",
    "(os_name == 'nt' or os_name == 'posix') and python_version > '3.9'",
    "python_full_version >= '3.11'",
    "python_full_version < '3.12'",
    "'86' in platform_machine",
    "platform_machine not in 'arm64 aarch64'",
])
def test_condition_that_is_met_holds(marker):
    assert markers.holds(marker, FACTS)


@pytest.mark.parametrize("marker", [
    "sys_platform == 'win32'",
    "python_full_version < '3.9'",
    "python_version < '3.9'",
    "os_name == 'posix' and sys_platform == 'darwin'",
    "implementation_name == 'pypy' or python_full_version != '3.11.7'",
])
def test_condition_that_is_not_met_does_not_hold(marker):
    assert not markers.holds(marker, FACTS)


@pytest.mark.parametrize("marker", [
    "sys_platform ==", "colour == 'red'", "os.name == 'nt'", "not os_name",
    "'3.8' < python_version < '3.12'", "python_version == 3",
])
def test_condition_in_an_unknown_form_is_an_error(marker):
    with pytest.raises(markers.MarkerError, match=re.escape(marker)):
        markers.holds(marker, FACTS)


def test_running_machine_has_a_value_for_every_name():
    assert set(markers.this_machine()) == set(FACTS)


# From the lock to the list


def test_needs_of_needs_are_found():
    packages = [project({"name": "a"}),
                library("a", dependencies=[{"name": "b"}]), library("b")]
    assert chosen(packages) == ["a 1.0", "b 1.0"]


def test_circle_of_needs_comes_to_an_end():
    packages = [project({"name": "a"}),
                library("a", dependencies=[{"name": "b"}]),
                library("b", dependencies=[{"name": "a"}])]
    assert chosen(packages) == ["a 1.0", "b 1.0"]


def test_need_of_another_system_is_left_out():
    packages = [project({"name": "a", "marker": "os_name == 'nt'"}),
                library("a")]
    assert chosen(packages) == []


def test_extra_of_a_need_brings_its_libraries():
    packages = [project({"name": "a", "extra": ["fast"]}), library("b"),
                library("a", **{"optional-dependencies": {
                    "fast": [{"name": "b"}], "slow": [{"name": "c"}]}})]
    assert chosen(packages) == ["a 1.0", "b 1.0"]


def test_version_named_by_the_need_is_taken():
    packages = [project({"name": "a", "version": "2.0"}), library("a"),
                {**library("a"), "version": "2.0"}]
    assert chosen(packages) == ["a 2.0"]


def test_version_for_this_python_is_taken():
    old = {"resolution-markers": ["python_full_version < '3.12'"]}
    new = {"resolution-markers": ["python_full_version >= '3.12'"]}
    packages = [project({"name": "a"}),
                {**library("a", **new), "version": "2.0"},
                library("a", **old)]
    facts = machine(python_full_version="3.13.0")
    assert chosen(packages) == ["a 1.0"]
    assert chosen(packages, facts=facts) == ["a 2.0"]


@pytest.mark.parametrize("packages, words", [
    ([library("a")], "our own project is not in it"),
    ([project({"name": "a"})], "no a in it fits this machine"),
    ([project({"name": "a"}), {**library("a"), "sdist": {}, "wheels": [],
                               "resolution-markers": ["os_name == 'nt'"]}],
     "no a in it fits this machine"),
])
def test_lock_that_cannot_serve_says_what_is_missing(packages, words):
    with pytest.raises(locked.LockError, match=words):
        chosen(packages)


def test_library_without_digests_is_refused():
    bare = library("a")
    del bare["sdist"]
    with pytest.raises(locked.LockError, match="a has no files with dig"):
        chosen([project({"name": "a"}), bare])


@pytest.mark.parametrize("text", ["", "package = 3", "[[package]]\n", "[["])
def test_file_that_is_no_lock_is_an_error_of_its_own(tmp_path, text):
    path = tmp_path / "uv.lock"
    path.write_text(text)
    with pytest.raises(locked.LockError):
        locked.read_pins(str(path))


def test_each_file_of_a_library_has_its_digest_in_the_list():
    pins = [locked.Pin("a", "1.0", ("sha256:aa", "sha256:bb"), ())]
    assert locked.requirements(pins) == (
        "a==1.0 \\\n    --hash=sha256:aa \\\n    --hash=sha256:bb\n")


# What is installed, and what cannot be


def installed(site, *names):
    for name in names:
        (site / name).mkdir()
        (site / name / "RECORD").write_text("")


def test_installed_library_is_not_missing_however_it_is_spelt(tmp_path):
    installed(tmp_path, "Typing_Extensions-1.0.dist-info")
    assert locked.missing([pin("typing-extensions")], str(tmp_path)) == []


def test_other_version_of_a_library_is_missing(tmp_path):
    installed(tmp_path, "numpy-1.0.1.dist-info")
    assert locked.missing([pin()], str(tmp_path)) == [pin()]


def test_half_installed_library_is_missing(tmp_path):
    (tmp_path / "numpy-1.0.dist-info").mkdir()
    assert locked.missing([pin()], str(tmp_path)) == [pin()]


def test_without_a_folder_all_libraries_are_missing(tmp_path):
    assert locked.missing([pin()], str(tmp_path / "none")) == [pin()]


@pytest.mark.parametrize("wheels", [
    ["a-1.0-py3-none-any.whl"], ["a-1.0-py2.py3-none-any.whl"],
    ["a-1.0-cp311-cp311-linux.whl", "a-1.0-cp312-cp312-linux.whl"],
    ["a-1.0-cp38-abi3-linux.whl"], ["a-1.0-cp313-cp313-linux.whl"], [],
])
def test_library_with_a_file_for_this_python_is_not_too_old(wheels):
    assert locked.too_new([pin("a", wheels)], 12) is None


def test_newest_python_of_a_library_is_told():
    wheels = ["a-1.0-cp311-cp311-linux.whl", "a-1.0-cp314-cp314t-mac.whl",
              "a-1.0-pp311-pypy311-linux.whl"]
    assert locked.too_new([pin("a", wheels)], 15) == (pin("a", wheels), 14)


# Words


@pytest.mark.parametrize("said, sentence", [
    ("ERROR: Could not install: [Errno 28] No space left on device",
     "The disk is full: "),
    ("ERROR: [Errno 122] Disk quota exceeded", "The disk is full: "),
    ("ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE FILE.",
     "A library was refused"),
    ("WARNING: Retrying (Retry(total=4)) after connection broken\n"
     "ERROR: No matching distribution found for a==1.0",
     "could not be downloaded: connect"),
    ("ERROR: Could not find a version (from versions: none)\n"
     "ERROR: No matching distribution found for a==1.0",
     "could not be downloaded: connect"),
    ("Collecting a\n  error: no compiler\nhint: none\n",
     "`error: no compiler`"),
    ("Killed\n", "`Killed`"),
    ("", "`nothing`"),
])
def test_failure_of_pip_is_one_sentence_with_the_way_out(said, sentence):
    text = download.explain(said, ".venv/setup.log")
    assert sentence in text
    assert text.endswith(("same command again.", "in .venv/setup.log."))
    assert "\n" not in text


@pytest.mark.parametrize("number, sentence", [
    (errno.ENOSPC, "The disk is full: free some space"),
    (errno.EDQUOT, "The disk is full: free some space"),
    (errno.EACCES, "place cannot be written: set XDG_CACHE_HOME"),
    (errno.EROFS, "place cannot be written: set XDG_CACHE_HOME"),
    (errno.EIO, "could not be set up in place"),
])
def test_failure_of_the_system_is_one_sentence(number, sentence):
    error = OSError(number, os.strerror(number))
    assert sentence in install.explain_system(error, "place")


@pytest.mark.parametrize("wanted", ["cpython-311 linux x86_64 " + "0" * 64])
def test_cache_has_one_folder_for_each_lock(wanted, monkeypatch, tmp_path):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    other = wanted[:-64] + "1" * 64
    assert Path(cached(wanted)).parent == Path(cached(other)).parent
    assert cached(wanted) != cached(other)


def test_cache_is_in_the_home_folder_by_default(monkeypatch, tmp_path):
    monkeypatch.delenv("XDG_CACHE_HOME", raising=False)
    monkeypatch.setenv("HOME", str(tmp_path))
    assert cached("tag system machine digest").startswith(str(tmp_path))
