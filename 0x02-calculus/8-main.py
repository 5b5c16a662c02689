#!/usr/bin/env python3
"""Ask the question of 8-all-together and show your choice."""
import pathlib

print("""\
What is d/dy (d/dx e^(x^2 y)), if x and y do not depend on each other?
1. 2x(1 + y) e^(x^2 y)
2. 2x e^(2x)
3. 2x(1 + x^2 y) e^(x^2 y)
4. e^(2x)""")
file = pathlib.Path(__file__).with_name("8-all-together")
text = "none, there is no file"
if file.is_file():
    text = file.read_text("ascii", "backslashreplace").strip()
print("\nYour choice:", text or "none, the file is empty")
