"""The report as one page that needs no script, no network and no other file.

    elements   the only place where text becomes markup
    evidence   what the page shows beside the report: source and figures
    highlight  colours of Python text, broken text too
    source     a file line by line, with findings under their lines
    contrast   expected and got, with what differs marked
    spoken     a figure in words, for those who do not see it
    places     where the plots of a figure stand
    sheet      data of a figure -> places on paper
    ink        lines, points, bars and areas of a figure
    furniture  the frame, axes, texts, legend and colour bars of a figure
    sketch     the whole figure as a picture
    pictures   a figure task: both pictures, and what differs
    checks, tasks, overview, about     the other parts of the page
    style      the style sheet and its digest
    page       all of it together

Student text is never trusted: every character passes `elements`.
"""
