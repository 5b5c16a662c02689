#!/usr/bin/env python3
"""Ask the question of 4-hello_derivatives and show your choice."""
import pathlib

print("""\
What is the derivative d/dx (x^4 + 3x^3 - 5x + 1)?
1. 3x^3 + 6x^2 - 4
2. 4x^3 + 6x^2 - 5
3. 4x^3 + 9x^2 - 5
4. 4x^3 + 9x^2 - 4""")
file = pathlib.Path(__file__).with_name("4-hello_derivatives")
text = "none, there is no file"
if file.is_file():
    text = file.read_text("ascii", "backslashreplace").strip()
print("\nYour choice:", text or "none, the file is empty")
