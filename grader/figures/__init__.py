"""Judges drawn figures by their facts; never by calls, never by pixels.

    asked       what a check file of the kind "figure" asks for
    sources     its oracle and mistakes as programs of their own
    sketches    their drawings, made behind the walls, each only once
    properties  the table of properties: how to read, compare and name each
    data, tones, frames, words     the rules of those comparisons
    matching    which figure and which of its plots are meant
    judging     drawings -> verdicts with a hint for each property

Docs: docs/check-files.md, section Figures.
"""
