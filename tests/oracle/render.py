# SPDX-License-Identifier: MIT
"""render.py - makes the PDFs that all judges look at, once.

Usage: render.py PROGRAM OUT FOLDER...
OUT/<folder>/<name>.pdf and .pages for each resume of each FOLDER, and OUT/documents.txt. Resumes
for which this system lacks a font are left out, and the test counts as skipped: the judges look at
the others.
"""
import pathlib
import shutil
import subprocess
import sys

import oracle

SUFFIXES = (".yaml", ".yml", ".json")


def render(program, source, stem):
    """Why the program refuses the resume, else b"". It runs where the resume is, as its user would."""
    for arguments, output in ((["-q", source.name, "-o", f"{stem}.pdf"], None),
                              (["dump", "pages", source.name], f"{stem}.pages")):
        done = subprocess.run([program, *arguments], cwd=source.parent, stdout=subprocess.PIPE,
                              stderr=subprocess.PIPE, check=False)
        if done.returncode != 0:
            return done.stderr or b"exit %d" % done.returncode
        if output:
            pathlib.Path(output).write_bytes(done.stdout)
    return b""


def main(program, out, *folders):
    program, out = pathlib.Path(program).resolve(), pathlib.Path(out).resolve()
    shutil.rmtree(out, ignore_errors=True)
    listing, lacking, failed = [], [], 0
    for folder in map(pathlib.Path, folders):
        (out / folder.name).mkdir(parents=True, exist_ok=True)
        for source in sorted(folder.resolve().iterdir()):
            if source.suffix not in SUFFIXES:
                continue
            name = f"{folder.name}/{source.stem}"
            refusal = render(program, source, out / name)
            if not refusal:
                listing.append(f"{name}\t{source}\n")
            elif oracle.lacks_only_fonts(refusal):
                lacking.append(name)
            else:
                failed += 1
                print(f"{source}: {refusal.decode('utf-8', 'replace')}")
    (out / "documents.txt").write_text("".join(listing), "utf-8")
    print(f"{len(listing)} documents, {failed} failed")
    if failed or not listing:
        sys.exit(1)
    if lacking:
        oracle.missing(f"a font for {', '.join(lacking)}")


if __name__ == "__main__":
    main(*sys.argv[1:])
