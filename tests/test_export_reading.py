"""A report file is believed to be hostile: sound, or one plain sentence."""

import json
import os

import export_records as records
import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from grader.model import UsageError
from grader.report.export.reading import MOST_BYTES, read_report
from grader.report.json import to_json
from grader.report.visible import KEY

SMALL = json.loads(to_json(records.small()))


@pytest.fixture
def refused(tmp_path):
    """Says how a file with these bytes is refused."""
    def refuse(data):
        path = tmp_path / "report.json"
        path.write_bytes(data)
        with pytest.raises(UsageError) as caught:
            read_report(str(path))
        text = str(caught.value)
        assert "\n" not in text and text.endswith(".")
        assert len(text) < 800
        return text
    return refuse


def changed(**words):
    return json.dumps({**SMALL, **words}).encode()


def with_task(number=1, **words):
    tasks = [dict(task) for task in SMALL["tasks"]]
    tasks[number].update(words)
    return changed(tasks=tasks)


@pytest.mark.parametrize("name", [
    "small", "late", "thirds", "secretive", "student_edition", "with_error"])
def test_report_that_we_wrote_is_read_back(name, tmp_path):
    report = getattr(records, name)()
    assert read_report(str(records.saved(report, tmp_path))) == report


def test_report_of_a_real_run_is_sound(classroom, tmp_path):
    for text in ("", "def double(numbers):\n    return 2 * numbers\n"):
        classroom.submit(text)
        report = classroom.report()
        assert read_report(str(records.saved(report, tmp_path))) == report


def test_missing_file_is_named_with_the_way_out(tmp_path):
    with pytest.raises(UsageError, match=r"^There is no .*--json FILE"):
        read_report(str(tmp_path / "none.json"))


def test_link_is_refused_even_to_a_sound_report(tmp_path):
    path = records.saved(records.small(), tmp_path)
    link = tmp_path / "link.json"
    link.symlink_to(path)
    with pytest.raises(UsageError, match="is a link"):
        read_report(str(link))


def test_folder_and_pipe_are_refused_at_once(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    for path in (tmp_path, tmp_path / "pipe", "/dev/zero"):
        with pytest.raises(UsageError, match="is no file"):
            read_report(str(path))


def test_file_in_the_place_of_a_folder_is_refused(tmp_path):
    path = records.saved(records.small(), tmp_path)
    with pytest.raises(UsageError, match="cannot be read"):
        read_report(f"{path}/report.json")


@pytest.mark.parametrize("data", [
    b"", b"\x00\xff\x89PNG", b"{", b'{"a":' * 100_000, b"{} x",
    b'{"a": NaN}', b"\xef\xbb\xbf{}", '{"version": "\ud800"}'.encode(
        "utf-8", "surrogatepass")])
def test_what_is_no_json_is_refused(data, refused):
    assert "is no JSON" in refused(data)


@pytest.mark.parametrize("data", [
    b"[]", b"{}", b"null", b"7", b'"report"', changed(version=None),
    changed(version="1"), changed(surprise=1), changed(points="16"),
    changed(tasks={}), with_task(status="perfect"),
    with_task(checks=[{}]), with_task(parts={"output": 7})])
def test_json_that_is_no_report_is_refused(data, refused):
    assert "is no report" in refused(data)


def test_other_version_is_named(refused):
    assert "report of version 2" in refused(changed(version=2, new=[]))


def test_endless_file_is_refused_without_reading_it_whole(tmp_path):
    path = tmp_path / "report.json"
    with open(path, "wb") as file:
        file.truncate(MOST_BYTES * 100)
    with pytest.raises(UsageError, match="at most 32 MB"):
        read_report(str(path))


@pytest.mark.parametrize("data", [
    changed(points=1e400), changed(points=17.0), changed(points=31.0),
    changed(max_points=700.0), changed(max_points=1e300, points=1e300),
    changed(started="yesterday"), changed(started="0001-01-01"),
    changed(tasks=SMALL["tasks"][:2]), changed(tasks=SMALL["tasks"] * 2),
    changed(late={"due": "", "submitted": "", "days": 1, "percent": 50,
                  "points_before": 16.0}),
    with_task(points=10.0), with_task(points=11.0), with_task(parts={}),
    with_task(seconds=1e300), with_task(findings=[
        {**SMALL["tasks"][1]["findings"][0], "line": -1}]),
    with_task(findings=[
        {**SMALL["tasks"][1]["findings"][0], "points_lost": 1e99}])])
def test_numbers_that_do_not_agree_are_refused(data, refused):
    text = refused(data)
    assert "is no sound report" in text or "is no JSON" in text or (
        "is no report" in text)


@pytest.mark.parametrize("counts", [
    1, [], {}, {"passed": 1}, {"passed": 2, "checks": 1},
    {"passed": -1, "checks": 1}, {"passed": True, "checks": True},
    {"passed": 1.5, "checks": 2}, {"passed": 1, "checks": 2, "x": 3},
    {"passed": 4, "checks": 4}, {"passed": 10 ** 12, "checks": 10 ** 12}])
def test_visible_checks_that_are_not_counted_right_are_refused(
        counts, refused):
    report = records.student_edition()
    refused(to_json(msgspec.structs.replace(report, extra={KEY: counts})))


def test_nobody_hides_points_behind_visible_checks(refused):
    tasks = [{**task, "extra": {KEY: {"passed": 1, "checks": 1}}}
             for task in SMALL["tasks"]]
    data = changed(tasks=tasks, extra={KEY: {"passed": 3, "checks": 3}})
    assert "visible checks, and points too" in refused(data)


def test_path_that_acts_is_shown_and_not_obeyed():
    with pytest.raises(UsageError) as caught:
        read_report("/no/\x1b[2J\n::error::x")
    assert "\x1b" not in str(caught.value)


PLAIN = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(
        st.sampled_from([*SMALL, *SMALL["tasks"][0], KEY]), inner,
        max_size=4), max_leaves=8)


@settings(max_examples=60, deadline=None, suppress_health_check=[
    HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(name=st.sampled_from(sorted(SMALL)), value=PLAIN,
       task=st.sampled_from(sorted(SMALL["tasks"][0])), inside=st.booleans())
def test_any_value_anywhere_is_refused_or_written(name, value, task, inside,
                                                  tmp_path):
    path = tmp_path / "report.json"
    path.write_bytes(with_task(0, **{task: value}) if inside
                     else changed(**{name: value}))
    try:
        report = read_report(str(path))
    except UsageError as error:
        assert str(error).endswith(".")
        return
    for format, data in records.every_format(report).items():
        assert data or format == "github"
