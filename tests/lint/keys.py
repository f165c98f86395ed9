# SPDX-License-Identifier: MIT
"""keys.py - the documentation names each key that there is: docs/design.md those of the design,
docs/format.md all others, as code.

Usage: keys.py ROOT
"""
import json
import pathlib
import re
import sys

CODE = re.compile(r"```.*?```|`[^`\n]+`", re.DOTALL)


def code_words(file):
    return {word for code in CODE.findall(file.read_text("utf-8"))
            for word in re.findall(r"\$[a-z]+|[a-z_]+", code)}


def main(root):
    root = pathlib.Path(root)
    schema = json.loads((root / "data/schema/cvpdf-1.json").read_text("utf-8"))
    words = {name: code_words(root / "docs" / name) for name in ("format.md", "design.md")}
    count = failed = 0
    for name, table in schema["definitions"].items():
        document = "design.md" if re.match(r"design\b", name) else "format.md"
        for key in table.get("properties", ()):
            count += 1
            if key not in words[document]:
                failed += 1
                print(f"docs/{document} does not name '{key}' of {name}")
    print(f"{count} keys, {failed} missing")
    return 1 if failed or count < 100 else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
