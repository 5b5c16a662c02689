"""What student code may import: libraries, siblings, nothing banned."""

import importlib
import json.decoder
import sys

import pytest

from grader.sandbox.importing import (RepairFinder, loaded_modules,
                                      set_up_imports)


@pytest.fixture
def load(monkeypatch):
    """Sets up imports; all that it changes is undone afterwards."""
    monkeypatch.setattr(sys, "meta_path", list(sys.meta_path))
    # An import of this part puts it into the package, too.
    monkeypatch.setattr(json, "decoder", json.decoder)
    before = dict(sys.modules)

    def set_up(siblings=(), banned=()):
        set_up_imports(dict(siblings), tuple(banned), loaded_modules())
        return importlib.import_module
    yield set_up
    for name in set(sys.modules) - set(before):
        del sys.modules[name]
    sys.modules.update(before)


# siblings

def test_sibling_with_a_name_that_is_no_word_is_imported(load):
    load({"0-of_mine": b"def likelihood(): return 5"})
    assert __import__("0-of_mine").likelihood() == 5


def test_sibling_is_run_once(load):
    load({"counter_of_mine": b"import sys\nsys.runs = 1"})
    first = __import__("counter_of_mine")
    assert __import__("counter_of_mine") is first


def test_sibling_imports_another_sibling(load):
    name = load({"one_of_mine": b"from two_of_mine import number",
                 "two_of_mine": b"number = 2"})
    assert name("one_of_mine").number == 2


def test_sibling_knows_its_name_and_file(load):
    module = load({"5-definiteness": b"x = 1"})("5-definiteness")
    assert (module.__name__, module.__file__) == (
        "5-definiteness", "5-definiteness.py")
    assert module.__spec__.origin == "5-definiteness.py"


def test_module_that_is_no_sibling_is_missing_as_usual(load):
    with pytest.raises(ModuleNotFoundError, match="no_such_file"):
        load({"other_of_mine": b""})("no_such_file")


def test_part_of_a_sibling_is_no_module(load):
    with pytest.raises(ModuleNotFoundError):
        load({"mine_alone": b""})("mine_alone.part")


@pytest.mark.parametrize("name", ["random", "math", "json", "statistics",
                                  "wsgiref", "json.decoder"])
def test_sibling_never_takes_the_place_of_a_library(name, load):
    before = sys.modules.pop(name, None)
    module = load({name: b"hostile = True"})(name)
    if before is not None:
        sys.modules[name] = before
    assert not hasattr(module, "hostile")


def test_error_in_a_sibling_tells_its_file_and_line(load):
    with pytest.raises(ZeroDivisionError) as caught:
        load({"7-broken": b"x = 1\ny = x / 0\n"})("7-broken")
    place = caught.traceback[-1]
    assert (str(place.path).rpartition("/")[2], place.lineno + 1) == (
        "7-broken.py", 2)


def test_sibling_that_is_no_python_raises_a_syntax_error(load):
    with pytest.raises(SyntaxError):
        load({"7-broken": b"def f(:\n"})("7-broken")


def test_sibling_that_failed_is_not_left_behind(load):
    find = load({"7-broken": b"1 / 0"})
    for _ in range(2):
        with pytest.raises(ZeroDivisionError):
            find("7-broken")
    assert "7-broken" not in sys.modules


def test_future_statements_of_ours_do_not_reach_a_sibling(load):
    module = load({"annotated_of_mine": b"def f(x: 1 + 1): pass"})(
        "annotated_of_mine")
    assert module.f.__annotations__ == {"x": 2}


def test_encoding_of_a_sibling_is_obeyed(load):
    source = b"# coding: latin-1\nname = '\xe9'"
    assert load({"latin_of_mine": source})("latin_of_mine").name == "\u00e9"


# the ban

@pytest.mark.parametrize("name", ["json", "json.decoder", "json.nothing"])
def test_banned_module_cannot_be_imported(name, load):
    with pytest.raises(ImportError, match="json may not be used in this "
                                          "task"):
        load(banned=["json"])(name)


def test_banned_module_that_is_loaded_already_is_forgotten(load):
    assert sys.modules["json.decoder"] is json.decoder
    load(banned=["json"])
    assert not {"json", "json.decoder"} & set(sys.modules)
    with pytest.raises(ImportError):
        __import__("json")


def test_ban_ends_at_the_name(load):
    find = load({"jsonish": b"x = 1"}, ["json"])
    assert find("jsonish").x == 1
    assert find("math").pi > 3


def test_sibling_cannot_stand_in_for_a_banned_module(load):
    with pytest.raises(ImportError, match="may not be used"):
        load({"json": b"x = 1"}, ["json"])("json")


@pytest.mark.parametrize("statement", [
    "import json", "import json as j", "from json import loads",
    "from json.decoder import JSONDecoder", "__import__('json')",
    "import importlib; importlib.import_module('json')",
    "import importlib.util; importlib.util.find_spec('json')",
])
def test_ban_holds_for_every_way_to_import(statement, load):
    load(banned=["json"])
    with pytest.raises(ImportError):
        exec(statement, {})


def test_several_modules_can_be_banned(load):
    find = load(banned=["json", "wave"])
    for name in ("json", "wave"):
        with pytest.raises(ImportError):
            find(name)


def test_without_a_ban_nothing_is_forgotten(load):
    before = set(sys.modules)
    load({"mine_alone": b""})
    assert before <= set(sys.modules)       # other threads may import


def test_without_a_ban_loaded_modules_stay_the_same_objects(load):
    assert load()("json") is json


# repairs

@pytest.fixture
def repair(load, monkeypatch):
    """Installs a repair of one library, which is not loaded yet."""
    def set_up(name, action):
        load()
        sys.modules.pop(name, None)
        sys.meta_path.insert(0, RepairFinder({name: action}))
        return importlib.import_module
    return set_up


def test_library_is_repaired_when_it_is_imported(repair):
    def add_lost_name(module):
        module.lost = module.Wave_read
    find = repair("wave", add_lost_name)
    assert find("wave").lost is find("wave").Wave_read


def test_library_is_repaired_once(repair):
    repaired = []
    find = repair("wave", repaired.append)
    assert [find("wave"), find("wave")] == repaired * 2


def test_part_of_a_package_can_be_repaired(repair):
    repaired = []
    find = repair("json.decoder", repaired.append)
    assert find("json.decoder") is repaired[0]
    assert repaired[0].JSONDecoder


def test_other_libraries_are_left_alone(repair):
    repaired = []
    find = repair("wave", repaired.append)
    assert find("colorsys").rgb_to_hsv
    assert repaired == []


def test_library_that_is_not_installed_is_missing_as_usual(repair):
    find = repair("no_such_library", [].append)
    with pytest.raises(ModuleNotFoundError, match="no_such_library"):
        find("no_such_library")


def test_library_without_a_loader_of_its_own_is_left_alone(repair, tmp_path,
                                                           monkeypatch):
    (tmp_path / "only_a_folder").mkdir()
    monkeypatch.setattr(sys, "path", [*sys.path, str(tmp_path)])
    find = repair("only_a_folder", [].append)
    assert list(find("only_a_folder").__path__)


def test_repaired_library_can_be_banned(repair):
    find = repair("wave", [].append)
    set_up_imports({}, ("wave",), loaded_modules())
    with pytest.raises(ImportError, match="may not be used in this task"):
        find("wave")


def test_loaded_modules_are_sorted_by_their_first_part():
    before = set(sys.modules)
    loaded = loaded_modules()
    found = [name for names in loaded.values() for name in names]
    assert "importlib.abc" in loaded["importlib"]
    assert len(set(found)) == len(found)
    assert before <= set(found) <= set(sys.modules)


def test_banned_module_that_is_gone_already_is_no_trouble(load):
    loaded = {"wave": ["wave", "wave.no_such_part"]}
    set_up_imports({}, ("wave",), loaded)
    with pytest.raises(ImportError, match="may not be used in this task"):
        importlib.import_module("wave")
