# SPDX-License-Identifier: MIT
"""editable.py - a PDF that can be changed, as the JSON of qpdf.

A dictionary is a dict and a name "/Name"; a string begins with u:, and a reference is "1 0 R".
"""
import base64
import json
import re

import oracle


class EditablePdf:
    def __init__(self, path):
        text = oracle.run([oracle.need("qpdf"), "--json-output", "--json-stream-data=inline",
                           "--decode-level=generalized", path])
        self.json = json.loads(text)
        self.objects = self.json["qpdf"][1]
        self.options = []  # of qpdf, when it writes the file
        self.edits = []    # from the bytes of the whole file to others

    def write(self, path):
        source = path.with_suffix(".json")
        source.write_text(json.dumps(self.json), "utf-8")
        oracle.run([oracle.need("qpdf"), "--json-input", "--static-id", "--object-streams=disable",
                    "--newline-before-endstream", *self.options, source, path])
        for edit in self.edits:
            path.write_bytes(edit(path.read_bytes()))

    def __getitem__(self, reference):
        """The dictionary or other value of an object, the dictionary of a stream."""
        held = self.objects["trailer" if reference == "trailer" else f"obj:{reference}"]
        return held["value"] if "value" in held else held["stream"]["dict"]

    def find(self, key, value):
        """The references to all dictionaries with this entry, in the order of the file."""
        found = [name[len("obj:"):] for name in self.objects if name.startswith("obj:")]
        return [reference for reference in found if isinstance(self[reference], dict)
                and self[reference].get(key) == value]

    def first(self, key, value):
        return self[self.find(key, value)[0]]

    @property
    def catalog(self):
        return self[self["trailer"]["/Root"]]

    @property
    def page(self):
        return self.first("/Type", "/Page")

    @property
    def font(self):
        return self.first("/Subtype", "/Type0")

    @property
    def descendant(self):
        return self[self.font["/DescendantFonts"][0]]

    @property
    def link(self):
        return self.first("/Subtype", "/Link")

    @property
    def tree(self):
        return self[self.catalog["/StructTreeRoot"]]

    @property
    def document(self):
        """The element that holds all others."""
        return self[self.tree["/K"]]

    @property
    def specification(self):
        """Of the attachment."""
        return self.first("/Type", "/Filespec")

    @property
    def parent_tree(self):
        return self[self.tree["/ParentTree"]]["/Nums"]

    def change(self, reference, pattern, replacement, count=1):
        """Rewrites the first `count` places in a stream that fit, 0: all. Bytes are characters."""
        stream = self.objects[f"obj:{reference}"]["stream"]
        text = base64.b64decode(stream["data"]).decode("latin-1")
        text, found = re.subn(pattern, replacement, text, count=count, flags=re.DOTALL)
        if not found:
            raise SystemExit(f"nothing like {pattern}")
        stream["data"] = base64.b64encode(text.encode("latin-1")).decode("ascii")

    def draw(self, pattern, replacement, count=1):
        """The same in the content of the first page."""
        self.change(self.page["/Contents"], pattern, replacement, count)

    def describe(self, pattern, replacement):
        """The same in the XMP metadata."""
        self.change(self.catalog["/Metadata"], pattern, replacement)
