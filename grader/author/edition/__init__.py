"""The parts of the student edition, made from the instructor edition.

    recording   one check file -> data: cases, outcomes, no program
    remembering the programs of a check file, each call run once
    holding     which cases stay behind although no seed changes them
    equality    `same` functions that may travel
    rows        data -> the bytes of a JSON file
    drawing     what the programs of a figure draw
    hints       does every mistake show its hint?
    lessons     the lessons, with the report as students see it
    servers     how a server grades, and whose grader it takes
    tree        all files of the edition, as bytes
    locking     pyproject.toml and uv.lock without what only authors need
    folder      all files or none, with fixed modes and times
"""
