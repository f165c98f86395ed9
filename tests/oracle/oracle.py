# SPDX-License-Identifier: MIT
"""oracle.py - what all judges share: their options, the documents, missing tools, the verdict.

Needs nothing but Python 3.9; each judge says itself what else it needs.
"""
import argparse
import collections
import difflib
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import unicodedata

SKIPPED = 77  # ctest's SKIP_RETURN_CODE
SHOWN = 12    # differences printed for one document

# source: the YAML file; pdf, pages: its PDF and `dump pages`; name: "examples/academic"
Document = collections.namedtuple("Document", "name source pdf pages")


def parser(description):
    """Options of every judge. The defaults suit a run by hand from the root of the repository."""
    options = argparse.ArgumentParser(description=description)
    options.add_argument("--documents", type=pathlib.Path, metavar="FOLDER",
                         default=pathlib.Path("build/tests/oracle/documents"),
                         help="where render.py has put them (default: %(default)s)")
    options.add_argument("--tools", type=pathlib.Path, metavar="FOLDER",
                         default=pathlib.Path("build/oracle-tools"),
                         help="where install.py has put them (default: %(default)s)")
    options.add_argument("--only", metavar="TEXT", default="",
                         help="only documents whose name contains TEXT")
    return options


def documents(options):
    """All rendered documents, in the order of their names."""
    listing = options.documents / "documents.txt"
    if not listing.is_file():
        sys.exit(f"no {listing}: run render.py first")
    found = []
    for line in listing.read_text("utf-8").splitlines():
        name, source = line.split("\t")
        stem = options.documents / name
        found.append(Document(name, pathlib.Path(source), pathlib.Path(f"{stem}.pdf"),
                              pathlib.Path(f"{stem}.pages")))
    found = [document for document in found if options.only in document.name]
    if not found:
        sys.exit(f"no documents in {listing}: this test would prove nothing")
    return found


def missing(what):
    """Ends the test that cannot be made: as a failure where all tools are promised."""
    if os.environ.get("CVPDF_ORACLES") == "ON":
        sys.exit(f"missing: {what}")
    print(f"skipped: {what} is not installed")
    sys.exit(SKIPPED)


def lacks_only_fonts(refusal):
    """Whether a resume was refused for nothing but a font that this system lacks."""
    lacks_font = re.compile(rb"error\[(CV401|CV307)\]")
    return lacks_font.search(refusal) and b"error[" not in lacks_font.sub(b"", refusal)


def need(program):
    """The path of a program; the test ends where it is missing."""
    return shutil.which(program) or missing(program)


def need_file(path):
    """`path` as text; the test ends where ./bootstrap test --oracles has not put it there."""
    return str(path) if path.exists() else missing(path)


def java(options, driver, *arguments):
    """The arguments of a process that runs a Java file of this folder."""
    libraries = need_file(options.tools / "java")
    return [need("java"), "-Xshare:auto", "-XX:TieredStopAtLevel=1", "-cp", f"{libraries}/*",
            str(pathlib.Path(__file__).with_name(driver)), *arguments]


def run(arguments, **more):
    """What a program prints. Whatever goes wrong ends the test with the program's own words."""
    done = subprocess.run([str(argument) for argument in arguments], stdout=subprocess.PIPE,
                          stderr=subprocess.PIPE, check=False, **more)
    if done.returncode != 0:
        said = (done.stdout + done.stderr).decode("utf-8", "replace")
        sys.exit(f"{' '.join(map(str, arguments))}: exit {done.returncode}\n{said}")
    return done.stdout.decode("utf-8", "replace")


def run_extractor(arguments, files):
    """What an extractor of this folder reads of all files, in one process: {file: [page, ...]}."""
    texts = json.loads(run([*arguments, *files]))
    return [texts[str(file)] for file in files]


def words(text):
    """The words of a text: canonically composed, whatever white space separates them."""
    return unicodedata.normalize("NFC", text).split()


def differences(want, got):
    """Where two lists of words differ, each with what precedes it."""
    if want == got:
        return  # what the matcher takes long to find out
    matcher = difflib.SequenceMatcher(None, want, got, autojunk=False)
    for kind, i, i_end, j, j_end in matcher.get_opcodes():
        if kind != "equal":
            context = " ".join(want[max(0, i - 4):i])
            yield (f"after “{context}”: expected “{' '.join(want[i:i_end][:12])}”, "
                   f"found “{' '.join(got[j:j_end][:12])}”")


class Verdict:
    """Collects what is wrong, and counts what was looked at: nothing is no success."""

    def __init__(self):
        self.failed = 0
        self.checked = 0

    def report(self, name, faults):
        """Prints the first faults of one document (or part of it)."""
        faults = list(faults)
        self.checked += 1
        self.failed += bool(faults)
        for fault in faults[:SHOWN]:
            print(f"{name}: {fault}")
        if len(faults) > SHOWN:
            print(f"{name}: and {len(faults) - SHOWN} more")

    def end(self):
        """Ends the program."""
        print(f"{self.checked} checked, {self.failed} failed")
        sys.exit(1 if self.failed or not self.checked else 0)
