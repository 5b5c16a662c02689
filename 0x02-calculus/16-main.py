#!/usr/bin/env python3
"""Ask the question of 16-double and show your choice."""
import pathlib

print("""\
What is the double integral of x^2/y dx dy, x = 0..3 inside, y = 1..2 outside?
1. 9 ln(2)
2. 9
3. 27 ln(2)
4. 27""")
file = pathlib.Path(__file__).with_name("16-double")
text = "none, there is no file"
if file.is_file():
    text = file.read_text("ascii", "backslashreplace").strip()
print("\nYour choice:", text or "none, the file is empty")
