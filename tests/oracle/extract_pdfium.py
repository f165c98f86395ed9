# SPDX-License-Identifier: MIT
"""extract_pdfium.py - what PDFium reads: {"FILE": ["text of page 1", ...], ...}.

Usage: extract_pdfium.py [--boxes] FILE..., with a Python that has pypdfium2
With --boxes a page is a list of [character, left, bottom, right, top], the box of the ink.
"""
import json
import sys

import pypdfium2


def text_of(text):
    return text.get_text_range()


def boxes_of(text):
    return [[text.get_text_range(index, 1), *text.get_charbox(index)]
            for index in range(text.count_chars())]


def main(arguments):
    read = boxes_of if arguments[0] == "--boxes" else text_of
    texts = {}
    for file in arguments[read is boxes_of:]:
        document = pypdfium2.PdfDocument(file)
        texts[file] = [read(page.get_textpage()) for page in document]
    json.dump(texts, sys.stdout)


if __name__ == "__main__":
    main(sys.argv[1:])
