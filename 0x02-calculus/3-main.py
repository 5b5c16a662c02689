#!/usr/bin/env python3
"""Ask the question of 3-pee and show your choice."""
import pathlib

print("""\
What is the product of i for i = 0..10?
1. 10!
2. 9!
3. 100
4. 0""")
file = pathlib.Path(__file__).with_name("3-pee")
text = "none, there is no file"
if file.is_file():
    text = file.read_text("ascii", "backslashreplace").strip()
print("\nYour choice:", text or "none, the file is empty")
