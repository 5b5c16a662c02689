"""What the lesson tests read, held with small texts."""

import lesson_figures as figures
import lesson_language as language
import lesson_reader as reader
import pytest
from lesson_cases import (
    ROOT,
    lesson_sections,
    mapped_tasks,
    now_do,
    part_named,
)

FIGURE = """\
KIND = "figure"
COMPARE = ["line_colours", "line_styles", "xlim", "yscale", "yticks",
           "xlabel", "title", "legend", "legend_place", "bar_widths"]


def oracle(plt):
    plt.bar(2, 1, 0.25)
    plt.plot([1, 2], [1, 10], "r--", label="a", linewidth=3)
    plt.yscale("log")
    plt.yticks([1, 4, 7])
    plt.xlim(1, 2)
    plt.xlabel("Time (h)")
    plt.title("T")
    plt.legend(loc="lower left")
"""
FENCED = "one\n```python\n# no heading\n>>> 1 + 1\n2\n```\n\n## Last\n"


def test_at_least_one_topic_has_a_lesson():
    assert reader.lessons(ROOT), "No 0x*/README.md found below the checkout."


def test_fence_gives_language_body_and_line_of_its_first_content():
    assert reader.fences(FENCED) == [
        reader.Fence(3, "python", "# no heading\n>>> 1 + 1\n2\n", False)]


def test_fence_in_a_list_is_indented():
    assert reader.fences("- a\n  ```math\n  x\n  ```\n")[0].indented


def test_fence_without_end_is_an_error_that_names_the_line():
    with pytest.raises(ValueError, match="line 2"):
        reader.fences("text\n```python\nx\n")


def test_longer_fence_may_show_a_shorter_one():
    shown = "````text\n```python\n1\n```\n````\n## Real\n"
    assert [fence.body for fence in reader.fences(shown)] == [
        "```python\n1\n```\n"]
    assert reader.headings(shown) == [(6, "Real")]


def test_blanked_fences_keep_every_line_number():
    plain = reader.without_fences(FENCED).split("\n")
    assert plain == ["one", "", "", "", "", "", "", "## Last", ""]


def test_comment_in_code_is_no_heading():
    assert reader.headings(FENCED) == [(8, "Last")]


def test_part_ends_at_the_next_heading_of_its_level_or_higher():
    text = "# T\n## A\na\n### B\nb\n## C\nc\n"
    assert [(part.line, part.title, part.text)
            for part in reader.parts(text, 2)] == [
        (2, "A", "a\n### B\nb"), (6, "C", "c\n")]
    assert [part.text for part in reader.parts(text, 3)] == ["b"]


@pytest.mark.parametrize(("title", "anchor"), [
    ("Places in a list", "places-in-a-list"),
    ("Matrices: turn, add, join", "matrices-turn-add-join"),
    ("8. Product: `8-ridin_bareback.py`", "8-product-8-ridin_barebackpy"),
    ("How sure? (extension)", "how-sure-extension"),
    ("A - B", "a---b"),
])
def test_anchor_is_the_one_github_makes(title, anchor):
    assert reader.anchor(title) == anchor


def test_links_of_text_and_pictures_are_found_and_code_is_not():
    text = ('[a](b.md#c) `[no](no)`\n<img src="d.svg">\n[two\nlines](e)\n'
            "```text\n[no](no)\n```\n")
    assert reader.links(text) == [
        (1, "b.md#c"), (2, "d.svg"), (3, "e")]


def test_link_text_may_hold_code():
    assert reader.links("see [`t[0]` here](#a)") == [(1, "#a")]


def test_task_block_is_read_with_number_and_name():
    text = "### 8. Product: `8-ridin_bareback.py`\nWrite it.\n## Next\n"
    assert reader.task_blocks(text) == [
        reader.Block(1, 8, "8-ridin_bareback", "Write it.")]


def test_task_block_of_a_choice_file_has_no_extension():
    found = reader.task_blocks("### 0. Sum: `0-sigma_is_for_sum`\n")
    assert [block.name for block in found] == ["0-sigma_is_for_sum"]


def test_numbered_items_come_in_order_without_their_backticks():
    text = "Which?\n\n1. `2 + 3`\n2. none \n\n- 3. no\n```text\n3. no\n```\n"
    assert reader.numbered_items(text) == ["2 + 3", "none"]


def test_signatures_of_a_class_have_its_arguments_and_public_methods():
    code = ("class Bell:\n    'x'\n    pi = 3\n"
            "    def __init__(self, data=None, mean=0.): pass\n"
            "    def pdf(self, x): pass\n    def draw(self): pass\n"
            "    def _own(self): pass\ndef other(y): pass\n")
    assert reader.signatures(code, "Bell") == [
        "Bell(data=None, mean=0.0)", "pdf(x)", "draw()"]


def test_signature_of_a_function_leaves_other_functions_out():
    code = "def half(y): pass\ndef whole(x, axes={}): pass\n"
    assert reader.signatures(code, "whole") == ["whole(x, axes={})"]


def test_shown_signatures_are_inline_code_that_could_stand_behind_def():
    text = "Write `Bell(mean=0.)`, `pdf(x)`, `f(x + 1)`, `Bell`:\n`a b`."
    assert reader.shown_signatures(text) == ["Bell(mean=0.0)", "pdf(x)"]


def test_heading_with_two_different_numbers_is_no_task_block():
    assert reader.task_blocks("### 7. Product: `8-ridin_bareback.py`\n") == []


def test_text_without_task_blocks_keeps_what_follows_them():
    text = "a\n### 8. P: `8-p.py`\nb\n### 9. Q: `9-q.py`\nc\n## D\nd"
    assert reader.without_task_blocks(text) == "a\n\n\n\n\n## D\nd"


def test_task_files_are_sorted_and_drivers_left_out(tmp_path):
    for name in ("10-b.py", "2-a.py", "2-main.py", "0-sum", "README.md",
                 "8-all-together"):
        (tmp_path / name).touch()
    (tmp_path / "3-folder").mkdir()
    assert reader.task_files(tmp_path) == [
        "0-sum", "2-a", "8-all-together", "10-b"]


def test_picture_is_read_with_both_sources_and_its_words():
    text = ('\n<picture>\n  <source media="(prefers-color-scheme: dark)" '
            'srcset="a-dark.svg">\n  <img src="a-light.svg" width="480" '
            'alt="Two arrows.">\n</picture>\n')
    assert reader.pictures(text) == [reader.Picture(
        2, "a-dark.svg", "a-light.svg", "480", "Two arrows.")]


def test_picture_without_dark_source_shows_an_empty_one():
    found = reader.pictures('<picture><img src="a-light.svg"></picture>')
    assert (found[0].dark, found[0].alt) == ("", "")


def test_table_is_read_without_its_ruler_and_code_may_hold_a_bar():
    text = "x\n\n| a | b |\n| --- | --- |\n| `p | q` | 2 |\n"
    assert reader.tables(text) == [
        reader.Table(3, (("a", "b"), ("`p | q`", "2")))]


def test_two_tables_are_two():
    text = "| a |\n| - |\n| 1 |\n\n| b |\n| - |\n"
    assert [table.line for table in reader.tables(text)] == [1, 5]


def test_words_leave_out_signs_code_blocks_and_addresses():
    text = "One * two = [three](#far-away).\n```text\nnone\n```\n<br>4\n"
    assert reader.words(text) == ["One", "two", "three.", "4"]


def test_sections_are_those_that_the_map_names():
    text = ("## Map\n| S | T |\n| - | - |\n| [B](#b) | 1 |\n"
            "## A\n\n## B\nb\n\nNow do: [one](#1-one).\n")
    found = lesson_sections(text)
    assert [part.title for part in found] == ["B"]
    assert now_do(found[0]) == ["1-one"]


def test_map_gives_each_section_its_task_numbers():
    text = ("## Map\n| S | T |\n| - | - |\n| [A](#a) | 1, 12 |\n"
            "| [B](#b) | read |\n")
    assert mapped_tasks(text) == {"a": ["1", "12"], "b": []}


def test_missing_part_is_an_error_that_names_the_heading():
    with pytest.raises(AssertionError, match="## Glossary"):
        part_named("## Map\n", "Glossary")


def test_words_of_a_figure_block_are_those_that_are_compared(tmp_path):
    path = tmp_path / "0-t.py"
    path.write_text(FIGURE)
    assert figures.figure_tasks(tmp_path) == {"0-t": path}
    assert figures.wanted_words(path) == [
        "red", "dashed", "1 to 2", "log", "every 3", "`Time (h)`", "`T`",
        "`a`", "lower left", "0.25"]


def test_given_lines_are_found_in_a_function_however_they_are_parted(tmp_path):
    path = tmp_path / "0-t.py"
    path.write_text("def t():\n    x = (1 +\n         2)\n")
    given = figures.given_lines("```python\nx = 1 + 2\ny = 3\n```\n")
    there = figures.statements(path)
    assert [line for line, tree in given.items() if tree in there] == [
        "x = 1 + 2"]


@pytest.mark.parametrize(("text", "expected"), [
    ("One. Two! Three?", ["One.", "Two!", "Three?"]),
    ("It is 2.5 long. Then\nit is 3.", ["It is 2.5 long.", "Then it is 3."]),
    ("- first\n- second\n  more\n\n1. third", ["first", "second more",
                                               "third"]),
    ("# No\n| no | no |\n\nYes.\n```text\nNo.\n```\n", ["Yes."]),
    ("(In brackets.) After *them.* End", ["(In brackets.)", "After them.",
                                          "End"]),
    ("<details><summary>Answer</summary>\n\n7, not 8.\n\n</details>",
     ["7, not 8."]),
    ("> [!NOTE]\n> Take care.", ["Take care."]),
    ("Use `a. B` or [c. d](#e).", ["Use C0DE or c.", "d."]),
    ("Here 2 * 3 is 6.", ["Here 2 * 3 is 6."]),
])
def test_sentences_are_parted(text, expected):
    found = [sentence.strip() for _, sentence in language.sentences(text)]
    assert found == expected


def test_sentence_knows_its_line():
    assert language.sentences("One\ntwo. Three\nfour. Five.\n\nSix.") == [
        (1, "One two."), (2, "Three four."), (3, "Five."), (5, "Six.")]


@pytest.mark.parametrize(("word", "count"), [
    ("cat", 1), ("table", 2), ("square", 1), ("joined", 1), ("added", 2),
    ("slices", 2), ("matrices", 3), ("determinant", 4), ("Eigenvalue", 4),
    ("the", 1), ("shape,", 1), ("people", 2), ("rule", 1), ("axes", 2),
])
def test_syllables_are_counted(word, count):
    assert language.syllables(word) == count


def test_grade_follows_the_formula_of_flesch_and_kincaid():
    # 6 words, 1 sentence, 7 syllables
    assert language.grade("The cat sat on the table.") == pytest.approx(
        0.39 * 6 + 11.8 * 7 / 6 - 15.59)


def test_grade_of_heavy_prose_is_above_that_of_plain_prose():
    heavy = ("Multidimensional generalisation necessitates comprehensive "
             "understanding of fundamental algebraic considerations.")
    assert language.grade(heavy) > 8 > language.grade("You add 2 rows.")


def test_forbidden_words_are_found_with_their_line():
    text = "First line.\nIt is\njust so, etc. and\nso on, of\ncourse.\n"
    assert language.forbidden(text) == [
        (3, "just"), (3, "etc."), (4, "of course")]


def test_forbidden_words_inside_other_words_or_code_are_free():
    assert language.forbidden("An adjusted `just` workout.") == []
