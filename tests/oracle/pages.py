# SPDX-License-Identifier: MIT
"""pages.py - reads `cvpdf dump pages`: what the program means to have put on paper.

    68.03 131.59 H38+ Lato-Bold 10.50 #1a1a1a "Stanford University"
    158.41 131.59 H38 Lato-Regular 10.50 #1a1a1a stretch 91.32 " " as "  "
"""
import collections
import re

# mark: None for artifacts; starts: begins a marked-content sequence; text: as extractors see it
Glyphs = collections.namedtuple("Glyphs", "x y tag mark starts font size color text is_outline")

_ITEM = re.compile(r"""(?P<x>-?[\d.]+)\ (?P<y>-?[\d.]+)\ (?P<mark>\S+)\ (?P<font>\S+)
    \ (?P<size>[\d.]+)\ \#(?P<color>[0-9a-f]{6})(?:\ stretch\ [\d.]+)?(?P<outline>\ outline)?
    \ "(?P<text>(?:[^"\\]|\\.)*)"(?:\ as\ "(?P<replacement>(?:[^"\\]|\\.)*)")?""", re.VERBOSE)
_OTHER = re.compile(r"-?[\d.]+ -?[\d.]+ \S+ (rule|link|photo) ")
_MARK = re.compile(r"(H[1-6]|[A-Za-z]+)(\d+)(\+?)")
_ESCAPE = re.compile(r"\\(?:u\{([0-9A-F]+)\}|(.))")


def _unquoted(text):
    def character(match):
        if match[1]:
            return chr(int(match[1], 16))
        return {"n": "\n", "t": "\t"}.get(match[2], match[2])
    return _ESCAPE.sub(character, text)


def _glyphs(line):
    match = _ITEM.fullmatch(line)
    if not match:
        raise ValueError(f"not an item of the display list: {line}")
    tag, mark, starts = None, None, False
    if match["mark"] != "artifact":
        tag, number, plus = _MARK.fullmatch(match["mark"]).groups()
        mark, starts = int(number), plus == "+"
    text = match["text"] if match["replacement"] is None else match["replacement"]
    return Glyphs(float(match["x"]), float(match["y"]), tag, mark, starts, match["font"],
                  float(match["size"]), match["color"], _unquoted(text), bool(match["outline"]))


def read(path):
    """Pages of glyph items, artifacts among them, in the order of drawing."""
    pages = []
    for line in path.read_text("utf-8").splitlines():
        if line.startswith("page "):
            pages.append([])
        elif not _OTHER.match(line):
            pages[-1].append(_glyphs(line))
    return pages


def photo_boxes(path):
    """Left, bottom, right and top of each photo, as PDF counts, in the order of drawing."""
    boxes, height = [], 0
    for line in path.read_text("utf-8").splitlines():
        if line.startswith("page "):
            height = float(line.split()[3])
        elif _OTHER.match(line) and line.split()[3] == "photo":
            x, y, width, tall = (float(line.split()[i]) for i in (0, 1, 5, 6))
            boxes.append((x, height - y - tall, x + width, height - y))
    return boxes


def text_of(page):
    """What a reader of one page sees: a new baseline ends a line; artifacts are left out."""
    lines, baseline = [], None
    for item in page:
        if item.mark is None:
            continue
        if item.y != baseline:
            lines.append("")
            baseline = item.y
        lines[-1] += item.text
    return "\n".join(lines)


def _goes_on(item, last, is_next_page):
    """Whether `item` begins a line in the sequence of `last`; a page begins a sequence anyway."""
    return item.mark == last.mark if is_next_page else not item.starts


def unbroken_text(pages):
    """The text of all pages, where a word that was divided at the end of a line is whole again.

    A line that ends inside a sequence without a space ends inside a word.
    """
    text, last, last_place = "", None, None
    for number, page in enumerate(pages):
        for item in page:
            if item.mark is None:
                continue
            place = (number, item.y)
            if last and place != last_place and not _goes_on(item, last, number != last_place[0]):
                text += "\n"
            text += item.text
            last, last_place = item, place
    return text
