#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Fills the tables of keys in data/man/cvpdf.5 from what `cvpdf schema` says.

Between a line `.\\" keys TABLE` and the next `.\\" end` stand the keys of a definition of the schema:

  keys TABLE          all of them
  keys TABLE own      those that not all kinds of entries have
  keys TABLE common   those that all kinds of entries have, but for texts
  keys TABLE deep     those of the mappings within too, as paths
  forms               what the values are that the tables name in italics

Usage: fill_manual.py PROGRAM MANUAL
Prints the manual with its tables as they should be.
"""
import json
import re
import subprocess
import sys

START = re.compile(r'\.\\" (keys|forms)(.*)')
END = '.\\" end'


def roff(text):
    """Text for man(7)."""
    text = text.replace("\\", "\\e").replace("-", "\\-").replace("–", "\\(en").replace("\"", "\\(dq")
    return re.sub(r"^([.'])", r"\\&\1", text)


class Manual:
    def __init__(self, schema):
        self.tables = schema["definitions"]
        self.used = set()   # forms
        self.shown = set()  # tables
        kinds = [table for name, table in self.tables.items()
                 if name.startswith("entry.") and name != "entry.text"]
        self.common = set.intersection(*(set(table["properties"]) for table in kinds))

    def form(self, value):
        """(name of a form, or None; words that the value may be)."""
        if "enum" in value:
            return None, list(dict.fromkeys(str(word).lower() for word in value["enum"]))
        if "$ref" in value:
            name = value["$ref"].rsplit("/", 1)[1]
            table = self.tables[name]
            if name.startswith("optional.") or "enum" in table:
                return self.form(table) if name != "priority" else (name, None)
            return name, None
        return self.form(value["anyOf"][0])

    def key(self, table, name, path):
        value = self.tables[table]["properties"][name]
        form, words = self.form(value)
        is_needed = name in self.tables[table].get("required", ())
        about = [] if form in (None, name) else [form.split(".")[-1].replace("_", " ")]
        if about:
            self.used.add(form)
        about += ["needed"] if is_needed else []
        if words:
            tag = f".BR {roff(path)} \" (" + " | ".join(map(roff, words)) + ")\""
        elif about:
            tag = f".BI {roff(path)} \" {roff(', '.join(about))}\""
        else:
            tag = f".B {roff(path)}"
        return [".TP", tag, roff(value["description"])]

    def keys(self, table, choice="", prefix=""):
        self.shown.add(table)
        for name, value in self.tables[table]["properties"].items():
            if choice in ("own", "common") and (name in self.common) != (choice == "common"):
                continue
            within = self.form(value)[0]
            if choice == "deep" and within == "margins":
                within = f"{table}.margins"
            if choice == "deep" and within and within.startswith(table + "."):
                yield from self.keys(within, choice, f"{prefix}{name}.")
            else:
                yield from self.key(table, name, prefix + name)

    def forms(self):
        for name in self.tables:
            if name in self.used and "$comment" in self.tables[name]:
                yield from (".TP", f".I {roff(name.replace('_', ' '))}",
                            roff(self.tables[name]["$comment"]))


def fill(manual, lines):
    """Tables first, since the forms are those that they name."""
    parts, at = [], 0
    while at < len(lines):
        parts.append([lines[at]])
        match = START.fullmatch(lines[at])
        if match and match[1] == "keys":
            parts[-1] += manual.keys(*match[2].split())
        if match:
            at = lines.index(END, at)
            parts.append([END])
        at += 1
    missing = {name for name, table in manual.tables.items()
               if "properties" in table} - manual.shown - {"any_entry"}
    if missing:
        sys.exit(f"the manual has no place for the keys of {', '.join(sorted(missing))}")
    for part in parts:
        yield from part
        if part[0] == '.\\" forms':
            yield from manual.forms()


def main(program, path):
    schema = json.loads(subprocess.run([program, "schema"], stdout=subprocess.PIPE, check=True).stdout)
    with open(path, encoding="utf-8") as file:
        lines = file.read().splitlines()
    sys.stdout.write("\n".join(fill(Manual(schema), lines)) + "\n")


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(*sys.argv[1:])
