# SPDX-License-Identifier: MIT
"""What is not shown is not in the PDF either, nor in a message or in the name of a temporary file.

Usage: canaries.py CVPDF. A resume holds a word of its own in each place that is not printed; so does
what surrounds the run. All streams of the PDFs are inflated, and the words looked for as UTF-8, as
UTF-16 and in hexadecimal digits. A word that is shown has to be found in the same way."""

import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import zlib

RESUME = """# canary01 in the first comment
name: Shown Name            # canary02 after a value
headline: {en: Engineer, de: canary03}
contact:
  email: shown@example.org
  x-phone: canary04
x-salary: canary05
x-nested: {deep: [canary06, {canary07: 1}]}
vars: {shown: Shown Variable, canary08: canary09, company: canary10}
design: {x-own: canary11}
sections:
  Work:
    id: canary12
    tags: [canary13]
    note: canary14
    x-y: canary15
    entries:
      - organization: Shown Employer {{shown}}
        id: canary16
        tags: [canary17]
        priority: 2
        note: canary18
        x-z: canary19
        roles:
          - {role: Shown Role, tags: [canary20], note: canary21}
          - {role: canary22, tags: [hidden]}
        bullets:
          - {text: Shown bullet, tags: [canary23], note: canary24}
          - {text: "*canary25* is for others", tags: [hidden]}
      - {organization: canary26, tags: [hidden], url: "https://canary27.example.org"}
  canary28:
    tags: [hidden]
    entries: [canary29]
  Anchors: [&canary30 Shown text, *canary30]
variants:
  shown: {exclude: [hidden], vars: {company: Shown Company}, output: "out-{{company}}.pdf"}
  canary31: {set: {headline: canary32}, design: {footer: {text: canary33}}, vars: {shown: canary34}}
"""
# The variant `shown` names itself nowhere; its file is named by its output.
SURROUNDINGS = {"USER": "canary35", "LOGNAME": "canary36", "HOSTNAME": "canary37",
                "HOME": "/nonexistent/canary38", "TMPDIR": "/nonexistent/canary39", "EMAIL": "canary40@example.org",
                "TZ": "canary41-3", "LANG": "canary42", "XDG_CONFIG_HOME": "/etc/canary43"}
FOLDER = "canary44"  # where all of it lies
SOURCE = "canary45.yaml"
COUNT = 45
SHOWN = ("Shown Name", "Shown Employer Shown Variable", "Shown bullet")


def inflated(pdf):
    """The file, and what each of its streams holds."""
    parts = [pdf]
    for found in re.finditer(rb"stream\r?\n(.*?)\r?\nendstream", pdf, re.S):
        try:
            parts.append(zlib.decompress(found.group(1)))
        except zlib.error:
            parts.append(found.group(1))
    return b"\n".join(parts)


def forms(word):
    """The word as it may be written in a PDF."""
    wide = word.encode("utf-16-be")
    for plain in (word.encode(), wide, word.encode("utf-16-le")):
        yield plain
        yield plain.hex().encode()
        yield plain.hex().upper().encode()


def holds(content, word):
    return any(form in content for form in forms(word))


def escaped_run(program, arguments, folder):
    # The leak sanitizer does not work under strace.
    environment = {"PATH": os.environ["PATH"], "ASAN_OPTIONS": "detect_leaks=0", **SURROUNDINGS}
    command = [program, *arguments]
    names = folder / "calls"
    if shutil.which("strace"):
        command = ["strace", "-f", "-qq", "-e", "trace=openat,mkdirat,renameat", "-o", str(names),
                   *command]
    done = subprocess.run(command, cwd=folder, env=environment, check=False, capture_output=True)
    made = names.read_text(errors="replace") if names.exists() else ""
    return done, re.findall(r"openat\([^\"]*\"([^\"]*)\", [A-Z_|]*O_CREAT", made)


def judge_pdf(title, content):
    seen = inflated(content)
    for word in SHOWN:
        if not holds(seen, word):
            yield f"{title}: '{word}' was not found, so this looks in the wrong way"
    for number in range(1, COUNT + 1):
        if holds(seen, f"canary{number:02}"):
            yield f"{title}: canary{number:02} is in the PDF"
    secrets = (os.uname().nodename, str(pathlib.Path.cwd()))
    for word in secrets:
        if len(word) > 3 and holds(seen, word):
            yield f"{title}: '{word}' is in the PDF"


def judge_words(title, done, created, allowed):
    """Messages may name the file that they are about, and a temporary file has a name of its own."""
    said = (done.stdout + done.stderr).decode(errors="replace")
    for path in allowed:
        said = said.replace(path, "")
    for found in sorted(set(re.findall(r"canary\d\d", said))):
        yield f"{title}: {found} is in a message"
    for name in created:
        if name.startswith(".cvpdf-") and not re.fullmatch(r"\.cvpdf-[a-z0-5]{6}\.tmp", name):
            yield f"{title}: a temporary file is called '{name}'"


def judge(title, program, arguments, folder):
    done, created = escaped_run(program, arguments, folder)
    if done.returncode != 0:
        return [f"{title}: exit code {done.returncode}: {done.stderr.decode()}"]
    pdfs = list((folder / "out").glob("*.pdf"))
    broken = [] if pdfs else [f"{title}: no PDF"]
    for pdf in pdfs:
        broken += judge_pdf(title, pdf.read_bytes())
        pdf.unlink()
    return broken + list(judge_words(title, done, created, (SOURCE,)))


def main():
    program = os.path.abspath(sys.argv[1])
    assert all(RESUME.count(f"canary{number:02}") for number in range(1, 35))
    with tempfile.TemporaryDirectory() as scratch:
        folder = pathlib.Path(scratch) / FOLDER
        (folder / "out").mkdir(parents=True)
        (folder / SOURCE).write_text(RESUME)
        runs = {
            "render": ["-v", SOURCE, "--variant", "shown", "-o", "out/a.pdf"],
            "with a date": [SOURCE, "--variant", "shown", "--date", "2024-05-17", "-o", "out/a.pdf"],
            "by its path": [str(folder / SOURCE), "-q", "--variant", "shown", "-o", "out/a.pdf"],
            "build": ["build", "-v", SOURCE, "--only", "shown", "-d", "out"],
            "fitted": [SOURCE, "--variant", "shown", "--pages", "1", "-o", "out/a.pdf"],
        }
        broken = [each for title, arguments in runs.items()
                  for each in judge(title, program, arguments, folder)]
    for line in broken:
        print(line)
    print(f"{len(runs)} runs, {COUNT} canaries, {len(broken)} found")
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
