#!/usr/bin/env python3
"""Ask the question of 12-integral and show your choice."""
import pathlib

print("""\
What is the integral of e^(2y) dy?
1. e^(2y) + C
2. e^y + C
3. e^(2y)/2 + C
4. e^y/2 + C""")
file = pathlib.Path(__file__).with_name("12-integral")
text = "none, there is no file"
if file.is_file():
    text = file.read_text("ascii", "backslashreplace").strip()
print("\nYour choice:", text or "none, the file is empty")
