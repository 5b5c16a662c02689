#!/usr/bin/env python3
"""Ask the question of 13-definite and show your choice."""
import pathlib

print("""\
What is the integral of u^2 du from u = 0 to u = 3?
1. 3
2. 6
3. 9
4. 27""")
file = pathlib.Path(__file__).with_name("13-definite")
text = "none, there is no file"
if file.is_file():
    text = file.read_text("ascii", "backslashreplace").strip()
print("\nYour choice:", text or "none, the file is empty")
