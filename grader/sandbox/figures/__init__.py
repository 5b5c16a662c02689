"""Reads drawn figures as plain facts: data, colours, axes, texts, layout.

    stage     lets a program draw without a screen and keeps every figure
    reader    one figure -> `records.Figure`
    artists   lines and points inside one pair of axes
    areas     bars, other areas and heat maps there
    legends   legends and colour bars
    records   the facts themselves, the same on both sides of the trust line
    old_habits  puts back what old course code expects of matplotlib

Docs: docs/figures.md. Nothing here knows a task.
"""
