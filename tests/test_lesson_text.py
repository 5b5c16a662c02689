"""Every lesson is plain English, of a fair length, and right on GitHub."""

import re

import lesson_language as language
import lesson_reader as reader
from lesson_cases import (
    every_lesson,
    lesson_sections,
    mapped_tasks,
    part_named,
)

TAGS = {"details", "summary", "picture", "source", "img", "sub", "sup",
        "kbd", "br"}
DOLLARS = re.compile(r"(?<!\S)\$[^\s$_*\\{}|](?:[^$_*\\{}|]*[^\s$_*\\{}|])?\$"
                     r"(?!\S)")
pytestmark = every_lesson()


def test_mean_sentence_is_short_and_none_is_long(lesson):
    counts = [(line, len(language.words(sentence)), sentence)
              for line, sentence in language.sentences(lesson.text)]
    mean = sum(count for _, count, _ in counts) / len(counts)
    problems = [(line, f"a sentence of {count} words; at most 25. Make two: "
                 f"{sentence}") for line, count, sentence in counts
                if count > 25]
    if mean > 14:
        problems.append((1, f"sentences have {mean:.1f} words in the mean; "
                         "at most 14. Part the long ones."))
    lesson.complain(problems)


def test_reading_grade_is_at_most_eight(lesson):
    grade = language.grade(lesson.text)
    lesson.complain([(1, f"Flesch-Kincaid grade {grade:.1f}; at most 8. Use "
                      "shorter words and sentences.")] if grade > 8 else [])


def test_no_forbidden_word_stands_in_a_lesson(lesson):
    lesson.complain([(line, f"`{word}` is on the list of words to avoid. "
                      "Leave it out or say it with plain words.")
                     for line, word in language.forbidden(lesson.text)])


def test_lesson_without_its_task_blocks_has_2500_to_4500_words(lesson):
    plain = reader.without_task_blocks(lesson.text)
    count = len(reader.words(plain))
    lesson.complain([] if 2500 <= count <= 4500 else [
        (1, f"{count} words without task blocks; 2500 to 4500 are asked for.")
    ])


def test_each_section_of_the_map_has_its_six_steps(lesson):
    problems, tasks = [], mapped_tasks(lesson.text)
    for part in lesson_sections(lesson.text):
        fences = reader.fences(part.text)
        # A section without a task sends its reader to the next one.
        end = "do" if tasks[reader.anchor(part.title)] else "read"
        seen = {
            "a picture": bool(reader.pictures(part.text)),
            "an example with `>>>`": any(">>>" in f.body for f in fences),
            "*Where it goes wrong.*": "*Where it goes wrong.*" in part.text,
            "*In machine learning.*": "*In machine learning.*" in part.text,
            "*Check yourself*": "*Check yourself*" in part.text,
            "2 or 3 answers in `details`":
                part.text.count("<details>") in (2, 3),
            "250 to 500 words": 250 <= len(reader.words(part.text)) <= 500,
            f"a last line `Now {end}: `": f"\nNow {end}: [" in part.text,
        }
        problems += [(part.line, f"section `{part.title}` needs {what}.")
                     for what, found in seen.items() if not found]
    lesson.complain(problems)


def test_code_blocks_are_small_enough_for_a_phone(lesson):
    problems, limits = [], {"python": (8, 60), "bash": (15, 79),
                            "text": (15, 79), "math": (8, 79)}
    for fence in reader.fences(lesson.text):
        if fence.language not in limits:
            problems.append((fence.line, f"fence `{fence.language}`: use "
                             f"{', '.join(limits)}."))
            continue
        lines = fence.body.rstrip("\n").split("\n")
        rows, columns = limits[fence.language]
        if len(lines) > rows or max(map(len, lines)) > columns:
            problems.append((fence.line, f"a {fence.language} block of "
                             f"{len(lines)} lines, {max(map(len, lines))} "
                             f"columns; at most {rows} and {columns}."))
    lesson.complain(problems)


def test_formulas_have_forms_that_github_reads(lesson):
    problems, quoted, dollars = [], 0, 0
    whole = reader.without_fences(lesson.text)
    quoted = len(reader.FORMULA.findall(whole))
    plain = reader.CODE.sub("", reader.FORMULA.sub("", whole))
    for number, line in enumerate(plain.split("\n"), 1):
        rest, count = DOLLARS.subn("", line)
        dollars += count
        if "$" in rest:
            problems.append((number, "a dollar sign that GitHub may misread. "
                             "Write a `math` fence or $`x_1`$."))
    if quoted + dollars > 40:
        problems.append((1, f"{quoted + dollars} inline formulas; at most "
                         "40. Write some as code."))
    display = [fence for fence in reader.fences(lesson.text)
               if fence.language == "math"]
    if len(display) > 12:
        problems.append((1, f"{len(display)} display formulas; at most 12."))
    problems += [(fence.line, "a formula inside a list. End the list first.")
                 for fence in display if fence.indented]
    lesson.complain(problems)


def test_headings_links_and_summaries_hold_no_formula(lesson):
    whole = reader.without_fences(lesson.text)
    places = [*reader.headings(lesson.text)]
    for pattern in (reader.LINK, re.compile(r"<summary>(.*?)</summary>"),
                    re.compile(r'alt="([^"]*)"')):
        places += [(reader.line_of(whole, match.start()), match[1])
                   for match in pattern.finditer(whole)]
    lesson.complain([(line, f"a formula in `{text}`. Write it in words.")
                     for line, text in places if "$" in text])


def test_html_is_what_github_keeps_and_details_are_readable(lesson):
    plain, problems, depth = reader.without_code(lesson.text), [], 0
    for match in re.finditer(r"<(/?)(\w+)[^<>]*>", plain):
        line = reader.line_of(plain, match.start())
        if match[2] not in TAGS:
            problems.append((line, f"GitHub drops `{match[0]}`."))
        if match[2] == "details":
            depth += -1 if match[1] else 1
            if depth > 1:
                problems.append((line, "details inside details."))
    lines = plain.split("\n")
    for number, line in enumerate(lines, 1):
        if "</summary>" in line and lines[number].strip():
            problems.append((number, "leave the next line blank."))
        if "</details>" in line and lines[number - 2].strip():
            problems.append((number, "leave the line before it blank."))
    lesson.complain(problems)


def test_tables_are_narrow_and_callouts_few(lesson):
    problems = [(table.line, f"a table of {len(table.rows[0])} columns; at "
                 "most 4 fit a phone.") for table in reader.tables(lesson.text)
                if len(table.rows[0]) > 4]
    callouts = re.findall(r"^> ?\[!\w+\]", lesson.text, re.M)
    if len(callouts) > 4:
        problems.append((1, f"{len(callouts)} callouts; at most 4."))
    lesson.complain(problems)


def test_glossary_has_short_rows_with_a_french_word(lesson):
    part = part_named(lesson.text, "Glossary")
    rows, problems = reader.tables(part.text)[0].rows[1:], []
    if not 12 <= len(rows) <= 25:
        problems.append((part.line, f"{len(rows)} terms; 12 to 25."))
    for row in rows:
        if len(row) != 3 or not all(row) or len(row[1].split()) > 15:
            problems.append((part.line, f"row `{row[0]}`: term, meaning in "
                             "at most 15 words, French word."))
    lesson.complain(problems)


def test_each_term_is_bold_once_and_links_to_the_glossary(lesson):
    whole = reader.without_code(lesson.text)
    table = reader.tables(part_named(lesson.text, "Glossary").text)[0]
    terms = [row[0].lower() for row in table.rows[1:]]
    bold = [(reader.line_of(whole, match.start()), match[1])
            for match in re.finditer(r"\*\*(.+?)\*\*", whole, re.S)]
    problems, seen = [], set()
    for line, text in bold:
        link = re.fullmatch(r"\[([^\]]+)\]\(#glossary\)", text)
        term = " ".join(link[1].lower().split()) if link else text
        if term not in terms or term in seen:
            problems.append((line, f"bold `{term}`: bold is for a glossary "
                             "term, once, as `**[term](#glossary)**`."))
        seen.add(term)
    problems += [(1, f"`{term}` of the glossary is bold nowhere. Mark its "
                  "definition.") for term in terms if term not in seen]
    lesson.complain(problems)


def test_readme_is_smaller_than_100_kilobytes(lesson):
    size = len(lesson.text.encode())
    lesson.complain([(1, f"{size} bytes; fewer than 100,000.")]
                    if size >= 100_000 else [])
