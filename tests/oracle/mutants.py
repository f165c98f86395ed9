# SPDX-License-Identifier: MIT
"""mutants.py - whatever is damaged in a PDF, the judges that are there for it say so.

Usage: mutants.py PROGRAM [OPTION]...
Each mutant is a copy of one document with one damage, and states which judges must complain of it,
each with a part of its complaint. Undamaged, the copy passes all judges.
"""
import collections
import pathlib
import re
import tempfile

import editable
import embedded
import links
import oracle
import pages
import structure
import validate
import words

SUBJECT = "examples/academic"  # two pages with links, lists, rows, rules, footers and bookmarks
PHOTO = "accept/photo-designer"

# subject: name of the document; damage: function of an EditablePdf;
# complaints: {judge: part of what it must say}
Mutant = collections.namedtuple("Mutant", "subject damage complaints")
MUTANTS = []


def seen_by(subject=SUBJECT, **complaints):
    def register(damage):
        MUTANTS.append(Mutant(subject, damage, complaints))
        return damage
    return register


def every_engine(complaint):
    return dict.fromkeys(words.ENGINES, complaint)


# Content and its tags

@seen_by(verapdf="ua1 clause 7.1 test 3", structure="expected “zhang677.github.io”, found “”")
def text_without_tag(pdf):
    pdf.draw(r"/Link <</MCID 1>> BDC\n(.*?)EMC\n", r"\1")


@seen_by(structure="MCID 1 has no text", links="encloses nothing",
         links_ink="the areas of “” enclose")
def text_as_artifact(pdf):
    pdf.draw(r"/Link <</MCID 1>> BDC", "/Artifact BMC")


@seen_by(verapdf="ua1 clause 7.1 test 3")
def rule_without_artifact(pdf):
    pdf.draw(r"/Artifact BMC\n(.*?)EMC\n", r"\1")


@seen_by(verapdf="ua1 clause 7.1 test 1")
def artifact_inside_tag(pdf):
    pdf.draw(r"(/MCID 1>> BDC\n)(.*?EMC\n)", r"\1/Artifact BMC\n\2EMC\n")


@seen_by(structure="MCID 3 has no text", links="is in 0 areas")
def content_number_twice(pdf):
    pdf.draw("/MCID 3>>", "/MCID 1>>")


@seen_by(structure="expected “ghzhang19@gmail.com”, found “”",
         **every_engine("expected “ghzhang19@gmail.com”, found “”"))
def word_left_out(pdf):
    pdf.draw(r"(/MCID 3>> BDC.*?)\[.*?\] TJ", r"\1")


@seen_by(structure="found “utilizingthe”")
def space_left_out_at_end_of_line(pdf):
    pdf.draw(r"000E>\] TJ\n(1 0 0 1 79\.)", r">] TJ\n\1")


@seen_by(poppler="found “ghzhang19@gmail.com”", mupdf="found “ghzhang19@gmail.com”",
         pdfminer="found “ghzhang19@gmail.com”", pdfjs="found “ghzhang19@gmail.com|”",
         pdfbox="found “ghzhang19@gmail.com”")
def content_out_of_order(pdf):
    pdf.draw(r"(/P <</MCID 2>>.*?EMC\n)(/Link <</MCID 3>>.*?EMC\n)", r"\2\1")


@seen_by(poppler="after “Information Science and Technology”: expected “Beijing, China”")
def rows_without_replacement_text(pdf):
    pdf.draw(r"/Span <</ActualText [^>]*>> BDC\n(.*?)EMC\n", r"\1", count=0)


@seen_by(poppler="found “me”", pdfium="found “me”", pdfbox="found “me”")
def replacement_of_words(pdf):
    pdf.draw(r"(/MCID 3>> BDC\n)(.*?EMC\n)", r"\1/Span <</ActualText (me)>> BDC\n\2EMC\n")


@seen_by(verapdf="3a clause 6.2.4.3 test 3")
def color_of_a_printer(pdf):
    pdf.draw(r"[\d. ]+ rg", "0 0 0 1 k")


@seen_by(verapdf="3a clause 6.2.2 test 1")
def unknown_operator(pdf):
    pdf.draw(r"(EMC\n)", r"\1true unknown\n")


@seen_by(verapdf="ua1 clause 7.21.8 test 1")
def glyph_0_shown(pdf):
    pdf.draw("<0001>", "<0000>")


# The photo

@seen_by(PHOTO, verapdf="ua1 clause 7.3 test 1")
def figure_without_description(pdf):
    del pdf.first("/S", "/Figure")["/Alt"]


@seen_by(PHOTO, structure="has no text")
def figure_as_paragraph(pdf):
    pdf.first("/S", "/Figure")["/S"] = "/P"


@seen_by(PHOTO, structure="has text, in a Figure")
def paragraph_as_figure(pdf):
    pdf.first("/S", "/H1")["/S"] = "/Figure"


@seen_by(PHOTO, verapdf="ua1 clause 7.1 test 3")
def figure_without_tag(pdf):
    pdf.draw(r"/Figure <</MCID (\d+)>> BDC\n(.*?)EMC\n", r"\2")


# Structure

@seen_by(structure="MCID 1 does not lead back to the Link")
def parent_tree_leads_elsewhere(pdf):
    numbers = pdf.parent_tree[1]
    numbers[1], numbers[4] = numbers[4], numbers[1]


@seen_by(structure="does not lead back to the LBody", verapdf="ua1 clause 7.1 test 3")
def parent_tree_without_entry(pdf):
    del pdf.parent_tree[1][-1]


@seen_by(structure="the link to https://zhang677.github.io does not lead back")
def parent_tree_of_link_leads_elsewhere(pdf):
    pdf.parent_tree[5], pdf.parent_tree[7] = pdf.parent_tree[7], pdf.parent_tree[5]


@seen_by(structure="MCID 0 does not lead back to the H1", verapdf="ua1 clause 7.1 test 3")
def page_without_struct_parents(pdf):
    del pdf.page["/StructParents"]


@seen_by(structure=" does not lead back to the Sect", verapdf="ua1 clause 7.1 test 3")
def element_without_parent(pdf):
    del pdf.first("/S", "/L")["/P"]


@seen_by(structure="“EDUCATION” is not in the tree")
def content_out_of_tree(pdf):
    del pdf.first("/S", "/Sect")["/K"][0]


@seen_by(structure="MCID 1 is in the tree 2 times", links="is in the tree 2 times")
def content_twice_in_tree(pdf):
    kids = pdf.document["/K"]
    kids.append(kids[1])


@seen_by(structure="pdfminer: after")
def elements_out_of_order(pdf):
    kids = pdf.document["/K"]
    kids[2], kids[3] = kids[3], kids[2]


@seen_by(structure="H5 “EDUCATION” follows H1", verapdf="ua1 clause 7.4.2 test 1")
def heading_level_left_out(pdf):
    pdf.first("/S", "/H2")["/S"] = "/H5"


@seen_by(verapdf="ua1 clause 7.4.4 test 2")
def headings_of_both_kinds(pdf):
    pdf.first("/S", "/H2")["/S"] = "/H"


@seen_by(structure="1 Sect without a heading")
def heading_as_paragraph(pdf):
    pdf.first("/S", "/H3")["/S"] = "/P"


@seen_by(verapdf="ua1 clause 7.1 test 5")
def unknown_element(pdf):
    pdf.first("/S", "/P")["/S"] = "/Paragraph"


@seen_by(structure="an LI is in a Div", verapdf="ua1 clause 7.2 test 17")
def list_item_outside_list(pdf):
    pdf.first("/S", "/L")["/S"] = "/Div"


@seen_by(structure="an L holds P", verapdf="ua1 clause 7.2 test 19")
def list_with_paragraph(pdf):
    pdf.first("/S", "/LI")["/S"] = "/P"


@seen_by(structure="an L has no ListNumbering")
def list_without_numbering(pdf):
    del pdf.first("/S", "/L")["/A"]


@seen_by(structure="the bookmarks are")
def section_without_title(pdf):
    del pdf.first("/S", "/Sect")["/T"]


@seen_by(structure="the bookmarks are")
def bookmarks_out_of_order(pdf):
    one, other = (pdf[reference] for reference in pdf.find("/Parent", pdf.catalog["/Outlines"])[:2])
    one["/Title"], other["/Title"] = other["/Title"], one["/Title"]


@seen_by(structure="the bookmark “Education” leads elsewhere")
def bookmark_leads_elsewhere(pdf):
    marks = pdf.find("/Parent", pdf.catalog["/Outlines"])
    pdf[marks[0]]["/Dest"] = pdf[marks[-1]]["/Dest"]


# Links

@seen_by(links="has no description", verapdf="ua1 clause 7.18.5 test 2")
def link_without_description(pdf):
    del pdf.link["/Contents"]


@seen_by(structure="the link to https://zhang677.github.io does not lead back",
         verapdf="ua1 clause 7.18.5 test 1")
def link_without_struct_parent(pdf):
    del pdf.link["/StructParent"]


@seen_by(links="is in the tree 0 times")
def link_out_of_tree(pdf):
    del pdf.first("/S", "/Link")["/K"][1]


@seen_by(verapdf="ua1 clause 7.18.5 test 1")
def link_as_span(pdf):
    pdf.first("/S", "/Link")["/S"] = "/Span"


@seen_by(links="is in 0 areas of its link", links_ink="enclose “”")
def link_moved(pdf):
    pdf.link["/Rect"] = [side + 12 for side in pdf.link["/Rect"]]


@seen_by(links="ends at 289.63", links_ink="enclose “zhang677.github.io|”")
def link_too_wide(pdf):
    pdf.link["/Rect"][2] += 4


@seen_by(verapdf="3a clause 6.3.2 test 1")
def link_not_printed(pdf):
    del pdf.link["/F"]


@seen_by(qpdf="a link leads to file:///etc/passwd")
def link_to_file(pdf):
    pdf.link["/A"]["/URI"] = "u:file:///etc/passwd"


@seen_by(verapdf="ua1 clause 7.18.3 test 1")
def page_without_tab_order(pdf):
    del pdf.page["/Tabs"]


@seen_by(qpdf="an action /JavaScript", verapdf="3a clause 6.5.1 test 1")
def script_at_opening(pdf):
    pdf.catalog["/OpenAction"] = {"/S": "/JavaScript", "/JS": "u:app.alert(1)"}


@seen_by(qpdf="the file has a /AA", verapdf="3a clause 6.5.2 test 2")
def additional_actions(pdf):
    pdf.page["/AA"] = {"/O": {"/S": "/URI", "/URI": "u:https://example.org"}}


# Catalog and metadata

@seen_by(verapdf="ua1 clause 7.2 test 34")
def no_language(pdf):
    del pdf.catalog["/Lang"]


@seen_by(verapdf="ua1 clause 7.2 test 29")
def malformed_language(pdf):
    pdf.catalog["/Lang"] = "u:en_US."


@seen_by(verapdf="ua1 clause 7.1 test 10")
def title_not_displayed(pdf):
    del pdf.catalog["/ViewerPreferences"]


@seen_by(verapdf="ua1 clause 6.2 test 1", fonts="Tagged is no")
def not_marked(pdf):
    del pdf.catalog["/MarkInfo"]


@seen_by(verapdf="ua1 clause 7.1 test 4")
def suspects(pdf):
    pdf.catalog["/MarkInfo"]["/Suspects"] = True


@seen_by(verapdf="3a clause 6.2.4.3 test 2")
def no_output_intent(pdf):
    del pdf.catalog["/OutputIntents"]


@seen_by(fonts="no XMP", verapdf="ua1 clause 7.1 test 8")
def no_metadata(pdf):
    del pdf.catalog["/Metadata"]


@seen_by(verapdf="ua1 clause 7.1 test 9")
def no_title(pdf):
    pdf.describe("<dc:title>.*</dc:title>\n", "")


@seen_by(fonts="Title is “")
def title_unequal(pdf):
    pdf.describe("Curriculum", "Resume")


@seen_by(fonts="Author is “")
def author_unequal(pdf):
    pdf.describe("<dc:creator>.*</dc:creator>\n", "")


@seen_by(verapdf="ua1 clause 5 test 1")
def no_claim_of_pdf_ua(pdf):
    pdf.describe("<pdfuaid:part>1</pdfuaid:part>\n", "")


@seen_by(verapdf="3a clause 6.6.4 test 2")
def no_claim_of_pdf_a(pdf):
    pdf.describe("<pdfaid:part>3</pdfaid:part>\n", "")


@seen_by(verapdf="3a clause 6.6.2.3.1 test 2")
def property_not_described(pdf):
    pdf.describe("<pdfaExtension:schemas>.*</pdfaExtension:schemas>\n", "")


# Fonts

@seen_by(fonts="is not with ToUnicode", verapdf="ua1 clause 7.21.7 test 1")
def font_without_unicode(pdf):
    del pdf.font["/ToUnicode"]


@seen_by(structure="found “Gfnghan”", **every_engine("found “Gfnghan”"))
def wrong_unicode(pdf):
    pdf.change(pdf.font["/ToUnicode"], "<0002> <0065>\n", "<0002> <0066>\n")


@seen_by(verapdf="3a clause 6.2.11.7.3 test 1", **every_engine("U+E065"))
def private_unicode(pdf):
    pdf.change(pdf.font["/ToUnicode"], "<0002> <0065>\n", "<0002> <E065>\n")


@seen_by(verapdf="ua1 clause 7.21.7 test 2")
def glyph_without_unicode(pdf):
    pdf.change(pdf.font["/ToUnicode"], "<0002> <0065>\n", "<0002> <0000>\n")


@seen_by(verapdf="ua1 clause 7.21.5 test 1")
def wrong_widths(pdf):
    pdf.descendant["/W"][1][0] += 100


@seen_by(verapdf="ua1 clause 7.21.5 test 1")
def other_glyphs(pdf):
    """Whose text is in ToUnicode."""
    pdf.change(pdf.descendant["/CIDToGIDMap"], r"^..(..)(..)", r"\0\0\2\1")


@seen_by(links="is in 0 areas of its link", verapdf="ua1 clause 7.21.5 test 1")
def font_without_widths(pdf):
    for font in pdf.find("/Subtype", "/CIDFontType2"):
        del pdf[font]["/W"]


@seen_by(fonts="is not embedded", verapdf="ua1 clause 7.21.4.1 test 1")
def font_not_embedded(pdf):
    del pdf[pdf.descendant["/FontDescriptor"]]["/FontFile2"]


@seen_by(verapdf="ua1 clause 7.21.3.2 test 1")
def font_without_glyph_map(pdf):
    del pdf.descendant["/CIDToGIDMap"]


@seen_by(verapdf="ua1 clause 7.21.3.1 test 1")
def font_of_other_characters(pdf):
    pdf.descendant["/CIDSystemInfo"]["/Ordering"] = "u:Japan1"
    pdf.font["/Encoding"] = "/UniGB-UTF16-H"


@seen_by(fonts="has no subset tag")
def font_without_subset_tag(pdf):
    for dictionary in (pdf.font, pdf.descendant):
        dictionary["/BaseFont"] = "/Lato-Bold"
    pdf[pdf.descendant["/FontDescriptor"]]["/FontName"] = "/Lato-Bold"


# Attachment

@seen_by(verapdf="3a clause 6.8 test 3")
def attachment_without_relationship(pdf):
    del pdf.specification["/AFRelationship"]


@seen_by(verapdf="3a clause 6.8 test 4")
def attachment_of_nothing(pdf):
    del pdf.catalog["/AF"]


@seen_by(verapdf="ua1 clause 7.11 test 1")
def attachment_without_name(pdf):
    del pdf.specification["/UF"]


@seen_by(verapdf="3a clause 6.8 test 1")
def attachment_without_type(pdf):
    del pdf[pdf.specification["/EF"]["/F"]]["/Subtype"]


@seen_by(embedded="pdfdetach")
def no_attachment(pdf):
    del pdf.catalog["/Names"]


@seen_by(embedded="the attachment is not what")
def attachment_differs(pdf):
    pdf.change(pdf.specification["/EF"]["/F"], '"name": "', '"name": "A')


@seen_by(schema="/basics/url must match format")
def attachment_against_schema(pdf):
    pdf.change(pdf.specification["/EF"]["/F"], '"url": "https:', '"url": "')


# The file

@seen_by(fonts="Encrypted is yes", verapdf="3a clause 6.1.3 test 2")
def encrypted(pdf):
    pdf.options += ["--encrypt", "", "owner", "128", "--use-aes=y", "--"]


@seen_by(verapdf="3a clause 6.1.3 test 1")
def no_identifier(pdf):
    pdf.edits.append(lambda file: re.sub(rb"/ID \[[^]]*\]", lambda m: b" " * len(m[0]), file))


@seen_by(fonts="PDF version is 1.4")
def older_version(pdf):
    pdf.edits.append(lambda file: file.replace(b"%PDF-1.7", b"%PDF-1.4", 1))


@seen_by(verapdf="3a clause 6.1.2 test 2")
def no_mark_of_bytes(pdf):
    pdf.edits.append(lambda file: re.sub(rb"\n%[^\n]{4}\n", rb"\n%abcd\n", file, count=1))


@seen_by(qpdf="WARNING")
def object_not_where_the_table_says(pdf):
    pdf.edits.append(lambda file: file.replace(b"\n1 0 obj", b"\n\n1 0 obj", 1))


@seen_by(verapdf="3a clause 6.1.3 test 3")
def bytes_after_the_end(pdf):
    pdf.edits.append(lambda file: file + b"<!-- seen by a proxy -->\n")


# Judges: each takes the options and a list of documents, and gives for each what is wrong with it

def one_by_one(faults):
    """Of a judge of one document, which may also end the program."""
    def judge(_, documents):
        found = []
        for document in documents:
            try:
                found.append(list(faults(document)))
            except SystemExit as end:
                if end.code == oracle.SKIPPED:
                    raise
                found.append([str(end.code)])
        return found
    return judge


def reading(engine):
    def judge(options, documents):
        files = [document.pdf for document in documents]
        want = [pages.text_of(page) for page in pages.read(documents[0].pages)]
        found = [[] for _ in documents]
        for extract in words.ENGINES[engine].values():
            for faults, got in zip(found, extract(options, files)):
                faults += words.judge(want, got)
        return found
    return judge


def linking(engine):
    def judge(options, documents):
        boxes = links.read_boxes(options, engine, documents)
        return [list(links.judge(*pair)) for pair in zip(documents, boxes)]
    return judge


def attached(options, documents):
    def faults(document):
        file = embedded.take_out(document, pathlib.Path(folder))
        return embedded.file_faults(options.program, document, file)
    with tempfile.TemporaryDirectory() as folder:
        return one_by_one(faults)(options, documents)


def attached_by_schema(options, documents):
    with tempfile.TemporaryDirectory() as folder:
        files = [embedded.take_out(document, pathlib.Path(folder)) for document in documents]
        return embedded.schema_faults(options, files)


JUDGES = {
    "verapdf": validate.verapdf,
    "qpdf": one_by_one(validate.qpdf),
    "fonts": one_by_one(validate.fonts),
    "structure": one_by_one(lambda document: structure.judge(document, blesses=False)),
    "links": linking("pdfminer"),
    "links_ink": linking("pdfium"),
    "embedded": attached,
    "schema": attached_by_schema,
    **{engine: reading(engine) for engine in words.ENGINES},
}


# The trial

def make(subject, damage, folder):
    """A document like the subject, but for the damage."""
    pdf = editable.EditablePdf(subject.pdf)
    damage(pdf)
    name = damage.__name__
    made = subject._replace(name=name, pdf=folder / f"{name}.pdf")
    pdf.write(made.pdf)
    return made


def undamaged(_):
    pass


def trial(options, subject, mutants, folder):
    """What each judge says: {name of the document: {judge: list of faults}}."""
    intact = make(subject, undamaged, folder)
    copies = [make(subject, mutant.damage, folder) for mutant in mutants]
    said = {document.name: {} for document in (intact, *copies)}
    for name, judge in JUDGES.items():
        documents = [intact] + [copy for copy, mutant in zip(copies, mutants)
                                if name in mutant.complaints]
        for document, faults in zip(documents, judge(options, documents)):
            said[document.name][name] = faults
    for copy in copies:
        if copy.pdf.read_bytes() == intact.pdf.read_bytes():
            said[copy.name] = dict.fromkeys(JUDGES, ["nothing: the copy is undamaged"])
    return said


def missing_complaints(mutant, said):
    for judge, want in mutant.complaints.items():
        if not any(want in fault for fault in said[judge]):
            yield f"{judge} does not say “{want}”, but {said[judge][:3] or 'nothing'}"


def report(options, name, mutants, verdict):
    options.only = name
    subject, = oracle.documents(options)
    with tempfile.TemporaryDirectory() as folder:
        said = trial(options, subject, mutants, pathlib.Path(folder))
    verdict.report(f"{name}, undamaged", (f"{judge}: {fault}"
                                          for judge, faults in said["undamaged"].items()
                                          for fault in faults))
    for mutant in mutants:
        name = mutant.damage.__name__
        verdict.report(name, missing_complaints(mutant, said[name]))


def main():
    options = oracle.parser("Damages a PDF and looks who notices.")
    options.add_argument("program", type=pathlib.Path)
    options = options.parse_args()
    options.program = options.program.resolve()
    mutants = [mutant for mutant in MUTANTS if options.only in mutant.damage.__name__]
    verdict = oracle.Verdict()
    for subject in dict.fromkeys(mutant.subject for mutant in mutants):
        report(options, subject, [each for each in mutants if each.subject == subject], verdict)
    unproved = JUDGES.keys() - {judge for mutant in MUTANTS for judge in mutant.complaints}
    verdict.report("judges", (f"no mutant is for {judge}" for judge in unproved))
    verdict.end()


if __name__ == "__main__":
    main()
