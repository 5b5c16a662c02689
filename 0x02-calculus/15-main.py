#!/usr/bin/env python3
"""Ask the question of 15-definite and show your choice."""
import pathlib

print("""\
What is the integral of x dy from y = 0 to y = 5?
1. 5
2. 5x
3. 25
4. 25x""")
file = pathlib.Path(__file__).with_name("15-definite")
text = "none, there is no file"
if file.is_file():
    text = file.read_text("ascii", "backslashreplace").strip()
print("\nYour choice:", text or "none, the file is empty")
