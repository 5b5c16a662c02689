#!/usr/bin/env python3
"""Ask the question of 14-definite and show your choice."""
import pathlib

print("""\
What is the integral of 1/v dv from v = -1 to v = 0?
1. -1
2. 0
3. 1
4. undefined""")
file = pathlib.Path(__file__).with_name("14-definite")
text = "none, there is no file"
if file.is_file():
    text = file.read_text("ascii", "backslashreplace").strip()
print("\nYour choice:", text or "none, the file is empty")
