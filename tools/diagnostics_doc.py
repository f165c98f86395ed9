#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Writes docs/diagnostics.md from what `cvpdf explain` knows and the groups in diagnostics.def.

Usage: diagnostics_doc.py CVPDF DIAGNOSTICS.DEF OUTPUT
"""
import json
import re
import subprocess
import sys

HEAD = """# Messages and their codes

Each error, warning and note of cvpdf has a code in brackets, `error[CV101]`, that never changes its
meaning. An error keeps the PDF from being written; a warning does so with `--strict`; a note never
does. `cvpdf explain CV101` prints what stands here; [findings.md](findings.md) tells how programs
can read messages.

This page is written by `cmake --build build --target docs` from the texts in the program.
"""


def groups(path):
    """{"CV1": "keys, values and dates of the resume", ...}, from the comment of the table."""
    with open(path, encoding="utf-8") as table:
        return dict(re.findall(r"^//   (CV\d)xx  (.+)$", table.read(), re.MULTILINE))


def lines(title, text):
    if not text:
        return []
    kind = "sh" if text.startswith("$ ") else "yaml"
    return ["", f"{title}:", "", f"```{kind}", text.rstrip("\n"), "```"]


def section(code):
    yield f"### {code['code']}: {code['title']}"
    yield ""
    yield f"*{code['severity'].capitalize()}.* {code['meaning']}"
    yield from lines("Wrong", code["wrong"])
    yield ""
    yield code["mending"]
    yield from lines("Right" if code["wrong"] else "For example", code["right"])
    yield ""


def page(codes, titles):
    yield HEAD
    last = None
    for code in codes:
        group = code["code"][:3]
        if group != last:
            title = titles[group]
            yield f"## {title[0].upper()}{title[1:]}"
            yield ""
        last = group
        yield from section(code)


def main():
    program, table, output = sys.argv[1:]
    told = subprocess.run([program, "explain", "--format", "json"], check=True, capture_output=True)
    text = "\n".join(page(json.loads(told.stdout)["codes"], groups(table)))
    with open(output, "w", encoding="utf-8") as file:
        file.write(text.rstrip("\n") + "\n")


if __name__ == "__main__":
    main()
