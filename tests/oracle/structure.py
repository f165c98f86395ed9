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
import words

GOLDEN = pathlib.Path(__file__).with_name("golden")
DATED = {"education", "project", "award", "certificate", "item", "experience"}


# Content

def content_faults(pdf):
    """All text is content of the tree, once; and all that is content has text, but for a Figure."""
    places = collections.Counter(tagged.leaves(pdf.root, tagged.Content))
    drawn = {place for element in pdf.elements() if element.tag == "Figure"
             for place in tagged.leaves(element, tagged.Content)}
    for place, count in places.items():
        if count > 1:
            yield f"page {place.page + 1}: MCID {place.mcid} is in the tree {count} times"
        if bool(pdf.text_of_mark.get(place)) == (place in drawn):
            words = "no text" if place not in drawn else "text, in a Figure"
            yield f"page {place.page + 1}: MCID {place.mcid} has {words}"
    for place, text in pdf.text_of_mark.items():
        if place not in places and not text.isspace():
            yield f"page {place.page + 1}: “{text}” is not in the tree"


def named(node):
    if isinstance(node, tagged.Element):
        return f"{node.tag} {node.id}"
    if isinstance(node, tagged.Annotation):
        return f"the link to {node.uri}"
    return f"page {node.page + 1}: MCID {node.mcid}"


def parent_faults(pdf):
    """ISO 32000-1, 14.7.4.4: the way back up, from elements and by the ParentTree."""
    for element in pdf.elements():
        for kid in element.kids:
            is_element = isinstance(kid, tagged.Element)
            if (kid.parent if is_element else pdf.parent_id(kid)) != element.id:
                yield f"{named(kid)} does not lead back to the {element.tag} it is in"


def kid_tags(element):
    return [kid.tag for kid in element.kids if isinstance(kid, tagged.Element)]


def list_faults(element):
    tags = kid_tags(element)
    if element.tag == "L" and set(tags) != {"LI"}:
        yield f"an L holds {' '.join(tags)}"
    if element.tag == "LI" and tags not in (["Lbl", "LBody"], ["LBody"]):
        yield f"an LI holds {' '.join(tags)}"
    if element.tag == "L" and not element.numbering:
        yield "an L has no ListNumbering"
    if element.tag != "L" and "LI" in tags:
        yield f"an LI is in a {element.tag}"


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


def titled(element, level=1):
    """All elements with a title, each with its level among them."""
    for kid in element.kids:
        if isinstance(kid, tagged.Element):
            if kid.title:
                yield level, kid
            yield from titled(kid, level + bool(kid.title))


def bookmark_faults(pdf):
    """Each titled element has a bookmark, which leads to its first line."""
    elements = list(titled(pdf.root))
    want = [(level, element.title) for level, element in elements]
    got = [(bookmark.level, bookmark.title) for bookmark in pdf.bookmarks]
    if want != got:
        yield f"the bookmarks are {got}, the titles {want}"
        return
    for bookmark, (_, element) in zip(pdf.bookmarks, elements):
        place = next(tagged.leaves(element, tagged.Content))
        line = next((c for c in pdf.characters if (c.page, c.mcid) == place), None)
        if (not line or bookmark.page != line.page
                or not line.baseline < bookmark.top < line.baseline + 2 * line.size):
            yield f"the bookmark “{bookmark.title}” leads elsewhere"


# Figures

def figure_faults(document, pdf):
    """Each is the photo of the display list, at its place, with words for those who do not see it."""
    want = pages.photo_boxes(document.pages)
    figures = [element for element in pdf.elements() if element.tag == "Figure"]
    if len(figures) != len(want):
        yield f"there are {len(figures)} figures, not {len(want)}"
    for figure, box in zip(figures, want):
        if not (figure.alternative or "").strip():
            yield "the figure has no alternative text"
        if not figure.box or any(abs(a - b) > .02 for a, b in zip(figure.box, box)):
            yield f"the figure is at {figure.box}, not at {box}"


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


def text_faults(document, pdf, output):
    """What runs from right to left is drawn so, and its Spans say how it reads; Poppler does not
    look at that."""
    want = pages.unbroken_text(pages.read(document.pages))
    if words.runs_right_to_left(want):
        yield from oracle.differences(words.directed_words(want),
                                      words.directed_words(pdf.text(pdf.root)))
        return
    for reader, text in (("pdfminer", pdf.text(pdf.root)), ("poppler", poppler_text(output))):
        for fault in oracle.differences(oracle.words(want), oracle.words(text)):
            yield f"{reader}: {fault}"


def judge(document, blesses):
    pdf = tagged.TaggedPdf(document.pdf)
    output = poppler_output(document)
    yield from text_faults(document, pdf, output)
    yield from content_faults(pdf)
    yield from parent_faults(pdf)
    for element in pdf.elements():
        yield from list_faults(element)
    yield from section_faults(document, pdf)
    yield from heading_faults(pdf)
    yield from bookmark_faults(pdf)
    yield from figure_faults(document, pdf)
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
