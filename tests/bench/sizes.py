#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""What each kind of object takes in a PDF that cvpdf wrote: sizes.py FILE

An object is the bytes from its place in the cross-reference table to that of the next, and its kind
is told by the entry that refers to it. What stands outside of objects is "file": header, table,
trailer.
"""
import re
import sys

# The entry of a reference: the kind of the object referred to.
KINDS = {
    b"ToUnicode": "text maps",
    b"CIDToGIDMap": "glyph maps",
    b"FontDescriptor": "font dictionaries",
    b"DescendantFonts": "font dictionaries",
    b"Contents": "content",
    b"Metadata": "metadata",
    b"DestOutputProfile": "profile",
    b"EF": "attachment",
    b"AF": "attachment",
    b"Outlines": "outline",
    b"Info": "metadata",
}
# The type of an object that is referred to from a list.
TYPES = {
    b"StructElem": "structure",
    b"StructTreeRoot": "structure",
    b"Font": "font dictionaries",
    b"Annot": "links",
    b"Page": "pages",
    b"Pages": "pages",
    b"Catalog": "catalog",
    b"Filespec": "attachment",
    b"EmbeddedFile": "attachment",
}


def read_objects(data):
    """The bytes of each object by its number."""
    table = int(re.search(rb"startxref\s+(\d+)\s+%%EOF\s*$", data).group(1))
    header = re.match(rb"xref\s+0 (\d+)\s+", data[table:])
    rows = re.findall(rb"(\d{10}) \d{5} ([nf])", data[table + header.end():])
    places = {number: int(row[0]) for number, row in enumerate(rows) if row[1] == b"n"}
    order = sorted(places.values()) + [table]
    ends = dict(zip(order, order[1:]))
    return {number: data[place:ends[place]] for number, place in places.items()}


def dictionary_of(body):
    return body.split(b"stream", 1)[0]


def kind_by_type(dictionary):
    for name in re.findall(rb"/Type\s*/(\w+)", dictionary):
        if name in TYPES:
            return TYPES[name]
    if re.search(rb"/S\s*/\w+", dictionary) or b"/Nums" in dictionary:
        return "structure"
    return "outline" if b"/Title" in dictionary else "other"


def kinds_of(objects):
    kinds = {}
    for body in objects.values():
        dictionary = dictionary_of(body)
        for entry, number in re.findall(rb"/(\w+)[\s\[]*(?:<</F )?(\d+) 0 R", dictionary):
            if entry in KINDS:
                kinds[int(number)] = KINDS[entry]
            elif entry.startswith(b"FontFile"):
                name = re.search(rb"/FontName/(?:\w+\+)?([\w-]+)", dictionary)
                kinds[int(number)] = "font " + name.group(1).decode()
    return {n: kinds.get(n) or kind_by_type(dictionary_of(b)) for n, b in objects.items()}


def main():
    with open(sys.argv[1], "rb") as file:
        data = file.read()
    objects = read_objects(data)
    sums = {}
    for number, kind in kinds_of(objects).items():
        sums[kind] = sums.get(kind, 0) + len(objects[number])
    sums["file"] = len(data) - sum(sums.values())
    for kind, size in sorted(sums.items(), key=lambda row: -row[1]):
        print(f"bytes {kind} {size}")
    print(f"bytes all {len(data)}")


main()
