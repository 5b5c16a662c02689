#!/usr/bin/env python3
"""Ask the question of 0-sigma_is_for_sum and show your choice."""
import pathlib

print("""\
What is the sum of i for i = 2..5?
1. 3 + 4 + 5
2. 3 + 4
3. 2 + 3 + 4 + 5
4. 2 + 3 + 4""")
file = pathlib.Path(__file__).with_name("0-sigma_is_for_sum")
text = "none, there is no file"
if file.is_file():
    text = file.read_text("ascii", "backslashreplace").strip()
print("\nYour choice:", text or "none, the file is empty")
