"""One assignment for many graders, side by side.

    assignment   12 tasks of the course, ten checks each, as data
    submissions  right work, wrong work, and work that goes wrong
    marking      runs beside every other grader: load, call, compare
    material     the same checks in the form that each grader wants
    notebooks    the same for graders of notebooks
    tools        how each grader is installed and started
    reading      what each grader wrote -> checks passed by task
    stage        folders, files and variables of one grader
    environments a virtual environment for each, in pinned versions
    metering     wall time, processor time and memory of a process tree
    measuring    right and wrong first, then what it costs, then trials
    page         results.json -> the tables of benchmarks/README.md
    floors, per_check, ours_many    programs that are put beside the checks
"""
