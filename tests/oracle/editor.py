# SPDX-License-Identifier: MIT
"""editor.py - what an editor knows of a resume by `cvpdf schema` is what cvpdf takes.

Usage: editor.py PROGRAM SCHEMA [OPTION]...
Two readers of the schema, ajv and the YAML language server, take every resume of data/examples and
tests/corpus/accept, and those of tests/golden in which cvpdf finds nothing wrong; and they refuse each of
editor/mistakes.txt, as cvpdf does: the language server and cvpdf on the line that the file marks. Completions and hover texts are those of the tables below.
"""
import json
import pathlib
import re
import subprocess

import oracle

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
MARK = "# <-"
ENTRY = "name: A\nsections:\n  X:\n"

# Text with the cursor; what is offered there, and what is not.
COMPLETIONS = (
    ("name: A\n|", "contact, headline, photo, sections, design, variants, fit",
     "institution, letter, name"),
    (ENTRY + "    - |",
     "institution, role, organization, project, award, title, label, text, education entry",
     "headline"),
    (ENTRY + "    - inst|", "institution", "headline"),
    (ENTRY + "    - institution: B\n      |", "degree, area, courses, start, end, bullets",
     "role, authors, venue, institution"),
    (ENTRY + "    - title: B\n      |", "authors, venue, doi, date, url", "degree, role"),
    (ENTRY + "    - role: B\n      end: |", "present", "bullet"),
    (ENTRY + "    - role: B\n      bullets:\n        - text: C\n          |",
     "bullets, tags, priority, note", "text, role"),
    (ENTRY + "    entries: []\n    list: |", "bullet, numbered, reversed", "education"),
    (ENTRY + "    entries: []\n    type: |", "education, experience, skill", "bullet"),
    (ENTRY + "    |", "title, id, type, list, heading, entries", "institution, type_is"),
    ("contact:\n  profiles:\n    - |", "network, username, url, label", "email"),
    ("variants:\n  short:\n    |", "extends, include, exclude, sections, set, output", "headline"),
    ("variants:\n  |", "new variant", "include"),
    ("design:\n  header:\n    align: |", "left, center, right", "regular"),
    ("design:\n  page:\n    size: |", "a4, letter, a5", "left"),
    ("design:\n  entry:\n    keep: |", "true, false", "left"),
    ("fit:\n  |", "pages, min_size, drop", "theme"),
    ("name: |", "", "true, false"),
)

# A cursor in a word, and what is said of it.
HOVERS = (
    (ENTRY + "    - instit|ution: B\n", "school or university"),
    ("name: A\ndesign:\n  header:\n    name_si|ze: 20pt\n", "size of the name; 3 to 144 pt"),
)


def read_mistakes():
    """{name: (text, marked line)}"""
    found = {}
    for part in (HERE / "editor" / "mistakes.txt").read_text("utf-8").split("\n=== ")[1:]:
        name, text = part.split("\n", 1)
        lines = text.split("\n")
        marked = [number for number, line in enumerate(lines, 1) if line.endswith(MARK)]
        assert len(marked) == 1, f"'{name}' needs one mark"
        assert name not in found, f"two are called '{name}'"
        found[name] = ("\n".join(lines).replace(MARK, "") + "\n", marked[0])
    return found


def read_resumes(program):
    files = sorted([ROOT / "data/starter.yaml", *(ROOT / "data/examples").glob("*.yaml"),
                    *(ROOT / "tests/corpus/accept").glob("*.*")])
    files += [file for file in sorted((ROOT / "tests/golden").glob("*/*.yaml"))
              if own_lines(program, file.read_bytes(), "error|warning") == (set(), 0)]
    return {f"{file.parent.name}/{file.name}": file.read_text("utf-8-sig") for file in files}


def ask(options, questions):
    modules = oracle.need_file((options.tools / "node_modules").resolve())
    arguments = [oracle.need("node"), HERE / "editor.mjs", modules, options.schema.resolve()]
    return json.loads(oracle.run(arguments, input=json.dumps(questions).encode()))


def own_lines(program, text, kinds="error"):
    """The lines on which cvpdf reports such findings, and its exit code."""
    done = subprocess.run([program, "dump", "diagnostics", "-"], input=text,
                          capture_output=True, check=False)
    said = (done.stdout + done.stderr).decode()
    lines = re.findall(rf"^[^:\n]*(?::(\d+):\d+)?: (?:{kinds})\[", said, re.MULTILINE)
    return {int(line or 0) for line in lines}, done.returncode


def mistake_faults(program, text, line, answer, name):
    if not answer["ajv"][name]:
        yield "ajv does not refuse it"
    found = answer["server"][name]
    if line not in {place[0] for place in found}:
        yield f"the language server has nothing to say of line {line}, but {found}"
    lines, code = own_lines(program, text.encode())
    if code != 1 or line not in lines:
        yield f"cvpdf has exit code {code} and errors on the lines {sorted(lines)}, not {line}"


def completion_faults(offered, wanted, unwanted):
    for word in filter(None, wanted.split(", ")):
        if word not in offered:
            yield f"'{word}' is not offered, but {' '.join(offered)}"
    for word in filter(None, unwanted.split(", ")):
        if word in offered:
            yield f"'{word}' is offered"
    if len(offered) != len(set(offered)):
        yield f"a word is offered twice: {' '.join(offered)}"


def main():
    options = oracle.parser("Compares what an editor says of resumes with what cvpdf says.")
    options.add_argument("program", type=pathlib.Path)
    options.add_argument("schema", type=pathlib.Path)
    options = options.parse_args()
    program = options.program.resolve()
    mistakes, resumes = read_mistakes(), read_resumes(program)
    files = {**resumes, **{name: text for name, (text, _) in mistakes.items()}}
    answer = ask(options, {"files": files, "completions": [text for text, *_ in COMPLETIONS],
                           "hovers": [text for text, _ in HOVERS]})
    verdict = oracle.Verdict()
    for name in resumes:
        verdict.report(name, answer["ajv"][name] + [str(found) for found in answer["server"][name]])
    for name, (text, line) in mistakes.items():
        verdict.report(name, mistake_faults(program, text, line, answer, name))
    for (text, *words), offered in zip(COMPLETIONS, answer["completions"]):
        verdict.report(repr(text), completion_faults(offered, *words))
    for (text, wanted), got in zip(HOVERS, answer["hovers"]):
        verdict.report(repr(text), [] if wanted in got else [f"it is said to be '{got}'"])
    verdict.end()


if __name__ == "__main__":
    main()
