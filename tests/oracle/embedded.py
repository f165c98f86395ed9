# SPDX-License-Identifier: MIT
"""embedded.py - resume.json inside the PDFs can be taken out and is JSON Resume.

Usage: embedded.py JUDGE PROGRAM [OPTION]...
  files   pdfdetach finds one file, equal to `dump json` and in canonical form, whose pointers lead
          to each entry and contact once
  schema  ajv, with formats, has no fault to find by the schema of JSON Resume
"""
import json
import pathlib
import tempfile

import oracle

ARRAYS = ("work", "education", "awards", "certificates", "publications", "skills", "references",
          "projects", "items", "texts")
CONTACTS = ("profiles", "links", "emails", "phones", "urls", "locations")


def take_out(document, folder):
    """The attachment of one document as a file."""
    file = folder / (document.name.replace("/", "_") + ".json")
    oracle.run([oracle.need("pdfdetach"), "-savefile", "resume.json", "-o", file, document.pdf])
    return file


# Files

def pointers(value):
    """All JSON Pointers in a list of places, those inside groups of roles too."""
    for place in value:
        yield from place["roles"] if isinstance(place, dict) else [place]


def expected(resume):
    """The pointers that there should be: one for each entry and each contact."""
    for key in ARRAYS:
        yield from (f"/{key}/{number}" for number in range(len(resume.get(key, []))))
    basics = resume["basics"]
    yield from (f"/basics/{key}" for key in ("email", "phone", "url", "location") if key in basics)
    for key in CONTACTS:
        yield from (f"/basics/{key}/{number}" for number in range(len(basics.get(key, []))))


def place_faults(resume):
    page = resume["meta"]["cvpdf"]
    found = list(pointers(page.get("contact", [])))
    for section in page["sections"]:
        found += pointers(section["entries"])
    for place in sorted(set(found) ^ set(expected(resume))):
        yield f"{place} is {'nowhere' if place in found else 'not on the page'}"
    if len(found) != len(set(found)):
        yield "an entry stands at two places"


def file_faults(program, document, file):
    text = file.read_text("utf-8")
    dump = oracle.run([program, "dump", "json", document.source.name], cwd=document.source.parent)
    if text != dump:
        yield "the attachment is not what `dump json` prints"
    if json.dumps(json.loads(text), indent=2, ensure_ascii=False) + "\n" != text:
        yield "not in canonical form"
    yield from place_faults(json.loads(text))
    listing = oracle.run([oracle.need("pdfdetach"), "-list", document.pdf])
    if listing != "1 embedded files\n1: resume.json\n":
        yield listing


# Schema

def schema_faults(options, files):
    """For each file a list of what is wrong with it."""
    modules = oracle.need_file((options.tools / "node_modules").resolve())
    driver = pathlib.Path(__file__).with_name("schema.mjs")
    return oracle.run_extractor([oracle.need("node"), driver, modules], files)


def main():
    options = oracle.parser("Checks resume.json inside the PDFs.")
    options.add_argument("judge", choices=("files", "schema"))
    options.add_argument("program", type=pathlib.Path)
    options = options.parse_args()
    verdict = oracle.Verdict()
    with tempfile.TemporaryDirectory() as folder:
        documents = oracle.documents(options)
        files = [take_out(document, pathlib.Path(folder)) for document in documents]
        if options.judge == "schema":
            faults = schema_faults(options, files)
        else:
            program = options.program.resolve()
            faults = [file_faults(program, *pair) for pair in zip(documents, files)]
        for document, found in zip(documents, faults):
            verdict.report(document.name, found)
    verdict.end()


if __name__ == "__main__":
    main()
