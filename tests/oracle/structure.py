# SPDX-License-Identifier: MIT
"""structure.py - who follows the tags reads the same text, in parts that make sense.

Usage: structure.py [--bless] [OPTION]...
pdfminer.six walks the tree itself; Poppler's `pdfinfo -struct-text` is the second reader, and its
output for the documents of golden/ is compared as it stands (--bless writes it anew).
"""
import collections
import pathlib
import re

import oracle
import pages
import source_words
import tagged

GOLDEN = pathlib.Path(__file__).with_name("golden")
DATED = {"education", "project", "award", "certificate", "item", "experience"}


# Content

def content_faults(pdf):
    """All text is content of the tree, once."""
    places = collections.Counter(tagged.leaves(pdf.root, tagged.Content))
    for place, count in places.items():
        if count > 1:
            yield f"page {place.page + 1}: MCID {place.mcid} is in the tree {count} times"
        if place not in pdf.text_of_mark:
            yield f"page {place.page + 1}: MCID {place.mcid} has no text"
    for place, text in pdf.text_of_mark.items():
        if place not in places:
            yield f"page {place.page + 1}: “{text}” is not in the tree"


def kid_tags(element):
    return [kid.tag for kid in element.kids if isinstance(kid, tagged.Element)]


def list_faults(element):
    tags = kid_tags(element)
    if element.tag == "L" and set(tags) != {"LI"}:
        yield f"an L holds {' '.join(tags)}"
    if element.tag == "LI" and tags not in (["Lbl", "LBody"], ["LBody"]):
        yield f"an LI holds {' '.join(tags)}"


# Sections

def sections_of(document):
    """How many Sect elements the source calls for, and how many of them show no title."""
    data = source_words.load(document.source)
    count, untitled = bool(data.get("summary")), 0
    for section in (data.get("sections") or {}).values():
        options = section if isinstance(section, dict) else {"entries": section}
        entries = source_words.as_list(options["entries"])
        count += bool(entries)
        untitled += options.get("heading") == "false"
        for entry in entries:
            kind = options.get("type") or source_words.kind_of(entry)
            if kind in DATED:
                count += 1 + len(source_words.as_list(entry.get("roles")))
    return count, untitled


def section_faults(document, pdf):
    sections = [element for element in pdf.elements() if element.tag == "Sect"]
    bare = [section for section in sections if kid_tags(section)[0] not in tagged.HEADINGS]
    count, untitled = sections_of(document)
    if len(sections) != count:
        yield f"{len(sections)} Sect, the source has {count} sections, entries and roles"
    if len(bare) != untitled:
        yield f"{len(bare)} Sect without a heading, the source hides {untitled}"


def heading_faults(pdf):
    """PDF/UA-1 7.4.2: no level is left out on the way down."""
    last = 0
    for element in pdf.elements():
        if element.tag not in tagged.HEADINGS:
            continue
        level, text = int(element.tag[1]), pdf.text(element).strip()
        if level > last + 1:
            yield f"{element.tag} “{text}” follows H{last}"
        if not text:
            yield f"{element.tag} is empty"
        last = level
    if not last:
        yield "no headings"


# Poppler

def poppler_output(document):
    text = oracle.run([oracle.need("pdfinfo"), "-enc", "UTF-8", "-struct-text", document.pdf])
    return re.sub(r"Object \d+ \d+", "Object", text)


def poppler_text(output):
    """The quoted lines; an element that is not inline stands on its own."""
    text = ""
    for line in output.splitlines():
        if quoted := re.fullmatch(r'\s*"(.*)"', line):
            text += quoted[1]
        elif "(inline)" not in line and not line.strip().startswith(("/", "Object")):
            text += "\n"
    return text


def golden_faults(document, output, blesses):
    golden = GOLDEN / f"{document.pdf.stem}.struct"
    if not golden.exists():
        return
    if blesses:
        golden.write_text(output, "utf-8")
    want, got = golden.read_text("utf-8").splitlines(), output.splitlines()
    if want != got:
        yield f"the tree is not that of {golden.name}:"
        yield from (line for line in oracle.difflib.unified_diff(want, got, lineterm="", n=1))


def judge(document, blesses):
    pdf = tagged.TaggedPdf(document.pdf)
    want = oracle.words(pages.unbroken_text(pages.read(document.pages)))
    output = poppler_output(document)
    for reader, text in (("pdfminer", pdf.text(pdf.root)), ("poppler", poppler_text(output))):
        for fault in oracle.differences(want, oracle.words(text)):
            yield f"{reader}: {fault}"
    yield from content_faults(pdf)
    for element in pdf.elements():
        yield from list_faults(element)
    yield from section_faults(document, pdf)
    yield from heading_faults(pdf)
    yield from golden_faults(document, output, blesses)


def main():
    options = oracle.parser("Checks the structure tree.")
    options.add_argument("--bless", action="store_true", help="take the output as right")
    options = options.parse_args()
    verdict = oracle.Verdict()
    for document in oracle.documents(options):
        verdict.report(document.name, judge(document, options.bless))
    verdict.end()


if __name__ == "__main__":
    main()
