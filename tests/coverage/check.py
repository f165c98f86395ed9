# SPDX-License-Identifier: MIT
# Holds the branches that no test takes against explained.txt, which says why.
# Usage: check.py COVERAGE.json SOURCE_DIR EXPLAINED.txt
# COVERAGE.json is of "llvm-cov export --skip-expansions". Exit code 1 if a branch of the files that
# the list is about is neither taken nor explained. Entries that explain nothing are listed too.
import collections
import json
import os
import re
import sys

SIDES = {"true": (True, False), "false": (False, True), "both": (True, True)}
Entry = collections.namedtuple("Entry", "line file function condition sides reason")


def refuse(path, number, fault):
    sys.exit(f"{path}:{number}: {fault}")


def read_list(path):
    """The names of the classes, the files and folders that the list is about, and its entries."""
    classes, files, entries, file = set(), [], [], None
    for number, line in enumerate(open(path, encoding="utf-8"), 1):
        line = line.rstrip("\n")
        words = line.split(None, 2)
        if not words or line.startswith("#"):
            continue
        if words[0] == "class" and len(words) == 3:
            classes.add(words[1])
        elif words[0] == "about" and len(words) > 1:
            files += line.split()[1:]
        elif not line.startswith(" "):
            file = line
        elif line.startswith("   "):
            continue  # a sentence about the entry above
        else:
            match = re.fullmatch(r"  (\w+) +(true|false|both) +(\w+): (.+)", line)
            if not match or not file:
                refuse(path, number, "is no entry: CLASS SIDE FUNCTION: CONDITION")
            reason, side, function, condition = match.groups()
            if reason not in classes:
                refuse(path, number, f"there is no class '{reason}'")
            entries.append(Entry(number, file, function, condition, SIDES[side], reason))
    return files, entries


def text_between(lines, begin, end):
    (first, left), (last, right) = begin, end
    if first == last:
        text = lines[first - 1][left - 1 : right - 1]
    else:
        middle = lines[first : last - 1]
        text = " ".join([lines[first - 1][left - 1 :], *middle, lines[last - 1][: right - 1]])
    return " ".join(text.split())


def read_branches(path, source, files):
    """How often each side is taken, in all of the programs that a file is compiled into."""
    taken = collections.defaultdict(lambda: [0, 0])
    for function in json.load(open(path, encoding="utf-8"))["data"][0]["functions"]:
        name = function["name"].split(":")[-1]
        for line, column, last, end, true, false, file, *_ in function["branches"]:
            whole = os.path.realpath(function["filenames"][file])
            relative = os.path.relpath(whole, os.path.realpath(source))
            if relative.startswith(tuple(files)):
                counts = taken[relative, name, (line, column), (last, end)]
                counts[0] += true
                counts[1] += false
    return taken


def explains(entry, file, function, condition, sides):
    is_same = entry.file == file and entry.function == function
    covers = all(has or not wanted for has, wanted in zip(entry.sides, sides))
    return is_same and covers and entry.condition in ("*", condition)


def check(taken, source, entries):
    """The counts of the reasons, and what is wrong, in lines to print."""
    counts, used, faults, lines = collections.Counter(), set(), [], {}
    for (file, function, begin, end), (true, false) in sorted(taken.items()):
        if true and false:
            continue
        if file not in lines:
            with open(os.path.join(source, file), encoding="utf-8") as text:
                lines[file] = text.read().split("\n")
        condition, sides = text_between(lines[file], begin, end), (not true, not false)
        found = [e for e in entries if explains(e, file, function, condition, sides)]
        used.update(found)
        if found:
            counts[found[0].reason] += sum(sides)
        else:
            side = "true or false" if all(sides) else "true" if sides[0] else "false"
            faults.append(f"src/{file}:{begin[0]}: {function}: {condition}: never {side}")
    return counts, faults, [e for e in entries if e not in used]


def main():
    path, source, listed = sys.argv[1:]
    files, entries = read_list(listed)
    taken = read_branches(path, source, files)
    counts, faults, idle = check(taken, source, entries)
    sides, missing = 2 * len(taken), sum(not n for pair in taken.values() for n in pair)
    print(f"of {' '.join(files)}:")
    print(f"{sides - missing} of {sides} branches taken, {sum(counts.values())} explained")
    print(", ".join(f"{reason} {count}" for reason, count in counts.most_common()))
    for entry in idle:
        print(f"{listed}:{entry.line}: explains nothing: {entry.function}: {entry.condition}")
    for fault in faults:
        print(f"{fault}: not explained in {listed}", file=sys.stderr)
    sys.exit(1 if faults else 0)


main()
