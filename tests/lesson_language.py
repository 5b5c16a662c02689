"""Measure how plain the English of a lesson is.

A text comes in; sentences, words, syllables and a school grade go out. Inline
code and formulas count as one word each and have no syllables of their own.
"""

import re

import lesson_reader

CODE_WORD = "C0DE"
LIST_ITEM = re.compile(r"^\s*(?:[-*+]|\d+\.) +")
SENTENCE_END = re.compile(r"(?<=[.!?])[\"')]*(\s+)")
FORBIDDEN = (
    r"simply", r"just", r"obviously", r"clearly", r"trivial(?:ly)?",
    r"recall that", r"of course", r"etc\.", r"i\.e\.", r"e\.g\.",
    r"w\.r\.t\.", r"as we will see", r"it turns out", r"intuitively",
    r"leverag\w+", r"utili[sz]\w+", r"in order to", r"tackl\w+", r"work out",
)


def clean(text):
    """Keep what a reader reads aloud: no markup, code as one word."""
    text = lesson_reader.FORMULA.sub(CODE_WORD, text)
    text = lesson_reader.CODE.sub(CODE_WORD, text)
    text = re.sub(r"(?<!\S)\$[^$]+\$", CODE_WORD, text)
    text = lesson_reader.LINK.sub(r"\1", text)
    text = re.sub(r"<[^<>]*>", " ", text)
    text = re.sub(r"\[!\w+\]", " ", text)
    # A lone `*` between blanks is a product, not an accent.
    return re.sub(r"\*+(?=\S)|(?<=\S)\*+", "", text)


def paragraphs(text):
    """List (line, clean text) of paragraphs and list items.

    Headings, tables, pictures and fenced blocks are not sentences.
    """
    plain = lesson_reader.without_fences(text)
    plain = re.sub(r"<picture>.*?</picture>|<summary>.*?</summary>",
                   lambda match: "\n" * match[0].count("\n"), plain,
                   flags=re.S)
    found, open_line, lines = [], 0, []
    for number, line in enumerate([*plain.split("\n"), ""], 1):
        line = re.sub(r"^> ?", "", line)
        ends = not line.strip() or re.match(r"#{1,6} |\||<", line)
        if lines and (ends or LIST_ITEM.match(line)):
            found.append((open_line, clean("\n".join(lines))))
            lines = []
        if not ends:
            open_line = open_line if lines else number
            lines.append(LIST_ITEM.sub("", line))
    return found


def sentences(text):
    """List (line, sentence) of a whole lesson."""
    found = []
    for line, paragraph in paragraphs(text):
        start = 0
        for end in [*SENTENCE_END.finditer(paragraph), None]:
            stop = end.start(1) if end else len(paragraph)
            sentence = paragraph[start:stop]
            if words(sentence):
                found.append((line + paragraph.count("\n", 0, start),
                              " ".join(sentence.split())))
            start = end.end() if end else stop
    return found


def words(sentence):
    """List what is read as a word: anything with a letter or a digit."""
    return [word for word in sentence.split() if re.search(r"\w", word)]


def syllables(word):
    """Count the syllables of an English word, by its groups of vowels."""
    word = re.sub(r"[^a-z]", "", word.lower())
    count = len(re.findall(r"[aeiouy]+", word))
    silent = re.search(r"[^aeiouyl]e$|[^aeiouy]les$|[^aeiouydt]ed$"
                       r"|[aeiouy]le$|[^aeiouyscxzgh]es$", word)
    return max(1, count - bool(silent))


def grade(text):
    """Compute the Flesch-Kincaid grade of a lesson."""
    found = [words(sentence) for _, sentence in sentences(text)]
    total = sum(len(sentence) for sentence in found)
    real = [word for sentence in found for word in sentence
            if re.search(r"[A-Za-z]", word) and CODE_WORD not in word]
    per_word = sum(syllables(word) for word in real) / max(1, len(real))
    return 0.39 * total / max(1, len(found)) + 11.8 * per_word - 15.59


def forbidden(text):
    """List (line, word) of words that a lesson must not use."""
    pattern = re.compile(rf"(?<!\w)(?:{'|'.join(FORBIDDEN)})(?!\w)", re.I)
    found = []
    for line, paragraph in paragraphs(text):
        for match in pattern.finditer(re.sub(r"[ \n]", " ", paragraph)):
            found.append((line + paragraph.count("\n", 0, match.start()),
                          match[0]))
    return found
