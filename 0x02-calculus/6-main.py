#!/usr/bin/env python3
"""Ask the question of 6-voltaire and show your choice."""
import pathlib

print("""\
What is the derivative d/dx ln(x^2)?
1. 2/x
2. 1/x^2
3. 2/x^2
4. 1/x""")
file = pathlib.Path(__file__).with_name("6-voltaire")
text = "none, there is no file"
if file.is_file():
    text = file.read_text("ascii", "backslashreplace").strip()
print("\nYour choice:", text or "none, the file is empty")
