#!/usr/bin/env python3
"""Ask the question of 11-integral and show your choice."""
import pathlib

print("""\
What is the integral of x^3 dx?
1. 3x^2 + C
2. x^4/4 + C
3. x^4 + C
4. x^4/3 + C""")
file = pathlib.Path(__file__).with_name("11-integral")
text = "none, there is no file"
if file.is_file():
    text = file.read_text("ascii", "backslashreplace").strip()
print("\nYour choice:", text or "none, the file is empty")
