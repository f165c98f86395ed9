# SPDX-License-Identifier: MIT
"""links.py - a link is where its text is: each annotation encloses its glyphs and no others.

Usage: links.py ENGINE [OPTION]...
  pdfminer  advance widths and baselines, by the tags
  pdfium    boxes of the ink, by their place
Also: each annotation is in the tree once, and says where it leads (/Contents).
"""
import collections
import itertools

import oracle
import tagged

TOLERANCE = 0.5  # points
CAPITALS = 0.7  # of the size: what stands above the baseline at least


def has_centre(rectangle, x0, x1, baseline):
    return (rectangle[0] < (x0 + x1) / 2 < rectangle[2]
            and rectangle[1] < baseline < rectangle[3])


def tree_faults(pdf):
    uses = collections.Counter(annotation.id for annotation
                               in tagged.leaves(pdf.root, tagged.Annotation))
    for annotation in pdf.annotations.values():
        if uses[annotation.id] != 1:
            yield f"the link to {annotation.uri} is in the tree {uses[annotation.id]} times"
        if not annotation.contents.strip():
            yield f"the link to {annotation.uri} has no description"


def overlap(one, other):
    return (one.page == other.page
            and one.rectangle[0] < other.rectangle[2] and other.rectangle[0] < one.rectangle[2]
            and one.rectangle[1] < other.rectangle[3] and other.rectangle[1] < one.rectangle[3])


def overlap_faults(pdf):
    """Who clicks means one link."""
    for one, other in itertools.combinations(pdf.annotations.values(), 2):
        if overlap(one, other):
            yield f"the areas of links to {one.uri} and {other.uri} overlap"


def visible(characters):
    return [character for character in characters if not character.text.isspace()]


def area_faults(annotation, own, page):
    """`own`: characters of the link on this page; `page`: all others."""
    left, bottom, right, top = annotation.rectangle
    inside = [c for c in own if has_centre(annotation.rectangle, c.x0, c.x1, c.baseline)]
    if not inside:
        yield "encloses nothing"
        return
    if abs(min(c.x0 for c in inside) - left) > TOLERANCE:
        yield f"begins at {left:.2f}, its text at {min(c.x0 for c in inside):.2f}"
    if abs(max(c.x1 for c in inside) - right) > TOLERANCE:
        yield f"ends at {right:.2f}, its text at {max(c.x1 for c in inside):.2f}"
    for c in inside:
        if bottom > c.baseline + TOLERANCE or top < c.baseline + CAPITALS * c.size - TOLERANCE:
            yield f"{bottom:.2f} to {top:.2f} is not the height of “{c.text}” on {c.baseline:.2f}"
    strangers = [c for c in page if has_centre(annotation.rectangle, c.x0, c.x1, c.baseline)]
    if strangers:
        yield f"encloses also “{''.join(c.text for c in strangers)}”"


def pdfminer_faults(pdf):
    for element in pdf.elements():
        if element.tag != "Link":
            continue
        places = set(tagged.leaves(element, tagged.Content))
        annotations = list(tagged.leaves(element, tagged.Annotation))
        own = [c for c in visible(pdf.characters) if (c.page, c.mcid) in places]
        others = [c for c in visible(pdf.characters) if (c.page, c.mcid) not in places]
        for c in own:
            count = sum(a.page == c.page and has_centre(a.rectangle, c.x0, c.x1, c.baseline)
                        for a in annotations)
            if count != 1:
                yield f"“{c.text}” of “{pdf.text(element)}” is in {count} areas of its link"
        for annotation in annotations:
            for fault in area_faults(annotation, [c for c in own if c.page == annotation.page],
                                     [c for c in others if c.page == annotation.page]):
                yield f"the link to {annotation.uri} {fault}"


def pdfium_faults(pdf, boxes):
    """`boxes`: for each page a list of [character, left, bottom, right, top]."""
    for element in pdf.elements():
        if element.tag != "Link":
            continue
        text = ""
        for annotation in tagged.leaves(element, tagged.Annotation):
            left, bottom, right, top = annotation.rectangle
            for character, x0, y0, x1, y1 in boxes[annotation.page]:
                middle = (y0 + y1) / 2
                if character.isspace() or not has_centre(annotation.rectangle, x0, x1, middle):
                    continue
                text += character
                if (x0 < left - TOLERANCE or x1 > right + TOLERANCE or y0 < bottom - TOLERANCE
                        or y1 > top + TOLERANCE):
                    yield f"“{character}” sticks out of the link to {annotation.uri}"
        want = "".join(pdf.text(element).split())
        if text != want:
            yield f"the areas of “{want}” enclose “{text}”"


def read_boxes(options, engine, documents):
    """For each document what pdfium_faults needs, or None where it is not asked."""
    if engine != "pdfium":
        return [None] * len(documents)
    driver = oracle.pathlib.Path(__file__).with_name("extract_pdfium.py")
    python = oracle.need_file(options.tools / "venv/bin/python")
    return oracle.run_extractor([python, driver, "--boxes"], [d.pdf for d in documents])


def judge(document, boxes):
    pdf = tagged.TaggedPdf(document.pdf)
    yield from tree_faults(pdf)
    yield from overlap_faults(pdf)
    yield from pdfium_faults(pdf, boxes) if boxes else pdfminer_faults(pdf)


def main():
    options = oracle.parser("Checks the areas of links.")
    options.add_argument("engine", choices=("pdfminer", "pdfium"))
    options = options.parse_args()
    documents = oracle.documents(options)
    verdict = oracle.Verdict()
    for document, boxes in zip(documents, read_boxes(options, options.engine, documents)):
        verdict.report(document.name, judge(document, boxes))
    verdict.end()


if __name__ == "__main__":
    main()
