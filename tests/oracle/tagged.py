# SPDX-License-Identifier: MIT
"""tagged.py - a tagged PDF as pdfminer.six sees it: the structure tree and its text."""
import collections

import oracle

try:
    from pdfminer.converter import PDFLayoutAnalyzer
    from pdfminer.pdfdocument import PDFDocument, PDFNoOutlines
    from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager
    from pdfminer.pdfpage import PDFPage
    from pdfminer.pdfparser import PDFParser
    from pdfminer.pdftypes import PDFObjRef, resolve1
    from pdfminer.psparser import PSLiteral
    from pdfminer.utils import decode_text
except ImportError:
    oracle.missing("pdfminer (python3-pdfminer)")

# page: counted from 0; mcid: None outside of tagged content; baseline, size: of the glyph
Character = collections.namedtuple("Character", "page mcid text x0 x1 baseline size")
# kids: of Element, Content and Annotation; parent: the id of the element it says it is in
# alternative, box: of a Figure
Element = collections.namedtuple("Element",
                                 "tag kids id parent title numbering alternative box reading",
                                 defaults=(None,) * 7)
Content = collections.namedtuple("Content", "page mcid")
# number: by which the ParentTree knows it
Annotation = collections.namedtuple("Annotation", "id page rectangle contents uri number",
                                    defaults=(None,))
Bookmark = collections.namedtuple("Bookmark", "level title page top")

INLINE = ("Link", "Span")
HEADINGS = ("H1", "H2", "H3", "H4", "H5", "H6")


class _Recorder(PDFLayoutAnalyzer):
    """Notes each character with the marked content it is in."""

    def __init__(self, resources):
        super().__init__(resources)
        self.characters = []
        self.marks = [None]

    def begin_tag(self, tag, props=None):
        properties = props if isinstance(props, dict) else {}
        self.marks.append(properties.get("MCID", self.marks[-1]))

    def end_tag(self):
        self.marks.pop()

    def render_char(self, matrix, font, fontsize, *more):
        advance = super().render_char(matrix, font, fontsize, *more)
        glyph = self.cur_item._objs[-1]
        self.characters.append(Character(self.pageno, self.marks[-1], glyph.get_text(), glyph.x0,
                                         glyph.x1, matrix[5], fontsize * matrix[3]))
        return advance


def _name(value):
    value = resolve1(value)
    return value.name if isinstance(value, PSLiteral) else value


class TaggedPdf:
    def __init__(self, path):
        with open(path, "rb") as file:
            self.document = PDFDocument(PDFParser(file))
            self.pages = list(PDFPage.create_pages(self.document))
            self._page_numbers = {page.pageid: number for number, page in enumerate(self.pages)}
            self.characters = self._read_characters()
            self.annotations = dict(self._read_annotations())
            self.bookmarks = list(self._read_bookmarks())
            self.root = self._element(self.document.catalog["StructTreeRoot"], None)
            self._parents = dict(self._read_parent_tree())
        self.text_of_mark = collections.defaultdict(str)
        for character in self.characters:
            self.text_of_mark[Content(character.page, character.mcid)] += character.text

    def _read_characters(self):
        resources = PDFResourceManager()
        recorder = _Recorder(resources)
        interpreter = PDFPageInterpreter(resources, recorder)
        for number, page in enumerate(self.pages):
            recorder.pageno = number
            interpreter.process_page(page)
        return recorder.characters

    def _read_annotations(self):
        for number, page in enumerate(self.pages):
            for reference in resolve1(page.annots) or []:
                annotation = resolve1(reference)
                uri = resolve1(resolve1(annotation["A"])["URI"]).decode("ascii")
                rectangle = [float(side) for side in resolve1(annotation["Rect"])]
                contents = decode_text(resolve1(annotation.get("Contents", b"")))
                yield reference.objid, Annotation(reference.objid, number, rectangle, contents, uri,
                                                  annotation.get("StructParent"))

    def _read_bookmarks(self):
        try:
            for level, title, place, _, _ in self.document.get_outlines():
                page, _, _, top, _ = resolve1(place)
                yield Bookmark(level, title, self._page_numbers[page.objid], top)
        except PDFNoOutlines:
            pass

    def _read_parent_tree(self):
        """From a number, of a page with that of the content, to the id of an element."""
        root = resolve1(self.document.catalog["StructTreeRoot"])
        numbers = resolve1(resolve1(root["ParentTree"])["Nums"])
        for number, value in zip(numbers[::2], numbers[1::2]):
            elements = resolve1(value)
            if isinstance(elements, list):
                for mcid, element in enumerate(elements):
                    yield (number, mcid), element.objid
            else:
                yield number, value.objid

    def _element(self, value, page):
        dictionary = resolve1(value)
        if isinstance(dictionary.get("Pg"), PDFObjRef):
            page = self._page_numbers[dictionary["Pg"].objid]
        kids = dictionary.get("K", [])
        kids = resolve1(kids) if isinstance(resolve1(kids), list) else [kids]
        title = decode_text(resolve1(dictionary["T"])) if "T" in dictionary else None
        parent = dictionary["P"].objid if "P" in dictionary else None
        alternative = decode_text(resolve1(dictionary["Alt"])) if "Alt" in dictionary else None
        reading = None
        if "ActualText" in dictionary:
            reading = decode_text(resolve1(dictionary["ActualText"]))
        attributes = resolve1(dictionary.get("A", {}))
        return Element(_name(dictionary.get("S")), [self._kid(kid, page) for kid in kids],
                       value.objid, parent, title, _name(attributes.get("ListNumbering")),
                       alternative, resolve1(attributes.get("BBox")), reading)

    def _kid(self, value, page):
        kid = resolve1(value)
        if isinstance(kid, int):
            return Content(page, kid)
        if isinstance(kid.get("Pg"), PDFObjRef):
            page = self._page_numbers[kid["Pg"].objid]
        if _name(kid.get("Type")) == "MCR":
            return Content(page, kid["MCID"])
        if _name(kid.get("Type")) == "OBJR":
            return self.annotations[kid["Obj"].objid]
        return self._element(value, page)

    def parent_id(self, leaf):
        """The id of the element that the ParentTree has for content or an annotation, or None."""
        if isinstance(leaf, Annotation):
            return self._parents.get(leaf.number)
        return self._parents.get((self.pages[leaf.page].attrs.get("StructParents"), leaf.mcid))

    def text(self, node):
        """The text of an element, read in the order of the tree. A block stands on its own."""
        if isinstance(node, Content):
            return self.text_of_mark[node]
        if isinstance(node, Annotation):
            return ""
        text = node.reading
        if text is None:
            text = "".join(map(self.text, node.kids))
        return text if node.tag in INLINE else f"\n{text}\n"

    def elements(self, node=None):
        """All elements, in the order of the tree."""
        node = node or self.root
        yield node
        for kid in node.kids:
            if isinstance(kid, Element):
                yield from self.elements(kid)


def leaves(node, kind):
    """The kids of a kind (Content, Annotation) of an element and of those inside it."""
    for kid in node.kids:
        if isinstance(kid, kind):
            yield kid
        elif isinstance(kid, Element):
            yield from leaves(kid, kind)
