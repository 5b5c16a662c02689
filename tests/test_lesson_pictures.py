"""The pictures of every lesson: present, small, described, reproducible."""

import ast
import re
import subprocess
import sys
import tomllib
from importlib.metadata import version

import lesson_reader as reader
from lesson_cases import ROOT, every_lesson

BACKGROUND = {"light": "#ffffff", "dark": "#0d1117"}
pytestmark = every_lesson()


def locked_matplotlib():
    """Tell the version in uv.lock; without that file the installed one."""
    lock = ROOT / "uv.lock"
    packages = (tomllib.loads(lock.read_text(encoding="utf-8"))["package"]
                if lock.exists() else [])
    return next((package["version"] for package in packages
                 if package["name"] == "matplotlib"), version("matplotlib"))


def drawn(lesson, folder):
    """Run draw.py into a folder and map file names to bytes."""
    script = lesson.folder / "figures" / "draw.py"
    subprocess.run([sys.executable, "-B", str(script), str(folder)],
                   check=True, timeout=120)
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def kept(lesson):
    """Map the names of the pictures in the checkout to their bytes."""
    return {path.name: path.read_bytes()
            for path in (lesson.folder / "figures").glob("*.svg")}


def alike(one, other):
    """Say if two drawings agree as two versions of matplotlib let them."""
    paths = [len(re.findall(rb"<(?:path|use)\b", svg)) for svg in (one, other)]
    return paths[0] == paths[1] and 0.5 < len(one) / len(other) < 2


def test_script_draws_the_pictures_again(lesson, tmp_path):
    new, old = drawn(lesson, tmp_path), kept(lesson)
    assert sorted(new) == sorted(old), (
        f"{lesson.topic}/figures holds other pictures than draw.py writes. "
        "Run draw.py, and delete what it no longer draws.")
    locked, here = locked_matplotlib(), version("matplotlib")
    exact = locked == here
    other = [name for name in old if not (
        new[name] == old[name] if exact else alike(new[name], old[name]))]
    assert not other, (
        f"{lesson.topic}/figures: {', '.join(sorted(other))} differ from "
        f"what draw.py writes with matplotlib {here} (locked: {locked}; "
        f"compared {'byte by byte' if exact else 'by size and paths'}). "
        f"Run draw.py with matplotlib {locked}.")


def test_each_picture_exists_in_light_and_dark(lesson):
    names = set(kept(lesson))
    single = [name for name in names
              if re.sub(r"-(light|dark)\.svg$", "", name) + "-light.svg"
              not in names or re.sub(r"-(light|dark)\.svg$", "", name)
              + "-dark.svg" not in names]
    assert not single, f"{lesson.topic}/figures: only one version: {single}"


def test_each_picture_is_inserted_with_sources_width_and_words(lesson):
    problems = []
    for picture in reader.pictures(lesson.text):
        name = picture.light.removesuffix("-light.svg")
        if picture.dark != f"{name}-dark.svg" or name == picture.light:
            problems.append((picture.line, "both `srcset` NAME-dark.svg and "
                             "`src` NAME-light.svg are needed."))
        if not picture.width.isdigit():
            problems.append((picture.line, 'write `width="480"`.'))
        if not 3 <= len(picture.alt.split()) <= 40:
            problems.append((picture.line, "`alt` says in 3 to 40 words what "
                             "the picture shows."))
        if "figure of" in picture.alt.lower():
            problems.append((picture.line, "leave `figure of` out of `alt`."))
    lesson.complain(problems)


def test_each_picture_stands_between_blank_lines(lesson):
    lines = ["", *lesson.text.split("\n"), ""]
    lesson.complain([
        (number, "leave a blank line before and after a picture.")
        for number, line in enumerate(lines)
        if line == "<picture>" and lines[number - 1]
        or line == "</picture>" and lines[number + 1]])


def test_no_picture_stands_outside_a_picture_element(lesson):
    plain = reader.without_code(lesson.text)
    single = len(re.findall(r"!\[", plain))
    images = len(re.findall(r"<img\b", plain))
    assert single == 0 and images == len(reader.pictures(lesson.text)), (
        f"{lesson.topic}/README.md: an image without a dark version. Insert "
        "each one with `<picture>`.")


def test_each_drawn_picture_is_used_and_at_most_fourteen_are(lesson):
    used = [picture.light for picture in reader.pictures(lesson.text)]
    names = {f"figures/{name}" for name in kept(lesson) if "-light" in name}
    assert set(used) == names, (
        f"{lesson.topic}: drawn and not used, or used and not drawn: "
        f"{sorted(set(used) ^ names)}")
    assert len(used) <= 14, f"{lesson.topic}: {len(used)} pictures; 14 fit."


def test_each_picture_is_smaller_than_40_kilobytes(lesson):
    large = {name: len(svg) for name, svg in kept(lesson).items()
             if len(svg) >= 40_000}
    assert not large, f"{lesson.topic}/figures: too large: {large}"


def test_each_picture_has_its_opaque_background_and_unix_lines(lesson):
    wrong = []
    for name, svg in kept(lesson).items():
        colour = BACKGROUND["dark" if "-dark" in name else "light"]
        first = re.search(rb'<path d="[^"]*"\s*style="fill: (#\w+)"', svg)
        if b"\r" in svg or not first or first[1].decode() != colour:
            wrong.append(name)
    assert not wrong, (
        f"{lesson.topic}/figures: {wrong} need a background of "
        f"{BACKGROUND} and line ends of one letter.")


def test_drawing_script_has_one_short_function_a_picture(lesson):
    script = lesson.folder / "figures" / "draw.py"
    made = {node.name: node.end_lineno - node.lineno + 1
            for node in ast.parse(script.read_text(encoding="utf-8")).body
            if isinstance(node, ast.FunctionDef)}
    named = {re.sub(r"-(light|dark)\.svg$", "", name).replace("-", "_")
             for name in kept(lesson)}
    assert named <= set(made), (
        f"{script}: no function of its own for {sorted(named - set(made))}")
    long = {name: lines for name, lines in made.items() if lines > 20}
    assert not long, f"{script}: functions of more than 20 lines: {long}"
