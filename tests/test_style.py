"""Style of student files: what is found, what is said, what it costs."""

import io

import pycodestyle
import pytest

from grader import style as style_module
from grader.model import SourceFile
from grader.style import check_style
from grader.style_words import WORDS, explain_code

FIRST = "#!/usr/bin/env python3\n"
CLEAN = FIRST + '"""A file."""\n\n\ndef f(x):\n    """One."""\n    return x\n'


def style(text, executable=True):
    data = text if isinstance(text, bytes) else text.encode()
    return check_style(SourceFile("8-task.py", data, "", executable))


def codes(result):
    return [finding.code for finding in result.findings]


def test_clean_file_keeps_all_three_requirements():
    result = style(CLEAN)
    assert (result.kept, result.asked) == (3, 3)
    assert result.findings == ()


@pytest.mark.parametrize("executable,kept,asked,expected", [
    (True, 3, 3, []),
    (False, 2, 3, ["not-executable"]),
    (None, 2, 2, []),
])
def test_executable_bit_counts_where_the_system_has_one(
        executable, kept, asked, expected):
    result = style(CLEAN, executable)
    assert (result.kept, result.asked) == (kept, asked)
    assert codes(result) == expected


def test_missing_executable_bit_names_the_command():
    assert style(CLEAN, False).findings[0].hint == "Run `chmod +x 8-task.py`."


@pytest.mark.parametrize("text,words,hint", [
    ("x = 1\n", "python3` is missing", "very first line"),
    ("", "python3` is missing", "very first line"),
    ("\n" + FIRST, "is not the first line", "not even an empty line"),
    ('"""Text."""\n' + FIRST, "is not the first line", "Nothing may stand"),
    ("#!/usr/bin/python3\n", "The first line is `#!/usr/bin/python3`",
     "exactly"),
    ("#!/usr/bin/env python\n", "`#!/usr/bin/env python`", "exactly"),
    ("#! /usr/bin/env python3\n", "`#! /usr/bin/env python3`", "exactly"),
    (FIRST.strip() + " \n", "The first line is", "exactly"),
    (FIRST.replace("\n", "\r\n") + "x = 1\r\n", "Windows line end", "`LF`"),
    ("\ufeff" + FIRST, "invisible mark (BOM)", "UTF-8 with BOM"),
    ((FIRST + "x = 1\n").encode("utf-16"), "saved as UTF-16", "UTF-8"),
    ("#!\x1b[2J\n", "`#!\\x1b[2J`", "exactly"),
])
def test_wrong_first_line_has_its_own_sentence(text, words, hint):
    finding = style(text).findings[0]
    assert (finding.code, finding.line) == ("first-line", 1)
    assert words in finding.text
    assert hint in finding.hint


def test_first_line_alone_costs_one_of_three():
    result = style(CLEAN.removeprefix(FIRST))
    assert (result.kept, codes(result)) == (2, ["first-line"])


def test_file_of_one_line_without_an_end_has_a_right_first_line():
    assert codes(style(FIRST.strip())) == ["W292"]


@pytest.mark.parametrize("newline", ["\r\n", "\r"])
def test_other_line_ends_cost_only_the_first_line(newline):
    result = style(CLEAN.replace("\n", newline).encode())
    assert codes(result) == ["first-line"]


@pytest.mark.parametrize("body,code", [
    ("x = 1 \n", "W291"),
    ("x = 1", "W292"),
    ("x = 1\n \ny = 2\n", "W293"),
    ("x = 1\n\n", "W391"),
    ("if x:\n\ty = 1\n", "W191"),
    ("if x:\n    y = 1\n\tz = 1\n", "E101"),
    ("x = 'a\\q'\n", "W605"),
    ("if x:\n  y = 1\n", "E111"),
    ("if x:\n        y = 1\n", "E117"),
    ("x = f(1,\n   2)\n", "E128"),
    ("x = f(1,\n        2)\n", "E127"),
    ("x = ( 1)\n", "E201"),
    ("x = (1 )\n", "E202"),
    ("x = [1 , 2]\n", "E203"),
    ("x = f (1)\n", "E211"),
    ("x=1\n", "E225"),
    ("x = [1,2]\n", "E231"),
    ("x = f(a = 1)\n", "E251"),
    ("x = 1 # one\n", "E261"),
    ("x = 1  #one\n", "E262"),
    ("#one\n", "E265"),
    ("x = 1\ndef f():\n    pass\n", "E302"),
    ("x = 1\n\n\n\ny = 2\n", "E303"),
    ("def f():\n    pass\nx = 1\n", "E305"),
    ("import a, b\n", "E401"),
    ("x = 1\nimport a\n", "E402"),
    ("x = '" + "a" * 80 + "'\n", "E501"),
    ("if x: y = 1\n", "E701"),
    ("x = 1; y = 2\n", "E702"),
    ("x = 1;\n", "E703"),
    ("x = y == None\n", "E711"),
    ("x = y == True\n", "E712"),
    ("x = not y in z\n", "E713"),
    ("try:\n    x = 1\nexcept:\n    x = 2\n", "E722"),
    ("l = 1\n", "E741"),
])
def test_common_code_is_found_with_our_sentence_and_a_hint(body, code):
    findings = {f.code: f for f in style(FIRST + "\n\n" + body).findings}
    finding = findings[code]
    assert finding.part == "style"
    assert finding.line > 1
    assert finding.text.endswith(".")
    assert finding.hint.endswith((".", ")"))
    assert "{" not in finding.text


@pytest.mark.parametrize("code,said,text", [
    ("E501", "line too long (85 > 79 characters)",
     "The line has 85 characters; 79 are allowed."),
    ("E302", "expected 2 blank lines, found 1",
     "2 empty lines belong here; there is 1."),
    ("E302", "expected 2 blank lines, found 0",
     "2 empty lines belong here; there is none."),
    ("E302", "expected 2 blank lines, found 10",
     "2 empty lines belong here; there are 10."),
    ("E302", "expected 1 blank lines, found 0",
     "1 empty line belongs here; there is none."),
    ("E305", "expected 2 blank lines after class or function definition, "
     "found 1",
     "2 empty lines belong after a function or class; there is 1."),
    ("E231", "missing whitespace after ','", "A blank is missing after `,`."),
    ("E741", "ambiguous variable name 'l'", "The name `l` looks like a"),
    ("W605", "invalid escape sequence '\\q'", "`\\q` means nothing special"),
])
def test_sentence_carries_the_details(code, said, text):
    assert explain_code(code, said)[0].startswith(text)


@pytest.mark.parametrize("line,text,hint", [
    ("x = type(n) == int", "with `==`.",
     "Write `isinstance(n, int)`, or `type(n) is int`."),
    ("x = type(n) != int", "with `!=`.",
     "Write `not isinstance(n, int)`, or `type(n) is not int`."),
    ("if type(m[0]) != np.ndarray:\n    pass", "with `!=`.",
     "Write `not isinstance(m[0], np.ndarray)`, or "
     "`type(m[0]) is not np.ndarray`."),
    ("x = list == type(n[0])", "with `==`.",
     "Write `isinstance(n[0], list)`, or `type(n[0]) is list`."),
    ("x = type(a) != type(b)", "with `!=`.",
     "Write `type(a) is not type(b)`."),
    ("x = 'é', n == 1 and type(n) != int", "with `!=`.",
     "Write `not isinstance(n, int)`, or `type(n) is not int`."),
    ("x = (n == 1,\n     type(n) == int)", "with `==`.",
     "Write `isinstance(n, int)`, or `type(n) is int`."),
])
def test_compared_types_are_told_in_words_of_the_line(line, text, hint):
    finding, = [finding for finding in style(
        FIRST + "\n" + line + "\n").findings if finding.code == "E721"]
    assert finding.text == f"Types are compared {text}"
    assert finding.hint == hint


@pytest.mark.parametrize("line", [
    "x = type(n) == 'int'", "x = type(a) == type(b) == int",
    "x = type(n) == int or (", "x = type(a[1:2, 3:4, 5:6, 7:8, 9:10, 11:12, "
    "13:14]) == int", "x = type(n) == None"])
def test_compared_types_of_another_form_get_words_that_always_fit(line):
    finding, = [finding for finding in style(
        FIRST + "\n" + line + "\n").findings if finding.code == "E721"]
    assert (finding.text, finding.hint) == WORDS["E721"]


@pytest.mark.parametrize("second,text,more", [
    ("type(n) == int", "`==`.", False), ("type(k) == int", "`==`.", True),
    ("type(n) != int", "`!=` and `==`.", True)])
def test_several_lines_that_compare_types_are_told_at_once(
        second, text, more):
    finding, = style(FIRST + f"\nx = type(n) == int\ny = {second}\n").findings
    assert finding.text == (f"Types are compared with {text} (2 lines, the "
                            f"first is line 3.)")
    assert finding.hint.startswith("Write `isinstance(n, int)`, or `type(n) ")
    assert finding.hint.endswith("the other lines.") is more


def test_one_kind_of_error_too_many_is_told_in_the_singular():
    rows = ("x=1", "x = f (1)", "x = [1,2]", "x = f(a = 1)", "x = 1 # a",
            "#one", "import a, b", "x = 1; y = 2", "z = x == None",
            "x = 1 ")
    assert style(FIRST + "\n".join(rows) + "\n").findings[-1].text == (
        "There is 1 more kind of style error.")


def test_brackets_in_a_hint_are_shown_once():
    assert "`{1: 2}`" in explain_code("E231", "missing after ':'")[1]


@pytest.mark.parametrize("code,said,text", [
    ("E133", "closing bracket is missing indentation",
     "Closing bracket is missing indentation."),
    ("E999", "odd \x1b[2J", "Odd \\x1b[2J."),
    ("E999", "", "."),
    # A listed code whose wording has changed keeps pycodestyle's words.
    ("E501", "line too long", "Line too long."),
])
def test_unknown_wording_is_passed_on(code, said, text):
    assert explain_code(code, said) == (text, "")


@pytest.mark.parametrize("code", sorted(WORDS))
def test_every_sentence_is_short_and_has_a_repair(code):
    text, hint = WORDS[code]
    for sentence in (text, hint):
        assert sentence.endswith(".")
        assert len(sentence) <= 130
    assert hint[0].isupper()


def test_codes_that_the_students_ask_for_are_all_in_our_words():
    wanted = ("E501 E302 E303 E305 E225 E231 W291 W292 W293 E128 E127 E265"
              " E261 E111 E117 W191 E101 E701 E711 E712 E713 E722 E741 W605"
              " W391 E203 E201 E202 E251")
    assert set(wanted.split()) - WORDS.keys() == set()


def test_same_code_is_told_once_with_the_number_of_lines():
    lines = "".join(f"x{number} = [1,2]\n" for number in range(12))
    result = style(FIRST + lines)
    assert codes(result) == ["E231"]
    assert result.findings[0].line == 2
    assert result.findings[0].text.endswith(
        "(12 lines, the first is line 2.)")


def test_same_code_twice_in_one_line_is_no_second_line():
    finding = style(FIRST + "x = [1,2,3]\n").findings[0]
    assert "lines" not in finding.text
    assert (finding.line, finding.column) == (2, 7)


def test_findings_are_in_the_order_of_the_file_and_limited():
    body = ("x = 1 \ny=2\nz = [1,2]\nu = ( 1)\nv = (1 )\nw = 1;\n"
            "if x: y = 1\na = b == None\nc = not d in e\nl = 1\n"
            "import q\nf = g (1)\n")
    result = style(FIRST + body)
    assert len(result.findings) == style_module.MOST_FINDINGS + 1
    assert result.findings[-1].code == "more"
    lines = [finding.line for finding in result.findings[:-1]]
    assert lines == sorted(lines)
    assert result.kept == 2


@pytest.mark.parametrize("body", [
    "x = (1 +\n     2)\n", "x = (1\n     + 2)\n", "x = a[1:2]\n",
    "x = 2*y + 1\n"])
def test_what_pycodestyle_leaves_to_taste_costs_nothing(body):
    assert style(FIRST + body).findings == ()


def test_settings_of_the_user_are_not_read(tmp_path, monkeypatch):
    for name in ("setup.cfg", "tox.ini", "user"):
        (tmp_path / name).write_text(
            "[pycodestyle]\nmax-line-length = 200\nignore = W291\n")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(pycodestyle, "USER_CONFIG", str(tmp_path / "user"))
    style_module._settings.cache_clear()
    result = style(FIRST + "x = 1 \n# " + "a " * 45 + "a\n")
    assert codes(result) == ["W291", "E501"]


def test_our_settings_agree_with_those_of_pycodestyle(monkeypatch):
    monkeypatch.setattr(pycodestyle, "USER_CONFIG", None)
    theirs = pycodestyle.StyleGuide().options
    ours = style_module._settings()
    for name in vars(ours).keys() - {"ignore_code"}:
        assert getattr(ours, name) == getattr(theirs, name)
    for code in ("E121", "E226", "E241", "W503", "W504", "E501", "W291"):
        assert bool(ours.ignore_code(code)) == bool(theirs.ignore_code(code))


def test_nothing_is_printed(capfd):
    style(FIRST + "x=1 \n")
    style("x = (\n")
    assert capfd.readouterr() == ("", "")


def test_results_of_one_file_do_not_leak_into_the_next():
    style("x=1\n")
    assert style(CLEAN).findings == ()


@pytest.mark.parametrize("data", [
    b"\0" * 500, b"x = 1\0\n" * 50, bytes(range(256)) * 4, b"\xff\xfe\xff",
    b"\xef\xbb\xbf", b"\n", b"\x0c\n", b"\r", b"(" * 900, b")\n" * 900,
    b'"""', b"x = 'abc\n", b"\\", b"x = \\", b"# coding: nope\n",
    b"# coding: rot13\n", b"# coding: idna\nx\n", b"if x:\n\tx\n        y\n",
    b" x\n  y\n z\n", b"def", b"#!", b"\xe9 = 1\n", b"\xed\xa0\x80\n",
    b"f'{", b"f'{x!r:{", b"1_\n", b"\t" * 900, b"\x1a", b"$ ? !\n",
    b"class\nclass\n", b"@\n", b"lambda:\n",
])
def test_any_bytes_have_a_result(data):
    result = style(data)
    assert result.asked == 3
    assert result.kept <= 2
    for finding in result.findings:
        assert finding.text.isprintable()


@pytest.mark.parametrize("data,words", [
    (b"x = " + b"1" * 1_000_000 + b"\n", "a line of 1000004 characters"),
    (b"x = 1\n" * 20_000, "120023 bytes"),
    (b"# " + b"a" * 1000 + b"\n", "a line of 1002 characters"),
])
def test_giant_is_not_checked_but_is_not_clean(data, words):
    result = style(FIRST.encode() + data)
    assert result.kept == 2
    assert words in result.findings[0].text
    assert codes(result) == ["too-long"]


@pytest.mark.parametrize("width,is_checked", [(1000, True), (1001, False)])
def test_widest_line_that_is_checked(width, is_checked):
    result = style(FIRST + "x = '" + "a" * (width - 6) + "'\n")
    assert codes(result) == (["E501"] if is_checked else ["too-long"])


@pytest.mark.parametrize("row", ["x: ", ": ", "lambda: 0 or ", "a: b; "])
def test_check_of_squared_time_is_left_out_on_a_line_of_colons(
        row, monkeypatch):
    seen = []

    def compound_statements(logical_line):
        seen.append(logical_line.count(":"))
        return ()

    monkeypatch.setattr(pycodestyle, "compound_statements",
                        compound_statements)
    settings = style_module._settings()
    monkeypatch.setattr(settings, "logical_checks", [
        ("compound_statements", compound_statements, ["logical_line"])])
    # An unmatched bracket makes the rest of the file one logical line.
    style("if x: y = 1\n)\n" + (row * (980 // len(row)) + "\n") * 30)
    assert seen == [1]


def test_crash_inside_pycodestyle_is_a_finding_not_an_error(monkeypatch):
    def crash(self):
        raise RecursionError

    monkeypatch.setattr(pycodestyle.Checker, "check_all", crash)
    result = style(CLEAN)
    assert codes(result) == ["E902"]
    assert result.kept == 2


@pytest.mark.parametrize("body", [
    "# grüße, 数学\n", "x = 'é' * 3\n", "ŋ = 1\n"])
def test_letters_of_other_languages_are_fine(body):
    assert style(FIRST + body).findings == ()


def test_old_coding_is_decoded_as_it_says():
    text = FIRST + "# -*- coding: latin-1 -*-\nx = 'é'\n"
    assert style(text.encode("latin-1")).findings == ()


def test_width_counts_letters_not_bytes():
    assert style(FIRST + "# é " + "é" * 75 + "\n").findings == ()
    assert codes(style(FIRST + "# é " + "é" * 76 + "\n")) == ["E501"]


def test_lines_are_split_as_python_splits_them():
    text = "a\x0cb\r\nc\u2028d\re\x1cf"
    lines = style_module._lines(text.encode())
    assert lines == io.StringIO(text, newline=None).readlines()
    assert len(lines) == 3


def test_giant_is_not_decoded_by_a_coding_that_takes_its_square(monkeypatch):
    asked = []
    monkeypatch.setattr("grader.style.coding_of", asked.append)
    data = b"# coding: punycode\n" + b"a" * 500_000 + b"-" + b"b" * 500_000
    result = check_style(SourceFile("a.py", data, "", True))
    assert asked == []
    assert "too-long" in [finding.code for finding in result.findings]
