#!/usr/bin/env python3
"""Ask the question of 5-log_on_fire and show your choice."""
import pathlib

print("""\
What is the derivative d/dx (x ln(x))?
1. ln(x)
2. 1/x + 1
3. ln(x) + 1
4. 1/x""")
file = pathlib.Path(__file__).with_name("5-log_on_fire")
text = "none, there is no file"
if file.is_file():
    text = file.read_text("ascii", "backslashreplace").strip()
print("\nYour choice:", text or "none, the file is empty")
