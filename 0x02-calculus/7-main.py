#!/usr/bin/env python3
"""Ask the question of 7-partial_truths and show your choice."""
import pathlib

print("""\
What is d/dy e^(xy), if x and y do not depend on each other?
1. e^(xy)
2. y e^(xy)
3. x e^(xy)
4. e^x""")
file = pathlib.Path(__file__).with_name("7-partial_truths")
text = "none, there is no file"
if file.is_file():
    text = file.read_text("ascii", "backslashreplace").strip()
print("\nYour choice:", text or "none, the file is empty")
