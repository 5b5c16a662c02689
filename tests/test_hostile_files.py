"""Any bytes in what lies between two runs: refused in words, or forgotten."""

import os
from pathlib import Path

import msgspec
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from grader import unchanged
from grader.cache import Store
from grader.explaining.progress import MOST_SEEN, NAME, Progress
from grader.lateness import lateness, read_time
from grader.model import UsageError
from grader.policy import Policy, PolicyError, read_policy

FEW = settings(max_examples=80, deadline=None, suppress_health_check=[
    HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
# Pieces of what is read, and of what makes it deep or long.
WORDS = st.sampled_from([
    b"{", b"}", b'"a"', b":", b",", b"[" * 900, b"]", b"{" * 900, b"9" * 5000,
    b"-", b"1e999", b"null", b"true", b'"about"', b'"count"', b"0.5", b"=",
    b"\n", b"tasks", b"seed", b"[late]", b"[points]", b"output", b'"""',
    b"due = 2026-12-01T10:00:00Z", b"percent_per_day", b"nan", b"0x" + b"f"
    * 300, b"#", b"\x00", b"\xff", b"\xed\xa0\x80"])
JUNK = st.lists(WORDS | st.binary(max_size=6), max_size=9).map(b"".join)


@FEW
@given(data=JUNK)
def test_policy_of_any_bytes_is_read_or_refused_in_words(data, tmp_path):
    path = tmp_path / "grader.toml"
    path.write_bytes(data)
    try:
        policy = read_policy(str(path))
    except PolicyError as refused:
        assert str(path) in str(refused)
    else:
        assert type(policy) is Policy


@FEW
@given(text=st.text(max_size=12) | st.datetimes().map(str)
       | st.datetimes(timezones=st.timezones()).map(lambda t: t.isoformat()))
def test_any_time_of_arrival_is_taken_or_refused_in_words(text):
    try:
        when = read_time(text)
    except UsageError as refused:
        assert "with its zone" in str(refused)
    else:
        assert not text if when is None else when.tzinfo is not None


@FEW
@given(when=st.datetimes(timezones=st.timezones()),
       due=st.datetimes(timezones=st.timezones()),
       cost=st.floats(0, 1e6), most=st.floats(0, 100))
def test_no_time_costs_more_than_the_policy_says(when, due, cost, most):
    late = {"due": due, "percent_per_day": cost, "most_percent": most}
    found = lateness(msgspec.convert({"late": late}, Policy), when)
    assert found is None or 0 <= found.percent <= 100


@FEW
@given(data=JUNK)
def test_any_bytes_among_the_hints_that_were_seen_are_forgotten(data,
                                                                tmp_path):
    (tmp_path / NAME).write_bytes(data)
    progress = Progress(str(tmp_path))
    assert 0 <= progress.count("a", "b") <= MOST_SEEN
    assert progress.keep("task", "about", 2)
    assert Progress(str(tmp_path)).count("task", "about") == 2


@FEW
@given(data=JUNK)
def test_any_note_of_what_a_folder_was_like_only_costs_time(
        data, tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    path = Path(unchanged._place(str(tmp_path)))
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    names = unchanged.changed_names(str(tmp_path))
    assert names is None or all(type(name) is str for name in names)


@FEW
@given(data=st.binary(max_size=99), change=st.binary(min_size=1, max_size=9),
       place=st.integers(0, 200))
def test_no_change_of_a_kept_result_comes_back(data, change, place,
                                               tmp_path):
    store = Store(str(tmp_path / "results"))
    store.write("a" * 64, data)
    assert store.read("a" * 64) == data
    file = Path(store.folder, "a" * 64)
    whole = file.read_bytes()
    spoilt = whole[:place] + change + whole[place + len(change):]
    file.write_bytes(spoilt)
    assert store.read("a" * 64) == (data if spoilt == whole else None)
    os.unlink(file)
    store.close()
