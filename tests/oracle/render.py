# SPDX-License-Identifier: MIT
"""render.py - makes the PDFs that all judges look at, once.

Usage: render.py PROGRAM OUT FOLDER...
OUT/<folder>/<name>.pdf and .pages for each resume of each FOLDER, and OUT/documents.txt.
"""
import pathlib
import shutil
import subprocess
import sys

SUFFIXES = (".yaml", ".yml", ".json")


def render(program, source, stem):
    """False if the program refuses the resume. It runs where the resume is, as its user would."""
    for arguments, output in ((["-q", source.name, "-o", f"{stem}.pdf"], None),
                              (["dump", "pages", source.name], f"{stem}.pages")):
        done = subprocess.run([program, *arguments], cwd=source.parent, stdout=subprocess.PIPE,
                              stderr=subprocess.PIPE, check=False)
        if done.returncode != 0:
            print(f"{source}: exit {done.returncode}\n{done.stderr.decode('utf-8', 'replace')}")
            return False
        if output:
            pathlib.Path(output).write_bytes(done.stdout)
    return True


def main(program, out, *folders):
    program, out = pathlib.Path(program).resolve(), pathlib.Path(out).resolve()
    shutil.rmtree(out, ignore_errors=True)
    listing, failed = [], 0
    for folder in map(pathlib.Path, folders):
        (out / folder.name).mkdir(parents=True, exist_ok=True)
        for source in sorted(folder.resolve().iterdir()):
            if source.suffix not in SUFFIXES:
                continue
            name = f"{folder.name}/{source.stem}"
            if render(program, source, out / name):
                listing.append(f"{name}\t{source}\n")
            else:
                failed += 1
    (out / "documents.txt").write_text("".join(listing), "utf-8")
    print(f"{len(listing)} documents, {failed} failed")
    return 1 if failed or not listing else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
