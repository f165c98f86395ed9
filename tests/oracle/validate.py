# SPDX-License-Identifier: MIT
"""validate.py - the files are sound and conform to what they declare.

Usage: validate.py JUDGE [OPTION]...
  qpdf      no error and no warning; the only actions are URI and GoTo
  fonts     pdffonts: embedded, subset, with ToUnicode; pdfinfo: PDF 1.7, tagged, title, author
  verapdf   PDF/UA-1 and PDF/A-3a: every failed check with clause and place
"""
import json
import re
import subprocess

import oracle

SCHEMES = ("https://", "http://", "mailto:", "tel:")
# All actions but URI and GoTo, and where else a file can say that something happens
# (ISO 32000-1, 12.6).
FORBIDDEN_ACTIONS = {f"/{kind}" for kind in """
    GoToR GoToE Launch Thread Sound Movie Hide Named SubmitForm ResetForm ImportData JavaScript
    SetOCGState Rendition Trans GoTo3DView""".split()}
FORBIDDEN_KEYS = {"/AA", "/JS", "/JavaScript", "/Launch", "/AcroForm", "/XFA", "/RichMedia"}


# qpdf

def dictionaries(value):
    """All dictionaries inside a value of qpdf's JSON, itself first."""
    if isinstance(value, dict):
        yield value
    for inner in value.values() if isinstance(value, dict) else value:
        if isinstance(inner, (dict, list)):
            yield from dictionaries(inner)


def string(value):
    """A string of qpdf's JSON: "u:text" or "b:hexadecimal"."""
    return value[2:] if value.startswith("u:") else bytes.fromhex(value[2:]).decode("latin-1")


def action_faults(objects):
    for dictionary in dictionaries(objects):
        for key in FORBIDDEN_KEYS & dictionary.keys():
            yield f"the file has a {key}"
        if dictionary.get("/S") in FORBIDDEN_ACTIONS:
            yield f"the file has an action {dictionary['/S']}"
        if dictionary.get("/S") == "/URI" and not string(dictionary["/URI"]).startswith(SCHEMES):
            yield f"a link leads to {string(dictionary['/URI'])}"


def qpdf(document):
    program = oracle.need("qpdf")
    done = subprocess.run([program, "--check", document.pdf], stdout=subprocess.PIPE,
                          stderr=subprocess.STDOUT, check=False, encoding="utf-8")
    if done.returncode != 0:
        yield from done.stdout.splitlines()
    else:
        objects = json.loads(oracle.run([program, "--json=2", "--json-key=qpdf", document.pdf]))
        yield from action_faults(objects["qpdf"])


# Poppler

def fonts(document):
    lines = oracle.run([oracle.need("pdffonts"), document.pdf]).splitlines()[2:]
    if not lines:
        yield "no fonts"
    for line in lines:
        font = re.match(r"(\S+) .* (yes|no) +(yes|no) +(yes|no) +\d+ +\d+$", line)
        if not font:
            yield f"unexpected: {line}"
            continue
        for value, word in zip(font.groups()[1:], ("embedded", "subset", "with ToUnicode")):
            if value != "yes":
                yield f"{font[1]} is not {word}"
        if not re.match(r"[A-Z]{6}\+", font[1]):
            yield f"{font[1]} has no subset tag"
    yield from info(document)


def info(document):
    text = oracle.run([oracle.need("pdfinfo"), "-enc", "UTF-8", document.pdf])
    found = dict(re.split(r":\s+", line, maxsplit=1) for line in text.splitlines() if ": " in line)
    for key, value in (("PDF version", "1.7"), ("Tagged", "yes"), ("JavaScript", "no"),
                       ("Encrypted", "no"), ("Form", "none")):
        if found.get(key) != value:
            yield f"{key} is {found.get(key)}, expected {value}"
    for key in ("Title", "Author"):
        if not found.get(key):
            yield f"no {key}"
    if not found.get("Title", "").startswith(found.get("Author", "?")):
        yield f"title “{found.get('Title')}” does not begin with the author"


# veraPDF

def verapdf(options, documents):
    files = [document.pdf for document in documents]
    done = subprocess.run(oracle.java(options, "Validate.java", *files), check=False)
    raise SystemExit(1 if done.returncode else 0)


def main():
    options = oracle.parser("Checks the PDFs by the rules of their format.")
    options.add_argument("judge", choices=("qpdf", "fonts", "verapdf"))
    options = options.parse_args()
    documents = oracle.documents(options)
    if options.judge == "verapdf":
        verapdf(options, documents)
    verdict = oracle.Verdict()
    for document in documents:
        verdict.report(document.name, {"qpdf": qpdf, "fonts": fonts}[options.judge](document))
    verdict.end()


if __name__ == "__main__":
    main()
