# SPDX-License-Identifier: MIT
"""validate.py - the files are sound and conform to what they declare.

Usage: validate.py JUDGE [OPTION]...
  qpdf      no error and no warning; the only actions are URI and GoTo
  fonts     pdffonts: embedded, subset, with ToUnicode; pdfinfo: PDF 1.7, tagged, title, author,
            and the same in XMP
  verapdf   PDF/UA-1 and PDF/A-3a: every failed check with clause and place
"""
import json
import re
import subprocess
from xml.etree import ElementTree

import oracle

SCHEMES = ("https://", "http://", "mailto:", "tel:")
# All actions but URI and GoTo, and where else a file can say that something happens
# (ISO 32000-1, 12.6).
FORBIDDEN_ACTIONS = {f"/{kind}" for kind in """
    GoToR GoToE Launch Thread Sound Movie Hide Named SubmitForm ResetForm ImportData JavaScript
    SetOCGState Rendition Trans GoTo3DView""".split()}
FORBIDDEN_KEYS = {"/AA", "/JS", "/JavaScript", "/Launch", "/AcroForm", "/XFA", "/RichMedia"}

# Where XMP says what Info says (ISO 19005-3, 6.1.5).
XMP_KEYS = {
    "Title": "{http://purl.org/dc/elements/1.1/}title",
    "Author": "{http://purl.org/dc/elements/1.1/}creator",
    "Subject": "{http://purl.org/dc/elements/1.1/}description",
    "Keywords": "{http://ns.adobe.com/pdf/1.3/}Keywords",
    "Creator": "{http://ns.adobe.com/xap/1.0/}CreatorTool",
    "Producer": "{http://ns.adobe.com/pdf/1.3/}Producer",
}


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


def pdfinfo(document, *options):
    return oracle.run([oracle.need("pdfinfo"), "-enc", "UTF-8", *options, document.pdf])


def xmp_faults(found, packet):
    """`found`: the texts of the Info dictionary."""
    if not packet:
        yield "no XMP"
        return
    properties = ElementTree.fromstring(packet)
    for key, name in XMP_KEYS.items():
        said = ["".join(element.itertext()) for element in properties.iter(name)]
        if said != ([found[key]] if key in found else []):
            yield f"{key} is “{found.get(key)}”, in XMP {said}"


def info(document):
    text = pdfinfo(document)
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
    yield from xmp_faults(found, pdfinfo(document, "-meta"))


# veraPDF

def verapdf(options, documents):
    """For each document a list of what is wrong with it."""
    files = [str(document.pdf) for document in documents]
    done = subprocess.run(oracle.java(options, "Validate.java", *files), stdout=subprocess.PIPE,
                          check=False, encoding="utf-8")
    *lines, end = done.stdout.splitlines() or [""]
    found = {file: [] for file in files}
    for line in lines:
        file, _, fault = line.partition(": ")
        if file in found:
            found[file].append(fault)
    if (not end.startswith(f"{len(files)} documents, ")
            or (done.returncode != 0) != any(found.values())):
        raise SystemExit(f"veraPDF: exit {done.returncode}\n{done.stdout}")
    return [found[file] for file in files]


def main():
    options = oracle.parser("Checks the PDFs by the rules of their format.")
    options.add_argument("judge", choices=("qpdf", "fonts", "verapdf"))
    options = options.parse_args()
    documents = oracle.documents(options)
    if options.judge == "verapdf":
        found = verapdf(options, documents)
    else:
        found = map({"qpdf": qpdf, "fonts": fonts}[options.judge], documents)
    verdict = oracle.Verdict()
    for document, faults in zip(documents, found):
        verdict.report(document.name, faults)
    verdict.end()


if __name__ == "__main__":
    main()
