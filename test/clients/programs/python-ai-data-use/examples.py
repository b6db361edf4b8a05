"""Runs each example of the README on its own against a server, and compares what it prints with its comments."""

import contextlib
import io
import re
import sys
from pathlib import Path

base = sys.argv[1]
readme = (Path(__file__).parents[3] / "clients/python/README.md").read_text()
examples = re.findall(r"```python\n(.*?)```", readme, re.DOTALL)
assert len(examples) > 4, "the README has examples"
for example in examples:
    expected = [line.removeprefix("# ") for line in example.splitlines() if line.startswith("# ")]
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        exec(compile(example.replace("http://localhost:8787", base), "README.md", "exec"), {"__name__": "readme"})
    assert printed.getvalue().splitlines() == expected, f"{example}\nprinted {printed.getvalue()!r}"
