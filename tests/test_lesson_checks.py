"""Each lesson check notices a lesson that was spoiled in one place."""

from dataclasses import replace

import pytest
import test_lesson_figures as of_figures
import test_lesson_pictures as of_pictures
import test_lesson_text as of_text
import test_lessons as of_parts
from lesson_cases import ROOT, Lesson

PATH = ROOT / "0x00-linear_algebra" / "README.md"
PICTURE = "\n<picture>"
LONG = "\nThis one " + "has far too many words " * 5 + "in it.\n"
HEAVY = "Notwithstanding multidimensional considerations generalise. " * 400
SPOILED = [
    (of_parts.test_links_and_anchors_of_a_lesson_lead_somewhere,
     "(#shape)", "(#shapes)", "no heading has the anchor `#shapes`"),
    (of_parts.test_links_and_anchors_of_a_lesson_lead_somewhere,
     "(#shape)", "(missing.md)", "`missing.md`, which does not exist"),
    (of_parts.test_each_heading_of_a_lesson_stands_once,
     "## Vectors", "## Shape", "stands twice"),
    (of_parts.test_examples_of_task_blocks_agree_with_the_reference,
     "[[17], [39]]\n>>>", "[[17], [38]]\n>>>", r"\[\[17\], \[38\]\]"),
    (of_parts.test_no_lesson_defines_the_function_of_a_task,
     "```python\n", "```python\ndef mat_mul():\n", "defines `mat_mul`"),
    (of_parts.test_no_lesson_defines_the_function_of_a_task,
     "```python\n", "```python\ninverse = lambda: 1\n", "`inverse`"),
    (of_parts.test_each_task_file_has_its_block_and_each_block_its_file,
     ": `8-ridin_bareback.py`", ": `8-riding.py`", "no block for 8-ridin"),
    (of_parts.test_each_third_heading_of_a_lesson_is_a_task_in_due_form,
     "### 8. ", "### 8 ", "same number twice"),
    (of_parts.test_task_blocks_stand_in_the_order_of_their_numbers,
     ": `8-ridin_bareback.py`", ": `8-r.py`\n### 1. B: `1-b.py`", "Sort"),
    (of_parts.test_task_block_is_short_and_names_function_and_commands,
     "`mat_mul(", "`multiply(", "must name '`mat_mul'"),
    (of_parts.test_task_block_is_short_and_names_function_and_commands,
     "python3 0x00-linear_algebra/9-main.py", "9-main.py", "9-main"),
    (of_parts.test_task_block_is_short_and_names_function_and_commands,
     "30 minutes", "half an hour", "how many minutes"),
    (of_parts.test_task_block_is_short_and_names_function_and_commands,
     "Write `mat_mul(mat1, mat2)`:", "Write `mat_mul(a)` " * 99, "at most"),
    (of_parts.test_task_block_shows_the_signatures_of_the_reference,
     "`np_slice(matrix, axes={})`", "`np_slice(matrix)`", "must show `np_sli"),
    (of_parts.test_task_block_links_to_a_section_that_sends_readers_to_it,
     "([Vectors](#vectors)", "([Shape](#shape)", "link to the section"),
    (of_parts.test_map_and_sections_name_the_same_tasks,
     "| 0, 1 |", "| 0, 2 |", "the map names tasks"),
    (of_parts.test_source_line_of_each_task_names_a_heading_of_its_lesson,
     "## Eigenvalues", "## Own values", "`Eigenvalues`"),
    (of_parts.test_lesson_says_how_drivers_find_the_libraries,
     "`.venv/bin/python`", "`python`", "started with `.venv/bin/python`"),
    (of_text.test_mean_sentence_is_short_and_none_is_long,
     "\n## Map", LONG + "\n## Map", "at most 25"),
    (of_text.test_mean_sentence_is_short_and_none_is_long,
     "\n## Map", LONG * 400 + "\n## Map", "in the mean"),
    (of_text.test_reading_grade_is_at_most_eight,
     "\n## Map", HEAVY + "\n## Map", "Flesch-Kincaid"),
    (of_text.test_no_forbidden_word_stands_in_a_lesson,
     "After this lesson", "Simply after", "`Simply` is on the list"),
    (of_text.test_lesson_without_its_task_blocks_has_2500_to_4500_words,
     "\n## Map", "\nword" * 5000 + "\n## Map", "words without task blocks"),
    (of_text.test_each_section_of_the_map_has_its_six_steps,
     "*In machine learning.*", "Use:", "`Places in a list` needs"),
    (of_text.test_code_blocks_are_small_enough_for_a_phone,
     ">>> t = [21", ">>> temperatures_at_noon_of_six_days = t = [21",
     "at most 8 and 60"),
    (of_text.test_code_blocks_are_small_enough_for_a_phone,
     "```python", "```py", "fence `py`"),
    (of_text.test_formulas_have_forms_that_github_reads,
     "After this", "$$x$$ After this", "dollar sign"),
    (of_text.test_formulas_have_forms_that_github_reads,
     "After this", "$x_1$ After this", "dollar sign"),
    (of_text.test_formulas_have_forms_that_github_reads,
     "After this", "$x$ " * 41 + "After this", "41 inline formulas"),
    (of_text.test_formulas_have_forms_that_github_reads,
     "## Map", "```math\nx\n```\n" * 13 + "## Map", "display formulas"),
    (of_text.test_formulas_have_forms_that_github_reads,
     "## Map", "- a\n  ```math\n  x\n  ```\n\n## Map", "inside a list"),
    (of_text.test_headings_links_and_summaries_hold_no_formula,
     "## Vectors", "## Vectors $v$", "a formula in"),
    (of_text.test_html_is_what_github_keeps_and_details_are_readable,
     "After this", "<div>After</div> this", "GitHub drops `<div>`"),
    (of_text.test_html_is_what_github_keeps_and_details_are_readable,
     "</summary>\n\n", "</summary>\n", "leave the next line blank"),
    (of_text.test_html_is_what_github_keeps_and_details_are_readable,
     "\n\n</details>", "\n</details>", "leave the line before it blank"),
    (of_text.test_html_is_what_github_keeps_and_details_are_readable,
     "</details>\n", "\n", "details inside details"),
    (of_text.test_tables_are_narrow_and_callouts_few,
     "| Section | Tasks | Minutes |", "| a | b | c | d | e |", "5 columns"),
    (of_text.test_tables_are_narrow_and_callouts_few,
     "## Map", "> [!NOTE]\n> a\n\n" * 5 + "## Map", "5 callouts"),
    (of_text.test_glossary_has_short_rows_with_a_french_word,
     "| valeur propre |", "|", "row `eigenvalue`"),
    (of_text.test_each_term_is_bold_once_and_links_to_the_glossary,
     "**[norm](#glossary)**", "norm", "`norm` of the glossary"),
    (of_text.test_each_term_is_bold_once_and_links_to_the_glossary,
     "After this", "**After** this", "bold `After`"),
    (of_text.test_readme_is_smaller_than_100_kilobytes,
     "## Map", "word " * 20_000 + "\n## Map", "fewer than 100,000"),
    (of_pictures.test_each_picture_is_inserted_with_sources_width_and_words,
     'width="480"', 'width="wide"', "width="),
    (of_pictures.test_each_picture_is_inserted_with_sources_width_and_words,
     'alt="', 'alt="Figure of ', "figure of"),
    (of_pictures.test_each_picture_is_inserted_with_sources_width_and_words,
     'alt="', 'alt="' + "word " * 40, "3 to 40 words"),
    (of_pictures.test_each_picture_is_inserted_with_sources_width_and_words,
     "-dark.svg", "-black.svg", "are needed"),
    (of_pictures.test_each_picture_stands_between_blank_lines,
     PICTURE, "word" + PICTURE, "blank line before and after"),
    (of_pictures.test_no_picture_stands_outside_a_picture_element,
     "After this", "![a](figures/a-light.svg) After this", "dark version"),
    (of_pictures.test_each_drawn_picture_is_used_and_at_most_fourteen_are,
     "figures/places-light", "figures/other-light", "other-light"),
]


CHOICES = [
    ("What is the sum of `i`", "How large is the sum of `i`", "word for word"),
    ("1. `3 + 4 + 5`\n2. `3 + 4`", "1. `3 + 4`\n2. `3 + 4 + 5`",
     "number the options"),
    ("4. `2 + 3 + 4`\n", "4. `2 + 3 + 4`\n5. `2`\n", "number the options"),
    ("4. `2 + 3 + 4`\n", "4. `2 + 3 + 4`\n\nThe answer is 3.\n",
     "never tell the answer"),
]


FIGURES = [
    (of_figures.test_figure_block_tells_all_that_its_check_file_compares,
     "`Height (in)`", "`Height (cm)`", r"say `Height \(in\)`"),
    (of_figures.test_figure_block_tells_all_that_its_check_file_compares,
     "0 to 28650", "as far as the data", "say 0 to 28650"),
    (of_figures.test_figure_block_tells_all_that_its_check_file_compares,
     "red, solid line", "solid line", "say red"),
    (of_figures.test_figure_block_tells_all_that_its_check_file_compares,
     "tick every 10", "few ticks", "say every 10"),
    (of_figures.test_given_data_of_a_figure_block_stands_in_the_reference,
     "\ny += 180\n", "\ny += 18\n", r"no `y \+= 18`"),
]


@pytest.fixture
def lesson():
    """The first lesson, as it is."""
    return Lesson(PATH, PATH.read_text(encoding="utf-8"))


@pytest.fixture
def lesson_with_choices():
    """The lesson whose tasks are questions with options."""
    path = ROOT / "0x02-calculus" / "README.md"
    return Lesson(path, path.read_text(encoding="utf-8"))


@pytest.fixture
def lesson_with_figures():
    """The lesson whose tasks draw."""
    path = ROOT / "0x01-plotting" / "README.md"
    return Lesson(path, path.read_text(encoding="utf-8"))


@pytest.mark.parametrize(("check", "old", "new", "said"), SPOILED)
def test_check_sees_what_was_spoiled(lesson, check, old, new, said):
    assert old in lesson.text, f"{old!r} is gone: spoil another place."
    spoiled = replace(lesson, text=lesson.text.replace(old, new))
    with pytest.raises(AssertionError, match=said):
        check(spoiled)


@pytest.mark.parametrize(("old", "new", "said"), CHOICES)
def test_spoiled_choice_block_is_seen(lesson_with_choices, old, new, said):
    assert old in lesson_with_choices.text, f"{old!r} is gone."
    spoiled = lesson_with_choices.text.replace(old, new)
    check = of_parts.test_choice_block_asks_the_question_of_its_check_file
    with pytest.raises(AssertionError, match=said):
        check(replace(lesson_with_choices, text=spoiled))


@pytest.mark.parametrize(("old", "new", "said"), [
    ("`Poisson(data=None, lambtha=1.)`", "`Poisson(data=None, lambtha=2.)`",
     r"`Poisson\(data=None, lambtha=1.0\)`"),
    ("`x_value(z)`", "`x_values(z)`", r"`x_value\(z\)`"),
])
def test_spoiled_signature_of_a_class_is_seen(old, new, said):
    path = ROOT / "0x03-probability" / "README.md"
    text = path.read_text(encoding="utf-8")
    assert old in text, f"{old!r} is gone."
    check = of_parts.test_task_block_shows_the_signatures_of_the_reference
    with pytest.raises(AssertionError, match=said):
        check(Lesson(path, text.replace(old, new)))


@pytest.mark.parametrize(("check", "old", "new", "said"), FIGURES)
def test_spoiled_figure_block_is_seen(
        lesson_with_figures, check, old, new, said):
    assert old in lesson_with_figures.text, f"{old!r} is gone."
    spoiled = lesson_with_figures.text.replace(old, new)
    with pytest.raises(AssertionError, match=said):
        check(replace(lesson_with_figures, text=spoiled))


def test_section_without_a_task_must_name_what_to_read(lesson_with_choices):
    spoiled = lesson_with_choices.text.replace("Now read: [", "Then [")
    check = of_text.test_each_section_of_the_map_has_its_six_steps
    with pytest.raises(AssertionError, match="`Downhill` needs a last line"):
        check(replace(lesson_with_choices, text=spoiled))


def test_example_with_a_wrong_result_is_seen(lesson, monkeypatch):
    spoiled = lesson.text.replace("[25, 19, 30]\n>>>", "[25, 19]\n>>>")
    check = of_parts.test_examples_of_lesson_sections_print_what_they_show
    with pytest.raises(AssertionError, match=r"Got:\s+\[25, 19, 30\]"):
        check(replace(lesson, text=spoiled), monkeypatch)


def test_changed_number_in_the_drawing_script_is_seen(lesson, tmp_path):
    figures = tmp_path / "topic" / "figures"
    figures.mkdir(parents=True)
    for path in (PATH.parent / "figures").glob("*.svg"):
        (figures / path.name).write_bytes(path.read_bytes())
    script = (PATH.parent / "figures" / "draw.py").read_text(encoding="utf-8")
    (figures / "draw.py").write_text(script.replace("[21, 25", "[1, 25"))
    (tmp_path / "new").mkdir()
    with pytest.raises(AssertionError, match="places-light.svg"):
        of_pictures.test_script_draws_the_pictures_again(
            replace(lesson, path=figures.parent / "README.md"),
            tmp_path / "new")
