"""The built wheel, alone in a new environment: no checkout in sight."""

import json
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import numpy
import pytest

ROOT = Path(__file__).resolve().parent.parent
TOPIC = ROOT / "0x00-linear_algebra"


def run(*words, **options):
    return subprocess.run([str(word) for word in words], text=True,
                          capture_output=True, timeout=240, **options)


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    """The wheel of this checkout, built without network."""
    folder = tmp_path_factory.mktemp("wheel")
    built = run(sys.executable, "-m", "hatchling", "build", "-t", "wheel",
                "-d", folder, cwd=ROOT)
    assert built.returncode == 0, built.stderr
    return next(folder.glob("*.whl"))


@pytest.fixture(scope="module")
def place(tmp_path_factory, wheel):
    """An environment with the wheel, and the libraries of this one."""
    folder = tmp_path_factory.mktemp("installed") / "its own place"
    venv.create(folder, symlinks=True, with_pip=True)
    installed = run(folder / "bin/python", "-Im", "pip", "install",
                    "--no-deps", "--no-index", wheel)
    assert installed.returncode == 0, installed.stderr
    # Only a path: an editable install of this checkout stays behind.
    site = next(folder.glob("lib/python*/site-packages"))
    libraries = Path(numpy.__file__).parent.parent
    (site / "libraries.pth").write_text(f"{libraries}\n")
    return folder


@pytest.fixture(scope="module")
def graded(place):
    """The run of the installed grader over a topic of the checkout."""
    report = place / "report.json"
    return run(place / "bin/grader", TOPIC, "--task", f"{TOPIC.name}/*",
               "--json", report, cwd=place), report


def test_wheel_carries_every_file_of_the_package(wheel):
    wanted = {str(path.relative_to(ROOT))
              for path in (ROOT / "grader").rglob("*")
              if path.is_file() and "__pycache__" not in path.parts
              and not path.name.startswith(".")
              and ".mypy_cache" not in path.parts}
    with zipfile.ZipFile(wheel) as archive:
        names = {name for name in archive.namelist()
                 if name.startswith("grader/")}
    assert names == wanted


def test_wheel_carries_nothing_but_the_package_and_its_licence(wheel):
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
    tops = {name.split("/")[0] for name in names}
    assert [top for top in tops if not top.endswith(".dist-info")] == [
        "grader"]
    assert any(name.endswith("licenses/LICENSE") for name in names)


def test_installed_grader_is_not_the_one_of_the_checkout(place):
    code = "import grader; print(grader.__file__)"
    ran = run(place / "bin/python", "-c", code, cwd=place)
    assert ran.stdout.startswith(str(place))


def test_installed_command_shows_its_words(place):
    ran = run(place / "bin/grader", "--help", cwd=place)
    assert ran.returncode == 0
    assert "grade" in ran.stdout


def test_installed_grader_gives_the_reference_full_points(graded):
    ran, _ = graded
    assert ran.returncode == 0, ran.stdout + ran.stderr


def test_installed_grader_has_a_check_file_for_every_task(graded):
    _, report = graded
    tasks = json.loads(report.read_text(encoding="utf-8"))["tasks"]
    wanted = {f"{TOPIC.name}/{path.stem}" for path in TOPIC.glob("*.py")
              if not path.stem.endswith("-main")}
    assert {task["id"] for task in tasks} == wanted
