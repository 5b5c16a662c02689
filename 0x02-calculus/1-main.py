#!/usr/bin/env python3
"""Ask the question of 1-seegma and show your choice."""
import pathlib

print("""\
What is the sum of (9i - 2k) for k = 1..4?
1. 90 - 20
2. 36i - 20
3. 90 - 8k
4. 36i - 8k""")
file = pathlib.Path(__file__).with_name("1-seegma")
text = "none, there is no file"
if file.is_file():
    text = file.read_text("ascii", "backslashreplace").strip()
print("\nYour choice:", text or "none, the file is empty")
