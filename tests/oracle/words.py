# SPDX-License-Identifier: MIT
"""words.py - every text extractor reads the words of each page, all of them and in order.

Usage: words.py ENGINE [OPTION]...
What is expected comes from the display list (pages.py).
"""
import unicodedata

import oracle
import pages


# Engines: each takes the options and the list of PDFs, and gives for each a list of page texts.

def split_pages(text):
    """Poppler, MuPDF and pdfminer end each page with a form feed."""
    return text.split("\f")[:-1]


def pdftotext(*mode):
    def extract(_, files):
        program = oracle.need("pdftotext")
        return [split_pages(oracle.run([program, "-enc", "UTF-8", *mode, file, "-"]))
                for file in files]
    return extract


def mutool(_, files):
    program = oracle.need("mutool")
    return [split_pages(oracle.run([program, "draw", "-q", "-F", "txt", "-o", "-", file]))
            for file in files]


def pdfminer(_, files):
    try:
        from pdfminer.high_level import extract_text
    except ImportError:
        oracle.missing("pdfminer (python3-pdfminer)")
    return [split_pages(extract_text(file)) for file in files]


def pdfjs(module):
    def extract(options, files):
        driver = oracle.pathlib.Path(__file__).with_name("extract.mjs")
        module_path = oracle.need_file(options.tools / "node_modules" / module)
        return oracle.run_extractor([oracle.need("node"), driver, module_path], files)
    return extract


def pdfium(options, files):
    driver = oracle.pathlib.Path(__file__).with_name("extract_pdfium.py")
    python = oracle.need_file(options.tools / "venv/bin/python")
    return oracle.run_extractor([python, driver], files)


def pdfbox(order):
    def extract(options, files):
        return oracle.run_extractor(oracle.java(options, "Extract.java", order), files)
    return extract


ENGINES = {
    "poppler": {"pdftotext": pdftotext(), "pdftotext -raw": pdftotext("-raw"),
                "pdftotext -layout": pdftotext("-layout")},
    "mupdf": {"mutool draw -F txt": mutool},
    "pdfminer": {"pdfminer.six": pdfminer},
    "pdfjs": {"pdf.js 3": pdfjs("pdfjs-old/legacy/build/pdf.js"),
              "pdf.js 5": pdfjs("pdfjs-new/legacy/build/pdf.mjs")},
    "pdfium": {"PDFium": pdfium},
    "pdfbox": {"PDFBox": pdfbox("content"), "PDFBox, sorted": pdfbox("position")},
}


# Judgement

def is_forbidden(character):
    """Characters that no reader should meet: they search and copy as something else."""
    if character in "\n\r\t\f":
        return False
    return (unicodedata.category(character) in ("Cc", "Co", "Cn", "Cs")
            or "\uFB00" <= character <= "\uFB06"  # ligatures
            or character in "\u00AD\uFEFF\uFFFD"
            or (character.isspace() and character != " "))  # all blanks extract as U+0020


def forbidden(text):
    for character in sorted(set(filter(is_forbidden, text))):
        at = text.index(character)
        yield (f"U+{ord(character):04X} {unicodedata.name(character, '')} "
               f"in “{' '.join(text[max(0, at - 20):at + 20].split())}”")


def judge(want, got):
    """What is wrong with the texts of the pages of one document."""
    if len(want) != len(got):
        yield f"{len(got)} pages, expected {len(want)}"
    for number, (want_text, got_text) in enumerate(zip(want, got), 1):
        for fault in forbidden(got_text):
            yield f"page {number}: {fault}"
        for fault in oracle.differences(oracle.words(want_text), oracle.words(got_text)):
            yield f"page {number}: {fault}"


# Text from right to left. U+200E, U+200F and the like show nothing, and are not compared.

def visible(text):
    return "".join(c for c in text if unicodedata.category(c) != "Cf")


def direction(character):
    """R or L for letters, N for digits, M for marks, None for what parts words."""
    kind, category = unicodedata.bidirectional(character), unicodedata.category(character)
    if category[0] == "M":
        return "M"
    if category[0] == "L":
        return "R" if kind in ("R", "AL") else "L"
    return "N" if category == "Nd" else None


def runs_right_to_left(text):
    return any(direction(character) == "R" for character in text)


def directed_words(text):
    """The words of a text and the parts of words that run one way, without signs."""
    found, last = [], None
    for character in unicodedata.normalize("NFC", text):
        way = direction(character)
        if way == "M" and last:
            found[-1] += character
            continue
        if way and way == last:
            found[-1] += character
        elif way:
            found.append(character)
        last = way
    return found


def exactly(want, got):
    """Each word with all its signs, in order."""
    return oracle.differences(oracle.words(visible(want)), oracle.words(visible(got)))


def in_order(want, got):
    """The same, but there may be a blank more where the direction changes within a word."""
    yield from oracle.differences(directed_words(want), directed_words(got))
    yield from oracle.differences(list("".join(oracle.words(visible(want)))),
                                  list("".join(oracle.words(visible(got)))))


def all_there(want, got):
    """Each word as often as it should be, in whatever order."""
    return oracle.differences(sorted(directed_words(want)), sorted(directed_words(got)))


def same_letters(want, got):
    """Each letter as often as it should be: of programs that leave the text as it is seen."""
    return oracle.differences(sorted("".join(directed_words(want))),
                              sorted("".join(directed_words(got))))


# What each engine makes of text from right to left; docs/scripts.md says why.
RIGHT_TO_LEFT = {
    "pdftotext": exactly, "pdftotext -layout": exactly,
    "pdf.js 3": exactly, "pdf.js 5": exactly, "PDFium": in_order,
}
# On a page from left to right poppler ends a text that is not at digits and signs of numbers.
EXCEPTIONS = {"scripts/hebrew-sentences-in-english": {"pdftotext": all_there,
                                                      "pdftotext -layout": all_there}}


def judge_right_to_left(title, name, want, got):
    compare = EXCEPTIONS.get(name, {}).get(title) or RIGHT_TO_LEFT.get(title, same_letters)
    for number, (want_text, got_text) in enumerate(zip(want, got), 1):
        for fault in forbidden(got_text):
            yield f"page {number}: {fault}"
        for fault in compare(want_text, got_text):
            yield f"page {number}: {fault}"


def main():
    options = oracle.parser("Compares the words of text extractors with the display list.")
    options.add_argument("engine", choices=ENGINES)
    options = options.parse_args()
    documents = oracle.documents(options)
    want = [[pages.text_of(page) for page in pages.read(document.pages)]
            for document in documents]
    verdict = oracle.Verdict()
    for title, extract in ENGINES[options.engine].items():
        got = extract(options, [document.pdf for document in documents])
        for document, want_pages, got_pages in zip(documents, want, got):
            name = f"{title}: {document.name}"
            if runs_right_to_left("".join(want_pages)):
                verdict.report(name, judge_right_to_left(title, document.name, want_pages,
                                                         got_pages))
            else:
                verdict.report(name, judge(want_pages, got_pages))
    verdict.end()


if __name__ == "__main__":
    main()
